//! Kept connections: what a server says unasked, too late or too much is no answer to the next call.

use std::io;
use std::thread;
use std::time::Duration;

use message_clients::runtime::client::{Call, Client, Endpoint, Error, Full, Transport};
use message_clients::superoffice::{AddChatSessionMessage, Auth, Superoffice};

use crate::adapter::{Adapter, OverReqwest, OverUreq, RUNTIME, builder, in_both};
use crate::certificate::root;
use crate::gauge;
use crate::host::{Host, Peer, SCHEMES, pause};

in_both!(a_call_that_was_given_up_leaves_nothing_behind);

/// Over reqwest in a runtime that sleeps between the calls.
struct OverOneThread;

impl Adapter for OverOneThread {
    type Transport = dyn Transport;

    fn send<E: Endpoint>(call: Call<E, Self::Transport>) -> Result<Full<E::Output>, Error> {
        thread_local! {
            static ONE: tokio::runtime::Runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime of tokio");
        }
        ONE.with(|runtime| runtime.block_on(call.send_full()))
    }
}

#[test]
fn nothing_unasked_is_an_answer_over_reqwest() {
    nothing_unasked_is_an_answer::<OverReqwest>();
}

#[test]
fn nothing_unasked_is_an_answer_over_reqwest_in_one_thread() {
    nothing_unasked_is_an_answer::<OverOneThread>();
}

#[test]
fn nothing_unasked_is_an_answer_over_ureq() {
    nothing_unasked_is_an_answer::<OverUreq>();
}

/// An answer with this number, and blanks up to a length.
fn answer(number: usize, length: usize) -> Vec<u8> {
    let body = format!("{{\"ChatMessageId\":{number}}}");
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ";
    let blanks = length.saturating_sub(head.len() + body.len() + 8);
    format!("{head}{}\r\n\r\n{body}{}", body.len() + blanks, " ".repeat(blanks)).into_bytes()
}

/// What a server says once the first request came: its answer, and more.
type Saying = fn(&mut Peer) -> io::Result<()>;

const SAYINGS: [(&str, Saying); 15] = [
    ("two answers at once", |peer| peer.write(&[answer(1, 0), answer(666, 0)].concat())),
    ("two answers one after the other", |peer| {
        peer.write(&answer(1, 0))?;
        peer.write(&answer(666, 0))
    }),
    ("a second answer later", |peer| {
        peer.write(&answer(1, 0))?;
        pause();
        peer.write(&answer(666, 0))
    }),
    ("half an answer more", |peer| {
        peer.write(
            &[&answer(1, 0), &b"HTTP/1.1 200 OK\r\ncontent-length: 21\r\n\r\n{\"ChatMessageId\":"[..]].concat(),
        )?;
        peer.request()?;
        peer.write(b"666}")
    }),
    ("half an answer later", |peer| {
        peer.write(&answer(1, 0))?;
        pause();
        peer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 21\r\n\r\n{\"ChatMessageId\":")?;
        peer.request()?;
        peer.write(b"666}")
    }),
    ("two answers of one read", |peer| peer.write_together(&[&answer(1, 0), &answer(666, 0)])),
    ("two answers, the first of 4,060 bytes", |peer| peer.write_together(&[&answer(1, 4060), &answer(666, 0)])),
    ("two answers, the first of 4,090 bytes", |peer| peer.write_together(&[&answer(1, 4090), &answer(666, 0)])),
    ("two answers, the first of 8,160 bytes", |peer| peer.write_together(&[&answer(1, 8160), &answer(666, 0)])),
    ("two answers, the first of 16,000 bytes", |peer| peer.write_together(&[&answer(1, 16_000), &answer(666, 0)])),
    ("two answers, the second of 30,000 bytes", |peer| peer.write_together(&[&answer(1, 0), &answer(666, 30_000)])),
    ("204 with a body that looks like an answer", |peer| {
        peer.write(b"HTTP/1.1 204 No Content\r\ncontent-length: 100\r\n\r\n")?;
        peer.write(&answer(666, 0))
    }),
    ("an answer behind the last chunk", |peer| {
        peer.write(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n13\r\n{\"ChatMessageId\":1}\r\n0\r\n\r\n")?;
        peer.write(&answer(666, 0))
    }),
    ("408 before it closes an idle connection", |peer| {
        peer.write(&answer(1, 0))?;
        pause();
        peer.write(b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n")?;
        Err(io::ErrorKind::Other.into())
    }),
    ("the end", |peer| {
        peer.write(&answer(1, 0))?;
        Err(io::ErrorKind::Other.into())
    }),
];

fn nothing_unasked_is_an_answer<T: Adapter>() {
    let _together = gauge::together();
    let mut wrong = Vec::new();
    for (name, saying) in SAYINGS {
        for scheme in SCHEMES {
            let host = Host::start(scheme, move |peer| {
                peer.request()?;
                if peer.number == 0 {
                    saying(peer)?;
                    peer.request()?;
                }
                loop {
                    peer.write(&answer(2, 0))?;
                    peer.request()?;
                }
            });
            let client = client::<T>(&host);
            let first = T::send(client.call(AddChatSessionMessage::new(1))).expect(name);
            assert!(matches!(first.output.chat_message_id, Some(1) | None), "{name}");
            thread::sleep(Duration::from_millis(100));
            let second = T::send(client.call(AddChatSessionMessage::new(2)));
            let number = second.as_ref().ok().and_then(|full| full.output.chat_message_id);
            if number != Some(2) {
                wrong.push(format!("{name}, {scheme:?}: {second:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn client<T: Adapter>(host: &Host) -> Client<Superoffice, T::Transport> {
    builder::<T, Superoffice>(&host.url, Auth::bearer("t")).trust(root()).build().expect("a client")
}

/// The number in the path of a request.
fn number(head: &str) -> usize {
    let segment = head.split('/').nth(4).expect("a path with the number of the session");
    segment.parse().expect("a number")
}

fn a_call_that_was_given_up_leaves_nothing_behind<T: Adapter>() {
    let _together = gauge::together();
    for scheme in SCHEMES {
        // The answers to odd numbers are late, and begin before or after the call is given up.
        let host = Host::start(scheme, |peer| {
            loop {
                let number = number(&peer.request()?.head);
                let answer = answer(number, 0);
                if number % 2 == 1 {
                    let (early, late) = answer.split_at(if number % 4 == 1 { 0 } else { 40 });
                    peer.write(early)?;
                    thread::sleep(Duration::from_millis(500));
                    peer.write(late)?;
                } else {
                    peer.write(&answer)?;
                }
            }
        });
        let client = client::<T>(&host);
        let call =
            |number: usize| client.call(AddChatSessionMessage::new(i64::try_from(number).expect("a small number")));
        for number in 1..8 {
            if number % 2 == 1 {
                let outcome = T::send(call(number).timeout(Duration::from_millis(250)));
                assert!(outcome.is_err(), "the answer comes too late");
            } else {
                thread::sleep(Duration::from_millis(if number % 4 == 0 { 0 } else { 400 }));
                let full = T::send(call(number).timeout(Duration::from_secs(15))).expect("an answer");
                assert_eq!(full.output.chat_message_id, i64::try_from(number).ok());
            }
        }
        let arrived = host.arrived();
        let mut numbers: Vec<usize> = arrived.iter().map(|arrived| number(&arrived.head)).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..8).collect::<Vec<_>>(), "each arrives once");
    }
}

#[test]
fn a_future_that_was_dropped_leaves_nothing_behind() {
    let _together = gauge::together();
    for scheme in SCHEMES {
        let host = Host::start(scheme, |peer| {
            loop {
                let number = number(&peer.request()?.head);
                thread::sleep(Duration::from_millis(if number % 2 == 1 { 60 } else { 0 }));
                peer.write(&answer(number, 0))?;
            }
        });
        let client = client::<OverReqwest>(&host);
        RUNTIME.block_on(async {
            for number in 1..60_i64 {
                let sending = client.send(AddChatSessionMessage::new(number));
                if number % 2 == 1 {
                    let patience = Duration::from_millis(u64::try_from(number).unwrap_or_default());
                    if let Ok(outcome) = tokio::time::timeout(patience, sending).await {
                        assert_eq!(outcome.expect("an answer").chat_message_id, Some(number));
                    }
                } else {
                    assert_eq!(sending.await.expect("an answer").chat_message_id, Some(number));
                }
            }
        });
        let mut numbers: Vec<usize> = host.arrived().iter().map(|arrived| number(&arrived.head)).collect();
        let count = numbers.len();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), count, "none arrives twice");
    }
}
