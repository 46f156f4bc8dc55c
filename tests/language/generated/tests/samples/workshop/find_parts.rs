use language_clients::workshop::FindParts;

use crate::{json, request, response};

#[test]
fn by_number_request() {
    let sample = json("GET", "/shops/harbour/parts", BY_NUMBER_REQUEST);
    request::<FindParts>(&sample, &["/path_parameters/shop"], &[]);
}

#[test]
fn by_number_response() {
    response::<FindParts>(200, BY_NUMBER_RESPONSE, &[]);
}

const BY_NUMBER_REQUEST: &str = r#"{"number": "17", "makers": ["Bell & Sons"]}"#;

const BY_NUMBER_RESPONSE: &str = r#"["bell", "chain"]"#;
