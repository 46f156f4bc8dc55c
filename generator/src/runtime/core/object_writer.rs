//! Objects put together field by field.

use std::fmt;

use super::{Element, Field, Json, Member, Node, Record, Tagged, Value, Writer, parse};

/// A JSON object in the making. Its `Debug` says how much there is, and not what, since secrets are written here too.
pub struct ObjectWriter<'a> {
    to: &'a mut Vec<u8>,
    /// Where its first field begins.
    start: usize,
}

impl<'a> ObjectWriter<'a> {
    pub(crate) const fn new(to: &'a mut Vec<u8>) -> Self {
        let start = to.len();
        Self { to, start }
    }

    /// Writes a field, unless it is absent.
    pub fn put(&mut self, name: &str, field: &impl Member) -> &mut Self {
        self.state(name, field.state(), &Json::Null)
    }

    /// Writes a field whose `Null` is another value on the wire, unless it is absent.
    pub fn put_or(&mut self, name: &str, field: &impl Member, none: &impl Value) -> &mut Self {
        self.state(name, field.state(), none)
    }

    /// Writes a field, `null` where there is no value.
    pub fn put_nullable<T: Value>(&mut self, name: &str, field: &Option<T>) -> &mut Self {
        self.state(name, field.as_ref().map_or(Field::Null, Field::Value), &Json::Null)
    }

    /// Writes a field, another value where there is none.
    pub fn put_nullable_or<T: Value>(&mut self, name: &str, field: &Option<T>, none: &impl Value) -> &mut Self {
        self.state(name, field.as_ref().map_or(Field::Null, Field::Value), none)
    }

    /// Writes all fields of a free-form object or a map, save those that are written already.
    pub fn put_all<'f, V: Element + 'f>(&mut self, fields: impl IntoIterator<Item = (&'f String, &'f V)>) -> &mut Self {
        let listed = self.start..self.to.len();
        for (name, value) in fields {
            if listed.is_empty() || !is_written(self.to.get(listed.clone()).unwrap_or_default(), name) {
                self.one(name, value);
            }
        }
        self
    }

    /// Writes a variant of a union: its tag and its fields.
    pub fn tagged(&mut self, name: &str, tag: &str, variant: &impl Record) -> &mut Self {
        self.one(name, &tag);
        Record::write(variant, self);
        self
    }

    /// Writes a variant of a union whose tag is given as JSON, and its fields.
    pub fn tagged_json(&mut self, name: &str, tag: &str, variant: &impl Record) -> &mut Self {
        self.name(name).json(tag);
        Record::write(variant, self);
        self
    }

    /// Writes a variant of a union that lists its tag; where it has none, that of the union, which is given as JSON.
    pub fn tagged_inside(&mut self, name: &str, tag: &str, variant: &impl Record) -> &mut Self {
        Record::write(variant, self);
        if !is_written(self.to.get(self.start..).unwrap_or_default(), name) {
            self.name(name).json(tag);
        }
        self
    }

    /// Writes a variant that the union does not list.
    pub fn unlisted(&mut self, variant: &Tagged) -> &mut Self {
        self.put_all(&variant.object)
    }

    fn state(&mut self, name: &str, state: Field<&impl Value>, none: &impl Value) -> &mut Self {
        match state {
            Field::Absent => {}
            Field::Null => self.one(name, none),
            Field::Value(value) => self.one(name, value),
        }
        self
    }

    fn one(&mut self, name: &str, value: &impl Element) {
        value.write_element(&mut self.name(name));
    }

    /// Writes the name of a field, whose value comes next.
    fn name(&mut self, name: &str) -> Writer<'_> {
        if self.to.len() > self.start {
            self.to.push(b',');
        }
        let mut to = Writer::new(self.to);
        to.text(name);
        to.json(":");
        to
    }
}

impl fmt::Debug for ObjectWriter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ObjectWriter({} bytes)", self.to.len() - self.start)
    }
}

/// Whether a field of this name is among fields as this writer writes them.
fn is_written(fields: &[u8], name: &str) -> bool {
    let key = super::to_json(&name) + ":";
    // Texts and deeper objects may have it too; only then is a closer look needed.
    fields.windows(key.len()).any(|window| window == key.as_bytes())
        && matches!(parse(&[b"{", fields, b"}"].concat()), Ok(Node::Object(fields)) if fields.get(name).is_some())
}
