//! URIs by the grammar of RFC 3986, by hand: parsers of URLs mend what they read.

use std::net::Ipv6Addr;

/// A URI with its scheme (RFC 3986, 3); a relative reference is none.
#[must_use]
pub fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
        None => ("", rest),
    };
    is_scheme(scheme)
        && is_authority(authority)
        && holds(path, |byte| is_path(byte) || byte == b'/')
        && [query, fragment].iter().all(|part| holds(part, |byte| is_path(byte) || matches!(byte, b'/' | b'?')))
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

fn is_authority(text: &str) -> bool {
    let (user, address) = text.rsplit_once('@').unwrap_or(("", text));
    let (host, port) = if let Some(rest) = address.strip_prefix('[') {
        let Some((literal, port)) = rest.split_once(']') else { return false };
        (is_literal(literal), port)
    } else {
        let (name, port) = address.split_at(address.find(':').unwrap_or(address.len()));
        (holds(name, is_name), port)
    };
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    host && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port))
        && holds(user, |byte| is_name(byte) || byte == b':')
}

/// An address of IPv6, or of a version to come.
fn is_literal(text: &str) -> bool {
    let Some(future) = text.strip_prefix(['v', 'V']) else { return text.parse::<Ipv6Addr>().is_ok() };
    let Some((version, address)) = future.split_once('.') else { return false };
    let is_address = |byte| byte != b'%' && (is_name(byte) || byte == b':');
    !version.is_empty()
        && version.bytes().all(|byte| byte.is_ascii_hexdigit())
        && !address.is_empty()
        && address.bytes().all(is_address)
}

/// Whether a part has such characters alone; behind each `%` stand two hexadecimal digits.
fn holds(part: &str, admits: impl Fn(u8) -> bool) -> bool {
    let is_escape = |rest: &str| rest.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    part.bytes().all(admits) && part.split('%').skip(1).all(is_escape)
}

/// What stands in a segment of a path.
const fn is_path(byte: u8) -> bool {
    is_name(byte) || matches!(byte, b':' | b'@')
}

/// What stands in the name of a host: unreserved characters, delimiters of parts, and escapes.
const fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'-' | b'.'
                | b'_'
                | b'~'
                | b'!'
                | b'$'
                | b'&'
                | b'\''
                | b'('
                | b')'
                | b'*'
                | b'+'
                | b','
                | b';'
                | b'='
                | b'%'
        )
}
