//! Times as values of the `time` crate.

use proptest::prelude::*;
use time::{OffsetDateTime, PrimitiveDateTime, UtcOffset};

use crate::runtime::{Date, DateTime, EpochSeconds, LocalDateTime};

proptest! {
    #[test]
    fn a_point_in_time_survives(
        seconds in -62_135_000_000_i64..253_400_000_000,
        nanoseconds in 0..1_000_000_000_u32,
        minutes in -23 * 60..23 * 60_i32,
    ) {
        let time = OffsetDateTime::from_unix_timestamp(seconds).unwrap().replace_nanosecond(nanoseconds).unwrap();
        let time = time.to_offset(UtcOffset::from_whole_seconds(minutes * 60).unwrap());
        let text = DateTime::from(time);
        prop_assert!(text.is_valid(), "{text}");
        prop_assert_eq!(text.time().unwrap(), time);
        prop_assert_eq!(text.time().unwrap().offset(), time.offset());
        prop_assert_eq!(EpochSeconds::from(time).time().unwrap().unix_timestamp(), time.unix_timestamp());
        let local = PrimitiveDateTime::new(time.date(), time.time()).replace_nanosecond(0).unwrap();
        prop_assert_eq!(LocalDateTime::from(local).time().unwrap(), local);
        prop_assert_eq!(Date::from(time.date()).time().unwrap(), time.date());
    }
}

#[test]
fn offsets_with_seconds_become_utc() {
    let date = time::Date::from_ordinal_date(1900, 1).unwrap().midnight();
    let time = date.assume_offset(UtcOffset::from_hms(0, 19, 32).unwrap());
    let text = DateTime::from(time);
    assert_eq!((text.as_str(), text.time().unwrap()), ("1899-12-31T23:40:28Z", time));
    assert!(
        DateTime::from("2024-02-30T00:00:00Z").time().is_err()
            && LocalDateTime::from("2024-02-30 00:00:00").time().is_err()
    );
}
