//! The parser's errors in plain words.

use std::borrow::Cow;

use granit_parser::{ErrorKind, ScanError};

use crate::diagnostic::{Diagnostic, Id, Place, Span};

use super::messages;
use super::read::indenting_tabs;
use super::tree::Source;

/// What an error of the parser says about the spec; `bracket` is the innermost one that was read and not closed.
pub(super) fn diagnostic(error: &ScanError, source: &Source<'_>, bracket: Option<Place>) -> Diagnostic {
    let at = source.start + error.marker().byte_offset().unwrap_or_default();
    let at = if source.text.is_char_boundary(at) { at } else { source.text.len() };
    let place = source.place(character(source.text, at));
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
        ErrorKind::InvalidIndentation => shallow_line(place, bracket),
        kind => {
            let (id, (title, help)) = match refused(kind) {
                Some((title, help)) => (Id::YamlRefused, (Cow::Borrowed(title), help)),
                None => (Id::YamlSyntax, words(kind)),
            };
            Diagnostic::new(id, title).at(place, "").help(help)
        }
    }
}

/// The character at a byte; nothing where the line ends.
fn character(text: &str, at: usize) -> Span {
    let length = text[at..].chars().next().filter(|c| !matches!(c, '\n' | '\r')).map_or(0, char::len_utf8);
    Span { start: at, end: at + length }
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

/// A `:` that ends no key: a text that must be quoted, a line that is too deep, or a slip in the line above.
fn misplaced_colon(source: &Source<'_>, at: usize) -> Diagnostic {
    let before = &source.text[..at];
    let line_start = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let place = source.place(character(source.text, at));
    let diagnostic = Diagnostic::new(Id::YamlSyntax, "a `:` stands where no key can end");
    if before[line_start..].contains(": ") {
        return diagnostic.at(place, "the key's value has begun already").help("quote a text that holds `: `");
    }
    let above = before[..line_start].trim_ascii_end();
    let above = &above[above.rfind(['\n', '\r']).map_or(0, |end| end + 1)..];
    let above = above.trim_ascii_start();
    if above.contains(": ") || above.ends_with(':') {
        diagnostic
            .at(place, "this line continues the value above it")
            .help("indent the keys of one map alike; a key with a value on its line has no keys below it")
    } else if above.contains(':') {
        diagnostic.at(place, "").help("the line above needs a blank after its `:`")
    } else {
        diagnostic.at(place, "").help("the line above is no `key: value`; its `:` may be missing")
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
        K::InvalidTrailingSingleQuotedScalar => {
            ("something follows a quoted text", "quote the whole text; in single quotes a `'` is written `''`")
        }
        K::InvalidTrailingDoubleQuotedScalar => {
            ("something follows a quoted text", "quote the whole text; in double quotes a `\"` is written `\\\"`")
        }
        K::UnknownQuotedScalarEscape
        | K::InvalidQuotedScalarHexEscape
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
        K::ExpectedBlockMappingKey | K::InvalidFlowScalarIndent => (
            "this line is not indented like those around it",
            "indent the keys of one map, or the items of one list, alike",
        ),
        K::BlockSequenceEntryNotAllowed => {
            ("a list begins on the line of its key", "begin it on the next line, indented, with one `- ` for each item")
        }
        K::ExpectedBlockSequenceEntry => (
            "an item of a list and a key stand beside each other",
            "a list has items alone, a map keys alone; indent the list below its key",
        ),
        K::SimpleKeyExpected | K::InvalidSimpleKey => {
            ("a line is no `key: value`", "add the `:` behind the key, and keep a key on one line")
        }
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
