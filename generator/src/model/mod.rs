//! What the specs mean: names resolved, halves settled, each fact with its origin, reason and place.
//!
//! Everything after this stage reads the model alone.

mod build;
mod entry;
mod example;
mod exception;
mod fact;
mod message;

use camino::Utf8PathBuf;

pub use build::{assemble, build, build_api, crate_name};
pub use entry::{
    Constraints, Deprecation, Encode, Entry, EnumScalar, EnumValue, IntegerKind, Limit, Listed, Map, NumberKind,
    Object, Pattern, Shape, TypeId, Union, Variant, length_unit_word,
};
pub use example::{Claim, Example, Given, Sample, SampleBody};
pub use exception::{Exception, Level, LintLevel};
pub use fact::{Change, Fact, Half, Origin, Told, Word};
pub use message::{Body, FormKind, MediaType, Method, PathTemplate, Response, ResponseBody, Segment, StatusKey};

use crate::diagnostic::Place;

/// All specs of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The crate to write.
    pub package: Package,
    /// Changes that were accepted.
    pub accepted: Vec<Acceptance>,
    /// The APIs, by name.
    pub apis: Vec<Api>,
    /// What lints weigh, where the project says so.
    pub lints: Vec<LintLevel>,
}

/// A change of the specs that somebody reviewed and accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The mark of the change.
    pub fingerprint: Word,
    /// The id of its rule.
    pub rule: String,
    /// The place in the model.
    pub at: String,
    /// What stood there.
    pub old: Option<String>,
    /// What stands there now.
    pub new: Option<String>,
    /// Why.
    pub reason: String,
}

/// The crate to write.
#[derive(Clone, Debug, PartialEq)]
pub struct Package {
    /// Its name.
    pub name: Word,
    /// Its version, by Cargo's rules.
    pub version: Word,
    /// An SPDX expression.
    pub license: Option<Word>,
    /// The folder to write, as the spec has it: relative to the folder of `docwright.yaml`.
    pub output: Utf8PathBuf,
    /// Where the spec names the folder, or the block of the crate where it is silent.
    pub output_place: Place,
    /// What it is for.
    pub doc: Option<String>,
}

/// An API: a folder of specs.
#[derive(Clone, Debug, PartialEq)]
pub struct Api {
    /// The folder's name: module and cargo feature.
    pub name: String,
    /// Where its `api.yaml` begins.
    pub place: Place,
    /// Overrides the name of its Rust marker.
    pub rust_name: Option<Word>,
    /// The former name of its folder.
    pub renamed_from: Option<Word>,
    /// Its name as the vendor writes it.
    pub title: String,
    /// The author's words.
    pub doc: Option<String>,
    /// Where better facts come from.
    pub sources: Vec<FactSource>,
    /// Documented servers; none where the caller gives the address.
    pub servers: Vec<Server>,
    /// The ways to prove who calls; none where nothing is said.
    pub auth: Vec<Credential>,
    /// What its endpoints take in.
    pub parts: Vec<Part>,
    /// The optional headers of parts: settings of a client or a call, each once.
    pub settings: Vec<Entry>,
    /// The types that its endpoints share.
    pub types: Vec<NamedType>,
    /// What its files allow, wherever they do.
    pub exceptions: Vec<Exception>,
    /// Its endpoints, by name.
    pub endpoints: Vec<Endpoint>,
}

/// A part: what it holds stands in the endpoints that take it in, and in the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: Word,
    /// Where its parameters, headers and responses stand.
    pub places: Vec<Place>,
}

/// Where better facts come from: an entry of `sources`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactSource {
    /// Its name.
    pub name: Word,
    /// Its address.
    pub address: Option<String>,
    /// When it was last looked at, `YYYY-MM-DD`.
    pub seen: Option<Word>,
    /// The author's words.
    pub doc: Option<String>,
}

/// A documentation page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its address.
    pub address: Word,
    /// When it was last compared with the spec, `YYYY-MM-DD`.
    pub seen: Option<Word>,
    /// The fingerprint of its visible text.
    pub sha256: Option<Word>,
}

/// A named server.
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// Its name.
    pub name: Word,
    /// Whether the page names it.
    pub documented: bool,
    /// Its address, without a slash at the end, with `{variables}`.
    pub url: Fact<String>,
    /// The variables of the address, in the order of the spec.
    pub variables: Vec<Entry>,
    /// The author's words.
    pub doc: Option<String>,
    /// What is unclear.
    pub doubts: Vec<String>,
    /// What is known better, or inferred.
    pub halves: Vec<Half>,
}

/// One way to prove who calls.
#[derive(Clone, Debug, PartialEq)]
pub struct Credential {
    /// Its name.
    pub name: Word,
    /// Overrides the name of its Rust variant and constructor.
    pub rust_name: Option<Word>,
    /// Whether the page names it.
    pub documented: bool,
    /// Where it goes.
    pub carrier: Fact<Carrier>,
    /// The author's words.
    pub doc: Option<String>,
    /// What is unclear.
    pub doubts: Vec<String>,
    /// What is known better, or inferred.
    pub halves: Vec<Half>,
}

/// Where a credential goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Carrier {
    /// `Authorization: Basic …`, of a user and a password.
    Basic,
    /// `Authorization: <scheme> <credential>`.
    Scheme(String),
    /// A header.
    Header {
        /// Its name, spelled as in the spec.
        name: String,
        /// The word before the credential.
        prefix: Option<Word>,
    },
    /// A parameter of the query.
    Query(String),
    /// The cookies of a sign-in, as one text.
    Session,
    /// Several at once; none of them is `AllOf` itself.
    AllOf(Vec<Credential>),
}

/// The name by which an endpoint's `auth` calls a call without a credential; no credential has it.
pub const NO_CREDENTIAL: &str = "none";

/// A named type.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedType {
    /// What it is; its name is the type's.
    pub entry: Entry,
}

/// An endpoint: one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Endpoint {
    /// The file's name without its ending.
    pub name: String,
    /// Where its file begins.
    pub place: Place,
    /// Overrides the name of its Rust type.
    pub rust_name: Option<Word>,
    /// The former name of its file, without the ending.
    pub renamed_from: Option<Word>,
    /// The page it transcribes: its own, or its API's.
    pub page: Page,
    /// The page's own name of the operation.
    pub documented_as: Option<String>,
    /// The method.
    pub method: Fact<Method>,
    /// The path below the server.
    pub path: Fact<PathTemplate>,
    /// The author's words.
    pub doc: Option<String>,
    /// What is unclear.
    pub doubts: Vec<String>,
    /// Permissions asked for; `None` where the page is silent.
    pub permissions: Option<Vec<Word>>,
    /// Whether it is deprecated.
    pub deprecated: Option<Fact<Deprecation>>,
    /// Whether a repeat is harmless; `None` where nobody says.
    pub idempotent: Option<Fact<bool>>,
    /// The names of the parts it takes in.
    pub include: Vec<Word>,
    /// The names of the credentials it takes, `none` for a call without; all of the API's where nothing is said.
    pub auth: Option<Fact<Vec<Word>>>,
    /// The variables of the path, in the order of the spec.
    pub path_parameters: Vec<Entry>,
    /// The parameters of the query, its own and those of its parts.
    pub query_parameters: Vec<Entry>,
    /// The headers that are fields of the endpoint: its own, and the required ones of its parts.
    pub headers: Vec<Entry>,
    /// Which of the API's settings it takes, by their index in [`Api::settings`].
    pub settings: Vec<usize>,
    /// The body of the request.
    pub body: Option<Body>,
    /// Its responses, its own first, then those of its parts.
    pub responses: Vec<Response>,
    /// The types of its file.
    pub types: Vec<NamedType>,
    /// Samples of the page.
    pub examples: Vec<Example>,
}

/// Where named types are looked up: an endpoint's own, then its API's.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'m> {
    /// The API.
    pub api: &'m Api,
    /// The endpoint, unless it is about what the API shares.
    pub endpoint: Option<&'m Endpoint>,
}

impl Api {
    /// All its credentials, those of `all_of` by themselves.
    pub fn carriers(&self) -> impl Iterator<Item = &Credential> {
        self.auth.iter().flat_map(|credential| match &credential.carrier.value {
            Carrier::AllOf(all) => all.as_slice(),
            _ => std::slice::from_ref(credential),
        })
    }
}

impl<'m> Scope<'m> {
    /// The type of an id.
    #[must_use]
    pub fn named(&self, id: TypeId) -> Option<&'m NamedType> {
        match id {
            TypeId::OfApi(index) => self.api.types.get(index),
            TypeId::OfEndpoint(index) => self.endpoint?.types.get(index),
        }
    }

    /// What a shape is behind its name: never [`Shape::Named`].
    #[must_use]
    pub fn resolve(&self, shape: &'m Shape) -> &'m Shape {
        let mut shape = shape;
        while let Shape::Named(id) = shape {
            match self.named(*id) {
                Some(named) => shape = &named.entry.shape.value,
                None => return &Shape::Any,
            }
        }
        shape
    }

    /// A shape as a type of the language.
    #[must_use]
    pub fn type_of(&self, shape: &Shape) -> String {
        let word = match shape {
            Shape::Any => "any",
            Shape::Boolean => "boolean",
            Shape::Text => "string",
            Shape::Integer(IntegerKind::Integer) => "integer",
            Shape::Integer(IntegerKind::Int64) => "int64",
            Shape::Integer(IntegerKind::Int32) => "int32",
            Shape::Integer(IntegerKind::Uint32) => "uint32",
            Shape::Integer(IntegerKind::Uint64) => "uint64",
            Shape::Number(NumberKind::Number) => "number",
            Shape::Number(NumberKind::Double) => "double",
            Shape::Float => "float",
            Shape::DateTime => "date-time",
            Shape::Date => "date",
            Shape::LocalDateTime => "local-date-time",
            Shape::EpochSeconds => "epoch-seconds",
            Shape::Email => "email",
            Shape::Uuid => "uuid",
            Shape::Uri => "uri",
            Shape::FreeForm | Shape::Object(_) | Shape::Map(_) => "object",
            Shape::List(item) => return format!("{}[]", self.type_of(&item.shape.value)),
            Shape::Union(union) => return format!("one of, by {}", union.tag.text),
            Shape::Named(id) => return self.named(*id).map_or("any", |named| &named.entry.name).to_owned(),
        };
        word.to_owned()
    }
}
