//! The request of an example, as the generated client sends it.

use serde_json::{Map, Value as Json};

use super::{Shown, json};
use crate::check::{Form as WireForm, written};
use crate::model::{Encode, Entry, FormKind, Segment, Shape};
use crate::plan::wire::{Sent, sent};
use crate::plan::{Carrier, Credential, OutcomeType, Section};
use crate::runtime::{Form, Multipart, percent};

/// A boundary as long as those that clients make up.
const BOUNDARY: &str = "form-0123456789abcdef0123456789abcdef";

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its method.
    pub method: String,
    /// Scheme, host and port.
    pub origin: String,
    /// Path and query, those of the server included and those of credentials not.
    target: String,
    /// Its headers in lower case, save those of credentials.
    pub headers: Vec<(String, String)>,
    /// What proves who calls.
    pub proofs: Vec<Proof>,
    /// Its body.
    pub content: Content,
}

/// Where a secret goes that the caller has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// In a header, behind a prefix.
    Header {
        /// The header.
        name: String,
        /// What stands before the secret.
        prefix: String,
        /// What the secret is called.
        secret: String,
    },
    /// In a parameter of the query.
    Query {
        /// The parameter.
        name: String,
        /// What the secret is called.
        secret: String,
    },
    /// As `Authorization: Basic`.
    Basic {
        /// What the user's name is called.
        user: String,
        /// What the password is called.
        password: String,
    },
}

/// The body of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// There is none.
    None,
    /// Text of the media type that the headers name.
    Text(String),
    /// Parts of `multipart/form-data`: names and texts.
    Parts(Vec<(String, String)>),
}

impl Request {
    /// The request of an endpoint: what the page's example gives, and made-up values for all else that it needs.
    #[must_use]
    pub fn of(shown: &Shown<'_>) -> Self {
        let values = Values { shown, made: sent(shown.planned_api, shown.planned) };
        let content = values.content();
        let accept = if shown.planned.output.value == OutcomeType::Raw { "*/*" } else { "application/json" };
        let mut headers = vec![("accept".to_owned(), accept.to_owned())];
        match &content {
            Content::None => {}
            Content::Text(text) => {
                let declared = shown.endpoint.body.as_ref().and_then(|body| body.media_type.as_ref());
                let media_type = declared.map_or("application/json", |fact| fact.value.0.as_str());
                headers.push(("content-type".to_owned(), media_type.to_owned()));
                headers.push(("content-length".to_owned(), text.len().to_string()));
            }
            Content::Parts(parts) => {
                headers.push(("content-type".to_owned(), format!("multipart/form-data; boundary={BOUNDARY}")));
                headers.push(("content-length".to_owned(), multipart(parts).len().to_string()));
            }
        }
        headers.extend(values.headers());
        let (origin, path) = server(shown);
        Self {
            method: shown.endpoint.method.value.0.clone(),
            origin,
            target: path + &values.path() + &values.query(),
            headers,
            proofs: shown.planned.simplest_credential(shown.planned_api).map(proofs).unwrap_or_default(),
            content,
        }
    }

    /// The host, with the port where the address names one.
    #[must_use]
    pub fn host(&self) -> &str {
        self.origin.split_once("://").map_or(self.origin.as_str(), |(_, host)| host)
    }

    /// Path and query: what the caller writes of the text, then the secrets that go there, as he writes them.
    #[must_use]
    pub fn target(&self, text: impl Fn(&str) -> String, secret: impl Fn(&str) -> String) -> String {
        let mut separator = if self.target.contains('?') { '&' } else { '?' };
        let mut target = text(&self.target);
        for proof in &self.proofs {
            if let Proof::Query { name, secret: called } = proof {
                target.push(separator);
                target.push_str(&text(&pairs(&[(name.clone(), String::new())])));
                target.push_str(&secret(called));
                separator = '&';
            }
        }
        target
    }

    /// The message of HTTP/1.1, to the byte; secrets are named between `<` and `>`.
    #[must_use]
    pub fn message(&self) -> Vec<u8> {
        let target = self.target(str::to_owned, |secret| format!("<{secret}>"));
        let mut head = format!("{} {target} HTTP/1.1\r\nhost: {}\r\n", self.method, self.host());
        let lines = self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n"));
        let proofs = self.proofs.iter().filter_map(|proof| match proof {
            Proof::Header { name, prefix, secret } => Some(format!("{name}: {prefix}<{secret}>\r\n")),
            Proof::Basic { user, password } => Some(format!("authorization: Basic <base64 of {user}:{password}>\r\n")),
            Proof::Query { .. } => None,
        });
        head.extend(lines.chain(proofs));
        head.push_str("\r\n");
        let mut message = head.into_bytes();
        match &self.content {
            Content::None => {}
            Content::Text(text) => message.extend_from_slice(text.as_bytes()),
            Content::Parts(parts) => message.extend(multipart(parts)),
        }
        message
    }
}

fn pairs(texts: &[(String, String)]) -> String {
    Form::pairs(|form| {
        for (name, text) in texts {
            form.put(name, text);
        }
    })
}

fn multipart(parts: &[(String, String)]) -> Vec<u8> {
    let put = |form: &mut Form<Multipart>| {
        for (name, text) in parts {
            form.put(name, text);
        }
    };
    Form::write(std::iter::once(BOUNDARY.to_owned()), put).map(|(_, bytes)| bytes).unwrap_or_default()
}

/// Origin and path of the first documented server, its variables filled; a stand-in where none is documented.
fn server(shown: &Shown<'_>) -> (String, String) {
    let Some(server) = shown.planned_api.servers.first() else {
        return ("https://api.example.com".to_owned(), String::new());
    };
    let address = server.arguments.iter().fold(server.url.clone(), |address, argument| {
        address.replace(&format!("{{{}}}", argument.wire), &argument.sample)
    });
    let path = address.find("://").and_then(|scheme| Some(address.get(scheme + 3..)?.find('/')? + scheme + 3));
    match path.and_then(|at| address.split_at_checked(at)) {
        Some((origin, path)) => (origin.to_owned(), path.to_owned()),
        None => (address, String::new()),
    }
}

fn proofs(credential: &Credential) -> Vec<Proof> {
    let proof = |secret: &crate::plan::Secret| match &secret.carrier {
        Carrier::Basic { user } => Proof::Basic { user: user.to_string(), password: secret.name.to_string() },
        Carrier::Header { name, prefix } => {
            Proof::Header { name: name.clone(), prefix: prefix.clone(), secret: secret.name.to_string() }
        }
        Carrier::Query { name } => Proof::Query { name: name.clone(), secret: secret.name.to_string() },
    };
    credential.secrets.iter().map(proof).collect()
}

/// What a request gives, by where it stands.
struct Values<'s, 'a> {
    shown: &'s Shown<'a>,
    made: Vec<Sent>,
}

impl Values<'_, '_> {
    /// A value that the page's example gives, else one made up for what a call needs.
    fn get(&self, section: Section, name: &str) -> Option<&Json> {
        let sample = self.shown.example.and_then(|example| example.request.as_ref());
        let given = sample.map_or(&[][..], |sample| match section {
            Section::Path => &sample.path_parameters,
            Section::Query => &sample.query_parameters,
            Section::Headers => &sample.headers,
            _ => &[],
        });
        let is_it = |other: &str| match section {
            Section::Headers => other.eq_ignore_ascii_case(name),
            _ => other == name,
        };
        let made =
            || self.made.iter().find(|sent| sent.section == section && is_it(&sent.name)).map(|sent| &sent.value);
        given.iter().find(|given| is_it(&given.name.text)).map(|given| &given.value).or_else(made)
    }

    fn texts(&self, section: Section, entry: &Entry, form: WireForm) -> Vec<String> {
        let value = self.get(section, &entry.name);
        value.map(|value| written(self.shown.scope(), entry, value, form)).unwrap_or_default()
    }

    fn path(&self) -> String {
        let endpoint = self.shown.endpoint;
        let segment = |segment: &Segment| match segment {
            Segment::Literal(text) | Segment::Other(text) => text.clone(),
            Segment::Variable(name) => {
                let entry = endpoint.path_parameters.iter().find(|entry| entry.name == *name);
                let is_list = |entry: &Entry| matches!(self.shown.scope().resolve(&entry.shape.value), Shape::List(_));
                let text = entry.map(|entry| self.texts(Section::Path, entry, WireForm::Path).concat());
                let text = text.unwrap_or_default();
                if entry.is_some_and(is_list) {
                    text.split(',').map(encoded).collect::<Vec<_>>().join(",")
                } else {
                    encoded(&text)
                }
            }
        };
        let segments: Vec<String> = endpoint.path.value.segments.iter().map(segment).collect();
        format!("/{}", segments.join("/"))
    }

    /// The query, with the `?` before it.
    fn query(&self) -> String {
        let given = |entry: &Entry| self.get(Section::Query, &entry.name).cloned();
        let parameters = self.shown.endpoint.query_parameters.iter();
        let texts = self.named(parameters.filter_map(|entry| Some((entry, given(entry)?))), WireForm::Query);
        if texts.is_empty() { String::new() } else { format!("?{}", pairs(&texts)) }
    }

    fn headers(&self) -> Vec<(String, String)> {
        let endpoint = self.shown.endpoint;
        let settings = endpoint.settings.iter().filter_map(|index| self.shown.api.settings.get(*index));
        let lines = endpoint.headers.iter().chain(settings).flat_map(|entry| {
            let texts = self.texts(Section::Headers, entry, WireForm::Header);
            texts.into_iter().map(|text| (entry.name.to_ascii_lowercase(), text))
        });
        lines.collect()
    }

    fn content(&self) -> Content {
        let Some(body) = &self.shown.endpoint.body else { return Content::None };
        let scope = self.shown.scope();
        let value = self.body();
        let Some(form) = body.form() else {
            let text = value.and_then(|value| json::write(scope, &body.entry, &value));
            return text.map_or(Content::None, Content::Text);
        };
        let fields = match scope.resolve(&body.entry.shape.value) {
            Shape::Object(object) => object.fields.as_slice(),
            _ => &[],
        };
        let given = |field: &Entry| value.as_ref()?.get(&field.name).cloned();
        let texts = self.named(fields.iter().filter_map(|field| Some((field, given(field)?))), WireForm::Part);
        match form {
            FormKind::Multipart => Content::Parts(texts),
            FormKind::Urlencoded => Content::Text(pairs(&texts)),
        }
    }

    /// The texts of a form or a query, by name.
    fn named<'e>(&self, fields: impl Iterator<Item = (&'e Entry, Json)>, form: WireForm) -> Vec<(String, String)> {
        let texts = fields.flat_map(|(field, value)| {
            let brackets = field.encode.as_ref().is_some_and(|encode| encode.value == Encode::Brackets);
            let name = format!("{}{}", field.name, if brackets { "[]" } else { "" });
            written(self.shown.scope(), field, &value, form).into_iter().map(move |text| (name.clone(), text))
        });
        texts.collect()
    }

    /// The body as JSON, the fields of a form in wire form.
    fn body(&self) -> Option<Json> {
        let sample = self.shown.example.and_then(|example| example.request.as_ref()?.body.as_ref());
        if let Some(sample) = sample.and_then(|sample| serde_json::from_str(&sample.text).ok()) {
            return Some(sample);
        }
        let of = |section: Section| self.made.iter().filter(move |sent| sent.section == section);
        if self.shown.planned.request.fields.iter().any(|field| field.section == Section::WholeBody) {
            return of(Section::WholeBody).next().map(|sent| sent.value.clone());
        }
        let fields = of(Section::Body).map(|sent| (sent.name.clone(), sent.value.clone()));
        Some(Json::Object(fields.collect::<Map<_, _>>()))
    }
}

fn encoded(text: &str) -> String {
    let mut segment = String::new();
    percent::encode_segment(text, &mut segment);
    segment
}
