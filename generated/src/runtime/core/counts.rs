//! Rules on how many items a list has, and how many keys an object.

use std::collections::HashSet;
use std::fmt::Write as _;

use super::chain::Seen;
use super::{Element, Json, Node, ObjectWriter, Probe, Record, Rule, Subject, Writer, parse};

/// How many keys an object has as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Properties(pub(super) usize);

impl<T: Record> Subject for T {
    type View<'v>
        = Properties
    where
        T: 'v;

    fn view(&self) -> Option<Properties> {
        Some(Properties(self.properties()))
    }
}

impl<T> Subject for Vec<T> {
    type View<'v>
        = &'v [T]
    where
        T: 'v;

    #[inline]
    fn view(&self) -> Option<&[T]> {
        Some(self)
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl<'v, T> Probe<'_, &'v [T]> {
    /// The rules that follow are about lists with items: on the wire an empty one is none.
    #[inline]
    pub fn filled(self) -> Self {
        self.only(|items: &'v [T]| !items.is_empty())
    }

    /// At least `bound` items.
    #[inline]
    pub fn min_items(self, bound: usize) -> Self {
        self.rule(|items| items.len() >= bound, Rule::MinItems(bound), |items| Seen::Items(items.len()))
    }

    /// At most `bound` items.
    #[inline]
    pub fn max_items(self, bound: usize) -> Self {
        self.rule(|items| items.len() <= bound, Rule::MaxItems(bound), |items| Seen::Items(items.len()))
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl<'v, T: Element> Probe<'_, &'v [T]> {
    /// No two items that are equal as JSON: `1` and `1.0` are.
    pub fn unique_items(self) -> Self {
        let again = |items: &'v [T]| repeated(items.iter().map(json));
        self.rule(|items| again(items).is_none(), Rule::UniqueItems, |items| Seen::Again(again(items)))
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the last link of a chain is a statement"
)]
impl Probe<'_, Properties> {
    /// At least `bound` keys.
    pub fn min_properties(self, bound: usize) -> Self {
        self.rule(|keys| keys.0 >= bound, Rule::MinProperties(bound), |keys| Seen::Properties(keys.0))
    }

    /// At most `bound` keys.
    pub fn max_properties(self, bound: usize) -> Self {
        self.rule(|keys| keys.0 <= bound, Rule::MaxProperties(bound), |keys| Seen::Properties(keys.0))
    }
}

/// How many keys an object has that is written so.
pub(super) fn properties(write: impl FnOnce(&mut ObjectWriter<'_>)) -> usize {
    let mut written = Vec::new();
    Writer::new(&mut written).object(write);
    match parse(&written) {
        Ok(Node::Object(fields)) => fields.iter().count(),
        _ => 0,
    }
}

/// An item as JSON.
fn json(item: &impl Element) -> Json {
    let mut written = Vec::new();
    item.write_element(&mut Writer::new(&mut written));
    serde_json::from_slice(&written).unwrap_or_default()
}

/// The index of the first value that equals an earlier one as JSON.
pub(crate) fn repeated(values: impl IntoIterator<Item = Json>) -> Option<usize> {
    let mut seen = HashSet::new();
    values.into_iter().position(|value| {
        let mut text = String::new();
        canonical(&value, &mut text);
        !seen.insert(text)
    })
}

/// The one text of a JSON value: equal values have the same, however their numbers are written.
fn canonical(value: &Json, to: &mut String) {
    match value {
        Json::Number(number) if !number.is_f64() => to.push_str(&number.to_string()),
        Json::Number(number) => {
            let float = number.as_f64().unwrap_or_default() + 0.0; // which has no sign if it is zero
            _ = if float.fract() == 0.0 { write!(to, "{float:.0}") } else { write!(to, "{number}") };
        }
        Json::Array(items) => {
            to.push('[');
            for item in items {
                canonical(item, to);
                to.push(',');
            }
            to.push(']');
        }
        Json::Object(fields) => {
            to.push('{');
            let mut sorted: Vec<_> = fields.iter().collect();
            sorted.sort_unstable_by_key(|(name, _)| *name);
            for (name, value) in sorted {
                canonical(&Json::from(name.as_str()), to);
                to.push(':');
                canonical(value, to);
                to.push(',');
            }
            to.push('}');
        }
        other => to.push_str(&other.to_string()),
    }
}
