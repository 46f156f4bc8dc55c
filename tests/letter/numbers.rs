//! Numbers: as they are read, and what bounds, multiples and equality make of them, against exact arithmetic.

use std::cmp::Ordering;

use docwright::runtime::{Bound, Check, Json, Undecodable, Validate, from_json};
use num_bigint::BigInt;
use regex::Regex;

use crate::dice::{Dice, cases};
use crate::near_miss::near_miss;

/// Digits and a power of ten.
fn decimal(text: &str) -> (BigInt, i64) {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: BigInt = format!("{whole}{fraction}").parse().expect("digits");
    let power = exponent.parse::<i64>().expect("an exponent") - i64::try_from(fraction.len()).expect("few digits");
    (digits, power)
}

fn ten_to(power: i64) -> BigInt {
    BigInt::from(10).pow(u32::try_from(power).expect("a power"))
}

/// The whole number that a decimal is.
fn whole((digits, power): &(BigInt, i64)) -> Option<BigInt> {
    if *power >= 0 {
        return Some(digits * ten_to(*power));
    }
    let divisor = ten_to(-power);
    (digits % &divisor == BigInt::ZERO).then(|| digits / divisor)
}

fn literal(dice: &mut Dice) -> String {
    const DIGITS: [&str; 12] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "00", "99"];
    const EDGES: [&str; 18] = [
        "0",
        "9007199254740991",
        "9007199254740992",
        "9007199254740993",
        "2147483647",
        "2147483648",
        "4294967296",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "340282346638528859811704183484516925440",
        "0.1",
        "0.3",
        "16777217",
        "4503599627370496.5",
        "1.0",
        "10.50",
    ];
    let mut text = String::from(if dice.one_in(3) { "-" } else { "" });
    if dice.one_in(3) {
        text += *dice.pick(&EDGES);
    } else {
        text += &dice.text(&DIGITS, 1, 9);
        if dice.one_in(2) {
            text.push('.');
            text += &dice.text(&DIGITS, 1, 9);
        }
    }
    if dice.one_in(3) {
        let most = *dice.pick(&[3, 25, 330]);
        text += *dice.pick(&["e", "E"]);
        text += *dice.pick(&["", "+", "-"]);
        text += &dice.within(0, most).to_string();
    }
    text
}

/// Reads a number as the one item of a list, so that one of another kind is a violation: the value, or the rule.
fn read<T: docwright::runtime::Value>(text: &str) -> Result<T, String> {
    let (mut values, found) = from_json::<Vec<T>>(&format!("[{text}]")).expect("a list");
    match values.pop() {
        Some(value) => Ok(value),
        None => Err(found[0].rule.id().to_string()),
    }
}

/// What an integer type makes of a number: none that is written with a fraction or an exponent is taken from 2^53 on.
fn expected(text: &str, fits: impl Fn(&BigInt) -> bool) -> Result<BigInt, String> {
    let is_plain = !text.contains(['.', 'e', 'E']);
    match whole(&decimal(text)) {
        None => Err("type".into()),
        Some(value) if fits(&value) && (is_plain || value.magnitude().bits() <= 53) => Ok(value),
        Some(_) => Err("range".into()),
    }
}

/// Whether a number has digits that 64 bits do not keep: it is rounded before its kind is seen.
fn is_rounded(text: &str) -> bool {
    let digits = text.trim_start_matches('-').split(['e', 'E']).next().unwrap_or_default().replace('.', "");
    digits.trim_matches('0').len() > 15 || text.parse::<f64>() == Ok(0.0)
}

#[test]
fn numbers_of_json_are_read_as_exact_arithmetic_says() {
    let grammar = Regex::new(r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$").expect("an expression");
    let pieces = ["-", "+", ".", "e", "E", "0", "00", "1", "e5", ".0", "x", "_", "0x", "NaN", "Infinity", "１", "٣"];
    let (mut right, mut wrong, mut rounded) = (0, 0, 0);
    for (seed, mut dice) in cases(20_000) {
        let at = format!("LETTER_SEED={seed}");
        let near = literal(&mut dice);
        let text = near_miss(&mut dice, &near, &pieces);
        let nearest = text.parse::<f64>().ok().filter(|_| grammar.is_match(&text));
        let found = from_json::<f64>(&text);
        let Some(nearest) = nearest.filter(|nearest| nearest.is_finite()) else {
            // Of two things that are wrong, the first is told.
            let is_told = found.is_err_and(|error| nearest.is_none() || error == Undecodable::BeyondJson);
            assert!(is_told, "{text}, {at}");
            wrong += 1;
            continue;
        };
        right += 1;
        assert_eq!(found.map(|(value, _)| value.to_bits()), Ok(nearest.to_bits()), "{text}, {at}");
        if is_rounded(&text) && text.contains(['.', 'e', 'E']) {
            rounded += 1;
            continue;
        }
        let exactly = |fits: fn(&BigInt) -> bool| expected(&text, fits);
        let (long, unsigned, int) = (read::<i64>(&text), read::<u64>(&text), read::<i32>(&text));
        assert_eq!(long.map(BigInt::from), exactly(|value| i64::try_from(value).is_ok()), "i64: {text}, {at}");
        assert_eq!(unsigned.map(BigInt::from), exactly(|value| u64::try_from(value).is_ok()), "u64: {text}, {at}");
        assert_eq!(int.map(BigInt::from), exactly(|value| i32::try_from(value).is_ok()), "i32: {text}, {at}");
        let single = text.parse::<f32>().ok().filter(|single| single.is_finite()).ok_or("range".to_owned());
        assert_eq!(read::<f32>(&text).map(f32::to_bits), single.map(f32::to_bits), "f32: {text}, {at}");
    }
    println!("numbers: {right} read, {wrong} refused, {rounded} with more digits than 64 bits keep");
    assert!(right + wrong < 100 || right > wrong / 9 && wrong > right / 9 && rounded * 2 < right);
}

#[derive(Clone, Copy, Debug)]
enum Number {
    Integer(i64),
    Unsigned(u64),
    Float(f64),
}

impl Number {
    fn some(dice: &mut Dice) -> Self {
        const INTEGERS: [i64; 12] =
            [0, 1, -1, 3, 10, 100, 1 << 53, (1 << 53) + 1, -(1 << 53) - 1, i64::MAX, i64::MIN, 999_999_999_999_999_999];
        const FLOATS: [f64; 18] = [
            0.0,
            -0.0,
            0.1,
            0.3,
            0.01,
            2.5,
            9.5,
            -0.5,
            1e22,
            1e23,
            1e300,
            5e-324,
            9_007_199_254_740_992.0,
            9_223_372_036_854_775_808.0,
            18_446_744_073_709_551_616.0,
            4_503_599_627_370_497.5,
            1e18,
            0.7,
        ];
        match dice.below(6) {
            0 => Self::Integer(*dice.pick(&INTEGERS)),
            1 => Self::Integer(i64::from_ne_bytes(dice.roll().to_ne_bytes()) >> dice.below(64)),
            2 => {
                Self::Unsigned(if dice.one_in(2) { u64::MAX - dice.roll() % 3 } else { dice.roll() >> dice.below(64) })
            }
            3 => Self::Float(*dice.pick(&FLOATS)),
            4 => Self::Float(
                f64::from(i32::try_from(dice.below(2_000_000)).expect("small") - 1_000_000)
                    / dice.pick(&[10.0, 100.0, 1000.0, 8.0]),
            ),
            _ => Self::Float(Some(f64::from_bits(dice.roll())).filter(|float| float.is_finite()).unwrap_or(0.5)),
        }
    }

    fn bound(self) -> Bound<'static> {
        match self {
            Self::Integer(value) => value.into(),
            Self::Unsigned(value) => value.into(),
            Self::Float(value) => value.into(),
        }
    }

    /// The number to the last digit: an integer and a power of two.
    fn exact(self) -> (BigInt, i64) {
        match self {
            Self::Integer(value) => (value.into(), 0),
            Self::Unsigned(value) => (value.into(), 0),
            Self::Float(value) => {
                let bits = value.to_bits();
                let (exponent, fraction) =
                    (i64::try_from(bits >> 52 & 0x7FF).expect("11 bits"), bits & ((1 << 52) - 1));
                let (mantissa, power) =
                    if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) };
                let mantissa = BigInt::from(mantissa);
                (if value.is_sign_negative() { -mantissa } else { mantissa }, power)
            }
        }
    }

    fn order(self, other: Self) -> Ordering {
        let ((one, power), (two, other_power)) = (self.exact(), other.exact());
        let least = power.min(other_power);
        let shifted = |number: BigInt, power: i64| number << usize::try_from(power - least).expect("it is not below");
        shifted(one, power).cmp(&shifted(two, other_power))
    }

    /// Whether the decimal that people write for it is a multiple of another.
    fn is_multiple_of(self, step: Self) -> bool {
        let decimal = |number: Self| match number {
            Self::Integer(value) => decimal(&value.to_string()),
            Self::Unsigned(value) => decimal(&value.to_string()),
            Self::Float(value) => decimal(&format!("{value:e}")),
        };
        let ((value, power), (step, step_power)) = (decimal(self), decimal(step));
        let least = power.min(step_power);
        (value * ten_to(power - least)) % (step * ten_to(step_power - least)) == BigInt::ZERO
    }

    fn json(self) -> Json {
        match self {
            Self::Integer(value) => value.into(),
            Self::Unsigned(value) => value.into(),
            Self::Float(value) => value.into(),
        }
    }
}

/// A number under all rules that there are on numbers.
struct Ruled(Number, Number);

impl Validate for Ruled {
    fn validate(&self, check: &mut Check<'_>) {
        let bound = self.1.bound();
        macro_rules! rules {
            ($value:expr) => {
                check
                    .at("value", $value)
                    .minimum(bound)
                    .exclusive_minimum(bound)
                    .maximum(bound)
                    .exclusive_maximum(bound)
                    .multiple_of(bound)
            };
        }
        match &self.0 {
            Number::Integer(value) => _ = rules!(value),
            Number::Unsigned(value) => _ = rules!(value),
            Number::Float(value) => _ = rules!(value),
        }
    }
}

#[test]
fn bounds_and_multiples_are_those_of_exact_arithmetic() {
    let (mut multiples, mut all) = (0, 0);
    for (seed, mut dice) in cases(20_000) {
        let (value, bound) = (Number::some(&mut dice), Number::some(&mut dice));
        if bound.order(Number::Integer(0)).is_eq() {
            continue;
        }
        let value = match bound {
            Number::Float(step) if dice.one_in(3) && step.abs() < 1e9 => {
                Number::Float(step * *dice.pick(&[1.0, 2.0, 3.0, 10.0, 7.0]))
            }
            Number::Integer(step) if dice.one_in(3) => Number::Integer(step.saturating_mul(3)),
            _ => value,
        };
        let (order, is_multiple) = (value.order(bound), value.is_multiple_of(bound));
        let mut expected = Vec::new();
        let mut holds = |holds: bool, rule: &str| expected.extend((!holds).then(|| rule.to_owned()));
        holds(order.is_ge(), "minimum");
        holds(order.is_gt(), "exclusive_minimum");
        holds(order.is_le(), "maximum");
        holds(order.is_lt(), "exclusive_maximum");
        holds(is_multiple, "multiple_of");
        let broken: Vec<String> =
            Ruled(value, bound).violations().iter().map(|found| found.rule.id().to_string()).collect();
        assert_eq!(broken, expected, "{value:?} under {bound:?}, LETTER_SEED={seed}");
        all += 1;
        multiples += usize::from(is_multiple);
    }
    println!("bounds: {all} pairs, {multiples} multiples");
    assert!(all < 100 || multiples * 10 >= all && (all - multiples) * 10 >= all, "{multiples} of {all}");
}

struct Distinct(Vec<Json>);

impl Validate for Distinct {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("items", &self.0).unique_items();
    }
}

/// Some JSON, beside what numbers it holds.
fn some(dice: &mut Dice, depth: usize) -> (Json, Shape) {
    match dice.below(if depth == 0 { 4 } else { 6 }) {
        0 => (Json::Null, Shape::Other(Json::Null)),
        1 => {
            let text = Json::from(dice.text(&["1", "a", "é"], 0, 1));
            (text.clone(), Shape::Other(text))
        }
        2 | 3 => {
            let small = i64::try_from(dice.below(3)).expect("small");
            let float = [0.0, 1.0, 2.0][usize::try_from(small).expect("small")];
            let number = *dice.pick(&[
                Number::Integer(small),
                Number::Float(float),
                Number::Float(-0.0),
                Number::Float(1e300),
                Number::Integer(1 << 53),
                Number::Float(9_007_199_254_740_992.0),
                Number::Integer((1 << 53) + 1),
                Number::Float(0.1),
            ]);
            (number.json(), Shape::Number(number))
        }
        4 => {
            let (items, shapes): (Vec<_>, Vec<_>) = (0..dice.below(3)).map(|_| some(dice, depth - 1)).unzip();
            (items.into(), Shape::List(shapes))
        }
        _ => {
            let (mut fields, mut shapes) = (serde_json::Map::new(), Vec::new());
            for name in ["a", "b"].iter().take(dice.below(3)) {
                let (value, shape) = some(dice, depth - 1);
                fields.insert((*name).to_owned(), value);
                shapes.push((*name, shape));
            }
            (fields.into(), Shape::Object(shapes))
        }
    }
}

#[derive(Debug)]
enum Shape {
    Other(Json),
    Number(Number),
    List(Vec<Self>),
    Object(Vec<(&'static str, Self)>),
}

impl PartialEq for Shape {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Other(one), Self::Other(two)) => one == two,
            (Self::Number(one), Self::Number(two)) => one.order(*two).is_eq(),
            (Self::List(one), Self::List(two)) => one == two,
            (Self::Object(one), Self::Object(two)) => one == two,
            _ => false,
        }
    }
}

#[test]
fn items_are_equal_by_what_their_numbers_are_worth() {
    let mut repeated = 0;
    for (seed, mut dice) in cases(5_000) {
        let (items, shapes): (Vec<_>, Vec<_>) = (0..dice.below(5)).map(|_| some(&mut dice, 2)).unzip();
        let again = shapes.iter().enumerate().any(|(at, shape)| shapes[..at].contains(shape));
        assert_eq!(!Distinct(items).violations().is_empty(), again, "{shapes:?}, LETTER_SEED={seed}");
        repeated += usize::from(again);
    }
    println!("lists: {repeated} with equal items");
}
