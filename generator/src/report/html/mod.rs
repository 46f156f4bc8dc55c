//! One page for a browser: it needs no network, no other file, and to be read no script.

mod escape;
mod finding;

use std::fmt::Write as _;

use super::Findings;
use super::group::{Grouped, groups};
use super::tally::{Outcome, Tally, counted};
use crate::diagnostic::{Diagnostic, shown};

use escape::{Escaped, words};
use finding::article;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// What the page allows: its own style and script, told by their SHA-256, and nothing else.
const STYLE_HASH: &str = "sha256-1IohIc9KBCze3EDuIIn5A0dv1DtI08970yayVExyVp8=";
const SCRIPT_HASH: &str = "sha256-ueTc4FC5/5DPslwNQGcmC1vglcVVrLoQVoQuBaAuUVQ=";
/// The characters of a text.
const MOST_CHARACTERS: usize = 300;

/// The findings as a page: grouped, the worst first, old and new side by side, with a filter that a script brings.
pub(super) fn write(findings: &Findings<'_>) -> String {
    let main = groups(findings, |diagnostic| !diagnostic.is_documentation());
    let documentation = groups(findings, Diagnostic::is_documentation);
    let heading = Outcome::of(findings).heading(findings);
    let mut out = String::new();
    // Writing to a String never fails.
    _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{STYLE_HASH}'; \
         script-src '{SCRIPT_HASH}'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{heading}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n\
         <header>\n<h1>{heading}</h1>\n"
    );
    for line in findings.summary.lines().filter(|line| !line.trim().is_empty()) {
        _ = writeln!(out, "<p>{}</p>", words(line.trim(), MOST_CHARACTERS));
    }
    out += "</header>\n";
    filter(findings, &main, &documentation, &mut out);
    out += "<main id=\"findings\" tabindex=\"-1\" aria-label=\"Findings\">\n\
            <p id=\"none\" hidden>No finding fits the filter.</p>\n";
    let mut page = Page { findings, number: 0, out };
    for group in &main {
        page.group(group);
    }
    let count: usize = documentation.iter().map(|group| group.findings.len()).sum();
    if count > 0 {
        _ = writeln!(page.out, "<details>\n<summary>{} of documentation alone</summary>", counted(count, "change"));
        for group in &documentation {
            page.group(group);
        }
        page.out += "</details>\n";
    }
    let mut out = page.out;
    _ = write!(
        out,
        "</main>\n<footer>\n<p class=\"quiet\">Written by docwright {}. <code>docwright explain</code> with the name behind \
         a finding tells what it means.</p>\n</footer>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
        env!("CARGO_PKG_VERSION")
    );
    out
}

/// What the script filters by. Without it there is nothing to operate, and all is shown.
fn filter(findings: &Findings<'_>, main: &[Grouped<'_>], documentation: &[Grouped<'_>], out: &mut String) {
    let Tally { errors, warnings, notes } = Tally::of(findings.diagnostics);
    *out += "<form id=\"filter\" class=\"bar\" role=\"search\" aria-label=\"Filter the findings\" hidden>\n\
             <fieldset>\n<legend>Severity</legend>\n";
    for (value, count) in [("error", errors), ("warning", warnings), ("note", notes)] {
        _ = writeln!(
            out,
            "<label><input type=\"checkbox\" name=\"severity\" value=\"{value}\" checked> {}</label>",
            counted(count, value)
        );
    }
    *out += "</fieldset>\n<label>Endpoint <select name=\"group\">\n<option value=\"\">all</option>\n";
    let mut names: Vec<_> = main.iter().chain(documentation).map(|group| &group.group).collect();
    names.sort();
    names.dedup();
    for name in names {
        let name = name.to_string();
        let name = shown::whole(&name);
        _ = writeln!(out, "<option value=\"{0}\">{0}</option>", Escaped(&name));
    }
    *out += "</select></label>\n<label>Text <input type=\"search\" name=\"text\" autocomplete=\"off\"></label>\n\
             <button type=\"reset\">Show all</button>\n</form>\n";
    _ = writeln!(
        out,
        "<p id=\"shown\" class=\"quiet\" role=\"status\">{}</p>",
        counted(findings.diagnostics.len(), "finding")
    );
}

/// A page as it grows.
struct Page<'f> {
    findings: &'f Findings<'f>,
    /// How many headings have an id already.
    number: usize,
    out: String,
}

impl Page<'_> {
    fn group(&mut self, Grouped { group, findings: of_group }: &Grouped<'_>) {
        self.number += 1;
        let name = group.to_string();
        // Writing to a String never fails.
        _ = writeln!(
            self.out,
            "<section data-group=\"{0}\" aria-labelledby=\"h{1}\">\n<h2 id=\"h{1}\">{0} <span class=\"quiet\">{2}</span></h2>",
            Escaped(&shown::whole(&name)),
            self.number,
            Tally::of(of_group.iter().copied()).words()
        );
        for diagnostic in of_group {
            self.number += 1;
            article(diagnostic, self.findings, self.number, &mut self.out);
        }
        self.out += "</section>\n";
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest as _, Sha256};

    use super::*;

    #[test]
    fn the_page_allows_its_own_style_and_script() {
        let hash = |text: &str| format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())));
        assert_eq!(STYLE_HASH, hash(STYLE));
        assert_eq!(SCRIPT_HASH, hash(SCRIPT));
    }
}
