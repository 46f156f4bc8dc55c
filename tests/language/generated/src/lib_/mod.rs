// Written by docwright from specs/lib: change that, and run it again.

//! Lib. A module with the name of the file of the crate.
//!
//! Its endpoints:
//!
//! - [`Core`]: Modules named as those that generated code imports from: `POST /core`.
//! - [`Runtime`]: Modules named as those that generated code imports from: `POST /runtime`.
//! - [`Std`]: A module named as Rust's library, beside a type whose name hides that of the library:
//!   `POST /std`.

pub mod core;
pub mod runtime;
pub mod std;

#[doc(inline)]
pub use core::Core;
#[doc(inline)]
pub use runtime::Runtime;
#[doc(inline)]
pub use std::Std;

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};
use crate::runtime::text;

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Lib;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Lib>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Lib, dyn BlockingTransport>;

impl Api for Lib {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;

/// `Vec`
pub type Vec = ::std::vec::Vec<::std::string::String>;

/// `String`
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct String(::std::string::String);

text!(String);
