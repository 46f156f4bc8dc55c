//! Documentation as Markdown: the words of specs are shown as they are, and lines are folded.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

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
            Span::Prose(text) => text.split_whitespace().map(escaped).collect(),
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

/// A text as code, which stands in one line.
fn code(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\n' | '\r' | '\t' => shown.extend(char.escape_default()),
            other => push_visible(other, &mut shown),
        }
    }
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    let ticks = (1..=shown.len() + 1).find(|count| !has_run(&shown, *count)).unwrap_or(1);
    let fence = "`".repeat(ticks);
    let pad = if shown.is_empty() || shown.starts_with('`') || shown.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{shown}{pad}{fence}")
}

/// Whether a text has a run of exactly so many backticks.
fn has_run(text: &str, count: usize) -> bool {
    text.split(|char| char != '`').any(|run| run.len() == count)
}

/// A word of a spec, without any meaning in Markdown or HTML.
fn escaped(word: &str) -> String {
    if let Some((before, address, after)) = linked(word) {
        return format!("{}{}{}", escaped(before), code(address), escaped(after));
    }
    let chars: Vec<char> = word.chars().collect();
    let mut escaped = String::with_capacity(word.len());
    for (index, &char) in chars.iter().enumerate() {
        let is_letter = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|char| char.is_alphanumeric());
        let within_word = is_letter(index.checked_sub(1)) && is_letter(Some(index + 1));
        if matches!(char, '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$')
            || char == '_' && !within_word
        {
            escaped.push('\\');
        }
        push_visible(char, &mut escaped);
    }
    escaped
}

/// The address in a word, with what stands before and after it.
fn linked(word: &str) -> Option<(&str, &str, &str)> {
    let start = ["https://", "http://"].iter().filter_map(|scheme| word.find(scheme)).min()?;
    let (before, rest) = word.split_at_checked(start)?;
    let end = rest.find(['<', '>', '"', '`', ']']).unwrap_or(rest.len());
    let mut address = rest.get(..end)?.trim_end_matches(['.', ',', ';', ':', '?', '!', '\'', '*']);
    while address.ends_with(')') && address.matches(')').count() > address.matches('(').count() {
        address = address.strip_suffix(')')?.trim_end_matches(['.', ',', ';']);
    }
    Some((before, address, rest.get(address.len()..)?))
}

/// Adds a character, or its number where it controls how text runs.
fn push_visible(char: char, text: &mut String) {
    let hidden = char.is_control() && !char.is_whitespace()
        || matches!(char, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    if hidden {
        _ = write!(text, "U+{:04X}", u32::from(char));
    } else {
        text.push(char);
    }
}

/// A word that cannot begin a list, a heading, a rule or a quote.
fn at_line_start(word: &str) -> String {
    let marks = word.starts_with(['#', '-', '+', '=']);
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    let after = word.get(digits..).unwrap_or_default();
    if marks {
        format!("\\{word}")
    } else if (1..=9).contains(&digits) && after.starts_with(['.', ')']) {
        format!("{}\\{after}", word.get(..digits).unwrap_or_default())
    } else {
        word.to_owned()
    }
}

/// The mark of what is deprecated. Its words are shown as Markdown as well.
pub(super) fn deprecated(mark: Option<&Deprecated>) -> Option<TokenStream> {
    let Deprecated(note) = mark?;
    let note = note.iter().flat_map(|note| words(&[Span::Prose(note.clone())])).collect::<Vec<_>>().join(" ");
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
    fn words_of_specs_have_no_meaning_in_markdown() {
        let cases = [
            (
                "*a* _b_ c_d `e` [f](g) <h> &amp; a|b ~~i~~",
                r"\*a\* \_b\_ c_d \`e\` \[f\](g) \<h\> \&amp; a\|b \~\~i\~\~",
            ),
            ("# no heading", r"\# no heading"),
            ("- no list", r"\- no list"),
            ("1. no list", r"1\. no list"),
            ("2024 is a year", "2024 is a year"),
            ("see https://example.com/a_b, please", "see `https://example.com/a_b`, please"),
            ("see [a b](https://a.example/c). Then", r"see \[a b\](`https://a.example/c`). Then"),
            ("<https://a.example/b_(c)>,", r"\<`https://a.example/b_(c)`\>,"),
            ("left \u{202e}right\u{0} and\r\nthe next line", "left U+202Eright U+0000 and the next line"),
        ];
        for (text, shown) in cases {
            let shown: String = shown.replace("right U+0000", "rightU+0000");
            assert_eq!(prose(text), [shown], "{text:?}");
        }
    }

    #[test]
    fn code_is_fenced_by_more_backticks_than_it_holds() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a `b` c"), "``a `b` c``");
        assert_eq!(code("`a`"), "`` `a` ``");
        assert_eq!(code("a\nb\tc"), r"`a\nb\tc`");
        assert_eq!(code("a ``b`` `c"), "```a ``b`` `c```");
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
