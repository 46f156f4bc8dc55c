//! Which keys may stand where: a place, and what the halves around it change.

use super::table::{At, Row, Site};

/// A place of the language, seen from what stands around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Scope {
    /// The place.
    pub(crate) at: At,
    /// The place that a half belongs to.
    pub(crate) half_of: Option<At>,
    /// Whether it is a half, or stands within one.
    pub(crate) in_half: bool,
}

impl Scope {
    /// A place with nothing around it.
    pub(crate) const fn of(at: At) -> Self {
        Self { at, half_of: None, in_half: false }
    }

    /// A place within this one.
    pub(crate) fn inner(self, at: At) -> Self {
        let half = at == At::Half;
        Self { at, half_of: half.then_some(self.at), in_half: self.in_half || half }
    }

    /// What a key is here, if it may stand here.
    pub(crate) fn site(self, row: &Row) -> Option<&'static Site> {
        if self.in_half && row.is_half() {
            return None;
        }
        row.site(self.at).or_else(|| row.site(self.half_of?).filter(|_| row.fact))
    }
}
