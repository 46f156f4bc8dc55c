//! APIs: servers, credentials, settings, shared types.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::describe::fixed;
use super::module::{Module, Path};
use super::names::{Claim, Namespace, Remedy, words};
use super::record::{Fields, Position};
use super::types::docs_of;
use super::uses::{Use, Uses};
use super::{
    Api, Carrier, Credential, Docs, Home, Name, Owner, Paragraph, Record, Secret, Section, Server, ServerArgument,
    Span, SpecPlace, Words,
};
use crate::check::Patterns;
use crate::diagnostic::Diagnostics;
use crate::model::{self, Scope, TypeId};

/// Names of features that are none of an API.
const RESERVED_FEATURES: &[&str] =
    &["conformance", "default", "reqwest", "reqwest013", "time", "tracing", "ureq", "ureq3"];

/// Names of modules that are none of an API.
const RESERVED_MODULES: &[&str] = &["bin", "guide", "lib", "main", "runtime", "stand_in"];

/// The module of an API.
pub(super) fn plan(api: &model::Api, compiled: &Patterns, found: &mut Diagnostics) -> Api {
    let own = words(&api.name, api.rust_name.as_ref(), found);
    let marker = own.pascal();
    let mut shared = Namespace::default();
    for (name, what) in [
        ("Auth", "the credentials"),
        ("BlockingClient", "the blocking client"),
        ("Client", "the client"),
        ("Settings", "the settings"),
    ] {
        shared.reserve(Name::fixed(name), what);
    }
    for name in ["Err", "None", "Ok", "Some"] {
        shared.reserve(Name::fixed(name), "a variant that Rust knows everywhere");
    }
    let place = api.rust_name.as_ref().map_or(api.place, |rust_name| rust_name.place);
    let what = format!("the API `{}`", api.name);
    shared.claim(&marker, Claim::new(&what, place, &own).of_kind("api"), found);
    let uses = Uses::of_api(api);
    let mut module = Module {
        scope: Scope { api, endpoint: None },
        home: Home::Api,
        uses: &uses,
        shared: &mut shared,
        own: Namespace::default(),
        exported: BTreeSet::new(),
        values: Namespace::default(),
        patterns: Vec::new(),
        compiled,
        ruled: RefCell::default(),
        found,
    };
    let servers = api.servers.iter().map(|server| module.server(server)).collect();
    let credentials = module.credentials();
    let settings = module.settings();
    let mut items = Vec::new();
    for (index, named) in api.types.iter().enumerate() {
        module.named_type(named, TypeId::OfApi(index), &mut items);
    }
    let patterns = std::mem::take(&mut module.patterns);
    let values = std::mem::take(&mut module.values);

    let endpoints = api.endpoints.iter().map(|endpoint| {
        let uses = uses.with(api, endpoint);
        let mut module = Module {
            scope: Scope { api, endpoint: Some(endpoint) },
            home: Home::Endpoint,
            uses: &uses,
            own: Namespace::default(),
            exported: BTreeSet::new(),
            shared: &mut shared,
            values: values.clone(),
            patterns: Vec::new(),
            compiled,
            ruled: RefCell::default(),
            found,
        };
        module.endpoint(endpoint, Words::of(&endpoint.name).snake(), &items)
    });
    let endpoints = endpoints.collect();
    items.extend(patterns.into_iter().map(super::Item::Pattern));
    let doc = api.doc.iter().map(|doc| Span::Prose(doc.clone()));
    Api {
        spec: SpecPlace(api.place),
        folder: api.name.clone(),
        module: module_name(&api.name),
        feature: feature_name(&api.name),
        title: api.title.clone(),
        docs: Docs::of(std::iter::once(Span::Prose(format!("{}.", api.title))).chain(doc).collect()),
        marker,
        servers,
        credentials,
        settings,
        items,
        endpoints,
    }
}

fn module_name(folder: &str) -> Name {
    let name = Words::of(folder).snake();
    if RESERVED_MODULES.contains(&name.as_str()) { name.with_suffix("_") } else { name }
}

fn feature_name(folder: &str) -> String {
    if RESERVED_FEATURES.contains(&folder) { format!("{folder}-api") } else { folder.to_owned() }
}

impl<'m> Module<'m, '_> {
    fn server(&mut self, server: &'m model::Server) -> Server {
        let own = Words::of(&server.name.text);
        let template = &server.url.value;
        let mut taken = Namespace::default();
        let arguments: Vec<_> =
            variables(template).filter_map(|wire| self.argument(server, wire, &mut taken)).collect();
        let name = if arguments.is_empty() { own.screaming() } else { own.snake() };
        let what = format!("the server `{}`", server.name.text);
        let claim = Claim { remedy: Remedy::Itself, ..Claim::new(&what, server.name.place, &own).of_kind("server") };
        self.values.claim(&name, claim, self.found);
        let notes = (server.halves.as_slice(), server.doubts.as_slice());
        let docs = docs_of(server.doc.as_deref(), template, server.documented, notes);
        Server { spec: SpecPlace(server.name.place), name, docs, url: template.clone(), arguments }
    }

    fn argument(&mut self, server: &'m model::Server, wire: &str, taken: &mut Namespace) -> Option<ServerArgument> {
        let entry = server.variables.iter().find(|variable| variable.name == wire)?;
        let words = self.words(entry);
        let name = words.snake();
        taken.claim(&name, Claim::new(&format!("the variable `{wire}`"), entry.place, &words), self.found);
        let docs = docs_of(entry.doc.as_deref(), wire, entry.documented, (&entry.halves, &entry.doubts));
        let sample = name.as_str().replace('_', "-");
        Some(ServerArgument { name, wire: wire.to_owned(), docs, sample })
    }

    fn credentials(&mut self) -> Vec<Credential> {
        let mut taken = Namespace::default();
        taken.reserve(Name::fixed("None"), "a call without a credential");
        let planned = self.scope.api.auth.iter().map(|credential| {
            let own = words(&credential.name.text, credential.rust_name.as_ref(), self.found);
            let what = format!("the credential `{}`", credential.name.text);
            taken.claim(&own.pascal(), Claim::new(&what, credential.name.place, &own), self.found);
            let secrets = match &credential.carrier.value {
                model::Carrier::AllOf(inner) => self.secrets(inner),
                _ => vec![secret(credential, lone_argument(credential, &own))],
            };
            let constructor = (secrets.len() == 1).then(|| own.snake());
            Credential {
                spec: SpecPlace(credential.name.place),
                wire: credential.name.text.clone(),
                variant: own.pascal(),
                constructor,
                docs: docs(credential),
                secrets,
            }
        });
        planned.collect()
    }

    /// Several at once: their arguments stand beside each other.
    fn secrets(&mut self, several: &'m [model::Credential]) -> Vec<Secret> {
        let mut taken = Namespace::default();
        let secrets = several.iter().map(|credential| {
            let words = words(&credential.name.text, credential.rust_name.as_ref(), self.found);
            let secret = secret(credential, words.snake());
            let what = format!("the credential `{}`", credential.name.text);
            let claim = Claim::new(&what, credential.name.place, &words);
            taken.claim(&secret.name, claim, self.found);
            if let Carrier::Basic { user } = &secret.carrier {
                let what = format!("the user of {what}");
                taken.claim(user, Claim { what: &what, suffix: Some("user"), ..claim }, self.found);
            }
            secret
        });
        secrets.collect()
    }

    fn settings(&mut self) -> Option<Record> {
        let api = self.scope.api;
        if api.settings.is_empty() {
            return None;
        }
        let path = Path::of_settings();
        let at = Position { section: Section::Headers, owner: Owner::Itself, form: false };
        let mut fields = Fields::default();
        for name in ["encode", "decode", "or"] {
            fields.taken.reserve(Name::fixed(name), "a method of all settings");
        }
        for header in &api.settings {
            self.field(header, at, &path, &Use::REQUEST, &mut fields);
        }
        let mut docs = vec![fixed("The headers of a client or of one call.")];
        if api.endpoints.iter().any(|endpoint| endpoint.settings.len() < api.settings.len()) {
            docs.push(fixed("Each goes out with the endpoints that document it."));
        }
        let docs = Docs::of(docs);
        for chain in &mut fields.checks {
            chain.section = Section::Body; // settings are validated as a part of the headers
        }
        let (record, _) = fields.finish((Name::fixed("Settings"), docs, Vec::new()), true, api.place);
        Some(record)
    }
}

/// The `{variables}` of an address, in order.
fn variables(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

fn docs(credential: &model::Credential) -> Docs {
    let notes = (credential.halves.as_slice(), credential.doubts.as_slice());
    let mut docs = docs_of(credential.doc.as_deref(), &credential.name.text, credential.documented, notes);
    if matches!(credential.carrier.value, model::Carrier::Query(_)) {
        let what = "It goes in the query: servers and proxies may keep it in their logs.";
        docs.0.push(Paragraph::Text(vec![fixed(what)]));
    }
    docs
}

/// The argument of a credential by itself, by its kind.
fn lone_argument(credential: &model::Credential, own: &Words) -> Name {
    match &credential.carrier.value {
        model::Carrier::Basic => Name::fixed("password"),
        model::Carrier::Scheme(scheme) if scheme.eq_ignore_ascii_case("bearer") => Name::fixed("token"),
        model::Carrier::Header { .. } | model::Carrier::Query(_) => Name::fixed("key"),
        model::Carrier::Session => Name::fixed("cookies"),
        model::Carrier::Scheme(_) | model::Carrier::AllOf(_) => own.snake(),
    }
}

fn secret(credential: &model::Credential, name: Name) -> Secret {
    let header = |name: &str, prefix: String| Carrier::Header { name: name.to_ascii_lowercase(), prefix };
    let carrier = match &credential.carrier.value {
        model::Carrier::Basic if name.as_str() == "password" => Carrier::Basic { user: Name::fixed("user") },
        model::Carrier::Basic => Carrier::Basic { user: name.with_suffix("_user") },
        model::Carrier::Scheme(scheme) => header("authorization", format!("{scheme} ")),
        model::Carrier::Header { name, prefix } => {
            header(name, prefix.as_ref().map(|word| format!("{word} ")).unwrap_or_default())
        }
        model::Carrier::Query(name) => Carrier::Query { name: name.clone() },
        model::Carrier::Session | model::Carrier::AllOf(_) => header("cookie", String::new()),
    };
    Secret { name, docs: docs(credential), carrier }
}
