//! Texts of samples: what their names and values suggest.

use crate::runtime::percent::{decode_segment, encode_segment};

/// The words of a name, in lower case.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut last_was_lower = false;
    for char in name.chars() {
        if !char.is_ascii_alphanumeric() || (char.is_ascii_uppercase() && last_was_lower) {
            words.push(String::new());
        }
        last_was_lower = char.is_ascii_lowercase() || char.is_ascii_digit();
        if let Some(word) = words.last_mut().filter(|_| char.is_ascii_alphanumeric()) {
            word.push(char.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A name of the language: words joined by `_`, with a letter first.
pub(super) fn snake(name: &str) -> String {
    let words = words(name);
    let from = words.iter().position(|word| word.starts_with(|first: char| first.is_ascii_lowercase()));
    from.map_or_else(String::new, |from| words[from..].join("_"))
}

/// One of many.
pub(super) fn singular(word: &str) -> String {
    let without = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.len() > 1);
    if let Some(stem) = without("ies") {
        return format!("{stem}y");
    }
    if let Some(stem) = ["sses", "xes", "ches", "shes"].iter().find_map(|ending| without(ending)) {
        return word[..stem.len()].to_owned() + word[stem.len()..].strip_suffix("es").unwrap_or_default();
    }
    if ["ss", "us", "is"].iter().any(|ending| word.ends_with(ending)) {
        return word.to_owned();
    }
    without("s").unwrap_or(word).to_owned()
}

/// A text as one part of a query.
pub(super) fn percent_encoded(text: &str) -> String {
    let mut encoded = String::new();
    encode_segment(text, &mut encoded);
    encoded
}

/// The names and values of a query or a form.
pub(super) fn pairs(text: &str) -> Vec<(String, String)> {
    let decoded = |text: &str| decode_segment(&text.replace('+', " "));
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decoded(name), decoded(value))
    };
    text.split('&').filter(|part| !part.is_empty()).map(pair).collect()
}

/// The name of a placeholder such as `{id}`, `:id`, `<id>`, `$ID` or `YOUR_ID`; empty where it has none.
pub(super) fn placeholder(text: &str) -> Option<String> {
    let within = |open: &str, close: &str| text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    let marked = within("{{", "}}")
        .or_else(|| within("${", "}"))
        .or_else(|| within("{", "}"))
        .or_else(|| within("<", ">"))
        .or_else(|| within("[", "]"))
        .or_else(|| text.strip_prefix(':').filter(|rest| rest.starts_with(|first: char| first.is_ascii_alphabetic())))
        .or_else(|| text.strip_prefix('$'));
    if let Some(name) = marked.map(str::trim).filter(|name| !name.contains(['{', '}', '<', '>', '$'])) {
        let is_spelled = name.starts_with(|first: char| first.is_ascii_alphabetic())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            && name.bytes().any(|byte| byte.is_ascii_lowercase());
        return Some(if is_spelled { name.to_owned() } else { without_whose(&snake(name)) });
    }
    if marked.is_some() {
        return Some(String::new());
    }
    let lower = text.to_ascii_lowercase();
    let is_capitals = text.contains('_')
        && text.starts_with(|first: char| first.is_ascii_uppercase())
        && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
    let is_yours = lower.strip_prefix("your").is_some_and(|rest| !rest.is_empty() && rest.len() == lower.len() - 4)
        && lower.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    let is_crossed_out = text.len() > 2 && lower.bytes().all(|byte| byte == b'x');
    (is_capitals || is_yours || is_crossed_out)
        .then(|| if is_crossed_out { String::new() } else { without_whose(&snake(text)) })
}

fn without_whose(name: &str) -> String {
    let name = ["your_", "the_", "my_", "your"].iter().find_map(|whose| name.strip_prefix(whose)).unwrap_or(name);
    if name.starts_with(|first: char| first.is_ascii_lowercase()) { name.to_owned() } else { String::new() }
}

/// Whether a text is a UUID.
pub(super) fn is_uuid(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    parts.len() == 5
        && parts
            .iter()
            .zip([8, 4, 4, 4, 12])
            .all(|(part, length)| part.len() == length && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Whether a text is the number of something, in hexadecimal digits.
pub(super) fn is_hexadecimal(text: &str) -> bool {
    text.len() >= 12
        && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        && text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a text is made by chance rather than by people: an identifier, or a secret.
pub(super) fn is_opaque(text: &str) -> bool {
    let has = |is: fn(&u8) -> bool| text.as_bytes().iter().any(is);
    text.len() >= 10
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_uppercase)
        && has(u8::is_ascii_lowercase)
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-:.~=".contains(&byte))
}

/// Whether a text is a secret by its form alone: a token of a known kind, or a long one that nobody reads.
pub(super) fn is_secret_value(text: &str) -> bool {
    const BEGINNINGS: &[&str] =
        &["Basic ", "Bearer ", "ghp_", "github_pat_", "sk_live_", "sk_test_", "xoxb-", "xoxp-", "-----BEGIN "];
    let is_signed = text.starts_with("eyJ") && text.matches('.').count() == 2;
    let is_long = text.len() >= 64 && is_opaque(&text.replace(['+', '/'], "_"));
    BEGINNINGS.iter().any(|beginning| text.starts_with(beginning)) || is_signed || is_long
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_words() {
        for (name, expected) in
            [("X-Api-Key", "x_api_key"), ("chatSessionId", "chat_session_id"), ("99 Days", "days"), ("", "")]
        {
            assert_eq!(snake(name), expected);
        }
        for (word, expected) in
            [("users", "user"), ("companies", "company"), ("boxes", "box"), ("status", "status"), ("s", "s")]
        {
            assert_eq!(singular(word), expected);
        }
    }

    #[test]
    fn placeholders_of_pages_are_known() {
        for (text, name) in [
            ("{chatId}", Some("chatId")),
            ("{{base_url}}", Some("base_url")),
            (":id", Some("id")),
            ("<user id>", Some("user_id")),
            ("$ROOM_ID", Some("room_id")),
            ("${X}", Some("x")),
            ("YOUR_ID", Some("id")),
            ("your-domain", Some("domain")),
            ("yourcompany", Some("company")),
            ("xxxx", Some("")),
            ("$(whoami)", Some("whoami")),
            ("users", None),
            ("API", None),
            ("{a}{b}", Some("")),
        ] {
            assert_eq!(placeholder(text).as_deref(), name, "{text}");
        }
    }
}
