//! What a server calls an exchange in its own logs.

use http::HeaderMap;

/// The headers that servers tell it in, the most common first; no standard names one.
const NAMES: [&str; 5] = ["x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-amz-request-id"];

/// The first that is there and not empty.
pub(super) fn find(headers: &HeaderMap) -> Option<&str> {
    let texts = NAMES.iter().filter_map(|name| headers.get(*name)?.to_str().ok());
    texts.map(str::trim).find(|text| !text.is_empty())
}
