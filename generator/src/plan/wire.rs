//! The values of an example as they stand on the wire: what its call sends, and what a server answers.

use serde_json::{Map, Number, Value as Json};

use super::{
    Api, Constructor, Endpoint, Field, Home, Item, ItemRef, Literal, Name, Record, ReplyBody, Section, Setter,
};
use crate::model::EnumScalar;

/// A value of the call of an example.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    /// Where it stands in the request.
    pub section: Section,
    /// Its name on the wire; empty of a whole body.
    pub name: String,
    /// The value; a list is one, however it is written.
    pub value: Json,
}

/// What the call of an endpoint's example sends, in the order in which it is said.
#[must_use]
pub fn sent(api: &Api, endpoint: &Endpoint) -> Vec<Sent> {
    let items = Items { shared: &api.items, own: &endpoint.items };
    let request = &endpoint.request;
    let arguments = match &request.constructor {
        Constructor::Default => &[][..],
        Constructor::New(arguments) | Constructor::Required(_, arguments) => arguments,
    };
    let required = arguments.iter().map(|argument| &argument.field).zip(&endpoint.example.arguments);
    let set = endpoint.example.setters.iter().filter_map(|(name, value)| Some((field_of(request, name)?, value)));
    let constants = request.fields.iter().filter_map(|field| Some((&field.name, constant(field)?)));
    let sent = constants.chain(required).chain(set).filter_map(|(name, value)| {
        let field = field(request, name)?;
        let value = items.member(field, value);
        Some(Sent { section: field.section, name: field.wire.clone(), value })
    });
    sent.collect()
}

/// The body of an answer that no sample of the page shows; nothing where none comes, or nobody says which.
#[must_use]
pub fn answered(api: &Api, endpoint: &Endpoint, body: &ReplyBody) -> Option<Json> {
    match body {
        ReplyBody::Value(value) => Some(Items { shared: &api.items, own: &endpoint.items }.value(value)),
        ReplyBody::Variant(_, _, inner) => answered(api, endpoint, inner),
        ReplyBody::Undocumented | ReplyBody::Sample { .. } | ReplyBody::Unit | ReplyBody::Raw => None,
    }
}

/// The items that a value may be of.
#[derive(Clone, Copy)]
struct Items<'p> {
    shared: &'p [Item],
    own: &'p [Item],
}

impl<'p> Items<'p> {
    fn find(self, item: &ItemRef) -> Option<&'p Item> {
        let items = match item.home {
            Home::Api => self.shared,
            Home::Endpoint => self.own,
        };
        items.iter().find(|found| *found.name() == item.name)
    }

    fn value(self, value: &Literal) -> Json {
        match value {
            Literal::Bool(value) => (*value).into(),
            Literal::EpochSeconds(value) => (*value).into(),
            Literal::Integer(value) | Literal::Newtype(_, value) => Number::from_i128(*value).into(),
            Literal::Number(value) => (*value).into(),
            Literal::Text(value) => value.as_str().into(),
            Literal::Variant(item, variant) => self.variant(item, variant),
            Literal::List(items) => items.iter().map(|item| self.value(item)).collect(),
            Literal::Record(item, arguments) => {
                let named = |record: &'p Record| match &record.constructor {
                    Constructor::New(fields) | Constructor::Required(_, fields) => fields.as_slice(),
                    Constructor::Default => &[],
                };
                self.object(item, |record| {
                    named(record).iter().map(|argument| &argument.field).zip(arguments.iter().map(|(_, value)| value))
                })
            }
            Literal::Required(item, _, fields) => {
                self.object(item, |_| fields.iter().map(|(name, value)| (name, value)))
            }
            Literal::Default(item) => self.object(item, |_| std::iter::empty()),
            Literal::JsonObject => Map::new().into(),
            Literal::JsonObjectOf(keys) => {
                keys.iter().map(|key| (key.clone(), "value".into())).collect::<Map<_, _>>().into()
            }
            Literal::Map(members) => {
                members.iter().map(|(key, value)| (key.clone(), self.value(value))).collect::<Map<_, _>>().into()
            }
            Literal::Some(value) => self.value(value),
            Literal::With(made, set) => self.with(made, set.iter().map(|(setter, _, value)| (setter, value))),
            Literal::UnionVariant(item, name, value) => self.tagged(item, name, self.value(value)),
            Literal::Json => "value".into(),
            Literal::None => Json::Null,
        }
    }

    /// The value of a field, where none is another value on the wire.
    fn member(self, field: &Field, value: &Literal) -> Json {
        match (value, &field.none) {
            (Literal::None, Some(none)) => none.clone(),
            (value, _) => self.value(value),
        }
    }

    fn object<'v, I: Iterator<Item = (&'v Name, &'v Literal)>>(
        self,
        item: &ItemRef,
        fields: impl FnOnce(&'p Record) -> I,
    ) -> Json {
        let Some(Item::Record(record)) = self.find(item) else { return Map::new().into() };
        let constants = record.fields.iter().filter_map(|field| Some((&field.name, constant(field)?)));
        let mut members = self.members(record, constants);
        members.extend(self.members(record, fields(record)));
        members.into()
    }

    fn members<'v>(self, record: &Record, fields: impl Iterator<Item = (&'v Name, &'v Literal)>) -> Map<String, Json> {
        let named = fields.filter_map(|(name, value)| Some((field(record, name)?, value)));
        named.map(|(field, value)| (field.wire.clone(), self.member(field, value))).collect()
    }

    fn with<'v>(self, made: &Literal, set: impl Iterator<Item = (&'v Name, &'v Literal)>) -> Json {
        let mut object = self.value(made);
        let of = match made {
            Literal::Record(item, _) | Literal::Required(item, _, _) | Literal::Default(item) => Some(item),
            _ => None,
        };
        if let (Json::Object(object), Some(Item::Record(record))) = (&mut object, of.and_then(|of| self.find(of))) {
            let set = set.filter_map(|(setter, value)| Some((field_of(record, setter)?, value)));
            object.extend(self.members(record, set));
        }
        object
    }

    fn variant(self, item: &ItemRef, name: &Name) -> Json {
        let Some(Item::Enumeration(of)) = self.find(item) else { return Json::Null };
        let variant = of.variants.iter().find(|variant| variant.name == *name);
        variant.map_or(Json::Null, |variant| match &variant.wire {
            EnumScalar::Text(text) => text.as_str().into(),
            EnumScalar::Integer(number) => (*number).into(),
        })
    }

    fn tagged(self, item: &ItemRef, name: &Name, mut value: Json) -> Json {
        if let (Some(Item::Union(of)), Json::Object(object)) = (self.find(item), &mut value)
            && let Some(variant) = of.variants.iter().find(|variant| variant.name == *name)
        {
            object.insert(of.tag.clone(), variant.json.clone());
        }
        value
    }
}

fn field<'r>(record: &'r Record, name: &Name) -> Option<&'r Field> {
    record.fields.iter().find(|field| field.name == *name)
}

/// What a field holds without being asked for.
fn constant(field: &Field) -> Option<&Literal> {
    field.constant.as_ref().filter(|_| field.is_constant())
}

/// The field that a setter sets.
fn field_of<'r>(record: &'r Record, setter: &Name) -> Option<&'r Name> {
    record.setters.iter().find(|known: &&Setter| known.name == *setter).map(|setter| &setter.field)
}
