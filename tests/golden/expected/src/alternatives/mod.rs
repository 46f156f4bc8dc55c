// Written by docwright from specs/alternatives: change that, and run it again.

//! Alternatives. Not every call takes every credential.
//!
//! Its endpoints:
//!
//! - [`Extend`]: Takes a ticket alone: `PATCH /tickets`.
//! - [`SignIn`]: Gives a ticket: `POST /tickets`.
//! - [`Status`]: Says more to those who have a ticket: `GET /status`.
//! - [`Work`]: Takes all that the API has: `PUT /work`.

pub mod extend;
pub mod sign_in;
pub mod status;
pub mod work;

#[doc(inline)]
pub use extend::Extend;
#[doc(inline)]
pub use sign_in::{SignIn, SignInResponse};
#[doc(inline)]
pub use status::Status;
#[doc(inline)]
pub use work::Work;

use crate::runtime::client::{
    self, Api, Authorization, Authorize, BlockingTransport, NoSettings,
};
use crate::runtime::Secret;

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Alternatives;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Alternatives>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Alternatives, dyn BlockingTransport>;

impl Api for Alternatives {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Who calls.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auth {
    /// `key`
    Key(Secret),
    /// `ticket`
    Ticket(Secret),
    /// Nobody says who calls; endpoints that ask for a credential refuse it.
    None,
}

impl Auth {
    /// `key`
    pub fn key(key: impl Into<Secret>) -> Self {
        Self::Key(key.into())
    }

    /// `ticket`
    pub fn ticket(ticket: impl Into<Secret>) -> Self {
        Self::Ticket(ticket.into())
    }

    /// No credential, for endpoints that take a call without.
    #[must_use]
    pub const fn none() -> Self {
        Self::None
    }
}

impl Authorize for Auth {
    fn authorize(&self, to: &mut Authorization<'_>) {
        match self {
            Self::Key(key) => to.secret("x-auth", "Key ", key),
            Self::Ticket(ticket) => to.secret("authorization", "Ticket ", ticket),
            Self::None => to,
        };
    }

    fn is_secret(&self) -> bool {
        !matches!(self, Self::None)
    }

    fn name(&self) -> Option<&'static str> {
        let name = match self {
            Self::Key(_) => "key",
            Self::Ticket(_) => "ticket",
            Self::None => "none",
        };
        Some(name)
    }
}
