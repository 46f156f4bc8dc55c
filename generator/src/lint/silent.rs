//! `no-example` and `no-words`: an endpoint that shows nothing, and an argument that nobody explains.

use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::{Api, Endpoint, Entry, Scope, Shape};

pub(super) fn no_example(_: &Api, endpoint: &Endpoint, found: &mut Diagnostics) {
    if endpoint.examples.is_empty() {
        found.push(
            Diagnostic::new(Id::NoExample, format!("`{}` has no example", endpoint.name))
                .at(endpoint.method.place, "")
                .help("add the page's samples under `examples`: they are judged by the rules, and become tests")
                .help("where the page has none, allow it: `allow: {no-example: The page has no sample.}`"),
        );
    }
}

/// What a caller must give is an argument in Rust, and its words are all that he reads there.
pub(super) fn no_words(api: &Api, endpoint: &Endpoint, found: &mut Diagnostics) {
    let scope = Scope { api, endpoint: Some(endpoint) };
    let is_required = |entry: &&Entry| entry.required.as_ref().is_some_and(|fact| fact.value);
    let body = endpoint.body.as_ref().and_then(|body| match scope.resolve(&body.entry.shape.value) {
        Shape::Object(object) => Some(object.fields.as_slice()),
        _ => None,
    });
    let others = endpoint.query_parameters.iter().chain(&endpoint.headers).chain(body.unwrap_or_default());
    for entry in endpoint.path_parameters.iter().chain(others.filter(is_required)) {
        let of_type = match &entry.shape.value {
            Shape::Named(id) => scope.named(*id).and_then(|named| named.entry.doc.as_ref()),
            _ => None,
        };
        if entry.doc.is_none() && of_type.is_none() && entry.constraints.constant.is_none() {
            found.push(
                Diagnostic::new(Id::NoWords, format!("callers must give `{}`, and nobody says what it is", entry.name))
                    .at(entry.place, "")
                    .help("add `doc`: a few words of your own"),
            );
        }
    }
}
