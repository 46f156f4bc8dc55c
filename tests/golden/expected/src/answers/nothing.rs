// Written by docwright from specs/answers/nothing.yaml: change that, and run it again.

//! [`Nothing`] and its types.

use super::{Answers, Problem};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Undecodable, Validate};

/// Nothing comes, and a refusal is told apart: `DELETE /nothing`.
///
/// A repeat is not harmless: a call that may have been sent is never retried.
///
/// Answers:
///
/// - `204`
/// - `4XX`: [`Problem`].
///
/// Where the server refuses, `error.refusal()` is its answer, which `read::<Nothing>()` reads as
/// documented.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::answers::{Auth, BlockingClient, Nothing};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Nothing::new();
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Nothing {}

impl Nothing {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self {}
    }
}

impl Validate for Nothing {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Nothing {
    type Api = Answers;
    type Output = ();
    type Failure = Problem;

    const INFO: &Info = &Info {
        api: "answers",
        name: "nothing",
        method: Method::DELETE,
        path: "/nothing",
        statuses: &["204", "4XX"],
        media_types: &[],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: Some(false),
    };

    fn encode(&self, _: &mut Outgoing) {}

    fn read(_: &mut Incoming<'_>) -> Self {
        Self {}
    }

    fn decode(answer: &mut Answer<'_>) -> Result<(), Undecodable> {
        answer.none()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<Problem>, Undecodable> {
        answer.json_if(&["4XX"])
    }

    fn respond((): &(), _: &mut Reply) {}

    fn refuse(failure: &Problem, reply: &mut Reply) {
        reply.under(&["4XX"]).json(failure);
    }
}
