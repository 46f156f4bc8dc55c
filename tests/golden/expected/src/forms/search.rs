// Written by docwright from specs/forms/search.yaml: change that, and run it again.

//! [`Search`] and its types.

use super::Forms;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, JsonObject, Undecodable, Validate};

/// A form body that may be left out, and has fields that nobody lists: `POST /search`.
///
/// Answers:
///
/// - `success`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::forms::{Auth, BlockingClient, Search};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Search::new().text("a");
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Search {
    /// `text`
    pub text: Option<String>,
    /// The fields that are not listed.
    pub other_fields: JsonObject,
}

impl Search {
    /// Nothing is required.
    pub fn new() -> Self {
        Self {
            text: None,
            other_fields: JsonObject::new(),
        }
    }

    /// `text`
    pub fn text(mut self, value: impl Into<String>) -> Self {
        self.text = Some(value.into());
        self
    }

    /// The fields that are not listed.
    pub fn other_fields(mut self, value: JsonObject) -> Self {
        self.other_fields = value;
        self
    }
}

impl Validate for Search {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Search {
    type Api = Forms;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "forms",
        name: "search",
        method: Method::POST,
        path: "/search",
        statuses: &["success"],
        media_types: &["application/x-www-form-urlencoded"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.urlencoded(|body| {
            body.put("text", &self.text).put_all(&self.other_fields);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            text: from.body.take("text"),
            other_fields: from.body.other_fields(),
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
