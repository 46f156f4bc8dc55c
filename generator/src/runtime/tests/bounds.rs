//! Bounds and multiples: by the digits of the wire, not by those of floats.

use std::cmp::Ordering;

use proptest::prelude::*;

use crate::runtime::core::Findings;
use crate::runtime::format::order_of_dates;
use crate::runtime::{Bound, Check, LengthUnit, Section, Subject, Violation};

fn found(check: impl FnOnce(&mut Check<'_>)) -> Vec<String> {
    let mut findings = Findings::all();
    check(&mut Check::new(Section::Body, &mut findings));
    findings.finish().iter().map(Violation::to_string).collect()
}

fn is_multiple(value: impl Into<Bound<'static>>, step: impl Into<Bound<'static>>) -> bool {
    value.into().is_multiple_of(step.into())
}

#[test]
fn multiples_are_those_of_exact_decimals() {
    for (value, step) in [
        (0.3, 0.1),
        (0.3, 0.01),
        (0.1 + 0.2, 1e-17),
        (4.5, 1.5),
        (0.0075, 0.0001),
        (1e-7, 1e-8),
        (12_391_239_123.0, 1e-8),
        (0.0, 0.01),
        (-0.3, 0.1),
        (1e308, 0.5),
        (1e22, 1e21),
    ] {
        assert!(is_multiple(value, step), "{value} {step}");
    }
    for (value, step) in [
        (0.305, 0.01),
        (0.1 + 0.2, 0.1),
        (35.0, 1.5),
        (0.00751, 0.0001),
        (1e-8, 1e-7),
        (1e308, 0.123_456_789),
        (1.0, 1e1),
    ] {
        assert!(!is_multiple(value, step), "{value} {step}");
    }
    assert!(is_multiple(9_007_199_254_740_993_i64, 3_i64) && !is_multiple(9_007_199_254_740_992_i64, 3_i64));
    assert!(is_multiple(u64::MAX, 5) && !is_multiple(u64::MAX - 1, 5) && is_multiple(u64::MAX, 0.5));
    assert!(is_multiple(3, 1.5) && !is_multiple(4, 1.5) && is_multiple(i64::MIN, 2));
}

proptest! {
    #[test]
    fn a_whole_multiple_is_one(times in 0..1_000_000_u64, cents in 1..100_000_u64, places in 0..6_usize) {
        let decimal = |digits: u64| format!("{digits}e-{places}").parse::<f64>().unwrap();
        prop_assert!(is_multiple(decimal(times * cents), decimal(cents)));
        let between = times * cents + 1;
        prop_assert_eq!(is_multiple(decimal(between), decimal(cents)), between % cents == 0);
    }

    #[test]
    fn floats_of_32_bits_are_seen_by_their_own_digits(bits in any::<u32>()) {
        let float = f32::from_bits(bits);
        if float.is_finite() {
            prop_assert_eq!(float.view().unwrap().to_string(), float.to_string());
        }
    }
}

#[test]
fn numbers_are_compared_without_rounding() {
    let large = 9_007_199_254_740_993_i64; // 2^53 + 1
    let broken = found(|check| {
        check.at("a", &large).minimum(large).maximum(large).exclusive_maximum(large).maximum(large - 1);
        check.at("b", &u64::MAX).minimum(u64::MAX).exclusive_minimum(u64::MAX).minimum(-1).maximum(i64::MAX);
        check.at("c", &3_i64).minimum(2.5).maximum(3.5).exclusive_minimum(3).exclusive_maximum(3.0).minimum(3.1);
        check.at("d", &0.1_f32).maximum(0.1).minimum(0.1).multiple_of(0.1).exclusive_maximum(0.1);
        check.at("e", &f64::NAN).minimum(0).maximum(0);
        check.each("f", &vec![1.5, 2.5]).multiple_of(0.5).maximum(2).minimum(1e-7);
        check.at("g", &9_223_372_036_854_775_808.0_f64).maximum(i64::MAX).minimum(9_223_372_036_854_775_808_u64);
        check.at("h", &i64::MAX).exclusive_maximum(9_223_372_036_854_775_808.0).maximum(1e300).minimum(-1e300);
    });
    assert_eq!(
        broken,
        [
            "/body/a: found 9007199254740993, allowed: less than 9007199254740993 [exclusive_maximum]",
            "/body/a: found 9007199254740993, allowed: at most 9007199254740992 [maximum]",
            "/body/b: found 18446744073709551615, allowed: more than 18446744073709551615 [exclusive_minimum]",
            "/body/b: found 18446744073709551615, allowed: at most 9223372036854775807 [maximum]",
            "/body/c: found 3, allowed: more than 3 [exclusive_minimum]",
            "/body/c: found 3, allowed: less than 3 [exclusive_maximum]",
            "/body/c: found 3, allowed: at least 3.1 [minimum]",
            "/body/d: found 0.1, allowed: less than 0.1 [exclusive_maximum]",
            "/body/f/1: found 2.5, allowed: at most 2 [maximum]",
            "/body/g: found 9223372036854776000, allowed: at most 9223372036854775807 [maximum]",
        ]
    );
}

#[test]
fn dates_are_compared_as_points_in_time() {
    let broken = |text: &str, bound: &'static str| {
        let text = text.to_owned();
        found(|check| _ = check.at("at", &text).minimum(bound)).len()
    };
    assert_eq!((broken("2026-01-01", "2026-01-01"), broken("2025-12-31", "2026-01-01")), (0, 1));
    assert_eq!(broken("2026-01-01 00:00:00", "2026-01-01 00:00:01"), 1);
    for (text, breaks) in [
        ("2026-01-01T01:00:00+01:00", 0),
        ("2026-01-01T00:59:59+01:00", 1),
        ("2025-12-31T23:00:00-01:00", 0),
        ("2026-01-01t00:00:00.000z", 0),
        ("2025-12-31T23:59:59.999999999Z", 1),
        ("2024-02-29T00:00:00Z", 1),
        ("2026-03-01T00:00:00Z", 0),
        ("soon", 0), // its format says so
    ] {
        assert_eq!(broken(text, "2026-01-01T00:00:00Z"), breaks, "{text}");
    }
    let even = "2026-01-01T00:00:00.000Z".to_owned();
    let broken =
        found(|check| _ = check.at("at", &even).maximum("2026-01-01T00:00:00Z").minimum("2026-01-01T00:00:00Z"));
    assert_eq!(broken, Vec::<String>::new());
    let late = "2026-06-01".to_owned();
    assert_eq!(
        found(|check| _ = check.at("at", &late).maximum("2026-05-31")),
        ["/body/at: found text of 10 characters, allowed: not after 2026-05-31 [maximum]"]
    );
}

/// The day after another one, by the rule of the Gregorian calendar.
fn day_after((year, month, day): (u16, u8, u8)) -> (u16, u8, u8) {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = [31, if is_leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    match (days[usize::from(month) - 1] == day, month == 12) {
        (true, true) => (year + 1, 1, 1),
        (true, false) => (year, month + 1, 1),
        (false, _) => (year, month, day + 1),
    }
}

#[test]
fn each_day_is_a_day_after_the_one_before() {
    let first = (1892, 1, 1);
    let days = std::iter::successors(Some(first), |day| Some(day_after(*day))).take(366 * 212);
    // With these offsets a day begins when the one before it has lasted 24 hours to the second.
    let begin = |(year, month, day): (u16, u8, u8)| format!("{year:04}-{month:02}-{day:02}T00:30:00+02:30");
    let end = |(year, month, day): (u16, u8, u8)| format!("{year:04}-{month:02}-{day:02}T20:14:60-01:45");
    for day in days {
        let next = day_after(day);
        let order = |one: &str, other: &str| order_of_dates(one, other);
        assert_eq!(order(&end(day), &begin(next)), Some(Ordering::Equal), "{day:?}");
        assert_eq!(order(&begin(day), &begin(next)), Some(Ordering::Less), "{day:?}");
        let earlier = end(day).replace(":60-", ":59.9-");
        assert_eq!(order(&earlier, &begin(next)), Some(Ordering::Less), "{day:?}");
    }
}

#[test]
fn dates_of_different_formats_have_no_order() {
    let texts = ["2026-01-01", "2026-01-01 00:00:00", "2026-01-01T00:00:00Z", "soon", ""];
    for (one, other) in texts.iter().flat_map(|one| texts.map(|other| (*one, other))) {
        let is_ordered = one == other && one.starts_with('2');
        assert_eq!(order_of_dates(one, other).is_some(), is_ordered, "{one} {other}");
    }
}

#[test]
fn lengths_are_counted_in_the_unit_of_the_page() {
    let text = "é😀".to_owned();
    let counted = [LengthUnit::CodePoints, LengthUnit::Utf16, LengthUnit::Bytes].map(|unit| unit.count(&text));
    assert_eq!(counted, [2, 3, 6]);
    let broken = found(|check| {
        check.at("a", &text).min_utf16(3).max_utf16(3).min_bytes(6).max_bytes(6).min_utf16(4).max_utf16(2);
        check.each("b", &vec![text.clone()]).min_bytes(7).max_bytes(5);
    });
    assert_eq!(
        broken,
        [
            "/body/a: found 3 UTF-16 code units, allowed: at least 4 UTF-16 code units [min_length]",
            "/body/a: found 3 UTF-16 code units, allowed: at most 2 UTF-16 code units [max_length]",
            "/body/b/0: found 6 bytes, allowed: at least 7 bytes [min_length]",
            "/body/b/0: found 6 bytes, allowed: at most 5 bytes [max_length]",
        ]
    );
}
