//! Where a server's answer differs from the documentation.

use std::fmt;

use super::escape::{Escaped, cut};
use super::{Undecodable, Violation};

/// A server's answer differs from the documentation.
///
/// Its `Display` leaves the texts of people out; `{:#}` shows the start of them.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Deviation {
    /// A rule is broken.
    Broken(Violation),
    /// A status that the documentation does not list.
    UnknownStatus(u16),
    /// A media type that the documentation does not list, or what stood in its place.
    MediaType(String),
    /// A body where the documentation says that none comes.
    UnexpectedBody,
    /// The body is not of the documented kind at all.
    Undecodable(Undecodable),
    /// So many more rules are broken: of one answer, at most 100 are told one by one.
    More(usize),
}

impl Deviation {
    pub(crate) fn media_type(found: &[u8]) -> Self {
        Self::MediaType(cut(&String::from_utf8_lossy(found)))
    }
}

impl fmt::Display for Deviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(violation) => violation.fmt(f),
            Self::UnknownStatus(status) => write!(f, "status {status} is not documented"),
            Self::MediaType(found) => write!(f, "media type {} is not documented", Escaped(found)),
            Self::UnexpectedBody => f.write_str("a body is not documented"),
            Self::Undecodable(error) => error.fmt(f),
            Self::More(count) => write!(f, "and {count} more"),
        }
    }
}
