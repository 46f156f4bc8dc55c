//! Answers: the types of success and refusal, how each is read, and how it is written.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Indent, attributes};
use super::scope::{Scope, ident};
use super::validate;
use crate::model::{MediaType, StatusKey};
use crate::plan::{Outcome, OutcomeBody, OutcomeType, Read, Reading, StatusVariant};

/// Whether a success or a refusal is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Success,
    Refusal,
}

/// The type.
pub(super) fn ty(outcome: &Outcome, scope: &Scope) -> TokenStream {
    match &outcome.value {
        OutcomeType::Unit => quote!(()),
        OutcomeType::Raw => scope.client("Body"),
        OutcomeType::Type(value) => scope.ty(value),
        OutcomeType::ByStatus { name, .. } => {
            let name = ident(name);
            quote!(#name)
        }
    }
}

/// The enum over the statuses, where there is one.
pub(super) fn items(outcome: &Outcome, side: Side, scope: &Scope) -> Vec<TokenStream> {
    let OutcomeType::ByStatus { name, docs, variants } = &outcome.value else { return Vec::new() };
    let (docs, name) = (attributes(docs, Indent::Item), ident(name));
    let declared = variants.iter().map(|variant| {
        let (docs, name) = (attributes(&variant.docs, Indent::Member), ident(&variant.name));
        let held = held(&variant.value, scope).map(|value| quote!((#value)));
        quote!(#docs #name #held,)
    });
    let open = is_open(variants, side);
    let other = open.then(|| {
        let body = scope.client("Body");
        quote!(#[doc = " A success that the documentation does not list, with its body."] Undocumented(#body),)
    });
    let (validate, check) = (scope.runtime("Validate"), scope.runtime("Check"));
    let typed = |variant: &&StatusVariant| matches!(variant.value, OutcomeBody::Type(_));
    let arms = variants.iter().filter(typed).map(|variant| {
        let name = ident(&variant.name);
        if variant.checks.is_empty() {
            return quote!(Self::#name(body) => #validate::validate(body, check),);
        }
        let chains = validate::body(&variant.checks, &quote!(body), scope);
        quote!(Self::#name(body) => { #chains })
    });
    let others = variants.iter().filter(|variant| !typed(variant)).map(|variant| {
        let name = ident(&variant.name);
        if variant.value == OutcomeBody::Raw { quote!(Self::#name(_)) } else { quote!(Self::#name) }
    });
    let others: Vec<_> = others.chain(open.then(|| quote!(Self::Undocumented(_)))).collect();
    let rest = (!others.is_empty()).then(|| quote!(#(#others)|* => {}));
    vec![
        quote! {
            #docs #[derive(Clone, Debug, PartialEq)] #[non_exhaustive]
            pub enum #name { #(#declared)* #other }
        },
        quote! {
            impl #validate for #name {
                fn validate(&self, check: &mut #check<'_>) {
                    match self { #(#arms)* #rest }
                }
            }
        },
    ]
}

fn held(value: &OutcomeBody, scope: &Scope) -> Option<TokenStream> {
    match value {
        OutcomeBody::Unit => None,
        OutcomeBody::Raw => Some(scope.client("Body")),
        OutcomeBody::Type(value) => Some(scope.ty(value)),
    }
}

/// Whether a success may come that no variant is for.
fn is_open(variants: &[StatusVariant], side: Side) -> bool {
    let covers_all = |key| matches!(key, StatusKey::Range(2) | StatusKey::Success | StatusKey::Default);
    side == Side::Success && !variants.iter().any(|variant| covers_all(variant.status))
}

/// What reads the answer: an expression over `answer`.
pub(super) fn reading(outcome: &Outcome, side: Side) -> TokenStream {
    match (&outcome.reading, &outcome.value) {
        (Reading::Undocumented, _) => quote!(answer.undocumented()),
        (Reading::Always(read), _) => one(read),
        (Reading::If(keys, read), _) => {
            let keys = keys.iter().map(ToString::to_string);
            let media_types = media_types(read);
            quote!(answer #media_types.json_if(&[#(#keys),*]))
        }
        (Reading::ByStatus(rows), OutcomeType::ByStatus { variants, .. }) => by_variant(rows, variants, side),
        (Reading::ByStatus(rows), _) => by_status(rows, side),
    }
}

/// Reads a body in one way.
fn one(read: &Read) -> TokenStream {
    let media_types = media_types(read);
    match read {
        Read::Json(_) => quote!(answer #media_types.json()),
        Read::None => quote!(answer.none()),
        Read::Ignored => quote!(answer.ignored()),
        Read::Raw => quote!(answer.raw()),
    }
}

fn media_types(read: &Read) -> Option<TokenStream> {
    match read {
        Read::Json(named) if !named.is_empty() => {
            let named = named.iter().map(|MediaType(name)| name);
            Some(quote!(.media_types(&[#(#named),*])))
        }
        _ => None,
    }
}

/// Reads one type in several ways.
fn by_status(rows: &[(StatusKey, Read)], side: Side) -> TokenStream {
    let keys = rows.iter().map(|(key, _)| key.to_string());
    let wrap = |read: TokenStream| if side == Side::Refusal { quote!(#read.map(Some)) } else { read };
    let arms = rows.iter().filter(|(_, read)| side == Side::Success || matches!(read, Read::Json(_)));
    let mut arms: Vec<_> = arms.map(|(key, read)| (key.to_string(), wrap(one(read)))).collect();
    let rest = match side {
        Side::Refusal => quote!(Ok(None)),
        Side::Success => arms.pop().map_or_else(|| quote!(answer.ignored()), |(_, read)| read),
    };
    let arms = arms.iter().map(|(key, read)| quote!(Some(#key) => #read,));
    quote!(match answer.status_key(&[#(#keys),*]) { #(#arms)* _ => #rest, })
}

/// Reads a type of its own for each status.
fn by_variant(rows: &[(StatusKey, Read)], variants: &[StatusVariant], side: Side) -> TokenStream {
    let keys = rows.iter().map(|(key, _)| key.to_string());
    let mut arms: Vec<(String, TokenStream)> = Vec::new();
    for variant in variants {
        let Some((key, read)) = rows.iter().find(|(key, _)| *key == variant.status) else { continue };
        let (name, read) = (ident(&variant.name), one(read));
        let wrap = match (&variant.value, side) {
            (OutcomeBody::Unit, Side::Success) => quote!(#read.map(|()| Self::Output::#name)),
            (OutcomeBody::Unit, Side::Refusal) => quote!(#read.map(|()| Some(Self::Failure::#name))),
            (_, Side::Success) => quote!(#read.map(Self::Output::#name)),
            (_, Side::Refusal) => quote!(#read.map(|body| Some(Self::Failure::#name(body)))),
        };
        arms.push((key.to_string(), wrap));
    }
    let rest = match side {
        Side::Refusal => quote!(Ok(None)),
        Side::Success if is_open(variants, side) => quote!(answer.raw().map(Self::Output::Undocumented)),
        Side::Success => arms.pop().map(|(_, read)| read).unwrap_or_default(),
    };
    let arms = arms.iter().map(|(key, read)| quote!(Some(#key) => #read,));
    quote!(match answer.status_key(&[#(#keys),*]) { #(#arms)* _ => #rest, })
}

/// The method that judges the whole body, where its type does not say all.
pub(super) fn judging(outcome: &Outcome, side: Side, scope: &Scope) -> Option<TokenStream> {
    if outcome.checks.is_empty() {
        return None;
    }
    let (ty, check) = (ty(outcome, scope), scope.runtime("Check"));
    let (method, value) = match side {
        Side::Success => (quote!(judge), quote!(output)),
        Side::Refusal => (quote!(judge_failure), quote!(failure)),
    };
    let chains = validate::body(&outcome.checks, &value, scope);
    Some(quote!(fn #method(#value: &#ty, check: &mut #check<'_>) { #chains }))
}

/// The method that writes the answer.
pub(super) fn writing(outcome: &Outcome, side: Side, scope: &Scope) -> TokenStream {
    let (reply, ty) = (scope.client("Reply"), ty(outcome, scope));
    let (method, value) = match side {
        Side::Success => (quote!(respond), quote!(output)),
        Side::Refusal => (quote!(refuse), quote!(failure)),
    };
    let write = match (&outcome.reading, &outcome.value) {
        (_, OutcomeType::Unit) => return quote!(fn #method((): &#ty, _: &mut #reply) {}),
        (_, OutcomeType::ByStatus { variants, .. }) => write_variant(outcome, variants, side),
        (_, OutcomeType::Raw) => quote!(reply.raw(#value);),
        (Reading::Undocumented, _) => TokenStream::new(),
        (Reading::Always(read), _) => {
            let write = write_one(read, &value);
            quote!(reply #write;)
        }
        (Reading::If(keys, read), _) => {
            let (keys, write) = (texts(keys), write_one(read, &value));
            quote!(reply.under(&[#(#keys),*])#write;)
        }
        (Reading::ByStatus(rows), _) => write_by_status(rows, side, &value),
    };
    quote!(fn #method(#value: &#ty, reply: &mut #reply) { #write })
}

/// Writes a body: a link of a chain; nothing where there is none.
fn write_one(read: &Read, value: &TokenStream) -> TokenStream {
    match read {
        Read::Json(named) => {
            let json = named.iter().find(|media_type| media_type.is_json()).or_else(|| named.first());
            let media_type = json.filter(|MediaType(name)| name != "application/json");
            let media_type = media_type.map(|MediaType(name)| quote!(.media_type(#name)));
            quote!(.json(#value)#media_type)
        }
        Read::Raw => quote!(.raw(#value)),
        Read::None | Read::Ignored => TokenStream::new(),
    }
}

/// Writes one type, whose media type the status decides.
fn write_by_status(rows: &[(StatusKey, Read)], side: Side, value: &TokenStream) -> TokenStream {
    let typed: Vec<_> = rows.iter().filter(|(_, read)| matches!(read, Read::Json(_))).collect();
    if side == Side::Success {
        let inexact = |key| if let StatusKey::Status(_) = key { None } else { Some(key) };
        let first = typed.iter().min_by_key(|(key, _)| inexact(*key)); // as the runtime picks the status
        let write = first.map(|(_, read)| write_one(read, value));
        return quote!(reply #write;);
    }
    let keys: Vec<_> = typed.iter().map(|(key, _)| key.to_string()).collect();
    let mut arms: Vec<_> = typed.iter().map(|(key, read)| (key.to_string(), write_one(read, value))).collect();
    let Some((_, rest)) = arms.pop() else { return TokenStream::new() };
    if arms.iter().all(|(_, write)| write.to_string() == rest.to_string()) {
        return quote!(reply.under(&[#(#keys),*])#rest;);
    }
    let arms = arms.iter().map(|(key, write)| quote!(Some(#key) => reply #write,));
    quote! {
        reply.under(&[#(#keys),*]);
        match reply.status_key(&[#(#keys),*]) { #(#arms)* _ => reply #rest, };
    }
}

/// Writes a type of its own for each status.
fn write_variant(outcome: &Outcome, variants: &[StatusVariant], side: Side) -> TokenStream {
    let rows = if let Reading::ByStatus(rows) = &outcome.reading { rows.as_slice() } else { &[] };
    let (of, value) = match side {
        Side::Success => (quote!(Self::Output), quote!(output)),
        Side::Refusal => (quote!(Self::Failure), quote!(failure)),
    };
    let arms = variants.iter().map(|variant| {
        let (name, key) = (ident(&variant.name), variant.status.to_string());
        let write = rows.iter().find(|(key, _)| *key == variant.status);
        let write = write.map(|(_, read)| write_one(read, &quote!(body)));
        let held = (variant.value != OutcomeBody::Unit).then(|| quote!((body)));
        quote!(#of::#name #held => reply.under(&[#key])#write,)
    });
    let other = is_open(variants, side).then(|| quote!(#of::Undocumented(body) => reply.undocumented(body),));
    quote!(match #value { #(#arms)* #other };)
}

fn texts(keys: &[StatusKey]) -> Vec<String> {
    keys.iter().map(ToString::to_string).collect()
}
