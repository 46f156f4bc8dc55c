//! Patterns: a static for each.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Indent, attributes};
use super::literal::{bytes, text};
use super::scope::{Scope, ident};
use crate::plan::{Docs, Pattern, Span};

/// The static of a pattern.
pub(super) fn item(pattern: &Pattern, scope: &Scope) -> TokenStream {
    let docs = attributes(&Docs::of(vec![Span::Code(pattern.source.clone())]), Indent::Item);
    let (name, ty, source) = (ident(&pattern.name), scope.runtime("Pattern"), text(&pattern.source));
    let rows = pattern.table.rows.iter().map(|row| {
        let (ranges, next) = (bytes(&row.ranges), bytes(&row.next));
        quote!((#ranges, #next))
    });
    let ends = bytes(&pattern.table.ends);
    quote!(#docs pub static #name: #ty = #ty::new(#source, &[#(#rows),*], #ends);)
}
