//! Fields as texts, one by one: the same words write `multipart/form-data`, form bodies and queries.

use super::{Field, Json, JsonObject, Member, Multipart, Value};

/// Where texts go, each under a name.
pub trait Texts {
    /// Adds a text.
    fn text(&mut self, name: &str, text: &str);

    /// Whether there is one of this name.
    fn has(&self, name: &str) -> bool;

    /// Takes note that the next name is a caller's and not the endpoint's own.
    fn foreign(&mut self, _name: &str) {}
}

/// A form in the making: a multipart body, a form body or a query.
#[derive(Debug)]
pub struct Form<T = Multipart>(pub(super) T);

impl<T: Texts> Form<T> {
    /// Adds a text, unless the field is absent; each item of a list is one, null is an empty text.
    pub fn put(&mut self, name: &str, field: &impl Member) -> &mut Self {
        self.state(name, field.state(), "")
    }

    /// Adds a text whose `Null` is another value on the wire, unless the field is absent.
    pub fn put_or(&mut self, name: &str, field: &impl Member, none: &impl Value) -> &mut Self {
        self.state(name, field.state(), &none.text())
    }

    /// Adds a text, an empty one where there is no value.
    pub fn put_nullable<V: Value>(&mut self, name: &str, field: &Option<V>) -> &mut Self {
        self.state(name, field.as_ref().map_or(Field::Null, Field::Value), "")
    }

    /// Adds a text, another value where there is none.
    pub fn put_nullable_or<V: Value>(&mut self, name: &str, field: &Option<V>, none: &impl Value) -> &mut Self {
        self.state(name, field.as_ref().map_or(Field::Null, Field::Value), &none.text())
    }

    /// Adds a text for each item of a list.
    pub fn put_repeat<V: Value>(&mut self, name: &str, list: &impl Member<Value = Vec<V>>) -> &mut Self {
        self.put(name, list)
    }

    /// Adds a text for each item of a list, under the name with brackets.
    pub fn put_brackets<V: Value>(&mut self, name: &str, list: &impl Member<Value = Vec<V>>) -> &mut Self {
        self.put(&format!("{name}[]"), list)
    }

    /// Adds a list as one text, its items joined by commas; null and the empty list are an empty text.
    pub fn put_comma<V: Value>(&mut self, name: &str, list: &impl Member<Value = Vec<V>>) -> &mut Self {
        match list.state() {
            Field::Absent => {}
            Field::Null => self.0.text(name, ""),
            Field::Value(items) => {
                let mut joined = String::new();
                for (index, item) in items.iter().enumerate() {
                    joined.push_str(if index > 0 { "," } else { "" });
                    joined.push_str(&item.text());
                }
                self.0.text(name, &joined);
            }
        }
        self
    }

    /// Adds all fields of a free-form object, save those that are there already; each item of a list is one, and what
    /// is no text stands as JSON.
    pub fn put_all(&mut self, fields: &JsonObject) -> &mut Self {
        for (name, value) in fields.iter() {
            if !self.0.has(name) {
                self.0.foreign(name);
                self.put_json(name, value);
            }
        }
        self
    }

    /// Adds any JSON: each item of a list is a text, null an empty one, and what is no text stands as JSON.
    pub(crate) fn put_json(&mut self, name: &str, value: &Json) {
        match value {
            Json::Null => self.0.text(name, ""),
            Json::String(text) => self.0.text(name, text),
            Json::Array(items) => items.iter().for_each(|item| self.put_json(name, item)),
            other => self.0.text(name, &other.to_string()),
        }
    }

    fn state(&mut self, name: &str, state: Field<&impl Value>, none: &str) -> &mut Self {
        match state {
            Field::Absent => {}
            Field::Null => self.0.text(name, none),
            Field::Value(value) => value.each_text(&mut |text| self.0.text(name, text)),
        }
        self
    }
}
