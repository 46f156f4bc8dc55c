//! Lines that do not stand as YAML asks: too deep, between two levels, no `key: value`.

use crate::diagnostic::{Diagnostic, Id, Span};

use super::line::{Line, quoted};
use super::syntax::{character, quote_value};
use super::tree::Source;

/// A `:` that ends no key: a text that must be quoted, a line that is too deep, or a slip in the line above.
pub(super) fn misplaced_colon(source: &Source<'_>, at: usize) -> Diagnostic {
    let line = Line::at(source.text, at);
    let place = source.place(character(source.text, at));
    let value = line.value();
    if line.key().is_some() && value.start < at {
        let text = quoted(&source.text[value.start..value.end]);
        return Diagnostic::new(Id::YamlSyntax, "a text without quotes holds a `:` and a blank")
            .at(place, "for YAML another key ends here")
            .help(format!("quote the text: write `{text}`"))
            .edit(source.place(value), text);
    }
    match line.above() {
        Some(above) if above.key().is_some() && above.indentation < line.indentation => too_deep(source, &line, &above),
        Some(above) if above.key().is_none() => no_pair(source, &above),
        _ => Diagnostic::new(Id::YamlSyntax, "a `:` stands where no key can end")
            .at(place, "")
            .help("indent the keys of one map alike; a key with a value on its line has no keys below it"),
    }
}

/// A line that is deeper than the key above it, whose value stands on its own line.
fn too_deep(source: &Source<'_>, line: &Line<'_>, above: &Line<'_>) -> Diagnostic {
    let (key, upper) = (line.name(), above.name());
    let title = format!("`{key}` is indented deeper than `{upper}` above it, which has its value already");
    let diagnostic = Diagnostic::new(Id::YamlSyntax, title)
        .at(source.place(line.name_span()), format!("by {}", blanks(line.indentation)))
        .at(source.place(above.name_span()), format!("by {}", blanks(above.indentation)));
    let help = "indent the keys of one map alike";
    // Where more lines are as deep, the one above may be what is wrong.
    if line.below().is_some_and(|below| below.indentation > above.indentation) {
        return diagnostic.help(help);
    }
    let indentation = Span { start: line.start, end: line.start + line.indentation };
    diagnostic
        .help(format!("{help}: this one by {}", blanks(above.indentation)))
        .edit(source.place(indentation), " ".repeat(above.indentation))
}

/// A line that stands beside none of those above it, or what follows a value that has ended.
pub(super) fn misindented(source: &Source<'_>, at: usize) -> Diagnostic {
    let line = Line::at(source.text, at);
    let value = line.value();
    if value.start < at && at < value.end {
        let title = "something follows a value that has ended";
        let diagnostic =
            Diagnostic::new(Id::YamlSyntax, title).at(source.place(Span { start: at, end: value.end }), "");
        return quote_value(source, value.start, diagnostic.help("quote a text that begins with `[`, `{`, `*` or `&`"));
    }
    let (deeper, shallower) = line.levels();
    let own = line.name_span();
    let mut diagnostic = Diagnostic::new(Id::YamlSyntax, "this line is not indented like those around it")
        .at(source.place(own), format!("by {}", blanks(line.indentation)));
    let levels: Vec<Line<'_>> = [deeper, shallower].into_iter().flatten().collect();
    for level in &levels {
        diagnostic = diagnostic.at(source.place(level.name_span()), format!("by {}", blanks(level.indentation)));
    }
    let ways: Vec<String> =
        levels.iter().map(|level| format!("by {} beside `{}`", blanks(level.indentation), level.name())).collect();
    if ways.is_empty() {
        return diagnostic.help("indent the keys of one map, or the items of one list, alike");
    }
    diagnostic.help(format!("indent it {}", ways.join(", or ")))
}

fn blanks(count: usize) -> String {
    match count {
        0 => "no blanks".to_owned(),
        1 => "1 blank".to_owned(),
        _ => format!("{count} blanks"),
    }
}

/// A line that is no `key: value`: a slip in it, or a text of several lines that is not indented.
pub(super) fn no_pair(source: &Source<'_>, line: &Line<'_>) -> Diagnostic {
    let place = source.place(line.span());
    let diagnostic = Diagnostic::new(Id::YamlSyntax, "a line is no `key: value`");
    if let Some((pair, lacks)) = line.as_pair() {
        return diagnostic.at(place, lacks).write(place, pair);
    }
    let diagnostic = diagnostic.at(place, "");
    match line.above().filter(|above| above.key().is_some() && above.indentation >= line.indentation) {
        Some(above) => diagnostic
            .at(source.place(above.name_span()), "")
            .help(format!("where it continues the text of `{}`, indent it deeper than that key", above.name()))
            .help("where it is a key, add the `:` behind it"),
        None => diagnostic.help("add the `:` behind the key, and keep a key on one line"),
    }
}
