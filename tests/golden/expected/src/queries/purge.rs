// Written by docwright from specs/queries/purge.yaml: change that, and run it again.

//! [`Purge`] and its types.

use super::Queries;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Undecodable, Validate};

/// A method that is none of HTTP's own: `PURGE /pages/{page}`.
///
/// Answers:
///
/// - `204`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::queries::{Auth, BlockingClient, Purge};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::key("key"))
///     .build()?;
/// let request = Purge::new("text");
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Purge {
    /// `page`
    pub page: String,
}

impl Purge {
    /// With what is required.
    pub fn new(page: impl Into<String>) -> Self {
        Self { page: page.into() }
    }
}

impl Validate for Purge {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Purge {
    type Api = Queries;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "queries",
        name: "purge",
        method: Method::named("PURGE"),
        path: "/pages/{page}",
        statuses: &["204"],
        media_types: &[],
        auth: &["key"],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("page", &self.page);
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            page: from.path.take("page"),
        }
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
