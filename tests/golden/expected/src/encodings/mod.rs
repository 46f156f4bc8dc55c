// Written by docwright from specs/encodings: change that, and run it again.

//! Encodings. Lists on the wire.
//!
//! Its endpoints:
//!
//! - [`Upload`]: Lists in path, headers and a form: `POST /shelves/{shelves}/upload`.

pub mod upload;

#[doc(inline)]
pub use upload::{Upload, UploadRequired};

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Encodings;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Encodings>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Encodings, dyn BlockingTransport>;

impl Api for Encodings {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;
