//! What else is wrong is said at its place, with the way out, and all of it in one run.

use insta::assert_snapshot;

use super::support::{API, ENDPOINT, PROJECT, Specs, with_fields, with_files};

const SILENT: &str = "responses:\n  200: {}\n";

#[test]
fn shapes() {
    let fields = "
two:
  fields: {}
  tag: kind
  one_of:
    a: object
scalar:
  type: string
  fields: {}
list:
  type: object[]
  fields: {}
object:
  type: object
  fields: {}
untagged:
  one_of:
    a: object
variantless:
  tag: kind
later:
  type: string
  known:
    why: It is said twice.
    type: integer
    fields: {}
null:
  enum: [a, null, 1.5]
";
    with_fields(fields, |specs| {
        assert_snapshot!(specs.found(), @"
    shape-twice: `fields` and `one_of` both say what `two` is
      post/send_letter.yaml:11 `one_of`
      post/send_letter.yaml:9 `fields`
      help: keep one: a union's fields stand in its variants
    shape-twice: `type` and `fields` both say what `scalar` is
      post/send_letter.yaml:15 `fields`
      post/send_letter.yaml:14 `type`
      help: keep one; beside `fields` no other type than `object` can stand
    shape-twice: `type` and `fields` both say what `list` is
      post/send_letter.yaml:18 `fields`
      post/send_letter.yaml:17 `type`
      help: keep one; beside `fields` no other type than `object` can stand
      help: for a list put `fields` into a named type under `types`, and call it with `[]`
    missing-key: `untagged` has `one_of` and no `tag`
      post/send_letter.yaml:23 `one_of`
      help: add `tag`: the field inside that tells the variants apart
    missing-key: `variantless` has a `tag` and no `one_of`
      post/send_letter.yaml:26 `tag`
      help: add `one_of`: a map from each value of the tag to what the object holds then
    shape-twice: `type` and `fields` both say what `later` is
      post/send_letter.yaml:32 `fields`
      post/send_letter.yaml:31 `type`
      help: keep one; beside `fields` no other type than `object` can stand
    wrong-kind: `null` is no value of an enum: a text or a whole number
      post/send_letter.yaml:34 `null`
      help: that it may be null is said by `nullable: true`
    wrong-kind: `1.5` is no value of an enum: a text or a whole number
      post/send_letter.yaml:34 `1.5`
      help: put it in quotes if it is a text
    ");
    });
}

#[test]
fn servers_and_credentials() {
    let api = "
title: Post
servers:
  nowhere:
    doc: Somewhere.
auth:
  nowhere: {}
  twice:
    header: X-Key
    scheme: Bearer
  nested:
    all_of:
      inner:
        all_of:
          key:
            header: X-Key
";
    with_files(api, SILENT, |specs| {
        let (model, found) = specs.build();
        assert_snapshot!(found, @"
        missing-key: nobody says the address of the server `nowhere`
          post/api.yaml:4 `nowhere`
          help: add `url`, or remove the server: a caller can always give an address of his own
        missing-key: nobody says where the credential `nowhere` goes
          post/api.yaml:7 `nowhere`
          help: add one of `header`, `query`, `scheme`, `session` and `all_of`
        several-carriers: the credential `twice` goes to two places
          post/api.yaml:10 `scheme`
          post/api.yaml:9 `header`
          help: for two secrets at once put each under `all_of`, with a name of its own
          help: for two ways of which a caller picks one, write two credentials
        key-not-here: `all_of` stands within `all_of` of `nested`
          post/api.yaml:14 `all_of`
          help: put its credentials beside the others: all of them are sent at once
        ");
        assert_eq!((model.api().servers.len(), model.api().auth.len()), (0, 2));
    });
}

#[test]
fn responses() {
    let endpoint = "
responses:
  success: {}
  204: {}
  2XX: {}
  2xx: {}
  99: {}
  sucess: {}
  600: {}
  default: {}
examples:
  sample:
    response:
      status: 20
";
    with_files(API, endpoint, |specs| {
        assert_snapshot!(specs.found(), @"
    success-twice: `send_letter` has `success` beside `204`
      post/send_letter.yaml:7 `success` any status 2xx
      post/send_letter.yaml:8 `204` a success too
      help: keep `success` only if the page names no status
    success-twice: `send_letter` has `success` beside `2XX`
      post/send_letter.yaml:7 `success` any status 2xx
      post/send_letter.yaml:9 `2XX` a success too
      help: keep `success` only if the page names no status
    bad-status: `2xx` is no status
      post/send_letter.yaml:10 `2xx`
      help: did you mean `2XX`?
      help: a response is for a status (`200`), a range (`4XX`), `success` (any 2xx) or `default` (all others)
    bad-status: `99` is no status
      post/send_letter.yaml:11 `99`
      help: a response is for a status (`200`), a range (`4XX`), `success` (any 2xx) or `default` (all others)
    bad-status: `sucess` is no status
      post/send_letter.yaml:12 `sucess`
      help: did you mean `success`?
      help: a response is for a status (`200`), a range (`4XX`), `success` (any 2xx) or `default` (all others)
    bad-status: `600` is no status
      post/send_letter.yaml:13 `600`
      help: a response is for a status (`200`), a range (`4XX`), `success` (any 2xx) or `default` (all others)
    bad-status: `20` is no status
      post/send_letter.yaml:18 `20`
      help: a sample has the status that it was answered with, from 100 to 599
    ");
    });
}

#[test]
fn an_endpoint_without_page_and_responses() {
    let endpoint = "method: GET\npath: /letters\n";
    let specs = Specs { project: PROJECT, api: API, endpoint };
    assert_snapshot!(specs.found(), @"
    missing-key: `send_letter` has no responses
      post/send_letter.yaml:1 `method: GET`
      help: add `responses`: `success: {}` where the page says nothing but that a call may succeed
    missing-key: `send_letter` names no page
      post/send_letter.yaml:1 `method: GET`
      help: add `page` with the address of the documentation page, here or in api.yaml for all endpoints
    ");
}

#[test]
fn an_endpoint_that_never_succeeds() {
    let found = |responses: &str| {
        let api = "title: Post\npage:\n  address: https://example.org/all\nparts:\n  Failures:\n    responses:\n      4XX: {}\n";
        let endpoint = format!("method: GET\npath: /letters\ninclude: [Failures]\n{responses}");
        Specs { project: PROJECT, api, endpoint: &endpoint }.found()
    };
    assert_snapshot!(found("responses:\n  302: {}\n  404: {}\n"), @"
    missing-key: `send_letter` has no response for a success
      post/send_letter.yaml:4 `responses`
      help: add the status that the page gives; `success: {}` where it says nothing but that a call may succeed
    ");
    assert_snapshot!(found(""), @"
    missing-key: `send_letter` has no response for a success
      post/send_letter.yaml:1 `method: GET`
      help: add the status that the page gives; `success: {}` where it says nothing but that a call may succeed
    ");
    for success in ["204", "2XX", "success", "default"] {
        assert_eq!(found(&format!("responses:\n  {success}: {{}}\n")), "");
    }
    assert!(found("responses:\n  sucess: {}\n").starts_with("bad-status"), "what it was meant to be is said alone");
    assert!(!found("responses:\n  sucess: {}\n").contains("missing-key"));
}

#[test]
fn the_page_of_the_api_is_that_of_its_endpoints() {
    let api = "title: Post\npage:\n  address: https://example.org/all\n";
    let endpoint = format!("method: GET\npath: /letters\n{SILENT}");
    let model = Specs { project: PROJECT, api, endpoint: &endpoint }.model();
    assert_eq!(model.endpoint().page.address.text, "https://example.org/all");
    let endpoint = format!("{ENDPOINT}{SILENT}");
    let model = Specs { project: PROJECT, api, endpoint: &endpoint }.model();
    assert_eq!(model.endpoint().page.address.text, "https://example.org/letters");
}

#[test]
fn crates() {
    let endpoint = format!("{ENDPOINT}{SILENT}");
    let found = |name: &str, version: &str| {
        let project = format!("language: 1\ncrate:\n  name: {name}\n  version: {version}\n");
        Specs { project: &project, api: API, endpoint: &endpoint }.found()
    };
    assert_snapshot!(found("4letters", "1.0"), @"
    bad-crate: `4letters` cannot be the name of a crate: it does not begin with a letter
      docwright.yaml:3 `4letters`
      help: a name begins with a letter and has letters, digits, `-` and `_` alone: `message-clients`
    bad-crate: `1.0` is no version
      docwright.yaml:4 `1.0`
      help: a version is three numbers, by Semantic Versioning: `0.1.0`, `1.2.3-beta.1`
    ");
    let long = "a".repeat(65);
    for name in ["a.b", "größe", "''", "-a", "match", "proc-macro", "Test", long.as_str(), "self", "gen", "try"] {
        assert!(found(name, "1.0.0").contains("bad-crate"), "{name}");
    }
    for name in ["a", "message-clients", "message_clients2", "A1"] {
        assert_eq!(found(name, "1.0.0"), "", "{name}");
    }
    for version in
        ["1", "1.2", "1.2.3.4", "01.2.3", "v1.2.3", "1.2.x", "1.2.3-", "1.2.3-01", "1.2.3+", "1.2.3-a..b", "1.2.-3"]
    {
        assert!(found("a", &format!("'{version}'")).contains("bad-crate"), "{version}");
    }
    for version in ["0.0.0", "1.2.3-beta.1", "1.2.3-0a.x-y+build.01", "1.2.3+a"] {
        assert_eq!(found("a", &format!("'{version}'")), "", "{version}");
    }
}

#[test]
fn what_is_missing_is_replaced_so_that_nothing_follows_from_it() {
    let specs = Specs { project: "language: 1\n", api: "{}\n", endpoint: "path_parameters:\n  id: {}\n" };
    let (model, found) = specs.build();
    assert_eq!(model.endpoint().path.value.text, "/{id}");
    assert_eq!(model.api().title, "post");
    assert_snapshot!(found, @"
    missing-key: docwright.yaml has no `crate`
      docwright.yaml:1 ``
      help: add `crate`: the crate to write
    missing-key: api.yaml has no `title`
      post/api.yaml:1 ``
      help: add `title`: the API's name as its vendor writes it
    missing-key: this endpoint has no `method`
      post/send_letter.yaml:1 ``
      help: add `method`: the method, in upper case
    missing-key: this endpoint has no `path`
      post/send_letter.yaml:1 ``
      help: add `path`: the path below the server, with `{variables}`
    missing-key: `send_letter` has no responses
      post/send_letter.yaml:1 `path_parameters:`
      help: add `responses`: `success: {}` where the page says nothing but that a call may succeed
    missing-key: `send_letter` names no page
      post/send_letter.yaml:1 `path_parameters:`
      help: add `page` with the address of the documentation page, here or in api.yaml for all endpoints
    ");
}
