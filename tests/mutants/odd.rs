//! What is put in the place of ordinary names, texts and numbers.

use docwright::spec::BuiltIn;
use fastrand::Rng;

/// Names that Rust, the crate or its reader already has a use for, and names that no one would choose.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "type", "self", "Self", "crate", "super", "async", "gen", "fn", "mod", "dyn", "try", "union", "macro_rules",
    "static", "raw", "Option", "Result", "Some", "None", "Ok", "Err", "Vec", "String", "Box", "Default", "Clone",
    "Debug", "Error", "From", "Into", "Iterator", "Eq", "Hash", "Send", "Sync", "Auth", "Client", "BlockingClient",
    "Builder", "Request", "Response", "Body", "Json", "Value", "Number", "Answer", "Violations", "Raw", "Text",
    "Bytes", "Date", "Secret", "Server", "State", "Unknown", "Other", "new", "build", "send", "clone", "into",
    "from", "default", "fmt", "validate", "eq", "hash", "drop", "as_str", "is_empty", "len", "get", "iter", "deref",
    "index", "u8", "i64", "bool", "str", "core", "std", "alloc", "runtime", "guide", "http", "client", "message",
    "status", "path", "body", "headers", "query", "required", "answer", "value", "key", "name", "out", "parts",
    "rules", "check", "at", "decode", "encode", "read", "write", "T", "A", "a", "x", "_", "__", "_x", "x_", "_1",
    "1", "0x", "99digital", "+1", "-1", "$ref", "@id", "#", "a.b", "a-b", "a b", " a", "a ", "a/b", "a~b", "a%2Fb",
    "{a}", "a[]", "a[0]", "a=b", "a&b", "a:b", "a: b", "é", "été", "日本", "ß", "ﬁ", "İ", "ı", "ǅ", "K", "Ω",
    "x\u{301}", "\u{200b}", "\u{202e}x", "😀", "", "~", "null", "true", "no", "<<", "&a", "*a", "!a", "%", "'", "\"",
    "`", "\\", "\\n", "\n", "\r", "\t", "\0", "\u{85}", "aB", "AB", "ABc", "a_b", "a__b", "aBC1d", "ID", "IDs",
    "HTTPServer", "v1_2", "r#type", "fn()", "{}", "{0}", "\"#", "*/", "//",
];

/// Names of files and folders, most of which Rust, cargo or the crate already has a use for.
#[rustfmt::skip]
pub const FILES: &[&str] = &[
    "type", "self", "super", "crate", "async", "gen", "try", "dyn", "union", "r", "mod", "lib", "main", "build",
    "test", "tests", "core", "std", "alloc", "proc_macro", "runtime", "guide", "client", "server", "auth", "send",
    "option", "result", "string", "vec", "default", "clone", "error", "reqwest", "ureq", "time", "tracing",
    "conformance", "http", "a", "a1", "a_1", "a1_b2", "n99", "cloud", "types", "values", "responses",
    "message_clients", "as_str", "u8", "bool", "example", "examples", "samples",
];

/// Names of files and folders that are refused.
pub const BAD_FILES: &[&str] =
    &["Type", "a-b", "1a", "_a", "a_", "a__b", "é", "a b", "A", "api.v2", "nul:", "\u{202e}a"];

/// Pieces of texts that mean something to Rust, Markdown, HTML, YAML, JSON, a terminal or a reader.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "*/", "/*", "//", "///", "//!", "\"#", "\"", "'", "`", "```", "~~~", "\\", "\\\\", "\\n", "\\u{0}", "\n",
    "\n\n", "\r", "\r\n", "\t", "<script>", "</code>", "<b>", "<!--", "&lt;", "&", "[x](y)", "[x]", "[`Vec`]",
    "[Self::new]", "[x]: y", "![x](y)", "<T>", "http://x.example", "{", "}", "{}", "{{}}", "{0}", "{:?}", "%s",
    "$x", "#[test]", "#![x]", "#", "# Title", "* item", "- item", "1. item", "> quote", "---", "===", "    code",
    "|", "||", "| a | b |", "^", "_a_", "__b__", "*a*", "**b**", ": ", " #", "?", "!", "@", "%", "&a", "*a", "\0",
    "\u{7}", "\u{1b}[31m", "\u{85}", "\u{2028}", "\u{202e}", "\u{2066}", "\u{feff}", "\u{200b}", "\u{ad}", "é",
    "e\u{301}", "日本語", "😀", "👩‍👩‍👧", "\u{10ffff}", "\u{e000}", " ", "  ", "word", "Word", "a long word", "r#\"x\"#",
    "b'x'", "include!(x)", "concat!()", "\u{1f1e9}", "ǅ", "ı", "0", "1e9", "true", "null", "no", "~", "=", "<<",
];

#[rustfmt::skip]
const NUMBERS: &[&str] = &[
    "0", "-0", "1", "-1", "2", "3", "7", "0.1", "-0.5", "0.30", "1.0", "10", "100", "255", "256", "65536",
    "2147483647", "2147483648", "4294967295", "4294967296", "9007199254740993", "9223372036854775807",
    "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615",
    "18446744073709551616", "340282366920938463463374607431768211456", "1e2", "1E+2", "1e-2", "1e308", "1e309",
    "1e400", "-1e400", "1e-400", "5e-324", "1e999999999", "1e99999999999999999999", "3.0000000000000000000001",
    "0.1e1", "00", "01", ".5", "1.", "+1", "0x1F", "0o7", "1_000", ".inf", ".nan", "NaN", "1:30", "1e", "--1",
];

fn one<'l>(rng: &mut Rng, list: &[&'l str]) -> &'l str {
    list[rng.usize(..list.len())]
}

pub fn name(rng: &mut Rng) -> String {
    match rng.u8(..10) {
        0 => text(rng),
        1 => format!("{}{}", one(rng, NAMES), one(rng, NAMES)),
        2 => format!("{}_{}", one(rng, NAMES), rng.u8(..)),
        _ => one(rng, NAMES).to_owned(),
    }
}

pub fn file(rng: &mut Rng) -> String {
    one(rng, FILES).to_owned()
}

pub fn bad_file(rng: &mut Rng) -> String {
    one(rng, BAD_FILES).to_owned()
}

pub fn text(rng: &mut Rng) -> String {
    let count = rng.usize(1..8);
    let glue = one(rng, &["", " ", "\n", "  \n", ". "]);
    (0..count).map(|_| one(rng, PIECES)).collect::<Vec<_>>().join(glue)
}

/// A text that is longer than a line, a screen or a limit.
pub fn long_text(rng: &mut Rng) -> String {
    let piece = match rng.u8(..3) {
        0 => "a".to_owned(),
        1 => "word ".to_owned(),
        _ => text(rng),
    };
    let most = if rng.u8(..8) == 0 { 200_000 } else { 5_000 };
    piece.repeat(rng.usize(..most) / piece.len().max(1))
}

pub fn number(rng: &mut Rng) -> String {
    match rng.u8(..8) {
        0 => rng.i64(..).to_string(),
        1 => format!("{}.{}", rng.i16(..), rng.u16(..)),
        2 => format!("{}e{}", rng.i8(..), rng.i16(..)),
        3 if rng.u8(..8) == 0 => "9".repeat(rng.usize(1..3000)),
        _ => one(rng, NUMBERS).to_owned(),
    }
}

/// A built-in type, or a list of it.
pub fn built_in(rng: &mut Rng) -> String {
    let name = BuiltIn::ALL[rng.usize(..BuiltIn::ALL.len())].as_str();
    let lists = if rng.u8(..3) == 0 { rng.usize(1..4) } else { 0 };
    format!("{name}{}", "[]".repeat(lists))
}

/// What is no built-in type, or none yet.
pub fn no_type(rng: &mut Rng) -> String {
    let lists = match rng.u8(..8) {
        0 => rng.usize(60..70),
        1 => 1,
        _ => 0,
    };
    let name = match rng.u8(..4) {
        0 => name(rng),
        1 => one(rng, &["decimal", "none", "file", "bytes", "ipv4", "duration", "json-text"]).to_owned(),
        _ => one(
            rng,
            &["", "[]", "String", "Missing", "string []", "string[", "null", "int", "array", "[string]", "<T>"],
        )
        .to_owned(),
    };
    format!("{name}{}", "[]".repeat(lists))
}
