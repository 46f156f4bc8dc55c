//! Named types and their uses; enums; what silence means.

use insta::assert_snapshot;

use super::support::{API, fields, named, tell, with_fields, with_files};
use crate::diagnostic::Place;
use crate::model::Shape;

const TYPES: &str = "
title: Post
types:
  Id:
    type: number
    doc: A number.
    doubts: [Is it?]
    none_value: 0
    known:
      why: It has no fraction.
      type: integer
  Code:
    type: string
    nullable: true
    min_length: 2
    pattern: '^a'
    inferred:
      why: The samples are short.
      max_length: 4
  Codes:
    type: Code[]
    encode: comma
  State:
    enum:
      1: on
      0: off
    open: true
  Alias:
    type: State
";

#[test]
fn a_use_takes_the_facts_of_its_type_and_says_its_own() {
    let endpoint = "
body:
  fields:
    id:
      type: Id
      none_value: -1
    ids:
      type: Id[]
    matrix:
      type: Id[][]
    code:
      type: Code
      nullable: false
      inferred:
        why: A sample.
        min_length: 3
    codes:
      type: Codes
    state:
      type: Alias
responses:
  200: {}
";
    with_files(TYPES, endpoint, |specs| {
        let model = specs.model();
        assert_snapshot!(tell(model.fields(), model.api()), @"
        id: Id, none_value -1
        ids: list of [Id, none_value 0]
        matrix: list of [list of [Id, none_value 0]]
        code: Code, nullable false, min_length 3 (inferred), max_length 4 (inferred), pattern ^a
        codes: Codes, encode Comma
        state: Alias, open true, enum #1 on|#0 off
        ");
        let id = named(model.fields(), "id");
        assert_eq!((id.doc.as_deref(), id.doubts.len(), id.halves.len()), (None, 0, 0));
        let code = named(model.fields(), "code");
        let of_type = &model.api().types[1].entry;
        let place = |place: Option<Place>| place.expect("the fact is stated");
        assert_eq!(
            place(code.constraints.pattern.as_ref().map(|fact| fact.place)),
            place(of_type.constraints.pattern.as_ref().map(|fact| fact.place))
        );
        assert_ne!(
            place(code.constraints.min_length.as_ref().map(|fact| fact.place)),
            place(of_type.constraints.min_length.as_ref().map(|fact| fact.place))
        );
    });
}

#[test]
fn a_use_with_another_type_takes_nothing_of_the_first() {
    let endpoint = "
body:
  fields:
    code:
      type: Code
      known:
        why: The server takes anything.
        type: Alias
    kept:
      type: Codes
    id:
      type: Id
responses:
  200: {}
";
    with_files(TYPES, endpoint, |specs| {
        let model = specs.model();
        assert_snapshot!(tell(&model.fields()[..1], model.api()), @"code: Alias (known), open true, enum #1 on|#0 off");
    });
}

#[test]
fn types_are_found_whatever_their_order() {
    let endpoint = "
body:
  type: Letter
responses:
  200: {}
types:
  Letter:
    fields:
      from:
        type: Person
      pages:
        type: Page[]
  Page:
    fields:
      author:
        type: Person
  Person:
    fields:
      name:
        type: Name
";
    let api = "title: Post\ntypes:\n  Name:\n    type: string\n    max_length: 9\n";
    with_files(api, endpoint, |specs| {
        let model = specs.model();
        let types: Vec<_> = model.endpoint().types.iter().map(|named| named.entry.clone()).collect();
        assert_snapshot!(tell(&types, model.api()), @"
        Letter: {from: Person; pages: list of [Page]}
        Page: {author: Person}
        Person: {name: Name, max_length 9}
        ");
    });
}

#[test]
fn a_long_chain_of_types_is_no_danger() {
    let count = 4_000;
    let start = "body:\n  type: T0\nresponses:\n  200: {}\ntypes:\n";
    let chain: Vec<_> = (0..count).map(|index| format!("  T{index}:\n    type: T{}\n", index + 1)).collect();
    let endpoint = format!("{start}{}  T{count}:\n    type: string\n    max_length: 3\n", chain.concat());
    with_files(API, &endpoint, |specs| {
        let model = specs.model();
        let body = &model.endpoint().body.as_ref().expect("there is a body").entry;
        assert_eq!(body.constraints.max_length.as_ref().map(|fact| fact.value), Some(3));
    });
}

#[test]
fn an_enum_tells_the_kind_where_no_type_is_said() {
    let fields = "
texts:
  enum: [a, '1']
numbers:
  enum: [1, -2]
named:
  enum:
    0: no
    1: yes
letters:
  enum:
    a: first
    1: second
of_text:
  type: string
  enum:
    1: one
mixed:
  enum: [a, 1]
told:
  enum: unlisted
";
    with_fields(fields, |specs| {
        let model = specs.model();
        assert_snapshot!(tell(model.fields(), model.api()), @"
        texts: Text, enum a|1
        numbers: Integer(Integer), enum #1|#-2
        named: Integer(Integer), enum #0 no|#1 yes
        letters: Text, enum a first|1 second
        of_text: Text, enum 1 one
        mixed: Any, enum a|#1
        told: Any, enum unlisted
        ");
    });
}

#[test]
fn outside_json_a_silent_type_is_text() {
    let endpoint = "
path_parameters:
  id: {}
headers:
  X-Trace: {}
body:
  media_type: multipart/form-data
  fields:
    plain: {}
    nested:
      fields:
        inner: {}
responses:
  200:
    body:
      fields:
        plain: {}
";
    with_files(API, endpoint, |specs| {
        let model = specs.model();
        let endpoint = model.endpoint();
        assert_snapshot!(tell(&endpoint.path_parameters, model.api()), @"id: Text");
        assert_snapshot!(tell(&endpoint.headers, model.api()), @"X-Trace: Text");
        assert_snapshot!(tell(model.fields(), model.api()), @"
        plain: Text
        nested: {inner: Any}
        ");
    });
}

#[test]
fn a_type_that_contains_itself_comes_to_an_end() {
    let endpoint = "
body:
  type: Tree
responses:
  200: {}
types:
  Tree:
    fields:
      children:
        type: Tree[]
      owner:
        type: Owner
  Owner:
    fields:
      trees:
        type: Tree[]
";
    with_files(API, endpoint, |specs| {
        let (model, found) = specs.build();
        assert_snapshot!(found, @"
        not-yet: the type `Tree` contains itself, which this version does not read
          post/send_letter.yaml:14 `Tree[]`
          help: until then write `any` or `object` here, and say in `doc` what it holds
        not-yet: the type `Tree` contains itself, which this version does not read
          post/send_letter.yaml:20 `Tree[]`
          help: until then write `any` or `object` here, and say in `doc` what it holds
        ");
        let tree = &model.endpoint().types[0].entry;
        assert!(matches!(fields(tree)[1].shape.value, Shape::Named(_)));
    });
}
