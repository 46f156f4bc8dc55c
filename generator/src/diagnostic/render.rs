//! Diagnostics for people, as rustc shows them.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::shown::{self, Excerpt};
use super::{Diagnostic, FileId, Id, Label, Place, Severity, Side, Sources, Span};

/// Diagnostics that are shown of one run; the others are counted.
const MOST: usize = 200;
/// The columns of a terminal that lines of files are cut to.
const WIDTH: usize = 120;
/// The characters of a title, label or help that are shown.
const MOST_CHARACTERS: usize = 300;
/// The lines of Rust that are shown of each side of a change; the others are counted.
const MOST_SIGNATURE_LINES: usize = 12;

/// Whether colours are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    Plain,
    /// With the ANSI escapes of colours, which `anstream` takes away where they are not wanted.
    Coloured,
}

/// Diagnostics as people read them, each with the lines it is about, and a line that counts them; nothing for none.
///
/// Control characters, bidirectional controls and characters without width are shown as `U+202E`; in lines of files as
/// `�` with a note, so that columns stay what they are.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let renderer = renderer.term_width(WIDTH);
    let mut out = String::new();
    for diagnostic in diagnostics.iter().take(MOST) {
        out += &render_one(diagnostic, sources, &renderer);
        out += "\n\n";
    }
    if !diagnostics.is_empty() {
        let title = level(worst(diagnostics)).primary_title(summary(diagnostics));
        out += &renderer.render(&[Group::with_title(title)]);
        out.push('\n');
    }
    out
}

fn render_one(diagnostic: &Diagnostic, sources: &Sources, renderer: &Renderer) -> String {
    let title = level(diagnostic.severity)
        .primary_title(shown::line(&diagnostic.title, MOST_CHARACTERS))
        .id(diagnostic.id.as_str());
    let files: Vec<Lines<'_>> = files(diagnostic).map(|file| Lines::new(file, &diagnostic.labels, sources)).collect();
    let mut group = Group::with_title(title);
    for file in &files {
        group = if sources.get(file.file).text.is_empty() {
            // A file that is wrong by its name alone was not read.
            group.element(Origin::path(&*file.path))
        } else {
            group.element(file.snippet(diagnostic))
        };
    }
    let hidden: BTreeSet<char> = files.iter().flat_map(|file| file.excerpt.hidden.iter().copied()).collect();
    if !hidden.is_empty() {
        group = group.element(Level::NOTE.message(shown::legend(&hidden)));
    }
    if let Some(effect) = &diagnostic.effect {
        for (name, signatures) in [("before", &effect.before), ("after", &effect.after)] {
            let lines: Vec<&str> = signatures.iter().flat_map(|signature| signature.lines()).collect();
            for line in lines.iter().take(MOST_SIGNATURE_LINES) {
                group = group.element(Level::NOTE.with_name(name).message(shown::line(line, MOST_CHARACTERS)));
            }
            if let Some(more) = lines.len().checked_sub(MOST_SIGNATURE_LINES + 1) {
                let more = format!("and {} more", counted(more + 1, "line"));
                group = group.element(Level::NOTE.with_name(name).message(more));
            }
        }
        if let Some(reach) = &effect.reach {
            group = group.element(Level::NOTE.message(shown::line(&reach.to_string(), MOST_CHARACTERS).into_owned()));
        }
        group = group.element(Level::NOTE.message(effect.verdict()));
        if let Some(reason) = &effect.accepted {
            group = group.element(Level::NOTE.with_name("accepted").message(shown::line(reason, MOST_CHARACTERS)));
        }
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(shown::line(help, MOST_CHARACTERS)));
    }
    if let Some(command) = diagnostic.acceptance() {
        group = group.element(Level::HELP.message(format!("where it is meant, `{command}` accepts it")));
    }
    renderer.render(&[group])
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

fn worst(diagnostics: &[Diagnostic]) -> Severity {
    diagnostics.iter().map(|diagnostic| diagnostic.severity).min().unwrap_or(Severity::Note)
}

fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
}

/// The files of a diagnostic, that of its first label first.
fn files(diagnostic: &Diagnostic) -> impl Iterator<Item = FileId> {
    let mut seen = BTreeSet::new();
    diagnostic.labels.iter().map(|label| label.place.file).filter(move |file| seen.insert(*file))
}

/// The lines of one file that a diagnostic's labels touch, and all between them.
struct Lines<'s> {
    file: FileId,
    path: Cow<'s, str>,
    first_line: usize,
    start: usize,
    excerpt: Excerpt<'s>,
}

impl<'s> Lines<'s> {
    fn new(file: FileId, labels: &[Label], sources: &'s Sources) -> Self {
        let lines = labels
            .iter()
            .filter(|label| label.place.file == file)
            .map(|label| sources.lines(label.place))
            .reduce(|a, b| Span { start: a.start.min(b.start), end: a.end.max(b.end) })
            .unwrap_or_default();
        Self {
            file,
            path: match sources.get(file).side {
                Side::New => shown::line(sources.path(file).as_str(), MOST_CHARACTERS),
                Side::Old => shown::line(sources.path(file).as_str(), MOST_CHARACTERS) + " (before)",
            },
            first_line: sources.position(file, lines.start).line,
            start: lines.start,
            excerpt: Excerpt::new(sources.text(Place { file, span: lines })),
        }
    }

    fn snippet(&self, diagnostic: &'s Diagnostic) -> Snippet<'_, Annotation<'_>> {
        let labels = diagnostic.labels.iter().enumerate().filter(|(_, label)| label.place.file == self.file);
        Snippet::source(&*self.excerpt.text).path(&*self.path).line_start(self.first_line).annotations(labels.map(
            |(at, label)| {
                let Span { start, end } = label.place.span;
                let span = self.excerpt.offset(start.saturating_sub(self.start))
                    ..self.excerpt.offset(end.max(start).saturating_sub(self.start));
                let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
                let text = Some(&label.text).filter(|text| !text.is_empty());
                kind.span(span).label(text.map(|text| shown::line(text, MOST_CHARACTERS)))
            },
        ))
    }
}

/// How much was found, and how to learn more of it.
fn summary(diagnostics: &[Diagnostic]) -> String {
    let counts = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")]
        .map(|(severity, word)| (count(diagnostics, severity), word))
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| counted(count, word))
        .collect::<Vec<_>>();
    let mut line = match counts.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        counts => counts.concat(),
    };
    let files: BTreeSet<FileId> =
        diagnostics.iter().filter_map(|diagnostic| diagnostic.labels.first()).map(|label| label.place.file).collect();
    if !files.is_empty() {
        let _ = write!(line, " in {}", counted(files.len(), "file"));
    }
    if diagnostics.len() > MOST {
        let _ = write!(line, ", of which {MOST} are shown");
    }
    let ids: BTreeSet<Id> = diagnostics.iter().map(|diagnostic| diagnostic.id).collect();
    match ids.first() {
        Some(id) if ids.len() == 1 => line + &format!("; `docwright explain {id}` tells more"),
        _ => line + "; `docwright explain` with an id tells more",
    }
}

fn counted(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}
