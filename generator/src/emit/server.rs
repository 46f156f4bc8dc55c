//! Servers: a constant, or a function of the variables of the address.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Indent, attribute, attributes};
use super::scope::{Scope, ident};
use crate::plan::Server;

/// The item of a server.
pub(super) fn item(server: &Server, scope: &Scope) -> TokenStream {
    let (docs, name, url) = (attributes(&server.docs, Indent::Item), ident(&server.name), &server.url);
    if server.arguments.is_empty() {
        return quote!(#docs pub const #name: &str = #url;);
    }
    let arguments: Vec<_> = server.arguments.iter().map(|argument| ident(&argument.name)).collect();
    let told = server.arguments.iter().map(|argument| {
        let mut lines = super::docs::lines(&argument.docs, Indent::Item).into_iter();
        let first = format!("- `{}`: {}", argument.name, lines.next().unwrap_or_default());
        let others = lines.take_while(|line| !line.is_empty()).map(|line| attribute(&format!("  {line}")));
        let (first, others) = (attribute(&first), others.collect::<TokenStream>());
        quote!(#first #others)
    });
    let blank = attribute("");
    let errors = attribute("# Errors");
    let when = attribute("When an argument is no label of a host or no segment of a path.");
    let (result, of, error) = (scope.prelude("Result"), scope.client("Server"), scope.client("BuildError"));
    quote! {
        #docs #blank #(#told)* #blank #errors #when
        pub fn #name(#(#arguments: &str),*) -> #result<#of, #error> {
            #of::fill(#url, &[#(#arguments),*])
        }
    }
}
