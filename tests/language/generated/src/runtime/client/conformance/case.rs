//! One case: a server that plays its part, what is sent to it, and what must come of it.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};
use std::{fmt, io, thread};

use bytes::Bytes;
use http::{Method, StatusCode};

use super::super::{Body, Limits, Request, Response, TransportError, TransportErrorKind as Kind};
use super::Departure;
use super::server::{MOST_WRITTEN, Part, Record, Seen, Server};

/// What a transport is tested as.
pub(super) type Send<'s> = dyn Fn(Request, Limits) -> Result<Response, TransportError> + Sync + 's;

/// The bound of an answer's size in each case.
pub(super) const MAX_RESPONSE: usize = 64 << 10;

/// More than anything that goes well takes.
const AMPLE: Duration = Duration::from_secs(20);

/// Not enough for what is late.
const SHORT: Duration = Duration::from_millis(500);

/// Not enough for it either, and enough for a machine under load to come to the point.
const LESS_SHORT: Duration = Duration::from_secs(5);

/// How long a server has to close a connection that it no longer needs.
const BETWEEN: Duration = Duration::from_millis(150);

/// How far beyond its bound of time an attempt may end.
const TOLERANCE: Duration = Duration::from_secs(10);

/// One case.
pub(super) struct Case {
    name: &'static str,
    to: To,
    message: Message,
    /// How often it is sent, each time once the one before has ended.
    times: usize,
    time: Time,
    expected: Expected,
    /// How many requests begin to arrive.
    arrivals: usize,
    /// What they must hold besides.
    judge: fn(&[Seen]) -> Result<(), String>,
}

/// How long an attempt may take.
#[derive(Clone, Copy)]
enum Time {
    /// Enough.
    Ample,
    /// The last is to run out of it.
    Short,
    /// More than clocks can tell.
    Endless,
}

/// Where a request goes to.
pub(super) enum To {
    /// A port where nobody listens.
    Nobody,
    /// A name that is none (RFC 6761, 6.4).
    NoName,
    /// A server.
    Server(Part),
    /// A server that is taken for one of TLS, and is none.
    NoTls(Part),
}

/// What is sent.
pub(super) struct Message {
    pub(super) method: Method,
    pub(super) path: &'static str,
    pub(super) headers: &'static [(&'static str, &'static [u8])],
    pub(super) body: Bytes,
}

impl Message {
    /// What most cases send.
    pub(super) fn usual() -> Self {
        let headers: &[(&str, &[u8])] = &[("content-type", b"application/json"), ("accept", b"application/json")];
        Self { method: Method::POST, path: "/messages", headers, body: Bytes::from_static(br#"{"text":"Hello"}"#) }
    }

    /// One that fits no buffer.
    pub(super) fn huge() -> Self {
        Self { body: Bytes::from(vec![b' '; 24 << 20]), ..Self::usual() }
    }

    fn request(&self, origin: &str) -> Option<Request> {
        let mut builder = http::Request::builder().method(&self.method).uri([origin, self.path].concat());
        for (name, value) in self.headers {
            builder = builder.header(*name, *value);
        }
        // What a client adds for those that look into requests is none of the server's business.
        builder.extension(self.method.clone()).body(Body::from(self.body.clone())).ok()
    }
}

/// What must come of it.
enum Expected {
    Answer { status: u16, body: &'static [u8] },
    Failure { kinds: &'static [Kind], status: Option<u16> },
}

impl Case {
    fn new(name: &'static str, to: To, expected: Expected) -> Self {
        let judge = |_: &[Seen]| Ok(());
        Self { name, to, message: Message::usual(), times: 1, time: Time::Ample, expected, arrivals: 1, judge }
    }

    /// A case in which an answer comes.
    pub(super) fn answers(name: &'static str, status: u16, body: &'static [u8], part: Part) -> Self {
        Self::new(name, To::Server(part), Expected::Answer { status, body })
    }

    /// A case in which none comes, which may be told in any of these ways.
    pub(super) fn fails(name: &'static str, kinds: &'static [Kind], part: Part) -> Self {
        Self::new(name, To::Server(part), Expected::Failure { kinds, status: None })
    }

    /// A case in which nothing is sent.
    pub(super) fn connects_not(name: &'static str, to: To) -> Self {
        Self { arrivals: 0, ..Self::new(name, to, Expected::Failure { kinds: &[Kind::Connect], status: None }) }
    }

    /// It fails once an answer of this status began.
    pub(super) fn after(self, status: u16) -> Self {
        let expected = match self.expected {
            Expected::Failure { kinds, .. } => Expected::Failure { kinds, status: Some(status) },
            answer @ Expected::Answer { .. } => answer,
        };
        Self { expected, ..self }
    }

    pub(super) fn with(self, message: Message) -> Self {
        Self { message, ..self }
    }

    pub(super) fn late(self) -> Self {
        Self { time: Time::Short, ..self }
    }

    pub(super) fn without_bound_of_time(self) -> Self {
        Self { time: Time::Endless, ..self }
    }

    pub(super) fn twice(self) -> Self {
        Self { times: 2, arrivals: 2, ..self }
    }

    /// The server does not even look at what is sent.
    pub(super) fn unread(self) -> Self {
        Self { arrivals: 0, ..self }
    }

    pub(super) fn sees(self, judge: fn(&[Seen]) -> Result<(), String>) -> Self {
        Self { judge, ..self }
    }

    pub(super) fn run(&self, send: &Send<'_>) -> Result<(), Departure> {
        let departure = |(expected, found)| Departure { case: self.name, expected, found };
        let outcome = match self.time {
            Time::Ample => self.attempt(send, AMPLE),
            Time::Short => self.attempt(send, SHORT).or_else(|_| self.attempt(send, LESS_SHORT)),
            Time::Endless => self.attempt(send, Duration::MAX),
        };
        outcome.map_err(departure)
    }

    /// What was expected and what was found instead, where that differs.
    fn attempt(&self, send: &Send<'_>, timeout: Duration) -> Result<(), (String, String)> {
        let unable = |error: io::Error| ("a server on a loopback address".to_owned(), error.to_string());
        let (_listener, connected) = connection().map_err(unable)?;
        let (origin, server) = match self.to {
            To::Nobody => (format!("http://{}", connected.local_addr().map_err(unable)?), None),
            To::NoName => ("http://nobody.invalid".to_owned(), None),
            To::Server(part) => {
                let server = Server::start(part).map_err(unable)?;
                (format!("http://{}", server.address()), Some(server))
            }
            To::NoTls(part) => {
                let server = Server::start(part).map_err(unable)?;
                (format!("https://{}", server.address()), Some(server))
            }
        };
        let outcome = self.send(send, &origin, timeout);
        let record = server.map(Server::stop);
        outcome?;
        record.map_or(Ok(()), |record| self.judge(&record))
    }

    fn send(&self, send: &Send<'_>, origin: &str, timeout: Duration) -> Result<(), (String, String)> {
        let limits = Limits { timeout, max_response: MAX_RESPONSE };
        for round in 1..=self.times {
            let Some(request) = self.message.request(origin) else {
                return Err(("a request".to_owned(), "none that can be built".to_owned()));
            };
            let start = Instant::now();
            let outcome = catch_unwind(AssertUnwindSafe(|| send(request, limits)));
            let took = start.elapsed();
            let outcome = outcome.map_err(|_| (self.expected.to_string(), "a panic".to_owned()))?;
            if took > timeout.saturating_add(TOLERANCE) {
                return Err((format!("an end after {timeout:?}"), format!("one after {took:?}")));
            }
            if round == self.times {
                return if self.expected.fits(&outcome) {
                    Ok(())
                } else {
                    Err((self.expected.to_string(), shown(&outcome)))
                };
            }
            if let Err(error) = outcome {
                return Err(("an answer to the first of two requests".to_owned(), shown(&Err(error))));
            }
            thread::sleep(BETWEEN);
        }
        Ok(())
    }

    fn judge(&self, record: &Record) -> Result<(), (String, String)> {
        let requests =
            |count: usize| format!("{count} {} at the server", if count == 1 { "request" } else { "requests" });
        if record.seen.len() != self.arrivals {
            return Err((requests(self.arrivals), requests(record.seen.len())));
        }
        if matches!(self.to, To::Server(_)) && record.connections > self.times {
            return Err((format!("at most {} connections", self.times), record.connections.to_string()));
        }
        if record.written > MOST_WRITTEN {
            let found = format!("{} bytes that were read", record.written);
            return Err((format!("an end after more than {MAX_RESPONSE} bytes"), found));
        }
        (self.judge)(&record.seen).map_err(|found| ("a request that arrives as it was given".to_owned(), found))
    }
}

impl Expected {
    fn fits(&self, outcome: &Result<Response, TransportError>) -> bool {
        match (self, outcome) {
            (Self::Answer { status, body }, Ok(response)) => {
                response.status().as_u16() == *status && response.body().buffered() == body
            }
            (Self::Failure { kinds, status }, Err(error)) => {
                kinds.contains(&error.kind) && error.status.map(|status| status.as_u16()) == *status
            }
            _ => false,
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer { status, body } => f.write_str(&answer(*status, body.len())),
            Self::Failure { kinds, status } => {
                for (index, kind) in kinds.iter().enumerate() {
                    let or = if index == 0 { "" } else { ", or " };
                    write!(f, "{or}{}", failure(*kind, *status))?;
                }
                Ok(())
            }
        }
    }
}

fn shown(outcome: &Result<Response, TransportError>) -> String {
    match outcome {
        Ok(response) => answer(response.status().as_u16(), response.body().buffered().len()),
        Err(error) => {
            let told = failure(error.kind, error.status.map(|status| status.as_u16()));
            format!("{told} ({})", error.source)
        }
    }
}

fn answer(status: u16, length: usize) -> String {
    format!("the answer {status} with a body of {length} bytes")
}

fn failure(kind: Kind, status: Option<u16>) -> String {
    let status = status.and_then(|status| StatusCode::from_u16(status).ok());
    let error = TransportError { status, ..TransportError::new(kind, "") };
    let status = status.map_or_else(String::new, |status| format!(" after {}", status.as_u16()));
    format!("{kind:?}{status}, delivery {:?}", error.delivery())
}

/// A connection of which both ends are held: as long as it stands, nobody listens on the port of the one that
/// connected, and nobody is given it.
fn connection() -> io::Result<(TcpListener, TcpStream)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let end = TcpStream::connect(listener.local_addr()?)?;
    Ok((listener, end))
}
