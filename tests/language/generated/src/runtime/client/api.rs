//! What the endpoints of an API have in common.

use std::fmt;

use super::{Authorize, Outgoing};
use crate::runtime::{Check, Object, Validate};

/// An API: what its endpoints have in common.
pub trait Api: Sized + Send + Sync + 'static {
    /// The credentials it takes.
    type Auth: Authorize;
    /// What a client or a call can set.
    type Settings: Settings;
}

/// Settings of a client or a call: the optional headers that its endpoints share. Each goes out, is validated and is read
/// with the endpoints that document it ([`Info::settings`](super::Info::settings)).
pub trait Settings: Validate + Clone + Default + fmt::Debug + Send + Sync + 'static {
    /// Adds them to a request.
    fn encode(&self, to: &mut Outgoing);

    /// Finds them in the headers of a request.
    fn decode(headers: &mut Object<'_>) -> Self;

    /// These settings, and those of `base` where these set nothing.
    #[must_use]
    fn or(self, base: Self) -> Self;
}

/// An API without settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct NoSettings;

impl Validate for NoSettings {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Settings for NoSettings {
    fn encode(&self, _: &mut Outgoing) {}

    fn decode(_: &mut Object<'_>) -> Self {
        Self
    }

    fn or(self, _: Self) -> Self {
        self
    }
}
