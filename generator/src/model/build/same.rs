//! Whether two values say the same, wherever they stand.

use crate::spec::block::{Block, Item, Named, Value};

/// Whether two values are equal but for their places. The order of keys does not count, that of entries does.
pub(super) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(&one.value, &other.value))
        }
        (Value::Map(one), Value::Map(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same_entry(one, other))
        }
        (Value::Block(one), Value::Block(other)) => same_block(one, other),
        (one, other) => one == other,
    }
}

/// Whether two sets of keys hold the same.
pub(super) fn same_items(one: &[&Item], other: &[&Item]) -> bool {
    one.len() == other.len()
        && one.iter().all(|item| other.iter().any(|o| o.key == item.key && same(&o.value, &item.value)))
}

/// Whether two blocks are equal but for their places.
pub(super) fn same_block(one: &Block, other: &Block) -> bool {
    same_items(&one.items.iter().collect::<Vec<_>>(), &other.items.iter().collect::<Vec<_>>())
}

fn same_entry(one: &Named, other: &Named) -> bool {
    one.name.value == other.name.value && same(&one.value.value, &other.value.value)
}
