//! The JSON Schemas that editors read.

use std::fs;
use std::path::Path;

use docwright_tests::project::{files, repository};
use serde_json::{Map, Value};

use crate::generated;

const SCHEMAS: [&str; 4] = ["project.json", "api.json", "endpoint.json", "report.json"];

/// The schema of a spec, by its path below `specs/`.
fn schema_of(path: &str) -> &'static str {
    match path {
        "docwright.yaml" => "project.json",
        path if path.ends_with("/api.yaml") => "api.json",
        _ => "endpoint.json",
    }
}

/// The specs of the repository, by their paths below `specs/`.
fn specs() -> Vec<(String, String)> {
    let files = files(&repository().join("specs")).unwrap();
    let specs =
        files.into_iter().filter(|(path, _)| Path::new(path).extension().is_some_and(|extension| extension == "yaml"));
    specs.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// YAML as JSON: keys are texts.
fn json(value: serde_yaml::Value) -> Value {
    use serde_yaml::Value as Yaml;
    match value {
        Yaml::Sequence(items) => items.into_iter().map(json).collect(),
        Yaml::Mapping(entries) => {
            let key = |key: Yaml| key.as_str().map_or_else(|| json(key.clone()).to_string(), str::to_owned);
            Value::Object(entries.into_iter().map(|(name, value)| (key(name), json(value))).collect::<Map<_, _>>())
        }
        scalar => serde_json::to_value(scalar).unwrap(),
    }
}

fn validator(schema: &str) -> jsonschema::Validator {
    let text = fs::read_to_string(repository().join("specs/.schema").join(schema)).unwrap();
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

#[test]
fn those_checked_in_are_those_that_docwright_writes() {
    let project = generated();
    for schema in SCHEMAS {
        project.remove(&format!("specs/.schema/{schema}")).unwrap();
    }
    let run = project.run(["schema"]).unwrap();
    assert_eq!(run.code, 0, "{}", run.stderr);
    for schema in SCHEMAS {
        let path = format!("specs/.schema/{schema}");
        assert_eq!(project.read(&path).unwrap(), fs::read_to_string(repository().join(&path)).unwrap(), "{schema}");
    }
}

#[test]
fn each_spec_points_to_its_schema() {
    for (path, text) in specs() {
        let up = "../".repeat(path.matches('/').count());
        let expected = format!("# yaml-language-server: $schema={up}.schema/{}", schema_of(&path));
        assert_eq!(text.lines().next(), Some(expected.as_str()), "{path}");
    }
}

#[test]
fn each_spec_satisfies_its_schema() {
    for (path, text) in specs() {
        let spec = json(serde_yaml::from_str(&text).unwrap());
        let errors: Vec<String> = validator(schema_of(&path))
            .iter_errors(&spec)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{path}: {errors:#?}");
    }
}

#[test]
fn mistakes_of_a_writer_break_it() {
    let (_, text) = specs().into_iter().find(|(path, _)| path == "omnidesk/create_message.yaml").unwrap();
    let validator = validator("endpoint.json");
    for (right, wrong) in [
        ("required: true", "required: 'yes'"),
        ("min_length: 5", "min_lenght: 5"),
        ("encode: brackets", "encode: bracket"),
        ("method: POST\n", ""),
    ] {
        assert!(text.contains(right));
        let spec = json(serde_yaml::from_str(&text.replacen(right, wrong, 1)).unwrap());
        assert!(!validator.is_valid(&spec), "{wrong}");
    }
}
