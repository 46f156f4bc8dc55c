//! Endpoints, and requests read back.

use http::StatusCode;

use super::address::Address;
use super::answer::Outcome;
use super::{Answer, Api, BuildError, Incoming, Info, Outgoing, Reply, Request, Response, incoming, outgoing, stored};
use crate::runtime::{Check, Deviation, Undecodable, Validate, Violations};

/// One endpoint: a request, and its answer; both are written and read.
///
/// Clients use it. By itself it serves gateways and tests: [`to_request`](Self::to_request) and
/// [`from_response`](Self::from_response) are the caller's side, [`from_request`](Self::from_request),
/// [`to_response`](Self::to_response) and [`to_refusal`](Self::to_refusal) the server's. The required methods are written
/// by the generator, over which the others stand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no endpoint of this API",
    note = "endpoints are the requests of the API modules, such as `omnidesk::CreateMessage`"
)]
pub trait Endpoint: Validate + Sized + Send + Sync + 'static {
    /// Its API.
    type Api: Api;
    /// The body of a success; `()` where there is none or it is ignored, `Body` where nothing is said.
    type Output: Validate + Send + 'static;
    /// The body of a refusal; `()` where none is documented.
    type Failure: Validate;
    /// What is known of it before any request.
    const INFO: &'static Info;

    /// Writes path, headers and body.
    fn encode(&self, to: &mut Outgoing);

    /// Reads path, headers and body.
    fn read(from: &mut Incoming<'_>) -> Self;

    /// Reads the answer of a success.
    ///
    /// # Errors
    /// When the body is none of the documented kind at all.
    fn decode(answer: &mut Answer<'_>) -> Result<Self::Output, Undecodable>;

    /// Reads the answer of a refusal; nothing where its status documents no body.
    ///
    /// # Errors
    /// When the body is none of the documented kind at all.
    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<Self::Failure>, Undecodable>;

    /// Reports what a success breaks: the rules of its type, and those of the whole body.
    fn judge(output: &Self::Output, check: &mut Check<'_>) {
        output.validate(check);
    }

    /// Reports what the documented body of a refusal breaks.
    fn judge_failure(failure: &Self::Failure, check: &mut Check<'_>) {
        failure.validate(check);
    }

    /// Writes the answer of a success.
    fn respond(output: &Self::Output, reply: &mut Reply);

    /// Writes the documented body of a refusal.
    fn refuse(failure: &Self::Failure, reply: &mut Reply);

    /// The request to a server, such as `https://host/path`: neither validated nor authorised, which a client does.
    ///
    /// # Errors
    /// When the address, an argument of the path or a header cannot be sent.
    fn to_request(&self, server: &str, settings: &<Self::Api as Api>::Settings) -> Result<Request, BuildError> {
        outgoing::build(self, settings, &Address::parse(server)?)
    }

    /// Reads a success as a client does, and says where it differs from the documentation.
    ///
    /// # Errors
    /// When the body is none of the documented kind at all.
    fn from_response(response: &Response) -> Result<(Self::Output, Vec<Deviation>), Undecodable> {
        let mut answer = Answer::of(response);
        let output = Self::decode(&mut answer)?;
        let deviations = answer.deviations::<Self>(Some(&Outcome::Success(&output)));
        Ok((output, deviations))
    }

    /// Reads a refusal as a client does, and says where it differs from the documentation.
    ///
    /// # Errors
    /// When the body is none of the documented kind at all.
    fn from_refusal(response: &Response) -> Result<(Option<Self::Failure>, Vec<Deviation>), Undecodable> {
        let mut answer = Answer::of(response);
        let failure = Self::decode_failure(&mut answer)?;
        let deviations = answer.deviations::<Self>(failure.as_ref().map(Outcome::Refusal).as_ref());
        Ok((failure, deviations))
    }

    /// The response of a success, as a server sends it: not validated. Its status is that of the variant where the output
    /// is an enum of statuses, else the first success that is documented exactly, else 200.
    ///
    /// [`from_response`](Self::from_response) reads the same output from it.
    ///
    /// # Errors
    /// When a documented media type cannot be sent.
    fn to_response(output: &Self::Output) -> Result<Response, BuildError> {
        let mut reply = Reply::success(Self::INFO);
        Self::respond(output, &mut reply);
        reply.finish()
    }

    /// The response of a refusal, as a server sends it: not validated. Without a documented body there is none.
    ///
    /// [`from_refusal`](Self::from_refusal) reads the same body from it.
    ///
    /// # Errors
    /// When the status is that of a success, or is not documented to come with this body.
    fn to_refusal(status: StatusCode, failure: Option<&Self::Failure>) -> Result<Response, BuildError> {
        let mut reply = Reply::refusal(Self::INFO, status);
        if let Some(failure) = failure {
            Self::refuse(failure, &mut reply);
        }
        reply.finish()
    }

    /// Reads a request as a server does, and says every rule that it breaks. Its path may begin with one of a server.
    ///
    /// # Errors
    /// When method or path are those of another endpoint, or the body is none of the documented kind at all.
    fn from_request(request: &Request) -> Result<Received<Self, <Self::Api as Api>::Settings>, Undecodable> {
        incoming::receive(request)
    }

    /// The request as JSON, to be kept and sent later, by this process or another: without server and credentials,
    /// and not validated.
    ///
    /// [`from_json`](Self::from_json) reads it; the guide has an [example](crate::guide::retries).
    ///
    /// # Errors
    /// When an argument of the path or a header cannot be sent.
    fn to_json(&self, settings: &<Self::Api as Api>::Settings) -> Result<String, BuildError> {
        stored::write(self, settings)
    }

    /// Reads what [`to_json`](Self::to_json) wrote, and says every rule that it breaks.
    ///
    /// # Errors
    /// When the JSON is that of another endpoint, or of no request at all.
    fn from_json(json: &str) -> Result<Received<Self, <Self::Api as Api>::Settings>, Undecodable> {
        stored::read(json)
    }
}

/// An endpoint, by value or by reference: what is sent by reference can be sent again.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no endpoint of this API",
    note = "endpoints are the requests of the API modules; they are sent by value or by reference"
)]
pub trait AsEndpoint<E> {
    /// The endpoint.
    fn as_endpoint(&self) -> &E;
}

impl<E: Endpoint> AsEndpoint<E> for E {
    fn as_endpoint(&self) -> &E {
        self
    }
}

impl<E: Endpoint> AsEndpoint<E> for &E {
    fn as_endpoint(&self) -> &E {
        self
    }
}

/// A request that was read.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Received<E, S> {
    /// The request; nothing where a required part is missing.
    pub endpoint: Option<E>,
    /// The settings of the call.
    pub settings: S,
    /// The rules that are broken, those that only warn included: the first hundred.
    pub violations: Violations,
}
