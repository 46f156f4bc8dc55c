// Written by docwright from specs/constants: change that, and run it again.

//! Constants. Values of which there is one.
//!
//! Its endpoints:
//!
//! - [`Send`]: A constant of each kind of value: `POST /{kind}/messages`.
//! - [`Withdraw`]: Facts of the page that do not hold: `POST /codes`.

pub mod send;
pub mod withdraw;

#[doc(inline)]
pub use send::{Send, SendAuthor, SendMedium, SendResponse};
#[doc(inline)]
pub use withdraw::Withdraw;

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, Outgoing};
use crate::runtime::{Check, Object, Validate};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Constants;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Constants>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Constants, dyn BlockingTransport>;

impl Api for Constants {
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
    /// `X-Beta`. Always `true`.
    pub x_beta: Option<bool>,
}

impl Settings {
    /// Sends `true`. See [`x_beta`](field@Self::x_beta).
    pub fn x_beta(mut self) -> Self {
        self.x_beta = Some(true);
        self
    }
}

impl Validate for Settings {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("X-Beta", &self.x_beta).constant(true);
    }
}

impl client::Settings for Settings {
    fn encode(&self, to: &mut Outgoing) {
        to.header("x-beta", &self.x_beta);
    }

    fn decode(headers: &mut Object<'_>) -> Self {
        Self {
            x_beta: headers.take("X-Beta"),
        }
    }

    fn or(self, base: Self) -> Self {
        Self {
            x_beta: self.x_beta.or(base.x_beta),
        }
    }
}
