//! A credential, and whether a text tells it.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

/// What every secret of these tests has in it, and nothing else.
pub const MARK: &str = "s3cr3t";

/// A secret that no encoding leaves as it is.
pub const SECRET: &str = "t0p/s3cr3t\" +=&%";

/// A user, and what Basic authentication makes of it and [`SECRET`].
pub const USER: &str = "kari";

/// Every text in which the mark shows: as it is, as bytes, in hexadecimal digits, in Base64 behind the user.
fn needles() -> Vec<String> {
    let bytes = |radix: fn(u8) -> String| MARK.bytes().map(radix).collect::<Vec<_>>();
    let basic = BASE64_STANDARD.encode(format!("{USER}:{SECRET}"));
    let decimal = bytes(|byte| byte.to_string());
    let hexadecimal = bytes(|byte| format!("{byte:x}"));
    let alone = BASE64_STANDARD.encode(SECRET);
    vec![
        MARK.to_owned(),
        decimal.join(","),
        hexadecimal.join(","),
        hexadecimal.concat(),
        hexadecimal.join("\\x"),
        basic[..basic.len() - 4].to_owned(),
        alone[..alone.len() - 4].to_owned(),
    ]
}

/// Whether a text tells the secret, in whatever form.
pub fn is_told(text: &str) -> bool {
    let plain: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    needles().iter().any(|needle| plain.contains(needle.as_str()))
}

/// None of what is printed tells the secret.
pub fn silent(what: &str, printed: &[String]) -> Result<(), String> {
    match printed.iter().find(|text| is_told(text)) {
        Some(text) => Err(format!("{what} tells a secret: {text}")),
        None => Ok(()),
    }
}

#[test]
fn each_form_of_the_secret_would_be_found() {
    let header = format!("Basic {}", BASE64_STANDARD.encode(format!("{USER}:{SECRET}")));
    let debug = format!("{:?} {:#?} {:x?}", SECRET.as_bytes(), SECRET.as_bytes(), SECRET.as_bytes());
    let encoded = "key=t0p%2Fs3cr3t%22+%2B%3D%26%25".to_owned();
    for told in [SECRET.to_owned(), format!("{SECRET:?}"), header, debug, encoded] {
        assert!(is_told(&told), "{told}");
    }
    for untold in ["Secret(…)", "Sensitive", "Body(7 bytes)", "Basic a2FyaQ=="] {
        assert!(!is_told(untold), "{untold}");
    }
}
