//! Plain texts that some YAML reads as something else.

/// Whether YAML 1.1 or 1.2 reads a plain text as another value than that text.
pub(crate) fn is_resolved(text: &str) -> bool {
    const WORDS: &[&str] = &["y", "n", "yes", "no", "true", "false", "on", "off", "null", "~", "<<", "="];
    // No YAML takes other casings than these three for the word.
    let lower = text.to_ascii_lowercase();
    let is_cased = text == lower || text == text.to_ascii_uppercase() || is_capitalised(text);
    (is_cased && WORDS.contains(&lower.as_str())) || is_number(&lower) || is_time(&lower)
}

fn is_capitalised(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_uppercase()) && bytes.all(|byte| byte.is_ascii_lowercase())
}

/// A number of YAML 1.1 or 1.2, in lower case: with `_` between digits, in other bases, or in sixties.
pub(super) fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let all = |digits: &str, radix: u32| {
        digits.bytes().any(|byte| byte != b'_') && digits.chars().all(|char| char == '_' || char.is_digit(radix))
    };
    if let Some(digits) = unsigned.strip_prefix("0x") {
        return all(digits, 16);
    }
    if let Some(digits) = unsigned.strip_prefix("0b") {
        return all(digits, 2);
    }
    if let Some(digits) = unsigned.strip_prefix("0o") {
        return all(digits, 8);
    }
    if matches!(unsigned, ".inf" | ".nan") {
        return true;
    }
    if !unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return false;
    }
    let (mantissa, exponent) = match unsigned.split_once('e') {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut sixties = whole.split(':');
    let first = sixties.next().unwrap_or_default();
    let is_sixtieth = |part: &str| part.len() <= 2 && all(part, 10);
    (all(first, 10) || (first.is_empty() && all(fraction, 10)))
        && sixties.all(is_sixtieth)
        && (fraction.is_empty() || all(fraction, 10))
        && exponent.is_none_or(|exponent| all(exponent, 10))
}

/// A date, or a date with a time, of YAML 1.1; in lower case.
fn is_time(text: &str) -> bool {
    let (date, rest) = text.split_at_checked(text.find(['t', ' ', '\t']).unwrap_or(text.len())).unwrap_or((text, ""));
    let parts: Vec<&str> = date.split('-').collect();
    let is_digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_date = parts.len() == 3
        && parts.iter().all(is_digits)
        && parts
            .iter()
            .map(|part| part.len())
            .zip([4..=4, 1..=2, 1..=2])
            .all(|(length, range)| range.contains(&length));
    is_date && rest.chars().all(|char| char.is_ascii_digit() || "t:.z+- \t".contains(char))
}
