//! The transports that this crate brings along.

use std::sync::Arc;

#[cfg(feature = "ureq")]
use super::BlockingTransport;
#[cfg(feature = "reqwest")]
use super::Transport;
use super::{BuildError, Network};

/// A kind of transport that this crate brings along: with the feature `reqwest` the asynchronous one, with `ureq` the
/// blocking one.
#[diagnostic::on_unimplemented(
    message = "this crate is built without a transport for `build`",
    note = "enable its feature `reqwest` for `Client` or `ureq` for `BlockingClient`, or use `build_over` with a transport of your own"
)]
pub trait Adapter {
    /// One that reaches servers in this way.
    ///
    /// # Errors
    /// When TLS cannot be set up, what is to be trusted is no certificate, or the proxy's address is none.
    fn over(network: &Network) -> Result<Arc<Self>, BuildError>;
}

#[cfg(feature = "reqwest")]
impl Adapter for dyn Transport {
    fn over(network: &Network) -> Result<Arc<Self>, BuildError> {
        Ok(Arc::new(super::Reqwest::over(network)?))
    }
}

#[cfg(feature = "ureq")]
impl Adapter for dyn BlockingTransport {
    fn over(network: &Network) -> Result<Arc<Self>, BuildError> {
        Ok(Arc::new(super::Ureq::over(network)?))
    }
}
