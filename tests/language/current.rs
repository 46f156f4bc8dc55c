//! The crate is what its specs say.

use std::process::Command;

use docwright_tests::project::{repository, run};

#[test]
fn docwright_has_nothing_to_write() {
    let specs = repository().join("tests/language/specs");
    let mut command = Command::new(env!("CARGO_BIN_EXE_docwright-tested"));
    let ended = run(command.arg("check").arg("--specs").arg(specs)).unwrap();
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "`cargo run -- --specs tests/language/specs` writes it");
}
