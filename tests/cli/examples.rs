//! The examples of the generated crate: each runs as its documentation says, and prints what a person has read.
//!
//! `SNAPSHOTS=overwrite cargo test -p docwright-tests --test cli examples` writes what they print now into `cli/examples/`.

use std::fs;
use std::path::Path;

use docwright_tests::project::repository;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

use crate::alone;

/// The APIs of the repository, by the names of their features.
fn apis() -> Vec<String> {
    let folders = fs::read_dir(repository().join("specs")).unwrap().map(|entry| entry.unwrap());
    let apis = folders.filter(|entry| entry.path().join("api.yaml").exists());
    let mut apis: Vec<_> = apis.map(|api| api.file_name().into_string().unwrap()).collect();
    apis.sort();
    apis
}

#[test]
fn each_prints_what_was_read() {
    let apis = apis();
    let features = format!("{},ureq", apis.join(","));
    alone::cargo(&repository(), &["build", "-p", "message-clients", "--examples", "--features", &features]);
    let assert = Assert::new().action_env("SNAPSHOTS");
    let mut wrong = Vec::new();
    for api in apis {
        let ended = alone::example(&api);
        assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "{api}: {}", ended.stdout);
        let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("cli/examples/{api}.txt"));
        let expected = Data::read_from(&expected, Some(DataFormat::Text)).raw();
        if let Err(error) = assert.try_eq(Some(&api), Data::text(ended.stdout), expected) {
            wrong.push(error.to_string());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_says_the_command_that_its_manifest_needs() {
    let read = |path: &str| fs::read_to_string(repository().join("generated").join(path)).unwrap();
    let (manifest, readme) = (read("Cargo.toml"), read("README.md"));
    for api in apis() {
        let command = format!("$ cargo run -p message-clients --example {api} --features {api},ureq\n");
        assert!(read(&format!("examples/{api}.rs")).contains(&command), "{api}");
        assert!(readme.contains(&command), "{api}");
        let needed = format!("path = \"examples/{api}.rs\"\nrequired-features = [\"{api}\", \"ureq\"]\n");
        assert!(manifest.contains(&needed), "{api}");
    }
}
