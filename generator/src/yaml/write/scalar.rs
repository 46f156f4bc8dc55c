//! Texts as scalars: plain, in quotes, as a block.

use std::fmt::Write as _;

use super::resolved::{is_number, is_resolved};
use super::{STEP, WIDTH};
use crate::diagnostic::lookalike;

/// What becomes of characters that nobody sees, or that look like a blank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hidden {
    /// They are escaped, so that they are seen.
    #[default]
    Escaped,
    /// They stay as a person wrote them; only what YAML cannot hold is escaped.
    Kept,
}

impl Hidden {
    /// Whether a character is written as an escape.
    fn escapes(self, char: char) -> bool {
        match self {
            Self::Escaped => needs_escape(char) || lookalike::of(char).is_some_and(|one| one.plain.trim().is_empty()),
            Self::Kept => char.is_control() || is_no_text(char) || matches!(char, '\u{2028}' | '\u{2029}'),
        }
    }

    /// Whether a sample with the character is no literal block.
    fn bars_from_block(self, char: char) -> bool {
        match self {
            Self::Escaped => !matches!(char, '\n' | '\t') && needs_escape(char),
            Self::Kept => !matches!(char, '\n' | '\t' | '\u{85}') && char.is_control() || is_no_text(char),
        }
    }

    /// Whether a comment cannot hold the character.
    pub(super) fn bars_from_comment(self, char: char) -> bool {
        self == Self::Escaped && needs_escape(char)
    }
}

/// Whether a character is seen only where it is escaped.
#[must_use]
pub fn is_unseen(char: char) -> bool {
    Hidden::Escaped.escapes(char) && !Hidden::Kept.escapes(char)
}

/// What is not printable, what some YAML takes for the end of a line, and what turns the order of others.
fn needs_escape(char: char) -> bool {
    char.is_control()
        || is_no_text(char)
        || matches!(char, '\u{2028}' | '\u{2029}')
        || matches!(char, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What is no character of a text.
fn is_no_text(char: char) -> bool {
    matches!(char, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// A key, plain wherever YAML can: a number in another spelling than the shortest is quoted, since readers that take keys
/// for values would take it for the same key as that.
pub(super) fn key(text: &str, hidden: Hidden) -> String {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_shortest = text == "0" || (digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0'));
    let is_a_spelling = is_number(&text.to_ascii_lowercase()) && !is_shortest;
    if is_plain(text, hidden) && !is_a_spelling { text.to_owned() } else { quoted(text, hidden) }
}

/// A text on one line: plain where YAML 1.1 and 1.2 both read it as that text, else quoted.
#[must_use]
pub fn scalar(text: &str) -> String {
    line(text, Hidden::Escaped)
}

/// A text in double quotes, with all that nobody sees as escapes.
#[must_use]
pub fn escaped(text: &str) -> String {
    double_quoted(text, Hidden::Escaped)
}

/// A text on one line: plain where YAML 1.1 and 1.2 both read it as that text, else quoted.
pub(super) fn line(text: &str, hidden: Hidden) -> String {
    if is_plain(text, hidden) && !is_resolved(text) { text.to_owned() } else { quoted(text, hidden) }
}

pub(super) fn quoted(text: &str, hidden: Hidden) -> String {
    if text.chars().any(|char| hidden.escapes(char)) {
        double_quoted(text, hidden)
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

pub(super) fn double_quoted(text: &str, hidden: Hidden) -> String {
    let mut quoted = String::from("\"");
    for char in text.chars() {
        match char {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            char if hidden.escapes(char) => match u32::from(char) {
                code @ ..=0xff => _ = write!(quoted, "\\x{code:02x}"),
                code @ ..=0xffff => _ = write!(quoted, "\\u{code:04x}"),
                code => _ = write!(quoted, "\\U{code:08x}"),
            },
            char => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}

/// A text as it stands behind a key at a column: on one line where it has room there, else as a block.
pub(super) fn prose(text: &str, indent: usize, column: usize, hidden: Hidden) -> String {
    if text.contains('\n') {
        let has_room = |line: &str| indent + STEP + line.chars().count() <= WIDTH;
        let block = if text.lines().all(has_room) { literal(text, indent + STEP, hidden) } else { None };
        let block = block.or_else(|| folded(text, indent + STEP, hidden));
        return block.or_else(|| literal(text, indent + STEP, hidden)).unwrap_or_else(|| double_quoted(text, hidden));
    }
    let line = line(text, hidden);
    let is_long = column + line.chars().count() > WIDTH;
    is_long.then(|| folded(text, indent + STEP, hidden)).flatten().unwrap_or(line)
}

/// A text over several lines that are read as one (`>-`), an empty one for each end of a line; `None` where no line has a
/// blank to break at, or would be read otherwise.
fn folded(text: &str, indent: usize, hidden: Hidden) -> Option<String> {
    let body = text.trim_end_matches('\n');
    let is_read_otherwise = |line: &str| line.starts_with(' ') || line.ends_with(' ');
    if body.is_empty()
        || body.starts_with('\n')
        || body.chars().any(|char| char != '\n' && hidden.escapes(char))
        || body.split('\n').any(is_read_otherwise)
        || !body.contains(' ')
    {
        return None;
    }
    let mut block = String::from(">");
    block.push_str(chomping(text.len() - body.len()));
    for (index, paragraph) in body.split('\n').enumerate() {
        if index > 0 {
            block.push('\n');
        }
        fold(paragraph, indent, &mut block);
    }
    block.extend(std::iter::repeat_n('\n', (text.len() - body.len()).saturating_sub(1)));
    Some(block)
}

/// What stands behind `|` or `>` for so many ends of lines at the end of a text.
fn chomping(ends: usize) -> &'static str {
    match ends {
        0 => "-",
        1 => "",
        _ => "+",
    }
}

/// Adds the lines of a paragraph, each with the end of the line above it.
fn fold(paragraph: &str, indent: usize, block: &mut String) {
    // Only a single blank is read back from the end of a line.
    let mut words: Vec<String> = Vec::new();
    for word in paragraph.split(' ') {
        match words.last_mut() {
            Some(last) if word.is_empty() || last.ends_with(' ') => {
                last.push(' ');
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    let mut column = WIDTH;
    for word in words.iter().filter(|word| !word.is_empty()) {
        let length = word.chars().count();
        if column + 1 + length > WIDTH {
            block.push('\n');
            block.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        } else {
            block.push(' ');
            column += 1;
        }
        block.push_str(word);
        column += length;
    }
}

/// A text as a literal block; `None` where YAML cannot.
pub(super) fn literal(text: &str, indent: usize, hidden: Hidden) -> Option<String> {
    let body = text.trim_end_matches('\n');
    if body.trim_matches(['\n', ' ']).is_empty() || body.chars().any(|char| hidden.bars_from_block(char)) {
        return None;
    }
    let begins_with_blank = body.trim_start_matches('\n').starts_with([' ', '\t']);
    let mut block = String::from("|");
    if begins_with_blank {
        block.push_str(&STEP.to_string());
    }
    block.push_str(chomping(text.len() - body.len()));
    for line in body.split('\n') {
        block.push('\n');
        if !line.is_empty() {
            block.extend(std::iter::repeat_n(' ', indent));
            block.push_str(line);
        }
    }
    block.extend(std::iter::repeat_n('\n', (text.len() - body.len()).saturating_sub(1)));
    Some(block)
}

/// Whether a text can stand without quotes in a block, whatever it is read as.
fn is_plain(text: &str, hidden: Hidden) -> bool {
    let mut chars = text.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else { return false };
    let begins_well = match first {
        '-' | '?' | ':' => second.is_some_and(|second| second != ' '),
        // Quotes of printed text would be taken for those that enclose the value.
        first => !",[]{}#&*!|>'\"%@` ".contains(first) && lookalike::of(first).is_none(),
    };
    begins_well
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !matches!(text.get(..3), Some("---" | "..."))
        && !text.chars().any(|char| hidden.escapes(char))
}
