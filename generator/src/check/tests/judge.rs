use serde_json::Value as Json;

use super::{Specs, indented};
use crate::check::judge_request;
use crate::model::{SampleBody, Scope};

/// The rules that a JSON body breaks, each with its pointer below the body.
fn breaks(fields: &str, body: &str) -> Vec<String> {
    let specs = Specs::new().endpoint(&format!(
        "method: POST\npath: /orders\nbody:\n  fields:\n{}responses:\n  success: {{}}\nexamples:\n  sample:\n    request:\n      body: |\n        {{}}\n",
        indented(fields, 4)
    ));
    let (model, ..) = specs.read();
    let model = model.unwrap();
    let api = model.apis.first().unwrap();
    let endpoint = api.endpoints.first().unwrap();
    let mut sample = endpoint.examples.first().unwrap().request.clone().unwrap();
    assert!(serde_json::from_str::<Json>(body).is_ok(), "{body}");
    sample.body = sample.body.map(|old| SampleBody { text: body.to_owned(), ..old });
    let scope = Scope { api, endpoint: Some(endpoint) };
    let broken = judge_request(scope, endpoint, &sample);
    broken.into_iter().map(|(pointer, rule)| format!("{} {rule}", pointer.strip_prefix("/body").unwrap())).collect()
}

#[track_caller]
fn judged(fields: &str, cases: &[(&str, &[&str])]) {
    for (body, expected) in cases {
        assert_eq!(breaks(fields, body), *expected, "{body}");
    }
}

#[test]
fn absent_null_empty_and_zero() {
    let fields = "a:\n  type: string\n  required: true\nb:\n  type: string\n  nullable: true\nc:\n  type: integer\n  none_value: 0\n  enum:\n    - 7\nd:\n  type: any";
    judged(
        fields,
        &[
            (r#"{"a": "", "b": "", "c": 0}"#, &[]),
            (r#"{"a": "", "b": null, "c": 0.0}"#, &[]),
            ("{}", &["/a required"]),
            (r#"{"a": null, "c": null, "d": null}"#, &["/a nullable", "/c nullable", "/d nullable"]),
            (r#"{"a": "", "c": 1}"#, &["/c enum"]),
            (r#"{"a": "", "c": "0"}"#, &["/c type"]),
        ],
    );
}

#[test]
fn another_kind_or_range_stops_the_rules_after_it() {
    let fields = "a:\n  type: string\n  min_length: 3\n  pattern: '^x'\n  enum:\n    - xab\nb:\n  type: int32\n  enum:\n    - 1\nc:\n  type: integer\nd:\n  type: number\ne:\n  type: epoch-seconds\nf:\n  type: boolean\ng:\n  type: object";
    judged(
        fields,
        &[
            (r#"{"a": "y"}"#, &["/a enum", "/a min_length", "/a pattern"]),
            (
                r#"{"a": 1, "b": "1", "c": 1.5, "d": "1", "e": 1.5, "f": 0, "g": []}"#,
                &["/a type", "/b type", "/c type", "/d type", "/e type", "/f type", "/g type"],
            ),
            (r#"{"b": 2147483648, "c": 9223372036854775808, "e": 1e300}"#, &["/b range", "/c range", "/e range"]),
            (r#"{"b": 1.0, "c": -1, "d": 1e300, "e": 0, "f": true, "g": {"any": []}}"#, &[]),
        ],
    );
}

#[test]
fn lengths_are_code_points() {
    let fields = "a:\n  type: string\n  min_length: 2\n  max_length: 3";
    judged(
        fields,
        &[
            (r#"{"a": "é"}"#, &["/a min_length"]),
            (r#"{"a": "ééé"}"#, &[]),
            (r#"{"a": "😀😀😀😀"}"#, &["/a max_length"]),
        ],
    );
}

#[test]
fn lists_objects_and_fields_that_are_not_listed() {
    let fields = "a:\n  type: string[]\nb:\n  fields:\n    x:\n      required: true\nc:\n  open: true\n  fields: {}\nd:\n  type: email[][]";
    judged(
        fields,
        &[
            (r#"{"a": ["x", 1, null], "d": [["a@b"], ["?"]]}"#, &["/a/1 type", "/a/2 type", "/d/1/0 format"]),
            (
                r#"{"b": {"y~/": 1}, "c": {"y": 1}, "z": 1}"#,
                &["/b/x required", "/b/y~0~1 unknown_field", "/z unknown_field"],
            ),
            (r#"{"a": "x", "b": []}"#, &["/a type", "/b type"]),
            (r#"{"d": [1, ["a@b", 2, "?"], ["?"]]}"#, &["/d/0 type", "/d/1/1 type", "/d/1/2 format", "/d/2/0 format"]),
        ],
    );
}

#[test]
fn unions_by_their_tag() {
    let fields = "a:\n  tag: kind\n  one_of:\n    user:\n      fields:\n        id:\n          type: integer\n    1: object\n    'true':\n      fields:\n        kind:\n          type: boolean";
    judged(
        fields,
        &[
            (r#"{"a": {"kind": "user", "id": 1}}"#, &[]),
            (r#"{"a": {"kind": "user", "id": "1", "name": "x"}}"#, &["/a/id type", "/a/name unknown_field"]),
            (r#"{"a": {"kind": 1, "name": "x"}}"#, &[]),
            (r#"{"a": {"kind": 1.0}}"#, &[]),
            (r#"{"a": {"kind": "1"}}"#, &["/a/kind tag"]),
            (r#"{"a": {"kind": true}}"#, &[]),
            (r#"{"a": {"kind": "true"}}"#, &["/a/kind tag"]),
            (r#"{"a": {"kind": "bot", "name": "x"}}"#, &["/a/kind tag"]),
            (r#"{"a": {"id": 1}}"#, &["/a/kind tag"]),
            (r#"{"a": {"kind": ""}}"#, &["/a/kind tag"]),
            (r#"{"a": []}"#, &["/a type"]),
        ],
    );
}

#[test]
fn what_a_variant_says_of_its_keys() {
    let fields = "a:\n  tag: kind\n  one_of:\n    map:\n      values: integer\n      keys:\n        max_length: 4\n    many:\n      type: object\n      min_properties: 2\n    '\"1\"': object";
    judged(
        fields,
        &[
            (r#"{"a": {"kind": "map", "x": 1}}"#, &[]),
            (r#"{"a": {"kind": "map", "x": "1", "longer": 1}}"#, &["/a/longer keys", "/a/x type"]),
            (r#"{"a": {"kind": "many"}}"#, &["/a min_properties"]),
            (r#"{"a": {"kind": "many", "x": 1}}"#, &[]),
            (r#"{"a": {"kind": "1"}}"#, &[]),
            (r#"{"a": {"kind": 1}}"#, &["/a/kind tag"]),
        ],
    );
}

#[test]
fn formats() {
    let fields = "a:\n  type: date-time\nb:\n  type: local-date-time\nc:\n  type: email";
    judged(
        fields,
        &[
            (r#"{"a": "2007-12-18T17:54:08.0543344+01:00", "b": "2024-02-29 00:00:00", "c": "a@b"}"#, &[]),
            (
                r#"{"a": "yyyy-mm-ddThh:mm:ss.sssZ", "b": "2023-02-29 00:00:00", "c": "a"}"#,
                &["/a format", "/b format", "/c format"],
            ),
        ],
    );
}

#[test]
fn a_body_of_another_kind() {
    judged("a: {}", &[("[]", &[" type"]), ("null", &[" nullable"])]);
}
