//! The items of a module, each by its kind.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::{Indent, aliases, attributes};
use super::scope::{Scope, ident};
use super::{enumeration, pattern, record, union};
use crate::plan::{Alias, Derive, Held, Item, Scalar};

/// The items that stand for a planned one.
pub(super) fn items(item: &Item, scope: &Scope) -> Vec<TokenStream> {
    match item {
        Item::Record(item) => record::object(item, scope),
        Item::Enumeration(item) => enumeration::items(item, scope),
        Item::Union(item) => union::items(item, scope),
        Item::Scalar(item) => scalar(item, scope),
        Item::Alias(item) => vec![alias(item, scope)],
        Item::Pattern(item) => vec![pattern::item(item, scope)],
    }
}

fn scalar(scalar: &Scalar, scope: &Scope) -> Vec<TokenStream> {
    let name = ident(&scalar.name);
    let (docs, aliases) = (attributes(&scalar.docs, Indent::Item), aliases(&scalar.aliases));
    let derives = derives(&scalar.derives);
    let string = scope.prelude("String");
    let (held, declared) = match scalar.holds {
        Held::Text => (quote!(#string), ("text", quote!(#name))),
        Held::Integer => (quote!(pub i64), ("integer", quote!(#name))),
        Held::Unsigned => (quote!(pub u64), ("integer", quote!(#name, u64))),
    };
    let (declare, arguments) = (scope.runtime(declared.0), declared.1);
    vec![quote!(#docs #aliases #derives pub struct #name(#held);), quote!(#declare!(#arguments);)]
}

fn alias(alias: &Alias, scope: &Scope) -> TokenStream {
    let (docs, name, value) = (attributes(&alias.docs, Indent::Item), ident(&alias.name), scope.ty(&alias.value));
    quote!(#docs pub type #name = #value;)
}

/// The attribute of what is derived.
pub(super) fn derives(derives: &[Derive]) -> TokenStream {
    let names = derives.iter().map(|derive| format_ident!("{derive:?}"));
    quote!(#[derive(#(#names),*)])
}
