//! UTF-8 byte by byte (RFC 3629): where in a character one stands.

/// How far a character has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Utf8 {
    /// Between two characters.
    Boundary,
    /// One byte is missing.
    One,
    /// Two bytes are missing.
    Two,
    /// Three bytes are missing.
    Three,
    /// After `E0`, which excludes overlong forms.
    AfterE0,
    /// After `ED`, which excludes surrogates.
    AfterEd,
    /// After `F0`, which excludes overlong forms.
    AfterF0,
    /// After `F4`, which ends at U+10FFFF.
    AfterF4,
}

impl Utf8 {
    /// Where one stands after the byte; nothing where no text has it.
    pub(super) fn after(self, byte: u8) -> Option<Self> {
        Some(match (self, byte) {
            (Self::Boundary, 0x00..=0x7F) | (Self::One, 0x80..=0xBF) => Self::Boundary,
            (Self::Boundary, 0xC2..=0xDF)
            | (Self::Two, 0x80..=0xBF)
            | (Self::AfterE0, 0xA0..=0xBF)
            | (Self::AfterEd, 0x80..=0x9F) => Self::One,
            (Self::Boundary, 0xE0) => Self::AfterE0,
            (Self::Boundary, 0xED) => Self::AfterEd,
            (Self::Boundary, 0xE1..=0xEF)
            | (Self::Three, 0x80..=0xBF)
            | (Self::AfterF0, 0x90..=0xBF)
            | (Self::AfterF4, 0x80..=0x8F) => Self::Two,
            (Self::Boundary, 0xF0) => Self::AfterF0,
            (Self::Boundary, 0xF4) => Self::AfterF4,
            (Self::Boundary, 0xF1..=0xF3) => Self::Three,
            _ => return None,
        })
    }
}
