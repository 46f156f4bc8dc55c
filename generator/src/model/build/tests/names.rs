//! Names that nobody knows, and names that nobody uses.

use insta::assert_snapshot;

use super::support::{API, with_files};

#[test]
fn names_that_nobody_knows() {
    let api = "
title: Post
sources:
  handbook: {}
parts:
  Failures:
    responses:
      401: {}
types:
  Letter: {}
  Shared:
    type: Stamp
";
    let endpoint = "
include: [Failure]
body:
  fields:
    misspelt:
      type: Leter[]
    unknown:
      type: Envelope
    used:
      type: Shared
    told:
      known:
        why: It is written.
        source: hanbook
        type: string
responses:
  200: {}
types:
  Stamp: {}
";
    with_files(api, endpoint, |specs| {
        assert_snapshot!(specs.found(), @"
    unknown-type: there is no type `Stamp`
      post/api.yaml:12 `Stamp`
      post/send_letter.yaml:23 `Stamp` a type of `send_letter` alone
      help: move it to api.yaml: what several files use is shared there
    unknown-part: there is no part `Failure`
      post/send_letter.yaml:6 `Failure`
      help: did you mean `Failures`?
    unknown-type: there is no type `Leter`
      post/send_letter.yaml:10 `Leter[]`
      help: did you mean `Letter`?
    unknown-type: there is no type `Envelope`
      post/send_letter.yaml:12 `Envelope`
      help: add it to `types`, or correct the name
    unknown-source: there is no source `hanbook`
      post/send_letter.yaml:18 `hanbook`
      help: did you mean `handbook`?
    unused-type: nothing uses the type `Stamp`
      post/send_letter.yaml:23 `Stamp`
      help: call it by `type`, or remove it
    ");
    });
}

#[test]
fn names_that_nobody_uses() {
    let api = "
title: Post
sources:
  handbook: {}
parts:
  Failures:
    responses:
      401: {}
types:
  Letter:
    fields:
      reply:
        type: Letter[]
";
    let endpoint = "responses:\n  200: {}\ntypes:\n  Stamp: {}\n";
    with_files(api, endpoint, |specs| {
        assert_snapshot!(specs.found(), @"
    unused-source: nothing uses the source `handbook`
      post/api.yaml:4 `handbook`
      help: name it as the `source` of a half, or remove it
    unused-part: nothing uses the part `Failures`
      post/api.yaml:6 `Failures`
      help: name it under `include` of an endpoint, or remove it
    unused-type: nothing uses the type `Letter`
      post/api.yaml:10 `Letter`
      help: call it by `type`, or remove it
    not-yet: the type `Letter` contains itself, which this version does not read
      post/api.yaml:13 `Letter[]`
      help: until then write `any` or `object` here, and say in `doc` what it holds
    unused-type: nothing uses the type `Stamp`
      post/send_letter.yaml:8 `Stamp`
      help: call it by `type`, or remove it
    ");
    });
}

#[test]
fn a_built_in_with_a_capital() {
    with_files("title: Post\n", "path_parameters:\n  id:\n    type: String\nresponses:\n  200: {}\n", |specs| {
        assert_snapshot!(specs.found(), @"
        unknown-type: there is no type `String`
          post/send_letter.yaml:7 `String`
          help: did you mean `string`?
        ");
    });
}

#[test]
fn credentials_that_an_endpoint_names() {
    let api = "
title: Post
auth:
  api_key:
    header: X-Key
  ticket:
    scheme: Ticket
";
    let found = |auth: &str| {
        let mut told = String::new();
        with_files(api, &format!("{auth}\nresponses:\n  200: {{}}\n"), |specs| told = specs.found());
        told
    };
    assert_snapshot!(found("auth: [none, apikey, nobody]"), @"
    unused-credential: nothing uses the credential `ticket`
      post/api.yaml:6 `ticket`
      help: name it under `auth` of an endpoint, or remove it
    unknown-credential: there is no credential `apikey`
      post/send_letter.yaml:5 `apikey`
      help: did you mean `api_key`?
    unknown-credential: there is no credential `nobody`
      post/send_letter.yaml:5 `nobody`
      help: add it to `auth` of api.yaml, or correct the name; `none` is a call without a credential
    ");
    assert_eq!(found("auth: [ticket, api_key]"), "");
    assert_eq!(found("doc: Says nothing of it."), "");
}

#[test]
fn a_name_that_a_half_overrides_is_used() {
    let endpoint = "
body:
  fields:
    id:
      type: Id
      known:
        why: It is a text.
        type: string
responses:
  200: {}
types:
  Id:
    type: integer
";
    with_files(API, endpoint, |specs| assert_eq!(specs.found(), ""));
}

#[test]
fn nothing_is_called_unused_beside_what_cannot_be_read() {
    let endpoint = "body:\n  tipe: Id\nresponses:\n  200: {}\ntypes:\n  Id: {}\n";
    with_files(API, endpoint, |specs| {
        let found = specs.found();
        assert!(found.contains("unknown-key") && !found.contains("unused-type"), "{found}");
    });
}

#[test]
fn names_of_types() {
    let api = "title: Post\ntypes:\n  Id: {}\n";
    let endpoint = "
body:
  type: Id
responses:
  200: {}
types:
  Id: {}
  string: {}
  lower: {}
";
    with_files(api, endpoint, |specs| {
        assert_snapshot!(specs.found(), @"
    duplicate-type: the type `Id` stands in api.yaml and in the file of `send_letter`
      post/send_letter.yaml:11 `Id` here again
      post/api.yaml:3 `Id` shared by all endpoints
      help: give this one another name, or use the shared one
    duplicate-type: `string` is a built-in type
      post/send_letter.yaml:12 `string`
      help: give it another name: a capital, then letters and digits, such as `ObjectId`
    unused-type: no entry can call the type `lower`
      post/send_letter.yaml:13 `lower`
      help: give it another name: a capital, then letters and digits, such as `ObjectId`
    ");
    });
}
