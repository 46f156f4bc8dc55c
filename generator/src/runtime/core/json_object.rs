//! Any JSON, and objects of which nothing is known.

use std::fmt;

use super::{Check, Node, Object, ObjectWriter, Reader, Record, Validate, Value, Writer};

/// Any JSON value.
pub type Json = serde_json::Value;

type Map = serde_json::Map<String, Json>;

/// Any JSON object.
///
/// A value is whatever becomes [`Json`], objects and lists of them included, so that no other crate is needed:
/// `JsonObject::from([("title", "Yes".into()), ("value", 1.into())])`, or with lists
/// `JsonObject::new().with("items", [card, other_card]).with("tags", ["a", "b"])`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct JsonObject(pub(super) Map);

impl JsonObject {
    /// An object without fields.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The object with this field, which replaces one of its name.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Json>) -> Self {
        self.0.insert(name.into(), value.into());
        self
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.0.get(name)
    }

    /// Sets a field; returns what it was.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Json>) -> Option<Json> {
        self.0.insert(name.into(), value.into())
    }

    /// Takes a field out.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        self.0.remove(name)
    }

    /// How many fields there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl fmt::Debug for JsonObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Map> for JsonObject {
    fn from(map: Map) -> Self {
        Self(map)
    }
}

impl From<JsonObject> for Map {
    fn from(object: JsonObject) -> Self {
        object.0
    }
}

impl From<JsonObject> for Json {
    fn from(object: JsonObject) -> Self {
        Self::Object(object.0)
    }
}

impl<N: Into<String>, V: Into<Json>> FromIterator<(N, V)> for JsonObject {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(fields: I) -> Self {
        Self(fields.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

/// Of two fields of one name, the later holds.
impl<N: Into<String>, const LEN: usize> From<[(N, Json); LEN]> for JsonObject {
    fn from(fields: [(N, Json); LEN]) -> Self {
        fields.into_iter().collect()
    }
}

/// Replaces fields of the same names.
impl<N: Into<String>, V: Into<Json>> Extend<(N, V)> for JsonObject {
    fn extend<I: IntoIterator<Item = (N, V)>>(&mut self, fields: I) {
        self.0.extend(fields.into_iter().map(|(name, value)| (name.into(), value.into())));
    }
}

/// The fields, in the order in which they are written.
impl IntoIterator for JsonObject {
    type Item = (String, Json);
    type IntoIter = serde_json::map::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a JsonObject {
    type Item = (&'a String, &'a Json);
    type IntoIter = serde_json::map::Iter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl Record for JsonObject {
    fn read(object: &mut Object<'_>) -> Self {
        object.other_fields()
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put_all(self);
    }

    fn properties(&self) -> usize {
        self.len()
    }
}

impl Value for Json {
    fn read(node: Node<'_>, _: &mut Reader<'_>) -> Option<Self> {
        Some(node.into())
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.any(self);
    }

    fn stand_in() -> Self {
        Self::Null
    }
}

impl Validate for Json {
    fn validate(&self, _: &mut Check<'_>) {}
}
