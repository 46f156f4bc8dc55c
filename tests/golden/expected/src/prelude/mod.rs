// Written by docwright from specs/prelude: change that, and run it again.

//! Prelude. Types whose names Rust or the runtime use too.
//!
//! Its endpoints:
//!
//! - [`Put`]: `PUT /prelude`.

pub mod put;

#[doc(inline)]
pub use put::Put;

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, Outgoing};
use crate::runtime::{
    self, Check, Object, ObjectWriter, Unlisted, Validate, integer, text, text_enum,
};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Prelude;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Prelude>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Prelude, dyn BlockingTransport>;

impl Api for Prelude {
    type Auth = Auth;
    type Settings = Settings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;

/// The headers of a client or of one call.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Settings {
    /// `X-Language`
    pub x_language: ::std::option::Option<::std::string::String>,
}

impl Settings {
    /// `X-Language`
    pub fn x_language(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.x_language = Some(value.into());
        self
    }
}

impl Validate for Settings {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl client::Settings for Settings {
    fn encode(&self, to: &mut Outgoing) {
        to.header("x-language", &self.x_language);
    }

    fn decode(headers: &mut Object<'_>) -> Self {
        Self {
            x_language: headers.take("X-Language"),
        }
    }

    fn or(self, base: Self) -> Self {
        Self {
            x_language: self.x_language.or(base.x_language),
        }
    }
}

/// `Option`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Option {
    /// `a`
    A,
    #[doc(hidden)]
    Unlisted(Unlisted<::std::boxed::Box<str>>),
}

impl Option {
    const WIRE: &[(&str, Self)] = &[("a", Self::A)];
}

text_enum!(Option);

/// `Field`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Field {
    /// `a`
    pub a: runtime::Field<::std::string::String>,
}

impl Field {
    /// `a`
    pub fn a(mut self, value: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = runtime::Field::Value(value.into());
        self
    }

    /// Sends `null`.
    pub fn a_null(mut self) -> Self {
        self.a = runtime::Field::Null;
        self
    }
}

impl runtime::Record for Field {
    fn read(object: &mut Object<'_>) -> Self {
        Self { a: object.take("a") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("a", &self.a);
    }
}

/// `Record`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Record {
    /// `a`
    pub a: ::std::option::Option<Field>,
}

impl Record {
    /// `a`
    pub fn a(mut self, value: Field) -> Self {
        self.a = Some(value);
        self
    }
}

impl runtime::Record for Record {
    fn read(object: &mut Object<'_>) -> Self {
        Self { a: object.take("a") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("a", &self.a);
    }
}

/// `Info`
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Info(::std::string::String);

text!(Info);

/// `Result`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Result(pub i64);

integer!(Result);

/// `Box`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Box {
    /// `b`
    B,
    #[doc(hidden)]
    Unlisted(Unlisted<::std::boxed::Box<str>>),
}

impl Box {
    const WIRE: &[(&str, Self)] = &[("b", Self::B)];
}

text_enum!(Box);

/// `Vec`
pub type Vec = ::std::vec::Vec<::std::string::String>;

/// `Into`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Into(pub i64);

integer!(Into);

/// `IntoIterator`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IntoIterator(pub i64);

integer!(IntoIterator);

/// `Default`
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Default(::std::string::String);

text!(Default);

/// `Clone`
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clone(::std::string::String);

text!(Clone);

/// `From`
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct From(::std::string::String);

text!(From);

/// `String`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct String(pub i64);

integer!(String);
