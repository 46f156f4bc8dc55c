//! The chain of rules of one field, or of every item of a list.

use super::findings::Findings;
use super::place::Place;
use super::{Bound, Constant, Excerpt, Found, LengthUnit, Pattern, Rule, Subject, Violation, format};

/// The chain of one field.
pub struct Probe<'c, V> {
    found: &'c mut Findings,
    place: Place<'c>,
    name: Option<&'static str>,
    value: Option<V>,
    inferred: bool,
    of: Of,
}

/// What the rules of a chain are about.
#[derive(Clone, Copy, PartialEq)]
enum Of {
    Value,
    /// A key of a map, whose first broken rule is told.
    Key,
    /// A text that nobody is to see.
    Secret,
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl<'c, V: Copy> Probe<'c, V> {
    #[inline]
    pub(super) const fn new(
        found: &'c mut Findings,
        place: Place<'c>,
        name: Option<&'static str>,
        value: Option<V>,
    ) -> Self {
        Self { found, place, name, value, inferred: false, of: Of::Value }
    }

    /// The rules that follow are inferred from an example: they warn.
    #[inline]
    #[must_use = "a chain without a rule checks nothing"]
    pub fn inferred(mut self) -> Self {
        self.inferred = true;
        self
    }

    /// The rules that follow are documented or known again.
    #[inline]
    #[must_use = "a chain without a rule checks nothing"]
    pub fn documented(mut self) -> Self {
        self.inferred = false;
        self
    }

    /// What stands here is a secret: no part of it is told.
    #[inline]
    #[must_use = "a chain without a rule checks nothing"]
    pub fn secret(mut self) -> Self {
        self.of = Of::Secret;
        self
    }

    #[inline]
    pub(super) fn rule<'s>(
        mut self,
        holds: impl FnOnce(V) -> bool,
        rule: Rule,
        seen: impl FnOnce(V) -> Seen<'s>,
    ) -> Self {
        if let Some(value) = self.value
            && !holds(value)
        {
            let is_key = self.of == Of::Key;
            let rule = if is_key { rule.of_key() } else { rule };
            let seen = seen(value);
            let seen = if self.of == Of::Secret { seen.hidden() } else { seen };
            report(self.found, &self.place, (self.name, None), rule, &seen, self.inferred);
            if is_key {
                self.value = None;
            }
        }
        self
    }

    /// Lets the rules that follow see only a value that a test lets pass.
    #[inline]
    pub(super) fn only(mut self, test: impl FnOnce(V) -> bool) -> Self {
        self.value = self.value.filter(|value| test(*value));
        self
    }

    /// A rule that lets none follow where it is broken.
    #[inline]
    fn range<'s>(mut self, holds: impl Fn(V) -> bool, range: &'static str, seen: impl FnOnce(V) -> Seen<'s>) -> Self {
        let value = self.value.filter(|value| holds(*value));
        self = self.rule(holds, Rule::Range(range), seen);
        self.value = value;
        self
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl<'v, V: Copy + Into<Bound<'v>>> Probe<'_, V> {
    /// This number or more; of dates, this or later.
    #[inline]
    pub fn minimum(self, bound: impl Into<Bound<'static>>) -> Self {
        let bound = bound.into();
        self.rule(|value| value.into().is_at_least(bound), Rule::Minimum(bound), |value| value.into().into())
    }

    /// More than this number; of dates, later.
    #[inline]
    pub fn exclusive_minimum(self, bound: impl Into<Bound<'static>>) -> Self {
        let bound = bound.into();
        self.rule(|value| value.into().is_above(bound), Rule::ExclusiveMinimum(bound), |value| value.into().into())
    }

    /// This number or less; of dates, this or earlier.
    #[inline]
    pub fn maximum(self, bound: impl Into<Bound<'static>>) -> Self {
        let bound = bound.into();
        self.rule(|value| value.into().is_at_most(bound), Rule::Maximum(bound), |value| value.into().into())
    }

    /// Less than this number; of dates, earlier.
    #[inline]
    pub fn exclusive_maximum(self, bound: impl Into<Bound<'static>>) -> Self {
        let bound = bound.into();
        self.rule(|value| value.into().is_below(bound), Rule::ExclusiveMaximum(bound), |value| value.into().into())
    }

    /// A whole multiple of this number.
    #[inline]
    pub fn multiple_of(self, step: impl Into<Bound<'static>>) -> Self {
        let step = step.into();
        self.rule(|value| value.into().is_multiple_of(step), Rule::MultipleOf(step), |value| value.into().into())
    }
}

impl<'c, 'v> Probe<'c, &'v str> {
    pub(super) const fn of_key(found: &'c mut Findings, place: Place<'c>, key: &'v str) -> Self {
        Self { found, place, name: None, value: Some(key), inferred: false, of: Of::Key }
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl<'v> Probe<'_, &'v str> {
    /// This value.
    #[inline]
    pub fn constant(self, value: &'static str) -> Self {
        self.rule(|text: &'v str| text == value, Rule::Const(Constant::Text(value)), Seen::Text)
    }

    /// One of the listed values.
    #[inline]
    pub fn listed(self, values: &'static [&'static str]) -> Self {
        self.rule(|text: &'v str| values.contains(&text), Rule::Enum(values), Seen::Text)
    }

    /// At least `bound` characters (code points).
    #[inline]
    pub fn min_length(self, bound: usize) -> Self {
        self.rule(|text| format::has_chars(text, bound), Rule::MinLength(bound), Seen::Characters)
    }

    /// At most `bound` characters (code points).
    #[inline]
    pub fn max_length(self, bound: usize) -> Self {
        self.rule(|text| LengthUnit::CodePoints.is_within(text, bound), Rule::MaxLength(bound), Seen::Characters)
    }

    /// At least `bound` code units of UTF-16.
    #[inline]
    pub fn min_utf16(self, bound: usize) -> Self {
        let unit = LengthUnit::Utf16;
        self.rule(|text| unit.has(text, bound), Rule::MinLengthIn(unit, bound), |text| Seen::Length(unit, text))
    }

    /// At most `bound` code units of UTF-16.
    #[inline]
    pub fn max_utf16(self, bound: usize) -> Self {
        let unit = LengthUnit::Utf16;
        self.rule(|text| unit.is_within(text, bound), Rule::MaxLengthIn(unit, bound), |text| Seen::Length(unit, text))
    }

    /// At least `bound` bytes of UTF-8.
    #[inline]
    pub fn min_bytes(self, bound: usize) -> Self {
        let unit = LengthUnit::Bytes;
        self.rule(|text| unit.has(text, bound), Rule::MinLengthIn(unit, bound), |text| Seen::Length(unit, text))
    }

    /// At most `bound` bytes of UTF-8.
    #[inline]
    pub fn max_bytes(self, bound: usize) -> Self {
        let unit = LengthUnit::Bytes;
        self.rule(|text| unit.is_within(text, bound), Rule::MaxLengthIn(unit, bound), |text| Seen::Length(unit, text))
    }

    /// Text that the pattern matches.
    #[inline]
    pub fn pattern(self, pattern: &'static Pattern<'static>) -> Self {
        self.rule(|text| pattern.is_match(text), Rule::Pattern(pattern.source()), Seen::Text)
    }

    /// An email address, by the rule of HTML.
    #[inline]
    pub fn email(self) -> Self {
        self.rule(format::is_email, Rule::Format("email"), Seen::Text)
    }

    /// A date-time of RFC 3339.
    #[inline]
    pub fn date_time(self) -> Self {
        self.rule(format::is_date_time, Rule::Format("date-time"), Seen::Text)
    }

    /// A date and a time without a zone.
    #[inline]
    pub fn local_date_time(self) -> Self {
        self.rule(format::is_local_date_time, Rule::Format("local-date-time"), Seen::Text)
    }

    /// A date of RFC 3339.
    #[inline]
    pub fn date(self) -> Self {
        self.rule(format::is_date, Rule::Format("date"), Seen::Text)
    }

    /// A UUID of RFC 9562.
    #[inline]
    pub fn uuid(self) -> Self {
        self.rule(format::is_uuid, Rule::Format("uuid"), Seen::Text)
    }

    /// A URI of RFC 3986.
    #[inline]
    pub fn uri(self) -> Self {
        self.rule(format::is_uri, Rule::Format("uri"), Seen::Text)
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl Probe<'_, bool> {
    /// This value.
    #[inline]
    pub fn constant(self, value: bool) -> Self {
        self.rule(|flag| flag == value, Rule::Const(Constant::Boolean(value)), Seen::Boolean)
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl Probe<'_, i64> {
    /// This value.
    #[inline]
    pub fn constant(self, value: i64) -> Self {
        self.rule(|number| number == value, Rule::Const(Constant::Integer(value)), Seen::Integer)
    }

    /// A number of 32 bits.
    #[inline]
    pub fn int32(self) -> Self {
        self.range(|number| i32::try_from(number).is_ok(), INT32, Seen::Integer)
    }

    /// A number of 32 bits without a sign.
    #[inline]
    pub fn uint32(self) -> Self {
        self.range(|number| u32::try_from(number).is_ok(), UINT32, Seen::Integer)
    }

    /// One of the listed values.
    #[inline]
    pub fn listed(self, values: &'static [i64]) -> Self {
        self.rule(|number| values.contains(&number), Rule::EnumOfIntegers(values), Seen::Integer)
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl Probe<'_, f64> {
    /// This value.
    #[inline]
    #[allow(clippy::float_cmp, reason = "the constant is one number, not one near it")]
    pub fn constant(self, value: f64) -> Self {
        self.rule(|number| number == value, Rule::Const(Constant::Number(value)), Seen::Number)
    }

    /// A number that JSON can write: neither infinite nor none at all.
    #[inline]
    pub fn finite(self) -> Self {
        self.range(f64::is_finite, FINITE, Seen::Number)
    }
}

/// The chain of every item of a list.
pub struct Each<'c, 'v, T> {
    found: &'c mut Findings,
    place: Place<'c>,
    name: Option<&'static str>,
    items: &'v [T],
    inferred: bool,
    secret: bool,
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl<'c, 'v, T> Each<'c, 'v, T> {
    #[inline]
    pub(super) const fn new(
        found: &'c mut Findings,
        place: Place<'c>,
        name: Option<&'static str>,
        items: &'v [T],
    ) -> Self {
        Self { found, place, name, items, inferred: false, secret: false }
    }

    /// The rules that follow are inferred from an example: they warn.
    #[inline]
    #[must_use = "a chain without a rule checks nothing"]
    pub fn inferred(mut self) -> Self {
        self.inferred = true;
        self
    }

    /// The rules that follow are documented or known again.
    #[inline]
    #[must_use = "a chain without a rule checks nothing"]
    pub fn documented(mut self) -> Self {
        self.inferred = false;
        self
    }

    /// What stands here are secrets: no part of them is told.
    #[inline]
    #[must_use = "a chain without a rule checks nothing"]
    pub fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// At least one item: where the wire cannot tell an empty list from none, and the list is required.
    #[inline]
    pub fn required(self) -> Self {
        if self.items.is_empty() {
            report(self.found, &self.place, (self.name, None), Rule::Required, &Seen::Nothing, self.inferred);
        }
        self
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl<'v, T: Subject> Each<'_, 'v, T> {
    #[inline]
    fn rule(self, holds: impl Fn(T::View<'v>) -> bool, rule: Rule, seen: impl Fn(T::View<'v>) -> Seen<'v>) -> Self {
        for (index, item) in self.items.iter().enumerate() {
            if let Some(value) = item.view()
                && !holds(value)
            {
                let seen = seen(value);
                let seen = if self.secret { seen.hidden() } else { seen };
                report(self.found, &self.place, (self.name, Some(index)), rule, &seen, self.inferred);
            }
        }
        self
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl<'v, T: Subject<View<'v>: Into<Bound<'v>>> + 'v> Each<'_, 'v, T> {
    /// Each this number or more; of dates, this or later.
    #[inline]
    pub fn minimum(self, bound: impl Into<Bound<'static>>) -> Self {
        let bound = bound.into();
        self.rule(|value| value.into().is_at_least(bound), Rule::Minimum(bound), |value| value.into().into())
    }

    /// Each more than this number; of dates, later.
    #[inline]
    pub fn exclusive_minimum(self, bound: impl Into<Bound<'static>>) -> Self {
        let bound = bound.into();
        self.rule(|value| value.into().is_above(bound), Rule::ExclusiveMinimum(bound), |value| value.into().into())
    }

    /// Each this number or less; of dates, this or earlier.
    #[inline]
    pub fn maximum(self, bound: impl Into<Bound<'static>>) -> Self {
        let bound = bound.into();
        self.rule(|value| value.into().is_at_most(bound), Rule::Maximum(bound), |value| value.into().into())
    }

    /// Each less than this number; of dates, earlier.
    #[inline]
    pub fn exclusive_maximum(self, bound: impl Into<Bound<'static>>) -> Self {
        let bound = bound.into();
        self.rule(|value| value.into().is_below(bound), Rule::ExclusiveMaximum(bound), |value| value.into().into())
    }

    /// Each a whole multiple of this number.
    #[inline]
    pub fn multiple_of(self, step: impl Into<Bound<'static>>) -> Self {
        let step = step.into();
        self.rule(|value| value.into().is_multiple_of(step), Rule::MultipleOf(step), |value| value.into().into())
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl<'v, T: Subject<View<'v> = &'v str> + 'v> Each<'_, 'v, T> {
    /// Each this value.
    #[inline]
    pub fn constant(self, value: &'static str) -> Self {
        self.rule(|text: &'v str| text == value, Rule::Const(Constant::Text(value)), Seen::Text)
    }

    /// Each one of the listed values.
    #[inline]
    pub fn listed(self, values: &'static [&'static str]) -> Self {
        self.rule(|text: &'v str| values.contains(&text), Rule::Enum(values), Seen::Text)
    }

    /// Each of at least `bound` characters (code points).
    #[inline]
    pub fn min_length(self, bound: usize) -> Self {
        self.rule(|text| format::has_chars(text, bound), Rule::MinLength(bound), Seen::Characters)
    }

    /// Each of at most `bound` characters (code points).
    #[inline]
    pub fn max_length(self, bound: usize) -> Self {
        self.rule(|text| LengthUnit::CodePoints.is_within(text, bound), Rule::MaxLength(bound), Seen::Characters)
    }

    /// Each of at least `bound` code units of UTF-16.
    #[inline]
    pub fn min_utf16(self, bound: usize) -> Self {
        let unit = LengthUnit::Utf16;
        self.rule(|text| unit.has(text, bound), Rule::MinLengthIn(unit, bound), |text| Seen::Length(unit, text))
    }

    /// Each of at most `bound` code units of UTF-16.
    #[inline]
    pub fn max_utf16(self, bound: usize) -> Self {
        let unit = LengthUnit::Utf16;
        self.rule(|text| unit.is_within(text, bound), Rule::MaxLengthIn(unit, bound), |text| Seen::Length(unit, text))
    }

    /// Each of at least `bound` bytes of UTF-8.
    #[inline]
    pub fn min_bytes(self, bound: usize) -> Self {
        let unit = LengthUnit::Bytes;
        self.rule(|text| unit.has(text, bound), Rule::MinLengthIn(unit, bound), |text| Seen::Length(unit, text))
    }

    /// Each of at most `bound` bytes of UTF-8.
    #[inline]
    pub fn max_bytes(self, bound: usize) -> Self {
        let unit = LengthUnit::Bytes;
        self.rule(|text| unit.is_within(text, bound), Rule::MaxLengthIn(unit, bound), |text| Seen::Length(unit, text))
    }

    /// Each text that the pattern matches.
    #[inline]
    pub fn pattern(self, pattern: &'static Pattern<'static>) -> Self {
        self.rule(|text| pattern.is_match(text), Rule::Pattern(pattern.source()), Seen::Text)
    }

    /// Each an email address, by the rule of HTML.
    #[inline]
    pub fn email(self) -> Self {
        self.rule(format::is_email, Rule::Format("email"), Seen::Text)
    }

    /// Each a date-time of RFC 3339.
    #[inline]
    pub fn date_time(self) -> Self {
        self.rule(format::is_date_time, Rule::Format("date-time"), Seen::Text)
    }

    /// Each a date and a time without a zone.
    #[inline]
    pub fn local_date_time(self) -> Self {
        self.rule(format::is_local_date_time, Rule::Format("local-date-time"), Seen::Text)
    }

    /// Each a date of RFC 3339.
    #[inline]
    pub fn date(self) -> Self {
        self.rule(format::is_date, Rule::Format("date"), Seen::Text)
    }

    /// Each a UUID of RFC 9562.
    #[inline]
    pub fn uuid(self) -> Self {
        self.rule(format::is_uuid, Rule::Format("uuid"), Seen::Text)
    }

    /// Each a URI of RFC 3986.
    #[inline]
    pub fn uri(self) -> Self {
        self.rule(format::is_uri, Rule::Format("uri"), Seen::Text)
    }

    /// Each without a comma, since commas join them; and not one empty text alone, which is written as no item is.
    #[inline]
    pub fn no_comma(self) -> Self {
        let is_alone = self.items.len() == 1;
        let split = self.rule(|text| !text.contains(','), Rule::Encode("no comma within a comma list"), Seen::Text);
        let alone = Rule::Encode("no empty text alone in a comma list");
        split.rule(|text| !(is_alone && text.is_empty()), alone, Seen::Text)
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl<'v, T: Subject<View<'v> = bool> + 'v> Each<'_, 'v, T> {
    /// Each this value.
    #[inline]
    pub fn constant_boolean(self, value: bool) -> Self {
        self.rule(|flag| flag == value, Rule::Const(Constant::Boolean(value)), Seen::Boolean)
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl<'v, T: Subject<View<'v> = i64> + 'v> Each<'_, 'v, T> {
    /// Each this value.
    #[inline]
    pub fn constant_integer(self, value: i64) -> Self {
        self.rule(|number| number == value, Rule::Const(Constant::Integer(value)), Seen::Integer)
    }

    /// Each a number of 32 bits.
    #[inline]
    pub fn int32(self) -> Self {
        self.rule(|number| i32::try_from(number).is_ok(), Rule::Range(INT32), Seen::Integer)
    }

    /// Each a number of 32 bits without a sign.
    #[inline]
    pub fn uint32(self) -> Self {
        self.rule(|number| u32::try_from(number).is_ok(), Rule::Range(UINT32), Seen::Integer)
    }

    /// Each one of the listed values.
    #[inline]
    pub fn listed_integers(self, values: &'static [i64]) -> Self {
        self.rule(|number| values.contains(&number), Rule::EnumOfIntegers(values), Seen::Integer)
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl<'v, T: Subject<View<'v> = f64> + 'v> Each<'_, 'v, T> {
    /// Each this value.
    #[inline]
    #[allow(clippy::float_cmp, reason = "the constant is one number, not one near it")]
    pub fn constant_number(self, value: f64) -> Self {
        self.rule(|number| number == value, Rule::Const(Constant::Number(value)), Seen::Number)
    }

    /// Each a number that JSON can write: neither infinite nor none at all.
    #[inline]
    pub fn finite(self) -> Self {
        self.rule(f64::is_finite, Rule::Range(FINITE), Seen::Number)
    }
}

const INT32: &str = "an integer of 32 bits";
const UINT32: &str = "an unsigned integer of 32 bits";
const FINITE: &str = "a finite number";

/// What a rule saw, by reference; only a violation copies of it.
pub(super) enum Seen<'v> {
    Nothing,
    Characters(&'v str),
    Length(LengthUnit, &'v str),
    Text(&'v str),
    Boolean(bool),
    Integer(i64),
    Unsigned(u64),
    Number(f64),
    Items(usize),
    /// The index of an item that equals an earlier one.
    Again(Option<usize>),
    Properties(usize),
}

impl Seen<'_> {
    /// The same without any of its text.
    fn hidden(self) -> Self {
        match self {
            Self::Text(text) => Self::Characters(text),
            other => other,
        }
    }
}

impl<'v> From<Bound<'v>> for Seen<'v> {
    fn from(value: Bound<'v>) -> Self {
        match value {
            Bound::Integer(value) => Self::Integer(value),
            Bound::Unsigned(value) => Self::Unsigned(value),
            Bound::Number(value) => Self::Number(value),
            Bound::Date(text) => Self::Text(text),
        }
    }
}

/// The one cold function behind all rules: chains stay small enough to be inlined.
#[cold]
#[inline(never)]
fn report(
    to: &mut Findings,
    place: &Place<'_>,
    at: (Option<&'static str>, Option<usize>),
    rule: Rule,
    seen: &Seen<'_>,
    inferred: bool,
) {
    let added = to.add(|| {
        let found = match *seen {
            Seen::Nothing => Found::Nothing,
            Seen::Characters(text) => Found::Characters(text.chars().count()),
            Seen::Length(unit, text) => Found::Length(unit, unit.count(text)),
            Seen::Text(_) => Found::Text(Excerpt::EMPTY),
            Seen::Boolean(value) => Found::Boolean(value),
            Seen::Integer(value) => Found::Integer(value),
            Seen::Unsigned(value) => Found::Unsigned(value),
            Seen::Number(value) => Found::Number(value),
            Seen::Items(count) => Found::Items(count),
            Seen::Again(index) => index.map_or(Found::Nothing, Found::Repeated),
            Seen::Properties(count) => Found::Properties(count),
        };
        let pointer = match at {
            (Some(name), None) => place.field(name),
            (Some(name), Some(index)) => place.item(name, index),
            (None, Some(index)) => Place::Index(place, index).pointer(),
            (None, None) => place.pointer(),
        };
        Violation { pointer, rule, found, inferred }
    });
    if let (Some(Violation { found: Found::Text(excerpt), .. }), Seen::Text(text)) = (added, seen) {
        excerpt.fill(text);
    }
}
