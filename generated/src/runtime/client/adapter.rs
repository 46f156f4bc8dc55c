//! The transports that this crate brings along.

use std::sync::Arc;

#[cfg(feature = "ureq")]
use super::BlockingTransport;
use super::BuildError;
#[cfg(feature = "reqwest")]
use super::Transport;

/// A kind of transport that this crate brings along: with the feature `reqwest` the asynchronous one, with `ureq` the
/// blocking one.
#[diagnostic::on_unimplemented(
    message = "this crate is built without a transport for `build`",
    note = "enable its feature `reqwest` for `Client` or `ureq` for `BlockingClient`, or use `build_over` with a transport of your own"
)]
pub trait Adapter {
    /// One that trusts these certificates (PEM); none of them, those that the system trusts.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    fn trusting(roots: &[Vec<u8>]) -> Result<Arc<Self>, BuildError>;
}

#[cfg(feature = "reqwest")]
impl Adapter for dyn Transport {
    fn trusting(roots: &[Vec<u8>]) -> Result<Arc<Self>, BuildError> {
        Ok(Arc::new(super::Reqwest::trusting(roots)?))
    }
}

#[cfg(feature = "ureq")]
impl Adapter for dyn BlockingTransport {
    fn trusting(roots: &[Vec<u8>]) -> Result<Arc<Self>, BuildError> {
        Ok(Arc::new(super::Ureq::trusting(roots)?))
    }
}
