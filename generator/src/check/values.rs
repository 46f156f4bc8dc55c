//! Values that an entry names itself: its enum, its default, what means none; and whether any value meets all rules.

use std::collections::HashMap;

use serde_json::Value as Json;

use super::judge::{Broken, Form, Judge, is_open};
use super::kind::{self, Kind};
use super::patterns::Patterns;
use super::walk::{Location, Site};
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::model::{Entry, EnumScalar, EnumValue, Fact, Listed, Shape};
use crate::runtime::{LengthUnit, as_integer};

/// Judges the values of an entry.
pub(super) fn judge(site: Site<'_>, patterns: &mut Patterns, found: &mut Diagnostics) {
    if let Some(Fact { value: Listed::Values(values), .. }) = &site.entry.listed {
        enum_values(site, values, patterns, found);
    }
    if let Some(default) = &site.entry.default {
        for broken in breaks(site, site.entry, &default.value, patterns) {
            found.push(value_breaks(
                &format!("the default {} of {}", default.value, site.name),
                default.place,
                &broken,
            ));
        }
    }
    constant(site, patterns, found);
    none_value(site, found);
    never_satisfied(site, patterns, found);
}

fn enum_values(site: Site<'_>, values: &[EnumValue], patterns: &mut Patterns, found: &mut Diagnostics) {
    duplicates(site, values, found);
    if kinds(site, values, found) {
        return;
    }
    // The constant is told to break the enum, not each other value to break the constant.
    let mut unfixed = site.entry.clone();
    unfixed.constraints.constant = None;
    let broken: Vec<_> = values.iter().map(|value| breaks(site, &unfixed, &json(&value.value), patterns)).collect();
    if !is_open(site.entry) && !broken.is_empty() && broken.iter().all(|broken| !broken.is_empty()) {
        found.push(no_value(site, values, &broken));
        return;
    }
    for (value, broken) in values.iter().zip(broken) {
        for broken in broken {
            let what = format!("the value {} of the enum of {}", json(&value.value), site.name);
            found.push(value_breaks(&what, value.place, &broken));
        }
    }
}

fn no_value(site: Site<'_>, values: &[EnumValue], broken: &[Vec<Broken>]) -> Diagnostic {
    let title = format!("no value of {} meets its rules: each value of its enum breaks one of them", site.name);
    let place = site.entry.listed.as_ref().map_or(site.entry.place, |fact| fact.place);
    let mut diagnostic = Diagnostic::new(Id::NeverSatisfied, title).at(place, "the values");
    let mut shown: Vec<Place> = Vec::new();
    for (value, broken) in
        values.iter().zip(broken).flat_map(|(value, all)| all.iter().map(move |broken| (value, broken)))
    {
        if !shown.contains(&broken.stated) {
            shown.push(broken.stated);
            diagnostic = diagnostic.at(broken.stated, format!("{} breaks `{}`", json(&value.value), broken.rule));
        }
    }
    diagnostic
        .help("correct the rule that the page does not mean; if it says both, keep the one that the server follows")
}

fn duplicates(site: Site<'_>, values: &[EnumValue], found: &mut Diagnostics) {
    let mut known: HashMap<&EnumScalar, Place> = HashMap::new();
    for value in values {
        if let Some(first) = known.get(&value.value) {
            found.push(
                Diagnostic::new(
                    Id::DuplicateValue,
                    format!("the enum of {} lists {} twice", site.name, json(&value.value)),
                )
                .at(value.place, "again")
                .at(*first, "first")
                .help("remove it, or write the value that was meant"),
            );
        } else {
            known.insert(&value.value, value.place);
        }
    }
}

/// Says where the values are of two kinds, or of another one than the type; whether it is so.
fn kinds(site: Site<'_>, values: &[EnumValue], found: &mut Diagnostics) -> bool {
    let Some(first) = values.first() else { return false };
    let kind = Kind::of_listed(&first.value);
    if let Some(other) = values.iter().find(|value| Kind::of_listed(&value.value) != kind) {
        let is = |value: &EnumValue| format!("{} is {}", json(&value.value), Kind::of_listed(&value.value).one());
        found.push(
            Diagnostic::new(Id::EnumKind, format!("the enum of {} has values of two kinds", site.name))
                .at(other.place, is(other))
                .at(first.place, is(first))
                .help("write values of one kind; quote those that are texts"),
        );
        return true;
    }
    let of = Kind::of(site.shape());
    // What can have no enum at all is told as such.
    if of == kind || !matches!(of, Kind::Text | Kind::Integer | Kind::Number) {
        return of != kind;
    }
    let title = format!("the values of the enum of {} are {}, its type is {}", site.name, kinds_of(kind), of.one());
    let diagnostic =
        Diagnostic::new(Id::EnumKind, title).at(first.place, "").at(kind::stated(site.scope, site.entry), "the type");
    found.push(match (kind, of) {
        (Kind::Integer, Kind::Text) => diagnostic.help("put the values in quotes, or correct the type"),
        (Kind::Integer, Kind::Number) => diagnostic.help("the type of whole numbers is `integer`"),
        _ => diagnostic.help("correct the type, or the values"),
    });
    true
}

const fn kinds_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Integer => "whole numbers",
        _ => "texts",
    }
}

/// A constant is of the entry's own kind, and breaks no other rule.
fn constant(site: Site<'_>, patterns: &mut Patterns, found: &mut Diagnostics) {
    let Some(constant) = &site.entry.constraints.constant else { return };
    let of = Kind::of(site.shape());
    if matches!(of, Kind::Any | Kind::List | Kind::Object) {
        return; // what can have none is told as such
    }
    let fits = match (&constant.value, of) {
        (Json::Bool(_), Kind::Boolean) | (Json::String(_), Kind::Text) | (Json::Number(_), Kind::Number) => true,
        (value @ Json::Number(_), Kind::Integer) => as_integer(value).is_ok(),
        _ => false,
    };
    if !fits {
        let title =
            format!("the constant {} of {} is of another kind than its type, {}", constant.value, site.name, of.one());
        let diagnostic = Diagnostic::new(Id::ValueBreaks, title)
            .firm()
            .at(constant.place, "")
            .at(kind::stated(site.scope, site.entry), "the type");
        found.push(match (&constant.value, of) {
            (Json::Number(_) | Json::Bool(_) | Json::Null, Kind::Text) => {
                diagnostic.help("put the value in quotes, or correct the type")
            }
            _ => diagnostic.help("correct the value, or the type"),
        });
        return;
    }
    let mut rest = site.entry.clone();
    rest.constraints.constant = None;
    for broken in breaks(site, &rest, &constant.value, patterns) {
        let what = format!("the constant {} of {}", constant.value, site.name);
        found.push(value_breaks(&what, constant.place, &broken));
    }
}

/// What a value breaks of an entry, in the form in which the entry is written.
fn breaks(site: Site<'_>, entry: &Entry, value: &Json, patterns: &mut Patterns) -> Vec<Broken> {
    let forms: &[Form] = match site.at {
        Location::Path | Location::Address => &[Form::Path],
        Location::Query => &[Form::Query],
        Location::Header => &[Form::Header],
        Location::Part(_) => &[Form::Part],
        Location::Json | Location::Form(_) => &[Form::Json],
        // A type may be used in either form; a value that fits one of them is right somewhere.
        Location::Shared => &[Form::Json, Form::Part],
    };
    let mut fewest: Option<Vec<Broken>> = None;
    for form in forms {
        let mut judge = Judge { scope: site.scope, patterns, found: Vec::new() };
        judge.value(entry, value, *form, "");
        if fewest.as_ref().is_none_or(|fewest| judge.found.len() < fewest.len()) {
            fewest = Some(judge.found);
        }
    }
    fewest.unwrap_or_default()
}

fn value_breaks(what: &str, place: Place, broken: &Broken) -> Diagnostic {
    let Broken { pointer, rule, stated } = broken;
    let inside = if pointer.is_empty() { String::new() } else { format!(" at `{pointer}`") };
    Diagnostic::new(Id::ValueBreaks, format!("{what} breaks `{rule}`{inside}"))
        .at(place, "")
        .at(*stated, format!("`{rule}` by what is said here"))
        .help("correct the value or the rule")
        .help("where the page has both, keep its words and say in a half what holds, or move the rule to `unenforced`")
}

/// A value that means none is of the entry's kind; where all is text, a scalar.
fn none_value(site: Site<'_>, found: &mut Diagnostics) {
    let Some(none) = &site.entry.none_value else { return };
    let of = Kind::of(site.shape());
    let is_scalar = !matches!(none.value, Json::Array(_) | Json::Object(_) | Json::Null);
    let fits = match (&none.value, of) {
        (_, Kind::Any)
        | (Json::Bool(_), Kind::Boolean)
        | (Json::String(_), Kind::Text)
        | (Json::Number(_), Kind::Integer | Kind::Number)
        | (Json::Array(_), Kind::List)
        | (Json::Object(_), Kind::Object) => true,
        _ => is_scalar && !matches!(site.at, Location::Json | Location::Form(_)),
    };
    if !fits {
        let title =
            format!("the none_value {} of {} is of another kind than its type, {}", none.value, site.name, of.one());
        found.push(
            Diagnostic::new(Id::ValueBreaks, title).firm().at(none.place, "").at(kind::stated(site.scope, site.entry), "the type").help(
                "in JSON a value that means none is of the type's own kind; that null means none is said by `nullable`",
            ),
        );
    }
}

/// Whether lengths, pattern and format exclude each other.
fn never_satisfied(site: Site<'_>, patterns: &mut Patterns, found: &mut Diagnostics) {
    let entry = site.entry;
    let shape = site.shape();
    // Of what is counted, a code point has at most so many.
    let most = match entry.constraints.unit() {
        LengthUnit::CodePoints => 1,
        LengthUnit::Utf16 => 2,
        LengthUnit::Bytes => 4,
    };
    let min = entry.constraints.min_length.as_ref().map_or(0, |fact| fact.value.div_ceil(most));
    let max = entry.constraints.max_length.as_ref().map_or(u64::MAX, |fact| fact.value);
    if Kind::of(shape) != Kind::Text || min > max {
        return;
    }
    let (least, most) = format_lengths(shape);
    let title = |rules: &str| format!("no text meets the rules of {}: {rules}", site.name);
    let help = "correct the rule that the page does not mean; if it says both, keep the one that the server follows";
    if let Some(bound) = entry.constraints.max_length.as_ref().filter(|_| max < least).or(entry
        .constraints
        .min_length
        .as_ref()
        .filter(|_| min > most))
    {
        let rules = format!(
            "its format has {}",
            if least == most { format!("{least} characters") } else { format!("at least {least}") }
        );
        let diagnostic = Diagnostic::new(Id::NeverSatisfied, title(&rules)).at(bound.place, "this bound");
        found.push(diagnostic.at(kind::stated(site.scope, entry), "the format").help(help));
    }
    let Some(pattern) = &entry.constraints.pattern else { return };
    let Ok(table) = &*patterns.compile(&pattern.value.0) else { return };
    if table.matches_nothing() {
        let diagnostic = Diagnostic::new(Id::NeverSatisfied, title("its pattern matches none at all"));
        found.push(match without_slashes(&pattern.value.0) {
            Some((inner, flags)) => {
                let quoted = format!("'{}'", inner.replace('\'', "''"));
                let diagnostic = diagnostic
                    .at(pattern.place, "")
                    .help(format!("a pattern stands without slashes around it: write `{quoted}`"))
                    .edit(pattern.place, quoted);
                if flags.is_empty() {
                    diagnostic
                } else {
                    diagnostic
                        .help(format!("patterns have no flags: what `{flags}` does is written out, such as `[Aa]`"))
                }
            }
            None => diagnostic.at(pattern.place, "").help("correct it as the page means it"),
        });
    } else if !table.has_match_of(min, max) {
        let mut diagnostic = Diagnostic::new(Id::NeverSatisfied, title("what its pattern matches has another length"));
        diagnostic = diagnostic.at(pattern.place, "the pattern");
        for bound in [&entry.constraints.min_length, &entry.constraints.max_length].into_iter().flatten() {
            diagnostic = diagnostic.at(bound.place, "a bound");
        }
        found.push(diagnostic.help(help));
    }
}

/// A pattern between slashes, as programs in JavaScript write it, and its flags.
fn without_slashes(pattern: &str) -> Option<(&str, &str)> {
    let (inner, flags) = pattern.strip_prefix('/')?.rsplit_once('/')?;
    flags.bytes().all(|byte| byte.is_ascii_lowercase()).then_some((inner, flags))
}

/// The fewest and most characters of a format.
const fn format_lengths(shape: &Shape) -> (u64, u64) {
    match shape {
        Shape::LocalDateTime => (19, 19),
        Shape::DateTime => (20, u64::MAX),
        Shape::Date => (10, 10),
        Shape::Email => (3, u64::MAX),
        Shape::Uuid => (36, 36),
        Shape::Uri => (2, u64::MAX),
        _ => (0, u64::MAX),
    }
}

fn json(value: &EnumScalar) -> Json {
    match value {
        EnumScalar::Text(text) => Json::from(text.as_str()),
        EnumScalar::Integer(integer) => Json::from(*integer),
    }
}
