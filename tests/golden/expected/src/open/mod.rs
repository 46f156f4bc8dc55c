// Written by docwright from specs/open: change that, and run it again.

//! Open.
//!
//! Its endpoints:
//!
//! - [`Put`]: `PUT /open`.

pub mod put;

#[doc(inline)]
pub use put::{Put, PutResponse, PutServerOwned};

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};
use crate::runtime::{
    Check, JsonObject, Object, ObjectWriter, Promised, Record, Tagged, union,
};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Open;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Open>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Open, dyn BlockingTransport>;

impl Api for Open {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;

/// Labels by name.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Labels {
    /// `owner`
    pub owner: Promised<String>,
    /// The fields that are not listed.
    pub other_fields: JsonObject,
}

impl Labels {
    /// With what is required.
    pub fn new(owner: impl Into<String>) -> Self {
        Self {
            owner: Ok(owner.into()),
            other_fields: JsonObject::new(),
        }
    }

    /// The fields that are not listed.
    pub fn other_fields(mut self, value: JsonObject) -> Self {
        self.other_fields = value;
        self
    }
}

impl Record for Labels {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            owner: object.take("owner"),
            other_fields: object.other_fields(),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("owner", &self.owner).put_all(&self.other_fields);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.required("owner", &self.owner);
    }
}

/// `Event`. Told apart by `kind`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// `made`
    Made(Made),
    #[doc(hidden)]
    Unlisted(Tagged),
}

impl Record for Event {
    fn read(object: &mut Object<'_>) -> Self {
        match &*object.tag("kind") {
            "made" => Self::Made(object.rest()),
            other => Self::Unlisted(object.unlisted("kind", other)),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        match self {
            Self::Made(made) => object.tagged("kind", "made", made),
            Self::Unlisted(other) => object.unlisted(other),
        };
    }
}

union!(Event);

/// `Made`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Made {
    /// `by`
    pub by: Option<String>,
    /// The fields that are not listed.
    pub other_fields: JsonObject,
}

impl Made {
    /// `by`
    pub fn by(mut self, value: impl Into<String>) -> Self {
        self.by = Some(value.into());
        self
    }

    /// The fields that are not listed.
    pub fn other_fields(mut self, value: JsonObject) -> Self {
        self.other_fields = value;
        self
    }
}

impl Record for Made {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            by: object.take("by"),
            other_fields: object.other_fields(),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("by", &self.by).put_all(&self.other_fields);
    }
}
