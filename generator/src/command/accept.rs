//! `docwright accept`: records in docwright.yaml that a change was reviewed and is meant.

use camino::Utf8Path;

use super::Outcome;
use super::arguments::{Accept, Options};
use super::diff::{Compared, compared};
use super::project::Project;
use super::report::Report;
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Sources, shown};
use crate::diff::acceptance_of;
use crate::disk;
use crate::disk::together::{self, Change, NotWritten, Place};
use crate::spec::table::Key;
use crate::spec::{MAX_FILE, PROJECT_FILE};
use crate::yaml::{self, Content, Document, Entry, Member, NodeKind};

/// Blanks of an entry of `accepted`.
const INDENTATION: &str = "  ";

/// Runs it.
pub(super) fn run(arguments: &Accept, options: &Options) -> Outcome {
    match accept(arguments, options) {
        Ok(text) => Report { text, ..Report::default() },
        Err(report) => *report,
    }
    .outcome(options)
}

fn accept(arguments: &Accept, options: &Options) -> Result<String, Box<Report>> {
    let refused = |diagnostic: Diagnostic| Box::new(Report::of(diagnostic));
    if arguments.reason.trim().is_empty() {
        return Err(refused(
            Diagnostic::new(Id::NoChange, "an acceptance says why")
                .help("write `--reason` with a text for those who come later"),
        ));
    }
    let project = Project::find(options);
    let Compared { comparison, .. } = compared(&arguments.against, None, &project)?;
    let marked = |finding: &Diagnostic| {
        let effect = finding.effect.as_ref()?;
        Some((effect.fingerprint(finding.id.as_str()), effect.accepted.is_some()))
    };
    let mut meant = comparison.findings.iter().filter_map(|finding| {
        let (fingerprint, is_accepted) = marked(finding)?;
        fingerprint.starts_with(&arguments.fingerprint).then_some((finding, fingerprint, is_accepted))
    });
    let (finding, fingerprint) = match (meant.next(), meant.next()) {
        (Some((finding, fingerprint, false)), None) => (finding, fingerprint),
        (Some((_, fingerprint, true)), None) => return Ok(format!("`{fingerprint}` is accepted already\n")),
        (Some(_), Some(_)) => {
            let title = format!("several changes have marks that begin with `{}`", arguments.fingerprint);
            return Err(refused(Diagnostic::new(Id::NoChange, title).help("write all of the mark")));
        }
        (None, _) => {
            let title = format!("no change since `{}` has the mark `{}`", arguments.against, arguments.fingerprint);
            let help = format!("`docwright diff {}` shows the changes with their marks", arguments.against);
            return Err(refused(Diagnostic::new(Id::NoChange, title).help(help)));
        }
    };
    let project = project.map_err(refused)?;
    record(&project.specs, &fingerprint, finding, &arguments.reason).map_err(refused)?;
    Ok(format!("Accepted {} in {}/{PROJECT_FILE}\n", shown::whole(&finding.title), shown::whole(project.shown())))
}

/// Adds the acceptance to the project's file, and leaves the rest of it as it is.
fn record(specs: &Utf8Path, fingerprint: &str, finding: &Diagnostic, reason: &str) -> Result<(), Diagnostic> {
    let path = specs.join(PROJECT_FILE);
    let cannot = |verb: &str, error: &dyn std::fmt::Display| {
        Diagnostic::new(Id::Io, format!("cannot {verb} `{path}`: {error}")).help("nothing was written")
    };
    let text = disk::read_text(&path, MAX_FILE).map_err(|error| cannot("read", &error))?;
    let members = acceptance_of(finding, reason).into_iter().flatten();
    let members = members.filter_map(|(key, value)| Some(Member::new(key, Content::Text(value?))));
    let entry = Member::new(fingerprint, Content::Map(members.collect()));
    let changed = with(&text, &entry).ok_or_else(|| {
        Diagnostic::new(Id::NoChange, format!("`{path}` has `accepted` in a form that nothing can be added to"))
            .help("write `accepted:` as a block, or take it out where it is empty; nothing was written")
    })?;
    if changed == text {
        return Err(Diagnostic::new(Id::NoChange, format!("`{fingerprint}` was accepted before for the same reason"))
            .help("it held for the change as it was made then; say in `--reason` why it is meant again"));
    }
    let file = Change { root: specs, path: PROJECT_FILE.into(), text: &changed, place: Place::FreeOrFile };
    together::write(&[file]).map(|_| ()).map_err(|error| match error {
        NotWritten::Exists(path) | NotWritten::Link(path) | NotWritten::Changed(path) => {
            cannot("replace", &format!("`{path}` is no plain file"))
        }
        NotWritten::Io(_, error) => cannot("write", &error),
    })
}

/// The text with one more entry of `accepted`, or another one of its mark; `None` where it cannot be added.
fn with(text: &str, entry: &Member) -> Option<String> {
    let added = yaml::write(&Document { members: vec![entry.clone()], ..Document::default() });
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let added = added.lines().flat_map(|line| [INDENTATION, line, line_end]).collect::<String>();
    let mut changed = text.trim_end().to_owned() + line_end;
    let entries = entries(text)?;
    let before = entries.iter().find(|entry| is_accepted(entry));
    let former = before.and_then(|before| match &before.value.kind {
        NodeKind::Mapping(entries) => entries.iter().find(|one| one.key.value == entry.key),
        _ => None,
    });
    let behind = |end: usize| text.get(end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| end + at + 1);
    match (before, former) {
        (_, Some(former)) => {
            let start = text.get(..former.key.place.span.start)?.rfind('\n').map_or(0, |at| at + 1);
            let end = behind(former.value.place.span.end).min(changed.len());
            changed.replace_range(start..end, &added);
        }
        (None, None) => changed.extend([line_end, Key::Accepted.as_str(), ":", line_end, &added]),
        (Some(entry), None) => changed.insert_str(behind(entry.value.place.span.end).min(changed.len()), &added),
    }
    // What was there is there, and one more.
    let after = self::entries(&changed)?;
    let after = after.iter().find(|entry| is_accepted(entry))?;
    (count(after) == before.map_or(0, count) + usize::from(former.is_none())).then_some(changed)
}

fn is_accepted(entry: &Entry) -> bool {
    entry.key.value == Key::Accepted.as_str()
}

/// The entries of docwright.yaml; `None` where the text is no map.
fn entries(text: &str) -> Option<Vec<Entry>> {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let file = sources.add(PROJECT_FILE, text);
    match yaml::parse(file, &sources, &mut found).filter(|_| !found.has_errors())?.kind {
        NodeKind::Mapping(entries) => Some(entries),
        NodeKind::Scalar(_) | NodeKind::Sequence(_) => None,
    }
}

fn count(entry: &Entry) -> usize {
    match &entry.value.kind {
        NodeKind::Mapping(entries) => entries.len(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_added_and_the_rest_stays() {
        let entry = Member::new("12ab", Content::Map(vec![Member::new("reason", Content::Text("Meant.".to_owned()))]));
        let project = "# ours\nlanguage: 1 # always\n\ncrate:\n  name: x\n";
        let once = with(project, &entry).unwrap();
        assert_eq!(once, format!("{project}\naccepted:\n  12ab:\n    reason: Meant.\n"));
        let other = Member::new("34cd", entry.value.clone());
        let twice = with(&once, &other).unwrap();
        assert_eq!(twice, format!("{once}  34cd:\n    reason: Meant.\n"));
        let amid = "accepted:\n  12ab:\n    reason: Meant. # yes\nlanguage: 1\n";
        let added = "accepted:\n  12ab:\n    reason: Meant. # yes\n  34cd:\n    reason: Meant.\nlanguage: 1\n";
        assert_eq!(with(amid, &other).unwrap(), added);
        let again = Member::new("12ab", Content::Map(vec![Member::new("reason", Content::Text("Again.".to_owned()))]));
        assert_eq!(with(&twice, &again).unwrap(), twice.replacen("Meant.", "Again.", 1), "a mark stands there once");
        let lines = |text: &str| text.replace('\n', "\r\n");
        assert_eq!(with(&lines(project), &entry).unwrap(), lines(&once), "lines end as they did");
        assert_eq!(with(&lines(&once), &other).unwrap(), lines(&twice));
        assert_eq!(with("accepted: {}\n", &other), None);
        assert_eq!(with("- no map\n", &other), None);
    }
}
