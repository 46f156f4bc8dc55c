//! A request in the making.

use std::hash::{BuildHasher, RandomState};

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderName};
use http::{HeaderMap, HeaderValue, Uri};

use super::address::Address;
use super::{Api, Body, BuildError, Endpoint, Info, Request, Settings};
use crate::runtime::core::is_reserved_header;
use crate::runtime::{Field, Form, Member, ObjectWriter, Value, Writer, percent};

/// A request in the making. The first thing that cannot be built is kept and returned at the end.
#[derive(Debug)]
pub struct Outgoing {
    info: &'static Info,
    /// The address as far as it is known.
    url: String,
    /// Where its path begins.
    path_at: usize,
    /// What is left of the path's template.
    template: &'static str,
    /// Segments that came before it was their turn.
    waiting: Vec<(&'static str, String)>,
    headers: HeaderMap,
    body: Body,
    error: Option<BuildError>,
}

impl Outgoing {
    fn new(info: &'static Info, address: &Address) -> Self {
        let mut url = String::with_capacity(address.as_str().len() + info.path.len() + 32);
        url.push_str(address.as_str());
        Self {
            info,
            url,
            path_at: address.path_at(),
            template: info.path,
            waiting: Vec::new(),
            headers: HeaderMap::with_capacity(8),
            body: Body::default(),
            error: None,
        }
    }

    /// Fills a variable of the path; it stays one segment.
    pub fn path(&mut self, name: &'static str, argument: &impl Value) -> &mut Self {
        self.variable(name, |segment| percent::encode_segment(&argument.text(), segment))
    }

    /// Fills a variable of the path with items joined by commas; it stays one segment.
    pub fn path_comma<T: Value>(&mut self, name: &'static str, list: &[T]) -> &mut Self {
        self.variable(name, |segment| {
            for (index, item) in list.iter().enumerate() {
                if index > 0 {
                    segment.push(',');
                }
                percent::encode_segment(&item.text(), segment);
            }
        })
    }

    /// Sets a header, unless the field is absent; each item of a list is a line, null is an empty text.
    pub fn header(&mut self, name: &'static str, field: &impl Member) -> &mut Self {
        match field.state() {
            Field::Absent => {}
            Field::Null => self.line(name, ""),
            Field::Value(value) => value.each_text(&mut |text| self.line(name, text)),
        }
        self
    }

    /// Sets a header to items joined by commas, unless the field is absent; null and the empty list are an empty text.
    pub fn header_comma<T: Value>(&mut self, name: &'static str, list: &impl Member<Value = Vec<T>>) -> &mut Self {
        match list.state() {
            Field::Absent => {}
            Field::Null => self.line(name, ""),
            Field::Value(items) => {
                let mut joined = String::new();
                for (index, item) in items.iter().enumerate() {
                    joined.push_str(if index > 0 { "," } else { "" });
                    joined.push_str(&item.text());
                }
                self.line(name, &joined);
            }
        }
        self
    }

    /// Writes a JSON object as the body.
    pub fn json(&mut self, fields: impl FnOnce(&mut ObjectWriter<'_>)) -> &mut Self {
        let mut bytes = Vec::with_capacity(512);
        Writer::new(&mut bytes).object(fields);
        self.content(HeaderValue::from_static("application/json"), bytes)
    }

    /// Writes a value as the JSON body, unless it is absent.
    pub fn json_body(&mut self, value: &impl Member) -> &mut Self {
        let mut bytes = Vec::with_capacity(512);
        match value.state() {
            Field::Absent => return self,
            Field::Null => bytes.extend_from_slice(b"null"),
            Field::Value(value) => value.write(&mut Writer::new(&mut bytes)),
        }
        self.content(HeaderValue::from_static("application/json"), bytes)
    }

    /// Writes `multipart/form-data` as the body.
    pub fn form(&mut self, parts: impl Fn(&mut Form)) -> &mut Self {
        let boundaries = std::iter::repeat_with(|| {
            let random = RandomState::new();
            format!("form-{:016x}{:016x}", random.hash_one(0), random.hash_one(1))
        });
        let Some((boundary, bytes)) = Form::write(boundaries.take(8), parts) else {
            self.fail(BuildError::Boundary);
            return self;
        };
        match HeaderValue::try_from(["multipart/form-data; boundary=", &boundary].concat()) {
            Ok(media_type) => self.content(media_type, bytes),
            Err(_) => self,
        }
    }

    /// Sends the body under another media type of its kind.
    pub fn media_type(&mut self, media_type: &'static str) -> &mut Self {
        if self.headers.contains_key(CONTENT_TYPE) {
            self.set(CONTENT_TYPE, media_type);
        }
        self
    }

    /// Asks for this media type instead of JSON.
    pub fn accept(&mut self, media_type: &'static str) -> &mut Self {
        self.set(ACCEPT, media_type);
        self
    }

    fn content(&mut self, media_type: HeaderValue, bytes: Vec<u8>) -> &mut Self {
        self.headers.insert(CONTENT_TYPE, media_type);
        self.body = bytes.into();
        self
    }

    fn line(&mut self, name: &'static str, text: &str) {
        let Ok(header) = HeaderName::from_lowercase(name.as_bytes()) else {
            return self.fail(BuildError::HeaderName(name.to_owned()));
        };
        if is_reserved_header(name) {
            return self.fail(BuildError::ReservedHeader(header));
        }
        match HeaderValue::try_from(text) {
            // What is beyond visible ASCII, receivers read in one way or another (RFC 9110, 5.5).
            Ok(value) if value.to_str().is_ok() => drop(self.headers.append(header, value)),
            _ => self.fail(BuildError::Header(header)),
        }
    }

    fn set(&mut self, name: HeaderName, value: &'static str) {
        match HeaderValue::try_from(value) {
            Ok(value) => drop(self.headers.insert(name, value)),
            Err(_) => self.fail(BuildError::Header(name)),
        }
    }

    fn variable(&mut self, name: &'static str, write: impl FnOnce(&mut String)) -> &mut Self {
        if let Some((literal, next, rest)) = next_variable(self.template)
            && next == name
        {
            self.url.push_str(literal);
            self.template = rest;
            let start = self.url.len();
            write(&mut self.url);
            self.refuse_dots(name, start);
        } else {
            let mut segment = String::new();
            write(&mut segment);
            self.waiting.push((name, segment));
        }
        self
    }

    /// What an empty or a dot segment would do to the path, no encoding prevents.
    fn refuse_dots(&mut self, name: &'static str, start: usize) {
        let segment = self.url.get(start..).unwrap_or_default();
        if segment.is_empty() || percent::is_dot_segment(segment) {
            self.fail(BuildError::PathArgument(name));
        }
    }

    fn fail(&mut self, error: BuildError) {
        self.error.get_or_insert(error);
    }

    fn finish(mut self) -> Result<Request, BuildError> {
        while let Some((literal, name, rest)) = next_variable(self.template) {
            self.url.push_str(literal);
            self.template = rest;
            let start = self.url.len();
            if let Some((_, segment)) = self.waiting.iter().find(|(waiting, _)| *waiting == name) {
                self.url.push_str(segment);
            }
            self.refuse_dots(name, start);
        }
        self.url.push_str(self.template);
        if let Some(error) = self.error {
            return Err(error);
        }
        let url = Bytes::from(self.url);
        let uri = Uri::from_maybe_shared(url.clone()).map_err(|_| BuildError::Address)?;
        // What the parser made of the address must be what was asked for, to the byte.
        if url.get(self.path_at..) != Some(uri.path().as_bytes()) || uri.query().is_some() {
            return Err(BuildError::Address);
        }
        let mut request = Request::new(self.body);
        *request.uri_mut() = uri;
        *request.method_mut() = self.info.method.clone();
        *request.headers_mut() = self.headers;
        Ok(request)
    }
}

/// The request of an endpoint, neither validated nor authorised.
pub(super) fn build<E: Endpoint>(
    endpoint: &E,
    settings: &<E::Api as Api>::Settings,
    address: &Address,
) -> Result<Request, BuildError> {
    let mut to = Outgoing::new(E::INFO, address);
    endpoint.encode(&mut to);
    settings.encode(&mut to);
    to.finish()
}

/// The text before the next variable of a template, the variable, and what follows.
fn next_variable(template: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let (literal, rest) = template.split_once('{')?;
    let (name, rest) = rest.split_once('}')?;
    Some((literal, name, rest))
}
