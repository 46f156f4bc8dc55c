//! Changes that were reviewed and accepted.

use crate::diagnostic::{Diagnostic, Id, Severity};
use crate::model::Acceptance;

/// Marks the findings that the new specs accept, and adds an error for each acceptance that is new and accepts nothing.
///
/// An acceptance that stands in the old specs as well is history: it holds for the change that it was made for, and that is
/// past. With another reason, it holds for the same change made again.
pub(super) fn accept(findings: &mut Vec<Diagnostic>, old: &[Acceptance], new: &[Acceptance]) {
    let is_known = |one: &Acceptance| old.iter().any(|other| is_same(one, other));
    let is_history = |one: &&Acceptance| old.iter().any(|other| is_same(one, other) && one.reason == other.reason);
    for acceptance in new.iter().filter(|one| !is_history(one)) {
        let accepted = findings.iter_mut().filter(|finding| holds_for(acceptance, finding)).map(|finding| {
            finding.severity = Severity::Note;
            if let Some(effect) = &mut finding.effect {
                effect.accepted = Some(acceptance.reason.clone());
            }
        });
        if accepted.count() == 0 && !is_known(acceptance) {
            findings.push(unused(acceptance));
        }
    }
}

/// The acceptance of a finding, for a reason.
#[must_use]
pub fn acceptance_of(finding: &Diagnostic, reason: &str) -> Option<[(&'static str, Option<String>); 5]> {
    let effect = finding.effect.as_ref()?;
    Some([
        ("rule", Some(finding.id.to_string())),
        ("at", Some(effect.subject.clone())),
        ("old", effect.old.clone()),
        ("new", effect.new.clone()),
        ("reason", Some(reason.to_owned())),
    ])
}

fn is_same(one: &Acceptance, other: &Acceptance) -> bool {
    let Acceptance { fingerprint, rule, at, old, new, reason: _ } = one;
    fingerprint.text == other.fingerprint.text
        && (rule, at, old, new) == (&other.rule, &other.at, &other.old, &other.new)
}

/// Whether an acceptance is of a finding: all that it says is true of it, and so is its mark.
fn holds_for(acceptance: &Acceptance, finding: &Diagnostic) -> bool {
    let Acceptance { fingerprint, rule, at, old, new, reason: _ } = acceptance;
    finding.effect.as_ref().is_some_and(|effect| {
        effect.fingerprint(finding.id.as_str()) == fingerprint.text
            && finding.id.as_str() == rule
            && effect.subject == *at
            && effect.old == *old
            && effect.new == *new
    })
}

fn unused(acceptance: &Acceptance) -> Diagnostic {
    let title = format!("the acceptance `{}` is of no change between the old specs and these", acceptance.fingerprint);
    Diagnostic::new(Id::UnusedAcceptance, title)
        .at(acceptance.fingerprint.place, format!("{} at {}", acceptance.rule, acceptance.at))
        .help("take it out; `docwright accept` writes one for a change as it is now")
}
