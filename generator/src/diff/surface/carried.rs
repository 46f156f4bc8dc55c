//! What the macros of the runtime give a type: they are read where they stand, and expanded here.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use syn::{Item, ItemImpl, Macro};

use crate::emit;

/// The files that have macros which generated modules use.
const FILES: [&str; 4] = ["core/enumeration.rs", "core/integer.rs", "core/text.rs", "core/union.rs"];

/// The macros of the runtime, by name, read when one is called.
#[derive(Default)]
pub(in crate::diff) struct Carried {
    macros: OnceCell<HashMap<String, Vec<Arm>>>,
    /// What was expanded before, by the macro and its arguments behind the name of the type.
    expanded: RefCell<HashMap<String, Rc<[ItemImpl]>>>,
}

/// A way to call a macro, and what it stands for.
struct Arm {
    pattern: Vec<TokenTree>,
    body: TokenStream,
}

/// The macros of all files.
fn macros() -> HashMap<String, Vec<Arm>> {
    let mut macros = HashMap::new();
    // What is carried is Rust; a test holds that each macro is found.
    let files = FILES.iter().filter_map(|path| syn::parse_file(emit::carried(path)?).ok());
    for item in files.flat_map(|file| file.items) {
        let Item::Macro(item) = item else { continue };
        if let Some(name) = item.ident {
            macros.insert(name.to_string(), arms(item.mac.tokens));
        }
    }
    macros
}

/// The arms of a macro: a pattern, `=>`, a body.
fn arms(rules: TokenStream) -> Vec<Arm> {
    let groups: Vec<Group> = rules
        .into_iter()
        .filter_map(|tree| match tree {
            TokenTree::Group(group) => Some(group),
            _ => None,
        })
        .collect();
    let arm = |pair: &[Group]| match pair {
        [pattern, body] => Some(Arm { pattern: pattern.stream().into_iter().collect(), body: body.stream() }),
        _ => None,
    };
    groups.chunks(2).filter_map(arm).collect()
}

impl Carried {
    /// The type that a call is for, and what it gives it, which calls the type `Self`. Nothing where there is no such macro.
    pub fn expand(&self, call: &Macro) -> (String, Rc<[ItemImpl]>) {
        let name = call.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        let mut arguments = call.tokens.clone().into_iter();
        let of = arguments.next().map(|of| of.to_string()).unwrap_or_default();
        let itself = TokenTree::Ident(Ident::new("Self", Span::call_site()));
        let arguments: TokenStream = std::iter::once(itself).chain(arguments).collect();
        let key = format!("{name} {arguments}");
        let known = self.expanded.borrow().get(&key).cloned();
        let items = known.unwrap_or_else(|| {
            let mut items = Vec::new();
            self.fill(&name, arguments, &mut items);
            let items: Rc<[ItemImpl]> = items.into();
            self.expanded.borrow_mut().insert(key, Rc::clone(&items));
            items
        });
        (of, items)
    }

    /// Adds what a call stands for; other macros that it calls are of the runtime as well.
    fn fill(&self, name: &str, arguments: TokenStream, items: &mut Vec<ItemImpl>) {
        let arguments: Vec<TokenTree> = arguments.into_iter().collect();
        let arms = self.macros.get_or_init(macros).get(name).map(Vec::as_slice).unwrap_or_default();
        let filled = arms.iter().find_map(|arm| Some(fill(arm.body.clone(), &bind(&arm.pattern, &arguments)?)));
        let file = filled.and_then(|tokens| syn::parse2::<syn::File>(tokens).ok());
        for item in file.map(|file| file.items).unwrap_or_default() {
            match item {
                Item::Impl(item) => items.push(item),
                Item::Macro(item) => {
                    let name = item.mac.path.segments.last().map(|last| last.ident.to_string());
                    self.fill(&name.unwrap_or_default(), item.mac.tokens, items);
                }
                _ => {}
            }
        }
    }
}

type Bound = HashMap<String, TokenStream>;

/// What each variable of a pattern stands for; nothing where the arguments are others.
fn bind(pattern: &[TokenTree], arguments: &[TokenTree]) -> Option<Bound> {
    let mut bound = Bound::new();
    let (mut pattern, mut arguments) = (pattern, arguments);
    loop {
        match (pattern, arguments) {
            ([], []) => return Some(bound),
            (
                [
                    TokenTree::Punct(dollar),
                    TokenTree::Ident(name),
                    TokenTree::Punct(_),
                    TokenTree::Ident(kind),
                    rest @ ..,
                ],
                _,
            ) if dollar.as_char() == '$' => {
                // An identifier is one token, and an expression all that is left.
                let taken = if kind == "ident" { 1 } else { arguments.len() };
                let (taken, left) = arguments.split_at_checked(taken)?;
                bound.insert(name.to_string(), taken.iter().cloned().collect());
                (pattern, arguments) = (rest, left);
            }
            ([one, rest @ ..], [other, left @ ..]) if one.to_string() == other.to_string() => {
                (pattern, arguments) = (rest, left);
            }
            _ => return None,
        }
    }
}

/// A body with its variables filled in.
fn fill(body: TokenStream, bound: &Bound) -> TokenStream {
    let mut filled = TokenStream::new();
    let mut trees = body.into_iter().peekable();
    while let Some(tree) = trees.next() {
        match (tree, trees.peek()) {
            (TokenTree::Punct(dollar), Some(TokenTree::Ident(name))) if dollar.as_char() == '$' => {
                // The other name behind a `$` is that of the crate.
                let value = bound.get(&name.to_string()).cloned();
                filled.extend(value.unwrap_or_else(|| TokenTree::Ident(name.clone()).into()));
                trees.next();
            }
            (TokenTree::Group(group), _) => {
                filled.extend([TokenTree::Group(Group::new(group.delimiter(), fill(group.stream(), bound)))]);
            }
            (tree, _) => filled.extend([tree]),
        }
    }
    filled
}
