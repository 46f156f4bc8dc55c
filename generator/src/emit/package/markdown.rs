//! Text of specs inside Markdown: shown as it stands, never read as markup.

use std::fmt::Write as _;

/// A text as one line of Markdown prose.
pub(super) fn prose(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = None;
    while let Some(char) = chars.next() {
        let letter = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
        let inside_word = char == '_' && letter(before) && letter(chars.peek().copied());
        before = Some(char);
        match char {
            '\n' | '\r' | '\t' => escaped.push(' '),
            '_' if inside_word => escaped.push('_'),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' => {
                escaped.push('\\');
                escaped.push(char);
            }
            '&' => escaped.push_str("&amp;"),
            other => visible(other, &mut escaped),
        }
    }
    escaped
}

/// A text as code, fit for a table cell too; empty text shows as `""`.
pub(super) fn code(text: &str) -> String {
    if text.is_empty() {
        return "`\"\"`".to_owned();
    }
    let mut inner = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\n' | '\r' | '\t' => inner.push(' '),
            '|' => inner.push_str("\\|"),
            other => visible(other, &mut inner),
        }
    }
    let longest = inner.split(|char| char != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if inner.starts_with('`') || inner.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{inner}{pad}{fence}")
}

/// Control and bidirectional characters would hide or reorder what a reviewer reads.
fn visible(char: char, to: &mut String) {
    let hides =
        matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    if char.is_control() || hides {
        _ = write!(to, "U+{:04X}", u32::from(char));
    } else {
        to.push(char);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_spec_is_markup() {
        assert_eq!(prose("a_b _c_ *d* <e> | f\n# g & \u{202e}"), r"a_b \_c\_ \*d\* \<e\> \| f \# g &amp; U+202E");
        assert_eq!(code("a|b"), r"`a\|b`");
        assert_eq!(code("`x``"), "``` `x`` ```");
        assert_eq!(code(""), "`\"\"`");
    }
}
