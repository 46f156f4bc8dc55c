use serde_json::Value as Json;

use super::{Specs, indented};
use crate::check::{judge_request, judge_response};
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
fn formats_of_dates_ids_and_addresses() {
    let fields = "a:\n  type: date\nb:\n  type: uuid\nc:\n  type: uri";
    judged(
        fields,
        &[
            (r#"{"a": "2024-02-29", "b": "6f9619ff-8b86-d011-b42d-00c04fc964ff", "c": "mailto:a@b"}"#, &[]),
            (
                r#"{"a": "2023-02-29", "b": "6f9619ff8b86d011b42d00c04fc964ff", "c": "a b"}"#,
                &["/a format", "/b format", "/c format"],
            ),
        ],
    );
}

#[test]
fn numbers_and_what_bounds_them() {
    let fields = "a:\n  type: uint64\nb:\n  type: float\nc:\n  type: number\n  minimum: 0\n  exclusive_maximum: 1\n  multiple_of: 0.1\nd:\n  type: uint64\n  enum:\n    - 7\ne:\n  type: uint32\nf:\n  type: date\n  exclusive_minimum: 2024-02-28";
    judged(
        fields,
        &[
            (r#"{"a": 18446744073709551615, "b": 1.5, "c": 0.3, "d": 7, "e": 4294967295, "f": "2024-02-29"}"#, &[]),
            (
                r#"{"a": 18446744073709551616, "b": 1e300, "c": 1, "d": 8, "e": 4294967296, "f": "2024-02-28"}"#,
                &["/a range", "/b range", "/c exclusive_maximum", "/d enum", "/e range", "/f exclusive_minimum"],
            ),
            (
                r#"{"a": -1, "b": "1", "c": -0.05, "d": -1, "e": -1, "f": "?"}"#,
                &["/a range", "/b type", "/c minimum", "/c multiple_of", "/d enum", "/e range", "/f format"],
            ),
            (r#"{"a": 1.5, "b": -1.5, "c": 0, "d": 7.0}"#, &["/a type"]),
        ],
    );
}

#[test]
fn maps_and_the_keys_beside_fields() {
    let map = "a:\n  values:\n    type: integer\n    minimum: 0\n  keys:\n    pattern: '^[a-z]'\n    max_length: 2\n  max_properties: 2";
    judged(
        map,
        &[
            (r#"{"a": {"b": 1, "c": 0}}"#, &[]),
            (r#"{"a": {"b": -1, "1": 1}}"#, &["/a/1 keys", "/a/b minimum"]),
            (r#"{"a": {"b": 1, "c": 1, "d": 1}}"#, &["/a max_properties"]),
            (r#"{"a": {"b": "1", "c": 1, "d": 1}}"#, &["/a/b type"]),
            (r#"{"a": []}"#, &["/a type"]),
        ],
    );
    let fields = "a:\n  fields:\n    x:\n      type: string\n  values:\n    type: boolean\n    nullable: true\n  min_properties: 2";
    judged(
        fields,
        &[
            (r#"{"a": {"x": "", "y": true}}"#, &[]),
            (r#"{"a": {"x": "", "y": null}}"#, &[]),
            (r#"{"a": {"x": "", "y": 1}}"#, &["/a/y type"]),
            (r#"{"a": {"y": true}}"#, &["/a min_properties"]),
            (r#"{"a": {"x": 1}}"#, &["/a/x type"]),
        ],
    );
}

/// What cannot be taken is not in the map, and its key is not judged; what only breaks a rule is, and so is its key.
#[test]
fn the_key_of_a_value_that_cannot_be_taken() {
    type Case = (&'static str, &'static [&'static str]);
    let map = |values: &str| format!("a:\n  values:\n{}  keys:\n    pattern: '^[a-z]'", indented(values, 4));
    let cases: &[(&str, &[Case])] = &[
        ("type: integer\nminimum: 0", &[("-1", &["minimum", "keys"]), ("1e300", &["range"]), ("null", &["type"])]),
        ("type: int32", &[("\"x\"", &["type"]), ("3000000000", &["range", "keys"]), ("1e300", &["range"])]),
        ("type: uint64", &[("-1", &["range"]), ("18446744073709551616", &["range"]), ("1", &["keys"])]),
        ("type: epoch-seconds", &[("1e300", &["range"]), ("1", &["keys"])]),
        ("type: float", &[("1e300", &["range"]), ("1.5", &["keys"])]),
        ("fields:\n  b:\n    type: integer", &[("{\"b\": \"x\"}", &["b type", "keys"]), ("[]", &["type"])]),
    ];
    for (values, cases) in cases {
        for (value, broken) in *cases {
            let expected = broken.iter().map(|rule| match rule.split_once(' ') {
                Some((field, rule)) => format!("/a/1/{field} {rule}"),
                None => format!("/a/1 {rule}"),
            });
            let mut expected: Vec<String> = expected.collect();
            expected.sort();
            let mut found = breaks(&map(values), &format!("{{\"a\": {{\"1\": {value}}}}}"));
            found.sort();
            assert_eq!(found, expected, "{values}: {value}");
        }
    }
}

#[test]
fn counts_of_items_and_keys() {
    let fields = "a:\n  type: integer[]\n  min_items: 1\n  max_items: 2\n  unique_items: true\nb:\n  type: object\n  min_properties: 1\n  max_properties: 2\nc:\n  min_properties: 2\n  fields:\n    x: {}\n    y: {}";
    judged(
        fields,
        &[
            (r#"{"a": [1], "b": {"x": 1}, "c": {"x": 1, "y": 1}}"#, &[]),
            (r#"{"a": [1, 2], "b": {"x": 1, "y": 1}}"#, &[]),
            (r#"{"a": [], "b": {}}"#, &["/a min_items", "/b min_properties"]),
            (r#"{"a": [1, 2, 3], "b": {"x": 1, "y": 1, "z": 1}}"#, &["/a max_items", "/b max_properties"]),
            (r#"{"a": [1, 1.0]}"#, &["/a unique_items"]),
            (r#"{"a": ["1", 2, 3, 4]}"#, &["/a/0 type"]),
            // What nobody knows is dropped, and counts for nothing.
            (r#"{"c": {"x": 1, "z": 1}}"#, &["/c/z unknown_field", "/c min_properties"]),
        ],
    );
    let open = "c:\n  open: true\n  max_properties: 1\n  fields:\n    x: {}";
    judged(open, &[(r#"{"c": {"x": 1, "z": 1}}"#, &["/c max_properties"]), (r#"{"c": {"z": 1}}"#, &[])]);
}

#[test]
fn unions_within_unions() {
    let fields = "a:\n  tag: kind\n  one_of:\n    plain: object\n    paid:\n      tag: by\n      one_of:\n        card:\n          fields:\n            kind: {}\n            number:\n              type: string\n              required: true\n        cash:\n          fields:\n            kind: {}";
    judged(
        fields,
        &[
            (r#"{"a": {"kind": "paid", "by": "card", "number": "1"}}"#, &[]),
            (r#"{"a": {"kind": "paid", "by": "card"}}"#, &["/a/number required"]),
            (r#"{"a": {"kind": "paid", "by": "cheque"}}"#, &["/a/by tag"]),
            (r#"{"a": {"kind": "plain", "by": "cheque"}}"#, &[]),
        ],
    );
}

#[test]
fn what_means_none_is_looked_at_no_further() {
    let fields =
        "a:\n  type: integer\n  minimum: 1\n  none_value: 0\nb:\n  type: string[]\n  min_items: 1\n  none_value: []";
    judged(
        fields,
        &[
            (r#"{"a": 0, "b": []}"#, &[]),
            (r#"{"a": -0.0}"#, &[]),
            (r#"{"a": "0"}"#, &["/a type"]),
            (r#"{"a": -1, "b": [1]}"#, &["/a minimum", "/b/0 type"]),
        ],
    );
}

#[test]
fn a_body_of_another_kind() {
    judged("a: {}", &[("[]", &[" type"]), ("null", &[" nullable"])]);
}

#[test]
fn an_answer_is_judged_by_its_status() {
    let specs = Specs::new().endpoint(
        "method: GET\npath: /orders\nresponses:\n  200:\n    body:\n      fields:\n        a:\n          type: integer\n  404:\n    body:\n      fields:\n        b:\n          type: integer\nexamples:\n  sample:\n    response:\n      status: 404\n      body: |\n        {\"a\": 1, \"b\": \"x\"}\n",
    );
    let (model, ..) = specs.read();
    let model = model.unwrap();
    let api = model.apis.first().unwrap();
    let endpoint = api.endpoints.first().unwrap();
    let sample = endpoint.examples.first().unwrap().response.as_ref().unwrap();
    let scope = Scope { api, endpoint: Some(endpoint) };
    let broken = judge_response(scope, endpoint, sample).into_iter().map(|(pointer, rule)| format!("{pointer} {rule}"));
    assert_eq!(broken.collect::<Vec<_>>(), ["/body/b type", "/body/a unknown_field"]);
}
