//! Random cases, the same in each run.

use std::fmt::Debug;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

/// How many cases of each law a run tries: `PROPTEST_CASES`, else `usual`.
pub fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}

/// Tries a law over random values; the smallest value that breaks it is told.
#[track_caller]
pub fn over<S: Strategy<Value: Debug>>(
    what: &str,
    cases: u32,
    values: &S,
    law: impl Fn(&S::Value) -> Result<(), String>,
) -> Result<(), String> {
    let config = Config {
        cases,
        failure_persistence: None,
        max_global_rejects: cases * 16,
        max_shrink_iters: 4096,
        ..Config::default()
    };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let outcome = runner.run(values, |value| law(&value).map_err(TestCaseError::fail));
    outcome.map_err(|failure| format!("{what}: {failure}"))
}

/// Fails with all that failed.
#[track_caller]
pub fn conclude(outcomes: impl IntoIterator<Item = Result<(), String>>) {
    let failed: Vec<String> = outcomes.into_iter().filter_map(Result::err).collect();
    assert!(failed.is_empty(), "{} failed:\n{}", failed.len(), failed.join("\n"));
}
