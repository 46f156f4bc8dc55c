//! Writing `multipart/form-data` (RFC 7578), an endpoint's own names escaped as browsers do, and a backslash by another
//! (RFC 2045), lest it escape what follows. Readers undo that in one way or another; so names that callers choose are
//! written as they are, or not at all.

use std::fmt;

use super::Form;
use super::form::Texts;

/// A multipart body in the making: each text is a part. Its `Debug` says how much there is, and not what.
pub struct Multipart {
    boundary: String,
    bytes: Vec<u8>,
    clash: bool,
    /// The first name of a caller that no part can have.
    refused: Option<String>,
}

/// Why a form is not written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unwritable {
    /// All boundaries occur in the parts.
    Boundary,
    /// No part can have this name.
    Name(String),
}

impl Form<Multipart> {
    /// Writes a body between boundaries of `boundaries`, the first that occurs in no part.
    pub(crate) fn write(
        boundaries: impl Iterator<Item = String>,
        parts: impl Fn(&mut Self),
    ) -> Result<(String, Vec<u8>), Unwritable> {
        for boundary in boundaries {
            let mut form = Self(Multipart { boundary, bytes: Vec::with_capacity(512), clash: false, refused: None });
            parts(&mut form);
            match form.0 {
                Multipart { refused: Some(name), .. } => return Err(Unwritable::Name(name)),
                written @ Multipart { clash: false, .. } => return Ok(written.finish()),
                Multipart { .. } => {}
            }
        }
        Err(Unwritable::Boundary)
    }
}

impl Texts for Multipart {
    fn text(&mut self, name: &str, text: &str) {
        head(&self.boundary, name, &mut self.bytes);
        self.bytes.extend_from_slice(text.as_bytes());
        self.clash |= occurs(self.boundary.as_bytes(), text.as_bytes());
        self.bytes.extend_from_slice(b"\r\n");
    }

    fn foreign(&mut self, name: &str) {
        if self.refused.is_none() && !is_plain(name) {
            self.refused = Some(name.to_owned());
        }
    }

    fn has(&self, name: &str) -> bool {
        let mut wanted = Vec::new();
        head(&self.boundary, name, &mut wanted);
        occurs(&wanted, &self.bytes)
    }
}

/// Whether all readers take a name that is written as it is for the same.
fn is_plain(name: &str) -> bool {
    const ESCAPES: [&str; 5] = ["%22", "%0a", "%0A", "%0d", "%0D"];
    !name.contains(|char: char| char.is_ascii_control() || matches!(char, '"' | '\\'))
        && !ESCAPES.iter().any(|escape| name.contains(escape))
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
