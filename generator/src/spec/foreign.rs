//! What other notations call the same: `OpenAPI`, JSON Schema, programming languages, the tables of pages.

use super::scope::Scope;
use super::table::{Key, Stage};
use super::type_expression::{BuiltIn, TypeExpression};

/// What stands for a word of another notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ours<T> {
    /// This, in its place.
    Is(T),
    /// What it says is said otherwise.
    Said(&'static str),
}

use Ours::{Is, Said};

/// Keys, without case and separators; of several, the first that may stand where the other one does.
const KEYS: &[(&str, &[Ours<Key>])] = &[
    ("additionalproperties", &[Said("`open` says whether other fields may come, `values` what they hold")]),
    ("allof", &[Said("a named type takes the place of a composition; `type` names it")]),
    ("allowed", &[Is(Key::Enum)]),
    ("allowedvalues", &[Is(Key::Enum)]),
    ("anyof", &[Is(Key::OneOf)]),
    ("authentication", &[Is(Key::Auth)]),
    ("authorization", &[Is(Key::Auth)]),
    ("baseurl", &[Is(Key::Url), Said("`servers` of api.yaml hold addresses, each under `url`")]),
    ("because", &[Is(Key::Why)]),
    ("choices", &[Is(Key::Enum)]),
    ("comment", &[Is(Key::Doc)]),
    ("components", &[Is(Key::Types)]),
    ("contenttype", &[Is(Key::MediaType), Said("`media_type` of the body holds it")]),
    ("defaultvalue", &[Is(Key::Default)]),
    ("definitions", &[Is(Key::Types)]),
    ("desc", &[Is(Key::Doc)]),
    ("description", &[Is(Key::Doc)]),
    ("docs", &[Is(Key::Doc)]),
    ("documentation", &[Is(Key::Doc), Is(Key::Page)]),
    ("endpoint", &[Is(Key::Path), Is(Key::Url)]),
    ("example", &[Said("samples stand under `examples` of the endpoint, as the page has them")]),
    ("format", &[Said("formats are types: write `type: date-time`")]),
    ("header", &[Is(Key::Headers)]),
    ("httpmethod", &[Is(Key::Method)]),
    (
        "in",
        &[Said(
            "remove it: `path_parameters`, `query_parameters` and `headers` say it; of a credential, `header` or `query`",
        )],
    ),
    ("items", &[Said("a list is written with `[]` behind the type of its items: `type: string[]`")]),
    ("length", &[Said("`min_length` and `max_length` say it, each with a number")]),
    ("link", &[Is(Key::Address)]),
    ("mandatory", &[Is(Key::Required)]),
    ("max", &[Is(Key::Maximum)]),
    ("maxlen", &[Is(Key::MaxLength)]),
    ("maxsize", &[Is(Key::MaxLength)]),
    ("maxvalue", &[Is(Key::Maximum)]),
    ("mimetype", &[Is(Key::MediaType)]),
    ("min", &[Is(Key::Minimum)]),
    ("minlen", &[Is(Key::MinLength)]),
    ("minsize", &[Is(Key::MinLength)]),
    ("minvalue", &[Is(Key::Minimum)]),
    ("models", &[Is(Key::Types)]),
    ("name", &[Said("the key above is the name; `documented_as` of an endpoint is the page's name of it")]),
    ("note", &[Is(Key::Doc)]),
    ("notes", &[Is(Key::Doc)]),
    ("null", &[Is(Key::Nullable)]),
    ("operationid", &[Said("the file's name is the endpoint's; `documented_as` is the page's")]),
    ("options", &[Is(Key::Enum)]),
    ("parameters", &[Said("`path_parameters`, `query_parameters` and `headers` hold them, each by its name")]),
    ("params", &[Said("`path_parameters`, `query_parameters` and `headers` hold them, each by its name")]),
    ("payload", &[Is(Key::Body)]),
    ("possiblevalues", &[Is(Key::Enum)]),
    ("properties", &[Is(Key::Fields)]),
    ("query", &[Is(Key::QueryParameters)]),
    ("queryparams", &[Is(Key::QueryParameters)]),
    ("range", &[Said("`minimum` and `maximum` say it, each with a number")]),
    ("readonly", &[Is(Key::ServerOwned)]),
    ("reason", &[Is(Key::Why)]),
    ("ref", &[Is(Key::Type)]),
    ("regex", &[Is(Key::Pattern)]),
    ("regexp", &[Is(Key::Pattern)]),
    ("request", &[Is(Key::Body)]),
    ("requestbody", &[Is(Key::Body)]),
    ("response", &[Is(Key::Responses)]),
    ("returns", &[Is(Key::Responses)]),
    ("route", &[Is(Key::Path)]),
    ("schema", &[Said("its keys stand here themselves, without a key around them")]),
    ("schemas", &[Is(Key::Types)]),
    ("security", &[Is(Key::Auth)]),
    ("summary", &[Is(Key::Doc)]),
    ("title", &[Is(Key::DocumentedAs), Is(Key::Doc)]),
    ("uri", &[Is(Key::Path), Is(Key::Url), Is(Key::Address)]),
    ("url", &[Is(Key::Path), Is(Key::Address)]),
    ("verb", &[Is(Key::Method)]),
];

/// Types, without case and separators.
const TYPES: &[(&str, Ours<BuiltIn>)] = &[
    ("array", Said("a list is written with `[]` behind the type of its items: `string[]`")),
    ("bigint", Is(BuiltIn::Int64)),
    ("binary", Said("files are not read by this version: leave it out, and say it in words under `doc`")),
    ("blob", Said("files are not read by this version: leave it out, and say it in words under `doc`")),
    ("bool", Is(BuiltIn::Boolean)),
    ("byte", Said("files are not read by this version: leave it out, and say it in words under `doc`")),
    ("char", Is(BuiltIn::String)),
    ("dict", Is(BuiltIn::Object)),
    ("dictionary", Is(BuiltIn::Object)),
    ("enum", Said("write `type: string`, and the values under `enum`")),
    ("float32", Is(BuiltIn::Float)),
    ("float64", Is(BuiltIn::Double)),
    ("guid", Is(BuiltIn::Uuid)),
    ("hash", Is(BuiltIn::Object)),
    ("hashmap", Is(BuiltIn::Object)),
    ("id", Is(BuiltIn::String)),
    ("int", Is(BuiltIn::Integer)),
    ("json", Is(BuiltIn::Object)),
    ("list", Said("a list is written with `[]` behind the type of its items: `string[]`")),
    ("long", Is(BuiltIn::Int64)),
    ("map", Is(BuiltIn::Object)),
    ("mixed", Is(BuiltIn::Any)),
    ("null", Said("`nullable: true` says that it may be null")),
    ("numeric", Is(BuiltIn::Number)),
    ("phone", Is(BuiltIn::String)),
    ("real", Is(BuiltIn::Double)),
    ("short", Is(BuiltIn::Int32)),
    ("str", Is(BuiltIn::String)),
    ("strings", Said("a list is written with `[]` behind the type of its items: `string[]`")),
    ("struct", Is(BuiltIn::Object)),
    ("text", Is(BuiltIn::String)),
    ("timestamp", Said("`epoch-seconds` is a number of seconds, `date-time` a text by RFC 3339")),
    ("uint", Is(BuiltIn::Uint32)),
    ("unsigned", Is(BuiltIn::Uint32)),
    ("url", Is(BuiltIn::Uri)),
    ("varchar", Is(BuiltIn::String)),
];

/// What stands in a place for a key of another notation.
pub(super) fn key(name: &str, scope: Scope) -> Option<Ours<Key>> {
    let folded = fold(name);
    let (_, ours) = KEYS.iter().find(|(other, _)| *other == folded)?;
    let usable = |ours: &Ours<Key>| match ours {
        Is(key) => key.as_str() != name && scope.site(key.row()).is_some_and(|site| site.stage == Stage::Now),
        Said(_) => true,
    };
    ours.iter().copied().find(usable)
}

/// What stands for a type of another notation, or for a built-in that is spelled otherwise.
pub(super) fn of_type(name: &str) -> Option<Ours<BuiltIn>> {
    let folded = fold(name);
    let spelled = BuiltIn::ALL.iter().find(|built_in| fold(built_in.as_str()) == folded);
    spelled
        .map(|built_in| Is(*built_in))
        .or_else(|| TYPES.iter().find(|(other, _)| *other == folded).map(|(_, ours)| *ours))
}

/// The type that a named type most likely is where there is none of its name.
#[must_use]
pub fn built_in(name: &str) -> Option<BuiltIn> {
    match of_type(name)? {
        Is(built_in) => Some(built_in),
        Said(_) => None,
    }
}

/// A type of another notation in the words of the language: `string | null`, `string?`, `[]string`, `List<string>`,
/// `string(80)`.
pub(super) fn expression(text: &str) -> Option<String> {
    let inside = |open, close| {
        let (before, item) = text.strip_suffix(close)?.split_once(open)?;
        (before.is_empty() || before.chars().all(char::is_alphabetic)).then_some(item)
    };
    let words = || {
        let (list, item) = text.split_once(" of ")?;
        matches!(fold(list).as_str(), "array" | "list" | "anarray" | "alist")
            .then(|| item.strip_suffix('s').unwrap_or(item))
    };
    let item = text.strip_prefix("[]").or_else(|| inside('<', '>')).or_else(|| inside('[', ']')).or_else(words);
    let spaced = || text.strip_suffix("[]").filter(|item| item.ends_with(' '));
    if let Some(item) = item.or_else(spaced).map(str::trim).and_then(ours) {
        return Some(format!("a list has `[]` behind the type of its items: write `{item}[]`"));
    }
    if let Some(of) = text.strip_suffix('?') {
        return Some(format!(
            "what may be null has `nullable: true` beside `type: {of}`; what may be absent is not `required`"
        ));
    }
    let (nulls, others): (Vec<&str>, Vec<&str>) = text.split('|').map(str::trim).partition(|of| *of == "null");
    match (nulls.as_slice(), others.as_slice()) {
        (_, [of]) if !nulls.is_empty() => {
            let of = ours(of).unwrap_or_else(|| (*of).to_owned());
            Some(format!("null is said by a key of its own: write `type: {of}`, and `nullable: true` beside it"))
        }
        (_, [_, _, ..]) => {
            Some("one type stands here; `one_of` lists several, told apart by the field `tag`".to_owned())
        }
        _ => beside(text),
    }
}

/// A type with something more behind it.
fn beside(text: &str) -> Option<String> {
    let end = text.find(|char: char| !char.is_ascii_alphanumeric() && char != '-')?;
    let of = ours(&text[..end])?;
    let count = text[end..].strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    Some(match count.filter(|count| count.bytes().all(|byte| byte.is_ascii_digit())) {
        Some(count) => format!("write `type: {of}`, and `max_length: {count}` beside it"),
        None => {
            format!("write `type: {of}` alone; `required`, `max_length` and the like are keys of their own beside it")
        }
    })
}

/// A type expression as the language spells it.
fn ours(text: &str) -> Option<String> {
    match TypeExpression::parse(text) {
        Ok(expression) => Some(expression.to_string()),
        Err(_) => built_in(text).map(|built_in| built_in.as_str().to_owned()),
    }
}

fn fold(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|char| char.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::table::At;

    #[test]
    fn each_word_is_found_as_it_is_written_elsewhere() {
        for table in
            [KEYS.iter().map(|(name, _)| *name).collect::<Vec<_>>(), TYPES.iter().map(|(name, _)| *name).collect()]
        {
            assert!(table.is_sorted(), "{table:?}");
            assert!(table.iter().all(|name| fold(name) == *name), "{table:?}");
        }
    }

    #[test]
    fn a_key_of_another_notation_is_one_that_may_stand_there() {
        for (name, at, ours) in [
            ("description", At::Entry, Some(Is(Key::Doc))),
            ("requestBody", At::Endpoint, Some(Is(Key::Body))),
            ("url", At::Endpoint, Some(Is(Key::Path))),
            ("url", At::Page, Some(Is(Key::Address))),
            ("title", At::Endpoint, Some(Is(Key::DocumentedAs))),
            ("description", At::SampleRequest, None),
            ("colour", At::Entry, None),
        ] {
            assert_eq!(key(name, Scope::of(at)), ours, "{name}");
        }
    }

    #[test]
    fn a_type_of_another_notation_is_said_in_our_words() {
        for (text, ours) in [
            ("string | null", "write `type: string`, and `nullable: true`"),
            ("int | null", "write `type: integer`, and `nullable: true`"),
            ("string?", "`nullable: true` beside `type: string`"),
            ("[]string", "write `string[]`"),
            ("List<int>", "write `integer[]`"),
            ("array of strings", "write `string[]`"),
            ("varchar(80)", "write `type: string`, and `max_length: 80`"),
            ("string, required", "write `type: string` alone"),
            ("string | number", "`one_of`"),
        ] {
            assert!(expression(text).is_some_and(|said| said.contains(ours)), "{text}: {:?}", expression(text));
        }
        assert_eq!(expression("!"), None);
        assert_eq!(
            (built_in("DateTime"), built_in("guid"), built_in("Money")),
            (Some(BuiltIn::DateTime), Some(BuiltIn::Uuid), None)
        );
    }
}
