// Written by docwright from specs/alternatives/work.yaml: change that, and run it again.

//! [`Work`] and its types.

use super::Alternatives;
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, Undecodable, Validate};

/// Takes all that the API has: `PUT /work`. Answers with the body as it comes.
///
/// Answers:
///
/// - `204`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::alternatives::{Auth, BlockingClient, Work};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::key("key"))
///     .build()?;
/// let request = Work::new();
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Work {}

impl Work {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self {}
    }
}

impl Validate for Work {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Work {
    type Api = Alternatives;
    type Output = Body;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "alternatives",
        name: "work",
        method: Method::PUT,
        path: "/work",
        statuses: &["204"],
        media_types: &[],
        auth: &["key", "ticket"],
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
