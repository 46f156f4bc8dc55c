//! The Rust crate to be, as plain data: items, names, types, derives, signatures, documentation. No tokens, no text of Rust.
//!
//! All that a change of a spec can do to users of the crate is to be seen here, so that two plans can be compared.

mod answers;
mod api;
pub mod corrections;
mod describe;
mod docs;
mod endpoint;
mod example;
mod item;
mod module;
mod names;
mod record;
mod reply;
mod rules;
pub mod samples;
#[cfg(test)]
mod tests;
mod types;
pub(crate) mod uses;
pub mod wire;

use std::collections::BTreeSet;

pub use docs::{Docs, Paragraph, Span, paragraphs};
pub use item::{
    Alias, AppliedRule, Argument, Chain, Constructor, Conversion, Deprecated, Derive, Direction, Encoding, Enumeration,
    Field, Held, Home, InnerChain, Item, ItemRef, Literal, Owner, Pattern, Presence, Record, Rule, RustType, Scalar,
    ScalarKind, Section, Setter, SetterKind, SpecPlace, Strictness, Subject, Union, UnionVariant, Variant,
};
pub use names::{Name, Words};

use std::borrow::Borrow;

use crate::check::Patterns;
use crate::diagnostic::Diagnostics;
use crate::model::{self, FormKind, MediaType, Method, Model, NO_CREDENTIAL, Package, StatusKey};
use crate::parallel::Threads;

/// Plans the crate of a model; names that collide or cannot be are told.
pub fn plan(model: &Model, found: &mut Diagnostics) -> Plan {
    gather(&model.package, &model.apis, found)
}

/// [`plan`], which lets go of each API of the model once it is planned.
pub fn plan_of(model: Model, found: &mut Diagnostics) -> Plan {
    gather(&model.package, model.apis, found)
}

fn gather<A, I>(package: &Package, apis: I, found: &mut Diagnostics) -> Plan
where
    A: Borrow<model::Api>,
    I: IntoIterator<Item = A, IntoIter: ExactSizeIterator + Send>,
{
    let doc = package.doc.iter().map(|doc| Span::Prose(doc.clone()));
    let patterns = Patterns::default();
    let planned = Threads::of_machine().map(apis, |api| {
        let (api, mut found): (&model::Api, _) = (api.borrow(), Diagnostics::default());
        let planned = api::plan(api, &patterns, &mut found);
        (corrections::of_api(api), samples::of_api(api, &planned), planned, found)
    });
    let mut plan = Plan {
        package: package.name.text.clone(),
        library: Words::of(&package.name.text).snake(),
        version: package.version.text.clone(),
        license: package.license.as_ref().map(|license| license.text.clone()),
        description: package.doc.clone(),
        docs: Docs::of(doc.collect()),
        apis: Vec::new(),
        corrections: Vec::new(),
        samples: Vec::new(),
    };
    for (corrections, samples, api, of_api) in planned {
        plan.corrections.push(corrections);
        plan.samples.extend(samples);
        plan.apis.push(api);
        found.append(of_api);
    }
    plan
}

/// The crate to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The crate's name, as Cargo has it.
    pub package: String,
    /// The crate's name, as Rust has it.
    pub library: Name,
    /// Its version.
    pub version: String,
    /// An SPDX expression.
    pub license: Option<String>,
    /// What it is for, in the author's words.
    pub description: Option<String>,
    /// What it is for.
    pub docs: Docs,
    /// A module for each API, by name.
    pub apis: Vec<Api>,
    /// Where it departs from its pages.
    pub corrections: Vec<corrections::ApiCorrections>,
    /// The samples of the pages.
    pub samples: Vec<samples::ApiSamples>,
}

/// A module of an API.
#[derive(Clone, Debug, PartialEq)]
pub struct Api {
    /// Where it comes from.
    pub spec: SpecPlace,
    /// The folder of its specs.
    pub folder: String,
    /// Its module.
    pub module: Name,
    /// Its cargo feature.
    pub feature: String,
    /// Its name as the vendor writes it.
    pub title: String,
    /// What it is.
    pub docs: Docs,
    /// The type that stands for it.
    pub marker: Name,
    /// Its documented servers.
    pub servers: Vec<Server>,
    /// The ways to prove who calls; none where nothing is said.
    pub credentials: Vec<Credential>,
    /// What a client or a call can set: the struct `Settings`.
    pub settings: Option<Record>,
    /// The types that its endpoints share, and the patterns.
    pub items: Vec<Item>,
    /// Its endpoints, by name.
    pub endpoints: Vec<Endpoint>,
}

/// A documented server: a constant, or a function of its variables.
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// Where it comes from.
    pub spec: SpecPlace,
    /// The constant or function.
    pub name: Name,
    /// What it is.
    pub docs: Docs,
    /// Its address, with `{variables}`.
    pub url: String,
    /// The arguments, in the order of the variables in the address.
    pub arguments: Vec<ServerArgument>,
}

/// A variable of a server's address.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerArgument {
    /// The argument.
    pub name: Name,
    /// Its name in the address.
    pub wire: String,
    /// What it is.
    pub docs: Docs,
    /// A value for examples.
    pub sample: String,
}

/// One way to prove who calls: a variant of `Auth`.
#[derive(Clone, Debug, PartialEq)]
pub struct Credential {
    /// Where it comes from.
    pub spec: SpecPlace,
    /// Its name in the spec, by which endpoints call it.
    pub wire: String,
    /// The variant.
    pub variant: Name,
    /// The constructor, where no two secrets can be swapped.
    pub constructor: Option<Name>,
    /// What it is.
    pub docs: Docs,
    /// What it holds, with where each goes.
    pub secrets: Vec<Secret>,
}

impl Carrier {
    /// Whether nothing but the secret goes where it goes.
    #[must_use]
    pub const fn is_alone(&self) -> bool {
        matches!(self, Self::Header { .. } | Self::Query { .. })
    }
}

impl Endpoint {
    /// The credential that examples give: of those that it takes the first that is one text, else the first.
    #[must_use]
    pub fn simplest_credential<'p>(&self, api: &'p Api) -> Option<&'p Credential> {
        let taken = || api.credentials.iter().filter(|credential| self.auth.contains(&credential.wire));
        let is_simple =
            |credential: &&Credential| matches!(credential.secrets.as_slice(), [secret] if secret.carrier.is_alone());
        taken().find(is_simple).or(taken().next())
    }
}

/// One secret of a credential.
#[derive(Clone, Debug, PartialEq)]
pub struct Secret {
    /// The argument or field.
    pub name: Name,
    /// What it is.
    pub docs: Docs,
    /// Where it goes.
    pub carrier: Carrier,
}

/// Where a secret goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// With a user's name in `Authorization: Basic`.
    Basic {
        /// The argument or field of the user.
        user: Name,
    },
    /// In a header, behind a prefix.
    Header {
        /// The header, in lower case.
        name: String,
        /// What stands before the secret.
        prefix: String,
    },
    /// In a parameter of the query.
    Query {
        /// The parameter.
        name: String,
    },
}

impl Api {
    /// Whether some endpoint takes a call without a credential, so that `Auth` has that as well.
    #[must_use]
    pub fn takes_none(&self) -> bool {
        self.endpoints.iter().flat_map(|endpoint| &endpoint.auth).any(|name| name == NO_CREDENTIAL)
    }

    /// Whether some endpoint takes other credentials than all, so that each is told by its name.
    #[must_use]
    pub fn tells_credentials_apart(&self) -> bool {
        let all = || self.credentials.iter().map(|credential| &credential.wire);
        self.endpoints.iter().any(|endpoint| !endpoint.auth.iter().eq(all()))
    }
}

impl Api {
    /// Whether something of it warns those who name it.
    #[must_use]
    pub fn warns(&self) -> bool {
        let warns = |record: &Record| record.setters.iter().any(|setter| setter.deprecated.is_some());
        let of_item = |item: &Item| match item {
            Item::Record(record) => warns(record),
            Item::Enumeration(item) => item.warns(),
            _ => false,
        };
        let of_endpoint = |endpoint: &Endpoint| {
            endpoint.deprecated.is_some() || warns(&endpoint.request) || endpoint.items.iter().any(of_item)
        };
        self.items.iter().any(of_item) || self.endpoints.iter().any(of_endpoint)
    }
}

/// An endpoint: a module with its request, its outcome and their types.
#[derive(Clone, Debug, PartialEq)]
pub struct Endpoint {
    /// Where it comes from.
    pub spec: SpecPlace,
    /// The file of its spec without the ending.
    pub file: String,
    /// Its module.
    pub module: Name,
    /// The request.
    pub request: Record,
    /// The fields that the server sets: the struct `…ServerOwned`.
    pub server_owned: Option<Record>,
    /// Whether callers are warned.
    pub deprecated: Option<Deprecated>,
    /// The method.
    pub method: Method,
    /// The path below the server, with `{variables}`.
    pub path: String,
    /// The documented statuses.
    pub statuses: Vec<StatusKey>,
    /// Where its answers come from.
    pub answers: Vec<SpecPlace>,
    /// The credentials it takes, by their names in the spec; `none` for a call without.
    pub auth: Vec<String>,
    /// Permissions asked for.
    pub permissions: Vec<String>,
    /// The media types that the request can be sent as, the usual one first.
    pub media_types: Vec<MediaType>,
    /// The headers it takes of the API's settings.
    pub settings: Vec<String>,
    /// Whether a repeat is harmless, where that can be relied on.
    pub idempotent: Option<bool>,
    /// How the body is written.
    pub body: BodyForm,
    /// The fields of the body by their names on the wire, in the order of the spec; those that the server sets included.
    pub body_order: Vec<String>,
    /// A success.
    pub output: Outcome,
    /// A refusal.
    pub failure: Outcome,
    /// The types of its fields, of its answers, of its file, and the patterns.
    pub items: Vec<Item>,
    /// Its types that the API's module gives on: all but those that its file names.
    pub exported: BTreeSet<Name>,
    /// How it is called.
    pub example: Example,
}

/// How the body of a request is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyForm {
    /// There is none.
    None,
    /// Its fields are fields of the endpoint, written as a JSON object.
    Json(Option<MediaType>),
    /// Its fields are fields of the endpoint, written as a form.
    Form(FormKind),
    /// It is one field of the endpoint, written as JSON.
    Whole(Option<MediaType>),
}

/// What a kind of answer is in Rust, and how it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// `Output` or `Failure`.
    pub value: OutcomeType,
    /// How it is read.
    pub reading: Reading,
    /// The rules of the whole body; where there are none, those of its type.
    pub checks: Vec<InnerChain>,
}

/// `Output` or `Failure` of an endpoint.
#[derive(Clone, Debug, PartialEq)]
pub enum OutcomeType {
    /// `()`: there is no body, or nobody promises one.
    Unit,
    /// The raw body, where nothing is said about it.
    Raw,
    /// The type of the body.
    Type(RustType),
    /// An enum with a variant for each status.
    ByStatus {
        /// The enum.
        name: Name,
        /// What it is.
        docs: Docs,
        /// Its variants.
        variants: Vec<StatusVariant>,
    },
}

/// A variant for a status.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusVariant {
    /// Where it comes from.
    pub spec: SpecPlace,
    /// The variant.
    pub name: Name,
    /// The statuses.
    pub status: StatusKey,
    /// What it is.
    pub docs: Docs,
    /// What it holds.
    pub value: OutcomeBody,
    /// The rules of the whole body; where there are none, those of its type.
    pub checks: Vec<InnerChain>,
}

/// What a variant for a status holds.
#[derive(Clone, Debug, PartialEq)]
pub enum OutcomeBody {
    /// Nothing.
    Unit,
    /// The raw body.
    Raw,
    /// The type of the body.
    Type(RustType),
}

/// How an answer is read.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// No status of this kind documents a body.
    Undocumented,
    /// In one way, whatever the status.
    Always(Read),
    /// In one way where one of these statuses came, else not at all.
    If(Vec<StatusKey>, Read),
    /// As the status says.
    ByStatus(Vec<(StatusKey, Read)>),
}

/// One way to read a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// As JSON, under one of these media types where some are named.
    Json(Vec<MediaType>),
    /// The page says that nothing comes.
    None,
    /// Nobody promises what comes.
    Ignored,
    /// As it is.
    Raw,
}

/// How an endpoint is called, with values that it takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// The arguments of `new`, in its order.
    pub arguments: Vec<Literal>,
    /// Setters called besides.
    pub setters: Vec<(Name, Literal)>,
    /// A field of the answer to print.
    pub prints: Option<Name>,
    /// What a server answers that accepts the call.
    pub success: Reply,
    /// What a server answers that refuses it.
    pub refusal: Reply,
}

/// What the server of an example answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: ReplyBody,
}

/// The body of what the server of an example answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ReplyBody {
    /// Nothing: no body of a refusal is documented.
    Undocumented,
    /// The page's own sample.
    Sample {
        /// Its media type.
        media_type: String,
        /// Its text.
        text: String,
    },
    /// `()`: there is no body, or nobody promises one.
    Unit,
    /// Anything, as it comes.
    Raw,
    /// A value of the type of the body.
    Value(Literal),
    /// A variant for a status, the second name, of an enum, the first.
    Variant(Name, Name, Box<Self>),
}
