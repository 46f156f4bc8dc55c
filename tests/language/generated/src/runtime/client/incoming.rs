//! Requests as a server reads them.

use http::header::CONTENT_TYPE;
use http::{HeaderName, HeaderValue};

use super::outgoing::URLENCODED;
use super::{Api, Endpoint, Info, Received, Request, Settings};
use crate::runtime::core::{Findings, Log, Reader, pairs, parse, parts};
use crate::runtime::{Check, Fields, Kind, Member, Node, Object, Section, Undecodable, Validate as _, percent};

const MULTIPART: &str = "multipart/form-data";

/// A request while it is read, each section an object of its own.
pub struct Incoming<'a> {
    /// The variables of the path.
    pub path: Object<'a>,
    /// The parameters of the query.
    pub query: Object<'a>,
    /// The headers.
    pub headers: Object<'a>,
    /// The fields of the body.
    pub body: Object<'a>,
    /// The body, where it is JSON and no object.
    other: Option<Node<'a>>,
    /// Whether there is no body.
    empty: bool,
}

impl Incoming<'_> {
    /// Takes the whole body, which is JSON.
    pub fn json_body<M: Member>(&mut self) -> M {
        let whole = self.other.take().or_else(|| (!self.empty).then(|| Node::Object(self.body.take_all())));
        self.body.whole(whole)
    }
}

/// A request, taken apart.
pub(super) struct Parts<'a> {
    pub(super) path: Vec<(String, String)>,
    pub(super) query: Vec<(String, String)>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Content<'a>,
    pub(super) is_empty: bool,
}

pub(super) enum Content<'a> {
    Json(Fields<'a>),
    /// JSON that is no object.
    Other(Node<'a>),
    Texts(Vec<(String, String)>),
}

pub(super) fn receive<E: Endpoint>(request: &Request) -> Result<Received<E, <E::Api as Api>::Settings>, Undecodable> {
    read(Parts {
        path: variables(E::INFO, request).ok_or(Undecodable::AnotherRequest)?,
        query: pairs(request.uri().query().unwrap_or_default()),
        headers: request.headers().iter().filter_map(line).collect(),
        body: content(request)?,
        is_empty: request.body().is_empty(),
    })
}

pub(super) fn read<E: Endpoint>(parts: Parts<'_>) -> Result<Received<E, <E::Api as Api>::Settings>, Undecodable> {
    let (mut path, mut query, mut headers, mut body) = (Log::new(), Log::new(), Log::new(), Log::new());
    let body_reader = Reader::of(Section::Body, &mut body);
    let (body_fields, other) = match parts.body {
        Content::Json(fields) => (Object::of(fields, body_reader), None),
        Content::Other(other) => (Object::of(Fields::default(), body_reader), Some(other)),
        Content::Texts(texts) => (Object::of_texts(texts, body_reader), None),
    };
    let mut from = Incoming {
        path: Object::of_texts(parts.path, Reader::of(Section::Path, &mut path)),
        query: Object::of_texts(parts.query, Reader::of(Section::Query, &mut query)),
        headers: Object::of_texts(parts.headers, Reader::of(Section::Headers, &mut headers)),
        body: body_fields,
        other,
        empty: parts.is_empty,
    };
    let endpoint = E::read(&mut from);
    from.headers.keep(E::INFO.settings);
    let settings = <E::Api as Api>::Settings::decode(&mut from.headers);
    if let Some(other) = from.other {
        return Err(Undecodable::AnotherKind { expected: Kind::Object, found: other.kind() });
    }
    from.body.finish();

    let incomplete = path.incomplete || query.incomplete || headers.incomplete || body.incomplete;
    let mut read = path.findings;
    read.append(query.findings);
    read.append(headers.findings);
    read.append(body.findings);
    let mut validated = Findings::up_to(Findings::FOREIGN);
    endpoint.validate(&mut Check::new(Section::Body, &mut validated));
    settings.validate(&mut Check::new(Section::Headers, &mut validated));
    Ok(Received { endpoint: (!incomplete).then_some(endpoint), settings, violations: read.judged(validated) })
}

fn content(request: &Request) -> Result<Content<'_>, Undecodable> {
    let body = request.body().buffered();
    if is_of(request, MULTIPART) || is_of(request, URLENCODED) {
        return Ok(Content::Texts(form(request).ok_or(Undecodable::NotMultipart)?));
    }
    if body.trim_ascii().is_empty() {
        return Ok(Content::Json(Fields::default()));
    }
    Ok(match parse(body)? {
        Node::Object(fields) => Content::Json(fields),
        other => Content::Other(other),
    })
}

/// The texts of a body that is a form.
pub(super) fn form(request: &Request) -> Option<Vec<(String, String)>> {
    let body = request.body().buffered();
    if is_of(request, URLENCODED) {
        return Some(pairs(&String::from_utf8_lossy(body)));
    }
    parts(media_type(request), body)
}

/// Whether the body is said to be of this media type.
pub(super) fn is_of(request: &Request, wanted: &str) -> bool {
    media_type(request).split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(wanted)
}

fn media_type(request: &Request) -> &str {
    request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

pub(super) fn line((name, value): (&HeaderName, &HeaderValue)) -> Option<(String, String)> {
    Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))
}

/// The variables of a path that ends with the endpoint's own; nothing where it does not, or the method is another.
pub(super) fn variables(info: &Info, request: &Request) -> Option<Vec<(String, String)>> {
    if *request.method() != info.method {
        return None;
    }
    let mut variables = Vec::new();
    let mut segments = request.uri().path().rsplit('/');
    for expected in info.path.strip_prefix('/').unwrap_or(info.path).rsplit('/') {
        let segment = percent::decode_segment(segments.next()?);
        match expected.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) => variables.push((name.to_owned(), segment)),
            None if segment == percent::decode_segment(expected) => {}
            None => return None,
        }
    }
    Some(variables)
}
