//! Requests and responses.

use std::fmt;

use super::{Entry, Fact, Half, Word};
use crate::diagnostic::Place;

/// A method, such as `POST`; an upper-case token of HTTP (RFC 9110, 9.1) once `check` has passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method(pub String);

/// A path with `{variables}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathTemplate {
    /// As written; begins with `/` once `check` has passed.
    pub text: String,
    /// Its segments.
    pub segments: Vec<Segment>,
}

/// What stands between two slashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Text as it is.
    Literal(String),
    /// A variable that is a segment of its own.
    Variable(String),
    /// Braces that this version cannot read, such as a variable beside text.
    Other(String),
}

impl PathTemplate {
    /// Takes a path apart.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let segment = |segment: &str| match segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(name) if !name.is_empty() && !name.contains(['{', '}']) => Segment::Variable(name.to_owned()),
            _ if segment.contains(['{', '}']) => Segment::Other(segment.to_owned()),
            _ => Segment::Literal(segment.to_owned()),
        };
        let inner = text.strip_prefix('/').unwrap_or(text);
        Self { text: text.to_owned(), segments: inner.split('/').map(segment).collect() }
    }

    /// The names of its variables, in order.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Variable(name) => Some(name.as_str()),
            Segment::Literal(_) | Segment::Other(_) => None,
        })
    }
}

/// A media type, in lower case and without parameters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MediaType(pub String);

impl MediaType {
    /// Whether it is JSON: `application/json`, `text/json`, `*+json`.
    #[must_use]
    pub fn is_json(&self) -> bool {
        matches!(self.0.as_str(), "application/json" | "text/json") || self.0.ends_with("+json")
    }

    /// Which form it is, if it is one.
    #[must_use]
    pub fn form(&self) -> Option<FormKind> {
        match self.0.as_str() {
            "multipart/form-data" => Some(FormKind::Multipart),
            "application/x-www-form-urlencoded" => Some(FormKind::Urlencoded),
            _ => None,
        }
    }
}

/// How the fields of a form are written, each as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FormKind {
    /// `multipart/form-data`: a part each.
    Multipart,
    /// `application/x-www-form-urlencoded`: `name=value` each.
    Urlencoded,
}

impl FormKind {
    /// A body of it, in messages.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Multipart => "a multipart body",
            Self::Urlencoded => "a form body",
        }
    }
}

/// The body of a request or a response.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Its media type; JSON where nothing is said.
    pub media_type: Option<Fact<MediaType>>,
    /// What is accepted as well.
    pub other_media_types: Vec<Fact<MediaType>>,
    /// What it holds; without a name.
    pub entry: Entry,
}

impl Body {
    /// Which form it is read and written as, if it is one.
    #[must_use]
    pub fn form(&self) -> Option<FormKind> {
        self.media_type.as_ref()?.value.form()
    }
}

/// A response.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// The statuses that it is for.
    pub key: StatusKey,
    /// Where the key stands.
    pub place: Place,
    /// The part that it comes from, unless it is the endpoint's own.
    pub part: Option<Word>,
    /// Whether the page names it.
    pub documented: bool,
    /// The author's words.
    pub doc: Option<String>,
    /// What is unclear.
    pub doubts: Vec<String>,
    /// What comes with it; `None` where nothing is said.
    pub body: Option<Fact<ResponseBody>>,
    /// What is known better, or inferred.
    pub halves: Vec<Half>,
}

/// What comes with a response.
#[derive(Clone, Debug, PartialEq)]
pub enum ResponseBody {
    /// The page says that nothing comes.
    None,
    /// Nobody promises it: read and dropped.
    Ignored,
    /// A body.
    Content(Box<Body>),
}

/// A key of `responses`; the order is that of exactness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StatusKey {
    /// One status.
    Status(u16),
    /// `1XX` to `5XX`, by its first digit.
    Range(u8),
    /// Any 2xx: the page names no status.
    Success,
    /// All others.
    Default,
}

impl StatusKey {
    /// Whether it is for a success.
    #[must_use]
    pub const fn is_success(self) -> bool {
        matches!(self, Self::Status(200..=299) | Self::Range(2) | Self::Success)
    }

    /// Whether a status is one of its own.
    #[must_use]
    pub fn covers(self, status: u16) -> bool {
        match self {
            Self::Status(exact) => exact == status,
            Self::Range(class) => status / 100 == u16::from(class),
            Self::Success => status / 100 == 2,
            Self::Default => true,
        }
    }
}

impl fmt::Display for StatusKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => write!(f, "{status}"),
            Self::Range(class) => write!(f, "{class}XX"),
            Self::Success => f.write_str("success"),
            Self::Default => f.write_str("default"),
        }
    }
}
