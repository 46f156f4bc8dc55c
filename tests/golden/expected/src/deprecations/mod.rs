// Written by docwright from specs/deprecations: change that, and run it again.

//! Deprecations. What callers are to leave.
//!
//! Its endpoints:
//!
//! - [`Remove`]: Removes a note: `DELETE /notes/{id}`.
//! - [`Send`]: Sends a note: `POST /notes`.

pub mod remove;
pub mod send;

#[doc(inline)]
#[allow(deprecated)]
pub use remove::Remove;
#[doc(inline)]
pub use send::{Send, SendResponse, SendState};

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};
use crate::runtime::text;

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Deprecations;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Deprecations>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Deprecations, dyn BlockingTransport>;

impl Api for Deprecations {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;

/// A colour of old.
///
/// Deprecated: since 2.4, use \`theme\`
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour(String);

text!(Colour);
