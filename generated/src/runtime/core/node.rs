//! JSON while it is read: names and texts are borrowed, so that what nobody keeps is copied by nobody.

use std::borrow::Cow;
use std::fmt;

use serde_core::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::{Json, JsonObject, Kind};

/// A JSON value while it is read; [`Json`] is one to keep.
///
/// Its `Debug` says how long texts are, and not what they are: which of them are secret only their types know.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Node<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(Number),
    /// A text, borrowed where it is written without escapes.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// An object.
    Object(Fields<'a>),
}

/// The fields of an object while it is read, each name once, in the order of the names.
#[derive(Clone, Default, PartialEq)]
pub struct Fields<'a>(Vec<(Cow<'a, str>, Node<'a>)>);

impl<'a> Fields<'a> {
    /// The fields, of which the last of a name counts.
    fn new(mut fields: Vec<(Cow<'a, str>, Node<'a>)>) -> Self {
        fields.sort_by(|one, other| one.0.cmp(&other.0));
        fields.dedup_by(|later, earlier| {
            let is_again = later.0 == earlier.0;
            if is_again {
                std::mem::swap(later, earlier);
            }
            is_again
        });
        Self(fields)
    }

    /// Texts, where those of one name are a list.
    pub(crate) fn of_texts(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut texts: Vec<(String, String)> = texts.into_iter().collect();
        texts.sort_by(|one, other| one.0.cmp(&other.0));
        let mut fields: Vec<(Cow<'a, str>, Node<'a>)> = Vec::with_capacity(texts.len());
        for (name, text) in texts {
            let text = Node::Text(text.into());
            match fields.last_mut() {
                Some((last, Node::List(items))) if *last == name => items.push(text),
                Some((last, first)) if *last == name => *first = Node::List(vec![first.take(), text]),
                _ => fields.push((name.into(), text)),
            }
        }
        Self(fields)
    }

    pub(super) const fn none() -> Self {
        Self(Vec::new())
    }

    fn position(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(at, _)| (**at).cmp(name))
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Node<'a>> {
        self.position(name).ok().and_then(|at| self.0.get(at)).map(|(_, node)| node)
    }

    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut Node<'a>> {
        self.position(name).ok().and_then(|at| self.0.get_mut(at)).map(|(_, node)| node)
    }

    pub(crate) fn remove(&mut self, name: &str) -> Option<Node<'a>> {
        self.position(name).ok().map(|at| self.0.remove(at).1)
    }

    /// Sets a field that is not there yet.
    pub(super) fn add(&mut self, name: impl Into<Cow<'a, str>>, node: Node<'a>) {
        let name = name.into();
        if let Err(at) = self.position(&name) {
            self.0.insert(at, (name, node));
        }
    }

    /// Keeps the fields whose names a test lets pass.
    pub(super) fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.0.retain(|(name, _)| keep(name));
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Node<'a>)> {
        self.0.iter().map(|(name, node)| (&**name, node))
    }
}

impl<'a> IntoIterator for Fields<'a> {
    type Item = (Cow<'a, str>, Node<'a>);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Node<'_> {
    /// Leaves null in its place.
    pub(super) const fn take(&mut self) -> Self {
        std::mem::replace(self, Self::Null)
    }

    pub(crate) fn kind(&self) -> Kind {
        match self {
            Self::Null => Kind::Null,
            Self::Boolean(_) => Kind::Boolean,
            Self::Number(number) => Kind::of_number(number),
            Self::Text(_) => Kind::Text,
            Self::List(_) => Kind::List,
            Self::Object(_) => Kind::Object,
        }
    }
}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("Null"),
            Self::Boolean(value) => f.debug_tuple("Boolean").field(value).finish(),
            Self::Number(number) => f.debug_tuple("Number").field(number).finish(),
            Self::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Self::List(items) => f.debug_tuple("List").field(items).finish(),
            Self::Object(fields) => f.debug_tuple("Object").field(fields).finish(),
        }
    }
}

impl fmt::Debug for Fields<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl From<Node<'_>> for Json {
    fn from(node: Node<'_>) -> Self {
        match node {
            Node::Null => Self::Null,
            Node::Boolean(value) => Self::Bool(value),
            Node::Number(number) => Self::Number(number),
            Node::Text(text) => Self::String(text.into_owned()),
            Node::List(items) => Self::Array(items.into_iter().map(Self::from).collect()),
            Node::Object(fields) => JsonObject::from(fields).into(),
        }
    }
}

impl From<Json> for Node<'_> {
    fn from(json: Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Boolean(value),
            Json::Number(number) => Self::Number(number),
            Json::String(text) => Self::Text(text.into()),
            Json::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Json::Object(fields) => {
                Self::Object(Fields::new(fields.into_iter().map(|(name, value)| (name.into(), value.into())).collect()))
            }
        }
    }
}

impl From<Fields<'_>> for JsonObject {
    fn from(fields: Fields<'_>) -> Self {
        fields.0.into_iter().map(|(name, node)| (name.into_owned(), node)).collect()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Node<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyNode)
    }
}

struct AnyNode;

impl<'de> Visitor<'de> for AnyNode {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node<'de>, E> {
        Ok(Node::Boolean(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node<'de>, E> {
        Ok(Node::Number(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node<'de>, E> {
        Ok(Node::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node<'de>, E> {
        Ok(Number::from_f64(value).map_or(Node::Null, Node::Number))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            push(&mut list, item);
        }
        Ok(Node::List(fitted(list)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some((Name(name), node)) = entries.next_entry()? {
            push(&mut fields, (name, node));
        }
        let fields = fitted(fields);
        Ok(exact_number(&fields).map_or_else(|| Node::Object(Fields::new(fields)), Node::Number))
    }
}

/// Adds to a list of which nobody said how long it gets. A long one grows by a quarter: twice its size for a moment would
/// be what a server takes most memory by.
fn push<T>(list: &mut Vec<T>, item: T) {
    const LONG: usize = 1 << 12;
    if list.len() >= LONG && list.len() == list.capacity() {
        list.reserve_exact(list.len() / 4);
    }
    list.push(item);
}

/// The list without the room for three items more that a list of one begins with: a million of such lists have it too.
fn fitted<T>(mut list: Vec<T>) -> Vec<T> {
    if list.len() * 4 <= list.capacity() {
        list.shrink_to_fit();
    }
    list
}

/// The number that the fields stand for: `serde_json` shows numbers so where another crate of the program turns its
/// feature `arbitrary_precision` on.
fn exact_number(fields: &[(Cow<'_, str>, Node<'_>)]) -> Option<Number> {
    match fields {
        [(name, Node::Text(digits))] if name == "$serde_json::private::Number" => digits.parse().ok(),
        _ => None,
    }
}

/// The name of a field.
struct Name<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Name<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(AnyName).map(Self)
    }
}

struct AnyName;

impl<'de> Visitor<'de> for AnyName {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}
