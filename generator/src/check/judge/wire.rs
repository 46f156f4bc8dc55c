//! Values in wire form: what a form, a header or a path has as text, read by its entry and written again.

use std::borrow::Cow;

use serde_json::Value as Json;

use super::Form;
use crate::model::{Encode, Entry, Scope, Shape};
use crate::runtime::{Node, Value, as_integer};

/// What stands in a field.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Read<'v> {
    /// Nothing: the wire has no text for it.
    Absent,
    /// Null.
    Null,
    /// A value.
    Value(Cow<'v, Json>),
}

/// Reads a value by how it is written.
pub(super) fn read<'v>(scope: Scope<'_>, entry: &Entry, value: &'v Json, form: Form) -> Read<'v> {
    if form == Form::Json {
        return if value.is_null() { Read::Null } else { Read::Value(Cow::Borrowed(value)) };
    }
    // An object has no text; its kind is judged as it stands.
    let Some(texts) = texts(value) else { return Read::Value(Cow::Borrowed(value)) };
    let nullable = entry.nullable.as_ref().is_some_and(|fact| fact.value);
    match (scope.resolve(&entry.shape.value), texts.as_slice()) {
        (_, []) => Read::Absent,
        (_, [text]) if nullable && text.is_empty() => Read::Null,
        (Shape::List(item), _) => {
            let item = scope.resolve(&item.shape.value);
            let items = if joined(entry, form) { split(&texts, form) } else { texts };
            Read::Value(Cow::Owned(items.into_iter().map(|text| from_text(item, text)).collect()))
        }
        (shape, [text]) => Read::Value(Cow::Owned(from_text(shape, text.clone()))),
        (_, texts) => Read::Value(Cow::Owned(texts.iter().map(String::as_str).collect())),
    }
}

/// Whether a value in wire form is another one when it has been read and written again; it breaks no rule.
pub(in crate::check) fn changes(scope: Scope<'_>, entry: &Entry, value: &Json, form: Form) -> bool {
    let Some(before) = texts(value) else { return false };
    // In a header blanks around the items of a list mean nothing.
    let before = if form == Form::Header && is_list(scope, entry) && joined(entry, form) {
        vec![split(&before, form).join(",")]
    } else {
        before
    };
    let Read::Value(read) = read(scope, entry, value, form) else { return false };
    before != again(scope, entry, &read, form)
}

/// The texts of a value as a generated client writes it: each an item of a list, a line or a part of its own; none where it
/// is absent. A list that is joined may be given as one text or by its items.
pub(crate) fn written(scope: Scope<'_>, entry: &Entry, value: &Json, form: Form) -> Vec<String> {
    match read(scope, entry, value, form) {
        Read::Absent => Vec::new(),
        Read::Null => vec![String::new()],
        Read::Value(value) => again(scope, entry, &value, form),
    }
}

/// The texts of a value that has been read.
fn again(scope: Scope<'_>, entry: &Entry, value: &Json, form: Form) -> Vec<String> {
    match (value, scope.resolve(&entry.shape.value)) {
        (Json::Array(items), Shape::List(_)) => {
            let texts: Vec<String> = items.iter().filter_map(text).collect();
            if joined(entry, form) { vec![texts.join(",")] } else { texts }
        }
        (other, _) => text(other).into_iter().collect(),
    }
}

fn is_list(scope: Scope<'_>, entry: &Entry) -> bool {
    matches!(scope.resolve(&entry.shape.value), Shape::List(_))
}

fn joined(entry: &Entry, form: Form) -> bool {
    let default = if matches!(form, Form::Part | Form::Query) { Encode::Repeat } else { Encode::Comma };
    entry.encode.as_ref().map_or(default, |fact| fact.value) == Encode::Comma
}

fn split(texts: &[String], form: Form) -> Vec<String> {
    let items = texts.iter().filter(|text| !text.is_empty()).flat_map(|text| text.split(','));
    items.map(|item| if form == Form::Header { item.trim() } else { item }.to_owned()).collect()
}

/// A text as the JSON that a value of this shape reads; one that is none stays a text.
fn from_text(shape: &Shape, text: String) -> Json {
    match shape {
        shape if shape.is_text() => Json::String(text),
        _ => scalar(&text),
    }
}

/// A text as the JSON that a value reads which is no text.
pub(super) fn scalar(text: &str) -> Json {
    Json::from_wire(Node::Text(text.into())).into()
}

/// Every text that a value has on the wire; nothing where it has none.
pub(crate) fn texts(value: &Json) -> Option<Vec<String>> {
    match value {
        Json::Array(items) => items.iter().map(text).collect(),
        scalar => Some(vec![text(scalar)?]),
    }
}

/// The text of a scalar: numbers in their shortest form.
pub(super) fn text(value: &Json) -> Option<String> {
    match value {
        Json::Null => Some(String::new()),
        Json::Bool(flag) => Some(flag.to_string()),
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => {
            Some(as_integer(value).map_or_else(|_| number.to_string(), |integer| integer.to_string()))
        }
        Json::Array(_) | Json::Object(_) => None,
    }
}
