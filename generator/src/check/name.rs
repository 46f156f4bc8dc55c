//! Names of HTTP: methods, headers, schemes of credentials.

use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::model::{Api, Carrier, Credential, Endpoint, Entry};
use crate::runtime::{is_framing_header, is_reserved_header};

/// Whether a text is a token of HTTP (RFC 9110, 5.6.2).
pub(super) fn is_token(text: &str) -> bool {
    let is_tchar = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_tchar)
}

/// Judges the names that the endpoints of an API share.
pub(super) fn of_api(api: &Api, found: &mut Diagnostics) {
    headers(api, &api.settings, found);
    for credential in api.carriers() {
        match &credential.carrier.value {
            Carrier::Header { name, .. } => {
                header_name(name, credential.carrier.place, found);
                of_message(name, credential.carrier.place, found);
            }
            Carrier::Query(name) if name.is_empty() => found.push(
                Diagnostic::new(Id::BadWord, "a parameter of the query has no name")
                    .at(credential.carrier.place, "")
                    .help("write its name as the page has it, such as `api_key`"),
            ),
            Carrier::Scheme(scheme) if !is_token(scheme) => found.push(
                Diagnostic::new(Id::BadWord, format!("`{scheme}` is no scheme of the header Authorization"))
                    .at(credential.carrier.place, "")
                    .help("a scheme is one word, such as `Bearer`; a blank and the caller's credential follow by themselves")
                    .write(credential.carrier.place, scheme.split(' ').next().unwrap_or_default()),
            ),
            _ => {}
        }
    }
}

/// Judges the names of an endpoint.
pub(super) fn of_endpoint(api: &Api, endpoint: &Endpoint, found: &mut Diagnostics) {
    let method = &endpoint.method;
    let text = &method.value.0;
    if !is_token(text) || text.bytes().any(|byte| byte.is_ascii_lowercase()) {
        let diagnostic = Diagnostic::new(Id::BadMethod, format!("`{text}` is no method")).at(method.place, "");
        let upper = text.to_ascii_uppercase();
        let word = upper.split([' ', ',', '/']).next().filter(|word| METHODS.contains(word));
        found.push(if is_token(&upper) {
            diagnostic.help(format!("methods are compared to the letter: write `{upper}`")).edit(method.place, upper)
        } else if let Some(word) = word {
            diagnostic.help(format!("a method is one word in capitals: write `{word}`")).edit(method.place, word)
        } else {
            diagnostic.help("a method is one word in capitals, such as `POST`")
        });
    } else if let Some(meant) = swapped(text) {
        found.push(
            Diagnostic::new(Id::BadMethod, format!("`{text}` is no method"))
                .at(method.place, "")
                .meant(method.place, meant),
        );
    }
    headers(api, &endpoint.headers, found);
}

/// The methods of HTTP.
const METHODS: [&str; 9] = ["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"];

/// The method of HTTP whose letters stand in another order: any word in capitals is a method, but nobody means `PSOT`.
fn swapped(text: &str) -> Option<&'static str> {
    let letters = |text: &str| {
        let mut letters = text.as_bytes().to_vec();
        letters.sort_unstable();
        letters
    };
    METHODS.into_iter().find(|method| *method != text && letters(method) == letters(text))
}

fn headers(api: &Api, headers: &[Entry], found: &mut Diagnostics) {
    for header in headers {
        header_name(&header.name, header.place, found);
        let carries = |credential: &&Credential| matches!(&credential.carrier.value, Carrier::Header { name, .. } if name.eq_ignore_ascii_case(&header.name));
        let name = header.name.to_ascii_lowercase();
        let diagnostic = reserved(&header.name, header.place);
        if let Some(credential) = api.carriers().find(carries) {
            found.push(
                diagnostic
                    .at(credential.carrier.place, "a credential goes there")
                    .help("remove the header: the credential is given once, for the client"),
            );
        } else if matches!(name.as_str(), "authorization" | "cookie") {
            found.push(diagnostic.help("describe the credential under `auth` of api.yaml"));
        } else {
            of_message(&header.name, header.place, found);
        }
    }
}

fn header_name(name: &str, place: Place, found: &mut Diagnostics) {
    if !is_token(name) {
        let diagnostic = Diagnostic::new(Id::BadHeaderName, format!("`{name}` is no name of a header"))
            .at(place, "")
            .help("a name has letters, digits and hyphens, and neither blank nor colon");
        // What follows a colon is no name: a value, perhaps a secret.
        let (before, value) = name.split_once(':').unwrap_or((name, ""));
        let meant = before.trim().replace(' ', "-");
        let diagnostic = if value.trim().is_empty() {
            diagnostic
        } else {
            diagnostic.help("the value stands in no spec: whoever calls gives it")
        };
        found.push(if is_token(&meant) { diagnostic.write(place, meant) } else { diagnostic });
    }
}

fn reserved(name: &str, place: Place) -> Diagnostic {
    Diagnostic::new(Id::ReservedHeader, format!("the header `{name}` is set from what the spec says elsewhere"))
        .at(place, "")
}

/// Judges a header that follows from the message itself, or frames it.
fn of_message(name: &str, place: Place, found: &mut Diagnostics) {
    if is_framing_header(name) {
        let title = format!("the header `{name}` frames the message or belongs to its connection");
        let diagnostic = Diagnostic::new(Id::ReservedHeader, title).at(place, "");
        return found.push(diagnostic.help("whatever sends the request sets it: leave it out"));
    }
    let way_out = match name.to_ascii_lowercase().as_str() {
        "content-type" => "say it by `media_type` of the body",
        "accept" => "it follows from the bodies of the responses: leave it out",
        "user-agent" => "whoever uses the client names it, for all calls: leave it out",
        _ if is_reserved_header(name) => "it follows from the message: leave it out",
        _ => return,
    };
    found.push(reserved(name, place).help(way_out));
}
