//! Which facts fall away where a half gives a value another type.

use crate::model::Shape;
use crate::spec::block::{Item, Value};
use crate::spec::table::Key;

/// Whether a value of a shape, which is no name, can have a fact that was stated of another one.
pub(super) fn fits(fact: &Item, shape: &Shape) -> bool {
    match fact.key {
        Key::MinLength | Key::MaxLength | Key::Pattern => is_text(shape),
        Key::Enum => lists_values_of(&fact.value, shape),
        Key::Open => is_text(shape) || is_whole(shape) || is_object(shape),
        Key::Encode | Key::Items | Key::UniqueItems | Key::MinItems | Key::MaxItems => matches!(shape, Shape::List(_)),
        Key::MinProperties | Key::MaxProperties => is_object(shape),
        _ => true,
    }
}

fn lists_values_of(listed: &Value, shape: &Shape) -> bool {
    let of = super::enumeration::shape(listed);
    match of {
        _ if is_text(shape) => !matches!(of, Some(Shape::Integer(_))) || matches!(listed, Value::Map(_)),
        _ if is_whole(shape) => !matches!(of, Some(Shape::Text)),
        _ => false,
    }
}

fn is_text(shape: &Shape) -> bool {
    matches!(shape, Shape::Text | Shape::DateTime | Shape::LocalDateTime | Shape::Email)
}

fn is_whole(shape: &Shape) -> bool {
    matches!(shape, Shape::Integer(_) | Shape::EpochSeconds)
}

fn is_object(shape: &Shape) -> bool {
    matches!(shape, Shape::FreeForm | Shape::Object(_) | Shape::Map(_) | Shape::Union(_))
}
