//! Messages about keys: unknown, in a wrong place, not read yet, missing.

use super::Slot;
use crate::diagnostic::{Diagnostic, Id, Place};
use crate::spec::nearest::nearest;
use crate::spec::scope::Scope;
use crate::spec::table::{At, Key, Row, Stage, TABLE, alternatives};
use crate::yaml::Spanned;

/// What other description languages call the same.
const ELSEWHERE: &[(&str, &str)] = &[
    ("additionalproperties", "`open` says whether other fields may come"),
    ("allof", "a named type takes the place of a composition; `type` names it"),
    ("anyof", "`one_of` lists the variants of a union"),
    ("defaultvalue", "`default` says what absence means"),
    ("description", "`doc` holds the author's own short words"),
    ("example", "`examples` of the endpoint hold samples"),
    ("format", "`type` names formats too: `type: date-time`"),
    ("operationid", "the file's name is the endpoint's; `documented_as` is the page's"),
    ("optional", "`required: false` says so"),
    ("parameters", "`path_parameters`, `query_parameters` and `headers` hold them, each by its name"),
    ("properties", "`fields` holds the fields of an object"),
    ("readonly", "`server_owned: true` says that the server sets it"),
    ("ref", "`type` names a type"),
    ("requestbody", "`body` holds what is sent"),
    ("security", "`auth` holds the ways to prove who calls"),
    ("summary", "`doc` holds the author's own short words, `documented_as` the page's name of an operation"),
];

/// A key that the language does not know, and the key of this place that it most likely stands for.
pub(super) fn unknown(key: &Spanned<String>, scope: Scope) -> (Diagnostic, Option<Key>) {
    let name = key.value.as_str();
    let diagnostic =
        Diagnostic::new(Id::UnknownKey, format!("`{name}` is no key of {}", scope.at.noun())).at(key.place, "");
    let folded: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|char| char.to_ascii_lowercase()).collect();
    if let Some((_, hint)) = ELSEWHERE.iter().find(|(other, _)| *other == folded) {
        return (diagnostic.help(*hint), None);
    }
    let here = || TABLE.iter().filter(|row| scope.site(row).is_some());
    if let Some(near) = nearest(name, here().map(|row| row.name)) {
        return (diagnostic.help(format!("did you mean `{near}`?")), Key::parse(near));
    }
    if let Some(near) = nearest(name, TABLE.iter().map(|row| row.name)).and_then(Key::parse) {
        let help = format!("there is `{}`, which belongs to {}", near.as_str(), places(near.row()));
        return (diagnostic.help(help), None);
    }
    let now = here().filter(|row| scope.site(row).is_some_and(|site| site.stage == Stage::Now));
    let listed: Vec<_> = now.map(|row| format!("`{}`", row.name)).collect();
    (diagnostic.help(format!("the keys here are {}", listed.join(", "))), None)
}

/// A key that stands where it cannot.
pub(super) fn not_here(row: &Row, place: Place, scope: Scope) -> Diagnostic {
    let refused = |at: At| {
        Diagnostic::new(Id::KeyNotHere, format!("`{}` does not belong to {}", row.name, at.noun())).at(place, "")
    };
    let around = scope.half_of.unwrap_or(scope.at);
    if row.except.contains(&around) {
        return refused(around).help("say it where the type is used");
    }
    if scope.half_of.is_some() && row.site(around).is_some() {
        return refused(scope.at).help("it states no fact: move it beside `known` or `inferred`");
    }
    refused(scope.at).help(format!("it belongs to {}", places(row)))
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
        Key::Allow | Key::Lint | Key::RenamedFrom => format!("until then leave `{}` out", row.name),
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
    Diagnostic::new(id, title)
        .at(slot.place, "")
        .help(format!("add `{name}`: {}", first_lower(meaning.trim_end_matches('.'))))
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
