//! Workflow commands of GitHub, which it shows beside the lines of a change.

use std::fmt::Write as _;

use super::Findings;
use super::group::{former_place, place_of, worst_first};
use super::tally::{Tally, counted};
use crate::diagnostic::{Diagnostic, Severity, shown};

/// The annotations of a level that GitHub shows of one step; it drops the others without a word.
const MOST_OF_A_LEVEL: usize = 10;
/// The characters of a text in an annotation.
const MOST_CHARACTERS: usize = 300;

/// The findings as annotations, the worst first; a last one tells how many are left out.
///
/// Each is one line that GitHub reads as a command, `::error file=…,line=…::message`. No text of a spec begins another
/// one: line ends are escaped.
pub(super) fn write(findings: &Findings<'_>) -> String {
    let Tally { errors, warnings, notes } = Tally::of(findings.diagnostics);
    let overflows = [errors, warnings, notes].into_iter().any(|count| count > MOST_OF_A_LEVEL);
    // The line that tells of an overflow is a notice itself.
    let most_notes = if overflows { MOST_OF_A_LEVEL - 1 } else { MOST_OF_A_LEVEL };
    let mut left = [MOST_OF_A_LEVEL, MOST_OF_A_LEVEL, most_notes];
    let (mut out, mut left_out) = (String::new(), 0);
    for diagnostic in worst_first(findings) {
        let (level, left) = match (diagnostic.severity, &mut left) {
            (Severity::Error, [left, _, _]) => ("error", left),
            (Severity::Warning, [_, left, _]) => ("warning", left),
            (Severity::Note, [_, _, left]) => ("notice", left),
        };
        if let Some(fewer) = left.checked_sub(1) {
            *left = fewer;
            annotation(level, diagnostic, findings, &mut out);
        } else {
            left_out += 1;
        }
    }
    if left_out > 0 {
        let task = findings.task.as_str();
        // Writing to a String never fails.
        _ = writeln!(
            out,
            "::notice title=docwright {task}::{} not shown here: GitHub shows {MOST_OF_A_LEVEL} of a level. \
             `docwright {task}` tells all",
            counted(left_out, "finding"),
        );
    }
    out
}

fn annotation(level: &str, diagnostic: &Diagnostic, findings: &Findings<'_>, out: &mut String) {
    let mut properties: Vec<(&str, String)> = Vec::new();
    if let Some(place) = place_of(diagnostic, findings).map(|label| label.place) {
        let source = findings.sources.get(place.file);
        if let Some(path) = findings.repository.path(&source.path) {
            properties.push(("file", shown::whole(&path).into_owned()));
            let start = findings.sources.position(place.file, place.span.start);
            let end = findings.sources.position(place.file, place.span.end.max(place.span.start));
            // A file that is wrong by its name alone was not read.
            if !source.text.is_empty() {
                properties.push(("line", start.line.to_string()));
                // GitHub takes columns only where they are of one line, and the last one is within.
                if start.line == end.line {
                    properties.push(("endLine", end.line.to_string()));
                    properties.push(("col", start.column.to_string()));
                    properties.push(("endColumn", end.column.saturating_sub(1).max(start.column).to_string()));
                } else {
                    let last = if end.column == 1 { end.line.saturating_sub(1) } else { end.line };
                    properties.push(("endLine", last.max(start.line).to_string()));
                }
            }
        }
    }
    properties.push(("title", diagnostic.id.as_str().to_owned()));
    let properties: Vec<String> =
        properties.into_iter().map(|(name, value)| format!("{name}={}", escape_property(&value))).collect();
    // Writing to a String never fails.
    _ = writeln!(out, "::{level} {}::{}", properties.join(","), escape(&message(diagnostic, findings)));
}

fn message(diagnostic: &Diagnostic, findings: &Findings<'_>) -> String {
    let line = |text: &str| shown::line(text, MOST_CHARACTERS).into_owned();
    let mut lines = vec![line(&diagnostic.title)];
    let remark = diagnostic.labels.first().and_then(|label| diagnostic.remark(label));
    lines.extend(remark.map(line));
    if let Some(effect) = &diagnostic.effect {
        lines.extend(effect.step().map(|step| line(&step)));
        lines.extend(former_place(diagnostic, findings).map(|place| line(&format!("it stood at {place}"))));
        lines.extend(effect.reach.as_ref().map(|reach| line(&reach.to_string())));
        lines.push(effect.verdict());
        lines.extend(effect.accepted.as_ref().map(|reason| format!("accepted: {}", line(reason))));
    }
    lines.extend(diagnostic.help.iter().map(|help| format!("help: {}", line(help))));
    lines.extend(diagnostic.acceptance().map(|command| format!("accept it: {command}")));
    lines.join("\n")
}

/// The text of a command.
fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn escape_property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}
