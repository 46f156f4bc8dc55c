//! Reading JSON: every deviation is seen and none stops the rest.

use std::fmt;

use super::findings::Findings;
use super::place::Place;
use super::{Element, Found, Kind, Node, Rule, Section, Value, Violation, Violations};

/// A body that cannot be read at all: it is not of its media type, or its root is of another kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Undecodable {
    /// It is no JSON.
    NotJson,
    /// It is JSON as far as it was read, but of what no value here can hold: a number beyond 64 bits of floating point
    /// such as `1e400`, half of a surrogate pair such as `"\ud800"`, or more than 127 lists and objects in each other.
    BeyondJson,
    /// It is no `multipart/form-data`.
    NotMultipart,
    /// It is JSON of another kind.
    AnotherKind {
        /// The kind of the documentation.
        expected: Kind,
        /// The kind that came.
        found: Kind,
    },
    /// It is none of the values that the documentation lists, and its type holds these alone.
    NotListed,
    /// It belongs to another endpoint than the one asked for.
    AnotherEndpoint,
    /// The request is that of another endpoint: method, path or name differ.
    AnotherRequest,
    /// The JSON is no request that was kept.
    NoRequest,
}

impl fmt::Display for Undecodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson => f.write_str("/body: expected JSON, found other bytes"),
            Self::BeyondJson => f.write_str(
                "/body: this JSON cannot be held: a number, half a surrogate pair or the depth is beyond what is read here",
            ),
            Self::NotMultipart => f.write_str("/body: expected multipart/form-data, found other bytes"),
            Self::AnotherKind { expected, found } => write!(f, "/body: expected {expected}, found {found}"),
            Self::NotListed => f.write_str("/body: expected one of the listed values, found another"),
            Self::AnotherEndpoint => f.write_str("another endpoint answered"),
            Self::AnotherRequest => f.write_str("the request is for another endpoint: its method, path or name differs"),
            Self::NoRequest => f.write_str("the JSON is no request that was kept"),
        }
    }
}

impl std::error::Error for Undecodable {}

/// What reading noticed.
#[derive(Debug)]
pub(crate) struct Log {
    pub(crate) findings: Findings,
    /// A required value is missing; what was read is not to be used.
    pub(crate) incomplete: bool,
}

impl Log {
    pub(crate) const fn new() -> Self {
        Self { findings: Findings::up_to(Findings::FOREIGN), incomplete: false }
    }
}

/// Where reading stands, and what it noticed.
pub struct Reader<'a> {
    pub(super) place: Place<'a>,
    pub(super) log: &'a mut Log,
}

impl<'a> Reader<'a> {
    pub(crate) const fn of(section: Section, log: &'a mut Log) -> Self {
        Self { place: Place::Section(section), log }
    }

    pub(super) fn muted<T>(read: impl FnOnce(Reader<'_>) -> T) -> T {
        read(Reader::of(Section::Body, &mut Log::new()))
    }

    pub(super) const fn again(&mut self) -> Reader<'_> {
        Reader { place: self.place, log: self.log }
    }

    /// Another kind stood here; reads as nothing.
    #[cold]
    pub(super) fn another_kind<T>(&mut self, expected: Kind, found: &Node<'_>) -> Option<T> {
        self.broken(Rule::Type(expected), Found::Kind(found.kind()))
    }

    /// A rule is broken here; reads as nothing.
    #[cold]
    pub(crate) fn broken<T>(&mut self, rule: Rule, found: Found) -> Option<T> {
        let place = self.place;
        self.log.findings.add(|| Violation { pointer: place.pointer(), rule, found, inferred: false });
        None
    }
}

/// A value from JSON, and every rule that reading breaks; the rules of the validator are not among them.
///
/// # Errors
/// When it is no JSON, or its root is of another kind.
pub fn from_json<T: Element>(json: &str) -> Result<(T, Violations), Undecodable> {
    let mut log = Log::new();
    let value = root(parse(json.as_bytes())?, &mut log)?;
    Ok((value, log.findings.finish()))
}

/// The JSON that a body is, behind a byte order mark, which RFC 8259, 8.1 lets readers skip.
pub(crate) fn parse(body: &[u8]) -> Result<Node<'_>, Undecodable> {
    serde_json::from_slice(body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)).map_err(|error| undecodable(&error))
}

#[cold]
fn undecodable(error: &serde_json::Error) -> Undecodable {
    // The category of these is that of bad syntax; only the message tells them apart.
    const LIMITS: [&str; 4] =
        ["number out of range", "lone leading surrogate", "unexpected end of hex escape", "recursion limit exceeded"];
    let message = error.to_string();
    if LIMITS.iter().any(|limit| message.starts_with(limit)) { Undecodable::BeyondJson } else { Undecodable::NotJson }
}

/// A value of a whole body.
pub(crate) fn root<T: Element>(node: Node<'_>, log: &mut Log) -> Result<T, Undecodable> {
    let found = node.kind();
    T::read_element(node, &mut Reader::of(Section::Body, log)).ok_or_else(|| match log.findings.pop() {
        Some(Violation { rule: Rule::Type(expected), .. }) => Undecodable::AnotherKind { expected, found },
        Some(Violation { rule: Rule::Enum(_) | Rule::EnumOfIntegers(_), .. }) => Undecodable::NotListed,
        _ => Undecodable::BeyondJson, // a number that its type cannot hold
    })
}
