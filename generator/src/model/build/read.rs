//! Values of blocks as values of the model.

use serde_json::{Number, Value as Json};

use crate::model::{Deprecation, Word};
use crate::spec::block::{Block, Item, Named, Value};
use crate::spec::table::{Key, TABLE};
use crate::yaml::Spanned;

/// `true` or `false`.
pub(super) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Flag(flag) => Some(*flag),
        _ => None,
    }
}

/// What `deprecated` says.
pub(super) fn deprecation(value: &Value) -> Option<Deprecation> {
    match value {
        Value::Flag(false) => Some(Deprecation::Current),
        Value::Flag(true) => Some(Deprecation::Deprecated(None)),
        Value::Text(text) => Some(Deprecation::Deprecated(Some(text.clone()).filter(|text| !text.trim().is_empty()))),
        _ => None,
    }
}

/// A text.
pub(super) fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// A key of the language.
pub(super) fn key(value: &Value) -> Option<Key> {
    let name = text(value)?;
    TABLE.iter().find(|row| row.name == name).map(|row| row.key)
}

/// A count; a negative one is none.
pub(super) fn count(value: &Value) -> Option<u64> {
    match value {
        Value::Integer(count) => u64::try_from(*count).ok(),
        _ => None,
    }
}

/// A JSON value, or a list of them.
pub(super) fn json(value: &Value) -> Option<Json> {
    match value {
        Value::Json(json) => Some(json.clone()),
        Value::Text(text) => Some(Json::String(text.clone())),
        Value::Flag(flag) => Some(Json::Bool(*flag)),
        Value::Integer(integer) => Some(Json::Number(Number::from(*integer))),
        Value::Number(number) => Some(Json::Number(number.clone())),
        Value::List(items) => items.iter().map(|item| json(&item.value)).collect::<Option<_>>().map(Json::Array),
        Value::Type(_) | Value::Map(_) | Value::Block(_) => None,
    }
}

/// A name of a map, with its place.
pub(super) fn name(name: &Spanned<String>) -> Word {
    Word { text: name.value.clone(), place: name.place }
}

/// The text that a key holds, with its place.
pub(super) fn item_word(item: &Item) -> Option<Word> {
    Some(Word { text: text(&item.value)?.to_owned(), place: item.place })
}

/// The text under a key, with its place.
pub(super) fn word(block: &Block, key: Key) -> Option<Word> {
    item_word(block.get(key)?)
}

/// The text under a key, owned.
pub(super) fn owned(block: &Block, key: Key) -> Option<String> {
    block.text(key).map(str::to_owned)
}

/// The words of a block; blanks alone say nothing.
pub(super) fn doc(block: &Block) -> Option<String> {
    owned(block, Key::Doc).filter(|doc| !doc.trim().is_empty())
}

/// The texts of a list, with their places.
pub(super) fn words(items: &[Spanned<Value>]) -> Vec<Word> {
    let word = |item: &Spanned<Value>| Some(Word { text: text(&item.value)?.to_owned(), place: item.place });
    items.iter().filter_map(word).collect()
}

/// The entries of a map that are blocks, which all of them are where the key asks for blocks.
pub(super) fn blocks(entries: &[Named]) -> impl Iterator<Item = (&Spanned<String>, &Block)> {
    entries.iter().filter_map(|named| match &named.value.value {
        Value::Block(block) => Some((&named.name, block)),
        _ => None,
    })
}

/// What is unclear of a thing.
pub(super) fn doubts(block: &Block) -> Vec<String> {
    words(block.list(Key::Doubts)).into_iter().map(|doubt| doubt.text).collect()
}

/// Whether the page names it.
pub(super) fn is_documented(block: &Block) -> bool {
    block.get(Key::Documented).is_none_or(|item| flag(&item.value) != Some(false))
}
