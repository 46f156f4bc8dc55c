use language_clients::workshop::TakeStock;

use crate::{json, request, response};

#[test]
fn two_shelves_request() {
    let sample = json("PUT", "/shops/harbour/stock", TWO_SHELVES_REQUEST);
    request::<TakeStock>(&sample, &["/path_parameters/shop"], &[]);
}

#[test]
fn two_shelves_response() {
    response::<TakeStock>(200, TWO_SHELVES_RESPONSE, &[]);
}

const TWO_SHELVES_REQUEST: &str = r#"{"shelves": ["a1", "b2"], "counts": {"bells": 7, "chains": 0}}"#;

const TWO_SHELVES_RESPONSE: &str = r#"{"bells": 7, "chains": 0, "tubes": 12}"#;
