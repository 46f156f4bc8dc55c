//! The formats that validators know, by hand where libraries accept too much.

/// The rule of HTML's `<input type=email>` (WHATWG, "valid e-mail address").
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    !local.is_empty() && local.bytes().all(is_local) && domain.as_bytes().split(|byte| *byte == b'.').all(is_label)
}

const fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'.' | b'!'
                | b'#'
                | b'$'
                | b'%'
                | b'&'
                | b'\''
                | b'*'
                | b'+'
                | b'/'
                | b'='
                | b'?'
                | b'^'
                | b'_'
                | b'`'
                | b'{'
                | b'|'
                | b'}'
                | b'~'
                | b'-'
        )
}

/// At most 63 letters, digits and hyphens, with no hyphen at either end.
fn is_label(label: &[u8]) -> bool {
    let ([first, .., last] | [first @ last]) = label else { return false };
    label.len() <= 63
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
        && label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
}

/// RFC 3339, with offset and any number of fractional digits; a leap second may stand anywhere.
#[must_use]
pub fn is_date_time(text: &str) -> bool {
    let Some((date, [b'T' | b't', clock @ ..])) = text.as_bytes().split_at_checked(10) else { return false };
    let Some((clock, rest)) = clock.split_at_checked(8) else { return false };
    is_date(date) && is_clock(clock) && without_fraction(rest).is_some_and(is_offset)
}

/// `YYYY-MM-DD hh:mm:ss`, by the calendar; a leap second may stand anywhere.
#[must_use]
pub fn is_local_date_time(text: &str) -> bool {
    let Some((date, [b' ', clock @ ..])) = text.as_bytes().split_at_checked(10) else { return false };
    is_date(date) && is_clock(clock)
}

/// Whether a text has at least `bound` code points, reading no further than needed.
#[inline]
#[must_use]
pub fn has_chars(text: &str, bound: usize) -> bool {
    // A code point has one to four bytes.
    text.len() >= bound && (bound <= 1 || text.len() / 4 >= bound || text.chars().nth(bound - 1).is_some())
}

/// A date of the Gregorian calendar.
fn is_date(text: &[u8]) -> bool {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return false };
    let numbers = (number(*y1, *y2), number(*y3, *y4), number(*m1, *m2), number(*d1, *d2));
    let (Some(century), Some(year), Some(month), Some(day)) = numbers else { return false };
    let leap = if year == 0 { century % 4 == 0 } else { year % 4 == 0 };
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

fn is_clock(text: &[u8]) -> bool {
    let [h1, h2, b':', m1, m2, b':', s1, s2] = text else { return false };
    within(*h1, *h2, 23) && within(*m1, *m2, 59) && within(*s1, *s2, 60)
}

/// What follows a fraction, if there is one; nothing where it has no digits.
fn without_fraction(text: &[u8]) -> Option<&[u8]> {
    let [b'.', fraction @ ..] = text else { return Some(text) };
    match fraction.iter().position(|byte| !byte.is_ascii_digit()) {
        Some(0) | None => None,
        Some(digits) => fraction.get(digits..),
    }
}

fn is_offset(text: &[u8]) -> bool {
    match text {
        [b'Z' | b'z'] => true,
        [b'+' | b'-', h1, h2, b':', m1, m2] => within(*h1, *h2, 23) && within(*m1, *m2, 59),
        _ => false,
    }
}

fn within(tens: u8, ones: u8, maximum: u8) -> bool {
    number(tens, ones).is_some_and(|number| number <= maximum)
}

fn number(tens: u8, ones: u8) -> Option<u8> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| (tens - b'0') * 10 + (ones - b'0'))
}
