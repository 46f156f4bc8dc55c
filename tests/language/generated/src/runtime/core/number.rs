//! Numbers and booleans.

use serde_json::Number;

use super::check::{Check, Validate};
use super::{Found, Json, Kind, Node, Reader, Rule, Value, WireText, Writer};

/// Why a JSON value is no integer of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoInteger {
    /// It is of another kind; a number with a fraction is one.
    Type,
    /// It is a whole number that the type cannot hold, or one from 2^53 on that is written with a fraction or an exponent,
    /// so that its digits cannot be told.
    Range,
}

/// The whole number that a JSON value is; `1.0` is one too.
///
/// # Errors
/// When it is none, or out of range.
pub fn as_integer(json: &Json) -> Result<i64, NoInteger> {
    if let Json::Number(number) = json { integer(number) } else { Err(NoInteger::Type) }
}

/// The whole number without a sign that a JSON value is; `1.0` is one too.
///
/// # Errors
/// When it is none, or out of range.
pub fn as_unsigned(json: &Json) -> Result<u64, NoInteger> {
    if let Json::Number(number) = json { unsigned(number) } else { Err(NoInteger::Type) }
}

/// The number of 32 bits nearest to a JSON value; nothing beyond the largest.
pub fn as_float(json: &Json) -> Option<f32> {
    if let Json::Number(number) = json { float(number) } else { None }
}

fn integer(number: &Number) -> Result<i64, NoInteger> {
    const EXACT: f64 = 9_007_199_254_740_992.0; // 2^53
    match (number.as_i64(), number.as_f64()) {
        (Some(integer), _) => Ok(integer),
        (None, Some(float)) if float.fract() != 0.0 => Err(NoInteger::Type),
        #[allow(clippy::cast_possible_truncation, reason = "whole, and below 2^53")]
        (None, Some(float)) if float.abs() < EXACT => Ok(float as i64),
        _ => Err(NoInteger::Range),
    }
}

fn unsigned(number: &Number) -> Result<u64, NoInteger> {
    match number.as_u64() {
        Some(unsigned) => Ok(unsigned),
        None => integer(number).and_then(|integer| integer.try_into().map_err(|_| NoInteger::Range)),
    }
}

/// From the shortest digits, since a number that is rounded to 64 bits first may end up beside the nearest.
fn float(number: &Number) -> Option<f32> {
    number.to_string().parse().ok().filter(|float: &f32| float.is_finite())
}

/// The number of 64 bits that has the digits of one of 32 bits: 0.1 is 0.1.
pub(super) fn widened(float: f32) -> f64 {
    float.to_string().parse().unwrap_or(f64::NAN)
}

impl Value for i64 {
    fn read(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self> {
        let Node::Number(number) = &node else { return at.another_kind(Kind::Integer, &node) };
        match integer(number) {
            Ok(integer) => Some(integer),
            Err(NoInteger::Type) => at.another_kind(Kind::Integer, &node),
            Err(NoInteger::Range) => at.broken(Rule::Range("an integer of 64 bits"), Found::LargerNumber),
        }
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.json(&WireText::from(*self));
    }

    fn stand_in() -> Self {
        0
    }

    fn text(&self) -> WireText<'_> {
        (*self).into()
    }
}

impl Value for u64 {
    fn read(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self> {
        let Node::Number(number) = &node else { return at.another_kind(Kind::Integer, &node) };
        match unsigned(number) {
            Ok(unsigned) => Some(unsigned),
            Err(NoInteger::Type) => at.another_kind(Kind::Integer, &node),
            Err(NoInteger::Range) => at.broken(Rule::Range("an unsigned integer of 64 bits"), Found::LargerNumber),
        }
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.json(&WireText::from(*self));
    }

    fn stand_in() -> Self {
        0
    }

    fn text(&self) -> WireText<'_> {
        (*self).into()
    }
}

/// What an integer literal is where nothing else says its type, such as a value that stands for none.
impl Value for i32 {
    fn read(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self> {
        let integer = i64::read(node, at)?;
        Self::try_from(integer)
            .ok()
            .or_else(|| at.broken(Rule::Range("an integer of 32 bits"), Found::Integer(integer)))
    }

    fn write(&self, to: &mut Writer<'_>) {
        i64::from(*self).write(to);
    }

    fn stand_in() -> Self {
        0
    }

    fn text(&self) -> WireText<'_> {
        i64::from(*self).into()
    }
}

/// Its digits are those of 32 bits, in both directions.
impl Value for f32 {
    fn read(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self> {
        let Node::Number(number) = &node else { return at.another_kind(Kind::Number, &node) };
        float(number).or_else(|| at.broken(Rule::Range("a number of 32 bits"), Found::LargerNumber))
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.json(&self.text());
    }

    fn stand_in() -> Self {
        0.0
    }

    fn text(&self) -> WireText<'_> {
        shortest(widened(*self))
    }
}

impl Value for f64 {
    fn read(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self> {
        let number = if let Node::Number(number) = &node { number.as_f64() } else { None };
        number.or_else(|| at.another_kind(Kind::Number, &node))
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.json(&self.text());
    }

    fn stand_in() -> Self {
        0.0
    }

    /// The shortest JSON that reads as the same number; `null` for what is no number of JSON.
    fn text(&self) -> WireText<'_> {
        shortest(*self)
    }
}

fn shortest(number: f64) -> WireText<'static> {
    match as_integer(&Json::from(number)) {
        Ok(integer) => integer.into(),
        Err(_) => Json::from(number).to_string().into(),
    }
}

impl Value for bool {
    fn read(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self> {
        if let Node::Boolean(value) = node { Some(value) } else { at.another_kind(Kind::Boolean, &node) }
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.json(&self.text());
    }

    fn stand_in() -> Self {
        false
    }

    fn text(&self) -> WireText<'_> {
        if *self { "true" } else { "false" }.into()
    }
}

impl Validate for i64 {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Validate for u64 {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Validate for f32 {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Validate for f64 {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Validate for bool {
    fn validate(&self, _: &mut Check<'_>) {}
}
