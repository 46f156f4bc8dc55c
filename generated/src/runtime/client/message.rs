//! Requests and responses as values.

use std::fmt;

use bytes::Bytes;
use http::HeaderMap;

use crate::runtime::core::Escaped;

/// A request as it is sent: an [`http::Request`].
pub type Request = http::Request<Body>;

/// A response as it came: an [`http::Response`].
pub type Response = http::Response<Body>;

/// The body of a message, made from bytes by `from`; opaque, so that it could be a stream without a change of its users.
#[derive(Clone, Default)]
pub struct Body(Bytes);

impl Body {
    /// The bytes; nothing where they are not at hand as a whole. Those of this version always are.
    #[must_use]
    #[allow(clippy::unnecessary_wraps, reason = "a body could be a stream")]
    pub const fn bytes(&self) -> Option<&Bytes> {
        Some(&self.0)
    }

    /// The bytes by themselves, without a copy; nothing where they are not at hand as a whole, as with
    /// [`bytes`](Self::bytes).
    #[must_use]
    #[allow(clippy::unnecessary_wraps, reason = "a body could be a stream")]
    pub fn into_bytes(self) -> Option<Bytes> {
        Some(self.0)
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) const fn empty() -> Self {
        Self(Bytes::new())
    }

    pub(super) const fn buffered(&self) -> &Bytes {
        &self.0
    }
}

impl<T: Into<Bytes>> From<T> for Body {
    fn from(bytes: T) -> Self {
        Self(bytes.into())
    }
}

impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl crate::runtime::Validate for Body {
    fn validate(&self, _: &mut crate::runtime::Check<'_>) {}
}

/// Says how long it is, and not what it holds.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Body({} bytes)", self.0.len())
    }
}

/// Headers of a server as a `Debug` shows them: without secrets, and no more of them than anybody reads.
pub(super) struct Shown<'h>(pub(super) &'h HeaderMap);

impl Shown<'_> {
    /// More than servers send who mean well.
    const MOST: usize = 32;
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (name, value) in self.0.iter().take(Self::MOST) {
            let text = String::from_utf8_lossy(value.as_bytes());
            let text = if value.is_sensitive() { "Sensitive" } else { &text };
            map.entry(&format_args!("{}", Escaped(name.as_str())), &format_args!("{}", Escaped(text)));
        }
        match self.0.len().checked_sub(Self::MOST) {
            Some(more @ 1..) => map.entry(&format_args!("and more"), &more).finish(),
            _ => map.finish(),
        }
    }
}
