//! The suite for transports: both adapters pass, and each promise that a transport breaks is noticed.

#[cfg(feature = "ureq")]
use crate::runtime::client::conformance::Departures;
use crate::runtime::client::conformance::check;
#[cfg(feature = "ureq")]
use crate::runtime::client::{
    BlockingTransport as _, Limits, Request, Response, TransportError, TransportErrorKind, Ureq,
};

#[cfg(feature = "reqwest")]
#[test]
fn over_reqwest() {
    use crate::runtime::client::{Reqwest, Transport as _};

    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let transport = Reqwest::new().unwrap();
    check(|request, limits| runtime.block_on(transport.send(request, limits))).unwrap();
}

#[cfg(feature = "ureq")]
#[test]
fn over_ureq() {
    let transport = Ureq::new().unwrap();
    check(|request, limits| transport.send(request, limits)).unwrap();
}

/// The cases in which a transport is caught that does this to what ureq does.
#[cfg(feature = "ureq")]
fn caught(
    bad: impl Fn(&Ureq, Request, Limits) -> Result<Response, TransportError> + Sync,
) -> Result<(), Vec<&'static str>> {
    let transport = Ureq::new().unwrap();
    let outcome = check(|request, limits| bad(&transport, request, limits));
    outcome.map_err(|Departures { list }| list.into_iter().map(|departure| departure.case).collect())
}

#[cfg(feature = "ureq")]
#[test]
fn who_sends_twice_follows_or_claims_that_nothing_was_sent_is_caught() {
    let twice = caught(|ureq, request, limits| {
        let first = ureq.send(request.clone(), limits);
        let is_open = |error: &TransportError| error.status.is_none() && error.kind == TransportErrorKind::Broken;
        if first.as_ref().is_err_and(is_open) { ureq.send(request, limits) } else { first }
    })
    .unwrap_err();
    for case in ["a connection that breaks after the request", "a kept connection that breaks after the second request"]
    {
        assert!(twice.contains(&case), "{twice:?}");
    }

    let follows = caught(|ureq, request, limits| {
        let first = ureq.send(request.clone(), limits)?;
        let Some(path) = first.headers().get("location") else { return Ok(first) };
        let (mut head, _) = request.into_parts();
        let origin = format!("http://{}", head.uri.authority().unwrap());
        head.uri = format!("{origin}{}", path.to_str().unwrap()).parse().unwrap();
        ureq.send(Request::from_parts(head, Vec::new().into()), limits)
    });
    assert_eq!(follows.unwrap_err(), [301, 302, 303, 307, 308].map(|status| format!("a redirect, {status}")));

    let denies = caught(|ureq, request, limits| {
        let denied = |error: TransportError| TransportError { kind: TransportErrorKind::Connect, ..error };
        ureq.send(request, limits).map_err(denied)
    })
    .unwrap_err();
    for case in ["no answer", "an answer that is no HTTP", "a connection that breaks after the request"] {
        assert!(denies.contains(&case), "{denies:?}");
    }
    assert!(!denies.contains(&"a refused connection"), "{denies:?}");
}

#[cfg(feature = "ureq")]
#[test]
fn who_keeps_to_no_size_is_caught_before_memory_ends() {
    let caught = caught(|ureq, request, limits| {
        let far_too_much = Limits { max_response: 1 << 30, ..limits };
        ureq.send(request, far_too_much)
    });
    let cases = caught.unwrap_err();
    for case in ["chunks without end", "a body without length and end", "an answer of one byte too much"] {
        assert!(cases.contains(&case), "{cases:?}");
    }
}
