//! What of a crate is public: the items that would be generated, each with its signature and the class of its change.
//!
//! Items are read from the tokens that emission makes, so that no rule of how the crate is written stands twice.

use std::collections::{BTreeMap, HashMap};

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Fields, Item, Meta, Visibility};

use super::change::Concern;
use crate::diagnostic::{Bump, Group};
use crate::emit;
use crate::plan::{self, Api, Constructor, Endpoint, OutcomeType, Plan, Record, SpecPlace};

/// The public items of a crate, or of those of its modules that are looked at, by path.
#[derive(Debug, Default)]
pub(super) struct Surface {
    items: BTreeMap<String, Public>,
    /// What comes of what, by module.
    concerns: HashMap<String, Concerns>,
}

/// A public item.
#[derive(Clone, Debug)]
pub(super) struct Public {
    /// What code that uses it depends on.
    signature: String,
    /// What a new one asks of the version.
    addition: Bump,
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

    /// Whether it only comes with another difference: a part of an item that is new or gone, or a second path to one.
    pub fn follows(&self, others: &[&Self]) -> bool {
        let Some(public) = self.new.as_ref().or(self.old.as_ref()) else { return true };
        let is_new_or_gone = |one: &&&Self| one.old.is_some() != one.new.is_some();
        let is_part =
            public.whole != self.path && others.iter().filter(is_new_or_gone).any(|other| other.path == public.whole);
        is_part || public.signature.starts_with("pub use ")
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
}

/// What differs, by path. Modules that are planned alike are not looked into.
pub(super) fn differences(old: &Plan, new: &Plan) -> Vec<Difference> {
    let (before, after) = surfaces(old, new);
    let mut differences = Vec::new();
    if old.package != new.package {
        differences.push(of_crate(old, new));
    }
    let Surface { items: mut after, concerns: after_concerns } = after;
    for (path, old) in before.items {
        match after.remove(&path) {
            None => differences.push(Difference { path, bump: Bump::Major, old: Some(old), new: None }),
            Some(new) => {
                let bump = if old.signature == new.signature {
                    match (old.deprecated, new.deprecated) {
                        (false, true) => Bump::Minor,
                        (true, false) => Bump::Patch,
                        _ => continue,
                    }
                } else if new.signature.replace(" const fn ", " fn ") == old.signature {
                    Bump::Minor
                } else {
                    Bump::Major
                };
                differences.push(Difference { path, bump, old: Some(old), new: Some(new) });
            }
        }
    }
    let added = after.into_iter().map(|(path, new)| Difference { path, bump: new.addition, old: None, new: Some(new) });
    differences.extend(added.collect::<Vec<_>>());
    // What is new within a new item adds nothing to it.
    let new_items: std::collections::HashSet<String> = differences
        .iter()
        .filter(|one| one.old.is_none() && one.new.as_ref().is_some_and(|new| new.whole == one.path))
        .map(|one| one.path.clone())
        .collect();
    for difference in &mut differences {
        let is_part = difference.new.as_ref().is_some_and(|new| new_items.contains(&new.whole));
        if difference.old.is_none() && is_part {
            difference.bump = Bump::Minor;
        }
    }
    // Of what one side has, the other says why it has it not.
    for difference in &mut differences {
        let (public, other) = match (&mut difference.old, &mut difference.new) {
            (Some(old), None) => (old, &after_concerns),
            (None, Some(new)) => (new, &before.concerns),
            _ => continue,
        };
        let (module, name) = &public.name;
        if let Some(also) = other.get(module).and_then(|concerns| concerns.0.get(name)) {
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
        addition: Bump::Major,
        deprecated: false,
        concerns: vec![Concern::Group],
        around: Vec::new(),
        group: Group { api: None, endpoint: None },
        whole: "crate".to_owned(),
        name: (String::new(), String::new()),
    };
    Difference { path: "crate".to_owned(), bump: Bump::Major, old: Some(public(old)), new: Some(public(new)) }
}

fn surfaces(old: &Plan, new: &Plan) -> (Surface, Surface) {
    let (mut before, mut after) = (Surface::default(), Surface::default());
    let of_new: HashMap<&str, &Api> = new.apis.iter().map(|api| (api.module.as_str(), api)).collect();
    let of_old: HashMap<&str, &Api> = old.apis.iter().map(|api| (api.module.as_str(), api)).collect();
    for api in &old.apis {
        let other = of_new.get(api.module.as_str());
        before.api(api, other.copied());
    }
    for api in &new.apis {
        let other = of_old.get(api.module.as_str());
        after.api(api, other.copied());
    }
    (before, after)
}

impl Surface {
    /// Adds what an API has that is not planned alike in another.
    fn api(&mut self, api: &Api, other: Option<&Api>) {
        if other.is_some_and(|other| other == api) {
            return;
        }
        let group = Group { api: Some(api.folder.clone()), endpoint: None };
        let concerns = Concerns::of_api(api);
        let module = api.module.as_str();
        let feature = format!("feature `{}`", api.feature);
        self.insert(feature.clone(), feature, Bump::Minor, &group, &[]);
        self.insert(format!("mod {module}"), format!("pub mod {module}"), Bump::Minor, &group, &[]);
        self.module(module, emit::items(api, None), &group, &concerns);
        let others: HashMap<&str, &Endpoint> = other
            .map(|other| other.endpoints.iter().map(|endpoint| (endpoint.module.as_str(), endpoint)).collect())
            .unwrap_or_default();
        for endpoint in &api.endpoints {
            let is_alike = others.get(endpoint.module.as_str()).is_some_and(|other| *other == endpoint);
            if !is_alike {
                let group = Group { endpoint: Some(endpoint.file.clone()), ..group.clone() };
                let concerns = Concerns::of_endpoint(endpoint);
                let path = format!("{module}::{}", endpoint.module);
                self.insert(format!("mod {path}"), format!("pub mod {path}"), Bump::Minor, &group, &[]);
                for name in &endpoint.exported {
                    let signature = format!("pub use {path}::{name}");
                    let of = concerns.of(name.as_str());
                    self.insert(format!("{module}::{name}"), signature, Bump::Minor, &group, &of);
                }
                self.module(&path, emit::items(api, Some(endpoint)), &group, &concerns);
            }
        }
    }

    fn insert(&mut self, path: String, signature: String, addition: Bump, group: &Group, concerns: &[Concern]) {
        let (whole, concerns, group) = (path.clone(), concerns.to_vec(), group.clone());
        let (around, name) = (Vec::new(), (String::new(), String::new()));
        let public = Public { signature, addition, deprecated: false, concerns, around, group, whole, name };
        self.items.insert(path, public);
    }

    /// Adds the public items of a module.
    fn module(&mut self, module: &str, tokens: TokenStream, group: &Group, concerns: &Concerns) {
        // What emission makes is Rust; a test holds that nothing is left out.
        let items = syn::parse2::<syn::File>(tokens).map(|file| file.items).unwrap_or_default();
        let mut of = OfModule { surface: self, module, group, concerns };
        for item in &items {
            of.item(item);
        }
        self.concerns.insert(module.to_owned(), concerns.clone());
    }
}

struct OfModule<'s> {
    surface: &'s mut Surface,
    module: &'s str,
    group: &'s Group,
    concerns: &'s Concerns,
}

impl OfModule<'_> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Struct(item) if is_public(&item.vis) => {
                let name = item.ident.to_string();
                let open = is_marked(&item.attrs, "non_exhaustive");
                let held = match &item.fields {
                    Fields::Unnamed(fields) => tidy(fields),
                    Fields::Named(_) | Fields::Unit => String::new(),
                };
                self.add(&name, "", format!("pub struct {{path}}{held}"), Bump::Minor, &item.attrs);
                self.derives(&name, &item.attrs);
                for field in item.fields.iter().filter(|field| is_public(&field.vis)) {
                    let Some(ident) = &field.ident else { continue };
                    let addition = if open { Bump::Minor } else { Bump::Major };
                    let signature = format!("pub {{path}}: {}", tidy(&field.ty));
                    self.add(&name, &format!(".{ident}"), signature, addition, &field.attrs);
                }
            }
            Item::Enum(item) if is_public(&item.vis) => {
                let name = item.ident.to_string();
                let open = is_marked(&item.attrs, "non_exhaustive");
                let mark = if open { "#[non_exhaustive] " } else { "" };
                self.add(&name, "", format!("{mark}pub enum {{path}}"), Bump::Minor, &item.attrs);
                self.derives(&name, &item.attrs);
                for variant in item.variants.iter().filter(|variant| !is_hidden(&variant.attrs)) {
                    let addition = if open { Bump::Minor } else { Bump::Major };
                    let mut held = variant.fields.clone();
                    held.iter_mut().for_each(|field| field.attrs.clear());
                    let signature = format!("{{path}}{}", tidy(&held));
                    self.add(&name, &format!("::{}", variant.ident), signature, addition, &variant.attrs);
                }
            }
            Item::Impl(item) => self.implementation(item),
            Item::Type(item) if is_public(&item.vis) => {
                let signature = format!("pub type {{path}} = {}", tidy(&item.ty));
                self.add(&item.ident.to_string(), "", signature, Bump::Minor, &item.attrs);
            }
            Item::Const(item) if is_public(&item.vis) => {
                let signature = format!("pub const {{path}}: {}", tidy(&item.ty));
                self.add(&item.ident.to_string(), "", signature, Bump::Minor, &item.attrs);
            }
            Item::Static(item) if is_public(&item.vis) => {
                let signature = format!("pub static {{path}}: {}", tidy(&item.ty));
                self.add(&item.ident.to_string(), "", signature, Bump::Minor, &item.attrs);
            }
            Item::Fn(item) if is_public(&item.vis) => {
                let signature = format!("pub {}", tidy(&item.sig));
                self.add(&item.sig.ident.to_string(), "", signature, Bump::Minor, &item.attrs);
            }
            // What implements the traits of values for a type: by which macro tells what the type is.
            Item::Macro(item) => {
                let of = tidy(&item.mac.tokens);
                let name = of.split([',', ' ']).next().unwrap_or_default().to_owned();
                let by = tidy(&item.mac.path);
                self.add(&name, &format!(": {by}"), format!("impl {by} for {name}"), Bump::Minor, &item.attrs);
            }
            _ => {}
        }
    }

    fn implementation(&mut self, item: &syn::ItemImpl) {
        let name = tidy(&item.self_ty);
        let Some((of, _)) = &item.trait_ else {
            for item in &item.items {
                let (visibility, ident, signature, attributes) = match item {
                    syn::ImplItem::Fn(item) => (&item.vis, &item.sig.ident, tidy(&item.sig), &item.attrs),
                    syn::ImplItem::Const(item) => {
                        (&item.vis, &item.ident, format!("const {}: {}", item.ident, tidy(&item.ty)), &item.attrs)
                    }
                    _ => continue,
                };
                if is_public(visibility) {
                    // A function says by its path whose it is.
                    let signature = format!("pub {}", signature.replacen(&ident.to_string(), "{path}", 1));
                    self.add(&name, &format!("::{ident}"), signature, Bump::Minor, attributes);
                }
            }
            return;
        };
        let of = tidy(of);
        self.add(&name, &format!(": {of}"), format!("impl {of} for {name}"), Bump::Minor, &[]);
        for item in &item.items {
            if let syn::ImplItem::Type(item) = item {
                let signature = format!("type {{path}} = {}", tidy(&item.ty));
                self.add(&name, &format!("::{}", item.ident), signature, Bump::Minor, &[]);
            }
        }
    }

    fn derives(&mut self, name: &str, attributes: &[Attribute]) {
        for attribute in attributes {
            if let Meta::List(list) = &attribute.meta
                && list.path.is_ident("derive")
            {
                for derive in list.tokens.to_string().split(',') {
                    let derive = derive.trim();
                    self.add(name, &format!(": {derive}"), format!("impl {derive} for {name}"), Bump::Minor, &[]);
                }
            }
        }
    }

    /// Adds a part of an item, or with no part the item itself.
    fn add(&mut self, name: &str, part: &str, signature: String, addition: Bump, attributes: &[Attribute]) {
        let whole = format!("{}::{name}", self.module);
        let public = Public {
            signature,
            addition,
            deprecated: is_marked(attributes, "deprecated"),
            concerns: self.concerns.of(&format!("{name}{part}")),
            around: self.concerns.of(name),
            group: self.group.clone(),
            whole: whole.clone(),
            name: (self.module.to_owned(), format!("{name}{part}")),
        };
        self.surface.items.insert(format!("{whole}{part}"), public);
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_marked(attributes: &[Attribute], mark: &str) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident(mark))
}

fn is_hidden(attributes: &[Attribute]) -> bool {
    let is_hidden = |attribute: &Attribute| match &attribute.meta {
        Meta::List(list) => list.path.is_ident("doc") && list.tokens.to_string() == "hidden",
        _ => false,
    };
    attributes.iter().any(is_hidden)
}

/// Tokens as people write them.
fn tidy(tokens: &impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string();
    for (wide, narrow) in [
        (" :: ", "::"),
        (":: ", "::"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        ("& ", "&"),
        (" :", ":"),
        ("->", " ->"),
        ("  ", " "),
        (",}", " }"),
        (",)", ")"),
    ] {
        text = text.replace(wide, narrow);
    }
    text
}

/// What items come from, by their names within a module.
#[derive(Clone, Debug, Default)]
struct Concerns(HashMap<String, Vec<Concern>>);

impl Concerns {
    fn of_api(api: &Api) -> Self {
        let mut concerns = Self::default();
        concerns.at(api.marker.to_string(), api.spec);
        concerns.at("Auth".to_owned(), api.spec);
        for server in &api.servers {
            concerns.at(server.name.to_string(), server.spec);
        }
        for credential in &api.credentials {
            concerns.at(format!("Auth::{}", credential.variant), credential.spec);
            if let Some(constructor) = &credential.constructor {
                concerns.at(format!("Auth::{constructor}"), credential.spec);
            }
        }
        api.settings.iter().for_each(|settings| concerns.record(settings));
        api.items.iter().for_each(|item| concerns.item(item));
        concerns
    }

    fn of_endpoint(endpoint: &Endpoint) -> Self {
        let mut concerns = Self::default();
        concerns.record(&endpoint.request);
        let request = &endpoint.request.name;
        if let Some(record) = &endpoint.server_owned {
            concerns.record(record);
            // It is there for its fields alone.
            for field in &record.fields {
                concerns.at(record.name.to_string(), field.spec);
                concerns.at(format!("{request}.server_owned"), field.spec);
                concerns.at(format!("{request}::server_owned"), field.spec);
            }
        }
        for (word, outcome) in [("Output", &endpoint.output), ("Failure", &endpoint.failure)] {
            concerns.responses(format!("{request}::{word}"), endpoint);
            if let OutcomeType::ByStatus { name, variants, .. } = &outcome.value {
                concerns.responses(name.to_string(), endpoint);
                for variant in variants {
                    concerns.at(format!("{name}::{}", variant.name), variant.spec);
                }
            }
        }
        endpoint.items.iter().for_each(|item| concerns.item(item));
        concerns
    }

    /// What comes of all answers.
    fn responses(&mut self, name: String, endpoint: &Endpoint) {
        let places = endpoint.answers.iter().map(|place| Concern::At(place.0));
        self.0.entry(name).or_default().extend(places);
    }

    fn at(&mut self, name: String, spec: SpecPlace) {
        self.0.entry(name).or_default().push(Concern::At(spec.0));
    }

    fn item(&mut self, item: &plan::Item) {
        match item {
            plan::Item::Record(record) => self.record(record),
            plan::Item::Enumeration(item) => {
                self.at(item.name.to_string(), item.spec);
                for variant in &item.variants {
                    self.at(format!("{}::{}", item.name, variant.name), variant.spec);
                }
            }
            plan::Item::Union(item) => {
                self.at(item.name.to_string(), item.spec);
                for variant in &item.variants {
                    self.at(format!("{}::{}", item.name, variant.name), variant.spec);
                }
            }
            plan::Item::Scalar(item) => self.at(item.name.to_string(), item.spec),
            plan::Item::Alias(item) => self.at(item.name.to_string(), item.spec),
            plan::Item::Pattern(item) => self.at(item.name.to_string(), item.spec),
        }
    }

    fn record(&mut self, record: &Record) {
        let name = &record.name;
        self.at(name.to_string(), record.spec);
        let spec = |field: &plan::Name| record.fields.iter().find(|one| one.name == *field).map(|one| one.spec);
        for field in &record.fields {
            self.at(format!("{name}.{}", field.name), field.spec);
        }
        for setter in &record.setters {
            if let Some(spec) = spec(&setter.field) {
                self.at(format!("{name}::{}", setter.name), spec);
            }
        }
        // How one is made depends on all fields that may be asked for.
        for field in &record.fields {
            for part in ["::new", ": Default", &format!("::{}", field.name)] {
                self.at(format!("{name}{part}"), field.spec);
            }
        }
        if let Constructor::Required(required, _) = &record.constructor {
            for field in &record.fields {
                self.at(required.to_string(), field.spec);
                self.at(format!("{required}.{}", field.name), field.spec);
            }
        }
    }

    /// What an item or a part of it comes from; of a part that nothing is known of, what the item does.
    fn of(&self, name: &str) -> Vec<Concern> {
        let whole = name.split(['.', ':']).next().unwrap_or(name);
        self.0.get(name).or_else(|| self.0.get(whole)).cloned().unwrap_or_default()
    }
}
