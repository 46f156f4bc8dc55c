//! The names of a module: what it declares, and what it imports because something uses it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, format_ident, quote};

use crate::plan::{Home, ItemRef, Name, Presence, RustType};

/// The names of one module.
pub(super) struct Scope {
    home: Home,
    declared: BTreeSet<String>,
    /// Names of the API that hide others of the same name.
    hiding: BTreeSet<String>,
    /// Whether names that are not of the module are written by their paths, and nothing is imported.
    by_path: bool,
    used: RefCell<BTreeMap<Source, BTreeSet<String>>>,
}

/// The names of Rust's prelude that emitted code uses.
const PRELUDE: &[&str] = &["Box", "Into", "IntoIterator", "Option", "Result", "String", "Vec"];

/// Where an import comes from, in the order of the imports.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Api,
    Client,
    Runtime,
}

impl Source {
    const fn module(self) -> &'static str {
        match self {
            Self::Api => "super",
            Self::Client => "client",
            Self::Runtime => "runtime",
        }
    }

    fn path(self) -> TokenStream {
        match self {
            Self::Api => quote!(super),
            Self::Client => quote!(crate::runtime::client),
            Self::Runtime => quote!(crate::runtime),
        }
    }
}

impl Scope {
    /// A module of the API or of an endpoint, with the names of its own items.
    pub fn new(home: Home, declared: impl IntoIterator<Item = String>) -> Self {
        let (declared, hiding) = (declared.into_iter().collect(), BTreeSet::new());
        Self { home, declared, hiding, by_path: false, used: RefCell::default() }
    }

    /// A module in which a name says by itself whose it is: own ones stand alone, all others behind their path.
    pub fn by_path(home: Home) -> Self {
        Self { by_path: true, ..Self::new(home, []) }
    }

    /// The scope for a second run, if the first one imported something of the API that hides another name.
    pub fn again(&self) -> Option<Self> {
        let used = self.used.borrow();
        let of_api = used.get(&Source::Api)?;
        let others = used.iter().filter(|(source, _)| **source != Source::Api).flat_map(|(_, names)| names);
        let hides = of_api.iter().any(|name| PRELUDE.contains(&name.as_str()))
            || others.into_iter().any(|name| of_api.contains(name));
        hides.then(|| Self {
            home: self.home,
            declared: self.declared.clone(),
            hiding: of_api.clone(),
            by_path: self.by_path,
            used: RefCell::default(),
        })
    }

    /// Something of `crate::runtime`.
    pub fn runtime(&self, name: &str) -> TokenStream {
        self.import(Source::Runtime, name)
    }

    /// Something of `crate::runtime::client`.
    pub fn client(&self, name: &str) -> TokenStream {
        self.import(Source::Client, name)
    }

    /// Something of the API's module.
    pub fn of_api(&self, name: &Name) -> TokenStream {
        match self.home {
            Home::Api => ident(name).into_token_stream(),
            Home::Endpoint => self.import(Source::Api, name.as_str()),
        }
    }

    /// An item.
    pub fn item(&self, item: &ItemRef) -> TokenStream {
        match item.home {
            Home::Api => self.of_api(&item.name),
            Home::Endpoint => ident(&item.name).into_token_stream(),
        }
    }

    /// Something of the prelude, which an item of the module may hide.
    pub fn prelude(&self, name: &str) -> TokenStream {
        let ident = format_ident!("{name}");
        if !self.by_path && !self.declared.contains(name) && !self.hiding.contains(name) {
            return quote!(#ident);
        }
        match name {
            "Box" => quote!(::std::boxed::Box),
            "Default" => quote!(::std::default::Default),
            "Option" => quote!(::std::option::Option),
            "Result" => quote!(::std::result::Result),
            "String" => quote!(::std::string::String),
            "Vec" => quote!(::std::vec::Vec),
            "Into" => quote!(::std::convert::Into),
            "IntoIterator" => quote!(::std::iter::IntoIterator),
            _ => quote!(#ident),
        }
    }

    /// A type.
    pub fn ty(&self, value: &RustType) -> TokenStream {
        match value {
            RustType::Json => self.runtime("Json"),
            RustType::Bool => quote!(bool),
            RustType::Integer => quote!(i64),
            RustType::Unsigned => quote!(u64),
            RustType::Number => quote!(f64),
            RustType::Float => quote!(f32),
            RustType::Text => self.prelude("String"),
            RustType::DateTime => self.runtime("DateTime"),
            RustType::Date => self.runtime("Date"),
            RustType::LocalDateTime => self.runtime("LocalDateTime"),
            RustType::EpochSeconds => self.runtime("EpochSeconds"),
            RustType::Secret => self.runtime("Secret"),
            RustType::Email => self.runtime("Email"),
            RustType::Uuid => self.runtime("Uuid"),
            RustType::Uri => self.runtime("Uri"),
            RustType::JsonObject => self.runtime("JsonObject"),
            RustType::List(item) => {
                let (list, item) = (self.prelude("Vec"), self.ty(item));
                quote!(#list<#item>)
            }
            RustType::Map(value) => {
                let (map, value) = (self.runtime("Map"), self.ty(value));
                quote!(#map<#value>)
            }
            RustType::Nullable(value) => {
                let (option, value) = (self.prelude("Option"), self.ty(value));
                quote!(#option<#value>)
            }
            RustType::Item(item) => self.item(item),
        }
    }

    /// The type of a field.
    pub fn field_ty(&self, value: &RustType, presence: Presence) -> TokenStream {
        let ty = self.ty(value);
        let wrapper = match presence {
            Presence::Required | Presence::List => return ty,
            Presence::RequiredNull | Presence::Optional => self.prelude("Option"),
            Presence::OptionalNull => self.runtime("Field"),
            Presence::Promised => self.runtime("Promised"),
            Presence::PromisedNull => {
                let (promised, option) = (self.runtime("Promised"), self.prelude("Option"));
                return quote!(#promised<#option<#ty>>);
            }
        };
        quote!(#wrapper<#ty>)
    }

    /// The imports that were used, a statement each.
    pub fn imports(&self) -> TokenStream {
        let used = self.used.borrow();
        let statements = used.iter().map(|(source, names)| {
            let path = source.path();
            import(&path, names)
        });
        quote!(#(use #statements;)*)
    }

    fn import(&self, source: Source, name: &str) -> TokenStream {
        let ident = format_ident!("{name}");
        if self.by_path {
            let path = source.path();
            return quote!(#path::#ident);
        }
        let hidden = self.declared.contains(name) || source != Source::Api && self.hiding.contains(name);
        if !hidden {
            self.used.borrow_mut().entry(source).or_default().insert(name.to_owned());
            return quote!(#ident);
        }
        if source == Source::Api || self.declared.contains(source.module()) {
            let path = source.path();
            return quote!(#path::#ident);
        }
        self.used.borrow_mut().entry(source).or_default().insert("self".to_owned());
        let module = format_ident!("{}", source.module());
        quote!(#module::#ident)
    }
}

/// What stands behind `use`: several names in braces, `self` first.
pub(super) fn import(path: &TokenStream, names: &BTreeSet<String>) -> TokenStream {
    let itself = names.contains("self").then(|| quote!(self));
    let others = names.iter().filter(|name| *name != "self").map(|name| format_ident!("{name}").into_token_stream());
    let names: Vec<_> = itself.into_iter().chain(others).collect();
    match names.as_slice() {
        [one] if one.to_string() == "self" => path.clone(),
        [one] => quote!(#path::#one),
        _ => quote!(#path::{#(#names),*}),
    }
}

/// A name as a token.
pub(super) fn ident(name: &Name) -> Ident {
    format_ident!("{}", name.as_str())
}
