// Written by docwright from specs/deprecations/remove.yaml: change that, and run it again.

//! [`Remove`] and its types.

use super::Deprecations;
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, Undecodable, Validate};

/// Removes a note: `DELETE /notes/{id}`. Answers with the body as it comes.
///
/// Answers:
///
/// - `success`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::deprecations::{Auth, BlockingClient, Remove};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Remove::new(7);
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[deprecated(note = "since May, use \\[drop\\](`https://docs.example/drop`)")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Remove {
    /// `id`
    pub id: i64,
}

#[allow(deprecated)]
impl Remove {
    /// With what is required.
    pub const fn new(id: i64) -> Self {
        Self { id }
    }
}

#[allow(deprecated)]
impl Validate for Remove {
    fn validate(&self, _: &mut Check<'_>) {}
}

#[allow(deprecated)]
impl Endpoint for Remove {
    type Api = Deprecations;
    type Output = Body;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "deprecations",
        name: "remove",
        method: Method::DELETE,
        path: "/notes/{id}",
        statuses: &["success"],
        media_types: &[],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("id", &self.id);
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self { id: from.path.take("id") }
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
