//! One case: what a server does, and what must come of it, in time, within memory, and told in few words.

use std::error::Error as _;
use std::io;
use std::time::{Duration, Instant};

use message_clients::runtime::Undecodable;
use message_clients::runtime::client::bytes::Bytes;
use message_clients::runtime::client::{Delivery, Error, Full, TransportErrorKind as Kind};
use message_clients::superoffice::add_chat_session_message::ChatMessage;
use message_clients::superoffice::{AddChatSessionMessage, Auth, Superoffice};

use crate::adapter::{Adapter, builder};
use crate::certificate::root;
use crate::gauge;
use crate::host::{Host, Peer, SCHEMES, Scheme};

/// The bound of an answer's size.
pub const MAX_RESPONSE: usize = 256 << 10;

/// What the adapter may take for an answer, with both ends of the connection in one process: a head of up to 400 KiB, what
/// is buffered of a body and of TLS, and the body.
const MOST_MEMORY: usize = 3 * MAX_RESPONSE + (2 << 20);

/// How many bytes may be taken for each byte of JSON while it is read. At worst each is a number of one digit, which is read to 32.
pub const MOST_READ: usize = 40;

/// What an error may say at most.
const MOST_WORDS: usize = 32 << 10;

/// More than anything that ends by itself takes, on a slow machine too.
const AMPLE: Duration = Duration::from_secs(25);

/// Not enough for what is late.
const SHORT: Duration = Duration::from_millis(300);

/// Not enough for it either, and enough for a slow machine to come to the point.
const LESS_SHORT: Duration = Duration::from_secs(4);

/// How far beyond its bound of time a call may end.
const TOLERANCE: Duration = Duration::from_secs(10);

/// No error may hold it.
const SECRET: &str = "s3cr3t-t0k3n";

/// One case.
pub struct Case {
    name: &'static str,
    part: fn(&mut Peer) -> io::Result<()>,
    expected: Expected,
    /// What may come of it as well.
    or: Option<Expected>,
    text: usize,
    timeout: Duration,
    requests: usize,
    schemes: &'static [Scheme],
}

pub enum Expected {
    /// A typed answer.
    Read(fn(&Full<ChatMessage>) -> bool),
    Refused(u16),
    Undecodable(&'static [Undecodable]),
    /// No whole answer: the kinds, and the status where it must be known.
    Broken(&'static [Kind], Option<u16>),
}

impl Case {
    fn new(name: &'static str, part: fn(&mut Peer) -> io::Result<()>, expected: Expected) -> Self {
        Self { name, part, expected, or: None, text: 5, timeout: AMPLE, requests: 1, schemes: &SCHEMES }
    }

    /// A typed answer comes, of which this holds.
    pub fn reads(
        name: &'static str,
        holds: fn(&Full<ChatMessage>) -> bool,
        part: fn(&mut Peer) -> io::Result<()>,
    ) -> Self {
        Self::new(name, part, Expected::Read(holds))
    }

    /// A refusal comes.
    pub fn refused(name: &'static str, status: u16, part: fn(&mut Peer) -> io::Result<()>) -> Self {
        Self::new(name, part, Expected::Refused(status))
    }

    /// A success comes that cannot be read.
    pub fn undecodable(
        name: &'static str,
        errors: &'static [Undecodable],
        part: fn(&mut Peer) -> io::Result<()>,
    ) -> Self {
        Self::new(name, part, Expected::Undecodable(errors))
    }

    /// No whole answer comes.
    pub fn breaks(name: &'static str, kinds: &'static [Kind], part: fn(&mut Peer) -> io::Result<()>) -> Self {
        Self::new(name, part, Expected::Broken(kinds, None))
    }

    /// No whole answer comes, but the head of one of this status.
    pub fn breaks_after(
        name: &'static str,
        status: u16,
        kinds: &'static [Kind],
        part: fn(&mut Peer) -> io::Result<()>,
    ) -> Self {
        Self::new(name, part, Expected::Broken(kinds, Some(status)))
    }

    /// Or no whole answer comes, where a race decides.
    pub fn or_breaks(self, kinds: &'static [Kind]) -> Self {
        Self { or: Some(Expected::Broken(kinds, None)), ..self }
    }

    /// The text of the message has so many bytes.
    pub fn with_text(self, text: usize) -> Self {
        Self { text, ..self }
    }

    /// It does not end by itself.
    pub fn late(self) -> Self {
        Self { timeout: SHORT, ..self }
    }

    /// Over TLS alone.
    pub fn of_tls(self) -> Self {
        Self { schemes: &[Scheme::Https], ..self }
    }

    /// How many requests arrive whole.
    pub fn requests(self, requests: usize) -> Self {
        Self { requests, ..self }
    }

    /// In both adapters, over TCP as it is and over TLS.
    pub fn run<T: Adapter>(&self) -> Vec<String> {
        let wrong = |scheme| {
            let wrong = self.once::<T>(scheme, self.timeout);
            if self.timeout == SHORT { wrong.and_then(|_| self.once::<T>(scheme, LESS_SHORT)) } else { wrong }
        };
        self.schemes.iter().copied().filter_map(wrong).collect()
    }

    /// What is wrong, if anything is.
    fn once<T: Adapter>(&self, scheme: Scheme, timeout: Duration) -> Option<String> {
        let host = Host::start(scheme, self.part);
        let builder = builder::<T, Superoffice>(&host.url, Auth::bearer(SECRET)).trust(root());
        let client = builder.timeout(timeout).max_response(MAX_RESPONSE).build().expect("a client");
        let message = AddChatSessionMessage::new(1).message("x".repeat(self.text));
        let start = Instant::now();
        let (outcome, peak) = gauge::peak(|| T::send(client.call(message)));
        let took = start.elapsed();
        let mut wrong = Vec::new();
        if !self.expected.fits(&outcome) && !self.or.as_ref().is_some_and(|or| or.fits(&outcome)) {
            wrong.push(format!("came to {}", told(&outcome)));
        }
        if took > timeout + TOLERANCE {
            wrong.push(format!("took {took:?}"));
        }
        let read = outcome.as_ref().map_or(0, |full| full.body.bytes().map_or(0, Bytes::len));
        let most = MOST_MEMORY + 3 * self.text + MOST_READ * read;
        if peak > most {
            wrong.push(format!("took {peak} bytes, more than {most}"));
        }
        if let Err(error) = &outcome {
            wrong.extend(unfit_words(error));
        }
        let whole = host.arrived().iter().filter(|arrived| arrived.whole).count();
        if whole != self.requests {
            wrong.push(format!("{whole} requests arrived, not {}", self.requests));
        }
        let name = self.name;
        (!wrong.is_empty()).then(|| format!("{name} ({scheme:?}, {took:?}, {} KB): {}", peak >> 10, wrong.join("; ")))
    }
}

impl Expected {
    fn fits(&self, outcome: &Result<Full<ChatMessage>, Error>) -> bool {
        let delivered = |delivery| outcome.as_ref().is_err_and(|error| error.delivery() == delivery);
        match (self, outcome) {
            (Self::Read(holds), Ok(full)) => holds(full),
            (Self::Refused(status), Err(Error::Status(refusal))) => {
                refusal.status.as_u16() == *status && delivered(Delivery::Answered)
            }
            (Self::Undecodable(errors), Err(Error::Undecodable(refusal, error))) => {
                errors.contains(error) && refusal.status.is_success() && delivered(Delivery::Answered)
            }
            (Self::Broken(kinds, status), Err(Error::Transport { error, .. })) => {
                let delivery = if status.is_some() { Delivery::Answered } else { Delivery::Unknown };
                kinds.contains(&error.kind)
                    && error.status.map(|status| status.as_u16()) == *status
                    && delivered(delivery)
            }
            _ => false,
        }
    }
}

fn told(outcome: &Result<Full<ChatMessage>, Error>) -> String {
    match outcome {
        Ok(full) => format!("{} with {} deviations", full.status, full.deviations.len()),
        Err(error) => {
            let kind = if let Error::Transport { error, .. } = error { Some(error.kind) } else { None };
            let source = error.source().map(|source| format!("{source:?}").chars().take(300).collect::<String>());
            format!("{error} ({kind:?}, {:?}, {source:?})", error.delivery())
        }
    }
}

/// What an error says must be short, on one line and without secrets.
fn unfit_words(error: &Error) -> Vec<String> {
    let mut texts = vec![format!("{error}"), format!("{error:#}"), format!("{error:?}")];
    let mut source = error.source();
    while let Some(cause) = source {
        texts.extend([format!("{cause}"), format!("{cause:#}"), format!("{cause:?}")]);
        source = cause.source();
    }
    let mut wrong = Vec::new();
    for text in texts {
        let start: String = text.chars().take(100).collect();
        if text.len() > MOST_WORDS {
            wrong.push(format!("said {} bytes: {start}", text.len()));
        }
        if text.contains(SECRET) {
            wrong.push(format!("told the secret: {start}"));
        }
        if text.chars().any(char::is_control) {
            wrong.push(format!("said a control character: {start:?}"));
        }
    }
    wrong
}

/// Runs all cases, and tells all that is wrong.
pub fn run<T: Adapter>(cases: &[Case]) {
    let _alone = gauge::alone();
    let wrong: Vec<String> = cases.iter().flat_map(Case::run::<T>).collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n- {}", wrong.len(), 2 * cases.len(), wrong.join("\n- "));
}
