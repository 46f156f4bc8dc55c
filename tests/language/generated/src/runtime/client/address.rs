//! The address that a client is bound to.

use std::net::{Ipv4Addr, Ipv6Addr};

use bytes::Bytes;
use http::Uri;
use http::uri::{Authority, Parts, PathAndQuery, Scheme};

use super::BuildError;
use crate::runtime::percent;

/// `http(s)://host[:port][/path]`, without a slash at its end; credentials go to its origin only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    text: String,
    scheme: Scheme,
    authority: Authority,
    path_at: usize,
    /// Whether what is sent can be read on the way: plain http to another host.
    is_exposed: bool,
}

impl Address {
    /// Takes an address that paths can be appended to as text.
    pub(super) fn parse(text: &str) -> Result<Self, BuildError> {
        let text = text.trim_end_matches('/');
        // The parser of addresses drops fragments; what it would not keep is refused beforehand.
        let foreign = |byte: u8| byte.is_ascii_control() || !byte.is_ascii() || b" \"#<>?@\\^`{|}".contains(&byte);
        if text.bytes().any(foreign) {
            return Err(BuildError::Address);
        }
        let uri: Uri = text.parse().map_err(|_| BuildError::Address)?;
        let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else {
            return Err(BuildError::Address);
        };
        let decoded = |segment| percent::decode_segment(segment);
        let dots = uri.path().split('/').any(|segment| percent::is_dot_segment(&decoded(segment)));
        if dots || has_bad_port(authority) || authority.host().is_empty() {
            return Err(BuildError::Address);
        }
        let is_exposed = match scheme.as_str() {
            "https" => false,
            "http" => !is_loopback(authority),
            _ => return Err(BuildError::Address),
        };
        let path_at = scheme.as_str().len() + "://".len() + authority.as_str().len();
        let (scheme, authority) = (scheme.clone(), authority.clone());
        Ok(Self { text: text.to_owned(), scheme, authority, path_at, is_exposed })
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    #[cfg(feature = "tracing")]
    pub(super) fn host(&self) -> &str {
        self.authority.host()
    }

    /// The path, empty where there is none.
    pub(super) fn path(&self) -> &str {
        self.text.get(self.path_at..).unwrap_or_default()
    }

    /// The address of a path, the address's own included, at the same origin.
    pub(super) fn at(&self, path: &Bytes) -> Result<Uri, BuildError> {
        let parsed = PathAndQuery::from_maybe_shared(path.clone()).map_err(|_| BuildError::Address)?;
        // What the parser made of the path must be what was asked for, to the byte.
        if !path.starts_with(b"/") || parsed.path().as_bytes() != path || parsed.query().is_some() {
            return Err(BuildError::Address);
        }
        let mut parts = Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(parsed);
        Uri::from_parts(parts).map_err(|_| BuildError::Address)
    }

    /// Counts plain http as exposed to this host as well: a proxy lies between.
    pub(super) fn expose(&mut self) {
        self.is_exposed = self.scheme == Scheme::HTTP;
    }

    pub(super) const fn is_exposed(&self) -> bool {
        self.is_exposed
    }
}

/// Whether something else than a port stands behind the host.
pub(super) fn has_bad_port(authority: &Authority) -> bool {
    let place = authority.as_str().rsplit('@').next().unwrap_or_default();
    place.len() > authority.host().len() && authority.port_u16().is_none()
}

fn is_loopback(authority: &Authority) -> bool {
    let host = authority.host();
    let v6 = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
        || v6.is_some_and(|host| host.parse::<Ipv6Addr>().is_ok_and(|address| address.is_loopback()))
}
