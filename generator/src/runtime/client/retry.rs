//! Whether and when to try again: statuses, `Retry-After`, and delays of one's own.

use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, UNIX_EPOCH};

use http::header::RETRY_AFTER;
use http::{HeaderMap, StatusCode};

use super::clock;

/// Whether a server says that it did not act: too many requests (429), or busy (503) until a time that it names. A 503
/// without one may be a proxy's, which cannot know what the server did.
pub(super) fn is_turned_away(status: StatusCode, headers: &HeaderMap) -> bool {
    match status {
        StatusCode::TOO_MANY_REQUESTS => true,
        StatusCode::SERVICE_UNAVAILABLE => asked(headers).is_some(),
        _ => false,
    }
}

/// Whether the same request may fare better later.
pub(super) fn may_pass(status: StatusCode) -> bool {
    matches!(status.as_u16(), 429 | 502..=504)
}

/// The longest wait that is told to callers, beyond all that a date can ask for: every clock can tell when it is over, so
/// that no sum of theirs overflows.
pub(super) const LONGEST_WAIT: Duration = Duration::from_secs(10_000 * 366 * 24 * 60 * 60);

/// How long a server asks to wait (RFC 9110, 10.2.3), in seconds or until a date; a date says nothing to a platform
/// without a clock.
pub(super) fn asked(headers: &HeaderMap) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // What is beyond a number of 64 bits is beyond every wait.
        return Some(value.parse().map_or(Duration::MAX, Duration::from_secs));
    }
    let date = UNIX_EPOCH + Duration::from_secs(http_date(value)?);
    Some(date.duration_since(clock::today()?).unwrap_or_default())
}

/// A delay before the retry after `attempt`, drawn from nothing to twice the one before ("full jitter"), so that clients
/// that failed together do not return together.
pub(super) fn backoff(attempt: u32) -> Duration {
    let longest = 200_u64 << attempt.min(6);
    Duration::from_millis(RandomState::new().hash_one(attempt) % (longest + 1))
}

/// The seconds since the Unix epoch of a date of HTTP (RFC 9110, 5.6.7), in any of its three forms.
fn http_date(text: &str) -> Option<u64> {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let (day, month, year, clock) = match *words.as_slice() {
        [_, day, month, year, clock, "GMT"] | [_, month, day, clock, year] => (day, month, number(year)?, clock),
        [_, date, clock, "GMT"] => {
            let (day, rest) = date.split_once('-')?;
            let (month, year) = rest.split_once('-')?;
            (day, month, full_year(number(year)?), clock)
        }
        _ => return None,
    };
    let mut clock = clock.split(':').map(number);
    let (Some(Some(hour)), Some(Some(minute)), Some(Some(second)), None) =
        (clock.next(), clock.next(), clock.next(), clock.next())
    else {
        return None;
    };
    let days = days_since_epoch(year, month_number(month)?, number(day)?)?;
    let in_range = hour < 24 && minute < 60 && second <= 60;
    in_range.then_some(((days * 24 + hour) * 60 + minute) * 60 + second)
}

/// A number of digits alone.
fn number(text: &str) -> Option<u64> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A year of two digits stands for one of 1970 to 2069.
const fn full_year(year: u64) -> u64 {
    match year {
        0..70 => year + 2000,
        70..100 => year + 1900,
        full => full,
    }
}

fn month_number(name: &str) -> Option<u64> {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    (1..).zip(NAMES).find(|(_, month)| *month == name).map(|(number, _)| number)
}

/// The days from 1970-01-01 to a date from 1970 to 9999; months begin with March, so that the leap day is the last.
fn days_since_epoch(year: u64, month: u64, day: u64) -> Option<u64> {
    let is_leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let longest = match month {
        2 => 28 + u64::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    if !(1970..=9999).contains(&year) || !(1..=longest).contains(&day) {
        return None;
    }
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days_of_years = year * 365 + year / 4 - year / 100 + year / 400;
    let days_of_months = (month * 153 + 2) / 5;
    (days_of_years + days_of_months + day).checked_sub(719_469)
}
