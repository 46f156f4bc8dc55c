//! The JSON of every command satisfies the schema that docwright publishes.

use docwright::diagnostic::to_value;
use docwright_tests::project::Project;
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::DOCWRIGHT;
use crate::fixture::{check, diff};

fn validator() -> Validator {
    let (name, text) = docwright::report::schema();
    assert_eq!(name, "report.json");
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

fn assert_valid(document: &Value, what: &str) {
    let validator = validator();
    let errors: Vec<String> =
        validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{what}: {errors:#?}");
}

#[test]
fn what_every_command_prints_satisfies_the_schema() {
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    let said = |arguments: &[&str]| {
        let run = project.run(arguments.iter().chain(&["--format", "json"])).unwrap();
        let document: Value =
            serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{arguments:?}: {error}"));
        assert_valid(&document, &arguments.join(" "));
        document
    };
    let commands: [&[&str]; 9] = [
        &["check"],
        &["generate", "--dry-run"],
        &["generate"],
        &["check"],
        &["list"],
        &["show", "pland"],
        &["schema"],
        &["explain", "unknown-key"],
        &["explain", "--all"],
    ];
    for command in commands {
        said(command);
    }
    project.replace("specs/pland/send_note.yaml", "method: POST", "methud: POST").unwrap();
    for command in ["check", "generate", "list"] {
        assert_ne!(said(&[command])["diagnostics"], json!([]));
    }
}

#[test]
fn the_schema_says_what_a_change_does() {
    let validator = validator();
    for case in [diff(), check()] {
        let report = json!({ "diagnostics": to_value(&case.diagnostics, &case.sources) });
        assert_valid(&report, "a fixture");
        for (pointer, wrong) in [
            ("/diagnostics/0/severity", json!("fatal")),
            ("/diagnostics/0/labels/0/start/line", json!(0)),
            ("/diagnostics/0/title", Value::Null),
            ("/diagnostics/0/effect", json!({})),
        ] {
            let mut broken = report.clone();
            *broken.pointer_mut(pointer).unwrap() = wrong;
            assert!(!validator.is_valid(&broken), "{pointer}");
        }
    }
}
