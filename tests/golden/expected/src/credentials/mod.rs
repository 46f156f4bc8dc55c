// Written by docwright from specs/credentials: change that, and run it again.

//! Credentials. Who calls.
//!
//! Its endpoints:
//!
//! - [`Whoami`]: Takes any of them: `GET /whoami`.

pub mod whoami;

#[doc(inline)]
pub use whoami::{Whoami, WhoamiResponse};

use crate::runtime::client::{
    self, Api, Authorization, Authorize, BlockingTransport, NoSettings,
};
use crate::runtime::Secret;

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Credentials;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Credentials>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Credentials, dyn BlockingTransport>;

impl Api for Credentials {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Who calls.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auth {
    /// `basic`
    Basic {
        /// The user.
        user: String,
        /// The password.
        password: Secret,
    },
    /// `token`
    Token(Secret),
    /// `key`
    Key(Secret),
    /// `pair`
    Pair {
        /// `key_id`
        key_id: Secret,
        /// `key_secret`
        key_secret: Secret,
    },
    /// `session`
    Session(Secret),
}

impl Auth {
    /// `basic`
    pub fn basic(user: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self::Basic {
            user: user.into(),
            password: password.into(),
        }
    }

    /// `token`
    pub fn token(token: impl Into<Secret>) -> Self {
        Self::Token(token.into())
    }

    /// `key`
    pub fn key(key: impl Into<Secret>) -> Self {
        Self::Key(key.into())
    }

    /// `session`
    pub fn session(cookies: impl Into<Secret>) -> Self {
        Self::Session(cookies.into())
    }
}

impl Authorize for Auth {
    fn authorize(&self, to: &mut Authorization<'_>) {
        match self {
            Self::Basic { user, password } => to.basic(user, password),
            Self::Token(token) => to.secret("authorization", "Bearer ", token),
            Self::Key(key) => to.secret("x-key", "", key),
            Self::Pair { key_id, key_secret } => {
                to.secret("x-key-id", "", key_id).secret("x-key-secret", "", key_secret)
            }
            Self::Session(cookies) => to.secret("cookie", "", cookies),
        };
    }
}
