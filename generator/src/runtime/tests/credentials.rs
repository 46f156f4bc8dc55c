//! Whose credentials go where, and that they show nowhere.

use std::convert::Infallible;
use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::Poll;
use std::time::Duration;

use http::HeaderValue;

use super::memory::{Blocking, Memory, answer, builder, client, memory, order, outcome};
use super::sample::{Key, PlaceOrder, Shop};
use crate::runtime::client::{
    Answer, Api, Authorization, Authorize, BlockingTransport, BuildError, Client, Delivery, Endpoint, Error, Incoming,
    Info, NoSettings, Outgoing, Reply, Request,
};
use crate::runtime::{Check, Undecodable, Validate};

#[test]
fn nothing_that_is_printed_holds_a_secret() {
    let client = client(&memory([]));
    for shown in [format!("{client:?}"), format!("{:?}", builder("https://x")), format!("{:?}", client.call(order()))] {
        assert!(shown.contains("https://") && !shown.contains("secret-key"), "{shown}");
    }
    let refused = format!("{:?}", builder("https://kari:s3cret@shop.example"));
    assert!(!refused.contains("s3cret"), "{refused}");
}

#[test]
fn a_call_has_its_own_credentials_and_a_client_may_get_others() {
    let transport = memory([]);
    let client = client(&transport);
    let key = |request: Request| request.headers()["x-key"].to_str().unwrap().to_owned();
    assert_eq!(key(client.call(order()).auth(Key("other".into())).request().unwrap()), "Key other");
    assert_eq!(key(client.with_auth(Key("third".into())).request(&order()).unwrap()), "Key third");
    assert_eq!(key(client.call(order()).header("x-key", "mine").request().unwrap()), "Key secret-key");
    for (name, value) in
        [("a b", "x"), ("x-a", "x\r\ny: z"), ("x-a", "\u{e9}"), ("host", "evil.example"), ("Content-Length", "0")]
    {
        let error = client.call(order()).header(name, value).media_type("text/xml").request().unwrap_err();
        assert!(
            matches!(&error, Error::Build { error, .. } if !matches!(error, BuildError::MediaType { .. })),
            "{error}: the first is told"
        );
    }
    let beyond_ascii = client.call(order()).auth(Key("cl\u{e9}".into())).request().unwrap_err();
    assert!(matches!(beyond_ascii, Error::Build { error: BuildError::Header(_), .. }), "{beyond_ascii}");
    let nameless = builder("https://x").user_agent("caf\u{e9}").build_over(memory([])).unwrap_err();
    assert!(matches!(nameless, BuildError::Header(_)), "{nameless}");
}

#[test]
fn other_credentials_are_no_way_around_https() {
    let exposed = Client::<Shop, dyn BlockingTransport>::builder("http://shop.example", Key(String::new().into()));
    let exposed = exposed.build_over(memory([])).unwrap();
    // An empty credential is none that plain HTTP could give away, but its header would end with a blank.
    let empty = exposed.request(&order()).unwrap_err();
    assert!(matches!(empty, Error::Build { error: BuildError::Header(_), .. }), "{empty}");
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

/// A client whose provider hands out numbered keys, and how often it was asked.
fn asking(transport: &Arc<Memory>, server: &str) -> (Blocking, Arc<AtomicU32>) {
    let asked = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&asked);
    let provider = move |endpoint: &'static Info| {
        assert_eq!(endpoint, PlaceOrder::INFO);
        let number = count.fetch_add(1, Ordering::Relaxed);
        Ok::<_, Infallible>(Key(format!("key {number}").into()))
    };
    let builder = Blocking::builder_with_provider(server, provider);
    (builder.build_over(Arc::<Memory>::clone(transport)).unwrap(), asked)
}

#[test]
fn a_provider_is_asked_once_per_call_that_is_valid() {
    let transport = memory([Ok(answer(429, "")), Ok(answer(200, "")), Ok(answer(200, "")), Ok(answer(200, ""))]);
    let (client, asked) = asking(&transport, "https://shop.example");
    client.send(PlaceOrder { note: Some("x".into()), ..order() }).unwrap_err();
    assert_eq!(asked.load(Ordering::Relaxed), 0, "an invalid request needs no credentials");
    client.send(order()).unwrap();
    client.send(order()).unwrap();
    client.call(order()).auth(Key("own".into())).send().unwrap();
    let keys: Vec<_> =
        transport.sent.lock().unwrap().iter().map(|(request, _)| request.headers()["x-key"].clone()).collect();
    assert_eq!(keys, ["Key key 0", "Key key 0", "Key key 1", "Key own"]);
    assert!(keys.iter().all(HeaderValue::is_sensitive));

    for unasked in [client.request(&order()), client.call(order()).request()] {
        assert!(!unasked.unwrap().headers().contains_key("x-key"));
    }
    let fixed = client.with_auth(Key("fixed".into())).request(&order()).unwrap();
    assert_eq!((fixed.headers()["x-key"].to_str().unwrap(), asked.load(Ordering::Relaxed)), ("Key fixed", 2));
}

#[test]
fn a_provider_is_no_way_around_https() {
    let transport = memory([]);
    let (client, _) = asking(&transport, "http://shop.example");
    let error = client.send(order()).unwrap_err();
    assert!(matches!(error, Error::Build { error: BuildError::PlainHttp, .. }), "{error}");
}

#[test]
fn without_credentials_nothing_is_sent() {
    let transport = memory([]);
    let builder = Blocking::builder_with_provider("https://x", |_| Err::<Key, _>("the vault is sealed"));
    let blocking = builder.build_over(Arc::<Memory>::clone(&transport)).unwrap().send(order()).unwrap_err();
    let builder = Client::<Shop>::builder_with_provider("https://x", async |_| Err::<Key, _>("the vault is sealed"));
    let asynchronous =
        outcome(builder.build_over(Arc::<Memory>::clone(&transport)).unwrap().send(order())).unwrap_err();
    for error in [blocking, asynchronous] {
        assert!(matches!(error, Error::Credentials { .. }), "{error:?}");
        assert_eq!((error.delivery(), error.attempts(), error.safe_to_resend()), (Delivery::NotSent, 0, true));
        assert_eq!(error.to_string(), "shop/place_order: no credentials could be had");
        assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the vault is sealed");
    }
    assert!(transport.sent.lock().unwrap().is_empty());
}

#[test]
fn credentials_may_take_their_time_up_to_the_deadline() {
    let transport = memory([Ok(answer(200, ""))]);
    let provider = async |_| {
        yield_once().await;
        Ok::<_, Infallible>(Key("late".into()))
    };
    let client = Client::<Shop>::builder_with_provider("https://x", provider);
    let client = client.build_over(Arc::<Memory>::clone(&transport)).unwrap();
    outcome(client.send(order())).unwrap();
    assert_eq!(transport.sent.lock().unwrap()[0].0.headers()["x-key"], "Key late");

    let too_late = [
        outcome(client.call(order()).deadline(Duration::ZERO).send()).unwrap_err(),
        asking(&transport, "https://x").0.call(order()).deadline(Duration::ZERO).send().unwrap_err(),
    ];
    for error in too_late {
        assert!(matches!(error, Error::Credentials { .. }), "{error:?}");
        assert_eq!(error.delivery(), Delivery::NotSent);
    }
}

/// Is ready when it is polled the second time.
async fn yield_once() {
    let mut polled = false;
    poll_fn(|context| {
        context.waker().wake_by_ref();
        if std::mem::replace(&mut polled, true) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

/// Credentials of a kind.
#[derive(Clone, Debug)]
struct Kind(&'static str);

impl Authorize for Kind {
    fn authorize(&self, to: &mut Authorization<'_>) {
        if self.0 != "none" {
            to.secret("x-key", "", &self.0.into());
        }
    }

    fn name(&self) -> Option<&'static str> {
        Some(self.0)
    }
}

#[derive(Debug)]
struct Office;

impl Api for Office {
    type Auth = Kind;
    type Settings = NoSettings;
}

/// Takes `badge`, and with `FREE` a call without a credential too; with `OPEN` that alone.
#[derive(Debug)]
struct Enter<const FREE: bool, const OPEN: bool>;

impl<const FREE: bool, const OPEN: bool> Validate for Enter<FREE, OPEN> {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl<const FREE: bool, const OPEN: bool> Endpoint for Enter<FREE, OPEN> {
    type Api = Office;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "office",
        name: "enter",
        path: "/door",
        auth: if OPEN {
            &["none"]
        } else if FREE {
            &["badge", "none"]
        } else {
            &["badge"]
        },
        ..*PlaceOrder::INFO
    };

    fn encode(&self, _: &mut Outgoing) {}

    fn read(_: &mut Incoming<'_>) -> Self {
        Self
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

/// The credential that is sent, if the call can be made.
fn sent<E: Endpoint<Api = Office>>(endpoint: &E, given: &'static str) -> Result<Option<String>, Error> {
    let client = Client::<Office, dyn BlockingTransport>::builder("https://x", Kind(given)).build_over(memory([]));
    let request = client.unwrap().request(endpoint)?;
    Ok(request.headers().get("x-key").map(|key| key.to_str().unwrap().to_owned()))
}

#[test]
fn an_endpoint_is_sent_the_credentials_that_it_takes_and_no_others() {
    let (strict, free, open) = (Enter::<false, false>, Enter::<true, false>, Enter::<true, true>);
    for (given, at_free) in [("badge", Some("badge")), ("ticket", None), ("none", None)] {
        assert_eq!(sent(&free, given).unwrap().as_deref(), at_free, "{given}");
        assert_eq!(sent(&open, given).unwrap(), None, "{given}");
    }
    assert_eq!(sent(&strict, "badge").unwrap().as_deref(), Some("badge"));
    for (given, why) in [
        ("ticket", "the endpoint does not take the credential ticket, but badge"),
        ("none", "the endpoint takes no call without a credential, but with badge"),
    ] {
        let error = sent(&strict, given).unwrap_err();
        assert!(error.to_string().ends_with(why), "{error}");
        assert_eq!(error.delivery(), Delivery::NotSent);
    }
}

#[test]
fn who_takes_no_credential_asks_for_none() {
    let signed_out = || Err::<Kind, _>("signed out");
    let client = Client::<Office, dyn BlockingTransport>::builder_with_provider("https://x", move |_| signed_out());
    let client = client.build_over(memory([Ok(answer(200, ""))])).unwrap();
    client.send(Enter::<true, true>).unwrap();
    assert!(matches!(client.send(Enter::<true, false>), Err(Error::Credentials { .. })));
}
