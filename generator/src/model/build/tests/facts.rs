//! The page, then `inferred`, then `known`: the later wins, and groups are replaced as one.

use insta::assert_snapshot;

use super::support::{API, changes, named, tell, with_fields, with_files, with_types_and_fields};
use crate::model::{Origin, ResponseBody};

#[test]
fn the_later_voice_wins_key_by_key() {
    let fields = "
to:
  type: string
  required: false
  min_length: 1
  max_length: 10
  inferred:
    why: A sample is longer.
    max_length: 20
    nullable: true
  known:
    why: The vendor said so.
    max_length: 30
    required: true
";
    with_fields(fields, |specs| {
        let model = specs.model();
        assert_snapshot!(tell(model.fields(), model.api()), @"to: Text, required true (known), nullable true (inferred), min_length 1, max_length 30 (known)");
        assert_snapshot!(changes(&named(model.fields(), "to").halves), @"
        Inferred nullable: - => true
        Inferred max_length: 10 => 20
        Known required: false => true
        Known max_length: 10 => 30
        ");
    });
}

#[test]
fn a_half_replaces_a_shape_as_one_and_leaves_the_rest() {
    let fields = "
sender:
  type: string
  required: true
  known:
    why: The server sends an object.
    tag: kind
    one_of:
      person:
        fields:
          name: {}
      robot: object
place:
  fields:
    street:
      type: string
  inferred:
    why: A sample has a town.
    fields:
      street:
        type: string
      town:
        type: string
        max_length: 5
";
    with_fields(fields, |specs| {
        let model = specs.model();
        assert_snapshot!(tell(model.fields(), model.api()), @"
        sender: by kind {person: {name: Any (known)} (known); robot: FreeForm (known)} (known), required true
        place: {street: Text (inferred); town: Text (inferred), max_length 5 (inferred)} (inferred)
        ");
        assert_snapshot!(changes(&named(model.fields(), "sender").halves), @"Known one_of: string => one of person, robot, told apart by kind");
        assert_snapshot!(changes(&named(model.fields(), "place").halves), @"Inferred fields: an object with street => an object with street, town");
    });
}

#[test]
fn constraints_that_a_new_type_cannot_have_fall_away() {
    let fields = "
stays:
  type: string
  pattern: '^\\d'
  enum: [a]
  inferred:
    why: It looks like one.
    type: date-time
falls:
  type: string
  min_length: 1
  pattern: '^\\d'
  enum: [a]
  open: true
  default: a
  known:
    why: The server counts.
    type: number
    none_value: 0
list:
  type: string[]
  encode: comma
  known:
    why: There is one only.
    type: Number
states:
  type: string
  enum: [a, b]
  known:
    why: The server counts.
    type: integer
own:
  type: string
  known:
    why: This is wrong, and not for this stage to say.
    type: integer
    min_length: 3
";
    with_types_and_fields("Number:\n  type: integer\n", fields, |specs| {
        let model = specs.model();
        assert_snapshot!(tell(model.fields(), model.api()), @r#"
        stays: DateTime (inferred), pattern ^\d, enum a
        falls: Number(Number) (known), default "a", none_value 0 (known)
        list: Number (known)
        states: Integer(Integer) (known)
        own: Integer(Integer) (known), min_length 3 (known)
        "#);
    });
}

#[test]
fn silence_is_not_false() {
    let fields = "
unsaid: {}
said:
  type: boolean
  required: false
  nullable: false
  open: false
  server_owned: false
  default: false
";
    with_fields(fields, |specs| {
        let model = specs.model();
        assert_snapshot!(tell(model.fields(), model.api()), @"
        unsaid: Any
        said: Boolean, required false, nullable false, open false, server_owned false, default false
        ");
    });
}

#[test]
fn what_a_half_holds_is_of_its_voice() {
    let endpoint = "
responses:
  success:
    documented: false
    known:
      why: The page shows none.
      body:
        media_type: Application/Problem+JSON; charset=utf-8
        fields:
          code:
            type: string
            max_length: 3
  404:
    body: none
    known:
      why: Something may come.
      body: ignored
  500: {}
";
    with_files(API, endpoint, |specs| {
        let model = specs.model();
        let [success, not_found, broken] = model.endpoint().responses.as_slice() else { panic!("three responses") };
        let body = success.body.as_ref().expect("a body is known");
        let ResponseBody::Content(content) = &body.value else { panic!("the body has content") };
        assert_eq!((success.documented, body.origin), (false, Origin::Known));
        assert_eq!(content.media_type.as_ref().map(|of| of.value.0.as_str()), Some("application/problem+json"));
        assert_snapshot!(tell(std::slice::from_ref(&content.entry), model.api()), @": {code: Text (known), max_length 3 (known)} (known)");
        assert_snapshot!(changes(&success.halves), @"Known body: - => an object with code");
        assert_eq!(not_found.body.as_ref().map(|body| &body.value), Some(&ResponseBody::Ignored));
        assert_snapshot!(changes(&not_found.halves), @"Known body: no body => a body that is not promised");
        assert_eq!(broken.body, None);
    });
}

#[test]
fn an_address_and_a_carrier_are_replaced_as_one() {
    let api = "
title: Post
servers:
  cloud:
    url: https://{a}.example.org
    variables:
      a: {}
    known:
      why: It moved.
      url: https://example.com
auth:
  key:
    header: X-Key
    known:
      why: The server takes the standard header.
      scheme: Bearer
  both:
    all_of:
      ticket:
        scheme: basic
      cookies:
        session: true
";
    with_files(api, "responses:\n  200: {}\n", |specs| {
        let model = specs.model();
        let server = &model.api().servers[0];
        assert_eq!((server.url.value.as_str(), server.variables.len()), ("https://example.com", 0));
        assert_snapshot!(changes(&server.halves), @"Known url: https://{a}.example.org => https://example.com");
        assert_snapshot!(changes(&model.api().auth[0].halves), @"Known scheme: header X-Key => Bearer");
        let carriers: Vec<_> = model.api().auth.iter().map(|way| format!("{:?}", way.carrier.value)).collect();
        assert!(carriers[0].starts_with("Scheme(\"Bearer\")"), "{carriers:?}");
        assert!(carriers[1].contains("carrier: Fact { value: Basic"), "{carriers:?}");
        assert!(carriers[1].contains("value: Session"), "{carriers:?}");
    });
}

#[test]
fn changes_are_told_in_few_words() {
    let fields = "
all:
  type: integer
  enum:
    1: incoming
    2:
      name: outgoing
      doc: From us.
    3: {}
  none_value: 1
  known:
    why: The server counts from 0.
    enum:
      0: incoming
      1: outgoing
    none_value: 7
    default: 0
texts:
  type: string
  default: 'true'
  enum: unlisted
  known:
    why: As seen.
    default: ''
    enum: [a, b, c, d, e, f, g]
    unenforced:
      - It is polite.
object:
  type: object
  known:
    why: As seen.
    fields: {}
";
    with_fields(fields, |specs| {
        let model = specs.model();
        let told: String = model.fields().iter().map(|field| changes(&field.halves)).collect();
        assert_snapshot!(told, @r#"
        Known default: - => 0
        Known none_value: 1 => 7
        Known enum: 1 incoming, 2 outgoing, 3 => 0 incoming, 1 outgoing
        Known default: "true" => ""
        Known unenforced: - => a rule in words
        Known enum: values that it does not list => a, b, c, d, e, …
        Known fields: an object => an object without fields
        "#);
    });
}
