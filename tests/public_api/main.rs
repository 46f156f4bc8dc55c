//! The public API of the generated crate as a text, so that a change of it is seen in review.
//!
//! `SNAPSHOTS=overwrite cargo test -p docwright-tests --test public_api` writes `message-clients.txt` anew. It comes from
//! rustdoc's JSON, whose format changes with Rust: with a Rust that writes another one nothing is compared, which the
//! test says. To move on to a newer Rust, take the release of `public-api` that reads its format, and change [`FORMAT`].

mod listing;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use docwright_tests::project::{repository, run};
use serde_json::Value;
use snapbox::{Assert, Data};

/// The format that is read, and a Rust that writes it.
const FORMAT: (u64, &str) = (57, "1.95");

/// What rustdoc says of the crate with all features, as JSON.
fn rustdoc() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("public_api");
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(repository()).env("CARGO_TARGET_DIR", &target);
    // The format is not stable yet; this lets the stable compiler write it, for this crate alone.
    command.env("RUSTC_BOOTSTRAP", "message_clients");
    command.args(["rustdoc", "-p", "message-clients", "--lib", "--all-features", "--locked", "--offline"]);
    command.args(["--", "-Z", "unstable-options", "--output-format", "json"]);
    let ended = run(&mut command).unwrap();
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    target.join("doc/message_clients.json")
}

#[test]
fn a_change_of_the_public_api_is_seen_in_review() {
    let json = rustdoc();
    let described: Value = serde_json::from_slice(&fs::read(&json).unwrap()).unwrap();
    let (format, rust) = FORMAT;
    if described["format_version"] != format {
        let other = &described["format_version"];
        // Not by a macro: the output of tests that pass is not shown.
        writeln!(
            io::stderr(),
            "SKIPPED: the public API was not compared. This rustdoc writes format {other}, and format {format} is needed (Rust {rust})."
        )
        .unwrap();
        return;
    }
    let api = public_api::Builder::from_rustdoc_json(json)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()
        .unwrap();
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("public_api/message-clients.txt");
    let text = listing::shortened(&api.to_string());
    Assert::new().action_env("SNAPSHOTS").eq(Data::text(text), Data::read_from(&expected, None).raw());
}
