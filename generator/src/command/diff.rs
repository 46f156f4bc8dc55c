//! `docwright diff`: what does a change of the specs do, to the wire and to the crate?

use std::fmt::Write as _;

use camino::Utf8Path;
use serde_json::{Value, json};

use super::arguments::{Diff, Options};
use super::project::{self, Project};
use super::report::Report;
use super::{Exit, Outcome};
use crate::diagnostic::{Bump, Diagnostic, Diagnostics, Effect, Id, Severity, Side, Sources, shown};
use crate::diff::{self, Comparison, Verdict};
use crate::emit::markdown::code;
use crate::model::Word;
use crate::pipeline;
use crate::report::{Repository, Task};
use crate::revision::Revision;

/// The old specs of `docwright accept` where none are named.
pub(super) const DEFAULT_OLD: &str = "main";

/// Runs it.
pub(super) fn run(arguments: &Diff, options: &Options) -> Outcome {
    let project = Project::find(options);
    let mut revision = None;
    let report = match compared(&arguments.old, arguments.new.as_deref(), &project) {
        Ok(compared) if arguments.changelog => return changelog(&compared),
        Ok(compared) => {
            revision.clone_from(&compared.revision);
            report(compared)
        }
        Err(report) => *report,
    };
    let repository = || {
        let repository =
            project.as_ref().map_or_else(|_| Repository::default(), |project| Repository::of(&project.specs));
        repository.at(revision)
    };
    report.reviewed(Task::Diff, repository, options)
}

/// The specs that others are compared with.
enum New<'n> {
    /// Those of the project, as they are.
    Project(&'n Utf8Path),
    /// Those of a folder or a revision that a call names.
    Named(&'n str),
}

/// Two sides, compared.
pub(super) struct Compared {
    pub(super) sources: Sources,
    pub(super) comparison: Comparison,
    /// The version of the new crate, where its specs have it.
    version: Word,
    old: String,
    /// Whether the old side is from before the first specs.
    is_first: bool,
    /// What paths of the new specs begin with where these are of a revision of git: `v2:`.
    revision: Option<String>,
}

/// Compares a folder or revision with another, or with the project's specs as they are; what is wrong with either is a
/// report.
pub(super) fn compared(
    old: &str,
    new: Option<&str>,
    project: &Result<Project, Diagnostic>,
) -> Result<Compared, Box<Report>> {
    let refused = |diagnostic: Diagnostic| Box::new(Report::of(diagnostic));
    let current = project::current().map_err(refused)?;
    let specs = project.as_ref().map(|project| project.specs.as_path());
    // Specs that are not there are told before those of another time.
    let new = match new {
        Some(new) => New::Named(new),
        None => New::Project(specs.map_err(|diagnostic| refused(diagnostic.clone()))?),
    };
    let specs = specs.ok();
    let before = Revision::find(old, &current, specs).map_err(refused)?;
    let mut sources = Sources::default();
    let mut found = Diagnostics::default();
    let is_first = before.is_without_specs;
    let old_side =
        if is_first { None } else { pipeline::side(&before.specs, before.shown.as_deref(), &mut sources, &mut found) };
    sources.are_of(Side::Old);
    let mut revision = None;
    let new_side = match new {
        New::Project(specs) => pipeline::side(specs, None, &mut sources, &mut found),
        New::Named(new) => {
            let after = Revision::find(new, &current, specs).map_err(refused)?;
            revision = after.prefix();
            pipeline::side(&after.specs, after.shown.as_deref(), &mut sources, &mut found)
        }
    };
    let is_old_wrong = old_side.is_none() && !is_first;
    let Some((before, after)) = new_side.and_then(|after| {
        let before = if is_first { Some(after.without_apis()) } else { old_side };
        Some((before?, after))
    }) else {
        let mut remark = "specs with errors are not compared\n".to_owned();
        if is_old_wrong {
            remark += "the old ones stay as they are: compare with a revision whose specs have no errors\n";
        }
        return Err(Box::new(Report { sources, found, remark, ..Report::default() }));
    };
    let mut comparison = diff::compare(&before, &after);
    if is_first {
        comparison.version = Verdict::of_the_first(&after.model.package.version.text);
    }
    let version = after.model.package.version;
    Ok(Compared { sources, comparison, version, old: old.to_owned(), is_first, revision })
}

fn report(compared: Compared) -> Report {
    let Compared { sources, comparison, version, old, is_first, revision: _ } = compared;
    let Comparison { findings, outcome, version: verdict } = comparison;
    let mut report = Report { sources, ..Report::default() };
    report.text = format!("{}\n{}", summary(&findings, outcome), of_version(&verdict));
    if is_first {
        // Writing to a String never fails.
        _ = writeln!(report.text, "`{}` has no specs: all of these are new", shown::whole(&old));
    }
    report.tell("outcome", outcome.as_str());
    report.tell("version", version_json(&verdict));
    for mut finding in findings {
        if let Some(effect) = &mut finding.effect {
            effect.against = Some(old.clone()).filter(|old| old != DEFAULT_OLD);
        }
        report.found.push(finding);
    }
    if !verdict.suffices {
        report.found.push(too_low(&version, &verdict));
    }
    report
}

fn summary(findings: &[Diagnostic], outcome: diff::Outcome) -> String {
    let changes: Vec<(Severity, &Effect)> =
        findings.iter().filter_map(|finding| Some((finding.severity, finding.effect.as_deref()?))).collect();
    let of = |severity| changes.iter().filter(|change| change.0 == severity).count();
    let accepted = changes.iter().filter(|(_, effect)| effect.accepted.is_some()).count();
    let mut line = outcome.as_str().to_owned();
    for (count, words) in [
        (of(Severity::Error), "breaking"),
        (of(Severity::Warning), "to look at"),
        (accepted, "accepted"),
        (changes.len(), "in all"),
    ] {
        if count > 0 {
            _ = write!(line, "{} {count} {words}", if line.contains(':') { "," } else { ":" });
        }
    }
    line
}

fn of_version(verdict: &Verdict) -> String {
    match verdict.bump {
        None => String::new(),
        Some(bump) => format!(
            "the crate needs {} or later ({} after {}); docwright.yaml says {}\n",
            verdict.least,
            bump.as_str(),
            shown::whole(&verdict.old),
            shown::whole(&verdict.new)
        ),
    }
}

fn version_json(verdict: &Verdict) -> Value {
    json!({
        "old": verdict.old,
        "new": verdict.new,
        "bump": verdict.bump.map(Bump::as_str),
        "least": verdict.least,
        "suffices": verdict.suffices,
    })
}

/// The crate's version does not say what its changes ask for: it may still be raised before it is published.
fn too_low(version: &Word, verdict: &Verdict) -> Diagnostic {
    let title = match verdict.bump {
        Some(_) => {
            format!("the changes ask for version {} or later, and the crate's is {}", verdict.least, verdict.new)
        }
        None => format!("the crate's version was {}, and is {} now", verdict.old, verdict.new),
    };
    Diagnostic::new(Id::VersionTooLow, title)
        .severity(Severity::Warning)
        .at(version.place, "")
        .write(version.place, verdict.least.clone())
}

/// The changes as a section of a changelog.
fn changelog(compared: &Compared) -> Outcome {
    let Comparison { findings, version, .. } = &compared.comparison;
    let mut text = format!("## {}\n", if version.suffices { &version.new } else { &version.least });
    let effects = || findings.iter().filter_map(|finding| Some((finding, finding.effect.as_deref()?)));
    for heading in [Heading::Breaking, Heading::Changed, Heading::Added, Heading::Documentation] {
        let of = effects().filter(|(_, effect)| Heading::of(effect) == heading);
        let lines: Vec<String> = of.map(|(finding, effect)| line(finding, effect)).collect();
        if !lines.is_empty() {
            _ = write!(text, "\n### {}\n\n{}", heading.as_str(), lines.concat());
        }
    }
    Outcome { out: text, err: String::new(), exit: Exit::Fine }
}

/// The headings of a changelog, in their order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heading {
    Breaking,
    Changed,
    Added,
    Documentation,
}

impl Heading {
    fn of(effect: &Effect) -> Self {
        match effect {
            effect if effect.breaks() => Self::Breaking,
            effect if effect.is_documentation() => Self::Documentation,
            effect if effect.behaviour => Self::Changed,
            _ => Self::Added,
        }
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::Breaking => "Breaking",
            Self::Changed => "Changed",
            Self::Added => "Added",
            Self::Documentation => "Documentation",
        }
    }
}

fn line(finding: &Diagnostic, effect: &Effect) -> String {
    let step = match (&effect.old, &effect.new) {
        (Some(old), Some(new)) => format!(" ({} → {})", code(old), code(new)),
        (Some(old), None) => format!(" ({})", code(old)),
        (None, Some(new)) => format!(" ({})", code(new)),
        (None, None) => String::new(),
    };
    let words = diff::Rule::of(finding.id).map_or("", |rule| rule.words);
    format!("- {}: {words}{step}\n", code(&effect.subject))
}
