// Written by docwright from specs/pland: change that, and run it again.

//! PlanD. Workforce planning with chats, notes and activities.
//!
//! Its endpoints:
//!
//! - [`SendNote`]: Sends a note to a chat: `POST /chat/v2/{id}/sendNote`.

pub mod send_note;

#[doc(inline)]
pub use send_note::{
    SendNote, SendNoteAccessLevel, SendNoteMetadata, SendNoteResponse,
    SendNoteServerOwned, SendNoteStatus, SendNoteType,
};

use crate::runtime::client::{
    self, Api, Authorization, Authorize, BlockingTransport, NoSettings,
};
use crate::runtime::{Pattern, Secret, text};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Pland;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Pland>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Pland, dyn BlockingTransport>;

impl Api for Pland {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// The live service.
///
/// Corrected (vendor_docs): the page does not name it. The page shows only a developer's machine.
pub const PRODUCTION: &str = "https://cloud-api.pland.app/v2";

/// The beta service.
///
/// Corrected (vendor_docs): the page does not name it. The page shows only a developer's machine.
pub const BETA: &str = "https://beta-api.pland.app/v2";

/// A developer's machine.
///
/// Corrected (vendor_docs): the page says `url: http:localhost:3000/v2`; here
/// `url: http://localhost:3000/v2`. The page's address lacks the two slashes.
pub const LOCAL: &str = "http://localhost:3000/v2";

/// Who calls.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auth {
    /// The caller's API key.
    ApiKey(Secret),
    /// The token of a signed-in user.
    ///
    /// Corrected (vendor_docs): the page does not name it. Other pages accept either; this one
    /// shows the key alone.
    Jwt(Secret),
}

impl Auth {
    /// The caller's API key.
    pub fn api_key(key: impl Into<Secret>) -> Self {
        Self::ApiKey(key.into())
    }

    /// The token of a signed-in user.
    pub fn jwt(token: impl Into<Secret>) -> Self {
        Self::Jwt(token.into())
    }
}

impl Authorize for Auth {
    fn authorize(&self, to: &mut Authorization<'_>) {
        match self {
            Self::ApiKey(key) => to.secret("x-api-key", "", key),
            Self::Jwt(token) => to.secret("authorization", "Bearer ", token),
        };
    }
}

/// The identifier of a stored object.
///
/// Inferred: `pattern: ^[0-9a-fA-F]{24}$`. The page says objectid, no registered format; MongoDB's
/// has 24 hexadecimal digits (warns).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(String);

text!(ObjectId);

/// `^[0-9a-fA-F]{24}$`
pub static OBJECT_ID: Pattern = Pattern::new(
    "^[0-9a-fA-F]{24}$",
    &[(b"09AFaf", b"123456789:;<=>?@ABCDEFGH.")],
    b"........................!",
);
