//! What the feature `tracing` tells of a call: an event for each attempt, and one for the outcome, at the level of debug.
//!
//! They name the endpoint and the server's host; no path with its arguments, no header, no body.

use std::fmt::Display;

use tracing::debug;
use tracing::field::{DisplayValue, display};

use super::{Error, Info, Response, TransportError};

/// An attempt ended, with an answer or without one.
pub(super) fn attempt(info: &Info, server: &str, attempt: u32, answer: &Result<Response, TransportError>) {
    let status = match answer {
        Ok(response) => Some(response.status()),
        Err(error) => error.status,
    };
    let failure = answer.as_ref().err();
    debug!(
        api = info.api,
        endpoint = info.name,
        method = info.method.as_str(),
        server,
        attempt,
        status = status.map(|status| status.as_u16()),
        delivery = failure.map(|error| tracing::field::debug(error.delivery())),
        error = failure.map(words),
        "attempt"
    );
}

/// A call ended.
pub(super) fn outcome<T>(info: &Info, server: &str, attempts: u32, outcome: &Result<T, Error>) {
    let failure = outcome.as_ref().err();
    debug!(
        api = info.api,
        endpoint = info.name,
        method = info.method.as_str(),
        server,
        attempts,
        delivery = failure.map(|error| tracing::field::debug(error.delivery())),
        error = failure.map(words),
        "outcome"
    );
}

/// An error as `Display` has it, however a subscriber prints it: its `{:#}` shows how a body begins.
fn words(error: &impl Display) -> DisplayValue<String> {
    display(error.to_string())
}
