//! `field-casing`: a name that is cased otherwise than nearly all beside it.

use crate::check::walk::Site;
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::{Api, Endpoint, Entry, Shape};

/// How the words of a name are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Casing {
    /// `sendAt`
    Camel,
    /// `SendAt`
    Pascal,
    /// `send_at`
    Snake,
    /// `SEND_AT`
    Upper,
    /// `send-at`
    Kebab,
}

/// The fewest names of one casing that are a rule.
const FEWEST: usize = 4;

pub(super) fn judge(site: Site<'_>, found: &mut Diagnostics) {
    if let Shape::Object(object) = &site.entry.shape.value {
        siblings(object, found);
    }
}

pub(super) fn of_queries(_: &Api, endpoint: &Endpoint, found: &mut Diagnostics) {
    siblings(&endpoint.query_parameters, found);
}

fn siblings(entries: &[Entry], found: &mut Diagnostics) {
    let mut counts: Vec<(usize, Casing, &Entry)> = Vec::new();
    for (casing, entry) in entries.iter().filter_map(|entry| Some((Casing::of(&entry.name)?, entry))) {
        match counts.iter_mut().find(|(_, other, _)| *other == casing) {
            Some((count, ..)) => *count += 1,
            None => counts.push((1, casing, entry)),
        }
    }
    let Some(&(count, most, example)) = counts.iter().max_by_key(|(count, casing, _)| (*count, *casing)) else {
        return;
    };
    let others: Vec<_> = entries.iter().filter(|entry| !most.takes(&entry.name)).collect();
    if count < FEWEST || others.len() * FEWEST > count {
        return;
    }
    for entry in others {
        found.push(
            Diagnostic::new(
                Id::FieldCasing,
                format!("`{}` is cased otherwise than its siblings, such as `{}`", entry.name, example.name),
            )
            .at(entry.place, "")
            .help("compare it with the page's samples: one letter of another case is another field")
            .help("where the page really has it so, allow it with the reason"),
        );
    }
}

impl Casing {
    /// The casing of a name; nothing where it tells of none, as `message` or `ID` do.
    fn of(name: &str) -> Option<Self> {
        let name = bare(name)?;
        let has = |test: fn(&char) -> bool| name.chars().any(|char| test(&char));
        let (upper, lower) = (has(char::is_ascii_uppercase), has(char::is_ascii_lowercase));
        match (name.contains('_'), name.contains('-')) {
            (true, false) if lower != upper => Some(if lower { Self::Snake } else { Self::Upper }),
            (false, true) if !upper => Some(Self::Kebab),
            (false, false) if upper && lower => Some(if name.starts_with(|first: char| first.is_ascii_uppercase()) {
                Self::Pascal
            } else {
                Self::Camel
            }),
            _ => None,
        }
    }

    /// Whether a name is of this casing, or of none and nothing against it.
    fn takes(self, name: &str) -> bool {
        match Self::of(name) {
            Some(casing) => casing == self,
            // One word in small letters begins with none in capitals.
            None => self != Self::Pascal || !bare(name).is_some_and(is_small),
        }
    }
}

fn is_small(name: &str) -> bool {
    name.len() > 1 && name.chars().all(|char| char.is_ascii_lowercase())
}

/// A name without the signs around it; nothing where it has other letters or signs within.
fn bare(name: &str) -> Option<&str> {
    let name = name.trim_matches(|char: char| !char.is_alphanumeric());
    name.chars().all(|char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-')).then_some(name)
}
