// Written by docwright from specs/omnidesk: change that, and run it again.

//! Omnidesk. A helpdesk with tickets and their messages.
//!
//! Its endpoints:
//!
//! - [`CreateChatbotMessage`]: Opens a ticket with its first message, on behalf of a chatbot:
//!   `POST /api/v2/message/chatbot`.
//! - [`CreateMessage`]: Adds a message to a ticket that exists, after clearing the ticket's cache:
//!   `POST /api/v2/message`.

pub mod create_chatbot_message;
pub mod create_message;

#[doc(inline)]
pub use create_chatbot_message::{CreateChatbotMessage, CreateChatbotMessageRequired};
#[doc(inline)]
pub use create_message::{
    CreateMessage, CreateMessageRequired, CreateMessageSubmitStatus,
};

use crate::runtime::client::{
    self, Api, Authorization, Authorize, BlockingTransport, BuildError, NoSettings,
    Server,
};
use crate::runtime::{Secret, integer};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Omnidesk;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Omnidesk>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Omnidesk, dyn BlockingTransport>;

impl Api for Omnidesk {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// The vendor's cloud; the page leaves the host to the reader.
///
/// Corrected (older_page): the page does not name it. The page shows a placeholder; the older one
/// names the host.
///
/// - `account`: The name of the account.
///
/// # Errors
/// When an argument is no label of a host or no segment of a path.
pub fn cloud(account: &str) -> Result<Server, BuildError> {
    Server::fill("https://{account}.omnidesk.io", &[account])
}

/// Who calls.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auth {
    /// The caller's API key.
    ///
    /// Unclear: Another page of the vendor passes the key as the query parameter apiKey.
    ApiKey(Secret),
}

impl Auth {
    /// The caller's API key.
    pub fn api_key(key: impl Into<Secret>) -> Self {
        Self::ApiKey(key.into())
    }
}

impl Authorize for Auth {
    fn authorize(&self, to: &mut Authorization<'_>) {
        match self {
            Self::ApiKey(key) => to.secret("apikey", "", key),
        };
    }
}

/// The number of a stored thing.
///
/// Corrected: the page says `number`; here `integer`. The page says number for every identifier;
/// identifiers have no fraction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub i64);

integer!(Id);
