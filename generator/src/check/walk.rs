//! Every entry of an API, with where it stands.

use std::fmt;

use crate::model::{Api, Body, Endpoint, Entry, FormKind, Map, NamedType, ResponseBody, Scope, Shape};

/// An entry, with where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Site<'m> {
    /// Where its named types are looked up.
    pub scope: Scope<'m>,
    /// The entry.
    pub entry: &'m Entry,
    /// How messages call it.
    pub name: Naming<'m>,
    /// How it is written.
    pub at: Location,
}

/// How an entry is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    /// As its uses say: the entry belongs to a named type.
    Shared,
    /// As a part of a server's address.
    Address,
    /// As a segment of the path.
    Path,
    /// As a parameter of the query.
    Query,
    /// As a header.
    Header,
    /// As JSON.
    Json,
    /// As a body that is a form.
    Form(FormKind),
    /// As a field of a form.
    Part(FormKind),
}

/// How messages call an entry.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Naming<'m> {
    /// By its name.
    Own(&'m str),
    /// By the list that it is an item of.
    Item(&'m str),
    /// By the map that it is a value of.
    Value(&'m str),
    /// By the map that it is a key of.
    Key(&'m str),
    /// By its tag.
    Variant(&'m str),
    /// By the endpoint that it is a body of.
    Body(&'m str),
}

impl fmt::Display for Naming<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Own(name) => write!(f, "`{name}`"),
            Self::Item("") => f.write_str("an item"),
            Self::Item(list) => write!(f, "an item of `{list}`"),
            Self::Value("") => f.write_str("a value of a map"),
            Self::Value(map) => write!(f, "a value of `{map}`"),
            Self::Key("") => f.write_str("a key of a map"),
            Self::Key(map) => write!(f, "a key of `{map}`"),
            Self::Variant(tag) => write!(f, "the variant `{tag}`"),
            Self::Body(endpoint) => write!(f, "a body of `{endpoint}`"),
        }
    }
}

impl<'m> Site<'m> {
    /// What the entry is, behind its type's name.
    pub(crate) fn shape(&self) -> &'m Shape {
        self.scope.resolve(&self.entry.shape.value)
    }
}

/// Visits every entry of an API. Those of types come first, so that what is wrong with a type is told of the type.
pub(crate) fn walk<'m>(api: &'m Api, visit: &mut impl FnMut(Site<'m>)) {
    let scope = Scope { api, endpoint: None };
    types(scope, &api.types, visit);
    for endpoint in &api.endpoints {
        types(Scope { api, endpoint: Some(endpoint) }, &endpoint.types, visit);
    }
    for server in &api.servers {
        named(scope, &server.variables, Location::Address, visit);
    }
    named(scope, &api.settings, Location::Header, visit);
    for endpoint in &api.endpoints {
        self::endpoint(api, endpoint, visit);
    }
}

fn types<'m>(scope: Scope<'m>, types: &'m [NamedType], visit: &mut impl FnMut(Site<'m>)) {
    for named in types {
        let name = Naming::Own(&named.entry.name);
        entry(Site { scope, entry: &named.entry, name, at: Location::Shared }, visit);
    }
}

fn endpoint<'m>(api: &'m Api, endpoint: &'m Endpoint, visit: &mut impl FnMut(Site<'m>)) {
    let scope = Scope { api, endpoint: Some(endpoint) };
    named(scope, &endpoint.path_parameters, Location::Path, visit);
    named(scope, &endpoint.query_parameters, Location::Query, visit);
    named(scope, &endpoint.headers, Location::Header, visit);
    for body in bodies(endpoint) {
        let at = body.form().map_or(Location::Json, Location::Form);
        entry(Site { scope, entry: &body.entry, name: Naming::Body(&endpoint.name), at }, visit);
    }
}

/// The bodies of an endpoint: of the request, and of its responses.
pub(crate) fn bodies(endpoint: &Endpoint) -> impl Iterator<Item = &Body> {
    endpoint.body.iter().chain(endpoint.responses.iter().filter_map(|response| match &response.body.as_ref()?.value {
        ResponseBody::Content(body) => Some(body.as_ref()),
        ResponseBody::None | ResponseBody::Ignored => None,
    }))
}

fn named<'m>(scope: Scope<'m>, entries: &'m [Entry], at: Location, visit: &mut impl FnMut(Site<'m>)) {
    for inner in entries {
        entry(Site { scope, entry: inner, name: Naming::Own(&inner.name), at }, visit);
    }
}

fn entry<'m>(site: Site<'m>, visit: &mut impl FnMut(Site<'m>)) {
    visit(site);
    let Site { scope, entry: outer, at, .. } = site;
    // A type is visited for itself; its fields again only where they are written otherwise than the type's own.
    let shape = if let Location::Form(_) = at { site.shape() } else { &outer.shape.value };
    match shape {
        Shape::List(item) => entry(Site { entry: item, name: Naming::Item(&outer.name), ..site }, visit),
        Shape::Object(object) => {
            named(scope, object, inside(at), visit);
            if let Some(others) = &object.others {
                map(site, others, visit);
            }
        }
        Shape::Map(of) => map(site, of, visit),
        Shape::Union(union) => {
            for variant in &union.variants {
                entry(Site { entry: &variant.entry, name: Naming::Variant(&variant.tag.text), ..site }, visit);
            }
        }
        _ => {}
    }
}

/// The keys and the values of a map, or of the fields that an object does not list.
fn map<'m>(site: Site<'m>, map: &'m Map, visit: &mut impl FnMut(Site<'m>)) {
    let name = site.entry.name.as_str();
    if let Some(keys) = &map.keys {
        entry(Site { entry: keys, name: Naming::Key(name), at: Location::Shared, ..site }, visit);
    }
    entry(Site { entry: &map.values, name: Naming::Value(name), at: inside(site.at), ..site }, visit);
}

/// How the fields of an object are written.
fn inside(at: Location) -> Location {
    if let Location::Form(form) = at { Location::Part(form) } else { at }
}
