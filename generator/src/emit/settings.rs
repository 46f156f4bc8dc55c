//! Settings: the optional headers of an API's parts, for a client or a call.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::{Scope, ident};
use super::{record, validate, wire};
use crate::plan::{Presence, Record};

/// The items of the settings of an API.
pub(super) fn items(settings: &Record, scope: &Scope) -> Vec<TokenStream> {
    let mut items = record::declaration(settings, scope);
    let validates = scope.runtime("Validate");
    let method = validate::method(&settings.checks, None, scope).unwrap_or_else(|| {
        let check = scope.runtime("Check");
        quote!(fn validate(&self, _: &mut #check<'_>) {})
    });
    items.push(quote!(impl #validates for Settings { #method }));
    items.push(codec(settings, scope));
    items
}

fn codec(settings: &Record, scope: &Scope) -> TokenStream {
    let (of, outgoing, object) = (scope.client("Settings"), scope.client("Outgoing"), scope.runtime("Object"));
    let puts = settings.fields.iter().map(wire::header);
    let takes = settings.fields.iter().map(|field| {
        let (name, value) = (ident(&field.name), wire::take(&quote!(headers), field, scope));
        quote!(#name: #value)
    });
    let merged = settings.fields.iter().map(|field| {
        let name = ident(&field.name);
        match field.presence {
            Presence::List => quote!(#name: if self.#name.is_empty() { base.#name } else { self.#name }),
            Presence::OptionalNull => {
                let field = scope.runtime("Field");
                quote!(#name: if self.#name == #field::Absent { base.#name } else { self.#name })
            }
            _ => quote!(#name: self.#name.or(base.#name)),
        }
    });
    quote! {
        impl #of for Settings {
            fn encode(&self, to: &mut #outgoing) { to #(#puts)*; }
            fn decode(headers: &mut #object<'_>) -> Self { Self { #(#takes),* } }
            fn or(self, base: Self) -> Self { Self { #(#merged),* } }
        }
    }
}
