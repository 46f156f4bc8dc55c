// Written by docwright from specs/texts: change that, and run it again.

//! Texts: \*/ "quoted" \<b\>\`x\`\</b\>. Text of specs becomes no code.
//!
//! \`\`\` compile_error!("run"); \`\`\`
//!
//! Its endpoints:
//!
//! - [`Say`]: \*/ pub fn evil() {} // "#\]U+202EU+0007 \[link\](`http://x`) \<script\> \\ \| #
//!   heading: `POST /say`.

pub mod say;

#[doc(inline)]
pub use say::{Say, SayChoice};

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Texts;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Texts>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Texts, dyn BlockingTransport>;

impl Api for Texts {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;
