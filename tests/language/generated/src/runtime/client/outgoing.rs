//! A request in the making.

use std::fmt::{self, Write as _};
use std::hash::{BuildHasher, RandomState};

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderName};
use http::uri::PathAndQuery;
use http::{HeaderMap, HeaderValue, Uri};

use super::address::Address;
use super::authorization::sensitive;
use super::{Api, Body, BuildError, Endpoint, Info, Request, Settings};
use crate::runtime::core::{Unwritable, is_reserved_header};
use crate::runtime::{Field, Form, Member, ObjectWriter, Pairs, Value, Writer, percent};

/// How much room a JSON body begins with, as `serde_json` has it: all of it is held until the request is gone.
const BODY: usize = 128;

/// The media type of a form body.
pub(super) const URLENCODED: &str = "application/x-www-form-urlencoded";

/// A request in the making. The first thing that cannot be built is kept and returned at the end. Its `Debug` shows the
/// endpoint and nothing of what is written, in which secrets may stand.
pub struct Outgoing {
    info: &'static Info,
    /// The path as far as it is known; empty where the template is all of it.
    path: String,
    /// What is left of the path's template.
    template: &'static str,
    /// Segments that came before it was their turn.
    waiting: Vec<(&'static str, String)>,
    /// The query; empty where there is none.
    query: String,
    headers: HeaderMap,
    body: Body,
    /// Whether settings are written, of which an endpoint takes those that it documents.
    are_settings: bool,
    error: Option<BuildError>,
}

impl Outgoing {
    fn new(info: &'static Info, address: &Address) -> Self {
        let mut path = String::new();
        if !address.path().is_empty() || info.path.bytes().any(|byte| byte == b'{') {
            path.reserve_exact(address.path().len() + info.path.len() + 16);
            path.push_str(address.path());
        }
        Self {
            info,
            path,
            template: info.path,
            waiting: Vec::new(),
            query: String::new(),
            headers: HeaderMap::with_capacity(6),
            body: Body::empty(),
            are_settings: false,
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

    /// Writes the query; there is none where nothing is written.
    pub fn query(&mut self, parameters: impl FnOnce(&mut Form<Pairs>)) -> &mut Self {
        self.query = Form::pairs(parameters);
        self
    }

    /// Sets a header, unless the field is absent; each item of a list is a line, null is an empty text.
    pub fn header<M: Member>(&mut self, name: &'static str, field: &M) -> &mut Self {
        match field.state() {
            Field::Absent => {}
            Field::Null => self.line::<M::Value>(name, ""),
            Field::Value(value) => value.each_text(&mut |text| self.line::<M::Value>(name, text)),
        }
        self
    }

    /// Sets a header to items joined by commas, unless the field is absent; null and the empty list are an empty text.
    pub fn header_comma<T: Value>(&mut self, name: &'static str, list: &impl Member<Value = Vec<T>>) -> &mut Self {
        match list.state() {
            Field::Absent => {}
            Field::Null => self.line::<T>(name, ""),
            Field::Value(items) => {
                let mut joined = String::new();
                let mut are_kept = true;
                for (index, item) in items.iter().enumerate() {
                    let item = item.text();
                    are_kept &= !item.is_empty() && is_trimmed(&item);
                    joined.push_str(if index > 0 { "," } else { "" });
                    joined.push_str(&item);
                }
                match header_name(name) {
                    // Readers of a list skip what is empty, and the blanks around its items (RFC 9110, 5.6.1).
                    Some(header) if !are_kept => self.fail(BuildError::Header(header)),
                    _ => self.line::<T>(name, &joined),
                }
            }
        }
        self
    }

    /// Writes a JSON object as the body.
    pub fn json(&mut self, fields: impl FnOnce(&mut ObjectWriter<'_>)) -> &mut Self {
        let mut bytes = Vec::with_capacity(BODY);
        Writer::new(&mut bytes).object(fields);
        self.content(HeaderValue::from_static("application/json"), bytes)
    }

    /// Writes a value as the JSON body, unless it is absent.
    pub fn json_body(&mut self, value: &impl Member) -> &mut Self {
        let mut bytes = Vec::with_capacity(BODY);
        match value.state() {
            Field::Absent => return self,
            Field::Null => bytes.extend_from_slice(b"null"),
            Field::Value(value) => value.write(&mut Writer::new(&mut bytes)),
        }
        self.content(HeaderValue::from_static("application/json"), bytes)
    }

    /// Writes `multipart/form-data` as the body.
    pub fn form(&mut self, parts: impl Fn(&mut Form)) -> &mut Self {
        match write_form(parts) {
            Ok((media_type, bytes)) => return self.content(media_type, bytes),
            Err(error) => self.fail(error),
        }
        self
    }

    /// Writes `application/x-www-form-urlencoded` as the body.
    pub fn urlencoded(&mut self, fields: impl FnOnce(&mut Form<Pairs>)) -> &mut Self {
        self.content(HeaderValue::from_static(URLENCODED), Form::pairs(fields).into_bytes())
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

    /// Adds a line with the text of a `V`, or of several.
    fn line<V: Value>(&mut self, name: &'static str, text: &str) {
        if self.are_settings && !self.info.settings.iter().any(|setting| setting.eq_ignore_ascii_case(name)) {
            return;
        }
        let Some(header) = header_name(name) else {
            return self.fail(BuildError::HeaderName(name.to_owned()));
        };
        if is_reserved_header(name) {
            return self.fail(BuildError::ReservedHeader(header));
        }
        let value = if V::SECRET { sensitive(text) } else { header_value(text) };
        match value {
            Some(value) => drop(self.headers.append(header, value)),
            None => self.fail(BuildError::Header(header)),
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
            self.path.push_str(literal);
            self.template = rest;
            let start = self.path.len();
            write(&mut self.path);
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
        let segment = self.path.get(start..).unwrap_or_default();
        if segment.is_empty() || percent::is_dot_segment(segment) {
            self.fail(BuildError::PathArgument(name));
        }
    }

    fn fail(&mut self, error: BuildError) {
        self.error.get_or_insert(error);
    }

    fn finish(mut self, address: &Address) -> Result<Request, BuildError> {
        while let Some((literal, name, rest)) = next_variable(self.template) {
            self.path.push_str(literal);
            self.template = rest;
            let start = self.path.len();
            if let Some((_, segment)) = self.waiting.iter().find(|(waiting, _)| *waiting == name) {
                self.path.push_str(segment);
            }
            self.refuse_dots(name, start);
        }
        if let Some(error) = self.error {
            return Err(error);
        }
        let path = if self.path.is_empty() {
            Bytes::from_static(self.template.as_bytes())
        } else {
            self.path.push_str(self.template);
            self.path.into()
        };
        let mut request = Request::new(self.body);
        *request.uri_mut() = address.at(&path)?;
        if !self.query.is_empty() {
            append_query(request.uri_mut(), &self.query)?;
        }
        *request.method_mut() = self.info.method.of_request()?;
        *request.headers_mut() = self.headers;
        Ok(request)
    }
}

impl fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing").field("endpoint", &self.info).field("error", &self.error).finish_non_exhaustive()
    }
}

/// Appends pairs to the query of an address.
pub(super) fn append_query(address: &mut Uri, pairs: &str) -> Result<(), BuildError> {
    let mut parts = std::mem::take(address).into_parts();
    let before = parts.path_and_query.as_ref().map_or("/", PathAndQuery::as_str);
    let separator = match before.split_once('?') {
        None => "?",
        Some((_, "")) => "",
        Some(_) => "&",
    };
    let target = [before, separator, pairs].concat();
    parts.path_and_query = Some(PathAndQuery::try_from(target).map_err(|_| BuildError::TooLong)?);
    *address = Uri::from_parts(parts).map_err(|_| BuildError::Address)?;
    Ok(())
}

/// The request of an endpoint, neither validated nor authorised.
pub(super) fn build<E: Endpoint>(
    endpoint: &E,
    settings: &<E::Api as Api>::Settings,
    address: &Address,
) -> Result<Request, BuildError> {
    let mut to = Outgoing::new(E::INFO, address);
    endpoint.encode(&mut to);
    to.are_settings = true;
    settings.encode(&mut to);
    to.finish(address)
}

/// A name in lower case as a header; nothing where it is none.
pub(super) fn header_name(name: &'static str) -> Option<HeaderName> {
    let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
    if (1..=256).contains(&name.len()) && name.bytes().all(is_plain) {
        return Some(HeaderName::from_static(name)); // it copies nothing, and panics at other names
    }
    HeaderName::from_lowercase(name.as_bytes()).ok()
}

/// A text as the value of a header; nothing where more is in it than visible ASCII, blanks and tabs, which receivers
/// read in one way or another, nor where a blank stands at an end of it, which they drop (RFC 9110, 5.5).
pub(super) fn header_value(text: impl TryInto<HeaderValue>) -> Option<HeaderValue> {
    text.try_into().ok().filter(|value| value.to_str().is_ok_and(is_trimmed))
}

/// Whether a text begins and ends with no blank.
pub(super) fn is_trimmed(text: &str) -> bool {
    const BLANKS: [char; 2] = [' ', '\t'];
    !text.starts_with(BLANKS) && !text.ends_with(BLANKS)
}

/// A form and its media type.
pub(super) fn write_form(parts: impl Fn(&mut Form)) -> Result<(HeaderValue, Vec<u8>), BuildError> {
    let written = Form::write(std::iter::repeat_with(boundary).take(8), parts);
    let (boundary, bytes) = written.map_err(|error| match error {
        Unwritable::Boundary => BuildError::Boundary,
        Unwritable::Name(name) => BuildError::FieldName(name),
    })?;
    let media_type = HeaderValue::try_from(["multipart/form-data; boundary=", &boundary].concat());
    Ok((media_type.map_err(|_| BuildError::Boundary)?, bytes))
}

/// A boundary that nobody can foresee.
fn boundary() -> String {
    let random = RandomState::new();
    let mut boundary = String::with_capacity(37);
    boundary.push_str("form-");
    _ = write!(boundary, "{:016x}{:016x}", random.hash_one(0), random.hash_one(1)); // a String takes every text
    boundary
}

/// The text before the next variable of a template, the variable, and what follows.
fn next_variable(template: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let (literal, rest) = split_once(template, b'{')?;
    let (name, rest) = split_once(rest, b'}')?;
    Some((literal, name, rest))
}

/// What stands before and behind the first `separator`, which is ASCII. The texts are too short to gain by `memchr`.
fn split_once(text: &'static str, separator: u8) -> Option<(&'static str, &'static str)> {
    let at = text.bytes().position(|byte| byte == separator)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}
