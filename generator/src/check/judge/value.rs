//! One value beside its entry.

use serde_json::{Map, Value as Json};

use super::wire::{self, Read};
use super::{BODY, Broken, Form, Judge};
use crate::check::kind;
use crate::diagnostic::Place;
use crate::model::{Entry, EnumScalar, Fact, IntegerKind, Listed, Shape, Union};
use crate::runtime::{Bound, NoInteger, RuleId, Subject as _, as_float, as_integer, as_unsigned, format};

/// An object with what is known of it.
struct Fields<'m, 'v> {
    /// The fields that are listed.
    listed: &'m [Entry],
    /// The field that a union has read already.
    tag: Option<&'m str>,
    /// Whether other fields may come.
    open: bool,
    /// Where the fields are listed.
    stated: Place,
    object: &'v Map<String, Json>,
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
                let fields =
                    Fields { listed, tag: None, open: is_open(entry), stated: kind::stated(self.scope, entry), object };
                self.fields(&fields, Form::Part, BODY);
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
            (Shape::Any | Shape::Named(_), _) | (Shape::FreeForm, Json::Object(_)) => true,
            (Shape::Boolean, Json::Bool(_)) => {
                self.constant(entry, value, at);
                true
            }
            (shape, Json::String(text)) if shape.is_text() => {
                self.text(entry, shape, text, at);
                true
            }
            (Shape::Number, Json::Number(number)) => {
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
            (Shape::EpochSeconds, _) => return self.integer(entry, IntegerKind::Int64, value, at),
            (Shape::List(item), Json::Array(items)) => {
                self.items(item, items, at);
                true
            }
            (Shape::Object(listed), Json::Object(object)) => {
                let fields =
                    Fields { listed, tag: None, open: is_open(entry), stated: kind::stated(self.scope, entry), object };
                self.fields(&fields, Form::Json, at);
                true
            }
            (Shape::Union(union), Json::Object(object)) => {
                self.union(union, object, at);
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

    fn items(&mut self, item: &'m Entry, items: &[Json], at: &str) {
        let shape = self.scope.resolve(&item.shape.value);
        for (index, value) in items.iter().enumerate() {
            let at = format!("{at}/{index}");
            match value {
                // An item is a value and no field: another kind is all that null can be.
                Json::Null if is(item.nullable.as_ref()) => {}
                value => self.shape(item, shape, value, &at),
            }
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
        if fields.open {
            return;
        }
        let is_listed = |name: &str| fields.tag == Some(name) || fields.listed.iter().any(|entry| entry.name == name);
        for name in fields.object.keys().filter(|name| !is_listed(name)) {
            self.broken(&inside(at, name), RuleId::UnknownField, fields.stated);
        }
    }

    fn union(&mut self, union: &'m Union, object: &Map<String, Json>, at: &str) {
        let tag = match object.get(&union.tag.text) {
            None => String::new(),
            Some(Json::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        };
        let Some(variant) = union.variants.iter().find(|variant| variant.tag.text == tag && !tag.is_empty()) else {
            return self.broken(&inside(at, &union.tag.text), RuleId::Tag, union.tag.place);
        };
        match self.scope.resolve(&variant.entry.shape.value) {
            Shape::Object(listed) => {
                let open = is_open(&variant.entry);
                let (tag, stated) = (Some(union.tag.text.as_str()), kind::stated(self.scope, &variant.entry));
                self.fields(&Fields { listed, tag, open, stated, object }, Form::Json, at);
            }
            Shape::Union(inner) => self.union(inner, object, at),
            _ => {}
        }
    }

    fn broken(&mut self, at: &str, rule: RuleId, stated: Place) {
        self.found.push(Broken { pointer: at.to_owned(), rule, stated });
    }
}

fn holds(kind: IntegerKind, integer: i64) -> bool {
    match kind {
        IntegerKind::Int64 | IntegerKind::Uint64 => true,
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
    match (&none.value, value) {
        (none, found) if form != Form::Json && !(none.is_number() && found.is_number()) => {
            wire::text(none).is_some_and(|none| wire::text(found) == Some(none))
        }
        (none, found) => is_same(none, found),
    }
}

/// Whether two values are equal, numbers by what they are worth.
fn is_same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Number(one), Json::Number(other)) => Bound::of(one) == Bound::of(other),
        (one, other) => one == other,
    }
}
