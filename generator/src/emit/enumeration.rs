//! Enums of texts and integers: the enum, its table, the macro that makes it a value.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Indent, aliases, attributes, deprecated};
use super::item::derives;
use super::literal::{integer, text};
use super::scope::{Scope, ident};
use crate::model::EnumScalar;
use crate::plan::{Enumeration, ScalarKind};

/// The items of an enum.
pub(super) fn items(enumeration: &Enumeration, scope: &Scope) -> Vec<TokenStream> {
    let name = ident(&enumeration.name);
    let (docs, aliases) = (attributes(&enumeration.docs, Indent::Item), aliases(&enumeration.aliases));
    let derives = derives(&enumeration.derives);
    let variants = enumeration.variants.iter().map(|variant| {
        let (docs, name) = (attributes(&variant.docs, Indent::Member), ident(&variant.name));
        let deprecated = deprecated(variant.deprecated.as_ref());
        quote!(#docs #deprecated #name,)
    });
    let (wire, unlisted) = match enumeration.kind {
        ScalarKind::Text => {
            let held = scope.prelude("Box");
            (quote!(&str), quote!(#held<str>))
        }
        ScalarKind::Integer => (quote!(i64), quote!(i64)),
    };
    let (open, hidden) = if enumeration.exhaustive {
        (TokenStream::new(), TokenStream::new())
    } else {
        let value = scope.runtime("Unlisted");
        (quote!(#[non_exhaustive]), quote!(#[doc(hidden)] Unlisted(#value<#unlisted>),))
    };
    let rows = enumeration.variants.iter().map(|variant| {
        let name = ident(&variant.name);
        let value = match &variant.wire {
            EnumScalar::Text(value) => text(value),
            EnumScalar::Integer(value) => integer(*value),
        };
        quote!((#value, Self::#name))
    });
    let declare = scope.runtime(match (enumeration.kind, enumeration.exhaustive) {
        (ScalarKind::Text, false) => "text_enum",
        (ScalarKind::Integer, false) => "integer_enum",
        (ScalarKind::Text, true) => "closed_text_enum",
        (ScalarKind::Integer, true) => "closed_integer_enum",
    });
    let allow = enumeration.warns().then(|| quote!(#[allow(deprecated)]));
    vec![
        quote!(#docs #aliases #derives #open pub enum #name { #(#variants)* #hidden }),
        quote!(#allow impl #name { const WIRE: &[(#wire, Self)] = &[#(#rows),*]; }),
        quote!(#declare!(#name);),
    ]
}
