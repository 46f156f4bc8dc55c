//! A change: one thing that the old specs say otherwise than the new ones.

use std::collections::BTreeSet;

use crate::diagnostic::{Group, Id, Place};
use crate::model::{Entry, Shape};

/// A change of a spec.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// Its rule.
    pub id: Id,
    /// What it belongs to.
    pub group: Group,
    /// What is changed, within its group: `request body.recipient`.
    pub subject: String,
    /// What stands in the old specs; nothing where it is new.
    pub old: Option<Said>,
    /// What stands in the new specs; nothing where it is gone.
    pub new: Option<Said>,
    /// What it concerns besides, of both sides: what a side says nothing of, and what holds it.
    pub concerns: Vec<Concern>,
    /// Where messages have it.
    pub messages: Messages,
    /// What a reviewer should know besides.
    pub help: Option<String>,
    /// Of what is gone: what is left around it in the new specs.
    pub around: Option<Place>,
    /// The endpoints that have it, where that is shared.
    pub reach: BTreeSet<String>,
    /// How many endpoints its API has.
    pub endpoints: usize,
}

impl Change {
    /// A change of which no more is known than what each side says.
    pub fn of(id: Id, group: Group, subject: String, old: Option<Said>, new: Option<Said>) -> Self {
        Self {
            id,
            group,
            subject,
            old,
            new,
            concerns: Vec::new(),
            messages: Messages::NONE,
            help: None,
            around: None,
            reach: BTreeSet::new(),
            endpoints: 0,
        }
    }

    /// Says what another change of the same thing says as well.
    pub fn say_more(&mut self, other: Self) {
        for (said, more) in [(&mut self.old, other.old), (&mut self.new, other.new)] {
            match (said, more) {
                (Some(said), Some(more)) => said.text = format!("{}; {}", said.text, more.text),
                (said @ None, more) => *said = more,
                (Some(_), None) => {}
            }
        }
    }

    /// What it belonged to before a rename.
    pub fn former_group(&self) -> Option<Group> {
        let name = self.old.as_ref().map(|old| old.text.clone());
        match self.id {
            Id::ApiRenamed => Some(Group { api: name, endpoint: None }),
            Id::EndpointRenamed => Some(Group { endpoint: name, ..self.group.clone() }),
            _ => None,
        }
    }
}

/// What one side says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// In the words of specs.
    pub text: String,
    /// Where.
    pub place: Place,
    /// Whether it is a guess: what a sample, a name or another page suggests.
    pub is_guess: bool,
    /// What of the model is concerned, by where it stands: public items that come of it change with it.
    pub concerns: Vec<Concern>,
}

/// A piece of the model that something of the crate comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Concern {
    /// What stands at a place: an entry, a value, a response.
    At(Place),
    /// All that the files of the group say.
    Group,
}

/// Which messages have something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Messages {
    pub request: bool,
    pub response: bool,
}

impl Messages {
    pub const REQUEST: Self = Self { request: true, response: false };
    pub const RESPONSE: Self = Self { request: false, response: true };
    pub const NONE: Self = Self { request: false, response: false };
}

impl Said {
    /// Of one place alone.
    pub fn at(text: impl Into<String>, place: Place) -> Self {
        Self { text: text.into(), place, is_guess: false, concerns: vec![Concern::At(place)] }
    }

    /// Of an entry, about that alone.
    pub fn of(text: impl Into<String>, place: Place, entry: &Entry) -> Self {
        Self { text: text.into(), place, is_guess: false, concerns: vec![Concern::At(entry.place)] }
    }

    /// Of an entry, and all below it.
    pub fn whole(text: impl Into<String>, place: Place, entry: &Entry) -> Self {
        let mut concerns = Vec::new();
        below(entry, &mut concerns);
        Self { text: text.into(), place, is_guess: false, concerns }
    }
}

/// The places of an entry and of all that it holds.
pub(super) fn below(entry: &Entry, concerns: &mut Vec<Concern>) {
    concerns.push(Concern::At(entry.place));
    match &entry.shape.value {
        Shape::List(item) => below(item, concerns),
        Shape::Map(map) => {
            map.keys.iter().for_each(|keys| below(keys, concerns));
            below(&map.values, concerns);
        }
        Shape::Object(object) => {
            object.fields.iter().for_each(|field| below(field, concerns));
            if let Some(others) = &object.others {
                others.keys.iter().for_each(|keys| below(keys, concerns));
                below(&others.values, concerns);
            }
        }
        Shape::Union(union) => {
            for variant in &union.variants {
                concerns.push(Concern::At(variant.tag.place));
                below(&variant.entry, concerns);
            }
        }
        _ => {}
    }
}
