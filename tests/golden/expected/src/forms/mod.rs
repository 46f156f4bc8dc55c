// Written by docwright from specs/forms: change that, and run it again.

//! Forms. Bodies that are forms.
//!
//! Its endpoints:
//!
//! - [`Search`]: A form body that may be left out, and has fields that nobody lists:
//!   `POST /search`.
//! - [`Send`]: A form body, each form of a list in it: `POST /messages`.
//! - [`Upload`]: A multipart body that has parts that nobody lists: `POST /uploads`.

pub mod search;
pub mod send;
pub mod upload;

#[doc(inline)]
pub use search::Search;
#[doc(inline)]
pub use send::{Send, SendServerOwned};
#[doc(inline)]
pub use upload::Upload;

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Forms;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Forms>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Forms, dyn BlockingTransport>;

impl Api for Forms {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;
