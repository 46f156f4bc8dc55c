use language_clients::workshop::SendInvoice;

use crate::{request, untyped, urlencoded};

#[test]
fn two_orders_request() {
    let sample = urlencoded("POST", "/shops/1/invoices", TWO_ORDERS_REQUEST, &["orders"]);
    request::<SendInvoice>(&sample, &[], &[]);
}

#[test]
fn two_orders_response() {
    untyped::<SendInvoice>(204, "", &[]);
}

const TWO_ORDERS_REQUEST: &str = r#"{
  "orders": [1, 2],
  "copies": ["ann@workshop.example"],
  "due": "2026-12-01",
  "amount": 12.5
}"#;
