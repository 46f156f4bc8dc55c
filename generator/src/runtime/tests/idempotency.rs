//! Whether a repeat is harmless: as the spec says, else by the method.

use super::memory::{answer, broken, client, memory};
use super::sample::{PlaceOrder, RemoveOrder, Shop};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply, TransportErrorKind};
use crate::runtime::{Check, Undecodable, Validate};

/// A POST whose repeat is said to be harmless, or a DELETE whose repeat is said to be not.
#[derive(Debug)]
struct Stated<const HARMLESS: bool>;

impl<const HARMLESS: bool> Validate for Stated<HARMLESS> {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl<const HARMLESS: bool> Endpoint for Stated<HARMLESS> {
    type Api = Shop;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "shop",
        name: "stated_order",
        method: if HARMLESS { Method::POST } else { Method::DELETE },
        path: "/orders",
        statuses: &["204"],
        media_types: &[],
        auth: &["key"],
        permissions: &[],
        settings: &[],
        idempotent: Some(HARMLESS),
    };

    fn encode(&self, _: &mut Outgoing) {}

    fn read(_: &mut Incoming<'_>) -> Self {
        Self
    }

    fn decode(answer: &mut Answer<'_>) -> Result<(), Undecodable> {
        answer.none()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond((): &(), _: &mut Reply) {}

    fn refuse((): &(), _: &mut Reply) {}
}

/// Whether a call is retried that may have been sent.
fn is_retried<E: Endpoint<Api = Shop>>(endpoint: E) -> bool {
    let transport = memory([Err(broken(TransportErrorKind::Timeout)), Ok(answer(204, ""))]);
    let outcome = client(&transport).call(endpoint).send_full();
    assert_eq!(outcome.is_ok(), transport.sent.lock().unwrap().len() == 2);
    outcome.is_ok()
}

#[test]
fn what_the_spec_says_decides_before_the_method() {
    assert!(Stated::<true>::INFO.is_idempotent() && is_retried(Stated::<true>));
    assert!(!Stated::<false>::INFO.is_idempotent() && !is_retried(Stated::<false>));
    assert!(RemoveOrder::INFO.is_idempotent() && is_retried(RemoveOrder { body: None }));
    assert!(!PlaceOrder::INFO.is_idempotent() && !is_retried(PlaceOrder::new("a")));
}

#[test]
fn else_the_method_decides_and_one_that_nobody_knows_is_not_repeated() {
    let is_idempotent = |method| Info { method, idempotent: None, ..*PlaceOrder::INFO }.is_idempotent();
    for harmless in [Method::GET, Method::HEAD, Method::OPTIONS, Method::TRACE, Method::PUT, Method::DELETE] {
        assert!(is_idempotent(harmless), "{harmless}");
    }
    for other in [Method::POST, Method::PATCH, Method::CONNECT, Method::named("PURGE"), Method::named("get")] {
        assert!(!is_idempotent(other), "{other}");
    }
}
