//! Documentation as Markdown: the words of specs are shown as they are, and lines are folded.

use proc_macro2::TokenStream;
use quote::quote;

use super::markdown::{self, at_line_start, code, prose};
use crate::plan::{Deprecated, Docs, Paragraph, Span, paragraphs};

/// The column at which a line of documentation ends at the latest.
const WIDTH: usize = 100;

/// How far an item is indented.
#[derive(Clone, Copy)]
pub(super) enum Indent {
    /// An item of the module, or the module.
    Item = 0,
    /// A field, a variant, a method.
    Member = 4,
    /// A field of a variant.
    Inner = 8,
}

/// The attributes of documentation, a line each.
pub(super) fn attributes(docs: &Docs, indent: Indent) -> TokenStream {
    lines(docs, indent).iter().map(|line| attribute(line)).collect()
}

/// One line of documentation.
pub(super) fn attribute(line: &str) -> TokenStream {
    let line = if line.is_empty() { String::new() } else { format!(" {line}") };
    quote!(#[doc = #line])
}

/// The lines of documentation, without what marks them as such.
pub(super) fn lines(docs: &Docs, indent: Indent) -> Vec<String> {
    let width = WIDTH - "/// ".len() - indent as usize;
    let mut lines = Vec::new();
    let mut before = None;
    for paragraph in &docs.0 {
        let is_item = matches!(paragraph, Paragraph::Item(_));
        if before.is_some_and(|before| !(before && is_item)) {
            lines.push(String::new());
        }
        before = Some(is_item);
        match paragraph {
            Paragraph::Text(spans) => {
                let (first, others) = apart(spans);
                lines.extend(fold(&words(&first), width, "", ""));
                for other in others {
                    lines.push(String::new());
                    lines.extend(fold(&words(&[Span::Prose(other.to_owned())]), width, "", ""));
                }
            }
            Paragraph::Item(spans) => lines.extend(fold(&words(spans), width, "- ", "  ")),
        }
    }
    lines
}

/// A paragraph, and the further ones that its texts have.
fn apart(spans: &[Span]) -> (Vec<Span>, Vec<&str>) {
    let mut others = Vec::new();
    let first = spans.iter().map(|span| match span {
        Span::Prose(text) => {
            let mut all = paragraphs(text);
            let first = all.next().unwrap_or_default().to_owned();
            others.extend(all);
            Span::Prose(first)
        }
        other => other.clone(),
    });
    (first.collect(), others)
}

/// Puts words into lines.
fn fold(words: &[String], width: usize, first: &str, others: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in words {
        if !is_empty && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::replace(&mut line, others.to_owned()));
            is_empty = true;
        }
        if is_empty {
            line.push_str(&at_line_start(word));
        } else {
            line.push(' ');
            line.push_str(word);
        }
        is_empty = false;
    }
    if !is_empty {
        lines.push(line);
    }
    lines
}

/// The pieces that a line may be broken between.
fn words(spans: &[Span]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut glued = true;
    for span in spans {
        let mut pieces = match span {
            Span::Glue => {
                glued = true;
                continue;
            }
            Span::Prose(text) => markdown::words(text).collect(),
            Span::Fixed(text) => text.split_whitespace().map(str::to_owned).collect(),
            Span::Code(text) => vec![code(text)],
            Span::Link(name) => vec![format!("[`{name}`]")],
            Span::Field(name) => vec![format!("[`{name}`](field@Self::{name})")],
        }
        .into_iter();
        if let (true, Some(last)) = (glued, words.last_mut()) {
            last.extend(pieces.next());
        }
        words.extend(pieces);
        glued = false;
    }
    words
}

/// The mark of what is deprecated. Its words are shown as Markdown as well.
pub(super) fn deprecated(mark: Option<&Deprecated>) -> Option<TokenStream> {
    let Deprecated(note) = mark?;
    let note = note.as_deref().map(prose).unwrap_or_default();
    Some(if note.is_empty() { quote!(#[deprecated]) } else { quote!(#[deprecated(note = #note)]) })
}

/// An attribute with another name to find an item by.
pub(super) fn aliases(aliases: &[String]) -> TokenStream {
    aliases.iter().map(|alias| quote!(#[doc(alias = #alias)])).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn prose(text: &str) -> Vec<String> {
        lines(&Docs::of(vec![Span::Prose(text.to_owned())]), Indent::Item)
    }

    #[test]
    fn a_broken_line_begins_nothing() {
        let text = format!("{} - 1. # x", "a".repeat(96));
        assert_eq!(prose(&text), ["a".repeat(96), r"\- 1. # x".to_owned()]);
        let pattern = format!("{}- x", "a".repeat(60));
        let docs = Docs::of(vec![Span::Prose("b".repeat(40)), Span::Code(pattern.clone())]);
        assert_eq!(lines(&docs, Indent::Item), ["b".repeat(40), format!("`{pattern}`")]);
    }

    #[test]
    fn code_is_never_broken() {
        let docs = Docs::of(vec![Span::Prose("b".repeat(80)), Span::Code("POST /api/v2/message".to_owned())]);
        assert_eq!(lines(&docs, Indent::Item), ["b".repeat(80), "`POST /api/v2/message`".to_owned()]);
    }

    #[test]
    fn a_blank_line_parts_paragraphs_and_what_follows_stays_with_the_first() {
        let docs = Docs(vec![
            Paragraph::Text(vec![Span::Prose("One\nline.\n\nTwo.\n".to_owned()), Span::Fixed("Optional.".to_owned())]),
            Paragraph::Text(vec![Span::Fixed("Last.".to_owned())]),
        ]);
        assert_eq!(lines(&docs, Indent::Item), ["One line. Optional.", "", "Two.", "", "Last."]);
    }

    #[test]
    fn items_of_a_list_stand_together() {
        let item = |text: &str| Paragraph::Item(vec![Span::Code(text.to_owned())]);
        let text = |text: &str| Paragraph::Text(vec![Span::Fixed(text.to_owned())]);
        let docs = Docs(vec![text("before"), item("a"), item("b"), text("after")]);
        assert_eq!(lines(&docs, Indent::Item), ["before", "", "- `a`", "- `b`", "", "after"]);
    }

    proptest! {
        #[test]
        fn every_text_makes_a_source_that_rust_takes(text in "\\PC{0,120}|[\u{0}-\u{ff}\u{200e}-\u{202f}]{0,60}") {
            let docs = Docs::of(vec![Span::Prose(text.clone()), Span::Code(text)]);
            for line in lines(&docs, Indent::Member) {
                prop_assert!(!line.contains(['\n', '\r']) && !line.chars().any(char::is_control), "{line:?}");
            }
            let attributes = attributes(&docs, Indent::Item);
            prop_assert!(syn::parse_file(&super::super::format::print(quote!(#attributes struct A;))).is_ok());
        }
    }
}
