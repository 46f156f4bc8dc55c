//! Facts with where they come from.

use std::fmt;

use crate::diagnostic::Place;

/// A statement of a spec.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact<T> {
    /// What is stated.
    pub value: T,
    /// Who says so.
    pub origin: Origin,
    /// Where it is stated.
    pub place: Place,
}

/// Who states a fact. Documented and known facts are enforced; inferred ones warn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// The page.
    Page,
    /// A sample, a name or another page suggests it.
    Inferred,
    /// A better source states it.
    Known,
}

impl Origin {
    /// One word: `page`, or the key of the half.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Inferred => "inferred",
            Self::Known => "known",
        }
    }
}

impl<T> Fact<T> {
    /// Whether breaking it is a warning only.
    #[must_use]
    pub fn warns(&self) -> bool {
        self.origin == Origin::Inferred
    }

    /// The same, of another value.
    pub fn with<U>(&self, value: U) -> Fact<U> {
        Fact { value, origin: self.origin, place: self.place }
    }
}

/// A text with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// `known` or `inferred` beside what the page says: what it changes, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Half {
    /// [`Origin::Known`] or [`Origin::Inferred`].
    pub origin: Origin,
    /// The reason, in the author's words.
    pub why: String,
    /// An entry of the API's `sources`.
    pub source: Option<Word>,
    /// Where it stands.
    pub place: Place,
    /// The facts that it states, in the order of the key table.
    pub changes: Vec<Change>,
}

/// One fact of a half, in the words that documentation uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The key, such as `type` or `max_length`.
    pub key: &'static str,
    /// What the page says under that key or, for a shape, instead; nothing where it is silent.
    pub page: Option<Told>,
    /// What holds instead; an object is "an object with …".
    pub value: Told,
}

impl Change {
    /// What stands in place of a fact that is taken back.
    pub const WITHDRAWN: &str = "no such fact";
}

/// A fact in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// In few words: a long list ends in an ellipsis.
    pub brief: String,
    /// With all that is listed.
    pub full: String,
}
