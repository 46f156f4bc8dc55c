//! The public items of a module, read from its tokens.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Fields, ImplItem, Item, ItemImpl, ItemStruct, Meta, Visibility};

use super::carried::Carried;
use super::contract::Contract;
use super::text::{exact, short};

/// A public item, or a part of one.
#[derive(Debug)]
pub(super) struct Declared {
    /// As people read it; the path stands as `{path}`.
    pub signature: String,
    /// What code that uses it depends on.
    pub contract: Contract,
    /// Whether those who name it are warned.
    pub deprecated: bool,
}

/// Who is told of each item: the name of the item, the part of it or nothing, what it is.
pub(super) type Tell<'t> = &'t mut dyn FnMut(&str, &str, Declared);

/// Tells of each public item of a module, and of each of its parts.
pub(super) fn read(tokens: TokenStream, carried: &Carried, tell: Tell<'_>) {
    // What emission makes is Rust; a test holds that nothing is left out.
    let items = syn::parse2::<syn::File>(tokens).map(|file| file.items).unwrap_or_default();
    let mut reader = Reader { carried, tell };
    for item in &items {
        reader.item(item);
    }
}

struct Reader<'c, 't> {
    carried: &'c Carried,
    tell: Tell<'t>,
}

impl Reader<'_, '_> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Struct(item) if is_public(&item.vis) => self.structure(item),
            Item::Enum(item) if is_public(&item.vis) => {
                let name = item.ident.to_string();
                let open = is_marked(&item.attrs, "non_exhaustive");
                let mark = if open { "#[non_exhaustive] " } else { "" };
                let contract = Contract::of_type("enum", !open);
                self.tell(&name, "", format!("{mark}pub enum {{path}}"), contract, &item.attrs);
                self.derives(&name, &item.attrs);
                for variant in item.variants.iter().filter(|variant| !is_hidden(&variant.attrs)) {
                    let mut held = variant.fields.clone();
                    held.iter_mut().for_each(|field| field.attrs.clear());
                    let (signature, contract) =
                        (format!("{{path}}{}", short(&held)), Contract::of_member(exact(&held)));
                    self.tell(&name, &format!("::{}", variant.ident), signature, contract, &variant.attrs);
                }
            }
            Item::Impl(item) => self.implementation(&short(&item.self_ty), item),
            Item::Type(item) if is_public(&item.vis) => self.single(&item.ident, "type", " = ", &item.ty, &item.attrs),
            Item::Const(item) if is_public(&item.vis) => self.single(&item.ident, "const", ": ", &item.ty, &item.attrs),
            Item::Static(item) if is_public(&item.vis) => {
                self.single(&item.ident, "static", ": ", &item.ty, &item.attrs);
            }
            Item::Fn(item) if is_public(&item.vis) => {
                let name = item.sig.ident.to_string();
                self.tell(&name, "", function(&item.sig), Contract::of_function(&item.sig), &item.attrs);
            }
            // What makes a value of a type: what it stands for is what counts.
            Item::Macro(item) => {
                let (name, items) = self.carried.expand(&item.mac);
                for item in &*items {
                    self.implementation(&name, item);
                }
            }
            _ => {}
        }
    }

    fn structure(&mut self, item: &ItemStruct) {
        let name = item.ident.to_string();
        let is_closed =
            !is_marked(&item.attrs, "non_exhaustive") && item.fields.iter().all(|field| is_public(&field.vis));
        let held = match &item.fields {
            Fields::Unnamed(fields) => short(fields),
            Fields::Named(_) | Fields::Unit => String::new(),
        };
        let contract = Contract::of_type("struct", is_closed);
        self.tell(&name, "", format!("pub struct {{path}}{held}"), contract, &item.attrs);
        self.derives(&name, &item.attrs);
        for (at, field) in item.fields.iter().enumerate().filter(|(_, field)| is_public(&field.vis)) {
            let ident = field.ident.as_ref().map_or_else(|| at.to_string(), ToString::to_string);
            let (signature, contract) =
                (format!("pub {{path}}: {}", short(&field.ty)), Contract::of_member(exact(&field.ty)));
            self.tell(&name, &format!(".{ident}"), signature, contract, &field.attrs);
        }
    }

    fn implementation(&mut self, name: &str, item: &ItemImpl) {
        let Some((of, _)) = &item.trait_ else {
            for item in &item.items {
                let (visibility, ident, signature, contract, attributes) = match item {
                    ImplItem::Fn(item) => {
                        let contract = Contract::of_function(&item.sig);
                        (&item.vis, &item.sig.ident, function(&item.sig), contract, &item.attrs)
                    }
                    ImplItem::Const(item) => {
                        let signature = format!("pub const {{path}}: {}", short(&item.ty));
                        let contract = Contract::of_kind(format!("const {}", exact(&item.ty)));
                        (&item.vis, &item.ident, signature, contract, &item.attrs)
                    }
                    _ => continue,
                };
                if is_public(visibility) {
                    self.tell(name, &format!("::{ident}"), signature, contract, attributes);
                }
            }
            return;
        };
        self.implements(name, &short(of));
        for item in &item.items {
            if let ImplItem::Type(item) = item
                && !has_lifetime(&item.generics)
            {
                let signature = format!("type {{path}} = {}", short(&item.ty));
                let contract = Contract::of_kind(format!("type {}", exact(&item.ty)));
                self.tell(name, &format!("::{}", item.ident), signature, contract, &[]);
            }
        }
    }

    fn derives(&mut self, name: &str, attributes: &[Attribute]) {
        for attribute in attributes {
            if let Meta::List(list) = &attribute.meta
                && list.path.is_ident("derive")
            {
                for derive in list.tokens.to_string().split(',') {
                    self.implements(name, derive.trim());
                }
            }
        }
    }

    /// Tells of a trait, by whatever means a type has it.
    fn implements(&mut self, name: &str, of: &str) {
        let signature = format!("impl {of} for {name}");
        let contract = Contract::of_kind(signature.clone());
        self.tell(name, &format!(": {of}"), signature, contract, &[]);
    }

    /// Tells of an item that has one type.
    fn single(&mut self, name: &syn::Ident, kind: &str, sign: &str, of: &impl ToTokens, attributes: &[Attribute]) {
        let contract = Contract::of_kind(format!("{kind} {}", exact(of)));
        self.tell(&name.to_string(), "", format!("pub {kind} {{path}}{sign}{}", short(of)), contract, attributes);
    }

    fn tell(&mut self, name: &str, part: &str, signature: String, contract: Contract, attributes: &[Attribute]) {
        let deprecated = is_marked(attributes, "deprecated");
        (self.tell)(name, part, Declared { signature, contract, deprecated });
    }
}

/// A function, which says by its path whose it is.
fn function(signature: &syn::Signature) -> String {
    let name = signature.ident.to_string();
    format!("pub {}", short(signature).replacen(&format!("fn {name}"), "fn {path}", 1))
}

/// Whether an associated type is one for each lifetime: these are of the runtime alone.
fn has_lifetime(generics: &syn::Generics) -> bool {
    generics.lifetimes().next().is_some()
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
