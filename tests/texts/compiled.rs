//! A crate of projects that mix the texts: it compiles, and rustdoc, clippy and its own tests have nothing to say.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use docwright_tests::project::{repository, run};
use serde_json::{Value, json};

use crate::DOCWRIGHT;
use crate::hostile::texts;
use crate::places::mixed;
use crate::template::{Specs, Template};

/// How many APIs have all slots; each text stands in some slots of each.
const MIXED: usize = 6;

/// An API whose only endpoint has a field, a value of an enum, a key of a map and a sample for each text.
fn wall() -> [(&'static str, String); 2] {
    let (mut fields, mut listed, mut examples) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (index, text) in texts().iter().enumerate() {
        let plain = format!("field {index}");
        // The reader takes keys of at most 1,024 characters.
        let name = if text.len() <= 200 { text } else { &plain };
        let named = json!({ "type": "string", "doc": text, "rust_name": format!("field_{index}") });
        fields.insert(format!("{index:03}{name}"), named);
        listed.insert(name.clone(), json!({ "doc": text, "rust_name": format!("value_{index}"), "deprecated": text }));
        let sample = json!({ "choice": name, "plain": text, format!("{index:03}{name}"): text });
        examples.insert(format!("sample {index}"), json!({ "request": { "body": sample.to_string() } }));
    }
    // An empty doubt is refused.
    let said: Vec<String> = texts().into_iter().filter(|text| !text.trim().is_empty()).collect();
    fields.insert("choice".to_owned(), json!({ "type": "string", "enum": listed }));
    fields.insert("plain".to_owned(), json!({ "type": "string" }));
    let endpoint = json!({
        "method": "POST",
        "path": "/wall",
        "doubts": said,
        "permissions": said,
        "body": { "fields": fields },
        "responses": { "success": {} },
        "examples": examples,
    });
    let api = json!({ "title": "Wall", "page": { "address": "https://wall.example/" } });
    [("specs/wall/api.yaml", yaml(&api)), ("specs/wall/paint.yaml", yaml(&endpoint))]
}

/// JSON as YAML, which is JSON save for characters that YAML wants escaped, and has no escapes in pairs.
fn yaml(value: &Value) -> String {
    crate::template::escaped(&value.to_string())
}

/// The crate of all, in a folder outside the repository.
fn crate_of_all(specs: &Specs) -> (PathBuf, String) {
    let template = Template::read();
    let judged = Specs::new();
    let mut apis = vec!["wall".to_owned()];
    specs.write(&template.render(&BTreeMap::new()), "plain");
    apis.push("plain".to_owned());
    for turn in 0..MIXED {
        let api = format!("mixed_{turn}");
        let mut put = mixed(&template, &judged, turn);
        put.remove("api rust_name");
        let rendered = template.render(&put);
        specs.write(rendered.get(1..).unwrap(), &api);
        apis.push(api);
    }
    let root = specs.path().parent().unwrap().to_owned();
    for (path, text) in wall() {
        fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
        fs::write(root.join(path), text).unwrap();
    }
    let ended = run(Command::new(DOCWRIGHT).current_dir(&root).args(["generate", "--color", "never"])).unwrap();
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    let folder = root.join("generated").into_std_path_buf();
    fs::copy(repository().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    (folder, apis.join(","))
}

fn cargo(folder: &Path, arguments: &[&str], rustdoc: &str) {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(folder).args(arguments).env("CARGO_NET_OFFLINE", "true");
    // What the test of the golden specs has built of the dependencies serves here too.
    command.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("alone"));
    command.env("RUSTDOCFLAGS", rustdoc).env_remove("RUSTFLAGS");
    let ended = run(&mut command).unwrap();
    let said = format!("{}{}", ended.stdout, ended.stderr);
    let is_wrong = |line: &&str| line.starts_with("error") || line.starts_with("warning");
    let first = said.lines().position(|line| is_wrong(&line)).unwrap_or_default();
    let around: Vec<&str> = said.lines().skip(first).take(60).collect();
    assert!(ended.code == 0 && !said.lines().any(|line| is_wrong(&line)), "{arguments:?}: {}", around.join("\n"));
}

#[test]
fn a_crate_of_all_texts_compiles_and_its_tests_and_rustdoc_and_clippy_pass() {
    let specs = Specs::new();
    let (folder, apis) = crate_of_all(&specs);
    cargo(&folder, &["test", "--all-features"], "");
    // These two read what they depend on in another form, of which the transports need much.
    cargo(&folder, &["clippy", "--all-targets", "--features", &apis, "--", "-D", "warnings"], "");
    let lints = "-D warnings -D rustdoc::all -A rustdoc::missing_crate_level_docs";
    cargo(&folder, &["doc", "--no-deps", "--features", &apis], lints);
    cargo(&folder, &["fmt", "--check"], "");
}
