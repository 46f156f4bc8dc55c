//! Facts in few words, as documentation tells them.

use serde_json::Value as Json;

use super::resolve::{Facts, Group};
use crate::model::Origin;
use crate::spec::block::{Block, Item, Named, Value};
use crate::spec::table::Key;
use crate::spec::{BaseType, BuiltIn, TypeExpression};
use crate::yaml::Spanned;

/// How much of a list is told.
#[derive(Clone, Copy)]
pub(super) enum Length {
    /// The first names of it, an ellipsis, and rules by their count.
    Brief,
    /// All of it.
    Full,
}

/// How many names are listed in brief before the rest becomes an ellipsis.
const MOST: usize = 6;

/// The fact of a group that says most of it.
pub(super) fn chief<'s>(group: &[&'s Item]) -> Option<&'s Item> {
    let rank = |item: &Item| match item.key {
        Key::OneOf | Key::AllOf => 0,
        Key::Fields | Key::Scheme | Key::Header | Key::Query | Key::Session => 1,
        Key::Values => 2,
        Key::Type => 3,
        Key::Keys => 4,
        _ => 5,
    };
    group.iter().copied().min_by_key(|item| rank(item))
}

/// A group of facts, told under a key. Where the group says it under another one, that one is named.
pub(super) fn facts(group: &[&Item], key: Key, length: Length) -> String {
    let Some(chief) = chief(group) else { return String::new() };
    match &chief.value {
        Value::Map(variants) if chief.key == Key::OneOf => {
            let tag = group
                .iter()
                .find(|item| item.key == Key::Tag)
                .map(|item| format!(", told apart by {}", value(item, length)));
            format!("one of {}{}", names(variants, length), tag.unwrap_or_default())
        }
        Value::Map(fields) if chief.key == Key::Fields && fields.is_empty() => "an object without fields".to_owned(),
        Value::Map(fields) if chief.key == Key::Fields => format!("an object with {}", names(fields, length)),
        Value::Block(block) if chief.key == Key::Values => format!("a map of {}", element(block, length)),
        Value::Block(block) if chief.key == Key::Keys => format!("a map whose keys obey {}", element(block, length)),
        Value::Map(all) if chief.key == Key::AllOf => format!("{} together", names(all, length)),
        _ if matches!(chief.key, Key::Scheme | Key::Header | Key::Query) => {
            let named = if chief.key == key { String::new() } else { format!("{} ", chief.key.as_str()) };
            let prefix = group.iter().find(|item| item.key == Key::Prefix);
            let prefix = prefix.map(|item| format!(", behind {}", value(item, length))).unwrap_or_default();
            format!("{named}{}{prefix}", value(chief, length))
        }
        _ if chief.key == Key::Session => "the cookies of a sign-in".to_owned(),
        _ => value(chief, length),
    }
}

fn value(item: &Item, length: Length) -> String {
    match &item.value {
        Value::Text(text) => match (item.key, text.as_str()) {
            (Key::Body, "none") => "no body".to_owned(),
            (Key::Body, "ignored") => "a body that is not promised".to_owned(),
            (Key::Enum, _) => "values that it does not list".to_owned(),
            _ => text.clone(),
        },
        Value::Flag(flag) => flag.to_string(),
        Value::Integer(integer) => integer.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Json(json) => self::json(json),
        Value::Type(TypeExpression { base: BaseType::BuiltIn(BuiltIn::Object), lists: 0 }) => "an object".to_owned(),
        Value::Type(expression) => expression.to_string(),
        Value::List(rules) if item.key == Key::Unenforced => match (length, rules.len()) {
            (Length::Full, _) => rules.iter().map(list_item).collect::<Vec<_>>().join("; "),
            (Length::Brief, 1) => "a rule in words".to_owned(),
            (Length::Brief, count) => format!("{count} rules in words"),
        },
        Value::List(items) => listed(items.iter().map(list_item), length),
        Value::Map(values) if item.key == Key::Enum => listed(values.iter().map(enum_value), length),
        Value::Map(entries) => names(entries, length),
        Value::Block(block) if item.key != Key::Body => element(block, length),
        Value::Block(block) => body(block, length),
    }
}

/// A value as it is written: a text without quotes where it cannot be taken for another value.
fn json(value: &Json) -> String {
    match value {
        Json::String(text) if !text.is_empty() && serde_json::from_str::<Json>(text).is_err() => text.clone(),
        other => other.to_string(),
    }
}

fn list_item(item: &Spanned<Value>) -> String {
    match &item.value {
        Value::Json(value) => json(value),
        Value::Text(text) => text.clone(),
        _ => String::new(),
    }
}

fn enum_value(entry: &Named) -> String {
    let value = &entry.name.value;
    match &entry.value.value {
        Value::Block(block) => block.text(Key::Name).map_or_else(|| value.clone(), |name| format!("{value} {name}")),
        _ => value.clone(),
    }
}

/// What holds for the items of a list, the values or the keys of a map.
fn element(block: &Block, length: Length) -> String {
    let facts = Facts::of(block, Origin::Page);
    let shape = facts.group(Group::Shape);
    let others = facts.iter().map(|fact| fact.item).filter(|item| Group::of(item.key) != Group::Shape);
    let others = others.map(|item| format!("{} {}", item.key.as_str(), value(item, length)));
    let shape = chief(&shape).map(|chief| self::facts(&shape, chief.key, length));
    shape.into_iter().chain(others).collect::<Vec<_>>().join(", ")
}

fn body(block: &Block, length: Length) -> String {
    let shape = Facts::of(block, Origin::Page).group(Group::Shape);
    match chief(&shape) {
        Some(chief) => facts(&shape, chief.key, length),
        None => block
            .text(Key::MediaType)
            .map_or_else(|| "a body".to_owned(), |media_type| format!("a body of {media_type}")),
    }
}

fn names(entries: &[Named], length: Length) -> String {
    listed(entries.iter().map(|entry| entry.name.value.clone()), length)
}

fn listed(items: impl ExactSizeIterator<Item = String>, length: Length) -> String {
    let count = items.len();
    let shown = if matches!(length, Length::Brief) && count > MOST { MOST - 1 } else { count };
    let mut words: Vec<String> = items.take(shown).collect();
    if shown < count {
        words.push("…".to_owned());
    }
    words.join(", ")
}
