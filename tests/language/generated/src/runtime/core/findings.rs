//! Violations while they are collected.

use super::dropped::Dropped;
use super::place::Place;
use super::{RuleId, Violation, Violations};

/// What was found so far, up to a bound.
#[derive(Debug)]
pub(crate) struct Findings {
    list: Vec<Violation>,
    omitted: usize,
    limit: usize,
    dropped: Dropped,
}

impl Findings {
    /// How many are kept of a message that somebody else wrote.
    pub(crate) const FOREIGN: usize = 100;

    /// All that is found.
    pub(crate) const fn all() -> Self {
        Self::up_to(usize::MAX)
    }

    /// The first `limit`; the rest is counted.
    pub(crate) const fn up_to(limit: usize) -> Self {
        Self { list: Vec::new(), omitted: 0, limit, dropped: Dropped::none() }
    }

    /// Keeps what `make` makes and shows it, or counts it.
    #[inline]
    pub(crate) fn add(&mut self, make: impl FnOnce() -> Violation) -> Option<&mut Violation> {
        if self.list.len() >= self.limit {
            self.omitted += 1;
            return None;
        }
        if self.list.is_empty() {
            self.list.reserve_exact(12); // one allocation for nearly every invalid value
        }
        self.list.push(make());
        self.list.last_mut()
    }

    /// Remembers that reading left an item out of a list, having said why.
    #[cold]
    pub(crate) fn dropped(&mut self, list: &Place<'_>, index: usize) {
        if self.omitted == 0 {
            self.dropped.add(&list.pointer(), index);
        } // else no violation that follows is kept, wherever it stands
    }

    /// Appends what validation found to what reading found, save at places where reading already stopped, and below them:
    /// what stands in for a missing value is not judged. Validation sees lists without the items that reading left out;
    /// what it finds is told at the place where it came from. How many there are of what reading could not take in full,
    /// and whether there are any, is not judged.
    pub(crate) fn judged(mut self, validated: Self) -> Violations {
        let original = |later: Violation| Violation { pointer: self.dropped.original(later.pointer), ..later };
        let judged: Vec<Violation> = validated.list.into_iter().map(original).collect();
        let stopped = |later: &Violation| {
            self.list.iter().any(|earlier| earlier.rule.id().stops() && later.pointer.is_within(&earlier.pointer))
        };
        let counts_in_vain = |later: &Violation| {
            let stops = |inner: &Violation| inner.rule.id().stops() && inner.pointer.is_right_below(&later.pointer);
            let counts = later.rule.id().counts() || later.rule.id() == RuleId::Required;
            counts && self.list.iter().chain(&judged).any(stops)
        };
        let told = |later: &&Violation| !stopped(later) && !counts_in_vain(later);
        let later: Vec<_> = judged.iter().filter(told).cloned().collect();
        self.omitted += validated.omitted;
        for violation in later {
            self.add(|| violation);
        }
        self.finish()
    }

    pub(crate) fn append(&mut self, other: Self) {
        self.omitted += other.omitted;
        self.dropped.append(other.dropped);
        for violation in other.list {
            self.add(|| violation);
        }
    }

    /// Keeps the violations that a test lets pass.
    pub(crate) fn retain(&mut self, keep: impl FnMut(&Violation) -> bool) {
        self.list.retain(keep);
    }

    pub(crate) fn pop(&mut self) -> Option<Violation> {
        self.list.pop()
    }

    pub(crate) fn finish(self) -> Violations {
        Violations { list: self.list, omitted: self.omitted }
    }
}
