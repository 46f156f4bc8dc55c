//! Where the values of a JSON text stand in it, and in the file of its spec.

use std::collections::HashMap;
use std::ops::Range;

use serde_json::Value as Json;

use crate::check::judge::inside;
use crate::diagnostic::{Place, Span};
use crate::model::SampleBody;

/// The values of a JSON text, by pointer.
#[derive(Debug, Default)]
pub(super) struct Located {
    values: HashMap<String, Range<usize>>,
    /// Names that stand twice in one object.
    pub twice: Vec<Twice>,
}

/// A name that stands twice in one object.
#[derive(Debug)]
pub(super) struct Twice {
    /// Its value.
    pub pointer: String,
    /// Where it stands first.
    pub first: Range<usize>,
    /// Where it stands again.
    pub again: Range<usize>,
}

impl Located {
    /// The values of a text that is JSON, below a pointer.
    pub(super) fn of(text: &str, root: &str) -> Self {
        let mut scanner = Scanner { text, at: 0, found: Self::default() };
        scanner.value(root.to_owned());
        scanner.found
    }

    /// Where a value stands; of one that is missing, what it is missing from.
    pub(super) fn nearest(&self, pointer: &str) -> Option<Range<usize>> {
        let above = std::iter::successors(Some(pointer), |pointer| pointer.rsplit_once('/').map(|(above, _)| above));
        above.into_iter().find_map(|pointer| self.values.get(pointer)).cloned()
    }
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    found: Located,
}

impl Scanner<'_> {
    fn peek(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes a byte, if it is the next one.
    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self, pointer: String) {
        let first = self.peek();
        let start = self.at;
        match first {
            Some(b'{') => self.object(&pointer),
            Some(b'[') => self.list(&pointer),
            Some(b'"') => drop(self.string()),
            _ => {
                let rest = self.text.as_bytes().get(start..).unwrap_or_default();
                let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b',' | b']' | b'}');
                self.at += rest.iter().take_while(|byte| !ends(byte)).count();
            }
        }
        self.found.values.entry(pointer).or_insert(start..self.at);
    }

    fn object(&mut self, pointer: &str) {
        self.eat(b'{');
        let mut names = HashMap::new();
        while self.peek() == Some(b'"') {
            let start = self.at;
            let name = self.string();
            let place = start..self.at;
            let pointer = inside(pointer, &name);
            if let Some(first) = names.get(&name) {
                self.found.twice.push(Twice { pointer: pointer.clone(), first: Range::clone(first), again: place });
            } else {
                names.insert(name, place);
            }
            self.eat(b':');
            self.value(pointer);
            self.eat(b',');
        }
        self.eat(b'}');
    }

    fn list(&mut self, pointer: &str) {
        self.eat(b'[');
        let mut index = 0;
        while self.peek().is_some_and(|byte| byte != b']') {
            let before = self.at;
            self.value(format!("{pointer}/{index}"));
            self.eat(b',');
            index += 1;
            if self.at == before {
                return; // no JSON
            }
        }
        self.eat(b']');
    }

    /// The text of a string, whose `"` is the next byte.
    fn string(&mut self) -> String {
        let start = self.at;
        let mut escaped = true; // the first one opens
        for byte in self.text.bytes().skip(start) {
            self.at += 1;
            match byte {
                b'"' if !escaped => break,
                b'\\' => escaped = !escaped,
                _ => escaped = false,
            }
        }
        match self.text.get(start..self.at).and_then(|text| serde_json::from_str(text).ok()) {
            Some(Json::String(text)) => text,
            _ => String::new(),
        }
    }
}

/// The place of some bytes of a sample's body; of all of it, where they cannot be told in the file.
pub(super) fn place(body: &SampleBody, bytes: &Range<usize>) -> Place {
    exact(body, bytes).unwrap_or(body.place)
}

/// The place of some bytes of a sample's body, where it stands line for line; quotes, escapes and folds hide it.
pub(super) fn exact(body: &SampleBody, bytes: &Range<usize>) -> Option<Place> {
    let Span { start, end } = body.place.span;
    let content = body.text.trim_ascii_end();
    let indented = |text: &str| text.lines().skip(1).filter(|line| !line.is_empty()).count();
    let extra = end.saturating_sub(start).checked_sub(content.len()).filter(|_| body.is_literal)?;
    let indentation = extra.checked_div(indented(content)).unwrap_or(0);
    let at = |byte: usize| {
        // The line that the byte stands in is counted, even where nothing of it stands before.
        let before =
            content.get(..byte).map_or(content.len(), |text| text.len() + indentation * indented(&format!("{text}x")));
        (start + before).min(end)
    };
    Some(Place { span: Span { start: at(bytes.start), end: at(bytes.end) }, ..body.place })
}
