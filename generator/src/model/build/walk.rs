//! Every block of a file, as it stands.

use crate::diagnostic::Place;
use crate::spec::block::{Block, Value};
use crate::spec::table::Key;

/// A block, and how it came to stand where it does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Visit<'s> {
    /// Its name in its map, or the key that it stands under.
    pub name: &'s str,
    /// The block; of a half, the half.
    pub block: &'s Block,
    /// The key of the half that it stands in, at any depth; a half does not stand in itself.
    pub within: Option<Place>,
}

/// Visits a block and all blocks below it, in the order of the file.
pub(super) fn walk<'s>(name: &'s str, block: &'s Block, visit: &mut impl FnMut(Visit<'s>)) {
    block_at(Visit { name, block, within: None }, visit);
}

fn block_at<'s>(at: Visit<'s>, visit: &mut impl FnMut(Visit<'s>)) {
    visit(at);
    for item in &at.block.items {
        let within = if is_half(item.key) { at.within.or(Some(item.key_place)) } else { at.within };
        match &item.value {
            // A half is visited as itself, what it holds as within it.
            Value::Block(block) if is_half(item.key) => {
                visit(Visit { name: at.name, block, within: at.within });
                for item in &block.items {
                    value_at(item.key.as_str(), &item.value, within, visit);
                }
            }
            value => value_at(item.key.as_str(), value, within, visit),
        }
    }
}

fn value_at<'s>(name: &'s str, value: &'s Value, within: Option<Place>, visit: &mut impl FnMut(Visit<'s>)) {
    match value {
        Value::Block(block) => block_at(Visit { name, block, within }, visit),
        Value::Map(entries) => {
            entries.iter().for_each(|entry| value_at(&entry.name.value, &entry.value.value, within, visit));
        }
        Value::List(items) => items.iter().for_each(|item| value_at(name, &item.value, within, visit)),
        _ => {}
    }
}

/// Whether a key holds a half.
pub(super) fn is_half(key: Key) -> bool {
    matches!(key, Key::Inferred | Key::Known)
}
