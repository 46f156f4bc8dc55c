//! Writing `multipart/form-data` (RFC 7578), names escaped as browsers do, and a backslash by another
//! (RFC 2045), lest it escape what follows.

use std::fmt;

use super::Form;
use super::form::Texts;

/// A multipart body in the making: each text is a part. Its `Debug` says how much there is, and not what.
pub struct Multipart {
    boundary: String,
    bytes: Vec<u8>,
    clash: bool,
}

impl Form<Multipart> {
    /// Writes a body between boundaries of `boundaries`, the first that occurs in no part; nothing if they run out.
    pub(crate) fn write(
        mut boundaries: impl Iterator<Item = String>,
        parts: impl Fn(&mut Self),
    ) -> Option<(String, Vec<u8>)> {
        boundaries.find_map(|boundary| {
            let mut form = Self(Multipart { boundary, bytes: Vec::with_capacity(512), clash: false });
            parts(&mut form);
            if form.0.clash { None } else { Some(form.0.finish()) }
        })
    }
}

impl Texts for Multipart {
    fn text(&mut self, name: &str, text: &str) {
        head(&self.boundary, name, &mut self.bytes);
        self.bytes.extend_from_slice(text.as_bytes());
        self.clash |= occurs(self.boundary.as_bytes(), text.as_bytes());
        self.bytes.extend_from_slice(b"\r\n");
    }

    fn has(&self, name: &str) -> bool {
        let mut wanted = Vec::new();
        head(&self.boundary, name, &mut wanted);
        occurs(&wanted, &self.bytes)
    }
}

impl Multipart {
    /// The boundary and the bytes.
    fn finish(mut self) -> (String, Vec<u8>) {
        self.bytes.extend_from_slice(b"--");
        self.bytes.extend_from_slice(self.boundary.as_bytes());
        self.bytes.extend_from_slice(b"--\r\n");
        (self.boundary, self.bytes)
    }
}

impl fmt::Debug for Multipart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Multipart({} bytes)", self.bytes.len())
    }
}

/// What stands before the text of a part.
fn head(boundary: &str, name: &str, to: &mut Vec<u8>) {
    to.extend_from_slice(b"--");
    to.extend_from_slice(boundary.as_bytes());
    to.extend_from_slice(b"\r\nContent-Disposition: form-data; name=\"");
    for byte in name.bytes() {
        match byte {
            b'\r' => to.extend_from_slice(b"%0D"),
            b'\n' => to.extend_from_slice(b"%0A"),
            b'"' => to.extend_from_slice(b"%22"),
            b'\\' => to.extend_from_slice(b"\\\\"),
            other => to.push(other),
        }
    }
    to.extend_from_slice(b"\"\r\n\r\n");
}

fn occurs(wanted: &[u8], text: &[u8]) -> bool {
    let Some((first, rest)) = wanted.split_first() else { return true };
    let mut starts = text.iter().enumerate().filter(|(_, byte)| *byte == first);
    text.len() >= wanted.len() && starts.any(|(at, _)| text.get(at + 1..).is_some_and(|after| after.starts_with(rest)))
}
