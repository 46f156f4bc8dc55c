//! What the canonical form is, and what holds of it.

mod comments;

use super::{Form, format};
use crate::diagnostic::{Diagnostics, Sources};
use crate::spec::table::At;

/// The canonical form of a text.
fn canonical(text: &str, at: At) -> String {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let file = sources.add("specs/a/b.yaml", text);
    match format(file, &sources, at, &mut found) {
        Form::Canonical(text) => text,
        form => panic!("{form:?} {found:?}\n{text}"),
    }
}

/// The canonical form of an endpoint, which stays as it is the second time.
fn endpoint(text: &str) -> String {
    let written = canonical(text, At::Endpoint);
    assert_eq!(canonical(&written, At::Endpoint), written);
    written
}

#[test]
fn keys_stand_in_the_order_of_the_table_and_entries_in_that_of_the_page() {
    let text = "\
types: {B: {fields: {z: {doc: Last., type: string}, a: integer}}}
path: '/a'
mystery: 1
method: \"POST\"
body: {doc: x, fields: {b: {required: true, type: string}, a: {}}, media_type: text/json}
responses: {200: {}, 100: {body: none, doc: y}}
";
    insta::assert_snapshot!(endpoint(text), @"
    method: POST
    path: /a
    mystery: 1

    body:
      media_type: text/json
      doc: x
      fields:
        b:
          type: string
          required: true
        a: {}

    responses:
      200: {}
      100:
        doc: 'y'
        body: none

    types:
      B:
        fields:
          z:
            type: string
            doc: Last.
          a: integer
    ");
}

/// A comment that is indented into an entry is about that entry, which may stand elsewhere afterwards.
#[test]
fn what_is_indented_below_a_value_stays_below_it() {
    let text = "\
responses:
  # none yet
path: /a
   # not sure
body:
  fields:
      # to come
method: POST # behind
  # below
  # and more
doc: |
  text
 # of the text
doubts:
- One.
  # about one
- # behind the dash
    # below it
  Two.
-
    # of nothing
types: {
  A: {}
  }
    # of the types
";
    insta::assert_snapshot!(endpoint(text), @"
    method: POST # behind
      # below
      # and more
    path: /a
      # not sure
    doc: | # of the text
      text
    doubts:
      - One.
        # about one
      # below it
      - Two. # behind the dash
      -
        # of nothing

    body:
      fields:
        # to come
    responses:
      # none yet

    types:
      A: {}
      # of the types
    ");
}

#[test]
fn each_comment_stays_with_what_it_is_about() {
    let text = "\
# yaml-language-server: $schema=../.schema/endpoint.json
# About the path.
path: /a # behind the path
# About the method.
method: POST   #behind the method

## About the body.
body: # behind the body
      # goes on
    # About the media type.
    media_type: text/json
    fields:
        # About a.
        a: { type: string, # behind the type of a
             # About its doc.
             doc: x # behind its doc
             # At the foot of a.
           } # behind a
        b:
            type: string
            enum:
                # About x.
                - x # behind x
                - # About y.
                  y
                # At the foot of the values.
            # At the foot of b.
        # At the foot of the fields.
    # At the foot of the body.
responses: {}
# At the foot of the file.
";
    insta::assert_snapshot!(endpoint(text), @"
    # yaml-language-server: $schema=../.schema/endpoint.json
    # About the method.
    method: POST # behind the method
    # About the path.
    path: /a # behind the path

    ## About the body.
    body: # behind the body
          # goes on
      # About the media type.
      media_type: text/json
      fields:
        # About a.
        a: # behind a
          type: string # behind the type of a
          # About its doc.
          doc: x # behind its doc
          # At the foot of a.
        b:
          type: string
          enum:
            # About x.
            - x # behind x
            - 'y' # About y.
            # At the foot of the values.
          # At the foot of b.
        # At the foot of the fields.
      # At the foot of the body.
    responses: {}

    # At the foot of the file.
    ");
}

#[test]
fn what_is_said_short_is_written_short() {
    let text = "\
types:
  A: {type: object, fields: {}}
  B: {type: object, values: {type: string}}
  C: {items: {type: string}}
  D: {items: string}
  E: {type: object, items: {min_length: 1}}
  F: {enum: {1: {name: one}, 2: {name: two, doc: x}, 3: {}}}
  G: {type: object, fields: {}, known: {why: x, type: object, fields: {}}}
  H:
    # It is one.
    type: object
    values:
      # It is one.
      type: string
  I: {items: 'string[]'}
  J: {items: {items: {items: string}}}
  K: {type: object, values: {items: {items: string}}}
";
    insta::assert_snapshot!(endpoint(text), @"
    types:
      A:
        fields: {}
      B:
        values: string
      C:
        type: string[]
      D:
        type: string[]
      E:
        type: object
        items:
          min_length: 1
      F:
        enum:
          1: one
          2:
            name: two
            doc: x
          3: {}
      G:
        type: object
        fields: {}
        known:
          why: x
          type: object
          fields: {}
      H:
        # It is one.
        type: object
        values:
          # It is one.
          type: string
      I:
        type: string[][]
      J:
        type: string[][][]
      K:
        values: string[][]
    ");
}

#[test]
fn values_are_written_as_they_are_read() {
    let long = "word ".repeat(30);
    let text = format!(
        "\
page: {{address: \"https://a.example/{0}\", seen: '2026-11-22'}}
doc: '{0}'
doubts: [\"a: b\", 'no', It's., '“x” y', \"a\\u00a0b\", a\u{a0}b]
types:
  A:
    default: 'true'
    const: true
    minimum: '2026-11-22'
    pattern: a
    doc: |
      One line.
      {0}
    unenforced:
      - \"One line.\\n{0}\\nThird.\\n\"
      - \"One line.\\nThird.\\n\\n\"
      - >
        One
        line.
    enum: [1.10, '1.10', 0x1F, ~, yes, 'yes', plain, 'plain', \"\"]
examples:
  a: {{request: {{body: '{{}}'}}}}
",
        long.trim_end()
    );
    insta::assert_snapshot!(endpoint(&text), @r#"
    page:
      address: https://a.example/word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word
      seen: 2026-11-22
    doc: >-
      word word word word word word word word word word word word word word word word word word word
      word word word word word word word word word word word
    doubts:
      - 'a: b'
      - 'no'
      - It's.
      - '“x” y'
      - "a\xa0b"
      - a b

    types:
      A:
        const: true
        default: 'true'
        minimum: 2026-11-22
        pattern: 'a'
        doc: |
          One line.
          word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word
        unenforced:
          - >
            One line.

            word word word word word word word word word word word word word word word word word word
            word word word word word word word word word word word word

            Third.
          - |+
            One line.
            Third.

          - |
            One line.
        enum:
          - 1.10
          - '1.10'
          - 0x1F
          - ~
          - 'yes'
          - 'yes'
          - plain
          - plain
          - ''

    examples:
      a:
        request:
          body: |-
            {}
    "#);
}

#[test]
fn what_has_another_form_of_its_own_keeps_what_it_says() {
    for (text, written) in [
        ("{}", "{}\n"),
        ("# A head.\n\n{} # behind", "# A head.\n# behind\n\n{}\n"),
        ("\u{feff}doc:\tx\t# y\r\n", "doc: x # y\n"),
        ("? doc # about it\n: x\n", "doc: x # about it\n"),
        ("---\ndoc: x\n...\n# foot\n", "doc: x\n\n# foot\n"),
        ("doc: 'a b' # c\n", "doc: 'a b' # c\n"),
        ("doc: a b # c\n", "doc: a b # c\n"),
        ("# The file's.\n\n# The title's.\ndoc: x\n", "# The file's.\n\n# The title's.\ndoc: x\n"),
        ("#!a\n#\n##b\ndoc: x\n", "# !a\n#\n##b\ndoc: x\n"),
        ("x: [a: b, {c}, [[]], [d, e]]\n", "x:\n  - a: b\n  - c:\n  - - []\n  - - d\n    - e\n"),
        ("doc: x # a\n       # b\n  # c\npath: y\n", "path: 'y'\ndoc: x # a\n       # b\n  # c\n"),
        ("x:\n- a: 1\n-\n    # b's\n    b: 2\n", "x:\n  - a: 1\n  # b's\n  - b: 2\n"),
    ] {
        let form = canonical(text, At::Endpoint);
        assert_eq!(form, written, "{text}");
        assert_eq!(canonical(&form, At::Endpoint), form, "{text}");
    }
}

#[test]
fn what_cannot_be_kept_is_refused() {
    for text in
        ["a: &b c\n", "a: !b c\n", "a: 1\na: 2\n", "- a\n", "a", "", "# a\n", "%YAML 1.2\n---\na: 1\n", "a: [\n"]
    {
        let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
        let file = sources.add("specs/a/b.yaml", text);
        assert_eq!(format(file, &sources, At::Endpoint, &mut found), Form::Unread, "{text}");
        assert!(found.has_errors(), "{text}");
    }
}
