//! Text is read as a tree or refused at a place of it; what is read and written in the canonical form is read as the
//! same.
#![no_main]

use docwright::diagnostic::{Diagnostics, Sources, Style, render, to_json};
use docwright::yaml::{self, Content, Document, Member, Node, NodeKind, write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Some(tree) = read(text) else { return };
    if let Content::Map(members) = tree.clone() {
        let written = write(&Document { members, ..Document::default() });
        let again = if written.is_empty() { Some(Content::Map(Vec::new())) } else { read(&written) };
        assert_eq!(again, Some(tree), "{written}");
    }
});

/// The tree of a text that nothing is refused of.
fn read(text: &str) -> Option<Content> {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let file = sources.add("specs/spec.yaml", text);
    let node = yaml::parse(file, &sources, &mut found);
    assert!(node.is_some() || found.has_errors());
    let refused = found.has_errors();
    for label in found.iter().flat_map(|diagnostic| &diagnostic.labels) {
        assert!(text.get(label.place.span.start..label.place.span.end).is_some());
    }
    let found = found.sorted();
    assert_eq!(render(&found, &sources, Style::Plain).is_empty(), found.is_empty());
    assert!(!to_json(&found, &sources).is_empty());
    node.filter(|_| !refused).map(content)
}

/// What a tree says, whatever it is written like.
fn content(node: Node) -> Content {
    match node.kind {
        NodeKind::Scalar(scalar) => Content::Text(scalar.text),
        NodeKind::Sequence(items) => Content::List(items.into_iter().map(content).collect()),
        NodeKind::Mapping(entries) => {
            Content::Map(entries.into_iter().map(|entry| Member::new(entry.key.value, content(entry.value))).collect())
        }
    }
}
