//! `examples/`: a program for each API that calls its endpoints over loopback, where a stand-in answers for the server.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, format_ident, quote};

use super::super::docs::{Indent, attributes, lines};
use super::super::example::{self, Names, within};
use super::super::format::{File, print};
use super::super::literal::{given, integer};
use super::super::scope::{ident, import};
use super::samples::raw;
use super::{GeneratedFile, file};
use crate::plan::{Api, Carrier, Conversion, Docs, Endpoint, OutcomeType, Paragraph, Plan, Reply, ReplyBody, Span};

/// The server that examples talk to.
pub(super) fn stand_in(plan: &Plan) -> GeneratedFile {
    file("examples/stand_in/mod.rs", include_str!("stand_in.rs").replace("message_clients", plan.library.as_str()))
}

/// The example of an API, if it has one.
pub(in super::super) fn example(plan: &Plan, api: &Api) -> Option<GeneratedFile> {
    has_example(api).then(|| file(path(api), program(plan, api)))
}

/// The APIs that have an example.
pub(super) fn with_example(plan: &Plan) -> impl Iterator<Item = &Api> {
    plan.apis.iter().filter(|api| has_example(api))
}

/// Whether there is something to call.
fn has_example(api: &Api) -> bool {
    !api.endpoints.is_empty()
}

/// The file of an example.
pub(super) fn path(api: &Api) -> String {
    format!("examples/{}.rs", api.module)
}

/// How an example is run.
pub(in super::super) fn command(plan: &Plan, api: &Api) -> String {
    format!("cargo run -p {} --example {} --features {},ureq", plan.package, api.module, api.feature)
}

fn program(plan: &Plan, api: &Api) -> String {
    let calls: Vec<_> = api.endpoints.iter().map(|endpoint| Call::of(plan, api, endpoint)).collect();
    let refused = calls.iter().min_by_key(|call| plainness(call.refusal()));
    let sides: Vec<_> = calls.iter().map(|call| &call.accepted).chain(refused.map(|call| &call.refused)).collect();
    let words = Words::beside(&sides);

    let mut file = File::new(&format!("specs/{}", api.folder), &docs(plan, api));
    let allow = api.warns().then(|| quote!(#![allow(deprecated)]));
    file.block(allow.unwrap_or_default())
        .block(quote!(
            mod stand_in;
        ))
        .block(words.of_std())
        .block(words.of_crates(plan, api, &sides));
    let mut text = file.finish();
    text.push_str(&main(&calls, &words));
    text.extend(calls.first().map(|call| connect(api, call.endpoint, &words)));
    text.extend(calls.iter().map(|call| call.accepted(&words)));
    text.extend(refused.map(|call| call.refused(&words)));
    text.extend(calls.iter().map(|call| constant(&call.answer(), call.success())));
    text.extend(refused.map(|call| constant(REFUSAL, call.refusal())));
    text
}

/// How little a refusal has to show: least where its body is documented.
fn plainness(refusal: &Reply) -> u8 {
    match refusal.body {
        ReplyBody::Undocumented if refusal.status == 500 => 2,
        ReplyBody::Undocumented => 1,
        _ => 0,
    }
}

fn docs(plan: &Plan, api: &Api) -> Vec<String> {
    let fixed = |text: &str| Span::Fixed(text.to_owned());
    let what = vec![
        fixed("Calls each endpoint of"),
        Span::Prose(api.title.clone()),
        fixed("over loopback, where a stand-in reads what comes and answers for the server."),
    ];
    let mut docs = lines(&Docs(vec![Paragraph::Text(what)]), Indent::Item);
    docs.extend([String::new(), "```console".to_owned(), format!("$ {}", command(plan, api)), "```".to_owned()]);
    docs
}

fn main(calls: &[Call<'_>], words: &Words) -> String {
    let result = words.result();
    let steps = calls.iter().map(Call::function);
    function(&quote!(fn main() -> #result), &[quote! { #(#steps()?;)* refused() }])
}

fn connect(api: &Api, endpoint: &Endpoint, words: &Words) -> String {
    let (result, stand_in) = (words.standard("Result"), words.stand_in());
    let (error, finding) = (words.client("BuildError"), words.client("Finding"));
    let auth = example::credential(api, endpoint);
    function(
        &quote! {
            #[doc = " A client of the stand-in, which says where messages differ from the documentation."]
            fn connect(server: &#stand_in) -> #result<BlockingClient, #error>
        },
        &[quote! {
            BlockingClient::builder(server.address(), #auth)
                .observer(|event| match event.finding {
                    #finding::Sent(violation) => println!("Warning: {violation}"),
                    #finding::Received(deviation) => println!("Deviation: {deviation}"),
                    _ => {}
                })
                .build()
        }],
    )
}

/// The constant with the sample that refuses.
const REFUSAL: &str = "REFUSAL";

/// An endpoint as an example calls it.
struct Call<'p> {
    endpoint: &'p Endpoint,
    /// The request, as an expression.
    request: TokenStream,
    /// What a call names that is accepted.
    accepted: Side,
    /// What a call names that is refused.
    refused: Side,
    /// What is told of where the request went: without the query where a secret may stand in it.
    target: TokenStream,
    /// Credentials of its own, where it does not take those that the client has.
    auth: Option<TokenStream>,
}

/// What a call and its answer name.
struct Side {
    names: Names,
    /// The import of what only the endpoint's module has.
    import: Option<TokenStream>,
}

impl<'p> Call<'p> {
    fn of(plan: &Plan, api: &Api, endpoint: &'p Endpoint) -> Self {
        let mut of_api = BTreeSet::new();
        let request = example::request(endpoint, &mut of_api);
        let example = &endpoint.example;
        let side = |reply: &Reply| {
            let mut names = Names { of_api: of_api.clone(), ..Names::default() };
            let setters = example.setters.iter().map(|(_, value)| value);
            example.arguments.iter().chain(setters).for_each(|value| names.add(value, endpoint));
            add(&reply.body, endpoint, &mut names);
            let (library, module, own) = (ident(&plan.library), ident(&api.module), ident(&endpoint.module));
            let import = names.own_import(&quote!(#library::#module::#own));
            Side { names, import }
        };
        let auth = example::credential(api, endpoint);
        let of_client = api.endpoints.first().map(|first| example::credential(api, first));
        let auth = of_client.filter(|of_client| of_client.to_string() != auth.to_string()).map(|_| auth);
        let mut secrets = api.credentials.iter().flat_map(|credential| &credential.secrets);
        let in_query = secrets.any(|secret| matches!(secret.carrier, Carrier::Query { .. }));
        let target = if in_query { quote!(request.uri().path()) } else { quote!(request.uri()) };
        Self { endpoint, request, accepted: side(&example.success), refused: side(&example.refusal), target, auth }
    }

    fn success(&self) -> &'p Reply {
        &self.endpoint.example.success
    }

    fn refusal(&self) -> &'p Reply {
        &self.endpoint.example.refusal
    }

    /// A client of the server.
    fn client(&self) -> TokenStream {
        let auth = self.auth.as_ref().map(|auth| quote!(.with_auth(#auth)));
        quote!(let client = connect(&server)? #auth;)
    }

    /// The function that makes the call; no other function of an example has such a name.
    fn function(&self) -> Ident {
        format_ident!("call_{}", self.endpoint.module.as_str())
    }

    /// The constant with the sample that answers.
    fn answer(&self) -> String {
        format!("{}_ANSWER", self.endpoint.module.as_str().to_uppercase())
    }

    /// The call of a server that accepts.
    fn accepted(&self, words: &Words) -> String {
        let (name, function_name, result) = (ident(&self.endpoint.request.name), self.function(), words.result());
        let (request, import, stand_in) = (&self.request, &self.accepted.import, words.stand_in());
        let docs = attributes(&first_paragraph(&self.endpoint.request.docs), Indent::Item);
        let answer = accept(self.success(), &name, &self.answer());
        let (client, target) = (self.client(), &self.target);
        let send = if matches!(self.endpoint.output.value, OutcomeType::Unit) {
            quote! {
                client.send(request)?;
                println!("The client got an answer without a body.");
            }
        } else {
            quote! {
                let answer = client.send(request)?;
                println!("The client got {answer:?}");
            }
        };
        function(
            &quote!(#docs fn #function_name() -> #result),
            &[
                quote! {
                    #import
                    let server = #stand_in::start(|request| {
                        let received = #name::from_request(request)?;
                        println!("The server got {} {}", request.method(), #target);
                        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
                        #answer
                    })?;
                    #client
                },
                quote!(let request = #request; #send Ok(())),
            ],
        )
    }

    /// The call of a server that refuses.
    fn refused(&self, words: &Words) -> String {
        let (name, result) = (ident(&self.endpoint.request.name), words.result());
        let (request, import, stand_in) = (&self.request, &self.refused.import, words.stand_in());
        let answer = refuse(self.refusal(), &name);
        let client = self.client();
        let read = (!matches!(self.endpoint.failure.value, OutcomeType::Unit)).then(|| {
            quote! {
                if let Some(refusal) = error.refusal() {
                    let failure = refusal.read::<#name>()?;
                    println!("The server said {failure:?}");
                }
            }
        });
        function(
            &quote!(#[doc = " What a caller learns of a refusal."] fn refused() -> #result),
            &[
                quote! {
                    #import
                    let server = #stand_in::start(|_| { #answer })?;
                    #client
                },
                quote! {
                    let request = #request;
                    if let Err(error) = client.send(request) {
                        println!("The call failed: {error}");
                        let (delivery, again) = (error.delivery(), error.safe_to_resend());
                        println!("Delivery: {delivery:?}; safe to send again: {again}");
                        #read
                    }
                    Ok(())
                },
            ],
        )
    }
}

/// The first paragraph, without links: not all that it names is imported.
fn first_paragraph(docs: &Docs) -> Docs {
    let Some(Paragraph::Text(spans) | Paragraph::Item(spans)) = docs.0.first() else { return Docs::default() };
    let unlinked = spans.iter().map(|span| match span {
        Span::Link(name) => Span::Code(name.to_string()),
        other => other.clone(),
    });
    Docs::of(unlinked.collect())
}

/// Adds what the body of an answer names.
fn add(body: &ReplyBody, endpoint: &Endpoint, names: &mut Names) {
    match body {
        ReplyBody::Value(value) => names.add(value, endpoint),
        ReplyBody::Variant(of, _, body) => {
            names.of_api.insert(of.to_string());
            add(body, endpoint, names);
        }
        ReplyBody::Undocumented | ReplyBody::Sample { .. } | ReplyBody::Unit | ReplyBody::Raw => {}
    }
}

/// What a server returns that accepts, as the end of a function.
fn accept(reply: &Reply, endpoint: &Ident, sample: &str) -> TokenStream {
    of_sample(reply, sample).unwrap_or_else(|| {
        let output = value(&reply.body);
        quote! {
            Ok(#endpoint::to_response(&#output)?)
        }
    })
}

/// What a server returns that refuses, as the end of a function.
fn refuse(reply: &Reply, endpoint: &Ident) -> TokenStream {
    of_sample(reply, REFUSAL).unwrap_or_else(|| {
        let status = integer(reply.status);
        let (made, failure) = match &reply.body {
            ReplyBody::Undocumented => (None, quote!(None)),
            body => {
                let failure = value(body);
                (Some(quote!(let failure = #failure;)), quote!(Some(&failure)))
            }
        };
        quote! {
            #made
            let status = http::StatusCode::from_u16(#status)?;
            Ok(#endpoint::to_refusal(status, #failure)?)
        }
    })
}

fn of_sample(reply: &Reply, sample: &str) -> Option<TokenStream> {
    let ReplyBody::Sample { media_type, .. } = &reply.body else { return None };
    let (status, sample) = (integer(reply.status), format_ident!("{sample}"));
    Some(quote! {
        let answer = http::Response::builder().status(#status).header("content-type", #media_type);
        Ok(answer.body(#sample.into())?)
    })
}

/// The typed body of an answer.
fn value(body: &ReplyBody) -> TokenStream {
    match body {
        ReplyBody::Undocumented | ReplyBody::Sample { .. } | ReplyBody::Unit => quote!(()),
        ReplyBody::Raw => quote!("text".into()),
        ReplyBody::Value(value) => given(value, Conversion::Exact),
        ReplyBody::Variant(of, variant, body) => {
            let (of, variant) = (ident(of), ident(variant));
            let held = (**body != ReplyBody::Unit).then(|| value(body)).map(|body| quote!((#body)));
            quote!(#of::#variant #held)
        }
    }
}

/// The constant of a sample, where the answer is one.
fn constant(name: &str, reply: &Reply) -> String {
    match &reply.body {
        ReplyBody::Sample { text, .. } => format!("\nconst {name}: &str = {};\n", raw(text)),
        _ => String::new(),
    }
}

/// A function, with a blank line between groups of statements.
fn function(head: &TokenStream, body: &[TokenStream]) -> String {
    let head = print(quote!(#head {}));
    let group = |statements: &TokenStream| -> String {
        within(statements).iter().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect()
    };
    let groups: Vec<String> = body.iter().map(group).collect();
    format!("\n{}{{\n{}}}\n", head.trim_end().trim_end_matches("{}"), groups.join("\n"))
}

/// The names of an example that are not of its API: by their paths where the API has such a name too.
struct Words {
    hidden: BTreeSet<String>,
}

impl Words {
    fn beside(sides: &[&Side]) -> Self {
        let names = sides.iter().flat_map(|side| side.names.of_api.iter().chain(&side.names.own));
        Self { hidden: names.cloned().collect() }
    }

    /// What a function of an example returns.
    fn result(&self) -> TokenStream {
        let (result, owned, error) = (self.standard("Result"), self.standard("Box"), self.error());
        quote!(#result<(), #owned<dyn #error>>)
    }

    /// Something of Rust's prelude.
    fn standard(&self, name: &str) -> TokenStream {
        let path = if name == "Box" { quote!(std::boxed) } else { quote!(std::result) };
        self.short(name, &path)
    }

    fn error(&self) -> TokenStream {
        self.short("Error", &quote!(std::error))
    }

    fn stand_in(&self) -> TokenStream {
        self.short("StandIn", &quote!(stand_in))
    }

    /// Something of the runtime's module `client`.
    fn client(&self, name: &str) -> TokenStream {
        self.short(name, &quote!(client))
    }

    fn short(&self, name: &str, module: &TokenStream) -> TokenStream {
        let ident = format_ident!("{name}");
        if self.is_hidden(name) { quote!(#module::#ident) } else { ident.into_token_stream() }
    }

    fn is_hidden(&self, name: &str) -> bool {
        self.hidden.contains(name)
    }

    /// The import of the standard library.
    fn of_std(&self) -> TokenStream {
        if self.is_hidden("Error") {
            TokenStream::new()
        } else {
            quote!(
                use std::error::Error;
            )
        }
    }

    /// The imports of the crate and of the stand-in.
    fn of_crates(&self, plan: &Plan, api: &Api, sides: &[&Side]) -> TokenStream {
        let (library, module) = (ident(&plan.library), ident(&api.module));
        let runtime: BTreeSet<_> = sides.iter().flat_map(|side| side.names.of_runtime.iter().cloned()).collect();
        let mut of_api: BTreeSet<_> = sides.iter().flat_map(|side| side.names.of_api.iter().cloned()).collect();
        of_api.extend(["Auth", "BlockingClient"].map(str::to_owned));
        let (hidden, client): (BTreeSet<_>, BTreeSet<_>) =
            CLIENT.iter().map(|name| (*name).to_owned()).partition(|name| self.is_hidden(name));

        let mut paths = Vec::new();
        if !runtime.is_empty() {
            paths.push(import(&quote!(#library::runtime), &runtime));
        }
        if !hidden.is_empty() {
            paths.push(quote!(#library::runtime::client));
        }
        paths.push(import(&quote!(#library::runtime::client), &client));
        if self.is_hidden("Endpoint") {
            paths.push(quote!(#library::runtime::client::Endpoint as _));
        }
        paths.push(import(&quote!(#library::#module), &of_api));
        if !self.is_hidden("StandIn") {
            paths.push(quote!(stand_in::StandIn));
        }
        paths.sort_by_key(ToString::to_string);
        quote!(#(use #paths;)*)
    }
}

/// What an example takes of the runtime's module `client`.
const CLIENT: &[&str] = &["BuildError", "Endpoint", "Finding", "http"];
