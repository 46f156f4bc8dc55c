//! What a broken rule means for a request.

use super::BuildError;
use crate::runtime::{Pointer, RuleId, Violation};

/// What happens to a request that breaks a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Level {
    /// It is not sent.
    Error,
    /// It is sent, and the observer hears of it.
    Warn,
    /// It is sent, and nobody hears of it.
    Off,
}

/// What broken rules mean, by rule and place, as in
/// `Policy::new().rule(RuleId::Pattern, Level::Warn).at("/body/metadata", Level::Off)`.
///
/// The last entry that fits decides. Without one, a rule that the documentation states, or a better source, is an error,
/// and one that is only inferred warns.
///
/// See [validation](crate::guide::validation) in the guide.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    entries: Vec<Entry>,
    /// What should have been a pointer.
    bad_pointer: Option<String>,
}

#[derive(Clone, Debug)]
struct Entry {
    rule: Option<RuleId>,
    within: Option<Pointer>,
    level: Level,
}

impl Policy {
    /// No entry: documented rules are errors, inferred ones warn.
    #[must_use]
    pub const fn new() -> Self {
        Self { entries: Vec::new(), bad_pointer: None }
    }

    /// One level for all rules, inferred ones too.
    #[must_use]
    pub fn all(level: Level) -> Self {
        Self::new().entry(None, None, level)
    }

    /// The level of a rule.
    #[must_use]
    pub fn rule(self, rule: RuleId, level: Level) -> Self {
        self.entry(Some(rule), None, level)
    }

    /// The level of all rules at a place and below it, such as `/body/toAddress`. What is no pointer into a request is
    /// an error where the policy is used.
    #[must_use]
    pub fn at(self, pointer: &str, level: Level) -> Self {
        self.entry(None, Some(pointer), level)
    }

    /// The level of a rule at a place and below it.
    #[must_use]
    pub fn rule_at(self, rule: RuleId, pointer: &str, level: Level) -> Self {
        self.entry(Some(rule), Some(pointer), level)
    }

    fn entry(mut self, rule: Option<RuleId>, pointer: Option<&str>, level: Level) -> Self {
        match pointer.map(str::parse).transpose() {
            Ok(within) => self.entries.push(Entry { rule, within, level }),
            Err(_) => self.bad_pointer = pointer.map(str::to_owned),
        }
        self
    }

    /// This policy, and `base` where this one says nothing.
    pub(super) fn or(self, mut base: Self) -> Self {
        base.entries.extend(self.entries);
        Self { entries: base.entries, bad_pointer: self.bad_pointer.or(base.bad_pointer) }
    }

    pub(super) fn checked(&self) -> Result<(), BuildError> {
        self.bad_pointer.as_ref().map_or(Ok(()), |pointer| Err(BuildError::Pointer(pointer.clone())))
    }

    pub(super) fn level(&self, violation: &Violation) -> Level {
        let fits = |entry: &&Entry| {
            entry.rule.is_none_or(|rule| rule == violation.rule.id())
                && entry.within.as_ref().is_none_or(|place| violation.pointer.is_within(place))
        };
        let fallback = if violation.inferred { Level::Warn } else { Level::Error };
        self.entries.iter().rev().find(fits).map_or(fallback, |entry| entry.level)
    }
}
