//! Structs: fields, `new`, setters, and how an object is read and written.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Indent, aliases, attribute, attributes};
use super::item::derives;
use super::scope::{Scope, ident};
use super::{literal, setter, validate, wire};
use crate::plan::{
    Argument, Constructor, Conversion, Derive, Direction, Field, Name, Presence, Record, RustType, Section,
};

/// The items of an object.
pub(super) fn object(record: &Record, scope: &Scope) -> Vec<TokenStream> {
    let mut items = declaration(record, scope);
    items.push(codec(record, scope));
    items
}

/// The struct, with what makes one.
pub(super) fn declaration(record: &Record, scope: &Scope) -> Vec<TokenStream> {
    let name = ident(&record.name);
    let (docs, aliases) = (attributes(&record.docs, Indent::Item), aliases(&record.aliases));
    let derives = derives(&record.derives);
    let must_use = (record.direction == Direction::Sent).then(|| quote!(#[must_use]));
    let fields = record.fields.iter().map(|field| declared(field, scope));
    let mut items = vec![quote! {
        #docs #aliases #derives #must_use #[non_exhaustive]
        pub struct #name { #(#fields)* }
    }];
    if let Constructor::Required(of, arguments) = &record.constructor {
        items.push(required(record, of, arguments, scope));
    }
    let new = new(record, scope);
    let setters = record.setters.iter().filter_map(|setter| setter::method(setter, record, scope));
    let methods: TokenStream = new.into_iter().chain(setters).collect();
    if !methods.is_empty() {
        items.push(quote!(impl #name { #methods }));
    }
    // what derives it has no field that is there though nobody gave it
    if matches!(&record.constructor, Constructor::New(arguments) if arguments.is_empty())
        && !record.derives.contains(&Derive::Default)
    {
        let default = scope.prelude("Default");
        items.push(quote!(impl #default for #name { fn default() -> Self { Self::new() } }));
    }
    items
}

fn declared(field: &Field, scope: &Scope) -> TokenStream {
    let (docs, name) = (attributes(&field.docs, Indent::Member), ident(&field.name));
    let (ty, alias) = (scope.field_ty(&field.value, field.presence), aliases(field.alias().as_slice()));
    quote!(#docs #alias pub #name: #ty,)
}

/// The struct of what is required.
fn required(record: &Record, of: &Name, arguments: &[Argument], scope: &Scope) -> TokenStream {
    let line = format!("What [`{}`] requires, by name, so that no two values can be swapped.", record.name);
    let (docs, derives, name) = (attribute(&line), derives(&record.derives), ident(of));
    let fields = fields(record, arguments).map(|(field, _)| {
        let (docs, name) = (attributes(&field.docs, Indent::Member), ident(&field.name));
        let ty = scope.field_ty(&field.value, given(field.presence));
        quote!(#docs pub #name: #ty,)
    });
    quote!(#docs #derives pub struct #name { #(#fields)* })
}

fn fields<'r>(record: &'r Record, arguments: &'r [Argument]) -> impl Iterator<Item = (&'r Field, Conversion)> {
    let by_name = |name: &Name| record.fields.iter().find(|field| field.name == *name);
    arguments.iter().filter_map(move |argument| Some((by_name(&argument.field)?, argument.conversion)))
}

/// What `new` asks for, where a field may come without it.
const fn given(presence: Presence) -> Presence {
    match presence {
        Presence::Promised => Presence::Required,
        Presence::PromisedNull => Presence::RequiredNull,
        other => other,
    }
}

/// `new`, unless the struct is made by `default` alone.
fn new(record: &Record, scope: &Scope) -> Option<TokenStream> {
    let (arguments, by_struct) = match &record.constructor {
        Constructor::Default => return None,
        Constructor::New(arguments) => (arguments, None),
        Constructor::Required(of, arguments) => (arguments, Some(ident(of))),
    };
    let docs = attribute(match (arguments.is_empty(), record.direction) {
        (true, _) => "Nothing is required.",
        (false, Direction::Sent) => "With what is required.",
        (false, Direction::Received) => "With what an answer promises.",
    });
    let taken = fields(record, arguments).map(|(field, conversion)| {
        let name = ident(&field.name);
        let ty = match given(field.presence) {
            presence @ Presence::RequiredNull => scope.field_ty(&field.value, presence),
            _ => setter::taken(field, conversion, scope),
        };
        quote!(#name: #ty)
    });
    let signature = by_struct.as_ref().map_or_else(|| quote!(#(#taken),*), |of| quote!(required: #of));
    let values = record.fields.iter().map(|field| {
        let argument = arguments.iter().find(|argument| argument.field == field.name);
        initial(field, argument.map(|argument| (argument.conversion, by_struct.is_some())), arguments, scope)
    });
    let exact = arguments.iter().all(|argument| argument.conversion == Conversion::Exact);
    let plain = record.fields.iter().all(|field| !matches!(field.section, Section::ServerOwned | Section::OtherFields));
    let constant =
        (exact && plain && by_struct.is_none() && !record.fields.iter().any(Field::is_constant)).then(|| quote!(const));
    let must_use = (record.direction == Direction::Received).then(|| quote!(#[must_use]));
    Some(quote!(#docs #must_use pub #constant fn new(#signature) -> Self { Self { #(#values),* } }))
}

/// A field of a new struct.
fn initial(field: &Field, argument: Option<(Conversion, bool)>, arguments: &[Argument], scope: &Scope) -> TokenStream {
    let name = ident(&field.name);
    let value = match (argument, field.presence) {
        (Some((_, true)), _) => quote!(required.#name),
        (Some((conversion, false)), presence) => match given(presence) {
            Presence::RequiredNull => quote!(#name),
            _ => setter::converted(conversion, scope, &quote!(#name), arguments),
        },
        (None, _) if field.is_constant() => {
            field.constant.as_ref().map(|value| literal::constant(value, &field.value, scope)).unwrap_or_default()
        }
        (None, Presence::OptionalNull) => {
            let absent = scope.runtime("Field");
            quote!(#absent::Absent)
        }
        (None, Presence::List) => {
            let list = scope.prelude("Vec");
            quote!(#list::new())
        }
        (None, _) if field.section == Section::ServerOwned => {
            let of = scope.ty(&field.value);
            quote!(#of::default())
        }
        (None, _) if field.section == Section::OtherFields => {
            let of = if let RustType::Map(_) = field.value { scope.runtime("Map") } else { scope.ty(&field.value) };
            quote!(#of::new())
        }
        (None, _) => quote!(None),
    };
    let promised = matches!(field.presence, Presence::Promised | Presence::PromisedNull);
    let value = if (argument.is_some() || field.is_constant()) && promised { quote!(Ok(#value)) } else { value };
    if name == value.to_string().as_str() { quote!(#name) } else { quote!(#name: #value) }
}

/// How an object is read, written and validated.
fn codec(record: &Record, scope: &Scope) -> TokenStream {
    let (name, ty) = (ident(&record.name), scope.runtime("Record"));
    let (object, writer) = (scope.runtime("Object"), scope.runtime("ObjectWriter"));
    let takes = record.fields.iter().map(|field| {
        let (name, value) = (ident(&field.name), wire::take(&quote!(object), field, scope));
        quote!(#name: #value)
    });
    let puts = record.fields.iter().map(|field| wire::put(field, &quote!(self), scope));
    let (from, to, write) = if record.fields.is_empty() {
        (quote!(_), quote!(_), TokenStream::new())
    } else {
        (quote!(object), quote!(object), quote!(object #(#puts)*;))
    };
    let validate = validate::method(&record.checks, None, scope);
    quote! {
        impl #ty for #name {
            fn read(#from: &mut #object<'_>) -> Self { Self { #(#takes),* } }
            fn write(&self, #to: &mut #writer<'_>) { #write }
            #validate
        }
    }
}
