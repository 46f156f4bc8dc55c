// Written by docwright from specs/bodies: change that, and run it again.

//! Bodies. Bodies that are no list of fields.
//!
//! Its endpoints:
//!
//! - [`PutAny`]: Whatever is JSON, under another media type: `PUT /any`.
//! - [`PutLine`]: A named type that may be left out: `PUT /line`.
//! - [`PutLines`]: A list: `PUT /lines`.
//! - [`PutObject`]: An object of which nothing is said: `PATCH /object`.

pub mod put_any;
pub mod put_line;
pub mod put_lines;
pub mod put_object;

#[doc(inline)]
pub use put_any::PutAny;
#[doc(inline)]
pub use put_line::PutLine;
#[doc(inline)]
pub use put_lines::PutLines;
#[doc(inline)]
pub use put_object::PutObject;

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};
use crate::runtime::{Check, Object, ObjectWriter, Record};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Bodies;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Bodies>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Bodies, dyn BlockingTransport>;

impl Api for Bodies {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;

/// `Line`
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Line {
    /// `sku`
    pub sku: String,
    /// `count`. 32 bits.
    pub count: Option<i64>,
}

impl Line {
    /// With what is required.
    pub fn new(sku: impl Into<String>) -> Self {
        Self {
            sku: sku.into(),
            count: None,
        }
    }

    /// Sets [`count`](field@Self::count).
    pub fn count(mut self, value: i64) -> Self {
        self.count = Some(value);
        self
    }
}

impl Record for Line {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            sku: object.take("sku"),
            count: object.take("count"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("sku", &self.sku).put("count", &self.count);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("count", &self.count).int32();
    }
}
