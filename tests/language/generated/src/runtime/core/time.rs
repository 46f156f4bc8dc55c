//! Points in time: newtypes over the text or number of the wire, so that a value survives to the byte.

use super::integer::integer;
use super::text::text;
use super::{Malformed, format};

/// A date-time with its offset, by RFC 3339; all digits of the fraction survive.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime(String);

text!(DateTime);

impl DateTime {
    /// Takes a text of the right form only; `from` takes any.
    ///
    /// # Errors
    /// When the text is no date-time of RFC 3339.
    pub fn checked(text: impl Into<String>) -> Result<Self, Malformed> {
        let value = Self(text.into());
        if value.is_valid() { Ok(value) } else { Err(Malformed { expected: "date-time" }) }
    }

    /// Whether it is a date-time of RFC 3339.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        format::is_date_time(&self.0)
    }
}

/// A date and time without a zone: `YYYY-MM-DD hh:mm:ss`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalDateTime(String);

text!(LocalDateTime);

impl LocalDateTime {
    /// Takes a text of the right form only; `from` takes any.
    ///
    /// # Errors
    /// When the text is no `YYYY-MM-DD hh:mm:ss` of the calendar.
    pub fn checked(text: impl Into<String>) -> Result<Self, Malformed> {
        let value = Self(text.into());
        if value.is_valid() { Ok(value) } else { Err(Malformed { expected: "local-date-time" }) }
    }

    /// Whether it is a `YYYY-MM-DD hh:mm:ss` of the calendar.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        format::is_local_date_time(&self.0)
    }
}

/// Seconds since the Unix epoch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EpochSeconds(pub i64);

integer!(EpochSeconds);

#[cfg(feature = "time")]
mod with_time {
    use time::format_description::well_known::Rfc3339;
    use time::{OffsetDateTime, PrimitiveDateTime, UtcOffset};

    use super::{DateTime, EpochSeconds, LocalDateTime, Malformed};

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
        let (year, month, day) = (time.year(), u8::from(time.month()), time.day());
        let (hour, minute, second) = time.as_hms();
        format!("{year:04}-{month:02}-{day:02}{between}{hour:02}:{minute:02}:{second:02}")
    }
}
