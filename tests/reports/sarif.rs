//! SARIF, judged by the schema of its standard, and read by the types of another crate.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use docwright::report::Format;
use docwright_tests::project::{repository, run};
use jsonschema::Validator;
use serde_json::Value;

use crate::fixture::{Case, check, diff};

/// The schema that the standard publishes. It stands in the package of `serde-sarif`, which makes its types from it.
static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let mut cargo = Command::new(env!("CARGO"));
    let cargo = cargo.current_dir(repository()).args(["metadata", "--offline", "--format-version", "1"]);
    let metadata: Value = serde_json::from_str(&run(cargo).unwrap().stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages.iter().find(|package| package["name"] == "serde-sarif").unwrap();
    let folder = PathBuf::from(package["manifest_path"].as_str().unwrap());
    let text = fs::read_to_string(folder.with_file_name("src").join("schema.json")).unwrap();
    // The pattern of languages, which docwright does not write, has a bracket too many to be one of ECMA-262.
    let schema: Value = serde_json::from_str(&text.replace("{2}]?$", "{2}$")).unwrap();
    jsonschema::validator_for(&schema).unwrap()
});

/// The log, once the schema and the types of another crate have taken it.
pub fn read(case: &Case) -> Value {
    let text = case.write(Format::Sarif);
    let log: Value = serde_json::from_str(&text).unwrap();
    let errors: Vec<String> =
        SCHEMA.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let typed: serde_sarif::sarif::Sarif = serde_json::from_str(&text).unwrap();
    assert_eq!(typed.runs.len(), 1);
    log
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let mut log = read(&check());
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0.into();
    assert!(!SCHEMA.is_valid(&log));
}

#[test]
fn each_result_has_its_rule_place_fix_and_fingerprint() {
    let log = read(&check());
    let run = &log["runs"][0];
    let result = &run["results"][0];
    let rule = &run["tool"]["driver"]["rules"][usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
    assert_eq!(rule["id"], "unknown-key");
    assert!(rule["help"]["markdown"].as_str().unwrap().contains("```yaml"));
    let region = &result["locations"][0]["physicalLocation"];
    assert_eq!(region["artifactLocation"]["uri"], "specs/pland/send_note.yaml");
    assert_eq!(region["region"]["startLine"], 3);
    assert_eq!(region["region"]["endColumn"], 8, "the column behind the last character");
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "required");
    assert_eq!(replacement["deletedRegion"], region["region"]);
    assert_eq!(run["results"][1]["relatedLocations"][0]["message"]["text"], "first here");
    let elsewhere = &run["results"][2]["locations"][0]["physicalLocation"];
    assert_eq!(elsewhere["artifactLocation"]["uri"], "specs/docwright.yaml", "services show only what has a place");
    assert_eq!(elsewhere["region"], Value::Null);
}

#[test]
fn what_was_accepted_is_suppressed_and_says_why() {
    let log = read(&diff());
    let results = log["runs"][0]["results"].as_array().unwrap();
    let suppressed: Vec<_> = results.iter().filter(|result| result["suppressions"] != Value::Null).collect();
    assert_eq!(suppressed.len(), 1);
    assert_eq!(suppressed[0]["suppressions"][0]["justification"], "The vendor closed it in March.");
    assert!(results.iter().all(|result| result["relatedLocations"] == Value::Null), "an old file is no place of now");
}

#[test]
fn a_fingerprint_stays_while_lines_move_and_tells_equal_findings_apart() {
    let marks = |case: &Case| {
        let log = read(case);
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        results
            .into_iter()
            .map(|result| result["partialFingerprints"]["docwright/v1"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let mut moved = check();
    moved.sources = docwright::diagnostic::Sources::default();
    let before = check();
    for file in [0, 1] {
        let label = before.diagnostics[file].labels[0].place.file;
        let source = before.sources.get(label);
        moved.sources.add(source.path.clone(), format!("# one more line\n{}", source.text));
    }
    for label in moved.diagnostics.iter_mut().flat_map(|diagnostic| &mut diagnostic.labels) {
        label.place.span.start += 16;
        label.place.span.end += 16;
    }
    assert_eq!(marks(&moved), marks(&before));
    let mut twice = check();
    twice.diagnostics.push(twice.diagnostics[0].clone());
    let marks = marks(&twice);
    assert_ne!(marks.first(), marks.last());
}
