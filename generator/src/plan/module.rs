//! A module while it is planned: its names, and the items that come up on the way.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::names::{Claim, Namespace, words};
use super::uses::{Use, Uses};
use super::{Home, Item, ItemRef, Name, Pattern, Words};
use crate::check::Patterns;
use crate::diagnostic::{Diagnostics, Place};
use crate::model::{Entry, Scope, Shape, TypeId};

/// The module of an API or of an endpoint.
pub(super) struct Module<'m, 'p> {
    pub scope: Scope<'m>,
    pub home: Home,
    pub uses: &'p Uses,
    /// The types of the API's module, those that its endpoints give to it included.
    pub shared: &'p mut Namespace,
    /// The types of the endpoint's file: those that the API's module does not have.
    pub own: Namespace,
    /// The constants and functions.
    pub values: Namespace,
    pub patterns: Vec<Pattern>,
    /// The tables of patterns that were made already.
    pub compiled: &'p Patterns,
    /// What is known of whether named types have rules.
    pub ruled: RefCell<BTreeMap<TypeId, bool>>,
    pub found: &'p mut Diagnostics,
}

/// Where a value stands, in words: what names its type if it has no name of its own, and its pattern.
#[derive(Clone, Debug)]
pub(super) struct Path {
    types: Words,
    values: Words,
    /// Whether the API's module re-exports the types below.
    exported: bool,
}

impl Path {
    /// The path of a type with a name.
    pub fn of_type(words: &Words) -> Self {
        Self { types: words.clone(), values: words.clone(), exported: false }
    }

    /// The path of what an endpoint has without a name.
    pub fn of_endpoint(words: &Words) -> Self {
        Self { types: words.clone(), values: Words::none(), exported: true }
    }

    /// The path of the settings of an API.
    pub fn of_settings() -> Self {
        Self { types: Words::of("settings"), values: Words::none(), exported: true }
    }

    /// One step down.
    pub fn then(&self, words: &Words) -> Self {
        Self { types: self.types.then(words), values: self.values.then(words), ..*self }
    }

    /// The name of a type here.
    pub fn type_name(&self) -> Name {
        self.types.pascal()
    }
}

impl Module<'_, '_> {
    /// The words of the name of an entry.
    pub fn words(&mut self, entry: &Entry) -> Words {
        words(&entry.name, entry.rust_name.as_ref(), self.found)
    }

    /// Takes the name of a type.
    pub fn claim_type(&mut self, path: &Path, place: Place) -> Name {
        let name = path.type_name();
        let what = format!("the type `{name}`");
        let claim = Claim { what: &what, place, instead: &path.types };
        if self.home == Home::Api {
            self.shared.claim(&name, claim, self.found);
        } else if path.exported {
            self.shared.claim(&name, claim, self.found);
            self.own.reserve(name.clone(), &what);
        } else {
            self.own.claim_beside(Some(&*self.shared), &name, claim, self.found);
        }
        name
    }

    /// The Rust item of a named type.
    pub fn named(&self, id: TypeId) -> Option<ItemRef> {
        let (home, entry) = (home(id), &self.scope.named(id)?.entry);
        // what is wrong with a `rust_name` is told where the type is planned
        let words = words(&entry.name, entry.rust_name.as_ref(), &mut Diagnostics::default());
        Some(ItemRef { home, name: words.pascal() })
    }

    /// The static of the pattern of an entry: that of its type, or one of its own.
    pub fn pattern(&mut self, entry: &Entry, path: &Path) -> Option<ItemRef> {
        let fact = entry.constraints.pattern.as_ref()?;
        let (mut shape, mut of_type) = (&entry.shape.value, None);
        while let Shape::Named(id) = shape {
            let named = &self.scope.named(*id)?.entry;
            if named.constraints.pattern.as_ref().is_none_or(|pattern| pattern.place != fact.place) {
                break;
            }
            of_type = Some((*id, named));
            shape = &named.shape.value;
        }
        if let Some((id, named)) = of_type {
            let words = words(&named.name, named.rust_name.as_ref(), &mut Diagnostics::default());
            return Some(ItemRef { home: home(id), name: words.screaming() });
        }
        let name = path.values.screaming();
        if !self.patterns.iter().any(|pattern| pattern.name == name && pattern.source == fact.value.0) {
            // what does not compile is for `check` to say
            let table = self.compiled.compile(&fact.value.0).as_ref().as_ref().ok()?.clone();
            let what = format!("the pattern `{name}`");
            self.values.claim(&name, Claim { what: &what, place: fact.place, instead: &path.values }, self.found);
            self.patterns.push(Pattern { name: name.clone(), source: fact.value.0.clone(), table });
        }
        Some(ItemRef { home: self.home, name })
    }

    /// How a named type is used.
    pub fn use_of(&self, id: TypeId) -> Use {
        self.uses.of(id)
    }

    /// The patterns that came up, as items.
    pub fn take_patterns(&mut self) -> impl Iterator<Item = Item> {
        std::mem::take(&mut self.patterns).into_iter().map(Item::Pattern)
    }
}

fn home(id: TypeId) -> Home {
    match id {
        TypeId::OfApi(_) => Home::Api,
        TypeId::OfEndpoint(_) => Home::Endpoint,
    }
}
