//! Examples: a call of each endpoint, with values that its rules accept.

use serde_json::Value as Json;

use super::answers::Answer;
use super::module::Module;
use super::record::Fields;
use super::types::{is_required, item_or_self, values};
use super::uses::content;
use super::{
    Argument, Constructor, Conversion, Example, Field, Home, Item, ItemRef, Literal, Name, Outcome, OutcomeType,
    Presence, Record, RustType, Section, SetterKind, Words,
};
use crate::check::interval::{Admitted, Decimal, Interval};
use crate::check::pattern::PatternTable;
use crate::model::{self, Encode, Entry, EnumScalar, Limit, Shape};
use crate::runtime::{Bound, as_integer};

impl<'m> Module<'m, '_> {
    /// How the endpoint is called.
    pub fn example(
        &self,
        endpoint: &'m model::Endpoint,
        request: &Fields,
        answers: &[Answer<'m>],
        (output, failure): (&Outcome, &Outcome),
        among: Items<'_>,
    ) -> Example {
        let sample = Sample::of(endpoint);
        let entry = |field: &Field| self.entry(endpoint, field);
        let literal = |field: &Field| match field.presence {
            Presence::RequiredNull => Some(Literal::None),
            _ => Some(self.literal(entry(field)?, &field.value, sample.get(field), among)),
        };
        let by_name = |name: &Name| request.list.iter().find(|field| field.name == *name);
        let required = request.required.iter();
        let arguments: Vec<_> = required.filter_map(|argument| literal(by_name(&argument.field)?)).collect();
        let in_body = request.required.iter().filter_map(|argument| by_name(&argument.field));
        let says_something = in_body
            .filter(|field| matches!(field.section, Section::Query | Section::Body | Section::WholeBody))
            .count()
            > 0;
        let mut setters = Vec::new();
        if !says_something {
            let settable = request.setters.iter().filter(|setter| {
                setter.deprecated.is_none() && matches!(setter.kind, SetterKind::Value(Conversion::Into))
            });
            let given = settable.filter_map(|setter| Some((setter, by_name(&setter.field)?)));
            let told = given.filter(|(_, field)| {
                matches!(field.section, Section::Query | Section::Body) && sample.get(field).is_some()
            });
            let told = told.filter(|(_, field)| {
                !matches!(field.value, RustType::Item(_)) || entry(field).is_some_and(|entry| values(entry).is_some())
            });
            let found = told.filter_map(|(setter, field)| Some((setter.name.clone(), literal(field)?)));
            let found: Vec<_> = found.collect();
            let says = |wanted: fn(&Literal) -> bool| found.iter().find(|(_, value)| wanted(value)).cloned();
            let text = says(|value| matches!(value, Literal::Text(_)));
            setters.extend(text.or_else(|| says(|value| matches!(value, Literal::Variant(..)))));
        }
        Example {
            arguments,
            setters,
            prints: self.printed(output),
            success: self.success(endpoint, answers, output, among),
            refusal: self.refusal(endpoint, answers, failure, among),
        }
    }

    /// The entry of a field of the request.
    fn entry(&self, endpoint: &'m model::Endpoint, field: &Field) -> Option<&'m Entry> {
        let named = |entries: &'m [Entry]| entries.iter().find(|entry| entry.name == field.wire);
        match field.section {
            Section::Path => named(&endpoint.path_parameters),
            Section::Query => named(&endpoint.query_parameters),
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
    pub fn literal(&self, entry: &'m Entry, value: &RustType, sample: Option<&Json>, among: Items<'_>) -> Literal {
        let sample = entry.constraints.constant.as_ref().map(|fact| &fact.value).or(sample);
        if let (Some(listed), RustType::Item(item)) = (values(entry), value) {
            return variant(listed, item, sample);
        }
        let number = || self.number(item_or_self(self.scope, entry), sample);
        let integer = || number().integer().unwrap_or(1);
        match (self.scope.resolve(&entry.shape.value), among.behind(value)) {
            (Shape::Boolean, _) => Literal::Bool(sample.and_then(Json::as_bool).unwrap_or(true)),
            (Shape::EpochSeconds, _) => Literal::EpochSeconds(i64::try_from(integer()).unwrap_or(1)),
            (Shape::Integer(_), RustType::Item(item)) => Literal::Newtype(item.clone(), integer()),
            (Shape::Integer(_), _) => Literal::Integer(integer()),
            (Shape::Number(_) | Shape::Float, _) => Literal::Number(number().float()),
            (shape, _) if shape.is_text() => Literal::Text(self.text(entry, sample.and_then(Json::as_str))),
            (Shape::List(item), value) => {
                let of_item = self.item_type(item, value, "Item");
                let given = |index: usize| match (sample, entry.encode.as_ref().map(|fact| fact.value)) {
                    (Some(Json::Array(items)), _) => items.get(index),
                    (sample, Some(Encode::Comma)) => sample,
                    _ => None,
                };
                let one = |index| {
                    let first = self.held(item, &of_item, given(index).or(given(0)), among);
                    if given(index).is_some() { first } else { self.varied(item, first, index) }
                };
                Literal::List(
                    (0..count(entry.constraints.min_items.as_ref(), entry.constraints.max_items.as_ref()))
                        .map(one)
                        .collect(),
                )
            }
            (Shape::Map(map), value) => {
                let of_value = self.item_type(&map.values, value, "Value");
                let given: Vec<_> = sample.and_then(Json::as_object).into_iter().flatten().collect();
                let one = |index: usize| {
                    if let Some((key, value)) = given.get(index) {
                        return ((*key).clone(), self.held(&map.values, &of_value, Some(value), among));
                    }
                    let value = self.held(&map.values, &of_value, None, among);
                    (self.key(map, index), self.varied(&map.values, value, index))
                };
                let of = &entry.constraints;
                Literal::Map((0..count(of.min_properties.as_ref(), of.max_properties.as_ref())).map(one).collect())
            }
            (Shape::Object(fields), RustType::Item(item)) => {
                let least = entry.constraints.min_properties.as_ref().map_or(0, |fact| fact.value);
                self.record(fields, item, (sample, least), among)
            }
            (Shape::FreeForm, _) if entry.constraints.min_properties.is_some() => {
                let keys = count(entry.constraints.min_properties.as_ref(), entry.constraints.max_properties.as_ref());
                Literal::JsonObjectOf((1..=keys).map(|index| format!("key{index}")).collect())
            }
            (Shape::Union(union), RustType::Item(item)) => self.first_variant(union, item, among),
            (Shape::Object(_) | Shape::FreeForm | Shape::Union(_), _) => Literal::JsonObject,
            _ => Literal::Json,
        }
    }

    /// What a list or a map holds.
    pub fn held(&self, entry: &'m Entry, value: &RustType, sample: Option<&Json>, among: Items<'_>) -> Literal {
        match value {
            RustType::Nullable(value) => Literal::Some(Box::new(self.literal(entry, value, sample, among))),
            value => self.literal(entry, value, sample, among),
        }
    }

    /// Another value of the same kind, where several stand together.
    fn varied(&self, entry: &'m Entry, value: Literal, index: usize) -> Literal {
        let other = |near: Option<Decimal>| self.other_number(entry, near?, index);
        let whole = |value: i128| other(Some(Decimal::whole(value))).and_then(Decimal::integer).unwrap_or(value);
        match value {
            Literal::Some(value) => Literal::Some(Box::new(self.varied(entry, *value, index))),
            Literal::Variant(item, first) => {
                let listed = values(entry).and_then(|values| values.get(index % values.len().max(1)));
                listed.map_or(Literal::Variant(item.clone(), first), |value| named_variant(value, &item))
            }
            Literal::Text(text) => Literal::Text(self.other_text(entry, text, index)),
            Literal::Bool(value) => Literal::Bool(value ^ (index % 2 == 1)),
            Literal::Integer(value) => Literal::Integer(whole(value)),
            Literal::Newtype(item, value) => Literal::Newtype(item, whole(value)),
            Literal::EpochSeconds(value) => Literal::EpochSeconds(i64::try_from(whole(value.into())).unwrap_or(value)),
            Literal::Number(value) => {
                let near = serde_json::Number::from_f64(value).and_then(|number| Decimal::of(&number));
                Literal::Number(other(near).map_or(value, Decimal::float))
            }
            other => other,
        }
    }

    /// A number that the same rules accept, another one for each index; none where none is found.
    fn other_number(&self, entry: &'m Entry, near: Decimal, index: usize) -> Option<Decimal> {
        if entry.constraints.constant.is_some() {
            return None;
        }
        Interval::of(self.scope.resolve(&entry.shape.value), &entry.constraints)?.other(near, index)
    }

    /// A key of a map.
    fn key(&self, map: &'m model::Map, index: usize) -> String {
        let Some(keys) = map.keys.as_deref() else { return format!("key{}", index + 1) };
        match values(keys).and_then(|listed| listed.get(index)).map(|listed| &listed.value) {
            Some(EnumScalar::Text(text)) => text.clone(),
            _ => self.other_text(keys, self.text(keys, None), index),
        }
    }

    /// A text that the same rules accept, another one for each index; the text itself where none is found.
    fn other_text(&self, entry: &'m Entry, text: String, index: usize) -> String {
        let letters = || ('a'..='z').chain('0'..='9');
        let before = |count: usize| text.char_indices().rev().nth(count - 1).and_then(|(at, _)| text.get(..at));
        let pairs = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
        let ends = letters().map(String::from).chain(pairs);
        let others = ends.filter_map(|end| Some(format!("{}{end}", before(end.len())?))).filter(|other| *other != text);
        let shape = self.scope.resolve(&entry.shape.value);
        if *shape != Shape::Text || index == 0 {
            return text;
        }
        others.filter(|other| self.text(entry, Some(other)) == *other).nth(index - 1).unwrap_or(text)
    }

    /// The first variant of a union.
    fn first_variant(&self, union: &'m model::Union, item: &ItemRef, among: Items<'_>) -> Literal {
        let planned = among.find(item).and_then(|found| match found {
            Item::Union(found) => found.variants.first(),
            _ => None,
        });
        let (Some(first), Some(planned)) = (union.variants.first(), planned) else { return Literal::JsonObject };
        let tagged = planned.lists_tag.then(|| serde_json::json!({ &union.tag.text: planned.json }));
        let value = self.literal(&first.entry, &planned.value, tagged.as_ref(), among);
        Literal::UnionVariant(item.clone(), planned.name.clone(), Box::new(value))
    }

    /// A struct, by its `new`.
    fn record(
        &self,
        fields: &'m [Entry],
        item: &ItemRef,
        (sample, least): (Option<&Json>, u64),
        among: Items<'_>,
    ) -> Literal {
        let Some(Item::Record(record)) = among.find(item) else { return Literal::JsonObject };
        let value = |argument: &Argument| {
            let field = record.fields.iter().find(|field| field.name == argument.field)?;
            if matches!(field.presence, Presence::RequiredNull | Presence::PromisedNull) {
                return Some(Literal::None);
            }
            let entry = fields.iter().find(|entry| entry.name == field.wire)?;
            Some(self.literal(entry, &field.value, sample.and_then(|sample| sample.get(&field.wire)), among))
        };
        let made = match &record.constructor {
            Constructor::Default => Literal::Default(item.clone()),
            Constructor::New(arguments) => {
                let values = arguments.iter().filter_map(|argument| Some((argument.conversion, value(argument)?)));
                Literal::Record(item.clone(), values.collect())
            }
            Constructor::Required(name, arguments) => {
                let values = arguments.iter().filter_map(|argument| Some((argument.field.clone(), value(argument)?)));
                let of = ItemRef { home: item.home, name: name.clone() };
                Literal::Required(item.clone(), of, values.collect())
            }
        };
        // a field that an answer may lack is no argument, though a request must have it
        let left_out = fields.iter().filter(|entry| {
            let field = record.fields.iter().find(|field| field.wire == entry.name);
            is_required(entry) && field.is_some_and(|field| field.presence == Presence::OptionalNull)
        });
        let set = left_out
            .filter_map(|entry| self.set(entry, record, sample.and_then(|sample| sample.get(&entry.name)), among));
        let mut set: Vec<_> = set.collect();
        let arguments = match &record.constructor {
            Constructor::Default => &[][..],
            Constructor::New(arguments) | Constructor::Required(_, arguments) => arguments,
        };
        let more = fields
            .iter()
            .filter_map(|entry| self.set(entry, record, sample.and_then(|sample| sample.get(&entry.name)), among));
        for setting in more {
            if (arguments.len() + set.len()) as u64 >= least {
                break;
            }
            if !set.iter().any(|(name, ..)| *name == setting.0) {
                set.push(setting);
            }
        }
        if set.is_empty() { made } else { Literal::With(Box::new(made), set) }
    }

    /// The setter of a field, with a value.
    pub fn set(
        &self,
        entry: &'m Entry,
        record: &Record,
        sample: Option<&Json>,
        among: Items<'_>,
    ) -> Option<(Name, Conversion, Literal)> {
        let field = record.fields.iter().find(|field| field.wire == entry.name)?;
        let (setter, conversion) = record.setters.iter().find_map(|setter| match setter.kind {
            SetterKind::Value(conversion) if setter.field == field.name => Some((setter, conversion)),
            SetterKind::Value(_) | SetterKind::Constant | SetterKind::Null => None,
        })?;
        Some((setter.name.clone(), conversion, self.literal(entry, &field.value, sample, among)))
    }

    /// A number: the sample's if it fits, else one that does.
    fn number(&self, subject: &Entry, sample: Option<&Json>) -> Decimal {
        let sample = match sample {
            Some(Json::Number(number)) => Decimal::of(number),
            _ => None,
        };
        let wanted = sample.unwrap_or(Decimal::ONE);
        let interval = Interval::of(self.scope.resolve(&subject.shape.value), &subject.constraints);
        match interval.map(|interval| interval.find(wanted)) {
            Some(Admitted::One(number)) => number,
            Some(Admitted::Nothing | Admitted::Unknown) | None => wanted,
        }
    }

    /// A text: the sample's if it fits, else one that does.
    fn text(&self, entry: &'m Entry, sample: Option<&str>) -> String {
        let subject = item_or_self(self.scope, entry);
        if let Some(Json::String(text)) = subject.constraints.constant.as_ref().map(|fact| &fact.value) {
            return text.clone();
        }
        let compiled = subject.constraints.pattern.as_ref().map(|fact| self.compiled.compile(&fact.value.0));
        let table = compiled.as_ref().and_then(|compiled| compiled.as_ref().as_ref().ok());
        let (least, most) = (
            subject.constraints.min_length.as_ref().map_or(1, |fact| fact.value),
            subject.constraints.max_length.as_ref(),
        );
        let unit = subject.constraints.unit();
        let shape = self.scope.resolve(&subject.shape.value);
        let fits = |text: &str| {
            let length = unit.count(text) as u64;
            length >= least
                && most.is_none_or(|most| length <= most.value)
                && table.is_none_or(|table| table.is_match(text))
                && (!shape.is_date()
                    || subject.constraints.limits().all(|(rule, limit)| limit.value.admits(rule, Bound::Date(text))))
        };
        let usual = match shape {
            Shape::Email => "jan@example.com",
            Shape::Uuid => "6f1c2a3e-8d4b-4f5a-9b7c-0e1d2c3b4a59",
            Shape::Uri => "https://example.com/page",
            Shape::Date => "2026-01-31",
            Shape::DateTime => "2026-01-31T12:00:00Z",
            Shape::LocalDateTime => "2026-01-31 12:00:00",
            _ => "text",
        };
        if shape.is_date() {
            let near = subject.constraints.limits().flat_map(|(_, limit)| near(&limit.value));
            return std::iter::once(usual.to_owned()).chain(near).find(|text| fits(text)).unwrap_or(usual.to_owned());
        }
        let formatted = usual != "text";
        let listed = sample.filter(|_| !formatted).into_iter().chain([usual, "Hello", "Hello, world"]);
        if let Some(text) = listed.clone().find(|text| !text.is_empty() && fits(text)) {
            return text.to_owned();
        }
        let shortest = table.and_then(shortest);
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

/// A date that is a bound, and those of its day one year before and after.
fn near(limit: &Limit) -> Vec<String> {
    let Limit::Date(text) = limit else { return Vec::new() };
    let (year, rest) = text.split_at_checked(4).unwrap_or_default();
    let rest = rest.replacen("-02-29", "-02-28", 1);
    let year = year.parse::<u16>().unwrap_or(2026);
    vec![
        text.clone(),
        format!("{:04}{rest}", year.saturating_add(1).min(9999)),
        format!("{:04}{rest}", year.saturating_sub(1)),
    ]
}

/// The items that an example may name.
#[derive(Clone, Copy)]
pub(super) struct Items<'i> {
    /// Those of the API's module.
    pub shared: &'i [Item],
    /// Those of the endpoint's.
    pub own: &'i [Item],
}

impl<'i> Items<'i> {
    /// The item; none where two have its name, which the plan complains of: by name they could stand for each other
    /// without an end.
    pub fn find(self, item: &ItemRef) -> Option<&'i Item> {
        let list = match item.home {
            Home::Api => self.shared,
            Home::Endpoint => self.own,
        };
        let mut named = list.iter().filter(|found| match found {
            Item::Record(found) => found.name == item.name,
            Item::Union(found) => found.name == item.name,
            Item::Alias(found) => found.name == item.name,
            Item::Enumeration(_) | Item::Scalar(_) | Item::Pattern(_) => false,
        });
        let found = named.next()?;
        named.next().is_none().then_some(found)
    }

    /// The type that an alias stands for.
    fn behind<'t>(self, value: &'t RustType) -> &'t RustType
    where
        'i: 't,
    {
        let mut value = value;
        while let RustType::Item(item) = value
            && let Some(Item::Alias(alias)) = self.find(item)
        {
            value = &alias.value;
        }
        value
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
            Section::Query => given(&self.request?.query_parameters).map(|given| &given.value),
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
    let value = listed.iter().find(is_sample).or(listed.first());
    value.map_or(Literal::Json, |value| named_variant(value, item))
}

/// The variant of a value, if it is listed.
pub(super) fn listed_variant(listed: &[model::EnumValue], item: &ItemRef, value: &Json) -> Option<Literal> {
    let is_it = |listed: &&model::EnumValue| match &listed.value {
        EnumScalar::Text(text) => value.as_str() == Some(text),
        EnumScalar::Integer(number) => as_integer(value) == Ok(*number),
    };
    listed.iter().find(is_it).map(|value| named_variant(value, item))
}

fn named_variant(value: &model::EnumValue, item: &ItemRef) -> Literal {
    let wire = match &value.value {
        EnumScalar::Text(text) => text.clone(),
        EnumScalar::Integer(number) => number.to_string(),
    };
    let given = value.rust_name.as_ref().map(|name| &name.text).or(value.name.as_ref());
    Literal::Variant(item.clone(), Words::of(given.unwrap_or(&wire)).pascal())
}

/// How many items or keys an example has: one, unless the rules ask for more or for none.
fn count(min: Option<&model::Fact<u64>>, max: Option<&model::Fact<u64>>) -> usize {
    const MOST: u64 = 16;
    let least = min.map_or(1, |fact| fact.value).max(1);
    let count = least.min(max.map_or(MOST, |fact| fact.value)).min(MOST);
    usize::try_from(count).unwrap_or(1)
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
