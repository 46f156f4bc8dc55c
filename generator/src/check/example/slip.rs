//! Why a sample is no JSON, in the words of somebody who copied it from a page.

use std::ops::Range;

use crate::diagnostic::lookalike;

/// What is wrong with a text that should be JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slip {
    /// Where.
    pub at: Range<usize>,
    /// What stands there.
    pub what: String,
    /// The way out.
    pub help: String,
    /// The bytes that are replaced, and by what.
    pub edit: Option<(Range<usize>, String)>,
}

impl Slip {
    fn new(at: Range<usize>, what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { at, what: what.into(), help: help.into(), edit: None }
    }

    fn edit(self, at: Range<usize>, text: impl Into<String>) -> Self {
        Self { edit: Some((at, text.into())), ..self }
    }

    /// What the reader of JSON stumbled over.
    pub(super) fn of(text: &str, error: &serde_json::Error) -> Self {
        if error.is_eof() {
            return unclosed(text);
        }
        let at = byte_of(text, error.line(), error.column());
        let rest = &text[at..];
        let before = text[..at].trim_end();
        let end = at + rest.chars().next().map_or(0, char::len_utf8);
        let line_end = at + rest.find('\n').unwrap_or(rest.len());
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default().to_owned();
        if message.starts_with("control character") {
            let quote = text[..at].rfind('"').unwrap_or(at);
            return Self::new(
                quote..quote + 1,
                "never closed in its line",
                "add the closing `\"`; within a text, write a new line as `\\n`",
            );
        }
        if let Some(slip) = comment(text, at, line_end).or_else(|| ellipsis(text, at)) {
            return slip;
        }
        if before.ends_with(',') && rest.starts_with(['}', ']']) {
            let comma = before.len() - 1..before.len();
            return Self::new(comma.clone(), "nothing follows this comma", "remove the `,`").edit(comma, "");
        }
        if let Some(slip) = quotes(text, at, line_end) {
            return slip;
        }
        if rest.starts_with('<') {
            return Self::new(at..end, "a placeholder", "write a value in its place, such as the page has elsewhere");
        }
        if let Some(slip) = word(text, at) {
            return slip;
        }
        if before.ends_with(',')
            && rest.starts_with(|first: char| first.is_ascii_digit())
            && before[..before.len() - 1].ends_with(|last: char| last.is_ascii_digit())
        {
            let comma = before.len() - 1..before.len();
            return Self::new(comma.clone(), "a comma within a number", "write the number without it").edit(comma, "");
        }
        if message.starts_with("expected `,`") && rest.starts_with(['"', '{', '[']) {
            let here = before.len().saturating_sub(1)..before.len();
            return Self::new(here, "a `,` is missing behind this", "write a `,` here")
                .edit(before.len()..before.len(), ",");
        }
        if before.is_empty() {
            let help = "the body alone stands here, from its first `{` or `[`: no command, no headers";
            return Self::new(at..end, "this is no JSON", help);
        }
        if message == "invalid number" {
            return Self::new(
                at..end,
                "a number is not written so",
                "put it in quotes if it is a text; else write it without a 0 before it",
            );
        }
        Self::new(at..end, message, "if the slip is the transcript's, correct it")
    }
}

/// The byte at which the reader stopped: that of the last character it read.
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let at = (before + column.saturating_sub(1)).min(text.trim_end().len().saturating_sub(1));
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// A text that ends too early: what was opened last is told.
fn unclosed(text: &str) -> Slip {
    let mut open = Vec::new();
    let mut quote = None;
    let mut escaped = false;
    for (at, char) in text.char_indices() {
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => quote = if quote.is_some() { None } else { Some(at) },
            '{' | '[' if quote.is_none() => open.push(at),
            '}' | ']' if quote.is_none() => {
                open.pop();
            }
            _ => {}
        }
    }
    let help = "the sample ends too early: copy the rest of it, or leave it out";
    match quote.or_else(|| open.pop()) {
        Some(at) => Slip::new(at..at + 1, "never closed", help),
        None => Slip::new(0..0, "nothing stands here", "write the body, or leave the key out"),
    }
}

fn comment(text: &str, at: usize, line_end: usize) -> Option<Slip> {
    let rest = &text[at..];
    if !["//", "/*", "#"].iter().any(|sign| rest.starts_with(sign)) {
        return None;
    }
    let end = rest.find("*/").filter(|_| rest.starts_with("/*")).map_or(line_end, |end| at + end + 2);
    let blanks = text[..at].len() - text[..at].trim_end_matches([' ', '\t']).len();
    let help = "JSON has no comments: remove it; what it says may stand under `doc`";
    Some(Slip::new(at..end, "a comment", help).edit(at - blanks..end, ""))
}

fn ellipsis(text: &str, at: usize) -> Option<Slip> {
    let rest = &text[at..];
    let sign = ["...", "\u{2026}"].into_iter().find(|sign| rest.starts_with(sign))?;
    let end = at + sign.len();
    let before = text[..at].trim_end();
    let start = before.strip_suffix(',').map_or(at, str::len);
    let help = "remove it: what a sample leaves out is not checked";
    Some(Slip::new(at..end, "something is left out here", help).edit(start..end, ""))
}

/// Quotes that are none of JSON's; all of the line are written anew.
fn quotes(text: &str, at: usize, line_end: usize) -> Option<Slip> {
    let first = text[at..].chars().next()?;
    let end = at + first.len_utf8();
    let line = &text[at..line_end];
    if first == '\'' {
        let slip = Slip::new(at..end, "a text in single quotes", "JSON has double quotes: write `\"`");
        return Some(if line.contains('"') { slip } else { slip.edit(at..line_end, line.replace('\'', "\"")) });
    }
    let one = lookalike::of(first)?;
    let instead = if one.plain.trim().is_empty() { "remove it".to_owned() } else { format!("write `{}`", one.plain) };
    Some(Slip::new(at..end, one.told(), instead).edit(at..line_end, lookalike::plain(line)))
}

/// A word without quotes.
fn word(text: &str, at: usize) -> Option<Slip> {
    let rest = &text[at..];
    let start = text[..at]
        .rfind(|char: char| !char.is_alphanumeric() && char != '_')
        .map_or(0, |before| before + text[before..].chars().next().map_or(0, char::len_utf8));
    let end = at + rest.find(|char: char| !char.is_alphanumeric() && char != '_').unwrap_or(rest.len());
    let word = text[start..end].trim();
    if !word.starts_with(|first: char| first.is_alphabetic() || first == '_') {
        return None;
    }
    let meant = match word {
        "True" | "TRUE" | "yes" => "true",
        "False" | "FALSE" | "no" => "false",
        "None" | "nil" | "NULL" | "Null" | "undefined" | "NaN" => "null",
        _ if text[end..].trim_start().starts_with(':') => {
            let quoted = format!("\"{word}\"");
            let help = format!("names have quotes: write `{quoted}`");
            return Some(Slip::new(start..end, "a name without quotes", help).edit(start..end, quoted));
        }
        _ => return None,
    };
    let help = format!("write `{meant}`: JSON knows `true`, `false` and `null`");
    Some(Slip::new(start..end, "a word of another language", help).edit(start..end, meant))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is told of a text: what stands where, and the text once it is mended.
    fn told(text: &str) -> (String, String, String) {
        let error = serde_json::from_str::<serde_json::Value>(text).expect_err("it is no JSON");
        let Slip { at, what, edit, .. } = Slip::of(text, &error);
        let mended =
            edit.map_or_else(String::new, |(at, written)| format!("{}{written}{}", &text[..at.start], &text[at.end..]));
        (text[at].to_owned(), what, mended)
    }

    #[test]
    fn slips_of_copied_samples_are_told_and_mended() {
        for (text, at, mended) in [
            ("{\"a\": 1,\n}", ",", "{\"a\": 1\n}"),
            ("{\"a\": 1\n \"b\": 2}", "1", "{\"a\": 1,\n \"b\": 2}"),
            ("{'a': 'b'}", "'", "{\"a\": \"b\"}"),
            ("{\"a\": 1, // one\n\"b\": 2}", "// one", "{\"a\": 1,\n\"b\": 2}"),
            ("{\"a\": 1, /* one */ \"b\": 2}", "/* one */", "{\"a\": 1, \"b\": 2}"),
            ("{\"a\": 1,\n ...\n}", "...", "{\"a\": 1\n}"),
            ("{\"a\": 1,\n \u{2026}\n}", "\u{2026}", "{\"a\": 1\n}"),
            ("{\"a\": {...}}", "...", "{\"a\": {}}"),
            ("[1, 2, ...]", "...", "[1, 2]"),
            ("{\u{201c}a\u{201d}: \u{201c}b\u{201d}}", "\u{201c}", "{\"a\": \"b\"}"),
            ("{a: 1}", "a", "{\"a\": 1}"),
            ("{\"a\": True}", "True", "{\"a\": true}"),
            ("{\"a\": None}", "None", "{\"a\": null}"),
            ("{\"a\": nil}", "nil", "{\"a\": null}"),
            ("{\"a\": 1,200}", ",", "{\"a\": 1200}"),
            ("{\"a\": {\"b\": 1}", "{", ""),
            ("{\"a\": \"b\n}", "\"", ""),
            ("{\"a\": <b>}", "<", ""),
            ("{\"a\": 01}", "1", ""),
            ("curl -d {\"a\": 1}", "c", ""),
            ("{\"a\": 1, b: 2}", "b", "{\"a\": 1, \"b\": 2}"),
            ("{_a: 1}", "_a", "{\"_a\": 1}"),
            ("{1: 2}", "1", ""),
            ("[False]", "False", "[false]"),
            ("{\"a\": }", "}", ""),
            ("[11 2]", "2", ""),
            ("{\"a\" {\"b\": 1}}", "{", ""),
            ("{\"a\": 1,// one\n\"b\": 2}", "// one", "{\"a\": 1,\n\"b\": 2}"),
            ("{\"a\": 1, \t // one\n\"b\": 2}", "// one", "{\"a\": 1,\n\"b\": 2}"),
            ("", "", ""),
        ] {
            let (found, what, then) = told(text);
            assert_eq!((found.as_str(), then.as_str()), (at, mended), "{text}: {what}");
            assert!(mended.is_empty() || serde_json::from_str::<serde_json::Value>(&then).is_ok(), "{then}");
        }
    }

    #[test]
    fn each_slip_has_its_word() {
        for (text, what) in [
            ("{\"a\": 01}", "a number is not written so"),
            ("[1, x]", "expected value"),
            ("[11 2]", "expected `,` or `]`"),
            ("{\"a\" {\"b\": 1}}", "expected `:`"),
            ("[1 {}]", "a `,` is missing behind this"),
            ("{\"a\": \"b\n}", "never closed in its line"),
            ("{\"a\": 1,\n\"b\": \"c\n}", "never closed in its line"),
            ("x", "this is no JSON"),
        ] {
            assert_eq!(told(text).1, what, "{text}");
        }
    }

    #[test]
    fn what_was_opened_last_is_never_closed() {
        for (text, at) in [
            ("{\"a\": [\"b\", \"c\"]", 0),
            ("{\"a\": []", 0),
            ("{\"a\": \"}\"", 0),
            ("{\"a\": \"b[\"", 0),
            ("{\"a\\\"[\": 1", 0),
            ("{\"a\\\\\": [", 8),
            ("[{\"a\": 1}, [", 11),
            ("[1, \"a", 4),
        ] {
            let error = serde_json::from_str::<serde_json::Value>(text).expect_err("it ends too early");
            assert_eq!(Slip::of(text, &error).at, at..at + 1, "{text}");
        }
    }
}
