//! Bounds and steps: what is told of those that do not fit, contradict each other, or leave room for nothing.

use proptest::prelude::*;

use super::Specs;

fn fields(fields: &str) -> String {
    Specs::new().fields(fields).said()
}

/// Id and title of each message about a field `a` with this type and these bounds.
fn told(of_type: &str, bounds: &[&str]) -> Vec<String> {
    let bounds: String = bounds.iter().flat_map(|bound| ["\n  ", bound]).collect();
    let said = fields(&format!("a:\n  type: {of_type}{bounds}"));
    said.lines().filter(|line| !line.starts_with(' ')).map(str::to_owned).collect()
}

#[test]
fn bounds_of_another_kind() {
    insta::assert_snapshot!(fields("on:\n  type: date\n  minimum: 2026"), @"
    constraint-not-for-type: `minimum` of `on` is a number, and `on` a date
      7 `2026`
      6 `date` its type
      = write it as `2026-01-31`
    ");
    insta::assert_snapshot!(fields("count:\n  type: integer\n  maximum: '9'"), @"
    constraint-not-for-type: `maximum` of `count` is the text `9`, and `count` a number
      7 `'9'`
      6 `integer` its type
      = write `9`: the number alone, without quotes
    ");
    insta::assert_snapshot!(fields("at:\n  type: date-time\n  exclusive_minimum: 2026-01-31"), @"
    value-breaks: `exclusive_minimum` of `at` breaks `format`: `2026-01-31` is not of its type
      7 `2026-01-31`
      6 `date-time` its type
      = write it as `2026-01-31T12:00:00Z`
    ");
    insta::assert_snapshot!(fields("at:\n  type: local-date-time\n  minimum: 2026-01-31"), @"
    value-breaks: `minimum` of `at` breaks `format`: `2026-01-31` is not of its type
      7 `2026-01-31`
      6 `local-date-time` its type
      = write it as `2026-01-31 12:00:00`
    ");
    insta::assert_snapshot!(fields("on:\n  type: date\n  minimum: 2026-01-31T12:00:00Z"), @"
    value-breaks: `minimum` of `on` breaks `format`: `2026-01-31T12:00:00Z` is not of its type
      7 `2026-01-31T12:00:00Z`
      6 `date` its type
      = write it as `2026-01-31`
    ");
    for (of_type, bound) in
        [("date", "2026-01-31"), ("date-time", "2026-01-31T12:00:00+01:00"), ("local-date-time", "2026-01-31 12:00:00")]
    {
        assert_eq!(told(of_type, &[&format!("minimum: {bound}"), &format!("maximum: {bound}")]), [""; 0], "{of_type}");
    }
}

#[test]
fn bounds_of_what_has_none() {
    for of_type in ["string", "boolean", "string[]", "object", "email"] {
        let told = told(of_type, &["minimum: 3", "multiple_of: 2"]);
        assert!(told.iter().all(|line| line.starts_with("constraint-not-for-type")), "{of_type}: {told:?}");
        assert_eq!(told.len(), 2, "{of_type}: {told:?}");
    }
    insta::assert_snapshot!(fields("on:\n  type: date\n  multiple_of: 2"), @"
    constraint-not-for-type: `multiple_of` cannot be said of `on`, which is text
      7 `2`
      6 `date` its type
      = multiples belong to numbers: correct the type, or remove `multiple_of`
    ");
}

#[test]
fn steps_that_are_none() {
    for step in ["0", "-2", "0.0", "-0.5"] {
        let told = told("number", &[&format!("multiple_of: {step}")]);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("wrong-kind: `multiple_of` of `a` is "), "{told:?}");
        assert!(told[0].ends_with(": it must be greater than 0"), "{told:?}");
    }
    for step in ["1", "0.01", "1e-7"] {
        assert_eq!(told("number", &[&format!("multiple_of: {step}")]), [""; 0]);
    }
    assert_eq!(told("number", &["minimum: 0", "maximum: -0.0"]), [""; 0], "a bound may be 0");
}

#[test]
fn bounds_the_wrong_way_round() {
    insta::assert_snapshot!(fields("count:\n  type: integer\n  minimum: 9\n  exclusive_maximum: 2.5"), @"
    reversed-bounds: the bounds of `count` are reversed: nothing is at least 9 and less than 2.5
      7 `9` at least 9
      8 `2.5` less than 2.5
      = swap them; if the page itself says so, keep the likelier one and tell the other under `doubts`
    ");
    // The same point in time, and the second before it.
    let low = "minimum: 2026-01-31T12:00:00Z";
    assert_eq!(told("date-time", &[low, "maximum: 2026-01-31T13:00:00+01:00"]), [""; 0]);
    let before = told("date-time", &[low, "maximum: 2026-01-31T12:59:59+01:00"]);
    assert!(before.len() == 1 && before[0].starts_with("reversed-bounds"), "{before:?}");
}

#[test]
fn bounds_between_which_nothing_stands() {
    insta::assert_snapshot!(fields("count:\n  type: integer\n  exclusive_minimum: 2\n  exclusive_maximum: 3"), @"
    never-satisfied: no whole number meets the rules of `count`
      7 `2` `exclusive_minimum`
      8 `3` `exclusive_maximum`
      6 `integer` its type
      = correct the rule that the page does not mean; if it says both, keep the one that the server follows
    ");
    insta::assert_snapshot!(fields("price:\n  type: number\n  minimum: 2\n  exclusive_maximum: 2"), @"
    never-satisfied: no number meets the rules of `price`
      7 `2` `minimum`
      8 `2` `exclusive_maximum`
      = correct the rule that the page does not mean; if it says both, keep the one that the server follows
    ");
    let day = "2026-01-31";
    for rules in [["exclusive_minimum", "maximum"], ["minimum", "exclusive_maximum"]] {
        let [low, high] = rules.map(|rule| format!("{rule}: {day}"));
        assert_eq!(told("date", &[&low, &high]), ["never-satisfied: no date meets the rules of `a`"], "{rules:?}");
        assert_eq!(told("date", &[&low, &high.replace("31", "32")]).len(), 1, "32 is no day");
        assert_eq!(told("date", &[&low.replace("31", "30"), &high]), [""; 0], "{rules:?}");
    }
}

#[test]
fn bounds_outside_of_what_the_type_holds() {
    for (of_type, bound, holds) in [
        ("int32", "minimum: 2147483647", true),
        ("int32", "exclusive_minimum: 2147483647", false),
        ("int32", "maximum: -2147483648", true),
        ("int32", "exclusive_maximum: -2147483648", false),
        ("uint32", "maximum: 0", true),
        ("uint32", "exclusive_maximum: 0", false),
        ("uint32", "minimum: 4294967295", true),
        ("uint32", "exclusive_minimum: 4294967295", false),
        ("uint64", "maximum: 0", true),
        ("uint64", "maximum: -1", false),
        ("uint64", "minimum: 18446744073709551615", true),
        ("uint64", "exclusive_minimum: 18446744073709551615", false),
        ("integer", "minimum: 9223372036854775807", true),
        ("integer", "exclusive_minimum: 9223372036854775807", false),
        ("integer", "maximum: -9223372036854775808", true),
        ("integer", "exclusive_maximum: -9223372036854775808", false),
        ("number", "minimum: 1e300", true),
    ] {
        let expected: &[&str] = if holds { &[] } else { &["never-satisfied: no whole number meets the rules of `a`"] };
        assert_eq!(told(of_type, &[bound]), expected, "{of_type} {bound}");
    }
}

/// A bound in quarters, and whether it is admitted itself.
type Bound = Option<(i32, bool)>;

fn bound() -> impl Strategy<Value = Bound> {
    prop::option::of((-12..12, any::<bool>()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Counting through all quarters finds a value where docwright says that there is one, and only there.
    #[test]
    fn nothing_is_said_to_be_empty_that_is_not(low in bound(), high in bound(), step in prop::option::of(1..9), whole: bool) {
        let quarters = |number: i32| f64::from(number) / 4.0;
        let line = |inside, outside, bound: Bound| {
            bound.map(|(at, is_inside)| format!("{}: {}", if is_inside { inside } else { outside }, quarters(at)))
        };
        let lines = [
            line("minimum", "exclusive_minimum", low),
            line("maximum", "exclusive_maximum", high),
            step.map(|step| format!("multiple_of: {}", quarters(step))),
        ];
        let lines: Vec<&str> = lines.iter().flatten().map(String::as_str).collect();
        let told = told(if whole { "integer" } else { "number" }, &lines);
        // Eighths stand between two quarters; a step of its own and whole numbers are quarters.
        let admits = |eighth: i32| {
            low.is_none_or(|(at, inside)| eighth > 2 * at || inside && eighth == 2 * at)
                && high.is_none_or(|(at, inside)| eighth < 2 * at || inside && eighth == 2 * at)
                && step.is_none_or(|step| eighth % (2 * step) == 0)
                && (!whole || eighth % 8 == 0)
        };
        let is_reversed = low.zip(high).is_some_and(|((low, _), (high, _))| low > high);
        match (is_reversed, (-600..600).any(admits)) {
            (true, _) => prop_assert!(told.len() == 1 && told[0].starts_with("reversed-bounds"), "{lines:?}: {told:?}"),
            (_, true) => prop_assert!(told.is_empty(), "{lines:?}: {told:?}"),
            (_, false) => prop_assert!(told.len() == 1 && told[0].starts_with("never-satisfied"), "{lines:?}: {told:?}"),
        }
    }
}
