// Written by docwright from specs/http/header_value.yaml: change that, and run it again.

//! [`HeaderValue`] and its types.

use super::Http;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Undecodable, Validate};

/// A sample with a header, whose test has the name of a type of headers: `GET /header/{value}`.
///
/// Answers:
///
/// - `204`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::http::{Auth, BlockingClient, HeaderValue};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = HeaderValue::new("ä");
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct HeaderValue {
    /// `value`
    pub value: String,
    /// `If-None-Match`
    pub if_none_match: Option<String>,
}

impl HeaderValue {
    /// With what is required.
    pub fn new(value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            if_none_match: None,
        }
    }

    /// `If-None-Match`
    pub fn if_none_match(mut self, value: impl Into<String>) -> Self {
        self.if_none_match = Some(value.into());
        self
    }
}

impl Validate for HeaderValue {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for HeaderValue {
    type Api = Http;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "http",
        name: "header_value",
        method: Method::GET,
        path: "/header/{value}",
        statuses: &["204"],
        media_types: &[],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("value", &self.value).header("if-none-match", &self.if_none_match);
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            value: from.path.take("value"),
            if_none_match: from.headers.take("If-None-Match"),
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
