//! What endpoints share: a change of it is told once, where it is stated, with the endpoints that it reaches.

use std::collections::hash_map::Entry as Slot;
use std::collections::{HashMap, HashSet};

use super::super::change::Change;
use super::super::pair::Pair;
use super::{Messages, Spot, Walk};
use crate::diagnostic::{Group, Id, Place};
use crate::model::{Api, Endpoint, Entry, Word};

/// A change, by its rule and the places of both sides.
type Key = (Id, [Option<Place>; 2]);

/// What was told of an API already.
#[derive(Debug, Default)]
pub(super) struct Told<'n> {
    /// With the endpoints in which it was met: a fact of a type travels to its uses, one of a part to the endpoints that
    /// take it in.
    changes: HashMap<Key, Vec<&'n str>>,
    /// Settings of one side that some endpoint has as a header of its own on the other.
    pub turned: HashSet<Place>,
}

impl<'n> Told<'n> {
    /// Whether this was not told yet, and notes that it was.
    pub fn is_first(&mut self, key: Key, endpoint: Option<&'n Endpoint>) -> bool {
        let (met, is_first) = match self.changes.entry(key) {
            Slot::Vacant(slot) => (slot.insert(Vec::new()), true),
            Slot::Occupied(slot) => (slot.into_mut(), false),
        };
        let name = endpoint.map(|endpoint| endpoint.name.as_str());
        met.extend(name.filter(|name| met.last() != Some(name)));
        is_first
    }

    /// The endpoints in which a change was met.
    fn met_in(&self, change: &Change) -> &[&'n str] {
        let places = [&change.old, &change.new].map(|said| said.as_ref().map(|said| said.place));
        self.changes.get(&(change.id, places)).map_or(&[], Vec::as_slice)
    }
}

/// The parts that entries come from, by the entries' places.
#[derive(Debug)]
pub(super) struct Parts<'o, 'n> {
    old: HashMap<Place, &'o Word>,
    new: HashMap<Place, &'n Word>,
}

impl<'o, 'n> Parts<'o, 'n> {
    pub fn of(old: &'o Api, new: &'n Api) -> Self {
        fn by_place(api: &Api) -> HashMap<Place, &Word> {
            let places = api.parts.iter().flat_map(|part| part.places.iter().map(move |place| (*place, &part.name)));
            places.collect()
        }
        Self { old: by_place(old), new: by_place(new) }
    }
}

/// Settings of both sides that are the same one, by their indices.
pub(super) type Settings = HashSet<(usize, usize)>;

/// Where an entry of an endpoint comes from.
pub(super) enum Origin<'p> {
    /// From the endpoint, or from a part that the endpoint began or ceased to take in.
    Endpoint,
    /// From a part.
    Part(&'p Word),
}

impl<'o, 'n> Walk<'o, 'n> {
    /// Compares what both sides have: of a part, as that one's.
    pub(super) fn shared(&mut self, places: (Place, Place), spot: &Spot, walk: impl FnOnce(&mut Self, &Spot)) {
        match self.parts.new.get(&places.1).copied() {
            Some(part) => self.within_part(part, spot, walk),
            None => walk(self, spot),
        }
    }

    /// The part that an entry comes from on both sides.
    pub(super) fn part_of_both(&self, old: Place, new: Place) -> Option<&'n Word> {
        self.parts.new.get(&new).copied().filter(|_| self.parts.old.contains_key(&old))
    }

    /// Where an entry comes from that the new side alone has; with the place where the endpoint takes it in, if it has
    /// just begun to.
    pub(super) fn origin_of_added(&self, place: Place) -> (Origin<'n>, Option<Place>) {
        let takes_in = |endpoint: Option<&Endpoint>, part: &Word| include(endpoint?, part);
        match self.parts.new.get(&place).copied() {
            Some(part) if takes_in(self.old.endpoint, part).is_some() => (Origin::Part(part), None),
            Some(part) => (Origin::Endpoint, takes_in(self.new.endpoint, part)),
            None => (Origin::Endpoint, None),
        }
    }

    /// The same of what the old side alone has.
    pub(super) fn origin_of_removed(&self, place: Place) -> (Origin<'o>, Option<Place>) {
        let takes_in = |endpoint: Option<&Endpoint>, part: &Word| include(endpoint?, part);
        match self.parts.old.get(&place).copied() {
            Some(part) if takes_in(self.new.endpoint, part).is_some() => (Origin::Part(part), None),
            Some(part) => (Origin::Endpoint, takes_in(self.old.endpoint, part)),
            None => (Origin::Endpoint, None),
        }
    }

    /// Goes on as a part.
    pub(super) fn within_part(&mut self, part: &Word, spot: &Spot, walk: impl FnOnce(&mut Self, &Spot)) {
        let api = self.new.api;
        let itself = api.parts.iter().find(|one| one.name.text == part.text).map(|one| one.name.place);
        let around = self.around.replace(itself.unwrap_or(api.place));
        let endpoint = self.group.endpoint.take();
        walk(self, &Spot { subject: format!("parts.{}.{}", part.text, spot.subject), ..spot.clone() });
        self.group.endpoint = endpoint;
        self.around = around;
    }

    /// Goes on as the API.
    pub(super) fn within_api(&mut self, walk: impl FnOnce(&mut Self)) {
        let endpoint = self.group.endpoint.take();
        walk(self);
        self.group.endpoint = endpoint;
    }

    /// Says of what was told since which endpoints have it.
    pub(super) fn reaches(&mut self, since: usize, has: impl Fn(&Endpoint) -> bool) {
        if self.changes.len() > since {
            let names = || self.new.api.endpoints.iter().filter(|endpoint| has(endpoint)).map(|one| one.name.clone());
            self.changes.iter_mut().skip(since).for_each(|change| change.reach.extend(names()));
        }
    }

    /// The indices of settings that are the same one.
    pub(super) fn same_settings(&self, old: &'o [Entry], new: &'n [Entry]) -> Settings {
        let index = |list: &[Entry], of: &Entry| list.iter().position(|one| std::ptr::eq(one, of)).unwrap_or_default();
        let both = self.pairs(old, new, &Spot::new("header", Messages::REQUEST)).both;
        both.iter().map(|pair| (index(old, pair.old), index(new, pair.new))).collect()
    }

    /// Compares the settings that both sides have.
    pub(super) fn both_settings(&mut self, old: &'o [Entry], new: &'n [Entry]) {
        let spot = Spot::new("header", Messages::REQUEST);
        let both = self.pairs(old, new, &spot).both;
        self.order(old, &both, &spot);
        for Pair { old, new: setting, by } in both {
            let since = self.changes.len();
            self.entry(Pair { old, new: setting, by }, &spot.field(&setting.name));
            let index = new.iter().position(|one| std::ptr::eq(one, setting));
            self.reaches(since, |endpoint| index.is_some_and(|index| endpoint.settings.contains(&index)));
        }
    }

    /// Tells of settings that one side alone has, and no endpoint as a header of its own on the other.
    pub(super) fn other_settings(&mut self, old: &'o Api, new: &'n Api) {
        let spot = Spot::new("header", Messages::REQUEST);
        for (index, setting) in new.settings.iter().enumerate() {
            let is_known = self.settings.iter().any(|(_, other)| *other == index);
            if !is_known && !self.told.turned.contains(&setting.place) {
                let since = self.changes.len();
                self.added(setting, &spot.field(&setting.name));
                self.reaches(since, |endpoint| endpoint.settings.contains(&index));
            }
        }
        for (index, setting) in old.settings.iter().enumerate() {
            let is_known = self.settings.iter().any(|(other, _)| *other == index);
            if !is_known && !self.told.turned.contains(&setting.place) {
                let since = self.changes.len();
                self.removed(setting, &spot.field(&setting.name));
                let had =
                    |name: &str| old.endpoints.iter().any(|one| one.name == name && one.settings.contains(&index));
                self.reaches(since, |endpoint| had(&endpoint.name));
            }
        }
    }
}

/// Where an endpoint says that it takes a part in.
fn include(endpoint: &Endpoint, part: &Word) -> Option<Place> {
    endpoint.include.iter().find(|name| name.text == part.text).map(|name| name.place)
}

/// What is one change by its rule, its place in the model and its values is one, wherever its sides stand.
pub(super) fn united(changes: Vec<Change>, told: &Told<'_>) -> Vec<Change> {
    type Mark = (Id, Group, String, [Option<String>; 2]);
    let mut united: Vec<Change> = Vec::with_capacity(changes.len());
    let mut known: HashMap<Mark, usize> = HashMap::new();
    for mut change in changes {
        if change.group.endpoint.is_none() {
            change.reach.extend(told.met_in(&change).iter().map(|name| (*name).to_owned()));
        }
        let texts = [&change.old, &change.new].map(|said| said.as_ref().map(|said| said.text.clone()));
        match known.entry((change.id, change.group.clone(), change.subject.clone(), texts)) {
            Slot::Vacant(slot) => {
                slot.insert(united.len());
                united.push(change);
            }
            Slot::Occupied(slot) => {
                if let Some(first) = united.get_mut(*slot.get()) {
                    let said = [change.old, change.new].into_iter().flatten().flat_map(|said| said.concerns);
                    first.concerns.extend(said.chain(change.concerns));
                    first.reach.append(&mut change.reach);
                }
            }
        }
    }
    united
}
