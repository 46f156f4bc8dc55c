//! What a broken constraint looks like.

use std::fmt;

use super::{Found, Pointer, Rule};

/// A value breaks a rule of its documentation.
///
/// Its `Display` leaves the texts of people out; `{:#}` shows the start of them.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Violation {
    /// Where the value stands, such as `/body/type`.
    pub pointer: Pointer,
    /// The rule, with what it allows.
    pub rule: Rule,
    /// What stood there.
    pub found: Found,
    /// The rule is only inferred from an example: a warning, unless the caller's policy says otherwise.
    pub inferred: bool,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { pointer, rule, found, .. } = self;
        if f.alternate() {
            write!(f, "{pointer}: found {found:#}, allowed: {rule} [{}]", rule.id())
        } else {
            write!(f, "{pointer}: found {found}, allowed: {rule} [{}]", rule.id())
        }
    }
}

/// All violations of one value, in the order of its fields: a slice of [`Violation`]s.
///
/// Its `Display` shows the first ten and counts the rest; `{:#}` shows the start of texts too.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Violations {
    pub(crate) list: Vec<Violation>,
    pub(crate) omitted: usize,
}

impl Violations {
    /// How many more there were: of a message that somebody else wrote, at most 100 are kept.
    #[must_use]
    pub const fn omitted(&self) -> usize {
        self.omitted
    }
}

impl std::ops::Deref for Violations {
    type Target = [Violation];

    fn deref(&self) -> &[Violation] {
        &self.list
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 10;
        for (index, violation) in self.list.iter().take(SHOWN).enumerate() {
            f.write_str(if index == 0 { "" } else { "; " })?;
            fmt::Display::fmt(violation, f)?;
        }
        match self.list.len().saturating_sub(SHOWN) + self.omitted {
            0 => Ok(()),
            more => write!(f, "; and {more} more"),
        }
    }
}
