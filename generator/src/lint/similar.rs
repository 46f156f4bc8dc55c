//! `similar-types`: two named types with the same fields, but for one of each at most.
//!
//! A type has a mark for all its fields, and one for all but each of them: two types that are alike share a mark. So the time
//! grows with the count of fields, and not with that of pairs.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::mem::discriminant;

use crate::diagnostic::{Diagnostic, Diagnostics, Id, Label, Place};
use crate::model::{Api, Entry, NamedType, Scope, Shape};

/// The fewest fields of a type that is told to be another's double.
const FEWEST: usize = 3;
/// The types of a finding that are shown, besides the first of them.
const MOST_SHOWN: usize = 4;
/// The fewest fields that two types share of which each has another one besides.
const FEWEST_SHARED: usize = 5;

struct Candidate<'m> {
    scope: Scope<'m>,
    entry: &'m Entry,
    fields: &'m [Entry],
}

pub(super) fn judge(api: &Api, found: &mut Diagnostics) {
    let shared = Scope { api, endpoint: None };
    let own = api.endpoints.iter().flat_map(|endpoint| {
        let scope = Scope { api, endpoint: Some(endpoint) };
        endpoint.types.iter().map(move |named| (scope, named))
    });
    let mut marks: HashMap<u64, Candidate<'_>> = HashMap::new();
    for (scope, named) in api.types.iter().map(|named| (shared, named)).chain(own) {
        let Some(candidate) = Candidate::of(scope, named) else { continue };
        let of_candidate = candidate.marks();
        let double = of_candidate.iter().filter_map(|mark| marks.get(mark)).find_map(|other| candidate.like(other));
        if let Some(diagnostic) = double {
            found.push(diagnostic);
        }
        for mark in of_candidate {
            marks.entry(mark).or_insert(Candidate { ..candidate });
        }
    }
}

/// Makes one finding of those about types that are all alike. Each type has its own until then, so that it can be allowed
/// for itself.
pub(super) fn gather(found: &mut Diagnostics) {
    let others: BTreeMap<Place, Place> = found.iter().filter_map(pair).collect();
    let first = |mut place: Place| {
        // The other one stands earlier.
        while let Some(other) = others.get(&place) {
            place = *other;
        }
        place
    };
    let mut groups: BTreeMap<Place, Vec<Diagnostic>> = BTreeMap::new();
    found.retain_mut(|diagnostic| match pair(diagnostic) {
        Some((_, other)) => {
            groups.entry(first(other)).or_default().push(diagnostic.clone());
            false
        }
        None => true,
    });
    found.extend(groups.into_iter().map(|(first, group)| together(first, group)));
}

/// The places of two types of which it is told that they are alike.
fn pair(diagnostic: &Diagnostic) -> Option<(Place, Place)> {
    match diagnostic.labels.as_slice() {
        [own, other] if diagnostic.id == Id::SimilarTypes => Some((own.place, other.place)),
        _ => None,
    }
}

/// The finding of all types that are like the first one.
fn together(first: Place, mut group: Vec<Diagnostic>) -> Diagnostic {
    if group.len() < 2
        && let Some(only) = group.pop()
    {
        return only;
    }
    let title = format!("{} types have the same fields, or the same but for one", group.len() + 1);
    let mut diagnostic = Diagnostic::new(Id::SimilarTypes, title);
    let left_out = group.len().saturating_sub(MOST_SHOWN);
    for Diagnostic { title, labels, .. } in group.into_iter().take(MOST_SHOWN) {
        let differs = title.split_once("` ").map_or("", |(_, differs)| differs);
        diagnostic.labels.extend(labels.into_iter().take(1).map(|label| Label { text: differs.to_owned(), ..label }));
    }
    let first_of = match left_out {
        0 => "the first of them".to_owned(),
        left_out => format!("the first of them; {left_out} more are not shown"),
    };
    diagnostic
        .at(first, first_of)
        .help("if the page means one thing, keep one type; what several files call stands in api.yaml")
        .help("compare them with the page: a field may be forgotten, or misspelt")
        .help("where one is another thing, allow it there with the reason; in api.yaml, that holds for all")
}

impl<'m> Candidate<'m> {
    fn of(scope: Scope<'m>, named: &'m NamedType) -> Option<Self> {
        match &named.entry.shape.value {
            Shape::Object(object) if object.fields.len() >= FEWEST => {
                Some(Self { scope, entry: &named.entry, fields: &object.fields })
            }
            _ => None,
        }
    }

    /// The mark of all fields, then one for all but each; the order of fields tells nothing.
    fn marks(&self) -> Vec<u64> {
        let fields: Vec<u64> = self.fields.iter().map(|field| self.mark(field)).collect();
        let all = fields.iter().fold(0, |all: u64, mark| all.wrapping_add(*mark));
        let without = fields.iter().map(|mark| all.wrapping_sub(*mark));
        std::iter::once(all).chain(without.filter(|_| fields.len() > FEWEST_SHARED)).collect()
    }

    /// The mark of a field: its name, and what kind of value it is.
    fn mark(&self, field: &Entry) -> u64 {
        let mut hasher = DefaultHasher::new();
        field.name.hash(&mut hasher);
        let mut shape = self.scope.resolve(&field.shape.value);
        while let Shape::List(item) = shape {
            hasher.write_u8(b'[');
            shape = self.scope.resolve(&item.shape.value);
        }
        discriminant(shape).hash(&mut hasher);
        hasher.finish()
    }

    /// What is said of two types, if they are alike.
    fn like(&self, other: &Self) -> Option<Diagnostic> {
        let missing = |of: &Self, from: &Self| -> Vec<String> {
            let marks: Vec<u64> = of.fields.iter().map(|field| of.mark(field)).collect();
            let is_missing = |field: &&Entry| !marks.contains(&from.mark(field));
            from.fields.iter().filter(is_missing).map(|field| format!("`{}`", field.name)).collect()
        };
        let (more, less) = (missing(other, self), missing(self, other));
        let shared = self.fields.len() - more.len().min(self.fields.len());
        let is_double = more.is_empty() && less.is_empty();
        if more.len() > 1 || less.len() > 1 || !is_double && shared < FEWEST_SHARED {
            return None;
        }
        let name = &self.entry.name;
        let its = match &other.entry.name {
            its if its == name => "the other type of its name".to_owned(),
            its => format!("`{its}`"),
        };
        let title = match (more.first(), less.first()) {
            (None, None) => format!("`{name}` has the fields of {its}, all of them"),
            (Some(more), None) => format!("`{name}` has the fields of {its}, and {more}"),
            (None, Some(less)) => format!("`{name}` has the fields of {its}, without {less}"),
            (Some(more), Some(less)) => format!("`{name}` has the fields of {its}, with {more} in place of {less}"),
        };
        let diagnostic =
            Diagnostic::new(Id::SimilarTypes, title).at(self.entry.place, "").at(other.entry.place, "the other one");
        Some(if is_double {
            diagnostic.help("if the page means one thing, keep one type; what several files call stands in api.yaml")
        } else {
            diagnostic
                .help("compare the two with the page: a field may be forgotten, or misspelt")
                .help("where they are two things, allow it with the reason")
        })
    }
}
