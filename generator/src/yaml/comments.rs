//! To which entry, item or block each comment of a file belongs.
//!
//! A line of its own belongs to what follows it in the same block, or to what it is indented into: to the foot of that block,
//! or below a value that is none. A comment behind something belongs to that, and so do the lines below it that begin in the
//! same column.

use super::{Commented, Node, NodeKind, Spanned};
use crate::diagnostic::Span;

/// A node with its comments, each without its `#`.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch<'n> {
    /// The key that it stands under, if it is no item of a list.
    pub key: Option<&'n Spanned<String>>,
    /// The node.
    pub node: &'n Node,
    /// Lines before the key or the item.
    pub before: Vec<String>,
    /// Behind the key or the value.
    pub behind: Vec<String>,
    /// Lines at the end of the block that the node is, or below it.
    pub foot: Vec<String>,
    /// Its entries, or its items.
    pub children: Vec<Branch<'n>>,
}

/// A document with its comments.
#[derive(Clone, Debug, PartialEq)]
pub struct Branches<'n> {
    /// Lines before everything that belong to the file: up to a blank line, or to what editors read.
    pub head: Vec<String>,
    /// The document; what belongs to its first entry stands there.
    pub root: Branch<'n>,
}

/// Whether a comment is the line by which editors find a file's schema.
pub(super) fn is_modeline(comment: &str) -> bool {
    comment.trim_start().starts_with("yaml-language-server:")
}

/// Brings the comments of a text to the nodes that they belong to.
#[must_use]
pub fn branches<'n>(text: &str, read: &'n Commented) -> Branches<'n> {
    let comments = Lines::new(text).comments(&read.comments);
    let begin = read.root.place.span.start;
    let before = comments.partition_point(|comment| comment.span.start < begin);
    let begin = Lines::new(text).to(begin);
    let ends_head = |at: &usize| {
        let comment = &comments[*at];
        let below = comments[..before].get(at + 1).map_or(begin, |next| next.line);
        is_modeline(&comment.text) || below > comment.line + 1
    };
    let heads = (0..before).rev().find(ends_head).map_or(0, |last| last + 1);
    let mut comments = comments.into_iter();
    let head = comments.by_ref().take(heads).map(|comment| comment.text).collect();
    let mut reader = Reader { text, comments: comments.peekable() };
    let mut root = reader.branch(None, &read.root, None, usize::MAX);
    root.foot.extend(reader.all_before(usize::MAX));
    Branches { head, root }
}

/// A comment.
struct Comment {
    span: Span,
    /// Its text behind the `#`, without blanks at its end.
    text: String,
    /// Its line, counted from 0.
    line: usize,
    /// The characters before it in its line.
    column: usize,
    /// Whether nothing else stands before it in its line.
    is_alone: bool,
}

/// Where lines begin, asked for from the beginning of a text to its end.
struct Lines<'t> {
    text: &'t str,
    line: usize,
    start: usize,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, line: 0, start: 0 }
    }

    /// The line of a byte.
    fn to(&mut self, byte: usize) -> usize {
        let (line, start) =
            line_ends(self.text, self.start, byte).fold((0, self.start), |(line, _), end| (line + 1, end));
        self.line += line;
        self.start = start;
        self.line
    }

    fn comments(mut self, spans: &[Span]) -> Vec<Comment> {
        let comment = |span: &Span| {
            let line = self.to(span.start);
            let before = &self.text[self.start..span.start];
            Comment {
                span: *span,
                text: self.text[span.start + 1..span.end].trim_end().to_owned(),
                line,
                column: before.chars().count(),
                is_alone: before.trim_start_matches('\u{feff}').trim_ascii().is_empty(),
            }
        };
        spans.iter().map(comment).collect()
    }
}

/// The bytes behind the line ends between two bytes, the first of which begins a line.
fn line_ends(text: &str, from: usize, to: usize) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    let ends = move |at: &usize| match bytes[*at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    (from..to).filter(ends).map(|at| at + 1)
}

struct Reader<'t> {
    text: &'t str,
    /// Those that no node has yet.
    comments: std::iter::Peekable<std::vec::IntoIter<Comment>>,
}

impl Reader<'_> {
    /// A node with what belongs to it and to what is in it. `owner` is the column of the key or the dash that it stands
    /// behind; no comment from the byte `limit` on belongs to it.
    fn branch<'n>(
        &mut self,
        key: Option<&'n Spanned<String>>,
        node: &'n Node,
        owner: Option<usize>,
        limit: usize,
    ) -> Branch<'n> {
        let mut branch =
            Branch { key, node, before: Vec::new(), behind: Vec::new(), foot: Vec::new(), children: Vec::new() };
        let starts: Vec<usize> = match &node.kind {
            NodeKind::Scalar(_) => return branch,
            NodeKind::Sequence(items) => items.iter().map(|item| item.place.span.start).collect(),
            NodeKind::Mapping(entries) => entries.iter().map(|entry| entry.key.place.span.start).collect(),
        };
        let Span { start, end } = node.place.span;
        let is_flow = self.is_flow(node);
        let inner = if is_flow { end.min(limit) } else { limit };
        let Some(first) = starts.first() else {
            branch.behind = self.all_before(inner);
            return branch;
        };
        if is_flow {
            branch.behind = self.take_while(|comment| !comment.is_alone && comment.span.start < *first);
        }
        let column = if is_flow { None } else { Some(self.column(start)) };
        let is_list = matches!(node.kind, NodeKind::Sequence(_));
        for (index, start) in starts.iter().enumerate() {
            let end = match starts.get(index + 1) {
                // What stands behind the dash of the next one belongs to that.
                Some(next) if is_list && !is_flow => self.dash(*next),
                Some(next) => *next,
                None => inner,
            };
            let (key, child) = match &node.kind {
                NodeKind::Mapping(entries) => (Some(&entries[index].key), &entries[index].value),
                NodeKind::Sequence(items) => (None, &items[index]),
                NodeKind::Scalar(_) => continue,
            };
            let before = if key.is_none() && !is_flow { self.before_item(child) } else { self.all_before(*start) };
            let mut child = self.value(key, child, column, end);
            child.before.splice(..0, before);
            branch.children.push(child);
        }
        branch.foot = if is_flow { self.all_before(inner) } else { self.indented_into(owner, inner) };
        branch
    }

    /// Lines that are indented deeper than a key or a dash, if there is one.
    fn indented_into(&mut self, owner: Option<usize>, limit: usize) -> Vec<String> {
        let is_deeper = |comment: &Comment| owner.is_none_or(|owner| comment.column > owner);
        self.take_while(|comment| comment.is_alone && is_deeper(comment) && comment.span.start < limit)
    }

    /// The value of an entry, or an item, with what stands around it.
    fn value<'n>(
        &mut self,
        key: Option<&'n Spanned<String>>,
        node: &'n Node,
        owner: Option<usize>,
        limit: usize,
    ) -> Branch<'n> {
        let start = node.place.span.start;
        let is_block = !matches!(node.kind, NodeKind::Scalar(_)) && !self.is_flow(node);
        // A line between a key and its block stands before what is first in it.
        let first = is_block.then(|| self.column(start));
        let (mut before, mut behind): (Vec<String>, Vec<String>) = Default::default();
        let mut last = None;
        while let Some(comment) = self.comments.next_if(|comment| {
            comment.span.start < start && !(comment.is_alone && is_block && !continues(comment, last, first))
        }) {
            if comment.is_alone && !continues(&comment, last, first) {
                before.push(comment.text);
            } else {
                last = Some((comment.line, comment.column));
                behind.push(comment.text);
            }
        }
        let mut branch = self.branch(key, node, owner, limit);
        behind.append(&mut branch.behind);
        behind.extend(self.trailing(node, owner.is_none(), limit));
        if !is_block && owner.is_some() {
            branch.foot.extend(self.indented_into(owner, limit));
        }
        branch.before.splice(..0, before);
        branch.behind = behind;
        branch
    }

    /// What stands behind a value that has ended.
    fn trailing(&mut self, node: &Node, is_in_flow: bool, limit: usize) -> Vec<String> {
        let end = node.place.span.end;
        let mut behind = Vec::new();
        let mut last = None;
        let text = self.text;
        while let Some(comment) = self.comments.next_if(|comment| {
            let is_same_line = || text.get(end..comment.span.start).is_some_and(|gap| !gap.contains(['\n', '\r']));
            let is_behind = || !comment.is_alone && (is_in_flow || last.is_none() && is_same_line());
            comment.span.start < limit && (continues(comment, last, None) || is_behind())
        }) {
            last = Some((comment.line, comment.column));
            behind.push(comment.text);
        }
        behind
    }

    /// What stands before an item of a list, and behind its dash. Lines between that and a block stand before what is first
    /// in it; behind the dash of a scalar a comment is behind that.
    fn before_item(&mut self, item: &Node) -> Vec<String> {
        let start = item.place.span.start;
        if self.comments.peek().is_none_or(|comment| comment.span.start >= start) {
            return Vec::new();
        }
        let dash = self.dash(start);
        let mut before = self.all_before(dash);
        if !matches!(item.kind, NodeKind::Scalar(_)) {
            before.extend(self.take_while(|comment| !comment.is_alone && comment.span.start < start));
        }
        before
    }

    /// The dash of the item that begins at a byte: only comments stand between them.
    fn dash(&self, item: usize) -> usize {
        let mut end = item;
        loop {
            let line = self.text[..end].rfind(['\n', '\r']).map_or(0, |end| end + 1);
            let content = self.text[line..end].trim_start();
            if content.starts_with('-') {
                return end - content.len();
            }
            match line.checked_sub(1) {
                Some(above) => end = above,
                None => return 0,
            }
        }
    }

    /// All comments before a byte that no node has yet.
    fn all_before(&mut self, byte: usize) -> Vec<String> {
        self.take_while(|comment| comment.span.start < byte)
    }

    fn take_while(&mut self, takes: impl Fn(&Comment) -> bool) -> Vec<String> {
        std::iter::from_fn(|| self.comments.next_if(&takes)).map(|comment| comment.text).collect()
    }

    /// Whether it is written within brackets.
    fn is_flow(&self, node: &Node) -> bool {
        self.text[node.place.span.start..].starts_with(['[', '{'])
            && self.text[..node.place.span.end].ends_with([']', '}'])
            && match &node.kind {
                NodeKind::Scalar(_) => false,
                NodeKind::Sequence(items) => {
                    items.first().is_none_or(|item| item.place.span.start > node.place.span.start)
                }
                NodeKind::Mapping(entries) => {
                    entries.first().is_none_or(|entry| entry.key.place.span.start > node.place.span.start)
                }
            }
    }

    /// The characters before a byte in its line.
    fn column(&self, byte: usize) -> usize {
        let line = self.text[..byte].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        self.text[line..byte].chars().count()
    }
}

/// Whether a comment goes on with the one above it, which stands behind something: in the same column, unless what is below
/// begins there too.
fn continues(comment: &Comment, last: Option<(usize, usize)>, first: Option<usize>) -> bool {
    comment.is_alone && last == Some((comment.line.wrapping_sub(1), comment.column)) && first != Some(comment.column)
}
