//! Texts of others in Markdown: they stay texts. No markup, link, mention, reference to an issue, or end of a fence.

use crate::diagnostic::shown;

/// What keeps two characters apart for those who look for `@name`, `#1` or `GH-1`, and is not seen.
const APART: &str = "<!-- -->";

/// Where a text stands; who looks for mentions and references passes over code.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Words,
    Code,
}

/// A text on one line. What stands between backticks in it is shown as code.
pub(super) fn text(text: &str, most: usize) -> String {
    let line = shown::line(text, most);
    let pieces: Vec<&str> = line.split('`').collect();
    let mut out = String::with_capacity(line.len() * 2);
    for (at, piece) in pieces.iter().enumerate() {
        match at % 2 {
            0 => push(piece, Within::Words, &mut out),
            // A last backtick without its pair begins no code.
            _ if at + 1 == pieces.len() => {
                out += "\\`";
                push(piece, Within::Words, &mut out);
            }
            _ => push_code(piece, &mut out),
        }
    }
    out
}

/// A text on one line, as code.
pub(super) fn code(text: &str, most: usize) -> String {
    let mut out = String::new();
    push_code(&shown::line(text, most), &mut out);
    out
}

/// Lines of code in a fence that none of them ends.
pub(super) fn fence(language: &str, lines: &[String]) -> String {
    let longest = lines.iter().flat_map(|line| line.split(|c| c != '`')).map(str::len).max().unwrap_or_default();
    let ticks = "`".repeat(longest.max(2) + 1);
    format!("{ticks}{language}\n{}\n{ticks}\n", lines.join("\n"))
}

fn push_code(text: &str, out: &mut String) {
    out.push_str("<code>");
    push(text, Within::Code, out);
    out.push_str("</code>");
}

fn push(text: &str, within: Within, out: &mut String) {
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let is_first = before.is_none();
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // What GitHub documents for a sign that begins no formula.
            '$' => out.push_str("<span>$</span>"),
            '@' => out.extend(["\\@", APART]),
            '#' if within == Within::Words => out.extend(["\\#", APART]),
            '-' | ':' if within == Within::Words && next.is_ascii_alphanumeric() => {
                out.extend(['\\', c]);
                out.push_str(APART);
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '!' | '|' | '~' | '#' => out.extend(['\\', c]),
            // An address would be a link, with its scheme or with `www.`; a number with a mark, or a mark, a list.
            ':' if next == '/' => out.push_str("\\:"),
            '.' | ')' if before.is_some_and(|before: char| before.is_ascii_digit() || matches!(before, 'w' | 'W')) => {
                out.extend(['\\', c]);
            }
            '-' | '+' | '=' if is_first => out.extend(['\\', c]),
            c => out.push(c),
        }
        before = Some(c);
    }
}
