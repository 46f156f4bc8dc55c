//! What the macros of the runtime give a type: they are read where they stand, and expanded here.

use std::collections::HashMap;

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use syn::Item;

use crate::emit;

/// The files that have macros which generated modules use.
const FILES: [&str; 4] = ["core/enumeration.rs", "core/integer.rs", "core/text.rs", "core/union.rs"];

/// The macros of the runtime, by name.
pub(in crate::diff) struct Carried(HashMap<String, Vec<Arm>>);

/// A way to call a macro, and what it stands for.
struct Arm {
    pattern: Vec<TokenTree>,
    body: TokenStream,
}

impl Default for Carried {
    fn default() -> Self {
        let mut macros = HashMap::new();
        // What is carried is Rust; a test holds that each macro is found.
        let files = FILES.iter().filter_map(|path| syn::parse_file(emit::carried(path)?).ok());
        for item in files.flat_map(|file| file.items) {
            let Item::Macro(item) = item else { continue };
            if let Some(name) = item.ident {
                macros.insert(name.to_string(), arms(item.mac.tokens));
            }
        }
        Self(macros)
    }
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
    /// The items that a call stands for; nothing where there is no such macro.
    pub fn expand(&self, name: &Ident, arguments: &TokenStream) -> Vec<Item> {
        let arguments: Vec<TokenTree> = arguments.clone().into_iter().collect();
        let arms = self.0.get(&name.to_string()).map(Vec::as_slice).unwrap_or_default();
        let expanded = arms.iter().find_map(|arm| Some(fill(arm.body.clone(), &bind(&arm.pattern, &arguments)?)));
        expanded.and_then(|tokens| syn::parse2::<syn::File>(tokens).ok()).map(|file| file.items).unwrap_or_default()
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
