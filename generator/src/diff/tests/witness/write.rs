//! Programs that use a generated crate: one for each public item of a module, which uses it in every way that its
//! declaration allows. They are written from the files of the crate, and know of no verdict.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Display;

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Fields, FnArg, ImplItem, Item, ItemEnum, ItemImpl, ItemStruct, ReceiverKind, Signature, UseTree};

use super::super::super::surface::carried::Carried;
use super::super::surface::dense;

/// A program of one item.
#[derive(Clone, Debug)]
pub struct Witness {
    /// The path of the item, as the comparison has it.
    pub path: String,
    /// What kind of item it is.
    pub kind: Kind,
    /// The items that it names besides.
    pub names: BTreeSet<String>,
    /// The program, in one line, with `{n}` for a name of its own.
    pub line: String,
}

/// The kinds of public items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Feature,
    Module,
    SecondPath,
    Struct,
    Field,
    Enum,
    Variant,
    Alias,
    Constant,
    Static,
    Function,
    Method,
    MethodInConstants,
    Trait,
    TypeOfTrait,
}

/// The crate, as its users call it.
const CRATE: &str = "krate";

/// The programs of a file of the crate.
pub fn of_file(module: &str, text: &str, carried: &Carried) -> Vec<Witness> {
    let file = syn::parse_file(text).expect("generated Rust");
    let api = module.split("::").next().expect("a module");
    let mut writer =
        Writer { carried, module, api, paths: HashMap::new(), named: BTreeSet::new(), witnesses: Vec::new() };
    for item in &file.items {
        writer.names(item);
    }
    file.items.iter().for_each(|item| writer.item(item));
    writer.witnesses
}

struct Writer<'c, 'm> {
    carried: &'c Carried,
    module: &'m str,
    api: &'m str,
    /// Where the names of the module are for the users of the crate.
    paths: HashMap<String, String>,
    /// Own items that were named since the last program.
    named: BTreeSet<String>,
    witnesses: Vec<Witness>,
}

impl Writer<'_, '_> {
    /// Notes what a name of the module stands for.
    fn names(&mut self, item: &Item) {
        let name = match item {
            Item::Struct(item) => &item.ident,
            Item::Enum(item) => &item.ident,
            Item::Type(item) => &item.ident,
            Item::Use(item) => return self.imported(&item.tree, ""),
            _ => return,
        };
        let path = format!("{CRATE}::{}::{name}", self.module);
        self.paths.insert(name.to_string(), path);
    }

    fn imported(&mut self, tree: &UseTree, path: &str) {
        match tree {
            UseTree::Path(of) => {
                let segment = of.ident.to_string();
                let segment = match (path, segment.as_str()) {
                    ("", "crate") => CRATE.to_owned(),
                    ("", "super") => format!("{CRATE}::{}", self.api),
                    ("", own) => format!("{CRATE}::{}::{own}", self.module),
                    (path, inner) => format!("{path}::{inner}"),
                };
                self.imported(&of.tree, &segment);
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.imported(tree, path)),
            UseTree::Name(name) if name.ident == "self" => {
                let last = path.rsplit("::").next().unwrap_or_default().to_owned();
                self.paths.insert(last, path.to_owned());
            }
            UseTree::Name(name) => {
                self.paths.insert(name.ident.to_string(), format!("{path}::{}", name.ident));
            }
            UseTree::Rename(_) | UseTree::Glob(_) => panic!("{}: an import of another form", self.module),
        }
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Mod(item) => {
                let path = format!("{}::{}", self.module, item.ident);
                self.tell(Kind::Module, &format!("mod {path}"), format!("pub use {CRATE}::{path} as {{n}};"));
            }
            Item::Use(item) => {
                if matches!(item.vis, syn::Visibility::Public(_)) {
                    self.second_paths(&item.tree, self.module);
                }
            }
            Item::Struct(item) => self.structure(item),
            Item::Enum(item) => self.enumeration(item),
            Item::Type(item) => {
                let (path, of) = (self.own(&item.ident), self.text(&item.ty, ""));
                let line = format!("pub fn {{n}}(x: Box<{CRATE}::{path}>) -> Box<{of}> {{ x }}");
                self.tell(Kind::Alias, &path, line);
            }
            Item::Const(item) => {
                let (path, of) = (self.own(&item.ident), self.text(&item.ty, ""));
                self.tell(Kind::Constant, &path, format!("pub const {{n}}: {of} = {CRATE}::{path};"));
            }
            Item::Static(item) => {
                let (path, of) = (self.own(&item.ident), self.text(&item.ty, ""));
                self.tell(Kind::Static, &path, format!("pub static {{n}}: &{of} = &{CRATE}::{path};"));
            }
            Item::Fn(item) => {
                let path = self.own(&item.sig.ident);
                let line = self.call(&item.sig, &format!("{CRATE}::{path}"), "");
                self.tell(Kind::Function, &path, line);
            }
            Item::Macro(item) => {
                let (name, items) = self.carried.expand(&item.mac);
                assert!(!items.is_empty(), "{}: {name} has a macro that is none of the runtime", self.module);
                for item in &*items {
                    self.implementation(&name, item);
                }
            }
            Item::Impl(item) => {
                let syn::Type::Path(of) = &*item.self_ty else { panic!("{}: an impl of another form", self.module) };
                self.implementation(&of.path.segments.last().expect("a name").ident.to_string(), item);
            }
            other => panic!("{}: an item of another kind: {}", self.module, other.to_token_stream()),
        }
    }

    fn second_paths(&mut self, tree: &UseTree, from: &str) {
        match tree {
            UseTree::Path(of) => self.second_paths(&of.tree, &format!("{from}::{}", of.ident)),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.second_paths(tree, from)),
            UseTree::Name(name) => {
                self.named.insert(format!("{from}::{}", name.ident));
                let path = self.own(&name.ident);
                self.tell(Kind::SecondPath, &path, format!("pub use {CRATE}::{path} as {{n}};"));
            }
            UseTree::Rename(_) | UseTree::Glob(_) => panic!("{}: a second path of another form", self.module),
        }
    }

    fn structure(&mut self, item: &ItemStruct) {
        let path = self.own(&item.ident);
        let of = format!("{CRATE}::{path}");
        let is_public = |field: &syn::Field| matches!(field.vis, syn::Visibility::Public(_));
        let is_open = is_marked(&item.attrs, "non_exhaustive") || !item.fields.iter().all(is_public);
        let names: Vec<String> = (item.fields.iter().enumerate())
            .filter(|(_, field)| is_public(field))
            .map(|(at, field)| field.ident.as_ref().map_or_else(|| at.to_string(), ToString::to_string))
            .map(|name| format!("{name}: a{name}"))
            .collect();
        let names = names.join(", ");
        let whole = match (is_open, names.as_str()) {
            (true, "") => format!("let {of} {{ .. }} = &x;"),
            (true, names) => format!("let {of} {{ {names}, .. }} = &x;"),
            (false, names) => format!("let {of} {{ {names} }} = x; let x = {of} {{ {names} }};"),
        };
        self.tell(Kind::Struct, &path, format!("pub fn {{n}}(x: {of}) {{ {whole} auto(x) }}"));
        self.derives(&item.attrs, &path);
        for (at, field) in item.fields.iter().enumerate().filter(|(_, field)| is_public(field)) {
            let name = field.ident.as_ref().map_or_else(|| at.to_string(), ToString::to_string);
            let ty = self.text(&field.ty, "");
            let line = format!(
                "pub fn {{n}}(mut x: {of}, v: {ty}) -> ({ty}, {of}) {{ let old: {ty} = x.{name}; x.{name} = v; (old, x) }}"
            );
            self.tell(Kind::Field, &format!("{path}.{name}"), line);
        }
    }

    fn enumeration(&mut self, item: &ItemEnum) {
        let path = self.own(&item.ident);
        let of = format!("{CRATE}::{path}");
        let is_hidden = |attribute: &Attribute| dense(&attribute.to_token_stream().to_string()) == "#[doc(hidden)]";
        let variants: Vec<_> = item.variants.iter().filter(|variant| !variant.attrs.iter().any(is_hidden)).collect();
        let others = is_marked(&item.attrs, "non_exhaustive").then(|| "_ => ()".to_owned());
        let arms = variants.iter().map(|variant| format!("{of}::{} {{ .. }} => ()", variant.ident)).chain(others);
        let arms = arms.collect::<Vec<_>>().join(", ");
        self.tell(Kind::Enum, &path, format!("pub fn {{n}}(x: {of}) {{ match &x {{ {arms} }} auto(x) }}"));
        self.derives(&item.attrs, &path);
        for variant in variants {
            let name = &variant.ident;
            let types: Vec<String> = variant.fields.iter().map(|field| self.text(&field.ty, "")).collect();
            let names = || (0..types.len()).map(|at| format!("a{at}"));
            let taken: Vec<String> = names().zip(&types).map(|(name, ty)| format!("{name}: {ty}")).collect();
            let written: Vec<String> = variant
                .fields
                .iter()
                .zip(names())
                .map(|(field, value)| match &field.ident {
                    Some(name) => format!("{name}: {value}"),
                    None => value,
                })
                .collect();
            let written = match variant.fields {
                Fields::Unit => String::new(),
                Fields::Unnamed(_) => format!("({})", written.join(", ")),
                Fields::Named(_) => format!(" {{ {} }}", written.join(", ")),
            };
            let of_one = if types.len() == 1 { "," } else { "" };
            let tuple = format!("{}{of_one}", names().collect::<Vec<_>>().join(", "));
            let types = format!("{}{of_one}", types.join(", "));
            let line = format!(
                "pub fn {{n}}({}) -> Option<({types})> {{ match ({of}::{name}{written}) {{ {of}::{name}{written} => Some(({tuple})), _ => None }} }}",
                taken.join(", "),
            );
            self.tell(Kind::Variant, &format!("{path}::{name}"), line);
        }
    }

    fn derives(&mut self, attributes: &[Attribute], path: &str) {
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
            let list = attribute
                .parse_args_with(syn::punctuated::Punctuated::<syn::Path, syn::Token![,]>::parse_terminated)
                .expect("derives");
            for derive in list.iter().map(|derive| derive.to_token_stream().to_string()) {
                let of = match derive.as_str() {
                    "Debug" => "::std::fmt::Debug",
                    "Hash" => "::std::hash::Hash",
                    of => of,
                };
                let line = format!("pub fn {{n}}() {{ fn has<X: {of}>() {{}} has::<{CRATE}::{path}>() }}");
                self.tell(Kind::Trait, &format!("{path}: {derive}"), line);
            }
        }
    }

    fn implementation(&mut self, name: &str, item: &ItemImpl) {
        let path = self.own(name);
        let of = format!("{CRATE}::{path}");
        let Some((implemented, _)) = &item.trait_ else {
            for item in &item.items {
                match item {
                    ImplItem::Fn(item) if matches!(item.vis, syn::Visibility::Public(_)) => {
                        let name = &item.sig.ident;
                        let line = self.call(&item.sig, &format!("{of}::{name}"), &of);
                        let kind = if item.sig.constness.is_some() { Kind::MethodInConstants } else { Kind::Method };
                        self.tell(kind, &format!("{path}::{name}"), line);
                    }
                    ImplItem::Const(item) if matches!(item.vis, syn::Visibility::Public(_)) => {
                        let (name, ty) = (&item.ident, self.text(&item.ty, &of));
                        self.tell(
                            Kind::Constant,
                            &format!("{path}::{name}"),
                            format!("pub const {{n}}: {ty} = {of}::{name};"),
                        );
                    }
                    _ => {}
                }
            }
            return;
        };
        let bound = self.text(implemented, &of).replace('&', "&'static ");
        let name = implemented.segments.last().expect("a trait").to_token_stream().to_string();
        let name = dense(&name).replace("::std::string::", "");
        let line = format!("pub fn {{n}}() {{ fn has<X: {bound}>() {{}} has::<{of}>() }}");
        self.tell(Kind::Trait, &format!("{path}: {name}"), line);
        for item in &item.items {
            if let ImplItem::Type(item) = item
                && item.generics.params.is_empty()
            {
                let (name, ty) = (&item.ident, self.text(&item.ty, &of));
                let line = format!("pub fn {{n}}(x: Box<<{of} as {bound}>::{name}>) -> Box<{ty}> {{ x }}");
                self.tell(Kind::TypeOfTrait, &format!("{path}::{name}"), line);
            }
        }
    }

    /// A function of the same types that calls another.
    fn call(&mut self, signature: &Signature, path: &str, of: &str) -> String {
        let (mut taken, mut given) = (Vec::new(), Vec::new());
        for (at, input) in signature.inputs.iter().enumerate() {
            let ty = match input {
                FnArg::Receiver(receiver) => match &receiver.kind {
                    ReceiverKind::Value => of.to_owned(),
                    ReceiverKind::Reference(_, _, None) => format!("&{of}"),
                    _ => panic!("{path}: a receiver of another form"),
                },
                FnArg::Typed(argument) => self.text(&argument.ty, of),
            };
            taken.push(format!("a{at}: {ty}"));
            given.push(format!("a{at}"));
        }
        let mark = if signature.constness.is_some() { "const " } else { "" };
        let output = self.text(&signature.output, of);
        format!("pub {mark}fn {{n}}({}){output} {{ {path}({}) }}", taken.join(", "), given.join(", "))
    }

    /// A type as the users of the crate write it.
    fn text(&mut self, tokens: &impl ToTokens, itself: &str) -> String {
        self.outside(tokens.to_token_stream(), itself).to_string()
    }

    fn outside(&mut self, tokens: TokenStream, itself: &str) -> TokenStream {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let is = |at: usize, char: char| matches!(trees.get(at), Some(TokenTree::Punct(of)) if of.as_char() == char);
        let mut out = TokenStream::new();
        for (at, tree) in trees.iter().enumerate() {
            match tree {
                TokenTree::Group(group) => {
                    out.extend([TokenTree::Group(Group::new(group.delimiter(), self.outside(group.stream(), itself)))]);
                }
                TokenTree::Ident(ident) => {
                    let name = ident.to_string();
                    let within = at > 1 && is(at - 1, ':') && is(at - 2, ':');
                    let path = match name.as_str() {
                        "crate" => Some(CRATE.to_owned()),
                        "super" => Some(format!("{CRATE}::{}", self.api)),
                        "Self" if !itself.is_empty() => Some(itself.to_owned()),
                        name => self.paths.get(name).cloned(),
                    };
                    // The name of a trait's type in `Item = …` is nobody's.
                    match path.filter(|_| !within && !is(at + 1, '=')) {
                        Some(path) => {
                            self.named.extend(path.strip_prefix(&format!("{CRATE}::")).map(str::to_owned));
                            if let (true, Some(TokenTree::Ident(last))) = (name == "super", trees.get(at + 3)) {
                                self.named.insert(format!("{}::{last}", self.api));
                            }
                            out.extend(path.parse::<TokenStream>().expect("a path"));
                        }
                        None => out.extend([tree.clone()]),
                    }
                }
                other => out.extend([other.clone()]),
            }
        }
        out
    }

    fn own(&self, name: impl Display) -> String {
        format!("{}::{name}", self.module)
    }

    fn tell(&mut self, kind: Kind, path: &str, line: String) {
        let names = std::mem::take(&mut self.named);
        self.witnesses.push(Witness { path: dense(path), kind, names, line });
    }
}

fn is_marked(attributes: &[Attribute], mark: &str) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident(mark))
}
