//! The text of a value where the wire is text: in forms, headers and paths.

use std::fmt::{self, Display, Write as _};
use std::ops::Deref;

/// A text on the wire: borrowed, owned, or short and kept in place. Its `Debug` says how long it is, and not what, since
/// secrets become one too.
pub struct WireText<'a>(Repr<'a>);

enum Repr<'a> {
    Borrowed(&'a str),
    Owned(String),
    Short(Short),
}

impl Deref for WireText<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Repr::Borrowed(text) => text,
            Repr::Owned(text) => text,
            Repr::Short(short) => short.as_str(),
        }
    }
}

impl<'a> From<&'a str> for WireText<'a> {
    fn from(text: &'a str) -> Self {
        Self(Repr::Borrowed(text))
    }
}

impl From<String> for WireText<'_> {
    fn from(text: String) -> Self {
        Self(Repr::Owned(text))
    }
}

impl From<i64> for WireText<'_> {
    fn from(number: i64) -> Self {
        Self::short(number)
    }
}

impl From<u64> for WireText<'_> {
    fn from(number: u64) -> Self {
        Self::short(number)
    }
}

impl WireText<'_> {
    /// An integer of 64 bits: the longest has 20 bytes.
    fn short(number: impl Display) -> Self {
        let mut short = Short { bytes: [0; 20], len: 0 };
        _ = write!(short, "{number}");
        Self(Repr::Short(short))
    }
}

impl fmt::Debug for WireText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WireText({} bytes)", self.len())
    }
}

/// At most 20 bytes.
struct Short {
    bytes: [u8; 20],
    len: usize,
}

impl Short {
    fn as_str(&self) -> &str {
        self.bytes.get(..self.len).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

impl std::fmt::Write for Short {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.len + text.len();
        self.bytes.get_mut(self.len..end).ok_or(std::fmt::Error)?.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}
