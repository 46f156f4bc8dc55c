//! The day on which specs are judged, and days between dates.

use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds of a day.
const DAY: u64 = 24 * 60 * 60;

/// The day on which specs are judged, by UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Today {
    /// Since 1970-01-01.
    days: i64,
}

impl Today {
    /// The day of a point in time, in seconds since 1970.
    #[must_use]
    pub fn at(seconds: u64) -> Self {
        Self { days: i64::try_from(seconds / DAY).unwrap_or(i64::MAX) }
    }

    /// The day that `SOURCE_DATE_EPOCH` names, in seconds since 1970, if it names one (reproducible-builds.org); else the
    /// day by the clock.
    #[must_use]
    pub fn of_environment() -> Self {
        let given = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok());
        let clock = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        Self::at(given.unwrap_or_else(clock))
    }

    /// How many days ago a date was, negative for one to come; nothing for a text that is no date.
    pub(super) fn days_since(self, date: &str) -> Option<i64> {
        let mut parts = date.splitn(3, '-').map(|part| part.parse::<i64>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        Some(self.days.saturating_sub(days(year, month, day)))
    }
}

/// Days of a date of the calendar since 1970-01-01.
fn days(year: i64, month: i64, day: i64) -> i64 {
    // The year begins in March, so that a leap day is its last.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leaps + (month * 153 + 2) / 5 + day - 719_469
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (date, of) in [("1970-01-01", 0), ("1970-03-01", 59), ("2000-02-29", 11_016), ("2026-11-22", 20_779)] {
            assert_eq!(Today { days: of }.days_since(date), Some(0), "{date}");
        }
        assert_eq!(Today::at(20_779 * DAY + 1).days_since("2026-11-23"), Some(-1));
        assert_eq!(Today::at(0).days_since("yesterday"), None);
    }
}
