//! Percent-encoding of path segments (RFC 3986), and of names and values in forms and queries (URL Standard).

/// Appends a text as one segment of a path: everything but unreserved characters becomes `%XX`.
pub fn encode_segment(text: &str, to: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            to.push(char::from(byte));
        } else {
            escape(byte, to);
        }
    }
}

/// Appends a text as a name or a value of a form: a blank becomes `+`, and all but letters, digits and `*-._` becomes
/// `%XX`.
pub fn encode_form(text: &str, to: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'-' | b'.' | b'_') {
            to.push(char::from(byte));
        } else if byte == b' ' {
            to.push('+');
        } else {
            escape(byte, to);
        }
    }
}

fn escape(byte: u8, to: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |nibble: u8| char::from(HEX[usize::from(nibble & 15)]);
    to.extend(['%', digit(byte >> 4), digit(byte)]);
}

/// The text that a segment stands for; a `%` that no two hexadecimal digits follow is itself, and what is no UTF-8
/// becomes U+FFFD.
#[must_use]
pub fn decode_segment(segment: &str) -> String {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let [first, after @ ..] = rest {
        let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let decoded = match after {
            [high, low, behind @ ..] if *first == b'%' => {
                digit(high).zip(digit(low)).map(|(high, low)| (high * 16 + low, behind))
            }
            _ => None,
        };
        let (byte, behind) = decoded.unwrap_or((*first, after));
        bytes.push(byte);
        rest = behind;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The text that a name or a value of a form stands for, read as [`decode_segment`] reads, and `+` as a blank.
#[must_use]
pub fn decode_form(text: &str) -> String {
    decode_segment(&text.replace('+', " "))
}

/// Whether a text cannot be one segment of a path however it is encoded: readers of addresses treat `%2e%2e` as `..`.
#[must_use]
pub fn is_dot_segment(text: &str) -> bool {
    matches!(text, "." | "..")
}
