// Written by docwright from specs/main/send_mode.yaml: change that, and run it again.

//! [`SendMode`] and its types.

use super::Main;
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, Undecodable, Validate};

/// An endpoint with the name of a type in the file of another: `PUT /send/mode`. Answers with the
/// body as it comes.
///
/// Answers:
///
/// - `200`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::main_::{Auth, BlockingClient, SendMode};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = SendMode::new("text");
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct SendMode {
    /// `mode`
    pub mode: String,
}

impl SendMode {
    /// With what is required.
    pub fn new(mode: impl Into<String>) -> Self {
        Self { mode: mode.into() }
    }
}

impl Validate for SendMode {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for SendMode {
    type Api = Main;
    type Output = Body;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "main",
        name: "send_mode",
        method: Method::PUT,
        path: "/send/mode",
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
