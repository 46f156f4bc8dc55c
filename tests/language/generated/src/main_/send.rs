// Written by docwright from specs/main/send.yaml: change that, and run it again.

//! [`Send`] and its types.

use super::Main;
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, Undecodable, Unlisted, Validate, text_enum};

/// A type of the file has the name of another endpoint: `POST /send`. Answers with the body as it
/// comes.
///
/// Answers:
///
/// - `200`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::main_::send::SendMode;
/// use language_clients::main_::{Auth, BlockingClient, Send};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Send::new().mode(SendMode::Fast);
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Send {
    /// `mode`
    pub mode: Option<SendMode>,
}

impl Send {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self { mode: None }
    }

    /// `mode`
    pub fn mode(mut self, value: impl Into<SendMode>) -> Self {
        self.mode = Some(value.into());
        self
    }
}

impl Validate for Send {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("mode", &self.mode).listed(SendMode::LISTED);
    }
}

impl Endpoint for Send {
    type Api = Main;
    type Output = Body;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "main",
        name: "send",
        method: Method::POST,
        path: "/send",
        statuses: &["200"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.accept("*/*");
        to.json(|body| {
            body.put("mode", &self.mode);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            mode: from.body.take("mode"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Body, Undecodable> {
        answer.raw()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &Body, reply: &mut Reply) {
        reply.raw(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// `SendMode`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SendMode {
    /// `fast`
    Fast,
    /// `slow`
    Slow,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl SendMode {
    const WIRE: &[(&str, Self)] = &[("fast", Self::Fast), ("slow", Self::Slow)];
}

text_enum!(SendMode);
