//! What kind of value a shape is, in the words of messages.

use crate::diagnostic::Place;
use crate::model::{Entry, EnumScalar, Scope, Shape};

/// A kind of value that constraints belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Any JSON value.
    Any,
    /// A boolean.
    Boolean,
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A list.
    List,
    /// An object.
    Object,
}

impl Kind {
    /// The kind of a shape that is no name.
    pub(super) fn of(shape: &Shape) -> Self {
        match shape {
            Shape::Any | Shape::Named(_) => Self::Any,
            Shape::Boolean => Self::Boolean,
            text if text.is_text() => Self::Text,
            whole if whole.is_integer() => Self::Integer,
            number if number.is_number() => Self::Number,
            Shape::List(_) => Self::List,
            _ => Self::Object,
        }
    }

    /// The kind of a listed value.
    pub(super) const fn of_listed(value: &EnumScalar) -> Self {
        match value {
            EnumScalar::Text(_) => Self::Text,
            EnumScalar::Integer(_) => Self::Integer,
        }
    }

    /// One of it: `a list`.
    pub(super) const fn one(self) -> &'static str {
        match self {
            Self::Any => "any value",
            Self::Boolean => "a boolean",
            Self::Text => "text",
            Self::Integer => "a whole number",
            Self::Number => "a number",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}

/// Where it is stated what an entry is: of a named type, by that type.
pub(super) fn stated(scope: Scope<'_>, entry: &Entry) -> Place {
    let mut shape = &entry.shape;
    while let Shape::Named(id) = shape.value {
        match scope.named(id) {
            Some(named) => shape = &named.entry.shape,
            None => break,
        }
    }
    shape.place
}
