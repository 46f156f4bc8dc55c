// Written by docwright from specs/requires: change that, and run it again.

//! Requires. What must be given, and what may be left out.
//!
//! Its endpoints:
//!
//! - [`AddNote`]: Arguments in the order of path and spec, neighbours of different types:
//!   `POST /boards/{board}/notes/{position}`.
//! - [`MoveNote`]: Two arguments of one type are given by name: `PUT /notes/{from}/moved/{to}`.

pub mod add_note;
pub mod move_note;

#[doc(inline)]
pub use add_note::AddNote;
#[doc(inline)]
pub use move_note::{MoveNote, MoveNoteRequired};

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Requires;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Requires>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Requires, dyn BlockingTransport>;

impl Api for Requires {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;
