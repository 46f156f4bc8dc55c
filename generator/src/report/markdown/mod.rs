//! The comment of a pull request, as GitHub reads Markdown.

mod escape;

use std::fmt::Write as _;

use super::Findings;
use super::group::{Grouped, former_place, groups, place_of};
use super::tally::{Outcome, Tally, counted};
use crate::diagnostic::{Diagnostic, shown};

use escape::{code, fence, text};

/// What a comment begins with, so that a bot finds the one that it keeps up to date.
pub(super) const MARKER: &str = "<!-- docwright -->";
/// What GitHub takes of a comment. It counts characters; bytes are never fewer.
const MOST_BYTES: usize = 65_536;
/// Room for what is said behind the findings.
const FOOT: usize = 600;
/// The bytes of the summary of a run.
const MOST_SUMMARY: usize = 4000;
/// The characters of a text.
const MOST_CHARACTERS: usize = 300;
/// The signatures of each side.
const MOST_SIGNATURES: usize = 12;
/// The ways out that are told.
const MOST_HELP: usize = 6;
/// The end of what is folded.
const FOLD_END: &str = "</details>\n\n";

/// The findings as one comment: headed by what they come to, grouped, the worst first, cut at whole findings.
pub(super) fn write(findings: &Findings<'_>) -> String {
    let main = groups(findings, |diagnostic| !diagnostic.is_documentation());
    let documentation = groups(findings, Diagnostic::is_documentation);
    let mut comment = Comment { out: head(findings, &main), left_out: 0 };
    for group in &main {
        comment.group(group, findings, "###");
    }
    let count: usize = documentation.iter().map(|group| group.findings.len()).sum();
    if count > 0 {
        let summary = format!("<details>\n<summary>{} of documentation alone</summary>\n\n", counted(count, "change"));
        if comment.fits(&[&summary, FOLD_END]) {
            comment.out += &summary;
            for group in &documentation {
                comment.group(group, findings, "####");
            }
            comment.out += FOLD_END;
        } else {
            comment.left_out += count;
        }
    }
    comment.end(findings)
}

/// The marker, the heading, the summary and a table of counts.
fn head(findings: &Findings<'_>, main: &[Grouped<'_>]) -> String {
    let mut out = format!("{MARKER}\n## {}\n\n", Outcome::of(findings).heading(findings));
    for line in findings.summary.lines().filter(|line| !line.trim().is_empty()) {
        let line = text(line.trim(), MOST_CHARACTERS);
        if out.len() + line.len() > MOST_SUMMARY {
            break;
        }
        out += &line;
        out += "\n\n";
    }
    if !findings.diagnostics.is_empty() {
        let Tally { errors, warnings, notes } = Tally::of(findings.diagnostics);
        // Writing to a String never fails.
        _ = writeln!(out, "| errors | warnings | notes | places |\n|---:|---:|---:|---:|");
        _ = writeln!(out, "| {errors} | {warnings} | {notes} | {} |\n", main.len());
    }
    out
}

/// A comment as it grows.
struct Comment {
    out: String,
    left_out: usize,
}

impl Comment {
    /// Whether texts can be added, and a fold be ended behind them.
    fn fits(&self, texts: &[&str]) -> bool {
        let more: usize = texts.iter().map(|text| text.len()).sum();
        self.left_out == 0 && self.out.len() + more + FOLD_END.len() + FOOT <= MOST_BYTES
    }

    fn group(&mut self, Grouped { group, findings: of_group }: &Grouped<'_>, findings: &Findings<'_>, level: &str) {
        let tally = Tally::of(of_group.iter().copied()).words();
        let mut heading = format!("{level} {}: {tally}\n\n", code(&group.to_string(), MOST_CHARACTERS));
        for diagnostic in of_group {
            let finding = finding(diagnostic, findings);
            if self.fits(&[&heading, &finding]) {
                self.out += &std::mem::take(&mut heading);
                self.out += &finding;
            } else {
                self.left_out += 1;
            }
        }
    }

    fn end(mut self, findings: &Findings<'_>) -> String {
        let task = findings.task.as_str();
        // Writing to a String never fails.
        if self.left_out > 0 {
            _ = writeln!(
                self.out,
                "**{} left out**, since a comment holds {MOST_BYTES} characters; `docwright {task}` tells all.\n",
                counted(self.left_out, "finding"),
            );
        }
        if !findings.diagnostics.is_empty() {
            _ = writeln!(self.out, "`docwright explain` with the name in brackets tells what a finding means.");
        }
        self.out
    }
}

fn finding(diagnostic: &Diagnostic, findings: &Findings<'_>) -> String {
    let mut out = format!(
        "**{}** [{}] {}\n\n",
        diagnostic.standing(),
        code(diagnostic.id.as_str(), MOST_CHARACTERS),
        text(&diagnostic.title, MOST_CHARACTERS)
    );
    let mut item = |line: String| _ = writeln!(out, "- {line}");
    if let Some(label) = place_of(diagnostic, findings) {
        let source = findings.sources.get(label.place.file);
        let path = findings.repository.path(&source.path).unwrap_or_else(|| source.path.to_string());
        let line = findings.sources.position(label.place.file, label.place.span.start).line;
        let at = code(&format!("{path}:{line}"), MOST_CHARACTERS);
        let remark = diagnostic.remark(label).map(|remark| format!(": {}", text(remark, MOST_CHARACTERS)));
        item(at + &remark.unwrap_or_default());
    }
    if let Some(effect) = &diagnostic.effect {
        let subject = diagnostic.subject().map(|subject| format!("{}: ", code(subject, MOST_CHARACTERS)));
        item(subject.unwrap_or_default() + &effect.verdict());
        if let Some(reach) = &effect.reach {
            item(text(&reach.to_string(), MOST_CHARACTERS));
        }
        let side =
            |value: &Option<String>| value.as_ref().map_or("nothing".to_owned(), |value| code(value, MOST_CHARACTERS));
        if effect.old.is_some() || effect.new.is_some() {
            item(format!("before {}, after {}", side(&effect.old), side(&effect.new)));
        }
        if let Some(place) = former_place(diagnostic, findings) {
            item(format!("it stood at {}", code(&place, MOST_CHARACTERS)));
        }
        if let Some(reason) = &effect.accepted {
            item(format!("accepted: {}", text(reason, MOST_CHARACTERS)));
        }
    }
    for help in diagnostic.help.iter().take(MOST_HELP) {
        item(format!("help: {}", text(help, MOST_CHARACTERS)));
    }
    if let Some(command) = diagnostic.acceptance() {
        item(format!("accept it: {}", code(&command, MOST_CHARACTERS)));
    }
    if let Some(effect) = &diagnostic.effect {
        let lines = signatures('-', &effect.before).chain(signatures('+', &effect.after)).collect::<Vec<_>>();
        if !lines.is_empty() {
            out.push('\n');
            out += &fence("diff", &lines);
        }
    }
    out.push('\n');
    out
}

/// Lines of Rust of one side of a change.
fn signatures(side: char, signatures: &[String]) -> impl Iterator<Item = String> {
    let lines = signatures.iter().flat_map(|signature| signature.lines());
    let shown = lines.take(MOST_SIGNATURES).map(move |line| format!("{side} {}", shown::line(line, MOST_CHARACTERS)));
    let more = signatures.iter().map(|signature| signature.lines().count()).sum::<usize>();
    let more =
        more.checked_sub(MOST_SIGNATURES + 1).map(|more| format!("{side} … and {} more", counted(more + 1, "line")));
    shown.chain(more)
}
