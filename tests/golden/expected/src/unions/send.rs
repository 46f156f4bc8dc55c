// Written by docwright from specs/unions/send.yaml: change that, and run it again.

//! [`Send`] and its types.

use super::{Note, Step, Unions};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Undecodable, Validate};

/// `POST /steps`. Answers with [`Step`].
///
/// Answers:
///
/// - `success`: [`Step`].
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::unions::{Auth, BlockingClient, MAIN, Send, Step, StepTrue};
///
/// let client = BlockingClient::builder(MAIN, Auth::none()).build()?;
/// let request = Send::new(Step::True(StepTrue::new("2026-01-31T12:00:00Z")));
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Send {
    /// `step`
    pub step: Step,
    /// `last`
    pub last: Option<Note>,
}

impl Send {
    /// With what is required.
    pub const fn new(step: Step) -> Self {
        Self { step, last: None }
    }

    /// `last`
    pub fn last(mut self, value: Note) -> Self {
        self.last = Some(value);
        self
    }
}

impl Validate for Send {
    fn validate(&self, check: &mut Check<'_>) {
        check.nested("step", &self.step);
        check.nested("last", &self.last);
    }
}

impl Endpoint for Send {
    type Api = Unions;
    type Output = Step;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "unions",
        name: "send",
        method: Method::POST,
        path: "/steps",
        statuses: &["success"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.json(|body| {
            body.put("step", &self.step).put("last", &self.last);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            step: from.body.take("step"),
            last: from.body.take("last"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Step, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &Step, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}
