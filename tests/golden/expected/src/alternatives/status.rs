// Written by docwright from specs/alternatives/status.yaml: change that, and run it again.

//! [`Status`] and its types.

use super::Alternatives;
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, Undecodable, Validate};

/// Says more to those who have a ticket: `GET /status`. Answers with the body as it comes.
///
/// Takes the credential `ticket`, or none; of another kind none is sent.
///
/// Answers:
///
/// - `200`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::alternatives::{Auth, BlockingClient, Status};
///
/// let client = BlockingClient::builder(
///         "https://api.example.com",
///         Auth::ticket("ticket"),
///     )
///     .build()?;
/// let request = Status::new();
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Status {}

impl Status {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self {}
    }
}

impl Validate for Status {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Status {
    type Api = Alternatives;
    type Output = Body;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "alternatives",
        name: "status",
        method: Method::GET,
        path: "/status",
        statuses: &["200"],
        media_types: &[],
        auth: &["none", "ticket"],
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
