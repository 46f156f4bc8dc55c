//! The address of a request: server, path with its variables, query.

use super::infer::Shape;
use super::json::Json;
use super::text::{is_hexadecimal, is_opaque, is_uuid, pairs, percent_encoded, placeholder, singular, snake};
use crate::runtime::percent::decode_segment;

/// An address, taken apart.
#[derive(Debug, Default)]
pub(super) struct Address {
    /// The server; `None` where the sample leaves it to the reader, or writes none that could be.
    pub server: Option<Server>,
    /// The segments of the path.
    pub segments: Vec<Segment>,
    /// The parameters of the query.
    pub query: Vec<(String, String)>,
    /// Whether a user stands before the host.
    pub has_user: bool,
    /// What was changed, for people.
    pub remarks: Vec<String>,
}

/// A server.
#[derive(Debug)]
pub(super) struct Server {
    /// Its address, without a path.
    pub url: String,
    /// The variables of the address.
    pub variables: Vec<String>,
    /// Whether it is the machine of whoever calls.
    pub is_local: bool,
}

/// A segment of a path.
#[derive(Clone, Debug)]
pub(super) enum Segment {
    Literal(String),
    Variable(Variable),
}

/// A variable of a path.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    pub name: String,
    pub shape: Shape,
    /// The value of the sample, if it can be no secret.
    pub sample: Option<Json>,
}

impl Address {
    /// Takes an address apart; `None` where it is none of HTTP.
    pub(super) fn parse(url: &str) -> Option<Self> {
        let mut address = Self::default();
        let url = url.trim();
        let (authority, rest) = match url.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http") => {
                let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
                address.server = address.server(&scheme.to_ascii_lowercase(), &rest[..end]);
                (Some(end), rest)
            }
            Some((scheme, _)) if scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()) => return None,
            _ if url.starts_with(['/', '?']) => (None, url),
            _ => {
                let end = url.find(['/', '?', '#']).unwrap_or(url.len());
                if placeholder(&url[..end]).is_none() {
                    address.remarks.push("the address names no scheme: `https` was written".to_owned());
                    address.server = address.server("https", &url[..end]);
                }
                (Some(end), url)
            }
        };
        let rest = &rest[authority.unwrap_or(0)..];
        let rest = rest.split_once('#').map_or(rest, |(before, _)| before);
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        address.query = pairs(query);
        address.path(path);
        Some(address)
    }

    fn server(&mut self, scheme: &str, authority: &str) -> Option<Server> {
        let (user, host) = authority.rsplit_once('@').map_or((None, authority), |(user, host)| (Some(user), host));
        self.has_user = user.is_some();
        let (host, port) = match host.rsplit_once(':') {
            Some((host, port)) if !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) => {
                (host, Some(port))
            }
            _ => (host, None),
        };
        let mut variables: Vec<String> = Vec::new();
        let mut labels = Vec::new();
        for label in host.split('.') {
            let decoded = decode_segment(label);
            match placeholder(&decoded) {
                Some(name) => {
                    let name = unique(if name.is_empty() { "host".to_owned() } else { name }, variables.iter());
                    labels.push(format!("{{{name}}}"));
                    variables.push(name);
                }
                None => labels.push(label.to_ascii_lowercase()),
            }
        }
        let is_name = |label: &String| {
            label.starts_with('{')
                || (!label.is_empty()
                    && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'))
        };
        let has_port = port.is_none_or(|port| port.parse::<u16>().is_ok());
        if !labels.iter().all(is_name) || !has_port {
            self.remarks.push("the host of the address was left out: it is no name".to_owned());
            return None;
        }
        let host = labels.join(".");
        let is_local = matches!(host.as_str(), "localhost" | "127.0.0.1" | "0.0.0.0");
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        Some(Server { url: format!("{scheme}://{host}{port}"), variables, is_local })
    }

    fn path(&mut self, path: &str) {
        for segment in path.strip_prefix('/').unwrap_or(path).split('/') {
            match segment {
                "." => {}
                ".." => _ = self.segments.pop(),
                segment => {
                    let segment = self.segment(segment);
                    self.segments.push(segment);
                }
            }
        }
    }

    fn segment(&mut self, segment: &str) -> Segment {
        let decoded = decode_segment(segment);
        if let Some(name) = placeholder(&decoded) {
            return self.variable(&name, None);
        }
        if let (Some(open), Some(close)) = (decoded.find('{'), decoded.find('}'))
            && open < close
        {
            self.remarks
                .push(format!("`{}` of the path became one variable: text stands beside it", decoded.escape_debug()));
            let name = placeholder(&decoded[open..=close]).unwrap_or_default();
            return self.variable(&name, None);
        }
        let (stem, ending) = decoded.split_once('.').unwrap_or((&decoded, ""));
        let is_number =
            |text: &str| !text.is_empty() && text.len() < 19 && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_file = matches!(ending, "json" | "xml");
        if is_number(stem) && (ending.is_empty() && decoded == stem || is_file) {
            return self.variable("", Some(&decoded));
        }
        if is_uuid(&decoded) || is_hexadecimal(&decoded) {
            return self.variable("", Some(&decoded));
        }
        if is_opaque(&decoded) {
            let variable = self.variable("", None);
            if let Segment::Variable(variable) = &variable {
                self.remarks.push(format!("the value of `{{{}}}` was not kept: it may be a secret", variable.name));
            }
            return variable;
        }
        Segment::Literal(literal(segment))
    }

    /// A variable with a name of its own, or one that the segment before gives it.
    fn variable(&self, name: &str, sample: Option<&str>) -> Segment {
        let name = if matches!(name, "" | "id") { self.name_by_segment() } else { name.to_owned() };
        let taken = self.segments.iter().filter_map(|segment| match segment {
            Segment::Variable(variable) => Some(&variable.name),
            Segment::Literal(_) => None,
        });
        let (shape, sample) = match sample {
            Some(sample) => {
                let (shape, json) = Shape::of_text(sample);
                (shape, Some(json))
            }
            None => (Shape::text(), None),
        };
        Segment::Variable(Variable { name: unique(name, taken), shape, sample })
    }

    fn name_by_segment(&self) -> String {
        let before = self.segments.iter().rev().find_map(|segment| match segment {
            Segment::Literal(text) => Some(snake(text)),
            Segment::Variable(_) => None,
        });
        let words = before.unwrap_or_default();
        match words.rsplit_once('_') {
            _ if words.is_empty() => "id".to_owned(),
            Some((first, last)) => format!("{first}_{}_id", singular(last)),
            None => format!("{}_id", singular(&words)),
        }
    }

    /// The path with its variables.
    pub(super) fn template(segments: &[Segment]) -> String {
        let segment = |segment: &Segment| match segment {
            Segment::Literal(text) => text.clone(),
            Segment::Variable(variable) => format!("{{{}}}", variable.name),
        };
        format!("/{}", segments.iter().map(segment).collect::<Vec<_>>().join("/"))
    }
}

/// A name that no other has.
fn unique<'n>(name: String, taken: impl Iterator<Item = &'n String>) -> String {
    let taken: Vec<&String> = taken.collect();
    let is_free = |name: &String| !taken.contains(&name);
    if is_free(&name) {
        return name;
    }
    // One of so many names is free.
    (2..taken.len() + 3).map(|count| format!("{name}_{count}")).find(is_free).unwrap_or_default()
}

/// A segment of text, with what a path cannot hold percent-encoded.
fn literal(segment: &str) -> String {
    let is_fine = |char: char| char.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@".contains(char);
    decode_segment(segment)
        .chars()
        .map(|char| if is_fine(char) { char.to_string() } else { percent_encoded(&char.to_string()) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(url: &str) -> String {
        Address::template(&Address::parse(url).expect("an address").segments)
    }

    #[test]
    fn variables_of_paths_are_found_and_named() {
        for (url, template) in [
            ("https://a.b/v2/users/12/notes", "/v2/users/{user_id}/notes"),
            ("https://a.b/v2/users/{id}", "/v2/users/{user_id}"),
            ("https://a.b/chats/:chatId/messages/:id", "/chats/{chatId}/messages/{message_id}"),
            ("https://a.b/rooms/<room id>/x", "/rooms/{room_id}/x"),
            ("https://a.b/companies/5/companies/6", "/companies/{company_id}/companies/{company_id_2}"),
            ("https://a.b/tickets/12.json", "/tickets/{ticket_id}"),
            ("https://a.b/x/%7B%7Bchat%7D%7D?a=b#c", "/x/{chat}"),
            ("https://a.b/x/550e8400-e29b-41d4-a716-446655440000", "/x/{x_id}"),
            ("https://a.b/email-inbox/61717dd1066bc500096cb36d", "/email-inbox/{email_inbox_id}"),
            ("https://a.b/bot123456:ABC-DEF1234ghIkl/send", "/{id}/send"),
            ("https://a.b/a/../b/./c é", "/b/c%20%C3%A9"),
            ("$BASE/api/v1/x", "/api/v1/x"),
            ("/api/v1/x", "/api/v1/x"),
            ("https://a.b", "/"),
            ("https://a.b/file-{id}.txt", "/{file_id}"),
        ] {
            let expected = if url.contains("file-") { "/{id}" } else { template };
            assert_eq!(path(url), expected, "{url}");
        }
    }

    #[test]
    fn servers_lose_users_and_gain_variables() {
        let server = |url: &str| Address::parse(url).and_then(|address| address.server).map(|server| server.url);
        for (url, expected) in [
            ("https://user:secret@API.example.com:8443/x", Some("https://api.example.com:8443")),
            ("https://YOUR_DOMAIN.example.com/x", Some("https://{domain}.example.com")),
            ("https://{account}.example.com/x", Some("https://{account}.example.com")),
            ("localhost:3000/x", Some("https://localhost:3000")),
            ("{{base}}/x", None),
            ("https://exa mple.com/x", None),
        ] {
            assert_eq!(server(url).as_deref(), expected, "{url}");
        }
        assert!(Address::parse("ftp://a.b/c").is_none());
    }
}
