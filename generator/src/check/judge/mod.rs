//! The judge of raw values: which rules a value breaks, as the generated validators say it, before there is a type for it.
//!
//! Decoding finds `required nullable type range tag unknown_field`, the validator the rest; here both are one walk over
//! the value beside the model. A test in the generated crate holds the two judges to the same verdict.

mod value;
mod wire;

use serde_json::Value as Json;

use super::patterns::Patterns;
use crate::diagnostic::Place;
use crate::model::{Endpoint, Entry, Response, ResponseBody, Sample, Scope, StatusKey};
use crate::runtime::RuleId;

pub(super) use value::{inside, is_open};
pub(super) use wire::changes;
pub(crate) use wire::{texts, written};

/// A rule that a value breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Broken {
    /// Where the value stands, or would stand.
    pub pointer: String,
    /// The rule.
    pub rule: RuleId,
    /// Where the rule is stated.
    pub stated: Place,
}

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// As JSON.
    Json,
    /// As a field of a form.
    Part,
    /// As a segment of the path.
    Path,
    /// As a parameter of the query.
    Query,
    /// As a header.
    Header,
}

/// Judges values, and keeps what they break.
#[derive(Debug)]
pub(super) struct Judge<'m, 'p> {
    pub scope: Scope<'m>,
    pub patterns: &'p mut Patterns,
    pub found: Vec<Broken>,
}

/// The rules that a sample of a request breaks: for each a JSON Pointer and the rule's id. A body that is no JSON breaks
/// none.
#[must_use]
pub fn judge_request(scope: Scope<'_>, endpoint: &Endpoint, sample: &Sample) -> Vec<(String, RuleId)> {
    pairs(request(scope, endpoint, sample, &mut Patterns::default()))
}

/// The rules that a sample of an answer breaks: for each a JSON Pointer and the rule's id. A body that is no JSON, and one
/// that is not promised, break none.
#[must_use]
pub fn judge_response(scope: Scope<'_>, endpoint: &Endpoint, sample: &Sample) -> Vec<(String, RuleId)> {
    pairs(response(scope, endpoint, sample, &mut Patterns::default()))
}

fn pairs(found: Vec<Broken>) -> Vec<(String, RuleId)> {
    found.into_iter().map(|broken| (broken.pointer, broken.rule)).collect()
}

/// Judges a sample of a request.
pub(super) fn request<'m>(
    scope: Scope<'m>,
    endpoint: &'m Endpoint,
    sample: &Sample,
    patterns: &mut Patterns,
) -> Vec<Broken> {
    let mut judge = Judge { scope, patterns, found: Vec::new() };
    for given in &sample.path_parameters {
        if let Some(entry) = endpoint.path_parameters.iter().find(|entry| entry.name == given.name.text) {
            judge.value(entry, &given.value, Form::Path, &inside("/path_parameters", &entry.name));
        }
    }
    for given in &sample.query_parameters {
        if let Some(entry) = endpoint.query_parameters.iter().find(|entry| entry.name == given.name.text) {
            judge.value(entry, &given.value, Form::Query, &inside("/query_parameters", &entry.name));
        }
    }
    for given in &sample.headers {
        if let Some(entry) = header(scope, endpoint, &given.name.text) {
            judge.value(entry, &given.value, Form::Header, &inside("/headers", &entry.name));
        }
    }
    if let (Some(body), Some(json)) = (&endpoint.body, json(sample)) {
        if body.form().is_some() {
            judge.parts(&body.entry, &json);
        } else {
            judge.value(&body.entry, &json, Form::Json, BODY);
        }
    }
    judge.found
}

/// Judges a sample of an answer.
pub(super) fn response<'m>(
    scope: Scope<'m>,
    endpoint: &'m Endpoint,
    sample: &Sample,
    patterns: &mut Patterns,
) -> Vec<Broken> {
    let mut judge = Judge { scope, patterns, found: Vec::new() };
    let response = status(endpoint, sample).and_then(|status| response_of(endpoint, status));
    let body = response.and_then(|response| response.body.as_ref()).map(|body| &body.value);
    if let (Some(ResponseBody::Content(body)), Some(json)) = (body, json(sample)) {
        judge.value(&body.entry, &json, Form::Json, BODY);
    }
    judge.found
}

/// The pointer to a body.
pub(super) const BODY: &str = "/body";

/// The header of an endpoint, of its own or of the settings that it takes; names have no case.
pub(super) fn header<'m>(scope: Scope<'m>, endpoint: &'m Endpoint, name: &str) -> Option<&'m Entry> {
    let settings = endpoint.settings.iter().filter_map(|index| scope.api.settings.get(*index));
    endpoint.headers.iter().chain(settings).find(|entry| entry.name.eq_ignore_ascii_case(name))
}

/// The status of a sample: its own, or the only one that the endpoint has for a success.
pub(crate) fn status(endpoint: &Endpoint, sample: &Sample) -> Option<u16> {
    if let Some((status, _)) = sample.status {
        return Some(status);
    }
    let mut successes = endpoint.responses.iter().map(|response| response.key).filter(|key| key.is_success());
    match (successes.next(), successes.next()) {
        (Some(StatusKey::Status(status)), None) => Some(status),
        (Some(StatusKey::Success), None) => Some(200),
        _ => None,
    }
}

/// The response for a status: that with the most exact key.
pub(crate) fn response_of(endpoint: &Endpoint, status: u16) -> Option<&Response> {
    endpoint.responses.iter().filter(|response| response.key.covers(status)).min_by_key(|response| response.key)
}

fn json(sample: &Sample) -> Option<Json> {
    serde_json::from_str(&sample.body.as_ref()?.text).ok()
}
