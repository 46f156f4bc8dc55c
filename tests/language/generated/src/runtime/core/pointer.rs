//! Where a value stands, as a JSON Pointer (RFC 6901) rooted at the request or the response.

use std::fmt::{self, Write as _};
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use super::Malformed;
use super::escape::Escaped;

/// The part of a message that a pointer starts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Section {
    /// The variables of the path: `/path_parameters`.
    Path,
    /// The parameters of the query: `/query_parameters`.
    Query,
    /// The headers: `/headers`.
    Headers,
    /// The body: `/body`.
    Body,
}

impl Section {
    /// All sections.
    pub const ALL: [Self; 4] = [Self::Path, Self::Query, Self::Headers, Self::Body];

    /// How pointers begin that start in it, such as `/body`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Path => "/path_parameters",
            Self::Query => "/query_parameters",
            Self::Headers => "/headers",
            Self::Body => "/body",
        }
    }
}

/// A JSON Pointer such as `/body/toAddress/1`. One to a field directly below a section costs no allocation.
///
/// Its `Display` shows control characters of foreign names as `\u{1b}`; [`to_text`](Self::to_text) is exact.
#[derive(Clone)]
pub struct Pointer(Repr);

#[derive(Clone)]
enum Repr {
    Section(Section),
    Field(Section, &'static str),
    Item(Section, &'static str, u32),
    Text(Box<str>),
}

impl Pointer {
    /// The pointer to a whole section.
    #[must_use]
    pub const fn section(section: Section) -> Self {
        Self(Repr::Section(section))
    }

    pub(super) const fn field(section: Section, name: &'static str) -> Self {
        Self(Repr::Field(section, name))
    }

    pub(super) const fn item(section: Section, name: &'static str, index: u32) -> Self {
        Self(Repr::Item(section, name, index))
    }

    pub(super) fn text(text: String) -> Self {
        Self(Repr::Text(text.into()))
    }

    /// The pointer to a field below this one.
    #[must_use]
    pub fn key(&self, name: &str) -> Self {
        Self::text(format!("{}/{}", self.to_text(), Token(name)))
    }

    /// The pointer to an item below this one.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self::text(format!("{}/{index}", self.to_text()))
    }

    /// The pointer as RFC 6901 writes it.
    #[must_use]
    pub fn to_text(&self) -> String {
        match &self.0 {
            Repr::Section(section) => section.as_str().to_owned(),
            Repr::Field(section, name) => format!("{}/{}", section.as_str(), Token(name)),
            Repr::Item(section, name, index) => format!("{}/{}/{index}", section.as_str(), Token(name)),
            Repr::Text(text) => text.as_ref().to_owned(),
        }
    }

    /// Whether it points to the same place as `other` or to one below it.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        let (inner, outer) = (self.to_text(), other.to_text());
        inner.strip_prefix(outer.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl Pointer {
    /// Whether it points to a field or an item of `other`.
    pub(super) fn is_right_below(&self, other: &Self) -> bool {
        let (inner, outer) = (self.to_text(), other.to_text());
        inner.rsplit_once('/').is_some_and(|(above, _)| above == outer)
    }
}

impl FromStr for Pointer {
    type Err = Malformed;

    /// Reads a pointer that begins with a [`Section`].
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let begins = |section: Section| {
            text.strip_prefix(section.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let escapes = text.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']));
        if escapes && Section::ALL.into_iter().any(begins) {
            Ok(Self::text(text.to_owned()))
        } else {
            Err(Malformed {
                expected: "JSON Pointer that begins with /path_parameters, /query_parameters, /headers or /body",
            })
        }
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Escaped(&self.to_text()).fmt(f)
    }
}

impl fmt::Debug for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl PartialEq for Pointer {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Repr::Field(section, name), Repr::Field(other_section, other_name)) => {
                section == other_section && name == other_name
            }
            _ => self.to_text() == other.to_text(),
        }
    }
}

impl Eq for Pointer {}

impl Hash for Pointer {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.to_text().hash(state);
    }
}

impl PartialEq<str> for Pointer {
    fn eq(&self, other: &str) -> bool {
        self.to_text() == other
    }
}

impl PartialEq<&str> for Pointer {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

/// A name as a token of a pointer.
pub(super) struct Token<'a>(pub(super) &'a str);

impl fmt::Display for Token<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|character| match character {
            '~' => f.write_str("~0"),
            '/' => f.write_str("~1"),
            other => f.write_char(other),
        })
    }
}
