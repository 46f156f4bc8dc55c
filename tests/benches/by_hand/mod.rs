//! What somebody would write who needs these messages and no others, with care for speed.
#![allow(dead_code, reason = "each benchmark has its part")]
#![allow(clippy::struct_field_names, reason = "they are those of the wire")]

pub mod answer;
pub mod over_reqwest;
pub mod over_ureq;
pub mod request;
pub mod validate;

use bytes::Bytes;
use http::{HeaderValue, StatusCode};

const USER_AGENT: &str = "message-clients/0.1.0";

/// How many bytes an answer may have.
const MAX_ANSWER: u64 = 16 << 20;

/// Why there is no typed answer.
#[derive(Debug)]
pub enum Failure {
    /// The message breaks a rule.
    Invalid,
    /// What the server answered instead.
    Status(StatusCode, Bytes),
    /// The answer has more bytes than allowed.
    TooLarge,
    /// No answer, or none that can be read.
    Broken(Box<dyn std::error::Error + Send + Sync>),
}

impl<E: std::error::Error + Send + Sync + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Broken(Box::new(error))
    }
}

fn sensitive(secret: &str) -> HeaderValue {
    let mut secret = HeaderValue::from_str(secret).expect("a key");
    secret.set_sensitive(true);
    secret
}
