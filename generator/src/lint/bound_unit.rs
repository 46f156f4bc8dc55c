//! `bound-unit`: a bound of which nobody says what it counts.
//!
//! A number whose name is that of a quantity (`timeout`, `weight`) needs its unit in the name or in words. A length of text
//! counts characters unless `length_unit` says otherwise; words that speak of bytes are such another word.

use super::words;
use crate::check::walk::Site;
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::{Limit, Shape};
use crate::runtime::RuleId;

const QUANTITIES: [&str; 27] = [
    "age",
    "delay",
    "depth",
    "distance",
    "duration",
    "expiration",
    "expiry",
    "height",
    "interval",
    "latency",
    "length",
    "lifetime",
    "period",
    "pressure",
    "radius",
    "retention",
    "size",
    "speed",
    "temperature",
    "timeout",
    "ttl",
    "validity",
    "volume",
    "wait",
    "weight",
    "width",
    "window",
];

const UNITS: [&str; 72] = [
    "%",
    "bar",
    "bit",
    "bits",
    "byte",
    "bytes",
    "celsius",
    "centimetres",
    "character",
    "characters",
    "chars",
    "cm",
    "count",
    "day",
    "days",
    "degrees",
    "entries",
    "fahrenheit",
    "feet",
    "gb",
    "gib",
    "g",
    "gram",
    "grams",
    "hour",
    "hours",
    "hrs",
    "inch",
    "inches",
    "items",
    "kb",
    "kelvin",
    "kg",
    "kib",
    "kilograms",
    "kilometers",
    "kilometres",
    "km",
    "lb",
    "lbs",
    "litres",
    "many",
    "mb",
    "meters",
    "metres",
    "mib",
    "miles",
    "millis",
    "milliseconds",
    "min",
    "mins",
    "minute",
    "minutes",
    "mm",
    "month",
    "months",
    "ms",
    "number",
    "ounces",
    "percent",
    "pixel",
    "pixels",
    "pounds",
    "psi",
    "px",
    "rows",
    "sec",
    "secs",
    "second",
    "seconds",
    "week",
    "years",
];

pub(super) fn judge(site: Site<'_>, found: &mut Diagnostics) {
    let entry = site.entry;
    match &entry.shape.value {
        shape if shape.is_number() && *shape != Shape::EpochSeconds => number(site, found),
        Shape::Text if entry.constraints.length_unit.is_none() => length(site, found),
        _ => {}
    }
}

fn number(site: Site<'_>, found: &mut Diagnostics) {
    let entry = site.entry;
    // None of something is none in any unit.
    let is_bound = |rule: RuleId, limit: &Limit| rule != RuleId::MultipleOf && !is_zero(limit);
    let Some((_, bound)) = entry.constraints.limits().find(|(rule, fact)| is_bound(*rule, &fact.value)) else { return };
    let name = words::of_name(site);
    let is_quantity = name.last().is_some_and(|last| QUANTITIES.contains(&last.as_str()));
    let is_count = name.iter().any(|word| matches!(word.as_str(), "page" | "batch" | "chunk" | "list"));
    let is_unit = |word: String| UNITS.contains(&word.as_str()) || word == "year" || word == "weeks";
    if is_quantity && !is_count && !name.iter().cloned().chain(words::said(entry)).any(is_unit) {
        found.push(
            Diagnostic::new(Id::BoundUnit, format!("nobody says what the bounds of {} count", site.name))
                .at(bound.place, "of what?")
                .help("say the unit in `doc`, such as seconds or bytes")
                .help("where the page is silent too, say that under `doubts`, with the unit that it most likely has"),
        );
    }
}

fn is_zero(limit: &Limit) -> bool {
    match limit {
        Limit::Number(number) => {
            let digits = number.to_string();
            let digits = digits.split(['e', 'E']).next().unwrap_or_default();
            !digits.bytes().any(|byte| matches!(byte, b'1'..=b'9'))
        }
        Limit::Date(_) => false,
    }
}

fn length(site: Site<'_>, found: &mut Diagnostics) {
    let entry = site.entry;
    let Some(bound) = entry.constraints.max_length.as_ref().or(entry.constraints.min_length.as_ref()) else { return };
    let is_other = |word: &String| matches!(word.as_str(), "byte" | "bytes" | "octet" | "octets" | "utf16");
    if let Some(word) = words::said(entry).find(is_other) {
        found.push(
            Diagnostic::new(
                Id::BoundUnit,
                format!("the length of {} counts characters, and its words speak of {word}", site.name),
            )
            .at(bound.place, "counts code points")
            .help(
                "add `length_unit: bytes` (or `utf16`); where characters are meant, `length_unit: code_points` says so",
            ),
        );
    }
}
