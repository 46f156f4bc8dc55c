//! Comments everywhere, each of which names what it is about: none is lost, and each stands there afterwards.
//!
//! Where one stands is read from the lines of the canonical form, without the reader of YAML.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proptest::prelude::*;

use super::canonical;
use crate::spec::table::At;

const KEYS: [&str; 14] = [
    "type",
    "doc",
    "fields",
    "enum",
    "mystery",
    "a",
    "body",
    "doubts",
    "responses",
    "items",
    "known",
    "values",
    "types",
    "b",
];
const SCALARS: [&str; 9] = ["x", "two words", "'q'", "\"d\"", "true", "12", "[]", "{}", "object"];

/// A spec in any form, and comments, as a tape of random bytes says.
struct Messy<'t> {
    tape: std::slice::Iter<'t, u8>,
    text: String,
    comments: usize,
}

impl Messy<'_> {
    /// A number below another; 0 where the tape has ended.
    fn below(&mut self, count: usize) -> usize {
        usize::from(self.tape.next().copied().unwrap_or(0)) % count
    }

    fn maybe(&mut self) -> bool {
        self.below(3) == 1
    }

    fn indent(&mut self, column: usize) {
        self.text.extend(std::iter::repeat_n(' ', column));
    }

    /// A comment in a line of its own, perhaps.
    fn line(&mut self, column: usize, what: &str, path: &str) {
        if self.maybe() {
            self.indent(column);
            self.behind_always(what, path);
            self.text.push('\n');
        }
    }

    fn behind_always(&mut self, what: &str, path: &str) {
        self.comments += 1;
        _ = write!(self.text, "# {what} {path}");
    }

    /// A comment behind something, perhaps.
    fn behind(&mut self, path: &str) {
        if self.maybe() {
            self.text.push(' ');
            self.behind_always("behind", path);
        }
    }

    fn keys(&mut self) -> Vec<&'static str> {
        let mut keys = Vec::new();
        for _ in 0..=self.below(3) {
            let key = KEYS[self.below(KEYS.len())];
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    /// A map at a column, the first key of which stands behind a dash if `is_behind`.
    fn map(&mut self, path: &str, column: usize, depth: usize, is_behind: bool) {
        for (index, key) in self.keys().into_iter().enumerate() {
            let path = joined(path, key);
            if index > 0 || !is_behind {
                self.line(column, "before", &path);
                self.indent(column);
            }
            _ = write!(self.text, "{key}:");
            self.value(&path, column, depth, true);
        }
        self.line(column, "foot", path);
    }

    fn list(&mut self, path: &str, column: usize, owner: Option<usize>, depth: usize) {
        for index in 0..=self.below(3) {
            let path = joined(path, &format!("[{index}]"));
            self.line(column, "before", &path);
            self.indent(column);
            self.text.push('-');
            if depth < 3 && self.below(3) == 0 {
                if self.below(4) == 0 {
                    self.text.push(' ');
                    if self.maybe() {
                        self.behind_always("before", &path);
                    }
                    self.text.push('\n');
                    self.map(&path, column + 3, depth + 1, false);
                } else {
                    self.text.push(' ');
                    self.map(&path, column + 2, depth + 1, true);
                }
            } else {
                self.value(&path, column, 9, false);
            }
        }
        if owner.is_none_or(|owner| column > owner) {
            self.line(column, "foot", path);
        }
    }

    /// What stands behind a key or a dash in a column, with the end of the line.
    fn value(&mut self, path: &str, owner: usize, depth: usize, is_member: bool) {
        let step = 1 + self.below(4);
        match self.below(8) {
            0 | 1 if depth < 3 => {
                self.behind(path);
                self.text.push('\n');
                self.map(path, owner + step, depth + 1, false);
            }
            2 if depth < 3 => {
                self.behind(path);
                self.text.push('\n');
                let column = owner + step - 1;
                self.list(path, column, Some(owner), depth + 1);
            }
            3 | 4 => {
                self.text.push(' ');
                self.flow(path, owner + step, 0);
                if is_member {
                    self.behind(path);
                }
                self.text.push('\n');
                self.under(path, owner);
            }
            5 => {
                self.text.push_str(" |");
                self.behind(path);
                self.text.push('\n');
                self.indent(owner + step);
                self.text.push_str("#text\n");
            }
            6 if is_member => {
                let before = self.comments;
                self.behind(path);
                self.text.push('\n');
                // In the column of one behind the key, a comment would go on with it.
                if self.comments == before {
                    self.line(owner + step, "before", path);
                }
                self.indent(owner + step);
                self.text.push_str("x\n");
                self.under(path, owner);
            }
            7 if self.maybe() => {
                self.text.push('\n');
                self.under(path, owner);
            }
            _ => {
                let scalar = SCALARS[self.below(SCALARS.len())];
                self.text.push(' ');
                self.text.push_str(scalar);
                self.behind(path);
                if self.text.ends_with(path) && self.maybe() {
                    let line = self.text.rfind('\n').map_or(0, |end| end + 1);
                    let column = self.text[line..].rfind("# behind").unwrap_or_default();
                    self.text.push('\n');
                    self.indent(column);
                    self.behind_always("behind", path);
                }
                self.text.push('\n');
                self.under(path, owner);
            }
        }
    }

    /// Lines below a value that is no block, deeper than its key or dash.
    fn under(&mut self, path: &str, owner: usize) {
        let column = owner + 1 + self.below(3);
        self.line(column, "foot", path);
    }

    /// A list or a map in brackets, with lines that begin in a column or deeper.
    fn flow(&mut self, path: &str, column: usize, depth: usize) {
        let is_map = self.below(2) == 0;
        self.text.push(if is_map { '{' } else { '[' });
        let keys = if is_map { self.keys() } else { vec![""; self.below(3)] };
        for (index, key) in keys.iter().enumerate() {
            let path = if is_map { joined(path, key) } else { joined(path, &format!("[{index}]")) };
            if self.maybe() {
                self.text.push('\n');
                self.line(column, "before", &path);
                self.indent(column);
            }
            if is_map {
                _ = write!(self.text, " {key}: ");
            }
            let is_scalar = depth > 1 || self.below(3) > 0;
            if is_scalar {
                self.text.push('x');
            } else {
                self.flow(&path, column, depth + 1);
            }
            if self.maybe() && (is_map || is_scalar) {
                if self.maybe() {
                    self.text.push(',');
                    self.text.push(' ');
                    self.behind_always("behind", &path);
                    self.text.push('\n');
                    self.indent(column);
                } else {
                    self.text.push(' ');
                    self.behind_always("behind", &path);
                    self.text.push('\n');
                    self.indent(column);
                    self.text.push(',');
                }
            } else {
                self.text.push(',');
            }
        }
        if !keys.is_empty() && self.maybe() {
            self.text.push('\n');
            self.indent(column);
            self.behind_always("foot", path);
            self.text.push('\n');
            self.indent(column);
        }
        self.text.push(if is_map { '}' } else { ']' });
    }
}

fn joined(path: &str, step: &str) -> String {
    if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") }
}

/// Where the lines of a canonical text are: keys and items with their columns.
#[derive(Default)]
struct Lines<'t> {
    around: Vec<(usize, String)>,
    items: BTreeMap<String, usize>,
    /// Comments in lines of their own, for which no entry has come yet, with their columns.
    waiting: Vec<(&'t str, usize)>,
    /// The entry of the last line.
    last: String,
    seen: usize,
}

impl<'t> Lines<'t> {
    fn path(&self) -> String {
        self.around.iter().map(|(_, step)| step.as_str()).collect::<Vec<_>>().join(".")
    }

    fn read(mut self, text: &'t str) -> Result<usize, String> {
        let mut block = None;
        for line in text.lines() {
            let content = line.trim_start_matches(' ');
            let column = line.len() - content.len();
            if content.is_empty() || block.is_some_and(|owner| column > owner) {
                continue;
            }
            block = None;
            if let Some(comment) = content.strip_prefix("# ") {
                self.waiting.push((comment, column));
                continue;
            }
            let value = self.entry(content, column)?;
            if value.starts_with(['|', '>']) {
                block = self.around.last().map(|(column, _)| *column);
            }
        }
        self.settle(&[], 0)?;
        Ok(self.seen)
    }

    /// A line with keys or items; what stands behind them.
    fn entry(&mut self, mut content: &'t str, first: usize) -> Result<&'t str, String> {
        let mut column = first;
        // What stands at the foot of a block is judged while that is around.
        let before = self.around.clone();
        self.around.retain(|(around, _)| *around < first);
        let mut opened = Vec::new();
        while let Some(rest) = content.strip_prefix('-') {
            let list = self.path();
            let index = self.items.entry(list).or_default();
            self.around.push((column, format!("[{index}]")));
            *index += 1;
            opened.push(self.path());
            content = rest.trim_start_matches(' ');
            column += 2;
        }
        let is_key = |end: &usize| content[..*end].bytes().all(|byte| byte.is_ascii_lowercase());
        if let Some(end) = content.find(':').filter(is_key) {
            self.around.push((column, content[..end].to_owned()));
            opened.push(self.path());
            content = content[end + 1..].trim_start_matches(' ');
        }
        let after = std::mem::replace(&mut self.around, before);
        self.settle(&opened, first)?;
        self.around = after;
        self.last = self.path();
        let (value, comment) = content.split_once("# ").unwrap_or((content, ""));
        if !comment.is_empty() {
            // Where two stood behind one block scalar, they stand in one line.
            for said in comment.split(" behind ").map(|said| said.trim_start_matches("behind ")) {
                self.seen += 1;
                if said != self.last {
                    return Err(format!("`behind {said}` stands behind {}", self.last));
                }
            }
        }
        Ok(value)
    }

    /// Judges the lines of comments before a line that opens these, the first of which stands in a column.
    fn settle(&mut self, opened: &[String], column: usize) -> Result<(), String> {
        for (comment, own) in std::mem::take(&mut self.waiting) {
            self.seen += 1;
            let Some((what, path)) = comment.split_once(' ') else {
                if comment == "foot" && own == 0 && opened.is_empty() {
                    continue;
                }
                return Err(format!("`{comment}` is about nothing"));
            };
            let foot = || {
                let around: Vec<&str> =
                    self.around.iter().filter(|(column, _)| *column < own).map(|(_, step)| step.as_str()).collect();
                around.join(".") == path && (opened.is_empty() || column < own)
            };
            let stands = match what {
                "before" => opened.iter().any(|opened| opened == path),
                "behind" => path == self.last,
                _ => foot(),
            };
            if !stands {
                return Err(format!("`{comment}` stands before {opened:?}, behind {}", self.last));
            }
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn comments_stay_where_they_were(tape in proptest::collection::vec(any::<u8>(), 0..160), kind in 0..3_usize) {
        let mut messy = Messy { tape: tape.iter(), text: String::new(), comments: 0 };
        messy.map("", 0, 0, false);
        let Messy { text, comments, .. } = messy;
        let at = [At::Endpoint, At::Api, At::Project][kind];
        let written = canonical(&text, at);
        let judged = Lines::default().read(&written);
        prop_assert_eq!(judged, Ok(comments), "\n{}\n{}", text, written);
        prop_assert_eq!(canonical(&written, at), written, "\n{}", text);
    }
}
