//! Two judges, one verdict: what `docwright check` says of a sample, the generated validators say as well.
//!
//! The samples of the pages are judged as they stand and changed in all the ways below: a field left out, a null, another
//! kind, a bad text, a value that is not listed, a field that nobody knows.

use std::collections::BTreeSet;

use camino::Utf8PathBuf;
use docwright::check::{judge_request, judge_response};
use docwright::diagnostic::{Diagnostics, Sources};
use docwright::model::{self, Model, Sample, Scope};
use docwright::spec;
use docwright_tests::project::repository;
use message_clients::runtime::client::{Api, BlockingTransport, Client, Endpoint, Error, Request, Response, http};
use message_clients::runtime::{Deviation, Violation};
use message_clients::{ninety_nine_digital, omnidesk, pland, superoffice};
use serde_json::{Value, json};

/// Places with the rules broken there, sorted by place: one judge walks once, the other reads and then validates. The rules
/// of one place stand in the order in which they are said.
type Verdict = Vec<(String, String)>;

fn verdict(found: impl IntoIterator<Item = (String, String)>) -> Verdict {
    let mut found: Verdict = found.into_iter().collect();
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    found
}

fn model() -> Model {
    let specs = Utf8PathBuf::from_path_buf(repository().join("specs")).unwrap();
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let files = spec::load(&specs, &mut sources, &mut found).unwrap().unwrap();
    model::build(&files, &mut found).unwrap()
}

/// The samples of an endpoint: `judge` compares one, and its changes, for the request or the answer.
fn samples(model: &Model, name: &str, judge: impl Fn(&Scope<'_>, &model::Endpoint, &model::Example)) {
    let (api, endpoint) = name.split_once('/').unwrap();
    let api = model.apis.iter().find(|other| other.name == api).unwrap();
    let endpoint = api.endpoints.iter().find(|other| other.name == endpoint).unwrap();
    assert!(!endpoint.examples.is_empty());
    for example in &endpoint.examples {
        judge(&Scope { api, endpoint: Some(endpoint) }, endpoint, example);
    }
}

fn words(violations: &[Violation]) -> Verdict {
    verdict(violations.iter().map(|violation| (violation.pointer.to_string(), violation.rule.id().to_string())))
}

/// Both verdicts on the requests of an endpoint.
fn requests<E: Endpoint>(model: &Model) {
    samples(model, &E::INFO.to_string(), |scope, endpoint, example| {
        let sample = example.request.as_ref().unwrap();
        let is_form = endpoint.body.as_ref().is_some_and(|body| body.form().is_some());
        let pages: Value = serde_json::from_str(&sample.body.as_ref().unwrap().text).unwrap();
        for body in changes(&pages, is_form) {
            let sample = with_body(sample, &body);
            let one = judge_request(*scope, endpoint, &sample).into_iter();
            let one = verdict(one.map(|(pointer, rule)| (pointer, rule.to_string())));
            let request = if is_form { multipart::<E>(&body) } else { plain::<E>(&sample, &body) };
            let other = words(&E::from_request(&request).unwrap().violations);
            assert_eq!(one, other, "{}: {body}", E::INFO);
        }
    });
}

/// Both verdicts on the answers of an endpoint.
fn responses<E: Endpoint>(model: &Model, auth: <E::Api as Api>::Auth) {
    let client = Client::<E::Api, dyn BlockingTransport>::builder("https://x", auth).build().unwrap();
    samples(model, &E::INFO.to_string(), |scope, endpoint, example| {
        let sample = example.response.as_ref().unwrap();
        let pages: Value = serde_json::from_str(&sample.body.as_ref().unwrap().text).unwrap();
        for body in changes(&pages, false) {
            let one = judge_response(*scope, endpoint, &with_body(sample, &body)).into_iter();
            let one = verdict(one.map(|(pointer, rule)| (pointer, rule.to_string())));
            let other = match client.response::<E>(Response::new(body.to_string().into())) {
                Ok(full) => full.deviations,
                Err(error @ Error::Undecodable(..)) => panic!("{error}: {body}"),
                Err(error) => panic!("{error}"),
            };
            let broken = other.into_iter().map(|deviation| match deviation {
                Deviation::Broken(violation) => violation,
                other => panic!("{other}: {body}"),
            });
            assert_eq!(one, words(&broken.collect::<Vec<_>>()), "{}: {body}", E::INFO);
        }
    });
}

fn with_body(sample: &Sample, body: &Value) -> Sample {
    let mut sample = sample.clone();
    if let Some(given) = &mut sample.body {
        given.text = body.to_string();
    }
    sample
}

/// A path whose variables break no rule.
fn path<E: Endpoint>() -> String {
    let segment = |segment: &str| match segment {
        "{id}" => "65f0c0ffee65f0c0ffee65f0".to_owned(),
        segment if segment.starts_with('{') => "1".to_owned(),
        segment => segment.to_owned(),
    };
    E::INFO.path.split('/').map(segment).collect::<Vec<_>>().join("/")
}

fn plain<E: Endpoint>(sample: &Sample, body: &Value) -> Request {
    let mut request = http::Request::post(path::<E>()).header("content-type", "application/json");
    for given in &sample.headers {
        request = request.header(given.name.text.as_str(), given.value.as_str().unwrap());
    }
    request.body(body.to_string().into()).unwrap()
}

/// A multipart body of fields in wire form; lists stand under `name[]`.
fn multipart<E: Endpoint>(body: &Value) -> Request {
    let text = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string().trim_end_matches(".0").to_owned(), // numbers in their shortest form
    };
    let part = |name: &str, value: &Value| {
        format!("--form-boundary\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{}\r\n", text(value))
    };
    let parts = body.as_object().unwrap().iter().map(|(name, value)| match value {
        Value::Array(items) => items.iter().map(|item| part(&format!("{name}[]"), item)).collect(),
        scalar => part(name, scalar),
    });
    let body = parts.collect::<String>() + "--form-boundary--\r\n";
    let request =
        http::Request::post(path::<E>()).header("content-type", "multipart/form-data; boundary=form-boundary");
    request.body(body.into()).unwrap()
}

/// What stands in place of a value: every kind, the edges of numbers, texts that formats, patterns and enums admit or not.
fn stand_ins(is_multipart: bool) -> Vec<Value> {
    let numbers =
        ["0", "1", "-1", "1.0", "1.5", "1e300", "2147483647", "2147483648", "-2147483649", "9223372036854775808"];
    let numbers = numbers.map(|text| serde_json::from_str(text).unwrap());
    let texts = [
        "",
        " ",
        "a",
        "é",
        "text",
        "calllog",
        "007",
        "open",
        "user",
        "robot",
        "NOTE_MESSAGE",
        "outgoing",
        "sticker",
        "Special",
        "true",
        "1",
        "65f0c0ffee65f0c0ffee65f0",
        "65f0c0ffee65f0c0ffee65f0\n",
        "a@example.nl",
        "a@example.nl,b",
        "a@example.nl,",
        ",",
        "a@-",
        "2024-02-29 10:00:00",
        "2023-02-29 10:00:00",
        "2024-99-01 10:00:00",
        "2024-05-01T10:00:00Z",
        "2024-05-01t10:00:60.5+23:59",
        "2024-05-01T24:00:00Z",
        "2009-05-24T17:54:08.0543344+02:00",
        "2024-05-01",
    ];
    let scalars = numbers.into_iter().chain(texts.map(Value::from)).chain([json!(null), json!(true), json!(false)]);
    let nested = [
        json!([]),
        json!({}),
        json!([null]),
        json!(["a", 1]),
        json!([1, "a", null, "user"]),
        json!([{"type": "user"}, 7, {"type": "robot", "id": 7}]),
        json!([1, "a@-", [], "a"]),
        json!([1, {}, {"type": 7}]),
        json!([[]]),
        json!([{}]),
        json!({"type": "user"}),
        json!({"type": 7, "id": "x"}),
    ];
    scalars.chain(nested.into_iter().filter(|_| !is_multipart)).collect()
}

/// The value itself, and with one thing changed, at every place.
fn changes(value: &Value, is_multipart: bool) -> Vec<Value> {
    let mut places = Vec::new();
    collect(value, "", &mut places);
    let mut changed = BTreeSet::from([value.to_string()]);
    let mut keep = |value: Value| {
        changed.insert(value.to_string());
    };
    for place in &places {
        let (parent, name) = place.rsplit_once('/').unwrap();
        let mut without = value.clone();
        if let Some(Value::Object(fields)) = without.pointer_mut(parent) {
            fields.remove(name);
            keep(without);
        }
        for stand_in in stand_ins(is_multipart) {
            let mut other = value.clone();
            let old = other.pointer_mut(place).unwrap();
            if !(is_multipart && (old.is_array() || stand_in.is_null() && parent.contains('/'))) {
                *old = stand_in;
                keep(other);
            }
        }
    }
    for place in places.iter().map(String::as_str).chain([""]) {
        let mut more = value.clone();
        match more.pointer_mut(place) {
            Some(Value::Object(fields)) => {
                fields.insert("a/b~c".to_owned(), json!(1));
                fields.insert("zzz".to_owned(), json!("x"));
            }
            Some(Value::Array(items)) => items.extend([json!("x"), json!(2)]),
            _ => continue,
        }
        keep(more);
    }
    let mut all: Vec<Value> = changed.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    all.push(long(value));
    all.push(worst(value, is_multipart));
    all
}

/// Every place of a value but its root, as pointers.
fn collect(value: &Value, at: &str, places: &mut Vec<String>) {
    if !at.is_empty() {
        places.push(at.to_owned());
    }
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                collect(value, &format!("{at}/{name}"), places);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                collect(value, &format!("{at}/{index}"), places);
            }
        }
        _ => {}
    }
}

/// With texts longer than any bound.
fn long(value: &Value) -> Value {
    match value {
        Value::String(_) => "é".repeat(150_001).into(),
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(name, value)| (name.clone(), long(value))).collect())
        }
        other => other.clone(),
    }
}

/// With everything wrong at once, so that the order shows.
fn worst(value: &Value, is_multipart: bool) -> Value {
    match value {
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(name, value)| (name.clone(), worst(value, is_multipart))).collect())
        }
        Value::Array(items) => items.iter().map(|value| worst(value, is_multipart)).collect(),
        Value::String(_) => "?".into(),
        _ if is_multipart => "?".into(),
        Value::Number(_) => json!(1.5),
        _ => json!(null),
    }
}

#[test]
fn of_pland() {
    let model = model();
    requests::<pland::SendNote>(&model);
    responses::<pland::SendNote>(&model, pland::Auth::api_key("k"));
}

#[test]
fn of_ninety_nine_digital() {
    let model = model();
    requests::<ninety_nine_digital::CreateMessage>(&model);
    responses::<ninety_nine_digital::CreateMessage>(&model, ninety_nine_digital::Auth::api_key("k"));
}

#[test]
fn of_superoffice() {
    let model = model();
    requests::<superoffice::AddChatSessionMessage>(&model);
    responses::<superoffice::AddChatSessionMessage>(&model, superoffice::Auth::bearer("t"));
}

#[test]
fn of_omnidesk() {
    let model = model();
    requests::<omnidesk::CreateMessage>(&model);
    requests::<omnidesk::CreateChatbotMessage>(&model);
}
