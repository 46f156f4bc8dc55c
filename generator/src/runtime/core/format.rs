//! The formats that validators know, by hand where libraries accept too much.

use std::cmp::Ordering;

pub use super::uri::is_uri;

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

/// The text form of RFC 9562, 4: five groups of hexadecimal digits of either case, whatever the version.
#[must_use]
pub fn is_uuid(text: &str) -> bool {
    let fits = |(at, byte): (usize, u8)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    text.len() == 36 && text.bytes().enumerate().all(fits)
}

/// RFC 3339, with offset and any number of fractional digits; a leap second may stand anywhere.
#[must_use]
pub fn is_date_time(text: &str) -> bool {
    let Some((date, [b'T' | b't', clock @ ..])) = text.as_bytes().split_at_checked(10) else { return false };
    let Some((clock, rest)) = clock.split_at_checked(8) else { return false };
    is_calendar_date(date) && is_clock(clock) && without_fraction(rest).is_some_and(is_offset)
}

/// `YYYY-MM-DD hh:mm:ss`, by the calendar; a leap second may stand anywhere.
#[must_use]
pub fn is_local_date_time(text: &str) -> bool {
    let Some((date, [b' ', clock @ ..])) = text.as_bytes().split_at_checked(10) else { return false };
    is_calendar_date(date) && is_clock(clock)
}

/// A date of the Gregorian calendar, `YYYY-MM-DD` (RFC 3339, full-date).
#[must_use]
pub fn is_date(text: &str) -> bool {
    is_calendar_date(text.as_bytes())
}

/// The order of two dates, two dates with a time, or two points in time; nothing where the texts are not of one format.
#[must_use]
pub fn order_of_dates(one: &str, other: &str) -> Option<Ordering> {
    if is_date(one) && is_date(other) || is_local_date_time(one) && is_local_date_time(other) {
        return Some(one.cmp(other));
    }
    Some(instant(one)?.cmp(&instant(other)?))
}

/// Seconds of a date-time since a fixed day, and its fraction without zeros at the end, in an order of their own.
fn instant(text: &str) -> Option<(i64, &str)> {
    let (date, clock) = text.split_at_checked(10).filter(|_| is_date_time(text))?;
    let part = |text: &str, from: usize, to: usize| text.get(from..to)?.parse::<i64>().ok();
    let (year, month, day) = (part(date, 0, 4)?, part(date, 5, 7)?, part(date, 8, 10)?);
    let (hour, minute, second) = (part(clock, 1, 3)?, part(clock, 4, 6)?, part(clock, 7, 9)?);
    let rest = clock.get(9..)?;
    let (fraction, offset) = rest.split_at_checked(rest.find(['Z', 'z', '+', '-'])?)?;
    let offset = match (offset.as_bytes().first()?, part(offset, 1, 3), part(offset, 4, 6)) {
        (b'-', Some(hours), Some(minutes)) => -(hours * 60 + minutes),
        (_, Some(hours), Some(minutes)) => hours * 60 + minutes,
        _ => 0,
    };
    // The year begins in March, so that a leap day is its last.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let days = year * 365 + leaps + (month * 153 + 2) / 5 + day;
    let fraction = fraction.trim_end_matches('0').trim_end_matches('.');
    Some((((days * 24 + hour) * 60 + minute - offset) * 60 + second, fraction))
}

/// Whether a text has at least `bound` code points, reading no further than needed.
#[inline]
#[must_use]
pub fn has_chars(text: &str, bound: usize) -> bool {
    // A code point has one to four bytes.
    text.len() >= bound && (bound <= 1 || text.len() / 4 >= bound || text.chars().nth(bound - 1).is_some())
}

/// A date of the Gregorian calendar.
fn is_calendar_date(text: &[u8]) -> bool {
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
