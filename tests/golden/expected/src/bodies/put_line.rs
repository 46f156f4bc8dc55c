// Written by docwright from specs/bodies/put_line.yaml: change that, and run it again.

//! [`PutLine`] and its types.

use super::{Bodies, Line};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Undecodable, Validate};

/// A named type that may be left out: `PUT /line`.
///
/// Answers:
///
/// - `204`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::bodies::{Auth, BlockingClient, PutLine};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = PutLine::new();
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct PutLine {
    /// `body`. Optional.
    pub body: Option<Line>,
}

impl PutLine {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self { body: None }
    }

    /// `body`
    pub fn body(mut self, value: Line) -> Self {
        self.body = Some(value);
        self
    }
}

impl Validate for PutLine {
    fn validate(&self, check: &mut Check<'_>) {
        check.nested_body(&self.body);
    }
}

impl Endpoint for PutLine {
    type Api = Bodies;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "bodies",
        name: "put_line",
        method: Method::PUT,
        path: "/line",
        statuses: &["204"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.json_body(&self.body);
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self { body: from.json_body() }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<(), Undecodable> {
        answer.none()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond((): &(), _: &mut Reply) {}

    fn refuse((): &(), _: &mut Reply) {}
}
