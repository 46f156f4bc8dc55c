//! Setters, and what they and `new` take.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::{Indent, aliases, attributes, deprecated};
use super::literal;
use super::scope::{Scope, ident};
use crate::plan::{Argument, Conversion, Direction, Field, Presence, Record, Setter, SetterKind};

/// A setter.
pub(super) fn method(setter: &Setter, record: &Record, scope: &Scope) -> Option<TokenStream> {
    let field = record.fields.iter().find(|field| field.name == setter.field)?;
    let (docs, name, target) = (attributes(&setter.docs, Indent::Member), ident(&setter.name), ident(&field.name));
    let (alias, deprecated) = (aliases(field.alias().as_slice()), deprecated(setter.deprecated.as_ref()));
    let (argument, value) = match setter.kind {
        SetterKind::Null => {
            let field = scope.runtime("Field");
            (None, quote!(#field::Null))
        }
        SetterKind::Constant => {
            let value = literal::constant(field.constant.as_ref()?, &field.value, scope);
            (None, wrapped(field, &value, scope))
        }
        SetterKind::Value(conversion) => {
            let ty = taken(field, conversion, scope);
            let argument = argument(conversion);
            (Some(quote!(, #argument: #ty)), wrapped(field, &converted(conversion, scope, &argument, &[]), scope))
        }
    };
    let must_use = (record.direction == Direction::Received).then(|| quote!(#[must_use])); // else the struct is
    Some(quote! {
        #docs #alias #deprecated #must_use
        pub fn #name(mut self #argument) -> Self {
            self.#target = #value;
            self
        }
    })
}

/// The name of what a setter takes.
fn argument(conversion: Conversion) -> TokenStream {
    match conversion {
        Conversion::Exact | Conversion::Into => quote!(value),
        Conversion::Items | Conversion::ItemsInto => quote!(items),
        Conversion::Pairs | Conversion::PairsInto => quote!(entries),
    }
}

/// The type of an argument.
pub(super) fn taken(field: &Field, conversion: Conversion, scope: &Scope) -> TokenStream {
    let of = match conversion {
        Conversion::Exact | Conversion::Into => &field.value,
        Conversion::Items | Conversion::ItemsInto | Conversion::Pairs | Conversion::PairsInto => {
            field.item.as_ref().unwrap_or(&field.value)
        }
    };
    let ty = scope.ty(of);
    match conversion {
        Conversion::Exact => ty,
        Conversion::Into => {
            let into = scope.prelude("Into");
            quote!(impl #into<#ty>)
        }
        Conversion::Items => {
            let list = scope.prelude("IntoIterator");
            quote!(impl #list<Item = #ty>)
        }
        Conversion::ItemsInto => {
            let (list, into) = (scope.prelude("IntoIterator"), scope.prelude("Into"));
            quote!(impl #list<Item = impl #into<#ty>>)
        }
        Conversion::Pairs | Conversion::PairsInto => {
            let (list, into, text) = (scope.prelude("IntoIterator"), scope.prelude("Into"), scope.prelude("String"));
            let value = if conversion == Conversion::Pairs { ty } else { quote!(impl #into<#ty>) };
            quote!(impl #list<Item = (impl #into<#text>, #value)>)
        }
    }
}

/// An argument as the type of its field; the others beside it may hide a function.
pub(super) fn converted(
    conversion: Conversion,
    scope: &Scope,
    argument: &TokenStream,
    others: &[Argument],
) -> TokenStream {
    match conversion {
        Conversion::Exact => argument.clone(),
        Conversion::Into => quote!(#argument.into()),
        Conversion::Items | Conversion::ItemsInto => {
            let list = function("list", scope, others);
            quote!(#list(#argument))
        }
        Conversion::Pairs | Conversion::PairsInto => {
            let map = function("map", scope, others);
            quote!(#map(#argument))
        }
    }
}

/// A function of the runtime, by its path where an argument hides it.
fn function(name: &str, scope: &Scope, others: &[Argument]) -> TokenStream {
    if others.iter().any(|other| other.field.as_str() == name) {
        let name = format_ident!("{name}");
        return quote!(crate::runtime::#name);
    }
    scope.runtime(name)
}

/// A value as what its field holds.
fn wrapped(field: &Field, value: &TokenStream, scope: &Scope) -> TokenStream {
    match field.presence {
        Presence::Required | Presence::List => value.clone(),
        Presence::RequiredNull | Presence::Optional => quote!(Some(#value)),
        Presence::OptionalNull => {
            let field = scope.runtime("Field");
            quote!(#field::Value(#value))
        }
        Presence::Promised => quote!(Ok(#value)),
        Presence::PromisedNull => quote!(Ok(Some(#value))),
    }
}
