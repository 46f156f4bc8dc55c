//! Objects taken apart field by field: the same words read JSON, forms, headers and paths.

use std::borrow::Cow;

use serde_json::Number;

use super::place::Place;
use super::reader::Reader;
use super::value::scalar;
use super::{
    Bound, Element, Field, Fields, Found, JsonObject, ListMember, Map, Member, Node, Record, Rule, Section, Tagged,
    Value, Violation,
};

/// An object whose fields are taken one by one; what is left is unknown.
pub struct Object<'a> {
    fields: Fields<'a>,
    pub(super) at: Reader<'a>,
    wire: Wire,
    /// Whether its one field is the object's own place.
    is_whole: bool,
}

/// How the fields came.
#[derive(Clone, Copy, PartialEq)]
enum Wire {
    Json,
    /// All values are texts.
    Text,
    /// All values are texts, and names have no case.
    Headers,
}

/// What stands in a field.
pub(super) enum Look<T> {
    Absent,
    Null,
    /// A value of another kind, which the reader was told.
    Another,
    Value(T),
}

impl<'a> Object<'a> {
    pub(crate) const fn of(fields: Fields<'a>, at: Reader<'a>) -> Self {
        Self { fields, at, wire: Wire::Json, is_whole: false }
    }

    /// The fields of a form, a path or headers; those of one name are a list.
    pub(crate) fn of_texts(texts: impl IntoIterator<Item = (String, String)>, at: Reader<'a>) -> Self {
        let fields = Fields::of_texts(texts);
        let wire = if let Place::Section(Section::Headers) = at.place { Wire::Headers } else { Wire::Text };
        Self { fields, at, wire, is_whole: false }
    }

    /// Takes a field. In forms and headers the items of a list stand each for themselves.
    pub fn take<M: Member>(&mut self, name: &'static str) -> M {
        M::take(self, name)
    }

    /// Takes a field of which one value stands for none.
    pub fn take_or<T: Value>(&mut self, name: &'static str, none: &impl Value) -> Field<T> {
        if self.remove_none(name, none) {
            return Field::Null;
        }
        self.take::<Option<T>>(name).map_or(Field::Absent, Field::Value)
    }

    /// Takes a required field that may be `null`.
    pub fn take_nullable<T: Value>(&mut self, name: &'static str) -> Option<T> {
        let promised = self.take(name);
        self.complete(promised)
    }

    /// Takes a required field of which one value stands for none.
    pub fn take_nullable_or<T: Value>(&mut self, name: &'static str, none: &impl Value) -> Option<T> {
        if self.remove_none(name, none) {
            return None;
        }
        Some(self.take(name))
    }

    /// Takes a list that is one text, its items split by commas. An empty text is the null where there is one, else the
    /// empty list.
    pub fn take_comma<M: Member<Value = Vec<T>>, T: Value>(&mut self, name: &'static str) -> M {
        let spaced = self.wire == Wire::Headers;
        let key = self.key(name);
        if let Some(found) = self.fields.get_mut(&key) {
            let texts = match found.take() {
                Node::List(lines) => lines,
                one => vec![one],
            };
            let mut items = Vec::new();
            for text in &texts {
                let Node::Text(text) = text else { continue };
                let listed = text.split(',').map(|item| if spaced { item.trim() } else { item });
                items.extend(listed.filter(|_| !text.is_empty()).map(|item| Node::Text(item.to_owned().into())));
            }
            *found = Node::List(items);
        }
        self.take(name)
    }

    /// Takes a list whose items stand each for themselves; absence is the empty list where there is no `Option`.
    pub fn take_repeat<M: ListMember<Value = Vec<T>>, T: Value>(&mut self, name: &'static str) -> M {
        if self.fields.get(&self.key(name)).is_some() { self.take(name) } else { M::absent() }
    }

    /// Takes a list whose items stand each for themselves, under the name with brackets; absence is the empty list
    /// where there is no `Option`.
    pub fn take_brackets<M: ListMember<Value = Vec<T>>, T: Value>(&mut self, name: &'static str) -> M {
        match self.fields.remove(&format!("{name}[]")) {
            None => M::absent(),
            Some(items) => {
                self.fields.add(name, items);
                self.take(name)
            }
        }
    }

    /// Takes all fields that are left, which the documentation allows.
    pub fn other_fields(&mut self) -> JsonObject {
        std::mem::take(&mut self.fields).into()
    }

    /// Takes all fields that are left as values of one type; those of another kind are left out.
    pub fn others<V: Element>(&mut self) -> Map<V> {
        let (place, is_text) = (self.at.place, self.wire != Wire::Json);
        let mut map = Map::new();
        for (name, node) in std::mem::take(&mut self.fields) {
            let node = if is_text { V::from_text(node) } else { node };
            let mut at = Reader { place: Place::Key(&place, &name), log: self.at.log };
            if let Some(value) = V::read_element(node, &mut at) {
                map.insert(name.into_owned(), value);
            }
        }
        map
    }

    /// Takes all fields that are left, to be read as a whole.
    pub(crate) fn take_all(&mut self) -> Fields<'a> {
        std::mem::take(&mut self.fields)
    }

    /// Takes the tag of a union, in JSON's spelling.
    pub fn tag(&mut self, name: &'static str) -> Cow<'a, str> {
        match self.fields.remove(name) {
            None => Cow::Borrowed(""),
            Some(Node::Text(text)) if !text.is_empty() && !super::reads_as_json(&text) => text,
            Some(other) => {
                let text = super::spelling(&other.clone().into());
                self.fields.add(name, other); // kept, should no variant have it; none has an empty text
                text.into()
            }
        }
    }

    /// Reads what is left as a variant of a union.
    pub fn rest<T: Record>(&mut self) -> T {
        T::read(self)
    }

    /// Reads what is left as a variant that lists its tag, a text.
    pub fn rest_tagged<T: Record>(&mut self, name: &'static str, tag: &'static str) -> T {
        self.fields.add(name, Node::Text(tag.into()));
        T::read(self)
    }

    /// Reads what is left as a variant whose tag is spelled as JSON, and not listed by it.
    pub fn rest_untagged<T: Record>(&mut self, name: &'static str) -> T {
        self.fields.remove(name);
        T::read(self)
    }

    /// Keeps a variant that its union does not list.
    #[cold]
    pub fn unlisted(&mut self, name: &'static str, tag: &str) -> Tagged {
        let found = if tag.is_empty() { Found::Nothing } else { Found::text(tag) };
        self.broken(name, Rule::Tag, found);
        let mut fields = std::mem::take(&mut self.fields);
        if !tag.is_empty() {
            fields.add(name, Node::Text(tag.to_owned().into())); // unless it is there in another kind
        }
        Tagged { tag: tag.to_owned(), object: fields.into() }
    }

    /// The value of a field; of one that can be null, an empty text and an empty comma list are the null.
    pub(super) fn look<T: Value>(&mut self, name: &'static str, nullable: bool) -> Look<T> {
        let node = match self.fields.remove(&self.key(name)) {
            None => return Look::Absent,
            Some(Node::Null) => return Look::Null,
            Some(node) if self.wire == Wire::Json => node,
            Some(Node::Text(text)) if nullable && text.is_empty() => return Look::Null,
            Some(Node::List(texts)) if nullable && texts.is_empty() => return Look::Null,
            Some(texts) => T::from_wire(texts),
        };
        let place = if self.is_whole { self.at.place } else { Place::Key(&self.at.place, name) };
        let mut at = Reader { place, log: self.at.log };
        T::read(node, &mut at).map_or(Look::Another, Look::Value)
    }

    #[cold]
    pub(super) fn broken(&mut self, name: &'static str, rule: Rule, found: Found) {
        let (place, is_whole) = (self.at.place, self.is_whole);
        let pointer = || if is_whole { place.pointer() } else { place.field(name) };
        self.at.log.findings.add(|| Violation { pointer: pointer(), rule, found, inferred: false });
    }

    /// A required value, or what stands in for it.
    pub(super) fn complete<T: Value, E>(&mut self, value: Result<Option<T>, E>) -> Option<T> {
        value.unwrap_or_else(|_| {
            self.at.log.incomplete = true;
            Some(T::stand_in())
        })
    }

    /// Takes a whole body, as if it were a field that stands where the object stands.
    pub(crate) fn whole<M: Member>(&mut self, node: Option<Node<'a>>) -> M {
        self.fields = Fields::none();
        if let Some(node) = node {
            self.fields.add("", node);
        }
        self.is_whole = true;
        let member = self.take("");
        self.is_whole = false;
        member
    }

    /// Drops all headers but these.
    pub(crate) fn keep(&mut self, names: &[&str]) {
        self.fields.retain(|name| names.iter().any(|kept| kept.eq_ignore_ascii_case(name)));
    }

    /// What is left is unknown.
    pub(crate) fn finish(self) {
        let place = self.at.place;
        for (name, node) in self.fields.iter() {
            let found = Found::Kind(node.kind());
            let pointer = || place.foreign(name);
            self.at.log.findings.add(|| Violation {
                pointer: pointer(),
                rule: Rule::UnknownField,
                found,
                inferred: false,
            });
        }
    }

    /// Takes the field out if it is the value that stands for none.
    fn remove_none<N: Value>(&mut self, name: &'static str, none: &N) -> bool {
        let key = self.key(name);
        let stands_for_none = |found: &Node<'_>| match found {
            Node::Text(text) if self.wire != Wire::Json => {
                let none = none.text();
                **text == *none || !N::TEXT && is_worth(text, &none)
            }
            Node::Number(number) => {
                let none = serde_json::from_str::<Number>(&super::to_json(none));
                none.is_ok_and(|none| Bound::of(&none).is_same(Bound::of(number)))
            }
            other => serde_json::from_str::<Node<'_>>(&super::to_json(none)).is_ok_and(|none| none == *other),
        };
        let is_none = self.fields.get(&key).is_some_and(stands_for_none);
        if is_none {
            self.fields.remove(&key);
        }
        is_none
    }

    fn key(&self, name: &'static str) -> Cow<'static, str> {
        if self.wire == Wire::Headers { name.to_ascii_lowercase().into() } else { name.into() }
    }
}

/// Whether two texts are numbers that are equal, however they are spelled: `0` and `-0.0`.
fn is_worth(one: &str, other: &str) -> bool {
    let number = |text: &str| if let Node::Number(number) = scalar(text.into()) { Some(number) } else { None };
    number(one).zip(number(other)).is_some_and(|(one, other)| Bound::of(&one).is_same(Bound::of(&other)))
}
