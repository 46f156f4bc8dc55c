//! Lines of a text that is no YAML, as people see them: where they begin, how deep, and what they hold.

use crate::diagnostic::Span;

/// A line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    text: &'t str,
    /// Its first byte.
    pub start: usize,
    /// How many blanks it begins with.
    pub indentation: usize,
    /// What follows them, without blanks at its end.
    pub content: &'t str,
}

impl<'t> Line<'t> {
    /// The line that a byte stands in.
    pub fn at(text: &'t str, byte: usize) -> Self {
        let start = text[..byte].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let line = text[start..].split(['\n', '\r']).next().unwrap_or_default();
        let content = line.trim_start_matches(' ');
        Self { text, start, indentation: line.len() - content.len(), content: content.trim_ascii_end() }
    }

    /// Where its content stands.
    pub fn span(&self) -> Span {
        let start = self.start + self.indentation;
        Span { start, end: start + self.content.len() }
    }

    /// The line above it that has content and is no comment.
    pub fn above(&self) -> Option<Self> {
        let above = |line: &Self| line.start.checked_sub(1).map(|end| Self::at(line.text, end));
        std::iter::successors(above(self), above).find(Self::has_content)
    }

    /// The line below it that has content and is no comment.
    pub fn below(&self) -> Option<Self> {
        let below = |line: &Self| {
            let end = line.start + self.text[line.start..].find('\n')? + 1;
            (end < self.text.len()).then(|| Self::at(self.text, end))
        };
        std::iter::successors(below(self), below).find(Self::has_content)
    }

    fn has_content(&self) -> bool {
        !self.content.is_empty() && !self.content.starts_with('#')
    }

    /// The lines above that it could stand beside: the nearest deeper one, and the nearest that is less deep.
    pub fn levels(&self) -> (Option<Self>, Option<Self>) {
        let mut deeper = None;
        let mut least = usize::MAX;
        for line in std::iter::successors(self.above(), Self::above) {
            if line.indentation >= least {
                continue;
            }
            least = line.indentation;
            if least < self.indentation {
                return (deeper, Some(line));
            }
            deeper = Some(line);
        }
        (deeper, None)
    }

    /// Where its key or its item begins: behind the dashes of lists.
    fn entry(&self) -> usize {
        let dashes = self.content.len() - self.content.trim_start_matches(['-', ' ']).len();
        if self.content.starts_with("- ") { dashes } else { 0 }
    }

    /// The key that it begins with, if a `:` that ends one stands in it.
    pub fn key(&self) -> Option<&'t str> {
        let entry = self.content.get(self.entry()..)?;
        let end = entry.find(": ").or_else(|| entry.strip_suffix(':').map(str::len))?;
        Some(entry[..end].trim_ascii_end()).filter(|key| !key.is_empty())
    }

    /// What it is called in messages: by its key, or as it begins.
    pub fn name(&self) -> &'t str {
        self.key().unwrap_or_else(|| self.content.split(' ').next().unwrap_or_default())
    }

    /// Where that name stands.
    pub fn name_span(&self) -> Span {
        let name = self.name();
        let within = name.as_ptr() as usize - self.content.as_ptr() as usize;
        let start = self.span().start + within;
        Span { start, end: start + name.len() }
    }

    /// Where its value stands: behind the first `: `, or behind the dash of an item.
    pub fn value(&self) -> Span {
        let Span { start, end } = self.span();
        let entry = self.entry();
        let behind_key = self.content[entry..].find(": ").map(|at| entry + at + 2);
        let before = behind_key.unwrap_or(entry);
        let blanks = self.content[before..].len() - self.content[before..].trim_ascii_start().len();
        Span { start: start + before + blanks, end }
    }

    /// The `key: value` that a line most likely is where it is none, and what it lacks.
    pub fn as_pair(&self) -> Option<(String, &'static str)> {
        let content = self.content;
        if let Some(item) = content.strip_prefix('-').filter(|item| !item.is_empty() && !item.starts_with(['-', ' '])) {
            return Some((format!("- {item}"), "a blank is missing behind the `-`"));
        }
        if let Some((key, value)) = content.split_once(':') {
            let is_pair = is_word(key) && !value.is_empty() && !value.starts_with("//");
            return is_pair.then(|| (format!("{key}: {value}"), "a blank is missing behind the `:`"));
        }
        let opens = || self.below().is_some_and(|below| below.indentation > self.indentation);
        let mut words = content.split(' ');
        let pair = match (words.next(), words.next(), words.next()) {
            (Some(key), None, None) if is_word(key) && opens() => format!("{key}:"),
            (Some(key), Some(value), None) if is_word(key) && !value.is_empty() => format!("{key}: {value}"),
            _ => return None,
        };
        Some((pair, "a `:` is missing"))
    }
}

/// Whether a text looks like a key.
fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-' | '$'))
}

/// A text in single quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
