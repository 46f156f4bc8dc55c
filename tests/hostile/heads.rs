//! Heads: status lines, headers, and what comes before them.

use message_clients::runtime::client::TransportErrorKind::{Broken, Timeout};

use crate::adapter::{Adapter, in_both};
use crate::case::{Case, run};
use crate::host::Peer;

in_both!(heads_that_are_none, heads_without_end, heads_of_interim_answers, odd_heads_that_are_read);

/// Answers with these bytes, and leaves the connection open.
macro_rules! says {
    ($($bytes:expr),+) => {
        |peer: &mut Peer| {
            peer.request()?;
            $(peer.write($bytes)?;)+
            peer.hold()
        }
    };
}

fn heads_that_are_none<T: Adapter>() {
    run::<T>(&[
        Case::breaks("HTTP/0.9", &[Broken], |peer| peer.answer(b"{\"ChatMessageId\":1}")),
        Case::breaks(
            "the preface of HTTP/2",
            &[Broken],
            says!(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0"),
        ),
        Case::breaks(
            "frames of HTTP/2",
            &[Broken],
            says!(b"\0\0\x12\x04\0\0\0\0\0\0\x03\0\0\0\x80\0\x04\0\x01\0\0\0\x05\0\xff\xff\xff\r\n\r\n"),
        ),
        Case::breaks("a version from the future", &[Broken], says!(b"HTTP/3.0 200 OK\r\ncontent-length: 2\r\n\r\n{}")),
        Case::breaks("garbage", &[Broken], says!(&[0x80, 0x00, 0xff, 0x0a, 0x0d, 0x16, 0x03, 0x01, 0x0a, 0x0a])),
        Case::breaks("the status 000", &[Broken], says!(b"HTTP/1.1 000 Nothing\r\ncontent-length: 0\r\n\r\n")),
        Case::breaks("the status 099", &[Broken], says!(b"HTTP/1.1 099 Less\r\ncontent-length: 0\r\n\r\n")),
        Case::breaks("the status 1000", &[Broken], says!(b"HTTP/1.1 1000 More\r\ncontent-length: 0\r\n\r\n")),
        Case::breaks("the status -20", &[Broken], says!(b"HTTP/1.1 -20 Less\r\ncontent-length: 0\r\n\r\n")),
        Case::breaks("no status", &[Broken], says!(b"HTTP/1.1\r\ncontent-length: 0\r\n\r\n")),
        Case::breaks("a reason with NUL", &[Broken], says!(b"HTTP/1.1 200 O\0K\r\ncontent-length: 2\r\n\r\n{}")),
        Case::breaks("a reason with ESC", &[Broken], says!(b"HTTP/1.1 200 \x1b[2J\r\ncontent-length: 2\r\n\r\n{}")),
        Case::breaks(
            "a header with NUL",
            &[Broken],
            says!(b"HTTP/1.1 200 OK\r\nx-a: a\0b\r\ncontent-length: 2\r\n\r\n{}"),
        ),
        Case::breaks(
            "a header with a bare CR",
            &[Broken],
            says!(b"HTTP/1.1 200 OK\r\nx-a: a\rb\r\ncontent-length: 2\r\n\r\n{}"),
        ),
        Case::breaks(
            "a name with a blank",
            &[Broken],
            says!(b"HTTP/1.1 200 OK\r\nx a: b\r\ncontent-length: 2\r\n\r\n{}"),
        ),
        Case::breaks(
            "a name with a blank behind it",
            &[Broken],
            says!(b"HTTP/1.1 200 OK\r\ncontent-length : 2\r\n\r\n{}"),
        ),
        Case::breaks("no name", &[Broken], says!(b"HTTP/1.1 200 OK\r\n: b\r\ncontent-length: 2\r\n\r\n{}")),
        Case::breaks(
            "a folded header",
            &[Broken],
            says!(b"HTTP/1.1 200 OK\r\nx-a: b\r\n c\r\ncontent-length: 2\r\n\r\n{}"),
        ),
        Case::breaks(
            "a line without a colon",
            &[Broken],
            says!(b"HTTP/1.1 200 OK\r\nwhat is this\r\ncontent-length: 2\r\n\r\n{}"),
        ),
        Case::breaks("a length below nothing", &[Broken], says!(b"HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n{}")),
        Case::breaks("a length with a plus", &[Broken], says!(b"HTTP/1.1 200 OK\r\ncontent-length: +2\r\n\r\n{}")),
        Case::breaks("a length in words", &[Broken], says!(b"HTTP/1.1 200 OK\r\ncontent-length: two\r\n\r\n{}")),
        Case::breaks(
            "a length of 30 digits",
            &[Broken],
            says!(b"HTTP/1.1 200 OK\r\ncontent-length: 100000000000000000000000000000\r\n\r\n{}"),
        ),
        Case::breaks(
            "two lengths that differ",
            &[Broken],
            says!(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}"),
        ),
        Case::breaks(
            "two lengths in a list that differ",
            &[Broken],
            says!(b"HTTP/1.1 200 OK\r\ncontent-length: 2, 3\r\n\r\n{}"),
        ),
    ]);
}

fn heads_without_end<T: Adapter>() {
    run::<T>(&[
        Case::breaks("a status line without end", &[Broken], |peer| {
            peer.answer(b"HTTP/1.1 200 ")?;
            peer.endlessly(&[b'O'; 4096])
        }),
        Case::breaks("a header without end", &[Broken], |peer| {
            peer.answer(b"HTTP/1.1 200 OK\r\nx-request-id: ")?;
            peer.endlessly(&[b'x'; 4096])
        }),
        Case::breaks("a name without end", &[Broken], |peer| {
            peer.answer(b"HTTP/1.1 200 OK\r\n")?;
            peer.endlessly(&[b'x'; 4096])
        }),
        Case::breaks("headers without end", &[Broken], |peer| {
            peer.answer(b"HTTP/1.1 200 OK\r\n")?;
            peer.endlessly(b"x-more: and more\r\n")
        }),
        Case::breaks("empty headers without end", &[Broken], |peer| {
            peer.answer(b"HTTP/1.1 200 OK\r\n")?;
            peer.endlessly(b"a:\r\n")
        }),
        Case::breaks("cookies without end", &[Broken], |peer| {
            peer.answer(b"HTTP/1.1 200 OK\r\n")?;
            peer.endlessly(b"set-cookie: a=b; path=/\r\n")
        }),
        Case::breaks("a thousand headers", &[Broken], |peer| {
            peer.answer(b"HTTP/1.1 200 OK\r\n")?;
            (0..1000).try_for_each(|number| peer.write(format!("x-{number}: 1\r\n").as_bytes()))?;
            peer.write(b"content-length: 2\r\n\r\n{}")?;
            peer.hold()
        }),
        Case::breaks("a header of a megabyte", &[Broken], |peer| {
            peer.answer(b"HTTP/1.1 404 Not Found\r\nx-request-id: ")?;
            (0..256).try_for_each(|_| peer.write(&[b'x'; 4096]))?;
            peer.write(b"\r\ncontent-length: 2\r\n\r\n{}")?;
            peer.hold()
        }),
        Case::breaks("empty lines without end", &[Broken, Timeout], |peer| {
            peer.request()?;
            peer.endlessly(&b"\r\n".repeat(2048))
        })
        .late(),
        Case::breaks("a head that comes byte by byte", &[Timeout], |peer| {
            peer.answer(b"HTTP/1.1 200 OK\r\nx-slow: ")?;
            peer.trickle(b"x")
        })
        .late(),
        Case::breaks("a head that stays half", &[Timeout], says!(b"HTTP/1.1 200 OK\r\ncontent-le")).late(),
        Case::breaks("no answer", &[Timeout], |peer| {
            peer.request()?;
            peer.hold()
        })
        .late(),
        Case::breaks("a head that breaks off", &[Broken], |peer| peer.answer(b"HTTP/1.1 200 OK\r\ncontent-le")),
        Case::breaks("an answer that is none", &[Broken], |peer| peer.answer(b"")),
    ]);
}

const OK: &[u8] =
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 19\r\n\r\n{\"ChatMessageId\":1}";

fn heads_of_interim_answers<T: Adapter>() {
    run::<T>(&[
        Case::reads("100", |full| full.output.chat_message_id == Some(1), says!(b"HTTP/1.1 100 Continue\r\n\r\n", OK)),
        Case::reads(
            "102 and 103",
            |full| full.output.chat_message_id == Some(1) && full.headers.get("link").is_none(),
            says!(
                b"HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </x>\r\nset-cookie: a=b\r\n\r\n",
                OK
            ),
        ),
        Case::reads(
            "a hundred of them",
            |full| full.output.chat_message_id == Some(1),
            says!(&b"HTTP/1.1 102 Processing\r\n\r\n".repeat(100), OK),
        ),
        Case::breaks("100 without end", &[Timeout, Broken], |peer| {
            peer.request()?;
            peer.endlessly(&b"HTTP/1.1 100 Continue\r\n\r\n".repeat(100))
        })
        .late(),
        Case::breaks("103 without end", &[Timeout, Broken], |peer| {
            peer.request()?;
            peer.endlessly(&b"HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n".repeat(100))
        })
        .late(),
        Case::breaks("100 and then nothing", &[Timeout], says!(b"HTTP/1.1 100 Continue\r\n\r\n")).late(),
        Case::breaks("100 and then the end", &[Broken], |peer| peer.answer(b"HTTP/1.1 100 Continue\r\n\r\n")),
        Case::refused("101, which nobody asked for", 101, |peer| {
            peer.answer(b"HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n")?;
            peer.write(&[0; 1000])
        }),
    ]);
}

fn odd_heads_that_are_read<T: Adapter>() {
    run::<T>(&[
        Case::refused("the status 999", 999, says!(b"HTTP/1.1 999 Request denied\r\ncontent-length: 2\r\n\r\nno")),
        Case::refused("the status 600", 600, says!(b"HTTP/1.1 600\r\ncontent-length: 2\r\n\r\nno")),
        Case::reads(
            "a reason in Latin-1",
            |_| true,
            says!(b"HTTP/1.1 200 Tr\xe8s bien\r\ncontent-length: 2\r\n\r\n{}"),
        ),
        Case::reads(
            "a header in Latin-1",
            |full| full.headers["x-name"].as_bytes() == b"caf\xe9" && full.request_id().is_none(),
            says!(b"HTTP/1.1 200 OK\r\nx-name: caf\xe9\r\nx-request-id: \xe9\r\ncontent-length: 2\r\n\r\n{}"),
        ),
        Case::refused("a header of 20 KB", 404, |peer| {
            peer.answer(b"HTTP/1.1 404 Not Found\r\nx-request-id: ")?;
            peer.write(&vec![b'x'; 20 << 10])?;
            peer.write(b"\r\ncontent-length: 2\r\n\r\n{}")?;
            peer.hold()
        }),
        Case::refused("headers of 55 KB", 404, |peer| {
            peer.answer(b"HTTP/1.1 404 Not Found\r\n")?;
            (0..90).try_for_each(|_| peer.write(&[b"x: ".as_slice(), &[b'\xfe'; 600], b"\r\n"].concat()))?;
            peer.write(b"\r\n")
        }),
        Case::reads(
            "lengths that agree",
            |full| full.output.chat_message_id == Some(1),
            says!(b"HTTP/1.1 200 OK\r\ncontent-length: 19\r\ncontent-length: 19\r\n\r\n{\"ChatMessageId\":1}"),
        ),
        Case::reads("a head of line feeds alone", |_| true, says!(b"HTTP/1.1 200 OK\ncontent-length: 2\n\n{}")),
        Case::refused(
            "a wait of years",
            429,
            says!(b"HTTP/1.1 429 Slow down\r\nretry-after: 9999999999999999999999\r\ncontent-length: 0\r\n\r\n"),
        ),
        Case::refused(
            "a wait until the year 9999",
            503,
            says!(b"HTTP/1.1 503 Busy\r\nretry-after: Fri, 31 Dec 9999 23:59:59 GMT\r\ncontent-length: 0\r\n\r\n"),
        ),
        Case::refused(
            "a wait below nothing",
            503,
            says!(b"HTTP/1.1 503 Busy\r\nretry-after: -1\r\ncontent-length: 0\r\n\r\n"),
        ),
        Case::refused(
            "a wait that is none",
            503,
            says!(b"HTTP/1.1 503 Busy\r\nretry-after: \xff, soon\r\ncontent-length: 0\r\n\r\n"),
        ),
        Case::refused(
            "a wait until a date that is none",
            503,
            says!(b"HTTP/1.1 503 Busy\r\nretry-after: Fri, 99 Dec 9999 99:99:99 GMT\r\ncontent-length: 0\r\n\r\n"),
        ),
        Case::refused("a wait until a date in the past", 503, |peer| {
            loop {
                peer.answer(
                    b"HTTP/1.1 503 Busy\r\nretry-after: Thu, 01 Jan 1970 00:00:00 GMT\r\ncontent-length: 0\r\n\r\n",
                )?;
            }
        })
        .requests(3),
    ]);
}
