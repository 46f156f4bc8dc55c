//! Bounds on time and size.

use std::io::Write as _;
use std::net::TcpListener;
use std::thread;
use std::time::{Duration, Instant};

use message_clients::omnidesk::{Auth, Client, Omnidesk};
use message_clients::runtime::client::{Delivery, Error, TransportErrorKind};

use crate::adapter::{Adapter, builder, client, in_both};
use crate::samples::chatbot;
use crate::server::{Answer, Server};

in_both!(an_answer_has_a_bound_of_size, an_attempt_has_a_bound_of_time, a_call_has_a_bound_of_time_over_all_attempts);

fn kind(error: &Error) -> TransportErrorKind {
    match error {
        Error::Transport { error, .. } => error.kind,
        other => panic!("{other:?}"),
    }
}

fn an_answer_has_a_bound_of_size<T: Adapter>() {
    for (size, fits) in [(1000, true), (1001, false)] {
        let server = Server::answering([Answer::new(200, &[], &"x".repeat(size))]);
        let builder = builder::<T, Omnidesk>(&server.url, Auth::api_key("k")).max_response(1000);
        match T::send(builder.build().unwrap().call(chatbot())) {
            Ok(full) => assert!(fits && full.body.bytes().unwrap().len() == 1000),
            Err(error) => assert_eq!((fits, kind(&error)), (false, TransportErrorKind::TooLarge)),
        }
    }
}

fn an_attempt_has_a_bound_of_time<T: Adapter>() {
    let server = Server::answering([Answer::Silence]);
    let builder = builder::<T, Omnidesk>(&server.url, Auth::api_key("k")).timeout(Duration::from_millis(150));
    let start = Instant::now();
    let error = T::send(builder.build().unwrap().call(chatbot())).unwrap_err();
    assert_eq!((kind(&error), error.delivery()), (TransportErrorKind::Timeout, Delivery::Unknown));
    assert!(start.elapsed() < Duration::from_secs(5));

    let server = Server::answering([Answer::Silence]);
    let client = client::<T, Omnidesk>(&server.url, Auth::api_key("k"));
    let error = T::send(client.call(chatbot()).timeout(Duration::from_millis(150))).unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Timeout, "a call's own bound");
}

fn a_call_has_a_bound_of_time_over_all_attempts<T: Adapter>() {
    let busy = || Answer::new(429, &[("retry-after", "5")], "");
    let server = Server::answering([busy(), busy()]);
    let client = client::<T, Omnidesk>(&server.url, Auth::api_key("k"));
    let start = Instant::now();
    let error = T::send(client.call(chatbot()).deadline(Duration::from_secs(1))).unwrap_err();
    assert_eq!(error.refusal().unwrap().status.as_u16(), 429, "a wait beyond the deadline is not begun");
    assert!(start.elapsed() < Duration::from_secs(3));
}

/// The clock goes ahead whenever there is nothing else to wait for, so that even minutes are soon over.
#[test]
fn an_attempt_that_does_not_come_to_connect_has_sent_nothing_however_long_it_may_take() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
    let [silent, wrong] = [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
    let addresses = [&silent, &wrong].map(|listener| listener.local_addr().unwrap());
    thread::spawn(move || {
        for mut connection in wrong.incoming().flatten() {
            _ = connection.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        }
    });
    for address in addresses {
        let client = Client::builder(format!("https://{address}"), Auth::api_key("k")).retries(0).build().unwrap();
        for seconds in [2, 10, 11, 20, 30, 300] {
            let call = client.call(chatbot()).timeout(Duration::from_secs(seconds)).deadline(Duration::from_secs(600));
            let error = runtime.block_on(call.send()).unwrap_err();
            let found = (kind(&error), error.delivery());
            assert_eq!(found, (TransportErrorKind::Connect, Delivery::NotSent), "{address}, {seconds} s: {error:?}");
        }
    }
}
