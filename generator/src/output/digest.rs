//! SHA-256 of a file's bytes, as manifests write it.

use std::borrow::Cow;
use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::disk::folder::Found;

/// The SHA-256 of a file's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The digest of a text whose lines a checkout ended with CR LF, as if they ended with LF; `None` where no line does.
    pub(super) fn of_unix_lines(bytes: &[u8]) -> Option<Self> {
        match unix_lines(bytes) {
            Cow::Borrowed(_) => None,
            Cow::Owned(bytes) => Some(Self::of(&bytes)),
        }
    }

    /// Reads 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        if digits.len() != 64 {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            for digit in pair {
                let value = match digit {
                    b'0'..=b'9' => digit - b'0',
                    b'a'..=b'f' => digit - b'a' + 10,
                    _ => return None,
                };
                *byte = *byte << 4 | value;
            }
        }
        Some(Self(bytes))
    }
}

impl Found {
    /// The digest of the file, `None` where nothing stands; an error where something else does.
    pub(super) fn digest(&self) -> Result<Option<Digest>, ()> {
        match self {
            Self::Nothing => Ok(None),
            Self::File(bytes) => Ok(Some(Digest::of(bytes))),
            Self::Folder | Self::Link(_) | Self::Obstacle(_) => Err(()),
        }
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The text with LF for each CR LF.
fn unix_lines(bytes: &[u8]) -> Cow<'_, [u8]> {
    if !bytes.windows(2).any(|pair| pair == b"\r\n") {
        return Cow::Borrowed(bytes);
    }
    let mut unix = Vec::with_capacity(bytes.len());
    for (at, byte) in bytes.iter().enumerate() {
        if *byte != b'\r' || bytes.get(at + 1) != Some(&b'\n') {
            unix.push(*byte);
        }
    }
    Cow::Owned(unix)
}

#[cfg(test)]
mod tests {
    use super::Digest;

    /// The first vector of FIPS 180-4's examples.
    #[test]
    fn is_sha256_and_reads_what_it_writes() {
        let digest = Digest::of(b"abc");
        let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digest.to_string(), text);
        assert_eq!(Digest::parse(text), Some(digest));
        assert_eq!(Digest::parse(&text.to_uppercase()), None);
        assert_eq!(Digest::parse(&text[1..]), None);
    }

    #[test]
    fn line_ends_of_a_checkout_are_told_from_an_edit() {
        assert_eq!(Digest::of_unix_lines(b"a\r\nb\r\n"), Some(Digest::of(b"a\nb\n")));
        assert_eq!(Digest::of_unix_lines(b"a\rb\n"), None);
    }
}
