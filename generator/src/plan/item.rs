//! The items of a module: structs, enums, unions, newtypes, aliases, patterns.

use serde_json::Value as Json;

use super::{Docs, Name};
use crate::check::pattern::PatternTable;
use crate::diagnostic::Place;
use crate::model::{Deprecation, EnumScalar, Limit};
use crate::runtime::{LengthUnit, RuleId};

/// An item of a module.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// An object.
    Record(Record),
    /// An enum of texts or integers.
    Enumeration(Enumeration),
    /// An object told apart by a field inside.
    Union(Union),
    /// A newtype over a scalar.
    Scalar(Scalar),
    /// Another name of a type.
    Alias(Alias),
    /// A pattern.
    Pattern(Pattern),
}

/// Where in the specs something comes from. It is no part of what the thing is: two that differ in it alone are equal.
#[derive(Clone, Copy, Debug, Default)]
pub struct SpecPlace(pub Place);

impl PartialEq for SpecPlace {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The mark of what callers are to leave: since when, and what to use instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deprecated(pub Option<String>);

impl Deprecated {
    /// The mark, if there is to be one.
    pub(super) fn of(said: Option<&Deprecation>) -> Option<Self> {
        match said {
            Some(Deprecation::Deprecated(note)) => Some(Self(note.clone())),
            Some(Deprecation::Current) | None => None,
        }
    }
}

impl Item {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &Name {
        match self {
            Self::Record(item) => &item.name,
            Self::Enumeration(item) => &item.name,
            Self::Union(item) => &item.name,
            Self::Scalar(item) => &item.name,
            Self::Alias(item) => &item.name,
            Self::Pattern(item) => &item.name,
        }
    }
}

/// What is derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Derive {
    /// `Clone`
    Clone,
    /// `Copy`
    Copy,
    /// `Debug`
    Debug,
    /// `Default`
    Default,
    /// `PartialEq`
    PartialEq,
    /// `Eq`
    Eq,
    /// `PartialOrd`
    PartialOrd,
    /// `Ord`
    Ord,
    /// `Hash`
    Hash,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RustType {
    /// Any JSON value.
    Json,
    /// `bool`
    Bool,
    /// `i64`
    Integer,
    /// `u64`
    Unsigned,
    /// `f64`
    Number,
    /// `f32`
    Float,
    /// `String`
    Text,
    /// A point in time.
    DateTime,
    /// A date.
    Date,
    /// A date and a time without a zone.
    LocalDateTime,
    /// Seconds since the Unix epoch.
    EpochSeconds,
    /// A text that is never printed.
    Secret,
    /// An email address.
    Email,
    /// A UUID.
    Uuid,
    /// A URI.
    Uri,
    /// Any JSON object.
    JsonObject,
    /// `Vec<…>`
    List(Box<RustType>),
    /// A map from texts.
    Map(Box<RustType>),
    /// `Option<…>`, where null may stand in a list, a map or an answer.
    Nullable(Box<RustType>),
    /// An item of the API's module or the endpoint's.
    Item(ItemRef),
}

/// An item, by its name and its module.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemRef {
    /// Its module.
    pub home: Home,
    /// Its name.
    pub name: Name,
}

/// The module of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Home {
    /// The API's.
    Api,
    /// The endpoint's that is spoken of.
    Endpoint,
}

/// A struct: an object, the request of an endpoint, or the settings of an API.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Where it comes from.
    pub spec: SpecPlace,
    /// Its name.
    pub name: Name,
    /// What it is.
    pub docs: Docs,
    /// Other names to find it by.
    pub aliases: Vec<String>,
    /// What is derived.
    pub derives: Vec<Derive>,
    /// Its fields.
    pub fields: Vec<Field>,
    /// How it is made.
    pub constructor: Constructor,
    /// Whether a caller sends it, and so makes one: then it is `#[must_use]`.
    pub direction: Direction,
    /// Its setters.
    pub setters: Vec<Setter>,
    /// The rules of its fields.
    pub checks: Vec<Chain>,
}

/// Who makes a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// A request has it.
    Sent,
    /// Answers alone have it.
    Received,
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Where it comes from.
    pub spec: SpecPlace,
    /// Its name.
    pub name: Name,
    /// Its name on the wire; empty of a whole body, of `server_owned` and of `other_fields`.
    pub wire: String,
    /// What it is.
    pub docs: Docs,
    /// Where it stands in a message.
    pub section: Section,
    /// The type of its value.
    pub value: RustType,
    /// Of a list or a map: the type of what it holds.
    pub item: Option<RustType>,
    /// When it is there.
    pub presence: Presence,
    /// The form of a list.
    pub encoding: Encoding,
    /// The wire value that means none.
    pub none: Option<Json>,
    /// Its only value, which is written without being asked for where the field is required.
    pub constant: Option<Literal>,
}

/// Where a field stands in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In the headers.
    Headers,
    /// In the body, or in an object.
    Body,
    /// It is the whole body.
    WholeBody,
    /// The struct of the fields that the server sets; on the wire they stand in the body.
    ServerOwned,
    /// The fields of an open object that are not listed.
    OtherFields,
}

/// When a value is there, which decides the type of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// `T`: always.
    Required,
    /// `Option<T>`: always, and none is written too.
    RequiredNull,
    /// `Option<T>`
    Optional,
    /// `Field<T>`: absent, none or a value.
    OptionalNull,
    /// `Vec<T>`, absent where it is empty.
    List,
    /// `Promised<T>`: in every answer.
    Promised,
    /// `Promised<Option<T>>`
    PromisedNull,
}

/// The form of a list on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// As the place has it: JSON's, or each item under the name.
    Plain,
    /// Each item under the name; empty is absent.
    Repeat,
    /// Each item under the name and `[]`.
    Brackets,
    /// One text, joined by commas.
    Comma,
}

/// How a struct is made.
#[derive(Clone, Debug, PartialEq)]
pub enum Constructor {
    /// Nothing is required: it derives `Default`.
    Default,
    /// `new` with what is required, in order.
    New(Vec<Argument>),
    /// `new` with a struct of what is required, since neighbours could be swapped.
    Required(Name, Vec<Argument>),
}

/// An argument of `new`: a required field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// The field.
    pub field: Name,
    /// What is taken for it.
    pub conversion: Conversion,
}

/// What an argument takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Conversion {
    /// The type itself.
    Exact,
    /// What becomes the type.
    Into,
    /// What lists values of the item's type.
    Items,
    /// What lists values that become the item's type.
    ItemsInto,
    /// What lists keys with values of the map's type.
    Pairs,
    /// What lists keys with values that become the map's type.
    PairsInto,
}

/// A setter.
#[derive(Clone, Debug, PartialEq)]
pub struct Setter {
    /// Its name.
    pub name: Name,
    /// What it sets.
    pub docs: Docs,
    /// The field.
    pub field: Name,
    /// What it does.
    pub kind: SetterKind,
    /// Whether callers are warned.
    pub deprecated: Option<Deprecated>,
}

/// What a setter does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SetterKind {
    /// Sets a value.
    Value(Conversion),
    /// Sets the only value.
    Constant,
    /// Says that there is none.
    Null,
}

/// The rules of one field, in the order in which they are reported.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// Where the field stands in a message.
    pub section: Section,
    /// Its name on the wire.
    pub wire: String,
    /// The struct that holds it.
    pub owner: Owner,
    /// The field.
    pub field: Name,
    /// What the rules are about.
    pub subject: Subject,
    /// The rules.
    pub rules: Vec<AppliedRule>,
    /// Of [`Subject::Items`] and [`Subject::Entries`]: the rules of what is inside.
    pub inner: Vec<InnerChain>,
}

/// The rules of what a list or a map holds, or of the keys of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct InnerChain {
    /// What the rules are about.
    pub subject: Subject,
    /// The rules.
    pub rules: Vec<AppliedRule>,
    /// The rules of what is inside of that.
    pub inner: Vec<InnerChain>,
}

/// A rule of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppliedRule {
    /// The rule.
    pub rule: Rule,
    /// What breaking it means.
    pub strictness: Strictness,
}

/// What breaking a rule means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Strictness {
    /// An error: the page states it, or it is known.
    Enforced,
    /// A warning: it is inferred.
    Warns,
}

/// The struct that holds a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// The struct that is validated.
    Itself,
    /// Its `server_owned`.
    ServerOwned,
}

/// What rules are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// That there is a value, where the type can be without one, and what its absence means.
    Presence(Strictness),
    /// The value.
    Value,
    /// Each item of a list.
    Each,
    /// The rules of the value's own type; of a list, of each item.
    Nested,
    /// Each item of a list, by chains of its own.
    Items,
    /// Each value of a map, and its key, by chains of their own.
    Entries,
    /// The key of a map.
    Key,
    /// The whole body, whose fields are those of the endpoint.
    Object,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// No rule: what breaks those behind it is never told.
    Secret,
    /// At least one item, where the wire cannot tell an empty list from none.
    Required,
    /// A number that JSON can write.
    Finite,
    /// 32 bits.
    Int32,
    /// This value: a text, a boolean, a number, which is an integer where the type holds one.
    Constant(Json),
    /// 32 bits without a sign.
    Uint32,
    /// One of the values that the enum lists.
    Listed(ItemRef, ScalarKind),
    /// A bound or a multiple, with the id of its rule.
    Limit(RuleId, Limit),
    /// So long at least.
    MinLength(u64, LengthUnit),
    /// So long at most.
    MaxLength(u64, LengthUnit),
    /// What the pattern matches.
    Pattern(ItemRef),
    /// An email address.
    Email,
    /// A UUID, by RFC 9562.
    Uuid,
    /// A URI, by RFC 3986.
    Uri,
    /// A date, by RFC 3339.
    Date,
    /// A point in time, by RFC 3339.
    DateTime,
    /// A date and a time without a zone.
    LocalDateTime,
    /// No comma in an item that is joined by commas.
    NoComma,
    /// None of the rules that follow looks at an empty list, which is none on the wire.
    Filled,
    /// So many items at least.
    MinItems(u64),
    /// So many items at most.
    MaxItems(u64),
    /// No item twice.
    UniqueItems,
    /// So many keys at least.
    MinProperties(u64),
    /// So many keys at most.
    MaxProperties(u64),
    /// One of the keys that are listed.
    ListedKeys(Vec<String>),
}

/// An enum of texts or integers.
#[derive(Clone, Debug, PartialEq)]
pub struct Enumeration {
    /// Where it comes from.
    pub spec: SpecPlace,
    /// Its name.
    pub name: Name,
    /// What it is.
    pub docs: Docs,
    /// Other names to find it by.
    pub aliases: Vec<String>,
    /// What is derived.
    pub derives: Vec<Derive>,
    /// Whether its values are texts or integers.
    pub kind: ScalarKind,
    /// Whether there are no values beside the listed ones.
    pub exhaustive: bool,
    /// The listed values.
    pub variants: Vec<Variant>,
}

impl Enumeration {
    /// Whether some of its values warns those who name it.
    #[must_use]
    pub fn warns(&self) -> bool {
        self.variants.iter().any(|variant| variant.deprecated.is_some())
    }
}

/// A listed value.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Where it comes from.
    pub spec: SpecPlace,
    /// Its name.
    pub name: Name,
    /// What it is.
    pub docs: Docs,
    /// The value on the wire.
    pub wire: EnumScalar,
    /// Whether callers are warned.
    pub deprecated: Option<Deprecated>,
}

/// An enum over objects, told apart by a field inside.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// Where it comes from.
    pub spec: SpecPlace,
    /// Its name.
    pub name: Name,
    /// What it is.
    pub docs: Docs,
    /// Other names to find it by.
    pub aliases: Vec<String>,
    /// What is derived.
    pub derives: Vec<Derive>,
    /// The field that tells the variants apart.
    pub tag: String,
    /// The listed variants.
    pub variants: Vec<UnionVariant>,
}

/// A variant of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct UnionVariant {
    /// Where it comes from.
    pub spec: SpecPlace,
    /// Its name.
    pub name: Name,
    /// What it is.
    pub docs: Docs,
    /// The tag's value, as the runtime spells it.
    pub tag: String,
    /// The tag's value.
    pub json: Json,
    /// Whether the value has a field for the tag.
    pub lists_tag: bool,
    /// What it holds: a struct or any object.
    pub value: RustType,
    /// The rules of the value.
    pub checks: Vec<InnerChain>,
}

/// What scalars are in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScalarKind {
    /// Texts.
    Text,
    /// Whole numbers.
    Integer,
}

/// A newtype over a scalar.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    /// Where it comes from.
    pub spec: SpecPlace,
    /// Its name.
    pub name: Name,
    /// What it is.
    pub docs: Docs,
    /// Other names to find it by.
    pub aliases: Vec<String>,
    /// What is derived.
    pub derives: Vec<Derive>,
    /// What it holds.
    pub holds: Held,
}

/// What a newtype holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Held {
    /// `String`
    Text,
    /// `i64`
    Integer,
    /// `u64`
    Unsigned,
}

/// Another name of a type.
#[derive(Clone, Debug, PartialEq)]
pub struct Alias {
    /// Where it comes from.
    pub spec: SpecPlace,
    /// The name.
    pub name: Name,
    /// What it is.
    pub docs: Docs,
    /// The type.
    pub value: RustType,
}

/// A pattern, with the automaton that decides.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Where it comes from.
    pub spec: SpecPlace,
    /// Its name.
    pub name: Name,
    /// Its source, of ECMA-262.
    pub source: String,
    /// Its automaton.
    pub table: PatternTable,
}

/// A value in an example.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i128),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// Seconds since the Unix epoch.
    EpochSeconds(i64),
    /// A newtype over an integer.
    Newtype(ItemRef, i128),
    /// A variant of an enum.
    Variant(ItemRef, Name),
    /// A list.
    List(Vec<Literal>),
    /// A struct made by `new`, with what each argument takes.
    Record(ItemRef, Vec<(Conversion, Literal)>),
    /// A struct made by `new` of the struct of what it requires, the second, by the names of its fields.
    Required(ItemRef, ItemRef, Vec<(Name, Literal)>),
    /// A struct of which nothing is required.
    Default(ItemRef),
    /// A struct on which setters are called, with what each takes.
    With(Box<Self>, Vec<(Name, Conversion, Self)>),
    /// A variant of a union.
    UnionVariant(ItemRef, Name, Box<Literal>),
    /// A map, with its keys.
    Map(Vec<(String, Literal)>),
    /// A value where null may stand too.
    Some(Box<Literal>),
    /// Any JSON object.
    JsonObject,
    /// Any JSON object with these keys.
    JsonObjectOf(Vec<String>),
    /// Any JSON value.
    Json,
    /// Nothing, in a field that must be written.
    None,
}
