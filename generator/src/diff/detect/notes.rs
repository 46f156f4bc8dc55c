//! What readers of the specs see first: former names, order, and where something comes from.

use std::collections::HashSet;

use super::super::change::{Concern, Said};
use super::{Spot, Walk, words};
use crate::diagnostic::{Id, Place};
use crate::model::{Half, Word};

impl Walk<'_, '_> {
    /// Compares former names of what is still called the same. A rename tells of its own.
    pub(super) fn former(
        &mut self,
        names: (&str, &str),
        (old, new): (Option<&Word>, Option<&Word>),
        places: (Place, Place),
        spot: &Spot,
    ) {
        let text = |word: Option<&Word>| word.map(|word| word.text.clone());
        if names.0 == names.1 && text(old) != text(new) {
            let side = |word: Option<&Word>, of| {
                word.map(|word| Said { place: word.place, ..Said::at(format!("renamed_from: {}", word.text), of) })
            };
            self.tell(Id::FactRestated, spot, side(old, places.0), side(new, places.1));
        }
    }

    /// Compares names of modules: all that they hold is called after them.
    pub(super) fn module_name(&mut self, old: Option<&Word>, new: Option<&Word>, places: (Place, Place), spot: &Spot) {
        let before = self.changes.len();
        self.rust_name(old, new, places, spot);
        self.changes.iter_mut().skip(before).for_each(|change| change.concerns.push(Concern::Group));
    }

    /// Compares the order of what both sides have, each `named` with its place.
    pub(super) fn reordered<T>(&mut self, spot: &Spot, old: &[T], new: &[T], named: impl Fn(&T) -> (String, Place)) {
        let all = |list: &[T]| list.iter().map(&named).collect::<Vec<_>>();
        let (old, new) = (all(old), all(new));
        let names = |list: &[(String, Place)]| list.iter().map(|(name, _)| name.clone()).collect::<HashSet<_>>();
        let common = |list: &[(String, Place)], other: &HashSet<String>| -> Vec<(String, Place)> {
            list.iter().filter(|(name, _)| other.contains(name)).cloned().collect()
        };
        let (before, after) = (common(&old, &names(&new)), common(&new, &names(&old)));
        let is_same = before.iter().map(|(name, _)| name).eq(after.iter().map(|(name, _)| name));
        let side = |list: &[(String, Place)]| {
            let text = list.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
            list.first().map(|(_, place)| Said::at(text, *place))
        };
        if !is_same {
            self.tell(Id::OrderChanged, spot, side(&before), side(&after));
        }
    }

    /// Compares who names something, and why. Where a change of it was told since, that says more.
    pub(super) fn provenance(
        &mut self,
        spot: &Spot,
        since: usize,
        places: (Place, Place),
        documented: (bool, bool),
        halves: (&[Half], &[Half]),
    ) {
        let is_words = |id| matches!(id, Id::DocumentationChanged | Id::FactRestated);
        let told = self.changes.iter().skip(since);
        if told.into_iter().any(|change| change.subject == spot.subject && !is_words(change.id)) {
            return;
        }
        self.prose(Id::ProvenanceChanged, spot, places, (&documented.0, &documented.1), |is| {
            Some(if *is { "the page names it" } else { "the page does not name it" }.to_owned())
        });
        let halves = (&words::halves(halves.0), &words::halves(halves.1));
        if self.changes.len() > since && words::reasons(halves.0) == words::reasons(halves.1) {
            // What it says in detail was told.
            return;
        }
        self.prose(Id::ProvenanceChanged, spot, places, halves, |halves| words::reasons(halves));
    }
}
