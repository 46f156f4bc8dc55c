//! Points in time: newtypes over the text or number of the wire, so that a value survives to the byte.

use super::format;
use super::integer::integer;
use super::text::formatted;

formatted! {
    /// A date-time with its offset, by RFC 3339; all digits of the fraction survive.
    DateTime, "date-time", format::is_date_time, "date-time of RFC 3339"
}

formatted! {
    /// A date and time without a zone: `YYYY-MM-DD hh:mm:ss`.
    LocalDateTime, "local-date-time", format::is_local_date_time, "`YYYY-MM-DD hh:mm:ss` of the calendar"
}

formatted! {
    /// A date, by RFC 3339: `YYYY-MM-DD`.
    Date, "date", format::is_date, "`YYYY-MM-DD` of the calendar"
}

/// Seconds since the Unix epoch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EpochSeconds(pub i64);

integer!(EpochSeconds);

#[cfg(feature = "time")]
mod with_time {
    use time::format_description::well_known::Rfc3339;
    use time::{OffsetDateTime, PrimitiveDateTime, UtcOffset};

    use super::{Date, DateTime, EpochSeconds, LocalDateTime};
    use crate::runtime::Malformed;

    impl DateTime {
        /// The point in time; digits beyond nanoseconds are cut.
        ///
        /// # Errors
        /// When the text is no RFC 3339 date-time, or a leap second where there can be none.
        pub fn time(&self) -> Result<OffsetDateTime, Malformed> {
            OffsetDateTime::parse(self.as_str(), &Rfc3339).map_err(|_| Malformed { expected: "date-time" })
        }
    }

    /// As RFC 3339 writes it, with no more digits than needed; an offset with seconds becomes UTC.
    impl From<OffsetDateTime> for DateTime {
        fn from(time: OffsetDateTime) -> Self {
            let time = if time.offset().seconds_past_minute() == 0 { time } else { time.to_offset(UtcOffset::UTC) };
            let mut text = clock(PrimitiveDateTime::new(time.date(), time.time()), 'T');
            if time.nanosecond() != 0 {
                text += format!(".{:09}", time.nanosecond()).trim_end_matches('0');
            }
            let (hours, minutes, _) = time.offset().as_hms();
            if time.offset().is_utc() {
                text.push('Z');
            } else {
                let sign = if time.offset().is_negative() { '-' } else { '+' };
                text.extend([format!("{sign}{:02}:{:02}", hours.unsigned_abs(), minutes.unsigned_abs())]);
            }
            Self(text)
        }
    }

    impl LocalDateTime {
        /// The date and the time.
        ///
        /// # Errors
        /// When the text is no `YYYY-MM-DD hh:mm:ss` of the calendar, or has a leap second.
        pub fn time(&self) -> Result<PrimitiveDateTime, Malformed> {
            let utc = DateTime(format!("{}Z", self.as_str().replacen(' ', "T", 1)));
            let malformed = Malformed { expected: "local-date-time" };
            let time = if self.is_valid() { utc.time().map_err(|_| malformed)? } else { return Err(malformed) };
            Ok(PrimitiveDateTime::new(time.date(), time.time()))
        }
    }

    /// To the second.
    impl From<PrimitiveDateTime> for LocalDateTime {
        fn from(time: PrimitiveDateTime) -> Self {
            Self(clock(time, ' '))
        }
    }

    impl Date {
        /// The date.
        ///
        /// # Errors
        /// When the text is no `YYYY-MM-DD` of the calendar.
        pub fn time(&self) -> Result<time::Date, Malformed> {
            let midnight = DateTime(format!("{}T00:00:00Z", self.as_str()));
            midnight.time().map(OffsetDateTime::date).map_err(|_| Malformed { expected: "date" })
        }
    }

    /// Of the years 0 to 9999.
    impl From<time::Date> for Date {
        fn from(date: time::Date) -> Self {
            Self(day(date))
        }
    }

    impl EpochSeconds {
        /// The point in time.
        ///
        /// # Errors
        /// When the number lies outside the years that `time` knows.
        pub fn time(self) -> Result<OffsetDateTime, Malformed> {
            OffsetDateTime::from_unix_timestamp(self.0).map_err(|_| Malformed { expected: "epoch seconds" })
        }
    }

    /// To the second.
    impl From<OffsetDateTime> for EpochSeconds {
        fn from(time: OffsetDateTime) -> Self {
            Self(time.unix_timestamp())
        }
    }

    fn clock(time: PrimitiveDateTime, between: char) -> String {
        let (hour, minute, second) = time.as_hms();
        format!("{}{between}{hour:02}:{minute:02}:{second:02}", day(time.date()))
    }

    fn day(date: time::Date) -> String {
        format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
    }
}
