// Written by docwright from specs/alternatives/sign_in.yaml: change that, and run it again.

//! [`SignIn`] and its types.

use super::Alternatives;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Object, ObjectWriter, Record, Undecodable, Validate};

/// Gives a ticket: `POST /tickets`. Answers with [`SignInResponse`].
///
/// Takes no credential; none is sent.
///
/// Answers:
///
/// - `201`: [`SignInResponse`].
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::alternatives::{Auth, BlockingClient, SignIn};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = SignIn::new();
/// let answer = client.send(request)?;
/// println!("{:?}", answer.ticket);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct SignIn {}

impl SignIn {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self {}
    }
}

impl Validate for SignIn {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for SignIn {
    type Api = Alternatives;
    type Output = SignInResponse;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "alternatives",
        name: "sign_in",
        method: Method::POST,
        path: "/tickets",
        statuses: &["201"],
        media_types: &[],
        auth: &["none"],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, _: &mut Outgoing) {}

    fn read(_: &mut Incoming<'_>) -> Self {
        Self {}
    }

    fn decode(answer: &mut Answer<'_>) -> Result<SignInResponse, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &SignInResponse, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// `SignInResponse`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SignInResponse {
    /// `ticket`
    pub ticket: Option<String>,
}

impl SignInResponse {
    /// `ticket`
    #[must_use]
    pub fn ticket(mut self, value: impl Into<String>) -> Self {
        self.ticket = Some(value.into());
        self
    }
}

impl Record for SignInResponse {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            ticket: object.take("ticket"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("ticket", &self.ticket);
    }
}
