//! Sending over loopback by the generated client, against functions over reqwest and ureq written by hand.
//!
//! Both sides of a pair put the same lines on the wire and return the same answer, which is asserted before anything is
//! measured; both keep their connections, bound time and size of an answer, and follow no redirect. They run in one
//! thread, the server in others, so that divan counts the allocations of the client alone. The sizes of the futures are
//! printed first, then the median time of each side over calls that alternate, since whatever else a machine does slows
//! both of these alike, and one by one it does not.
//!
//! ```console
//! $ cargo bench -p docwright-tests --bench send
//! ```
//!
//! Compare the medians of alternating calls, on a machine that does nothing else. The generated side is to take at most 1.1 times the time and
//! the allocations of the other. What it allocates beyond it are two boxes for futures over reqwest, a copy of the
//! request's head that is kept for a retry, the credentials' header, the address a second time for reqwest, and the
//! root of the answer's tree.
//!
//! What a dependent pays in crates, and in time to check them, is measured by these commands, for each `FEATURES` of
//! `superoffice`, `superoffice,time`, `superoffice,ureq`, `superoffice,reqwest` and all of them:
//!
//! ```console
//! $ cargo fetch
//! $ cargo tree -p message-clients --features FEATURES --edges normal --prefix none --no-dedupe | sort -u | wc -l
//! $ time CARGO_TARGET_DIR=$(mktemp -d) cargo check --offline -p message-clients --features FEATURES
//! ```

use std::mem::size_of_val;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use divan::{AllocProfiler, Bencher, Divan, black_box};
use http::header::{AUTHORIZATION, HeaderName};
use message_clients::ninety_nine_digital::{self as digital, AccountId, ConversationId, NinetyNineDigital};
use message_clients::omnidesk::{self, CreateChatbotMessage, CreateChatbotMessageRequired, Id};
use message_clients::pland;
use message_clients::runtime::client::{Adapter, BlockingTransport, Client, Future, Limits, Reqwest, Transport};
use message_clients::runtime::{Value, to_json};
use message_clients::superoffice::{self, Superoffice};
use tokio::runtime::Runtime;

use self::by_hand::{over_reqwest, over_ureq};

mod by_hand;
mod loopback;
mod samples;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

static SERVER: LazyLock<loopback::Server> = LazyLock::new(|| {
    loopback::Server::answering(&[("conversations", samples::MESSAGE), ("ChatSession", samples::CHAT_MESSAGE)])
});

const KEY: &str = "0123456789abcdef";

fn main() {
    rustls::crypto::ring::default_provider().install_default().expect("the first one");
    assert_same();
    print_sizes();
    print_times();
    Divan::from_args().sample_count(2000).sample_size(1).main();
}

fn assert_same() {
    let (runtime, message, chat) = (runtime(), message(), chat());
    same(&runtime.block_on(digital_client().send(message.clone())).expect("an answer"), || {
        runtime.block_on(digital_by_reqwest().create_message(&message)).expect("an answer")
    });
    same(&runtime.block_on(superoffice_client().send(chat.clone())).expect("an answer"), || {
        runtime.block_on(superoffice_by_reqwest().add_chat_session_message(&chat)).expect("an answer")
    });
    same(&digital_blocking().send(message.clone()).expect("an answer"), || {
        digital_by_ureq().create_message(&message).expect("an answer")
    });
    same(&superoffice_blocking().send(chat.clone()).expect("an answer"), || {
        superoffice_by_ureq().add_chat_session_message(&chat).expect("an answer")
    });
}

/// Whether the answer that came is that of the other side, and whether both requests had the same lines.
fn same<T: serde::Serialize>(answer: &impl Value, by_hand: impl FnOnce() -> T) {
    let request = SERVER.last();
    let other = serde_json::to_value(by_hand()).expect("JSON");
    assert_eq!(serde_json::from_str::<serde_json::Value>(&to_json(answer)).expect("JSON"), other);
    assert_eq!(request, SERVER.last());
}

/// Prints what futures take: what a caller of the generated client holds, and what that points to.
fn print_sizes() {
    fn print<T>(name: &str, sent: &Future<'_, T>) {
        println!("{name:36} {:4} bytes, and {:4} behind them", size_of_val(sent), size_of_val(&**sent));
    }
    let (message, chat) = (message(), chat());
    print("ninety_nine_digital/create_message", &digital_client().send(message.clone()));
    println!("{:36} {:4} bytes", "by hand", size_of_val(&digital_by_reqwest().create_message(&message)));
    print("superoffice/add_chat_session_message", &superoffice_client().send(chat.clone()));
    println!("{:36} {:4} bytes", "by hand", size_of_val(&superoffice_by_reqwest().add_chat_session_message(&chat)));
    let omnidesk = omnidesk::Client::builder(&SERVER.url, omnidesk::Auth::api_key(KEY)).build().expect("a client");
    let [text, subject, from] = ["text", "subject", "from"].map(Into::into);
    let required = CreateChatbotMessageRequired { brand_id: Id(1), message: text, subject, from };
    print("omnidesk/create_chatbot_message", &omnidesk.send(CreateChatbotMessage::new(required)));
    let pland = pland::Client::builder(&SERVER.url, pland::Auth::api_key(KEY)).build().expect("a client");
    print("pland/send_note", &pland.send(pland::SendNote::new("65f0a1b2c3d4e5f6a7b8c9d0")));
    let request = digital_client().request(&message).expect("a request");
    print("the transport's own", &Reqwest::new().expect("a transport").send(request, Limits::default()));
}

/// Prints the median times of both sides over alternating calls, and their ratio.
fn print_times() {
    let (message, chat) = (message(), chat());
    let (one, other) = (runtime(), runtime());
    let (by_hand, generated) = (digital_by_reqwest(), digital_client());
    alternate(
        "digital over reqwest",
        || drop(one.block_on(by_hand.create_message(black_box(&message))).expect("an answer")),
        || drop(other.block_on(generated.send(black_box(&message))).expect("an answer")),
    );
    let (by_hand, generated) = (superoffice_by_reqwest(), superoffice_client());
    alternate(
        "superoffice over reqwest",
        || drop(one.block_on(by_hand.add_chat_session_message(black_box(&chat))).expect("an answer")),
        || drop(other.block_on(generated.send(black_box(&chat))).expect("an answer")),
    );
    let (by_hand, generated) = (digital_by_ureq(), digital_blocking());
    alternate(
        "digital over ureq",
        || drop(by_hand.create_message(black_box(&message)).expect("an answer")),
        || drop(generated.send(black_box(&message)).expect("an answer")),
    );
    let (by_hand, generated) = (superoffice_by_ureq(), superoffice_blocking());
    alternate(
        "superoffice over ureq",
        || drop(by_hand.add_chat_session_message(black_box(&chat)).expect("an answer")),
        || drop(generated.send(black_box(&chat)).expect("an answer")),
    );
}

fn alternate(name: &str, mut by_hand: impl FnMut(), mut generated: impl FnMut()) {
    fn time(call: &mut impl FnMut()) -> Duration {
        let start = Instant::now();
        call();
        start.elapsed()
    }
    let (mut times, mut others): (Vec<_>, Vec<_>) =
        (0..6000).map(|_| (time(&mut by_hand), time(&mut generated))).unzip();
    times.sort();
    others.sort();
    let (by_hand, generated) = (times[times.len() / 2], others[others.len() / 2]);
    let ratio = generated.as_secs_f64() / by_hand.as_secs_f64();
    println!("{name:36} {by_hand:?} by hand, {generated:?} generated, ratio {ratio:.3}");
}

/// The client and all that it starts run in the thread that measures.
fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}

fn message() -> digital::CreateMessage {
    digital::CreateMessage::new(AccountId(12), ConversationId(3456), "Your parcel is \"on its way\".\nThank you!")
        .message_type(digital::CreateMessageMessageType::Outgoing)
        .private(false)
        .content_type(digital::CreateMessageContentType::Text)
}

fn chat() -> superoffice::AddChatSessionMessage {
    superoffice::AddChatSessionMessage::new(571)
        .type_(superoffice::ChatMessageType::ToCustomer)
        .message("Your parcel is on its way.")
        .author("Jan de Vries")
        .special_type(superoffice::ChatMessageSpecialType::None)
        .when_posted("2024-05-01T10:00:00.0543344+02:00")
}

fn over_digital<T: Adapter + ?Sized>() -> Client<NinetyNineDigital, T> {
    Client::builder(&SERVER.url, digital::Auth::api_key(KEY)).build().expect("a client")
}

fn over_superoffice<T: Adapter + ?Sized>() -> Client<Superoffice, T> {
    Client::builder(&SERVER.url, superoffice::Auth::bearer(KEY)).build().expect("a client")
}

fn digital_client() -> digital::Client {
    over_digital::<dyn Transport>()
}

fn digital_blocking() -> digital::BlockingClient {
    over_digital::<dyn BlockingTransport>()
}

fn superoffice_client() -> superoffice::Client {
    over_superoffice::<dyn Transport>()
}

fn superoffice_blocking() -> superoffice::BlockingClient {
    over_superoffice::<dyn BlockingTransport>()
}

fn digital_by_reqwest() -> over_reqwest::Client {
    over_reqwest::Client::new(&SERVER.url, HeaderName::from_static("api_access_token"), KEY)
}

fn digital_by_ureq() -> over_ureq::Client {
    over_ureq::Client::new(&SERVER.url, HeaderName::from_static("api_access_token"), KEY)
}

fn superoffice_by_reqwest() -> over_reqwest::Client {
    over_reqwest::Client::new(&SERVER.url, AUTHORIZATION, &format!("Bearer {KEY}"))
}

fn superoffice_by_ureq() -> over_ureq::Client {
    over_ureq::Client::new(&SERVER.url, AUTHORIZATION, &format!("Bearer {KEY}"))
}

#[divan::bench]
fn digital_over_reqwest_by_hand(bencher: Bencher<'_, '_>) {
    let (runtime, client, message) = (runtime(), digital_by_reqwest(), message());
    bencher.bench_local(|| runtime.block_on(client.create_message(black_box(&message))).expect("an answer"));
}

#[divan::bench]
fn digital_over_reqwest_generated(bencher: Bencher<'_, '_>) {
    let (runtime, client, message) = (runtime(), digital_client(), message());
    bencher.bench_local(|| runtime.block_on(client.send(black_box(&message))).expect("an answer"));
}

#[divan::bench]
fn digital_over_ureq_by_hand(bencher: Bencher<'_, '_>) {
    let (client, message) = (digital_by_ureq(), message());
    bencher.bench_local(|| client.create_message(black_box(&message)).expect("an answer"));
}

#[divan::bench]
fn digital_over_ureq_generated(bencher: Bencher<'_, '_>) {
    let (client, message) = (digital_blocking(), message());
    bencher.bench_local(|| client.send(black_box(&message)).expect("an answer"));
}

#[divan::bench]
fn superoffice_over_reqwest_by_hand(bencher: Bencher<'_, '_>) {
    let (runtime, client, chat) = (runtime(), superoffice_by_reqwest(), chat());
    bencher.bench_local(|| runtime.block_on(client.add_chat_session_message(black_box(&chat))).expect("an answer"));
}

#[divan::bench]
fn superoffice_over_reqwest_generated(bencher: Bencher<'_, '_>) {
    let (runtime, client, chat) = (runtime(), superoffice_client(), chat());
    bencher.bench_local(|| runtime.block_on(client.send(black_box(&chat))).expect("an answer"));
}

#[divan::bench]
fn superoffice_over_ureq_by_hand(bencher: Bencher<'_, '_>) {
    let (client, chat) = (superoffice_by_ureq(), chat());
    bencher.bench_local(|| client.add_chat_session_message(black_box(&chat)).expect("an answer"));
}

#[divan::bench]
fn superoffice_over_ureq_generated(bencher: Bencher<'_, '_>) {
    let (client, chat) = (superoffice_blocking(), chat());
    bencher.bench_local(|| client.send(black_box(&chat)).expect("an answer"));
}
