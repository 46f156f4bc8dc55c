//! Endpoints, and requests read back.

use super::{Answer, Api, Incoming, Info, Outgoing, Request, incoming};
use crate::runtime::{Undecodable, Validate, Violations};

/// One endpoint: a request, and how its answer is read.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no endpoint of this API",
    note = "endpoints are the requests of the API modules, taken by value; `clone()` one to send it again"
)]
pub trait Endpoint: Validate + Sized + Send + Sync + 'static {
    /// Its API.
    type Api: Api;
    /// The body of a success; `()` where there is none or it is ignored, `Body` where nothing is said.
    type Output: Validate + Send + 'static;
    /// The body of a refusal; `()` where none is documented.
    type Failure: Validate;
    /// What does not depend on the request.
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

    /// Reads a request as a server does, and says every rule that it breaks.
    ///
    /// # Errors
    /// When the body is none of the documented kind at all.
    fn from_request(request: &Request) -> Result<Received<Self, <Self::Api as Api>::Settings>, Undecodable> {
        incoming::receive(request)
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
