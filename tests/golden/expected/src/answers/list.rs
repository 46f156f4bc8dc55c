// Written by docwright from specs/answers/list.yaml: change that, and run it again.

//! [`List`] and its types.

use super::{Answers, Problem};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Undecodable, Validate};

/// A list at the root, of another media type: `GET /list`. Answers with a list of [`Problem`].
///
/// Answers:
///
/// - `200`: A list of [`Problem`].
/// - `default`: [`Problem`].
///
/// Where the server refuses, `error.refusal()` is its answer, which `read::<List>()` reads as
/// documented.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::answers::{Auth, BlockingClient, List};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = List::new();
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct List {}

impl List {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self {}
    }
}

impl Validate for List {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for List {
    type Api = Answers;
    type Output = Vec<Problem>;
    type Failure = Problem;

    const INFO: &Info = &Info {
        api: "answers",
        name: "list",
        method: Method::GET,
        path: "/list",
        statuses: &["200", "default"],
        media_types: &[],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, _: &mut Outgoing) {}

    fn read(_: &mut Incoming<'_>) -> Self {
        Self {}
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Vec<Problem>, Undecodable> {
        answer.media_types(&["application/vnd.example+json"]).json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<Problem>, Undecodable> {
        answer.json_if(&["default"])
    }

    fn respond(output: &Vec<Problem>, reply: &mut Reply) {
        reply.json(output).media_type("application/vnd.example+json");
    }

    fn refuse(failure: &Problem, reply: &mut Reply) {
        reply.under(&["default"]).json(failure);
    }
}
