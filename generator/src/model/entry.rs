//! What one value is on the wire: a parameter, a header, a field, an item, a body, a type.

use std::ops::Deref;

use serde_json::{Number, Value as Json};

use super::{Fact, Half, Word};
use crate::diagnostic::Place;
use crate::runtime::{Bound, LengthUnit, RuleId, reads_as_json, spelling};

/// One value on the wire. Facts that a named type states travel to its uses, each with its own origin and place.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name on the wire; of a type, the type's; empty of items and bodies.
    pub name: String,
    /// Where the name stands.
    pub place: Place,
    /// Whether the page names it.
    pub documented: bool,
    /// The author's words: its own; nothing is taken from its type.
    pub doc: Option<String>,
    /// What is unclear.
    pub doubts: Vec<String>,
    /// Overrides the derived Rust name.
    pub rust_name: Option<Word>,
    /// Its former name on the wire; of a type, the type's.
    pub renamed_from: Option<Word>,
    /// What it is. The origin tells who says so: an inferred format warns.
    pub shape: Fact<Shape>,
    /// Whether it must be there.
    pub required: Option<Fact<bool>>,
    /// Whether it may be null.
    pub nullable: Option<Fact<bool>>,
    /// Whether other values of its enum, or other fields of its object, may come.
    pub open: Option<Fact<bool>>,
    /// Whether the server sets it.
    pub server_owned: Option<Fact<bool>>,
    /// Whether it is deprecated.
    pub deprecated: Option<Fact<Deprecation>>,
    /// Whether it is a secret, never to be printed.
    pub secret: Option<Fact<bool>>,
    /// What absence means.
    pub default: Option<Fact<Json>>,
    /// The wire value that means none.
    pub none_value: Option<Fact<Json>>,
    /// The rules on its value alone.
    pub constraints: Constraints,
    /// Its form on the wire.
    pub encode: Option<Fact<Encode>>,
    /// The listed values.
    pub listed: Option<Fact<Listed>>,
    /// Rules that cannot be checked, in words.
    pub unenforced: Vec<Fact<String>>,
    /// Its own halves, for documentation: those of its type are the type's.
    pub halves: Vec<Half>,
}

/// Rules on one value alone, which travel with a type. Those that its type cannot have are for `check` to refuse.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    /// The only value.
    pub constant: Option<Fact<Json>>,
    /// Fewest code points.
    /// The least value.
    pub minimum: Option<Fact<Limit>>,
    /// What the value is beyond.
    pub exclusive_minimum: Option<Fact<Limit>>,
    /// The greatest value.
    pub maximum: Option<Fact<Limit>>,
    /// What the value is below.
    pub exclusive_maximum: Option<Fact<Limit>>,
    /// What the value is a multiple of: a number.
    pub multiple_of: Option<Fact<Limit>>,
    /// What lengths count; code points where nothing is said.
    pub length_unit: Option<Fact<LengthUnit>>,
    /// The shortest text.
    pub min_length: Option<Fact<u64>>,
    /// The longest text.
    pub max_length: Option<Fact<u64>>,
    /// What its text matches.
    pub pattern: Option<Fact<Pattern>>,
    /// Whether no two items are equal as JSON.
    pub unique_items: Option<Fact<bool>>,
    /// Fewest items.
    pub min_items: Option<Fact<u64>>,
    /// Most items.
    pub max_items: Option<Fact<u64>>,
    /// Fewest keys of an object.
    pub min_properties: Option<Fact<u64>>,
    /// Most keys of an object.
    pub max_properties: Option<Fact<u64>>,
}

/// A bound of numbers or dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Limit {
    /// A number, with all its digits.
    Number(Number),
    /// A date, a date with a time, or a point in time.
    Date(String),
}

impl Constraints {
    /// Bounds and multiples, each with its rule, in the order in which they are reported.
    pub fn limits(&self) -> impl Iterator<Item = (RuleId, &Fact<Limit>)> {
        let limits = [
            (RuleId::Minimum, &self.minimum),
            (RuleId::ExclusiveMinimum, &self.exclusive_minimum),
            (RuleId::Maximum, &self.maximum),
            (RuleId::ExclusiveMaximum, &self.exclusive_maximum),
            (RuleId::MultipleOf, &self.multiple_of),
        ];
        limits.into_iter().filter_map(|(rule, fact)| Some((rule, fact.as_ref()?)))
    }

    /// What lengths count.
    #[must_use]
    pub fn unit(&self) -> LengthUnit {
        self.length_unit.as_ref().map_or(LengthUnit::CodePoints, |fact| fact.value)
    }
}

/// A unit of lengths, as specs have it.
#[must_use]
pub const fn length_unit_word(unit: LengthUnit) -> &'static str {
    match unit {
        LengthUnit::CodePoints => "code_points",
        LengthUnit::Utf16 => "utf16",
        LengthUnit::Bytes => "bytes",
    }
}

impl Limit {
    /// What the runtime compares.
    #[must_use]
    pub fn bound(&self) -> Bound<'_> {
        match self {
            Self::Number(number) => Bound::of(number),
            Self::Date(text) => Bound::Date(text),
        }
    }

    /// What the rule with this limit allows, in words: `at least 18`.
    #[must_use]
    pub fn said(&self, rule: RuleId) -> String {
        let is_date = matches!(self, Self::Date(_));
        let words = match (rule, is_date) {
            (RuleId::Minimum, false) => "at least",
            (RuleId::Minimum, true) => "not before",
            (RuleId::ExclusiveMinimum, false) => "more than",
            (RuleId::ExclusiveMinimum, true) => "after",
            (RuleId::Maximum, false) => "at most",
            (RuleId::Maximum, true) => "not after",
            (RuleId::ExclusiveMaximum, false) => "less than",
            (RuleId::ExclusiveMaximum, true) => "before",
            _ => "a multiple of",
        };
        format!("{words} {}", self.bound())
    }

    /// Whether a value keeps the rule with this limit.
    #[must_use]
    pub fn admits(&self, rule: RuleId, value: Bound<'_>) -> bool {
        let limit = self.bound();
        match rule {
            RuleId::Minimum => value.is_at_least(limit),
            RuleId::ExclusiveMinimum => value.is_above(limit),
            RuleId::Maximum => value.is_at_most(limit),
            RuleId::ExclusiveMaximum => value.is_below(limit),
            RuleId::MultipleOf => value.is_multiple_of(limit),
            _ => true,
        }
    }
}

impl Entry {
    /// Whether it is never to be printed.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        self.secret.as_ref().is_some_and(|fact| fact.value)
    }

    /// A value of which nothing but its shape is known.
    #[must_use]
    pub fn of_shape(name: String, place: Place, shape: Fact<Shape>) -> Self {
        Self {
            name,
            place,
            documented: true,
            doc: None,
            doubts: Vec::new(),
            rust_name: None,
            renamed_from: None,
            shape,
            required: None,
            nullable: None,
            open: None,
            server_owned: None,
            deprecated: None,
            secret: None,
            default: None,
            none_value: None,
            constraints: Constraints::default(),
            encode: None,
            listed: None,
            unenforced: Vec::new(),
            halves: Vec::new(),
        }
    }
}

/// What `deprecated` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deprecation {
    /// It is current.
    Current,
    /// It is deprecated; the text says since when, and what to use instead.
    Deprecated(Option<String>),
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Any JSON value.
    Any,
    /// `true` or `false`.
    Boolean,
    /// Text.
    Text,
    /// A whole number.
    Integer(IntegerKind),
    /// A number of 64 bits: `number` and `double`.
    Number(NumberKind),
    /// A number of 32 bits.
    Float,
    /// A point in time, by RFC 3339.
    DateTime,
    /// A date, by RFC 3339.
    Date,
    /// A date and a time without a zone.
    LocalDateTime,
    /// Seconds since the Unix epoch, a whole number.
    EpochSeconds,
    /// An email address.
    Email,
    /// A UUID, by RFC 9562.
    Uuid,
    /// A URI with its scheme, by RFC 3986.
    Uri,
    /// A list; its item has no name.
    List(Box<Entry>),
    /// An object of which nothing is said.
    FreeForm,
    /// An object with these fields.
    Object(Object),
    /// An object whose keys are free.
    Map(Map),
    /// An object whose fields depend on one of them.
    Union(Union),
    /// A named type.
    Named(TypeId),
}

/// An object with fields that are listed; a slice of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object {
    /// The fields, in the order of the spec.
    pub fields: Vec<Entry>,
    /// What others hold, where that is said; then the object is open.
    pub others: Option<Map>,
}

impl Deref for Object {
    type Target = [Entry];

    fn deref(&self) -> &[Entry] {
        &self.fields
    }
}

/// What the keys of an object obey that are not listed, and what they hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// What the keys obey; they are texts.
    pub keys: Option<Box<Entry>>,
    /// What they hold; without a name.
    pub values: Box<Entry>,
}

impl Shape {
    /// Whether it is text in JSON.
    #[must_use]
    pub const fn is_text(&self) -> bool {
        self.is_date() || matches!(self, Self::Text | Self::Email | Self::Uuid | Self::Uri)
    }

    /// Whether it is text that stands for a time, so that bounds are dates.
    #[must_use]
    pub const fn is_date(&self) -> bool {
        matches!(self, Self::Date | Self::DateTime | Self::LocalDateTime)
    }

    /// Whether it is a whole number.
    #[must_use]
    pub const fn is_integer(&self) -> bool {
        matches!(self, Self::Integer(_) | Self::EpochSeconds)
    }

    /// Whether it is a number.
    #[must_use]
    pub const fn is_number(&self) -> bool {
        self.is_integer() || matches!(self, Self::Number(_) | Self::Float)
    }
}

/// Which whole numbers fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IntegerKind {
    /// 64 bits, since the page does not say how many.
    Integer,
    /// 64 bits.
    Int64,
    /// 32 bits.
    Int32,
    /// 32 bits without a sign.
    Uint32,
    /// 64 bits without a sign.
    Uint64,
}

/// Which numbers fit: these hold the same, and a page calls them so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberKind {
    /// 64 bits, since the page does not say how many.
    Number,
    /// 64 bits.
    Double,
}

/// A named type, by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TypeId {
    /// Of the API's types.
    OfApi(usize),
    /// Of the endpoint's own.
    OfEndpoint(usize),
}

/// A union told apart by a field inside.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// The field that tells the variants apart.
    pub tag: Word,
    /// The variants, in the order of the spec.
    pub variants: Vec<Variant>,
}

/// A variant of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// The tag's value, in JSON's spelling (`user`, `1`, `true`).
    pub tag: Word,
    /// What it holds; without a name.
    pub entry: Entry,
}

impl Variant {
    /// The tag's value: what reads as JSON is that, else it is a text.
    #[must_use]
    pub fn value(&self) -> Json {
        let text = self.tag.text.as_str();
        let json = reads_as_json(text).then(|| serde_json::from_str(text).ok()).flatten();
        json.unwrap_or_else(|| text.into())
    }

    /// Whether it is the variant of a value of the tag.
    #[must_use]
    pub fn is_of(&self, tag: &Json) -> bool {
        spelling(&self.value()) == spelling(tag)
    }
}

/// A pattern of ECMA-262 with the flag `u`; whether it compiles is for `check` to say.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pattern(pub String);

/// The form of a list on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encode {
    /// Each item under the name.
    Repeat,
    /// Each item under the name and `[]`.
    Brackets,
    /// One text, joined by commas.
    Comma,
}

impl Encode {
    /// Its word in specs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Repeat => "repeat",
            Self::Brackets => "brackets",
            Self::Comma => "comma",
        }
    }
}

/// What `enum` says.
#[derive(Clone, Debug, PartialEq)]
pub enum Listed {
    /// The page says that there is a list, and gives none.
    Unlisted,
    /// The values, in the order of the spec; all of one kind once `check` has passed.
    Values(Vec<EnumValue>),
}

/// A listed value.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumValue {
    /// The value on the wire.
    pub value: EnumScalar,
    /// Where it stands.
    pub place: Place,
    /// The page's word for it, if that is another.
    pub name: Option<String>,
    /// Overrides the derived Rust name.
    pub rust_name: Option<Word>,
    /// The former value on the wire.
    pub renamed_from: Option<Word>,
    /// The author's words.
    pub doc: Option<String>,
    /// Whether it is deprecated.
    pub deprecated: Option<Deprecation>,
}

/// A value of an enum: a text or a whole number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum EnumScalar {
    /// A text.
    Text(String),
    /// A whole number.
    Integer(i64),
}
