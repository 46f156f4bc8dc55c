//! Credentials: the enum `Auth`, its constructors, and how each is added to a request.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::docs::{Indent, attributes};
use super::scope::{Scope, ident};
use crate::plan::{Carrier, Credential, Name, Secret};

/// The items of the credentials of an API.
pub(super) fn items(credentials: &[Credential], scope: &Scope) -> Vec<TokenStream> {
    if credentials.is_empty() {
        let none = scope.client("NoAuth");
        return vec![quote! {
            /// Nobody says who calls.
            pub type Auth = #none;
        }];
    }
    let variants = credentials.iter().map(|credential| variant(credential, scope));
    let constructors: TokenStream =
        credentials.iter().filter_map(|credential| constructor(credential, scope)).collect();
    let mut items = vec![quote! {
        /// Who calls.
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum Auth { #(#variants)* }
    }];
    if !constructors.is_empty() {
        items.push(quote!(impl Auth { #constructors }));
    }
    items.push(authorize(credentials, scope));
    items
}

/// Whether a credential is one secret, without a name.
fn lone(credential: &Credential) -> Option<&Secret> {
    match credential.secrets.as_slice() {
        [secret] if credential.constructor.is_some() && matches!(secret.carrier, Carrier::Header { .. }) => {
            Some(secret)
        }
        _ => None,
    }
}

fn variant(credential: &Credential, scope: &Scope) -> TokenStream {
    let (docs, name, secret) =
        (attributes(&credential.docs, Indent::Member), ident(&credential.variant), scope.runtime("Secret"));
    if lone(credential).is_some() {
        return quote!(#docs #name(#secret),);
    }
    let fields = credential.secrets.iter().map(|of| {
        let name = ident(&of.name);
        match &of.carrier {
            Carrier::Basic { user } => {
                let (user, string) = (ident(user), scope.prelude("String"));
                quote! {
                    /// The user.
                    #user: #string,
                    /// The password.
                    #name: #secret,
                }
            }
            Carrier::Header { .. } => {
                let docs = attributes(&of.docs, Indent::Inner);
                quote!(#docs #name: #secret,)
            }
        }
    });
    quote!(#docs #name { #(#fields)* },)
}

fn constructor(credential: &Credential, scope: &Scope) -> Option<TokenStream> {
    let name = ident(credential.constructor.as_ref()?);
    let (docs, variant) = (attributes(&first(credential), Indent::Member), ident(&credential.variant));
    let (into, secret) = (scope.prelude("Into"), scope.runtime("Secret"));
    if let Some(of) = lone(credential) {
        let argument = ident(&of.name);
        return Some(quote! {
            #docs
            pub fn #name(#argument: impl #into<#secret>) -> Self { Self::#variant(#argument.into()) }
        });
    }
    let [Secret { name: password, carrier: Carrier::Basic { user }, .. }] = credential.secrets.as_slice() else {
        return None;
    };
    let (user, password, string) = (ident(user), ident(password), scope.prelude("String"));
    Some(quote! {
        #docs
        pub fn #name(#user: impl #into<#string>, #password: impl #into<#secret>) -> Self {
            Self::#variant { #user: #user.into(), #password: #password.into() }
        }
    })
}

/// The words of a credential, which its constructor has too.
fn first(credential: &Credential) -> crate::plan::Docs {
    crate::plan::Docs(credential.docs.0.first().cloned().into_iter().collect())
}

fn authorize(credentials: &[Credential], scope: &Scope) -> TokenStream {
    let (authorize, authorization) = (scope.client("Authorize"), scope.client("Authorization"));
    let arms = credentials.iter().map(|credential| {
        let name = ident(&credential.variant);
        let held = credential.secrets.iter().flat_map(names).map(|name| (ident(name), bound(name)));
        let links = credential.secrets.iter().map(link);
        let pattern = if lone(credential).is_some() {
            let held = held.map(|(_, bound)| bound);
            quote!((#(#held),*))
        } else {
            let held = held.map(|(name, bound)| if name == bound { quote!(#name) } else { quote!(#name: #bound) });
            quote!({ #(#held),* })
        };
        quote!(Self::#name #pattern => to #(#links)*,)
    });
    quote! {
        impl #authorize for Auth {
            fn authorize(&self, to: &mut #authorization<'_>) {
                match self { #(#arms)* };
            }
        }
    }
}

/// What a field is called beside the argument `to`.
fn bound(name: &Name) -> Ident {
    if name.as_str() == "to" { format_ident!("to_") } else { ident(name) }
}

/// The fields that a secret takes.
fn names(secret: &Secret) -> Vec<&Name> {
    match &secret.carrier {
        Carrier::Basic { user } => vec![user, &secret.name],
        Carrier::Header { .. } => vec![&secret.name],
    }
}

fn link(secret: &Secret) -> TokenStream {
    let name = bound(&secret.name);
    match &secret.carrier {
        Carrier::Basic { user } => {
            let user = bound(user);
            quote!(.basic(#user, #name))
        }
        Carrier::Header { name: header, prefix } => quote!(.secret(#header, #prefix, #name)),
    }
}
