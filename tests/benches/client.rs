//! The generated client against functions written by hand: validating a message, and building requests.
//!
//! Both sides of a pair return the same, which is asserted before anything is measured, and both are measured in one run.
//! divan counts allocations beside the time.
//!
//! ```console
//! $ cargo bench -p docwright-tests --bench client
//! ```
//!
//! `--bench send` measures sending over loopback, `--bench decode` reading answers.

use divan::{AllocProfiler, Bencher, black_box};
use message_clients::ninety_nine_digital::{self as digital, AccountId, ConversationId};
use message_clients::omnidesk::{
    self, CreateChatbotMessage, CreateChatbotMessageRequired, CreateMessage, CreateMessageRequired, Id,
};
use message_clients::runtime::Validate as _;
use message_clients::runtime::client::Request;

mod by_hand;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    for message in [valid(), invalid()] {
        let generated: Vec<String> =
            message.violations().iter().map(|violation| format!("{violation:#} {}", violation.inferred)).collect();
        let by_hand: Vec<String> = by_hand::validate::violations(&message).iter().map(ToString::to_string).collect();
        assert_eq!(generated, by_hand);
    }
    assert_eq!((valid().violations().len(), invalid().violations().len()), (0, 9));
    let (json, form) = (json(), form());
    same(&json.request(), &by_hand::request::json(&json.message));
    same(&form.request(), &by_hand::request::form(&form.message));
    divan::main();
}

/// Whether two requests put the same bytes on the wire, boundaries apart.
fn same(one: &Request, other: &http::Request<bytes::Bytes>) {
    assert_eq!((one.method(), one.uri()), (other.method(), other.uri()));
    let boundary = |request: &http::HeaderMap| {
        let media_type = request["content-type"].to_str().expect("ASCII").to_owned();
        media_type.split_once("boundary=").map_or_else(|| "none".to_owned(), |(_, boundary)| boundary.to_owned())
    };
    let words = |headers: &http::HeaderMap| {
        let word = |(name, value): (&http::HeaderName, &http::HeaderValue)| {
            format!(
                "{name}: {} {}",
                value.to_str().expect("ASCII").replace(&boundary(headers), "B"),
                value.is_sensitive()
            )
        };
        let mut words: Vec<String> = headers.iter().map(word).collect();
        words.sort();
        words
    };
    assert_eq!(words(one.headers()), words(other.headers()));
    let text = |bytes: &[u8], boundary: &str| String::from_utf8(bytes.to_vec()).expect("UTF-8").replace(boundary, "B");
    assert_eq!(
        text(one.body().bytes().expect("a buffered body"), &boundary(one.headers())),
        text(other.body(), &boundary(other.headers()))
    );
}

fn message(type_: &str, text: &str, addresses: [&str; 2], copy: &str, at: &str) -> CreateMessage {
    CreateMessage::new(CreateMessageRequired { ticket_id: Id(1), type_: type_.into(), message: text.into() })
        .to_address(addresses)
        .cc_input(copy)
        .bcc_input(copy)
        .send_at(at)
        .submit_status("open")
}

/// A message that breaks no rule.
fn valid() -> CreateMessage {
    let addresses = ["jan@example.nl", "piet@example.nl"];
    message("calllog", "We called you back.", addresses, "kees@example.nl", "2024-05-01 10:00:00")
}

/// A message that breaks nine rules.
fn invalid() -> CreateMessage {
    message("", "text", ["jan", "piet@"], "kees@-", "text")
}

/// A client and what it sends.
struct Prepared<A: message_clients::runtime::client::Api, E> {
    client: message_clients::runtime::client::Client<A>,
    message: E,
}

impl<A, E> Prepared<A, E>
where
    A: message_clients::runtime::client::Api,
    E: message_clients::runtime::client::Endpoint<Api = A>,
{
    fn request(&self) -> Request {
        self.client.request(&self.message).expect("a valid request")
    }
}

fn json() -> Prepared<digital::NinetyNineDigital, digital::CreateMessage> {
    let client = digital::Client::builder(digital::PRODUCTION, digital::Auth::api_key("0123456789abcdef"))
        .build()
        .expect("a client");
    let message =
        digital::CreateMessage::new(AccountId(12), ConversationId(3456), "Your parcel is \"on its way\".\nThank you!")
            .message_type(digital::CreateMessageMessageType::Outgoing)
            .private(false)
            .content_type(digital::CreateMessageContentType::Text);
    Prepared { client, message }
}

fn form() -> Prepared<omnidesk::Omnidesk, CreateChatbotMessage> {
    let server = omnidesk::cloud("desk").expect("an account");
    let client =
        omnidesk::Client::builder(server, omnidesk::Auth::api_key("0123456789abcdef")).build().expect("a client");
    let [message, subject, from] = ["Where is my parcel?", "Parcel 4711", "jan@example.nl"].map(Into::into);
    let message = CreateChatbotMessage::new(CreateChatbotMessageRequired { brand_id: Id(1), message, subject, from });
    Prepared { client, message }
}

#[divan::bench(sample_size = 500)]
fn validate_valid_by_hand(bencher: Bencher<'_, '_>) {
    let message = valid();
    bencher.bench_local(|| by_hand::validate::violations(black_box(&message)));
}

#[divan::bench(sample_size = 500)]
fn validate_valid_generated(bencher: Bencher<'_, '_>) {
    let message = valid();
    bencher.bench_local(|| black_box(&message).violations());
}

#[divan::bench(sample_size = 500)]
fn validate_nine_violations_by_hand(bencher: Bencher<'_, '_>) {
    let message = invalid();
    bencher.bench_local(|| by_hand::validate::violations(black_box(&message)));
}

#[divan::bench(sample_size = 500)]
fn validate_nine_violations_generated(bencher: Bencher<'_, '_>) {
    let message = invalid();
    bencher.bench_local(|| black_box(&message).violations());
}

#[divan::bench(sample_size = 500)]
fn build_json_by_hand(bencher: Bencher<'_, '_>) {
    let prepared = json();
    bencher.bench_local(|| by_hand::request::json(black_box(&prepared.message)));
}

#[divan::bench(sample_size = 500)]
fn build_json_generated(bencher: Bencher<'_, '_>) {
    let prepared = json();
    bencher.bench_local(|| black_box(&prepared).request());
}

#[divan::bench(sample_size = 500)]
fn build_multipart_by_hand(bencher: Bencher<'_, '_>) {
    let prepared = form();
    bencher.bench_local(|| by_hand::request::form(black_box(&prepared.message)));
}

#[divan::bench(sample_size = 500)]
fn build_multipart_generated(bencher: Bencher<'_, '_>) {
    let prepared = form();
    bencher.bench_local(|| black_box(&prepared).request());
}
