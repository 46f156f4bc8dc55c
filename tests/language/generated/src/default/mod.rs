// Written by docwright from specs/default: change that, and run it again.

//! Obstacles. An obstacle course of names; its folder has the name of Cargo's own feature.
//!
//! Its endpoints:
//!
//! - [`ClientCall`]: Fields whose names are taken, in every place where there is one:
//!   `PUT /client/{self}/{Type}`.
//! - [`Server`]: Values and tags that are no names of Rust, and what the generator names itself:
//!   `POST /server`.

pub mod client;
pub mod server;

#[doc(inline)]
pub use client::ClientCall;
#[doc(inline)]
pub use server::{Server, ServerFailure, ServerResponse, ServerServerOwned};

use crate::runtime::client::{
    Api, Authorization, Authorize, BlockingTransport, BuildError, Outgoing,
};
use crate::runtime::{
    self, Check, JsonObject, Object, ObjectWriter, Secret, Unlisted, Validate, integer,
    text, text_enum,
};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Obstacles;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = crate::runtime::client::Client<Obstacles>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = crate::runtime::client::Client<
    Obstacles,
    dyn BlockingTransport,
>;

impl Api for Obstacles {
    type Auth = Auth;
    type Settings = Settings;
}

/// `https://names.example`
pub const DEFAULT: &str = "https://names.example";

/// `https://{self}.{crate}.names.example`
///
/// - `self_`: A word that is Rust's own.
/// - `crate_`: Another one.
///
/// # Errors
/// When an argument is no label of a host or no segment of a path.
pub fn list(
    self_: &str,
    crate_: &str,
) -> ::std::result::Result<crate::runtime::client::Server, BuildError> {
    crate::runtime::client::Server::fill(
        "https://{self}.{crate}.names.example",
        &[self_, crate_],
    )
}

/// Who calls.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auth {
    /// `nothing`
    NoneAtAll(Secret),
    /// `clone`
    Clone(Secret),
    /// `self`
    Self_(Secret),
    /// `Some`
    Some {
        /// `to`
        to: Secret,
        /// `type`
        type_: Secret,
    },
}

impl Auth {
    /// `nothing`
    pub fn none_at_all(key: impl Into<Secret>) -> Self {
        Self::NoneAtAll(key.into())
    }

    /// `clone`
    pub fn clone(key: impl Into<Secret>) -> Self {
        Self::Clone(key.into())
    }

    /// `self`
    pub fn self_(self_: impl Into<Secret>) -> Self {
        Self::Self_(self_.into())
    }
}

impl Authorize for Auth {
    fn authorize(&self, to: &mut Authorization<'_>) {
        match self {
            Self::NoneAtAll(key) => to.secret("x-none", "", key),
            Self::Clone(key) => to.secret("x-clone", "", key),
            Self::Self_(self_) => to.secret("authorization", "Self ", self_),
            Self::Some { to: to_, type_ } => {
                to.secret("x-to", "", to_).secret("x-type", "", type_)
            }
        };
    }
}

/// The headers of a client or of one call. Each goes out with the endpoints that document it.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Settings {
    /// `Clone`
    pub clone: ::std::option::Option<::std::string::String>,
    /// `Type`
    pub type_: ::std::option::Option<::std::string::String>,
    /// `self`
    pub self_: ::std::option::Option<::std::string::String>,
    /// `_x`
    #[doc(alias = "_x")]
    pub underscore_x: ::std::option::Option<::std::string::String>,
    /// `or-else`
    pub or_else: ::std::option::Option<::std::string::String>,
}

impl Settings {
    /// `Clone`
    pub fn clone(mut self, value: impl Into<::std::string::String>) -> Self {
        self.clone = Some(value.into());
        self
    }

    /// `Type`
    pub fn type_(mut self, value: impl Into<::std::string::String>) -> Self {
        self.type_ = Some(value.into());
        self
    }

    /// `self`
    pub fn self_(mut self, value: impl Into<::std::string::String>) -> Self {
        self.self_ = Some(value.into());
        self
    }

    /// `_x`
    #[doc(alias = "_x")]
    pub fn underscore_x(mut self, value: impl Into<::std::string::String>) -> Self {
        self.underscore_x = Some(value.into());
        self
    }

    /// `or-else`
    pub fn or_else(mut self, value: impl Into<::std::string::String>) -> Self {
        self.or_else = Some(value.into());
        self
    }
}

impl Validate for Settings {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl crate::runtime::client::Settings for Settings {
    fn encode(&self, to: &mut Outgoing) {
        to.header("clone", &self.clone)
            .header("type", &self.type_)
            .header("self", &self.self_)
            .header("_x", &self.underscore_x)
            .header("or-else", &self.or_else);
    }

    fn decode(headers: &mut Object<'_>) -> Self {
        Self {
            clone: headers.take("Clone"),
            type_: headers.take("Type"),
            self_: headers.take("self"),
            underscore_x: headers.take("_x"),
            or_else: headers.take("or-else"),
        }
    }

    fn or(self, base: Self) -> Self {
        Self {
            clone: self.clone.or(base.clone),
            type_: self.type_.or(base.type_),
            self_: self.self_.or(base.self_),
            underscore_x: self.underscore_x.or(base.underscore_x),
            or_else: self.or_else.or(base.or_else),
        }
    }
}

/// `Option`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Option {
    /// `None`
    None,
    /// `Some`
    Some,
    #[doc(hidden)]
    Unlisted(Unlisted<::std::boxed::Box<str>>),
}

impl Option {
    const WIRE: &[(&str, Self)] = &[("None", Self::None), ("Some", Self::Some)];
}

text_enum!(Option);

/// `Vec`
pub type Vec = ::std::vec::Vec<::std::string::String>;

/// `Box`
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Box(::std::string::String);

text!(Box);

/// `Result`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Result {
    /// `Ok`
    pub ok: ::std::option::Option<i64>,
    /// `Err`
    pub err: ::std::option::Option<::std::string::String>,
}

impl Result {
    /// `Ok`
    pub fn ok(mut self, value: i64) -> Self {
        self.ok = Some(value);
        self
    }

    /// `Err`
    pub fn err(mut self, value: impl Into<::std::string::String>) -> Self {
        self.err = Some(value.into());
        self
    }
}

impl runtime::Record for Result {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            ok: object.take("Ok"),
            err: object.take("Err"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("Ok", &self.ok).put("Err", &self.err);
    }
}

/// `Default`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Default(pub i64);

integer!(Default);

/// `String`. At least 1 character.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct String(::std::string::String);

text!(String);

/// `Field`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Field {
    /// `field`
    pub field: runtime::Field<::std::string::String>,
}

impl Field {
    /// `field`
    pub fn field(mut self, value: impl Into<::std::string::String>) -> Self {
        self.field = runtime::Field::Value(value.into());
        self
    }

    /// Sends `null`.
    pub fn field_null(mut self) -> Self {
        self.field = runtime::Field::Null;
        self
    }
}

impl runtime::Record for Field {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            field: object.take("field"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("field", &self.field);
    }
}

/// `Promised`
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Promised {
    /// `promised`
    pub promised: runtime::Promised<::std::string::String>,
}

impl Promised {
    /// With what is required.
    pub fn new(promised: impl Into<::std::string::String>) -> Self {
        Self {
            promised: Ok(promised.into()),
        }
    }
}

impl runtime::Record for Promised {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            promised: object.take("promised"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("promised", &self.promised);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.required("promised", &self.promised);
    }
}

/// `Record`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Record {
    /// `record`
    pub record: ::std::option::Option<Field>,
}

impl Record {
    /// `record`
    pub fn record(mut self, value: Field) -> Self {
        self.record = Some(value);
        self
    }
}

impl runtime::Record for Record {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            record: object.take("record"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("record", &self.record);
    }
}

/// `Value`
pub type Value = runtime::Json;

/// `Json`
pub type Json = JsonObject;
