//! Numbers that bounds and multiples admit, in exact decimals: whether there are any, and one to show.

use serde_json::Number;

use crate::model::{Constraints, IntegerKind, Limit, Shape};
use crate::runtime::RuleId;

/// What is allowed of a number.
#[derive(Debug)]
pub(crate) struct Interval {
    lows: Vec<(Decimal, Edge)>,
    highs: Vec<(Decimal, Edge)>,
    step: Option<Decimal>,
    whole: bool,
}

/// What was found in an interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Admitted {
    /// This number.
    One(Decimal),
    /// There is none.
    Nothing,
    /// The bounds have more digits than are looked at.
    Unknown,
}

/// Whether a bound is admitted itself.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Edge {
    Inside,
    Outside,
}

/// Digits and a power of ten.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Decimal {
    digits: i128,
    power: i32,
}

impl Interval {
    /// What the constraints of a number admit; nothing where their digits are beyond what is looked at.
    pub(crate) fn of(shape: &Shape, constraints: &Constraints) -> Option<Self> {
        let mut interval = Self { lows: Vec::new(), highs: Vec::new(), step: None, whole: shape.is_integer() };
        if let Some((least, greatest)) = range(shape) {
            interval.lows.push((Decimal { digits: least, power: 0 }, Edge::Inside));
            interval.highs.push((Decimal { digits: greatest, power: 0 }, Edge::Inside));
        }
        for (rule, fact) in constraints.limits() {
            let Limit::Number(number) = &fact.value else { continue };
            let limit = Decimal::of(number)?;
            match rule {
                RuleId::Minimum => interval.lows.push((limit, Edge::Inside)),
                RuleId::ExclusiveMinimum => interval.lows.push((limit, Edge::Outside)),
                RuleId::Maximum => interval.highs.push((limit, Edge::Inside)),
                RuleId::ExclusiveMaximum => interval.highs.push((limit, Edge::Outside)),
                _ => interval.step = Some(limit),
            }
        }
        Some(interval)
    }

    /// A number inside: this one if it is, else one near a bound.
    pub(crate) fn find(&self, wanted: Decimal) -> Admitted {
        self.search(wanted).unwrap_or(Admitted::Unknown)
    }

    /// Another number inside, beside one that is: another one for each index from 1 on.
    pub(crate) fn other(&self, near: Decimal, index: usize) -> Option<Decimal> {
        const FAR: i128 = 64;
        let finer = |power: i32| Decimal { digits: 1, power: -power };
        let units = match self.step {
            Some(step) => vec![step],
            None => (0..6).map(finer).collect(),
        };
        let is_inside = |number: &Decimal| matches!(self.find(*number), Admitted::One(found) if found.equals(*number));
        let mut found: Vec<Decimal> = Vec::new();
        for (unit, step) in units.iter().flat_map(|unit| (1..=FAR).chain((-FAR..0).rev()).map(move |step| (unit, step)))
        {
            let Some(number) = near.plus(*unit, step).filter(is_inside) else { continue };
            if !found.iter().any(|earlier| earlier.equals(number)) {
                found.push(number);
            }
            if found.len() == index {
                return found.pop();
            }
        }
        None
    }

    fn search(&self, wanted: Decimal) -> Option<Admitted> {
        let all = self.lows.iter().chain(&self.highs).map(|(limit, _)| limit).chain(&self.step);
        let finest = all.map(|limit| limit.power).min().unwrap_or(0);
        let finest = if self.whole { finest.min(0) } else { finest };
        // Between two bounds stands a number with a further digit.
        let power = if self.whole || self.step.is_some() { finest } else { finest.min(wanted.power) - 1 };
        let one = 10_i128.checked_pow(u32::try_from(-power).ok().filter(|_| self.whole).unwrap_or(0))?;
        let step = match self.step {
            Some(step) => multiple(step.scaled(power)?.checked_abs()?, one)?,
            None => one,
        };
        let mut low = None;
        for (limit, edge) in &self.lows {
            low = low.max(Some(limit.scaled(power)? + i128::from(*edge == Edge::Outside)));
        }
        let mut high: Option<i128> = None;
        for (limit, edge) in &self.highs {
            let limit = limit.scaled(power)? - i128::from(*edge == Edge::Outside);
            high = Some(high.map_or(limit, |high| high.min(limit)));
        }
        let inside = |number: &i128| {
            number.checked_rem(step) == Some(0)
                && low.is_none_or(|low| *number >= low)
                && high.is_none_or(|high| *number <= high)
        };
        let above = |low: i128| low.checked_add((-low).rem_euclid(step));
        let below = |high: i128| high.checked_sub(high.rem_euclid(step));
        let found = wanted.scaled(power).filter(inside);
        let found = found.or_else(|| low.and_then(above).or_else(|| high.and_then(below)).or(Some(0)).filter(inside));
        Some(found.map_or(Admitted::Nothing, |digits| Admitted::One(Decimal { digits, power })))
    }
}

impl Decimal {
    /// 1.
    pub(crate) const ONE: Self = Self { digits: 1, power: 0 };

    pub(crate) fn of(number: &Number) -> Option<Self> {
        let text = number.to_string();
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{fraction}").parse().ok()?;
        let power = exponent.parse::<i32>().ok()?.checked_sub(i32::try_from(fraction.len()).ok()?)?;
        Some(Self { digits, power })
    }

    /// A whole number.
    pub(crate) const fn whole(digits: i128) -> Self {
        Self { digits, power: 0 }
    }

    /// So many steps further.
    fn plus(self, step: Self, times: i128) -> Option<Self> {
        let power = self.power.min(step.power);
        let digits = self.scaled(power)?.checked_add(step.scaled(power)?.checked_mul(times)?)?;
        Some(Self { digits, power })
    }

    fn equals(self, other: Self) -> bool {
        let power = self.power.min(other.power);
        self.scaled(power).is_some_and(|digits| other.scaled(power) == Some(digits))
    }

    /// The whole number that it is.
    pub(crate) fn integer(self) -> Option<i128> {
        self.scaled(0)
    }

    /// The nearest float.
    pub(crate) fn float(self) -> f64 {
        format!("{}e{}", self.digits, self.power).parse().unwrap_or_default()
    }

    /// How many of a power of ten it is.
    fn scaled(self, power: i32) -> Option<i128> {
        let more = self.power.checked_sub(power)?;
        let factor = 10_i128.checked_pow(more.unsigned_abs())?;
        if more >= 0 {
            self.digits.checked_mul(factor)
        } else {
            (self.digits % factor == 0).then_some(self.digits / factor)
        }
    }
}

/// The least common multiple.
fn multiple(one: i128, other: i128) -> Option<i128> {
    let (mut divisor, mut rest) = (one, other);
    while rest != 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    one.checked_div(divisor)?.checked_mul(other)
}

/// What an integer type holds.
fn range(shape: &Shape) -> Option<(i128, i128)> {
    match shape {
        Shape::Integer(IntegerKind::Int32) => Some((i32::MIN.into(), i32::MAX.into())),
        Shape::Integer(IntegerKind::Uint32) => Some((0, u32::MAX.into())),
        Shape::Integer(IntegerKind::Uint64) => Some((0, u64::MAX.into())),
        Shape::Integer(IntegerKind::Integer | IntegerKind::Int64) | Shape::EpochSeconds => {
            Some((i64::MIN.into(), i64::MAX.into()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(low: Option<(&str, Edge)>, high: Option<(&str, Edge)>, step: Option<&str>, whole: bool) -> Admitted {
        let decimal = |text: &str| Decimal::of(&text.parse().unwrap()).unwrap();
        let limits =
            |limit: Option<(&str, Edge)>| limit.map(|(text, edge)| (decimal(text), edge)).into_iter().collect();
        let (lows, highs) = (limits(low), limits(high));
        Interval { lows, highs, step: step.map(decimal), whole }.find(Decimal { digits: 1, power: 0 })
    }

    fn found(admitted: Admitted) -> f64 {
        match admitted {
            Admitted::One(decimal) => decimal.float(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    #[allow(clippy::float_cmp, reason = "exact decimals, not results of sums")]
    fn what_is_shown_lies_inside() {
        use Edge::{Inside, Outside};
        let both = |low, high, step, whole| found(interval(Some(low), Some(high), step, whole));
        assert_eq!(both(("0", Inside), ("9", Inside), None, true), 1.0);
        assert_eq!(both(("1", Outside), ("9", Inside), None, true), 2.0);
        assert_eq!(both(("0.5", Inside), ("1.5", Inside), None, true), 1.0);
        assert_eq!(both(("0.3", Outside), ("0.4", Outside), None, false), 0.31);
        assert_eq!(both(("0.3", Outside), ("0.4", Inside), Some("0.02"), false), 0.32);
        assert_eq!(both(("18", Inside), ("1e6", Inside), Some("1.5"), true), 18.0);
        assert_eq!(both(("19", Inside), ("1e6", Inside), Some("1.5"), true), 21.0);
        assert_eq!(found(interval(None, Some(("-5", Outside)), Some("10"), true)), -10.0);
        assert_eq!(found(interval(Some(("-3", Inside)), Some(("0", Inside)), None, false)), -3.0);
        assert_eq!(found(interval(None, None, Some("1e-7"), false)), 1.0);
        // As many digits as are looked at: none is spent on a finer number where there can be none.
        assert_eq!(found(interval(Some(("1e38", Inside)), None, None, true)), 1e38);
        assert_eq!(found(interval(Some(("1e38", Inside)), None, Some("2"), false)), 1e38);
    }

    #[test]
    #[allow(clippy::float_cmp, reason = "exact decimals, not results of sums")]
    fn others_lie_inside_too() {
        let decimal = |text: &str| Decimal::of(&text.parse().unwrap()).unwrap();
        let others = |low: &str, high: &str, step: Option<&str>, whole, near: &str| {
            let limit = |text| vec![(decimal(text), Edge::Inside)];
            let interval = Interval { lows: limit(low), highs: limit(high), step: step.map(decimal), whole };
            (1..5).map_while(|index| interval.other(decimal(near), index)).map(Decimal::float).collect::<Vec<_>>()
        };
        assert_eq!(others("0", "9", None, true, "1"), [2.0, 3.0, 4.0, 5.0]);
        assert_eq!(others("1", "3", None, true, "2"), [3.0, 1.0]);
        assert_eq!(others("0", "20", Some("5"), true, "5"), [10.0, 15.0, 20.0, 0.0]);
        assert_eq!(others("0", "9", Some("1.5"), true, "3"), [6.0, 9.0, 0.0]);
        assert_eq!(others("0", "0.25", None, false, "0.1"), [0.2, 0.0, 0.11, 0.12]);
    }

    #[test]
    fn whole_numbers_are_those_without_a_rest() {
        for (digits, power, whole) in [
            (12, 0, Some(12)),
            (-12, 2, Some(-1200)),
            (10, -1, Some(1)),
            (-340, -1, Some(-34)),
            (15, -1, None),
            (5, -1, None),
            (0, -9, Some(0)),
            (1, 38, Some(10_i128.pow(38))),
            (1, 39, None),
            (1, -39, None),
        ] {
            assert_eq!(Decimal { digits, power }.integer(), whole, "{digits}e{power}");
        }
    }

    #[test]
    fn nothing_is_found_where_nothing_is() {
        use Edge::{Inside, Outside};
        for (low, high, step, whole) in [
            (("5", Outside), ("5", Inside), None, false),
            (("1", Outside), ("2", Outside), None, true),
            (("1", Inside), ("9", Inside), Some("10"), true),
            (("0.1", Inside), ("0.19", Inside), Some("0.2"), false),
            (("0.1", Inside), ("0.9", Inside), None, true),
        ] {
            assert_eq!(interval(Some(low), Some(high), step, whole), Admitted::Nothing, "{low:?} {high:?} {step:?}");
        }
        assert_eq!(interval(Some(("1e300", Inside)), None, Some("0.1"), false), Admitted::Unknown);
    }
}
