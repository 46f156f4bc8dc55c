//! What a client makes of endpoints and answers.

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use super::memory::{Blocking, answer, builder, client, memory, order, outcome};
use super::sample::{Key, PlaceOrder, Placed, Problem, RemoveOrder, Shop};
use crate::runtime::client::{
    Answer, Attempt, BuildError, Client, Delivery, Endpoint, Error, Finding, Incoming, Info, Level, Limits, Outgoing,
    Policy, Reply, Request,
};
use crate::runtime::{Check, JsonObject, RuleId, Undecodable, Validate};

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
fn what_is_sent_by_reference_can_be_sent_again() {
    fn generic<E: Endpoint<Api = Shop>>(client: &Blocking, endpoint: &E) -> E::Output {
        client.send(endpoint).unwrap()
    }
    let transport = memory((0..3).map(|id| Ok(answer(200, &format!(r#"{{"id":{id}}}"#)))));
    let (client, order) = (client(&transport), order());
    assert_eq!(client.send(&order).unwrap().id, Some(0));
    assert_eq!(client.call(&order).header("x-trace", "t1").send().unwrap().id, Some(1));
    assert_eq!(generic(&client, &order).id, Some(2));
    let sent = transport.sent.lock().unwrap();
    assert!(sent.iter().all(|(request, _)| request.body() == sent[0].0.body()));
}

#[test]
fn a_future_outlives_client_and_endpoint_and_goes_to_other_threads() {
    fn sent<F: std::future::Future<Output: Send + 'static> + Send + 'static>(future: F) -> F {
        future
    }
    fn shared<T: Clone + Send + Sync + Debug + 'static>(_: &T) {}
    let transport = memory((0..3).map(|_| Ok(answer(200, ""))));
    let client = Client::<Shop>::builder("https://x", Key("k".into())).build_over(transport).unwrap();
    shared(&client);
    let order = order();
    let futures = [sent(client.send(&order)), sent(client.call(&order).idempotent().send()), sent(client.send(order))];
    drop(client);
    for future in futures {
        println!("a call in flight: {} bytes", size_of_val(&*future));
        assert!(size_of_val(&*future) <= 1024, "{} bytes", size_of_val(&*future));
        assert_eq!(outcome(future).unwrap(), Placed::default());
    }
}

#[test]
fn a_header_of_a_client_goes_with_every_call_and_those_of_a_call_win() {
    let client = builder("https://x").header("X-Tenant", "a").header("x-trace", "t0").build_over(memory([])).unwrap();
    let headers = |request: Request| ["x-tenant", "x-trace"].map(|name| request.headers()[name].clone());
    assert_eq!(headers(client.request(&order()).unwrap()), ["a", "t0"]);
    assert_eq!(headers(client.call(order()).header("x-trace", "t1").request().unwrap()), ["a", "t1"]);
    let built = |name, value| builder("https://x").header(name, value).header("x-b", "fine").build_over(memory([]));
    assert!(matches!(built("a b", "x"), Err(BuildError::HeaderName(_))));
    assert!(matches!(built("x-a", "x\r\ny: z"), Err(BuildError::Header(_))));
    for reserved in ["host", "Content-Length", "content-type"] {
        assert!(matches!(built(reserved, "x"), Err(BuildError::ReservedHeader(_))), "{reserved}");
    }
}
