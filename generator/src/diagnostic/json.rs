//! Diagnostics for programs.

use std::fmt::Write as _;

use serde_core::Serialize;
use serde_json::{Value, json};

use super::shown::is_hidden;
use super::{Diagnostic, FileId, Label, Place, Sources};

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
///
/// A label has `path` (as it is shown, with `/`), `text` (what is to be seen there, may be empty), and `start` and
/// `end`, the latter behind the last character. Each of the two has `line` and `column`, from 1, columns in code
/// points, and `byte`, the offset in the file, from 0.
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
    let mut out = String::new();
    // Values, lists and maps by texts are what JSON can write.
    for c in (serde_json::to_string_pretty(document).unwrap_or_default() + "\n").chars() {
        if c == '\n' || !is_hidden(c) {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            // Writing to a String never fails.
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out
}

fn item(diagnostic: &Diagnostic, sources: &Sources) -> Value {
    json!({
        "id": diagnostic.id.as_str(),
        "severity": diagnostic.severity.to_string(),
        "title": diagnostic.title,
        "labels": diagnostic.labels.iter().map(|each| label(each, sources)).collect::<Value>(),
        "help": diagnostic.help,
        "edit": diagnostic.edit.as_ref().map(|edit| placed(edit.place, &edit.text, sources)),
    })
}

fn label(label: &Label, sources: &Sources) -> Value {
    placed(label.place, &label.text, sources)
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
