// Written by docwright from specs/counts: change that, and run it again.

//! Counts. How many there are, and what each of them obeys.
//!
//! Its endpoints:
//!
//! - [`Put`]: Lists and maps with rules at any depth: `PUT /things/{ids}`.

pub mod put;

#[doc(inline)]
pub use put::{Put, PutByDay, PutParts};

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};
use crate::runtime::{
    Check, Map, Object, ObjectWriter, Record, Unlisted, integer_enum, map,
};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Counts;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Counts>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Counts, dyn BlockingTransport>;

impl Api for Counts {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;

/// Rows of numbers. At least 1 item.
pub type Grid = Vec<Vec<Option<f64>>>;

/// Names by language. Each value at least 2 characters; each key matches `^[a-z]{2}$`.
pub type Names = Map<String>;

/// Counts by warehouse.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Stock {
    /// `total`
    pub total: Option<i64>,
    /// The fields that are not listed.
    pub other_fields: Map<StockOtherFieldsValue>,
}

impl Stock {
    /// `total`
    pub fn total(mut self, value: i64) -> Self {
        self.total = Some(value);
        self
    }

    /// The fields that are not listed.
    pub fn other_fields(
        mut self,
        entries: impl IntoIterator<
            Item = (impl Into<String>, impl Into<StockOtherFieldsValue>),
        >,
    ) -> Self {
        self.other_fields = map(entries);
        self
    }
}

impl Record for Stock {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            total: object.take("total"),
            other_fields: object.others(),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("total", &self.total).put_all(&self.other_fields);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check
            .entries(
                &self.other_fields,
                |check, _, value| {
                    check.body(value).listed(StockOtherFieldsValue::LISTED);
                },
            );
    }
}

/// `StockOtherFieldsValue`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StockOtherFieldsValue {
    /// `1`
    N1,
    /// `2`
    N2,
    #[doc(hidden)]
    Unlisted(Unlisted<i64>),
}

impl StockOtherFieldsValue {
    const WIRE: &[(i64, Self)] = &[(1, Self::N1), (2, Self::N2)];
}

integer_enum!(StockOtherFieldsValue);
