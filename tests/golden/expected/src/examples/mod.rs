// Written by docwright from specs/examples: change that, and run it again.

//! Examples. Values that the examples of the documentation make.
//!
//! Its endpoints:
//!
//! - [`Lists`]: Fields that share their name with a function of the runtime: `POST /lists`.
//! - [`Nested`]: Required objects, as deep as they go: `POST /nested`.

pub mod lists;
pub mod nested;

#[doc(inline)]
pub use lists::{Lists, ListsInner, ListsResponse};
#[doc(inline)]
pub use nested::{Nested, NestedOuter, NestedOuterInner};

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};
use crate::runtime::{
    Check, EpochSeconds, Field, Object, ObjectWriter, Promised, Record, integer,
};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Examples;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Examples>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Examples, dyn BlockingTransport>;

impl Api for Examples {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;

/// Sent and answered, where an empty text is none.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Both {
    /// `note`. An empty text stands for none.
    pub note: Field<String>,
    /// `at`
    pub at: Promised<EpochSeconds>,
}

impl Both {
    /// With what is required.
    pub const fn new(at: EpochSeconds) -> Self {
        Self {
            note: Field::Absent,
            at: Ok(at),
        }
    }

    /// Sets [`note`](field@Self::note).
    pub fn note(mut self, value: impl Into<String>) -> Self {
        self.note = Field::Value(value.into());
        self
    }

    /// Sends an empty text, which stands for none.
    pub fn note_null(mut self) -> Self {
        self.note = Field::Null;
        self
    }
}

impl Record for Both {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            note: object.take_or("note", &""),
            at: object.take("at"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put_or("note", &self.note, &"").put("at", &self.at);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.required("note", &self.note);
        check.required("at", &self.at);
    }
}

/// `Number`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(pub i64);

integer!(Number);

/// `Count`
pub type Count = Number;

/// `Pair`
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Pair {
    /// `first`
    pub first: String,
    /// `second`
    pub second: String,
}

/// What [`Pair`] requires, by name, so that no two values can be swapped.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRequired {
    /// `first`
    pub first: String,
    /// `second`
    pub second: String,
}

impl Pair {
    /// With what is required.
    pub fn new(required: PairRequired) -> Self {
        Self {
            first: required.first,
            second: required.second,
        }
    }
}

impl Record for Pair {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            first: object.take("first"),
            second: object.take("second"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("first", &self.first).put("second", &self.second);
    }
}
