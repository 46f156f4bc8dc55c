//! Messages about keys: unknown, in a wrong place, not read yet, missing.

use super::Slot;
use crate::diagnostic::{Diagnostic, Id, Place, Span};
use crate::spec::foreign::{self, Ours};
use crate::spec::nearest::nearest;
use crate::spec::scope::Scope;
use crate::spec::table::{At, Key, Row, Stage, TABLE, alternatives};
use crate::spec::type_expression::TypeExpression;
use crate::yaml::{Entry, Node, NodeKind};

/// A key that the language does not know, and the key of this place that it most likely stands for.
pub(super) fn unknown(entry: &Entry, scope: Scope) -> (Diagnostic, Option<Key>) {
    let Entry { key, value } = entry;
    let name = key.value.as_str();
    let diagnostic =
        Diagnostic::new(Id::UnknownKey, format!("`{name}` is no key of {}", scope.at.noun())).at(key.place, "");
    if let Some(pair) = pair(name, value, scope) {
        let span = Span { start: key.place.span.start, end: value.place.span.end };
        let meant = pair.split_once(':').and_then(|(key, _)| Key::parse(key));
        return (diagnostic.write(Place { span, ..key.place }, pair), meant);
    }
    if let Some(ours) = foreign::key(name, scope) {
        return elsewhere(diagnostic, ours, key.place, scope);
    }
    let here = || TABLE.iter().filter(|row| scope.site(row).is_some());
    if let Some(near) = nearest(name, here().map(|row| row.name)) {
        return (diagnostic.meant(key.place, near), Key::parse(near));
    }
    if let Some(near) = nearest(name, TABLE.iter().map(|row| row.name)).and_then(Key::parse) {
        let help = format!("there is `{}`, which belongs to {}", near.as_str(), places(near.row()));
        return (diagnostic.help(help), None);
    }
    let now = here().filter(|row| scope.site(row).is_some_and(|site| site.stage == Stage::Now));
    let listed: Vec<_> = now.map(|row| format!("`{}`", row.name)).collect();
    (diagnostic.help(format!("the keys here are {}", listed.join(", "))), None)
}

/// A key of another notation whose value too is written otherwise, as it is in the language.
fn pair(name: &str, value: &Node, scope: Scope) -> Option<String> {
    let NodeKind::Scalar(scalar) = &value.kind else { return None };
    let text = scalar.text.as_str();
    let (key, value) = match name {
        "optional" => (Key::Required, (!text.parse::<bool>().ok()?).to_string()),
        "format" => (Key::Type, foreign::built_in(text)?.as_str().to_owned()),
        "$ref" => (Key::Type, text.rsplit('/').next().filter(|name| TypeExpression::parse(name).is_ok())?.to_owned()),
        _ => return None,
    };
    scope.site(key.row())?;
    Some(format!("{}: {value}", key.as_str()))
}

/// Says what stands for a key of another notation.
fn elsewhere(diagnostic: Diagnostic, ours: Ours<Key>, place: Place, scope: Scope) -> (Diagnostic, Option<Key>) {
    match ours {
        Ours::Is(key) => {
            let meaning = scope.site(key.row()).map_or(key.row().meaning, |site| site.meaning(key.row()));
            let meaning = first_lower(meaning.trim_end_matches('.'));
            let help = format!("write `{}`: {meaning}", key.as_str());
            (diagnostic.help(help).edit(place, key.as_str()), Some(key))
        }
        Ours::Said(hint) => (diagnostic.help(hint), None),
    }
}

/// A key that stands where it cannot, and the key of this place that it most likely stands for.
pub(super) fn not_here(row: &Row, place: Place, scope: Scope) -> (Diagnostic, Option<Key>) {
    let refused = |at: At| {
        Diagnostic::new(Id::KeyNotHere, format!("`{}` does not belong to {}", row.name, at.noun())).at(place, "")
    };
    let around = scope.half_of.unwrap_or(scope.at);
    if row.except.contains(&around) {
        return (refused(around).help("say it where the type is used"), None);
    }
    if scope.half_of.is_some() && row.site(around).is_some() {
        let help = "it states no fact: move it beside `known` or `inferred`";
        return (refused(scope.at).help(help), None);
    }
    match foreign::key(row.name, scope) {
        Some(ours) => elsewhere(refused(scope.at), ours, place, scope),
        None => (refused(scope.at).help(format!("it belongs to {}", places(row))), None),
    }
}

/// A half within a half.
pub(super) fn nested(row: &Row, place: Place) -> Diagnostic {
    Diagnostic::new(Id::HalfNested, format!("`{}` stands within `known` or `inferred`", row.name))
        .at(place, "")
        .help("move it beside the outer one, to the entry that the page has; one reason holds for all that a half says")
}

/// A key that the language knows and this version does not read.
pub(super) fn not_yet(row: &Row, place: Place, scope: Scope) -> Diagnostic {
    let title = format!("`{}` of {} is not read by this version", row.name, scope.at.noun());
    Diagnostic::new(Id::NotYet, title).at(place, "").help(meanwhile(row, scope))
}

/// What can be done until a key is read.
fn meanwhile(row: &Row, scope: Scope) -> String {
    match row.key {
        key if is_constraint(key, scope) => "until then put the rule in words under `unenforced`".to_owned(),
        Key::Absent | Key::WireName | Key::Known | Key::Inferred => {
            "until then write what holds, and what the page says under `doubts`".to_owned()
        }
        Key::Undecodable => "until then leave the sample out, and say so under the endpoint's `doubts`".to_owned(),
        Key::RenamedFrom => format!("until then leave `{}` out", row.name),
        _ => format!("until then leave `{}` out, and say it in words under `doc`", row.name),
    }
}

/// Whether a key states a rule of an entry, so that `unenforced` can hold it.
fn is_constraint(key: Key, scope: Scope) -> bool {
    match key {
        Key::Const
        | Key::Minimum
        | Key::ExclusiveMinimum
        | Key::Maximum
        | Key::ExclusiveMaximum
        | Key::MultipleOf
        | Key::LengthUnit
        | Key::Layout
        | Key::UniqueItems
        | Key::MinItems
        | Key::MaxItems
        | Key::MinProperties
        | Key::MaxProperties
        | Key::SameAs
        | Key::RequiredWith
        | Key::RequiredWhen
        | Key::AllowedWhen
        | Key::Keys => true,
        Key::Rules => !matches!(scope.at, At::Part | At::Endpoint),
        _ => false,
    }
}

/// A key that must be written.
pub(super) fn missing(row: &Row, at: At, slot: &Slot) -> Diagnostic {
    let name = row.name;
    let meaning = row.site(at).map_or(row.meaning, |site| site.meaning(row));
    let (id, title) = match row.key {
        Key::Why => (Id::MissingWhy, format!("{} gives no reason", slot.name)),
        _ => (Id::MissingKey, format!("{} has no `{name}`", slot.name)),
    };
    let written = if row.key == Key::Language { "language: 1" } else { name };
    Diagnostic::new(id, title)
        .at(slot.place, "")
        .help(format!("add `{written}`: {}", first_lower(meaning.trim_end_matches('.'))))
}

/// The places of a key, for people: those in which it is read, if there are any.
fn places(row: &Row) -> String {
    let of = |now: bool| {
        let sites = row.sites.iter().filter(move |site| (site.stage == Stage::Now) == now);
        sites.flat_map(|site| site.places).map(|at| long_noun(*at)).collect::<Vec<_>>()
    };
    let places = if of(true).is_empty() { of(false) } else { of(true) };
    alternatives(&places)
}

/// A sentence as it goes on behind a colon; names keep their capitals.
fn first_lower(sentence: &str) -> String {
    let mut chars = sentence.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(chars).collect(),
        _ => sentence.to_owned(),
    }
}

/// A place as somebody looks for it who does not know yet what an entry is.
const fn long_noun(at: At) -> &'static str {
    match at {
        At::Entry => "an entry: a parameter, header, field, item or type",
        _ => at.noun(),
    }
}
