// Written by docwright from specs/encodings: change that, and run it again.

//! Encodings. Lists on the wire.

pub mod upload;

pub use upload::{Upload, UploadRequired};

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Encodings;

/// The asynchronous client.
pub type Client = client::Client<Encodings>;

/// The blocking client.
pub type BlockingClient = client::Client<Encodings, dyn BlockingTransport>;

impl Api for Encodings {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;
