//! What of a crate is public: the items that would be generated, each with what code that uses it depends on.
//!
//! Items are read from the tokens that emission makes, so that no rule of how the crate is written stands twice. That each
//! verdict is the compiler's own is held by programs that use every item of one side and are compiled against the other.

pub(super) mod carried;
mod concerns;
mod contract;
mod items;
mod text;

use std::collections::{BTreeMap, HashMap};

use proc_macro2::TokenStream;

use self::carried::Carried;
use self::concerns::Concerns;
use self::contract::Contract;
use super::change::Concern;
use crate::diagnostic::{Bump, Group};
use crate::emit;
use crate::parallel::Threads;
use crate::plan::{Api, Endpoint, Plan};

/// Modules that are read in one go: what the runtime carries is read once for all of them.
const SHARE: usize = 32;

/// The public items of a crate, or of those of its modules that are looked at, by path.
#[derive(Debug, Default)]
struct Surface {
    items: BTreeMap<String, Public>,
    /// What comes of what, by module.
    concerns: HashMap<String, Concerns>,
}

/// A public item.
#[derive(Clone, Debug)]
pub(super) struct Public {
    /// As people read it.
    signature: String,
    /// What code that uses it depends on.
    contract: Contract,
    /// Whether those who name it are warned.
    deprecated: bool,
    /// What in the specs it comes from.
    pub concerns: Vec<Concern>,
    /// What the item comes from that it is a part of.
    pub around: Vec<Concern>,
    /// The API and endpoint that it belongs to.
    pub group: Group,
    /// The item that it is a part of, or itself.
    pub whole: String,
    /// Its module, and its name within.
    name: (String, String),
    /// Of a second path: the first one.
    leads_to: Option<String>,
}

/// A public item that is not the same on both sides.
#[derive(Debug)]
pub(super) struct Difference {
    pub path: String,
    pub bump: Bump,
    pub old: Option<Public>,
    pub new: Option<Public>,
}

impl Difference {
    /// The signature before, if there was one.
    pub fn before(&self) -> Option<String> {
        self.old.as_ref().map(|public| public.shown(&self.path))
    }

    /// The signature after, if there is one.
    pub fn after(&self) -> Option<String> {
        self.new.as_ref().map(|public| public.shown(&self.path))
    }

    /// The name of the item that is new, gone or another, if it is no part of one.
    pub fn item(&self) -> Option<(&Public, &str)> {
        let public = self.new.as_ref().or(self.old.as_ref())?;
        let name = self.path.rsplit("::").next()?;
        (public.whole == self.path && !self.path.contains(' ')).then_some((public, name))
    }

    /// Whether it only comes with another difference: a part of an item that is new or gone, a second path to one, or what is
    /// written as before with a name that is another's now.
    pub fn follows(&self, others: &[&Self]) -> bool {
        let Some(public) = self.new.as_ref().or(self.old.as_ref()) else { return true };
        let is_new_or_gone = |one: &&&Self| one.old.is_some() != one.new.is_some();
        let is_part =
            public.whole != self.path && others.iter().filter(is_new_or_gone).any(|other| other.path == public.whole);
        is_part || public.leads_to.is_some() || self.before() == self.after()
    }
}

impl Public {
    /// The names that it is written with, its item's own among them.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [self.signature.as_str(), self.whole.as_str()]
            .into_iter()
            .flat_map(|text| text.split(|char: char| char != '_' && !char.is_alphanumeric()))
            .filter(|name| !name.is_empty())
    }

    fn shown(&self, path: &str) -> String {
        let deprecated = if self.deprecated { "#[deprecated] " } else { "" };
        format!("{deprecated}{}", self.signature.replace("{path}", path))
    }

    /// What it asks of the version that this one stands where another stood; nothing where they are the same.
    fn step(&self, old: &Self, before: &Surface, surface: &Surface) -> Option<Bump> {
        if old.leads_to.is_some() {
            // What it led to is looked at by itself.
            return None;
        }
        let deprecated = match (old.deprecated, self.deprecated) {
            (false, true) => Some(Bump::Minor),
            (true, false) => Some(Bump::Patch),
            _ => None,
        };
        let (module, former) = (self.name.0.as_str(), old.name.0.as_str());
        // The API's own module has its names without more.
        let was_own = |name: &str| {
            module.split_once("::").is_some_and(|(api, _)| api == former)
                && before.items.get(&format!("{former}::{name}")).is_some_and(|item| item.leads_to.is_none())
        };
        self.contract.step(&old.contract, |name| surface.is_of(module, name), was_own).max(deprecated)
    }

    /// What it asks of the version that this one is new, where the item that it is a part of was there already.
    fn addition(&self, whole: Option<&Self>) -> Bump {
        // Who makes all of a value or looks at all cases has to name it.
        let is_asked_for = self.contract.is_member && whole.is_some_and(|whole| whole.contract.is_closed);
        if is_asked_for { Bump::Major } else { Bump::Minor }
    }
}

/// What differs, by path. Modules that are planned alike are not looked into.
pub(super) fn differences(old: &Plan, new: &Plan) -> Vec<Difference> {
    let (before, after) = surfaces(old, new);
    let mut differences = Vec::new();
    if old.package != new.package {
        differences.push(of_crate(old, new));
    }
    for (path, old) in &before.items {
        let new = after.found(path, old);
        let bump = new.map_or(Some(Bump::Major), |new| new.step(old, &before, &after));
        if let Some(bump) = bump {
            differences.push(Difference { path: path.clone(), bump, old: Some(old.clone()), new: new.cloned() });
        }
    }
    differences.extend(after.items.iter().filter(|(path, _)| !before.items.contains_key(*path)).map(|(path, new)| {
        let bump = new.addition(before.items.get(&new.whole));
        Difference { path: path.clone(), bump, old: None, new: Some(new.clone()) }
    }));
    // Of what one side has, the other says why it has it not.
    for difference in &mut differences {
        let (public, other) = match (&mut difference.old, &mut difference.new) {
            (Some(old), None) => (old, &after.concerns),
            (None, Some(new)) => (new, &before.concerns),
            _ => continue,
        };
        let (module, name) = &public.name;
        if let Some(also) = other.get(module).and_then(|concerns| concerns.exactly(name)) {
            public.concerns.extend(also);
        }
    }
    differences.sort_by(|a, b| a.path.cmp(&b.path));
    differences
}

/// The name by which a crate is depended on.
fn of_crate(old: &Plan, new: &Plan) -> Difference {
    let public = |plan: &Plan| Public {
        signature: format!("crate `{}`", plan.package),
        contract: Contract::of_kind("crate"),
        deprecated: false,
        concerns: vec![Concern::Group],
        around: Vec::new(),
        group: Group { api: None, endpoint: None },
        whole: "crate".to_owned(),
        name: (String::new(), String::new()),
        leads_to: None,
    };
    Difference { path: "crate".to_owned(), bump: Bump::Major, old: Some(public(old)), new: Some(public(new)) }
}

fn surfaces(old: &Plan, new: &Plan) -> (Surface, Surface) {
    (Surface::of(&old.apis, &new.apis), Surface::of(&new.apis, &old.apis))
}

/// A module of the crate to be.
#[derive(Clone, Copy)]
struct Module<'p> {
    api: &'p Api,
    /// Of the API itself none.
    endpoint: Option<&'p Endpoint>,
}

/// The modules of APIs that are not planned alike in others.
fn changed<'p>(apis: &'p [Api], others: &[Api]) -> Vec<Module<'p>> {
    let others: HashMap<&str, &Api> = others.iter().map(|api| (api.module.as_str(), api)).collect();
    let mut modules = Vec::new();
    for api in apis {
        let other = others.get(api.module.as_str()).copied();
        if other == Some(api) {
            continue;
        }
        modules.push(Module { api, endpoint: None });
        let endpoints = other.map(|other| other.endpoints.as_slice()).unwrap_or_default();
        let endpoints: HashMap<&str, &Endpoint> =
            endpoints.iter().map(|endpoint| (endpoint.module.as_str(), endpoint)).collect();
        let is_other = |endpoint: &&Endpoint| endpoints.get(endpoint.module.as_str()) != Some(endpoint);
        modules.extend(api.endpoints.iter().filter(is_other).map(|endpoint| Module { api, endpoint: Some(endpoint) }));
    }
    modules
}

impl Surface {
    /// What APIs have that is not planned alike in others.
    fn of(apis: &[Api], others: &[Api]) -> Self {
        let modules = changed(apis, others);
        let parts = Threads::of_machine().map(modules.chunks(SHARE), |modules| {
            let (mut part, carried) = (Self::default(), Carried::default());
            for module in modules {
                part.module(*module, &carried);
            }
            part
        });
        let mut all = Self::default();
        for Self { items, concerns } in parts {
            all.items.extend(items);
            all.concerns.extend(concerns);
        }
        all
    }

    /// What code finds that asks for an item of the other side, if need be by a second path.
    fn found(&self, path: &str, other: &Public) -> Option<&Public> {
        let first = self.items.get(&other.whole).and_then(|whole| whole.leads_to.as_deref());
        match (first, path.strip_prefix(&other.whole)) {
            (Some(first), Some(part)) if other.leads_to.is_none() => self.items.get(&format!("{first}{part}")),
            _ => self.items.get(path),
        }
    }

    /// Whether a name of an API is a second path to an item of a module.
    fn is_of(&self, module: &str, name: &str) -> bool {
        let api = module.split("::").next().unwrap_or_default();
        let leads_to = self.items.get(&format!("{api}::{name}")).and_then(|item| item.leads_to.as_deref());
        leads_to.and_then(|path| path.strip_prefix(module)?.strip_prefix("::")) == Some(name)
    }

    /// Adds a module, and what names it.
    fn module(&mut self, Module { api, endpoint }: Module<'_>, carried: &Carried) {
        let module = api.module.as_str();
        let group = Group { api: Some(api.folder.clone()), endpoint: endpoint.map(|endpoint| endpoint.file.clone()) };
        let Some(endpoint) = endpoint else {
            let feature = format!("feature `{}`", api.feature);
            self.insert(feature.clone(), feature, &group, &[]);
            self.items_of(module, emit::items(api, None), &group, Concerns::of_api(api), carried);
            return;
        };
        let concerns = Concerns::of_endpoint(endpoint);
        let path = format!("{module}::{}", endpoint.module);
        for name in &endpoint.exported {
            let (exported, signature) = (format!("{module}::{name}"), format!("pub use {path}::{name}"));
            self.insert(exported, signature, &group, &concerns.of(name.as_str()));
        }
        self.items_of(&path, emit::items(api, Some(endpoint)), &group, concerns, carried);
    }

    fn insert(&mut self, path: String, signature: String, group: &Group, concerns: &[Concern]) {
        let (whole, concerns, group) = (path.clone(), concerns.to_vec(), group.clone());
        let (around, name) = (Vec::new(), (String::new(), String::new()));
        let contract = Contract::of_kind(signature.clone());
        let leads_to = signature.strip_prefix("pub use ").map(str::to_owned);
        let public = Public { signature, contract, deprecated: false, concerns, around, group, whole, name, leads_to };
        self.items.insert(path, public);
    }

    /// Adds a module's public items, and itself.
    fn items_of(&mut self, module: &str, tokens: TokenStream, group: &Group, concerns: Concerns, carried: &Carried) {
        self.insert(format!("mod {module}"), format!("pub mod {module}"), group, &[]);
        items::read(tokens, carried, &mut |name, part, item| {
            let whole = format!("{module}::{name}");
            let public = Public {
                signature: item.signature,
                contract: item.contract,
                deprecated: item.deprecated,
                concerns: concerns.of(&format!("{name}{part}")),
                around: concerns.of(name),
                group: group.clone(),
                whole: whole.clone(),
                name: (module.to_owned(), format!("{name}{part}")),
                leads_to: None,
            };
            self.items.insert(format!("{whole}{part}"), public);
        });
        self.concerns.insert(module.to_owned(), concerns);
    }
}
