//! What is known of an endpoint before any request.

use std::fmt;

use http::StatusCode;

use super::Method;
use super::authorization::NONE;
use crate::runtime::{Pointer, Section};

/// What is known of an endpoint before any request. Each request that a transport sends carries it as
/// `&'static Info` in its extensions, if the transport [reads them](super::Transport::reads_extensions).
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Info {
    /// The API, as its folder of specs is called.
    pub api: &'static str,
    /// The endpoint, as its spec is called.
    pub name: &'static str,
    /// The method.
    pub method: Method,
    /// The path below the server, with `{variables}`.
    pub path: &'static str,
    /// The documented statuses: `200`, `4XX`, `success` where any 2xx is one, `default`.
    pub statuses: &'static [&'static str],
    /// The media types that its request can be sent as, the usual one first; none where it has no body.
    pub media_types: &'static [&'static str],
    /// The credentials it takes, each by its name in [`Api::Auth`](super::Api::Auth); `none` where it takes a call without.
    pub auth: &'static [&'static str],
    /// The permissions that the documentation asks for.
    pub permissions: &'static [&'static str],
    /// The headers it takes of [`Api::Settings`](super::Api::Settings), as the documentation spells them.
    pub settings: &'static [&'static str],
    /// Whether a repeat is harmless, where the documentation or a better source says so.
    pub idempotent: Option<bool>,
}

impl Info {
    /// The path of the spec that all this comes from.
    #[must_use]
    pub fn spec(&self) -> String {
        format!("specs/{}/{}.yaml", self.api, self.name)
    }

    /// Whether asking twice does no harm: as [`idempotent`](Self::idempotent) says, else by the method (RFC 9110, 9.2.2):
    /// `GET`, `HEAD`, `OPTIONS`, `TRACE`, `PUT` and `DELETE`.
    #[must_use]
    pub const fn is_idempotent(&self) -> bool {
        match self.idempotent {
            Some(stated) => stated,
            None => self.method.is_idempotent(),
        }
    }

    /// Whether it takes no credential at all, so that none need be asked for.
    pub(super) fn is_free(&self) -> bool {
        self.auth == [NONE]
    }

    /// Whether a setting that breaks a rule there is one of its own.
    pub(super) fn takes(&self, pointer: &Pointer) -> bool {
        let headers = Pointer::section(Section::Headers);
        self.settings.iter().any(|name| pointer.is_within(&headers.key(name)))
    }

    /// The status of a success whose type leaves it open: the first exact one that is documented, else 200.
    pub(super) fn success(&self) -> StatusCode {
        let mut exact = self.statuses.iter().filter_map(|key| key.parse().ok());
        exact.find(StatusCode::is_success).unwrap_or(StatusCode::OK)
    }

    /// Whether the documentation lists the status.
    #[must_use]
    pub fn documents(&self, status: StatusCode) -> bool {
        covering(self.statuses, status).is_some()
    }
}

impl fmt::Display for Info {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.api, self.name)
    }
}

/// Of the keys of a spec's `responses`, the most exact that covers a status.
pub(super) fn covering<'k>(keys: &[&'k str], status: StatusCode) -> Option<&'k str> {
    keys.iter().filter_map(|key| Some((exactness(key, status)?, *key))).max().map(|(_, key)| key)
}

fn exactness(key: &str, status: StatusCode) -> Option<u8> {
    let (exactness, covers) = match key.as_bytes() {
        b"default" => (0, true),
        b"success" => (1, status.is_success()),
        [class, b'X', b'X'] => (2, status.as_str().as_bytes().first() == Some(class)),
        _ => (3, key == status.as_str()),
    };
    covers.then_some(exactness)
}
