//! A decoded mapping: what stands under its keys, each read by the kind that the key table asks for.

use serde_json::{Number, Value as Json};

use super::table::{At, Key};
use super::type_expression::TypeExpression;
use crate::diagnostic::Place;
use crate::yaml::{Spanned, Style};

/// A mapping of the language; every key is known to the table and allowed where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Which place of the language it is.
    pub at: At,
    /// Where it stands in its file.
    pub place: Place,
    /// Its keys, in the order of the file.
    pub items: Vec<Item>,
    /// Keys that are written here, perhaps misspelt, and hold something that could not be read, so that nobody calls them
    /// missing: a message tells of each.
    pub broken: Vec<Key>,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The key.
    pub key: Key,
    /// Where the key stands.
    pub key_place: Place,
    /// Where the value stands.
    pub place: Place,
    /// How the value is written, if it is a scalar.
    pub style: Option<Style>,
    /// The value.
    pub value: Value,
}

/// A value, decoded as its key asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text, a name, a pointer, a date, a word or a rule id.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Integer(i64),
    /// A number, with all its digits.
    Number(Number),
    /// A JSON scalar (`const`, `default`, `enum`), or `[]` and `{}`.
    Json(Json),
    /// A type.
    Type(TypeExpression),
    /// A list.
    List(Vec<Spanned<Value>>),
    /// A map from names to values, in the order of the file.
    Map(Vec<Named>),
    /// A block.
    Block(Block),
}

/// An entry of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Its name.
    pub name: Spanned<String>,
    /// What it holds.
    pub value: Spanned<Value>,
}

impl Block {
    /// What stands under a key.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<&Item> {
        self.items.iter().find(|item| item.key == key)
    }

    /// The text under a key.
    #[must_use]
    pub fn text(&self, key: Key) -> Option<&str> {
        match &self.get(key)?.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The block under a key.
    #[must_use]
    pub fn block(&self, key: Key) -> Option<&Self> {
        match &self.get(key)?.value {
            Value::Block(block) => Some(block),
            _ => None,
        }
    }

    /// The entries of the map under a key; none where the key is not written.
    #[must_use]
    pub fn map(&self, key: Key) -> &[Named] {
        match self.get(key).map(|item| &item.value) {
            Some(Value::Map(entries)) => entries,
            _ => &[],
        }
    }

    /// The items of the list under a key; none where the key is not written.
    #[must_use]
    pub fn list(&self, key: Key) -> &[Spanned<Value>] {
        match self.get(key).map(|item| &item.value) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }
}
