use language_clients::http::HeaderValue;

use crate::{bare, request};

#[test]
fn empty_request() {
    let mut sample = bare("GET", "/header/%C3%A4");
    sample.headers_mut().append("if-none-match", "\"1\"".parse().unwrap());
    request::<HeaderValue>(&sample, &["/path_parameters/value", "/headers/If-None-Match"], &[]);
}
