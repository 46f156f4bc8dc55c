//! YAML out: the canonical form of specs.
//!
//! Written by hand, and `serde_yaml` reads it in tests: that crate writes neither comments nor folded texts, and quotes by
//! a rule of its own.

use std::fmt::Write as _;

use crate::diagnostic::lookalike;

/// The column that no folded line passes.
const WIDTH: usize = 100;
/// Blanks for each step inwards.
const STEP: usize = 2;

/// A document: a map with comments around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Comment lines before everything, without their `#`.
    pub head: Vec<String>,
    /// The members.
    pub members: Vec<Member>,
    /// Comment lines behind everything.
    pub foot: Vec<String>,
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Comment lines before it, without their `#`.
    pub remarks: Vec<String>,
    /// The key; plain wherever YAML can.
    pub key: String,
    /// The value.
    pub value: Content,
}

/// What is written as a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A text: plain where every YAML reads it as that text, else quoted; folded where it is too long for a line.
    Text(String),
    /// A text that is never folded, such as an address.
    Unfolded(String),
    /// A text that is always quoted, such as a pattern.
    Quoted(String),
    /// A text of several lines, kept to the letter.
    Literal(String),
    /// A number, a date or a word, written as it is.
    Plain(String),
    /// A list, an item per line.
    List(Vec<Content>),
    /// A map.
    Map(Vec<Member>),
}

impl Member {
    /// A member without comments.
    pub fn new(key: impl Into<String>, value: Content) -> Self {
        Self { remarks: Vec::new(), key: key.into(), value }
    }
}

/// The text of a document.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut writer = Writer::default();
    writer.remarks(&document.head, 0);
    for (index, member) in document.members.iter().enumerate() {
        if index > 0 && is_block_map(&member.value) {
            writer.text.push('\n');
        }
        writer.member(member, 0);
    }
    if !document.foot.is_empty() {
        writer.text.push('\n');
        writer.remarks(&document.foot, 0);
    }
    writer.text
}

fn is_block_map(value: &Content) -> bool {
    matches!(value, Content::Map(members) if !members.is_empty())
}

#[derive(Default)]
struct Writer {
    text: String,
}

impl Writer {
    fn indent(&mut self, indent: usize) {
        self.text.extend(std::iter::repeat_n(' ', indent));
    }

    fn remarks(&mut self, remarks: &[String], indent: usize) {
        for line in remarks {
            self.indent(indent);
            self.text.push('#');
            // What would end the comment's line, or be no character of YAML, is left out.
            let line: String = line.chars().filter(|char| !needs_escape(*char)).collect();
            if !line.is_empty() {
                self.text.push(' ');
                self.text.push_str(&line);
            }
            self.text.push('\n');
        }
    }

    fn member(&mut self, member: &Member, indent: usize) {
        self.remarks(&member.remarks, indent);
        self.indent(indent);
        self.text.push_str(&key(&member.key));
        self.text.push(':');
        match &member.value {
            Content::Map(members) if !members.is_empty() => {
                self.text.push('\n');
                self.map(members, indent + STEP);
            }
            Content::List(items) if !items.is_empty() => {
                self.text.push('\n');
                self.list(items, indent + STEP);
            }
            scalar => self.scalar(scalar, indent),
        }
    }

    fn map(&mut self, members: &[Member], indent: usize) {
        for member in members {
            self.member(member, indent);
        }
    }

    fn list(&mut self, items: &[Content], indent: usize) {
        for item in items {
            self.indent(indent);
            self.text.push('-');
            match item {
                Content::Map(members) if !members.is_empty() => {
                    let mut inner = Self::default();
                    inner.map(members, indent + STEP);
                    // The first member stands behind the dash.
                    self.text.push(' ');
                    self.text.push_str(inner.text.trim_start_matches(' '));
                }
                Content::List(items) if !items.is_empty() => {
                    let mut inner = Self::default();
                    inner.list(items, indent + STEP);
                    self.text.push(' ');
                    self.text.push_str(inner.text.trim_start_matches(' '));
                }
                scalar => self.scalar(scalar, indent),
            }
        }
    }

    /// What stands behind a key or a dash, the blank before and the end of the line with it.
    fn scalar(&mut self, value: &Content, indent: usize) {
        let column = self.text.len() - self.text.rfind('\n').map_or(0, |end| end + 1);
        self.text.push(' ');
        match value {
            Content::Text(text) => {
                let line = scalar(text);
                let is_long = column + 1 + line.chars().count() > WIDTH;
                match is_long.then(|| folded(text, indent + STEP)).flatten() {
                    Some(lines) => self.text.push_str(&lines),
                    None => self.text.push_str(&line),
                }
            }
            Content::Unfolded(text) => self.text.push_str(&scalar(text)),
            Content::Quoted(text) => self.text.push_str(&quoted(text)),
            Content::Plain(text) => self.text.push_str(text),
            Content::Literal(text) => match literal(text, indent + STEP) {
                Some(block) => self.text.push_str(&block),
                None => self.text.push_str(&double_quoted(text)),
            },
            Content::List(_) => self.text.push_str("[]"),
            Content::Map(_) => self.text.push_str("{}"),
        }
        self.text.push('\n');
    }
}

/// A key, plain wherever YAML can: a number in another spelling than the shortest is quoted, since readers that take keys
/// for values would take it for the same key as that.
fn key(text: &str) -> String {
    let is_shortest = text == "0" || (text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0'));
    let is_a_spelling = is_number(&text.to_ascii_lowercase()) && !is_shortest;
    if is_plain(text) && !is_a_spelling { text.to_owned() } else { quoted(text) }
}

/// A text on one line: plain where YAML 1.1 and 1.2 both read it as that text, else quoted.
#[must_use]
pub fn scalar(text: &str) -> String {
    if is_plain(text) && !is_resolved(text) { text.to_owned() } else { quoted(text) }
}

fn quoted(text: &str) -> String {
    if text.chars().any(is_escaped) { double_quoted(text) } else { format!("'{}'", text.replace('\'', "''")) }
}

fn double_quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for char in text.chars() {
        match char {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            char if is_escaped(char) => match u32::from(char) {
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

/// Whether a character is written as an escape: what is not printable, and what some YAML takes for the end of a line.
fn needs_escape(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        || matches!(char, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character is written as an escape outside of samples: what nobody sees is shown.
fn is_escaped(char: char) -> bool {
    needs_escape(char) || lookalike::of(char).is_some_and(|one| one.plain.trim().is_empty())
}

/// A text over several lines that are read as one (`>-`); `None` where it has no blank to break at, or would be read
/// otherwise.
fn folded(text: &str, indent: usize) -> Option<String> {
    if text.chars().any(is_escaped) || text.starts_with(' ') || text.ends_with(' ') {
        return None;
    }
    // Only a single blank is read back from the end of a line.
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match words.last_mut() {
            Some(last) if word.is_empty() || last.ends_with(' ') || last.is_empty() => {
                last.push(' ');
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    if words.len() < 2 {
        return None;
    }
    let mut block = String::from(">-");
    let mut column = WIDTH;
    for word in words {
        let length = word.chars().count();
        if column + 1 + length > WIDTH {
            block.push('\n');
            block.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        } else {
            block.push(' ');
            column += 1;
        }
        block.push_str(&word);
        column += length;
    }
    Some(block)
}

/// A text as a literal block; `None` where YAML cannot.
fn literal(text: &str, indent: usize) -> Option<String> {
    let body = text.trim_end_matches('\n');
    if body.trim_matches(['\n', ' ']).is_empty()
        || body.chars().any(|char| !matches!(char, '\n' | '\t') && needs_escape(char))
    {
        return None;
    }
    let begins_with_blank = body.trim_start_matches('\n').starts_with([' ', '\t']);
    let mut block = String::from("|");
    if begins_with_blank {
        block.push_str(&STEP.to_string());
    }
    match text.len() - body.len() {
        0 => block.push('-'),
        1 => {}
        _ => block.push('+'),
    }
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
fn is_plain(text: &str) -> bool {
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
        && !text.chars().any(is_escaped)
}

/// Whether YAML 1.1 or 1.2 reads a plain text as another value than that text.
fn is_resolved(text: &str) -> bool {
    const WORDS: &[&str] = &["y", "n", "yes", "no", "true", "false", "on", "off", "null", "~", "<<", "="];
    // No YAML takes other casings than these three for the word.
    let lower = text.to_ascii_lowercase();
    let is_cased = text == lower || text == text.to_ascii_uppercase() || is_capitalised(text);
    (is_cased && WORDS.contains(&lower.as_str())) || is_number(&lower) || is_time(&lower)
}

fn is_capitalised(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_uppercase()) && bytes.all(|byte| byte.is_ascii_lowercase())
}

/// A number of YAML 1.1 or 1.2, in lower case: with `_` between digits, in other bases, or in sixties.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let all = |digits: &str, radix: u32| {
        digits.bytes().any(|byte| byte != b'_') && digits.chars().all(|char| char == '_' || char.is_digit(radix))
    };
    if let Some(digits) = unsigned.strip_prefix("0x") {
        return all(digits, 16);
    }
    if let Some(digits) = unsigned.strip_prefix("0b") {
        return all(digits, 2);
    }
    if let Some(digits) = unsigned.strip_prefix("0o") {
        return all(digits, 8);
    }
    if matches!(unsigned, ".inf" | ".nan") {
        return true;
    }
    if !unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return false;
    }
    let (mantissa, exponent) = match unsigned.split_once('e') {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut sixties = whole.split(':');
    let first = sixties.next().unwrap_or_default();
    let is_sixtieth = |part: &str| part.len() <= 2 && all(part, 10);
    (all(first, 10) || (first.is_empty() && all(fraction, 10)))
        && sixties.all(is_sixtieth)
        && (fraction.is_empty() || all(fraction, 10))
        && exponent.is_none_or(|exponent| all(exponent, 10))
}

/// A date, or a date with a time, of YAML 1.1; in lower case.
fn is_time(text: &str) -> bool {
    let (date, rest) = text.split_at_checked(text.find(['t', ' ', '\t']).unwrap_or(text.len())).unwrap_or((text, ""));
    let parts: Vec<&str> = date.split('-').collect();
    let is_digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_date = parts.len() == 3
        && parts.iter().all(is_digits)
        && parts
            .iter()
            .map(|part| part.len())
            .zip([4..=4, 1..=2, 1..=2])
            .all(|(length, range)| range.contains(&length));
    is_date && rest.chars().all(|char| char.is_ascii_digit() || "t:.z+- \t".contains(char))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_yaml::Value;

    use super::*;
    use crate::diagnostic::{Diagnostics, Sources};
    use crate::yaml::{Node, NodeKind, parse};

    fn text(text: &str) -> Content {
        Content::Text(text.to_owned())
    }

    fn of(members: Vec<Member>) -> Document {
        Document { members, ..Document::default() }
    }

    /// The tree as another reader would say it: scalars as texts.
    fn as_value(content: &Content) -> Value {
        match content {
            Content::Text(text)
            | Content::Unfolded(text)
            | Content::Quoted(text)
            | Content::Literal(text)
            | Content::Plain(text) => Value::String(text.clone()),
            Content::List(items) => Value::Sequence(items.iter().map(as_value).collect()),
            Content::Map(members) => Value::Mapping(
                members.iter().map(|member| (member.key.clone().into(), as_value(&member.value))).collect(),
            ),
        }
    }

    fn as_text(node: &Node) -> Value {
        match &node.kind {
            NodeKind::Scalar(scalar) => Value::String(scalar.text.clone()),
            NodeKind::Sequence(nodes) => Value::Sequence(nodes.iter().map(as_text).collect()),
            NodeKind::Mapping(entries) => Value::Mapping(
                entries.iter().map(|entry| (entry.key.value.clone().into(), as_text(&entry.value))).collect(),
            ),
        }
    }

    fn read(text: &str) -> Value {
        let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
        let file = sources.add("written.yaml", text);
        let node = parse(file, &sources, &mut found);
        assert!(found.iter().next().is_none(), "{found:?}\n{text}");
        as_text(&node.expect("a document"))
    }

    #[test]
    fn texts_are_quoted_where_some_yaml_reads_another_value() {
        for plain in ["a b", "0.1.0", "-x", "a:b", "x#y", "MIT OR Apache-2.0", "yEs", "1a", "it's", "2026", "[x"] {
            let written = write(&of(vec![Member::new("k", text(plain))]));
            let is_plain = written == format!("k: {plain}\n");
            assert_eq!(is_plain, !matches!(plain, "2026" | "[x"), "{written}");
        }
        for quoted in
            ["", "no", "On", "Y", "~", "1_000", "1.10", "0x1F", "12:30", "2026-11-21", "- x", "a: b", "a #b", "="]
        {
            assert_eq!(write(&of(vec![Member::new("k", text(quoted))])), format!("k: '{quoted}'\n"));
        }
        assert_eq!(write(&of(vec![Member::new("no", text("a\tb"))])), "no: \"a\\tb\"\n");
        for (key, written) in
            [("1", "1"), ("200", "200"), ("+1", "'+1'"), ("01", "'01'"), ("1.0", "'1.0'"), ("4XX", "4XX")]
        {
            assert_eq!(write(&of(vec![Member::new(key, text("x"))])), format!("{written}: x\n"));
        }
    }

    #[test]
    fn blocks_blank_lines_and_comments() {
        let entry = Content::Map(vec![Member::new("type", text("string"))]);
        let member = Member { remarks: vec!["The body.".to_owned()], ..Member::new("body", entry.clone()) };
        let list = Member::new("include", Content::List(vec![text("A"), Content::List(vec![text("b")]), entry]));
        let document = Document {
            head: vec!["first".to_owned()],
            members: vec![member.clone(), list, Member::new("none", Content::Map(vec![])), member],
            foot: vec!["last".to_owned(), String::new()],
        };
        insta::assert_snapshot!(write(&document), @r"
        # first
        # The body.
        body:
          type: string
        include:
          - A
          - - b
          - type: string
        none: {}

        # The body.
        body:
          type: string

        # last
        #
        ");
    }

    #[test]
    fn long_texts_are_folded_and_samples_are_literal() {
        let long = "word ".repeat(30).trim_end().to_owned();
        let document = of(vec![
            Member::new("doc", text(&long)),
            Member::new("address", Content::Unfolded(long)),
            Member::new("body", Content::Literal("{\n  \"a\": 1\n}\n".to_owned())),
        ]);
        let written = write(&document);
        assert!(
            written.starts_with("doc: >-\n  word word")
                && written.contains("\n  \"a\": 1\n".replace("  ", "    ").as_str())
        );
        assert!(written.lines().filter(|line| !line.starts_with("address")).all(|line| line.chars().count() <= WIDTH));
        assert_eq!(read(&written), as_value(&Content::Map(document.members)));
    }

    fn any_text() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>(),
            "[ :#'\"\\-?,\\[{}a0._~!&*|>%@`=<\n\t]{0,12}",
            "(a{1,20} {1,2}){0,30}",
            "[-+]?[0-9_.:exo]{1,8}",
            Just("yes".to_owned()),
        ]
    }

    fn any_content() -> impl Strategy<Value = Content> {
        let leaf = prop_oneof![
            any_text().prop_map(Content::Text),
            any_text().prop_map(Content::Unfolded),
            any_text().prop_map(Content::Quoted),
            any_text().prop_map(Content::Literal),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Content::List),
                proptest::collection::btree_map("[a-z:' #-]{0,6}", inner, 0..4).prop_map(|members| Content::Map(
                    members.into_iter().map(|(key, value)| Member::new(key, value)).collect()
                )),
            ]
        })
    }

    proptest! {
        #[test]
        fn both_readers_read_what_was_written(content in any_content()) {
            let expected = as_value(&Content::Map(vec![Member::new("k", content.clone())]));
            let written = write(&of(vec![Member::new("k", content)]));
            prop_assert_eq!(&read(&written), &expected, "{}", written);
            let second = serde_yaml::from_str::<Value>(&written).ok();
            prop_assert_eq!(second, Some(expected), "{}", written);
        }
    }
}
