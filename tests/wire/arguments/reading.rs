//! What a server finds in a request, by parsers that share no code with the clients.

use form_urlencoded::parse;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::keeper::Raw;
use crate::adapter::RUNTIME;

pub fn pair(query: &[u8], name: &str) -> Vec<u8> {
    let mut pairs = parse(query).filter(|(other, _)| other == name);
    let (_, value) = pairs.next().unwrap_or_else(|| panic!("no {name}: {}", String::from_utf8_lossy(query)));
    assert_eq!(pairs.next(), None);
    value.into_owned().into_bytes()
}

pub fn query(raw: &Raw) -> &[u8] {
    raw.target.split_once('?').expect("a query").1.as_bytes()
}

pub fn segment(raw: &Raw, at: usize, of: usize) -> Vec<u8> {
    let path = raw.target.split('?').next().unwrap_or_default();
    let segments: Vec<&str> = path.split('/').collect();
    assert_eq!(segments.len(), of, "{path}");
    percent_decode_str(segments[at]).collect()
}

pub fn json(raw: &Raw) -> Value {
    serde_json::from_slice(&raw.body).expect("JSON")
}

/// The parts of a multipart body, by `multer`: name and text, and no header but the name's.
pub fn parts(raw: &Raw) -> Vec<(String, Vec<u8>)> {
    let media_type = str::from_utf8(raw.header("content-type")).expect("ASCII");
    let boundary = multer::parse_boundary(media_type).expect("a boundary");
    let body = futures_util::stream::iter([Ok::<_, std::io::Error>(raw.body.clone())]);
    RUNTIME.block_on(async {
        let (mut multipart, mut parts) = (multer::Multipart::new(body, boundary), Vec::new());
        while let Some(part) = multipart.next_field().await.expect("a part") {
            assert_eq!((part.headers().len(), part.file_name()), (1, None));
            parts.push((part.name().expect("a name").to_owned(), part.bytes().await.expect("a text").to_vec()));
        }
        parts
    })
}

/// Base64 by its definition (RFC 4648, 4).
pub fn unbase64(text: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    assert!(text.len().is_multiple_of(4));
    let digits: Vec<u32> = text
        .iter()
        .filter(|digit| **digit != b'=')
        .map(|digit| u32::try_from(DIGITS.iter().position(|other| other == digit).expect("a digit")).expect("below 64"))
        .collect();
    let bytes = digits.chunks(4).flat_map(|group| {
        let bits = group.iter().fold(0, |bits, digit| bits << 6 | digit) << (6 * (4 - group.len()));
        bits.to_be_bytes()[1..group.len()].to_vec()
    });
    bytes.collect()
}
