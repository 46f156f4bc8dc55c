//! Reading answers by the generated crate, against serde's derive on the same structs.
//!
//! Both sides read the same values, which is asserted before anything is measured. The generated side does more: it
//! keeps on after each deviation, validates what it read and tells an observer; what that costs is measured apart. The
//! tree that it builds first is measured by itself.
//!
//! ```console
//! $ cargo bench -p docwright-tests --bench decode
//! ```

use divan::{AllocProfiler, Bencher, black_box};
use message_clients::ninety_nine_digital::{self as digital, CreateMessage};
use message_clients::runtime::client::{Body, Client, Endpoint, Response, Transport};
use message_clients::runtime::to_json;
use message_clients::superoffice::AddChatSessionMessage;

use self::by_hand::answer::{ChatMessage, Message};

mod by_hand;
mod samples;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    for size in [Size::Small, Size::Large] {
        same::<CreateMessage, Message>(&message(size));
        same::<AddChatSessionMessage, ChatMessage>(&chat(size));
    }
    let deviating = CreateMessage::from_response(&response(&deviating())).expect("an answer").1;
    assert_eq!(deviating.len(), 3);
    divan::main();
}

/// Whether both sides read the same, and the generated one finds nothing to report.
fn same<E: Endpoint<Output: message_clients::runtime::Value>, T: serde::Serialize + serde::de::DeserializeOwned>(
    body: &str,
) {
    let (output, deviations) = E::from_response(&response(body)).expect("an answer");
    assert!(deviations.is_empty(), "{deviations:?}");
    let by_hand: T = serde_json::from_str(body).expect("an answer");
    let generated: serde_json::Value = serde_json::from_str(&to_json(&output)).expect("JSON");
    assert_eq!(generated, serde_json::to_value(by_hand).expect("JSON"));
}

#[derive(Clone, Copy, Debug)]
enum Size {
    /// A message as they are.
    Small,
    /// One of some 20 thousand bytes.
    Large,
}

const SIZES: [Size; 2] = [Size::Small, Size::Large];

/// Large by a form of 150 choices.
fn message(size: Size) -> String {
    let choices: Vec<String> = match size {
        Size::Small => Vec::new(),
        Size::Large => (0..150).map(|choice| format!(r#"{{"title":"Parcel number {choice}","value":"parcel-{choice}","selected":false,"weight":{choice}.5,"tags":["domestic","letter"]}}"#)).collect(),
    };
    let attributes = format!(r#""content_attributes":{{"items":[{}]}}"#, choices.join(","));
    samples::MESSAGE.replace(r#""content_attributes":{}"#, &attributes)
}

/// Large by its text.
fn chat(size: Size) -> String {
    let text = match size {
        Size::Small => "Your parcel is on its way.".to_owned(),
        Size::Large => r#"Your parcel is on its way.\n"Soon", it says. "#.replace('"', "\\\"").repeat(400),
    };
    samples::CHAT_MESSAGE.replace("Your parcel is on its way.", &text)
}

/// A small message with an unlisted value, an unknown field and one of another kind.
fn deviating() -> String {
    message(Size::Small)
        .replace(r#""status":"sent""#, r#""status":"queued""#)
        .replace(r#""private":false"#, r#""private":"no","echo_id":"7""#)
}

fn response(body: &str) -> Response {
    let mut response = Response::new(Body::from(body.to_owned()));
    response.headers_mut().insert("content-type", http::HeaderValue::from_static("application/json"));
    response
}

#[divan::bench(args = SIZES)]
fn digital_by_derive(bencher: Bencher<'_, '_>, size: Size) {
    let body = message(size);
    bencher.bench_local(|| serde_json::from_slice::<Message>(black_box(body.as_bytes())).expect("an answer"));
}

#[divan::bench(args = SIZES)]
fn digital_generated(bencher: Bencher<'_, '_>, size: Size) {
    let response = response(&message(size));
    bencher.bench_local(|| CreateMessage::from_response(black_box(&response)).expect("an answer"));
}

#[divan::bench(args = SIZES)]
fn digital_tree_alone(bencher: Bencher<'_, '_>, size: Size) {
    let body = message(size);
    bencher.bench_local(|| serde_json::from_slice::<serde_json::Value>(black_box(body.as_bytes())).expect("JSON"));
}

#[divan::bench(args = SIZES)]
fn superoffice_by_derive(bencher: Bencher<'_, '_>, size: Size) {
    let body = chat(size);
    bencher.bench_local(|| serde_json::from_slice::<ChatMessage>(black_box(body.as_bytes())).expect("an answer"));
}

#[divan::bench(args = SIZES)]
fn superoffice_generated(bencher: Bencher<'_, '_>, size: Size) {
    let response = response(&chat(size));
    bencher.bench_local(|| AddChatSessionMessage::from_response(black_box(&response)).expect("an answer"));
}

#[divan::bench(args = SIZES)]
fn superoffice_tree_alone(bencher: Bencher<'_, '_>, size: Size) {
    let body = chat(size);
    bencher.bench_local(|| serde_json::from_slice::<serde_json::Value>(black_box(body.as_bytes())).expect("JSON"));
}

/// How an observer is measured: none, or one that looks at what it hears.
#[derive(Clone, Copy, Debug)]
enum Observed {
    No,
    Yes,
}

const OBSERVED: [Observed; 2] = [Observed::No, Observed::Yes];

fn client(observed: Observed) -> Client<digital::NinetyNineDigital, dyn Transport> {
    let builder = digital::Client::builder(digital::PRODUCTION, digital::Auth::api_key("0123456789abcdef"));
    match observed {
        Observed::No => builder.build(),
        Observed::Yes => builder.observer(|event| _ = black_box(event)).build(),
    }
    .expect("a client")
}

#[divan::bench(args = OBSERVED)]
fn observer_without_deviations(bencher: Bencher<'_, '_>, observed: Observed) {
    let (client, body) = (client(observed), message(Size::Small));
    let receive = |response| client.response::<CreateMessage>(response).expect("an answer");
    bencher.with_inputs(|| response(&body)).bench_local_values(receive);
}

#[divan::bench(args = OBSERVED)]
fn observer_with_three_deviations(bencher: Bencher<'_, '_>, observed: Observed) {
    let (client, body) = (client(observed), deviating());
    let receive = |response| client.response::<CreateMessage>(response).expect("an answer");
    bencher.with_inputs(|| response(&body)).bench_local_values(receive);
}
