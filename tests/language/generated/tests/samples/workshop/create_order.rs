use language_clients::workshop::CreateOrder;

use crate::{json, request, response};

#[test]
fn whole_request() {
    let sample = json("POST", "/shops/1/orders", WHOLE_REQUEST);
    request::<CreateOrder>(&sample, &[], &[]);
}

#[test]
fn whole_response() {
    response::<CreateOrder>(201, WHOLE_RESPONSE, &[]);
}

#[test]
fn broken_request() {
    let sample = json("POST", "/shops/1/orders", BROKEN_REQUEST);
    let violates = [
        ("/body/customer", "format"),
        ("/body/age", "exclusive_maximum"),
        ("/body/origin", "const"),
        ("/body/note", "min_length"),
        ("/body/frame", "pattern"),
        ("/body/accessories", "unique_items"),
        ("/body/labels/English", "keys"),
        ("/body/pin", "pattern"),
    ];
    request::<CreateOrder>(&sample, &[], &violates);
}

const WHOLE_REQUEST: &str = r#"{
  "customer": "ann@workshop.example",
  "work": {"kind": "repair", "parts": 3},
  "age": 12,
  "serial": 18446744073709551615,
  "deposit": 0.30,
  "pressure": 4.5,
  "weight": 12.5,
  "gears": 0,
  "note": "squeaks",
  "frame": "AB1234",
  "tag": "1234",
  "origin": "counter",
  "colour": "green",
  "accessories": ["bell", "lamp"],
  "pin": "1234",
  "labels": {"en": "Blue thunder", "no": "Torden"},
  "manual": "https://workshop.example/manual",
  "bought": "2014-02-28",
  "wanted": "2026-11-30 10:00:00",
  "dropped": "2026-11-21T10:00:00+01:00",
  "stored": 1795255200,
  "tracker": "0b5c7d1e-7f31-4c2f-9d3e-5a6b7c8d9e0f",
  "insured": true,
  "extra": [1, {"a": null}],
  "sketch": {"by": "bo"},
  "received": "2026-11-21T10:01:00Z"
}"#;

const WHOLE_RESPONSE: &str = r#"{"id": 7}"#;

const BROKEN_REQUEST: &str = r#"{
  "customer": "ann",
  "origin": "street",
  "age": 200,
  "note": "",
  "frame": "ab1234",
  "accessories": ["bell", "lamp", "bell"],
  "pin": "s3cret",
  "labels": {"English": "Blue thunder"}
}"#;

// torn_request is left out: A comma stands behind the last field.
// torn_response is left out: The page ends before the object does.
