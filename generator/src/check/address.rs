//! Addresses: of servers, with their variables, and of pages.

use super::kind::Kind;
use super::variables::{self, Variables};
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::{Api, Page, Scope, Server};

/// Judges the servers of an API.
pub(super) fn servers(api: &Api, found: &mut Diagnostics) {
    for server in &api.servers {
        if let Some((what, help)) = no_address(&server.url.value) {
            let title = format!("`{}` is no address of a server: {what}", server.url.value);
            found.push(Diagnostic::new(Id::BadUrl, title).at(server.url.place, "").help(help));
        }
        let variables = Variables {
            what: "address",
            key: "variables",
            missing: Id::MissingVariable,
            unused: Id::UnusedVariable,
            place: server.url.place,
            text: &server.url.value,
            named: named(&server.url.value),
            described: &server.variables,
        };
        variables::judge(&variables, found);
        no_text(api, server, found);
    }
}

/// Each variable is a text.
fn no_text(api: &Api, server: &Server, found: &mut Diagnostics) {
    let scope = Scope { api, endpoint: None };
    for variable in &server.variables {
        let kind = Kind::of(scope.resolve(&variable.shape.value));
        if kind != Kind::Text {
            let title = format!(
                "the variable `{}` of a server is {}, and stands in an address as text",
                variable.name,
                kind.one()
            );
            found.push(
                Diagnostic::new(Id::WrongKind, title).at(variable.shape.place, "").help("give it the type `string`"),
            );
        }
    }
}

/// Judges a page.
pub(super) fn page(page: &Page, found: &mut Diagnostics) {
    let address = &page.address.text;
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    if !rest.is_some_and(|rest| rest.starts_with(|first: char| first.is_alphanumeric() || first == '['))
        || address.contains(|char: char| char.is_whitespace() || char.is_control())
    {
        found.push(
            Diagnostic::new(Id::BadUrl, format!("`{address}` is no address of a page"))
                .at(page.address.place, "")
                .help("write it as a browser shows it, from `https://` on"),
        );
    }
    let Some(sha256) = &page.sha256 else { return };
    if sha256.text.len() != 64 || !sha256.text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
        found.push(
            Diagnostic::new(Id::BadFingerprint, format!("`{sha256}` is no fingerprint"))
                .at(sha256.place, "")
                .help("it is the SHA-256 of the page's visible text, as 64 small hexadecimal digits; without one leave the key out"),
        );
    }
}

/// The variables of an address.
fn named(url: &str) -> Vec<&str> {
    url.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// What is wrong with the address of a server.
fn no_address(url: &str) -> Option<(String, &'static str)> {
    let absolute = "write it from `https://` on, with the path that all endpoints share";
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        return Some(("it is no absolute http or https one".to_owned(), absolute));
    };
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port),
        _ => (authority, "0"),
    };
    if url.ends_with('/') {
        Some(("it ends with `/`".to_owned(), "paths are appended to it: leave the last `/` out"))
    } else if authority.contains('@') {
        Some(("it has a user".to_owned(), "credentials stand under `auth`"))
    } else if url.contains(['?', '#']) {
        Some(("it has a query or a fragment".to_owned(), "leave them out: paths are appended to it"))
    } else if port.parse::<u16>().is_err() {
        Some((format!("`{port}` is no port"), absolute))
    } else if !is_host(host) {
        Some((format!("`{host}` is no host"), "each label of a host is a name, or a variable such as `{account}`"))
    } else {
        let wrong = path.split('/').filter(|_| !path.is_empty()).find(|segment| !is_segment(segment))?;
        Some((format!("`{wrong}` is no segment of a path"), "a segment is text, or a variable such as `{account}`"))
    }
}

fn is_variable(text: &str) -> bool {
    let name = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    name.is_some_and(|name| !name.is_empty() && !name.contains(['{', '}']))
}

/// Names or variables with dots between, or an address in brackets.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        let inner = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        !label.is_empty() && label.bytes().all(inner) && !label.starts_with('-') && !label.ends_with('-')
    };
    let in_brackets = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    match in_brackets {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => host.split('.').all(|label| is_label(label) || is_variable(label)),
    }
}

fn is_segment(text: &str) -> bool {
    let is_pchar = |char: char| char.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@%".contains(char);
    is_variable(text) || (!matches!(text, "" | "." | "..") && text.chars().all(is_pchar))
}
