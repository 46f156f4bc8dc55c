//! Headers that are not set as others are.

/// What frames a message or belongs to one connection (RFC 9110, 6.6.2, 7.2, 7.6.1, 8.6, 10.1; RFC 9112, 6, 9).
const FRAMING: [&str; 10] = [
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// What follows from the bodies of an endpoint, and from the client.
const DERIVED: [&str; 3] = ["accept", "content-type", "user-agent"];

/// Whether a header frames the message or belongs to its connection: only a transport sets it.
pub(crate) fn is_framing_header(name: &str) -> bool {
    FRAMING.iter().any(|framing| framing.eq_ignore_ascii_case(name))
}

/// Whether no endpoint, no setting and no credential has a header of this name.
pub(crate) fn is_reserved_header(name: &str) -> bool {
    is_framing_header(name) || DERIVED.iter().any(|derived| derived.eq_ignore_ascii_case(name))
}
