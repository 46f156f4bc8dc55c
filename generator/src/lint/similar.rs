//! `similar-types`: two named types with the same fields, but for one of each at most.
//!
//! A type has a mark for all its fields, and one for all but each of them: two types that are alike share a mark. So the time
//! grows with the count of fields, and not with that of pairs.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::mem::discriminant;

use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::{Api, Entry, NamedType, Scope, Shape};

/// The fewest fields of a type that is told to be another's double.
const FEWEST: usize = 3;
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
