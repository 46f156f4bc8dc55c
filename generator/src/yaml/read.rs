//! One file's text to its tree: the limits, and what YAML admits before and between its tokens and specs do not.

use crate::diagnostic::{Diagnostics, FileId, Place, Sources, Span};

use super::limits::{MAX_BYTES, MAX_REFUSALS};
use super::tree::Comments;
use super::{Node, messages, tree};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Reads a file of [`Sources`] as YAML (YAML 1.2, as far as the language of specs accepts it).
///
/// What is wrong goes to `found`, as much of it in one run as can be seen. `None` where the text is not YAML, is empty
/// or beyond the limits, or where what was refused leaves its meaning open (an alias, a merge key, a second document, a key
/// that is no text). A tree may come although something was refused that takes nothing from it, such as a tag or a second
/// key of one name, of which the first counts.
#[must_use]
pub fn parse(file: FileId, sources: &Sources, found: &mut Diagnostics) -> Option<Node> {
    let text = text_of(file, sources, found)?;
    if text.starts_with(BYTE_ORDER_MARK) {
        let span = Span { start: 0, end: BYTE_ORDER_MARK.len() };
        found.push(messages::byte_order_mark(Place { file, span }));
    }
    let start = refuse_prefix(file, text, found);
    let read = tree::build(file, text, start, Comments::Skipped, found)?;
    refuse_tabs(file, text, &read.blocks, found);
    read.root
}

/// What is read of a file that is to be written anew.
#[derive(Clone, Debug, PartialEq)]
pub struct Commented {
    /// Its tree.
    pub root: Node,
    /// Its comments, each from its `#` to the end of its line, in the order of the file.
    pub comments: Vec<Span>,
}

/// Reads a file of [`Sources`] as YAML with its comments, as [`parse`] does; save that what the canonical form has not, and
/// that means nothing, is no mistake: a byte order mark, tabs that indent.
#[must_use]
pub fn parse_commented(file: FileId, sources: &Sources, found: &mut Diagnostics) -> Option<Commented> {
    let text = text_of(file, sources, found)?;
    let start = refuse_prefix(file, text, found);
    let read = tree::build(file, text, start, Comments::Kept, found)?;
    Some(Commented { root: read.root?, comments: read.comments })
}

/// The text of a file that is not too big to be read.
fn text_of<'s>(file: FileId, sources: &'s Sources, found: &mut Diagnostics) -> Option<&'s str> {
    let text = sources.get(file).text.as_str();
    if text.len() > MAX_BYTES {
        found.push(messages::too_big(Place { file, span: Span::default() }, text.len()));
        return None;
    }
    Some(text)
}

/// Refuses `%` directives; the content begins at the byte returned, behind them and a byte order mark.
fn refuse_prefix(file: FileId, text: &str, found: &mut Diagnostics) -> usize {
    let mut start = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    let mut at = start;
    let mut directives = 0;
    for line in text[start..].split_inclusive(['\n', '\r']) {
        let content = line.trim_ascii_end();
        if content.starts_with('%') {
            let span = Span { start: at, end: at + content.len() };
            directives += 1;
            if directives <= MAX_REFUSALS {
                found.push(messages::directive(Place { file, span }));
            }
            start = at + line.len();
        } else if !content.is_empty() && !content.trim_ascii_start().starts_with('#') {
            break;
        }
        at += line.len();
    }
    start
}

/// Refuses a tab that indents, save within the content of block scalars.
fn refuse_tabs(file: FileId, text: &str, blocks: &[Span], found: &mut Diagnostics) {
    let mut blocks = blocks.iter().peekable();
    let mut lines = indenting_tabs(text, 0).filter(|tab| {
        while blocks.next_if(|block| block.end <= tab.end).is_some() {}
        blocks.peek().is_none_or(|block| tab.end < block.start)
    });
    if let Some(span) = lines.next() {
        let others = lines.count();
        found.push(messages::tab(Place { file, span }, others));
    }
}

/// The first tab in the indentation of each line with content, from the line that begins at the byte `from`.
///
/// The span reaches from the first tab to the line's content.
pub(super) fn indenting_tabs(text: &str, from: usize) -> impl Iterator<Item = Span> + '_ {
    let mut at = from;
    text.get(from..).unwrap_or_default().split_inclusive(['\n', '\r']).filter_map(move |line| {
        let start = at;
        at += line.len();
        let content = line.trim_start_matches([' ', '\t']);
        let indentation = &line[..line.len() - content.len()];
        let tab = indentation.find('\t')?;
        let has_content = !content.trim_ascii_end().is_empty() && !content.starts_with('#');
        has_content.then_some(Span { start: start + tab, end: start + indentation.len() })
    })
}
