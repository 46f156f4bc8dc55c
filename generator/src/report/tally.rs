//! How much was found, and what that comes to.

use std::cmp::Reverse;

use super::{Findings, Task};
use crate::diagnostic::{Diagnostic, Severity};

/// How much was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) notes: usize,
}

/// What a run comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing was found, or no difference.
    Nothing,
    /// The specs differ, and the crate is the same.
    SameCrate,
    /// Nothing that somebody has to decide.
    Safe,
    /// Somebody has to look at it.
    Review,
}

impl Tally {
    pub(super) fn of<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> Self {
        let mut tally = Self::default();
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Note => tally.notes += 1,
            }
        }
        tally
    }

    /// The counts that are not zero, in words.
    pub(super) fn words(self) -> String {
        let counts = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let words: Vec<String> =
            counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| counted(count, word)).collect();
        if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
    }
}

impl Outcome {
    pub(super) fn of(findings: &Findings<'_>) -> Self {
        let mut effects = findings.diagnostics.iter().map(|diagnostic| diagnostic.effect.as_ref());
        if findings.diagnostics.is_empty() {
            Self::Nothing
        } else if findings.diagnostics.iter().any(is_open) {
            Self::Review
        } else if effects.all(|effect| effect.is_some_and(|effect| effect.keeps_the_crate())) {
            Self::SameCrate
        } else {
            Self::Safe
        }
    }

    /// The heading of a report.
    pub(super) fn heading(self, findings: &Findings<'_>) -> String {
        let open = Tally::of(findings.diagnostics.iter().filter(|diagnostic| is_open(diagnostic)));
        let is_accepted = |diagnostic: &Diagnostic| diagnostic.severity != Severity::Note;
        match (self, findings.task) {
            (Self::Nothing, Task::Check) => "docwright check: all is right".to_owned(),
            (Self::Nothing, Task::Lint) => "docwright lint: nothing to remark".to_owned(),
            (Self::Nothing, Task::Diff) => "docwright diff: no difference".to_owned(),
            (Self::SameCrate, Task::Diff) => "docwright diff: the specs differ, and the crate is the same".to_owned(),
            (Self::Safe, Task::Diff) if findings.diagnostics.iter().any(is_accepted) => {
                "docwright diff: only accepted and safe differences".to_owned()
            }
            (Self::Safe, Task::Diff) => "docwright diff: only safe differences".to_owned(),
            (Self::Safe | Self::SameCrate, task) => format!("docwright {}: only notes", task.as_str()),
            // Of what could not be compared, nothing is known to have changed.
            (Self::Review, Task::Diff) if findings.diagnostics.iter().any(|diagnostic| diagnostic.effect.is_some()) => {
                format!("docwright diff: {} to review", counted(open.errors + open.warnings, "change"))
            }
            (Self::Review, task) => format!("docwright {}: {}", task.as_str(), open.words()),
        }
    }
}

/// Whether somebody has to decide about a finding.
fn is_open(diagnostic: &Diagnostic) -> bool {
    let is_accepted = diagnostic.effect.as_ref().is_some_and(|effect| effect.accepted.is_some());
    diagnostic.severity != Severity::Note && !is_accepted
}

/// `1 error`, `2 errors`.
pub(super) fn counted(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

/// What the worst comes first by: its severity, whether it is open, then what it does.
pub(super) fn weight(diagnostic: &Diagnostic) -> impl Ord + Copy + use<> {
    let does = diagnostic.effect.as_ref().map(|effect| {
        (effect.accepted.is_none(), effect.breaks(), effect.request.max(effect.response), effect.behaviour)
    });
    (diagnostic.severity, Reverse(does.unwrap_or((true, false, None, false))))
}
