// Written by docwright from specs/shapes: change that, and run it again.

//! Shapes. What values are.
//!
//! Its endpoints:
//!
//! - [`Order`]: Nested objects, unions, lists, enums, anything: `POST /orders`.

pub mod order;

#[doc(inline)]
pub use order::{
    Order, OrderAddress, OrderAddressGeo, OrderResponse, OrderResponseState, OrderStatus,
};

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};
use crate::runtime::{
    Check, JsonObject, Object, ObjectWriter, Promised, Record, Tagged, union,
};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Shapes;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Shapes>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Shapes, dyn BlockingTransport>;

impl Api for Shapes {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;

/// An amount, used in both directions.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Money {
    /// `amount`
    pub amount: Promised<f64>,
    /// `currency`. At least 3 characters; at most 3 characters.
    pub currency: Promised<String>,
}

impl Money {
    /// With what is required.
    pub fn new(amount: f64, currency: impl Into<String>) -> Self {
        Self {
            amount: Ok(amount),
            currency: Ok(currency.into()),
        }
    }
}

impl Record for Money {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            amount: object.take("amount"),
            currency: object.take("currency"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("amount", &self.amount).put("currency", &self.currency);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.required("amount", &self.amount);
        check.at("amount", &self.amount).finite();
        check.required("currency", &self.currency);
        check.at("currency", &self.currency).min_length(3).max_length(3);
    }
}

/// `Payment`. Told apart by `kind`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Payment {
    /// `card`
    Card(Card),
    /// `cash`
    Cash(JsonObject),
    #[doc(hidden)]
    Unlisted(Tagged),
}

impl Record for Payment {
    fn read(object: &mut Object<'_>) -> Self {
        match &*object.tag("kind") {
            "card" => Self::Card(object.rest()),
            "cash" => Self::Cash(object.rest()),
            other => Self::Unlisted(object.unlisted("kind", other)),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        match self {
            Self::Card(card) => object.tagged("kind", "card", card),
            Self::Cash(cash) => object.tagged("kind", "cash", cash),
            Self::Unlisted(other) => object.unlisted(other),
        };
    }
}

union!(Payment);

/// `Card`
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Card {
    /// `number`
    pub number: String,
}

impl Card {
    /// With what is required.
    pub fn new(number: impl Into<String>) -> Self {
        Self { number: number.into() }
    }
}

impl Record for Card {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            number: object.take("number"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("number", &self.number);
    }
}
