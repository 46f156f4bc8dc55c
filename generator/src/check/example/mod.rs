//! Samples of pages are obligations: each is read as its spec says, and breaks exactly the rules that it claims.

mod claims;
mod pointer;
mod slip;
mod text;

use std::ops::Range;

use serde_json::Value as Json;

use self::claims::Judged;
use self::pointer::{Section, Sections};
use self::slip::Slip;
use self::text::Located;
use super::judge::{self, BODY, Broken, Form};
use super::kind;
use super::media::is_written;
use super::patterns::Patterns;
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::model::{Body, Endpoint, Entry, Given, ResponseBody, Sample, SampleBody, Scope, Shape, StatusKey, Word};
use crate::runtime::RuleId;
use crate::spec::nearest;

/// Judges the samples of an endpoint.
pub(super) fn judge(scope: Scope<'_>, endpoint: &Endpoint, patterns: &mut Patterns, found: &mut Diagnostics) {
    for example in &endpoint.examples {
        let name = |side| format!("the {side} of the example `{}` of `{}`", example.name, endpoint.name);
        if let Some(sample) = &example.request {
            request(scope, endpoint, sample, &name("request"), patterns, found);
        }
        if let Some(sample) = &example.response {
            response(scope, endpoint, sample, &name("response"), patterns, found);
        }
    }
}

fn request(
    scope: Scope<'_>,
    endpoint: &Endpoint,
    sample: &Sample,
    name: &str,
    patterns: &mut Patterns,
    found: &mut Diagnostics,
) {
    let settings = endpoint.settings.iter().filter_map(|index| scope.api.settings.get(*index));
    let headers: Vec<&Entry> = endpoint.headers.iter().chain(settings).collect();
    let path_parameters: Vec<&Entry> = endpoint.path_parameters.iter().collect();
    // Of a variable of the path that is not described, or not by its name, another message tells.
    let is_variable = |given: &&Given| endpoint.path.value.variables().any(|name| name == given.name.text);
    let others: Vec<Given> = sample.path_parameters.iter().filter(|given| !is_variable(given)).cloned().collect();
    given("path parameter", Form::Path, &others, &path_parameters, name, found);
    let query_parameters: Vec<&Entry> = endpoint.query_parameters.iter().collect();
    given("query parameter", Form::Query, &sample.query_parameters, &query_parameters, name, found);
    given("header", Form::Header, &sample.headers, &headers, name, found);
    let body = endpoint.body.as_ref();
    if let (None, Some(text)) = (body, &sample.body) {
        let way_out = "describe the body of the endpoint, or leave it out of the sample";
        found.push(no_body(name, "the endpoint sends none", text).help(way_out));
    }
    let Ok(located) = read(sample, body, name, found) else { return };
    for (given, entries, form) in [
        (&sample.path_parameters, &path_parameters, Form::Path),
        (&sample.query_parameters, &query_parameters, Form::Query),
        (&sample.headers, &headers, Form::Header),
    ] {
        for given in given {
            let Some(entry) = entries.iter().find(|entry| is_called(entry, given, form)) else { continue };
            let is_lost = |text: &String| {
                text.trim_matches([' ', '\t']) != text || !text.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~'))
            };
            if form == Form::Header && judge::written(scope, entry, &given.value, form).iter().any(is_lost) {
                found.push(no_header(given, name));
            } else if judge::changes(scope, entry, &given.value, form) {
                found.push(another_text(scope, entry, &given.name.text, given.place, name));
            }
        }
    }
    let parts = [
        Some(("path_parameters", Section::Named(path_parameters))),
        Some(("query_parameters", Section::Named(query_parameters))),
        Some(("headers", Section::Named(headers))),
        body.map(|body| ("body", Section::Body(&body.entry))),
    ];
    let sections = Sections { scope, parts: parts.into_iter().flatten().collect() };
    let broken = judge::request(scope, endpoint, sample, patterns);
    if let Some(body) = body.filter(|body| body.form().is_some() && !broken.iter().any(stops)) {
        differs(scope, body, sample, name, found);
    }
    claims::judge(&Judged { name: name.to_owned(), sample, sections, broken, located }, found);
}

fn response(
    scope: Scope<'_>,
    endpoint: &Endpoint,
    sample: &Sample,
    name: &str,
    patterns: &mut Patterns,
    found: &mut Diagnostics,
) {
    let Some(status) = judge::status(endpoint, sample) else {
        if !endpoint.responses.is_empty() {
            found.push(no_status(name, sample));
        }
        return;
    };
    let Some(response) = judge::response_of(endpoint, status) else {
        found.push(undocumented_status(name, status, sample));
        return;
    };
    let body = match response.body.as_ref().map(|body| &body.value) {
        Some(ResponseBody::Content(body)) => Some(body.as_ref()),
        Some(ResponseBody::None) => {
            if let Some(text) = sample.body.as_ref().filter(|text| !text.text.trim().is_empty()) {
                let way_out = if matches!(response.key, StatusKey::Status(204 | 205 | 304)) {
                    "HTTP lets no body come with it: leave that of the sample out, and tell of it under `doubts`"
                } else {
                    "correct the body of the response, in a half if the page is wrong about it"
                };
                found.push(no_body(name, &format!("nothing comes with {}", response.key), text).help(way_out));
            }
            None
        }
        Some(ResponseBody::Ignored) | None => None,
    };
    let Ok(located) = read(sample, body, name, found) else { return };
    let parts = body.map(|body| ("body", Section::Body(&body.entry)));
    let sections = Sections { scope, parts: parts.into_iter().collect() };
    let broken = judge::response(scope, endpoint, sample, patterns);
    claims::judge(&Judged { name: name.to_owned(), sample, sections, broken, located }, found);
}

/// A body that cannot be judged; why has been said.
struct Unread;

/// Reads the body of a sample, if it has one that is told of.
fn read(sample: &Sample, body: Option<&Body>, name: &str, found: &mut Diagnostics) -> Result<Option<Located>, Unread> {
    let undecodable = sample.undecodable.as_ref();
    let (Some(body), Some(text)) = (body, &sample.body) else {
        if let Some(why) = undecodable {
            found.push(decodable(name, why, None));
        }
        return Ok(None);
    };
    if !is_written(body) {
        return Err(Unread);
    }
    match (serde_json::from_str::<Json>(&text.text), undecodable) {
        (Err(error), None) => {
            found.push(not_json(name, text, &error));
            return Err(Unread);
        }
        (Err(_), Some(why)) => {
            kept(sample, why, name, found);
            return Err(Unread);
        }
        (Ok(_), Some(why)) => found.push(decodable(name, why, Some(text))),
        (Ok(_), None) => {}
    }
    let located = Located::of(&text.text, BODY);
    for twice in &located.twice {
        found.push(
            Diagnostic::new(Id::ExampleDiffers, format!("`{}` stands twice in {name}", twice.pointer))
                .at(text::place(text, &twice.again), "only this one is read")
                .at(text::place(text, &twice.first), "lost when it is written again")
                .help("if the slip is the transcript's, correct it"),
        );
    }
    Ok(Some(located))
}

/// A body that cannot be read, as is said: nothing else is judged, so nothing else can be claimed.
fn kept(sample: &Sample, why: &Word, name: &str, found: &mut Diagnostics) {
    if why.text.trim().is_empty() {
        found.push(
            Diagnostic::new(Id::MissingWhy, format!("`undecodable` gives no reason in {name}"))
                .at(why.place, "")
                .help("say what is wrong with the body"),
        );
    }
    for claim in &sample.violates {
        let title = format!("`{}` breaks no rule in {name}, which is not judged", claim.pointer);
        found.push(
            Diagnostic::new(Id::ClaimUnneeded, title)
                .at(claim.pointer.place, "claimed")
                .at(why.place, "the body cannot be read")
                .help("remove the claim"),
        );
    }
}

fn decodable(name: &str, why: &Word, text: Option<&SampleBody>) -> Diagnostic {
    match text {
        Some(text) => Diagnostic::new(Id::ClaimUnneeded, format!("the body in {name} can be read"))
            .at(why.place, "claimed")
            .at(text.place, "this is JSON")
            .help("remove `undecodable`: the sample is judged then"),
        None => Diagnostic::new(Id::ClaimUnneeded, format!("{name} has no body that would be read"))
            .at(why.place, "claimed")
            .help("remove `undecodable`"),
    }
}

fn not_json(name: &str, text: &SampleBody, error: &serde_json::Error) -> Diagnostic {
    let Slip { at, what, help, edit } = Slip::of(&text.text, error);
    let place = |bytes: &Range<usize>| text::place(text, bytes);
    let diagnostic = Diagnostic::new(Id::ExampleUndecodable, format!("the body in {name} is no JSON"))
        .at(place(&at), what)
        .help(help)
        .help("if the page has it so, say under `undecodable` what is wrong with it");
    match edit.and_then(|(at, written)| Some((text::exact(text, &at)?, written))) {
        // What a sample says is the page's.
        Some((at, written)) => diagnostic.edit(at, written).unsure(),
        None => diagnostic,
    }
}

/// Says where the body of a form comes out otherwise than it went in.
fn differs(scope: Scope<'_>, body: &Body, sample: &Sample, name: &str, found: &mut Diagnostics) {
    let (Shape::Object(fields), Some(text)) = (scope.resolve(&body.entry.shape.value), &sample.body) else { return };
    let Ok(Json::Object(object)) = serde_json::from_str(&text.text) else { return };
    let located = Located::of(&text.text, BODY);
    for field in fields.iter() {
        let Some(value) = object.get(&field.name) else { continue };
        if judge::changes(scope, field, value, Form::Part) {
            let pointer = judge::inside(BODY, &field.name);
            let place = located.nearest(&pointer).map_or(text.place, |bytes| text::place(text, &bytes));
            found.push(another_text(scope, field, &pointer, place, name));
        }
    }
}

fn another_text(scope: Scope<'_>, entry: &Entry, what: &str, place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(Id::ExampleDiffers, format!("`{what}` is another text when it is written again, in {name}"))
        .at(place, "")
        .at(kind::stated(scope, entry), "its type")
        .help(match entry.shape.value {
            Shape::List(_) => "a list that is joined is one text in the sample, its items in their shortest form",
            _ => "numbers are written in their shortest form: to keep the digits, correct the type to `string`",
        })
}

fn no_header(given: &Given, name: &str) -> Diagnostic {
    let title = format!("`{}` in {name} has characters that no header can have", given.name);
    Diagnostic::new(Id::ExampleUndecodable, title).at(given.place, "").help(
        "headers hold visible ASCII, and blanks and tabs within it: leave this one out, and say under `doubts` what the page has",
    )
}

/// Whether an entry is the one that a sample gives a value for; names of headers have no case.
fn is_called(entry: &Entry, given: &Given, form: Form) -> bool {
    match form {
        Form::Header => entry.name.eq_ignore_ascii_case(&given.name.text),
        _ => entry.name == given.name.text,
    }
}

/// Whether a sample that breaks a rule cannot come out as it went in.
fn stops(broken: &Broken) -> bool {
    broken.rule.stops() || matches!(broken.rule, RuleId::UnknownField | RuleId::Encode)
}

fn given(what: &str, form: Form, given: &[Given], entries: &[&Entry], name: &str, found: &mut Diagnostics) {
    for given in given.iter().filter(|given| !entries.iter().any(|entry| is_called(entry, given, form))) {
        let title = format!("{name} gives the {what} `{}`, which the endpoint does not have", given.name);
        let diagnostic = Diagnostic::new(Id::UnknownFieldName, title).at(given.name.place, "");
        found.push(match nearest(&given.name.text, entries.iter().map(|entry| entry.name.as_str())) {
            Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
            None => diagnostic.help(format!("describe the {what} of the endpoint, or leave it out of the sample")),
        });
    }
}

fn no_body(name: &str, why: &str, text: &SampleBody) -> Diagnostic {
    Diagnostic::new(Id::ExampleBreaks, format!("{name} has a body, and {why}")).at(text.place, "")
}

fn no_status(name: &str, sample: &Sample) -> Diagnostic {
    Diagnostic::new(Id::MissingKey, format!("{name} has no `status`, and no single success says it"))
        .at(sample.place, "")
        .help("add the `status` that the page's sample was answered with")
}

fn undocumented_status(name: &str, status: u16, sample: &Sample) -> Diagnostic {
    let place = sample.status.map_or(sample.place, |(_, place)| place);
    Diagnostic::new(Id::BadStatus, format!("{name} has the status {status}, for which there is no response"))
        .at(place, "")
        .help("describe it under `responses`, or correct the status")
}
