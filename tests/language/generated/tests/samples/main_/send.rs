use language_clients::main_::Send;

use crate::{json, request};

#[test]
fn fast_request() {
    let sample = json("POST", "/send", FAST_REQUEST);
    request::<Send>(&sample, &[], &[]);
}

const FAST_REQUEST: &str = r#"{"mode": "fast"}"#;
