//! What a file says, whatever it is written like: two texts are compared by it.

use super::layout::{is_text, kind_of, minds_quotes, resolved};
use crate::diagnostic::Span;
use crate::spec::Scope;
use crate::spec::table::{At, Key, Kind};
use crate::yaml::{Commented, Entry, Node, NodeKind, Style};

/// Whether two files say the same.
pub(super) fn is_same(first: &Node, second: &Node, at: At) -> bool {
    let scope = Scope::of(at);
    match (&first.kind, &second.kind) {
        (NodeKind::Mapping(first), NodeKind::Mapping(second)) => block(first, scope) == block(second, scope),
        _ => false,
    }
}

/// The words of all comments of a file, sorted: where each stands is for the tests.
pub(super) fn comments<'t>(text: &'t str, read: &Commented) -> Vec<&'t str> {
    let words = |span: &Span| text[span.start..span.end].split(|char: char| char == '#' || char.is_whitespace());
    let mut words: Vec<&str> = read.comments.iter().flat_map(words).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words
}

/// What a node says.
#[derive(Debug, PartialEq)]
enum Meaning<'n> {
    Nothing,
    /// What its letters are taken for without quotes.
    Plain(&'n str),
    Text(&'n str),
    /// A type, and in how many lists it stands.
    Type(&'n str, usize),
    List(Vec<Meaning<'n>>),
    Map(Vec<(&'n str, Meaning<'n>)>),
}

/// What a block says, in an order of its own.
fn block(entries: &[Entry], scope: Scope) -> Meaning<'_> {
    let said = entries.iter().map(|Entry { key, value }| {
        let name = key.value.as_str();
        (name, meaning(value, kind_of(name, scope), scope))
    });
    let mut said: Vec<(&str, Meaning<'_>)> = said.collect();
    for (_, meaning) in said.iter_mut().filter(|(key, _)| *key == Key::Type.as_str()) {
        of_type(meaning);
    }
    if matches!(scope.at, At::Entry | At::Type | At::Body) && !scope.in_half {
        shorten(&mut said);
    }
    said.sort_by_key(|(key, _)| *key);
    Meaning::Map(said)
}

fn of_type(meaning: &mut Meaning<'_>) {
    if let Meaning::Text(text) = meaning {
        let base = text.trim_end_matches("[]");
        *meaning = Meaning::Type(base, (text.len() - base.len()) / 2);
    }
}

/// Says once what an entry says twice, and by `type` what `items` says alone.
fn shorten<'n>(said: &mut Vec<(&'n str, Meaning<'n>)>) {
    let find = |said: &[(&str, Meaning<'_>)], key: Key| said.iter().position(|(name, _)| *name == key.as_str());
    if find(said, Key::Known).is_some() || find(said, Key::Inferred).is_some() {
        return;
    }
    let is_object = [Key::Fields, Key::Values].iter().filter_map(|key| find(said, *key)).any(|at| {
        let (_, meaning) = &said[at];
        matches!(meaning, Meaning::Map(_))
    });
    if is_object {
        said.retain(|(key, meaning)| *key != Key::Type.as_str() || *meaning != Meaning::Type("object", 0));
    }
    let shapes = ["type", "tag", "sibling", "include", "one_of", "tuple", "keys", "values", "fields", "enum"];
    if said.iter().any(|(key, _)| shapes.contains(key)) {
        return;
    }
    let Some(at) = find(said, Key::Items) else { return };
    if let Meaning::Map(items) = &said[at].1
        && let [("type", Meaning::Type(base, lists))] = items.as_slice()
    {
        said[at] = ("type", Meaning::Type(base, lists + 1));
    }
}

fn meaning<'n>(node: &'n Node, kind: Option<&'static Kind>, scope: Scope) -> Meaning<'n> {
    let kind = resolved(kind, node);
    match (&node.kind, kind) {
        (NodeKind::Mapping(entries), Some(Kind::Block(at) | Kind::Short(at, _))) => block(entries, scope.inner(*at)),
        (NodeKind::Mapping(entries), _) => {
            let inner = if let Some(Kind::Map(inner)) = kind { Some(*inner) } else { None };
            let said = entries.iter().map(|entry| (entry.key.value.as_str(), meaning(&entry.value, inner, scope)));
            Meaning::Map(said.collect())
        }
        (NodeKind::Sequence(nodes), _) => {
            let inner = if let Some(Kind::List(inner)) = kind { Some(*inner) } else { None };
            Meaning::List(nodes.iter().map(|node| meaning(node, inner, scope)).collect())
        }
        (NodeKind::Scalar(scalar), kind) => {
            let is_plain = scalar.style == Style::Plain;
            match kind {
                _ if is_plain && scalar.text.is_empty() => Meaning::Nothing,
                Some(Kind::Short(at, key)) => {
                    let scope = scope.inner(*at);
                    let mut short = meaning(node, kind_of(key.as_str(), scope), scope);
                    if *key == Key::Type {
                        of_type(&mut short);
                    }
                    Meaning::Map(vec![(key.as_str(), short)])
                }
                kind if minds_quotes(kind) && is_plain && !is_text(&scalar.text) => Meaning::Plain(&scalar.text),
                _ => Meaning::Text(&scalar.text),
            }
        }
    }
}
