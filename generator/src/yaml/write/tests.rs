//! What is written is read as the same, by two readers.

use proptest::prelude::*;
use serde_yaml::Value;

use super::*;
use crate::diagnostic::{Diagnostics, Sources};
use crate::yaml::parse;
use crate::yaml::tests::as_text;

fn text(text: &str) -> Content {
    Content::Text(text.to_owned())
}

fn of(members: Vec<Member>) -> Document {
    Document { members, ..Document::default() }
}

/// The tree as another reader would say it: scalars as texts.
fn as_value(content: &Content) -> Value {
    match content {
        Content::Text(text)
        | Content::Unfolded(text)
        | Content::Quoted(text)
        | Content::Literal(text)
        | Content::Plain(text) => Value::String(text.clone()),
        Content::List(items) => Value::Sequence(items.iter().map(as_value).collect()),
        Content::Map(members) => {
            Value::Mapping(members.iter().map(|member| (member.key.clone().into(), as_value(&member.value))).collect())
        }
        Content::Remarked(remarked) => as_value(&remarked.content),
    }
}

fn read(text: &str) -> Value {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let file = sources.add("written.yaml", text);
    let node = parse(file, &sources, &mut found);
    assert!(found.iter().next().is_none(), "{found:?}\n{text}");
    as_text(&node.expect("a document"))
}

#[test]
fn texts_are_quoted_where_some_yaml_reads_another_value() {
    for plain in ["a b", "0.1.0", "-x", "a:b", "x#y", "MIT OR Apache-2.0", "yEs", "1a", "it's", "2026", "[x"] {
        let written = write(&of(vec![Member::new("k", text(plain))]));
        let is_plain = written == format!("k: {plain}\n");
        assert_eq!(is_plain, !matches!(plain, "2026" | "[x"), "{written}");
    }
    for quoted in ["", "no", "On", "Y", "~", "1_000", "1.10", "0x1F", "12:30", "2026-11-21", "- x", "a: b", "a #b", "="]
    {
        assert_eq!(write(&of(vec![Member::new("k", text(quoted))])), format!("k: '{quoted}'\n"));
    }
    assert_eq!(write(&of(vec![Member::new("no", text("a\tb"))])), "no: \"a\\tb\"\n");
    for (key, written) in [
        ("1", "1"),
        ("200", "200"),
        ("-1", "-1"),
        ("-0", "'-0'"),
        ("+1", "'+1'"),
        ("01", "'01'"),
        ("1.0", "'1.0'"),
        ("4XX", "4XX"),
    ] {
        assert_eq!(write(&of(vec![Member::new(key, text("x"))])), format!("{written}: x\n"));
    }
}

#[test]
fn blocks_blank_lines_and_comments() {
    let entry = Content::Map(vec![Member::new("type", text("string"))]);
    let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    let remarked = |content: Content| {
        let (before, behind, foot) = (lines(&["before"]), lines(&["behind", " goes on"]), lines(&["#foot"]));
        Content::Remarked(Box::new(Remarked { before, behind, foot, content }))
    };
    let member = Member { remarks: vec!["The body.".to_owned()], ..Member::new("body", entry.clone()) };
    let list = Member::new("include", Content::List(vec![text("A"), Content::List(vec![text("b")]), entry.clone()]));
    let commented = vec![
        Member::new("a", remarked(entry.clone())),
        Member::new("b", remarked(Content::List(vec![remarked(entry), remarked(text("a b"))]))),
        Member::new("c", remarked(Content::Literal("a\nb\n\n".to_owned()))),
    ];
    let document = Document {
        head: vec!["first".to_owned()],
        members: [member.clone(), list, Member::new("none", Content::Map(vec![]))]
            .into_iter()
            .chain(commented)
            .chain([member])
            .collect(),
        foot: vec!["last".to_owned(), String::new()],
    };
    insta::assert_snapshot!(write(&document), @"
    # first

    # The body.
    body:
      type: string
    include:
      - A
      - - b
      - type: string
    none: {}

    a: # before
       # behind
       # goes on
      type: string
      ##foot
    b: # before
       # behind
       # goes on
      # before
      # behind
      # goes on
      - type: string
        ##foot
      # before
      - 'a b' # behind
              # goes on
        ##foot
      ##foot
    c: |+ # before behind goes on #foot
      a
      b

    # The body.
    body:
      type: string

    # last
    #
    ");
}

#[test]
fn long_texts_are_folded_and_samples_are_literal() {
    let long = "word ".repeat(30).trim_end().to_owned();
    let document = of(vec![
        Member::new("doc", text(&long)),
        Member::new("address", Content::Unfolded(long)),
        Member::new("body", Content::Literal("{\n  \"a\": 1\n}\n".to_owned())),
    ]);
    let written = write(&document);
    assert!(
        written.starts_with("doc: >-\n  word word")
            && written.contains("\n  \"a\": 1\n".replace("  ", "    ").as_str())
    );
    assert!(written.lines().filter(|line| !line.starts_with("address")).all(|line| line.chars().count() <= WIDTH));
    assert_eq!(read(&written), as_value(&Content::Map(document.members)));
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ :#'\"\\-?,\\[{}a0._~!&*|>%@`=<\n\t]{0,12}",
        "(a{1,20} {1,2}){0,30}",
        "[-+]?[0-9_.:exo]{1,8}",
        Just("yes".to_owned()),
    ]
}

fn remarks() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(any_text(), 0..3)
}

fn any_content() -> impl Strategy<Value = Content> {
    let leaf = prop_oneof![
        any_text().prop_map(Content::Text),
        any_text().prop_map(Content::Unfolded),
        any_text().prop_map(Content::Quoted),
        any_text().prop_map(Content::Literal),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Content::List),
            (inner.clone(), remarks(), remarks(), remarks()).prop_map(
                |(content, before, behind, foot)| match content {
                    Content::Remarked(_) => content,
                    content => Content::Remarked(Box::new(Remarked { before, behind, foot, content })),
                }
            ),
            proptest::collection::btree_map("[a-z:' #-]{0,6}", inner, 0..4).prop_map(|members| Content::Map(
                members.into_iter().map(|(key, value)| Member::new(key, value)).collect()
            )),
        ]
    })
}

proptest! {
    #[test]
    fn both_readers_read_what_was_written(content in any_content()) {
        let map = Content::Map(vec![Member::new("in", text("it"))]);
        let members = vec![Member::new("k", content), Member::new("behind", map)];
        let expected = as_value(&Content::Map(members.clone()));
        let written = write(&of(members));
        prop_assert_eq!(&read(&written), &expected, "{}", written);
        let second = serde_yaml::from_str::<Value>(&written).ok();
        prop_assert_eq!(second, Some(expected), "{}", written);
    }
}
