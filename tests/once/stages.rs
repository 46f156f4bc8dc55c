//! Each stage by itself: what is known of the message, and how often it arrived.

use std::io;
use std::net::{Ipv4Addr, TcpListener};

use message_clients::runtime::client::Delivery::{self, Answered, NotSent, Unknown};
use message_clients::runtime::client::Error;
use message_clients::superoffice::{AddChatSessionMessage, Auth, Superoffice};

use crate::adapter::{Adapter, builder, in_both};
use crate::certificate::root;
use crate::host::{Host, Peer, SCHEMES, Scheme, pause};

in_both!(
    each_stage_is_told_as_it_is,
    nobody_listens,
    handshakes_that_fail_sent_nothing,
    a_refusal_does_not_hide_what_follows
);

const OK: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";

/// How a connection ends.
#[derive(Clone, Copy, Debug)]
enum End {
    /// FIN, and of TLS its own farewell.
    Closed,
    /// FIN alone.
    Cut,
    /// RST.
    Reset,
}

const ENDS: [End; 3] = [End::Closed, End::Cut, End::Reset];

/// What a server does.
type Playing = fn(&mut Peer) -> io::Result<()>;

/// What a server does with a request before the connection ends, and what is known of the message then.
const STAGES: [(&str, Playing, Delivery); 9] = [
    ("before anything is read", |_| Ok(()), Unknown),
    ("within the first line", |peer| peer.some(9).map(drop), Unknown),
    ("within the head", |peer| peer.some(80).map(drop), Unknown),
    ("after the head", |peer| peer.head().map(drop), Unknown),
    (
        "within the body",
        |peer| {
            peer.head()?;
            peer.body(50_000).map(drop)
        },
        Unknown,
    ),
    ("after the request", |peer| peer.request().map(drop), Unknown),
    ("within the status line", |peer| peer.answer(b"HTTP/1.1 20"), Unknown),
    ("within the head of the answer", |peer| peer.answer(b"HTTP/1.1 200 OK\r\ncontent-le"), Unknown),
    (
        "within the body of the answer",
        |peer| peer.answer(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{}"),
        Answered,
    ),
];

fn sent<T: Adapter>(url: &str) -> Error {
    let client = builder::<T, Superoffice>(url, Auth::bearer("t")).trust(root()).build().expect("a client");
    let message = AddChatSessionMessage::new(1).message("x".repeat(100_000));
    T::send(client.call(message)).expect_err("the connection ends")
}

fn each_stage_is_told_as_it_is<T: Adapter>() {
    for scheme in SCHEMES {
        for end in ENDS {
            for (name, stage, delivery) in STAGES {
                let host = Host::start(scheme, move |peer| {
                    stage(peer)?;
                    match end {
                        End::Closed => Ok(()),
                        End::Cut => {
                            peer.cut();
                            Ok(())
                        }
                        End::Reset => {
                            pause();
                            peer.reset()
                        }
                    }
                });
                let error = sent::<T>(&host.url);
                assert_eq!(
                    (error.delivery(), error.attempts()),
                    (delivery, 1),
                    "{name}, {scheme:?}, {end:?}: {error:?}"
                );
                assert_eq!(host.connections(), 1, "{name}, {scheme:?}, {end:?}");
                assert!(!error.safe_to_resend(), "{name}, {scheme:?}, {end:?}");
            }
        }
    }
}

fn nobody_listens<T: Adapter>() {
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr()).expect("a port");
    for scheme in ["http", "https"] {
        let error = sent::<T>(&format!("{scheme}://{port}"));
        assert_eq!((error.delivery(), error.attempts(), error.safe_to_resend()), (NotSent, 3, true), "{error:?}");
    }
}

fn handshakes_that_fail_sent_nothing<T: Adapter>() {
    let handshakes: [(&str, Playing); 8] = [
        ("ends at once", |_| Ok(())),
        ("is reset at once", Peer::reset),
        ("ends within the greeting", |peer| peer.some(20).map(drop)),
        ("is reset within the greeting", |peer| {
            peer.some(20)?;
            peer.reset()
        }),
        ("ends after the greeting", |peer| peer.some(150).map(drop)),
        ("is answered by half a record", |peer| {
            peer.some(150)?;
            peer.write(&[22, 3, 3, 1, 0, 2])
        }),
        ("is answered by an alert", |peer| {
            peer.some(150)?;
            peer.write(&[21, 3, 3, 0, 2, 2, 40])
        }),
        ("is answered without TLS", |peer| {
            peer.some(150)?;
            peer.write(OK)
        }),
    ];
    for (name, handshake) in handshakes {
        let host = Host::without_handshake(handshake);
        let error = sent::<T>(&host.url);
        assert_eq!(
            (error.delivery(), error.attempts(), error.safe_to_resend()),
            (NotSent, 3, true),
            "{name}: {error:?}"
        );
        assert_eq!(host.connections(), 3, "{name}");
    }
    let host = Host::start(Scheme::Https, |peer| peer.answer(OK));
    let stranger = builder::<T, Superoffice>(&host.url, Auth::bearer("t")).retries(0).build().expect("a client");
    let error = T::send(stranger.call(AddChatSessionMessage::new(1))).expect_err("a certificate that nobody trusts");
    assert_eq!((error.delivery(), host.arrived().len()), (NotSent, 0), "{error:?}");
}

/// What a server turned away may be sent again; what then breaks off may not.
fn a_refusal_does_not_hide_what_follows<T: Adapter>() {
    for scheme in SCHEMES {
        for busy in ["429 Too Many Requests", "503 Service Unavailable"] {
            let answer = format!("HTTP/1.1 {busy}\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n");
            let host = Host::start(scheme, move |peer| {
                if peer.number == 0 {
                    peer.answer(answer.as_bytes())?;
                }
                peer.request().map(drop)
            });
            let error = sent::<T>(&host.url);
            assert_eq!((error.delivery(), error.attempts()), (Unknown, 2), "{busy}, {scheme:?}: {error:?}");
            assert_eq!(host.arrived().len(), 2, "{busy}, {scheme:?}");
        }
    }
}
