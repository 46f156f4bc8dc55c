// Written by docwright from specs/forms/upload.yaml: change that, and run it again.

//! [`Upload`] and its types.

use super::Forms;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, JsonObject, Undecodable, Validate};

/// A multipart body that has parts that nobody lists: `POST /uploads`.
///
/// Answers:
///
/// - `success`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::forms::{Auth, BlockingClient, Upload};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Upload::new("a");
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Upload {
    /// `title`
    pub title: String,
    /// The fields that are not listed.
    pub other_fields: JsonObject,
}

impl Upload {
    /// With what is required.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            other_fields: JsonObject::new(),
        }
    }

    /// The fields that are not listed.
    pub fn other_fields(mut self, value: JsonObject) -> Self {
        self.other_fields = value;
        self
    }
}

impl Validate for Upload {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Upload {
    type Api = Forms;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "forms",
        name: "upload",
        method: Method::POST,
        path: "/uploads",
        statuses: &["success"],
        media_types: &["multipart/form-data"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.form(|body| {
            body.put("title", &self.title).put_all(&self.other_fields);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            title: from.body.take("title"),
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
