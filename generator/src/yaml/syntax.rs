//! The parser's errors in plain words.

use std::borrow::Cow;

use granit_parser::{ErrorKind, ScanError};

use crate::diagnostic::{Diagnostic, Id, Place, Span, lookalike};

use super::layout::{misindented, misplaced_colon, no_pair};
use super::line::{Line, quoted};
use super::messages;
use super::read::indenting_tabs;
use super::tree::Source;

/// What an error of the parser says about the spec; `bracket` is the innermost one that was read and not closed.
pub(super) fn diagnostic(error: &ScanError, source: &Source<'_>, bracket: Option<Place>) -> Diagnostic {
    let at = source.start + error.marker().byte_offset().unwrap_or_default();
    let at = if source.text.is_char_boundary(at) { at } else { source.text.len() };
    let place = source.place(character(source.text, at));
    let line = Line::at(source.text, at);
    if let Some(diagnostic) = lookalike_in(source, &line) {
        return diagnostic;
    }
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => messages::too_deep(place),
        ErrorKind::TabInIndentation
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabNotAllowed
        | ErrorKind::TabAtBlockScalarStart => tab(source, at),
        ErrorKind::MappingValueNotAllowed => misplaced_colon(source, at),
        ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar => unclosed_quote(source, at),
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            behind_quotes(source, at)
        }
        ErrorKind::UnknownQuotedScalarEscape => unknown_escape(source, at),
        ErrorKind::InvalidIndentation => shallow_line(place, bracket),
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::InvalidFlowScalarIndent => misindented(source, at),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => no_pair(source, &line),
        kind => {
            let (id, (title, help)) = match refused(kind) {
                Some((title, help)) => (Id::YamlRefused, (Cow::Borrowed(title), help)),
                None => (Id::YamlSyntax, words(kind)),
            };
            let diagnostic = Diagnostic::new(id, title).at(place, "").help(help);
            match (kind, item(&line)) {
                (ErrorKind::MissingAnchorOrAliasName, Some(item)) => diagnostic
                    .help(format!("for an item of a list write `{item}`"))
                    .edit(source.place(line.span()), item),
                _ => quote_value(source, at, diagnostic),
            }
        }
    }
}

/// The character at a byte; nothing where the line ends.
pub(super) fn character(text: &str, at: usize) -> Span {
    let length = text[at..].chars().next().filter(|c| !matches!(c, '\n' | '\r')).map_or(0, char::len_utf8);
    Span { start: at, end: at + length }
}

/// The item of a list that a line is, if it begins with the bullet of another notation.
fn item(line: &Line<'_>) -> Option<String> {
    line.content.strip_prefix("* ").map(|item| format!("- {}", item.trim_ascii_start()))
}

/// Adds first how a value is quoted, where it begins at the byte.
pub(super) fn quote_value(source: &Source<'_>, at: usize, diagnostic: Diagnostic) -> Diagnostic {
    let line = Line::at(source.text, at);
    let span = line.value();
    let value = &source.text[span.start..span.end.max(span.start)];
    let is_value = span.start == at && at > line.span().start;
    if !is_value || value.contains(['\'', '"']) || !value.contains(|char: char| char.is_alphanumeric()) {
        return diagnostic;
    }
    let text = quoted(value);
    let mut diagnostic = diagnostic;
    diagnostic.help.retain(|help| !help.starts_with("quote a"));
    diagnostic.help.insert(0, format!("if it is a text, quote it: write `{text}`"));
    diagnostic.edit(source.place(span), text)
}

/// A character that only looks like what YAML asks for, in the line of an error or in the one above.
fn lookalike_in(source: &Source<'_>, line: &Line<'_>) -> Option<Diagnostic> {
    let above = line.above();
    let (line, at) =
        [Some(*line), above].into_iter().flatten().find_map(|line| Some((line, misread(line.content)?)))?;
    let start = line.span().start + at;
    let one = lookalike::first(&source.text[start..])?;
    let place = source.place(Span { start, end: start + one.character.len_utf8() });
    let instead = match one.plain {
        " " => "write a blank in its place".to_owned(),
        "" => "remove it".to_owned(),
        plain => format!("write `{plain}` in its place"),
    };
    Some(
        Diagnostic::new(Id::YamlSyntax, "a character that only looks like one of YAML's")
            .at(place, one.told())
            .help(format!("{instead}; pages and word processors have such characters"))
            .edit(place, one.plain),
    )
}

/// Where a line has such a character: at its beginning, or where a `:` and a blank end its key.
fn misread(content: &str) -> Option<usize> {
    let is_one = |text: &str| text.chars().next().is_some_and(|char| lookalike::of(char).is_some());
    if is_one(content) && !content.starts_with(['\u{201c}', '\u{2018}']) {
        return Some(0);
    }
    let end = content.find(|char: char| !char.is_ascii_alphanumeric() && !matches!(char, '_' | '-'))?;
    let behind = content[end..].strip_prefix(':').map_or(end, |_| end + 1);
    (end > 0 && is_one(&content[behind..])).then_some(behind)
}

fn tab(source: &Source<'_>, at: usize) -> Diagnostic {
    let line = source.text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    match indenting_tabs(source.text, line).next() {
        Some(span) => messages::tab(source.place(span), 0),
        None => Diagnostic::new(Id::YamlSyntax, "a tab stands where YAML admits only blanks")
            .at(source.place(character(source.text, at)), "here")
            .help("write blanks instead of the tab"),
    }
}

/// A quote that nothing closes before the text's indentation ends; the parser tells where it begins or ends.
fn unclosed_quote(source: &Source<'_>, at: usize) -> Diagnostic {
    let is_quote = |c: char| matches!(c, '\'' | '"');
    let opens = |quote: &usize| {
        let before = source.text[..*quote].chars().next_back();
        before.is_none_or(|c| c.is_ascii_whitespace() || matches!(c, '[' | '{' | ','))
    };
    let before = || source.text[..at].rmatch_indices(is_quote).map(|(quote, _)| quote).find(opens);
    let quote = if source.text[at..].starts_with(is_quote) { Some(at) } else { before() };
    Diagnostic::new(Id::YamlSyntax, "a quoted text is never closed")
        .at(source.place(character(source.text, quote.unwrap_or(at))), "it begins here")
        .help("add the closing quote; where the text goes on in the next line, indent that deeper than its key")
        .help("in single quotes a `'` is written `''`, in double quotes a `\"` is written `\\\"`")
}

/// Something behind the quote that closes a text.
fn behind_quotes(source: &Source<'_>, at: usize) -> Diagnostic {
    let line = Line::at(source.text, at);
    let rest = Span { start: at, end: line.span().end.max(at) };
    let place = source.place(rest);
    let diagnostic = Diagnostic::new(Id::YamlSyntax, "something follows a quoted text");
    if &source.text[rest.start..rest.end] == "," {
        return diagnostic.at(place, "").help("remove the `,`: a line ends an item by itself").edit(place, "");
    }
    let whole = line.value();
    let value = &source.text[whole.start..whole.end.max(whole.start)];
    let diagnostic = diagnostic.at(place, "the text has ended before");
    let inner = value.strip_prefix(['\'', '"']).and_then(|inner| inner.strip_suffix(['\'', '"']));
    match inner {
        _ if whole.start >= at || value.contains('\\') => diagnostic.help("quote the whole text"),
        Some(inner) if value.starts_with('\'') == value.ends_with('\'') => {
            let text = if inner.contains('"') { quoted(&inner.replace("''", "'")) } else { format!("\"{inner}\"") };
            diagnostic.help(format!("quote the whole text otherwise: write `{text}`")).edit(source.place(whole), text)
        }
        _ => {
            let text = quoted(value);
            diagnostic.help(format!("quote the whole text: write `{text}`")).edit(source.place(whole), text)
        }
    }
}

/// A `\` in double quotes that begins no escape; the parser tells where the quotes begin.
fn unknown_escape(source: &Source<'_>, at: usize) -> Diagnostic {
    let text = &source.text[at..];
    let mut characters = text.char_indices().skip(1);
    let mut bad = Span { start: at, end: at + 1 };
    let mut end = None;
    while let Some((start, character)) = characters.next() {
        match character {
            '"' | '\n' | '\r' => {
                end = (character == '"').then_some(start);
                break;
            }
            '\\' => {
                let Some((next, escaped)) = characters.next() else { break };
                if bad.start == at && !"0abt\tnvfre \"/\\N_LPxuU\n\r".contains(escaped) {
                    bad = Span { start: at + start, end: at + next + escaped.len_utf8() };
                }
            }
            _ => {}
        }
    }
    let diagnostic =
        Diagnostic::new(Id::YamlSyntax, "a `\\` in double quotes begins an escape that YAML does not know")
            .at(source.place(bad), "no escape");
    let inner = end.map(|end| &text[1..end]).filter(|inner| !inner.contains("\\\\") && !inner.contains("\\\""));
    match inner.zip(end) {
        Some((inner, end)) => {
            let whole = source.place(Span { start: at, end: at + end + 1 });
            let text = quoted(inner);
            diagnostic.help(format!("in single quotes `\\` is an ordinary character: write `{text}`")).edit(whole, text)
        }
        None => diagnostic.help("use single quotes, where `\\` is an ordinary character, or write `\\\\`"),
    }
}

/// A line within brackets that is no deeper than the key around them: mostly the bracket is not closed.
fn shallow_line(place: Place, bracket: Option<Place>) -> Diagnostic {
    let diagnostic = Diagnostic::new(Id::YamlSyntax, "a line within brackets is not indented deeper than its key")
        .at(place, "indented too little")
        .help("close the bracket before this line, or indent the line; a closing bracket too is deeper than the key");
    match bracket {
        Some(bracket) => diagnostic.at(bracket, "opened here"),
        None => diagnostic,
    }
}

/// Title and help of an error that comes from what YAML knows and specs refuse.
fn refused(kind: &ErrorKind) -> Option<(&'static str, &'static str)> {
    use ErrorKind as K;
    match kind {
        K::DirectiveDisallowed | K::MissingDocumentEndBeforeDirective => {
            Some(("specs have no YAML directives", "remove the line, and the `---` or `...` around it"))
        }
        K::BomInsideDocument => Some(("a byte order mark within the file", "remove the invisible character U+FEFF")),
        K::MissingAnchorOrAliasName => {
            Some(("specs have neither anchors nor aliases", "quote a text that begins with `&` or `*`"))
        }
        K::UndeclaredTagHandle
        | K::ExpectedTagBang
        | K::InvalidGlobalTagCharacter
        | K::InvalidTagTerminator
        | K::MissingTagUri
        | K::UnclosedVerbatimTag
        | K::InvalidTagEscape
        | K::InvalidTagUtf8LeadingByte
        | K::InvalidTagUtf8TrailingByte
        | K::InvalidTagUtf8 => Some(("specs have no tags", "remove it, or quote a text that begins with `!`")),
        _ => None,
    }
}

/// Title and help of a syntax error that needs no look at the text.
fn words(kind: &ErrorKind) -> (Cow<'static, str>, &'static str) {
    let brackets = "close `[` with `]` and `{` with `}`";
    match kind {
        ErrorKind::UnexpectedCharacter { character } if character.is_control() => {
            let title = format!("the control character U+{:04X}", u32::from(*character));
            (title.into(), "remove it; within double quotes it can be written as `\\x` and two hex digits")
        }
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            (format!("`{open}` is closed by `{close}`").into(), brackets)
        }
        ErrorKind::UnclosedFlowCollection { open } => (format!("`{open}` is never closed").into(), brackets),
        kind => {
            let (title, help) = sentence(kind);
            (title.into(), help)
        }
    }
}

/// Title and help of plain syntax errors.
fn sentence(kind: &ErrorKind) -> (&'static str, &'static str) {
    use ErrorKind as K;
    match kind {
        K::InvalidQuotedScalarHexEscape
        | K::InvalidLowSurrogateHexEscape
        | K::InvalidLowSurrogate
        | K::MissingLowSurrogate
        | K::UnpairedLowSurrogate
        | K::InvalidUnicodeEscape => (
            "a `\\` in double quotes begins an escape that YAML does not know",
            "use single quotes, where `\\` is an ordinary character, or write `\\\\`",
        ),
        K::UnexpectedCharacter { .. } => {
            ("a text without quotes begins with a character of YAML's own", "quote the text")
        }
        K::BlockSequenceEntryNotAllowed => {
            ("a list begins on the line of its key", "begin it on the next line, indented, with one `- ` for each item")
        }
        K::ExpectedBlockSequenceEntry => (
            "an item of a list and a key stand beside each other",
            "a list has items alone, a map keys alone; indent the list below its key",
        ),
        K::InvalidMappingValueWhitespace | K::InvalidBlockEntryWhitespace | K::ExpectedWhitespace => {
            ("a blank is missing", "write a blank after `:`, `-` and `,`")
        }
        K::CommentNotSeparated => ("a blank is missing before a comment", "write a blank before `#`"),
        K::CommentInterceptedScalar => {
            ("a comment stands within a text of several lines", "move it above the text, or quote the text")
        }
        K::MisplacedFlowCollectionEnd => {
            ("a bracket closes nothing", "remove it, or quote the text that it belongs to")
        }
        K::ExpectedFlowMappingSeparator | K::ExpectedFlowSequenceSeparator => {
            ("a `,` or a closing bracket is missing", "split entries by `,` and close `[` with `]` and `{` with `}`")
        }
        K::BlockEntryInFlowCollection | K::PlainScalarStartsWithDashFlowIndicator => {
            ("a `-` within brackets begins no item", "within `[` and `]` items are split by `,` alone")
        }
        K::InvalidBlockScalarHeader => {
            ("a text follows `|` or `>`", "begin the block's text on the next line, indented")
        }
        K::ZeroBlockScalarIndent => {
            ("a block of text is indented by at least one blank", "leave out the `0` behind `|` or `>`")
        }
        K::InvalidBlockScalarIndent => {
            ("a line of a block of text is not indented like the first", "indent all lines of the block alike")
        }
        K::UnexpectedEofFlowSequence
        | K::UnexpectedEofFlowMapping
        | K::UnexpectedEofImplicitFlowMapping
        | K::UnexpectedEofBlockSequence
        | K::UnexpectedEofBlockMapping
        | K::UnexpectedEof => ("the file ends too early", "close every quote and bracket"),
        K::MappingKeyNotAllowed | K::InvalidColonPlacement | K::FlowMappingValueAdjacentCollection => {
            ("a key stands where none can", "begin a map on a line of its own, indented below its key")
        }
        K::InvalidDocumentEnd | K::ExpectedDocumentStart => {
            ("something follows the end of the document", "remove the `...`, or what follows it")
        }
        _ => ("this is not YAML", "look for a missing quote, bracket or `:` here and on the line before"),
    }
}
