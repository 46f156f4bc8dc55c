// Written by docwright from specs/names: change that, and run it again.

//! Names. Names of the wire that are no names of Rust.
//!
//! Its endpoints:
//!
//! - [`Type`]: An obstacle course: `POST /type/{fn}`.

pub mod type_;

#[doc(inline)]
pub use type_::{Type, TypeKind};

use crate::runtime::client::{
    self, Api, Authorization, Authorize, BlockingTransport, NoSettings,
};
use crate::runtime::{Object, ObjectWriter, Record, Secret, Unlisted, text_enum};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Names;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Names>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Names, dyn BlockingTransport>;

impl Api for Names {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Who calls.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auth {
    /// `API-Key`
    ApiKey(Secret),
}

impl Auth {
    /// `API-Key`
    pub fn api_key(key: impl Into<Secret>) -> Self {
        Self::ApiKey(key.into())
    }
}

impl Authorize for Auth {
    fn authorize(&self, to: &mut Authorization<'_>) {
        match self {
            Self::ApiKey(key) => to.secret("x-key", "", key),
        };
    }
}

/// `Self`
#[doc(alias = "Self")]
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Self_ {
    /// `self`
    pub self_: Option<String>,
}

impl Self_ {
    /// `self`
    pub fn self_(mut self, value: impl Into<String>) -> Self {
        self.self_ = Some(value.into());
        self
    }
}

impl Record for Self_ {
    fn read(object: &mut Object<'_>) -> Self {
        Self { self_: object.take("self") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("self", &self.self_);
    }
}

/// `Choice`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Choice {
    /// `None`
    None,
    /// `Some`
    Some,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl Choice {
    const WIRE: &[(&str, Self)] = &[("None", Self::None), ("Some", Self::Some)];
}

text_enum!(Choice);
