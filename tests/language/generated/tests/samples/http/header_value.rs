use language_clients::http::HeaderValue;

use crate::{bare, request};
use language_clients::runtime::client::http::HeaderValue;

#[test]
fn request() {
    let mut sample = bare("GET", "/header/%C3%A4");
    sample.headers_mut().insert("if-none-match", HeaderValue::from_static("\"1\""));
    request::<HeaderValue>(&sample, &["/path_parameters/value", "/headers/If-None-Match"], &[]);
}
