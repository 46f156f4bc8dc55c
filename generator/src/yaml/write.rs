//! YAML out: the canonical form of specs.
//!
//! Written by hand, and `serde_yaml` reads it in tests: that crate writes neither comments nor folded texts, and quotes by
//! a rule of its own.

mod resolved;
mod scalar;
#[cfg(test)]
mod tests;

pub(crate) use resolved::is_resolved;
pub use scalar::{Hidden, escaped, is_unseen, scalar};

use super::comments::is_modeline;

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
    /// What becomes of what nobody sees in the key.
    pub hidden: Hidden,
    /// The value.
    pub value: Content,
}

/// What is written as a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A text: plain where every YAML reads it as that text, else quoted; a block where it is too long for a line, or has
    /// several.
    Text(String),
    /// A text that is never folded, such as an address.
    Unfolded(String),
    /// A text that is always quoted, such as a pattern.
    Quoted(String),
    /// A text of several lines, kept to the letter.
    Literal(String),
    /// A number, a date or a word, written as it is; empty, nothing is written.
    Plain(String),
    /// A list, an item per line.
    List(Vec<Content>),
    /// A map.
    Map(Vec<Member>),
    /// One of the others, with comments.
    Remarked(Box<Remarked>),
}

/// A value with comments, each without its `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remarked {
    /// Lines before it, if it is an item of a list; those before a key are the member's.
    pub before: Vec<String>,
    /// Behind it, or where it is a block, behind its key.
    pub behind: Vec<String>,
    /// Lines at its end, if it is a block; else below it.
    pub foot: Vec<String>,
    /// The value.
    pub content: Content,
}

impl Member {
    /// A member without comments.
    pub fn new(key: impl Into<String>, value: Content) -> Self {
        Self { remarks: Vec::new(), key: key.into(), hidden: Hidden::default(), value }
    }
}

/// The text of a document.
#[must_use]
pub fn write(document: &Document) -> String {
    Writer { text: String::new(), hidden: Hidden::Escaped }.document(document)
}

/// The text of a document that was read: what nobody sees stays as it was written, save what stands as
/// [`Content::Plain`].
#[must_use]
pub fn write_as_read(document: &Document) -> String {
    let text = Writer { text: String::new(), hidden: Hidden::Kept }.document(document);
    // What was read is a map, with nothing in it too.
    if document.members.is_empty() { text + "{}\n" } else { text }
}

/// A value and its comments.
struct Parts<'c> {
    before: &'c [String],
    behind: &'c [String],
    foot: &'c [String],
    content: &'c Content,
}

impl<'c> Parts<'c> {
    fn of(content: &'c Content) -> Self {
        match content {
            Content::Remarked(remarked) => {
                let Remarked { before, behind, foot, content } = remarked.as_ref();
                Self { before, behind, foot, content }
            }
            content => Self { before: &[], behind: &[], foot: &[], content },
        }
    }

    /// Whether it stands below its key, or goes on below its dash.
    fn is_block(&self) -> bool {
        match self.content {
            Content::List(items) => !items.is_empty(),
            Content::Map(members) => !members.is_empty(),
            _ => false,
        }
    }
}

struct Writer {
    text: String,
    hidden: Hidden,
}

impl Writer {
    fn document(mut self, document: &Document) -> String {
        self.remarks(&document.head, 0);
        // What follows without a blank line belongs to the first key.
        if document.head.last().is_some_and(|last| !is_modeline(last)) {
            self.text.push('\n');
        }
        for (index, member) in document.members.iter().enumerate() {
            let value = Parts::of(&member.value);
            if index > 0 && value.is_block() && matches!(value.content, Content::Map(_)) {
                self.blank_line();
            }
            self.member(member, 0, false);
        }
        if !document.foot.is_empty() {
            self.blank_line();
            self.remarks(&document.foot, 0);
        }
        self.text
    }

    /// A blank line, unless a text ends with one: another would be its own.
    fn blank_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn indent(&mut self, indent: usize) {
        self.text.extend(std::iter::repeat_n(' ', indent));
    }

    fn remarks(&mut self, remarks: &[String], indent: usize) {
        for line in remarks {
            self.indent(indent);
            self.remark(line);
            self.text.push('\n');
        }
    }

    fn remark(&mut self, line: &str) {
        self.text.push('#');
        if !line.is_empty() && !line.starts_with([' ', '#']) {
            self.text.push(' ');
        }
        self.text.extend(line.chars().filter(|char| !self.hidden.bars_from_comment(*char)));
    }

    /// Comments behind something: one, and the others below it in the same column.
    fn behind<'c>(&mut self, remarks: impl IntoIterator<Item = &'c String>) {
        let column = self.column() + 1;
        for (index, line) in remarks.into_iter().enumerate() {
            if index == 0 {
                self.text.push(' ');
            } else {
                self.text.push('\n');
                self.indent(column);
            }
            self.remark(line);
        }
    }

    fn map(&mut self, members: &[Member], indent: usize, is_behind_dash: bool) {
        for (index, member) in members.iter().enumerate() {
            self.member(member, indent, is_behind_dash && index == 0);
        }
    }

    fn member(&mut self, member: &Member, indent: usize, is_behind_dash: bool) {
        // What stands before the first member of an item stands before its dash.
        if !is_behind_dash {
            self.remarks(&member.remarks, indent);
            self.indent(indent);
        }
        self.text.push_str(&scalar::key(&member.key, member.hidden));
        self.text.push(':');
        let value = Parts::of(&member.value);
        match value.content {
            Content::Map(members) if !members.is_empty() => {
                self.behind(value.before.iter().chain(value.behind));
                self.text.push('\n');
                self.map(members, indent + STEP, false);
                self.remarks(value.foot, indent + STEP);
            }
            Content::List(items) if !items.is_empty() => {
                self.behind(value.before.iter().chain(value.behind));
                self.text.push('\n');
                self.list(items, indent + STEP, false);
                self.remarks(value.foot, indent + STEP);
            }
            _ => self.value(&value, indent),
        }
    }

    fn list(&mut self, items: &[Content], indent: usize, is_behind_dash: bool) {
        for (index, item) in items.iter().enumerate() {
            let item = Parts::of(item);
            if !(is_behind_dash && index == 0) {
                self.before_item(&item, indent);
                self.indent(indent);
            }
            self.text.push('-');
            match item.content {
                Content::Map(members) if !members.is_empty() => {
                    self.text.push(' ');
                    self.map(members, indent + STEP, true);
                    self.remarks(item.foot, indent + STEP);
                }
                Content::List(items) if !items.is_empty() => {
                    self.text.push(' ');
                    self.list(items, indent + STEP, true);
                    self.remarks(item.foot, indent + STEP);
                }
                _ => self.value(&Parts { before: &[], ..item }, indent),
            }
        }
    }

    /// What stands before an item, and before what is first in it, since that stands behind the dash.
    fn before_item(&mut self, item: &Parts<'_>, indent: usize) {
        self.remarks(item.before, indent);
        if item.is_block() {
            self.remarks(item.behind, indent);
        }
        match item.content {
            Content::Map(members) => members.iter().take(1).for_each(|first| self.remarks(&first.remarks, indent)),
            Content::List(items) => {
                items.iter().take(1).for_each(|first| self.before_item(&Parts::of(first), indent));
            }
            _ => {}
        }
    }

    /// What stands behind a key or a dash, the blank before and the end of the line with it, and what stands below it.
    fn value(&mut self, value: &Parts<'_>, indent: usize) {
        let hidden = self.hidden;
        let column = self.column() + 1;
        let mut remarks: Vec<&String> = value.before.iter().chain(value.behind).collect();
        let text = match value.content {
            // A text of several words that a comment follows is taken for one that a `#` has cut.
            Content::Text(text) if !remarks.is_empty() && text.contains(' ') => {
                let text = scalar::prose(text, indent, column, hidden);
                if text.starts_with(['|', '>', '\'', '"']) { text } else { scalar::quoted(&text, hidden) }
            }
            Content::Text(text) => scalar::prose(text, indent, column, hidden),
            Content::Unfolded(text) if !remarks.is_empty() && text.contains(' ') => scalar::quoted(text, hidden),
            Content::Unfolded(text) => scalar::line(text, hidden),
            Content::Quoted(text) => scalar::quoted(text, hidden),
            Content::Plain(text) => text.clone(),
            Content::Literal(text) => {
                let block = scalar::literal(text, indent + STEP, hidden);
                block.unwrap_or_else(|| scalar::double_quoted(text, hidden))
            }
            Content::List(_) => "[]".to_owned(),
            Content::Map(_) => "{}".to_owned(),
            Content::Remarked(remarked) => return self.value(&Parts { content: &remarked.content, ..*value }, indent),
        };
        let (header, block) = text.split_at(text.find('\n').unwrap_or(text.len()));
        if !header.is_empty() {
            self.text.push(' ');
            self.text.push_str(header);
        }
        if block.is_empty() {
            self.behind(remarks);
            self.text.push('\n');
            self.remarks(value.foot, indent + STEP);
            return;
        }
        // A second line would be the block's.
        remarks.extend(value.foot);
        if !remarks.is_empty() {
            let joined = remarks.iter().map(|line| line.trim_start()).collect::<Vec<_>>().join(" ");
            self.behind([&joined]);
        }
        self.text.push_str(block);
        self.text.push('\n');
    }

    /// The characters of the last line.
    fn column(&self) -> usize {
        let line = self.text.rfind('\n').map_or(0, |end| end + 1);
        self.text[line..].chars().count()
    }
}
