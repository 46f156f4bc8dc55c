//! Facts, resolved key by key: the page, then `inferred`, then `known`; the later wins, and a group is replaced as one.

use super::read;
use super::walk::is_half;
use crate::model::{Fact, Origin};
use crate::spec::block::{Block, Item, Named, Value};
use crate::spec::table::Key;
use crate::yaml::Spanned;

/// A fact that holds: the item that states it, and who says so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stated<'s> {
    pub item: &'s Item,
    pub origin: Origin,
}

/// The facts of a block that hold, each from the last of page, `inferred` and `known` that states it.
#[derive(Clone, Debug)]
pub(super) struct Facts<'s>(Vec<Stated<'s>>);

/// Keys that are replaced together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// What a value is.
    Shape,
    /// Where a credential goes.
    Carrier,
    /// A server's address.
    Address,
    /// Any other key is a group of its own.
    Single(Key),
}

impl Group {
    /// The group of a key.
    pub(super) fn of(key: Key) -> Self {
        match key {
            Key::Type
            | Key::Tag
            | Key::Sibling
            | Key::Include
            | Key::OneOf
            | Key::Tuple
            | Key::Keys
            | Key::Values
            | Key::Fields => Self::Shape,
            Key::Header
            | Key::Prefix
            | Key::Query
            | Key::Cookie
            | Key::PathVariable
            | Key::Field
            | Key::Scheme
            | Key::User
            | Key::Password
            | Key::Session
            | Key::Signed
            | Key::Oauth2
            | Key::AllOf => Self::Carrier,
            Key::Url | Key::Variables => Self::Address,
            other => Self::Single(other),
        }
    }
}

/// The facts that a block or a half states itself.
pub(super) fn stated(block: &Block) -> impl Iterator<Item = &Item> {
    block.items.iter().filter(|item| is_fact(item.key))
}

/// The halves of a block, in the order in which they win, each with the item that holds it.
pub(super) fn halves(block: &Block) -> impl Iterator<Item = (Origin, &Item, &Block)> {
    [(Key::Inferred, Origin::Inferred), (Key::Known, Origin::Known)].into_iter().filter_map(|(key, origin)| {
        let item = block.get(key)?;
        match &item.value {
            Value::Block(half) => Some((origin, item, half)),
            _ => None,
        }
    })
}

/// The keys whose facts a half takes back, as it has them.
pub(super) fn withdrawn(half: &Block) -> impl Iterator<Item = &Spanned<Value>> {
    half.list(Key::Withdraw).iter()
}

/// Whether a key states a fact.
pub(super) fn is_fact(key: Key) -> bool {
    !is_half(key) && key.row().fact
}

impl<'s> Facts<'s> {
    /// What a block itself says. `origin` is the page's, or that of the half that the block stands in.
    pub(super) fn own(block: &'s Block, origin: Origin) -> Self {
        Self(stated(block).map(|item| Stated { item, origin }).collect())
    }

    /// What holds of a block once its halves are settled.
    pub(super) fn of(block: &'s Block, origin: Origin) -> Self {
        let mut facts = Self::own(block, origin);
        for (origin, _, half) in halves(block) {
            facts.correct(half, origin);
        }
        facts
    }

    /// Takes back what a half withdraws, replaces what it states otherwise, and adds what it adds.
    pub(super) fn correct(&mut self, half: &'s Block, origin: Origin) {
        self.0.retain(|old| !withdrawn(half).any(|item| read::key(&item.value) == Some(old.item.key)));
        self.0.retain(|old| !stated(half).any(|new| Group::of(new.key) == Group::of(old.item.key)));
        self.0.extend(stated(half).map(|item| Stated { item, origin }));
    }

    /// Keeps what a test lets pass.
    pub(super) fn retain(&mut self, keep: impl Fn(Stated<'s>) -> bool) {
        self.0.retain(|fact| keep(*fact));
    }

    /// All facts.
    pub(super) fn iter(&self) -> impl Iterator<Item = Stated<'s>> {
        self.0.iter().copied()
    }

    /// The facts of a group.
    pub(super) fn group(&self, group: Group) -> Vec<&'s Item> {
        self.iter().map(|fact| fact.item).filter(|item| Group::of(item.key) == group).collect()
    }

    /// The fact of a key.
    pub(super) fn get(&self, key: Key) -> Option<Stated<'s>> {
        self.iter().find(|fact| fact.item.key == key)
    }

    /// The fact of a key as a value of the model; nothing if it is of another kind, which decoding has said.
    pub(super) fn read<T>(&self, key: Key, read: impl FnOnce(&'s Value) -> Option<T>) -> Option<Fact<T>> {
        let fact = self.get(key)?;
        Some(fact.with(read(&fact.item.value)?))
    }
}

impl<'s> Stated<'s> {
    /// A value of the model that this states.
    pub(super) fn with<T>(&self, value: T) -> Fact<T> {
        Fact { value, origin: self.origin, place: self.item.place }
    }

    /// The entries of the map that it holds.
    pub(super) fn map(&self) -> &'s [Named] {
        match &self.item.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }
}
