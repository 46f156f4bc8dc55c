//! Unions: an enum over objects, told apart by a field inside.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::{Indent, aliases, attributes};
use super::item::derives;
use super::literal::text;
use super::scope::{Scope, ident};
use super::validate;
use crate::plan::{InnerChain, Subject, Union, UnionVariant, Words};

/// The items of a union.
pub(super) fn items(union: &Union, scope: &Scope) -> Vec<TokenStream> {
    let name = ident(&union.name);
    let (docs, aliases) = (attributes(&union.docs, Indent::Item), aliases(&union.aliases));
    let derives = derives(&union.derives);
    let variants = union.variants.iter().map(|variant| {
        let (docs, name, value) =
            (attributes(&variant.docs, Indent::Member), ident(&variant.name), scope.ty(&variant.value));
        quote!(#docs #name(#value),)
    });
    let tagged = scope.runtime("Tagged");
    let record = record(union, scope);
    let declare = scope.runtime("union");
    vec![
        quote!(#docs #aliases #derives #[non_exhaustive] pub enum #name { #(#variants)* #[doc(hidden)] Unlisted(#tagged), }),
        quote!(impl #record),
        quote!(#declare!(#name);),
    ]
}

/// How it is read, written and validated.
fn record(union: &Union, scope: &Scope) -> TokenStream {
    let (name, tag) = (ident(&union.name), text(&union.tag));
    let record = scope.runtime("Record");
    let (object, writer) = (scope.runtime("Object"), scope.runtime("ObjectWriter"));
    let read = union.variants.iter().map(|variant| {
        let (value, name) = (text(&variant.tag), ident(&variant.name));
        let rest = match (is_plain(variant), variant.lists_tag) {
            (true, false) | (false, true) => quote!(rest()),
            (true, true) => quote!(rest_tagged(#tag, #value)),
            (false, false) => quote!(rest_untagged(#tag)),
        };
        quote!(#value => Self::#name(object.#rest),)
    });
    let write = union.variants.iter().map(|variant| {
        let (name, held, tagged) = (ident(&variant.name), held(variant), tagged(union, variant));
        quote!(Self::#name(#held) => object.#tagged,)
    });
    let validate = union.variants.iter().any(is_checked).then(|| validate(union, scope));
    quote! {
        #record for #name {
            fn read(object: &mut #object<'_>) -> Self {
                match &*object.tag(#tag) {
                    #(#read)*
                    other => Self::Unlisted(object.unlisted(#tag, other)),
                }
            }
            fn write(&self, object: &mut #writer<'_>) {
                match self {
                    #(#write)*
                    Self::Unlisted(other) => object.unlisted(other),
                };
            }
            #validate
        }
    }
}

fn validate(union: &Union, scope: &Scope) -> TokenStream {
    let check = scope.runtime("Check");
    let arms = union.variants.iter().filter(|variant| is_checked(variant)).map(|variant| {
        let (name, held) = (ident(&variant.name), held(variant));
        let (tag, value) = (text(&union.tag), text(&variant.tag));
        let by_tag = variant.lists_tag.then(|| quote!(check.tag(#tag, #value, #held);));
        match (by_tag, variant.checks.as_slice()) {
            (None, [InnerChain { subject: Subject::Nested, .. }]) => {
                let validate = scope.runtime("Validate");
                quote!(Self::#name(#held) => #validate::validate(#held, check),)
            }
            (by_tag, checks) => {
                let tagged = tagged(union, variant);
                let write = quote!(|object| _ = object.#tagged);
                let chains = validate::variant(checks, &quote!(#held), &write, scope);
                quote!(Self::#name(#held) => { #by_tag #chains })
            }
        }
    });
    let rest = (union.variants.iter().filter(|variant| !is_checked(variant)))
        .map(|variant| ident(&variant.name))
        .map(|name| quote!(Self::#name(_)))
        .chain([quote!(Self::Unlisted(_))]);
    quote! {
        fn validate(&self, check: &mut #check<'_>) {
            match self {
                #(#arms)*
                #(#rest)|* => {}
            }
        }
    }
}

/// How a variant is written.
fn tagged(union: &Union, variant: &UnionVariant) -> TokenStream {
    let (tag, held) = (text(&union.tag), held(variant));
    let (value, json) = (text(&variant.tag), text(&variant.json.to_string()));
    match (is_plain(variant), variant.lists_tag) {
        (_, true) => quote!(tagged_inside(#tag, #json, #held)),
        (true, false) => quote!(tagged(#tag, #value, #held)),
        (false, false) => quote!(tagged_json(#tag, #json, #held)),
    }
}

/// Whether the tag is a text that no JSON is spelled as.
fn is_plain(variant: &UnionVariant) -> bool {
    variant.json == variant.tag
}

fn is_checked(variant: &UnionVariant) -> bool {
    variant.lists_tag || !variant.checks.is_empty()
}

/// The name of what a variant holds, within a match; never that of the object beside it.
fn held(variant: &UnionVariant) -> proc_macro2::Ident {
    match Words::of(variant.name.as_str()).snake().as_str() {
        "object" | "other" | "check" => format_ident!("variant"),
        name => format_ident!("{name}"),
    }
}
