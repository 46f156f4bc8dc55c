//! Texts that mean something in a format, in each place of a finding that takes one: they stay texts.

use docwright::diagnostic::{Bump, Compatibility, Diagnostic, Effect, Group, Id, Place, Reach, Severity, Side, Span};
use docwright::report::{Format, Task};
use proptest::prelude::*;

use crate::fixture::{Case, with_effect};
use crate::{annotations, markup, sarif};

const FORMATS: [Format; 4] = [Format::Sarif, Format::Github, Format::Markdown, Format::Html];

/// Pieces that one format or another reads as more than text.
const PIECES: &[&str] = &[
    "</script>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "-->",
    "<!--",
    "]]>",
    "`",
    "```",
    "~~~",
    "\n```\n",
    "\n\n# heading\n",
    "\n::error::x",
    "::stop-commands::x",
    "%0A::set-output::",
    "%25",
    ":,",
    "\r",
    "\r\n",
    "@octocat",
    "@a/b",
    "#12",
    "GH-12",
    "a@example.com",
    "[x](http://example.com)",
    "![x](y)",
    "[x](0)",
    "{0}",
    "{{1}}",
    "](",
    "https://example.com",
    "www.example.com",
    "|",
    "\\",
    "\\`",
    "*b*",
    "_i_",
    "~~s~~",
    "- [ ] x",
    "> q",
    "&lt;",
    "&#64;",
    "\"",
    "' onclick='x",
    "\" autofocus onfocus=\"x",
    "</details>",
    "</code>",
    "</pre></main>",
    "<summary>",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{feff}",
    "\u{1b}[31m",
    "\0",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "é",
    "丙",
    "𝒳",
    "a",
    " ",
    "1",
    "$x$",
    "[^1]",
    ":smile:",
    "<https://example.com>",
    "\t",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => "(?s).{0,4}"];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn severity() -> impl Strategy<Value = Severity> {
    prop::sample::select(vec![Severity::Error, Severity::Warning, Severity::Note])
}

prop_compose! {
    fn an_effect()(
        api in prop::option::of(text()),
        endpoint in prop::option::of(text()),
        subject in text(),
        old in prop::option::of(text()),
        new in prop::option::of(text()),
        request in prop::option::of(prop::sample::select(vec![Compatibility::Compatible, Compatibility::Doubtful, Compatibility::Breaking])),
        source in prop::option::of(prop::sample::select(vec![Bump::Patch, Bump::Minor, Bump::Major])),
        behaviour in any::<bool>(),
        before in prop::collection::vec(text(), 0..3),
        after in prop::collection::vec(text(), 0..3),
        endpoints in prop::option::of(prop::collection::vec(text(), 1..3)),
        accepted in prop::option::of(text()),
    ) -> Effect {
        let reach = endpoints.map(|endpoints| Reach { endpoints, of: 2 });
        Effect { group: Group { api, endpoint }, subject, old, new, request, response: None, source, behaviour, before, after, reach, against: None, accepted }
    }
}

prop_compose! {
    fn a_case()(
        task in prop::sample::select(vec![Task::Check, Task::Lint, Task::Diff]),
        summary in text(),
        files in prop::collection::vec((text(), text(), any::<bool>()), 1..3),
        findings in prop::collection::vec(
            (severity(), text(), prop::collection::vec((any::<[prop::sample::Index; 3]>(), text()), 0..3),
             prop::collection::vec(text(), 0..3), prop::option::of(text()), prop::option::of(an_effect())),
            0..4,
        ),
    ) -> Case {
        let mut case = Case::new(task);
        case.summary = summary;
        let files: Vec<_> = files
            .into_iter()
            .map(|(path, text, is_old)| {
                let side = if is_old { Side::Old } else { Side::New };
                case.sources.add_of(side, format!("specs/a/{}.yaml", path.replace(['/', '\\'], "")), text)
            })
            .collect();
        for (severity, title, labels, help, edit, effect) in findings {
            let mut diagnostic = Diagnostic::new(Id::WrongKind, title).severity(severity);
            for ([file, start, end], text) in labels {
                let file = *file.get(&files);
                let of = &case.sources.get(file).text;
                let ends: Vec<usize> = (0..=of.len()).filter(|at| of.is_char_boundary(*at)).collect();
                let (a, b) = (*start.get(&ends), *end.get(&ends));
                diagnostic = diagnostic.at(Place { file, span: Span { start: a.min(b), end: a.max(b) } }, text);
            }
            diagnostic.help = help;
            if let (Some(text), Some(label)) = (edit, diagnostic.labels.first()) {
                let place = label.place;
                diagnostic = diagnostic.edit(place, text);
            }
            case.diagnostics.push(match effect {
                Some(effect) => with_effect(diagnostic, effect),
                None => diagnostic,
            });
        }
        case
    }
}

/// Whether a character hides, reorders or steers what is read.
fn misleads(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn no_text_of_a_spec_is_more_than_text(case in a_case()) {
        for format in FORMATS {
            let out = case.write(format);
            prop_assert!(!out.contains(misleads), "{format:?}: {out:?}");
        }
        let page = case.write(Format::Html);
        prop_assert_eq!(markup::faults_of_html(&page), Vec::<String>::new(), "{}", page);
        let comment = case.write(Format::Markdown);
        prop_assert!(comment.starts_with("<!-- docwright -->\n"));
        prop_assert_eq!(markup::faults_of_markdown(&comment), Vec::<String>::new(), "{}", comment);
        let annotations = annotations::read(&case.write(Format::Github));
        prop_assert_eq!(annotations.len(), case.diagnostics.len());
        for annotation in annotations {
            prop_assert!(["error", "warning", "notice"].contains(&annotation.level.as_str()));
            prop_assert_eq!(annotation.property("title"), Some("wrong-kind"));
        }
        let log = sarif::read(&case);
        let link = regex::Regex::new(r"\]\(|(^|[^{])\{[0-9]+\}([^}]|$)").unwrap();
        for result in log["runs"][0]["results"].as_array().unwrap() {
            let text = result["message"]["text"].as_str().unwrap();
            prop_assert!(!link.is_match(text), "{text}");
        }
    }
}
