//! Named types, each built once, before what uses it.

use std::collections::{HashMap, HashSet};

use super::entry::{Builder, Frame};
use super::read;
use super::resolve::Facts;
use crate::diagnostic::Diagnostics;
use crate::model::{Entry, NamedType, Origin, Shape, TypeId};
use crate::spec::BaseType;
use crate::spec::block::{Block, Named, Value};
use crate::yaml::Spanned;

/// The named types that can be called: those of an API, or of an endpoint and its API.
#[derive(Debug)]
pub(super) struct Types<'b> {
    shared: Option<&'b Types<'b>>,
    ids: HashMap<&'b str, TypeId>,
    entries: Vec<Option<Entry>>,
}

impl<'b> Types<'b> {
    /// Builds the types of an API.
    pub(super) fn of_api(entries: &'b [Named], found: &mut Diagnostics) -> Self {
        Self::new(entries, None, TypeId::OfApi, found)
    }

    /// Builds the types of an endpoint, which may call those of its API.
    pub(super) fn of_endpoint(entries: &'b [Named], shared: &'b Types<'b>, found: &mut Diagnostics) -> Self {
        Self::new(entries, Some(shared), TypeId::OfEndpoint, found)
    }

    fn new(
        entries: &'b [Named],
        shared: Option<&'b Types<'b>>,
        id: impl Fn(usize) -> TypeId,
        found: &mut Diagnostics,
    ) -> Self {
        let blocks: Vec<_> = read::blocks(entries).collect();
        let ids = blocks.iter().enumerate().map(|(index, (name, _))| (name.value.as_str(), id(index))).collect();
        let mut types = Self { shared, ids, entries: vec![None; blocks.len()] };
        for index in order(&blocks) {
            let entry =
                blocks.get(index).map(|(name, block)| Builder { types: &types, found }.entry(name, block, Frame::JSON));
            if let Some(slot) = types.entries.get_mut(index) {
                *slot = entry;
            }
        }
        types
    }

    /// The type of a name.
    pub(super) fn id(&self, name: &str) -> Option<TypeId> {
        self.ids.get(name).copied().or_else(|| self.shared?.id(name))
    }

    /// What a type is; nothing while it is being built, so that a type that contains itself comes to an end.
    pub(super) fn entry(&self, id: TypeId) -> Option<&Entry> {
        let owner = match (id, self.shared) {
            (TypeId::OfApi(_), Some(shared)) => shared,
            _ => self,
        };
        let (TypeId::OfApi(index) | TypeId::OfEndpoint(index)) = id;
        owner.entries.get(index)?.as_ref()
    }

    /// What a shape is behind its name: never [`Shape::Named`].
    pub(super) fn resolve<'s>(&'s self, shape: &'s Shape) -> &'s Shape {
        let mut shape = shape;
        while let Shape::Named(id) = shape {
            match self.entry(*id) {
                Some(entry) => shape = &entry.shape.value,
                None => return &Shape::Any,
            }
        }
        shape
    }

    /// The types, in the order of the file.
    pub(super) fn finish(self) -> Vec<NamedType> {
        self.entries.into_iter().flatten().map(|entry| NamedType { entry }).collect()
    }
}

/// The order in which each type comes after those that it contains; where they contain each other, there is none, and any
/// of them comes first. Without recursion: a chain of types may be as long as a file.
fn order(blocks: &[(&Spanned<String>, &Block)]) -> Vec<usize> {
    let indices: HashMap<&str, usize> =
        blocks.iter().enumerate().map(|(index, (name, _))| (name.value.as_str(), index)).collect();
    let inner = |index: usize| -> Vec<usize> {
        let mut names = Vec::new();
        if let Some((_, block)) = blocks.get(index) {
            contained(block, &mut names);
        }
        names.into_iter().filter_map(|name| indices.get(name).copied()).collect()
    };
    let mut ordered = Vec::with_capacity(blocks.len());
    let mut seen = HashSet::new();
    for start in 0..blocks.len() {
        let mut open = Vec::new();
        if seen.insert(start) {
            open.push((start, inner(start)));
        }
        while let Some((index, rest)) = open.last_mut() {
            match rest.pop() {
                Some(next) if seen.insert(next) => open.push((next, inner(next))),
                Some(_) => {}
                None => {
                    ordered.push(*index);
                    open.pop();
                }
            }
        }
    }
    ordered
}

/// The names of the types that a block calls once its halves are settled.
fn contained<'s>(block: &'s Block, names: &mut Vec<&'s str>) {
    for fact in Facts::of(block, Origin::Page).iter() {
        in_value(&fact.item.value, names);
    }
}

fn in_value<'s>(value: &'s Value, names: &mut Vec<&'s str>) {
    match value {
        Value::Type(of) => {
            if let BaseType::Named(name) = &of.base {
                names.push(name);
            }
        }
        Value::Block(block) => contained(block, names),
        Value::Map(entries) => entries.iter().for_each(|entry| in_value(&entry.value.value, names)),
        Value::List(items) => items.iter().for_each(|item| in_value(&item.value, names)),
        _ => {}
    }
}
