//! The values of an `enum`: a list, or a map from each value to what is known of it.

use serde_json::Value as Json;

use super::read;
use super::resolve::Stated;
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::model::{EnumScalar, EnumValue, Fact, IntegerKind, Listed, Shape};
use crate::spec::block::{Named, Value};
use crate::spec::table::Key;

/// What `enum` lists of a value of this shape, which is no name.
pub(super) fn listed(fact: Stated<'_>, shape: &Shape, found: &mut Diagnostics) -> Option<Fact<Listed>> {
    let listed = match &fact.item.value {
        Value::Text(_) => Listed::Unlisted,
        Value::List(items) => Listed::Values(
            items
                .iter()
                .filter_map(|item| match scalar(&read::json(&item.value)?) {
                    Some(value) => Some(plain(value, item.place)),
                    None => {
                        found.push(no_enum_value(&item.value, item.place));
                        None
                    }
                })
                .collect(),
        ),
        Value::Map(entries) => {
            let whole = match shape {
                Shape::Integer(_) | Shape::EpochSeconds => true,
                Shape::Any => entries.iter().all(|entry| whole_number(&entry.name.value).is_some()),
                _ => false,
            };
            Listed::Values(entries.iter().map(|entry| described(entry, whole)).collect())
        }
        _ => return None,
    };
    Some(fact.with(listed))
}

/// What the values of an `enum` are, if they are of one kind.
pub(super) fn shape(value: &Value) -> Option<Shape> {
    let integer = Shape::Integer(IntegerKind::Int64);
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

fn plain(value: EnumScalar, place: Place) -> EnumValue {
    EnumValue { value, place, name: None, rust_name: None, doc: None }
}

fn described(entry: &Named, whole: bool) -> EnumValue {
    let text = &entry.name.value;
    let value = whole.then(|| whole_number(text)).flatten();
    let value = value.map_or_else(|| EnumScalar::Text(text.clone()), EnumScalar::Integer);
    let plain = plain(value, entry.name.place);
    match &entry.value.value {
        Value::Text(name) => EnumValue { name: Some(name.clone()), ..plain },
        Value::Block(block) => EnumValue {
            name: read::owned(block, Key::Name),
            rust_name: read::word(block, Key::RustName),
            doc: read::owned(block, Key::Doc),
            ..plain
        },
        _ => plain,
    }
}

/// A whole number in JSON's spelling.
fn whole_number(text: &str) -> Option<i64> {
    text.parse().ok().filter(|number: &i64| number.to_string() == text)
}

fn no_enum_value(value: &Value, place: Place) -> Diagnostic {
    let text = read::json(value).map(|json| json.to_string()).unwrap_or_default();
    let diagnostic =
        Diagnostic::new(Id::WrongKind, format!("`{text}` is no value of an enum: a text or a whole number"))
            .at(place, "");
    if text == "null" {
        diagnostic.help("that it may be null is said by `nullable: true`")
    } else {
        diagnostic.help("put it in quotes if it is a text")
    }
}
