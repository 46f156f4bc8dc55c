//! What an operator learns from an error.

use std::error::Error as _;

use http::StatusCode;

use super::memory::{Blocking, answer, broken, client, memory, order};
use super::sample::{Key, PlaceOrder, Problem, RemoveOrder};
use crate::runtime::Undecodable;
use crate::runtime::client::{Delivery, Error, Response, TransportError, TransportErrorKind};

/// The error of a call that is answered so.
fn failed(answer: Result<Response, TransportError>) -> Error {
    client(&memory([answer])).call(order()).retries(0).send().unwrap_err()
}

fn labelled(status: u16, header: &str, value: &str, body: &str) -> Response {
    let mut response = answer(status, body);
    response.headers_mut().insert(http::HeaderName::try_from(header).unwrap(), value.try_into().unwrap());
    response
}

/// One error of each variant, and of each kind of transport error.
fn all() -> Vec<Error> {
    let unsealed = || Err::<Key, _>(std::io::Error::other(TransportError::new(TransportErrorKind::Broken, "sealed")));
    let client = Blocking::builder_with_provider("https://x", move |_| unsealed()).build_over(memory([])).unwrap();
    let mut errors = vec![
        client.send(PlaceOrder { note: Some("Jan".into()), ..order() }).unwrap_err(),
        client.call(order()).header("a b", "").send().unwrap_err(),
        client.send(order()).unwrap_err(),
        failed(Ok(labelled(404, "x-request-id", "r1", r#"{"reason":"Jan"}"#))),
        failed(Ok(labelled(200, "x-request-id", "r1", "Jan"))),
    ];
    for kind in [
        TransportErrorKind::Connect,
        TransportErrorKind::Timeout,
        TransportErrorKind::TooLarge,
        TransportErrorKind::Broken,
    ] {
        errors.push(failed(Err(broken(kind))));
        errors.push(failed(Err(broken(kind).after(StatusCode::OK))));
    }
    errors
}

#[test]
fn a_chain_of_errors_says_nothing_twice_and_names_no_person() {
    for error in all() {
        let mut texts = vec![error.to_string()];
        let mut source = error.source();
        while let Some(cause) = source {
            texts.push(cause.to_string());
            source = cause.source();
        }
        for (index, text) in texts.iter().enumerate() {
            assert!(texts.iter().skip(index + 1).all(|below| !text.contains(below.as_str())), "{texts:?}");
            assert!(!text.contains("Jan"), "{text}");
        }
        assert!(texts[0].starts_with("shop/place_order: "), "{}", texts[0]);
    }
}

#[test]
fn an_error_says_who_answered_what_and_how_often() {
    let error = failed(Ok(labelled(404, "x-request-id", "r1", r#"{"reason":"gone"}"#)));
    assert_eq!(error.to_string(), "shop/place_order: the server answered 404 Not Found (request r1)");
    assert_eq!(
        format!("{error:#}"),
        r#"shop/place_order: the server answered 404 Not Found (request r1): {"reason":"gone"}"#
    );
    assert_eq!((error.endpoint().api, error.endpoint().name), ("shop", "place_order"));
    assert_eq!(
        (error.status(), error.attempts(), error.delivery()),
        (Some(StatusCode::NOT_FOUND), 1, Delivery::Answered)
    );
    let refusal = error.refusal().unwrap();
    assert_eq!(refusal.read::<PlaceOrder>(), Ok(Some(Problem { reason: Some("gone".into()) })));
    assert_eq!(refusal.body, r#"{"reason":"gone"}"#.into());
    assert_eq!(refusal.read::<RemoveOrder>(), Err(Undecodable::AnotherEndpoint));

    let accepted = failed(Ok(answer(200, "<p>")));
    assert_eq!(
        format!("{accepted:#}"),
        "shop/place_order: the server answered 200 OK, but /body: expected JSON, found other bytes: <p>"
    );
    let elsewhere = client(&memory([])).response::<PlaceOrder>(answer(500, "")).unwrap_err();
    assert_eq!((elsewhere.attempts(), elsewhere.safe_to_resend()), (0, false));
}

#[test]
fn a_request_id_is_found_where_servers_put_it() {
    for name in ["X-Request-Id", "request-id", "X-Correlation-ID", "x-amzn-RequestId", "x-amz-request-id"] {
        assert_eq!(failed(Ok(labelled(500, name, " r1 ", ""))).request_id(), Some("r1"), "{name}");
    }
    for (name, value) in [("x-request-id", ""), ("x-request-id", "é"), ("x-trace", "r1")] {
        assert_eq!(failed(Ok(labelled(500, name, value, ""))).request_id(), None, "{name}: {value}");
    }
    let full = client(&memory([Ok(labelled(200, "x-request-id", "r2", ""))])).call(order()).send_full().unwrap();
    assert_eq!((full.request_id(), full.attempts), (Some("r2"), 1));
}

#[test]
fn texts_of_servers_are_escaped_and_cut() {
    let hostile = format!("\u{1b}[2J\r\n\u{202e}{}", "é".repeat(5000));
    let error = failed(Ok(labelled(500, "x-request-id", &"r".repeat(5000), &hostile)));
    let (plain, excerpt) = (error.to_string(), format!("{error:#}"));
    assert!(plain.len() < 300 && !plain.contains('é'), "{plain}");
    assert!(excerpt.len() < 800 && !excerpt.contains(['\u{1b}', '\r', '\n', '\u{202e}']), "{excerpt}");
    assert!(excerpt.ends_with("é…"), "{excerpt}");
    let bytes = failed(Ok(answer(500, "").map(|_| vec![0xff, 0xfe].into())));
    assert!(format!("{bytes:#}").ends_with(": \u{fffd}\u{fffd}"), "{bytes:#}");
}
