//! Where validation and reading stand: free until somebody asks for the pointer.

use std::fmt;

use super::pointer::Token;
use super::{Pointer, Section, escape};

/// A place as a chain of stack frames.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    Section(Section),
    Key(&'a Place<'a>, &'a str),
    Index(&'a Place<'a>, usize),
}

impl Place<'_> {
    pub(crate) fn field(&self, name: &'static str) -> Pointer {
        match self {
            Self::Section(section) => Pointer::field(*section, name),
            _ => Place::Key(self, name).pointer(),
        }
    }

    pub(crate) fn item(&self, name: &'static str, index: usize) -> Pointer {
        match (self, u32::try_from(index)) {
            (Self::Section(section), Ok(index)) => Pointer::item(*section, name, index),
            _ => Place::Index(&Place::Key(self, name), index).pointer(),
        }
    }

    /// How many bytes a name can have and still be shown whole: others may have written it.
    const LONG: usize = 200;

    /// The pointer to a field that somebody else named.
    pub(crate) fn foreign(&self, name: &str) -> Pointer {
        Place::Key(self, name).pointer()
    }

    pub(crate) fn pointer(&self) -> Pointer {
        match self {
            Self::Section(section) => Pointer::section(*section),
            _ => Pointer::text(self.to_string()),
        }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(section) => f.write_str(section.as_str()),
            Self::Key(parent, name) if name.len() > Self::LONG => write!(f, "{parent}/{}", Token(&escape::cut(name))),
            Self::Key(parent, name) => write!(f, "{parent}/{}", Token(name)),
            Self::Index(parent, index) => write!(f, "{parent}/{index}"),
        }
    }
}
