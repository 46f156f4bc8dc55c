//! What must not compile does not, and the compiler says why in words that help.
//!
//! `TRYBUILD=overwrite cargo test -p docwright-compile-fail` writes what it says now; read it before you commit it.

use std::env::var_os;
use std::process::Command;

/// The compiler whose words stand beside the cases: another one may word them otherwise, which is no failure of the crate.
const READ_WITH: &str = "rustc 1.95.";

#[test]
fn mistakes_are_found_by_the_compiler() {
    let version = Command::new(var_os("RUSTC").unwrap_or_else(|| "rustc".into())).arg("--version").output().unwrap();
    let version = String::from_utf8(version.stdout).unwrap();
    if version.starts_with(READ_WITH) {
        trybuild::TestCases::new().compile_fail("cases/*.rs");
    } else {
        eprintln!("not compared: the words are those of {READ_WITH}*, this is {version}");
    }
}
