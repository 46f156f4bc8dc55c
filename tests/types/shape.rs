//! What may stand at a place, read from the model for messages and from the plan for each type by itself.

use docwright::model::{self, Entry, EnumScalar, Limit, Listed, Scope};
use docwright::plan::{self, Held, Home, Item, Presence, RustType, ScalarKind, Section};
use serde_json::Value as Json;

/// A kind of JSON, with values near its rules.
#[derive(Clone, Debug)]
pub enum Shape {
    Any,
    Boolean,
    /// A whole number.
    Integer(Vec<Json>),
    /// A number of 64 bits.
    Number(Vec<Json>),
    /// A number of 32 bits.
    Float(Vec<Json>),
    Text(Vec<String>),
    /// A text that nobody is to see.
    Secret,
    /// One of these alone.
    Closed(Vec<Json>),
    List(Box<Shape>),
    /// An object whose keys are free; some keys near their rules.
    Map(Vec<String>, Box<Shape>),
    FreeForm,
    Object(Object),
    Union {
        tag: String,
        variants: Vec<(Json, Shape)>,
    },
    /// Null may stand in its place.
    Nullable(Box<Shape>),
}

/// An object with listed fields.
#[derive(Clone, Debug)]
pub struct Object {
    pub fields: Vec<Field>,
    /// What fields hold that are not listed; nothing where there are none.
    pub others: Option<Box<Shape>>,
}

/// A listed field.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub shape: Shape,
    pub is_required: bool,
    /// What stands for none: null or another value.
    pub none: Option<Json>,
}

/// What the model says of an entry.
pub fn of_entry(scope: Scope<'_>, entry: &Entry) -> Shape {
    use docwright::model::Shape as Known;
    if entry.is_secret() {
        return Shape::Secret;
    }
    if let Some(listed) = listed(entry) {
        return match listed.first() {
            Some(Json::String(_)) => Shape::Text(listed.iter().filter_map(Json::as_str).map(str::to_owned).collect()),
            _ => Shape::Integer(listed),
        };
    }
    match scope.resolve(&entry.shape.value) {
        Known::Any | Known::Named(_) => Shape::Any,
        Known::Boolean => Shape::Boolean,
        Known::Integer(_) | Known::EpochSeconds => Shape::Integer(numbers(entry)),
        Known::Number(_) => Shape::Number(numbers(entry)),
        Known::Float => Shape::Float(numbers(entry)),
        Known::List(item) => Shape::List(Box::new(element(scope, item))),
        Known::FreeForm => Shape::FreeForm,
        Known::Object(object) => Shape::Object(of_object(scope, object, is(entry.open.as_ref()), None)),
        Known::Map(map) => of_map(scope, map),
        Known::Union(union) => Shape::Union {
            tag: union.tag.text.clone(),
            variants: union.variants.iter().map(|variant| (variant.value(), of_entry(scope, &variant.entry))).collect(),
        },
        text => Shape::Text(texts(entry, text)),
    }
}

fn of_map(scope: Scope<'_>, map: &model::Map) -> Shape {
    let keys = map.keys.as_ref().map(|keys| texts(keys, scope.resolve(&keys.shape.value))).unwrap_or_default();
    Shape::Map(keys, Box::new(element(scope, &map.values)))
}

fn of_object(scope: Scope<'_>, object: &model::Object, is_open: bool, tag: Option<&str>) -> Object {
    let field = |entry: &Entry| Field {
        name: entry.name.clone(),
        shape: of_entry(scope, entry),
        is_required: is(entry.required.as_ref()),
        none: match &entry.none_value {
            Some(none) => Some(none.value.clone()),
            None => is(entry.nullable.as_ref()).then_some(Json::Null),
        },
    };
    let others = match &object.others {
        Some(map) => Some(Box::new(element(scope, &map.values))),
        None => is_open.then(|| Box::new(Shape::Any)),
    };
    Object { fields: object.iter().filter(|entry| tag != Some(&entry.name)).map(field).collect(), others }
}

/// An item of a list or a value of a map.
fn element(scope: Scope<'_>, entry: &Entry) -> Shape {
    let shape = of_entry(scope, entry);
    if is(entry.nullable.as_ref()) { Shape::Nullable(Box::new(shape)) } else { shape }
}

pub fn is(fact: Option<&model::Fact<bool>>) -> bool {
    fact.is_some_and(|fact| fact.value)
}

fn listed(entry: &Entry) -> Option<Vec<Json>> {
    let Listed::Values(values) = &entry.listed.as_ref()?.value else { return None };
    let json = |value: &model::EnumValue| match &value.value {
        EnumScalar::Text(text) => Json::from(text.as_str()),
        EnumScalar::Integer(number) => Json::from(*number),
    };
    Some(values.iter().map(json).collect())
}

/// Numbers at the rules of an entry, and on both sides of them.
fn numbers(entry: &Entry) -> Vec<Json> {
    let mut near: Vec<Json> = entry.constraints.constant.iter().map(|fact| fact.value.clone()).collect();
    for (_, limit) in entry.constraints.limits() {
        let Limit::Number(number) = &limit.value else { continue };
        near.push(number.clone().into());
        if let Some(integer) = number.as_i64() {
            near.extend([integer.saturating_sub(1), integer.saturating_add(1)].map(Json::from));
        } else if let Some(float) = number.as_f64() {
            near.extend([float / 2.0, float * 3.0, -float].map(Json::from));
        }
    }
    near.extend(entry.none_value.iter().map(|fact| fact.value.clone()).filter(Json::is_number));
    near
}

/// Texts at the rules of an entry, and on both sides of them.
fn texts(entry: &Entry, shape: &model::Shape) -> Vec<String> {
    use docwright::model::Shape as Known;
    let rules = &entry.constraints;
    let mut near: Vec<String> =
        rules.constant.iter().filter_map(|fact| fact.value.as_str()).map(str::to_owned).collect();
    for bound in [&rules.min_length, &rules.max_length].into_iter().flatten() {
        let bound = usize::try_from(bound.value.min(300)).unwrap_or_default();
        near.extend(
            [bound.saturating_sub(1), bound, bound + 1]
                .iter()
                .flat_map(|length| ["a", "é", "7", "𝄞"].map(|character| character.repeat(*length))),
        );
    }
    for (_, limit) in rules.limits() {
        near.extend(if let Limit::Date(text) = &limit.value { Some(text.clone()) } else { None });
    }
    let of_format: &[&str] = match shape {
        Known::Date => &["2024-02-29", "2023-02-29", "0000-01-01", "9999-12-31", "2019-12-31"],
        Known::DateTime => &["2024-05-01T10:00:00Z", "2024-05-01t10:00:60.123456789012+23:59", "2024-05-01T24:00:00Z"],
        Known::LocalDateTime => &["2024-02-29 10:00:00", "2023-02-29 10:00:00", "2024-99-01 10:00:00"],
        Known::Email => &["a@example.nl", "a@-", "é@example.nl"],
        Known::Uuid => &["0B5C7d1e-7f31-4c2f-9d3e-5a6b7c8d9e0f", "0b5c7d1e7f314c2f9d3e5a6b7c8d9e0f"],
        Known::Uri => &["https://example.nl/%20?a#b", "//example.nl", "a:"],
        _ => &[
            "AB1234",
            "ab1234",
            "007",
            "0007",
            "65f0c0ffee65f0c0ffee65f0",
            "2024-05-01 10:00:00",
            "calllog",
            "en",
            "US",
        ],
    };
    near.extend(of_format.iter().map(|text| (*text).to_owned()));
    near
}

/// The items of a plan that a type can name.
#[derive(Clone, Copy)]
pub struct Items<'p> {
    pub api: &'p plan::Api,
    pub endpoint: Option<&'p plan::Endpoint>,
}

impl<'p> Items<'p> {
    fn find(self, item: &plan::ItemRef) -> &'p Item {
        let items: &[Item] = match (item.home, self.endpoint) {
            (Home::Endpoint, Some(endpoint)) => &endpoint.items,
            _ => &self.api.items,
        };
        items.iter().find(|other| other.name() == &item.name).unwrap_or_else(|| panic!("no item {}", item.name))
    }
}

/// What the plan says of an item; nothing of one that is no value.
pub fn of_item(items: Items<'_>, item: &Item) -> Option<Shape> {
    Some(match item {
        Item::Pattern(_) => return None,
        Item::Alias(alias) => of_type(items, &alias.value),
        Item::Scalar(scalar) => match scalar.holds {
            Held::Text => Shape::Text(Vec::new()),
            Held::Integer | Held::Unsigned => Shape::Integer(Vec::new()),
        },
        Item::Enumeration(item) => {
            let json = |variant: &plan::Variant| match &variant.wire {
                EnumScalar::Text(text) => Json::from(text.as_str()),
                EnumScalar::Integer(number) => Json::from(*number),
            };
            let values: Vec<Json> = item.variants.iter().map(json).collect();
            match item.kind {
                _ if item.exhaustive => Shape::Closed(values),
                ScalarKind::Text => Shape::Text(values.iter().filter_map(Json::as_str).map(str::to_owned).collect()),
                ScalarKind::Integer => Shape::Integer(values),
            }
        }
        Item::Union(union) => Shape::Union {
            tag: union.tag.clone(),
            variants: union
                .variants
                .iter()
                .map(|variant| (variant.json.clone(), of_type(items, &variant.value)))
                .collect(),
        },
        Item::Record(record) => Shape::Object(of_record(items, record)),
    })
}

fn of_record(items: Items<'_>, record: &plan::Record) -> Object {
    let mut object = Object { fields: Vec::new(), others: None };
    for field in &record.fields {
        match field.section {
            Section::Body => object.fields.push(Field {
                name: field.wire.clone(),
                shape: of_type(items, &field.value),
                is_required: matches!(
                    field.presence,
                    Presence::Required | Presence::RequiredNull | Presence::Promised | Presence::PromisedNull
                ),
                none: field.none.clone().or_else(|| {
                    let nullable = [Presence::RequiredNull, Presence::OptionalNull, Presence::PromisedNull];
                    nullable.contains(&field.presence).then_some(Json::Null)
                }),
            }),
            Section::OtherFields => {
                object.others = Some(Box::new(match &field.value {
                    RustType::Map(value) => of_type(items, value),
                    _ => Shape::Any,
                }));
            }
            other => panic!("{other:?} in an object"),
        }
    }
    object
}

fn of_type(items: Items<'_>, of: &RustType) -> Shape {
    match of {
        RustType::Json => Shape::Any,
        RustType::Bool => Shape::Boolean,
        RustType::Integer | RustType::Unsigned | RustType::EpochSeconds => Shape::Integer(Vec::new()),
        RustType::Number => Shape::Number(Vec::new()),
        RustType::Float => Shape::Float(Vec::new()),
        RustType::Text
        | RustType::DateTime
        | RustType::Date
        | RustType::LocalDateTime
        | RustType::Email
        | RustType::Uuid
        | RustType::Uri => Shape::Text(Vec::new()),
        RustType::Secret => Shape::Secret,
        RustType::JsonObject => Shape::FreeForm,
        RustType::List(item) => Shape::List(Box::new(of_type(items, item))),
        RustType::Map(value) => Shape::Map(Vec::new(), Box::new(of_type(items, value))),
        RustType::Nullable(value) => Shape::Nullable(Box::new(of_type(items, value))),
        RustType::Item(item) => of_item(items, items.find(item)).unwrap_or(Shape::Any),
    }
}
