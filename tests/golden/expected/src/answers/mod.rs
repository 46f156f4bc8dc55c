// Written by docwright from specs/answers: change that, and run it again.

//! Answers. What comes back.
//!
//! Its endpoints:
//!
//! - [`List`]: A list at the root, of another media type: `GET /list`.
//! - [`Many`]: Several successes and several refusals, each with a body of its own: `POST /many`.
//! - [`Nothing`]: Nothing comes, and a refusal is told apart: `DELETE /nothing`.
//! - [`Raw`]: The page says nothing about the body: `GET /raw`.

pub mod list;
pub mod many;
pub mod nothing;
pub mod raw;

#[doc(inline)]
pub use list::List;
#[doc(inline)]
pub use many::{Many, Many200Response, Many202Response, ManyFailure, ManyResponse};
#[doc(inline)]
pub use nothing::Nothing;
#[doc(inline)]
pub use raw::Raw;

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};
use crate::runtime::{Check, Object, ObjectWriter, Promised, Record};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Answers;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Answers>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Answers, dyn BlockingTransport>;

impl Api for Answers {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;

/// `Problem`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `title`
    pub title: Promised<String>,
    /// `detail`
    pub detail: Promised<Option<String>>,
}

impl Problem {
    /// With what an answer promises.
    #[must_use]
    pub fn new(title: impl Into<String>, detail: Option<String>) -> Self {
        Self {
            title: Ok(title.into()),
            detail: Ok(detail),
        }
    }
}

impl Record for Problem {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            title: object.take("title"),
            detail: object.take("detail"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("title", &self.title).put("detail", &self.detail);
    }
}

/// `Limits`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Limits {
    /// `seconds`. 32 bits.
    pub seconds: Promised<i64>,
}

impl Limits {
    /// With what an answer promises.
    #[must_use]
    pub const fn new(seconds: i64) -> Self {
        Self { seconds: Ok(seconds) }
    }
}

impl Record for Limits {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            seconds: object.take("seconds"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("seconds", &self.seconds);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("seconds", &self.seconds).int32();
    }
}
