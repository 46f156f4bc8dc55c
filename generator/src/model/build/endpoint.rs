//! Endpoints: a file each.

use super::entry::{Builder, Frame};
use super::include::{Header, Once, Parts};
use super::resolve::Facts;
use super::types::Types;
use super::{example, message, page, read};
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::{Endpoint, Entry, Fact, Method, Origin, Page, PathTemplate, Response, Shape, StatusKey, Word};
use crate::spec::EndpointFile;
use crate::spec::block::Value;
use crate::spec::table::Key;

/// What an endpoint shares with the others of its API.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shared<'b> {
    pub types: &'b Types<'b>,
    pub parts: &'b Parts<'b>,
    pub page: Option<&'b Page>,
}

/// Builds an endpoint.
pub(super) fn endpoint(file: &EndpointFile, shared: Shared<'_>, found: &mut Diagnostics) -> Endpoint {
    let block = &file.block;
    let types = Types::of_endpoint(block.map(Key::Types), shared.types, found);
    let facts = Facts::of(block, Origin::Page);
    let include = read::words(block.list(Key::Include));
    let mut builder = Builder { types: &types, found };
    let body = facts.get(Key::Body).and_then(|fact| builder.request_body(fact.item));
    let entries = entries(file, &include, shared.parts, &mut builder);
    message::success_once(&file.name, &entries.responses, found);
    some_success(file, &entries.responses, found);
    Endpoint {
        name: file.name.clone(),
        place: file.place,
        rust_name: read::word(block, Key::RustName),
        renamed_from: read::word(block, Key::RenamedFrom),
        page: page::of(block).or_else(|| shared.page.cloned()).unwrap_or_else(|| no_page(file, found)),
        documented_as: read::owned(block, Key::DocumentedAs),
        method: method(&facts, file),
        path: path(&facts, file, &entries.path_parameters),
        doc: read::doc(block),
        doubts: read::doubts(block),
        permissions: facts.get(Key::Permissions).and_then(|fact| match &fact.item.value {
            Value::List(items) => Some(read::words(items)),
            _ => None,
        }),
        deprecated: facts.read(Key::Deprecated, read::deprecation),
        idempotent: facts.read(Key::Idempotent, read::flag),
        include,
        auth: facts.read(Key::Auth, |value| match value {
            Value::List(items) => Some(read::words(items)),
            _ => None,
        }),
        path_parameters: entries.path_parameters,
        query_parameters: entries.query_parameters,
        headers: entries.headers,
        settings: entries.settings,
        body,
        responses: entries.responses,
        types: types.finish(),
        examples: if is_told(file) { example::examples(block.map(Key::Examples), found) } else { Vec::new() },
    }
}

/// Whether all that samples are judged by could be read: what holds values is there, or nobody wrote it.
fn is_told(file: &EndpointFile) -> bool {
    let holds = [Key::PathParameters, Key::QueryParameters, Key::Headers, Key::Body, Key::Responses];
    !holds.iter().any(|key| file.block.broken.contains(key) && file.block.get(*key).is_none())
}

/// What an endpoint has of its own and from its parts.
struct Entries {
    path_parameters: Vec<Entry>,
    query_parameters: Vec<Entry>,
    headers: Vec<Entry>,
    settings: Vec<usize>,
    responses: Vec<Response>,
}

/// Takes in an endpoint's own entries, then those of its parts in order.
fn entries<'b>(file: &'b EndpointFile, include: &[Word], parts: &Parts<'_>, builder: &mut Builder<'b, '_>) -> Entries {
    let block = &file.block;
    let mut path_parameters = builder.entries(block.map(Key::PathParameters), Frame::TEXT);
    if block.broken.contains(&Key::PathParameters) && block.get(Key::PathParameters).is_none() {
        path_parameters = described(file);
    }
    let mut query_parameters = builder.entries(block.map(Key::QueryParameters), Frame::TEXT);
    let own_headers = builder.entries(block.map(Key::Headers), Frame::TEXT);
    let mut headers: Vec<_> = own_headers.into_iter().map(|entry| Header::Field(Box::new(entry))).collect();
    let mut responses = builder.responses(block.map(Key::Responses), None);
    for part in parts.included(include, builder.found) {
        path_parameters.extend(part.path_parameters.iter().cloned());
        query_parameters.extend(part.query_parameters.iter().cloned());
        headers.extend(part.headers.iter().cloned());
        responses.extend(part.responses.iter().cloned());
    }
    let found = &mut *builder.found;
    let mut fields = Vec::new();
    let mut settings = Vec::new();
    for header in Once::without_case("header").all(headers, Header::name, found) {
        match header {
            Header::Field(entry) => fields.push(*entry),
            Header::Setting { index, .. } => settings.push(index),
        }
    }
    let entry_name = |entry: &Entry| Word { text: entry.name.clone(), place: entry.place };
    let response_name = |response: &Response| Word { text: response.key.to_string(), place: response.place };
    Entries {
        path_parameters: Once::new("path parameter").all(path_parameters, entry_name, found),
        query_parameters: Once::new("query parameter").all(query_parameters, entry_name, found),
        headers: fields,
        settings,
        responses: Once::new("response").all(responses, response_name, found),
    }
}

/// Path parameters in place of those that could not be read, one for each variable of the path.
fn described(file: &EndpointFile) -> Vec<Entry> {
    let path = PathTemplate::parse(file.block.text(Key::Path).unwrap_or_default());
    let entry = |name: &str| Entry::of_shape(name.to_owned(), file.place, stand_in(Shape::Text, file));
    path.variables().map(entry).collect()
}

/// The method. Where there is none, which decoding has said, one that a body may go with.
fn method(facts: &Facts<'_>, file: &EndpointFile) -> Fact<Method> {
    facts
        .read(Key::Method, |value| read::text(value).map(|text| Method(text.to_owned())))
        .unwrap_or_else(|| stand_in(Method("POST".to_owned()), file))
}

/// The path. Where there is none, which decoding has said, one of all its variables.
fn path(facts: &Facts<'_>, file: &EndpointFile, parameters: &[Entry]) -> Fact<PathTemplate> {
    facts.read(Key::Path, |value| read::text(value).map(PathTemplate::parse)).unwrap_or_else(|| {
        let segments: Vec<_> = parameters.iter().map(|parameter| format!("{{{}}}", parameter.name)).collect();
        stand_in(PathTemplate::parse(&format!("/{}", segments.join("/"))), file)
    })
}

fn stand_in<T>(value: T, file: &EndpointFile) -> Fact<T> {
    Fact { value, origin: Origin::Page, place: file.place }
}

/// Says where no response stands for a success: any answer would be an error to the caller.
fn some_success(file: &EndpointFile, responses: &[Response], found: &mut Diagnostics) {
    let own = file.block.map(Key::Responses);
    let own_read = responses.iter().filter(|response| response.part.is_none()).count();
    let is_success = |response: &Response| response.key.is_success() || response.key == StatusKey::Default;
    // What could not be read, which is said elsewhere, may have been the success.
    if responses.iter().any(is_success) || own_read < own.len() || file.block.broken.contains(&Key::Responses) {
        return;
    }
    let title = if responses.is_empty() {
        format!("`{}` has no responses", file.name)
    } else {
        format!("`{}` has no response for a success", file.name)
    };
    let place = file.block.get(Key::Responses).map_or(file.place, |item| item.key_place);
    let diagnostic = Diagnostic::new(Id::MissingKey, title).at(place, "");
    found.push(if responses.is_empty() {
        diagnostic.help("add `responses`: `success: {}` where the page says nothing but that a call may succeed")
    } else {
        diagnostic
            .help("add the status that the page gives; `success: {}` where it says nothing but that a call may succeed")
    });
}

/// Says that an endpoint transcribes no page.
fn no_page(file: &EndpointFile, found: &mut Diagnostics) -> Page {
    if !file.block.broken.contains(&Key::Page) {
        found.push(
            Diagnostic::new(Id::MissingKey, format!("`{}` names no page", file.name))
                .at(file.place, "")
                .help("add `page` with the address of the documentation page, here or in api.yaml for all endpoints"),
        );
    }
    page::stand_in(file.place)
}
