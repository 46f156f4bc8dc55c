//! The module of an API: endpoints, clients, servers, credentials, settings, shared types.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Indent, attribute, lines};
use super::format::File;
use super::scope::{Scope, ident, import};
use super::{GeneratedFile, auth, endpoint, item, server, settings};
use crate::plan::{Api, Docs, Endpoint, Home, Item, Paragraph, Span, paragraphs};

/// `src/<api>/mod.rs`
pub(super) fn file(api: &Api) -> GeneratedFile {
    let exported: Vec<(&_, BTreeSet<String>)> =
        api.endpoints.iter().map(|endpoint| (&endpoint.module, exported(endpoint))).collect();
    let marked = api.endpoints.iter().map(|endpoint| endpoint.deprecated.is_some());
    let scope = Scope::new(Home::Api, declared(api, &exported));
    let items = items(api, &scope);
    let mut file = File::new(&format!("specs/{}", api.folder), &lines(&docs(api), Indent::Item));
    let modules = exported.iter().map(|(module, _)| ident(module));
    file.block(quote!(#(pub mod #modules;)*));
    let uses = exported.iter().zip(marked).map(|((module, names), is_deprecated)| {
        let module = ident(module);
        let names = import(&quote!(#module), names);
        let allow = is_deprecated.then(|| quote!(#[allow(deprecated)]));
        quote!(#[doc(inline)] #allow pub use #names;)
    });
    file.block(uses.collect()).block(scope.imports()).items(items);
    GeneratedFile { path: format!("src/{}/mod.rs", api.module).into(), text: file.finish() }
}

/// The items of the module.
pub(super) fn items(api: &Api, scope: &Scope) -> Vec<TokenStream> {
    let mut items = head(api, scope);
    items.extend(api.servers.iter().map(|item| server::item(item, scope)));
    items.extend(auth::items(api, scope));
    items.extend(api.settings.iter().flat_map(|item| settings::items(item, scope)));
    items.extend(api.items.iter().flat_map(|item| item::items(item, scope)));
    items
}

fn exported(endpoint: &Endpoint) -> BTreeSet<String> {
    endpoint.exported.iter().map(ToString::to_string).collect()
}

/// The words of the API, and its endpoints.
fn docs(api: &Api) -> Docs {
    let mut docs = api.docs.clone();
    if !api.endpoints.is_empty() {
        docs.0.push(Paragraph::Text(vec![Span::Fixed("Its endpoints:".to_owned())]));
    }
    docs.0.extend(api.endpoints.iter().map(|endpoint| {
        let first = match endpoint.request.docs.0.first() {
            Some(Paragraph::Text(spans) | Paragraph::Item(spans)) => spans.as_slice(),
            None => &[],
        };
        // Up to method and path; what follows links to types that the endpoint's own module has.
        let end = first.iter().position(|span| matches!(span, Span::Code(_))).map_or(first.len(), |at| at + 1);
        let mut spans = vec![Span::Link(endpoint.request.name.clone()), Span::Glue, Span::Fixed(":".to_owned())];
        spans.extend(first.iter().take(end).map(|span| match span {
            Span::Prose(text) => Span::Prose(paragraphs(text).next().unwrap_or_default().to_owned()),
            other => other.clone(),
        }));
        spans.extend([Span::Glue, Span::Fixed(".".to_owned())]);
        Paragraph::Item(spans)
    }));
    docs
}

/// The names that the module has without an import.
fn declared(api: &Api, exported: &[(&crate::plan::Name, BTreeSet<String>)]) -> Vec<String> {
    let mut names: Vec<String> = ["Auth", "BlockingClient", "Client"].map(str::to_owned).into();
    names.push(api.marker.to_string());
    names.extend(api.settings.iter().map(|settings| settings.name.to_string()));
    names.extend(api.servers.iter().map(|server| server.name.to_string()));
    for item in &api.items {
        names.push(item.name().to_string());
        if let Item::Record(record) = item {
            names.extend(endpoint::required(record).map(ToString::to_string));
        }
    }
    for (module, exported) in exported {
        names.push(module.to_string());
        names.extend(exported.iter().cloned());
    }
    names
}

/// What is said of a client: the page of an alias shows no methods.
fn client_docs(kind: &str, feature: &str) -> TokenStream {
    let lines = [
        format!("The {kind} client."),
        String::new(),
        "[`builder`](crate::runtime::client::Client::builder) starts one,".to_owned(),
        "[`send`](crate::runtime::client::Client::send) sends a request,".to_owned(),
        "[`call`](crate::runtime::client::Client::call) one with settings of its own; see".to_owned(),
        "[all methods](crate::runtime::client::Client) and the [guide](crate::guide).".to_owned(),
        format!("`build` needs the feature `{feature}`, `build_over` a transport of your own."),
    ];
    lines.iter().map(|line| attribute(line)).collect()
}

/// The marker and the clients.
fn head(api: &Api, scope: &Scope) -> Vec<TokenStream> {
    let marker = ident(&api.marker);
    let (client, blocking, of) = (scope.client("Client"), scope.client("BlockingTransport"), scope.client("Api"));
    let asynchronous = client_docs("asynchronous", "reqwest");
    let synchronous = client_docs("blocking", "ureq");
    let settings = if api.settings.is_some() { quote!(Settings) } else { scope.client("NoSettings") };
    vec![
        quote! {
            /// The API; its clients are [`Client`] and [`BlockingClient`].
            #[derive(Debug)]
            #[non_exhaustive]
            pub struct #marker;
        },
        quote! {
            #asynchronous
            pub type Client = #client<#marker>;
        },
        quote! {
            #synchronous
            pub type BlockingClient = #client<#marker, dyn #blocking>;
        },
        quote! {
            impl #of for #marker {
                type Auth = Auth;
                type Settings = #settings;
            }
        },
    ]
}
