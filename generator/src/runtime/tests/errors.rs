//! What an operator learns from an error.

use super::memory::{broken, client, memory, order};
use crate::runtime::client::TransportErrorKind;

#[test]
fn a_display_never_repeats_its_source() {
    let transport = memory([Err(broken(TransportErrorKind::Timeout))]);
    let error = client(&transport).send(order()).unwrap_err();
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!((error.to_string(), source.to_string()), ("shop/place_order: timed out".into(), "so it went".into()));
    assert!(source.source().is_none());
}
