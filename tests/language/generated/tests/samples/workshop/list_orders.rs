use language_clients::workshop::ListOrders;

use crate::{bare, request, response};

#[test]
fn by_state_request() {
    let mut sample = bare("GET", "/shops/harbour/orders?page%5Bsize%5D=2&state=new&state=wip&ids=1%2C2&mechanics%5B%5D=ann&mechanics%5B%5D=bo&since=2026-01-31");
    sample.headers_mut().append("x-trace", "0b5c7d1e-7f31-4c2f-9d3e-5a6b7c8d9e0f".parse().unwrap());
    request::<ListOrders>(&sample, &["/path_parameters/shop", "/query_parameters/page[size]", "/query_parameters/state", "/query_parameters/ids", "/query_parameters/mechanics", "/query_parameters/since", "/headers/X-Trace"], &[]);
}

#[test]
fn by_state_response() {
    response::<ListOrders>(200, BY_STATE_RESPONSE, &[]);
}

const BY_STATE_RESPONSE: &str = r#"[
  {"id": 1, "state": "new", "bicycle": null},
  {"id": 2, "state": "lent", "bicycle": "blue"}
]"#;
