//! Samples in forms, headers, paths and queries, where all is text: what each is told as, and what is right.

use super::{Specs, indented};
use crate::check::check;

/// The ids and titles of what is told of a request, by the keys of its endpoint and of its sample.
fn told(endpoint: &str, sample: &str) -> Vec<String> {
    let text = format!(
        "method: POST\n{endpoint}\nresponses:\n  success: {{}}\nexamples:\n  sample:\n    request:\n{}",
        indented(sample, 6)
    );
    let said = Specs::new().endpoint(&text).said();
    let titles = said.lines().filter(|line| !line.starts_with(' '));
    titles.map(|line| line.replace(" in the request of the example `sample` of `order`", "")).collect()
}

fn form(fields: &str, body: &str) -> Vec<String> {
    let fields = indented(fields, 2);
    told(
        &format!("path: /orders\nbody:\n  media_type: multipart/form-data\n{fields}"),
        &format!("body: |\n{}", indented(body, 2)),
    )
}

fn json(fields: &str, body: &str) -> Vec<String> {
    told(&format!("path: /orders\nbody:\n{}", indented(fields, 2)), &format!("body: |\n{}", indented(body, 2)))
}

fn query(parameter: &str, value: &str) -> Vec<String> {
    let parameter = indented(parameter, 4);
    told(&format!("path: /orders\nquery_parameters:\n  a:\n{parameter}"), &format!("query_parameters:\n  a: {value}"))
}

fn header(parameter: &str, value: &str) -> Vec<String> {
    let parameter = indented(parameter, 4);
    told(&format!("path: /orders\nheaders:\n  X-A:\n{parameter}"), &format!("headers:\n  x-a: {value}"))
}

fn path(parameter: &str, value: &str) -> Vec<String> {
    let parameter = indented(parameter, 4);
    told(
        &format!("path: /orders/{{a}}\npath_parameters:\n  a:\n{parameter}"),
        &format!("path_parameters:\n  a: {value}"),
    )
}

const NONE: [&str; 0] = [];

#[test]
fn texts_are_read_by_their_type_in_every_place() {
    type Place = fn(&str, &str) -> Vec<String>;
    let places: [(&str, Place); 3] =
        [("/path_parameters/a", path), ("/query_parameters/a", query), ("/headers/X-A", header)];
    for (at, place) in places {
        for (of, value) in [
            ("integer", "'7'"),
            ("string", "'07'"),
            ("string", "'7'"),
            ("date", "2024-02-29"),
            ("boolean", "'true'"),
            ("number", "'1.5'"),
        ] {
            assert_eq!(place(&format!("type: {of}"), value), NONE, "{at} {of} {value}");
        }
        for (of, value) in [("integer", "'x'"), ("boolean", "'yes'"), ("number", "'1,5'")] {
            let broken = format!("example-breaks: `{at}` breaks `type`");
            assert_eq!(place(&format!("type: {of}"), value), [broken], "{at} {of} {value}");
        }
        let told = place("type: integer", "'7.0'");
        assert!(told.len() == 1 && told[0].starts_with("example-differs"), "{at}: {told:?}");
    }
    // Blanks around the items of a list mean nothing in a header, and stand in the items elsewhere.
    let list = "type: email[]\nencode: comma";
    assert_eq!(header(list, "'a@b, c@d'"), NONE);
    assert_eq!(query(list, "'a@b, c@d'"), ["example-breaks: `/query_parameters/a/1` breaks `format`"]);
    assert_eq!(path("type: string[]", "'a, b'"), NONE);
    assert_eq!(header("type: string", "'a , b'"), NONE);
}

#[test]
fn a_header_is_visible_ascii() {
    for right in ["'a'", "'a b'", "'~'", "'!'", "\"a\\tb\"", "''"] {
        assert_eq!(header("type: string", right), NONE, "{right}");
    }
    for lost in ["'\u{e9}'", "' a'", "'a '", "\"a\\t\"", "\"a\\x01b\"", "\"\\x7f\""] {
        let told = header("type: string", lost);
        assert_eq!(told.len(), 1, "{lost}: {told:?}");
        assert!(told[0].starts_with("example-undecodable") && told[0].contains("no header can have"), "{told:?}");
        assert_eq!(query("type: string", lost), NONE, "{lost}");
        assert_eq!(path("type: string", lost), NONE, "{lost}");
    }
}

#[test]
fn what_a_sample_gives_must_be_there() {
    let endpoint = "path: /shops/{shop}\npath_parameters:\n  shop: {}\nquery_parameters:\n  page: {}\n  size: {}\nheaders:\n  X-A: {}\n  X-B: {}";
    let right = "path_parameters:\n  shop: a\nquery_parameters:\n  page: a\nheaders:\n  x-b: a";
    assert_eq!(told(endpoint, right), NONE);
    for (given, what) in [
        ("path_parameters:\n  shops: a", "the path parameter `shops`"),
        ("query_parameters:\n  pages: a", "the query parameter `pages`"),
        ("query_parameters:\n  Page: a", "the query parameter `Page`"),
        ("headers:\n  X-C: a", "the header `X-C`"),
    ] {
        let told = told(endpoint, given);
        assert_eq!(told.len(), 1, "{given}: {told:?}");
        assert!(told[0].starts_with("unknown-field-name") && told[0].contains(what), "{given}: {told:?}");
    }
    // Of a variable that nobody describes, one message is enough.
    let undescribed = told("path: /shops/{shop}", "path_parameters:\n  shop: a");
    assert!(undescribed.len() == 1 && undescribed[0].starts_with("missing-path-parameter"), "{undescribed:?}");
}

#[test]
fn what_comes_out_otherwise_is_told_of_a_form_that_could_be_sent() {
    let fields = "fields:\n  count:\n    type: integer\n  note:\n    type: string\n    max_length: 2\n  paid:\n    type: boolean";
    let differs = "example-differs: `/body/count` is another text when it is written again,";
    let told = |body: &str| -> Vec<String> {
        form(fields, body)
            .into_iter()
            .map(|line| line.replace(", in the request of the example `sample` of `order`", ","))
            .collect()
    };
    assert_eq!(told("{\"count\": \"1.0\"}"), [differs]);
    assert_eq!(
        told("{\"count\": \"1.0\", \"note\": \"abc\"}"),
        [differs, "example-breaks: `/body/note` breaks `max_length`"]
    );
    // What cannot be sent at all comes out of nothing.
    assert_eq!(
        told("{\"count\": \"1.0\", \"notes\": \"a\"}"),
        ["example-breaks: `/body/notes` breaks `unknown_field`"]
    );
    assert_eq!(told("{\"count\": \"1.0\", \"paid\": \"yes\"}"), ["example-breaks: `/body/paid` breaks `type`"]);
    // JSON comes out as it went in.
    assert_eq!(json("fields:\n  a:\n    type: any", "{\"a\": \"1.0\"}"), NONE);
}

#[test]
fn fields_of_a_form_are_read_by_their_type() {
    assert_eq!(form("fields:\n  a:\n    type: string", "{\"a\": \"07\"}"), NONE);
    assert_eq!(form("fields:\n  a:\n    type: integer\n    nullable: true", "{\"a\": \"\"}"), NONE);
    assert_eq!(form("fields:\n  a:\n    type: integer", "{\"a\": \"\"}"), ["example-breaks: `/body/a` breaks `type`"]);
    // Those that are not listed as well.
    let others = "fields: {}\nvalues: integer";
    assert_eq!(form(others, "{\"x\": \"7\"}"), NONE);
    assert_eq!(form(others, "{\"x\": \"y\"}"), ["example-breaks: `/body/x` breaks `type`"]);
    let lists = "fields: {}\nvalues:\n  type: string[]\n  encode: brackets";
    assert_eq!(form(lists, "{\"x\": [\"y\"]}"), NONE);
    // Of a form that has no fields its description tells, not its sample.
    let told = form("type: object", "{\"x\": \"y\"}");
    assert!(!told.iter().any(|line| line.contains("breaks")), "{told:?}");
}

#[test]
fn a_value_that_means_none_is_one_text_in_a_form() {
    // The field has rules that the value would break, if it were one.
    let text = "fields:\n  a:\n    type: string\n    min_length: 5\n    none_value: '0'";
    assert_eq!(form(text, "{\"a\": \"0\"}"), NONE);
    assert_eq!(form(text, "{\"a\": 0}"), NONE);
    assert_eq!(form(text, "{\"a\": \"00\"}"), ["example-breaks: `/body/a` breaks `min_length`"]);
    assert_eq!(json(text, "{\"a\": 0}"), ["example-breaks: `/body/a` breaks `type`"]);
    let number = "fields:\n  a:\n    type: number\n    maximum: -5\n    none_value: 0";
    assert_eq!(form(number, "{\"a\": \"0\"}"), NONE);
    assert_eq!(form(number, "{\"a\": 0.0}"), NONE);
    let worth_the_same = form(number, "{\"a\": \"0.0\"}");
    assert!(!worth_the_same.iter().any(|line| line.contains("maximum")), "{worth_the_same:?}");
    assert_eq!(form(number, "{\"a\": \"1\"}"), ["example-breaks: `/body/a` breaks `maximum`"]);
    assert_eq!(json(number, "{\"a\": \"0\"}"), ["example-breaks: `/body/a` breaks `type`"]);
    // Numbers are compared by what they are worth, not by how they are written.
    for (none, given) in
        [("1000000000000000000", "1e18"), ("9223372036854775808", "9223372036854775808.0"), ("1.50", "15e-1")]
    {
        let number = number.replace("none_value: 0", &format!("none_value: {none}")).replace("-5", "1");
        assert_eq!(form(&number, &format!("{{\"a\": {given}}}")), NONE, "{none} {given}");
        assert_eq!(json(&number, &format!("{{\"a\": {given}}}")), NONE, "{none} {given}");
    }
}

#[test]
fn a_body_is_pointed_to_where_its_lines_are_known() {
    let fields = "fields:\n  note:\n    type: string\n    max_length: 2\n  other:\n    type: integer";
    let said = |body: &str| {
        let text = format!(
            "method: POST\npath: /orders\nbody:\n{}responses:\n  success: {{}}\nexamples:\n  sample:\n    request:\n      body: {body}\n",
            indented(fields, 2)
        );
        Specs::new().endpoint(&text).said()
    };
    for (body, at) in [
        ("|\n        {\"note\": \"abc\"}", "`\"abc\"`"),
        ("|\n        {\n          \"note\":\n\n          \"abc\"\n        }", "`\"abc\"`"),
        ("'{\"note\": \"abc\"}'", "`'{\"note\": \"abc\"}'`"),
        ("'{\"note\":\n\n        \"abc\"}'", "`'{\"note\":`"),
        ("\"{\\\"note\\\":\\n\\\"abc\\\"\\n}\"", "`\"{\\\"note"),
        ("|\n        {\n          \"note\": \"abc\",\n          \"other\": 1\n        }", "`\"abc\"`"),
        ("|\n        {\"note\": \"abc\"}   ", "`\"abc\"`"),
        ("|\n        {\n          \"note\": \"abc\"\n        }  ", "`\"abc\"`"),
        // Blanks in a line that is empty are not counted: the whole body is meant.
        ("|\n        {\n          \"note\":\n  \n          \"abc\"\n        }", "`{`"),
        ("|\n        {\n          \"note\":\n   \n          \"abc\"\n        }", "`{`"),
        ("|\n\n        {\n          \"note\":\n          \"abc\"\n        }", "`{`"),
        ("|\r\n        {\r\n          \"note\":\r\n          \"abc\"\r\n        }", "`\"abc\"`"),
        ("|\r\n        {\r\n          \"note\":\r\n\r\n\r\n\r\n          \"abc\"\r\n        }", "`{`"),
    ] {
        let said = said(body);
        let line = said.lines().nth(1).unwrap_or_default();
        assert!(said.starts_with("example-breaks: `/body/note`"), "{body}: {said}");
        assert!(line.contains(at), "{body}: {said}");
    }
}

#[test]
fn a_slip_is_mended_only_where_it_can_be_told_in_the_file() {
    let edits = |body: &str| {
        let text = format!(
            "method: POST\npath: /orders\nbody:\n  fields: {{}}\nresponses:\n  success: {{}}\nexamples:\n  sample:\n    request:\n      body: {body}\n"
        );
        let specs = Specs::new().endpoint(&text);
        let (model, sources, mut found) = specs.read();
        check(&model.unwrap(), &mut found);
        let edits = found.iter().flat_map(|diagnostic| &diagnostic.edit);
        edits.map(|edit| sources.text(edit.place).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(edits("|\n        {\"a\": 1,}"), [","]);
    assert_eq!(edits("|\n        {\n          \"a\": 1,\n        }"), [","]);
    for quoted in ["'{\"a\": 1,}'", "\"{\\\"a\\\": 1,}\"", "'{\"a\": 1,\n\n        }'", "\"{\\n\\\"a\\\": 1,\\n}\""] {
        assert_eq!(edits(quoted), NONE, "{quoted}: the body would be replaced, or other words of it");
    }
}
