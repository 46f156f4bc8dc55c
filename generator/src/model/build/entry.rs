//! One value on the wire: its shape, its facts, and those that it takes from its named type.

use serde_json::Value as Json;

use super::resolve::{Facts, Group, Stated, halves};
use super::types::Types;
use super::{corrections, enumeration, fit, read};
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::model::{
    Constraints, Encode, Entry, Fact, IntegerKind, Limit, Map, NumberKind, Object, Origin, Pattern, Shape, Union,
    Variant, Word,
};
use crate::runtime::{LengthUnit, as_integer};
use crate::spec::block::{Block, Named, Value};
use crate::spec::table::Key;
use crate::spec::{BaseType, BuiltIn, TypeExpression};
use crate::yaml::Spanned;

/// Builds entries, with the types that they may call.
#[derive(Debug)]
pub(super) struct Builder<'b, 'f> {
    pub types: &'b Types<'b>,
    pub found: &'f mut Diagnostics,
}

/// What holds of an entry by where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// Who says what its own keys say: the page, or the half that it stands in.
    pub origin: Origin,
    /// How it is written.
    pub wire: Wire,
}

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wire {
    /// As JSON: where no type is said, any value.
    Json,
    /// As text: where no type is said, a text.
    Text,
    /// As an object whose fields are written as text.
    Form,
}

impl Frame {
    /// A value in JSON, by the page.
    pub(super) const JSON: Self = Self { origin: Origin::Page, wire: Wire::Json };
    /// A value in a path, a header or an address, by the page.
    pub(super) const TEXT: Self = Self { origin: Origin::Page, wire: Wire::Text };

    /// Of the items of a list, which stand in the form of the list.
    fn items(self) -> Self {
        let wire = if self.wire == Wire::Form { Wire::Text } else { self.wire };
        Self { wire, ..self }
    }

    /// Of what a fact holds inside.
    fn inside(self, fact: Stated<'_>) -> Self {
        let wire = if self.wire == Wire::Form { Wire::Text } else { Wire::Json };
        Self { origin: fact.origin, wire }
    }
}

impl<'b> Builder<'b, '_> {
    /// The entries of a map.
    pub(super) fn entries(&mut self, entries: &'b [Named], frame: Frame) -> Vec<Entry> {
        read::blocks(entries).map(|(name, block)| self.entry(name, block, frame)).collect()
    }

    /// An entry of a name.
    pub(super) fn entry(&mut self, name: &Spanned<String>, block: &'b Block, frame: Frame) -> Entry {
        self.entry_of(name, block, frame, None)
    }

    /// An entry; `of` is its type where what it stands in says so.
    fn entry_of(
        &mut self,
        name: &Spanned<String>,
        block: &'b Block,
        frame: Frame,
        of: Option<(TypeExpression, Stated<'b>)>,
    ) -> Entry {
        let mut facts = Facts::of(block, frame.origin);
        let is_unread = self.is_unread(block, &facts) && of.is_none();
        let shape = self.shape(&facts, name.place, frame, of);
        let resolved = self.types.resolve(&shape.value);
        // Of what nobody can say of an unknown type, nothing is judged: why it is unknown has been said.
        facts.retain(|fact| {
            if is_unread {
                !fit::depends(fact.item.key)
            } else {
                fact.origin >= shape.origin || fit::fits(fact.item, resolved)
            }
        });
        self.items_of_no_list(&name.value, &facts, &shape);
        let resolved = self.types.resolve(&shape.value);
        let listed = facts.get(Key::Enum).and_then(|fact| enumeration::listed(fact, resolved, self.found));
        let mut entry = Entry {
            name: name.value.clone(),
            place: name.place,
            documented: read::is_documented(block),
            doc: read::doc(block),
            doubts: read::doubts(block),
            rust_name: read::word(block, Key::RustName),
            renamed_from: read::word(block, Key::RenamedFrom),
            required: facts.read(Key::Required, read::flag),
            nullable: facts.read(Key::Nullable, read::flag),
            open: facts.read(Key::Open, read::flag),
            server_owned: facts.read(Key::ServerOwned, read::flag),
            deprecated: facts.read(Key::Deprecated, read::deprecation),
            secret: facts.read(Key::Secret, read::flag),
            default: facts.read(Key::Default, read::json),
            none_value: facts.read(Key::NoneValue, read::json),
            constraints: constraints(&facts),
            encode: facts.read(Key::Encode, encode),
            listed,
            unenforced: unenforced(&facts),
            halves: corrections::of(block),
            shape,
        };
        let says = (entry.nullable.is_some(), entry.none_value.is_some());
        self.inherit(&mut entry);
        if let Shape::Object(Object { others: Some(others), .. }) = &entry.shape.value
            && entry.open.is_none()
        {
            entry.open = Some(Fact { value: true, origin: entry.shape.origin, place: others.values.place });
        }
        // Of what it takes from its type as it is, the type's own message tells.
        if says != (false, false) {
            two_nones(&entry, says.1, self.found);
        }
        entry
    }

    /// An entry without a name, in a list or a map, or a key of one: what a block under a key says of it.
    fn unnamed(&mut self, fact: Stated<'b>, frame: Frame, of: Option<(TypeExpression, Stated<'b>)>) -> Option<Entry> {
        let Value::Block(block) = &fact.item.value else { return None };
        let name = Spanned { place: fact.item.place, value: String::new() };
        Some(self.entry_of(&name, block, Frame { origin: fact.origin, ..frame }, of))
    }

    /// Whether what the value is could not be read, or is a type that does not exist.
    fn is_unread(&self, block: &Block, facts: &Facts<'b>) -> bool {
        let is_broken =
            |block: &Block| block.broken.iter().any(|key| Group::of(*key) == Group::Shape && facts.get(*key).is_none());
        let is_lost = facts.get(Key::Type).is_some_and(|fact| match &fact.item.value {
            Value::Type(TypeExpression { base: BaseType::Named(name), .. }) => self.types.id(name).is_none(),
            _ => false,
        });
        is_lost || is_broken(block) || halves(block).any(|(_, _, half)| is_broken(half))
    }

    /// More is said of items where there are none, or of those of a type that has a name.
    fn items_of_no_list(&mut self, name: &str, facts: &Facts<'b>, shape: &Fact<Shape>) {
        let Some(items) = facts.get(Key::Items) else { return };
        let what = if name.is_empty() { "this value".to_owned() } else { format!("`{name}`") };
        if matches!(shape.value, Shape::Named(_)) && matches!(self.types.resolve(&shape.value), Shape::List(_)) {
            self.found.push(
                Diagnostic::new(
                    Id::NotYet,
                    format!("more about the items of {what}, whose type has a name, is not read yet"),
                )
                .at(items.item.key_place, "")
                .at(shape.place, "a list of its own")
                .help("say it under `items` of the type, or write the type of the items here: `type: T[]`"),
            );
        } else if !matches!(self.types.resolve(&shape.value), Shape::List(_)) {
            self.found.push(
                Diagnostic::new(
                    Id::ConstraintNotForType,
                    format!("`items` cannot be said of {what}, which is no list"),
                )
                .at(items.item.key_place, "")
                .at(shape.place, "its type")
                .help("`items` tells of the items of a list: write `type: T[]`, or remove it"),
            );
        }
    }

    /// An entry without facts of its own: an item of a list.
    fn bare(&self, place: Place, shape: Fact<Shape>) -> Entry {
        let mut entry = Entry::of_shape(String::new(), place, shape);
        self.inherit(&mut entry);
        entry
    }

    /// Takes from the named type what the use itself does not say. Words and rules in words stay with the type.
    fn inherit(&self, entry: &mut Entry) {
        let Shape::Named(id) = entry.shape.value else { return };
        let Some(of) = self.types.entry(id) else { return };
        inherit(&mut entry.nullable, of.nullable.as_ref());
        inherit(&mut entry.open, of.open.as_ref());
        inherit(&mut entry.deprecated, of.deprecated.as_ref());
        inherit(&mut entry.secret, of.secret.as_ref());
        inherit(&mut entry.default, of.default.as_ref());
        inherit(&mut entry.none_value, of.none_value.as_ref());
        let (own, constraints) = (&mut entry.constraints, &of.constraints);
        inherit(&mut own.constant, constraints.constant.as_ref());
        inherit(&mut own.minimum, constraints.minimum.as_ref());
        inherit(&mut own.exclusive_minimum, constraints.exclusive_minimum.as_ref());
        inherit(&mut own.maximum, constraints.maximum.as_ref());
        inherit(&mut own.exclusive_maximum, constraints.exclusive_maximum.as_ref());
        inherit(&mut own.multiple_of, constraints.multiple_of.as_ref());
        inherit(&mut own.length_unit, constraints.length_unit.as_ref());
        inherit(&mut own.min_length, constraints.min_length.as_ref());
        inherit(&mut own.max_length, constraints.max_length.as_ref());
        inherit(&mut own.pattern, constraints.pattern.as_ref());
        inherit(&mut own.unique_items, constraints.unique_items.as_ref());
        inherit(&mut own.min_items, constraints.min_items.as_ref());
        inherit(&mut own.max_items, constraints.max_items.as_ref());
        inherit(&mut own.min_properties, constraints.min_properties.as_ref());
        inherit(&mut own.max_properties, constraints.max_properties.as_ref());
        inherit(&mut entry.encode, of.encode.as_ref());
        inherit(&mut entry.listed, of.listed.as_ref());
    }

    fn shape(
        &mut self,
        facts: &Facts<'b>,
        place: Place,
        frame: Frame,
        of: Option<(TypeExpression, Stated<'b>)>,
    ) -> Fact<Shape> {
        let others = self.map(facts, frame);
        if let Some(fields) = facts.get(Key::Fields) {
            let others = others.map(|(_, map)| map);
            let fields_of = self.entries(fields.map(), frame.inside(fields));
            return fields.with(Shape::Object(Object { fields: fields_of, others }));
        }
        if let Some((fact, map)) = others {
            return fact.with(Shape::Map(map));
        }
        if let Some(one_of) = facts.get(Key::OneOf) {
            return one_of.with(self.union(facts, one_of, frame.inside(one_of)));
        }
        if let Some(fact) = facts.get(Key::Type)
            && let Value::Type(of) = &fact.item.value
        {
            return self.of_type(of, fact, facts.get(Key::Items), frame);
        }
        if let Some((of, fact)) = of {
            return self.of_type(&of, fact, facts.get(Key::Items), frame);
        }
        if let Some(items) = facts.get(Key::Items)
            && let Some(item) = self.unnamed(items, frame.items(), None)
        {
            return items.with(Shape::List(Box::new(item)));
        }
        if let Some(fact) = facts.get(Key::Enum)
            && let Some(shape) = enumeration::shape(&fact.item.value)
        {
            return fact.with(shape);
        }
        if let Some(shape) = facts.read(Key::Const, |value| constant_shape(&read::json(value)?)) {
            return shape;
        }
        let value = if frame.wire == Wire::Text { Shape::Text } else { Shape::Any };
        Fact { value, origin: frame.origin, place }
    }

    /// A map, or what the other keys of an object hold.
    fn map(&mut self, facts: &Facts<'b>, frame: Frame) -> Option<(Stated<'b>, Map)> {
        let (keys, values) = (facts.get(Key::Keys), facts.get(Key::Values));
        let fact = values.or(keys)?;
        let keys = keys.and_then(|keys| self.unnamed(keys, Frame::TEXT, None)).map(Box::new);
        let inside = frame.inside(fact);
        let values = values.and_then(|values| self.unnamed(values, inside, None));
        let values = values.unwrap_or_else(|| self.bare(fact.item.place, fact.with(Shape::Any)));
        Some((fact, Map { keys, values: Box::new(values) }))
    }

    /// A union by the tag; without one, which is said elsewhere, any value.
    fn union(&mut self, facts: &Facts<'b>, one_of: Stated<'b>, frame: Frame) -> Shape {
        let Some(tag) = facts.get(Key::Tag).and_then(|tag| read::item_word(tag.item)) else { return Shape::Any };
        let variants = read::blocks(one_of.map()).map(|(name, block)| {
            let unnamed = Spanned { place: name.place, value: String::new() };
            Variant { tag: read::name(name), entry: self.entry(&unnamed, block, frame) }
        });
        Shape::Union(Union { tag, variants: variants.collect() })
    }

    /// What a type expression is; of a list, `items` says more about what is in it.
    fn of_type(
        &mut self,
        of: &TypeExpression,
        fact: Stated<'b>,
        items: Option<Stated<'b>>,
        frame: Frame,
    ) -> Fact<Shape> {
        if let (Some(items), Some(inner)) = (items, of.item())
            && let Some(item) = self.unnamed(items, frame.items(), Some((inner, fact)))
        {
            return fact.with(Shape::List(Box::new(item)));
        }
        let innermost = match &of.base {
            BaseType::BuiltIn(built_in) => built_in_shape(*built_in),
            BaseType::Named(name) => self.named(name, fact.item.place),
        };
        (0..of.lists).fold(fact.with(innermost), |item, _| {
            let place = item.place;
            fact.with(Shape::List(Box::new(self.bare(place, item))))
        })
    }

    /// A named type. Of one that does not exist, which is said elsewhere, or contains itself, any value.
    fn named(&mut self, name: &str, place: Place) -> Shape {
        let Some(id) = self.types.id(name) else { return Shape::Any };
        if self.types.entry(id).is_some() {
            return Shape::Named(id);
        }
        self.found.push(
            Diagnostic::new(Id::NotYet, format!("the type `{name}` contains itself, which this version does not read"))
                .at(place, "")
                .help("until then write `any` or `object` here, and say in `doc` what it holds"),
        );
        Shape::Any
    }
}

fn inherit<T: Clone>(own: &mut Option<Fact<T>>, of: Option<&Fact<T>>) {
    if own.is_none() {
        *own = of.cloned();
    }
}

fn built_in_shape(built_in: BuiltIn) -> Shape {
    match built_in {
        BuiltIn::Any => Shape::Any,
        BuiltIn::Boolean => Shape::Boolean,
        BuiltIn::String => Shape::Text,
        BuiltIn::Integer => Shape::Integer(IntegerKind::Integer),
        BuiltIn::Int64 => Shape::Integer(IntegerKind::Int64),
        BuiltIn::Int32 => Shape::Integer(IntegerKind::Int32),
        BuiltIn::Uint32 => Shape::Integer(IntegerKind::Uint32),
        BuiltIn::Uint64 => Shape::Integer(IntegerKind::Uint64),
        BuiltIn::Number => Shape::Number(NumberKind::Number),
        BuiltIn::Double => Shape::Number(NumberKind::Double),
        BuiltIn::Float => Shape::Float,
        BuiltIn::Object => Shape::FreeForm,
        BuiltIn::DateTime => Shape::DateTime,
        BuiltIn::Date => Shape::Date,
        BuiltIn::LocalDateTime => Shape::LocalDateTime,
        BuiltIn::EpochSeconds => Shape::EpochSeconds,
        BuiltIn::Email => Shape::Email,
        BuiltIn::Uuid => Shape::Uuid,
        BuiltIn::Uri => Shape::Uri,
    }
}

/// What a value is of which one is known.
fn constant_shape(value: &Json) -> Option<Shape> {
    match value {
        Json::Bool(_) => Some(Shape::Boolean),
        Json::String(_) => Some(Shape::Text),
        Json::Number(_) if as_integer(value).is_ok() => Some(Shape::Integer(IntegerKind::Integer)),
        Json::Number(_) => Some(Shape::Number(NumberKind::Number)),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}

fn encode(value: &Value) -> Option<Encode> {
    match read::text(value)? {
        "repeat" => Some(Encode::Repeat),
        "brackets" => Some(Encode::Brackets),
        "comma" => Some(Encode::Comma),
        _ => None,
    }
}

fn constraints(facts: &Facts<'_>) -> Constraints {
    Constraints {
        constant: facts.read(Key::Const, read::json),
        minimum: facts.read(Key::Minimum, limit),
        exclusive_minimum: facts.read(Key::ExclusiveMinimum, limit),
        maximum: facts.read(Key::Maximum, limit),
        exclusive_maximum: facts.read(Key::ExclusiveMaximum, limit),
        multiple_of: facts.read(Key::MultipleOf, limit),
        length_unit: facts.read(Key::LengthUnit, length_unit),
        min_length: facts.read(Key::MinLength, read::count),
        max_length: facts.read(Key::MaxLength, read::count),
        pattern: facts.read(Key::Pattern, |value| read::text(value).map(|text| Pattern(text.to_owned()))),
        unique_items: facts.read(Key::UniqueItems, read::flag),
        min_items: facts.read(Key::MinItems, read::count),
        max_items: facts.read(Key::MaxItems, read::count),
        min_properties: facts.read(Key::MinProperties, read::count),
        max_properties: facts.read(Key::MaxProperties, read::count),
    }
}

fn limit(value: &Value) -> Option<Limit> {
    match value {
        Value::Number(number) => Some(Limit::Number(number.clone())),
        Value::Text(text) => Some(Limit::Date(text.clone())),
        _ => None,
    }
}

fn length_unit(value: &Value) -> Option<LengthUnit> {
    match read::text(value)? {
        "code_points" => Some(LengthUnit::CodePoints),
        "utf16" => Some(LengthUnit::Utf16),
        "bytes" => Some(LengthUnit::Bytes),
        _ => None,
    }
}

fn unenforced(facts: &Facts<'_>) -> Vec<Fact<String>> {
    let Some(fact) = facts.get(Key::Unenforced) else { return Vec::new() };
    let Value::List(rules) = &fact.item.value else { return Vec::new() };
    let rule = |rule: Word| Fact { value: rule.text, origin: fact.origin, place: rule.place };
    read::words(rules).into_iter().map(rule).collect()
}

/// Null and another value cannot both stand for none. The message is about what the entry says itself.
fn two_nones(entry: &Entry, says_none_value: bool, found: &mut Diagnostics) {
    let (Some(nullable), Some(none_value)) = (&entry.nullable, &entry.none_value) else { return };
    if !nullable.value {
        return;
    }
    let what = if entry.name.is_empty() { "this value".to_owned() } else { format!("`{}`", entry.name) };
    let diagnostic = Diagnostic::new(Id::TwoNones, format!("{what} has two values that mean none"));
    let (null, value) = ("null means none", "this value means none");
    let diagnostic = if says_none_value {
        diagnostic.at(none_value.place, value).at(nullable.place, null)
    } else {
        diagnostic.at(nullable.place, null).at(none_value.place, value)
    };
    found.push(diagnostic.help("keep the one that the server takes; say the other under `doubts`"));
}
