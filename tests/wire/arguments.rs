//! Whatever a caller puts into a request arrives as that text, or the call is refused before a connection is made.
//!
//! The server reads the raw bytes by parsers of its own: `httparse`, `percent-encoding`, `form_urlencoded`, `serde_json`,
//! `multer`. `LETTER_CASES` sets how many random texts each place is given beside the fixed ones.
#![allow(deprecated, reason = "what is deprecated is sent as before")]

mod keeper;
mod reading;
mod texts;

use form_urlencoded::parse;
use language_clients::default::ClientCall;
use language_clients::runtime::JsonObject;
use language_clients::runtime::client::{
    self, Api, BlockingTransport, Builder, Call, Client, Delivery, Endpoint, Error, Full, Transport,
};
use language_clients::workshop::{
    Auth, CreateOrder, CreateOrderRequired, DropPhoto, ListOrders, OrderId, SendInvoice, Workshop,
};
use language_clients::{default, workshop};
use serde_json::Value;

use self::keeper::{Keeper, Raw};
use self::reading::{json, pair, parts, query, segment, unbase64};
use crate::adapter::RUNTIME;

/// One of the two ways to send.
trait Way: 'static {
    type Transport: client::Adapter + ?Sized + 'static;

    fn send<E: Endpoint>(call: Call<E, Self::Transport>) -> Result<Full<E::Output>, Error>;
}

struct OverReqwest;
struct OverUreq;

impl Way for OverReqwest {
    type Transport = dyn Transport;

    fn send<E: Endpoint>(call: Call<E, Self::Transport>) -> Result<Full<E::Output>, Error> {
        RUNTIME.block_on(call.send_full())
    }
}

impl Way for OverUreq {
    type Transport = dyn BlockingTransport;

    fn send<E: Endpoint>(call: Call<E, Self::Transport>) -> Result<Full<E::Output>, Error> {
        call.send_full()
    }
}

/// What became of a call.
fn outcome<T>(sent: Result<T, Error>) -> Delivery {
    match sent {
        Err(error @ (Error::Build { .. } | Error::Invalid { .. })) => {
            assert!(error.refusal().is_none() && error.attempts() == 0);
            error.delivery()
        }
        // The server says `{}` to all.
        Ok(_) | Err(Error::Undecodable(..)) => Delivery::Answered,
        Err(error) => panic!("{error:?}"),
    }
}

fn builder<W: Way, A: Api>(url: &str, auth: A::Auth) -> Builder<A, W::Transport> {
    Client::<A, W::Transport>::builder(url, auth).retries(0)
}

/// Sends each text to one place and compares: `admits` says which of them go out, `read` is what a server finds, and `own`
/// names the headers that the text stands in. All else in the head is as it is for a plain text.
#[track_caller]
fn arrives(
    own: &str,
    send: impl Fn(&str, &str) -> Delivery,
    admits: impl Fn(&str) -> bool,
    read: impl Fn(&Raw) -> Vec<u8>,
) {
    let (open, shut) = (Keeper::start(), Keeper::start());
    assert_eq!(send(&open.url, "1234"), Delivery::Answered);
    let plain = open.request();
    assert_eq!(str::from_utf8(&read(&plain)), Ok("1234"));
    let plain = plain.rest(own);
    let mut arrived = 0;
    for text in texts::texts() {
        if !admits(&text) {
            assert_eq!(send(&shut.url, &text), Delivery::NotSent, "{text:?}");
            continue;
        }
        assert_eq!(send(&open.url, &text), Delivery::Answered, "{text:?}");
        let request = open.request();
        assert_eq!(String::from_utf8_lossy(&read(&request)), text);
        assert_eq!(request.rest(own), plain, "{text:?}");
        arrived += 1;
    }
    assert_eq!(shut.connections(), 0, "what is refused makes no connection");
    assert!(open.is_quiet() && arrived >= 10, "{arrived}");
}

/// What any text may be in a header: visible ASCII, with blanks within.
fn fits_header(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~')) && text.trim_matches([' ', '\t']) == text
}

fn fits_segment(text: &str) -> bool {
    !matches!(text, "" | "." | "..")
}

fn order() -> CreateOrder {
    CreateOrder::new(CreateOrderRequired { shop: "harbour".into(), customer: "ann@workshop.example".into() })
}

/// Sends a call of the workshop to a server with nothing set.
macro_rules! send {
    ($way:ident, $auth:expr, |$text:ident| $call:expr $(, $($with:tt)+)?) => {{
        |url: &str, $text: &str| {
            let client = shared::<$way, Workshop>(url, Auth::counter("key"));
            outcome(<$way as Way>::send(client.call($call).auth($auth)$($($with)+)?))
        }
    }};
}

/// One client for each server, so that connections are kept.
fn shared<W: Way, A: Api>(url: &str, auth: A::Auth) -> Client<A, W::Transport> {
    use std::any::Any;
    use std::cell::RefCell;
    thread_local! { static LAST: RefCell<Vec<(String, Box<dyn Any>)>> = const { RefCell::new(Vec::new()) }; }
    LAST.with_borrow_mut(|clients| {
        let known = clients.iter().find(|(other, _)| other == url).and_then(|(_, client)| client.downcast_ref());
        if let Some(client) = known {
            return Client::<A, W::Transport>::clone(client);
        }
        let client = builder::<W, A>(url, auth).build().expect("a client");
        clients.push((url.to_owned(), Box::new(client.clone())));
        client
    })
}

fn segments_of_a_path<W: Way>() {
    let key = || Auth::counter("key");
    arrives("", send!(W, key(), |text| ListOrders::new(text)), fits_segment, |raw| segment(raw, 2, 4));
    arrives("", send!(W, key(), |text| DropPhoto::new(OrderId(1), text)), fits_segment, |raw| segment(raw, 2, 6));
}

fn values_of_a_query<W: Way>() {
    let order = |text: &str| ListOrders::new("harbour").mechanics([text, "ann"]);
    let first = |raw: &Raw| {
        let values: Vec<_> = parse(query(raw)).collect();
        assert_eq!((values.len(), &*values[1].1), (2, "ann"));
        assert!(values.iter().all(|(name, _)| name == "mechanics[]"));
        values[0].1.clone().into_owned().into_bytes()
    };
    arrives("", send!(W, Auth::counter("key"), |text| order(text)), |_| true, first);
    let link = send!(W, Auth::link(text), |text| SendInvoice::new("harbour", [1]).pretty(true));
    arrives("", link, |_| true, |raw| pair(query(raw), "key"));
}

fn values_of_headers<W: Way>() {
    let own = |text: &str| ListOrders::new("harbour").if_none_match(text);
    arrives("if-none-match", send!(W, Auth::counter("key"), |text| own(text)), fits_header, |raw| {
        raw.header("if-none-match").to_vec()
    });
    let added = send!(W, Auth::counter("key"), |text| ListOrders::new("harbour"), .header("x-added", text));
    arrives("x-added", added, fits_header, |raw| raw.header("x-added").to_vec());
    let trace = |url: &str, text: &str| {
        let settings = workshop::Settings::default().x_trace(text);
        outcome(W::send(
            shared::<W, Workshop>(url, Auth::counter("key")).call(ListOrders::new("harbour")).settings(settings),
        ))
    };
    let (open, shut) = (Keeper::start(), Keeper::start());
    assert_eq!(trace(&open.url, "0b5c7d1e-7f31-4c2f-9d3e-5a6b7c8d9e0f"), Delivery::Answered);
    assert!(texts::texts().all(|text| trace(&shut.url, &text) == Delivery::NotSent) && shut.connections() == 0);
}

fn names_of_headers<W: Way>() {
    let is_token = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
    };
    let named = send!(W, Auth::counter("key"), |text| ListOrders::new("harbour"), .header(text, "v4lue"));
    let (open, shut) = (Keeper::start(), Keeper::start());
    for text in texts::texts() {
        if is_token(&text) {
            assert_eq!(named(&open.url, &text), Delivery::Answered, "{text:?}");
            assert_eq!(open.request().header(&text.to_ascii_lowercase()), b"v4lue");
        } else {
            assert_eq!(named(&shut.url, &text), Delivery::NotSent, "{text:?}");
        }
    }
    for text in ["host", "Content-Length", "transfer-encoding", "connection", "content-type", "expect", "te"] {
        assert_eq!(named(&shut.url, text), Delivery::NotSent, "{text:?}");
    }
    assert_eq!(shut.connections(), 0);
}

fn items_of_a_header<W: Way>() {
    let send = |url: &str, text: &str| {
        let client = shared::<W, default::Obstacles>(url, default::Auth::none_at_all("key"));
        outcome(W::send(client.call(ClientCall::new("a", [1], [text, "last"], None, JsonObject::new(), "h"))))
    };
    let admits = |text: &str| fits_header(text) && !text.is_empty() && !text.contains(',');
    arrives("x-yield", send, admits, |raw| {
        let value = str::from_utf8(raw.header("x-yield")).expect("ASCII");
        let items: Vec<&str> = value.split(',').map(str::trim).filter(|item| !item.is_empty()).collect();
        assert_eq!((items.len(), items[1]), (2, "last"));
        items[0].into()
    });
}

fn names_of_clients<W: Way>() {
    let (open, shut) = (Keeper::start(), Keeper::start());
    for text in texts::texts().take(115) {
        let url = if fits_header(&text) { &open.url } else { &shut.url };
        let client = builder::<W, Workshop>(url, Auth::counter("key")).user_agent(text.as_str()).build();
        assert_eq!(client.is_ok(), fits_header(&text), "{text:?}");
        if let Ok(client) = client {
            assert_eq!(outcome(W::send(client.call(ListOrders::new("harbour")))), Delivery::Answered);
            assert_eq!(open.request().header("user-agent"), text.as_bytes());
        }
    }
    assert_eq!(shut.connections(), 0);
}

fn credentials<W: Way>() {
    let fits = |text: &str| fits_header(text) && !text.is_empty();
    let behind = |raw: &Raw, name: &str, prefix: &str| {
        raw.header(name).strip_prefix(prefix.as_bytes()).expect("the prefix").to_vec()
    };
    let counter = send!(W, Auth::counter(text), |text| ListOrders::new("harbour"));
    arrives("x-counter", counter, fits, |raw| behind(raw, "x-counter", "Key "));
    let token = |text: &str| Auth::Partner { token: text.into(), account: "account".into() };
    let token = send!(W, token(text), |text| ListOrders::new("harbour"));
    arrives("authorization", token, fits, |raw| behind(raw, "authorization", "Bearer "));
    let account = |text: &str| Auth::Partner { token: "token".into(), account: text.into() };
    let account = send!(W, account(text), |text| ListOrders::new("harbour"));
    arrives("x-account", account, fits_header, |raw| raw.header("x-account").to_vec());
    arrives("cookie", send!(W, Auth::visitor(text), |text| order()), fits_header, |raw| raw.header("cookie").to_vec());
    let decoded = |raw: &Raw| unbase64(&behind(raw, "authorization", "Basic "));
    let user = send!(W, Auth::employee(text, "pass:word"), |text| order());
    arrives(
        "authorization",
        user,
        |text| !text.contains(':'),
        |raw| decoded(raw).strip_suffix(b":pass:word").expect("the password").to_vec(),
    );
    let password = send!(W, Auth::employee("ann", text), |text| order());
    arrives("authorization", password, |_| true, |raw| decoded(raw).strip_prefix(b"ann:").expect("the user").to_vec());
}

fn fields_of_json<W: Way>() {
    let visitor = || Auth::visitor("sid=1");
    let text_of = |raw: &Raw, name: &str| json(raw)[name].as_str().expect("a text").as_bytes().to_vec();
    arrives("", send!(W, visitor(), |text| order().colour(text)), |_| true, |raw| text_of(raw, "colour"));
    let extra = send!(W, visitor(), |text| order(), .extra_field("added", text));
    arrives("", extra, |_| true, |raw| text_of(raw, "added"));
    let named = send!(W, visitor(), |text| order(), .extra_field(text, 1));
    arrives(
        "",
        named,
        |_| true,
        |raw| {
            let Value::Object(mut fields) = json(raw) else { panic!("an object") };
            assert!(fields.remove("customer").is_some() && fields.remove("Api-Version").is_none());
            assert_eq!(fields.len(), 1);
            fields.keys().next().expect("a name").clone().into_bytes()
        },
    );
}

fn fields_of_forms<W: Way>() {
    let link = || Auth::link("key");
    let invoice = || SendInvoice::new("harbour", [1]);
    arrives(
        "",
        send!(W, link(), |text| invoice(), .extra_field("added", text)),
        |_| true,
        |raw| pair(&raw.body, "added"),
    );
    arrives(
        "",
        send!(W, link(), |text| invoice(), .extra_field(text, "v4lue")),
        |_| true,
        |raw| {
            let pairs: Vec<_> = parse(&raw.body).collect();
            assert_eq!((pairs.len(), &*pairs[1].1), (2, "v4lue"));
            pairs[1].0.clone().into_owned().into_bytes()
        },
    );
}

fn parts_of_multipart<W: Way>() {
    let link = || Auth::link("key");
    let photo = || DropPhoto::new(OrderId(1), "harbour");
    let only = |raw: &Raw| {
        let parts = parts(raw);
        assert_eq!(parts.len(), 1, "{parts:?}");
        parts.into_iter().next().expect("a part")
    };
    let admits = |text: &str| !text.contains(',') && !text.is_empty();
    arrives("", send!(W, link(), |text| photo().tags([text])), admits, |raw| only(raw).1);
    arrives("", send!(W, link(), |text| photo(), .extra_field("added", text)), |_| true, |raw| only(raw).1);
    // Readers disagree about what a name escapes, so that it has nothing to escape.
    let is_plain = |text: &str| {
        let lower = text.to_ascii_lowercase();
        !text.contains(|char: char| char.is_ascii_control() || "\"\\".contains(char))
            && !["%22", "%0d", "%0a"].iter().any(|escape| lower.contains(escape))
    };
    arrives("", send!(W, link(), |text| photo(), .extra_field(text, "v4lue")), is_plain, |raw| {
        let (name, value) = only(raw);
        assert_eq!(value, b"v4lue");
        name.into_bytes()
    });
}

fn the_boundary_of_the_call_before<W: Way>() {
    let keeper = Keeper::start();
    let mut text = "first".to_owned();
    for _ in 0..20 {
        let call = shared::<W, Workshop>(&keeper.url, Auth::counter("key"))
            .call(DropPhoto::new(OrderId(1), "harbour").tags([text.as_str()]));
        assert_eq!(outcome(W::send(call)), Delivery::Answered);
        let request = keeper.request();
        assert_eq!(parts(&request), [("tags".to_owned(), text.clone().into_bytes())]);
        let media_type = str::from_utf8(request.header("content-type")).unwrap();
        let boundary = multer::parse_boundary(media_type).unwrap();
        text = format!("\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--{boundary}--\r\n");
    }
}

fn ten_megabytes<W: Way>() {
    let keeper = Keeper::start();
    let text = "0123456789".repeat(1 << 20);
    let client = shared::<W, Workshop>(&keeper.url, Auth::counter("key"));
    let answered = |sent, read: &dyn Fn(&Raw) -> Vec<u8>| {
        assert_eq!(sent, Delivery::Answered);
        assert!(read(&keeper.request()) == text.as_bytes(), "it is another text");
    };
    let visitor = || Auth::visitor("sid=1");
    answered(outcome(W::send(client.call(order().colour(text.as_str())).auth(visitor()))), &|raw| {
        json(raw)["colour"].as_str().expect("a text").into()
    });
    let photo = DropPhoto::new(OrderId(1), "harbour").tags([text.as_str()]);
    answered(outcome(W::send(client.call(photo))), &|raw| parts(raw).remove(0).1);
    let invoice = client.call(SendInvoice::new("harbour", [1])).auth(Auth::link("key"));
    answered(outcome(W::send(invoice.extra_field("added", text.as_str()))), &|raw| pair(&raw.body, "added"));
    let connections = keeper.connections();
    for refused in [
        client.call(ListOrders::new(text.as_str())),
        client.call(ListOrders::new("harbour").mechanics([text.as_str()])),
    ] {
        assert_eq!(outcome(W::send(refused)), Delivery::NotSent);
    }
    assert!(keeper.connections() == connections && keeper.is_quiet());
}

#[test]
fn variables_of_a_server_are_labels_or_refused() {
    let mut labels = 0;
    for text in texts::texts().chain(["a-b".into(), "-a".into(), "a-".into(), "x".repeat(63), "x".repeat(64)]) {
        let is_label = (1..=63).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-');
        labels += usize::from(is_label);
        let server = workshop::shop(&text);
        let expected = is_label.then(|| format!("https://{text}.workshop.example/v1"));
        assert_eq!(server.ok().map(|server| server.as_str().to_owned()), expected, "{text:?}");
    }
    assert!(labels >= 5);
}

macro_rules! in_both {
    ($($case:ident),+ $(,)?) => {
        mod over_reqwest {
            $(#[test] fn $case() { super::$case::<super::OverReqwest>(); })+
        }
        mod over_ureq {
            $(#[test] fn $case() { super::$case::<super::OverUreq>(); })+
        }
    };
}

in_both!(
    segments_of_a_path,
    values_of_a_query,
    values_of_headers,
    names_of_headers,
    items_of_a_header,
    names_of_clients,
    credentials,
    fields_of_json,
    fields_of_forms,
    parts_of_multipart,
    the_boundary_of_the_call_before,
    ten_megabytes,
);
