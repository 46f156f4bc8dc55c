// Written by docwright from specs/shared/plain.yaml: change that, and run it again.

//! [`Plain`] and its types.

use super::Shared;
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, Undecodable, Validate};

/// Takes no settings: `GET /plain`. Answers with the body as it comes.
///
/// Answers:
///
/// - `200`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::shared::{Auth, BlockingClient, Plain};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Plain::new();
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Plain {}

impl Plain {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self {}
    }
}

impl Validate for Plain {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Plain {
    type Api = Shared;
    type Output = Body;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "shared",
        name: "plain",
        method: Method::GET,
        path: "/plain",
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
