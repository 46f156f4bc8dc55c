//! Tokens of Rust as people write them.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;

/// Tokens as they are, for those that nobody reads.
pub(super) fn exact(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
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

/// Tokens as people write them where everything is imported.
pub(super) fn short(tokens: &impl ToTokens) -> String {
    tidy(&without_paths(tokens.to_token_stream()))
}

/// Each path from `::std`, `crate` or `super` becomes the name at its end.
fn without_paths(tokens: TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let ident = |at: usize| match trees.get(at) {
        Some(TokenTree::Ident(ident)) => Some(ident),
        _ => None,
    };
    let separates = |at: usize| {
        let is_colon = |at: usize| matches!(trees.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
        is_colon(at) && is_colon(at + 1)
    };
    let is = |at: usize, names: &[&str]| ident(at).is_some_and(|ident: &Ident| names.iter().any(|name| ident == name));
    let mut out = TokenStream::new();
    let mut at = 0;
    while let Some(tree) = trees.get(at) {
        if separates(at) && is(at + 2, &["std"]) {
            at += 2;
        }
        if is(at, &["crate", "std", "super"]) {
            while separates(at + 1) && ident(at + 3).is_some() {
                at += 3;
            }
            out.extend(trees.get(at).cloned());
        } else if let TokenTree::Group(group) = tree {
            let mut inner = proc_macro2::Group::new(group.delimiter(), without_paths(group.stream()));
            inner.set_span(group.span());
            out.extend([TokenTree::Group(inner)]);
        } else {
            out.extend([tree.clone()]);
        }
        at += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn names_stand_without_their_paths() {
        let tokens = quote!(
            pub fn send(id: impl ::std::convert::Into<super::Id>, at: &crate::runtime::Date) -> ::std::vec::Vec<Std>
        );
        assert_eq!(short(&tokens), "pub fn send(id: impl Into<Id>, at: &Date) -> Vec<Std>");
    }
}
