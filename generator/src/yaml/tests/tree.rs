//! Trees and their places.

use std::fmt::Write as _;

use insta::assert_snapshot;

use super::{read, walk};
use crate::diagnostic::{Diagnostics, Sources};
use crate::yaml::{Node, NodeKind, Scalar};

/// The tree of a text with the text at each place.
fn outline(text: &str) -> String {
    fn write(node: &Node, sources: &Sources, indent: usize, out: &mut String) {
        let at = sources.text(node.place);
        let _ = match &node.kind {
            NodeKind::Scalar(Scalar { text, style }) => writeln!(out, " {style:?} {text:?} at {at:?}"),
            NodeKind::Sequence(_) => writeln!(out, " list at {at:?}"),
            NodeKind::Mapping(_) => writeln!(out, " map at {at:?}"),
        };
        match &node.kind {
            NodeKind::Scalar(_) => {}
            NodeKind::Sequence(nodes) => {
                for node in nodes {
                    let _ = write!(out, "{:indent$}-", "");
                    write(node, sources, indent + 2, out);
                }
            }
            NodeKind::Mapping(entries) => {
                for entry in entries {
                    let _ = write!(out, "{:indent$}{:?} at {:?}:", "", entry.key.value, sources.text(entry.key.place));
                    write(&entry.value, sources, indent + 2, out);
                }
            }
        }
    }
    let (root, found, sources) = read(text);
    assert_eq!(found, Diagnostics::default(), "{text}");
    let mut out = String::new();
    write(&root.expect("it is read"), &sources, 0, &mut out);
    out
}

#[test]
fn keys_and_values_know_their_places() {
    assert_snapshot!(outline(concat!(
        "# comment\n",
        "plain: x y  # comment\n",
        "nothing:\n",
        "über:   \n",
        "  single: 'q''x'\n",
        "  double: \"é\\u00e9\"\n",
        "  \"key: 1\": a\n",
        "    b\n",
        "  literal: |\n",
        "    l1\n",
        "     l2\n",
        "\n",
        "  folded: >-\n",
        "    z\n",
        "    y\n",
        "  empty: |\n",
        "list:\n",
        "- 1\n",
        "-\n",
        "-   - 3\n",
        "    - k: v\n",
        "flow: {x: [1, ], y, z: }\n",
    )), @r#"
     map at "plain: x y  # comment\nnothing:\nüber:   \n  single: 'q''x'\n  double: \"é\\u00e9\"\n  \"key: 1\": a\n    b\n  literal: |\n    l1\n     l2\n\n  folded: >-\n    z\n    y\n  empty: |\nlist:\n- 1\n-\n-   - 3\n    - k: v\nflow: {x: [1, ], y, z: }"
    "plain" at "plain": Plain "x y" at "x y"
    "nothing" at "nothing": Plain "" at ""
    "über" at "über": map at "single: 'q''x'\n  double: \"é\\u00e9\"\n  \"key: 1\": a\n    b\n  literal: |\n    l1\n     l2\n\n  folded: >-\n    z\n    y\n  empty: |"
      "single" at "single": Quoted "q'x" at "'q''x'"
      "double" at "double": Quoted "éé" at "\"é\\u00e9\""
      "key: 1" at "\"key: 1\"": Plain "a b" at "a\n    b"
      "literal" at "literal": Literal "l1\n l2\n" at "l1\n     l2"
      "folded" at "folded": Quoted "z y" at "z\n    y"
      "empty" at "empty": Literal "" at "|"
    "list" at "list": list at "- 1\n-\n-   - 3\n    - k: v"
      - Plain "1" at "1"
      - Plain "" at ""
      - list at "- 3\n    - k: v"
        - Plain "3" at "3"
        - map at "k: v"
          "k" at "k": Plain "v" at "v"
    "flow" at "flow": map at "{x: [1, ], y, z: }"
      "x" at "x": list at "[1, ]"
        - Plain "1" at "1"
      "y" at "y": Plain "" at ""
      "z" at "z": Plain "" at ""
    "#);
}

#[test]
fn a_list_begins_at_its_first_dash() {
    for (before, list) in [
        ("a: # \n", "- # "), // found by the law of two readers
        ("a:\n", "-"),
        ("a: # -\n# -\n", "- # x\n  # y\n  b"),
        ("a:\n", "- - 1\n  - 2"),
        ("a:\n", "-\n  -\n    - 1"),
        ("a:\n  ", "- 1"),
        ("- a:\n  ", "- 1"),
        ("? a\n: ", "- 1"),
    ] {
        let text = [before, list, "\n"].concat();
        let (root, _, sources) = read(&text);
        let mut lists = Vec::new();
        walk(&root.expect("it is read"), &mut |node| {
            if let NodeKind::Sequence(_) = &node.kind {
                lists.push(sources.text(node.place));
            }
        });
        assert!(lists.contains(&list), "{text:?}: {lists:?}");
    }
}

#[test]
fn carriage_returns_end_lines_too() {
    let unix = "a:\n  - b\n  - |\n    l\n    m\nc: 'd\n\n  e'\n";
    let windows = unix.replace('\n', "\r\n");
    let texts = |text: &str| {
        let mut texts = Vec::new();
        walk(&read(text).0.expect("it is read"), &mut |node| {
            if let NodeKind::Scalar(scalar) = &node.kind {
                texts.push(scalar.clone());
            }
        });
        texts
    };
    assert_eq!(texts(&windows), texts(unix));
    assert_snapshot!(outline(&windows), @r#"
     map at "a:\r\n  - b\r\n  - |\r\n    l\r\n    m\r\nc: 'd\r\n\r\n  e'"
    "a" at "a": list at "- b\r\n  - |\r\n    l\r\n    m"
      - Plain "b" at "b"
      - Literal "l\nm\n" at "l\r\n    m"
    "c" at "c": Quoted "d\ne" at "'d\r\n\r\n  e'"
    "#);
}

#[test]
fn what_looks_like_another_kind_stays_text() {
    assert_snapshot!(outline("200: no\n4XX: 2026-11-21\nno: 1_000\n1.10: ~\nnull: 0x1F\n'<<': '*a'\n"), @r#"
     map at "200: no\n4XX: 2026-11-21\nno: 1_000\n1.10: ~\nnull: 0x1F\n'<<': '*a'"
    "200" at "200": Plain "no" at "no"
    "4XX" at "4XX": Plain "2026-11-21" at "2026-11-21"
    "no" at "no": Plain "1_000" at "1_000"
    "1.10" at "1.10": Plain "~" at "~"
    "null" at "null": Plain "0x1F" at "0x1F"
    "<<" at "'<<'": Quoted "*a" at "'*a'"
    "#);
}
