//! The module of an endpoint: its request, how it is sent and answered, its types.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::answer::Side;
use super::docs::attribute;
use super::format::File;
use super::scope::{Scope, ident};
use super::{GeneratedFile, answer, item, literal, record, validate, wire};
use crate::model::{FormKind, MediaType, Method};
use crate::plan::{
    Api, BodyForm, Constructor, Docs, Endpoint, Field, Home, Item, Name, Outcome, OutcomeType, Record, Section,
};

/// `src/<api>/<endpoint>.rs`, with the lines of its example.
pub(super) fn file(api: &Api, endpoint: &Endpoint, example: &[String]) -> GeneratedFile {
    let mut scope = Scope::new(Home::Endpoint, own(endpoint).map(ToString::to_string));
    let mut items = items(api, endpoint, example, &scope);
    if let Some(again) = scope.again() {
        scope = again;
        items = self::items(api, endpoint, example, &scope);
    }
    let docs = [format!("[`{}`] and its types.", endpoint.request.name)];
    let mut file = File::new(&format!("specs/{}/{}.yaml", api.folder, endpoint.file), &docs);
    file.block(scope.imports()).items(items);
    GeneratedFile { path: format!("src/{}/{}.rs", api.module, endpoint.module).into(), text: file.finish() }
}

/// The items of the module.
pub(super) fn items(api: &Api, endpoint: &Endpoint, example: &[String], scope: &Scope) -> Vec<TokenStream> {
    let mut items = request(endpoint, example, scope);
    items.push(validator(endpoint, scope));
    items.push(implementation(api, endpoint, scope));
    if endpoint.deprecated.is_some() {
        items.iter_mut().skip(1).for_each(|item| *item = quote!(#[allow(deprecated)] #item)); // they name the first
    }
    items.extend(endpoint.server_owned.iter().flat_map(|owned| record::declaration(owned, scope)));
    items.extend(answer::items(&endpoint.output, Side::Success, scope));
    items.extend(answer::items(&endpoint.failure, Side::Refusal, scope));
    items.extend(endpoint.items.iter().flat_map(|item| item::items(item, scope)));
    items
}

/// The names of the items of the module.
fn own(endpoint: &Endpoint) -> impl Iterator<Item = &Name> {
    let beside = endpoint.items.iter().filter_map(|item| match item {
        Item::Record(record) => required(record),
        _ => None,
    });
    let owned = endpoint.server_owned.iter().map(|record| &record.name);
    let outcomes = [&endpoint.output, &endpoint.failure].into_iter().filter_map(by_status);
    let request = [Some(&endpoint.request.name), required(&endpoint.request)].into_iter().flatten();
    request.chain(owned).chain(outcomes).chain(endpoint.items.iter().map(Item::name)).chain(beside)
}

/// The struct of what `new` takes.
pub(super) fn required(record: &Record) -> Option<&Name> {
    match &record.constructor {
        Constructor::Required(name, _) => Some(name),
        Constructor::Default | Constructor::New(_) => None,
    }
}

fn by_status(outcome: &Outcome) -> Option<&Name> {
    match &outcome.value {
        OutcomeType::ByStatus { name, .. } => Some(name),
        _ => None,
    }
}

/// The struct of the request, with an example in its documentation.
fn request(endpoint: &Endpoint, example: &[String], scope: &Scope) -> Vec<TokenStream> {
    let mut items =
        record::declaration(&Record { docs: Docs::default(), aliases: Vec::new(), ..endpoint.request.clone() }, scope);
    let docs = super::docs::attributes(&endpoint.request.docs, super::docs::Indent::Item);
    let aliases = super::docs::aliases(&endpoint.request.aliases);
    let example: TokenStream = example.iter().map(|line| attribute(line)).collect();
    let blank = attribute("");
    if let Some(first) = items.first_mut() {
        let deprecated = super::docs::deprecated(endpoint.deprecated.as_ref());
        *first = quote!(#docs #blank #example #aliases #deprecated #first);
    }
    items
}

fn validator(endpoint: &Endpoint, scope: &Scope) -> TokenStream {
    let request = &endpoint.request;
    let (name, validate) = (ident(&request.name), scope.runtime("Validate"));
    let owned = endpoint.server_owned.as_ref().map(|_| quote!(let owned = &self.server_owned;));
    let puts = puts(endpoint, scope);
    let body = quote!(|body| { #owned body #puts; });
    let method = validate::method(&request.checks, Some(&body), scope).unwrap_or_else(|| {
        let check = scope.runtime("Check");
        quote!(fn validate(&self, _: &mut #check<'_>) {})
    });
    quote!(impl #validate for #name { #method })
}

fn implementation(api: &Api, endpoint: &Endpoint, scope: &Scope) -> TokenStream {
    let (of, name, marker) = (scope.client("Endpoint"), ident(&endpoint.request.name), scope.of_api(&api.marker));
    let (output, failure) = (answer::ty(&endpoint.output, scope), answer::ty(&endpoint.failure, scope));
    let (result, option) = (scope.prelude("Result"), scope.prelude("Option"));
    let (answer, error) = (scope.client("Answer"), scope.runtime("Undecodable"));
    let (success, refusal) =
        (answer::reading(&endpoint.output, Side::Success), answer::reading(&endpoint.failure, Side::Refusal));
    let (respond, refuse) = (
        answer::writing(&endpoint.output, Side::Success, scope),
        answer::writing(&endpoint.failure, Side::Refusal, scope),
    );
    let (judge, judge_failure) = (
        answer::judging(&endpoint.output, Side::Success, scope),
        answer::judging(&endpoint.failure, Side::Refusal, scope),
    );
    let (info, encode, read) = (info(api, endpoint, scope), encode(endpoint, scope), read(endpoint, scope));
    quote! {
        impl #of for #name {
            type Api = #marker;
            type Output = #output;
            type Failure = #failure;
            #info
            #encode
            #read
            fn decode(answer: &mut #answer<'_>) -> #result<#output, #error> { #success }
            fn decode_failure(answer: &mut #answer<'_>) -> #result<#option<#failure>, #error> { #refusal }
            #judge
            #judge_failure
            #respond
            #refuse
        }
    }
}

fn info(api: &Api, endpoint: &Endpoint, scope: &Scope) -> TokenStream {
    let (info, method) = (scope.client("Info"), scope.client("Method"));
    let (folder, file, path) = (&api.folder, &endpoint.file, &endpoint.path);
    let verb = verb(&endpoint.method, &method);
    let statuses = endpoint.statuses.iter().map(ToString::to_string);
    let (auth, permissions, settings) = (&endpoint.auth, &endpoint.permissions, &endpoint.settings);
    let media_types = endpoint.media_types.iter().map(|MediaType(name)| name);
    let idempotent = endpoint.idempotent.map_or_else(|| quote!(None), |stated| quote!(Some(#stated)));
    quote! {
        const INFO: &#info = &#info {
            api: #folder,
            name: #file,
            method: #verb,
            path: #path,
            statuses: &[#(#statuses),*],
            media_types: &[#(#media_types),*],
            auth: &[#(#auth),*],
            permissions: &[#(#permissions),*],
            settings: &[#(#settings),*],
            idempotent: #idempotent,
        };
    }
}

/// A method as a constant.
fn verb(of: &Method, method: &TokenStream) -> TokenStream {
    const CONSTANTS: &[&str] = &["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"];
    if CONSTANTS.contains(&of.0.as_str()) {
        let constant = format_ident!("{}", of.0);
        return quote!(#method::#constant);
    }
    let name = &of.0;
    quote!(#method::named(#name))
}

/// A field on the wire, with the struct that holds it.
struct Held<'p> {
    field: &'p Field,
    owner: TokenStream,
}

/// The fields of the body, those that the server sets in the place where the first of them stands.
fn in_body(endpoint: &Endpoint) -> Vec<Held<'_>> {
    let own = of(endpoint, Section::Body).chain(of(endpoint, Section::OtherFields));
    let own = own.map(|field| Held { field, owner: quote!(self) });
    let owned = endpoint.server_owned.iter().flat_map(|record| &record.fields);
    let mut fields: Vec<_> = owned.map(|field| Held { field, owner: quote!(owned) }).chain(own).collect();
    fields.sort_by_key(|held| turn(endpoint, held.field));
    fields
}

fn of(endpoint: &Endpoint, section: Section) -> impl Iterator<Item = &Field> {
    endpoint.request.fields.iter().filter(move |field| field.section == section)
}

fn encode(endpoint: &Endpoint, scope: &Scope) -> TokenStream {
    let outgoing = scope.client("Outgoing");
    let (query, body) = (query(endpoint, scope), body(endpoint, scope));
    // Nobody says of what kind such an answer is; JSON is not to be asked for.
    let accept = (endpoint.output.value == OutcomeType::Raw).then(|| quote!(.accept("*/*")));
    let links: Vec<_> = of(endpoint, Section::Path)
        .map(wire::path)
        .chain(of(endpoint, Section::Headers).map(wire::header))
        .chain(accept)
        .collect();
    if query.is_none() && body.is_none() && links.is_empty() {
        return quote!(fn encode(&self, _: &mut #outgoing) {});
    }
    let head = (!links.is_empty()).then(|| quote!(to #(#links)*;));
    let owned = endpoint.server_owned.as_ref().map(|_| quote!(let owned = &self.server_owned;));
    quote!(fn encode(&self, to: &mut #outgoing) { #owned #head #query #body })
}

fn query(endpoint: &Endpoint, scope: &Scope) -> Option<TokenStream> {
    let mut fields = of(endpoint, Section::Query).peekable();
    fields.peek()?;
    let puts = fields.map(|field| wire::put(field, &quote!(self), scope));
    Some(quote!(to.query(|query| { query #(#puts)*; });))
}

fn body(endpoint: &Endpoint, scope: &Scope) -> Option<TokenStream> {
    let written = written(endpoint, scope);
    match &endpoint.body {
        BodyForm::None => None,
        BodyForm::Form(FormKind::Multipart) => Some(quote!(to.form(#written);)),
        BodyForm::Form(FormKind::Urlencoded) => Some(quote!(to.urlencoded(#written);)),
        BodyForm::Json(media_type) => {
            let media_type = sent_as(media_type.as_ref());
            Some(quote!(to.json(#written)#media_type;))
        }
        BodyForm::Whole(media_type) => {
            let (media_type, field) =
                (sent_as(media_type.as_ref()), ident(&of(endpoint, Section::WholeBody).next()?.name));
            Some(quote!(to.json_body(&self.#field)#media_type;))
        }
    }
}

/// What writes the fields of the body.
fn written(endpoint: &Endpoint, scope: &Scope) -> TokenStream {
    let puts = puts(endpoint, scope);
    if puts.is_empty() { quote!(|_| {}) } else { quote!(|body| { body #puts; }) }
}

fn puts(endpoint: &Endpoint, scope: &Scope) -> TokenStream {
    in_body(endpoint).iter().map(|held| wire::put(held.field, &held.owner, scope)).collect()
}

/// The media type of a JSON body, where it is another than `application/json`.
fn sent_as(media_type: Option<&MediaType>) -> Option<TokenStream> {
    let MediaType(name) = media_type.filter(|media_type| media_type.0 != "application/json")?;
    let name = literal::text(name);
    Some(quote!(.media_type(#name)))
}

fn read(endpoint: &Endpoint, scope: &Scope) -> TokenStream {
    let incoming = scope.client("Incoming");
    let mut fields: Vec<_> = endpoint.request.fields.iter().collect();
    fields.sort_by_key(|field| turn(endpoint, field));
    let fields = fields.into_iter().map(|field| {
        let name = ident(&field.name);
        let value = match field.section {
            Section::Path => wire::take(&quote!(from.path), field, scope),
            Section::Query => wire::take(&quote!(from.query), field, scope),
            Section::Headers => wire::take(&quote!(from.headers), field, scope),
            Section::Body | Section::OtherFields => wire::take(&quote!(from.body), field, scope),
            Section::WholeBody => quote!(from.json_body()),
            Section::ServerOwned => owned(endpoint, scope),
        };
        quote!(#name: #value)
    });
    let from = if endpoint.request.fields.is_empty() { quote!(_) } else { quote!(from) };
    quote!(fn read(#from: &mut #incoming<'_>) -> Self { Self { #(#fields),* } })
}

/// When a field is read: the fields that the server sets together, where the first of them stands.
fn turn(endpoint: &Endpoint, field: &Field) -> Option<usize> {
    let position = |wire: &String| endpoint.body_order.iter().position(|name| name == wire);
    match field.section {
        Section::Path | Section::Query | Section::Headers => None,
        Section::OtherFields => Some(usize::MAX), // what the listed fields leave
        Section::Body | Section::WholeBody => position(&field.wire).or(Some(0)),
        Section::ServerOwned => {
            let owned = endpoint.server_owned.iter().flat_map(|record| &record.fields);
            owned.filter_map(|field| position(&field.wire)).min()
        }
    }
}

fn owned(endpoint: &Endpoint, scope: &Scope) -> TokenStream {
    let Some(record) = &endpoint.server_owned else { return TokenStream::new() };
    let name = ident(&record.name);
    let fields = record.fields.iter().map(|field| {
        let (name, value) = (ident(&field.name), wire::take(&quote!(from.body), field, scope));
        quote!(#name: #value)
    });
    quote!(#name { #(#fields),* })
}
