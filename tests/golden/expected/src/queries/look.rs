// Written by docwright from specs/queries/look.yaml: change that, and run it again.

//! [`Look`] and its types.

use super::Queries;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Undecodable, Validate, list};

/// Whether there are any: `HEAD /notes`.
///
/// Answers:
///
/// - `200`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::queries::{Auth, BlockingClient, Look};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::key("key"))
///     .build()?;
/// let request = Look::new(["text"]);
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Look {
    /// `tag`
    pub tag: Vec<String>,
}

impl Look {
    /// With what is required.
    pub fn new(tag: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { tag: list(tag) }
    }
}

impl Validate for Look {
    fn validate(&self, check: &mut Check<'_>) {
        check.query().each("tag", &self.tag).required();
    }
}

impl Endpoint for Look {
    type Api = Queries;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "queries",
        name: "look",
        method: Method::HEAD,
        path: "/notes",
        statuses: &["200"],
        media_types: &[],
        auth: &["key"],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.query(|query| {
            query.put_repeat("tag", &self.tag);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            tag: from.query.take_repeat("tag"),
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
