//! Values of blocks as values of the model.

use serde_json::{Number, Value as Json};

use crate::model::Word;
use crate::spec::block::{Block, Item, Value};
use crate::spec::table::Key;
use crate::yaml::Spanned;

/// `true` or `false`.
pub(super) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Flag(flag) => Some(*flag),
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

/// A count; a negative one is none.
pub(super) fn count(value: &Value) -> Option<u64> {
    match value {
        Value::Integer(count) => u64::try_from(*count).ok(),
        _ => None,
    }
}

/// A JSON value.
pub(super) fn json(value: &Value) -> Option<Json> {
    match value {
        Value::Json(json) => Some(json.clone()),
        Value::Text(text) => Some(Json::String(text.clone())),
        Value::Flag(flag) => Some(Json::Bool(*flag)),
        Value::Integer(integer) => Some(Json::Number(Number::from(*integer))),
        Value::Number(number) => Some(Json::Number(number.clone())),
        Value::Type(_) | Value::List(_) | Value::Map(_) | Value::Block(_) => None,
    }
}

/// A text with its place.
pub(super) fn word(spanned: &Spanned<String>) -> Word {
    Word { text: spanned.value.clone(), place: spanned.place }
}

/// The texts of a list, with their places.
pub(super) fn words(items: &[Spanned<Value>]) -> Vec<Word> {
    items.iter().filter_map(|item| Some(Word { text: text(&item.value)?.to_owned(), place: item.place })).collect()
}

impl Item {
    /// The text that it holds, with its place.
    pub(super) fn word(&self) -> Option<Word> {
        Some(Word { text: text(&self.value)?.to_owned(), place: self.place })
    }
}

impl Block {
    /// The text under a key, with its place.
    pub(super) fn word(&self, key: Key) -> Option<Word> {
        self.get(key)?.word()
    }

    /// The text under a key, owned.
    pub(super) fn owned_text(&self, key: Key) -> Option<String> {
        self.text(key).map(str::to_owned)
    }

    /// What is unclear of it.
    pub(super) fn doubts(&self) -> Vec<String> {
        words(self.list(Key::Doubts)).into_iter().map(|doubt| doubt.text).collect()
    }

    /// Whether the page names it.
    pub(super) fn is_documented(&self) -> bool {
        self.get(Key::Documented).is_none_or(|item| flag(&item.value) != Some(false))
    }
}
