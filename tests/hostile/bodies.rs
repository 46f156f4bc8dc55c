//! Bodies: too large, too slow, cut short, and framed in ways that contradict each other.

use message_clients::runtime::Undecodable::NotJson;
use message_clients::runtime::client::TransportErrorKind::{Broken, Timeout, TooLarge};

use crate::adapter::{Adapter, in_both};
use crate::case::{Case, MAX_RESPONSE, run};
use crate::host::pause;

in_both!(bodies_without_end, bodies_that_are_cut, bodies_that_contradict_their_frame, bodies_that_are_compressed);

const UNMEASURED: &[u8] = b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n";
const CHUNKED: &[u8] = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
const MEASURED: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n";

fn bodies_without_end<T: Adapter>() {
    run::<T>(&[
        Case::breaks_after("more than can be is announced", 200, &[TooLarge], |peer| {
            peer.answer(b"HTTP/1.1 200 OK\r\ncontent-length: 18446744073709551614\r\n\r\n")?;
            peer.hold()
        })
        .or_breaks(&[Broken]),
        Case::breaks_after("a terabyte is announced and comes", 200, &[TooLarge], |peer| {
            peer.answer(b"HTTP/1.1 200 OK\r\ncontent-length: 1099511627776\r\n\r\n")?;
            peer.endlessly(&[b' '; 4096])
        }),
        Case::breaks_after("a refusal without end", 400, &[TooLarge], |peer| {
            peer.answer(b"HTTP/1.1 400 Bad Request\r\n\r\n")?;
            peer.endlessly(&[b' '; 4096])
        }),
        Case::breaks_after("a body without end", 200, &[TooLarge], |peer| {
            peer.answer(UNMEASURED)?;
            peer.endlessly(&[b' '; 4096])
        }),
        Case::breaks_after("chunks without end", 200, &[TooLarge], |peer| {
            peer.answer(CHUNKED)?;
            peer.endlessly(&[b"1000\r\n".as_slice(), &[b' '; 0x1000], b"\r\n"].concat())
        }),
        Case::breaks_after("small chunks without end", 200, &[TooLarge], |peer| {
            peer.answer(CHUNKED)?;
            peer.endlessly(&b"10\r\n                \r\n".repeat(200))
        }),
        Case::breaks_after("chunks of a byte without end", 200, &[TooLarge, Timeout], |peer| {
            peer.answer(CHUNKED)?;
            peer.endlessly(&b"1\r\n \r\n".repeat(600))
        })
        .late(),
        Case::breaks_after("a chunk without end", 200, &[TooLarge], |peer| {
            peer.answer(CHUNKED)?;
            peer.write(b"FFFFFFFFFFFFFFF\r\n")?;
            peer.endlessly(&[b' '; 4096])
        }),
        Case::breaks_after("a chunk extension without end", 200, &[Broken], |peer| {
            peer.answer(CHUNKED)?;
            peer.write(b"2;x=")?;
            peer.endlessly(&[b'y'; 4096])
        }),
        Case::breaks_after("a size of a chunk without end", 200, &[Broken, Timeout], |peer| {
            peer.answer(CHUNKED)?;
            peer.endlessly(&[b'0'; 4096])
        })
        .late(),
        Case::breaks_after("a trailer without end", 200, &[Broken], |peer| {
            peer.answer(CHUNKED)?;
            peer.write(b"2\r\n{}\r\n0\r\nx: ")?;
            peer.endlessly(&[b'y'; 4096])
        }),
        Case::breaks_after("trailers without end", 200, &[Broken, Timeout], |peer| {
            peer.answer(CHUNKED)?;
            peer.write(b"2\r\n{}\r\n0\r\n")?;
            peer.endlessly(&b"x: y\r\n".repeat(600))
        })
        .late(),
        Case::breaks_after("a body that comes byte by byte", 200, &[Timeout], |peer| {
            peer.answer(MEASURED)?;
            peer.trickle(b" ")
        })
        .late(),
        Case::breaks_after("chunks that come byte by byte", 200, &[Timeout], |peer| {
            peer.answer(CHUNKED)?;
            peer.trickle(b"1\r\n \r\n")
        })
        .late(),
        Case::breaks_after("a body that does not come", 200, &[Timeout], |peer| {
            peer.answer(MEASURED)?;
            peer.hold()
        })
        .late(),
        Case::breaks_after("one byte too many", 200, &[TooLarge], |peer| {
            peer.answer(UNMEASURED)?;
            peer.write(&vec![b' '; MAX_RESPONSE + 1])
        }),
        Case::reads(
            "just enough",
            |full| full.body.bytes().is_some_and(|body| body.len() == MAX_RESPONSE),
            |peer| {
                peer.answer(UNMEASURED)?;
                peer.write(&vec![b' '; MAX_RESPONSE])
            },
        ),
    ]);
}

fn bodies_that_are_cut<T: Adapter>() {
    run::<T>(&[
        Case::breaks_after("by FIN, within the length", 200, &[Broken], |peer| {
            peer.answer(MEASURED)?;
            peer.write(b"{}")
        }),
        Case::breaks_after("by FIN, before the body", 200, &[Broken], |peer| peer.answer(MEASURED)),
        Case::breaks_after("by RST, within the length", 200, &[Broken], |peer| {
            peer.answer(MEASURED)?;
            peer.write(b"{}")?;
            pause();
            peer.reset()
        }),
        Case::breaks_after("by RST, without a length", 200, &[Broken], |peer| {
            peer.answer(UNMEASURED)?;
            peer.write(b"{\"ChatMessageId\":1}")?;
            pause();
            peer.reset()
        }),
        Case::breaks_after("by FIN without a farewell of TLS", 200, &[Broken], |peer| {
            peer.answer(UNMEASURED)?;
            peer.write(b"{\"ChatMessageId\":1}")?;
            peer.cut();
            Ok(())
        })
        .of_tls(),
        Case::breaks_after("by an alert of TLS that nobody signed", 200, &[Broken], |peer| {
            peer.answer(UNMEASURED)?;
            peer.write(b"{\"ChatMessageId\":1}")?;
            pause();
            peer.write_raw(&[21, 3, 3, 0, 2, 1, 0])?;
            peer.hold()
        })
        .or_breaks(&[Broken])
        .of_tls(),
        Case::breaks_after("by a record of TLS that is none", 200, &[Broken], |peer| {
            peer.answer(MEASURED)?;
            pause();
            peer.write_raw(&[23, 3, 3, 0, 64])?;
            peer.write_raw(&[b' '; 64])?;
            peer.hold()
        })
        .or_breaks(&[Broken])
        .of_tls(),
        Case::breaks_after("within a chunk", 200, &[Broken], |peer| {
            peer.answer(CHUNKED)?;
            peer.write(b"5\r\n{}")
        }),
        Case::breaks_after("between chunks", 200, &[Broken], |peer| {
            peer.answer(CHUNKED)?;
            peer.write(b"2\r\n{}\r\n")
        }),
        Case::breaks_after("within the size of a chunk", 200, &[Broken], |peer| {
            peer.answer(CHUNKED)?;
            peer.write(b"2\r\n{}\r\n0")
        }),
    ]);
}

fn bodies_that_contradict_their_frame<T: Adapter>() {
    run::<T>(&[
        Case::reads(
            "more than announced",
            |full| full.output.chat_message_id == Some(1),
            |peer| {
                peer.answer(b"HTTP/1.1 200 OK\r\ncontent-length: 19\r\n\r\n{\"ChatMessageId\":1}and more")?;
                peer.hold()
            },
        ),
        Case::undecodable("less than meant", &[NotJson], |peer| {
            peer.answer(b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n{\"ChatMessageId\":1}")?;
            peer.hold()
        }),
        Case::reads(
            "length and chunks, of which the chunks count",
            |full| full.output.chat_message_id == Some(1),
            |peer| {
                peer.answer(b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n")?;
                peer.write(b"13\r\n{\"ChatMessageId\":1}\r\n0\r\n\r\n")
            },
        ),
        Case::breaks_after("a chunk longer than its size", 200, &[Broken], |peer| {
            peer.answer(CHUNKED)?;
            peer.write(b"2\r\n{\"ChatMessageId\":1}\r\n0\r\n\r\n")
        }),
        Case::breaks_after("a size below nothing", 200, &[Broken], |peer| {
            peer.answer(CHUNKED)?;
            peer.write(b"-2\r\n{}\r\n0\r\n\r\n")
        }),
        Case::breaks_after("a size of no digit", 200, &[Broken], |peer| {
            peer.answer(CHUNKED)?;
            peer.write(b"\r\n{}\r\n0\r\n\r\n")
        }),
        Case::breaks_after("a size of letters", 200, &[Broken], |peer| {
            peer.answer(CHUNKED)?;
            peer.write(b"two\r\n{}\r\n0\r\n\r\n")
        }),
        Case::breaks_after("a size with 0x", 200, &[Broken], |peer| {
            peer.answer(CHUNKED)?;
            peer.write(b"0x2\r\n{}\r\n0\r\n\r\n")
        }),
        Case::breaks_after("a size beyond 64 bits", 200, &[Broken], |peer| {
            peer.answer(CHUNKED)?;
            peer.write(b"10000000000000002\r\n{}\r\n0\r\n\r\n")
        }),
        Case::reads(
            "204 with a body",
            |full| full.body.is_empty(),
            |peer| {
                peer.answer(b"HTTP/1.1 204 No Content\r\ncontent-length: 19\r\n\r\n{\"ChatMessageId\":1}")?;
                peer.hold()
            },
        ),
        Case::refused("304 with a body", 304, |peer| {
            peer.answer(b"HTTP/1.1 304 Not Modified\r\ncontent-length: 19\r\n\r\n{\"ChatMessageId\":1}")?;
            peer.hold()
        }),
        Case::undecodable("chunks in HTTP/1.0, which has none", &[NotJson], |peer| {
            peer.answer(
                b"HTTP/1.0 200 OK\r\ntransfer-encoding: chunked\r\n\r\n13\r\n{\"ChatMessageId\":1}\r\n0\r\n\r\n",
            )
        })
        .or_breaks(&[Broken]),
    ]);
}

/// A megabyte of blanks in the blocks of `deflate` (RFC 1951), as gzip frames them; about a thousandth of that.
fn bomb() -> Vec<u8> {
    let mut bomb = vec![31, 139, 8, 0, 0, 0, 0, 0, 0, 255];
    bomb.extend([0b0110_1101, 0b1100_0001]);
    bomb.resize(MAX_RESPONSE - 1, 0xff);
    bomb
}

fn bodies_that_are_compressed<T: Adapter>() {
    macro_rules! compressed {
        ($coding:literal) => {
            |peer| {
                let bomb = bomb();
                peer.answer(
                    concat!("HTTP/1.1 200 OK\r\ncontent-encoding: ", $coding, "\r\nconnection: close\r\n\r\n")
                        .as_bytes(),
                )?;
                peer.write(&bomb)
            }
        };
    }
    run::<T>(&[
        Case::undecodable("gzip", &[NotJson], compressed!("gzip")),
        Case::undecodable("deflate", &[NotJson], compressed!("deflate")),
        Case::undecodable("br", &[NotJson], compressed!("br")),
        Case::undecodable("zstd", &[NotJson], compressed!("zstd")),
        Case::undecodable("many at once", &[NotJson], compressed!("gzip, gzip, deflate, br, identity, x")),
    ]);
}
