//! `ObjectId[]`: what stands under `type`.

use std::fmt;

/// A type: a built-in or a named type, and how many lists it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeExpression {
    /// What the innermost items are.
    pub base: BaseType,
    /// How many `[]` follow.
    pub lists: u8,
}

/// A built-in, or a name of `types`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BaseType {
    /// A built-in of the language that this version reads.
    BuiltIn(BuiltIn),
    /// A named type; it begins with a capital.
    Named(String),
}

/// The built-in types that this version reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BuiltIn {
    Any,
    Boolean,
    String,
    Integer,
    Int64,
    Int32,
    Number,
    Object,
    DateTime,
    LocalDateTime,
    EpochSeconds,
    Email,
}

impl fmt::Display for TypeExpression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.base {
            BaseType::BuiltIn(built_in) => f.write_str(built_in.as_str())?,
            BaseType::Named(name) => f.write_str(name)?,
        }
        (0..self.lists).try_for_each(|_| f.write_str("[]"))
    }
}

impl BuiltIn {
    /// Its spelling in specs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Boolean => "boolean",
            Self::String => "string",
            Self::Integer => "integer",
            Self::Int64 => "int64",
            Self::Int32 => "int32",
            Self::Number => "number",
            Self::Object => "object",
            Self::DateTime => "date-time",
            Self::LocalDateTime => "local-date-time",
            Self::EpochSeconds => "epoch-seconds",
            Self::Email => "email",
        }
    }
}
