//! Where each key stands and how its value is written, by the key table.

use serde_json::Value as Json;

use crate::diagnostic::lookalike;
use crate::runtime::format::is_date;
use crate::spec::table::{At, Key, Kind};
use crate::spec::{Reading, Scope, TypeExpression, admits, read_scalar};
use crate::yaml::{
    Branch, Branches, Commented, Content, Document, Hidden, Member, Node, NodeKind, Remarked, Scalar, Style, branches,
    escaped, is_unseen,
};

/// A file in the canonical form.
pub(super) fn document(text: &str, read: &Commented, at: At) -> Document {
    let Branches { mut head, root } = branches(text, read);
    let layout = Layout { text };
    head.extend(root.behind.iter().cloned());
    let members = layout.block(&root, Scope::of(at));
    if members.is_empty() {
        head.extend(root.foot);
        return Document { head, ..Document::default() };
    }
    Document { head, members, foot: root.foot }
}

/// The kind that a node is read as.
pub(super) fn resolved(kind: Option<&'static Kind>, node: &Node) -> Option<&'static Kind> {
    match kind? {
        Kind::OneOf(kinds) => resolved(kinds.iter().find(|kind| admits(kind, node)), node),
        Kind::NotYet(kind) => resolved(Some(kind), node),
        kind => Some(kind),
    }
}

/// What a key holds in a scope, if it may stand there.
pub(super) fn kind_of(key: &str, scope: Scope) -> Option<&'static Kind> {
    Some(&scope.site(Key::parse(key)?.row())?.kind)
}

/// Whether a scalar is read otherwise in quotes than without them.
pub(super) fn minds_quotes(kind: Option<&Kind>) -> bool {
    use Kind::{Bound, False, Flag, Integer, Number, True, Value};
    matches!(kind, None | Some(Flag | True | False | Integer | Number | Bound | Value))
}

/// Whether a text is that text without quotes too.
pub(super) fn is_text(text: &str) -> bool {
    let plain = Scalar { text: text.to_owned(), style: Style::Plain };
    matches!(read_scalar(&plain), Reading::Value(Json::String(_)))
}

struct Layout<'t> {
    text: &'t str,
}

impl Layout<'_> {
    /// The keys of a block, in the order of the table. One that the language does not know stays behind the one that it
    /// stands behind.
    fn block(&self, block: &Branch<'_>, scope: Scope) -> Vec<Member> {
        let mut rank = None;
        let mut members: Vec<(Option<Key>, Member)> = Vec::with_capacity(block.children.len());
        for child in &block.children {
            let name = child.key.map_or("", |key| key.value.as_str());
            let key = Key::parse(name);
            if key == Some(Key::Type) && is_object_said_twice(block, child, scope) {
                continue;
            }
            if let Some(list) = type_of_items(block, child, scope) {
                members.push((Some(Key::Type), Member::new(Key::Type.as_str(), Content::Unfolded(list))));
                continue;
            }
            rank = key.or(rank);
            let content = self.content(child, kind_of(name, scope), key, scope);
            members.push((rank, self.member(child, content)));
        }
        members.sort_by_key(|(rank, _)| *rank);
        members.into_iter().map(|(_, member)| member).collect()
    }

    fn member(&self, child: &Branch<'_>, value: Content) -> Member {
        let Some(key) = child.key else { return Member::new("", value) };
        let written = &self.text[key.place.span.start..key.place.span.end];
        let hidden = if is_escaped(&key.value, written) { Hidden::Escaped } else { Hidden::Kept };
        Member { remarks: child.before.clone(), hidden, ..Member::new(key.value.as_str(), value) }
    }

    fn content(&self, of: &Branch<'_>, kind: Option<&'static Kind>, key: Option<Key>, scope: Scope) -> Content {
        let kind = resolved(kind, of.node);
        if let Some(Kind::Short(at, Key::Type)) = kind
            && let Some(list) = only_list(of, scope.inner(*at))
        {
            return remarked(of, Content::Unfolded(list));
        }
        let content = match (kind, &of.node.kind) {
            (Some(Kind::Short(at, short)), NodeKind::Mapping(_)) if is_short(of, *short) => {
                let scope = scope.inner(*at);
                let value = of.children.first().map_or(Content::Map(Vec::new()), |child| {
                    self.content(child, kind_of(short.as_str(), scope), Some(*short), scope)
                });
                return remarked(of, value);
            }
            (Some(Kind::Short(at, short)), NodeKind::Scalar(scalar)) => {
                let scope = scope.inner(*at);
                self.scalar(of, scalar, resolved(kind_of(short.as_str(), scope), of.node), Some(*short), scope)
            }
            (_, NodeKind::Scalar(scalar)) => self.scalar(of, scalar, kind, key, scope),
            (Some(Kind::Block(at) | Kind::Short(at, _)), NodeKind::Mapping(_)) => {
                Content::Map(self.block(of, scope.inner(*at)))
            }
            (_, NodeKind::Mapping(_)) => {
                let inner = if let Some(Kind::Map(inner)) = kind { Some(*inner) } else { None };
                let member = |child| self.member(child, self.content(child, inner, None, scope));
                Content::Map(of.children.iter().map(member).collect())
            }
            (_, NodeKind::Sequence(_)) => {
                let inner = if let Some(Kind::List(inner)) = kind { Some(*inner) } else { None };
                Content::List(of.children.iter().map(|child| self.content(child, inner, None, scope)).collect())
            }
        };
        remarked(of, content)
    }

    fn scalar(&self, of: &Branch<'_>, scalar: &Scalar, kind: Option<&Kind>, key: Option<Key>, scope: Scope) -> Content {
        let Scalar { text, style } = scalar;
        let own = || text.clone();
        let is_plain = *style == Style::Plain;
        if is_plain && text.is_empty() {
            return Content::Plain(own());
        }
        let Node { place, .. } = of.node;
        if *style == Style::Quoted && is_escaped(text, &self.text[place.span.start..place.span.end]) {
            return Content::Plain(escaped(text));
        }
        // Of these, quotes would take what a message says.
        let is_cut = is_plain && text.contains(' ') && !of.behind.is_empty();
        let is_in_quotes =
            is_plain && kind != Some(&Kind::Text) && text.chars().next().and_then(lookalike::of).is_some();
        if is_cut || is_in_quotes {
            return Content::Plain(own());
        }
        let lines = || {
            if *style == Style::Literal && text.contains('\n') { Content::Literal(own()) } else { Content::Text(own()) }
        };
        let is_sample = key == Some(Key::Body) && matches!(scope.at, At::SampleRequest | At::SampleResponse);
        match kind {
            Some(Kind::Date | Kind::Bound) if is_date(text) => Content::Plain(own()),
            Some(Kind::Value | Kind::Bound) | None if is_text(text) => lines(),
            kind if minds_quotes(kind) && is_plain => Content::Plain(own()),
            kind if minds_quotes(kind) => Content::Quoted(own()),
            Some(Kind::Text) => match key {
                Some(Key::Pattern) => Content::Quoted(own()),
                Some(Key::Address | Key::Url | Key::Path | Key::AuthorizationUrl | Key::TokenUrl) => {
                    Content::Unfolded(own())
                }
                _ if is_sample => Content::Literal(own()),
                _ => lines(),
            },
            _ => Content::Unfolded(own()),
        }
    }
}

/// Whether a text has a character that nobody sees, and that is not written as it is.
fn is_escaped(text: &str, written: &str) -> bool {
    text.chars().any(|char| is_unseen(char) && !written.contains(char))
}

/// A value with its comments.
fn remarked(of: &Branch<'_>, content: Content) -> Content {
    // Those before a key are its member's.
    let before = if of.key.is_some() { Vec::new() } else { of.before.clone() };
    if before.is_empty() && of.behind.is_empty() && of.foot.is_empty() {
        return content;
    }
    let remarked = Remarked { before, behind: of.behind.clone(), foot: of.foot.clone(), content };
    Content::Remarked(Box::new(remarked))
}

fn has_no_comments(branch: &Branch<'_>) -> bool {
    branch.before.is_empty() && branch.behind.is_empty() && branch.foot.is_empty()
}

/// Whether a block says one thing by one key, for which its value can stand.
fn is_short(block: &Branch<'_>, key: Key) -> bool {
    match block.children.as_slice() {
        [only] => {
            let is_key = only.key.is_some_and(|name| name.value == key.as_str());
            is_key && is_said(only.node) && has_no_comments(only) && block.foot.is_empty()
        }
        _ => false,
    }
}

/// Whether a node is a scalar, and not nothing.
fn is_said(node: &Node) -> bool {
    matches!(&node.kind, NodeKind::Scalar(scalar) if scalar.style != Style::Plain || !scalar.text.is_empty())
}

/// Whether an entry has a key.
fn has(block: &Branch<'_>, key: Key) -> bool {
    block.children.iter().any(|child| child.key.is_some_and(|name| name.value == key.as_str()))
}

/// Whether a place is that of an entry of which no half speaks: facts of it are corrected by nobody, one by one.
fn stands_alone(block: &Branch<'_>, scope: Scope) -> bool {
    matches!(scope.at, At::Entry | At::Type | At::Body)
        && !scope.in_half
        && !has(block, Key::Known)
        && !has(block, Key::Inferred)
}

/// `type: object` beside what only an object has.
fn is_object_said_twice(block: &Branch<'_>, child: &Branch<'_>, scope: Scope) -> bool {
    let is_object = matches!(&child.node.kind, NodeKind::Scalar(scalar) if scalar.text == "object");
    let has_map = |key: Key| {
        let is_key = |child: &&Branch<'_>| child.key.is_some_and(|name| name.value == key.as_str());
        block.children.iter().find(is_key).is_some_and(|child| match &child.node.kind {
            NodeKind::Scalar(_) => key == Key::Values && is_said(child.node),
            NodeKind::Mapping(_) => true,
            NodeKind::Sequence(_) => false,
        })
    };
    is_object && has_no_comments(child) && stands_alone(block, scope) && (has_map(Key::Fields) || has_map(Key::Values))
}

/// The type of a list of which only `items` tells what it is one of, by a type alone.
fn type_of_items(block: &Branch<'_>, child: &Branch<'_>, scope: Scope) -> Option<String> {
    const SHAPE: [Key; 10] = [
        Key::Type,
        Key::Tag,
        Key::Sibling,
        Key::Include,
        Key::OneOf,
        Key::Tuple,
        Key::Keys,
        Key::Values,
        Key::Fields,
        Key::Enum,
    ];
    let is_items = child.key.is_some_and(|name| name.value == Key::Items.as_str());
    if !is_items || !has_no_comments(child) || !stands_alone(block, scope) || SHAPE.iter().any(|key| has(block, *key)) {
        return None;
    }
    list_of(child, scope)
}

/// The type of a list that is all that an entry says, by `items`.
fn only_list(block: &Branch<'_>, scope: Scope) -> Option<String> {
    match block.children.as_slice() {
        [only] if block.foot.is_empty() => type_of_items(block, only, scope),
        _ => None,
    }
}

/// A list of what `items` says, where that is a type alone.
fn list_of(items: &Branch<'_>, scope: Scope) -> Option<String> {
    let item = match (&items.node.kind, items.children.as_slice()) {
        (NodeKind::Scalar(scalar), _) => scalar.text.clone(),
        (NodeKind::Mapping(_), [only]) if is_short(items, Key::Type) => match &only.node.kind {
            NodeKind::Scalar(scalar) => scalar.text.clone(),
            _ => return None,
        },
        (NodeKind::Mapping(_), _) => only_list(items, scope)?,
        (NodeKind::Sequence(_), _) => return None,
    };
    let list = format!("{item}[]");
    TypeExpression::parse(&list).is_ok().then_some(list)
}
