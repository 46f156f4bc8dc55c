//! Which facts fall away where a half gives a value another type.

use serde_json::Value as Json;

use crate::model::Shape;
use crate::spec::block::{Item, Value};
use crate::spec::table::Key;

/// Whether a value of a shape, which is no name, can have a fact that was stated of another one.
pub(super) fn fits(fact: &Item, shape: &Shape) -> bool {
    match fact.key {
        Key::Const => is_value_of(&fact.value, shape),
        Key::Minimum | Key::ExclusiveMinimum | Key::Maximum | Key::ExclusiveMaximum => match fact.value {
            Value::Text(_) => shape.is_date(),
            _ => shape.is_number(),
        },
        Key::MultipleOf => shape.is_number(),
        Key::LengthUnit | Key::MinLength | Key::MaxLength | Key::Pattern => shape.is_text(),
        Key::Secret => *shape == Shape::Text,
        Key::Enum => lists_values_of(&fact.value, shape),
        Key::Open => shape.is_text() || shape.is_integer() || is_object(shape),
        Key::Encode | Key::Items | Key::UniqueItems | Key::MinItems | Key::MaxItems => matches!(shape, Shape::List(_)),
        Key::MinProperties | Key::MaxProperties => is_object(shape),
        _ => true,
    }
}

/// Whether a fact can be said of values of some types alone.
pub(super) const fn depends(key: Key) -> bool {
    matches!(
        key,
        Key::Const
            | Key::Default
            | Key::NoneValue
            | Key::Minimum
            | Key::ExclusiveMinimum
            | Key::Maximum
            | Key::ExclusiveMaximum
            | Key::MultipleOf
            | Key::LengthUnit
            | Key::MinLength
            | Key::MaxLength
            | Key::Pattern
            | Key::Secret
            | Key::Enum
            | Key::Open
            | Key::Encode
            | Key::Items
            | Key::UniqueItems
            | Key::MinItems
            | Key::MaxItems
            | Key::MinProperties
            | Key::MaxProperties
    )
}

fn is_value_of(constant: &Value, shape: &Shape) -> bool {
    match super::read::json(constant) {
        Some(Json::String(_)) => shape.is_text(),
        Some(Json::Bool(_)) => *shape == Shape::Boolean,
        Some(Json::Number(_)) => shape.is_number(),
        _ => false,
    }
}

fn lists_values_of(listed: &Value, shape: &Shape) -> bool {
    let of = super::enumeration::shape(listed);
    match of {
        _ if shape.is_text() => !matches!(of, Some(Shape::Integer(_))) || matches!(listed, Value::Map(_)),
        _ if shape.is_integer() => !matches!(of, Some(Shape::Text)),
        _ => false,
    }
}

fn is_object(shape: &Shape) -> bool {
    matches!(shape, Shape::FreeForm | Shape::Object(_) | Shape::Map(_) | Shape::Union(_))
}
