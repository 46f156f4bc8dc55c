//! Requests and responses as values.

use std::fmt;

use bytes::Bytes;

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
