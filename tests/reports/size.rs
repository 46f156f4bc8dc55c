//! Many findings, long lines: time and size grow with what there is to say, not with its square.

use std::time::{Duration, Instant};

use docwright::diagnostic::{Diagnostic, Id, Place, Severity, Span, Style, render, to_json};
use docwright::report::{Format, Task};

use crate::fixture::{Case, effect, with_effect};

/// Ten times as many are ten thousand with `cargo test --release`.
const FEW: usize = if cfg!(debug_assertions) { 100 } else { 1000 };

/// So many findings over a hundred files, of which one has a line of 100 KB.
fn large(count: usize) -> Case {
    let mut case = Case::new(Task::Diff);
    let files: Vec<_> = (0..100)
        .map(|number| {
            let text = if number == 0 { "x".repeat(100_000) } else { "field: text\n".repeat(300) };
            case.sources.add(format!("specs/api{}/endpoint{number}.yaml", number % 10), text)
        })
        .collect();
    for number in 0..count {
        let file = files[number % files.len()];
        let start = (number * 7) % 3000;
        let place = Place { file, span: Span { start, end: start + 5 } };
        let (api, endpoint) = (format!("api{}", number % 10), format!("endpoint{}", number % 100));
        let severity = [Severity::Error, Severity::Warning, Severity::Note][number % 3];
        case.diagnostics.push(with_effect(
            Diagnostic::new(Id::WrongKind, format!("finding {number} of `something`"))
                .severity(severity)
                .at(place, "here"),
            effect(Some(&api), Some(&endpoint), &format!("{api}/{endpoint}: field {number}")),
        ));
    }
    case
}

type Writer = Box<dyn Fn(&Case) -> String>;

#[test]
fn ten_times_the_findings_take_ten_times_as_long() {
    let measured = |case: &Case, write: &dyn Fn(&Case) -> String| {
        let start = Instant::now();
        let length = write(case).len();
        (start.elapsed(), length)
    };
    let (few, many) = (large(FEW), large(FEW * 10));
    let formats = [Format::Sarif, Format::Github, Format::Markdown, Format::Html];
    let mut writers: Vec<(String, Writer)> = Vec::new();
    for format in formats {
        writers.push((format!("{format:?}"), Box::new(move |case| case.write(format))));
    }
    writers.push(("Human".to_owned(), Box::new(|case| render(&case.diagnostics, &case.sources, Style::Plain))));
    writers.push(("Json".to_owned(), Box::new(|case| to_json(&case.diagnostics, &case.sources))));
    for (name, write) in writers {
        let ((short_time, short), (long_time, long)) = (measured(&few, &*write), measured(&many, &*write));
        println!("{name}: {short_time:?} for {short} bytes, {long_time:?} for {long} bytes");
        assert!(long < short.saturating_mul(12).max(100_000), "{name}: {short} bytes, then {long}");
        // What grows with the square would take a hundred times as long; a short time says nothing.
        assert!(
            long_time < short_time * 50 || long_time < Duration::from_secs(2),
            "{name}: {short_time:?}, then {long_time:?}"
        );
    }
}

#[test]
fn a_text_of_a_hundred_kilobytes_is_cut() {
    let long = "`<@x> ".repeat(17_000);
    let mut case = Case::new(Task::Diff);
    let file = case.sources.add("specs/a/b.yaml", &*long);
    let place = Place { file, span: Span { start: 50_000, end: 50_006 } };
    let mut change = effect(Some(&long), Some(&long), &long);
    (change.old, change.new, change.accepted) = (Some(long.clone()), Some(long.clone()), Some(long.clone()));
    (change.before, change.after) = (vec![long.clone()], vec![long.clone()]);
    case.diagnostics.push(with_effect(Diagnostic::new(Id::WrongKind, &*long).at(place, &*long).help(&*long), change));
    for (format, most) in [(Format::Github, 4000), (Format::Markdown, 65_536)] {
        let length = case.write(format).len();
        assert!(length <= most, "{format:?}: {length}");
    }
    assert!(case.write(Format::Markdown).contains("&lt;"));
}
