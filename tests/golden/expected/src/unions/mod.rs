// Written by docwright from specs/unions: change that, and run it again.

//! Unions. Tags of all kinds, and variants that list theirs.
//!
//! Its endpoints:
//!
//! - [`Send`]: `POST /steps`.

pub mod send;

#[doc(inline)]
pub use send::Send;

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};
use crate::runtime::{
    Check, DateTime, Json, JsonObject, Map, Object, ObjectWriter, Promised, Record,
    Tagged, Validate, union,
};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Unions;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Unions>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Unions, dyn BlockingTransport>;

impl Api for Unions {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// `https://api.example.com`
pub const MAIN: &str = "https://api.example.com";

/// Nobody says who calls.
pub type Auth = NoAuth;

/// `Step`. Told apart by `done`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Step {
    /// `true`
    True(StepTrue),
    /// `false`
    False(JsonObject),
    /// `1`
    N1(Map<String>),
    /// `"1"`
    OneInWords(Note),
    /// `note`
    Note(Note),
    #[doc(hidden)]
    Unlisted(Tagged),
}

impl Record for Step {
    fn read(object: &mut Object<'_>) -> Self {
        match &*object.tag("done") {
            "true" => Self::True(object.rest_untagged("done")),
            "false" => Self::False(object.rest_untagged("done")),
            "1" => Self::N1(object.rest_untagged("done")),
            "\"1\"" => Self::OneInWords(object.rest()),
            "note" => Self::Note(object.rest_tagged("done", "note")),
            other => Self::Unlisted(object.unlisted("done", other)),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        match self {
            Self::True(true_) => object.tagged_json("done", "true", true_),
            Self::False(false_) => object.tagged_json("done", "false", false_),
            Self::N1(n1) => object.tagged_json("done", "1", n1),
            Self::OneInWords(one_in_words) => {
                object.tagged_inside("done", "\"1\"", one_in_words)
            }
            Self::Note(note) => object.tagged_inside("done", "\"note\"", note),
            Self::Unlisted(other) => object.unlisted(other),
        };
    }

    fn validate(&self, check: &mut Check<'_>) {
        match self {
            Self::True(true_) => Validate::validate(true_, check),
            Self::N1(n1) => {
                check
                    .entries(
                        n1,
                        |check, key, _| {
                            check.key(key).max_length(3);
                        },
                    );
            }
            Self::OneInWords(one_in_words) => {
                check.tag("done", "\"1\"", one_in_words);
                check
                    .object(|object| {
                        _ = object.tagged_inside("done", "\"1\"", one_in_words);
                    })
                    .min_properties(3);
                check.nested_body(one_in_words);
            }
            Self::Note(note) => {
                check.tag("done", "note", note);
                check.nested_body(note);
            }
            Self::False(_) | Self::Unlisted(_) => {}
        }
    }
}

union!(Step);

/// `StepTrue`
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct StepTrue {
    /// `at`
    pub at: Promised<DateTime>,
}

impl StepTrue {
    /// With what is required.
    pub fn new(at: impl Into<DateTime>) -> Self {
        Self { at: Ok(at.into()) }
    }
}

impl Record for StepTrue {
    fn read(object: &mut Object<'_>) -> Self {
        Self { at: object.take("at") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("at", &self.at);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.required("at", &self.at);
        check.at("at", &self.at).date_time();
    }
}

/// A step, and also a note by itself.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Note {
    /// `done`
    pub done: Option<Json>,
    /// `text`. At least 2 characters.
    pub text: Promised<String>,
}

impl Note {
    /// With what is required.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            done: None,
            text: Ok(text.into()),
        }
    }

    /// `done`
    pub fn done(mut self, value: impl Into<Json>) -> Self {
        self.done = Some(value.into());
        self
    }
}

impl Record for Note {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            done: object.take("done"),
            text: object.take("text"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("done", &self.done).put("text", &self.text);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.required("text", &self.text);
        check.at("text", &self.text).min_length(2);
    }
}
