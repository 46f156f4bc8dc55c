// Written by docwright from specs/answers/many.yaml: change that, and run it again.

//! [`Many`] and its types.

use super::{Answers, Limits, Problem};
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{
    Check, Object, ObjectWriter, Promised, Record, Undecodable, Validate,
};

/// Several successes and several refusals, each with a body of its own: `POST /many`. Answers with
/// [`ManyResponse`], by the status.
///
/// A repeat is harmless: a call that may have been sent is retried.
///
/// Answers:
///
/// - `200`: It is done. [`Many200Response`].
/// - `202`: It will be done. [`Many202Response`].
/// - `404`: [`Problem`].
/// - `429`: [`Limits`].
/// - `5XX`
///
/// Where the server refuses, `error.refusal()` is its answer, which `read::<Many>()` reads as
/// documented.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::answers::{Auth, BlockingClient, Many};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Many::new();
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Many {}

impl Many {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self {}
    }
}

impl Validate for Many {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Many {
    type Api = Answers;
    type Output = ManyResponse;
    type Failure = ManyFailure;

    const INFO: &Info = &Info {
        api: "answers",
        name: "many",
        method: Method::POST,
        path: "/many",
        statuses: &["200", "202", "404", "429", "5XX"],
        media_types: &[],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: Some(true),
    };

    fn encode(&self, _: &mut Outgoing) {}

    fn read(_: &mut Incoming<'_>) -> Self {
        Self {}
    }

    fn decode(answer: &mut Answer<'_>) -> Result<ManyResponse, Undecodable> {
        match answer.status_key(&["200", "202"]) {
            Some("200") => answer.json().map(Self::Output::Status200),
            Some("202") => answer.json().map(Self::Output::Status202),
            _ => answer.raw().map(Self::Output::Undocumented),
        }
    }

    fn decode_failure(
        answer: &mut Answer<'_>,
    ) -> Result<Option<ManyFailure>, Undecodable> {
        match answer.status_key(&["404", "429"]) {
            Some("404") => answer.json().map(|body| Some(Self::Failure::Status404(body))),
            Some("429") => answer.json().map(|body| Some(Self::Failure::Status429(body))),
            _ => Ok(None),
        }
    }

    fn respond(output: &ManyResponse, reply: &mut Reply) {
        match output {
            Self::Output::Status200(body) => reply.under(&["200"]).json(body),
            Self::Output::Status202(body) => reply.under(&["202"]).json(body),
            Self::Output::Undocumented(body) => reply.undocumented(body),
        };
    }

    fn refuse(failure: &ManyFailure, reply: &mut Reply) {
        match failure {
            Self::Failure::Status404(body) => reply.under(&["404"]).json(body),
            Self::Failure::Status429(body) => reply.under(&["429"]).json(body),
        };
    }
}

/// What a success of [`Many`] answers, by its status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ManyResponse {
    /// It is done.
    Status200(Many200Response),
    /// It will be done.
    Status202(Many202Response),
    /// A success that the documentation does not list, with its body.
    Undocumented(Body),
}

impl Validate for ManyResponse {
    fn validate(&self, check: &mut Check<'_>) {
        match self {
            Self::Status200(body) => Validate::validate(body, check),
            Self::Status202(body) => Validate::validate(body, check),
            Self::Undocumented(_) => {}
        }
    }
}

/// What a refusal of [`Many`] answers, by its status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ManyFailure {
    /// `404`
    Status404(Problem),
    /// `429`
    Status429(Limits),
}

impl Validate for ManyFailure {
    fn validate(&self, check: &mut Check<'_>) {
        match self {
            Self::Status404(body) => Validate::validate(body, check),
            Self::Status429(body) => Validate::validate(body, check),
        }
    }
}

/// It is done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Many200Response {
    /// `id`
    pub id: Promised<i64>,
}

impl Many200Response {
    /// With what an answer promises.
    #[must_use]
    pub const fn new(id: i64) -> Self {
        Self { id: Ok(id) }
    }
}

impl Record for Many200Response {
    fn read(object: &mut Object<'_>) -> Self {
        Self { id: object.take("id") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("id", &self.id);
    }
}

/// It will be done.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Many202Response {
    /// `ticket`
    pub ticket: Option<String>,
}

impl Many202Response {
    /// `ticket`
    #[must_use]
    pub fn ticket(mut self, value: impl Into<String>) -> Self {
        self.ticket = Some(value.into());
        self
    }
}

impl Record for Many202Response {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            ticket: object.take("ticket"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("ticket", &self.ticket);
    }
}
