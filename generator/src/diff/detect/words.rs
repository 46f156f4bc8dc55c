//! What specs say, in few words.

#![allow(
    clippy::ptr_arg,
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "they are given to what compares two values by reference, whatever these are"
)]

use serde_json::Value as Json;

use crate::model::{Change, Deprecation, EnumScalar, EnumValue, Half, Limit, Listed, Origin};

/// The characters of a text that stand in a report.
const MOST: usize = 80;

/// The first words of a text, on one line.
pub(super) fn brief(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// Words that may be missing.
pub(super) fn optional(text: &Option<String>) -> Option<String> {
    text.as_deref().map(brief)
}

/// A list of words.
pub(super) fn list(texts: &Vec<String>) -> Option<String> {
    (!texts.is_empty()).then(|| texts.iter().map(|text| brief(text)).collect::<Vec<_>>().join("; "))
}

/// All that halves say, without where.
pub(super) fn halves(halves: &[Half]) -> Vec<(Origin, String, Option<String>, Vec<Change>)> {
    let source = |half: &Half| half.source.as_ref().map(|source| source.text.clone());
    halves.iter().map(|half| (half.origin, half.why.clone(), source(half), half.changes.clone())).collect()
}

/// The reasons of halves, and what each is about.
pub(super) fn reasons(halves: &[(Origin, String, Option<String>, Vec<Change>)]) -> Option<String> {
    let said = halves.iter().map(|(origin, why, _, changes)| {
        let keys: Vec<&str> = changes.iter().map(|change| change.key).collect();
        format!("{} {}: {}", origin.as_str(), keys.join(", "), brief(why))
    });
    (!halves.is_empty()).then(|| said.collect::<Vec<_>>().join("; "))
}

/// A JSON value.
pub(super) fn json(value: &Json) -> String {
    value.to_string()
}

/// A flag.
pub(super) fn flag(value: &bool) -> String {
    value.to_string()
}

/// A bound.
pub(super) fn limit(limit: &Limit) -> String {
    match limit {
        Limit::Number(number) => number.to_string(),
        Limit::Date(date) => date.clone(),
    }
}

/// What is said of deprecation.
pub(super) fn deprecation(said: &Deprecation) -> String {
    match said {
        Deprecation::Current => "false".to_owned(),
        Deprecation::Deprecated(None) => "true".to_owned(),
        Deprecation::Deprecated(Some(note)) => brief(note),
    }
}

/// A value of an enum.
pub(super) fn scalar(value: &EnumScalar) -> String {
    match value {
        EnumScalar::Text(text) => text.clone(),
        EnumScalar::Integer(number) => number.to_string(),
    }
}

/// What is listed.
pub(super) fn listed(listed: &Listed) -> String {
    match listed {
        Listed::Unlisted => "unlisted".to_owned(),
        Listed::Values(values) => self::values(values),
    }
}

/// The values of an enum.
pub(super) fn values(values: &[EnumValue]) -> String {
    values.iter().map(|value| scalar(&value.value)).collect::<Vec<_>>().join(", ")
}
