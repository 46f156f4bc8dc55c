// Written by docwright from specs/shared/read.yaml: change that, and run it again.

//! [`Read`] and its types.

use super::Shared;
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, Undecodable, Validate};

/// `GET /read`. Answers with the body as it comes.
///
/// Answers:
///
/// - `200`
/// - `401`: Who are you?
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::shared::{Auth, BlockingClient, Read};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Read::new("text");
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Read {
    /// A header of its own. 32 bits. `X-Version` on the wire.
    pub x_version: Option<i64>,
    /// Whose data it is. `X-Tenant` on the wire.
    pub x_tenant: String,
}

impl Read {
    /// With what is required.
    pub fn new(x_tenant: impl Into<String>) -> Self {
        Self {
            x_version: None,
            x_tenant: x_tenant.into(),
        }
    }

    /// A header of its own. See [`x_version`](field@Self::x_version).
    pub fn x_version(mut self, value: i64) -> Self {
        self.x_version = Some(value);
        self
    }
}

impl Validate for Read {
    fn validate(&self, check: &mut Check<'_>) {
        check.headers().at("X-Version", &self.x_version).int32();
    }
}

impl Endpoint for Read {
    type Api = Shared;
    type Output = Body;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "shared",
        name: "read",
        method: Method::GET,
        path: "/read",
        statuses: &["200", "401"],
        media_types: &[],
        auth: &[],
        permissions: &[],
        settings: &["X-Language", "X-Trace"],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.header("x-version", &self.x_version)
            .header("x-tenant", &self.x_tenant)
            .accept("*/*");
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            x_version: from.headers.take("X-Version"),
            x_tenant: from.headers.take("X-Tenant"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Body, Undecodable> {
        answer.raw()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &Body, reply: &mut Reply) {
        reply.raw(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}
