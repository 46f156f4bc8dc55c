// Written by docwright from specs/shared: change that, and run it again.

//! Shared. Headers that endpoints share.
//!
//! Its endpoints:
//!
//! - [`Plain`]: Takes no settings: `GET /plain`.
//! - [`Read`]: `GET /read`.

pub mod plain;
pub mod read;

#[doc(inline)]
pub use plain::Plain;
#[doc(inline)]
pub use read::Read;

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, Outgoing};
use crate::runtime::{Check, Object, Pattern, Validate};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Shared;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Shared>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Shared, dyn BlockingTransport>;

impl Api for Shared {
    type Auth = Auth;
    type Settings = Settings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;

/// The headers of a client or of one call. Each goes out with the endpoints that document it.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Settings {
    /// The language of texts. Matches [`X_LANGUAGE`]. `X-Language` on the wire.
    pub x_language: Option<String>,
    /// `X-Trace`
    pub x_trace: Option<i64>,
}

impl Settings {
    /// The language of texts. See [`x_language`](field@Self::x_language).
    pub fn x_language(mut self, value: impl Into<String>) -> Self {
        self.x_language = Some(value.into());
        self
    }

    /// `X-Trace`
    pub fn x_trace(mut self, value: i64) -> Self {
        self.x_trace = Some(value);
        self
    }
}

impl Validate for Settings {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("X-Language", &self.x_language).pattern(&X_LANGUAGE);
    }
}

impl client::Settings for Settings {
    fn encode(&self, to: &mut Outgoing) {
        to.header("x-language", &self.x_language).header("x-trace", &self.x_trace);
    }

    fn decode(headers: &mut Object<'_>) -> Self {
        Self {
            x_language: headers.take("X-Language"),
            x_trace: headers.take("X-Trace"),
        }
    }

    fn or(self, base: Self) -> Self {
        Self {
            x_language: self.x_language.or(base.x_language),
            x_trace: self.x_trace.or(base.x_trace),
        }
    }
}

/// `^[a-z]{2}$`
pub static X_LANGUAGE: Pattern = Pattern::new("^[a-z]{2}$", &[(b"az", b"12.")], b"..!");
