//! How a transport of this crate reaches servers: whom it trusts, and by way of which proxy.

use std::fmt;
#[cfg(any(feature = "reqwest", feature = "ureq"))]
use std::time::Duration;

#[cfg(any(feature = "reqwest", feature = "ureq"))]
use super::BuildError;
#[cfg(any(feature = "reqwest", feature = "ureq"))]
use super::address::has_bad_port;
use crate::runtime::Secret;

/// How long looking up, connecting and the handshake of TLS may take together.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
pub(super) const LONGEST_CONNECT: Duration = Duration::from_secs(10);

/// As good as no bound of time, and within what clocks can tell.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
pub(super) const YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// How a transport of this crate reaches servers: whom it trusts, and by way of which proxy.
///
/// By default it trusts what the system trusts and asks no proxy, not even one that the environment names.
#[derive(Clone, Debug, Default)]
pub struct Network {
    /// Certificates in PEM.
    roots: Vec<Pem>,
    proxy: Option<Proxy>,
}

impl Network {
    /// The certificates of the system, and no proxy.
    #[must_use]
    pub const fn new() -> Self {
        Self { roots: Vec::new(), proxy: None }
    }

    /// Trusts these certificates (PEM, one or more) in place of those that the system trusts; several calls add up.
    #[must_use]
    pub fn trust(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.roots.push(Pem(pem.into()));
        self
    }

    /// Asks this proxy for each connection: `http://[user:password@]host[:port]`, with user and password
    /// percent-encoded. A server of `https` is reached through a tunnel (`CONNECT`; RFC 9110, 9.3.6), in which the
    /// proxy sees host and port alone. What is no such address is an error where a transport is made.
    #[must_use]
    pub fn proxy(mut self, address: impl Into<String>) -> Self {
        self.proxy = Some(Proxy { address: address.into().into() });
        self
    }

    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    pub(super) fn roots(&self) -> impl Iterator<Item = &[u8]> {
        self.roots.iter().map(|pem| &*pem.0)
    }

    /// The address of the proxy, with its secrets.
    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    pub(super) fn checked_proxy(&self) -> Result<Option<&str>, BuildError> {
        self.proxy.as_ref().map(Proxy::checked).transpose()
    }

    pub(super) const fn has_proxy(&self) -> bool {
        self.proxy.is_some()
    }

    /// The method of a builder that a transport of one's own leaves without effect.
    pub(super) const fn first_set(&self) -> Option<&'static str> {
        if self.has_proxy() {
            Some("proxy")
        } else if self.roots.is_empty() {
            None
        } else {
            Some("trust")
        }
    }
}

/// Certificates, by their size.
#[derive(Clone)]
struct Pem(Vec<u8>);

impl fmt::Debug for Pem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pem({} bytes)", self.0.len())
    }
}

/// A proxy; a secret, since a password may stand in its address.
#[derive(Clone, Debug)]
struct Proxy {
    #[cfg_attr(not(any(feature = "reqwest", feature = "ureq")), expect(dead_code, reason = "a transport reads it"))]
    address: Secret,
}

impl Proxy {
    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    fn checked(&self) -> Result<&str, BuildError> {
        let address = self.address.expose();
        // The parser of addresses drops fragments.
        let uri: http::Uri = address.parse().map_err(|_| BuildError::Proxy)?;
        let plain = uri.scheme_str() == Some("http") && uri.path() == "/" && uri.query().is_none();
        let authority = uri.authority().ok_or(BuildError::Proxy)?;
        if !plain || authority.host().is_empty() || has_bad_port(authority) || address.contains('#') {
            return Err(BuildError::Proxy);
        }
        Ok(address)
    }
}
