// Written by docwright from specs/queries: change that, and run it again.

//! Queries. What stands in the request line beside the path.
//!
//! Its endpoints:
//!
//! - [`Look`]: Whether there are any: `HEAD /notes`.
//! - [`Purge`]: A method that is none of HTTP's own: `PURGE /pages/{page}`.
//! - [`Search`]: A parameter of each kind: `GET /{room}/notes`.

pub mod look;
pub mod purge;
pub mod search;

#[doc(inline)]
pub use look::Look;
#[doc(inline)]
pub use purge::Purge;
#[doc(inline)]
pub use search::{Search, SearchOrder, SearchRequired, SearchResponse};

use crate::runtime::client::{
    self, Api, Authorization, Authorize, BlockingTransport, NoSettings,
};
use crate::runtime::Secret;

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Queries;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Queries>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Queries, dyn BlockingTransport>;

impl Api for Queries {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Who calls.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auth {
    /// `key`
    ///
    /// It goes in the query: servers and proxies may keep it in their logs.
    Key(Secret),
}

impl Auth {
    /// `key`
    pub fn key(key: impl Into<Secret>) -> Self {
        Self::Key(key.into())
    }
}

impl Authorize for Auth {
    fn authorize(&self, to: &mut Authorization<'_>) {
        match self {
            Self::Key(key) => to.query("api_key", key),
        };
    }
}
