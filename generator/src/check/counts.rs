//! Counts of items and keys: whether a list or an object can have so many, and what the keys of a map are.

use super::judge::is_open;
use super::kind::Kind;
use super::walk::{Location, Site};
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::model::{Encode, Entry, Fact, Listed, Map, Shape};

/// Judges the counts of an entry.
pub(super) fn judge(site: Site<'_>, found: &mut Diagnostics) {
    match site.shape() {
        Shape::List(item) => list(site, item, found),
        Shape::Object(object) => {
            if let (Some(others), Some(open)) = (&object.others, site.entry.open.as_ref().filter(|open| !open.value)) {
                found.push(closed(site, others, open.place));
            }
            let required = object.iter().filter(|field| field.required.as_ref().is_some_and(|fact| fact.value));
            if let Some(max) = &site.entry.constraints.max_properties
                && let required = required.count() as u64
                && required > max.value
            {
                found.push(never(
                    &format!("{} has {required} required fields and at most {} keys", site.name, max.value),
                    &[(max.place, "this bound")],
                ));
            }
            let is_closed = site.entry.open.as_ref().is_some_and(|open| !open.value);
            if is_closed {
                at_least(site, object.len() as u64, "it has no other fields than those listed", found);
            }
        }
        Shape::Map(map) => {
            if let Some(open) = site.entry.open.as_ref().filter(|open| !open.value) {
                found.push(closed(site, map, open.place));
            }
            if let Some(count) = map.keys.as_deref().and_then(listed) {
                at_least(site, count, "no more keys are listed", found);
            }
        }
        _ => {}
    }
    let keys = match &site.entry.shape.value {
        Shape::Map(map) => map.keys.as_deref(),
        Shape::Object(object) => object.others.as_ref().and_then(|others| others.keys.as_deref()),
        _ => None,
    };
    if let Some(keys) = keys
        && let kind = Kind::of(site.scope.resolve(&keys.shape.value))
        && kind != Kind::Text
    {
        let title = format!("a key of {} is {}, and keys are text", site.name, kind.one());
        found.push(
            Diagnostic::new(Id::ConstraintNotForType, title)
                .at(keys.shape.place, "")
                .help("say what the text of a key obeys: `pattern`, lengths, `enum`, or a type that is text"),
        );
    }
}

fn list(site: Site<'_>, item: &Entry, found: &mut Diagnostics) {
    let (entry, constraints) = (site.entry, &site.entry.constraints);
    let is_repeated = entry.encode.as_ref().is_none_or(|encode| encode.value != Encode::Comma);
    if let (Some(max), Some(required)) = (&constraints.max_items, &entry.required)
        && max.value == 0
        && required.value
        && matches!(site.at, Location::Part(_))
        && is_repeated
    {
        found.push(never(
            &format!("{} is required, and an empty list is none where each item stands for itself", site.name),
            &[(max.place, "no items"), (required.place, "required")],
        ));
    }
    let kinds = match site.scope.resolve(&item.shape.value) {
        Shape::Boolean => Some(2),
        _ => listed(item),
    };
    if let (Some(min), Some(unique), Some(kinds)) = (&constraints.min_items, &constraints.unique_items, kinds)
        && unique.value
        && min.value > kinds
    {
        found.push(never(
            &format!("{} has at least {} items, and there are {kinds} different ones", site.name, min.value),
            &[(min.place, "this bound"), (unique.place, "none twice")],
        ));
    }
}

/// How many values a closed enum lists.
fn listed(entry: &Entry) -> Option<u64> {
    match &entry.listed {
        Some(Fact { value: Listed::Values(values), .. }) if !is_open(entry) => Some(values.len() as u64),
        _ => None,
    }
}

/// At least so many keys, of which there cannot be more than `most`.
fn at_least(site: Site<'_>, most: u64, why: &str, found: &mut Diagnostics) {
    if let Some(min) = site.entry.constraints.min_properties.as_ref().filter(|min| min.value > most) {
        let title = format!("{} has at least {} keys and at most {most}: {why}", site.name, min.value);
        found.push(never(&title, &[(min.place, "this bound")]));
    }
}

fn never(title: &str, places: &[(Place, &str)]) -> Diagnostic {
    let diagnostic = Diagnostic::new(Id::NeverSatisfied, title);
    let diagnostic = places.iter().fold(diagnostic, |diagnostic, (place, text)| diagnostic.at(*place, *text));
    diagnostic
        .help("correct the rule that the page does not mean; if it says both, keep the one that the server follows")
}

fn closed(site: Site<'_>, others: &Map, open: Place) -> Diagnostic {
    let title = format!("`open: false` cannot be said of {}, whose other keys hold values", site.name);
    Diagnostic::new(Id::ConstraintNotForType, title)
        .at(open, "")
        .at(others.values.place, "what other keys hold")
        .help("remove one of the two; `values` says that other keys may come")
}
