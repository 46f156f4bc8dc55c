//! The rules, and their ids.

use std::fmt;
use std::str::FromStr;

use super::{Bound, Constant, Kind, LengthUnit, Malformed};

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
    /// `minimum`: a number that is too small, or a date that is too early.
    Minimum,
    /// `exclusive_minimum`: a number or a date that is not beyond its lower bound.
    ExclusiveMinimum,
    /// `maximum`: a number that is too large, or a date that is too late.
    Maximum,
    /// `exclusive_maximum`: a number or a date that is not below its upper bound.
    ExclusiveMaximum,
    /// `multiple_of`: a number between two multiples.
    MultipleOf,
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
    /// `min_items`: a list with too few items.
    MinItems,
    /// `max_items`: a list with too many items.
    MaxItems,
    /// `unique_items`: a list in which an item is repeated.
    UniqueItems,
    /// `min_properties`: an object with too few keys.
    MinProperties,
    /// `max_properties`: an object with too many keys.
    MaxProperties,
    /// `keys`: a key of a map that its rules do not admit.
    Keys,
    /// `tag`: a tag that is missing or has no variant.
    Tag,
    /// `unknown_field`: a field that is not listed.
    UnknownField,
}

impl RuleId {
    /// All ids, in the order in which violations of one place are reported.
    pub const ALL: [Self; 24] = [
        Self::Required,
        Self::Nullable,
        Self::Type,
        Self::Range,
        Self::Const,
        Self::Enum,
        Self::Minimum,
        Self::ExclusiveMinimum,
        Self::Maximum,
        Self::ExclusiveMaximum,
        Self::MultipleOf,
        Self::MinLength,
        Self::MaxLength,
        Self::Pattern,
        Self::Format,
        Self::Encode,
        Self::MinItems,
        Self::MaxItems,
        Self::UniqueItems,
        Self::MinProperties,
        Self::MaxProperties,
        Self::Keys,
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
            Self::Minimum => "minimum",
            Self::ExclusiveMinimum => "exclusive_minimum",
            Self::Maximum => "maximum",
            Self::ExclusiveMaximum => "exclusive_maximum",
            Self::MultipleOf => "multiple_of",
            Self::MinLength => "min_length",
            Self::MaxLength => "max_length",
            Self::Pattern => "pattern",
            Self::Format => "format",
            Self::Encode => "encode",
            Self::MinItems => "min_items",
            Self::MaxItems => "max_items",
            Self::UniqueItems => "unique_items",
            Self::MinProperties => "min_properties",
            Self::MaxProperties => "max_properties",
            Self::Keys => "keys",
            Self::Tag => "tag",
            Self::UnknownField => "unknown_field",
        }
    }

    /// Whether it is about how many items or keys there are, and whether they are repeated.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::MinItems | Self::MaxItems | Self::UniqueItems | Self::MinProperties | Self::MaxProperties)
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
    /// This, or more; of dates, this or later.
    Minimum(Bound<'static>),
    /// More than this; of dates, later.
    ExclusiveMinimum(Bound<'static>),
    /// This, or less; of dates, this or earlier.
    Maximum(Bound<'static>),
    /// Less than this; of dates, earlier.
    ExclusiveMaximum(Bound<'static>),
    /// A whole multiple of this number, in exact decimals.
    MultipleOf(Bound<'static>),
    /// At least this many characters (code points).
    MinLength(usize),
    /// At most this many characters (code points).
    MaxLength(usize),
    /// At least so long, in another unit than characters.
    MinLengthIn(LengthUnit, usize),
    /// At most so long, in another unit than characters.
    MaxLengthIn(LengthUnit, usize),
    /// Text that this ECMAScript pattern matches.
    Pattern(&'static str),
    /// Text of this format.
    Format(&'static str),
    /// A value that can be written so.
    Encode(&'static str),
    /// At least this many items.
    MinItems(usize),
    /// At most this many items.
    MaxItems(usize),
    /// No two items that are equal as JSON.
    UniqueItems,
    /// At least this many keys.
    MinProperties(usize),
    /// At most this many keys.
    MaxProperties(usize),
    /// A key that keeps to this.
    Keys(KeyRule),
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
            Self::Minimum(_) => RuleId::Minimum,
            Self::ExclusiveMinimum(_) => RuleId::ExclusiveMinimum,
            Self::Maximum(_) => RuleId::Maximum,
            Self::ExclusiveMaximum(_) => RuleId::ExclusiveMaximum,
            Self::MultipleOf(_) => RuleId::MultipleOf,
            Self::MinLength(_) | Self::MinLengthIn(..) => RuleId::MinLength,
            Self::MaxLength(_) | Self::MaxLengthIn(..) => RuleId::MaxLength,
            Self::Pattern(_) => RuleId::Pattern,
            Self::Format(_) => RuleId::Format,
            Self::Encode(_) => RuleId::Encode,
            Self::MinItems(_) => RuleId::MinItems,
            Self::MaxItems(_) => RuleId::MaxItems,
            Self::UniqueItems => RuleId::UniqueItems,
            Self::MinProperties(_) => RuleId::MinProperties,
            Self::MaxProperties(_) => RuleId::MaxProperties,
            Self::Keys(_) => RuleId::Keys,
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
            Self::Minimum(Bound::Date(date)) => write!(f, "not before {date}"),
            Self::Minimum(bound) => write!(f, "at least {bound}"),
            Self::ExclusiveMinimum(Bound::Date(date)) => write!(f, "after {date}"),
            Self::ExclusiveMinimum(bound) => write!(f, "more than {bound}"),
            Self::Maximum(Bound::Date(date)) => write!(f, "not after {date}"),
            Self::Maximum(bound) => write!(f, "at most {bound}"),
            Self::ExclusiveMaximum(Bound::Date(date)) => write!(f, "before {date}"),
            Self::ExclusiveMaximum(bound) => write!(f, "less than {bound}"),
            Self::MultipleOf(step) => write!(f, "a multiple of {step}"),
            Self::MinLength(1) => f.write_str("at least 1 character"),
            Self::MinLength(bound) => write!(f, "at least {bound} characters"),
            Self::MaxLength(1) => f.write_str("at most 1 character"),
            Self::MaxLength(bound) => write!(f, "at most {bound} characters"),
            Self::MinLengthIn(unit, bound) => write!(f, "at least {}", unit.counted(bound)),
            Self::MaxLengthIn(unit, bound) => write!(f, "at most {}", unit.counted(bound)),
            Self::Pattern(source) => write!(f, "text matching {source}"),
            Self::Format(name) => write!(f, "text of format {name}"),
            Self::Encode(form) => f.write_str(form),
            Self::MinItems(1) => f.write_str("at least 1 item"),
            Self::MinItems(bound) => write!(f, "at least {bound} items"),
            Self::MaxItems(1) => f.write_str("at most 1 item"),
            Self::MaxItems(bound) => write!(f, "at most {bound} items"),
            Self::UniqueItems => f.write_str("no two equal items"),
            Self::MinProperties(1) => f.write_str("at least 1 key"),
            Self::MinProperties(bound) => write!(f, "at least {bound} keys"),
            Self::MaxProperties(1) => f.write_str("at most 1 key"),
            Self::MaxProperties(bound) => write!(f, "at most {bound} keys"),
            Self::Keys(rule) => rule.fmt(f),
            Self::Tag => f.write_str("a listed tag"),
            Self::UnknownField => f.write_str("no such field"),
        }
    }
}

/// What is said of the keys of a map; its `Display` is what it allows.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum KeyRule {
    /// This key.
    Const(Constant),
    /// One of the listed keys.
    Enum(&'static [&'static str]),
    /// This date, or later.
    Minimum(Bound<'static>),
    /// Later than this date.
    ExclusiveMinimum(Bound<'static>),
    /// This date, or earlier.
    Maximum(Bound<'static>),
    /// Earlier than this date.
    ExclusiveMaximum(Bound<'static>),
    /// At least this long.
    MinLength(usize),
    /// At most this long.
    MaxLength(usize),
    /// At least so long, in another unit than characters.
    MinLengthIn(LengthUnit, usize),
    /// At most so long, in another unit than characters.
    MaxLengthIn(LengthUnit, usize),
    /// Text that this ECMAScript pattern matches.
    Pattern(&'static str),
    /// Text of this format.
    Format(&'static str),
}

impl Rule {
    /// The same rule, said of a key.
    pub(super) const fn of_key(self) -> Self {
        match self {
            Self::Const(value) => Self::Keys(KeyRule::Const(value)),
            Self::Enum(values) => Self::Keys(KeyRule::Enum(values)),
            Self::Minimum(bound) => Self::Keys(KeyRule::Minimum(bound)),
            Self::ExclusiveMinimum(bound) => Self::Keys(KeyRule::ExclusiveMinimum(bound)),
            Self::Maximum(bound) => Self::Keys(KeyRule::Maximum(bound)),
            Self::ExclusiveMaximum(bound) => Self::Keys(KeyRule::ExclusiveMaximum(bound)),
            Self::MinLength(bound) => Self::Keys(KeyRule::MinLength(bound)),
            Self::MaxLength(bound) => Self::Keys(KeyRule::MaxLength(bound)),
            Self::MinLengthIn(unit, bound) => Self::Keys(KeyRule::MinLengthIn(unit, bound)),
            Self::MaxLengthIn(unit, bound) => Self::Keys(KeyRule::MaxLengthIn(unit, bound)),
            Self::Pattern(source) => Self::Keys(KeyRule::Pattern(source)),
            Self::Format(name) => Self::Keys(KeyRule::Format(name)),
            other => other,
        }
    }
}

impl KeyRule {
    /// The same rule, said of a text.
    #[must_use]
    pub const fn of_text(self) -> Rule {
        match self {
            Self::Const(value) => Rule::Const(value),
            Self::Enum(values) => Rule::Enum(values),
            Self::Minimum(bound) => Rule::Minimum(bound),
            Self::ExclusiveMinimum(bound) => Rule::ExclusiveMinimum(bound),
            Self::Maximum(bound) => Rule::Maximum(bound),
            Self::ExclusiveMaximum(bound) => Rule::ExclusiveMaximum(bound),
            Self::MinLength(bound) => Rule::MinLength(bound),
            Self::MaxLength(bound) => Rule::MaxLength(bound),
            Self::MinLengthIn(unit, bound) => Rule::MinLengthIn(unit, bound),
            Self::MaxLengthIn(unit, bound) => Rule::MaxLengthIn(unit, bound),
            Self::Pattern(source) => Rule::Pattern(source),
            Self::Format(name) => Rule::Format(name),
        }
    }
}

impl fmt::Display for KeyRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "as a key {}", self.of_text())
    }
}
