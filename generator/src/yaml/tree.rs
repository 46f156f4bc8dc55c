//! The parser's events to a tree, and the constructs that specs refuse.

use std::borrow::Cow;
use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle, Tag};

use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Id, Place, Span};

use super::limits::{MAX_DEPTH, MAX_NODES, MAX_REFUSALS};
use super::{Entry, Node, NodeKind, Scalar, Spanned, Style, messages, syntax};

/// What was read of a file.
pub(super) struct Read {
    /// The document; `None` where what was refused leaves its meaning open.
    pub root: Option<Node>,
    /// The content of its block scalars, in the order of the file.
    pub blocks: Vec<Span>,
    /// Its comments, each from its `#` to the end of its line, in the order of the file; none where they are skipped.
    pub comments: Vec<Span>,
}

/// What becomes of comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comments {
    /// They are passed over.
    Skipped,
    /// They are read too.
    Kept,
}

/// Reads the document that begins at the byte `start`; `None` where it could not be read to its end.
pub(super) fn build(
    file: FileId,
    text: &str,
    start: usize,
    comments: Comments,
    found: &mut Diagnostics,
) -> Option<Read> {
    let mut options = granit_parser::options! {
        strict_indentation: true,
        disallow_directives: true,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    options.set_emit_comments(comments == Comments::Kept);
    // The size of the file bounds them.
    options.max_buffered_comment_events = usize::MAX;
    let mut parser = Parser::new_from_str_with_options(text.get(start..)?, options);
    let mut builder = Builder {
        source: Source { file, text, start },
        found,
        open: Vec::new(),
        root: None,
        blocks: Vec::new(),
        comments: Vec::new(),
        nodes: 0,
        refusals: 0,
        documents: 0,
        meaning_open: false,
    };
    while let Some(event) = parser.next_event() {
        let read = match event {
            Ok((event, span)) => builder.event(event, &span),
            Err(error) => Err(syntax::diagnostic(&error, &builder.source, builder.bracket())),
        };
        match read {
            Ok(Next::Event) => {}
            Ok(Next::Stop) => break,
            Err(diagnostic) => {
                if !builder.is_told(&diagnostic) {
                    builder.found.push(diagnostic);
                }
                return None;
            }
        }
    }
    builder.finish()
}

/// The text that is read, of which the parser sees what follows `start`.
pub(super) struct Source<'t> {
    pub file: FileId,
    pub text: &'t str,
    pub start: usize,
}

impl Source<'_> {
    /// The bytes of a span of the parser; the text's end for what is no range of its characters.
    fn span(&self, span: &granit_parser::Span) -> Span {
        let range = span.byte_range().map(|range| self.start + range.start..self.start + range.end);
        match range.filter(|range| self.text.get(range.clone()).is_some()) {
            Some(range) => Span { start: range.start, end: range.end },
            None => Span { start: self.text.len(), end: self.text.len() },
        }
    }

    pub fn place(&self, span: Span) -> Place {
        Place { file: self.file, span }
    }
}

/// Whether more of the text is read.
enum Next {
    Event,
    Stop,
}

struct Builder<'t, 'f> {
    source: Source<'t>,
    found: &'f mut Diagnostics,
    /// The collections around the next node, the innermost last.
    open: Vec<Open<'t>>,
    root: Option<Node>,
    blocks: Vec<Span>,
    comments: Vec<Span>,
    nodes: usize,
    refusals: usize,
    documents: usize,
    /// Whether something was refused without which the tree does not mean what its author meant.
    meaning_open: bool,
}

/// A collection whose end was not read yet.
struct Open<'t> {
    span: Span,
    items: Items<'t>,
}

enum Items<'t> {
    Sequence(Vec<Node>),
    Mapping { entries: Vec<Entry>, keys: HashMap<Cow<'t, str>, Span>, key: Key },
}

/// Where a mapping stands.
enum Key {
    /// A key is next.
    Awaited,
    /// The value of this key is next.
    Read(Spanned<String>),
    /// The value of a key that was refused is next.
    Refused,
}

impl<'t> Builder<'t, '_> {
    fn event(&mut self, event: Event<'t>, at: &granit_parser::Span) -> Result<Next, Diagnostic> {
        let span = self.source.span(at);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.meaning_open = true;
                    self.refuse(messages::second_document(self.source.place(span)))?;
                    return Ok(Next::Stop);
                }
            }
            Event::Scalar(text, style, _, tag) => {
                self.count(span)?;
                self.refuse_tag(tag.as_deref(), at)?;
                self.scalar(text, style, span)?;
            }
            Event::SequenceStart(style, _, tag) => {
                self.refuse_tag(tag.as_deref(), at)?;
                let span = self.sequence_start(style, span);
                self.open(span, Items::Sequence(Vec::new()))?;
            }
            Event::MappingStart(_, _, tag) => {
                self.refuse_tag(tag.as_deref(), at)?;
                self.open(span, Items::Mapping { entries: Vec::new(), keys: HashMap::new(), key: Key::Awaited })?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span)?,
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.count(span)?;
                self.alias(span)?;
            }
            Event::Comment(..) => self.comments.push(span),
            Event::Anchor(..) => self.refuse(self.or_quoted(messages::anchor(self.source.place(span))))?,
            _ => {}
        }
        Ok(Next::Event)
    }

    /// Whether something was refused in the line of a message, of which the message only follows.
    fn is_told(&self, diagnostic: &Diagnostic) -> bool {
        let line = |diagnostic: &Diagnostic| {
            // What was found before may be of another file.
            let place = diagnostic.labels.first().filter(|label| label.place.file == self.source.file)?.place;
            self.source.text.get(..place.span.start).map(|before| before.rfind('\n'))
        };
        let refused = self.found.iter().last().filter(|last| last.id == Id::YamlRefused);
        let last = refused.and_then(line);
        diagnostic.id == Id::YamlSyntax && last.is_some() && last == line(diagnostic)
    }

    /// The innermost open bracket.
    fn bracket(&self) -> Option<Place> {
        let brackets = self.open.iter().rev().map(|open| self.source.place(open.span));
        brackets.into_iter().find(|place| self.source.text[place.span.start..].starts_with(['[', '{']))
    }

    /// Counts a node.
    fn count(&mut self, span: Span) -> Result<(), Diagnostic> {
        self.nodes += 1;
        if self.nodes <= MAX_NODES {
            return Ok(());
        }
        Err(messages::too_many_nodes(self.source.place(span)))
    }

    /// Tells of something that is refused, until there is too much of it.
    fn refuse(&mut self, diagnostic: Diagnostic) -> Result<(), Diagnostic> {
        self.refusals += 1;
        if self.refusals <= MAX_REFUSALS {
            self.found.push(diagnostic);
            return Ok(());
        }
        Err(messages::too_many_refusals(diagnostic.labels.first().map(|label| label.place)))
    }

    fn refuse_tag(&mut self, tag: Option<&Tag>, at: &granit_parser::Span) -> Result<(), Diagnostic> {
        if tag.is_none() {
            return Ok(());
        }
        let span = self.source.span(&at.tag_span().unwrap_or(*at));
        self.refuse(self.or_quoted(messages::tag(self.source.place(span))))
    }

    /// Adds how it is written as a text, where it begins one of several words.
    fn or_quoted(&self, diagnostic: Diagnostic) -> Diagnostic {
        match diagnostic.labels.first().map(|label| label.place.span) {
            Some(Span { start, end }) if self.source.text[end..].starts_with(' ') => {
                syntax::quote_value(&self.source, start, diagnostic)
            }
            _ => diagnostic,
        }
    }

    fn alias(&mut self, span: Span) -> Result<(), Diagnostic> {
        let place = self.source.place(span);
        self.meaning_open = true;
        // What a merge key takes in is told with it.
        if !matches!(self.open.last(), Some(Open { items: Items::Mapping { key: Key::Refused, .. }, .. })) {
            self.refuse(self.or_quoted(messages::alias(place)))?;
        }
        if let Some(key) = self.awaited_key() {
            *key = Key::Refused;
            return Ok(());
        }
        let scalar = Scalar { text: String::new(), style: Style::Plain };
        self.add(Node { place, kind: NodeKind::Scalar(scalar) });
        Ok(())
    }

    fn scalar(&mut self, text: Cow<'t, str>, style: ScalarStyle, span: Span) -> Result<(), Diagnostic> {
        let (style, span, text) = match style {
            ScalarStyle::Plain if span.start == span.end => (Style::Plain, self.nothing(span), Cow::Borrowed("")),
            ScalarStyle::Plain => (Style::Plain, span, text),
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => (Style::Quoted, span, text),
            ScalarStyle::Folded => (Style::Quoted, self.block(span, &text), text),
            ScalarStyle::Literal => {
                let span = self.block(span, &text);
                (if self.stands(span, &text) { Style::Literal } else { Style::Quoted }, span, text)
            }
        };
        if self.awaited_key().is_some() {
            return self.key(text, style, span);
        }
        let scalar = Scalar { text: text.into_owned(), style };
        self.add(Node { place: self.source.place(span), kind: NodeKind::Scalar(scalar) });
        Ok(())
    }

    /// The place of a value that is not there: behind the `:` of its key.
    fn nothing(&self, span: Span) -> Span {
        let behind = if self.source.text[span.start..].starts_with(':') { span.start + 1 } else { span.start };
        Span { start: behind, end: behind }
    }

    /// The content of a block scalar, without the blank lines and the indentation that follow it; the header of an
    /// empty one.
    fn block(&mut self, span: Span, text: &str) -> Span {
        self.blocks.push(span);
        let content = &self.source.text[span.start..span.end];
        if !text.trim_ascii().is_empty() {
            return Span { start: span.start, end: span.start + content.trim_ascii_end().len() };
        }
        let is_indicator = ['|', '>'];
        let before = || self.source.text[..span.start].rfind(is_indicator);
        let header = if content.starts_with(is_indicator) { Some(span.start) } else { before() };
        header.map_or(span, |start| Span { start, end: start + 1 })
    }

    /// Whether the lines of a block stand in the source as they are, each that is not empty with the same indentation and
    /// the same end.
    fn stands(&self, span: Span, text: &str) -> bool {
        let (before, content) = (&self.source.text[..span.start], &self.source.text[span.start..span.end]);
        let text = text.trim_ascii_end();
        if text.is_empty() {
            return true;
        }
        let indentation = before.rsplit('\n').next().unwrap_or_default();
        let end = if content.contains('\r') { "\r\n" } else { "\n" };
        let mut lines = text.split('\n');
        let mut again = lines.next().unwrap_or_default().to_owned();
        for line in lines {
            if line.is_empty() && end != "\n" {
                return false;
            }
            again.push_str(end);
            again.push_str(if line.is_empty() { "" } else { indentation });
            again.push_str(line);
        }
        again == content
    }

    /// Reads the key that a mapping waits for.
    fn key(&mut self, text: Cow<'t, str>, style: Style, span: Span) -> Result<(), Diagnostic> {
        let place = self.source.place(span);
        let refused = match style {
            Style::Plain if text == "<<" => Some(messages::merge_key(place)),
            Style::Plain if text.is_empty() => Some(messages::no_key(place)),
            _ => None,
        };
        self.meaning_open |= refused.is_some();
        let refused = refused.or_else(|| self.second_key(text.clone(), place));
        let key = if let Some(diagnostic) = refused {
            self.refuse(diagnostic)?;
            Key::Refused
        } else {
            Key::Read(Spanned { place, value: text.into_owned() })
        };
        if let Some(awaited) = self.awaited_key() {
            *awaited = key;
        }
        Ok(())
    }

    /// Notes the key, unless the mapping has it already.
    fn second_key(&mut self, text: Cow<'t, str>, place: Place) -> Option<Diagnostic> {
        let Some(Open { items: Items::Mapping { keys, .. }, .. }) = self.open.last_mut() else { return None };
        if let Some(&first) = keys.get(&text) {
            return Some(messages::duplicate_key(&text, place, self.source.place(first)));
        }
        keys.insert(text, place.span);
        None
    }

    /// The key that the innermost mapping waits for.
    fn awaited_key(&mut self) -> Option<&mut Key> {
        match self.open.last_mut() {
            Some(Open { items: Items::Mapping { key: key @ Key::Awaited, .. }, .. }) => Some(key),
            _ => None,
        }
    }

    /// Where a sequence begins; of one that is no deeper than its key, the parser tells where its first item does.
    fn sequence_start(&self, style: StructureStyle, span: Span) -> Span {
        match self.open.last() {
            Some(Open { items: Items::Mapping { key: Key::Read(key), .. }, .. }) if style == StructureStyle::Block => {
                let start = self.first_dash(key.place.span.end, span.start).unwrap_or(span.start);
                Span { start, end: span.end }
            }
            _ => span,
        }
    }

    /// The first `-` that begins a line behind the one of a key; up to its first item, a sequence has nothing else but
    /// comments and properties.
    fn first_dash(&self, key: usize, item: usize) -> Option<usize> {
        let mut lines = self.source.text.get(key..)?.split_inclusive(['\n', '\r']);
        let mut start = key + lines.next()?.len();
        for line in lines {
            if start > item {
                break;
            }
            let content = line.trim_ascii_start();
            start += line.len();
            if content.starts_with('-') {
                return Some(start - content.len()).filter(|dash| *dash <= item);
            }
        }
        None
    }

    fn open(&mut self, span: Span, items: Items<'t>) -> Result<(), Diagnostic> {
        self.count(span)?;
        if self.open.len() == MAX_DEPTH {
            return Err(messages::too_deep(self.source.place(span)));
        }
        self.open.push(Open { span, items });
        Ok(())
    }

    /// Closes the innermost collection; `end` is its closing bracket, or empty.
    fn close(&mut self, end: Span) -> Result<(), Diagnostic> {
        let Some(Open { span, items }) = self.open.pop() else { return Ok(()) };
        let (kind, last) = match items {
            Items::Sequence(nodes) => {
                let last = nodes.last().map(|node| node.place.span.end);
                (NodeKind::Sequence(nodes), last)
            }
            Items::Mapping { entries, .. } => {
                let last = entries.last().map(|entry| entry.value.place.span.end);
                (NodeKind::Mapping(entries), last)
            }
        };
        let closed = if end.start < end.end { end.end } else { last.unwrap_or(span.end) };
        let place = self.source.place(Span { start: span.start, end: closed.max(span.end) });
        if self.awaited_key().is_none() {
            self.add(Node { place, kind });
            return Ok(());
        }
        self.meaning_open = true;
        self.refuse(messages::collection_as_key(place))?;
        if let Some(key) = self.awaited_key() {
            *key = Key::Refused;
        }
        Ok(())
    }

    /// Puts a node where it belongs.
    fn add(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open { items: Items::Sequence(nodes), .. }) => nodes.push(node),
            Some(Open { items: Items::Mapping { entries, key, .. }, .. }) => {
                if let Key::Read(key) = std::mem::replace(key, Key::Awaited) {
                    entries.push(Entry { key, value: node });
                }
            }
        }
    }

    fn finish(self) -> Option<Read> {
        let nothing = |node: &Node| match &node.kind {
            NodeKind::Scalar(Scalar { text, style }) => *style == Style::Plain && text.is_empty(),
            _ => false,
        };
        if self.root.as_ref().is_none_or(nothing) && !self.meaning_open {
            let end = self.source.text.trim_ascii_end().len();
            self.found.push(messages::empty(self.source.place(Span { start: end, end })));
            return None;
        }
        let mut comments = self.comments;
        comments.sort_unstable();
        Some(Read { root: self.root.filter(|_| !self.meaning_open), blocks: self.blocks, comments })
    }
}
