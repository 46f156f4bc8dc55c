//! The samples of the pages: read as they stand, they break exactly the rules that their spec claims, and written again
//! they are the same.
#![allow(dead_code, reason = "what is used depends on the features and on the samples")]

// MODULES

use ::std::fmt::Debug;

use message_clients::runtime::client::http::StatusCode;
use message_clients::runtime::client::http::request::Builder;
use message_clients::runtime::client::{Endpoint, Request, Response};
use message_clients::runtime::{Deviation, Element, Json, Violation, to_json};

/// Places, each with the rule that is broken there.
type Broken<'a> = [(&'a str, &'a str)];

/// A request: what it breaks, and that it comes out as it went in. Of its path, query and headers only what the sample
/// gives is looked at.
fn request<E: Endpoint>(sample: &Request, given: &[&str], claimed: &Broken<'_>) {
    let Ok(received) = E::from_request(sample) else { return assert!(is_of_another_kind(claimed)) };
    let is_within = |at: &str, given: &str| at.strip_prefix(given).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let looked_at = |at: &str| at.starts_with("/body") || given.iter().any(|given| is_within(at, given));
    let broken = received.violations.iter().map(broken).filter(|(at, _)| looked_at(at));
    assert_eq!(sorted(broken), expected(claimed));

    let Some(endpoint) = received.endpoint.filter(|_| survives(claimed)) else { return };
    let again = endpoint.to_request("https://localhost", &received.settings).unwrap();
    assert_eq!((again.method(), again.uri().path()), (sample.method(), sample.uri().path()));
    assert_eq!(pairs(&again, sample), pairs(sample, sample));
    for name in sample.headers().keys().filter(|name| *name != "content-type") {
        assert!(again.headers().get_all(name) == sample.headers().get_all(name), "{name}");
    }
    if sample.headers().contains_key("content-type") {
        let (again, sample) = (fields(&again), fields(sample));
        assert!(same(&again, &sample), "{again} instead of {sample}");
    }
}

/// An answer with a typed body: what it breaks, and that it comes out as it went in.
fn response<E: Endpoint<Output: Element + PartialEq + Debug>>(status: u16, sample: &str, claimed: &Broken<'_>) {
    let Ok((output, deviations)) = E::from_response(&answer(status, sample)) else {
        return assert!(is_of_another_kind(claimed));
    };
    assert_eq!(rules(&deviations), expected(claimed));
    if survives(claimed) {
        let (again, sample) = (parse(&to_json(&output)), parse(sample));
        assert!(same(&again, &sample), "{again} instead of {sample}");
        sent_on::<E>(&output, claimed);
    }
}

/// An answer whose body has no type of its own: what it breaks, and that it comes out as it went in.
fn untyped<E: Endpoint<Output: PartialEq + Debug>>(status: u16, sample: &str, claimed: &Broken<'_>) {
    let Ok((output, deviations)) = E::from_response(&answer(status, sample)) else {
        return assert!(is_of_another_kind(claimed));
    };
    assert_eq!(rules(&deviations), expected(claimed));
    if survives(claimed) {
        sent_on::<E>(&output, claimed);
    }
}

/// A refusal: what it breaks, and that it comes out as it went in.
fn refusal<E: Endpoint<Failure: PartialEq + Debug>>(status: u16, sample: &str, claimed: &Broken<'_>) {
    let Ok((failure, deviations)) = E::from_refusal(&answer(status, sample)) else {
        return assert!(is_of_another_kind(claimed));
    };
    assert_eq!(rules(&deviations), expected(claimed));
    if survives(claimed) {
        let written = E::to_refusal(StatusCode::from_u16(status).unwrap(), failure.as_ref()).unwrap();
        let (again, deviations) = E::from_refusal(&written).unwrap();
        assert_eq!((again, rules(&deviations)), (failure, expected(claimed)));
    }
}

/// The response that a server writes is read as what it was written from, and breaks nothing more.
fn sent_on<E: Endpoint<Output: PartialEq + Debug>>(output: &E::Output, claimed: &Broken<'_>) {
    let (again, deviations) = E::from_response(&E::to_response(output).unwrap()).unwrap();
    assert_eq!((&again, rules(&deviations)), (output, expected(claimed)));
}

fn answer(status: u16, body: &str) -> Response {
    let mut response = Response::new(body.to_owned().into());
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    response
}

fn broken(violation: &Violation) -> (String, String) {
    (violation.pointer.to_string(), violation.rule.id().to_string())
}

fn rules(deviations: &[Deviation]) -> Vec<(String, String)> {
    let rule = |deviation: &Deviation| match deviation {
        Deviation::Broken(violation) => broken(violation),
        other => panic!("{other}"),
    };
    sorted(deviations.iter().map(rule))
}

fn expected(claimed: &Broken<'_>) -> Vec<(String, String)> {
    sorted(claimed.iter().map(|(at, rule)| ((*at).to_owned(), (*rule).to_owned())))
}

fn sorted(broken: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    let mut broken: Vec<_> = broken.collect();
    broken.sort();
    broken
}

/// Whether the sample is claimed to be no body of the documented kind at all.
fn is_of_another_kind(claimed: &Broken<'_>) -> bool {
    ["type", "range", "enum"].iter().any(|rule| claimed.contains(&("/body", *rule)))
}

/// Whether what is read holds all of the sample: what is of another kind, undocumented or an undocumented null does not stay.
fn survives(claimed: &Broken<'_>) -> bool {
    !claimed.iter().any(|(_, rule)| ["type", "range", "nullable", "unknown_field"].contains(rule))
}

/// Whether two values are equal, numbers by what they are worth: `1.0` is `1`.
fn same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Number(one), Json::Number(other)) => one == other || one.as_f64() == other.as_f64(),
        (Json::Array(one), Json::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Json::Object(one), Json::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(name, one)| other.get(name).is_some_and(|other| same(one, other)))
        }
        _ => one == other,
    }
}

/// The pairs of a query whose names stand in that of the sample, in an order of their own.
fn pairs<'r>(request: &'r Request, sample: &Request) -> Vec<&'r str> {
    let name = |pair: &str| pair.split('=').next().unwrap_or_default().to_owned();
    let given: Vec<String> = sample.uri().query().unwrap_or_default().split('&').map(name).collect();
    let of_sample = |pair: &&str| given.contains(&name(pair));
    let mut pairs: Vec<&str> = request.uri().query().unwrap_or_default().split('&').filter(of_sample).collect();
    pairs.sort_by_key(|pair| name(pair)); // those of one name keep their order
    pairs
}

/// A request without a body.
fn bare(method: &str, target: &str) -> Request {
    Builder::new().method(method).uri(target).body(String::new().into()).unwrap()
}

/// A request with a JSON body.
fn json(method: &str, target: &str, body: &str) -> Request {
    let head = Builder::new().method(method).uri(target).header("content-type", "application/json");
    head.body(body.to_owned().into()).unwrap()
}

/// A request with a multipart body of the sample's fields.
fn multipart(method: &str, target: &str, sample: &str, bracketed: &[&str]) -> Request {
    let part = |(name, text)| {
        format!("--form-boundary\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n")
    };
    let body = texts(sample, bracketed).into_iter().map(part).collect::<String>() + "--form-boundary--\r\n";
    let media_type = "multipart/form-data; boundary=form-boundary";
    let head = Builder::new().method(method).uri(target).header("content-type", media_type);
    head.body(body.into()).unwrap()
}

/// A request with a form body of the sample's fields.
fn urlencoded(method: &str, target: &str, sample: &str, bracketed: &[&str]) -> Request {
    let encoded = |text: &str| {
        let byte = |byte| match byte {
            b' ' => "+".to_owned(),
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'*' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        };
        text.bytes().map(byte).collect::<String>()
    };
    let pairs = texts(sample, bracketed).into_iter().map(|(name, text)| encoded(&name) + "=" + &encoded(&text));
    let media_type = "application/x-www-form-urlencoded";
    let head = Builder::new().method(method).uri(target).header("content-type", media_type);
    head.body(pairs.collect::<Vec<_>>().join("&").into()).unwrap()
}

/// Each scalar of a sample by its wire text, the items of some lists under `name[]`.
fn texts(sample: &str, bracketed: &[&str]) -> Vec<(String, String)> {
    let Json::Object(fields) = parse(sample) else { panic!("a form is an object") };
    let text = |value: &Json| match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    let field = |(name, value): (&String, &Json)| match value {
        Json::Array(items) => {
            let suffix = if bracketed.contains(&name.as_str()) { "[]" } else { "" };
            items.iter().map(|item| (format!("{name}{suffix}"), text(item))).collect()
        }
        scalar => vec![(name.clone(), text(scalar))],
    };
    fields.iter().flat_map(field).collect()
}

/// The body as a value: JSON, or the texts of a form in an order of their own.
fn fields(request: &Request) -> Json {
    let text = str::from_utf8(request.body().bytes().unwrap()).unwrap();
    let media_type = request.headers()["content-type"].to_str().unwrap();
    let separator = match media_type.strip_prefix("multipart/form-data; boundary=") {
        Some(boundary) => boundary,
        None if media_type == "application/x-www-form-urlencoded" => "&",
        None => return parse(text),
    };
    let mut texts: Vec<Json> = text.split(separator).map(|text| text.trim_matches('-').into()).collect();
    texts.sort_by_key(Json::to_string);
    texts.into()
}

fn parse(text: &str) -> Json {
    text.parse().unwrap()
}
