// Written by docwright from specs/bodies/put_any.yaml: change that, and run it again.

//! [`PutAny`] and its types.

use super::Bodies;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Json, Undecodable, Validate};

/// Whatever is JSON, under another media type: `PUT /any`.
///
/// Answers:
///
/// - `204`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::bodies::{Auth, BlockingClient, PutAny};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = PutAny::new("value".into());
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct PutAny {
    /// `body`
    pub body: Json,
}

impl PutAny {
    /// With what is required.
    pub const fn new(body: Json) -> Self {
        Self { body }
    }
}

impl Validate for PutAny {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for PutAny {
    type Api = Bodies;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "bodies",
        name: "put_any",
        method: Method::PUT,
        path: "/any",
        statuses: &["204"],
        media_types: &["application/merge-patch+json"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.json_body(&self.body).media_type("application/merge-patch+json");
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
