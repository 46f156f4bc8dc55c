//! Requests as JSON, to be kept and sent later.

use http::header::{ACCEPT, CONTENT_TYPE};

use super::address::Address;
use super::incoming::{self, Content, Parts};
use super::{Api, BuildError, Endpoint, Received, outgoing};
use crate::runtime::core::{pairs, parse};
use crate::runtime::{Fields, JsonObject, Node, Undecodable, to_json};

const ENDPOINT: &str = "endpoint";
const PATH: &str = "path_parameters";
const QUERY: &str = "query_parameters";
const HEADERS: &str = "headers";
const FORM: &str = "form";
const BODY: &str = "body";

pub(super) fn write<E: Endpoint>(endpoint: &E, settings: &<E::Api as Api>::Settings) -> Result<String, BuildError> {
    let request = outgoing::build(endpoint, settings, &Address::parse("http://localhost")?)?;
    let mut stored = JsonObject::new().with(ENDPOINT, E::INFO.to_string());
    add(&mut stored, PATH, incoming::variables(E::INFO, &request).unwrap_or_default());
    add(&mut stored, QUERY, pairs(request.uri().query().unwrap_or_default()));
    let own = request.headers().iter().filter(|(name, _)| *name != CONTENT_TYPE && *name != ACCEPT);
    add(&mut stored, HEADERS, own.filter_map(incoming::line).collect());
    if let Some(form) = incoming::form(&request) {
        add(&mut stored, FORM, form);
        return Ok(to_json(&stored));
    }
    let mut json = to_json(&stored);
    if let Ok(body) = str::from_utf8(request.body().buffered())
        && !body.is_empty()
    {
        json.pop(); // the brace: a body is JSON as it is
        json.extend([",\"", BODY, "\":", body, "}"]);
    }
    Ok(json)
}

pub(super) fn read<E: Endpoint>(json: &str) -> Result<Received<E, <E::Api as Api>::Settings>, Undecodable> {
    let Node::Object(mut stored) = parse(json.as_bytes())? else { return Err(Undecodable::NoRequest) };
    match stored.remove(ENDPOINT) {
        Some(Node::Text(name)) if *name == E::INFO.to_string() => {}
        Some(Node::Text(_)) => return Err(Undecodable::AnotherRequest),
        _ => return Err(Undecodable::NoRequest),
    }
    let path = texts(stored.remove(PATH))?;
    let query = texts(stored.remove(QUERY))?;
    let headers = texts(stored.remove(HEADERS))?;
    let form = stored.remove(FORM);
    let (body, is_empty) = match stored.remove(BODY) {
        _ if form.is_some() => (Content::Texts(texts(form)?), false),
        None => (Content::Json(Fields::default()), true),
        Some(Node::Object(fields)) => (Content::Json(fields), false),
        Some(other) => (Content::Other(other), false),
    };
    incoming::read(Parts { path, query, headers, body, is_empty })
}

/// Adds texts, if there are any; those of one name are a list.
fn add(stored: &mut JsonObject, name: &str, texts: Vec<(String, String)>) {
    if !texts.is_empty() {
        stored.insert(name, JsonObject::from(Fields::of_texts(texts)));
    }
}

fn texts(object: Option<Node<'_>>) -> Result<Vec<(String, String)>, Undecodable> {
    let fields = match object {
        None => Fields::default(),
        Some(Node::Object(fields)) => fields,
        Some(_) => return Err(Undecodable::NoRequest),
    };
    let mut texts = Vec::new();
    for (name, node) in fields.iter() {
        let items = if let Node::List(items) = node { items.as_slice() } else { std::slice::from_ref(node) };
        for item in items {
            let Node::Text(text) = item else { return Err(Undecodable::NoRequest) };
            texts.push((name.to_owned(), text.clone().into_owned()));
        }
    }
    Ok(texts)
}
