//! Blocks of the language to be written: keys stand in the order of the key table, whatever order they are said in.

use std::collections::BTreeMap;

use crate::spec::table::{At, Key, Stage};
use crate::spec::{BuiltIn, TypeError, TypeExpression};
use crate::yaml::{Content, Member};

/// A block of the language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outline(BTreeMap<Key, (Vec<String>, Content)>);

impl Outline {
    /// A block of a text alone.
    pub(super) fn of(key: Key, text: impl Into<String>) -> Self {
        let mut outline = Self::default();
        outline.text(key, text);
        outline
    }

    /// Says a text.
    pub(super) fn text(&mut self, key: Key, text: impl Into<String>) {
        let text = text.into();
        self.put(
            key,
            match key {
                Key::Address | Key::Url | Key::Path => Content::Unfolded(text),
                Key::Pattern => Content::Quoted(text),
                _ => Content::Text(text),
            },
        );
    }

    /// Says `true` or `false`.
    pub(super) fn flag(&mut self, key: Key, flag: bool) {
        self.put(key, Content::Plain(flag.to_string()));
    }

    /// Says a block.
    pub(super) fn block(&mut self, key: Key, block: Self) {
        self.put(key, block.content());
    }

    /// Says a map, unless it is empty.
    pub(super) fn map(&mut self, key: Key, members: Vec<Member>) {
        if !members.is_empty() {
            self.put(key, Content::Map(members));
        }
    }

    /// Says anything.
    pub(super) fn put(&mut self, key: Key, content: Content) {
        self.0.insert(key, (Vec::new(), content));
    }

    /// Puts comment lines before a key, if it is said.
    pub(super) fn remark(&mut self, key: Key, lines: &[&str]) {
        if let Some((remarks, _)) = self.0.get_mut(&key) {
            remarks.extend(lines.iter().map(|line| (*line).to_owned()));
        }
    }

    /// Says what another block says.
    pub(super) fn merge(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Whether a key is said.
    pub(super) fn has(&self, key: Key) -> bool {
        self.0.contains_key(&key)
    }

    /// Its keys.
    pub(super) fn members(self) -> Vec<Member> {
        let member = |(key, (remarks, value)): (Key, (Vec<String>, Content))| Member {
            remarks,
            ..Member::new(key.as_str(), value)
        };
        self.0.into_iter().map(member).collect()
    }

    /// The block as a value.
    pub(super) fn content(self) -> Content {
        Content::Map(self.members())
    }

    /// A thing that no page names, with what a sample says of it.
    pub(super) fn inferred(mut self, why: &str) -> Self {
        self.text(Key::Why, why);
        let mut outline = Self::default();
        outline.flag(Key::Documented, false);
        outline.block(Key::Inferred, self);
        outline
    }
}

/// Whether this version of the language reads a key in a place.
pub(super) fn reads(key: Key, at: At) -> bool {
    key.row().site(at).is_some_and(|site| site.stage == Stage::Now)
}

/// A type, or what carries its values until this version of the language reads it.
pub(super) fn built_in(name: &'static str) -> &'static str {
    match TypeExpression::parse(name) {
        Err(TypeError::NotYet(later)) => later.meanwhile.map_or("any", BuiltIn::as_str),
        _ => name,
    }
}
