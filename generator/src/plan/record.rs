//! Structs: fields, how one is made, setters.

use serde_json::Value as Json;

use super::describe::{Description, Facet, fixed, given};
use super::example::listed_variant;
use super::module::{Module, Path};
use super::names::{Claim, Namespace, words};
use super::types::{RECORD, alias, aliases, item_or_self, kind, values};
use super::uses::Use;
use super::{
    Argument, Chain, Constructor, Conversion, Deprecated, Derive, Direction, Docs, Encoding, Field, Item, Literal,
    Name, Owner, Paragraph, Presence, Record, RustType, ScalarKind, Section, Setter, SetterKind, Span, SpecPlace,
    Words, paragraphs,
};
use crate::diagnostic::Place;
use crate::model::{Encode, Entry, Object, Origin, Shape};
use crate::runtime::as_integer;

/// Fields while they are collected, with what comes of them.
#[derive(Default)]
pub(super) struct Fields {
    pub list: Vec<Field>,
    pub checks: Vec<Chain>,
    /// The types of the fields.
    pub items: Vec<Item>,
    pub required: Vec<Argument>,
    pub setters: Vec<Setter>,
    /// The names of fields and setters.
    pub taken: Namespace,
}

/// The word behind the name of a field in the setter of none.
const NULL: &str = "null";

/// What holds the fields that an open object does not list.
const OTHER_FIELDS: &str = "other_fields";

/// Where a field stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    pub section: Section,
    pub owner: Owner,
    /// Whether the body is a form.
    pub form: bool,
}

impl Position {
    /// In an object.
    pub const OBJECT: Self = Self { section: Section::Body, owner: Owner::Itself, form: false };
}

impl<'m> Module<'m, '_> {
    /// The struct of an object, and the types of its fields.
    pub fn object(
        &mut self,
        entry: &'m Entry,
        fields: &'m Object,
        of: (Name, Facet),
        path: &Path,
        by: &Use,
        items: &mut Vec<Item>,
    ) {
        let (name, facet) = of;
        let within = Use { plain: true, tags: Vec::new(), ..by.clone() };
        let mut collected = Fields::default();
        collected.reserve_others(entry);
        for field in fields.iter().filter(|field| by.left_to_union() != Some(&field.name)) {
            self.field(field, Position::OBJECT, path, &within, &mut collected);
        }
        self.others(entry, fields, path, &within, &mut collected);
        let docs = self.docs(entry, &name, facet, path);
        let aliases = if facet == Facet::All { aliases(entry, &name) } else { Vec::new() };
        let (record, below) = collected.finish((name, docs, aliases), by.request, entry.place);
        self.claim_required(&record.constructor, path, entry.place);
        items.push(Item::Record(record));
        items.extend(below);
    }

    /// Adds a field.
    pub fn field(&mut self, entry: &'m Entry, at: Position, path: &Path, by: &Use, to: &mut Fields) {
        let is_body = at.section == Section::WholeBody;
        let words = words(if is_body { "body" } else { &entry.name }, entry.rust_name.as_ref(), self.found);
        let path = path.then(&words);
        let name = words.snake();
        let what = if is_body { "the body".to_owned() } else { format!("the field `{}`", entry.name) };
        let kind = match at.section {
            Section::Path => "path",
            Section::Query => "query",
            Section::Headers => "header",
            _ => "body",
        };
        let encoding = self.encoding(entry, at);
        let presence = presence(entry, at, by, encoding);
        let suffix = (presence == Presence::OptionalNull).then_some(NULL);
        let claim = Claim { suffix, ..Claim::new(&what, entry.place, &words).of_kind(kind) };
        let setter = if name.as_str() == "new" { name.with_suffix("_") } else { name.clone() };
        to.taken.claim(&name, claim, self.found);

        let value = self.value(entry, &path, by, &mut to.items);
        let pattern = self.pattern(item_or_self(self.scope, entry), &path).map(|item| item.name);
        let facet = if self.has_item(entry) { Facet::Field } else { Facet::All };
        let (answer, in_path) = (!by.request, at.section == Section::Path);
        let docs =
            Description { entry, name: &name, facet, pattern: pattern.as_ref(), answer, in_path }.docs(self.scope);
        self.chains(entry, at, (&name, &value, presence, encoding), (&path, by), &mut to.checks);

        let (argument, setting) = self.conversions(entry, &value);
        let constant = self.constant(entry, &value);
        let deprecated = Deprecated::of(entry.deprecated.as_ref().map(|fact| &fact.value));
        match presence {
            Presence::Required | Presence::Promised if constant.is_some() => {}
            Presence::RequiredNull | Presence::PromisedNull => {
                to.required.push(Argument { field: name.clone(), conversion: Conversion::Exact });
            }
            Presence::Required | Presence::Promised => {
                to.required.push(Argument { field: name.clone(), conversion: argument });
            }
            Presence::Optional | Presence::OptionalNull | Presence::List => {
                let only = entry.constraints.constant.as_ref().filter(|_| constant.is_some());
                let (docs, kind) = match only {
                    Some(only) => {
                        let verb = fixed(if by.request { "Sends" } else { "Writes" });
                        let said = vec![verb, given(&only.value, true), Span::Glue, fixed(".")];
                        let more = vec![fixed("See"), Span::Field(name.clone()), Span::Glue, fixed(".")];
                        (Docs::of([said, more].concat()), SetterKind::Constant)
                    }
                    None => (in_short(&docs, &name), SetterKind::Value(setting)),
                };
                to.setters.push(Setter {
                    name: setter,
                    docs,
                    field: name.clone(),
                    kind,
                    deprecated: deprecated.clone(),
                });
            }
        }
        if presence == Presence::OptionalNull {
            let setter = words.then(&Words::one(NULL)).snake();
            let what = format!("the setter of none for {what}");
            to.taken.claim(&setter, Claim { what: &what, ..claim }, self.found);
            let verb = if by.request { "Sends" } else { "Writes" };
            let docs = Docs::of(match &entry.none_value {
                Some(none) => {
                    vec![fixed(verb), given(&none.value, true), Span::Glue, fixed(", which stands for none.")]
                }
                None if at.section == Section::Query => vec![fixed("Sends an empty text, which stands for null.")],
                None => vec![fixed(verb), Span::Code("null".to_owned()), Span::Glue, fixed(".")],
            });
            to.setters.push(Setter { name: setter, docs, field: name.clone(), kind: SetterKind::Null, deprecated });
        }
        let (none, wire) = (entry.none_value.as_ref().map(|fact| fact.value.clone()), entry.name.clone());
        let item = match self.scope.resolve(&entry.shape.value) {
            Shape::List(item) => Some(self.item_type(item, &value, "Item")),
            Shape::Map(map) => Some(self.item_type(&map.values, &value, "Value")),
            _ => None,
        };
        to.list.push(Field {
            spec: SpecPlace(entry.place),
            name,
            wire,
            docs,
            section: at.section,
            value,
            item,
            presence,
            encoding,
            none,
            constant,
        });
    }

    /// Adds, behind all others, what holds the fields that an open object does not list.
    pub fn others(&mut self, entry: &'m Entry, object: &'m Object, path: &Path, by: &Use, to: &mut Fields) {
        if !is_open(entry) {
            return;
        }
        let (name, docs) = (Name::fixed(OTHER_FIELDS), Docs::of(vec![fixed("The fields that are not listed.")]));
        let path = path.then(&Words::of(OTHER_FIELDS));
        let (value, item, conversion) = match &object.others {
            None => (RustType::JsonObject, None, Conversion::Exact),
            Some(map) => {
                let value = self.element(&map.values, &path.then(&Words::one("value")), by, &mut to.items);
                to.checks.extend(self.other_chains(map, &name, (&path, by)));
                let (_, setting) = self.element_conversions(&map.values, &value);
                let into = setting == Conversion::Into;
                let conversion = if into { Conversion::PairsInto } else { Conversion::Pairs };
                (RustType::Map(Box::new(value.clone())), Some(value), conversion)
            }
        };
        to.setters.push(Setter {
            name: name.clone(),
            docs: docs.clone(),
            field: name.clone(),
            kind: SetterKind::Value(conversion),
            deprecated: None,
        });
        to.list.push(Field {
            spec: SpecPlace(object.others.as_ref().map_or(entry.place, |map| map.values.place)),
            name,
            wire: String::new(),
            docs,
            section: Section::OtherFields,
            value,
            item,
            presence: Presence::Required,
            encoding: Encoding::Plain,
            none: None,
            constant: None,
        });
    }

    /// Whether an item without a name of its own stands for the value.
    fn has_item(&self, entry: &Entry) -> bool {
        match &entry.shape.value {
            Shape::Named(id) => !self.takes_values_of(entry, *id),
            Shape::Object(_) | Shape::Union(_) => true,
            Shape::List(item) => self.has_item(item),
            Shape::Map(map) => self.has_item(&map.values),
            _ => values(entry).is_some(),
        }
    }

    fn encoding(&self, entry: &Entry, at: Position) -> Encoding {
        let Shape::List(_) = self.scope.resolve(&entry.shape.value) else { return Encoding::Plain };
        match (at.section, entry.encode.as_ref().map(|fact| fact.value)) {
            (Section::Path, _) | (Section::Headers, None) => Encoding::Comma,
            (Section::Query | Section::Headers | Section::Body, Some(encode))
                if at.form || at.section != Section::Body =>
            {
                match encode {
                    Encode::Repeat => Encoding::Repeat,
                    Encode::Brackets => Encoding::Brackets,
                    Encode::Comma => Encoding::Comma,
                }
            }
            (Section::Query, None) => Encoding::Repeat,
            (Section::Body, None) if at.form => Encoding::Repeat,
            _ => Encoding::Plain,
        }
    }

    /// The only value of an entry. One that is only inferred warns, so that another can be given.
    fn constant(&self, entry: &Entry, value: &RustType) -> Option<Literal> {
        let constant = entry.constraints.constant.as_ref().filter(|fact| fact.origin != Origin::Inferred)?;
        if let (Some(listed), RustType::Item(item)) = (values(entry), value)
            && let Some(variant) = listed_variant(listed, item, &constant.value)
        {
            return Some(variant);
        }
        match (self.scope.resolve(&entry.shape.value), &constant.value) {
            (Shape::Number(_), Json::Number(number)) => number.as_f64().map(Literal::Number),
            (_, value @ Json::Number(_)) => as_integer(value).ok().map(|number| Literal::Integer(number.into())),
            (_, Json::String(text)) => Some(Literal::Text(text.clone())),
            (_, Json::Bool(flag)) => Some(Literal::Bool(*flag)),
            _ => None,
        }
    }

    /// What is taken for what a list or a map holds.
    fn element_conversions(&self, entry: &Entry, value: &RustType) -> (Conversion, Conversion) {
        match value {
            RustType::Nullable(_) => (Conversion::Exact, Conversion::Exact),
            value => self.conversions(entry, value),
        }
    }

    /// What `new` takes for a value, and what a setter takes.
    fn conversions(&self, entry: &Entry, value: &RustType) -> (Conversion, Conversion) {
        if values(entry).is_some() {
            let exact = entry.open.as_ref().is_some_and(|open| !open.value);
            let integers = values(entry).map(kind) == Some(ScalarKind::Integer);
            return match (exact, integers) {
                (true, _) => (Conversion::Exact, Conversion::Exact),
                (false, true) => (Conversion::Exact, Conversion::Into),
                (false, false) => (Conversion::Into, Conversion::Into),
            };
        }
        match self.scope.resolve(&entry.shape.value) {
            text if text.is_text() => (Conversion::Into, Conversion::Into),
            Shape::Any | Shape::EpochSeconds => (Conversion::Exact, Conversion::Into),
            Shape::Integer(_) | Shape::Number(_) | Shape::Float if matches!(value, RustType::Item(_)) => {
                (Conversion::Exact, Conversion::Into)
            }
            Shape::List(item) => {
                let of_item = self.item_type(item, value, "Item");
                let (argument, setting) = self.element_conversions(item, &of_item);
                let items = |conversion| match conversion {
                    Conversion::Into => Conversion::ItemsInto,
                    _ => Conversion::Items,
                };
                (items(argument.max_into(setting)), items(setting))
            }
            Shape::Map(map) => {
                let of_value = self.item_type(&map.values, value, "Value");
                let (argument, setting) = self.element_conversions(&map.values, &of_value);
                let pairs = |conversion| match conversion {
                    Conversion::Into => Conversion::PairsInto,
                    _ => Conversion::Pairs,
                };
                (pairs(argument.max_into(setting)), pairs(setting))
            }
            _ => (Conversion::Exact, Conversion::Exact),
        }
    }
}

/// Whether an object may have fields that are not listed.
pub(super) fn is_open(object: &Entry) -> bool {
    object.open.as_ref().is_some_and(|open| open.value)
}

/// When a field is there.
fn presence(entry: &Entry, at: Position, by: &Use, encoding: Encoding) -> Presence {
    let required = entry.required.as_ref().is_some_and(|fact| fact.value && fact.origin != Origin::Inferred);
    // a body is sent unless the page says that it may be left out
    let sent = at.section == Section::WholeBody && entry.required.as_ref().is_none_or(|fact| fact.value);
    let required = at.section == Section::Path || sent || required && at.owner == Owner::Itself;
    let null = entry.none_value.is_some() || entry.nullable.as_ref().is_some_and(|fact| fact.value);
    let listed = matches!(encoding, Encoding::Repeat | Encoding::Brackets);
    match (required, null) {
        (true, false) if by.answer => Presence::Promised,
        (true, true) if by.answer && entry.none_value.is_none() => Presence::PromisedNull,
        (true, true) if by.answer => Presence::OptionalNull,
        (true, false) => Presence::Required,
        (true, true) => Presence::RequiredNull,
        (false, true) => Presence::OptionalNull,
        (false, false) if listed => Presence::List,
        (false, false) => Presence::Optional,
    }
}

impl Conversion {
    /// The freer of two: lists take what their setter takes.
    fn max_into(self, other: Self) -> Self {
        if self == Self::Into { self } else { other }
    }
}

impl Fields {
    /// Whether a new struct has a field that is not absent, though nobody gave it.
    pub fn has_constants(&self) -> bool {
        self.list.iter().any(Field::is_constant)
    }

    /// Keeps the name of what holds the fields that an open object does not list.
    pub fn reserve_others(&mut self, object: &Entry) {
        if is_open(object) {
            self.taken.reserve(Name::fixed(OTHER_FIELDS), "the fields that are not listed");
        }
    }

    /// The struct, and the types of its fields.
    pub fn finish(self, of: (Name, Docs, Vec<String>), request: bool, place: Place) -> (Record, Vec<Item>) {
        let direction = if request { Direction::Sent } else { Direction::Received };
        let (mut record, items) = self.with_new(of, direction, place);
        if record.derives.contains(&Derive::Default) {
            record.constructor = Constructor::Default;
        }
        (record, items)
    }

    /// The struct, which has `new` even where nothing is required, and the types of its fields.
    pub fn with_new(
        self,
        (name, docs, aliases): (Name, Docs, Vec<String>),
        direction: Direction,
        place: Place,
    ) -> (Record, Vec<Item>) {
        let mut derives = RECORD.to_vec();
        if self.required.is_empty() && !self.has_constants() {
            derives.insert(2, Derive::Default);
        }
        let constructor = constructor(&name, self.required, &self.list);
        let (fields, setters, checks) = (self.list, self.setters, self.checks);
        (
            Record {
                spec: SpecPlace(place),
                name,
                docs,
                aliases,
                derives,
                fields,
                constructor,
                direction,
                setters,
                checks,
            },
            self.items,
        )
    }
}

/// `new` with arguments, or with a struct where two neighbours could be swapped.
fn constructor(name: &Name, required: Vec<Argument>, fields: &[Field]) -> Constructor {
    let taken: Vec<_> = required.iter().map(|argument| taken_by(argument, fields)).collect();
    if taken.windows(2).any(|pair| matches!(pair, [first, second] if first == second)) {
        return Constructor::Required(name.with_suffix("Required"), required);
    }
    Constructor::New(required)
}

/// What one argument of `new` accepts.
#[derive(PartialEq)]
enum Accepts<'f> {
    Text,
    List(Conversion, Option<&'f RustType>),
    Exact(&'f RustType, Presence),
    Unknown,
}

fn taken_by<'f>(argument: &Argument, fields: &'f [Field]) -> Accepts<'f> {
    let Some(field) = fields.iter().find(|field| field.name == argument.field) else { return Accepts::Unknown };
    match argument.conversion {
        Conversion::Into => Accepts::Text,
        Conversion::ItemsInto => Accepts::List(Conversion::ItemsInto, None),
        Conversion::Items => Accepts::List(Conversion::Items, Some(&field.value)),
        Conversion::PairsInto => Accepts::List(Conversion::PairsInto, None),
        Conversion::Pairs => Accepts::List(Conversion::Pairs, Some(&field.value)),
        Conversion::Exact => Accepts::Exact(&field.value, field.presence),
    }
}

impl Field {
    /// Whether it is required and has one value, so that nobody is asked for it.
    #[must_use]
    pub fn is_constant(&self) -> bool {
        self.constant.is_some() && matches!(self.presence, Presence::Required | Presence::Promised)
    }

    /// The name on the wire, where a search for it would not find the field: rustdoc's looks past case and underscores.
    #[must_use]
    pub fn alias(&self) -> Option<String> {
        let plain = |name: &str| name.replace(|char: char| !char.is_alphanumeric(), "").to_lowercase();
        alias(&self.wire, &self.name).filter(|wire| plain(wire) != plain(self.name.as_str()))
    }
}

/// What a setter says: the words of its field, and where to find the rest.
fn in_short(docs: &Docs, field: &Name) -> Docs {
    let first = match docs.0.first() {
        Some(Paragraph::Text(spans) | Paragraph::Item(spans)) => spans.as_slice(),
        None => &[],
    };
    let shown_elsewhere = |span: &Span| match span {
        Span::Fixed(words) => ["Optional", ".", "on the wire."].contains(&words.as_str()),
        Span::Code(_) | Span::Glue => true,
        _ => false,
    };
    let rest = docs.0.len() > 1 || !first.iter().skip(1).all(shown_elsewhere);
    match first.first() {
        Some(Span::Prose(text)) => {
            let mut all = paragraphs(text);
            let words = all.next().unwrap_or_default();
            let mut said = vec![Span::Prose(words.to_owned())];
            if rest || all.next().is_some() {
                if !words.ends_with(['.', '!', '?']) {
                    said.extend([Span::Glue, fixed(".")]);
                }
                said.extend([fixed("See"), Span::Field(field.clone()), Span::Glue, fixed(".")]);
            }
            Docs::of(said)
        }
        Some(_) if rest => Docs::of(vec![fixed("Sets"), Span::Field(field.clone()), Span::Glue, fixed(".")]),
        first => Docs::of(first.cloned().into_iter().collect()),
    }
}
