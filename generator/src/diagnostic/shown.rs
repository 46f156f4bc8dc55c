//! Texts of people, made safe to show: nothing in them steers a terminal, hides, or reorders what is read.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Whether a character is shown by its code point: controls, bidirectional controls, and what has no width.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A text of any length on one line.
pub(crate) fn whole(text: &str) -> Cow<'_, str> {
    line(text, usize::MAX)
}

/// A text on one line of at most so many characters; what is cut is replaced by `…`.
pub(crate) fn line(text: &str, most: usize) -> Cow<'_, str> {
    if text.len() <= most && !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    for (count, c) in text.chars().enumerate() {
        if count == most {
            out.push('…');
            break;
        }
        push_visible(c, &mut out);
    }
    Cow::Owned(out)
}

/// Adds a character, or its code point where it is hidden.
pub(crate) fn push_visible(c: char, to: &mut String) {
    if is_hidden(c) {
        // Writing to a String never fails.
        let _ = write!(to, "U+{:04X}", u32::from(c));
    } else {
        to.push(c);
    }
}

/// What stands in an excerpt for a hidden character.
const STAND_IN: char = '\u{fffd}';
/// Hidden characters that a legend names.
const MOST_NAMED: usize = 8;

/// Which hidden characters an excerpt has.
pub(super) fn legend(hidden: &BTreeSet<char>) -> String {
    let mut names: Vec<String> = hidden.iter().take(MOST_NAMED).map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    if hidden.len() > MOST_NAMED {
        names.push("others".to_owned());
    }
    format!("`{STAND_IN}` stands for {}", names.join(", "))
}

/// Lines of a file as they are shown, and where their bytes went.
pub(super) struct Excerpt<'t> {
    /// What is shown: each hidden character as one `�`; line ends and tabs stay.
    pub text: Cow<'t, str>,
    /// The hidden characters.
    pub hidden: BTreeSet<char>,
    /// Behind each hidden character: its end in the lines, and in what is shown.
    moved: Vec<(usize, usize)>,
}

impl<'t> Excerpt<'t> {
    /// The lines as they are shown.
    pub fn new(lines: &'t str) -> Self {
        let is_replaced = |c: char| is_hidden(c) && !matches!(c, '\n' | '\t');
        let mut excerpt = Self { text: Cow::Borrowed(lines), hidden: BTreeSet::new(), moved: Vec::new() };
        if !lines.contains(is_replaced) {
            return excerpt;
        }
        let mut text = String::with_capacity(lines.len());
        for (at, c) in lines.char_indices() {
            if !is_replaced(c) {
                text.push(c);
                continue;
            }
            let ends_line = c == '\r' && matches!(lines.as_bytes().get(at + 1), None | Some(b'\n'));
            if !ends_line {
                text.push(STAND_IN);
                excerpt.hidden.insert(c);
            }
            excerpt.moved.push((at + c.len_utf8(), text.len()));
        }
        excerpt.text = Cow::Owned(text);
        excerpt
    }

    /// Where a byte of the lines is in what is shown.
    pub fn offset(&self, byte: usize) -> usize {
        let before = self.moved.partition_point(|(end, _)| *end <= byte);
        let (end, shown) = before.checked_sub(1).and_then(|at| self.moved.get(at)).copied().unwrap_or_default();
        (byte - end + shown).min(self.text.len())
    }
}
