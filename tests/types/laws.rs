//! What must hold for each type of a generated crate. Compiled once for each, since the runtime of each is its own.

use std::fmt::Debug;

use serde_json::Value as Json;

use super::clients::runtime::client::{Api, Body, BuildError, Endpoint, Response, http};
use super::clients::runtime::{
    Deviation, Element, RuleId, Undecodable, Validate, Violation, Violations, from_json, to_json,
};
use crate::secret::{is_told, silent};
use crate::verdict::{Verdict, is_same, is_same_message, verdict};

/// A type that can stand in JSON.
pub struct Type {
    /// Its path within the crate.
    pub path: String,
    /// Whether a JSON value keeps the laws; an error says which it breaks.
    pub keeps: fn(&Json) -> Result<Kept, String>,
}

/// What became of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It was read, and kept the laws.
    Whole,
    /// It is of another kind altogether.
    Refused,
}

/// A value is read, written, read and written; nothing differs, and nothing is lost that reading did not tell of.
pub fn keeps<T: Element + PartialEq + Clone + Debug + Validate>(
    json: &Json,
    hash: fn(&T) -> Option<u64>,
    shown: fn(&T) -> Vec<String>,
) -> Result<Kept, String> {
    let (value, told) = match from_json::<T>(&json.to_string()) {
        Ok(read) => read,
        Err(error) if is_refused(error) => return Ok(Kept::Refused),
        Err(error) => return Err(error.to_string()),
    };
    let written = to_json(&value);
    let (again, _) = from_json::<T>(&written).map_err(|error| format!("{written} cannot be read: {error}"))?;
    same(&value, &again, &written)?;
    same(&value, &value.clone(), &written)?;
    silent("the value", &shown(&value))?;
    if hash(&value) != hash(&again) {
        return Err(format!("equal values have different hashes: {written}"));
    }
    if to_json(&again) != written {
        return Err(format!("{written} is written as {}", to_json(&again)));
    }
    let first = value.violations();
    if words(&first) != words(&again.violations()) {
        return Err(format!("equal values are judged differently: {written}"));
    }
    silent("what it breaks", &[shown!(&told), shown!(&first)].concat())?;
    whole(json, &written, told.iter())?;
    Ok(Kept::Whole)
}

fn same<T: PartialEq + Debug>(one: &T, other: &T, written: &str) -> Result<(), String> {
    if one == other {
        return Ok(());
    }
    Err(format!("{one:?} became {other:?} by {written}"))
}

/// Nothing is lost unless reading told of it.
fn whole<'v>(json: &Json, written: &str, told: impl Iterator<Item = &'v Violation>) -> Result<(), String> {
    let is_lost = |violation: &Violation| violation.rule.id() != RuleId::Tag; // an unlisted variant is kept
    if told.into_iter().any(is_lost) {
        return Ok(());
    }
    let written: Json = serde_json::from_str(written).map_err(|error| format!("{written}: {error}"))?;
    if is_same(json, &written) { Ok(()) } else { Err(format!("it became {written}, and nothing told")) }
}

fn words(violations: &[Violation]) -> Verdict {
    verdict(violations.iter().map(|violation| (violation.pointer.to_text(), violation.rule.id().to_string())))
}

/// What one endpoint does with messages.
pub struct Message {
    /// API and name.
    pub name: String,
    /// A request as JSON: the verdict on it, if there is a whole one. An error says which law is broken.
    pub request: fn(&Json) -> Result<Option<Verdict>, String>,
    /// An answer of a status: the same.
    pub answer: fn(u16, &str) -> Result<Option<Verdict>, String>,
}

impl Message {
    pub fn of<E>() -> Self
    where
        E: Endpoint + PartialEq + Clone + Debug,
        E::Output: PartialEq + Debug,
        E::Failure: PartialEq + Debug,
        <E::Api as Api>::Settings: PartialEq,
    {
        Self { name: E::INFO.to_string(), request: request::<E>, answer: answer::<E> }
    }
}

/// A request that was made in Rust survives both as JSON that is kept and as a message that is sent.
pub fn survives<E>(endpoint: &E) -> Result<(), String>
where
    E: Endpoint + PartialEq + Debug,
{
    let settings = <E::Api as Api>::Settings::default();
    let json = endpoint.to_json(&settings).map_err(|error| error.to_string())?;
    let kept = E::from_json(&json).map_err(|error| format!("{json}: {error}"))?.endpoint;
    let sent = endpoint.to_request(SERVER, &settings).map_err(|error| error.to_string())?;
    let arrived = E::from_request(&sent).map_err(|error| format!("{sent:?}: {error}"))?.endpoint;
    match (kept, arrived) {
        (Some(kept), Some(arrived)) => same(endpoint, &kept, &json).and_then(|()| same(endpoint, &arrived, &json)),
        _ => Err(format!("{json} is not whole")),
    }
}

/// A value that was made in Rust is written and read.
pub fn returns<T: Element + PartialEq + Debug>(value: &T) -> Result<(), String> {
    let json = to_json(value);
    let (again, told) = from_json::<T>(&json).map_err(|error| format!("{json}: {error}"))?;
    same(value, &again, &json)?;
    if told.is_empty() { Ok(()) } else { Err(format!("{json}: {told}")) }
}

/// A request survives both as JSON that is kept and as a message that is sent.
fn request<E>(stored: &Json) -> Result<Option<Verdict>, String>
where
    E: Endpoint + PartialEq + Clone + Debug,
    <E::Api as Api>::Settings: PartialEq,
{
    let received = match E::from_json(&stored.to_string()) {
        Ok(received) => received,
        Err(error) if is_refused(error) => return Ok(None),
        Err(error) => return Err(error.to_string()),
    };
    let judged = whole_verdict(&received.violations);
    silent("what was received", &shown!(&received))?;
    silent("what it breaks", &shown!(&received.violations))?;
    let Some(endpoint) = received.endpoint else { return Ok(judged) };
    let settings = received.settings;
    let own = endpoint.violations();
    if own.iter().any(|violation| violation.rule.id() == RuleId::Encode) {
        return Ok(judged); // the validator says that the form cannot write it
    }
    let json = match endpoint.to_json(&settings) {
        Ok(json) => json,
        Err(error) if is_unsendable(&error, stored) => {
            silent("the error", &shown!(&error))?;
            let sent = endpoint.to_request(SERVER, &settings);
            return if sent.is_err() { Ok(judged) } else { Err(format!("it is sent, and not kept: {error}")) };
        }
        Err(error) => return Err(format!("it cannot be kept: {error}")),
    };
    let again = E::from_json(&json).map_err(|error| format!("{json} cannot be read: {error}"))?;
    let kept = again.endpoint.ok_or_else(|| format!("{json} is not whole"))?;
    same(&endpoint, &kept, &json)?;
    if again.settings != settings {
        return Err(format!("other settings by {json}"));
    }
    let rewritten = kept.to_json(&settings).map_err(|error| error.to_string())?;
    if rewritten != json {
        return Err(format!("{json} is written as {rewritten}"));
    }
    let sent = endpoint.to_request(SERVER, &settings).map_err(|error| format!("it cannot be sent: {error}"))?;
    silent("the request's headers and body", &[shown!(sent.headers()), shown!(sent.body())].concat())?;
    if !is_told(&sent.uri().to_string()) {
        silent("the request", &shown!(&sent))?;
    }
    let arrived = E::from_request(&sent).map_err(|error| format!("{sent:?} cannot be read: {error}"))?;
    let arrived_endpoint = arrived.endpoint.ok_or_else(|| format!("{sent:?} is not whole"))?;
    same(&endpoint, &arrived_endpoint, &json)?;
    if arrived.settings != settings {
        return Err(format!("other settings by {sent:?}"));
    }
    let of_settings = settings.violations();
    let is_judged = |violation: &Violation| {
        let of_settings = of_settings.iter().any(|other| {
            other.rule == violation.rule && last(&other.pointer.to_text()) == last(&violation.pointer.to_text())
        });
        of_settings || own.iter().any(|other| other == violation)
    };
    let loses = |violation: &&Violation| match violation.rule.id() {
        RuleId::Enum => !is_judged(violation),
        id => id.stops() || id == RuleId::UnknownField,
    };
    if judged.is_some() && !received.violations.iter().any(|violation| loses(&violation)) {
        let written: Json = serde_json::from_str(&json).map_err(|error| error.to_string())?;
        if !is_same_message(stored, &written) {
            return Err(format!("it became {written}, and nothing told"));
        }
    }
    Ok(judged)
}

fn last(pointer: &str) -> Option<&str> {
    pointer.rsplit('/').next()
}

const SERVER: &str = "https://host.example/base";

/// Whether no message can hold it: a header has visible ASCII alone, a segment of a path is no empty and no dot one, and
/// an address is not endless.
fn is_unsendable(error: &BuildError, stored: &Json) -> bool {
    let texts = |section: &str| {
        stored
            .get(section)
            .and_then(Json::as_object)
            .map_or_else(String::new, |it| it.values().map(Json::to_string).collect())
    };
    match error {
        BuildError::Header(_) => {
            texts("headers").contains(|character: char| !(' '..='~').contains(&character) || character == '\\')
        }
        BuildError::PathArgument(_) => true,
        BuildError::TooLong => texts("path_parameters").len() + texts("query_parameters").len() > 10_000,
        _ => false,
    }
}

/// A verdict; nothing where violations are left out of it.
fn whole_verdict(violations: &Violations) -> Option<Verdict> {
    (violations.omitted() == 0).then(|| words(violations))
}

/// An answer of a server is read, written, read and written.
fn answer<E>(status: u16, body: &str) -> Result<Option<Verdict>, String>
where
    E: Endpoint,
    E::Output: PartialEq + Debug,
    E::Failure: PartialEq + Debug,
{
    let status = http::StatusCode::from_u16(status).map_err(|error| error.to_string())?;
    let mut response = Response::new(Body::from(body.to_owned()));
    *response.status_mut() = status;
    if status.is_success() {
        let Some((output, found)) = read(E::from_response(&response))? else { return Ok(None) };
        let written = E::to_response(&output).map_err(|error| format!("it cannot be written: {error}"))?;
        silent("the answer", &[shown!(&output), shown!(&found), shown!(&written)].concat())?;
        let again = E::from_response(&written).map_err(|error| format!("{written:?} cannot be read: {error}"))?;
        same(&output, &again.0, &text(&written))?;
        let rewritten = E::to_response(&again.0).map_err(|error| error.to_string())?;
        same(&text(&written), &text(&rewritten), "")?;
        return conclude(body, &written, &found);
    }
    let Some((failure, found)) = read(E::from_refusal(&response))? else { return Ok(None) };
    let written = E::to_refusal(status, failure.as_ref()).map_err(|error| format!("it cannot be written: {error}"))?;
    silent("the refusal", &[shown!(&failure), shown!(&found), shown!(&written)].concat())?;
    let again = E::from_refusal(&written).map_err(|error| format!("{written:?} cannot be read: {error}"))?;
    same(&failure, &again.0, &text(&written))?;
    if failure.is_none() { Ok(None) } else { conclude(body, &written, &found) }
}

fn read<T>(read: Result<T, Undecodable>) -> Result<Option<T>, String> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(error) if is_refused(error) => Ok(None),
        Err(error) => Err(error.to_string()),
    }
}

fn text(response: &Response) -> String {
    String::from_utf8_lossy(response.body().bytes().map_or(&[], |bytes| bytes)).into_owned()
}

fn conclude(body: &str, written: &Response, found: &[Deviation]) -> Result<Option<Verdict>, String> {
    let mut broken = Vec::new();
    for deviation in found {
        match deviation {
            Deviation::Broken(violation) => broken.push(violation.clone()),
            Deviation::More(_) => return Ok(None),
            Deviation::UnknownStatus(_) | Deviation::UnexpectedBody => {}
            other => return Err(format!("{other}")),
        }
    }
    // What loses nothing: rules of the validator.
    let loses = |violation: &&Violation| {
        let id = violation.rule.id();
        id.stops() || matches!(id, RuleId::Enum | RuleId::UnknownField)
    };
    let written = text(written);
    if !written.is_empty() {
        let json: Json = serde_json::from_str(body).map_err(|error| error.to_string())?;
        whole(&json, &written, broken.iter().filter(loses))?;
    }
    Ok(Some(words(&broken)))
}

/// Whether a body as a whole is none that its type can hold.
const fn is_refused(error: Undecodable) -> bool {
    matches!(error, Undecodable::AnotherKind { .. } | Undecodable::BeyondJson | Undecodable::NotListed)
}
