//! Writing JSON.

use std::fmt;

use super::{Element, Json, ObjectWriter};

/// Where JSON goes. Its `Debug` says how much there is, and not what, since secrets are written here too.
pub struct Writer<'a>(&'a mut Vec<u8>);

impl<'a> Writer<'a> {
    pub(crate) const fn new(to: &'a mut Vec<u8>) -> Self {
        Self(to)
    }

    /// Writes a text.
    pub fn text(&mut self, text: &str) {
        _ = serde_json::to_writer(&mut *self.0, text); // a Vec takes every byte
    }

    /// Writes an object.
    pub fn object(&mut self, fields: impl FnOnce(&mut ObjectWriter<'_>)) {
        self.0.push(b'{');
        fields(&mut ObjectWriter::new(self.0));
        self.0.push(b'}');
    }

    /// Writes a list.
    pub fn list<T: Element>(&mut self, items: &[T]) {
        self.0.push(b'[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.0.push(b',');
            }
            item.write_element(self);
        }
        self.0.push(b']');
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.json("null");
    }

    /// Writes a value that is JSON already.
    pub fn any(&mut self, json: &Json) {
        _ = serde_json::to_writer(&mut *self.0, json); // a Vec takes every byte
    }

    /// Writes what is JSON already.
    pub(super) fn json(&mut self, json: &str) {
        self.0.extend_from_slice(json.as_bytes());
    }
}

impl fmt::Debug for Writer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Writer({} bytes)", self.0.len())
    }
}

/// A value as JSON.
#[must_use]
pub fn to_json(value: &impl Element) -> String {
    let mut json = Vec::new();
    value.write_element(&mut Writer::new(&mut json));
    String::from_utf8(json).unwrap_or_default()
}
