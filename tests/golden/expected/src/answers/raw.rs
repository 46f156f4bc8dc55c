// Written by docwright from specs/answers/raw.yaml: change that, and run it again.

//! [`Raw`] and its types.

use super::Answers;
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, Undecodable, Validate};

/// The page says nothing about the body: `GET /raw`. Answers with the body as it comes.
///
/// Answers:
///
/// - `200`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::answers::{Auth, BlockingClient, Raw};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Raw::new();
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Raw {}

impl Raw {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self {}
    }
}

impl Validate for Raw {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Raw {
    type Api = Answers;
    type Output = Body;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "answers",
        name: "raw",
        method: Method::GET,
        path: "/raw",
        statuses: &["200"],
        media_types: &[],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.accept("*/*");
    }

    fn read(_: &mut Incoming<'_>) -> Self {
        Self {}
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
