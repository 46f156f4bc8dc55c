// Written by docwright from specs/bodies/put_lines.yaml: change that, and run it again.

//! [`PutLines`] and its types.

use super::{Bodies, Line};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Undecodable, Validate, list};

/// A list: `PUT /lines`.
///
/// Answers:
///
/// - `204`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::bodies::{Auth, BlockingClient, Line, PutLines};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = PutLines::new([Line::new("text")]);
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct PutLines {
    /// `body`
    pub body: Vec<Line>,
}

impl PutLines {
    /// With what is required.
    pub fn new(body: impl IntoIterator<Item = Line>) -> Self {
        Self { body: list(body) }
    }
}

impl Validate for PutLines {
    fn validate(&self, check: &mut Check<'_>) {
        check.nested_body(&self.body);
    }
}

impl Endpoint for PutLines {
    type Api = Bodies;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "bodies",
        name: "put_lines",
        method: Method::PUT,
        path: "/lines",
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
