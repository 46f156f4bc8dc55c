//! What belongs together in a report: the findings of an endpoint, the worst first.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use camino::Utf8Path;

use super::Findings;
use super::tally::weight;
use crate::diagnostic::{Diagnostic, Group, Label, Side, Sources};
use crate::spec::{API_FILE, PROJECT_FILE};

/// The findings of one endpoint, or of what endpoints share.
#[derive(Debug)]
pub(super) struct Grouped<'f> {
    pub(super) group: Group,
    /// The worst first; those of one weight in the order they were in.
    pub(super) findings: Vec<&'f Diagnostic>,
}

/// Brings findings into the order of every report: by groups, that of the worst first, and in each the worst first; what
/// is documentation alone comes last.
pub fn sort(findings: &mut [impl Borrow<Diagnostic>], sources: &Sources) {
    let part = |diagnostic: &Diagnostic| (diagnostic.is_documentation(), group_of(diagnostic, sources));
    let mut worst = BTreeMap::new();
    for diagnostic in findings.iter().map(Borrow::borrow) {
        let weight = weight(diagnostic);
        worst.entry(part(diagnostic)).and_modify(|worst| *worst = weight.min(*worst)).or_insert(weight);
    }
    findings.sort_by_cached_key(|diagnostic| {
        let part = part(diagnostic.borrow());
        (part.0, worst.get(&part).copied(), part.1, weight(diagnostic.borrow()))
    });
}

/// The groups of some findings, that of the worst first.
pub(super) fn groups<'f>(findings: &Findings<'f>, wanted: impl Fn(&Diagnostic) -> bool) -> Vec<Grouped<'f>> {
    let mut all: Vec<&Diagnostic> = findings.diagnostics.iter().filter(|diagnostic| wanted(diagnostic)).collect();
    sort(&mut all, findings.sources);
    let mut groups: Vec<Grouped<'f>> = Vec::new();
    for diagnostic in all {
        let group = group_of(diagnostic, findings.sources);
        match groups.last_mut() {
            Some(last) if last.group == group => last.findings.push(diagnostic),
            _ => groups.push(Grouped { group, findings: vec![diagnostic] }),
        }
    }
    groups
}

/// The findings, the worst first.
pub(super) fn worst_first<'f>(findings: &Findings<'f>) -> Vec<&'f Diagnostic> {
    let mut all: Vec<&Diagnostic> = findings.diagnostics.iter().collect();
    all.sort_by_key(|diagnostic| weight(diagnostic));
    all
}

/// The label that says where a finding is now: the first in a file that is there.
pub(super) fn place_of<'f>(diagnostic: &'f Diagnostic, findings: &Findings<'_>) -> Option<&'f Label> {
    diagnostic.labels.iter().find(|label| findings.sources.side(label.place) == Side::New)
}

/// Where something stood that is gone, as `main:specs/api/endpoint.yaml:7`.
pub(super) fn former_place(diagnostic: &Diagnostic, findings: &Findings<'_>) -> Option<String> {
    diagnostic.effect.as_ref().filter(|effect| effect.new.is_none())?;
    let label = diagnostic.labels.iter().find(|label| findings.sources.side(label.place) == Side::Old)?;
    let line = findings.sources.position(label.place.file, label.place.span.start).line;
    Some(format!("{}:{line}", findings.sources.path(label.place.file)))
}

fn group_of(diagnostic: &Diagnostic, sources: &Sources) -> Group {
    if let Some(effect) = &diagnostic.effect {
        return effect.group.clone();
    }
    let path = diagnostic.labels.first().map(|label| sources.path(label.place.file));
    path.and_then(of_path).unwrap_or(Group { api: None, endpoint: None })
}

/// The group of a file `specs/api/endpoint.yaml` or `specs/api/api.yaml`.
fn of_path(path: &Utf8Path) -> Option<Group> {
    let endpoint = path.file_name()?.strip_suffix(".yaml").filter(|_| path.file_name() != Some(PROJECT_FILE))?;
    let folder = path.parent()?;
    folder.parent().filter(|specs| !specs.as_str().is_empty())?;
    let endpoint = Some(endpoint.to_owned()).filter(|_| path.file_name() != Some(API_FILE));
    Some(Group { api: Some(folder.file_name()?.to_owned()), endpoint })
}
