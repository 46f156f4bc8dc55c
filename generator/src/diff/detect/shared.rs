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
/// What both sides say.
type Texts = [Option<String>; 2];

/// The endpoints in which changes of one kind were met at one place, and what they say: of one thing, there may be several
/// kinds of words.
#[derive(Debug, Default)]
struct Met<'n> {
    endpoints: Vec<&'n str>,
    texts: Vec<Texts>,
}

/// What was told of an API already.
#[derive(Debug, Default)]
pub(super) struct Told<'n> {
    /// With the endpoints in which it was met: a fact of a type travels to its uses, one of a part to the endpoints that
    /// take it in.
    changes: HashMap<Key, Met<'n>>,
    /// Settings of one side that some endpoint has as a header of its own on the other.
    pub turned: HashSet<Place>,
}

impl<'n> Told<'n> {
    /// Whether this was not told yet, and notes that it was.
    pub fn is_first(&mut self, change: &Change, endpoint: Option<&'n Endpoint>) -> bool {
        let met = self.changes.entry(key(change)).or_default();
        let name = endpoint.map(|endpoint| endpoint.name.as_str());
        met.endpoints.extend(name.filter(|name| met.endpoints.last() != Some(name)));
        let texts = texts(change);
        let is_first = !met.texts.contains(&texts);
        if is_first {
            met.texts.push(texts);
        }
        is_first
    }

    /// The endpoints in which a change was met.
    fn met_in(&self, change: &Change) -> &[&'n str] {
        self.changes.get(&key(change)).map_or(&[], |met| &met.endpoints)
    }
}

fn key(change: &Change) -> Key {
    (change.id, [&change.old, &change.new].map(|said| said.as_ref().map(|said| said.place)))
}

fn texts(change: &Change) -> Texts {
    [&change.old, &change.new].map(|said| said.as_ref().map(|said| said.text.clone()))
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

/// Where something comes from that an endpoint has on one side alone.
enum Origin<'p> {
    /// From a part that the endpoint takes in on both sides.
    Part(&'p Word),
    /// From the endpoint itself: where it says so, or that it takes in a part that it did not take in on the other side.
    Endpoint(Place),
}

impl<'p> Origin<'p> {
    /// Of something in the endpoint of one side, by where it is stated.
    fn of(stated: Place, parts: &HashMap<Place, &'p Word>, own: Option<&Endpoint>, other: Option<&Endpoint>) -> Self {
        let takes_in = |endpoint: Option<&Endpoint>, part: &Word| include(endpoint?, part);
        match parts.get(&stated) {
            Some(part) if takes_in(other, part).is_some() => Self::Part(part),
            Some(part) => Self::Endpoint(takes_in(own, part).unwrap_or(stated)),
            None => Self::Endpoint(stated),
        }
    }
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

    /// Tells of what the new side alone has, with the place where it came in: of a part, as that one's.
    pub(super) fn came(&mut self, stated: Place, spot: &Spot, tell: impl FnOnce(&mut Self, &Spot, Place)) {
        let origin = Origin::of(stated, &self.parts.new, self.new.endpoint, self.old.endpoint);
        self.told_by(&origin, stated, spot, tell);
    }

    /// The same of what the old side alone has.
    pub(super) fn went(&mut self, stated: Place, spot: &Spot, tell: impl FnOnce(&mut Self, &Spot, Place)) {
        let origin = Origin::of(stated, &self.parts.old, self.old.endpoint, self.new.endpoint);
        self.told_by(&origin, stated, spot, tell);
    }

    fn told_by(&mut self, origin: &Origin<'_>, stated: Place, spot: &Spot, tell: impl FnOnce(&mut Self, &Spot, Place)) {
        match origin {
            Origin::Part(part) => self.within_part(part, spot, |walk, spot| tell(walk, spot, stated)),
            Origin::Endpoint(at) => tell(self, spot, *at),
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
    type Mark = (Id, Group, String, Texts);
    let mut united: Vec<Change> = Vec::with_capacity(changes.len());
    let mut known: HashMap<Mark, usize> = HashMap::new();
    for mut change in changes {
        if change.group.endpoint.is_none() {
            change.reach.extend(told.met_in(&change).iter().map(|name| (*name).to_owned()));
        }
        match known.entry((change.id, change.group.clone(), change.subject.clone(), texts(&change))) {
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
