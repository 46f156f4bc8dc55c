//! GitHub's annotations, read as its runner reads lines: `::level name=value,…::message`, and what is escaped in them.

use docwright::diagnostic::{Diagnostic, Id, Severity};
use docwright::report::{Format, Task};

use crate::fixture::{Case, check, diff, place};

/// A line, as the runner takes it apart.
#[derive(Debug, PartialEq, Eq)]
pub struct Annotation {
    pub level: String,
    pub properties: Vec<(String, String)>,
    pub message: String,
}

impl Annotation {
    pub fn property(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

fn decoded(text: &str, escapes: &[(&str, &str)]) -> String {
    // `%25` last, or what it stands for would be decoded once more.
    let text = escapes.iter().fold(text.to_owned(), |text, (escape, c)| text.replace(escape, c));
    text.replace("%25", "%")
}

/// All lines of an output; each must be a command.
pub fn read(out: &str) -> Vec<Annotation> {
    let lines = out.split_terminator(['\n', '\r']);
    lines
        .map(|line| {
            let command = line.strip_prefix("::").unwrap_or_else(|| panic!("no command: {line}"));
            let (head, message) = command.split_once("::").expect("a message");
            let (level, properties) = head.split_once(' ').unwrap_or((head, ""));
            let properties = properties.split(',').map(|property| {
                let (name, value) = property.split_once('=').expect("a value");
                let escapes = [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")];
                (name.to_owned(), decoded(value, &escapes))
            });
            Annotation {
                level: level.to_owned(),
                properties: properties.collect(),
                message: decoded(message, &[("%0D", "\r"), ("%0A", "\n")]),
            }
        })
        .collect()
}

#[test]
fn an_annotation_points_to_its_place_from_the_root_of_the_repository() {
    let annotations = read(&check().write(Format::Github));
    let first = annotations.first().unwrap();
    assert_eq!(first.level, "error");
    let place = ["file", "line", "endLine", "col", "endColumn", "title"].map(|name| first.property(name).unwrap());
    assert_eq!(place, ["specs/pland/send_note.yaml", "3", "3", "1", "7", "unknown-key"]);
    let missing = annotations.iter().find(|one| one.property("title") == Some("crate-missing")).unwrap();
    assert_eq!(missing.property("file"), None, "it is about no file");
}

#[test]
fn what_is_gone_is_never_pointed_to() {
    for annotation in read(&diff().write(Format::Github)) {
        assert_ne!(annotation.property("line"), None, "{annotation:?}");
        assert!(!annotation.message.contains("could be left out"), "a label in the old file");
    }
}

/// So many findings of each level, the mild ones first.
fn many(notes: usize, warnings: usize, errors: usize) -> Case {
    let mut case = Case::new(Task::Lint);
    let file = case.sources.add("specs/a/b.yaml", "a: 1\n");
    let at = place(&case.sources, file, "a");
    for (count, severity) in [(notes, Severity::Note), (warnings, Severity::Warning), (errors, Severity::Error)] {
        let finding =
            |number| Diagnostic::new(Id::UnknownKey, format!("number {number}")).severity(severity).at(at, "");
        case.diagnostics.extend((0..count).map(finding));
    }
    case
}

#[test]
fn what_github_would_drop_is_told() {
    for (notes, warnings, errors, expected, left_out) in [
        (10, 10, 10, [10, 10, 10], None),
        (3, 10, 11, [4, 10, 10], Some("1 finding")),
        (12, 30, 11, [10, 10, 10], Some("24 findings")),
        (0, 0, 0, [0, 0, 0], None),
        (11, 0, 0, [10, 0, 0], Some("2 findings")),
    ] {
        let annotations = read(&many(notes, warnings, errors).write(Format::Github));
        let count = |level: &str| annotations.iter().filter(|annotation| annotation.level == level).count();
        assert_eq!(["notice", "warning", "error"].map(count), expected, "{notes} {warnings} {errors}");
        let last = annotations.last().map(|annotation| annotation.message.as_str());
        match left_out {
            Some(count) => assert!(last.unwrap().starts_with(&format!("{count} not shown here")), "{last:?}"),
            None => assert!(!last.unwrap_or_default().contains("not shown")),
        }
        let order =
            annotations.iter().map(|one| ["error", "warning", "notice"].iter().position(|level| *level == one.level));
        assert!(order.is_sorted(), "the worst come first");
    }
}
