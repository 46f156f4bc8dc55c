//! Whether a message was delivered, and that none is sent twice.

use std::error::Error as _;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use message_clients::omnidesk::{Auth, Client, Omnidesk};
use message_clients::runtime::client::{Delivery, Error};

use crate::adapter::{Adapter, builder, client, in_both, send};
use crate::samples::chatbot;
use crate::server::{Answer, Server};

in_both!(
    a_retry_happens_only_where_nothing_is_sent_twice,
    a_promise_of_the_caller_makes_retries_safe,
    retries_have_an_end,
    the_wait_that_a_server_asks_for_is_kept,
);

fn busy(seconds: &str) -> Answer {
    Answer::new(429, &[("retry-after", seconds)], "")
}

/// Sends to a server with these answers: the outcome, and how many requests came.
fn sent<T: Adapter>(answers: impl IntoIterator<Item = Answer>, idempotent: bool) -> (Result<(), Error>, usize) {
    let server = Server::answering(answers);
    let client = client::<T, Omnidesk>(&server.url, Auth::api_key("k"));
    let call = client.call(chatbot());
    let outcome = T::send(if idempotent { call.idempotent() } else { call });
    let mut requests = 0;
    while !server.is_quiet() {
        requests += 1;
    }
    (outcome.map(|full| full.output), requests)
}

fn a_retry_happens_only_where_nothing_is_sent_twice<T: Adapter>() {
    let (outcome, requests) = sent::<T>([busy("0"), Answer::empty(200)], false);
    assert_eq!((outcome.is_ok(), requests), (true, 2), "429: refused before the server acted");
    for status in [500, 502, 503, 504, 408] {
        let (outcome, requests) = sent::<T>([Answer::empty(status), Answer::empty(200)], false);
        let error = outcome.unwrap_err();
        assert_eq!((error.refusal().unwrap().status.as_u16(), requests), (status, 1));
        assert_eq!(error.delivery(), Delivery::Answered);
    }
}

fn a_promise_of_the_caller_makes_retries_safe<T: Adapter>() {
    for first in [Answer::Closed, Answer::empty(503), busy("0")] {
        let (outcome, requests) = sent::<T>([first.clone(), Answer::empty(200)], true);
        assert_eq!((outcome.is_ok(), requests), (true, 2), "{first:?}");
    }
    let (outcome, requests) = sent::<T>([Answer::empty(501), Answer::empty(200)], true);
    assert_eq!((outcome.is_err(), requests), (true, 1), "501 will not get better");
}

fn retries_have_an_end<T: Adapter>() {
    let (outcome, requests) = sent::<T>((0..9).map(|_| busy("0")), false);
    assert_eq!((outcome.unwrap_err().refusal().unwrap().status.as_u16(), requests), (429, 3));
    let server = Server::answering([busy("0"), Answer::empty(200)]);
    let builder = builder::<T, Omnidesk>(&server.url, Auth::api_key("k")).retries(0);
    assert!(T::send(builder.build().unwrap().call(chatbot())).is_err());
}

fn the_wait_that_a_server_asks_for_is_kept<T: Adapter>() {
    let start = Instant::now();
    let (outcome, _) = sent::<T>([busy("1"), Answer::empty(200)], false);
    assert!(outcome.is_ok() && start.elapsed() >= Duration::from_secs(1));
    let server = Server::answering([busy("86400"), Answer::empty(200)]);
    let start = Instant::now();
    assert!(send::<T, _>(&server.url, Auth::api_key("k"), chatbot()).is_err(), "nobody waits for a day");
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn outside_of_tokio_a_call_fails_and_says_what_it_needs() {
    let client = Client::builder("https://127.0.0.1:1", Auth::api_key("k")).build().unwrap();
    let mut sending = client.send(chatbot());
    let Poll::Ready(outcome) = sending.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("it waits for a runtime that is not there")
    };
    let error = outcome.unwrap_err();
    assert_eq!((error.delivery(), error.attempts()), (Delivery::NotSent, 3));
    assert!(error.source().unwrap().to_string().contains("Tokio"), "{error:?}");
}
