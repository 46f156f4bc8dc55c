//! The generated crate by itself: it needs nothing of the repository that it came from.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use docwright_tests::project::{Run, copy, repository, run};
use tempfile::TempDir;

/// Cargo over a copy of the crate outside the repository, with the repository's versions of dependencies.
pub fn cargo(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(folder).args(arguments).arg("--offline");
    command.env("CARGO_TARGET_DIR", target());
    let ended = run(&mut command).unwrap();
    assert_eq!(ended.code, 0, "cargo {arguments:?}: {}", ended.stderr);
    assert!(!ended.stderr.contains("warning"), "{}", ended.stderr);
}

/// Where it builds: what one test has built of the dependencies serves the next.
pub fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("alone")
}

/// Runs an example that was built.
pub fn example(name: &str) -> Run {
    let program = target().join("debug/examples").join(name).with_extension(std::env::consts::EXE_EXTENSION);
    run(&mut Command::new(program)).unwrap()
}

#[test]
fn copied_out_of_the_repository_it_builds() {
    let folder = TempDir::new().unwrap();
    copy(&repository().join("generated"), folder.path()).unwrap();
    fs::copy(repository().join("Cargo.lock"), folder.path().join("Cargo.lock")).unwrap();
    cargo(folder.path(), &["build", "--all-features"]);
}

#[test]
fn its_manifest_inherits_nothing_and_lets_nothing_be_found() {
    let manifest = fs::read_to_string(repository().join("generated/Cargo.toml")).unwrap();
    for inherited in ["workspace", "path = \"../", "docwright = "] {
        assert!(!manifest.contains(inherited), "{inherited} in generated/Cargo.toml");
    }
    for found in ["autobins", "autotests", "autobenches", "autoexamples"] {
        assert!(manifest.contains(&format!("{found} = false")), "{found}");
    }
}
