//! Parts: settings, required headers, responses.

use insta::assert_snapshot;

use super::support::{named, tell, with_files};
use crate::model::StatusKey;

const PARTS: &str = "
title: Post
parts:
  Languages:
    headers:
      Accept-Language:
        type: string
      X-Tenant:
        required: true
      X-Guess:
        inferred:
          why: A sample has it.
          required: true
    responses:
      401: {}
      4XX:
        body: none
  Traces:
    path_parameters:
      office: {}
    query_parameters:
      page:
        type: integer
    headers:
      accept-language:
        type: string
      X-Trace: {}
";

#[test]
fn optional_headers_become_settings_and_the_rest_comes_behind_the_own() {
    let endpoint = "
include: [Traces, Languages]
path_parameters:
  id: {}
query_parameters:
  text: {}
headers:
  X-Own: {}
responses:
  200: {}
";
    let api = PARTS.replace("      accept-language:\n        type: string\n", "");
    with_files(&api, endpoint, |specs| {
        let model = specs.model();
        let (api, endpoint) = (model.api(), model.endpoint());
        assert_snapshot!(tell(&api.settings, api), @"
        Accept-Language: Text
        X-Guess: Text, required true (inferred)
        X-Trace: Text
        ");
        assert_snapshot!(tell(&endpoint.headers, api), @"
        X-Own: Text
        X-Tenant: Text, required true
        ");
        assert_snapshot!(tell(&endpoint.path_parameters, api), @"
        id: Text
        office: Text
        ");
        assert_snapshot!(tell(&endpoint.query_parameters, api), @"
        text: Text
        page: Integer(Integer)
        ");
        assert_eq!(endpoint.settings, [2, 0, 1]);
        let responses: Vec<_> = endpoint
            .responses
            .iter()
            .map(|response| (response.key, response.part.as_ref().map(|part| part.text.as_str())))
            .collect();
        assert_eq!(
            responses,
            [
                (StatusKey::Status(200), None),
                (StatusKey::Status(401), Some("Languages")),
                (StatusKey::Range(4), Some("Languages")),
            ]
        );
    });
}

#[test]
fn parts_that_say_the_same_share_a_setting() {
    let api = PARTS.to_owned();
    with_files(&api, "include: [Traces]\nresponses:\n  200: {}\n", |specs| {
        let (model, _) = specs.build();
        assert_eq!(model.api().settings.len(), 3);
        assert_eq!(named(&model.api().settings, "Accept-Language").name, "Accept-Language");
        assert_eq!(model.endpoint().settings, [0, 2]);
    });
}

#[test]
fn the_same_entry_twice_is_a_conflict() {
    let endpoint = "
include: [Languages, Traces, Languages]
path_parameters:
  office: {}
query_parameters:
  page: {}
headers:
  x-trace: {}
responses:
  401: {}
  200: {}
";
    with_files(PARTS, endpoint, |specs| {
        assert_snapshot!(specs.found(), @"
        include-conflict: the response `401` comes in twice
          post/api.yaml:15 `401` here again
          post/send_letter.yaml:14 `401` here first
          help: remove one of them; an entry that not all endpoints of a part have stands in a part of its own
        include-conflict: the path parameter `office` comes in twice
          post/api.yaml:20 `office` here again
          post/send_letter.yaml:8 `office` here first
          help: remove one of them; an entry that not all endpoints of a part have stands in a part of its own
        include-conflict: the query parameter `page` comes in twice
          post/api.yaml:22 `page` here again
          post/send_letter.yaml:10 `page` here first
          help: remove one of them; an entry that not all endpoints of a part have stands in a part of its own
        include-conflict: the header `accept-language` comes in twice
          post/api.yaml:25 `accept-language` here again
          post/api.yaml:6 `Accept-Language` here first
          help: remove one of them; an entry that not all endpoints of a part have stands in a part of its own
        include-conflict: the header `X-Trace` comes in twice
          post/api.yaml:27 `X-Trace` here again
          post/send_letter.yaml:12 `x-trace` here first
          help: remove one of them; an entry that not all endpoints of a part have stands in a part of its own
        include-conflict: the part `Languages` comes in twice
          post/send_letter.yaml:6 `Languages` here again
          post/send_letter.yaml:6 `Languages` here first
          help: remove one of them; an entry that not all endpoints of a part have stands in a part of its own
        ");
    });
}

#[test]
fn parts_that_differ_about_a_header_are_a_conflict() {
    let api = PARTS.replace("accept-language:\n        type: string", "accept-language:\n        type: email");
    let include = "responses:\n  200: {}\ninclude: [Languages]\n";
    with_files(&api, include, |specs| {
        assert_snapshot!(specs.found(), @"
        unused-part: nothing uses the part `Traces`
          post/api.yaml:18 `Traces`
          help: name it under `include` of an endpoint, or remove it
        include-conflict: two parts say different things of the header `accept-language`
          post/api.yaml:25 `accept-language` here again
          post/api.yaml:6 `Accept-Language` here first
          help: optional headers of parts are settings of the whole API: let both say the same
          help: or put one of them into the endpoints that it is about
        ");
    });
}
