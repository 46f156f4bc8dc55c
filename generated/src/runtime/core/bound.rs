//! Bounds: the order of numbers and of dates, and multiples by exact decimals, since 0.3 is one of 0.1.

use std::cmp::Ordering;
use std::fmt::{self, Write as _};

use serde_json::Number;

use super::format;

/// A number or a date: what a bound is about, and the bound.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Bound<'a> {
    /// A whole number.
    Integer(i64),
    /// A whole number that may be beyond what `i64` holds.
    Unsigned(u64),
    /// A number, by the shortest digits that read as it.
    Number(f64),
    /// A date, a date with a time, or a point in time, as its type writes it.
    Date(&'a str),
}

impl Bound<'_> {
    /// A number of JSON; a whole one however it is written.
    pub(crate) fn of(number: &Number) -> Self {
        let (integer, unsigned) = (number.as_i64().map(Self::Integer), number.as_u64().map(Self::Unsigned));
        integer.or(unsigned).unwrap_or_else(|| {
            let number = number.as_f64().unwrap_or(f64::NAN);
            whole(number).unwrap_or(Self::Number(number))
        })
    }

    /// Whether two numbers are worth the same, however they are written.
    pub(crate) fn is_same(self, other: Bound<'_>) -> bool {
        self.order(other) == Some(Ordering::Equal)
    }

    pub(crate) fn is_at_least(self, bound: Bound<'_>) -> bool {
        self.order(bound).is_none_or(Ordering::is_ge)
    }

    pub(crate) fn is_above(self, bound: Bound<'_>) -> bool {
        self.order(bound).is_none_or(Ordering::is_gt)
    }

    pub(crate) fn is_at_most(self, bound: Bound<'_>) -> bool {
        self.order(bound).is_none_or(Ordering::is_le)
    }

    pub(crate) fn is_below(self, bound: Bound<'_>) -> bool {
        self.order(bound).is_none_or(Ordering::is_lt)
    }

    pub(crate) fn is_multiple_of(self, step: Bound<'_>) -> bool {
        match (self.integer(), step.integer()) {
            (Some(value), Some(step)) => value.checked_rem(step) == Some(0),
            _ => Decimal::of(self).is_multiple_of(&Decimal::of(step)),
        }
    }

    /// The order of two numbers, or of two dates of one type. A text that is no date is for its format to judge.
    fn order(self, other: Bound<'_>) -> Option<Ordering> {
        if let (Some(one), Some(other)) = (self.exact(), other.exact()) {
            return Some(one.cmp(&other));
        }
        match (self, other) {
            (Self::Date(one), Bound::Date(other)) => format::order_of_dates(one, other),
            _ => self.float()?.partial_cmp(&other.float()?),
        }
    }

    fn integer(self) -> Option<i128> {
        match self {
            Self::Integer(value) => Some(value.into()),
            Self::Unsigned(value) => Some(value.into()),
            Self::Number(_) | Self::Date(_) => None,
        }
    }

    /// The integer that it is to the last digit; nothing of a fraction, nor where a float is beyond all integers.
    #[allow(clippy::cast_possible_truncation, reason = "whole, and within `i128`")]
    fn exact(self) -> Option<i128> {
        match self {
            Self::Number(value) => (value.fract() == 0.0 && value.abs() < 1e38).then_some(value as i128),
            other => other.integer(),
        }
    }

    /// The nearest float. Beside it stands a fraction, below 2^53, or a float beyond all integers: their order is not
    /// changed by rounding.
    #[allow(clippy::cast_precision_loss, reason = "as above")]
    fn float(self) -> Option<f64> {
        match self {
            Self::Integer(value) => Some(value as f64),
            Self::Unsigned(value) => Some(value as f64),
            Self::Number(value) => Some(value),
            Self::Date(_) => None,
        }
    }
}

/// The integer that a float is, where one of 64 bits is it.
fn whole(number: f64) -> Option<Bound<'static>> {
    let exact = Bound::Number(number).exact()?;
    i64::try_from(exact).map(Bound::Integer).or_else(|_| u64::try_from(exact).map(Bound::Unsigned)).ok()
}

/// Shows a number.
impl fmt::Display for Bound<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(value) => value.fmt(f),
            Self::Unsigned(value) => value.fmt(f),
            Self::Number(value) => f.write_str(&super::Value::text(value)),
            Self::Date(text) => text.fmt(f),
        }
    }
}

impl From<i32> for Bound<'_> {
    fn from(value: i32) -> Self {
        Self::Integer(value.into())
    }
}

impl From<i64> for Bound<'_> {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<u64> for Bound<'_> {
    fn from(value: u64) -> Self {
        Self::Unsigned(value)
    }
}

impl From<f64> for Bound<'_> {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl<'a> From<&'a str> for Bound<'a> {
    fn from(text: &'a str) -> Self {
        Self::Date(text)
    }
}

/// A number without its sign, as digits and a power of ten; the last digit is no zero.
#[derive(Default)]
struct Decimal {
    digits: u64,
    power: i32,
    part: Part,
}

/// The part of a number that is read.
#[derive(Clone, Copy, Default)]
enum Part {
    #[default]
    Whole,
    Fraction,
    Exponent {
        is_negative: bool,
        value: i32,
    },
}

impl Decimal {
    fn of(number: Bound<'_>) -> Self {
        let mut decimal = Self::default();
        match number {
            Bound::Integer(value) => decimal.digits = value.unsigned_abs(),
            Bound::Unsigned(value) => decimal.digits = value,
            Bound::Number(value) => _ = write!(decimal, "{:e}", value.abs()), // it takes every text
            Bound::Date(_) => {}
        }
        if let Part::Exponent { is_negative, value } = decimal.part {
            decimal.power += if is_negative { -value } else { value };
        }
        while decimal.digits != 0 && decimal.digits.is_multiple_of(10) {
            decimal.digits /= 10;
            decimal.power += 1;
        }
        decimal
    }

    fn is_multiple_of(&self, step: &Self) -> bool {
        if self.digits == 0 || step.digits == 0 {
            return self.digits == 0;
        }
        // A last digit that is finer than all of the step's is left over.
        let Ok(power) = u32::try_from(self.power - step.power) else { return false };
        let step = u128::from(step.digits);
        (0..power).fold(u128::from(self.digits) % step, |rest, _| rest * 10 % step) == 0
    }
}

/// Reads the shortest digits as they are written: at most 17 of a float.
impl fmt::Write for Decimal {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            match (byte, &mut self.part) {
                (b'0'..=b'9', Part::Exponent { value, .. }) => *value = *value * 10 + i32::from(byte - b'0'),
                (b'0'..=b'9', part) => {
                    self.digits = self.digits.saturating_mul(10).saturating_add(u64::from(byte - b'0'));
                    self.power -= i32::from(matches!(part, Part::Fraction));
                }
                (b'.', part) => *part = Part::Fraction,
                (b'e', part) => *part = Part::Exponent { is_negative: false, value: 0 },
                (b'-', Part::Exponent { is_negative, .. }) => *is_negative = true,
                _ => {}
            }
        }
        Ok(())
    }
}
