// Written by docwright from specs/credentials/whoami.yaml: change that, and run it again.

//! [`Whoami`] and its types.

use super::Credentials;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Object, ObjectWriter, Record, Undecodable, Validate};

/// Takes any of them: `GET /whoami`. Answers with [`WhoamiResponse`].
///
/// Answers:
///
/// - `200`: [`WhoamiResponse`].
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::credentials::{Auth, BlockingClient, Whoami};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::token("token"))
///     .build()?;
/// let request = Whoami::new();
/// let answer = client.send(request)?;
/// println!("{:?}", answer.name);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Whoami {}

impl Whoami {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self {}
    }
}

impl Validate for Whoami {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Whoami {
    type Api = Credentials;
    type Output = WhoamiResponse;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "credentials",
        name: "whoami",
        method: Method::GET,
        path: "/whoami",
        statuses: &["200"],
        media_types: &[],
        auth: &["basic", "token", "key", "pair", "session"],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, _: &mut Outgoing) {}

    fn read(_: &mut Incoming<'_>) -> Self {
        Self {}
    }

    fn decode(answer: &mut Answer<'_>) -> Result<WhoamiResponse, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &WhoamiResponse, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// `WhoamiResponse`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct WhoamiResponse {
    /// `name`
    pub name: Option<String>,
}

impl WhoamiResponse {
    /// `name`
    #[must_use]
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }
}

impl Record for WhoamiResponse {
    fn read(object: &mut Object<'_>) -> Self {
        Self { name: object.take("name") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("name", &self.name);
    }
}
