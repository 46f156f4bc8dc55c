//! One value beside its entry.

use serde_json::{Map, Value as Json};

use super::wire::{self, Read};
use super::{BODY, Broken, Form, Judge};
use crate::check::kind;
use crate::diagnostic::Place;
use crate::model::{self, Entry, EnumScalar, Fact, IntegerKind, Listed, Object, Shape, Union};
use crate::runtime::{Bound, NoInteger, RuleId, Subject as _, as_float, as_integer, as_unsigned, format, repeated};

/// An object with what is known of it.
struct Fields<'m, 'v> {
    /// The fields that are listed, and what others hold.
    listed: &'m Object,
    /// The field that a union has read already.
    tag: Option<&'m str>,
    /// Whether other fields may come.
    open: bool,
    /// Where the fields are listed.
    stated: Place,
    object: &'v Map<String, Json>,
}

impl Fields<'_, '_> {
    fn is_listed(&self, name: &str) -> bool {
        self.tag == Some(name) || self.listed.iter().any(|entry| entry.name == name)
    }

    /// How many keys there are that may be there.
    fn known(&self) -> usize {
        self.object.keys().filter(|name| self.open || self.is_listed(name)).count()
    }
}

impl<'m> Judge<'m, '_> {
    /// Judges a value that is there.
    pub(in crate::check) fn value(&mut self, entry: &'m Entry, value: &Json, form: Form, at: &str) {
        if stands_for_none(entry, value, form) {
            return;
        }
        match wire::read(self.scope, entry, value, form) {
            Read::Absent => self.absent(entry, at),
            Read::Null if is(entry.nullable.as_ref()) => {}
            Read::Null => {
                let stated = entry.nullable.as_ref().map_or_else(|| kind::stated(self.scope, entry), |fact| fact.place);
                self.broken(at, RuleId::Nullable, stated);
            }
            Read::Value(value) => self.shape(entry, self.scope.resolve(&entry.shape.value), &value, at),
        }
    }

    /// Judges the fields of a form.
    pub(in crate::check) fn parts(&mut self, entry: &'m Entry, value: &Json) {
        match (self.scope.resolve(&entry.shape.value), value) {
            (Shape::Object(listed), Json::Object(object)) => {
                let (inner, stated) = (self.found.len(), kind::stated(self.scope, entry));
                let fields = Fields { listed, tag: None, open: is_open(entry), stated, object };
                self.fields(&fields, Form::Part, BODY);
                self.properties(entry, fields.known(), inner, BODY);
            }
            (_, Json::Object(_)) => {}
            _ => self.broken(BODY, RuleId::Type, kind::stated(self.scope, entry)),
        }
    }

    fn absent(&mut self, entry: &Entry, at: &str) {
        if let Some(required) = entry.required.as_ref().filter(|fact| fact.value) {
            self.broken(at, RuleId::Required, required.place);
        }
    }

    fn shape(&mut self, entry: &'m Entry, shape: &'m Shape, value: &Json, at: &str) {
        let fits = match (shape, value) {
            (Shape::Any | Shape::Named(_), _) => true,
            (Shape::Boolean, Json::Bool(_)) => {
                self.constant(entry, value, at);
                true
            }
            (Shape::FreeForm, Json::Object(object)) => {
                self.properties(entry, object.len(), self.found.len(), at);
                true
            }
            (shape, Json::String(text)) if shape.is_text() => {
                self.text(entry, shape, text, at);
                true
            }
            (Shape::Number(_), Json::Number(number)) => {
                self.constant(entry, value, at);
                self.limits(entry, number.as_f64().unwrap_or(f64::NAN).into(), at);
                true
            }
            (Shape::Float, Json::Number(_)) => {
                match as_float(value) {
                    Some(float) => self.limits(entry, float.view().unwrap_or(f64::NAN).into(), at),
                    None => self.broken(at, RuleId::Range, kind::stated(self.scope, entry)),
                }
                true
            }
            // A list of values has none beyond 64 bits with a sign.
            (Shape::Integer(IntegerKind::Uint64), _) if entry.listed.is_none() => {
                return self.unsigned(entry, value, at);
            }
            (Shape::Integer(kind), _) => return self.integer(entry, *kind, value, at),
            (Shape::EpochSeconds, _) => return self.integer(entry, IntegerKind::Integer, value, at),
            (Shape::List(item), Json::Array(items)) => {
                self.list(entry, item, items, at);
                true
            }
            (Shape::Map(map), Json::Object(object)) => {
                let inner = self.found.len();
                self.entries(map, object.iter(), Form::Json, at);
                self.properties(entry, object.len(), inner, at);
                true
            }
            (Shape::Object(listed), Json::Object(object)) => {
                let (inner, stated) = (self.found.len(), kind::stated(self.scope, entry));
                let fields = Fields { listed, tag: None, open: is_open(entry), stated, object };
                self.fields(&fields, Form::Json, at);
                self.properties(entry, fields.known(), inner, at);
                true
            }
            (Shape::Union(union), Json::Object(object)) => {
                let inner = self.found.len();
                let known = self.union(union, object, at);
                self.properties(entry, known, inner, at);
                true
            }
            _ => false,
        };
        if !fits {
            self.broken(at, RuleId::Type, kind::stated(self.scope, entry));
        }
    }

    fn constant(&mut self, entry: &Entry, value: &Json, at: &str) {
        if let Some(constant) = &entry.constraints.constant
            && !is_same(&constant.value, value)
        {
            self.broken(at, RuleId::Const, constant.place);
        }
    }

    fn text(&mut self, entry: &Entry, shape: &Shape, text: &str, at: &str) {
        self.constant(entry, &text.into(), at);
        self.listed(entry, &EnumScalar::Text(text.to_owned()), at);
        if shape.is_date() {
            self.limits(entry, text.into(), at);
        }
        // Lengths beyond what fits into memory are no bound.
        let length = |fact: &Fact<u64>| usize::try_from(fact.value).unwrap_or(usize::MAX);
        let unit = entry.constraints.unit();
        if let Some(min) = entry.constraints.min_length.as_ref().filter(|min| !unit.has(text, length(min))) {
            self.broken(at, RuleId::MinLength, min.place);
        }
        if let Some(max) = entry.constraints.max_length.as_ref().filter(|max| !unit.is_within(text, length(max))) {
            self.broken(at, RuleId::MaxLength, max.place);
        }
        if let Some(pattern) = &entry.constraints.pattern
            && let Ok(table) = &*self.patterns.compile(&pattern.value.0)
            && !table.is_match(text)
        {
            self.broken(at, RuleId::Pattern, pattern.place);
        }
        let has_format = match shape {
            Shape::DateTime => format::is_date_time(text),
            Shape::Date => format::is_date(text),
            Shape::LocalDateTime => format::is_local_date_time(text),
            Shape::Email => format::is_email(text),
            Shape::Uuid => format::is_uuid(text),
            Shape::Uri => format::is_uri(text),
            _ => true,
        };
        if !has_format {
            self.broken(at, RuleId::Format, kind::stated(self.scope, entry));
        }
    }

    fn integer(&mut self, entry: &Entry, kind: IntegerKind, value: &Json, at: &str) {
        match as_integer(value) {
            Err(NoInteger::Type) => self.broken(at, RuleId::Type, kind::stated(self.scope, entry)),
            Ok(integer) if holds(kind, integer) => {
                self.constant(entry, &integer.into(), at);
                self.listed(entry, &EnumScalar::Integer(integer), at);
                self.limits(entry, integer.into(), at);
            }
            Ok(_) | Err(NoInteger::Range) => self.broken(at, RuleId::Range, kind::stated(self.scope, entry)),
        }
    }

    fn unsigned(&mut self, entry: &Entry, value: &Json, at: &str) {
        match as_unsigned(value) {
            Err(NoInteger::Type) => self.broken(at, RuleId::Type, kind::stated(self.scope, entry)),
            Err(NoInteger::Range) => self.broken(at, RuleId::Range, kind::stated(self.scope, entry)),
            Ok(unsigned) => self.limits(entry, unsigned.into(), at),
        }
    }

    fn limits(&mut self, entry: &Entry, value: Bound<'_>, at: &str) {
        for (rule, fact) in entry.constraints.limits() {
            if !fact.value.admits(rule, value) {
                self.broken(at, rule, fact.place);
            }
        }
    }

    fn listed(&mut self, entry: &Entry, value: &EnumScalar, at: &str) {
        if let Some(Fact { value: Listed::Values(values), place, .. }) = &entry.listed
            && !is_open(entry)
            && !values.iter().any(|listed| listed.value == *value)
        {
            self.broken(at, RuleId::Enum, *place);
        }
    }

    fn list(&mut self, entry: &Entry, item: &'m Entry, items: &[Json], at: &str) {
        let inner = self.found.len();
        for (index, value) in items.iter().enumerate() {
            self.element(item, value, Form::Json, &format!("{at}/{index}"));
        }
        if self.is_incomplete(inner, at) {
            return;
        }
        let (min, max) = (&entry.constraints.min_items, &entry.constraints.max_items);
        self.count(items.len(), (min.as_ref(), RuleId::MinItems), (max.as_ref(), RuleId::MaxItems), at);
        if let Some(unique) = entry.constraints.unique_items.as_ref().filter(|fact| fact.value)
            && repeated(items.iter().cloned()).is_some()
        {
            self.broken(at, RuleId::UniqueItems, unique.place);
        }
    }

    /// An item of a list or a value of a map.
    fn element(&mut self, entry: &'m Entry, value: &Json, form: Form, at: &str) {
        match value {
            // It is no field: another kind is all that null can be.
            Json::Null if is(entry.nullable.as_ref()) => {}
            value if form == Form::Json => self.shape(entry, self.scope.resolve(&entry.shape.value), value, at),
            value => self.value(entry, value, form, at),
        }
    }

    fn fields(&mut self, fields: &Fields<'m, '_>, form: Form, at: &str) {
        for entry in fields.listed.iter().filter(|entry| fields.tag != Some(&entry.name)) {
            let at = inside(at, &entry.name);
            match fields.object.get(&entry.name) {
                None => self.absent(entry, &at),
                Some(value) => self.value(entry, value, form, &at),
            }
        }
        if let Some(others) = &fields.listed.others {
            let entries = fields.object.iter().filter(|(name, _)| !fields.is_listed(name));
            return self.entries(others, entries, form, at);
        }
        if fields.open {
            return;
        }
        for name in fields.object.keys().filter(|name| !fields.is_listed(name)) {
            self.broken(&inside(at, name), RuleId::UnknownField, fields.stated);
        }
    }

    /// Judges the values of a map, and its keys.
    fn entries<'v>(
        &mut self,
        map: &'m model::Map,
        entries: impl Iterator<Item = (&'v String, &'v Json)>,
        form: Form,
        at: &str,
    ) {
        for (key, value) in entries {
            let at = inside(at, key);
            let before = self.found.len();
            self.element(&map.values, value, form, &at);
            // What cannot be taken is not in the map, and neither is its key.
            let shape = self.scope.resolve(&map.values.shape.value);
            let is_lost = |broken: &Broken| broken.pointer == at && cannot_be_taken(broken.rule, shape, value);
            if self.found.get(before..).unwrap_or_default().iter().any(is_lost) {
                continue;
            }
            if let Some(keys) = &map.keys {
                let mut judge = Judge { scope: self.scope, patterns: self.patterns, found: Vec::new() };
                judge.shape(keys, judge.scope.resolve(&keys.shape.value), &Json::from(key.as_str()), &at);
                if let Some(first) = judge.found.into_iter().next() {
                    self.broken(&at, RuleId::Keys, first.stated);
                }
            }
        }
    }

    /// How many keys there are; not if what one of them holds could not be taken.
    fn properties(&mut self, entry: &Entry, count: usize, inner: usize, at: &str) {
        if self.is_incomplete(inner, at) {
            return;
        }
        let (min, max) = (&entry.constraints.min_properties, &entry.constraints.max_properties);
        self.count(count, (min.as_ref(), RuleId::MinProperties), (max.as_ref(), RuleId::MaxProperties), at);
    }

    fn count(
        &mut self,
        count: usize,
        (min, at_least): (Option<&Fact<u64>>, RuleId),
        (max, at_most): (Option<&Fact<u64>>, RuleId),
        at: &str,
    ) {
        if let Some(min) = min.filter(|min| (count as u64) < min.value) {
            self.broken(at, at_least, min.place);
        }
        if let Some(max) = max.filter(|max| count as u64 > max.value) {
            self.broken(at, at_most, max.place);
        }
    }

    /// Whether what was found from an index on is about an item or a field that could not be taken.
    fn is_incomplete(&self, inner: usize, at: &str) -> bool {
        let is_right_below = |pointer: &str| pointer.rsplit_once('/').is_some_and(|(above, _)| above == at);
        let found = self.found.get(inner..).unwrap_or_default();
        found.iter().any(|broken| broken.rule.stops() && is_right_below(&broken.pointer))
    }

    /// Judges the object of a union; says how many keys there are that may be there.
    fn union(&mut self, union: &'m Union, object: &Map<String, Json>, at: &str) -> usize {
        let tag = object.get(&union.tag.text).filter(|tag| **tag != "");
        let Some(variant) = tag.and_then(|tag| union.variants.iter().find(|variant| variant.is_of(tag))) else {
            self.broken(&inside(at, &union.tag.text), RuleId::Tag, union.tag.place);
            return object.len();
        };
        let inner = self.found.len();
        let count = match self.scope.resolve(&variant.entry.shape.value) {
            Shape::Object(listed) => {
                let open = is_open(&variant.entry);
                let (tag, stated) = (Some(union.tag.text.as_str()), kind::stated(self.scope, &variant.entry));
                let fields = Fields { listed, tag, open, stated, object };
                self.fields(&fields, Form::Json, at);
                fields.known()
            }
            Shape::Union(within) => self.union(within, object, at),
            Shape::Map(map) => {
                let others = object.iter().filter(|(name, _)| **name != union.tag.text);
                self.entries(map, others, Form::Json, at);
                object.len()
            }
            _ => object.len(),
        };
        self.properties(&variant.entry, count, inner, at);
        count
    }

    fn broken(&mut self, at: &str, rule: RuleId, stated: Place) {
        self.found.push(Broken { pointer: at.to_owned(), rule, stated });
    }
}

/// Whether no value of a shape can be made of what breaks a rule: reading gives up on it, where the validator judges others.
fn cannot_be_taken(rule: RuleId, shape: &Shape, value: &Json) -> bool {
    match (rule, shape) {
        (RuleId::Range, Shape::Integer(IntegerKind::Uint64)) => as_unsigned(value).is_err(),
        (RuleId::Range, Shape::Integer(_) | Shape::EpochSeconds) => as_integer(value).is_err(),
        (RuleId::Type | RuleId::Nullable | RuleId::Range, _) => true,
        _ => false,
    }
}

fn holds(kind: IntegerKind, integer: i64) -> bool {
    match kind {
        IntegerKind::Integer | IntegerKind::Int64 | IntegerKind::Uint64 => true,
        IntegerKind::Int32 => i32::try_from(integer).is_ok(),
        IntegerKind::Uint32 => u32::try_from(integer).is_ok(),
    }
}

/// Whether other values of an enum, or other fields of an object, may come.
pub(in crate::check) fn is_open(entry: &Entry) -> bool {
    is(entry.open.as_ref())
}

fn is(fact: Option<&Fact<bool>>) -> bool {
    fact.is_some_and(|fact| fact.value)
}

/// The pointer to what has a name within something.
pub(in crate::check) fn inside(at: &str, name: &str) -> String {
    format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// Whether the value is the one that means none; it is looked at no further.
fn stands_for_none(entry: &Entry, value: &Json, form: Form) -> bool {
    let Some(none) = &entry.none_value else { return false };
    let none = &none.value;
    match (none, value) {
        (Json::Number(_), Json::String(text)) if form != Form::Json => is_same(none, &wire::scalar(text)),
        (none, found) if form != Form::Json && !(none.is_number() && found.is_number()) => {
            wire::text(none).is_some_and(|none| wire::text(found) == Some(none))
        }
        (none, found) => is_same(none, found),
    }
}

/// Whether two values are equal, numbers by what they are worth.
fn is_same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Number(one), Json::Number(other)) => Bound::of(one).is_same(Bound::of(other)),
        (one, other) => one == other,
    }
}
