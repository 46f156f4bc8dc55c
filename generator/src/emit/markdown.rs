//! Text of specs inside Markdown: shown as it stands, never read as markup. In documentation, `README.md` and
//! `CORRECTIONS.md` alike.

use std::collections::BTreeSet;

use crate::diagnostic::shown::{is_hidden, push_visible};

/// A text as one line of prose, which may begin a line or stand in a cell of a table.
pub(super) fn prose(text: &str) -> String {
    at_line_start(&words(text).collect::<Vec<_>>().join(" "))
}

/// The words of a text, without any meaning in Markdown or HTML; addresses are code, lest they be links.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    let parts_words = |char: char| char.is_whitespace() && (!is_hidden(char) || matches!(char, '\n' | '\r' | '\t'));
    text.split(parts_words).filter(|word| !word.is_empty()).map(word)
}

fn word(word: &str) -> String {
    let mut shown = String::with_capacity(word.len());
    let mut rest = word;
    while let Some((before, address, after)) = linked(rest) {
        push_escaped(before, &mut shown);
        shown.push_str(&code(address));
        rest = after;
    }
    push_escaped(rest, &mut shown);
    shown
}

fn push_escaped(text: &str, shown: &mut String) {
    let mut before = [None; 2];
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let is_letter = |char: Option<char>| char.is_some_and(|char| char.is_ascii_alphanumeric());
        let is_markup = match char {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' => true,
            '_' => !(is_letter(before[0]) && is_letter(chars.peek().copied())),
            // Rustdoc makes dashes and an ellipsis of several.
            '-' => before[0] == Some('-'),
            '.' => before == [Some('.'); 2],
            _ => false,
        };
        if is_markup {
            shown.push('\\');
        }
        push_visible(char, shown);
        before = [Some(char), before[0]];
    }
}

/// The first address in a word, with what stands before and after it.
fn linked(word: &str) -> Option<(&str, &str, &str)> {
    let is_address = |rest: &str| rest.starts_with("http://") || rest.starts_with("https://");
    let (start, _) = word.match_indices("http").find(|(at, _)| word.get(*at..).is_some_and(is_address))?;
    let (before, rest) = word.split_at_checked(start)?;
    let ends = |char: char| matches!(char, '<' | '>' | '"' | '`' | ']' | '|' | '\\') || is_hidden(char);
    let mut address = rest.get(..rest.find(ends).unwrap_or(rest.len()))?;
    let opened = address.matches('(').count();
    let mut closed = address.matches(')').count();
    loop {
        address = address.trim_end_matches(['.', ',', ';', ':', '?', '!', '\'', '*']);
        match address.strip_suffix(')') {
            Some(shorter) if closed > opened => (address, closed) = (shorter, closed - 1),
            _ => break,
        }
    }
    Some((before, address, rest.get(address.len()..)?))
}

/// A line that begins no list, heading, rule or quote.
pub(super) fn at_line_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let after = line.get(digits..).unwrap_or_default();
    if line.starts_with(['#', '-', '+', '=', ':']) {
        format!("\\{line}")
    } else if (1..=9).contains(&digits) && after.starts_with(['.', ')']) {
        format!("{}\\{after}", line.get(..digits).unwrap_or_default())
    } else {
        line.to_owned()
    }
}

/// A text as code, which stands in one line; an empty one shows as `""`.
pub(crate) fn code(text: &str) -> String {
    if text.is_empty() {
        return code("\"\"");
    }
    let mut shown = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\n' | '\r' | '\t' => shown.extend(char.escape_default()),
            other => push_visible(other, &mut shown),
        }
    }
    let runs: BTreeSet<usize> = shown.split(|char| char != '`').map(str::len).collect();
    let ticks = (1..=runs.len() + 1).find(|count| !runs.contains(count)).unwrap_or(1);
    let fence = "`".repeat(ticks);
    let is_blank = shown.bytes().all(|byte| byte == b' ');
    // A blank at both ends is taken away.
    let is_touched = shown.starts_with('`') || shown.ends_with('`') || shown.starts_with(' ') && shown.ends_with(' ');
    let pad = if is_touched && !is_blank { " " } else { "" };
    format!("{fence}{pad}{shown}{pad}{fence}")
}

/// A text as code in a cell of a table, where a bar parts cells even within code.
pub(super) fn code_in_cell(text: &str) -> String {
    code(text).replace('|', "\\|")
}

/// An address as a link, where nothing in it can end the link.
pub(super) fn link(address: &str) -> String {
    let is_plain =
        |char: char| !char.is_whitespace() && !is_hidden(char) && !matches!(char, '<' | '>' | '\\' | '|' | '`');
    let is_absolute = ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
    // GitHub reads `&amp;` even here.
    let has_entity = address.split('&').skip(1).any(|rest| rest.contains(';'));
    if is_absolute && !has_entity && address.chars().all(is_plain) { format!("<{address}>") } else { code(address) }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use proptest::prelude::*;
    use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

    use super::*;

    /// What rustdoc shows of Markdown, which has nothing but paragraphs with texts and code.
    fn plain(markdown: &str) -> Result<String, String> {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_SMART_PUNCTUATION;
        // In documentation any name in brackets may be a link.
        let resolve = &mut |_: pulldown_cmark::BrokenLink<'_>| Some((CowStr::from("x"), CowStr::from("")));
        let mut plain = String::new();
        for event in Parser::new_with_broken_link_callback(markdown, options, Some(resolve)) {
            match event {
                Event::Text(text) | Event::Code(text) => plain.push_str(&text),
                Event::SoftBreak => plain.push(' '),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                other => return Err(format!("{other:?} in {markdown:?}")),
            }
        }
        Ok(straight(&plain))
    }

    /// Rustdoc bends quotes, which a reader takes for the same.
    fn straight(text: &str) -> String {
        text.replace(['\u{201c}', '\u{201d}'], "\"").replace(['\u{2018}', '\u{2019}'], "'")
    }

    fn shown(text: &str) -> String {
        let words = text.split(|char: char| char.is_whitespace() && (!is_hidden(char) || "\n\r\t".contains(char)));
        let words = words.filter(|word| !word.is_empty()).map(|word| {
            let mut shown = String::new();
            word.chars().for_each(|char| push_visible(char, &mut shown));
            shown
        });
        straight(&words.collect::<Vec<_>>().join(" "))
    }

    /// Texts that are thick with what means something.
    fn any_text() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>(),
            "[-\\\\`*_{}\\[\\]()#+.!|<>~$&^:=\"'/@0-9a \n\r\t]{0,40}",
            "(https?://|`{1,4}|~~~|-{1,4}|\\.{1,4}|[a|.]|[0-9]{1,2}[.)]|\\[x\\]|: | |\n|\\\\|_|\\*|\"){0,16}",
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn any_text_is_shown_as_it_is(text in any_text()) {
            prop_assert_eq!(plain(&prose(&text)).map_err(TestCaseError::fail)?, shown(&text));
        }

        #[test]
        fn any_code_is_shown_as_it_is(text in any_text()) {
            let expected = text.chars().fold(String::new(), |mut shown, char| {
                match char {
                    '\n' | '\r' | '\t' => shown.extend(char.escape_default()),
                    other => push_visible(other, &mut shown),
                }
                shown
            });
            let expected = if expected.is_empty() { "\"\"".to_owned() } else { expected };
            prop_assert_eq!(plain(&code(&text)).map_err(TestCaseError::fail)?, straight(&expected));
        }

        /// Any text may be folded at any word, behind any word of the generator.
        #[test]
        fn any_text_may_begin_a_line(before in any_text(), text in any_text()) {
            let lines: Vec<String> = words(&before).chain(words(&text)).map(|word| at_line_start(&word)).collect();
            prop_assert_eq!(plain(&lines.join("\n")).map_err(TestCaseError::fail)?, shown(&format!("{before} {text}")));
        }

        #[test]
        fn any_text_stays_in_its_cell(text in any_text(), code in any_text()) {
            let table = format!("| a | b |\n|---|---|\n| {} | {} |\n", prose(&text), code_in_cell(&code));
            let mut cells = Vec::new();
            for event in Parser::new_ext(&table, Options::ENABLE_TABLES) {
                match event {
                    Event::Start(Tag::TableCell) => cells.push(String::new()),
                    Event::Text(text) | Event::Code(text) => cells.last_mut().unwrap().push_str(&text),
                    Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow) | Event::End(_) => {}
                    other => prop_assert!(false, "{:?} in {}", other, table),
                }
            }
            prop_assert_eq!(cells.len(), 4, "{}", table);
            prop_assert_eq!(straight(&cells[2]), shown(&text));
            prop_assert_eq!(Ok(straight(&cells[3])), plain(&self::code(&code)));
        }
    }

    #[test]
    fn nothing_of_a_spec_is_markup() {
        let cases = [
            (
                "*a* _b_ c_d `e` [f](g) <h> &amp; a|b ~~i~~",
                r"\*a\* \_b\_ c_d \`e\` \[f\](g) \<h\> \&amp; a\|b \~\~i\~\~",
            ),
            ("# no heading", r"\# no heading"),
            ("- no list", r"\- no list"),
            ("1. no list", r"1\. no list"),
            ("2024 is a year", "2024 is a year"),
            ("a -- b --- c ... d", r"a -\- b -\-\- c ..\. d"),
            ("see https://example.com/a_b, please", "see `https://example.com/a_b`, please"),
            ("see [a b](https://a.example/c). Then", r"see \[a b\](`https://a.example/c`). Then"),
            ("<https://a.example/b_(c)>,", r"\<`https://a.example/b_(c)`\>,"),
            ("http://a|http://b\\", r"`http://a`\|`http://b`\\"),
            ("left \u{202e}right\u{0} and\r\nthe\u{2028}next line", r"left U+202ErightU+0000 and theU+2028next line"),
        ];
        for (text, shown) in cases {
            assert_eq!(prose(text), shown, "{text:?}");
        }
    }

    #[test]
    fn code_is_fenced_by_other_backticks_than_it_holds() {
        let cases = [
            ("a", "`a`"),
            ("a `b` c", "``a `b` c``"),
            ("`a`", "`` `a` ``"),
            ("`x``", "``` `x`` ```"),
            ("a\nb\tc", r"`a\nb\tc`"),
            ("a ``b`` `c", "```a ``b`` `c```"),
            (" a  b ", "`  a  b  `"),
            (" ", "` `"),
            ("", "`\"\"`"),
        ];
        for (text, shown) in cases {
            assert_eq!(code(text), shown, "{text:?}");
        }
        assert_eq!(code_in_cell("a|b"), r"`a\|b`");
    }

    #[test]
    fn an_address_that_could_end_its_link_is_code() {
        assert_eq!(link("https://a.example/b?c=d#e"), "<https://a.example/b?c=d#e>");
        assert_eq!(link("mailto:a@b.example"), "<mailto:a@b.example>");
        for address in
            ["https://a>[b](c)", "https://a b", "https://a\u{202e}b", "https://a?b&amp;c", "a", "", "javascript:a()"]
        {
            assert_eq!(link(address), code(address), "{address:?}");
        }
    }

    /// As long as a file of specs may be: no recursion, and no step for each pair of characters.
    #[test]
    fn long_texts_take_no_more_than_their_length() {
        let started = Instant::now();
        let runs: String = (1..1400).map(|count| "`".repeat(count) + " ").collect();
        for text in ["http://<".repeat(1 << 17), "http://".to_owned() + &")".repeat(1 << 20), "http".repeat(1 << 18)] {
            assert!(prose(&text).len() >= text.len());
        }
        assert!(code(&runs).len() >= runs.len());
        assert!(started.elapsed() < Duration::from_secs(60));
    }
}
