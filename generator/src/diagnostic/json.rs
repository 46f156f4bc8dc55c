//! Diagnostics for programs.

use std::fmt::Write as _;

use serde_core::Serialize;
use serde_json::{Value, json};

use super::shown::is_hidden;
use super::{Applicability, Bump, Compatibility, Diagnostic, Edit, FileId, Label, Place, Side, Sources};

/// The signatures of each side of a change; the others are counted.
const MOST_SIGNATURES: usize = 100;

/// Diagnostics as one JSON document, an array in the order given, with a line end behind it.
///
/// The format is stable: members may be added, never taken away or changed in meaning. Each item is an object:
///
/// | member | what it is |
/// |---|---|
/// | `id` | the stable id, as `docwright explain` takes it |
/// | `severity` | `error`, `warning` or `note` |
/// | `title` | what is wrong, in one line |
/// | `labels` | the places; the first is what the message is about; empty where it is about no place |
/// | `help` | the ways out, each a text of one line |
/// | `edit` | what most likely mends it: a place, as `path`, `start` and `end`, and the `text` to write there; `null` where that is not clear |
/// | `effect` | what a change of a spec does; `null` where the message is about none |
/// | `edit` | what most likely mends it: a place, as `path`, `start` and `end`, the `text` to write there, and whether that is `sure`, so that `--fix` writes it; `null` where that is not clear |
///
/// A label has `path` (as it is shown, with `/`), `text` (what is to be seen there, may be empty), and `start` and
/// `end`, the latter behind the last character. Each of the two has `line` and `column`, from 1, columns in code
/// points, and `byte`, the offset in the file, from 0. A label in an earlier state of a file has `old`, which is true.
///
/// An effect has `group` (with `api` and `endpoint`, each may be `null`), `subject` (the place in the model), `old` and
/// `new` (what stands there, `null` where nothing does), `wire` (with `request` and `response`: `compatible`, `doubtful`,
/// `breaking` or `null`), `source` (`patch`, `minor`, `major` or `null`), `behaviour` (true or false), `rust` (with
/// `before` and `after`, lists of signatures), `endpoints` (the names of those that have what is changed, where that is
/// shared, or `null`), `fingerprint` (as `docwright accept` takes it) and `accepted` (the reason, or `null`).
///
/// The format is published as JSON Schema: `docwright schema` writes it to `.schema/report.json`.
///
/// Control characters, bidirectional controls and characters without width are written as JSON escapes.
#[must_use]
pub fn to_json(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    document(&to_value(diagnostics, sources))
}

/// The array of [`to_json`], to be put into a bigger document.
#[must_use]
pub fn to_value(diagnostics: &[Diagnostic], sources: &Sources) -> Value {
    diagnostics.iter().map(|diagnostic| item(diagnostic, sources)).collect()
}

/// A JSON document as it is printed, with a line end behind it; what could mislead a terminal is escaped.
#[must_use]
pub fn document(document: &impl Serialize) -> String {
    // Values, lists and maps by texts are what JSON can write.
    escaped(&(serde_json::to_string_pretty(document).unwrap_or_default() + "\n"))
}

/// A JSON document on one line, as [`document`] prints it otherwise: for programs that read one after the other.
#[must_use]
pub fn line(document: &impl Serialize) -> String {
    escaped(&(serde_json::to_string(document).unwrap_or_default() + "\n"))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c| c != '\n' && is_hidden(c)) {
        let (shown, behind) = rest.split_at(at);
        out += shown;
        let mut behind = behind.chars();
        for unit in behind.next().unwrap_or_default().encode_utf16(&mut [0; 2]) {
            // Writing to a String never fails.
            let _ = write!(out, "\\u{unit:04x}");
        }
        rest = behind.as_str();
    }
    out + rest
}

fn item(diagnostic: &Diagnostic, sources: &Sources) -> Value {
    json!({
        "id": diagnostic.id.as_str(),
        "severity": diagnostic.severity.to_string(),
        "title": diagnostic.title,
        "labels": diagnostic.labels.iter().map(|each| label(each, sources)).collect::<Value>(),
        "help": diagnostic.help,
        "edit": diagnostic.edit.as_ref().map(|edit| self::edit(edit, sources)),
        "effect": effect_value(diagnostic),
    })
}

/// Signatures, of which the last one counts those that are left out.
fn cut(signatures: &[String]) -> Vec<String> {
    let mut list: Vec<String> = signatures.iter().take(MOST_SIGNATURES).cloned().collect();
    if let Some(more) = signatures.len().checked_sub(MOST_SIGNATURES + 1) {
        list.push(format!("… and {} more", more + 1));
    }
    list
}

/// What a change does, for programs; null where a message is about none.
pub(crate) fn effect_value(diagnostic: &Diagnostic) -> Value {
    let Some(effect) = &diagnostic.effect else { return Value::Null };
    json!({
        "group": { "api": effect.group.api, "endpoint": effect.group.endpoint },
        "subject": effect.subject,
        "old": effect.old,
        "new": effect.new,
        "wire": {
            "request": effect.request.map(Compatibility::as_str),
            "response": effect.response.map(Compatibility::as_str),
        },
        "source": effect.source.map(Bump::as_str),
        "behaviour": effect.behaviour,
        "rust": { "before": cut(&effect.before), "after": cut(&effect.after) },
        "endpoints": effect.reach.as_ref().map(|reach| &reach.endpoints),
        "fingerprint": effect.fingerprint(diagnostic.id.as_str()),
        "accepted": effect.accepted,
    })
}

fn edit(edit: &Edit, sources: &Sources) -> Value {
    let mut value = placed(edit.place, &edit.text, sources);
    if let Value::Object(members) = &mut value {
        members.insert("sure".to_owned(), (edit.applicability == Applicability::Sure).into());
    }
    value
}

fn label(label: &Label, sources: &Sources) -> Value {
    let mut value = placed(label.place, &label.text, sources);
    if sources.side(label.place) == Side::Old {
        value["old"] = true.into();
    }
    value
}

/// A text that belongs to a place.
fn placed(Place { file, span }: Place, text: &str, sources: &Sources) -> Value {
    json!({
        "path": sources.path(file).as_str(),
        "start": position(file, span.start, sources),
        "end": position(file, span.end, sources),
        "text": text,
    })
}

fn position(file: FileId, byte: usize, sources: &Sources) -> Value {
    let position = sources.position(file, byte);
    json!({ "line": position.line, "column": position.column, "byte": byte })
}
