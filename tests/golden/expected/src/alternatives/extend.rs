// Written by docwright from specs/alternatives/extend.yaml: change that, and run it again.

//! [`Extend`] and its types.

use super::Alternatives;
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, Undecodable, Validate};

/// Takes a ticket alone: `PATCH /tickets`. Answers with the body as it comes.
///
/// Takes the credential `ticket`.
///
/// Answers:
///
/// - `204`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::alternatives::{Auth, BlockingClient, Extend};
///
/// let client = BlockingClient::builder(
///         "https://api.example.com",
///         Auth::ticket("ticket"),
///     )
///     .build()?;
/// let request = Extend::new();
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Extend {}

impl Extend {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self {}
    }
}

impl Validate for Extend {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Extend {
    type Api = Alternatives;
    type Output = Body;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "alternatives",
        name: "extend",
        method: Method::PATCH,
        path: "/tickets",
        statuses: &["204"],
        media_types: &[],
        auth: &["ticket"],
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
