//! A path as it was meant: without what belongs elsewhere, each variable in braces.

use crate::model::{Api, Entry};

/// A path as it was meant, as far as that can be told.
pub(super) fn path(text: &str, api: &Api, described: &[Entry]) -> String {
    let text = without_method(text.trim());
    let below = api.servers.iter().find_map(|server| text.strip_prefix(server.url.value.as_str()));
    let text = below.or_else(|| without_origin(text)).unwrap_or(text);
    let begins_another =
        |(at, char): (usize, char)| (char == '?' || char == '#' && !text[at..].starts_with("#{")).then_some(at);
    let text = &text[..text.char_indices().find_map(begins_another).unwrap_or(text.len())];
    let is_described = |of: &str| described.iter().any(|entry| entry.name == of);
    let segment =
        |segment: &str| match (variable(segment), segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'))) {
            (Some(name), _) => format!("{{{name}}}"),
            (None, Some(inner)) if inner != name(inner) && is_described(name(inner)) => format!("{{{}}}", name(inner)),
            _ => segment.to_owned(),
        };
    let segments: Vec<String> = text.trim_start_matches('/').split('/').map(segment).collect();
    format!("/{}", segments.join("/"))
}

fn without_method(text: &str) -> &str {
    match text.split_once(' ') {
        Some((method, rest)) if method.bytes().all(|byte| byte.is_ascii_uppercase()) => rest.trim_start(),
        _ => text,
    }
}

fn without_origin(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("://")?;
    Some(rest.find('/').map_or("", |path| &rest[path..]))
}

/// The variable that a segment is in another notation: `:id`, `<id>`, `<int:id>`, `[id]`, `{{id}}`, `${id}`, `$id`, `{id`.
pub(super) fn variable(segment: &str) -> Option<&str> {
    let enclosed = |open: &str, close: &str| segment.strip_prefix(open)?.strip_suffix(close);
    let bare = |open: char| segment.strip_prefix(open);
    let open =
        || segment.strip_prefix('{').or_else(|| segment.strip_suffix('}')).filter(|inner| !inner.contains(['{', '}']));
    let typed = || enclosed("<", ">").map(|inner| inner.rsplit(':').next().unwrap_or(inner));
    let inner = enclosed("{{", "}}")
        .or_else(|| enclosed("${", "}"))
        .or_else(|| enclosed("#{", "}"))
        .or_else(typed)
        .or_else(|| enclosed("[", "]"))
        .or_else(|| bare(':'))
        .or_else(|| bare('$'))
        .or_else(|| open().filter(|_| !(segment.starts_with('{') && segment.ends_with('}'))))?;
    Some(inner.trim()).filter(|name| is_name(name))
}

/// The name in braces that hold more than it: ` id `, `id:int`.
pub(super) fn name(inner: &str) -> &str {
    let name = inner.split(':').next().unwrap_or(inner).trim();
    if is_name(name) { name } else { inner }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_alphabetic() || first == '_')
        && text.chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '-' | '.'))
}
