//! YAML in: a tree in which every key and value knows its place. YAML out: the canonical form.

mod comments;
mod layout;
mod limits;
mod line;
mod messages;
mod read;
mod syntax;
#[cfg(test)]
mod tests;
mod tree;
mod write;

pub use comments::{Branch, Branches, branches};
pub use read::{Commented, parse, parse_commented};
pub(crate) use write::is_resolved;
pub use write::{Content, Document, Hidden, Member, Remarked, escaped, is_unseen, scalar, write, write_as_read};

use crate::diagnostic::Place;

/// A node of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it stands; of a block, from its first key to the end of its last value.
    pub place: Place,
    /// What it is.
    pub kind: NodeKind,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq)]
pub enum NodeKind {
    /// A scalar; nothing at all is an empty plain one.
    Scalar(Scalar),
    /// A sequence.
    Sequence(Vec<Node>),
    /// A mapping, in the order of the file; no key twice.
    Mapping(Vec<Entry>),
}

/// A scalar as written: which kind of value it is depends on who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// Its text, quotes and folding undone.
    pub text: String,
    /// How it was written.
    pub style: Style,
}

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In single or double quotes, or as a block whose lines do not stand there as they are: text, whatever it looks like.
    Quoted,
    /// As a literal block (`|`) whose lines are all indented alike, save empty ones: text, line for line.
    Literal,
}

/// A key of a mapping with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key, as text.
    pub key: Spanned<String>,
    /// Its value.
    pub value: Node,
}

/// Something with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Spanned<T> {
    /// Where it stands.
    pub place: Place,
    /// What stands there.
    pub value: T,
}
