//! Answers that are no typed outcome.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use super::exchange::Course;
use super::message::Shown;
use super::{Answer, Body, Endpoint, Info, Response, request_id, retry};
use crate::runtime::Undecodable;

/// An answer that is no typed outcome, as it came: of [`Error::Status`](super::Error::Status) what the server refused with,
/// of [`Error::Undecodable`](super::Error::Undecodable) the success that cannot be read.
///
/// Its `Debug` shows the start of each header, and nothing of the body.
#[derive(Clone)]
#[non_exhaustive]
pub struct Refusal {
    /// The endpoint that answered.
    pub endpoint: &'static Info,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The raw body.
    pub body: Body,
    /// How often the request was sent; 0 where the answer came some other way.
    pub attempts: u32,
    /// Whether asking twice does no harm, by the documentation or by the caller's word.
    pub idempotent: bool,
}

impl Refusal {
    pub(super) fn of(endpoint: &'static Info, response: Response, course: Course) -> Box<Self> {
        let (head, body) = response.into_parts();
        let Course { attempts, idempotent, .. } = course;
        Box::new(Self { endpoint, status: head.status, headers: head.headers, body, attempts, idempotent })
    }

    /// The body of a refusal as the type that `E` documents for its status; nothing where it documents none. `E` is the
    /// request that was sent.
    ///
    /// # Errors
    /// When the body is of another kind, or another endpoint answered.
    pub fn read<E: Endpoint>(&self) -> Result<Option<E::Failure>, Undecodable> {
        if self.endpoint != E::INFO {
            return Err(Undecodable::AnotherEndpoint);
        }
        let mut response = Response::new(self.body.clone());
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers.clone();
        E::decode_failure(&mut Answer::of(&response))
    }

    /// What the server calls this exchange in its own logs: `x-request-id`, `request-id`, `x-correlation-id`,
    /// `x-amzn-requestid` or `x-amz-request-id`, the first that came.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id::find(&self.headers)
    }

    /// How long the server asks to wait (`Retry-After`, RFC 9110, 10.2.3), counted from now.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        retry::asked(&self.headers).map(|wait| wait.min(retry::LONGEST_WAIT))
    }
}

impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { endpoint, status, headers, body, attempts, idempotent } = self;
        f.debug_struct("Refusal")
            .field("endpoint", endpoint)
            .field("status", status)
            .field("headers", &Shown(headers))
            .field("body", body)
            .field("attempts", attempts)
            .field("idempotent", idempotent)
            .finish()
    }
}
