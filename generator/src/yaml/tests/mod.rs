//! What is read, what is refused, and where.

mod laws;
mod limits;
mod refused;
mod syntax;
mod tree;

use std::fmt::Write as _;

use serde_yaml::Value;

use super::{Node, NodeKind, parse};
use crate::diagnostic::{Diagnostics, Id, Sources};

/// What the tree says, as the second reader says it: each scalar as its text.
pub(super) fn as_text(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Scalar(scalar) => Value::String(scalar.text.clone()),
        NodeKind::Sequence(nodes) => Value::Sequence(nodes.iter().map(as_text).collect()),
        NodeKind::Mapping(entries) => Value::Mapping(
            entries.iter().map(|entry| (entry.key.value.clone().into(), as_text(&entry.value))).collect(),
        ),
    }
}

/// The tree of a text, and what was said of it.
fn read(text: &str) -> (Option<Node>, Diagnostics, Sources) {
    let mut sources = Sources::default();
    let mut found = Diagnostics::default();
    let file = sources.add("specs/a/b.yaml", text);
    let root = parse(file, &sources, &mut found);
    (root, found, sources)
}

/// What was said of a text: id, title, each label with the text at its place, help; and whether a tree came.
fn said(text: &str) -> String {
    let (root, found, sources) = read(text);
    let mut out = String::new();
    for diagnostic in found.sorted() {
        let _ = writeln!(out, "{diagnostic}");
        for label in diagnostic.labels {
            let position = sources.position(label.place.file, label.place.span.start);
            let at = sources.text(label.place);
            let _ = writeln!(out, "  {}:{} {at:?} {}", position.line, position.column, label.text);
        }
        for help in diagnostic.help {
            let _ = writeln!(out, "  = {help}");
        }
    }
    out + if root.is_some() { "read\n" } else { "not read\n" }
}

/// The ids of what was said of a text, and whether a tree came.
fn ids(text: &str) -> (Vec<Id>, bool) {
    let (root, found, _) = read(text);
    (found.sorted().iter().map(|diagnostic| diagnostic.id).collect(), root.is_some())
}

/// Calls `see` for each node and, as a plain scalar, each key.
fn walk(node: &Node, see: &mut impl FnMut(&Node)) {
    see(node);
    match &node.kind {
        NodeKind::Scalar(_) => {}
        NodeKind::Sequence(nodes) => nodes.iter().for_each(|node| walk(node, see)),
        NodeKind::Mapping(entries) => entries.iter().for_each(|entry| walk(&entry.value, see)),
    }
}
