//! What a change of specs does: old and new specs are paired, compared and judged, by what they say and by the crate that
//! would be generated of them.

mod accept;
mod change;
mod detect;
mod judge;
mod pair;
mod rule;
mod surface;
#[cfg(test)]
mod tests;
mod version;

pub use accept::acceptance_of;
pub use rule::{RULES, Rule};
pub use version::Verdict;

use std::collections::HashMap;

use self::judge::Places;
use crate::diagnostic::{Bump, Diagnostic, Diagnostics, Effect, Group, Place, Severity};
use crate::model::Model;
use crate::plan::{self, Plan};

/// One side of a comparison.
#[derive(Debug)]
pub struct Side {
    /// What the specs mean.
    pub model: Model,
    /// The crate that would be generated.
    pub plan: Plan,
}

impl Side {
    /// The project before its first API. What it accepts is of a history that is not there.
    #[must_use]
    pub fn without_apis(&self) -> Self {
        let Model { package, accepted, lints, .. } = &self.model;
        let (package, accepted, lints) = (package.clone(), accepted.clone(), lints.clone());
        let model = Model { package, accepted, apis: Vec::new(), lints };
        // Of no APIs, nothing can be wrong.
        let plan = plan::plan(&model, &mut Diagnostics::default());
        Self { model, plan }
    }
}

/// What became of a comparison.
#[derive(Debug)]
pub struct Comparison {
    /// What changed: by API and endpoint, the worst first.
    pub findings: Vec<Diagnostic>,
    /// What it comes to.
    pub outcome: Outcome,
    /// What it asks of the crate's version.
    pub version: Verdict,
}

/// What a comparison comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The specs say the same.
    NoDifference,
    /// The specs differ, and the crate is the same but for its words.
    SameCrate,
    /// All differences are safe.
    Safe,
    /// All differences are safe, or were accepted.
    Accepted,
    /// Nothing surely breaks; something may, or does something else when it runs.
    Doubtful,
    /// Something breaks.
    Breaking,
}

impl Outcome {
    /// In few words.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoDifference => "no difference",
            Self::SameCrate => "the specs differ, and the crate does the same",
            Self::Safe => "only safe differences",
            Self::Accepted => "only accepted and safe differences",
            Self::Doubtful => "no breaking differences",
            Self::Breaking => "breaking differences",
        }
    }
}

/// Compares two sides. Their places are of one collection of sources.
#[must_use]
pub fn compare(old: &Side, new: &Side) -> Comparison {
    let changes = detect::detect(&old.model, &new.model);
    let differences = if changes.is_empty() { Vec::new() } else { surface::differences(&old.plan, &new.plan) };
    let places = Places { old: starts(&old.model), new: starts(&new.model) };
    let mut findings = judge::judge(changes, &differences, &places);
    accept::accept(&mut findings, &old.model.accepted, &new.model.accepted);
    findings.sort_by(|a, b| key(a).cmp(&key(b)));
    let effects: Vec<&Effect> = findings.iter().filter_map(|finding| finding.effect.as_deref()).collect();
    let worst = findings.iter().filter(|finding| finding.effect.is_some()).map(|finding| finding.severity).min();
    let outcome = if effects.is_empty() {
        Outcome::NoDifference
    } else if worst == Some(Severity::Error) {
        Outcome::Breaking
    } else if worst == Some(Severity::Warning) {
        Outcome::Doubtful
    } else if effects.iter().any(|effect| effect.accepted.is_some()) {
        Outcome::Accepted
    } else if effects.iter().all(|effect| !effect.behaviour && effect.source.is_none_or(|bump| bump == Bump::Patch)) {
        Outcome::SameCrate
    } else {
        Outcome::Safe
    };
    let bump = effects.iter().filter_map(|effect| needed(effect)).max();
    let [before, after] = [old, new].map(|side| side.model.package.version.text.as_str());
    let version = Verdict::of(before, after, bump);
    Comparison { findings, outcome, version }
}

/// What a change asks of the version: what runs otherwise is no patch, and words alone are one.
fn needed(effect: &Effect) -> Option<Bump> {
    let least = if effect.behaviour { Bump::Minor } else { Bump::Patch };
    effect.source.max(Some(least))
}

/// The order of a report.
fn key(finding: &Diagnostic) -> (Option<&Group>, Severity) {
    (finding.effect.as_ref().map(|effect| &effect.group), finding.severity)
}

/// Where the files of APIs and endpoints begin.
fn starts(model: &Model) -> HashMap<Group, Place> {
    let mut starts = HashMap::new();
    for api in &model.apis {
        starts.insert(Group { api: Some(api.name.clone()), endpoint: None }, api.place);
        for endpoint in &api.endpoints {
            let group = Group { api: Some(api.name.clone()), endpoint: Some(endpoint.name.clone()) };
            starts.insert(group, endpoint.place);
        }
    }
    starts
}
