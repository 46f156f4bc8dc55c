//! What stood in place of an allowed value: the least that explains a violation.

use std::fmt;

use super::escape::Escaped;
use super::{Kind, LengthUnit};

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
    /// `true` or `false`.
    Boolean(bool),
    /// A text of this length.
    Length(LengthUnit, usize),
    /// An integer.
    Integer(i64),
    /// An integer without a sign.
    Unsigned(u64),
    /// A number.
    Number(f64),
    /// A number that the type asked for cannot hold.
    LargerNumber,
    /// A text.
    Text(Excerpt),
    /// A list of so many items.
    Items(usize),
    /// A list whose item of this index equals an earlier one.
    Repeated(usize),
    /// An object with so many keys.
    Properties(usize),
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
            Self::Boolean(value) => value.fmt(f),
            Self::Length(unit, count) => f.write_str(&unit.counted(count)),
            Self::Integer(value) => value.fmt(f),
            Self::Unsigned(value) => value.fmt(f),
            Self::Number(value) => value.fmt(f),
            Self::LargerNumber => f.write_str("a number beyond it"),
            Self::Text(text) => text.fmt(f),
            Self::Items(1) => f.write_str("1 item"),
            Self::Items(count) => write!(f, "{count} items"),
            Self::Repeated(index) => write!(f, "item {index} again"),
            Self::Properties(1) => f.write_str("1 key"),
            Self::Properties(count) => write!(f, "{count} keys"),
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
    /// How many characters follow.
    rest: u32,
    bytes: [u8; Self::LIMIT],
    len: u8,
    cut: bool,
}

impl Excerpt {
    const LIMIT: usize = 18;
    pub(crate) const EMPTY: Self = Self { rest: 0, bytes: [0; Self::LIMIT], len: 0, cut: false };

    pub(crate) fn of(text: &str) -> Self {
        let mut excerpt = Self::EMPTY;
        excerpt.fill(text);
        excerpt
    }

    /// Takes the start of a text; to be called where the excerpt stays, since moving bytes just written stalls.
    #[inline]
    pub(crate) fn fill(&mut self, text: &str) {
        if text.len() <= Self::LIMIT {
            self.keep(text);
        } else {
            self.cut(text);
        }
    }

    #[inline(never)]
    fn cut(&mut self, text: &str) {
        let boundary = (0..=Self::LIMIT).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
        let (kept, rest) = text.split_at_checked(boundary).unwrap_or_default();
        self.keep(kept);
        self.rest = u32::try_from(rest.chars().count()).unwrap_or(u32::MAX);
        self.cut = true;
    }

    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "at most LIMIT")]
    fn keep(&mut self, kept: &str) {
        if let Some(to) = self.bytes.get_mut(..kept.len()) {
            to.copy_from_slice(kept.as_bytes());
            self.len = kept.len() as u8;
        }
    }

    /// What was kept: at most 18 bytes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.bytes.get(..usize::from(self.len)).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// How many characters (code points) the whole text has.
    #[must_use]
    pub fn characters(&self) -> usize {
        self.as_str().chars().count() + usize::try_from(self.rest).unwrap_or(usize::MAX)
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return write!(f, "\"{}\"{}", Escaped(self.as_str()), if self.cut { "…" } else { "" });
        }
        let characters = self.characters();
        write!(f, "text of {characters} character{}", if characters == 1 { "" } else { "s" })
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
