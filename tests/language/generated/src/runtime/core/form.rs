//! Writing `multipart/form-data` (RFC 7578), names escaped as browsers do, and a backslash by another
//! (RFC 2045), lest it escape what follows.

use super::{Field, Member, Value};

/// A multipart body in the making.
#[derive(Debug)]
pub struct Form {
    boundary: String,
    bytes: Vec<u8>,
    clash: bool,
}

impl Form {
    /// Writes a body between boundaries of `boundaries`, the first that occurs in no part; nothing if they run out.
    pub(crate) fn write(
        mut boundaries: impl Iterator<Item = String>,
        parts: impl Fn(&mut Self),
    ) -> Option<(String, Vec<u8>)> {
        boundaries.find_map(|boundary| {
            let mut form = Self { boundary, bytes: Vec::with_capacity(512), clash: false };
            parts(&mut form);
            if form.clash { None } else { Some(form.finish()) }
        })
    }

    /// Adds a part, unless the field is absent; each item of a list is a part, null is an empty text.
    pub fn put(&mut self, name: &str, field: &impl Member) -> &mut Self {
        self.state(name, field.state(), "")
    }

    /// Adds a part whose `Null` is another value on the wire, unless the field is absent.
    pub fn put_or(&mut self, name: &str, field: &impl Member, none: &impl Value) -> &mut Self {
        self.state(name, field.state(), &none.text())
    }

    /// Adds a part, an empty text where there is no value.
    pub fn put_nullable<T: Value>(&mut self, name: &str, field: &Option<T>) -> &mut Self {
        self.state(name, field.as_ref().map_or(Field::Null, Field::Value), "")
    }

    /// Adds a part, another value where there is none.
    pub fn put_nullable_or<T: Value>(&mut self, name: &str, field: &Option<T>, none: &impl Value) -> &mut Self {
        self.state(name, field.as_ref().map_or(Field::Null, Field::Value), &none.text())
    }

    /// Adds a part for each item of a list.
    pub fn put_repeat<T: Value>(&mut self, name: &str, list: &impl Member<Value = Vec<T>>) -> &mut Self {
        self.put(name, list)
    }

    /// Adds a part for each item of a list, under the name with brackets.
    pub fn put_brackets<T: Value>(&mut self, name: &str, list: &impl Member<Value = Vec<T>>) -> &mut Self {
        self.put(&format!("{name}[]"), list)
    }

    /// Adds a list as one part, its items joined by commas; null and the empty list are an empty text.
    pub fn put_comma<T: Value>(&mut self, name: &str, list: &impl Member<Value = Vec<T>>) -> &mut Self {
        match list.state() {
            Field::Absent => {}
            Field::Null => self.part(name, ""),
            Field::Value(items) => {
                self.head(name);
                let start = self.bytes.len();
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        self.bytes.push(b',');
                    }
                    self.bytes.extend_from_slice(item.text().as_bytes());
                }
                self.tail(start);
            }
        }
        self
    }

    fn state(&mut self, name: &str, state: Field<&impl Value>, none: &str) -> &mut Self {
        match state {
            Field::Absent => {}
            Field::Null => self.part(name, none),
            Field::Value(value) => value.each_text(&mut |text| self.part(name, text)),
        }
        self
    }

    fn part(&mut self, name: &str, text: &str) {
        self.head(name);
        let start = self.bytes.len();
        self.bytes.extend_from_slice(text.as_bytes());
        self.tail(start);
    }

    fn head(&mut self, name: &str) {
        self.bytes.extend_from_slice(b"--");
        self.bytes.extend_from_slice(self.boundary.as_bytes());
        self.bytes.extend_from_slice(b"\r\nContent-Disposition: form-data; name=\"");
        for byte in name.bytes() {
            match byte {
                b'\r' => self.bytes.extend_from_slice(b"%0D"),
                b'\n' => self.bytes.extend_from_slice(b"%0A"),
                b'"' => self.bytes.extend_from_slice(b"%22"),
                b'\\' => self.bytes.extend_from_slice(b"\\\\"),
                other => self.bytes.push(other),
            }
        }
        self.bytes.extend_from_slice(b"\"\r\n\r\n");
    }

    /// Ends a part whose text begins at `start`.
    fn tail(&mut self, start: usize) {
        let text = self.bytes.get(start..).unwrap_or_default();
        self.clash |= occurs(self.boundary.as_bytes(), text);
        self.bytes.extend_from_slice(b"\r\n");
    }

    /// The boundary and the bytes.
    fn finish(mut self) -> (String, Vec<u8>) {
        self.bytes.extend_from_slice(b"--");
        self.bytes.extend_from_slice(self.boundary.as_bytes());
        self.bytes.extend_from_slice(b"--\r\n");
        (self.boundary, self.bytes)
    }
}

fn occurs(boundary: &[u8], text: &[u8]) -> bool {
    let Some((first, rest)) = boundary.split_first() else { return true };
    let mut starts = text.iter().enumerate().filter(|(_, byte)| *byte == first);
    text.len() >= boundary.len()
        && starts.any(|(at, _)| text.get(at + 1..).is_some_and(|after| after.starts_with(rest)))
}
