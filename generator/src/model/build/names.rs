//! Names of types, parts, credentials and sources: whether what is called exists, and what exists is called.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::model::NO_CREDENTIAL;
use crate::spec::block::{Block, Named, Value};
use crate::spec::table::Key;
use crate::spec::{ApiFiles, BaseType, BuiltIn, EndpointFile, TypeExpression, built_in, nearest};
use crate::yaml::Spanned;

/// A name as it is called somewhere.
#[derive(Clone, Copy, Debug)]
struct Call<'s> {
    what: What,
    name: &'s str,
    place: Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum What {
    Type,
    Source,
    Part,
    Credential,
}

/// What can be called somewhere.
#[derive(Clone, Debug)]
struct Known<'s> {
    types: HashMap<&'s str, Place>,
    sources: HashMap<&'s str, Place>,
    parts: HashMap<&'s str, Place>,
    credentials: HashMap<&'s str, Place>,
}

/// Judges the names of an API and its endpoints.
///
/// A name counts as called even where a half overrides the call. Where a file has parts that could not be read (`whole` is
/// false), nothing is called unused: the call may stand there.
pub(super) fn judge(files: &ApiFiles, whole: bool, found: &mut Diagnostics) {
    let shared = Known {
        types: names(files.api.map(Key::Types)),
        sources: names(files.api.map(Key::Sources)),
        parts: names(files.api.map(Key::Parts)),
        credentials: names(files.api.map(Key::Auth)),
    };
    for named in files.api.map(Key::Types) {
        callable(named, found);
    }
    let mut called = checked(&files.api, &shared, files, found);
    for endpoint in &files.endpoints {
        called.extend(in_endpoint(endpoint, &shared, whole, files, found));
    }
    if whole {
        for (what, key) in [(What::Type, Key::Types), (What::Part, Key::Parts), (What::Source, Key::Sources)] {
            unused(what, files.api.map(key), &called, found);
        }
        // An endpoint that is silent takes them all.
        let mut endpoints = files.endpoints.iter().peekable();
        if endpoints.peek().is_some() && endpoints.all(|endpoint| endpoint.block.get(Key::Auth).is_some()) {
            unused(What::Credential, files.api.map(Key::Auth), &called, found);
        }
    }
}

/// Judges the names of an endpoint, and gives what it calls.
fn in_endpoint<'s>(
    endpoint: &'s EndpointFile,
    shared: &Known<'s>,
    whole: bool,
    files: &'s ApiFiles,
    found: &mut Diagnostics,
) -> HashSet<(What, &'s str)> {
    let types = endpoint.block.map(Key::Types);
    for named in types {
        callable(named, found);
        if let Some(place) = shared.types.get(named.name.value.as_str()) {
            let title =
                format!("the type `{}` stands in api.yaml and in the file of `{}`", named.name.value, endpoint.name);
            found.push(
                Diagnostic::new(Id::DuplicateType, title)
                    .at(named.name.place, "here again")
                    .at(*place, "shared by all endpoints")
                    .help("give this one another name, or use the shared one"),
            );
        }
    }
    let mut visible = shared.clone();
    visible.types.extend(names(types));
    let called = checked(&endpoint.block, &visible, files, found);
    if whole {
        unused(What::Type, types, &called, found);
    }
    called
}

/// Judges the calls of a file, and gives them; a misspelt one counts as the one that was meant.
fn checked<'s>(
    block: &'s Block,
    known: &Known<'s>,
    files: &'s ApiFiles,
    found: &mut Diagnostics,
) -> HashSet<(What, &'s str)> {
    let mut called = HashSet::new();
    for call in calls(block) {
        let names = match call.what {
            What::Type => &known.types,
            What::Source => &known.sources,
            What::Part => &known.parts,
            What::Credential => &known.credentials,
        };
        if names.contains_key(call.name) {
            called.insert((call.what, call.name));
            continue;
        }
        // A name that is told as one that nobody can call is not what was meant.
        let can_be_meant = |name: &&str| call.what != What::Type || is_callable(name);
        let mut candidates: Vec<&str> = names.keys().copied().filter(can_be_meant).collect();
        candidates.sort_unstable();
        let meant = nearest(call.name, candidates);
        called.extend(meant.map(|meant| (call.what, meant)));
        found.push(unknown(call, meant, files));
    }
    called
}

fn names(entries: &[Named]) -> HashMap<&str, Place> {
    entries.iter().map(|named| (named.name.value.as_str(), named.name.place)).collect()
}

/// A type can be called: its name is a name, and no built-in's.
fn callable(named: &Named, found: &mut Diagnostics) {
    let name = &named.name.value;
    if is_callable(name) {
        return;
    }
    let built_in = TypeExpression::parse(name).is_ok_and(|of| of.lists == 0);
    let (id, title) = if built_in {
        (Id::DuplicateType, format!("`{name}` is a built-in type"))
    } else {
        (Id::UnusedType, format!("no entry can call the type `{name}`"))
    };
    found.push(
        Diagnostic::new(id, title)
            .at(named.name.place, "")
            .help("give it another name: a capital, then letters and digits, such as `ObjectId`"),
    );
}

fn is_callable(name: &str) -> bool {
    TypeExpression::parse(name).is_ok_and(|of| of.lists == 0 && matches!(of.base, BaseType::Named(_)))
}

fn unknown(call: Call<'_>, meant: Option<&str>, files: &ApiFiles) -> Diagnostic {
    let (id, noun, key) = match call.what {
        What::Type => (Id::UnknownType, "type", "types"),
        What::Source => (Id::UnknownSource, "source", "sources"),
        What::Part => (Id::UnknownPart, "part", "parts"),
        What::Credential => (Id::UnknownCredential, "credential", "auth"),
    };
    let name = call.name;
    let diagnostic = Diagnostic::new(id, format!("there is no {noun} `{name}`")).at(call.place, "");
    let elsewhere = files.endpoints.iter().filter(|_| call.what == What::Type).find_map(|endpoint| {
        let named = endpoint.block.map(Key::Types).iter().find(|named| named.name.value == name)?;
        Some((named.name.place, &endpoint.name))
    });
    let built_in = || built_in(name).map(BuiltIn::as_str).filter(|_| call.what == What::Type);
    match (elsewhere, meant.or_else(built_in)) {
        (Some((place, endpoint)), _) => diagnostic
            .at(place, format!("a type of `{endpoint}` alone"))
            .help("move it to api.yaml: what several files use is shared there"),
        // A place of a list of the type is that of the whole expression.
        (None, Some(meant)) if call.place.span.end - call.place.span.start == name.len() => {
            diagnostic.meant(call.place, meant)
        }
        (None, Some(meant)) => diagnostic.help(format!("did you mean `{meant}`?")),
        (None, None) if call.what == What::Credential => {
            diagnostic.help("add it to `auth` of api.yaml, or correct the name; `none` is a call without a credential")
        }
        (None, None) => diagnostic.help(format!("add it to `{key}`, or correct the name")),
    }
}

fn unused(what: What, entries: &[Named], called: &HashSet<(What, &str)>, found: &mut Diagnostics) {
    let (id, noun, way) = match what {
        What::Type => (Id::UnusedType, "type", "call it by `type`"),
        What::Source => (Id::UnusedSource, "source", "name it as the `source` of a half"),
        What::Part => (Id::UnusedPart, "part", "name it under `include` of an endpoint"),
        What::Credential => (Id::UnusedCredential, "credential", "name it under `auth` of an endpoint"),
    };
    for Named { name, .. } in entries.iter().filter(|named| !called.contains(&(what, named.name.value.as_str()))) {
        if what != What::Type || is_callable(&name.value) {
            found.push(
                Diagnostic::new(id, format!("nothing uses the {noun} `{}`", name.value))
                    .at(name.place, "")
                    .help(format!("{way}, or remove it")),
            );
        }
    }
}

/// What a file calls; what a type calls within itself is no call of that type.
fn calls(block: &Block) -> Vec<Call<'_>> {
    let mut calls = Vec::new();
    for item in &block.items {
        match (&item.key, &item.value) {
            (Key::Types, Value::Map(types)) => {
                for named in types {
                    let mut inner = Vec::new();
                    in_value(&named.value.value, &mut inner);
                    calls.extend(
                        inner.into_iter().filter(|call| call.what != What::Type || call.name != named.name.value),
                    );
                }
            }
            (Key::Include, Value::List(parts)) => calls.extend(in_list(What::Part, parts)),
            (Key::Auth, Value::List(names)) => {
                calls.extend(in_list(What::Credential, names).filter(|call| call.name != NO_CREDENTIAL));
            }
            (_, value) => in_value(value, &mut calls),
        }
    }
    calls
}

fn in_list(what: What, names: &[Spanned<Value>]) -> impl Iterator<Item = Call<'_>> {
    names.iter().filter_map(move |item| match &item.value {
        Value::Text(name) => Some(Call { what, name, place: item.place }),
        _ => None,
    })
}

fn in_value<'s>(value: &'s Value, calls: &mut Vec<Call<'s>>) {
    match value {
        Value::Block(block) => {
            for item in &block.items {
                match (item.key, &item.value) {
                    (Key::Source, Value::Text(name)) => {
                        calls.push(Call { what: What::Source, name, place: item.place });
                    }
                    (_, Value::Type(TypeExpression { base: BaseType::Named(name), .. })) => {
                        calls.push(Call { what: What::Type, name, place: item.place });
                    }
                    (_, value) => in_value(value, calls),
                }
            }
        }
        Value::Map(entries) => entries.iter().for_each(|entry| in_value(&entry.value.value, calls)),
        Value::List(items) => items.iter().for_each(|item| in_value(&item.value, calls)),
        _ => {}
    }
}
