//! JSON as a generated client writes it: the fields of a type in the order of the spec, numbers in their shortest form.

use serde_json::{Map, Value as Json};

use crate::model::{self, Entry, Object, Scope, Shape, Union};
use crate::runtime::{Value as _, as_float, as_integer, as_unsigned};

/// A value as it is written; nothing where its type cannot hold it, so that a client leaves it out.
pub(super) fn write(scope: Scope<'_>, entry: &Entry, value: &Json) -> Option<String> {
    if entry.none_value.as_ref().is_some_and(|none| none.value == *value) {
        return Some(value.to_string());
    }
    match (scope.resolve(&entry.shape.value), value) {
        (Shape::Any, _) => Some(value.to_string()),
        (_, Json::Null) => entry.nullable.as_ref().is_some_and(|fact| fact.value).then(|| value.to_string()),
        (Shape::Object(of), Json::Object(object)) => Some(braces(&members(scope, entry, of, object))),
        (Shape::Map(map), Json::Object(object)) => Some(braces(&others(scope, Some(map), object.iter()))),
        (Shape::Union(union), Json::Object(object)) => Some(tagged(scope, union, object)),
        (Shape::List(item), Json::Array(items)) => {
            let items: Vec<String> = items.iter().filter_map(|value| write(scope, item, value)).collect();
            Some(format!("[{}]", items.join(",")))
        }
        (shape, Json::Number(_)) => number(shape, value),
        (shape, value) => held(shape, value).then(|| value.to_string()),
    }
}

/// Whether a shape without listed parts holds a value of this kind.
fn held(shape: &Shape, value: &Json) -> bool {
    match value {
        Json::Object(_) => *shape == Shape::FreeForm,
        Json::Bool(_) => *shape == Shape::Boolean,
        Json::String(_) => shape.is_text(),
        Json::Null | Json::Number(_) | Json::Array(_) => false,
    }
}

/// A variant of a union: its tag, then its fields.
fn tagged(scope: Scope<'_>, union: &Union, object: &Map<String, Json>) -> String {
    let tag = &union.tag.text;
    let variant = object.get(tag).and_then(|value| union.variants.iter().find(|variant| variant.is_of(value)));
    let Some(variant) = variant else { return Json::Object(object.clone()).to_string() };
    let mut inner = object.clone();
    let first = inner.remove(tag).map(|value| member(tag, &value.to_string()));
    let others = match scope.resolve(&variant.entry.shape.value) {
        Shape::Object(of) => members(scope, &variant.entry, of, &inner),
        _ => others(scope, None, inner.iter()),
    };
    braces(&first.into_iter().chain(others).collect::<Vec<_>>())
}

/// The fields of an object, the listed ones first; others where it is open.
fn members(scope: Scope<'_>, entry: &Entry, of: &Object, object: &Map<String, Json>) -> Vec<String> {
    let known = of.fields.iter().filter_map(|field| {
        let value = object.get(&field.name)?;
        Some(member(&field.name, &write(scope, field, value)?))
    });
    let is_open = of.others.is_some() || entry.open.as_ref().is_some_and(|open| open.value);
    let is_listed = |name: &str| of.fields.iter().any(|field| field.name == *name);
    let rest = object.iter().filter(|(name, _)| is_open && !is_listed(name));
    known.chain(others(scope, of.others.as_ref(), rest)).collect()
}

/// Fields that are not listed, which hold what the map says.
fn others<'o>(
    scope: Scope<'_>,
    map: Option<&model::Map>,
    fields: impl Iterator<Item = (&'o String, &'o Json)>,
) -> Vec<String> {
    let written = |value: &Json| map.map_or_else(|| Some(value.to_string()), |map| write(scope, &map.values, value));
    fields.filter_map(|(name, value)| Some(member(name, &written(value)?))).collect()
}

fn member(name: &str, value: &str) -> String {
    format!("{}:{value}", Json::from(name))
}

fn braces(members: &[String]) -> String {
    format!("{{{}}}", members.join(","))
}

/// A number in its shortest form: a whole one has no fraction.
fn number(shape: &Shape, value: &Json) -> Option<String> {
    let text = match shape {
        Shape::Number(_) => value.as_f64()?.text().to_string(),
        Shape::Float => as_float(value)?.text().to_string(),
        shape if shape.is_integer() => match as_integer(value) {
            Ok(integer) => integer.to_string(),
            Err(_) => as_unsigned(value).ok()?.to_string(),
        },
        _ => return None,
    };
    Some(text)
}
