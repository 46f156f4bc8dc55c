//! Credentials: the enum `Auth`, its constructors, and how each is added to a request.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::docs::{Indent, attributes};
use super::scope::{Scope, ident};
use crate::model::NO_CREDENTIAL;
use crate::plan::{Api, Carrier, Credential, Name, Secret};

/// The items of the credentials of an API.
pub(super) fn items(api: &Api, scope: &Scope) -> Vec<TokenStream> {
    let credentials = api.credentials.as_slice();
    if credentials.is_empty() {
        let none = scope.client("NoAuth");
        return vec![quote! {
            /// Nobody says who calls.
            pub type Auth = #none;
        }];
    }
    let variants = credentials.iter().map(|credential| variant(credential, scope));
    let none = api.takes_none().then(|| {
        quote! {
            /// Nobody says who calls; endpoints that ask for a credential refuse it.
            None,
        }
    });
    let make_none = none.as_ref().map(|_| {
        quote! {
            /// No credential, for endpoints that take a call without.
            #[must_use]
            pub const fn none() -> Self { Self::None }
        }
    });
    let constructors: TokenStream =
        credentials.iter().filter_map(|credential| constructor(credential, scope)).chain(make_none).collect();
    let mut items = vec![quote! {
        /// Who calls.
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum Auth { #(#variants)* #none }
    }];
    if !constructors.is_empty() {
        items.push(quote!(impl Auth { #constructors }));
    }
    items.push(authorize(api, scope));
    items
}

/// Whether a credential is one secret, without a name.
fn lone(credential: &Credential) -> Option<&Secret> {
    match credential.secrets.as_slice() {
        [secret] if credential.constructor.is_some() && secret.carrier.is_alone() => Some(secret),
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
            Carrier::Header { .. } | Carrier::Query { .. } => {
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

fn authorize(api: &Api, scope: &Scope) -> TokenStream {
    let (authorize, authorization) = (scope.client("Authorize"), scope.client("Authorization"));
    let none = api.takes_none();
    let to_none = none.then(|| quote!(Self::None => to,));
    let is_secret = none.then(|| {
        quote!(
            fn is_secret(&self) -> bool {
                !matches!(self, Self::None)
            }
        )
    });
    let name = api.tells_credentials_apart().then(|| name(api, scope));
    let arms = api.credentials.iter().map(|credential| {
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
                match self { #(#arms)* #to_none };
            }
            #is_secret
            #name
        }
    }
}

/// What a field is called beside the argument `to`.
fn bound(name: &Name) -> Ident {
    if name.as_str() == "to" { format_ident!("to_") } else { ident(name) }
}

/// What the spec calls each.
fn name(api: &Api, scope: &Scope) -> TokenStream {
    let option = scope.prelude("Option");
    let arms = api.credentials.iter().map(|credential| {
        let (variant, wire) = (ident(&credential.variant), &credential.wire);
        let held = if lone(credential).is_some() { quote!((_)) } else { quote!({ .. }) };
        quote!(Self::#variant #held => #wire,)
    });
    let none = api.takes_none().then(|| quote!(Self::None => #NO_CREDENTIAL,));
    quote! {
        fn name(&self) -> #option<&'static str> {
            let name = match self { #(#arms)* #none };
            Some(name)
        }
    }
}

/// The fields that a secret takes.
fn names(secret: &Secret) -> Vec<&Name> {
    match &secret.carrier {
        Carrier::Basic { user } => vec![user, &secret.name],
        Carrier::Header { .. } | Carrier::Query { .. } => vec![&secret.name],
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
        Carrier::Query { name: parameter } => quote!(.query(#parameter, #name)),
    }
}
