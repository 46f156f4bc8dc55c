// Written by docwright from specs/main: change that, and run it again.

//! Main. A module with the name of the file of the tests.
//!
//! Its endpoints:
//!
//! - [`Send`]: A type of the file has the name of another endpoint: `POST /send`.
//! - [`SendMode`]: An endpoint with the name of a type in the file of another: `PUT /send/mode`.

pub mod send;
pub mod send_mode;

#[doc(inline)]
pub use send::Send;
#[doc(inline)]
pub use send_mode::SendMode;

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Main;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Main>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Main, dyn BlockingTransport>;

impl Api for Main {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;
