//! What carries a request to a server and its response back.

use std::pin::Pin;
use std::time::Duration;
use std::{error, fmt};

use http::StatusCode;

use super::{Delivery, Request, Response, clock};

/// A boxed future that threads can pass on.
pub type Future<'a, T> = Pin<Box<dyn std::future::Future<Output = T> + Send + 'a>>;

/// Carries one request, without following redirects or repeating it.
///
/// See [transports](crate::guide::transports) in the guide.
pub trait Transport: Send + Sync + 'static {
    /// Sends a request once and reads the whole response, within the limits. The future is an error when no whole response
    /// came back.
    fn send(&self, request: Request, limits: Limits) -> Future<'_, Result<Response, TransportError>>;

    /// Waits before a retry, and until the deadline of a provider of credentials.
    fn sleep(&self, delay: Duration) -> Future<'_, ()>;

    /// Whether it looks for [`Info`](super::Info) and [`Attempt`](super::Attempt) in the extensions of a request. They
    /// are left out for one that does not.
    fn reads_extensions(&self) -> bool {
        true
    }
}

/// Carries one request and blocks the thread meanwhile, without following redirects or repeating it.
///
/// See [transports](crate::guide::transports) in the guide.
pub trait BlockingTransport: Send + Sync + 'static {
    /// Sends a request once and reads the whole response, within the limits.
    ///
    /// # Errors
    /// When no whole response came back.
    fn send(&self, request: Request, limits: Limits) -> Result<Response, TransportError>;

    /// Waits before a retry: unless implemented, by blocking the thread, or not at all on `wasm32-unknown-unknown`, where
    /// no thread can be.
    fn sleep(&self, delay: Duration) {
        clock::sleep(delay);
    }

    /// Whether it looks for [`Info`](super::Info) and [`Attempt`](super::Attempt) in the extensions of a request. They
    /// are left out for one that does not.
    fn reads_extensions(&self) -> bool {
        true
    }
}

/// Bounds of one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// From looking for the host to the last byte in.
    pub timeout: Duration,
    /// How many bytes the body of a response may have, as it is handed on.
    pub max_response: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { timeout: Duration::from_secs(30), max_response: 16 << 20 }
    }
}

/// No whole response came back; [`delivery`](Self::delivery) says whether the server may have acted.
#[derive(Debug)]
#[non_exhaustive]
pub struct TransportError {
    /// What went wrong.
    pub kind: TransportErrorKind,
    /// The status, where the head of a response came before it went wrong.
    pub status: Option<StatusCode>,
    /// The transport's own error.
    pub source: Box<dyn error::Error + Send + Sync>,
}

/// What went wrong below HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection: it was refused, the host is unknown, TLS failed, or time was up before it stood. Nothing was sent.
    Connect,
    /// Out of time, after the connection stood or where nobody can tell.
    Timeout,
    /// The response is larger than [`Limits::max_response`].
    TooLarge,
    /// The connection broke, or what came was no HTTP.
    Broken,
}

impl TransportError {
    /// An error of this kind.
    pub fn new(kind: TransportErrorKind, source: impl Into<Box<dyn error::Error + Send + Sync>>) -> Self {
        Self { kind, status: None, source: source.into() }
    }

    /// The error, after the head of a response with this status came.
    #[must_use]
    pub fn after(self, status: StatusCode) -> Self {
        Self { status: Some(status), ..self }
    }

    /// Whether the server may have acted.
    #[must_use]
    pub const fn delivery(&self) -> Delivery {
        match self.kind {
            _ if self.status.is_some() => Delivery::Answered,
            TransportErrorKind::Connect => Delivery::NotSent,
            TransportErrorKind::TooLarge => Delivery::Answered,
            TransportErrorKind::Timeout | TransportErrorKind::Broken => Delivery::Unknown,
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "could not connect",
            TransportErrorKind::Timeout => "timed out",
            TransportErrorKind::TooLarge => "the response is too large",
            TransportErrorKind::Broken => "the connection broke",
        })?;
        self.status.map_or(Ok(()), |status| write!(f, ", after the server answered {status}"))
    }
}

impl error::Error for TransportError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&*self.source)
    }
}
