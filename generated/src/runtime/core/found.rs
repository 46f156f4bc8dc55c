//! What stood in place of an allowed value: the least that explains a violation.

use std::fmt;

use super::Kind;
use super::escape::Escaped;

/// What was found in place of an allowed value.
///
/// Its `Display` and `Debug` leave the texts of people out, so that no address reaches a log unasked; `{:#}` shows the
/// start of a text.
#[derive(Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Found {
    /// Nothing.
    Nothing,
    /// A value of this kind.
    Kind(Kind),
    /// A text of so many characters (code points).
    Characters(usize),
    /// An integer.
    Integer(i64),
    /// A number.
    Number(f64),
    /// A number that the type asked for cannot hold.
    LargerNumber,
    /// A text.
    Text(Excerpt),
}

impl Found {
    pub(crate) const NULL: Self = Self::Kind(Kind::Null);

    pub(crate) fn text(text: &str) -> Self {
        Self::Text(Excerpt::of(text))
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("nothing"),
            Self::Kind(kind) => kind.fmt(f),
            Self::Characters(1) => f.write_str("1 character"),
            Self::Characters(count) => write!(f, "{count} characters"),
            Self::Integer(value) => value.fmt(f),
            Self::Number(value) => value.fmt(f),
            Self::LargerNumber => f.write_str("a number beyond it"),
            Self::Text(text) => text.fmt(f),
        }
    }
}

impl fmt::Debug for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// The start of a text, kept in place: reporting it allocates nothing.
///
/// Its `Display` and `Debug` say how long the text is; `{:#}` and [`as_str`](Self::as_str) show what was kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Excerpt {
    characters: u32,
    bytes: [u8; Self::LIMIT],
    len: u8,
}

impl Excerpt {
    const LIMIT: usize = 22;

    #[allow(clippy::cast_possible_truncation, reason = "at most LIMIT")]
    pub(crate) fn of(text: &str) -> Self {
        let mut len = text.len().min(Self::LIMIT);
        while !text.is_char_boundary(len) {
            len -= 1;
        }
        let mut bytes = [0; Self::LIMIT];
        for (to, from) in bytes.iter_mut().zip(text.as_bytes().iter().take(len)) {
            *to = *from;
        }
        let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        Self { characters, bytes, len: len as u8 }
    }

    /// What was kept: at most 22 bytes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.bytes.get(..usize::from(self.len)).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// How many characters (code points) the whole text has.
    #[must_use]
    pub const fn characters(&self) -> u32 {
        self.characters
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            let kept = self.as_str();
            let cut = kept.chars().count() < usize::try_from(self.characters).unwrap_or(usize::MAX);
            return write!(f, "\"{}\"{}", Escaped(kept), if cut { "…" } else { "" });
        }
        let plural = if self.characters == 1 { "" } else { "s" };
        write!(f, "text of {} character{plural}", self.characters)
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
