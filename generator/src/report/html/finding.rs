//! One finding on the page: what it is, where, old and new side by side, the ways out.

use std::fmt::Write as _;

use super::super::Findings;
use super::super::excerpt::{self, Line};
use super::super::tally::counted;
use super::MOST_CHARACTERS;
use super::escape::{Escaped, code, words};
use crate::diagnostic::{Diagnostic, Effect, Label, Side, shown};

/// The lines of Rust of each side.
const MOST_SIGNATURES: usize = 40;
/// The characters of a value.
const MOST_OF_A_VALUE: usize = 2000;
/// The places that are shown.
const MOST_PLACES: usize = 6;

/// Adds a finding; its heading has this number in its id.
pub(super) fn article(diagnostic: &Diagnostic, findings: &Findings<'_>, number: usize, out: &mut String) {
    let severity = diagnostic.severity;
    // Writing to a String never fails.
    _ = writeln!(
        out,
        "<article class=\"{severity}\" data-severity=\"{severity}\" aria-labelledby=\"h{number}\">\n\
         <h3 id=\"h{number}\"><span class=\"severity\">{}</span>: {} <code class=\"quiet\">{}</code></h3>",
        diagnostic.standing(),
        words(&diagnostic.title, MOST_CHARACTERS),
        diagnostic.id
    );
    match &diagnostic.effect {
        Some(effect) => {
            let subject = diagnostic.subject().map(|subject| format!("{}: ", code(subject, MOST_CHARACTERS)));
            _ = writeln!(out, "<p>{}{}</p>", subject.unwrap_or_default(), effect.verdict());
            if let Some(reach) = &effect.reach {
                _ = writeln!(out, "<p>{}</p>", words(&reach.to_string(), MOST_CHARACTERS));
            }
            sides(diagnostic, effect, findings, out);
            if let Some(reason) = &effect.accepted {
                _ = writeln!(out, "<p>Accepted: {}</p>", words(reason, MOST_OF_A_VALUE));
            }
        }
        None if diagnostic.labels.is_empty() => {}
        None => {
            *out += "<div class=\"sides\">\n<section aria-label=\"Places\">\n";
            places(diagnostic, |_| true, findings, out);
            *out += "</section>\n</div>\n";
        }
    }
    if !diagnostic.help.is_empty() {
        *out += "<ul>\n";
        for help in &diagnostic.help {
            _ = writeln!(out, "<li>{}</li>", words(help, MOST_CHARACTERS));
        }
        *out += "</ul>\n";
    }
    if let Some(command) = diagnostic.acceptance() {
        _ = writeln!(out, "<p>Where it is meant, {} accepts it.</p>", code(&command, MOST_CHARACTERS));
    }
    *out += "</article>\n";
}

/// Old and new, beside each other where there is room.
fn sides(diagnostic: &Diagnostic, effect: &Effect, findings: &Findings<'_>, out: &mut String) {
    let old = Shown { side: Side::Old, value: effect.old.as_deref(), rust: &effect.before };
    let new = Shown { side: Side::New, value: effect.new.as_deref(), rust: &effect.after };
    *out += "<div class=\"sides\">\n";
    for shown in [old, new] {
        shown.write(diagnostic, findings, out);
    }
    *out += "</div>\n";
}

/// One side of a change.
struct Shown<'d> {
    side: Side,
    value: Option<&'d str>,
    rust: &'d [String],
}

impl Shown<'_> {
    fn write(&self, diagnostic: &Diagnostic, findings: &Findings<'_>, out: &mut String) {
        let (name, class) = match self.side {
            Side::Old => ("Before", "old"),
            Side::New => ("After", "new"),
        };
        // Writing to a String never fails.
        _ = writeln!(out, "<section aria-label=\"{name}\">\n<h4>{name}</h4>");
        match self.value {
            Some(value) => {
                let value = shown::line(value, MOST_OF_A_VALUE);
                _ = writeln!(out, "<pre class=\"{class}\">{}</pre>", Escaped(&value));
            }
            None => *out += "<p class=\"quiet\">nothing</p>\n",
        }
        places(diagnostic, |label| findings.sources.side(label.place) == self.side, findings, out);
        if !self.rust.is_empty() {
            let lines: Vec<&str> = self.rust.iter().flat_map(|signature| signature.lines()).collect();
            let text: Vec<_> =
                lines.iter().take(MOST_SIGNATURES).map(|line| shown::line(line, MOST_CHARACTERS)).collect();
            _ = write!(out, "<h4>Rust</h4>\n<pre class=\"{class} rust\">");
            for line in text {
                _ = write!(out, "<span>{}</span>", Escaped(&line));
            }
            *out += "</pre>\n";
            if let Some(more) = lines.len().checked_sub(MOST_SIGNATURES + 1) {
                _ = writeln!(out, "<p class=\"quiet\">and {} more</p>", counted(more + 1, "line"));
            }
        }
        *out += "</section>\n";
    }
}

fn places(diagnostic: &Diagnostic, wanted: impl Fn(&Label) -> bool, findings: &Findings<'_>, out: &mut String) {
    for (at, label) in diagnostic.labels.iter().filter(|label| wanted(label)).enumerate() {
        if at == MOST_PLACES {
            *out += "<p class=\"quiet\">and more places</p>\n";
            break;
        }
        place(diagnostic, label, findings, out);
    }
}

fn place(diagnostic: &Diagnostic, label: &Label, findings: &Findings<'_>, out: &mut String) {
    let source = findings.sources.get(label.place.file);
    let path = findings.repository.path(&source.path).unwrap_or_else(|| source.path.to_string());
    let line = findings.sources.position(label.place.file, label.place.span.start).line;
    // Writing to a String never fails.
    _ = write!(out, "<p>{}", code(&format!("{path}:{line}"), MOST_CHARACTERS));
    if let Some(remark) = diagnostic.remark(label) {
        _ = write!(out, ": {}", words(remark, MOST_CHARACTERS));
    }
    *out += "</p>\n";
    if source.text.is_empty() {
        return;
    }
    *out += "<pre>";
    for Line { number, before, marked, behind } in excerpt::lines(label.place, findings.sources) {
        _ = write!(out, "<span class=\"number\">{number:>4} </span>{}", Escaped(&before));
        if !marked.is_empty() {
            _ = write!(out, "<mark>{}</mark>", Escaped(&marked));
        }
        _ = writeln!(out, "{}", Escaped(&behind));
    }
    *out += "</pre>\n";
}
