use language_clients::superoffice_crm::GetContactImage;

use crate::{bare, request, untyped};

#[test]
fn sample_request() {
    let mut sample = bare("GET", "/api/v1/Contact/1/Image");
    sample.headers_mut().append("accept-language", "en".parse().unwrap());
    request::<GetContactImage>(&sample, &["/headers/Accept-Language"], &[]);
}

#[test]
fn sample_response() {
    untyped::<GetContactImage>(200, SAMPLE_RESPONSE, &[]);
}

#[test]
fn blank_request() {
    let sample = bare("GET", "/api/v1/Contact/1/Image?w=736&h=147&type=voluptas&ifBlank=ClearPixel");
    request::<GetContactImage>(&sample, &["/query_parameters/w", "/query_parameters/h", "/query_parameters/type", "/query_parameters/ifBlank"], &[]);
}

const SAMPLE_RESPONSE: &str = r#""GIF89....File contents as raw bytes...""#;
