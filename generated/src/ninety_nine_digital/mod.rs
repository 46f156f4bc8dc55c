// Written by docwright from specs/ninety_nine_digital: change that, and run it again.

//! 99digital. Customer conversations; a white label of Chatwoot.
//!
//! Its endpoints:
//!
//! - [`CreateMessage`]: Writes a message into a conversation:
//!   `POST /api/v1/accounts/{account_id}/conversations/{conversation_id}/messages`.

pub mod create_message;

#[doc(inline)]
pub use create_message::{
    CreateMessage, CreateMessageContentType, CreateMessageMessageType,
};

use crate::runtime::client::{
    self, Api, Authorization, Authorize, BlockingTransport, NoSettings,
};
use crate::runtime::{Json, Object, ObjectWriter, Record, Secret, integer};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct NinetyNineDigital;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<NinetyNineDigital>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<NinetyNineDigital, dyn BlockingTransport>;

impl Api for NinetyNineDigital {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// `https://online.99digital.co.il`
pub const PRODUCTION: &str = "https://online.99digital.co.il";

/// Who calls.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auth {
    /// A user's key from the profile page; it may do what the user may do.
    ApiKey(Secret),
}

impl Auth {
    /// A user's key from the profile page; it may do what the user may do.
    pub fn api_key(key: impl Into<Secret>) -> Self {
        Self::ApiKey(key.into())
    }
}

impl Authorize for Auth {
    fn authorize(&self, to: &mut Authorization<'_>) {
        match self {
            Self::ApiKey(key) => to.secret("api_access_token", "", key),
        };
    }
}

/// The number of an account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(pub i64);

integer!(AccountId);

/// The number of a conversation within its account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConversationId(pub i64);

integer!(ConversationId);

/// What went wrong.
///
/// Corrected (chatwoot): the page does not name it. The page shows no failure.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Failure {
    /// `error`
    pub error: Option<Json>,
}

impl Failure {
    /// `error`
    #[must_use]
    pub fn error(mut self, value: impl Into<Json>) -> Self {
        self.error = Some(value.into());
        self
    }
}

impl Record for Failure {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            error: object.take("error"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("error", &self.error);
    }
}
