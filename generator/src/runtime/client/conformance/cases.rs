//! What every transport goes through.

use std::io;

use bytes::Bytes;
use http::Method;

use super::super::TransportErrorKind::{Broken, Timeout, TooLarge};
use super::case::{Case, MAX_RESPONSE, Message, To};
use super::server::{Peer, Seen};

const OK: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
const UNASKED: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nnull";
const HEAD: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n";
const CHUNKED: &[u8] = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
const UNMEASURED: &[u8] = b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n";

/// `{}`, as gzip writes it.
const GZIPPED: &[u8] = &[31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 174, 5, 0, 67, 191, 166, 163, 2, 0, 0, 0];

pub(super) fn all() -> Vec<Case> {
    [
        not_connected(),
        broken_off(),
        kept_connections(),
        late(),
        too_large(),
        nonsense(),
        answers(),
        temptations(),
        sent(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn not_connected() -> Vec<Case> {
    vec![
        Case::connects_not("a refused connection", To::Nobody),
        Case::connects_not("a name that is not found", To::NoName),
        Case::connects_not("a handshake that ends at once", To::NoTls(|_| Ok(()))),
        Case::connects_not(
            "a handshake answered by something else",
            To::NoTls(|peer| {
                peer.write(b"HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n")?;
                peer.hold();
                Ok(())
            }),
        ),
        Case::connects_not(
            "a handshake without an answer",
            To::NoTls(|peer| {
                peer.hold();
                Ok(())
            }),
        )
        .late(),
    ]
}

fn broken_off() -> Vec<Case> {
    vec![
        Case::fails("a connection that is closed at once", &[Broken], |_| Ok(())).unread(),
        Case::fails("a connection that breaks within the request", &[Broken], Peer::beginning).with(Message::huge()),
        Case::fails("a connection that breaks after the request", &[Broken], Peer::request),
        Case::fails("a connection that breaks within the head of the answer", &[Broken], |peer| {
            peer.answer_once(b"HTTP/1.1 200 OK\r\ncontent-le")
        }),
        Case::fails("a connection that breaks after the head of the answer", &[Broken], |peer| peer.answer_once(HEAD))
            .after(200),
        Case::fails("a connection that breaks within the body of the answer", &[Broken], |peer| {
            peer.answer_once(HEAD)?;
            peer.write(b"{}")
        })
        .after(200),
        Case::fails("a connection that breaks within a chunk", &[Broken], |peer| {
            peer.answer_once(CHUNKED)?;
            peer.write(b"5\r\n{}")
        })
        .after(200),
        Case::fails("a connection that breaks before the last chunk", &[Broken], |peer| {
            peer.answer_once(CHUNKED)?;
            peer.write(b"2\r\n{}\r\n")
        })
        .after(200),
    ]
}

fn kept_connections() -> Vec<Case> {
    vec![
        Case::answers("a kept connection that was closed meanwhile", 200, b"{}", |peer| peer.answer_once(OK)).twice(),
        Case::answers("a kept connection on which more was said than asked", 200, b"{}", |peer| {
            if peer.count() == 0 {
                peer.answer_once(OK)?;
                peer.write(UNASKED)?;
            }
            peer.answer(OK)
        })
        .twice(),
        Case::fails("a kept connection that breaks after the second request", &[Broken], |peer| {
            if peer.count() == 0 {
                peer.answer_once(OK)?;
            }
            peer.request()
        })
        .twice(),
    ]
}

fn late() -> Vec<Case> {
    vec![
        Case::fails("a request that nobody reads", &[Timeout], |peer| {
            peer.hold();
            Ok(())
        })
        .with(Message::huge())
        .unread()
        .late(),
        Case::fails("no answer", &[Timeout], |peer| {
            peer.request()?;
            peer.hold();
            Ok(())
        })
        .late(),
        Case::fails("a head that comes too slowly", &[Timeout], |peer| {
            peer.answer_once(b"HTTP/1.1 200 OK\r\nx-slow: ")?;
            peer.trickle(b"x")
        })
        .late(),
        Case::fails("a body that does not come", &[Timeout], |peer| {
            peer.answer_once(HEAD)?;
            peer.hold();
            Ok(())
        })
        .after(200)
        .late(),
        Case::fails("a body that comes too slowly", &[Timeout], |peer| {
            peer.answer_once(HEAD)?;
            peer.trickle(b" ")
        })
        .after(200)
        .late(),
    ]
}

fn too_large() -> Vec<Case> {
    vec![
        Case::fails("an answer that announces too much", &[TooLarge], |peer| {
            peer.answer_once(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000000000\r\n\r\n")?;
            peer.hold();
            Ok(())
        })
        .after(200),
        Case::fails("chunks without end", &[TooLarge], |peer| {
            peer.answer_once(CHUNKED)?;
            peer.endlessly(&[b"1000\r\n".as_slice(), &[b' '; 0x1000], b"\r\n"].concat())
        })
        .after(200),
        Case::fails("a body without length and end", &[TooLarge], |peer| {
            peer.answer_once(UNMEASURED)?;
            peer.endlessly(&[b' '; 0x1000])
        })
        .after(200),
        Case::fails("an answer of one byte too much", &[TooLarge], |peer| {
            peer.answer_once(UNMEASURED)?;
            peer.write(&[b' '; MAX_RESPONSE + 1])
        })
        .after(200),
        Case::answers("an answer that just fits", 200, &[b' '; MAX_RESPONSE], |peer| {
            peer.answer_once(UNMEASURED)?;
            peer.write(&[b' '; MAX_RESPONSE])
        }),
        Case::fails("a head without end", &[Broken, TooLarge], |peer| {
            peer.answer_once(b"HTTP/1.1 200 OK\r\n")?;
            peer.endlessly(&[b"x-more: ".as_slice(), &[b'x'; 0x1000], b"\r\n"].concat())
        }),
    ]
}

fn nonsense() -> Vec<Case> {
    vec![
        Case::fails("an answer that is no HTTP", &[Broken], |peer| peer.answer_once(b"SSH-2.0-OpenSSH_9.9\r\n\r\n")),
        Case::fails("a status that is none", &[Broken], |peer| {
            peer.answer_once(b"HTTP/1.1 abc OK\r\ncontent-length: 0\r\n\r\n")
        }),
        Case::fails("a header that is none", &[Broken], |peer| {
            peer.answer_once(b"HTTP/1.1 200 OK\r\nwhat is this\r\ncontent-length: 0\r\n\r\n")
        }),
        Case::fails("a chunk without a size", &[Broken], |peer| {
            peer.answer_once(CHUNKED)?;
            peer.write(b"many\r\n{}\r\n0\r\n\r\n")
        })
        .after(200),
    ]
}

fn answers() -> Vec<Case> {
    vec![
        Case::answers("an answer in chunks, with a trailer", 200, b"{ }", |peer| {
            peer.answer_once(CHUNKED)?;
            peer.write(b"1\r\n{\r\n2;x=y\r\n }\r\n0\r\nx-sum: 3\r\n\r\n")
        }),
        Case::answers("an answer that ends with the connection", 200, b"{}", |peer| {
            peer.answer_once(UNMEASURED)?;
            peer.write(b"{}")
        }),
        Case::answers("an answer of HTTP/1.0, without a reason", 200, b"{}", |peer| {
            peer.answer_once(b"HTTP/1.0 200\r\n\r\n{}")
        }),
        Case::answers("hints before the answer", 200, b"{}", |peer| {
            peer.answer_once(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n")?;
            peer.write(OK)
        }),
        Case::answers("an answer without a bound of time", 200, b"{}", |peer| peer.answer(OK)).without_bound_of_time(),
        Case::answers("204 without a body", 204, b"", |peer| peer.answer(b"HTTP/1.1 204 No Content\r\n\r\n")),
        Case::answers("304, whose length is that of another answer", 304, b"", |peer| {
            peer.answer(b"HTTP/1.1 304 Not Modified\r\ncontent-length: 1000\r\n\r\n")
        }),
        Case::answers("a refusal", 422, b"no", |peer| {
            peer.answer(b"HTTP/1.1 422 Unprocessable Content\r\ncontent-length: 2\r\n\r\nno")
        }),
        Case::answers("a server's error", 503, b"no", |peer| {
            peer.answer(b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 0\r\ncontent-length: 2\r\n\r\nno")
        }),
    ]
}

fn temptations() -> Vec<Case> {
    vec![
        Case::answers("a redirect, 301", 301, b"", redirect::<301>),
        Case::answers("a redirect, 302", 302, b"", redirect::<302>),
        Case::answers("a redirect, 303", 303, b"", redirect::<303>),
        Case::answers("a redirect, 307", 307, b"", redirect::<307>),
        Case::answers("a redirect, 308", 308, b"", redirect::<308>),
        Case::answers("cookies", 200, b"{}", |peer| {
            peer.answer(b"HTTP/1.1 200 OK\r\nset-cookie: a=1; path=/\r\ncontent-length: 2\r\n\r\n{}")
        })
        .twice()
        .sees(|seen| none(seen, "cookie")),
        Case::answers("a compressed body", 200, GZIPPED, |peer| {
            peer.answer_once(b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\nconnection: close\r\n\r\n")?;
            peer.write(GZIPPED)
        })
        .sees(|seen| none(seen, "accept-encoding")),
    ]
}

fn redirect<const STATUS: u16>(peer: &mut Peer) -> io::Result<()> {
    let answer = format!("HTTP/1.1 {STATUS} Elsewhere\r\nlocation: /elsewhere\r\ncontent-length: 0\r\n\r\n");
    peer.answer(answer.as_bytes())
}

fn sent() -> Vec<Case> {
    let path = "/a%2Fb/%7e;v=1/c//d/%F0%9F%98%80?q=a+b&r=%20&r";
    let headers: &[(&str, &[u8])] = &[
        ("content-type", b"application/octet-stream"),
        ("accept", b"text/plain"),
        ("user-agent", b"conformance"),
        ("x-twice", b"1"),
        ("x-twice", b"2"),
        ("x-bytes", b"caf\xc3\xa9 \xff"),
    ];
    let given = Message { method: Method::PUT, path, headers, body: (0..=255).cycle().take(100_000).collect() };
    let empty = || Message { headers: &[], body: Bytes::new(), ..Message::usual() };
    let with_body = Message { method: Method::DELETE, ..Message::usual() };
    let unusual = || Method::from_bytes(b"PURGE").unwrap_or_default();
    vec![
        Case::answers("a request, to the byte", 200, b"{}", |peer| peer.answer(OK)).with(given).sees(is_as_given),
        Case::answers("DELETE with a body", 200, b"{}", |peer| peer.answer(OK)).with(with_body).sees(|seen| {
            let seen = only(seen)?;
            same("the method", seen.line.as_bytes(), b"DELETE /messages HTTP/1.1")?;
            same("the body", &seen.body, br#"{"text":"Hello"}"#)
        }),
        Case::answers("a method that is none of HTTP's own", 200, b"{}", |peer| peer.answer(OK))
            .with(Message { method: unusual(), ..empty() })
            .sees(|seen| {
                same("the request line", only(seen)?.line.as_bytes(), b"PURGE /messages HTTP/1.1")?;
                none(seen, "transfer-encoding")
            }),
        Case::answers("such a method with a body", 200, b"{}", |peer| peer.answer(OK))
            .with(Message { method: unusual(), ..Message::usual() })
            .sees(|seen| {
                let seen = only(seen)?;
                same("the request line", seen.line.as_bytes(), b"PURGE /messages HTTP/1.1")?;
                same("the body", &seen.body, br#"{"text":"Hello"}"#)
            }),
        Case::answers("POST without a body", 200, b"{}", |peer| peer.answer(OK)).with(empty()).sees(|seen| {
            none(seen, "transfer-encoding")?;
            once(only(seen)?, "content-length", b"0")
        }),
        Case::answers("GET", 200, b"{}", |peer| peer.answer(OK)).with(Message { method: Method::GET, ..empty() }).sees(
            |seen| {
                none(seen, "content-length")?;
                none(seen, "transfer-encoding")
            },
        ),
        Case::answers("HEAD, whose answer has no body", 200, b"", |peer| peer.answer(HEAD))
            .with(Message { method: Method::HEAD, ..empty() }),
    ]
}

fn is_as_given(seen: &[Seen]) -> Result<(), String> {
    let seen = only(seen)?;
    let line = b"PUT /a%2Fb/%7e;v=1/c//d/%F0%9F%98%80?q=a+b&r=%20&r HTTP/1.1";
    same("the request line", seen.line.as_bytes(), line)?;
    once(seen, "content-type", b"application/octet-stream")?;
    once(seen, "accept", b"text/plain")?;
    once(seen, "user-agent", b"conformance")?;
    once(seen, "x-bytes", b"caf\xc3\xa9 \xff")?;
    once(seen, "content-length", b"100000")?;
    if seen.all("x-twice") != [b"1", b"2"] {
        return Err(format!("x-twice: {:?}", seen.all("x-twice")));
    }
    let hosts = seen.all("host").len();
    if hosts != 1 {
        return Err(format!("{hosts} headers `host`"));
    }
    let body: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    if seen.body == body { Ok(()) } else { Err(format!("another body, of {} bytes", seen.body.len())) }
}

fn only(seen: &[Seen]) -> Result<&Seen, String> {
    seen.first().ok_or_else(|| "no request".to_owned())
}

fn none(seen: &[Seen], header: &str) -> Result<(), String> {
    match seen.iter().flat_map(|seen| seen.all(header)).next() {
        Some(value) => Err(format!("{header}: {}", value.escape_ascii())),
        None => Ok(()),
    }
}

fn once(seen: &Seen, header: &str, value: &[u8]) -> Result<(), String> {
    match seen.all(header).as_slice() {
        [only] => same(header, only, value),
        values => Err(format!("{} headers `{header}`", values.len())),
    }
}

fn same(what: &str, found: &[u8], expected: &[u8]) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("{what} {:?}", found.escape_ascii().to_string())) }
}
