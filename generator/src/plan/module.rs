//! A module while it is planned: its names, and the items that come up on the way.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::names::{Claim, Namespace, words};
use super::uses::{Use, Uses};
use super::{Constructor, Home, Item, ItemRef, Name, Pattern, SpecPlace, Words};
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
    /// The types that the API's module gives on.
    pub exported: BTreeSet<Name>,
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
    /// The words of what is above, in the name of a type.
    types: Words,
    /// The words of what is above, in the name of a pattern.
    values: Words,
    /// The words of the thing itself.
    own: Words,
    /// Whether the API's module re-exports the types below.
    exported: bool,
    of_endpoint: bool,
}

impl Path {
    /// The path of a type with a name.
    pub fn of_type(words: &Words) -> Self {
        let none = Words::none();
        Self { types: none.clone(), values: none, own: words.clone(), exported: false, of_endpoint: false }
    }

    /// The path of what an endpoint has without a name.
    pub fn of_endpoint(words: &Words) -> Self {
        Self { exported: true, of_endpoint: true, ..Self::of_type(words) }
    }

    /// The path of the settings of an API.
    pub fn of_settings() -> Self {
        Self::of_endpoint(&Words::of("settings"))
    }

    /// One step down.
    pub fn then(&self, words: &Words) -> Self {
        let values = if self.of_endpoint { self.values.clone() } else { self.values() };
        Self { types: self.types(), values, own: words.clone(), exported: self.exported, of_endpoint: false }
    }

    /// The same place under the name that an entry there is given.
    fn named_by(&self, entry: &Entry) -> Self {
        let Some(given) = &entry.rust_name else { return self.clone() };
        // what is wrong with it is told where the place is planned
        Self { own: words(&given.text, Some(given), &mut Diagnostics::default()), ..self.clone() }
    }

    /// The name of a type here.
    pub fn type_name(&self) -> Name {
        self.types().pascal()
    }

    fn types(&self) -> Words {
        self.types.then(&self.own)
    }

    fn values(&self) -> Words {
        self.values.then(&self.own)
    }
}

impl Module<'_, '_> {
    /// The words of the name of an entry.
    pub fn words(&mut self, entry: &Entry) -> Words {
        words(&entry.name, entry.rust_name.as_ref(), self.found)
    }

    /// Takes the name of the type of an entry without a name of its own, and says where it stands.
    pub fn claim_type_of(&mut self, entry: &Entry, path: &Path) -> (Name, Path) {
        let path = path.named_by(entry);
        (self.claim_type(&path, entry.place), path)
    }

    /// Takes the name of a type.
    pub fn claim_type(&mut self, path: &Path, place: Place) -> Name {
        let name = path.type_name();
        self.claim_with(&name, path, place, None);
        name
    }

    /// Takes the name of a type that comes with another, behind whose name it has one more.
    pub fn claim_beside(&mut self, name: &Name, path: &Path, place: Place, suffix: &'static str) {
        self.claim_with(name, path, place, Some(suffix));
    }

    /// Takes the name of the struct of what `new` requires.
    pub fn claim_required(&mut self, constructor: &Constructor, path: &Path, place: Place) {
        if let Constructor::Required(name, _) = constructor {
            self.claim_beside(name, path, place, "required");
        }
    }

    fn claim_with(&mut self, name: &Name, path: &Path, place: Place, suffix: Option<&'static str>) {
        let what = format!("the type `{name}`");
        let kind = if path.of_endpoint { "call" } else { "type" };
        let claim = Claim { within: &path.types, suffix, ..Claim::new(&what, place, &path.own).of_kind(kind) };
        if self.home == Home::Api {
            self.shared.claim(name, claim, self.found);
        } else if path.exported {
            self.shared.claim(name, claim, self.found);
            self.own.reserve(name.clone(), &what);
            self.exported.insert(name.clone());
        } else {
            self.own.claim_beside(Some(&*self.shared), name, claim, self.found);
        }
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
        // what does not compile is for `check` to say, unless the spec allows it
        let compiled = self.compiled.compile(&fact.value.0);
        let table = compiled.as_ref().as_ref().ok()?;
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
        let path = path.named_by(entry);
        let name = path.values().screaming();
        if !self.patterns.iter().any(|pattern| pattern.name == name && pattern.source == fact.value.0) {
            let what = format!("the pattern `{name}`");
            let claim = Claim { within: &path.values, ..Claim::new(&what, entry.place, &path.own) };
            self.values.claim(&name, claim, self.found);
            self.patterns.push(Pattern {
                spec: SpecPlace(entry.place),
                name: name.clone(),
                source: fact.value.0.clone(),
                table: table.clone(),
            });
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
