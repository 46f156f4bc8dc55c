// Written by docwright from specs/numbers: change that, and run it again.

//! Numbers. Numbers, lengths and formats.
//!
//! Its endpoints:
//!
//! - [`Order`]: A value of each type, with the rules that it can have:
//!   `PUT /orders/{number}/{day}`.

pub mod order;

#[doc(inline)]
pub use order::{Order, OrderKind, OrderLevel, OrderRequired, OrderResponse};

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};
use crate::runtime::{Date, integer};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Numbers;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Numbers>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Numbers, dyn BlockingTransport>;

impl Api for Numbers {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;

/// A share. At least 0; at most 100.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(pub i64);

integer!(Percent);

/// A number that may need all 64 bits. At least 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Serial(pub u64);

integer!(Serial, u64);

/// A day.
pub type Day = Date;
