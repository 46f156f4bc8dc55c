//! Texts that are not what their author sees: cut by a `#`, with characters that nobody sees, in quotes of printed text.

use super::Slot;
use crate::diagnostic::{Diagnostic, Id, Place, Span, lookalike};
use crate::spec::table::Kind;
use crate::yaml::{Node, Scalar, Style};

/// What is said of a text that YAML reads otherwise than people do; `text` is that of the file.
pub(super) fn otherwise(node: &Node, scalar: &Scalar, kind: &Kind, slot: &Slot, text: &str) -> Option<Diagnostic> {
    if scalar.style == Style::Plain
        && let Some(diagnostic) = cut(node, &scalar.text, slot, text)
    {
        return Some(diagnostic);
    }
    if *kind == Kind::Text {
        return None; // what pages say may have such characters
    }
    in_quotes(node, scalar).or_else(|| hidden(&scalar.text, node.place, "this value", text))
}

/// A text that is cut by a `#`: behind several words, or with a word at once, it is more likely meant than a comment.
fn cut(node: &Node, value: &str, slot: &Slot, text: &str) -> Option<Diagnostic> {
    let comment = comment(text, node.place.span.end)?;
    let rest = &text[comment.start..comment.end];
    if !value.contains(' ') && rest.starts_with("# ") {
        return None;
    }
    let whole = Place { span: Span { end: comment.end, ..node.place.span }, ..node.place };
    let quoted = quoted(&text[whole.span.start..whole.span.end]);
    Some(
        Diagnostic::new(Id::AmbiguousScalar, format!("the text of {} ends before a `#`", slot.name))
            .at(Place { span: comment, ..node.place }, "YAML reads this as a comment")
            .help(format!("if it belongs to the text, write `{quoted}`"))
            .help("if it is a comment, move it to the line above")
            .edit(whole, quoted)
            .unsure(),
    )
}

/// The comment behind a value, in its line.
pub(super) fn comment(text: &str, end: usize) -> Option<Span> {
    let line = text.get(end..)?.split(['\n', '\r']).next()?;
    let rest = line.trim_start_matches([' ', '\t']);
    let blanks = line.len() - rest.len();
    (blanks > 0 && rest.starts_with('#'))
        .then(|| Span { start: end + blanks, end: end + blanks + rest.trim_ascii_end().len() })
}

/// A value in quotes of printed text, which YAML takes for characters of the value.
fn in_quotes(node: &Node, scalar: &Scalar) -> Option<Diagnostic> {
    let is_quote = |char: char| lookalike::of(char).is_some_and(|one| matches!(one.plain, "\"" | "'"));
    let text = scalar.text.as_str();
    if scalar.style != Style::Plain || !text.starts_with(is_quote) || !text.ends_with(is_quote) {
        return None;
    }
    let bare = lookalike::bare(text);
    Some(
        Diagnostic::new(Id::AmbiguousScalar, format!("the quotes of `{text}` are those of printed text"))
            .at(node.place, "YAML takes them for a part of the value")
            .help(format!("if they only enclose the value, write `{bare}`"))
            .help(format!("if they belong to it, write `'{text}'`"))
            .edit(node.place, bare)
            .unsure(),
    )
}

/// A name or value with a character that nobody sees, and that is written as it is.
pub(super) fn hidden(value: &str, place: Place, what: &str, text: &str) -> Option<Diagnostic> {
    let one = lookalike::hidden(value)?;
    // As an escape it is meant.
    let written = text.get(place.span.start..place.span.end).filter(|written| written.contains(one.character))?;
    let plain = lookalike::plain(written);
    let escaped = value.replace(one.character, &format!("\\u{:04x}", u32::from(one.character)));
    Some(
        Diagnostic::new(
            Id::AmbiguousScalar,
            format!("{what} `{}` has a character that nobody sees", lookalike::plain(value)),
        )
        .at(place, one.told())
        .help(format!("write `{plain}`"))
        .help(format!("if the character belongs to it, write `\"{escaped}\"`"))
        .edit(place, plain)
        .unsure(),
    )
}

/// A text in single quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
