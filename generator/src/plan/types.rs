//! Types: what stands for a value in Rust, and the items that come with it.

use super::describe::{Description, Facet, doubts, fixed, halves};
use super::module::{Module, Path};
use super::names::{Claim, Namespace, Remedy};
use super::rules::counts;
use super::uses::Use;
use super::{
    Alias, Deprecated, Derive, Docs, Enumeration, Held, Item, ItemRef, Name, Paragraph, RustType, Scalar, ScalarKind,
    Span, SpecPlace, Union, UnionVariant, Variant, Words,
};
use crate::diagnostic::Diagnostics;
use crate::model::{
    self, Deprecation, Entry, EnumScalar, EnumValue, IntegerKind, Listed, NamedType, Scope, Shape, TypeId,
};
use crate::runtime::spelling;

/// What all objects derive.
pub(super) const RECORD: &[Derive] = &[Derive::Clone, Derive::Debug, Derive::PartialEq];

impl<'m> Module<'m, '_> {
    /// The type of a value; what it brings along is added to `items`.
    pub fn value(&mut self, entry: &'m Entry, path: &Path, by: &Use, items: &mut Vec<Item>) -> RustType {
        if entry.is_secret() {
            return RustType::Secret;
        }
        if let Shape::Named(id) = &entry.shape.value
            && self.takes_values_of(entry, *id)
        {
            return self.named(*id).map_or(RustType::Json, RustType::Item);
        }
        if let Some(values) = values(entry) {
            let (name, _) = self.claim_type_of(entry, path);
            let item = self.enumeration(entry, values, (name.clone(), Facet::Type), by);
            items.push(Item::Enumeration(item));
            return self.item(name);
        }
        match &entry.shape.value {
            Shape::List(item) => RustType::List(Box::new(self.element(item, path, by, items))),
            Shape::Map(map) => RustType::Map(Box::new(self.element(&map.values, path, by, items))),
            Shape::Object(fields) => {
                let (name, path) = self.claim_type_of(entry, path);
                self.object(entry, fields, (name.clone(), Facet::Type), &path, by, items);
                self.item(name)
            }
            Shape::Union(union) => {
                let (name, path) = self.claim_type_of(entry, path);
                self.union(entry, union, (name.clone(), Facet::Type), &path, by, items);
                self.item(name)
            }
            scalar => built_in(scalar),
        }
    }

    /// The items of a named type.
    pub fn named_type(&mut self, named: &'m NamedType, id: TypeId, items: &mut Vec<Item>) {
        let entry = &named.entry;
        let words = self.words(entry);
        let path = Path::of_type(&words);
        let name = self.claim_type(&path, entry.place);
        let by = self.use_of(id);
        if let Some(values) = values(entry)
            && !matches!(&entry.shape.value, Shape::Named(id) if self.takes_values_of(entry, *id))
        {
            let item = self.enumeration(entry, values, (name, Facet::All), &by);
            return items.push(Item::Enumeration(item));
        }
        match &entry.shape.value {
            Shape::Object(fields) => self.object(entry, fields, (name, Facet::All), &path, &by, items),
            Shape::Union(union) => self.union(entry, union, (name, Facet::All), &path, &by, items),
            Shape::Text if entry.is_secret() => items.push(self.alias(entry, name, RustType::Secret, &path)),
            Shape::Text => items.push(self.scalar(entry, name, Held::Text, &path)),
            Shape::Integer(IntegerKind::Uint64) => items.push(self.scalar(entry, name, Held::Unsigned, &path)),
            Shape::Integer(_) => items.push(self.scalar(entry, name, Held::Integer, &path)),
            Shape::List(item) => {
                let mut below = Vec::new();
                let value =
                    RustType::List(Box::new(self.element(item, &path.then(&Words::one("item")), &by, &mut below)));
                items.push(self.alias(entry, name, value, &path));
                items.append(&mut below);
            }
            Shape::Map(map) => {
                let mut below = Vec::new();
                let path_of_value = path.then(&Words::one("value"));
                let value = RustType::Map(Box::new(self.element(&map.values, &path_of_value, &by, &mut below)));
                items.push(self.alias(entry, name, value, &path));
                items.append(&mut below);
            }
            Shape::Named(id) => {
                let value = self.named(*id).map_or(RustType::Json, RustType::Item);
                items.push(self.alias(entry, name, value, &path));
            }
            other => items.push(self.alias(entry, name, built_in(other), &path)),
        }
    }

    /// The type of what a list or a map holds, or of a whole answer: with null, where that may stand there.
    pub fn element(&mut self, entry: &'m Entry, path: &Path, by: &Use, items: &mut Vec<Item>) -> RustType {
        let value = self.value(entry, path, by, items);
        nullable(self.scope, entry, value)
    }

    /// The type of what a list or a map holds, behind the names that it goes by. What has no name of its own there is
    /// called by the list or map, and `word`.
    pub fn item_type(&self, item: &Entry, holder: &RustType, word: &'static str) -> RustType {
        match holder {
            RustType::List(held) | RustType::Map(held) => (**held).clone(),
            RustType::Item(holder) => self.type_within(item, holder, word),
            RustType::Nullable(holder) => self.item_type(item, holder, word),
            _ => nullable(self.scope, item, built_in(&item.shape.value)),
        }
    }

    /// The type of what an object holds besides its fields.
    pub fn element_type(&self, entry: &Entry, path: &Path) -> RustType {
        self.type_within(entry, &ItemRef { home: self.home, name: path.type_name() }, "Value")
    }

    /// The type of what is inside of something; what has no name of its own is called by its holder, and `word`.
    fn type_within(&self, entry: &Entry, holder: &ItemRef, word: &'static str) -> RustType {
        let value = match &entry.shape.value {
            _ if entry.is_secret() => RustType::Secret,
            Shape::Named(id) if self.takes_values_of(entry, *id) => {
                self.named(*id).map_or(RustType::Json, RustType::Item)
            }
            Shape::Object(_) | Shape::Union(_) => within(holder, word, entry),
            _ if values(entry).is_some() => within(holder, word, entry),
            Shape::List(item) => RustType::List(Box::new(self.type_within(item, holder, word))),
            Shape::Map(map) => RustType::Map(Box::new(self.type_within(&map.values, holder, word))),
            scalar => built_in(scalar),
        };
        nullable(self.scope, entry, value)
    }

    /// Whether the listed values of an entry, if any, are those of its type.
    pub fn takes_values_of(&self, entry: &Entry, id: TypeId) -> bool {
        let of_type = self.scope.named(id).and_then(|named| named.entry.listed.as_ref());
        values(entry).is_none() || entry.listed.as_ref().map(|fact| fact.place) == of_type.map(|fact| fact.place)
    }

    fn item(&self, name: Name) -> RustType {
        RustType::Item(ItemRef { home: self.home, name })
    }

    fn scalar(&mut self, entry: &'m Entry, name: Name, holds: Held, path: &Path) -> Item {
        let derives = match holds {
            Held::Text => TEXT,
            Held::Integer | Held::Unsigned => INTEGER,
        };
        let docs = self.docs(entry, &name, Facet::All, path);
        Item::Scalar(Scalar {
            spec: SpecPlace(entry.place),
            aliases: aliases(entry, &name),
            docs,
            derives: derives.to_vec(),
            holds,
            name,
        })
    }

    fn alias(&mut self, entry: &'m Entry, name: Name, value: RustType, path: &Path) -> Item {
        Item::Alias(Alias {
            spec: SpecPlace(entry.place),
            docs: self.docs(entry, &name, Facet::All, path),
            name,
            value,
        })
    }

    /// The documentation of the item of a value.
    pub fn docs(&mut self, entry: &'m Entry, name: &Name, facet: Facet, path: &Path) -> Docs {
        let subject = item_or_self(self.scope, entry);
        let pattern = self.pattern(subject, path).map(|item| item.name);
        Description { entry, name, facet, pattern: pattern.as_ref(), answer: false, in_path: false }.docs(self.scope)
    }

    /// Whether the Rust enum of an entry has no room for other values: they cannot be sent, and none come.
    pub fn is_exhaustive(&self, entry: &Entry, by: &Use) -> bool {
        let answered = match &entry.shape.value {
            Shape::Named(id) if self.takes_values_of(entry, *id) => self.use_of(*id).answer,
            _ => by.answer,
        };
        !answered && entry.open.as_ref().is_some_and(|open| !open.value)
    }

    fn enumeration(&mut self, entry: &Entry, values: &[EnumValue], of: (Name, Facet), by: &Use) -> Enumeration {
        let (name, facet) = of;
        let kind = kind(values);
        let exhaustive = self.is_exhaustive(entry, by);
        let mut taken = Namespace::default();
        if !exhaustive {
            taken.reserve(Name::fixed("Unlisted"), "what the documentation does not list");
        }
        for name in ["LISTED", "WIRE"] {
            taken.reserve(Name::fixed(name), "the table of the values");
        }
        let variants = values.iter().map(|value| self.variant(value, &mut taken)).collect();
        let docs =
            Description { entry, name: &name, facet, pattern: None, answer: false, in_path: false }.docs(self.scope);
        let mut derives = vec![Derive::Clone, Derive::Debug, Derive::PartialEq, Derive::Eq, Derive::Hash];
        if exhaustive {
            derives.insert(1, Derive::Copy);
        }
        let aliases = if facet == Facet::All { aliases(entry, &name) } else { Vec::new() };
        Enumeration { spec: SpecPlace(entry.place), name, docs, aliases, derives, kind, exhaustive, variants }
    }

    fn variant(&mut self, value: &EnumValue, taken: &mut Namespace) -> Variant {
        let wire = match &value.value {
            EnumScalar::Text(text) => text.clone(),
            EnumScalar::Integer(number) => number.to_string(),
        };
        let words = super::names::words(value.name.as_ref().unwrap_or(&wire), value.rust_name.as_ref(), self.found);
        let name = words.pascal();
        let what = format!("the value `{wire}`");
        let claim = Claim::new(&what, value.place, &words).of_kind("value");
        taken.claim(&name, Claim { remedy: Remedy::OfValue, ..claim }, self.found);
        let docs = Docs::of(match &value.doc {
            Some(doc) => vec![Span::Prose(doc.clone()), Span::Code(wire), fixed("on the wire.")],
            None => vec![Span::Code(wire)],
        });
        let mut docs = docs;
        if value.deprecated == Some(Deprecation::Current) {
            docs.0.push(Paragraph::Text(vec![fixed("Not deprecated.")]));
        }
        Variant {
            spec: SpecPlace(value.place),
            name,
            docs,
            wire: value.value.clone(),
            deprecated: Deprecated::of(value.deprecated.as_ref()),
        }
    }

    fn union(
        &mut self,
        entry: &'m Entry,
        union: &'m model::Union,
        of: (Name, Facet),
        path: &Path,
        by: &Use,
        items: &mut Vec<Item>,
    ) {
        let (name, facet) = of;
        let mut taken = Namespace::default();
        taken.reserve(Name::fixed("Unlisted"), "what the documentation does not list");
        let mut below = Vec::new();
        let mut variants = Vec::new();
        for variant in &union.variants {
            let (tag, json) = (&variant.tag.text, variant.value());
            let wire = json.as_str().unwrap_or(tag);
            let words = super::names::words(wire, variant.entry.rust_name.as_ref(), self.found);
            let name = words.pascal();
            let what = format!("the variant `{tag}`");
            let claim = Claim::new(&what, variant.tag.place, &words).of_kind("variant");
            taken.claim(&name, Claim { remedy: Remedy::OfVariant, ..claim }, self.found);
            let within = Use { plain: false, tags: vec![union.tag.text.clone()], ..by.clone() };
            let path = path.then(&words);
            let value = self.value(&variant.entry, &path, &within, &mut below);
            let mut spans = vec![Span::Code(tag.clone())];
            if let Some(doc) = &variant.entry.doc {
                spans = vec![Span::Prose(doc.clone()), Span::Code(tag.clone()), fixed("on the wire.")];
            }
            let checks = self.variant_chains(&variant.entry, &value, (&path, by));
            let (docs, tag, lists_tag) = (Docs::of(spans), spelling(&json), self.lists_tag(union, variant));
            variants.push(UnionVariant {
                spec: SpecPlace(variant.tag.place),
                name,
                docs,
                tag,
                json,
                lists_tag,
                value,
                checks,
            });
        }
        let mut docs =
            Description { entry, name: &name, facet, pattern: None, answer: false, in_path: false }.docs(self.scope);
        if let Some(Paragraph::Text(spans)) = docs.0.first_mut() {
            if entry.doc.is_none() {
                spans.extend([Span::Glue, fixed(".")]);
            }
            spans.extend([fixed("Told apart by"), Span::Code(union.tag.text.clone()), Span::Glue, fixed(".")]);
        }
        let aliases = if facet == Facet::All { aliases(entry, &name) } else { Vec::new() };
        let tag = union.tag.text.clone();
        items.push(Item::Union(Union {
            spec: SpecPlace(entry.place),
            aliases,
            docs,
            derives: RECORD.to_vec(),
            tag,
            variants,
            name,
        }));
        items.append(&mut below);
    }

    /// Whether the struct of a variant has a field for its tag, since it is used elsewhere too.
    fn lists_tag(&self, union: &model::Union, variant: &model::Variant) -> bool {
        let field = union.tag.text.as_str();
        let Shape::Named(mut id) = variant.entry.shape.value else { return false };
        while let Some(Shape::Named(next)) = self.scope.named(id).map(|named| &named.entry.shape.value) {
            id = *next;
        }
        match self.scope.named(id).map(|named| &named.entry.shape.value) {
            Some(Shape::Object(fields)) => {
                self.use_of(id).left_to_union() != Some(field) && fields.iter().any(|entry| entry.name == field)
            }
            _ => false,
        }
    }

    /// Whether a value has rules, of its own or below it.
    pub fn has_rules(&self, entry: &Entry, by: &Use) -> bool {
        !counts(entry).is_empty() || self.nests(entry, by)
    }

    /// Whether what a value is brings rules along, whoever uses it.
    pub fn nests(&self, entry: &Entry, by: &Use) -> bool {
        let Shape::Named(id) = entry.shape.value else { return self.finds_rules(entry, by) };
        let is_compound =
            |shape: &Shape| matches!(shape, Shape::Object(_) | Shape::Union(_) | Shape::List(_) | Shape::Map(_));
        if !is_compound(self.scope.resolve(&entry.shape.value)) {
            return self.finds_rules(entry, &self.use_of(id)); // its own facts decide
        }
        if let Some(known) = self.ruled.borrow().get(&id) {
            return *known;
        }
        let found = self.finds_rules(entry, &self.use_of(id));
        self.ruled.borrow_mut().insert(id, found);
        found
    }

    fn finds_rules(&self, entry: &Entry, by: &Use) -> bool {
        // what answers alone promise is told where it is read
        let promised = |field: &Entry| is_required(field) && by.answer && (by.request || field.none_value.is_some());
        let told = |field: &Entry| promised(field) || is_expected(field);
        if entry.constraints.constant.is_some() {
            return true;
        }
        let of_map = |map: &model::Map| {
            self.has_rules(&map.values, by) || map.keys.as_deref().is_some_and(|keys| self.has_rules(keys, by))
        };
        match self.scope.resolve(&entry.shape.value) {
            Shape::Object(object) => {
                object.iter().any(|field| told(field) || self.has_rules(field, by))
                    || object.others.as_ref().is_some_and(of_map)
            }
            Shape::Map(map) => of_map(map),
            Shape::Union(union) => {
                let is_checked =
                    |variant: &model::Variant| self.has_rules(&variant.entry, by) || self.lists_tag(union, variant);
                union.variants.iter().any(is_checked)
            }
            Shape::List(item) => self.has_rules(item, by),
            Shape::Text
            | Shape::EpochSeconds
            | Shape::Integer(IntegerKind::Integer | IntegerKind::Int64 | IntegerKind::Uint64) => {
                let constraints = &entry.constraints;
                let texts =
                    [constraints.min_length.is_some(), constraints.max_length.is_some(), constraints.pattern.is_some()];
                texts.contains(&true) || constraints.limits().next().is_some() || self.has_list(entry, by)
            }
            Shape::Integer(_) => true,
            shape => shape.is_text() || shape.is_number() || self.has_list(entry, by),
        }
    }

    /// Whether a value can be none of those listed, and must not.
    pub fn has_list(&self, entry: &Entry, by: &Use) -> bool {
        let open = entry.open.as_ref().is_some_and(|open| open.value);
        values(entry).is_some() && !open && !self.is_exhaustive(entry, by)
    }
}

const TEXT: &[Derive] = &[
    Derive::Clone,
    Derive::Debug,
    Derive::Default,
    Derive::PartialEq,
    Derive::Eq,
    Derive::PartialOrd,
    Derive::Ord,
    Derive::Hash,
];

const INTEGER: &[Derive] = &[
    Derive::Clone,
    Derive::Copy,
    Derive::Debug,
    Derive::Default,
    Derive::PartialEq,
    Derive::Eq,
    Derive::PartialOrd,
    Derive::Ord,
    Derive::Hash,
];

/// Whether the compiler asks for a field.
pub(super) fn is_required(entry: &Entry) -> bool {
    entry.required.as_ref().is_some_and(|fact| fact.value && !fact.warns())
}

/// Whether a field is required by what is inferred: its absence warns.
pub(super) fn is_expected(entry: &Entry) -> bool {
    entry.required.as_ref().is_some_and(|fact| fact.value && fact.warns())
}

/// What a list or a map that has a name holds, where that has none.
fn within(holder: &ItemRef, word: &'static str, entry: &Entry) -> RustType {
    let name = match &entry.rust_name {
        None => holder.name.with_suffix(word),
        Some(given) => {
            let own = super::names::words(&given.text, Some(given), &mut Diagnostics::default());
            Words::of(holder.name.as_str()).then(&own).pascal()
        }
    };
    RustType::Item(ItemRef { home: holder.home, name })
}

/// A type with null, where that may stand too; any JSON value can be null by itself.
pub(super) fn nullable(scope: Scope<'_>, entry: &Entry, value: RustType) -> RustType {
    let admits = entry.nullable.as_ref().is_some_and(|fact| fact.value);
    if admits && *scope.resolve(&entry.shape.value) != Shape::Any { RustType::Nullable(Box::new(value)) } else { value }
}

/// The type of what has no item.
fn built_in(shape: &Shape) -> RustType {
    match shape {
        Shape::Any | Shape::Named(_) => RustType::Json,
        Shape::Boolean => RustType::Bool,
        Shape::Text => RustType::Text,
        Shape::Integer(IntegerKind::Uint64) => RustType::Unsigned,
        Shape::Integer(_) => RustType::Integer,
        Shape::Number(_) => RustType::Number,
        Shape::Float => RustType::Float,
        Shape::DateTime => RustType::DateTime,
        Shape::Date => RustType::Date,
        Shape::LocalDateTime => RustType::LocalDateTime,
        Shape::EpochSeconds => RustType::EpochSeconds,
        Shape::Email => RustType::Email,
        Shape::Uuid => RustType::Uuid,
        Shape::Uri => RustType::Uri,
        Shape::FreeForm | Shape::Object(_) | Shape::Union(_) => RustType::JsonObject,
        Shape::List(item) => RustType::List(Box::new(built_in(&item.shape.value))),
        Shape::Map(map) => RustType::Map(Box::new(built_in(&map.values.shape.value))),
    }
}

/// What the pattern of a value is about: the items of a list, the values of a map, at any depth.
pub(super) fn item_or_self<'m>(scope: Scope<'m>, entry: &'m Entry) -> &'m Entry {
    match scope.resolve(&entry.shape.value) {
        Shape::List(item) => item_or_self(scope, item),
        Shape::Map(map) => item_or_self(scope, &map.values),
        _ => entry,
    }
}

/// The listed values of an enum.
pub(super) fn values(entry: &Entry) -> Option<&[EnumValue]> {
    match entry.listed.as_ref().map(|fact| &fact.value) {
        Some(Listed::Values(values)) if !values.is_empty() => Some(values),
        _ => None,
    }
}

/// Whether listed values are texts or integers.
pub(super) fn kind(values: &[EnumValue]) -> ScalarKind {
    match values.first().map(|value| &value.value) {
        Some(EnumScalar::Integer(_)) => ScalarKind::Integer,
        Some(EnumScalar::Text(_)) | None => ScalarKind::Text,
    }
}

/// The names that an item is found by besides its own.
pub(super) fn aliases(entry: &Entry, name: &Name) -> Vec<String> {
    alias(&entry.name, name).into_iter().collect()
}

/// A name that rustdoc takes as an alias, where it says more than the item's own.
pub(super) fn alias(wire: &str, name: &Name) -> Option<String> {
    let refused = |char: char| matches!(char, '"' | '\'') || char != ' ' && (char.is_whitespace() || char.is_control());
    let fits = !wire.is_empty() && wire.trim() == wire && !wire.contains(refused) && wire != name.as_str();
    fits.then(|| wire.to_owned())
}

/// The documentation of something that is no value: words, halves, doubts.
pub(super) fn docs_of(doc: Option<&str>, name: &str, documented: bool, notes: (&[model::Half], &[String])) -> Docs {
    let first = doc.map_or_else(|| Span::Code(name.to_owned()), |doc| Span::Prose(doc.to_owned()));
    let mut paragraphs = vec![Paragraph::Text(vec![first])];
    paragraphs.extend(halves(notes.0, documented, Facet::All));
    paragraphs.extend(doubts(notes.1));
    Docs(paragraphs)
}
