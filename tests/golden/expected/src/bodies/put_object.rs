// Written by docwright from specs/bodies/put_object.yaml: change that, and run it again.

//! [`PutObject`] and its types.

use super::Bodies;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, JsonObject, Undecodable, Validate};

/// An object of which nothing is said: `PATCH /object`.
///
/// Answers:
///
/// - `204`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::runtime::JsonObject;
/// use golden::bodies::{Auth, BlockingClient, PutObject};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = PutObject::new(JsonObject::new());
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct PutObject {
    /// `body`
    pub body: JsonObject,
}

impl PutObject {
    /// With what is required.
    pub const fn new(body: JsonObject) -> Self {
        Self { body }
    }
}

impl Validate for PutObject {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for PutObject {
    type Api = Bodies;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "bodies",
        name: "put_object",
        method: Method::PATCH,
        path: "/object",
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
