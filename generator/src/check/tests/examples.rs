use super::{Specs, indented};

/// An endpoint with a note of at most ten characters, and this request in an example.
fn request(text: &str) -> String {
    let fields =
        "note:\n  type: string\n  required: true\n  max_length: 10\ncount:\n  type: integer\nlines:\n  type: Line[]";
    Specs::new()
        .endpoint(&format!(
            "method: POST\npath: /shops/{{shop}}/orders\npath_parameters:\n  shop:\n    type: integer\nheaders:\n  \
             X-Tags:\n    type: string[]\nbody:\n  fields:\n{}\nresponses:\n  success: {{}}\ntypes:\n  Line:\n    \
             fields:\n      a/b:\n        type: email\nexamples:\n  sample:\n    request:\n{}",
            indented(fields, 4),
            indented(text, 6)
        ))
        .said()
}

/// An endpoint with these responses, and this one in an example.
fn response(responses: &str, text: &str) -> String {
    let (responses, text) = (indented(responses, 2), indented(text, 6));
    let text =
        format!("method: GET\npath: /orders\nresponses:\n{responses}examples:\n  sample:\n    response:\n{text}");
    Specs::new().endpoint(&text).said()
}

/// An endpoint with a multipart body of these fields, and this body in an example.
fn form(fields: &str, body: &str) -> String {
    let (fields, body) = (indented(fields, 4), indented(body, 8));
    let text = "method: POST\npath: /orders\nbody:\n  media_type: multipart/form-data\n  fields:\n";
    let text =
        format!("{text}{fields}responses:\n  success: {{}}\nexamples:\n  sample:\n    request:\n      body: |\n{body}");
    Specs::new().endpoint(&text).said()
}

#[test]
fn what_a_sample_breaks_must_be_claimed() {
    insta::assert_snapshot!(request("body: |\n  {\n    \"note\": \"Ring twice, please\",\n    \"lines\": [{\"a/b\": \"?\"}]\n  }"), @r#"
    example-breaks: `/body/note` breaks `max_length` in the request of the example `sample` of `order`
      32 `"Ring twice, please"`
      14 `10` `max_length` by what is said here
      = compare both with the page, and correct the one that was transcribed wrongly
      = if the page's sample really breaks it, claim it: add `/body/note: [max_length]` to `violates`
    example-breaks: `/body/lines/0/a~1b` breaks `format` in the request of the example `sample` of `order`
      33 `"?"`
      26 `email` `format` by what is said here
      = compare both with the page, and correct the one that was transcribed wrongly
      = if the page's sample really breaks it, claim it: add `/body/lines/0/a~1b: [format]` to `violates`
    "#);
    let claims = "violates:\n  /body/note:\n    - max_length\n  /body/lines/0/a~1b:\n    - format";
    let body = "body: |\n  {\"note\": \"Ring twice, please\", \"lines\": [{\"a/b\": \"?\"}]}";
    assert_eq!(request(&format!("{body}\n{claims}")), "");
}

#[test]
fn what_is_missing_is_told_where_it_would_stand() {
    insta::assert_snapshot!(request("body: |\n  {\"notes\": \"Ring\"}"), @r#"
    example-breaks: `/body/note` breaks `required` in the request of the example `sample` of `order`
      31 `{"notes": "Ring"}`
      13 `true` `required` by what is said here
      = compare both with the page, and correct the one that was transcribed wrongly
      = if the page's sample really breaks it, claim it: add `/body/note: [required]` to `violates`
    example-breaks: `/body/notes` breaks `unknown_field` in the request of the example `sample` of `order`
      31 `"Ring"`
      11 `note:` `unknown_field` by what is said here
      = compare both with the page, and correct the one that was transcribed wrongly
      = if the page's sample really breaks it, claim it: add `/body/notes: [unknown_field]` to `violates`
    "#);
}

#[test]
fn a_claim_that_does_not_hold() {
    let claim = |claim: &str| request(&format!("body: |\n  {{\"note\": \"Ring twice\"}}\nviolates:\n{claim}"));
    insta::assert_snapshot!(claim("  /body/note:\n    - max_length"), @r#"
    claim-unneeded: `/body/note` does not break `max_length` in the request of the example `sample` of `order`
      34 `max_length` claimed
      31 `"Ring twice"` this value holds
      = remove the claim
      = if you expected it to hold: the spec does not state the rule, or the pointer names another value
    "#);
    insta::assert_snapshot!(claim("  body/note:\n    - max_length"), @r#"
    bad-pointer: `body/note` names no place of the request of the example `sample` of `order`
      33 `body/note`
      = did you mean `/body/note`?
    "#);
    insta::assert_snapshot!(claim("  /body/notes:\n    - max_length"), @r#"
    bad-pointer: `/body/notes` names no place of the request of the example `sample` of `order`
      33 `/body/notes`
      = did you mean `/body/note`?
    "#);
    insta::assert_snapshot!(claim("  /boddy/note:\n    - max_length"), @"
    bad-pointer: `/boddy/note` names no place of the request of the example `sample` of `order`
      33 `/boddy/note`
      = a pointer begins with one of `/path_parameters`, `/query_parameters`, `/headers`, `/body`
    ");
    insta::assert_snapshot!(claim("  /body/lines/first:\n    - format"), @r#"
    bad-pointer: `/body/lines/first` names no place of the request of the example `sample` of `order`
      33 `/body/lines/first`
      = write the names of the spec from the root, and items by number from 0
    "#);
    insta::assert_snapshot!(claim("  /body/note:\n    - maxLength"), @r#"
    unknown-rule: there is no rule `maxLength`
      34 `maxLength`
      = did you mean `max_length`?
    "#);
    insta::assert_snapshot!(claim("  /body/note:\n    - too_long"), @"
    unknown-rule: there is no rule `too_long`
      34 `too_long`
      = the rules are required, nullable, type, range, const, enum, minimum, exclusive_minimum, maximum, exclusive_maximum, multiple_of, min_length, max_length, pattern, format, encode, min_items, max_items, unique_items, min_properties, max_properties, keys, tag, unknown_field
    ");
    insta::assert_snapshot!(claim("  /body/note:\n    - same_as"), @r#"
    not-yet: the rule `same_as` is not checked by this version
      34 `same_as`
      = until then leave the claim out
    "#);
}

#[test]
fn each_rule_of_a_claim_holds_for_itself() {
    let said = request(
        "body: |\n  {\"note\": \"Ring twice, please\"}\nviolates:\n  /body/note:\n    - max_length\n    - pattern",
    );
    assert!(said.starts_with("claim-unneeded: `/body/note` does not break `pattern`"), "{said}");
    assert_eq!(said.lines().filter(|line| !line.starts_with(' ')).count(), 1, "{said}");
    let said = response("200: {}", "violates:\n  /body/note:\n    - type");
    assert!(said.starts_with("bad-pointer: `/body/note`"), "{said}");
    assert!(said.contains("= it has nothing that could break a rule"), "{said}");
}

#[test]
fn a_slip_in_a_claim_is_told_once() {
    let claim = |claim: &str| request(&format!("body: |\n  {{\"note\": \"Ring twice, please\"}}\nviolates:\n{claim}"));
    insta::assert_snapshot!(claim("  body/note:\n    - max_length"), @r#"
    bad-pointer: `body/note` names no place of the request of the example `sample` of `order`
      33 `body/note`
      = did you mean `/body/note`?
    "#);
    insta::assert_snapshot!(claim("  /body/note:\n    - too_long"), @"
    unknown-rule: there is no rule `too_long`
      34 `too_long`
      = the rules are required, nullable, type, range, const, enum, minimum, exclusive_minimum, maximum, exclusive_maximum, multiple_of, min_length, max_length, pattern, format, encode, min_items, max_items, unique_items, min_properties, max_properties, keys, tag, unknown_field
    ");
}

#[test]
fn one_claim_holds_once() {
    let body =
        "body: |\n  {\"note\": \"Ring twice, please\"}\nviolates:\n  /body/note:\n    - max_length\n    - max_length";
    insta::assert_snapshot!(request(body), @r#"
    claim-unneeded: `/body/note` is claimed twice to break `max_length` in the request of the example `sample` of `order`
      35 `max_length`
      = remove one of the claims
    "#);
}

#[test]
fn parameters_and_headers_in_wire_form() {
    let body = "body: |\n  {\"note\": \"Ring\"}";
    assert_eq!(request(&format!("path_parameters:\n  shop: '12'\nheaders:\n  x-tags: a, b\n{body}")), "");
    insta::assert_snapshot!(request(&format!("path_parameters:\n  shop: main\nheaders:\n  X-Tag: a\n{body}")), @r#"
    example-breaks: `/path_parameters/shop` breaks `type` in the request of the example `sample` of `order`
      31 `main`
      5 `integer` `type` by what is said here
      = compare both with the page, and correct the one that was transcribed wrongly
      = if the page's sample really breaks it, claim it: add `/path_parameters/shop: [type]` to `violates`
    unknown-field-name: the request of the example `sample` of `order` gives the header `X-Tag`, which the endpoint does not have
      33 `X-Tag`
      = did you mean `X-Tags`?
    "#);
}

#[test]
fn a_body_that_is_no_json() {
    insta::assert_snapshot!(request("body: |\n  {\n    \"note\": \"Ring twice\",\n  }"), @"
    example-undecodable: the body in the request of the example `sample` of `order` is no JSON
      32 `,` nothing follows this comma
      = remove the `,`
      = if the page has it so, say under `undecodable` what is wrong with it
    ");
    insta::assert_snapshot!(request("body: |\n  {\"note\": \"Ring"), @r#"
    example-undecodable: the body in the request of the example `sample` of `order` is no JSON
      31 `"` never closed in its line
      = add the closing `"`; within a text, write a new line as `\n`
      = if the page has it so, say under `undecodable` what is wrong with it
    "#);
}

#[test]
fn a_body_that_is_said_to_be_no_json() {
    assert_eq!(request("body: |\n  {\"note\": \"Ring\nundecodable: The page is cut."), "");
    insta::assert_snapshot!(request("body: |\n  {\"note\": \"Ring\nundecodable: ''\nviolates:\n  /body/note:\n    - type"), @"
    missing-why: `undecodable` gives no reason in the request of the example `sample` of `order`
      32 `''`
      = say what is wrong with the body
    claim-unneeded: `/body/note` breaks no rule in the request of the example `sample` of `order`, which is not judged
      34 `/body/note` claimed
      32 `''` the body cannot be read
      = remove the claim
    ");
    insta::assert_snapshot!(request("body: |\n  {\"note\": \"Ring\"}\nundecodable: A comma is missing."), @r#"
    claim-unneeded: the body in the request of the example `sample` of `order` can be read
      32 `A comma is missing.` claimed
      31 `{"note": "Ring"}` this is JSON
      = remove `undecodable`: the sample is judged then
    "#);
    insta::assert_snapshot!(request("undecodable: A comma is missing."), @"
    claim-unneeded: the request of the example `sample` of `order` has no body that would be read
      30 `A comma is missing.` claimed
      = remove `undecodable`
    ");
}

#[test]
fn a_body_that_is_another_one_when_it_is_written_again() {
    insta::assert_snapshot!(request("body: |\n  {\"note\": \"Ring\",\n   \"note\": \"twice\"}"), @r#"
    example-differs: `/body/note` stands twice in the request of the example `sample` of `order`
      32 `"note"` only this one is read
      31 `"note"` lost when it is written again
      = if the slip is the transcript's, correct it
    "#);
    insta::assert_snapshot!(form("count:\n  type: integer\ntags:\n  type: string[]\n  encode: comma", "{\"count\": \"1.0\", \"tags\": [\"a\", \"b\"]}"), @r#"
    example-differs: `/body/count` is another text when it is written again, in the request of the example `sample` of `order`
      17 `"1.0"`
      7 `integer` its type
      = numbers are written in their shortest form: to keep the digits, correct the type to `string`
    example-differs: `/body/tags` is another text when it is written again, in the request of the example `sample` of `order`
      17 `["a", "b"]`
      9 `string[]` its type
      = a list that is joined is one text in the sample, its items in their shortest form
    "#);
    assert_eq!(request("body: |\n  {\"note\": \"Ring\", \"count\": 1.0}"), "");
}

#[test]
fn forms_are_judged_by_their_text() {
    let fields = "count:\n  type: integer\npaid:\n  type: boolean\nmails:\n  type: email[]\n  encode: comma\nids:\n  type: integer[]\n  encode: brackets";
    assert_eq!(form(fields, "{\"count\": \"7\", \"paid\": true, \"mails\": \"a@b,c@d\", \"ids\": [1, \"2\"]}"), "");
    insta::assert_snapshot!(form(fields, "{\"count\": \"07\", \"paid\": \"yes\", \"mails\": \"a@b,c\", \"ids\": [1.5]}"), @r#"
    example-breaks: `/body/count` breaks `type` in the request of the example `sample` of `order`
      22 `"07"`
      7 `integer` `type` by what is said here
      = compare both with the page, and correct the one that was transcribed wrongly
      = if the page's sample really breaks it, claim it: add `/body/count: [type]` to `violates`
    example-breaks: `/body/paid` breaks `type` in the request of the example `sample` of `order`
      22 `"yes"`
      9 `boolean` `type` by what is said here
      = compare both with the page, and correct the one that was transcribed wrongly
      = if the page's sample really breaks it, claim it: add `/body/paid: [type]` to `violates`
    example-breaks: `/body/mails/1` breaks `format` in the request of the example `sample` of `order`
      22 `"a@b,c"`
      11 `email[]` `format` by what is said here
      = compare both with the page, and correct the one that was transcribed wrongly
      = if the page's sample really breaks it, claim it: add `/body/mails/1: [format]` to `violates`
    example-breaks: `/body/ids/0` breaks `type` in the request of the example `sample` of `order`
      22 `1.5`
      14 `integer[]` `type` by what is said here
      = compare both with the page, and correct the one that was transcribed wrongly
      = if the page's sample really breaks it, claim it: add `/body/ids/0: [type]` to `violates`
    "#);
}

#[test]
fn the_status_of_an_answer() {
    let several = "200:\n  body:\n    type: string\n202:\n  body: none\n4XX:\n  body:\n    type: boolean";
    insta::assert_snapshot!(response(several, "body: |\n  \"a\""), @r#"
    missing-key: the response of the example `sample` of `order` has no `status`, and no single success says it
      14 `response`
      = add the `status` that the page's sample was answered with
    "#);
    insta::assert_snapshot!(response(several, "status: 500\nbody: |\n  \"a\""), @r#"
    bad-status: the response of the example `sample` of `order` has the status 500, for which there is no response
      15 `500`
      = describe it under `responses`, or correct the status
    "#);
    insta::assert_snapshot!(response(several, "status: 202\nbody: |\n  \"a\""), @r#"
    example-breaks: the response of the example `sample` of `order` has a body, and nothing comes with 202
      17 `"a"`
      = correct the body of the response, in a half if the page is wrong about it
    "#);
    insta::assert_snapshot!(response("204:\n  body: none", "status: 204\nbody: |\n  null"), @"
    example-breaks: the response of the example `sample` of `order` has a body, and nothing comes with 204
      11 `null`
      = HTTP lets no body come with it: leave that of the sample out, and tell of it under `doubts`
    ");
    insta::assert_snapshot!(response(several, "status: 404\nbody: |\n  \"a\""), @r#"
    example-breaks: `/body` breaks `type` in the response of the example `sample` of `order`
      17 `"a"`
      11 `boolean` `type` by what is said here
      = compare both with the page, and correct the one that was transcribed wrongly
      = if the page's sample really breaks it, claim it: add `/body: [type]` to `violates`
    "#);
    assert_eq!(response(several, "status: 200\nbody: |\n  \"a\""), "");
}

#[test]
fn pointers_through_every_kind_of_value() {
    let fields = "any: {}\nfree:\n  type: object\nmap:\n  values:\n    fields:\n      x: {}\nboth:\n  fields:\n    x:\n      type: integer\n  values:\n    fields:\n      y: {}\nlist:\n  type: integer[]\nunion:\n  tag: kind\n  one_of:\n    a:\n      fields:\n        x: {}\n    b:\n      fields:\n        y: {}";
    let of = |pointer: &str| {
        let text = format!(
            "method: POST\npath: /orders\nbody:\n  fields:\n{}responses:\n  success: {{}}\nexamples:\n  sample:\n    request:\n      body: |\n        {{}}\n      violates:\n        {pointer}:\n          - type\n",
            indented(fields, 4)
        );
        Specs::new().endpoint(&text).said()
    };
    for right in [
        "/body",
        "/body/any/of/all",
        "/body/free/x",
        "/body/map/k/x",
        "/body/both/x",
        "/body/both/other/y",
        "/body/list/0",
        "/body/list/10",
        "/body/union/kind",
        "/body/union/x",
        "/body/union/y",
    ] {
        assert!(of(right).starts_with("claim-unneeded"), "{right}: {}", of(right));
    }
    for (wrong, way_out) in [
        ("/body/map/k/z", "names of the spec"),
        ("/body/both/x/y", "names of the spec"),
        ("/body/both/other/z", "names of the spec"),
        ("/body/list/x", "names of the spec"),
        ("/body/list/01", "names of the spec"),
        ("/body/list/-1", "names of the spec"),
        ("/body/union/knid", "did you mean `/body/union/kind`?"),
        ("body/list/0", "did you mean `/body/list/0`?"),
        ("body/list/x", "a pointer begins with one of"),
        ("/body/a~2b", "a pointer begins with one of"),
    ] {
        let said = of(wrong);
        assert!(said.starts_with("bad-pointer") && said.contains(way_out), "{wrong}: {said}");
    }
}

#[test]
fn an_answer_without_a_body_has_nothing_to_claim() {
    let said = response("204: {}", "status: 204\nviolates:\n  /body/x:\n    - type");
    assert!(said.contains("bad-pointer"), "{said}");
}

#[test]
fn a_value_is_pointed_to_behind_escapes_and_in_lists() {
    let said = request("body: |\n  {\"note\": \"a\\\"b\\\\\", \"lines\": [{}, {\"a/b\": \"x\"}, {\"a/b\": \"?\"}]}");
    assert!(said.contains("`/body/lines/2/a~1b` breaks `format`"), "{said}");
    assert!(said.contains(" `\"?\"`"), "{said}");
    assert!(said.contains("`/body/lines/1/a~1b` breaks `format`"), "{said}");
    assert!(said.contains(" `\"x\"`"), "{said}");
}

#[test]
fn the_status_of_a_sample_may_be_left_out_where_one_success_says_it() {
    for (responses, breaks) in [
        ("201:\n  body:\n    type: integer", true),
        ("success:\n  body:\n    type: integer", true),
        ("201:\n  body:\n    type: integer\n404:\n  body:\n    type: string", true),
    ] {
        let said = response(responses, "body: |\n  \"x\"");
        assert_eq!(said.starts_with("example-breaks"), breaks, "{responses}: {said}");
    }
    let two = response("200:\n  body:\n    type: integer\n201: {}", "body: |\n  \"x\"");
    assert!(two.starts_with("missing-key"), "{two}");
}
