//! What stands in a body: charsets, JSON at its limits, and what it costs to read it.

use std::io;

use message_clients::runtime::Kind;
use message_clients::runtime::Undecodable::{AnotherKind, BeyondJson, NotJson};
use message_clients::superoffice::{AddChatSessionMessage, Auth, Superoffice};

use crate::adapter::{Adapter, broken, builder, in_both};
use crate::case::{Case, MOST_READ, run};
use crate::gauge;
use crate::host::{Host, Peer, Scheme};

in_both!(charsets_and_media_types, json_at_its_limits, what_reading_takes);

fn says(peer: &mut Peer, media_type: &str, body: &[u8]) -> io::Result<()> {
    peer.request()?;
    let length = body.len();
    peer.write(
        format!("HTTP/1.1 200 OK\r\ncontent-type: {media_type}\r\ncontent-length: {length}\r\n\r\n").as_bytes(),
    )?;
    peer.write(body)?;
    peer.hold()
}

fn json(peer: &mut Peer, body: impl AsRef<[u8]>) -> io::Result<()> {
    says(peer, "application/json", body.as_ref())
}

fn charsets_and_media_types<T: Adapter>() {
    run::<T>(&[
        Case::undecodable("Latin-1, as declared", &[NotJson], |peer| {
            says(peer, "application/json; charset=iso-8859-1", b"{\"Message\":\"caf\xe9\"}")
        }),
        Case::undecodable("UTF-16, as declared", &[NotJson], |peer| {
            let text: Vec<u8> = "{\"ChatMessageId\":1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
            says(peer, "application/json; charset=utf-16", &text)
        }),
        Case::undecodable("UTF-16 with its mark", &[NotJson], |peer| {
            let text: Vec<u8> = "\u{feff}{\"ChatMessageId\":1}".encode_utf16().flat_map(u16::to_be_bytes).collect();
            json(peer, text)
        }),
        Case::reads(
            "UTF-8 that is declared as another",
            |full| full.output.message.as_deref() == Some("é"),
            |peer| says(peer, "application/json; charset=utf-16", "{\"Message\":\"é\"}".as_bytes()),
        ),
        Case::undecodable("invalid UTF-8 in a text", &[NotJson], |peer| json(peer, b"{\"Message\":\"\xff\xfe\"}")),
        Case::undecodable("invalid UTF-8 in a name", &[NotJson], |peer| json(peer, b"{\"\xc3\x28\":1}")),
        Case::undecodable("an overlong NUL", &[NotJson], |peer| json(peer, b"{\"Message\":\"\xc0\x80\"}")),
        Case::undecodable("a surrogate in UTF-8", &[NotJson], |peer| json(peer, b"{\"Message\":\"\xed\xa0\x80\"}")),
        Case::reads(
            "a byte order mark",
            |full| full.output.chat_message_id == Some(1),
            |peer| json(peer, "\u{feff}{\"ChatMessageId\":1}"),
        ),
        Case::undecodable("two byte order marks", &[NotJson], |peer| json(peer, "\u{feff}\u{feff}{}")),
        Case::reads(
            "HTML by its name",
            |full| broken(&full.deviations).len() == 1,
            |peer| says(peer, "text/html", b"{}"),
        ),
        Case::undecodable("HTML", &[NotJson], |peer| says(peer, "text/html", b"<html><body>Sign in</body></html>")),
        Case::reads(
            "a media type of 20 KB",
            |full| format!("{:?}", full.deviations).len() < 2000,
            |peer| says(peer, &"x/y; a=\"\\\"".repeat(2000), b"{}"),
        ),
        Case::reads(
            "no media type",
            |full| full.deviations.is_empty(),
            |peer| peer.answer(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"),
        ),
        Case::reads(
            "two media types",
            |_| true,
            |peer| {
                peer.answer(b"HTTP/1.1 200 OK\r\ncontent-type: text/x\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}")
            },
        ),
    ]);
}

fn json_at_its_limits<T: Adapter>() {
    const LISTS: (Kind, Kind) = (Kind::Object, Kind::List);
    run::<T>(&[
        Case::undecodable("a raw NUL in a text", &[NotJson], |peer| json(peer, b"{\"Message\":\"a\0b\"}")),
        Case::undecodable("a raw NUL behind it", &[NotJson], |peer| json(peer, b"{}\0")),
        Case::reads(
            "an escaped NUL",
            |full| full.output.message.as_deref() == Some("a\0b"),
            |peer| json(peer, b"{\"Message\":\"a\\u0000b\"}"),
        ),
        Case::reads(
            "a name twice, of which the later counts",
            |full| full.output.chat_message_id == Some(3),
            |peer| json(peer, b"{\"ChatMessageId\":\"x\",\"ChatMessageId\":2,\"Author\":\"\",\"ChatMessageId\":3}"),
        ),
        Case::reads(
            "a name 20,000 times",
            |full| full.output.chat_message_id == Some(7),
            |peer| json(peer, format!("{{{}\"ChatMessageId\":7}}", "\"ChatMessageId\":1,".repeat(13_000))),
        ),
        Case::reads(
            "numbers beyond 64 bits",
            |full| {
                full.output.chat_message_id.is_none()
                    && full.output.chat_session_id.is_none()
                    && full.deviations.len() == 3
            },
            |peer| {
                json(peer, b"{\"ChatMessageId\":99999999999999999999,\"ChatSessionId\":-99999999999999999999,\"ReadByCustomer\":1e300}")
            },
        ),
        Case::undecodable("1e400", &[BeyondJson], |peer| json(peer, b"{\"ChatMessageId\":1e400}")),
        Case::undecodable("-1e400 where nobody looks", &[BeyondJson], |peer| {
            json(peer, b"{\"other\":[{\"x\":-1e400}]}")
        }),
        Case::reads(
            "1e-400",
            |full| full.output.chat_message_id == Some(0),
            |peer| json(peer, b"{\"ChatMessageId\":1e-400}"),
        ),
        Case::undecodable("200,000 digits", &[BeyondJson], |peer| {
            json(peer, format!("{{\"ChatMessageId\":{}}}", "7".repeat(200_000)))
        }),
        Case::reads(
            "200,000 digits behind the point",
            |full| full.output.chat_message_id.is_none(),
            |peer| json(peer, format!("{{\"ChatMessageId\":0.{}}}", "7".repeat(200_000))),
        ),
        Case::undecodable("an exponent of 200,000 digits", &[BeyondJson], |peer| {
            json(peer, format!("{{\"ChatMessageId\":1e{}}}", "7".repeat(200_000)))
        }),
        Case::undecodable("half a surrogate pair", &[BeyondJson], |peer| json(peer, b"{\"Message\":\"\\ud800\"}")),
        Case::undecodable("the other half", &[BeyondJson, NotJson], |peer| json(peer, b"{\"Message\":\"\\udc00\"}")),
        Case::reads(
            "lists in each other, 120 deep",
            |full| full.deviations.len() == 1,
            |peer| json(peer, format!("{{\"deep\":{}{}}}", "[".repeat(120), "]".repeat(120))),
        ),
        Case::undecodable("lists, 10,000 deep", &[BeyondJson], |peer| {
            json(peer, format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)))
        }),
        Case::undecodable("objects, 10,000 deep", &[BeyondJson], |peer| {
            json(peer, format!("{}1{}", "{\"a\":".repeat(10_000), "}".repeat(10_000)))
        }),
        Case::undecodable("lists that nobody closes, 250,000 deep", &[BeyondJson], |peer| {
            json(peer, "[".repeat(250_000))
        }),
        Case::undecodable("two documents", &[NotJson], |peer| {
            json(peer, b"{\"ChatMessageId\":1}{\"ChatMessageId\":2}")
        }),
        Case::undecodable("a comma too many", &[NotJson], |peer| json(peer, b"{\"ChatMessageId\":1,}")),
        Case::undecodable("NaN", &[NotJson], |peer| json(peer, b"{\"ChatMessageId\":NaN}")),
        Case::undecodable("a list", &[AnotherKind { expected: LISTS.0, found: LISTS.1 }], |peer| {
            json(peer, b"[{\"ChatMessageId\":1}]")
        }),
        Case::undecodable("null", &[AnotherKind { expected: Kind::Object, found: Kind::Null }], |peer| {
            json(peer, b" null ")
        }),
        Case::reads("nothing", |full| full.output.chat_message_id.is_none(), |peer| json(peer, b"")),
        Case::reads("blanks", |full| full.output.chat_message_id.is_none(), |peer| json(peer, " ".repeat(200_000))),
        Case::reads(
            "20,000 unknown fields",
            |full| full.deviations.len() <= 101,
            |peer| {
                let fields: Vec<String> = (0..20_000).map(|number| format!("\"a{number}\":0")).collect();
                json(peer, format!("{{{}}}", fields.join(",")))
            },
        ),
        Case::reads(
            "a name of 200 KB",
            |full| format!("{:?} {:#}", full.deviations, full.deviations[0]).len() < 4000,
            |peer| json(peer, format!("{{\"{}\":0}}", "\\u001b".repeat(30_000))),
        ),
    ]);
}

/// Peaks for each byte of an answer, of the bytes, what they are parsed to, and what is read of it.
fn what_reading_takes<T: Adapter>() {
    const SIZE: usize = 1 << 20;
    let _alone = gauge::alone();
    let repeat = |piece: &str| {
        let items = piece.repeat(SIZE / piece.len());
        format!("{{\"Message\":\"x\",\"more\":[{items}1]}}")
    };
    let deep = format!("{}{},", "[".repeat(100), "]".repeat(100));
    for (name, body) in [
        ("a text", format!("{{\"Message\":\"{}\"}}", "x".repeat(SIZE))),
        ("an escaped text", format!("{{\"Message\":\"{}\"}}", "\\u0041".repeat(SIZE / 6))),
        ("numbers", repeat("0,")),
        ("texts", repeat("\"\",")),
        ("lists", repeat("[],")),
        ("lists of one", repeat("[0],")),
        ("objects of one", repeat("{\"\":0},")),
        ("deep lists", repeat(&deep)),
    ] {
        let body: &'static str = body.leak();
        let host = Host::start(Scheme::Http, move |peer| json(peer, body));
        let client = builder::<T, Superoffice>(&host.url, Auth::bearer("t")).build().expect("a client");
        let (full, peak) = gauge::peak(|| T::send(client.call(AddChatSessionMessage::new(1))));
        let full = full.expect("an answer");
        assert!(full.output.message.is_some(), "{name}");
        let factor = peak / SIZE;
        println!("{name}: {factor}");
        assert!(factor <= MOST_READ, "{name} took {factor} bytes for each of its own");
    }
}
