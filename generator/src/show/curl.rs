//! A request as a command of curl, for a POSIX shell.

use super::{Content, Proof, Request};

/// The command, an option on each line. Secrets are variables of the shell that begin with a name, such as
/// `$PLAND_KEY`.
#[must_use]
pub fn curl(request: &Request, variables: &str) -> String {
    let mut options = Vec::new();
    let variable = |name: &str| format!("${variables}_{}", name.to_ascii_uppercase());
    let plain = request.target(str::to_owned, |_| String::new());
    let address = format!("{}{plain}", request.origin);
    if address.contains(['[', ']', '{', '}']) {
        options.push("--globoff".to_owned());
    }
    match request.method.as_str() {
        "GET" if request.content == Content::None => {}
        "HEAD" => options.push("--head".to_owned()),
        method => options.push(format!("--request {}", quoted(method))),
    }
    let is_secret = |proof: &Proof| matches!(proof, Proof::Query { .. });
    options.push(if request.proofs.iter().any(is_secret) {
        format!("\"{}{}\"", escaped(&request.origin), request.target(escaped, variable))
    } else {
        quoted(&address)
    });
    let headers = request.headers.iter().filter(|(name, _)| is_left_to_us(name, &request.content));
    options.extend(headers.map(|(name, value)| {
        let line = if value.is_empty() { format!("{name};") } else { format!("{name}: {value}") };
        format!("--header {}", quoted(&line))
    }));
    options.extend(request.proofs.iter().filter_map(|proof| match proof {
        Proof::Header { name, prefix, secret } => {
            Some(format!("--header \"{}{}\"", escaped(&format!("{name}: {prefix}")), variable(secret)))
        }
        Proof::Basic { user, password } => Some(format!("--user \"{}:{}\"", variable(user), variable(password))),
        Proof::Query { .. } => None,
    }));
    match &request.content {
        Content::None => {}
        Content::Text(text) => options.push(format!("--data-raw {}", quoted(text))),
        Content::Parts(parts) => {
            options.extend(
                parts.iter().map(|(name, text)| format!("--form-string {}", quoted(&format!("{name}={text}")))),
            );
        }
    }
    format!("curl {}\n", options.join(" \\\n  "))
}

/// Whether curl does not write a header by itself: it counts bytes, and makes up the boundary of a form.
fn is_left_to_us(name: &str, content: &Content) -> bool {
    match name {
        "content-length" => false,
        "content-type" => !matches!(content, Content::Parts(_)),
        _ => true,
    }
}

/// A text as one word, whatever it holds.
fn quoted(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:@%+=,".contains(&byte);
    if !text.is_empty() && text.bytes().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// A text between double quotes.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for char in text.chars() {
        if matches!(char, '"' | '\\' | '$' | '`') {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}
