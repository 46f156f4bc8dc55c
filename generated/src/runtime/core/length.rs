//! What the length of a text counts.

use std::fmt::Display;

use super::format;

/// What the length of a text counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LengthUnit {
    /// Characters: code points of Unicode.
    CodePoints,
    /// Code units of UTF-16, as JavaScript, Java and C# count.
    Utf16,
    /// Bytes of UTF-8.
    Bytes,
}

impl LengthUnit {
    /// The length of a text.
    #[must_use]
    pub fn count(self, text: &str) -> usize {
        match self {
            Self::CodePoints => text.chars().count(),
            Self::Utf16 => text.encode_utf16().count(),
            Self::Bytes => text.len(),
        }
    }

    /// Whether a text is at least so long, read no further than needed.
    #[inline]
    pub(crate) fn has(self, text: &str, bound: usize) -> bool {
        match self {
            Self::CodePoints => format::has_chars(text, bound),
            Self::Utf16 => bound == 0 || text.encode_utf16().nth(bound - 1).is_some(),
            Self::Bytes => text.len() >= bound,
        }
    }

    /// Whether a text is at most so long.
    #[inline]
    pub(crate) fn is_within(self, text: &str, bound: usize) -> bool {
        text.len() <= bound || !self.has(text, bound.saturating_add(1))
    }

    /// So many of it: `7 bytes`.
    pub(crate) fn counted<N: Display + PartialEq + From<u8>>(self, count: &N) -> String {
        let noun = match self {
            Self::CodePoints => "character",
            Self::Utf16 => "UTF-16 code unit",
            Self::Bytes => "byte",
        };
        format!("{count} {noun}{}", if *count == N::from(1) { "" } else { "s" })
    }
}
