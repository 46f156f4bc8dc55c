//! The values of an `enum`: a list, or a map from each value to what is known of it.

use serde_json::Value as Json;

use super::read;
use super::resolve::Stated;
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::model::{EnumScalar, EnumValue, Fact, IntegerKind, Listed, Shape};
use crate::spec::block::{Block, Value};
use crate::spec::table::Key;
use crate::yaml::Spanned;

/// What `enum` lists of a value of this shape, which is no name.
pub(super) fn listed(fact: Stated<'_>, shape: &Shape, found: &mut Diagnostics) -> Option<Fact<Listed>> {
    let listed = match &fact.item.value {
        Value::Text(_) => Listed::Unlisted,
        Value::List(items) => Listed::Values(items.iter().filter_map(|item| plain(item, found)).collect()),
        Value::Map(entries) => {
            let whole = match shape {
                Shape::Integer(_) | Shape::EpochSeconds => true,
                Shape::Any => entries.iter().all(|entry| whole_number(&entry.name.value).is_some()),
                _ => false,
            };
            Listed::Values(read::blocks(entries).map(|(name, block)| described(name, block, whole)).collect())
        }
        _ => return None,
    };
    Some(fact.with(listed))
}

/// What the values of an `enum` are, if they are of one kind.
pub(super) fn shape(value: &Value) -> Option<Shape> {
    let integer = Shape::Integer(IntegerKind::Integer);
    match value {
        Value::List(items) => {
            let scalars: Vec<_> = items.iter().filter_map(|item| scalar(&read::json(&item.value)?)).collect();
            match scalars.first()? {
                EnumScalar::Text(_) => {
                    scalars.iter().all(|value| matches!(value, EnumScalar::Text(_))).then_some(Shape::Text)
                }
                EnumScalar::Integer(_) => {
                    scalars.iter().all(|value| matches!(value, EnumScalar::Integer(_))).then_some(integer)
                }
            }
        }
        Value::Map(entries) if entries.is_empty() => None,
        Value::Map(entries) if entries.iter().all(|entry| whole_number(&entry.name.value).is_some()) => Some(integer),
        Value::Map(_) => Some(Shape::Text),
        _ => None,
    }
}

fn scalar(value: &Json) -> Option<EnumScalar> {
    match value {
        Json::String(text) => Some(EnumScalar::Text(text.clone())),
        Json::Number(number) => number.as_i64().map(EnumScalar::Integer),
        _ => None,
    }
}

fn plain(item: &Spanned<Value>, found: &mut Diagnostics) -> Option<EnumValue> {
    let json = read::json(&item.value)?;
    let value = scalar(&json);
    if value.is_none() {
        found.push(no_enum_value(&json, item.place));
    }
    Some(EnumValue {
        value: value?,
        place: item.place,
        name: None,
        rust_name: None,
        renamed_from: None,
        doc: None,
        deprecated: None,
    })
}

fn described(name: &Spanned<String>, block: &Block, whole: bool) -> EnumValue {
    let value = whole.then(|| whole_number(&name.value)).flatten();
    EnumValue {
        value: value.map_or_else(|| EnumScalar::Text(name.value.clone()), EnumScalar::Integer),
        place: name.place,
        name: read::owned(block, Key::Name),
        rust_name: read::word(block, Key::RustName),
        renamed_from: read::word(block, Key::RenamedFrom),
        doc: read::doc(block),
        deprecated: block.get(Key::Deprecated).and_then(|item| read::deprecation(&item.value)),
    }
}

/// A whole number in JSON's spelling.
fn whole_number(text: &str) -> Option<i64> {
    text.parse().ok().filter(|number: &i64| number.to_string() == text)
}

fn no_enum_value(value: &Json, place: Place) -> Diagnostic {
    let title = format!("`{value}` is no value of an enum: a text or a whole number");
    let diagnostic = Diagnostic::new(Id::WrongKind, title).at(place, "");
    diagnostic.help(match value {
        Json::Null => "that it may be null is said by `nullable: true`",
        _ => "put it in quotes if it is a text",
    })
}
