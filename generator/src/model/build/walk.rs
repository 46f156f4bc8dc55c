//! Every block of a file, as it stands.

use crate::spec::block::{Block, Value};
use crate::spec::table::Key;

/// A block, and what it is called.
#[derive(Clone, Copy, Debug)]
pub(super) struct Visit<'s> {
    /// Its name in its map, or the key that it stands under; of a half, the name of what it is about.
    pub name: &'s str,
    pub block: &'s Block,
}

/// Visits a block and all blocks below it, halves among them, in the order of the file.
pub(super) fn walk<'s>(name: &'s str, block: &'s Block, visit: &mut impl FnMut(Visit<'s>)) {
    visit(Visit { name, block });
    for item in &block.items {
        let name = if is_half(item.key) { name } else { item.key.as_str() };
        value(name, &item.value, visit);
    }
}

fn value<'s>(name: &'s str, of: &'s Value, visit: &mut impl FnMut(Visit<'s>)) {
    match of {
        Value::Block(block) => walk(name, block, visit),
        Value::Map(entries) => entries.iter().for_each(|entry| value(&entry.name.value, &entry.value.value, visit)),
        Value::List(items) => items.iter().for_each(|item| value(name, &item.value, visit)),
        _ => {}
    }
}

/// Whether a key holds a half.
pub(super) fn is_half(key: Key) -> bool {
    matches!(key, Key::Inferred | Key::Known)
}
