//! Media types, and which of them can be read and written.

use super::name::is_token;
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::{Api, Body, Endpoint, Fact, FormKind, MediaType, ResponseBody, Scope, Shape};

/// Judges the media types of an endpoint, and whether its method has a body.
pub(super) fn judge(api: &Api, endpoint: &Endpoint, found: &mut Diagnostics) {
    if let Some(body) = &endpoint.body {
        not_with_method(endpoint, body, found);
        media_types(body, found);
        if let Some(kind) = body.form() {
            form(Scope { api, endpoint: Some(endpoint) }, endpoint, (body, kind), found);
        } else if !is_written(body) {
            not_yet(body, "written", "until then leave `body` out, and say in `doubts` what is sent", found);
        }
    }
    for response in &endpoint.responses {
        let Some(Fact { value: ResponseBody::Content(body), .. }) = &response.body else { continue };
        media_types(body, found);
        if body.form().is_some() || !is_written(body) {
            not_yet(
                body,
                "read",
                "leave `body` of the response out: its bytes are given to the caller as they are",
                found,
            );
        }
    }
}

/// Whether a body can be written: JSON, or a form.
pub(super) fn is_written(body: &Body) -> bool {
    body.media_type.as_ref().is_none_or(|of| of.value.is_json() || of.value.form().is_some())
}

fn media_types(body: &Body, found: &mut Diagnostics) {
    for fact in body.media_type.iter().chain(&body.other_media_types).filter(|fact| !is_media_type(&fact.value)) {
        found.push(
            Diagnostic::new(Id::BadMediaType, format!("`{}` is no media type", fact.value.0))
                .at(fact.place, "")
                .help("it is a type and a subtype with a slash between, such as `application/json`"),
        );
    }
}

fn is_media_type(media_type: &MediaType) -> bool {
    media_type.0.split_once('/').is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype))
}

fn not_yet(body: &Body, verb: &str, way_out: &str, found: &mut Diagnostics) {
    let Some(fact) = body.media_type.as_ref().filter(|fact| is_media_type(&fact.value)) else { return };
    found.push(
        Diagnostic::new(Id::NotYet, format!("bodies of `{}` are not {verb} by this version", fact.value.0))
            .at(fact.place, "")
            .help(way_out),
    );
}

fn form(scope: Scope<'_>, endpoint: &Endpoint, of: (&Body, FormKind), found: &mut Diagnostics) {
    let (body, kind) = of;
    let name = &endpoint.name;
    let Shape::Object(fields) = scope.resolve(&body.entry.shape.value) else {
        let title =
            format!("the body of `{name}` is {} without `fields`, which is not written by this version", kind.noun());
        let diagnostic = Diagnostic::new(Id::NotYet, title).at(body.entry.shape.place, "");
        found.push(diagnostic.help("list its fields under `fields`"));
        return;
    };
    let left_out = body.entry.required.as_ref().filter(|fact| !fact.value);
    let required = fields.iter().find_map(|field| field.required.as_ref().filter(|fact| fact.value));
    if let (Some(left_out), Some(required)) = (left_out, required) {
        let title = format!(
            "the body of `{name}` is {} that may be left out and yet requires a field, which is not written by this version",
            kind.noun()
        );
        found.push(
            Diagnostic::new(Id::NotYet, title)
                .at(left_out.place, "it may be left out")
                .at(required.place, "and requires this")
                .help("until then leave out the one that matters less, and say it in `doc`"),
        );
    }
}

/// A body where servers and proxies expect none (RFC 9110, 9.3).
fn not_with_method(endpoint: &Endpoint, body: &Body, found: &mut Diagnostics) {
    let method = &endpoint.method;
    if matches!(method.value.0.as_str(), "GET" | "HEAD" | "TRACE" | "CONNECT") {
        let title = format!("`{}` sends a body with {}", endpoint.name, method.value.0);
        let diagnostic = Diagnostic::new(Id::BodyNotHere, title)
            .at(body.entry.place, "the body")
            .at(method.place, "the method")
            .help("correct the method, or move the fields to `query_parameters`");
        // What no HTTP library sends, no page can ask for.
        found.push(if method.value.0 == "GET" {
            diagnostic.help("if the server really reads it, say so with the reason: `allow: {body-not-here: …}`")
        } else {
            diagnostic.firm().help("if the server really reads it, move what it holds in words to `doubts`")
        });
    }
}
