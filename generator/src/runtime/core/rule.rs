//! The rules, and their ids.

use std::fmt;
use std::str::FromStr;

use super::{Constant, Kind, Malformed};

/// The stable id of a rule, as specs and policies name it. Violations of one place are reported in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RuleId {
    /// `required`: something that must be there is absent.
    Required,
    /// `nullable`: `null` where that is not said.
    Nullable,
    /// `type`: another JSON kind.
    Type,
    /// `range`: a number that its type cannot hold.
    Range,
    /// `const`: another value than the only one.
    Const,
    /// `enum`: a value that is not listed.
    Enum,
    /// `min_length`: a text that is too short.
    MinLength,
    /// `max_length`: a text that is too long.
    MaxLength,
    /// `pattern`: a text that does not match.
    Pattern,
    /// `format`: a text that its type does not admit.
    Format,
    /// `encode`: a value that cannot be written in its form.
    Encode,
    /// `tag`: a tag that is missing or has no variant.
    Tag,
    /// `unknown_field`: a field that is not listed.
    UnknownField,
}

impl RuleId {
    /// All ids, in the order in which violations of one place are reported.
    pub const ALL: [Self; 13] = [
        Self::Required,
        Self::Nullable,
        Self::Type,
        Self::Range,
        Self::Const,
        Self::Enum,
        Self::MinLength,
        Self::MaxLength,
        Self::Pattern,
        Self::Format,
        Self::Encode,
        Self::Tag,
        Self::UnknownField,
    ];

    /// Its spelling.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Nullable => "nullable",
            Self::Type => "type",
            Self::Range => "range",
            Self::Const => "const",
            Self::Enum => "enum",
            Self::MinLength => "min_length",
            Self::MaxLength => "max_length",
            Self::Pattern => "pattern",
            Self::Format => "format",
            Self::Encode => "encode",
            Self::Tag => "tag",
            Self::UnknownField => "unknown_field",
        }
    }

    /// Whether a value that breaks it is judged by no further rule.
    #[must_use]
    pub const fn stops(self) -> bool {
        matches!(self, Self::Required | Self::Nullable | Self::Type | Self::Range)
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for RuleId {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        Self::ALL.into_iter().find(|id| id.as_str() == text).ok_or(Malformed { expected: "rule id" })
    }
}

/// A rule, together with what it allows; its `Display` is the allowed part.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Rule {
    /// Not left out.
    Required,
    /// Not `null`.
    Nullable,
    /// A value of this JSON kind.
    Type(Kind),
    /// A number of this range.
    Range(&'static str),
    /// This value.
    Const(Constant),
    /// One of the listed values.
    Enum(&'static [&'static str]),
    /// One of the listed values.
    EnumOfIntegers(&'static [i64]),
    /// At least this many characters (code points).
    MinLength(usize),
    /// At most this many characters (code points).
    MaxLength(usize),
    /// Text that this ECMAScript pattern matches.
    Pattern(&'static str),
    /// Text of this format.
    Format(&'static str),
    /// A value that can be written so.
    Encode(&'static str),
    /// A tag that the union lists.
    Tag,
    /// A field that the documentation lists.
    UnknownField,
}

impl Rule {
    /// The stable id of the rule.
    #[must_use]
    pub const fn id(&self) -> RuleId {
        match self {
            Self::Required => RuleId::Required,
            Self::Nullable => RuleId::Nullable,
            Self::Type(_) => RuleId::Type,
            Self::Range(_) => RuleId::Range,
            Self::Const(_) => RuleId::Const,
            Self::Enum(_) | Self::EnumOfIntegers(_) => RuleId::Enum,
            Self::MinLength(_) => RuleId::MinLength,
            Self::MaxLength(_) => RuleId::MaxLength,
            Self::Pattern(_) => RuleId::Pattern,
            Self::Format(_) => RuleId::Format,
            Self::Encode(_) => RuleId::Encode,
            Self::Tag => RuleId::Tag,
            Self::UnknownField => RuleId::UnknownField,
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Required => f.write_str("a value"),
            Self::Nullable => f.write_str("no null"),
            Self::Type(kind) => kind.fmt(f),
            Self::Range(range) => f.write_str(range),
            Self::Const(value) => value.fmt(f),
            Self::Enum(values) => write!(f, "one of {}", values.join(", ")),
            Self::EnumOfIntegers(values) => write!(f, "one of {values:?}"),
            Self::MinLength(1) => f.write_str("at least 1 character"),
            Self::MinLength(bound) => write!(f, "at least {bound} characters"),
            Self::MaxLength(1) => f.write_str("at most 1 character"),
            Self::MaxLength(bound) => write!(f, "at most {bound} characters"),
            Self::Pattern(source) => write!(f, "text matching {source}"),
            Self::Format(name) => write!(f, "text of format {name}"),
            Self::Encode(form) => f.write_str(form),
            Self::Tag => f.write_str("a listed tag"),
            Self::UnknownField => f.write_str("no such field"),
        }
    }
}
