//! The method of an endpoint.

use std::fmt;

use super::BuildError;

/// The method of an endpoint, by its name: `GET`, or any other token (RFC 9110, 9.1).
///
/// It is known before any request, which the method of the crate `http` cannot be where it is none of its own; with that
/// one it compares.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Method(&'static str);

impl Method {
    /// `CONNECT`
    pub const CONNECT: Self = Self("CONNECT");
    /// `DELETE`
    pub const DELETE: Self = Self("DELETE");
    /// `GET`
    pub const GET: Self = Self("GET");
    /// `HEAD`
    pub const HEAD: Self = Self("HEAD");
    /// `OPTIONS`
    pub const OPTIONS: Self = Self("OPTIONS");
    /// `PATCH`
    pub const PATCH: Self = Self("PATCH");
    /// `POST`
    pub const POST: Self = Self("POST");
    /// `PUT`
    pub const PUT: Self = Self("PUT");
    /// `TRACE`
    pub const TRACE: Self = Self("TRACE");

    /// A method of this name; one that is no token cannot be sent.
    #[must_use]
    pub const fn named(name: &'static str) -> Self {
        Self(name)
    }

    /// Its name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// Whether asking twice does no harm (RFC 9110, 9.2.2). Of methods that are none of RFC 9110's nobody knows.
    pub(super) const fn is_idempotent(self) -> bool {
        matches!(self.0.as_bytes(), b"DELETE" | b"GET" | b"HEAD" | b"OPTIONS" | b"PUT" | b"TRACE")
    }

    /// The method as a request has it.
    pub(super) fn of_request(self) -> Result<http::Method, BuildError> {
        http::Method::from_bytes(self.0.as_bytes()).map_err(|_| BuildError::Method(self.0))
    }
}

/// Whether a request of this method says how long its body is even where it is empty (RFC 9110, 8.6); some servers refuse
/// it else.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
pub(super) fn anticipates_body(method: &http::Method) -> bool {
    matches!(*method, http::Method::POST | http::Method::PUT | http::Method::PATCH)
}

impl PartialEq<http::Method> for Method {
    fn eq(&self, other: &http::Method) -> bool {
        self.0 == other.as_str()
    }
}

impl PartialEq<Method> for http::Method {
    fn eq(&self, other: &Method) -> bool {
        self.as_str() == other.0
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

impl fmt::Debug for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
