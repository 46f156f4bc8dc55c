//! Unions: an enum over objects, told apart by a field inside.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::{Indent, aliases, attributes};
use super::item::derives;
use super::literal::text;
use super::scope::{Scope, ident};
use crate::plan::{Union, UnionVariant, Words};

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
        quote!(#value => Self::#name(object.rest()),)
    });
    let write = union.variants.iter().map(|variant| {
        let (value, name, held) = (text(&variant.tag), ident(&variant.name), held(variant));
        quote!(Self::#name(#held) => object.tagged(#tag, #value, #held),)
    });
    let validate = union.variants.iter().any(|variant| variant.checked).then(|| validate(union, scope));
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
    let (check, validate) = (scope.runtime("Check"), scope.runtime("Validate"));
    let arms = union.variants.iter().filter(|variant| variant.checked).map(|variant| {
        let (name, held) = (ident(&variant.name), held(variant));
        quote!(Self::#name(#held) => #validate::validate(#held, check),)
    });
    let rest = (union.variants.iter().filter(|variant| !variant.checked))
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

/// The name of what a variant holds, within a match; never that of the object beside it.
fn held(variant: &UnionVariant) -> proc_macro2::Ident {
    match Words::of(variant.name.as_str()).snake().as_str() {
        "object" | "other" | "check" => format_ident!("variant"),
        name => format_ident!("{name}"),
    }
}
