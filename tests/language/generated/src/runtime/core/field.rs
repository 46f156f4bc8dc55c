//! Fields that are there, absent, null or missing.

use std::fmt;

/// A field that can be absent, `null` or a value: three things on the wire.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Field<T> {
    /// The field is not written.
    #[default]
    Absent,
    /// The field is written as `null`, or as the value that stands for none.
    Null,
    /// The field has a value.
    Value(T),
}

impl<T> Field<T> {
    /// The value, if there is one.
    #[inline]
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value by itself, if there is one.
    #[inline]
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// A field that the documentation promises in every answer: `answer.id?` turns its absence into an error.
pub type Promised<T> = Result<T, Missing>;

/// A promised field that the server left out, or sent as `null` or as another JSON kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Missing {
    /// The field's name on the wire.
    pub field: &'static str,
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the answer lacks the promised field {}", self.field)
    }
}

impl std::error::Error for Missing {}
