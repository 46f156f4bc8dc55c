//! Literals as people write them.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use serde_json::Value as Json;

use super::scope::{Scope, ident};
use crate::plan::{Conversion, Literal, RustType};
use crate::runtime::Bound;

/// An integer, in groups of three digits where it is long.
pub(super) fn integer(value: impl Into<i128>) -> TokenStream {
    tokens(&grouped(value.into()))
}

fn grouped(value: i128) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if digits.len() > 4 && index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{grouped}")
}

/// A number or a date that a bound is; an integer of more than 32 bits has its type behind it.
pub(super) fn bound(bound: Bound<'_>) -> TokenStream {
    match bound {
        Bound::Integer(value) if i32::try_from(value).is_ok() => integer(value),
        Bound::Integer(value) => tokens(&format!("{}_i64", grouped(value.into()))),
        Bound::Unsigned(value) => tokens(&format!("{}_u64", grouped(value.into()))),
        Bound::Number(value) => number(value),
        Bound::Date(value) => text(value),
    }
}

/// A text; raw where it holds backslashes.
pub(super) fn text(value: &str) -> TokenStream {
    let plain = value.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if plain && value.contains('\\') && !value.contains('"') {
        return tokens(&format!("r\"{value}\""));
    }
    quote!(#value)
}

/// Bytes of ASCII as they are, others by number.
pub(super) fn bytes(value: &[u8]) -> TokenStream {
    proc_macro2::Literal::byte_string(value).into_token_stream()
}

/// A number.
pub(super) fn number(value: f64) -> TokenStream {
    tokens(&format!("{value:?}"))
}

/// A value that stands for none: a scalar.
pub(super) fn scalar(value: &Json, scope: &Scope) -> TokenStream {
    match value {
        Json::String(value) => text(value),
        Json::Bool(value) => quote!(#value),
        Json::Number(value) => bound(Bound::of(value)),
        Json::Null | Json::Array(_) | Json::Object(_) => {
            let json = scope.runtime("Json");
            quote!(#json::Null)
        }
    }
}

/// A constant: a text, a boolean or a number.
pub(super) fn json(value: &Json) -> TokenStream {
    match value {
        Json::String(value) => text(value),
        Json::Number(value) => value.as_i64().map_or_else(|| number(value.as_f64().unwrap_or_default()), integer),
        other => tokens(&other.to_string()),
    }
}

/// The only value of a field, as the field's type.
pub(super) fn constant(value: &Literal, of: &RustType, scope: &Scope) -> TokenStream {
    match value {
        Literal::Bool(value) => quote!(#value),
        Literal::Number(value) => number(*value),
        Literal::Integer(value) => {
            let value = integer(*value);
            if *of == RustType::Integer { value } else { quote!(#value.into()) }
        }
        Literal::Variant(item, variant) => {
            let (item, variant) = (scope.item(item), ident(variant));
            quote!(#item::#variant)
        }
        other => given(other, Conversion::Exact),
    }
}

/// A value of an example, as what an argument takes.
pub(super) fn given(value: &Literal, taken: Conversion) -> TokenStream {
    match value {
        Literal::Bool(value) => quote!(#value),
        Literal::Integer(value) => integer(*value),
        Literal::Number(value) => number(*value),
        Literal::Text(value) if taken == Conversion::Into => text(value),
        Literal::Text(value) => {
            let value = text(value);
            quote!(#value.into())
        }
        Literal::EpochSeconds(value) => {
            let value = integer(*value);
            quote!(EpochSeconds(#value))
        }
        Literal::Newtype(item, value) => {
            let (item, value) = (ident(&item.name), integer(*value));
            quote!(#item(#value))
        }
        Literal::Variant(item, variant) => {
            let (item, variant) = (ident(&item.name), ident(variant));
            quote!(#item::#variant)
        }
        Literal::List(items) => {
            let of_item = if taken == Conversion::ItemsInto { Conversion::Into } else { Conversion::Exact };
            let items = items.iter().map(|item| given(item, of_item));
            match taken {
                Conversion::Items | Conversion::ItemsInto => quote!([#(#items),*]),
                _ => quote!(vec![#(#items),*]),
            }
        }
        Literal::Record(item, arguments) => {
            let item = ident(&item.name);
            let arguments = arguments.iter().map(|(taken, value)| given(value, *taken));
            quote!(#item::new(#(#arguments),*))
        }
        Literal::Required(item, of, fields) => {
            let (item, of) = (ident(&item.name), ident(&of.name));
            let fields = fields.iter().map(|(name, value)| {
                let (name, value) = (ident(name), given(value, Conversion::Exact));
                quote!(#name: #value)
            });
            quote!(#item::new(#of { #(#fields),* }))
        }
        Literal::Default(item) => {
            let item = ident(&item.name);
            quote!(#item::default())
        }
        Literal::With(value, set) => {
            let value = given(value, Conversion::Exact);
            let set = set.iter().map(|(setter, taken, value)| {
                let (setter, value) = (ident(setter), given(value, *taken));
                quote!(.#setter(#value))
            });
            quote!(#value #(#set)*)
        }
        Literal::UnionVariant(item, variant, value) => {
            let (item, variant, value) = (ident(&item.name), ident(variant), given(value, Conversion::Exact));
            quote!(#item::#variant(#value))
        }
        Literal::Map(entries) => {
            let of_value = if taken == Conversion::PairsInto { Conversion::Into } else { Conversion::Exact };
            let is_taken = matches!(taken, Conversion::Pairs | Conversion::PairsInto);
            let entries = entries.iter().map(|(key, value)| {
                let (key, value) = (text(key), given(value, of_value));
                if is_taken { quote!((#key, #value)) } else { quote!((#key.into(), #value)) }
            });
            if is_taken { quote!([#(#entries),*]) } else { quote!([#(#entries),*].into_iter().collect()) }
        }
        Literal::Some(value) => {
            let value = given(value, Conversion::Exact);
            quote!(Some(#value))
        }
        Literal::JsonObject => quote!(JsonObject::new()),
        Literal::JsonObjectOf(keys) => {
            let with = keys.iter().map(|key| quote!(.with(#key, "value")));
            quote!(JsonObject::new()#(#with)*)
        }
        Literal::Json if taken == Conversion::Into => quote!("value"),
        Literal::Json => quote!("value".into()),
        Literal::None => quote!(None),
    }
}

/// Tokens of a literal that the emitter wrote.
fn tokens(literal: &str) -> TokenStream {
    literal.parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::diagnostic::shown::is_hidden;

    proptest! {
        #[test]
        fn any_text_is_itself_as_a_literal(value in any::<String>(), odd in "[\"#\\\\\u{0}-\u{a0}0-9\u{200b}-\u{202e}{}]{0,12}") {
            for value in [value, odd] {
                let literal = text(&value).to_string();
                prop_assert_eq!(syn::parse_str::<syn::LitStr>(&literal).unwrap().value(), value);
                prop_assert!(!literal.contains(is_hidden), "{:?}", literal);
            }
        }
    }
}
