//! Fields on the wire: how one is taken and put, in objects, forms, headers and paths.

use proc_macro2::TokenStream;
use quote::quote;

use super::literal::{scalar, text};
use super::scope::{Scope, ident};
use crate::plan::{Encoding, Field, Presence, RustType, Section};

/// Takes a field out of an object.
pub(super) fn take(from: &TokenStream, field: &Field, scope: &Scope) -> TokenStream {
    if field.section == Section::OtherFields {
        let is_map = matches!(field.value, RustType::Map(_));
        return if is_map { quote!(#from.others()) } else { quote!(#from.other_fields()) };
    }
    let wire = text(&field.wire);
    match (field.encoding, field.presence, &field.none) {
        (Encoding::Repeat, ..) => quote!(#from.take_repeat(#wire)),
        (Encoding::Brackets, ..) => quote!(#from.take_brackets(#wire)),
        (Encoding::Comma, ..) => quote!(#from.take_comma(#wire)),
        (Encoding::Plain, Presence::RequiredNull, None) => quote!(#from.take_nullable(#wire)),
        (Encoding::Plain, Presence::RequiredNull, Some(none)) => {
            let none = scalar(none, scope);
            quote!(#from.take_nullable_or(#wire, &#none))
        }
        (Encoding::Plain, Presence::OptionalNull, Some(none)) => {
            let none = scalar(none, scope);
            quote!(#from.take_or(#wire, &#none))
        }
        (Encoding::Plain, ..) => quote!(#from.take(#wire)),
    }
}

/// Puts a field into an object or a form: a link of a chain.
pub(super) fn put(field: &Field, owner: &TokenStream, scope: &Scope) -> TokenStream {
    let (wire, name) = (text(&field.wire), ident(&field.name));
    if field.section == Section::OtherFields {
        return quote!(.put_all(&#owner.#name));
    }
    match (field.encoding, field.presence, &field.none) {
        (Encoding::Repeat, ..) => quote!(.put_repeat(#wire, &#owner.#name)),
        (Encoding::Brackets, ..) => quote!(.put_brackets(#wire, &#owner.#name)),
        (Encoding::Comma, ..) => quote!(.put_comma(#wire, &#owner.#name)),
        (Encoding::Plain, Presence::RequiredNull, None) => quote!(.put_nullable(#wire, &#owner.#name)),
        (Encoding::Plain, Presence::RequiredNull, Some(none)) => {
            let none = scalar(none, scope);
            quote!(.put_nullable_or(#wire, &#owner.#name, &#none))
        }
        (Encoding::Plain, Presence::OptionalNull, Some(none)) => {
            let none = scalar(none, scope);
            quote!(.put_or(#wire, &#owner.#name, &#none))
        }
        (Encoding::Plain, ..) => quote!(.put(#wire, &#owner.#name)),
    }
}

/// Sets a header: a link of a chain.
pub(super) fn header(field: &Field) -> TokenStream {
    let (wire, name) = (field.wire.to_ascii_lowercase(), ident(&field.name));
    match field.encoding {
        Encoding::Comma => quote!(.header_comma(#wire, &self.#name)),
        Encoding::Plain | Encoding::Repeat | Encoding::Brackets => quote!(.header(#wire, &self.#name)),
    }
}

/// Fills a variable of the path: a link of a chain.
pub(super) fn path(field: &Field) -> TokenStream {
    let (wire, name) = (text(&field.wire), ident(&field.name));
    match field.encoding {
        Encoding::Comma => quote!(.path_comma(#wire, &self.#name)),
        Encoding::Plain | Encoding::Repeat | Encoding::Brackets => quote!(.path(#wire, &self.#name)),
    }
}
