//! What the workspace promises of its dependencies.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use docwright_tests::project::{repository, run};
use serde_json::Value;

fn cargo(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO"));
    let ended = run(command.current_dir(repository()).args(arguments).arg("--offline")).unwrap();
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    ended.stdout
}

/// `1.88` and `1.88.0` are one version.
fn version(text: &str) -> Vec<u64> {
    let mut parts: Vec<u64> = text.split('.').map(|part| part.parse().unwrap()).collect();
    parts.resize(3, 0);
    parts
}

#[test]
fn the_stated_rust_version_is_enough_for_every_dependency() {
    let metadata: Value =
        serde_json::from_str(&cargo(&["metadata", "--format-version", "1", "--all-features"])).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let stated = |name: &str| {
        let package = packages.iter().find(|package| package["name"] == name).unwrap();
        version(package["rust_version"].as_str().unwrap())
    };
    let (docwright, clients) = (stated("docwright"), stated("message-clients"));
    assert!(clients <= docwright, "the crate asks for no newer Rust than the program that writes it");
    let newer: Vec<String> = packages
        .iter()
        .filter_map(|package| {
            let needed = package["rust_version"].as_str()?;
            (version(needed) > docwright).then(|| format!("{} needs Rust {needed}", package["name"]))
        })
        .collect();
    assert!(newer.is_empty(), "{newer:#?}");
}

/// The generated crate and those that it needs with a choice of features. For one platform, since TLS needs others on
/// each.
fn needed(choice: &[&str]) -> BTreeSet<String> {
    let tree = ["tree", "-p", "message-clients", "--edges", "normal", "--prefix", "none", "--format", "{p}"];
    let tree = cargo(&[&tree, ["--target", "x86_64-unknown-linux-gnu"].as_slice(), choice].concat());
    tree.lines().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect()
}

/// The features of the generated crate that enable nothing else: the APIs are among them.
fn plain_features() -> Vec<String> {
    let metadata: Value = serde_json::from_str(&cargo(&["metadata", "--format-version", "1", "--no-deps"])).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages.iter().find(|package| package["name"] == "message-clients").unwrap();
    let features = package["features"].as_object().unwrap();
    let is_plain = |(name, enables): &(&String, &Value)| *name != "default" && enables.as_array().unwrap().is_empty();
    features.iter().filter(is_plain).map(|(name, _)| name.clone()).collect()
}

#[test]
fn without_an_adapter_the_generated_crate_needs_nothing_that_does_input_or_output() {
    const ALLOWED: [&str; 14] = [
        "base64",
        "bytes",
        "deranged",
        "http",
        "itoa",
        "memchr",
        "message-clients",
        "num-conv",
        "powerfmt",
        "serde_core",
        "serde_json",
        "time",
        "time-core",
        "zmij",
    ];
    let features = [plain_features().join(","), "time".to_owned()].join(",");
    let needed = needed(&["--features", &features]);
    let names: Vec<&str> = needed.iter().map(|one| one.split(' ').next().unwrap()).collect();
    assert_eq!(names, ALLOWED, "look at a new crate before it is allowed here");
}

/// The README says how many crates each choice of features costs.
#[test]
fn the_readme_of_the_crate_counts_its_crates() {
    let readme = fs::read_to_string(repository().join("generated/README.md")).unwrap();
    let table = readme.lines().skip_while(|line| !line.starts_with("| features | crates |"));
    let rows: Vec<Vec<&str>> = table
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() > 4, "{rows:?}");
    for row in rows {
        let named: Vec<&str> = row[0].split('`').skip(1).step_by(2).collect();
        let needed = match named.as_slice() {
            [] if row[0] == "all" => needed(&["--all-features"]),
            [] => {
                let plain = needed(&["--features", &plain_features().join(",")]);
                assert_eq!(plain, needed(&[]), "the APIs need nothing of their own");
                plain
            }
            named => needed(&["--features", &named.join(",")]),
        };
        assert_eq!(row[1], needed.len().to_string(), "with {}", row[0]);
    }
}

/// The features of `serde_json` in the build of one package.
fn features_of_serde_json(arguments: &[&str]) -> BTreeSet<String> {
    let tree = cargo(&[&["tree", "--edges", "normal", "--prefix", "none", "--format", "{p}|{f}"], arguments].concat());
    let line = tree.lines().find(|line| line.starts_with("serde_json v")).expect("serde_json is a dependency");
    line.split_once('|').unwrap().1.split(',').filter(|feature| !feature.is_empty()).map(str::to_owned).collect()
}

/// A workspace unifies features: one that docwright alone enables would change how the crate reads numbers in these tests.
#[test]
fn docwright_enables_no_feature_of_serde_json_that_the_generated_crate_lacks() {
    let generated = features_of_serde_json(&["-p", "message-clients"]);
    let docwright = features_of_serde_json(&["-p", "docwright", "--all-features"]);
    assert!(docwright.is_subset(&generated), "{docwright:?} against {generated:?}");
}
