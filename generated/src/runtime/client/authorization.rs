//! Credentials, added to the finished request.

use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::header::{AUTHORIZATION, HeaderName};
use http::{HeaderMap, HeaderValue};

use super::outgoing::{append_query, header_name, header_value, is_trimmed};
use super::{BuildError, Info, Request};
use crate::runtime::{Form, Secret};

/// Credentials.
pub trait Authorize: fmt::Debug + Send + Sync + 'static {
    /// Adds them to a request that is otherwise finished.
    fn authorize(&self, to: &mut Authorization<'_>);

    /// Whether there is anything to keep secret; plain `http` is refused to other hosts where there is.
    fn is_secret(&self) -> bool {
        true
    }

    /// Which of the API's credentials they are, by the name in [`Info::auth`]; `none` where there is none. An endpoint
    /// that does not take them is not called with them. Nothing where all endpoints take all.
    fn name(&self) -> Option<&'static str> {
        None
    }
}

/// The name of a call without a credential in [`Info::auth`].
pub(super) const NONE: &str = "none";

/// The credentials of an API whose documentation asks for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct NoAuth;

impl NoAuth {
    /// No credentials.
    #[must_use]
    pub const fn none() -> Self {
        Self
    }
}

impl Authorize for NoAuth {
    fn authorize(&self, _: &mut Authorization<'_>) {}

    fn is_secret(&self) -> bool {
        false
    }
}

/// A finished request that credentials are added to. The first one that cannot be is kept and returned at the end.
pub struct Authorization<'r> {
    info: &'static Info,
    request: &'r mut Request,
    error: Option<BuildError>,
}

impl<'r> Authorization<'r> {
    pub(super) const fn new(info: &'static Info, request: &'r mut Request) -> Self {
        Self { info, request, error: None }
    }

    /// The endpoint.
    #[must_use]
    pub const fn info(&self) -> &'static Info {
        self.info
    }

    /// The request, to be signed or added to.
    pub const fn request(&mut self) -> &mut Request {
        self.request
    }

    /// Sets a header to a secret behind a prefix.
    pub fn secret(&mut self, name: &'static str, prefix: &str, value: &Secret) -> &mut Self {
        match header_name(name) {
            // Behind a prefix too, a blank at an end would be dropped.
            Some(header) if !is_trimmed(value.expose()) => self.fail(BuildError::Header(header)),
            Some(header) => self.set(header, [prefix, value.expose()].concat()),
            None => self.fail(BuildError::HeaderName(name.to_owned())),
        }
        self
    }

    /// Appends a secret to the query, behind the parameters of the endpoint. It is part of the request's address then,
    /// whose `Debug` and `Display` show it.
    pub fn query(&mut self, name: &'static str, value: &Secret) -> &mut Self {
        let pair = Form::pairs(|query| _ = query.put(name, &value.expose()));
        if let Err(error) = append_query(self.request.uri_mut(), &pair) {
            self.fail(error);
        }
        self
    }

    /// Sets `Authorization: Basic` (RFC 7617).
    pub fn basic(&mut self, user: &str, password: &Secret) -> &mut Self {
        if user.contains(':') {
            self.fail(BuildError::UserName);
        }
        let pair = BASE64_STANDARD.encode([user, ":", password.expose()].concat());
        self.set(AUTHORIZATION, ["Basic ", &pair].concat());
        self
    }

    fn set(&mut self, name: HeaderName, value: String) {
        match sensitive(value) {
            Some(value) => drop(self.request.headers_mut().insert(name, value)),
            None => self.fail(BuildError::Header(name)),
        }
    }

    fn fail(&mut self, error: BuildError) {
        self.error.get_or_insert(error);
    }

    pub(super) fn finish(self) -> Result<(), BuildError> {
        self.error.map_or(Ok(()), Err)
    }
}

/// Shows the endpoint, and nothing of the request, whose address may hold a secret.
impl fmt::Debug for Authorization<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authorization").field("endpoint", &self.info).finish_non_exhaustive()
    }
}

/// A header's value that no `Debug` prints.
pub(super) fn sensitive(value: impl TryInto<HeaderValue>) -> Option<HeaderValue> {
    let mut value = header_value(value)?;
    value.set_sensitive(true);
    Some(value)
}

/// Hides the headers of an answer that may hold a credential: cookies, new tokens, and what repeats one that was sent.
pub(super) fn hide_credentials(headers: &mut HeaderMap) {
    for (_, value) in headers.iter_mut().filter(|(name, _)| is_for_credentials(name)) {
        value.set_sensitive(true);
    }
}

/// Whether a word of the name says that the header holds a credential, such as `Set-Cookie` or `X-Auth-Token`.
fn is_for_credentials(name: &HeaderName) -> bool {
    let is_telling = |word: &str| {
        matches!(
            word,
            "apikey"
                | "auth"
                | "authorization"
                | "cookie"
                | "cookie2"
                | "cookies"
                | "credential"
                | "credentials"
                | "csrf"
                | "jwt"
                | "key"
                | "password"
                | "secret"
                | "session"
                | "sessionid"
                | "signature"
                | "ticket"
                | "token"
                | "xsrf"
        )
    };
    name.as_str().split(['-', '_']).any(is_telling)
}
