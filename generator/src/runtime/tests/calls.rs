//! Calls over a transport that answers from memory.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::StatusCode;

use super::sample::{Key, PlaceOrder, Problem, RemoveOrder, Shop};
use crate::runtime::client::{
    Answer, Attempt, BlockingTransport, BuildError, Builder, Client, Delivery, Endpoint, Error, Finding, Incoming,
    Info, Level, Limits, Outgoing, Policy, Reply, Request, Response, TransportError, TransportErrorKind,
};
use crate::runtime::{Check, JsonObject, RuleId, Undecodable, Validate};

type Blocking = Client<Shop, dyn BlockingTransport>;

/// Answers in order, and keeps what it was sent and how long it was to wait.
#[derive(Default)]
struct Memory {
    answers: Mutex<Vec<Result<Response, TransportError>>>,
    sent: Mutex<Vec<(Request, Limits)>>,
    waits: Mutex<Vec<Duration>>,
}

impl BlockingTransport for Memory {
    fn send(&self, request: Request, limits: Limits) -> Result<Response, TransportError> {
        self.sent.lock().unwrap().push((request, limits));
        self.answers.lock().unwrap().remove(0)
    }

    fn sleep(&self, delay: Duration) {
        self.waits.lock().unwrap().push(delay);
    }
}

fn memory(answers: impl IntoIterator<Item = Result<Response, TransportError>>) -> Arc<Memory> {
    Arc::new(Memory { answers: Mutex::new(answers.into_iter().collect()), ..Memory::default() })
}

fn answer(status: u16, body: &str) -> Response {
    let mut response = Response::new(body.to_owned().into());
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    response
}

fn broken(kind: TransportErrorKind) -> TransportError {
    TransportError::new(kind, "so it went")
}

fn builder(server: &str) -> Builder<Shop, dyn BlockingTransport> {
    Client::builder(server, Key("secret-key".into()))
}

fn client(transport: &Arc<Memory>) -> Blocking {
    builder("https://shop.example/v2/").build_over(Arc::<Memory>::clone(transport)).unwrap()
}

fn order() -> PlaceOrder {
    PlaceOrder::new("a b")
}

#[test]
fn a_request_is_what_was_asked_for() {
    let transport = memory([Ok(answer(200, r#"{"id":5}"#))]);
    let placed = client(&transport).call(order()).header("X-Trace", "t1").send().unwrap();
    assert_eq!(placed.id, Some(5));

    let sent = transport.sent.lock().unwrap();
    let (request, limits) = &sent[0];
    assert_eq!(
        (request.method().as_str(), request.uri().to_string().as_str()),
        ("POST", "https://shop.example/v2/shops/a%20b/orders/7")
    );
    let headers = request.headers();
    assert_eq!((headers["x-key"].to_str().unwrap(), headers["x-trace"].to_str().unwrap()), ("Key secret-key", "t1"));
    assert!(headers["accept"] == "application/json" && headers["content-type"] == "application/json");
    assert_eq!(headers["user-agent"], concat!("docwright/", env!("CARGO_PKG_VERSION")));
    assert_eq!(request.extensions().get::<&'static Info>(), Some(&PlaceOrder::INFO));
    assert_eq!(request.extensions().get::<Attempt>(), Some(&Attempt(1)));
    assert_eq!(*limits, Limits::default());
    let shown = format!("{request:?}");
    assert!(!shown.contains("secret-key") && !shown.contains("t1"), "{shown}");
}

#[test]
fn nothing_that_is_printed_holds_a_secret() {
    let client = client(&memory([]));
    for shown in [format!("{client:?}"), format!("{:?}", builder("https://x")), format!("{:?}", client.call(order()))] {
        assert!(shown.contains("https://") && !shown.contains("secret-key"), "{shown}");
    }
}

#[test]
fn a_call_has_its_own_credentials_and_a_client_may_get_others() {
    let transport = memory([]);
    let client = client(&transport);
    let key = |request: Request| request.headers()["x-key"].to_str().unwrap().to_owned();
    assert_eq!(key(client.call(order()).auth(Key("other".into())).request().unwrap()), "Key other");
    assert_eq!(key(client.with_auth(Key("third".into())).request(&order()).unwrap()), "Key third");
    assert_eq!(key(client.call(order()).header("x-key", "mine").request().unwrap()), "Key secret-key");
    for (name, value) in [("a b", "x"), ("x-a", "x\r\ny: z"), ("host", "evil.example"), ("Content-Length", "0")] {
        let error = client.call(order()).header(name, value).request().unwrap_err();
        assert!(matches!(error, Error::Build { .. }), "{error}");
    }
}

#[test]
fn addresses_that_would_not_be_kept_are_refused() {
    let bad = [
        "",
        "shop.example",
        "ftp://x",
        "https://",
        "https:///a",
        "https://u:p@x",
        "https://x/?a=1",
        "https://x?a",
        "https://x/#x",
        "https://x#x",
        "https://x/\u{7}",
        "https://x/a\nb",
        "https://x/é",
        "https://é/",
        "https://x:y/",
        "https://x:99999/",
        "https://x/a/../b",
        "https://x/%2E%2e/b",
        "https://x/.",
        "https://x\\@y",
        "https://x/{id}",
        "https://x y",
    ];
    for address in bad {
        assert_eq!(builder(address).build_over(memory([])).err(), Some(BuildError::Address), "{address}");
    }
    for exposed in ["http://shop.example", "http://127.0.0.1.example", "http://2130706433", "HTTP://localhost.example"]
    {
        assert_eq!(builder(exposed).build_over(memory([])).err(), Some(BuildError::PlainHttp), "{exposed}");
        assert!(builder(exposed).allow_plain_http().build_over(memory([])).is_ok());
    }
    for good in ["http://localhost:1", "http://127.0.0.1", "http://[::1]:80/x", "HTTPS://x/a/b//", "https://x:8443"] {
        assert!(builder(good).build_over(memory([])).is_ok(), "{good}");
    }
    for dots in ["", ".", ".."] {
        let error = client(&memory([])).request(&PlaceOrder::new(dots)).unwrap_err();
        assert!(matches!(error, Error::Build { error: BuildError::PathArgument("shop"), .. }), "{error}");
    }
}

#[test]
fn a_policy_covers_what_is_below_and_a_call_extends_it() {
    let bad = PlaceOrder { note: Some("x".into()), ..PlaceOrder::new("too long") };
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    let client = builder("https://x")
        .policy(Policy::new().rule(RuleId::Format, Level::Off))
        .observer(move |event| {
            if let Finding::Sent(violation) = event.finding {
                log.lock().unwrap().push(format!("{} {}", event.endpoint, violation.pointer));
            }
        })
        .build_over(memory([]))
        .unwrap();
    let error = client.request(&bad).unwrap_err();
    assert_eq!(
        error.to_string(),
        "shop/place_order: invalid request: /body/note: found 1 character, allowed: at least 2 characters [min_length]"
    );
    assert_eq!(
        (error.violations().unwrap().len(), error.delivery(), error.safe_to_resend()),
        (1, Delivery::NotSent, true)
    );
    assert_eq!(*seen.lock().unwrap(), ["shop/place_order /path_parameters/shop"]);

    let call = |policy| client.call(bad.clone()).policy(policy).request();
    assert!(call(Policy::new().rule_at(RuleId::MinLength, "/body", Level::Warn)).is_ok());
    assert!(call(Policy::new().rule_at(RuleId::MinLength, "/body/not", Level::Warn)).is_err());
    assert_eq!(
        call(Policy::new().at("/path_parameters", Level::Error).at("/body", Level::Off))
            .unwrap_err()
            .violations()
            .unwrap()
            .len(),
        1
    );
    let error = call(Policy::all(Level::Off).at("note", Level::Off)).unwrap_err();
    assert!(matches!(error, Error::Build { error: BuildError::Pointer(_), .. }), "{error}");
}

#[test]
fn a_retry_happens_only_where_nothing_is_sent_twice() {
    use TransportErrorKind::{Broken, Connect, Timeout, TooLarge};
    let attempts = |answers: Vec<Result<Response, TransportError>>, idempotent: bool| {
        let transport = memory(answers.into_iter().chain([Ok(answer(200, "{}"))]));
        let call = client(&transport).call(order());
        let outcome = if idempotent { call.idempotent() } else { call }.send();
        let sent = transport.sent.lock().unwrap();
        assert_eq!(sent.last().unwrap().0.extensions().get::<Attempt>().unwrap().0 as usize, sent.len());
        (sent.len(), outcome.is_ok())
    };
    assert_eq!(attempts(vec![Err(broken(Connect)), Err(broken(Connect))], false), (3, true));
    assert_eq!(attempts((0..3).map(|_| Err(broken(Connect))).collect(), false), (3, false));
    assert_eq!(attempts(vec![Ok(answer(429, ""))], false), (2, true));
    for sent in [Timeout, Broken] {
        assert_eq!(attempts(vec![Err(broken(sent))], false), (1, false));
        assert_eq!(attempts(vec![Err(broken(sent))], true), (2, true));
    }
    assert_eq!(attempts(vec![Ok(answer(503, ""))], false), (1, false));
    assert_eq!(attempts(vec![Ok(answer(503, ""))], true), (2, true));
    for answered in [broken(TooLarge), broken(Broken).after(StatusCode::OK)] {
        assert_eq!(attempts(vec![Err(answered)], true), (1, false));
    }
}

/// Days since 1970, counted one by one.
fn days(year: u64, month: usize, day: u64) -> u64 {
    let leap = |year: u64| year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let months = |year| [31, if leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let before: u64 = (1970..year).map(|year| months(year).iter().sum::<u64>()).sum();
    before + months(year)[..month - 1].iter().sum::<u64>() + day - 1
}

#[test]
fn a_server_may_say_when_to_come_back() {
    let asked = |value: &str| {
        let mut refused = answer(400, "");
        refused.headers_mut().insert("retry-after", value.parse().unwrap());
        client(&memory([])).response::<PlaceOrder>(refused).unwrap_err().retry_after()
    };
    assert_eq!(
        (asked("7"), asked("soon"), asked("-1"), asked("1.5")),
        (Some(Duration::from_secs(7)), None, None, None)
    );
    assert_eq!(asked("Sun, 06 Nov 1994 08:49:37 GMT"), Some(Duration::ZERO));
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let clock = 8 * 3600 + 49 * 60 + 37;
    let dates = [
        ("Sat, 06 Nov 2094 08:49:37 GMT", days(2094, 11, 6)),
        ("Tue, 29 Feb 2128 08:49:37 GMT", days(2128, 2, 29)),
        ("Fri, 01 Mar 2400 08:49:37 GMT", days(2400, 3, 1)),
        ("Fri, 31 Dec 9999 08:49:37 GMT", days(9999, 12, 31)),
        ("Tuesday, 06-Nov-68 08:49:37 GMT", days(2068, 11, 6)),
        ("Sat Nov  6 08:49:37 2094", days(2094, 11, 6)),
    ];
    for (text, days) in dates {
        let left = asked(text).unwrap().as_secs();
        assert!((days * 86400 + clock - now).abs_diff(left) <= 2, "{text}: {left}");
    }
    for bad in [
        "Sat, 06 Foo 2094 08:49:37 GMT",
        "Sat, 06 Nov 2094 24:00:00 GMT",
        "Sat, 06 Nov 2094 08:49 GMT",
        "Sat, 00 Nov 2094 08:49:37 GMT",
    ] {
        assert_eq!(asked(bad), None, "{bad}");
    }
}

#[test]
fn waits_and_attempts_end_with_the_deadline() {
    let busy = |seconds: &str| {
        let mut busy = answer(429, "");
        busy.headers_mut().insert("retry-after", seconds.parse().unwrap());
        Ok(busy)
    };
    let transport = memory([busy("3"), Ok(answer(200, "{}"))]);
    client(&transport).send(order()).unwrap();
    assert_eq!(*transport.waits.lock().unwrap(), [Duration::from_secs(3)]);

    let transport = memory([busy("3"), Ok(answer(200, "{}"))]);
    let error = client(&transport).call(order()).deadline(Duration::from_secs(2)).send().unwrap_err();
    assert_eq!(
        (error.status(), error.retry_after(), error.safe_to_resend()),
        (Some(StatusCode::TOO_MANY_REQUESTS), Some(Duration::from_secs(3)), true)
    );
    let sent = transport.sent.lock().unwrap();
    assert!(sent.len() == 1 && sent[0].1.timeout <= Duration::from_secs(2));

    let failing = memory((0..3).map(|_| Err(broken(TransportErrorKind::Connect))));
    client(&failing).send(order()).unwrap_err();
    let waits = failing.waits.lock().unwrap();
    assert!(
        waits.len() == 2 && waits[0] <= Duration::from_millis(400) && waits[1] <= Duration::from_millis(800),
        "{waits:?}"
    );
}

#[test]
fn deviations_are_told_those_of_refusals_too() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    let client = builder("https://x")
        .observer(move |event| {
            if let Finding::Received(deviation) = event.finding {
                log.lock().unwrap().push(deviation.to_string());
            }
        })
        .build_over(memory([]))
        .unwrap();
    let told = || std::mem::take(&mut *seen.lock().unwrap());

    let mut labelled = answer(201, r#"{"id":4294967296}"#);
    labelled.headers_mut().insert("content-type", "text/html; charset=\"\u{e9}\"".try_into().unwrap());
    let full = client.response::<PlaceOrder>(labelled).unwrap();
    assert_eq!((full.output.id, full.deviations.len()), (Some(4_294_967_296), 3));
    assert_eq!(
        told(),
        [
            "status 201 is not documented",
            "media type text/html; charset=\"é\" is not documented",
            "/body/id: found 4294967296, allowed: an integer of 32 bits [range]",
        ]
    );

    let error = client.response::<PlaceOrder>(answer(404, r#"{"reason":"gone away","x":1}"#)).unwrap_err();
    assert_eq!(error.to_string(), "shop/place_order: the server answered 404 Not Found");
    assert_eq!(error.refusal().unwrap().read::<PlaceOrder>(), Ok(Some(Problem { reason: Some("gone away".into()) })));
    assert!(error.refusal().unwrap().read::<RemoveOrder>().is_err());
    assert_eq!(
        told(),
        [
            "/body/x: found an integer, allowed: no such field [unknown_field]",
            "/body/reason: found 9 characters, allowed: at most 3 characters [max_length]",
        ]
    );

    client.response::<PlaceOrder>(answer(400, "<p>")).unwrap_err();
    assert_eq!(told(), ["/body: expected JSON, found other bytes"]);
    client.response::<PlaceOrder>(answer(500, "<p>")).unwrap_err();
    assert_eq!(told(), ["status 500 is not documented"]);
    client.response::<RemoveOrder>(answer(204, "x")).unwrap();
    assert_eq!(told(), ["a body is not documented"]);
    let fields: JsonObject = (0..150).map(|index| (format!("x{index}"), 1)).collect();
    client.response::<PlaceOrder>(answer(200, &crate::runtime::to_json(&fields))).unwrap();
    let told = told();
    assert_eq!((told.len(), told[100].as_str()), (101, "and 50 more"));
}

#[test]
fn a_display_never_repeats_its_source() {
    let transport = memory([Err(broken(TransportErrorKind::Timeout))]);
    let error = client(&transport).send(order()).unwrap_err();
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!((error.to_string(), source.to_string()), ("shop/place_order: timed out".into(), "so it went".into()));
    assert!(source.source().is_none());
}

#[test]
fn a_whole_body_may_be_a_list_or_left_out() {
    let client = client(&memory([]));
    let request = client.request(&RemoveOrder { body: Some(vec![1, 2]) }).unwrap();
    assert_eq!(request.body().bytes().unwrap().as_ref(), b"[1,2]");
    let received = RemoveOrder::from_request(&request).unwrap();
    assert_eq!((received.endpoint, received.violations.len()), (Some(RemoveOrder { body: Some(vec![1, 2]) }), 0));

    let without = client.request(&RemoveOrder { body: None }).unwrap();
    assert!(without.body().is_empty() && !without.headers().contains_key("content-type"));
    assert_eq!(RemoveOrder::from_request(&without).unwrap().endpoint, Some(RemoveOrder { body: None }));

    let wrong = http::Request::delete("/orders").body(r#"[1,"2"]"#.into()).unwrap();
    let found = RemoveOrder::from_request(&wrong).unwrap().violations;
    assert_eq!(found.to_string(), "/body/1: found text, allowed: an integer [type]");
    let object = http::Request::delete("/orders").body(r#"{"a":1}"#.into()).unwrap();
    let found = RemoveOrder::from_request(&object).unwrap().violations;
    assert_eq!(found.to_string(), "/body: found an object, allowed: a list [type]");
    let list = http::Request::post("/shops/a/orders/1").body("[]".into()).unwrap();
    assert!(PlaceOrder::from_request(&list).is_err());
}

#[test]
fn a_request_is_read_as_it_was_sent() {
    let client = client(&memory([]));
    let sent = PlaceOrder {
        note: Some("a@b".into()),
        lines: Some(vec![JsonObject::new().with("n", 1)]),
        ..PlaceOrder::new("a/b?")
    };
    let received = PlaceOrder::from_request(&client.request(&sent).unwrap()).unwrap();
    assert_eq!((received.endpoint, received.violations.len()), (Some(sent), 0));
}

#[test]
fn a_request_of_another_endpoint_is_none_of_this_one() {
    let read = |method: &str, path: &str| {
        let request = http::Request::builder().method(method).uri(path).body("{}".into()).unwrap();
        PlaceOrder::from_request(&request).map(|received| received.violations.len())
    };
    for own in ["/shops/a/orders/1", "/v2/eu/shops/a/orders/1", "https://shop.example/sh%6Fps/a/orders/1?x"] {
        assert_eq!(read("POST", own), Ok(0), "{own}");
    }
    for (method, path) in [
        ("GET", "/shops/a/orders/1"),
        ("post", "/shops/a/orders/1"),
        ("POST", "/shops/a/order/1"),
        ("POST", "/shops/a/orders/1/"),
        ("POST", "/a/orders/1"),
        ("POST", "/"),
    ] {
        assert_eq!(read(method, path), Err(Undecodable::AnotherRequest), "{method} {path}");
    }
}

/// Sets any header, as no spec can.
#[derive(Debug)]
struct Odd(&'static str, &'static str);

impl Validate for Odd {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Odd {
    type Api = Shop;
    type Output = ();
    type Failure = ();

    const INFO: &Info = RemoveOrder::INFO;

    fn encode(&self, to: &mut Outgoing) {
        to.header(self.0, &self.1.to_owned());
    }

    fn read(_: &mut Incoming<'_>) -> Self {
        Self("", "")
    }

    fn decode(answer: &mut Answer<'_>) -> Result<(), Undecodable> {
        answer.ignored()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond((): &(), _: &mut Reply) {}

    fn refuse((): &(), _: &mut Reply) {}
}

#[test]
fn nothing_but_a_transport_frames_a_message() {
    let client = client(&memory([]));
    let of_call = |name: &str| client.call(order()).header(name, "x").request();
    let framing = ["transfer-encoding", "connection", "te", "trailer", "upgrade", "expect", "keep-alive", "host"];
    for name in framing.into_iter().chain(["proxy-connection", "content-length", "content-type"]) {
        let errors = [client.request(&Odd(name, "x")).unwrap_err(), of_call(&name.to_uppercase()).unwrap_err()];
        for error in errors {
            assert!(matches!(error, Error::Build { error: BuildError::ReservedHeader(_), .. }), "{error}");
        }
    }
    for name in ["accept", "user-agent"] {
        let error = client.request(&Odd(name, "x")).unwrap_err();
        assert!(matches!(error, Error::Build { error: BuildError::ReservedHeader(_), .. }), "{error}");
        assert_eq!(of_call(name).unwrap().headers()[name], "x");
    }
}

#[test]
fn a_header_holds_what_can_be_read_back() {
    let client = client(&memory([]));
    for good in ["", "a b", "a\tb", "~!\""] {
        assert_eq!(client.request(&Odd("x-a", good)).unwrap().headers()["x-a"].to_str().unwrap(), good);
    }
    for bad in ["é", "😀", "a\u{80}", "a\nb", "a\0", "\u{7f}"] {
        let error = client.request(&Odd("x-a", bad)).unwrap_err();
        assert!(matches!(error, Error::Build { error: BuildError::Header(_), .. }), "{error}");
    }
}

#[test]
fn other_credentials_are_no_way_around_https() {
    let exposed = Client::<Shop, dyn BlockingTransport>::builder("http://shop.example", Key(String::new().into()));
    let exposed = exposed.build_over(memory([])).unwrap();
    assert!(exposed.request(&order()).is_ok());
    let secret = || Key("secret-key".into());
    for error in [
        exposed.with_auth(secret()).request(&order()).unwrap_err(),
        exposed.call(order()).auth(secret()).request().unwrap_err(),
    ] {
        assert!(matches!(error, Error::Build { error: BuildError::PlainHttp, .. }), "{error}");
    }
    let near = builder("http://localhost").build_over(memory([])).unwrap();
    assert!(near.with_auth(secret()).request(&order()).is_ok());
    let allowed = builder("http://shop.example").allow_plain_http().build_over(memory([])).unwrap();
    assert!(allowed.with_auth(secret()).call(order()).auth(secret()).request().is_ok());
}
