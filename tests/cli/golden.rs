//! What is generated for small specs, one API for each idea, as files that a person has read.
//!
//! `SNAPSHOTS=overwrite cargo test -p docwright-tests --test cli golden` writes what is generated now into `golden/expected/`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use docwright_tests::project::{Project, files};
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

use crate::{DOCWRIGHT, alone};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden")
}

fn generated() -> Project {
    let project = Project::empty(DOCWRIGHT).unwrap();
    project.overlay(&folder().join("specs"), "specs").unwrap();
    let run = project.run(["generate"]).unwrap();
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    project
}

/// The files that differ from spec to spec: those of the APIs, and what is said of corrections.
fn own(path: &str) -> bool {
    let is_of_every_crate = path.starts_with("src/runtime/") || path.starts_with("src/guide/");
    path.starts_with("src/") && path.matches('/').count() == 2 && !is_of_every_crate || path == "CORRECTIONS.md"
}

#[test]
fn each_idea_gives_the_code_that_was_read() {
    let generated = generated().files("generated").unwrap();
    let expected = folder().join("expected");
    let assert = Assert::new().action_env("SNAPSHOTS");
    let mut wrong = Vec::new();
    for (path, bytes) in generated.iter().filter(|(path, _)| own(path)) {
        let data = Data::read_from(&expected.join(path), Some(DataFormat::Text)).raw();
        let text = String::from_utf8(bytes.clone()).unwrap();
        if let Err(error) = assert.try_eq(Some(path), Data::text(text), data) {
            wrong.push(error.to_string());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let paths: BTreeSet<String> = generated.into_keys().filter(|path| own(path)).collect();
    assert_eq!(files(&expected).unwrap().into_keys().collect::<BTreeSet<_>>(), paths, "no file is left from before");
}

#[test]
fn all_of_it_compiles_without_a_warning_and_its_own_tests_pass() {
    let project = generated();
    fs::copy(docwright_tests::project::repository().join("Cargo.lock"), project.path("generated/Cargo.lock")).unwrap();
    alone::cargo(&project.path("generated"), &["test", "--all-features"]);
}
