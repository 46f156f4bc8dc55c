//! What changed: both models are walked together, and each difference is told once, where it is stated.
//!
//! Every struct of the model is taken apart completely, so that a new fact of the language does not compile until it is
//! compared.

mod api;
mod constraints;
mod endpoint;
mod entry;
mod message;
mod notes;
mod sample;
mod shape;
mod shared;
mod words;

use std::collections::HashSet;
use std::rc::Rc;

use self::shared::{Parts, Settings, Told};
use super::change::{Change, Concern, Messages, Said};
use super::pair::{Pairs, pair};
use crate::diagnostic::{Group, Id, Place};
use crate::model::{Api, Entry, Fact, Model, Origin, Package, Scope, TypeId, Word};
use crate::plan::uses::Uses;

/// All differences, in the order of the new specs; what is gone stands behind what is there.
pub(super) fn detect(old: &Model, new: &Model) -> Vec<Change> {
    // What is accepted, and what lints weigh, says nothing of the APIs.
    let Model { package, accepted: _, apis, lints: _ } = old;
    let mut changes = Vec::new();
    of_package(package, &new.package, &mut changes);
    let former = |api: &Api| api.renamed_from.as_ref().map(|word| word.text.clone());
    let Pairs { both, removed, added } = pair(apis, &new.apis, |api| api.name.clone(), former, api::are_alike);
    for pair in both {
        changes.extend(api::detect(pair));
    }
    for api in &added {
        changes.push(api::whole(Id::ApiAdded, api, None));
    }
    for api in removed {
        let mut gone = api::whole(Id::ApiRemoved, api, Some(new.package.name.place));
        let successor = added.iter().find(|one| one.title == api.title);
        gone.help = successor.map(|one| {
            format!("where `{}` is the same one, write `renamed_from: {}` in its api.yaml", one.name, api.name)
        });
        changes.push(gone);
    }
    changes
}

fn of_package(old: &Package, new: &Package, changes: &mut Vec<Change>) {
    // The version is judged by itself, and where the crate is written changes nothing of it.
    let Package { name, version: _, license, output: _, output_place: _, doc } = old;
    let mut tell = |id, subject: &str, old: Option<Said>, new: Option<Said>| {
        let group = Group { api: None, endpoint: None };
        changes.push(Change::of(id, group, subject.to_owned(), old, new));
    };
    let word = |word: &Word| Said::at(word.text.clone(), word.place);
    if name.text != new.name.text {
        let said = |name: &Word| Some(Said { concerns: vec![Concern::Group], ..word(name) });
        tell(Id::CrateRenamed, "crate.name", said(name), said(&new.name));
    }
    let [before, after] = [license, &new.license].map(|license| license.as_ref().map(|license| license.text.as_str()));
    if before != after {
        tell(Id::DocumentationChanged, "crate.license", license.as_ref().map(word), new.license.as_ref().map(word));
    }
    if *doc != new.doc {
        let said = |doc: &Option<String>, package: &Package| {
            doc.as_ref().map(|doc| Said::at(words::brief(doc), package.output_place))
        };
        tell(Id::DocumentationChanged, "crate.doc", said(doc, old), said(&new.doc, new));
    }
}

/// The kinds of words that one thing may have: what it is called, what it is, what is unclear, what is not enforced.
const KINDS_OF_WORDS: usize = 4;

/// Where a walk is.
#[derive(Clone, Debug)]
struct Spot {
    subject: String,
    messages: Messages,
    section: Section,
}

/// What kind of thing an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    /// A variable of the path or of a server's address: its name is not on the wire.
    Path,
    /// A whole body: it must be there unless the page says otherwise.
    Body,
    /// All else.
    Other,
}

impl Spot {
    fn new(subject: impl Into<String>, messages: Messages) -> Self {
        Self { subject: subject.into(), messages, section: Section::Other }
    }

    fn field(&self, name: &str) -> Self {
        let separator = if self.subject.is_empty() { "" } else { "." };
        Self { subject: format!("{}{separator}{name}", self.subject), section: Section::Other, ..*self }
    }

    fn inner(&self, mark: &str) -> Self {
        Self { subject: format!("{}{mark}", self.subject), section: Section::Other, ..*self }
    }
}

/// A walk over both sides of an API.
struct Walk<'o, 'n> {
    old: Scope<'o>,
    new: Scope<'n>,
    group: Group,
    /// Named types of both sides that are the same one.
    types: Rc<HashSet<(TypeId, TypeId)>>,
    /// Where named types are used on the old and the new side.
    uses: Rc<[Uses; 2]>,
    /// Where the entries of parts stand on both sides.
    parts: Rc<Parts<'o, 'n>>,
    /// Settings of both sides that are the same one.
    settings: Rc<Settings>,
    /// What was told already.
    told: Told<'n>,
    /// Whether the walk is at an entry whose type is another one: rules that go or come with it are told of that.
    is_replaced: bool,
    /// The innermost thing of the new side that the walk is in.
    around: Option<Place>,
    /// What holds the thing that the walk is in, and is written with it: the field of an item, the server of a variable.
    within: Vec<Concern>,
    changes: Vec<Change>,
}

impl Walk<'_, '_> {
    fn tell(&mut self, id: Id, spot: &Spot, old: Option<Said>, new: Option<Said>) {
        self.tell_with(id, spot, old, new, None);
    }

    fn tell_with(&mut self, id: Id, spot: &Spot, old: Option<Said>, new: Option<Said>, help: Option<String>) {
        let change = Change::of(id, self.group.clone(), spot.subject.clone(), old, new);
        if !self.told.is_first(&change, self.new.endpoint) {
            return;
        }
        if let Some(words) = self.words_told_of(&change) {
            words.say_more(change);
            return;
        }
        self.changes.push(Change {
            concerns: self.within.clone(),
            messages: spot.messages,
            help,
            around: self.around,
            endpoints: self.new.api.endpoints.len(),
            ..change
        });
    }

    /// What was told just now of the words of the same thing: of one, there may be several kinds.
    fn words_told_of(&mut self, change: &Change) -> Option<&mut Change> {
        let mark = |change: &Change| {
            (change.id == Id::DocumentationChanged).then(|| (change.group.clone(), change.subject.clone()))
        };
        let wanted = mark(change)?;
        self.changes.iter_mut().rev().take(KINDS_OF_WORDS).find(|told| mark(told).as_ref() == Some(&wanted))
    }

    /// Compares a fact: its value by `rule`, then who says so. Silence is a value of its own.
    fn fact<T: PartialEq>(
        &mut self,
        key: &str,
        spot: &Spot,
        of: (&Entry, &Entry),
        facts: (Option<&Fact<T>>, Option<&Fact<T>>),
        words: impl Fn(&T) -> String,
        rule: impl FnOnce(Option<&T>, Option<&T>) -> Id,
    ) {
        let said = |fact: &Fact<T>, entry: &Entry| Said {
            is_guess: fact.origin == Origin::Inferred,
            ..Said::of(format!("{key}: {}", words(&fact.value)), fact.place, entry)
        };
        let (old, new) = facts;
        if self.is_replaced && old.is_some() != new.is_some() {
            return;
        }
        let sides = (old.map(|fact| said(fact, of.0)), new.map(|fact| said(fact, of.1)));
        if old.map(|fact| &fact.value) != new.map(|fact| &fact.value) {
            let id = rule(old.map(|fact| &fact.value), new.map(|fact| &fact.value));
            let before = self.changes.len();
            self.tell(id, spot, sides.0, sides.1);
            // A side that says nothing is concerned all the same.
            let both = [Concern::At(of.0.place), Concern::At(of.1.place)];
            self.changes.iter_mut().skip(before).for_each(|change| change.concerns.extend(both));
        } else if let (Some(old), Some(new)) = (old, new) {
            self.origins(spot, (old.origin, new.origin), sides);
        }
    }

    /// Compares who says something.
    fn origins(&mut self, spot: &Spot, origins: (Origin, Origin), sides: (Option<Said>, Option<Said>)) {
        let id = match origins {
            (old, new) if old == new => return,
            (Origin::Inferred, _) => Id::RuleEnforced,
            (_, Origin::Inferred) => Id::RuleDoubted,
            _ => Id::ProvenanceChanged,
        };
        let mark = |said: Option<Said>, origin: Origin| {
            said.map(|said| Said { text: format!("{} ({})", said.text, origin.as_str()), ..said })
        };
        self.tell(id, spot, mark(sides.0, origins.0), mark(sides.1, origins.1));
    }

    /// Compares words that people alone read.
    fn prose<T: PartialEq>(
        &mut self,
        id: Id,
        spot: &Spot,
        of: (Place, Place),
        texts: (&T, &T),
        words: fn(&T) -> Option<String>,
    ) {
        if texts.0 != texts.1 {
            let said = |text, place| words(text).map(|text| Said::at(text, place));
            self.tell(id, spot, said(texts.0, of.0), said(texts.1, of.1));
        }
    }
}
