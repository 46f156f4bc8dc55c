//! Examples: a call of each endpoint, with values that its rules accept.

use serde_json::Value as Json;

use super::module::Module;
use super::record::Fields;
use super::types::{item_or_self, values};
use super::uses::content;
use super::{
    Conversion, Example, Field, ItemRef, Literal, Name, Outcome, OutcomeType, Presence, RustType, Section, SetterKind,
    Words,
};
use crate::check::pattern::{self, PatternTable};
use crate::model::{self, Encode, Entry, EnumScalar, Shape};

impl<'m> Module<'m, '_> {
    /// How the endpoint is called.
    pub fn example(&self, endpoint: &'m model::Endpoint, request: &Fields, output: &Outcome) -> Example {
        let sample = Sample::of(endpoint);
        let entry = |field: &Field| self.entry(endpoint, field);
        let literal = |field: &Field| match field.presence {
            Presence::RequiredNull => Some(Literal::None),
            _ => Some(self.literal(entry(field)?, &field.value, sample.get(field))),
        };
        let by_name = |name: &Name| request.list.iter().find(|field| field.name == *name);
        let required = request.required.iter();
        let arguments: Vec<_> = required.filter_map(|argument| literal(by_name(&argument.field)?)).collect();
        let in_body = request.required.iter().filter_map(|argument| by_name(&argument.field));
        let says_something =
            in_body.filter(|field| matches!(field.section, Section::Body | Section::WholeBody)).count() > 0;
        let mut setters = Vec::new();
        if !says_something {
            let settable =
                request.setters.iter().filter(|setter| matches!(setter.kind, SetterKind::Value(Conversion::Into)));
            let given = settable.filter_map(|setter| Some((setter, by_name(&setter.field)?)));
            let told = given.filter(|(_, field)| field.section == Section::Body && sample.get(field).is_some());
            let told = told.filter(|(_, field)| {
                !matches!(field.value, RustType::Item(_)) || entry(field).is_some_and(|entry| values(entry).is_some())
            });
            let found = told.filter_map(|(setter, field)| Some((setter.name.clone(), literal(field)?)));
            let found: Vec<_> = found.collect();
            let says = |wanted: fn(&Literal) -> bool| found.iter().find(|(_, value)| wanted(value)).cloned();
            let text = says(|value| matches!(value, Literal::Text(_)));
            setters.extend(text.or_else(|| says(|value| matches!(value, Literal::Variant(..)))));
        }
        Example { arguments, setters, prints: self.printed(output) }
    }

    /// The entry of a field of the request.
    fn entry(&self, endpoint: &'m model::Endpoint, field: &Field) -> Option<&'m Entry> {
        let named = |entries: &'m [Entry]| entries.iter().find(|entry| entry.name == field.wire);
        match field.section {
            Section::Path => named(&endpoint.path_parameters),
            Section::Headers => named(&endpoint.headers),
            Section::WholeBody => endpoint.body.as_ref().map(|body| &body.entry),
            Section::Body => match self.scope.resolve(&endpoint.body.as_ref()?.entry.shape.value) {
                Shape::Object(fields) => named(fields),
                _ => None,
            },
            Section::ServerOwned | Section::OtherFields => None,
        }
    }

    /// A value that the rules of an entry accept.
    fn literal(&self, entry: &'m Entry, value: &RustType, sample: Option<&Json>) -> Literal {
        if let (Some(listed), RustType::Item(item)) = (values(entry), value) {
            return variant(listed, item, sample);
        }
        match (self.scope.resolve(&entry.shape.value), value) {
            (Shape::Boolean, _) => Literal::Bool(sample.and_then(Json::as_bool).unwrap_or(true)),
            (Shape::Integer(_) | Shape::EpochSeconds, value) => {
                let number = sample.and_then(Json::as_i64).unwrap_or(1);
                match value {
                    RustType::Item(item) => Literal::Newtype(item.clone(), number),
                    _ => Literal::Integer(number),
                }
            }
            (Shape::Number, _) => Literal::Number(sample.and_then(Json::as_f64).unwrap_or(1.0)),
            (Shape::Text | Shape::Email | Shape::DateTime | Shape::LocalDateTime, _) => {
                Literal::Text(self.text(entry, sample.and_then(Json::as_str)))
            }
            (Shape::List(item), value) => {
                let of_item = self.item_type(item, value);
                let first = match (sample, entry.encode.as_ref().map(|fact| fact.value)) {
                    (Some(Json::Array(items)), _) => items.first(),
                    (sample, Some(Encode::Comma)) => sample,
                    _ => None,
                };
                Literal::List(vec![self.literal(item, &of_item, first)])
            }
            (Shape::Object(fields), RustType::Item(item)) => self.record(fields, item, sample),
            (Shape::Union(union), RustType::Item(item)) => self.first_variant(union, item),
            (Shape::Object(_) | Shape::FreeForm | Shape::Union(_), _) => Literal::JsonObject,
            (Shape::Any | Shape::Named(_), _) => Literal::Json,
        }
    }

    /// The first variant of a union.
    fn first_variant(&self, union: &'m model::Union, item: &ItemRef) -> Literal {
        let Some(first) = union.variants.first() else { return Literal::JsonObject };
        let given = first.entry.rust_name.as_ref().map_or(&first.tag.text, |name| &name.text);
        let name = Words::of(given).pascal();
        let value = match &first.entry.shape.value {
            Shape::Named(id) => self.named(*id).map_or(RustType::JsonObject, RustType::Item),
            Shape::Object(_) => RustType::Item(ItemRef { home: item.home, name: item.name.followed_by(&name) }),
            _ => RustType::JsonObject,
        };
        Literal::UnionVariant(item.clone(), name, Box::new(self.literal(&first.entry, &value, None)))
    }

    /// A struct, by its `new`.
    fn record(&self, fields: &'m [Entry], item: &ItemRef, sample: Option<&Json>) -> Literal {
        let required =
            fields.iter().filter(|field| field.required.as_ref().is_some_and(|fact| fact.value && !fact.warns()));
        let values = required.map(|field| {
            let null = field.none_value.is_some() || field.nullable.as_ref().is_some_and(|fact| fact.value);
            if null {
                return Literal::None;
            }
            let value = match &field.shape.value {
                Shape::Named(id) => self.named(*id).map_or(RustType::Json, RustType::Item),
                _ => RustType::Json,
            };
            self.literal(field, &value, sample.and_then(|sample| sample.get(&field.name)))
        });
        let values: Vec<_> = values.collect();
        if values.is_empty() { Literal::Default(item.clone()) } else { Literal::Record(item.clone(), values) }
    }

    /// A text: the sample's if it fits, else one that does.
    fn text(&self, entry: &'m Entry, sample: Option<&str>) -> String {
        let subject = item_or_self(self.scope, entry);
        let table = subject.pattern.as_ref().and_then(|fact| pattern::compile(&fact.value.0).ok());
        let (least, most) = (subject.min_length.as_ref().map_or(1, |fact| fact.value), subject.max_length.as_ref());
        let fits = |text: &str| {
            let length = text.chars().count() as u64;
            length >= least
                && most.is_none_or(|most| length <= most.value)
                && table.as_ref().is_none_or(|table| table.is_match(text))
        };
        let usual = match self.scope.resolve(&subject.shape.value) {
            Shape::Email => "jan@example.com",
            Shape::DateTime => "2026-01-31T12:00:00Z",
            Shape::LocalDateTime => "2026-01-31 12:00:00",
            _ => "text",
        };
        let formatted = usual != "text";
        let listed = sample.filter(|_| !formatted).into_iter().chain([usual, "Hello", "Hello, world"]);
        if let Some(text) = listed.clone().find(|text| !text.is_empty() && fits(text)) {
            return text.to_owned();
        }
        let shortest = table.as_ref().and_then(shortest);
        let long = "x".repeat(usize::try_from(least.min(80)).unwrap_or(1));
        shortest.filter(|text| fits(text)).unwrap_or(long)
    }

    /// A field of the answer that an example prints: its first one.
    fn printed(&self, output: &Outcome) -> Option<Name> {
        let OutcomeType::Type(RustType::Item(_)) = &output.value else { return None };
        let success = self.scope.endpoint?.responses.iter().find(|response| response.key.is_success())?;
        match self.scope.resolve(&content(success)?.shape.value) {
            Shape::Object(fields) => {
                let first = fields.first()?;
                let given = first.rust_name.as_ref().map(|name| name.text.as_str());
                Some(Words::of(given.unwrap_or(&first.name)).snake())
            }
            _ => None,
        }
    }
}

/// The first sample of a request.
struct Sample<'m> {
    request: Option<&'m model::Sample>,
    body: Option<Json>,
}

impl<'m> Sample<'m> {
    fn of(endpoint: &'m model::Endpoint) -> Self {
        let request = endpoint.examples.iter().find_map(|example| example.request.as_ref());
        let body = request.and_then(|request| request.body.as_ref());
        Self { request, body: body.and_then(|body| serde_json::from_str(&body.text).ok()) }
    }

    fn get(&self, field: &Field) -> Option<&Json> {
        let given = |list: &'m [model::Given]| list.iter().find(|given| given.name.text == field.wire);
        match field.section {
            Section::Path => given(&self.request?.path_parameters).map(|given| &given.value),
            Section::Headers => given(&self.request?.headers).map(|given| &given.value),
            Section::Body => self.body.as_ref()?.get(&field.wire),
            Section::WholeBody => self.body.as_ref(),
            Section::ServerOwned | Section::OtherFields => None,
        }
    }
}

/// The value of the sample if it is listed, else the first.
fn variant(listed: &[model::EnumValue], item: &ItemRef, sample: Option<&Json>) -> Literal {
    let is_sample = |value: &&model::EnumValue| match (&value.value, sample) {
        (EnumScalar::Text(text), Some(Json::String(sample))) => text == sample,
        (EnumScalar::Integer(number), Some(sample)) => sample.as_i64() == Some(*number),
        _ => false,
    };
    let Some(value) = listed.iter().find(is_sample).or(listed.first()) else { return Literal::Json };
    let wire = match &value.value {
        EnumScalar::Text(text) => text.clone(),
        EnumScalar::Integer(number) => number.to_string(),
    };
    let given = value.rust_name.as_ref().map(|name| &name.text).or(value.name.as_ref());
    Literal::Variant(item.clone(), Words::of(given.unwrap_or(&wire)).pascal())
}

/// The shortest text that a pattern matches, of letters and digits where it has the choice.
fn shortest(table: &PatternTable) -> Option<String> {
    let state = |byte: u8| usize::from(byte.wrapping_sub(b'0'));
    let mut reached: Vec<Option<Vec<u8>>> = vec![None; table.ends.len()];
    *reached.first_mut()? = Some(Vec::new());
    let mut queue = std::collections::VecDeque::from([0]);
    while let Some(at) = queue.pop_front() {
        let text = reached.get(at).cloned().flatten()?;
        if table.ends.get(at) == Some(&b'!') {
            return String::from_utf8(text).ok();
        }
        for row in &table.rows {
            let next = row.next.get(at).copied().filter(|next| *next != b'.').map(state);
            if let Some(slot) = next.and_then(|next| reached.get_mut(next))
                && slot.is_none()
            {
                let mut longer = text.clone();
                longer.push(nicest(&row.ranges)?);
                *slot = Some(longer);
                queue.extend(next);
            }
        }
    }
    None
}

/// A letter or a digit of a class, else its first byte.
fn nicest(ranges: &[u8]) -> Option<u8> {
    let has =
        |byte: &u8| ranges.chunks_exact(2).any(|pair| matches!(pair, [first, last] if (first..=last).contains(&byte)));
    b"aA1".iter().copied().find(has).or_else(|| ranges.first().copied())
}
