//! APIs: servers, credentials, settings, shared types, endpoints.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::rc::Rc;

use super::super::change::{Change, Concern, Messages, Said};
use super::super::pair::{By, Pair, Pairs, pair};
use super::entry::{described, proposal};
use super::shared::{Parts, Told, united};
use super::{Section, Spot, Walk, words};
use crate::diagnostic::{Group, Id, Place};
use crate::model::{Api, Carrier, Credential, Endpoint, FactSource, NamedType, Scope, Server, TypeId};
use crate::plan::uses::Uses;

/// An API that one side alone has.
pub(super) fn whole(id: Id, api: &Api, gone: Option<Place>) -> Change {
    let said = Said { text: api.title.clone(), place: api.place, is_guess: false, concerns: vec![Concern::Group] };
    let (old, new) = if gone.is_some() { (Some(said), None) } else { (None, Some(said)) };
    let group = Group { api: Some(api.name.clone()), endpoint: None };
    let messages = Messages { request: true, response: true };
    Change { messages, around: gone, ..Change::of(id, group, String::new(), old, new) }
}

/// Whether all but the names of two APIs agrees.
pub(super) fn are_alike(old: &Api, new: &Api) -> Option<By> {
    let names = |api: &Api| api.endpoints.iter().map(|endpoint| endpoint.name.clone()).collect::<HashSet<_>>();
    // This is seen at a glance of nearly all.
    let is_alike = old.title == new.title
        && names(old) == names(new)
        && detect(Pair { old, new, by: By::Name }).iter().all(|change| change.id == Id::ApiRenamed);
    is_alike.then_some(By::Likeness)
}

/// All differences of two APIs that are the same one.
pub(super) fn detect(Pair { old, new, by }: Pair<'_, '_, Api>) -> Vec<Change> {
    let mut walk = Walk {
        old: Scope { api: old, endpoint: None },
        new: Scope { api: new, endpoint: None },
        group: Group { api: Some(new.name.clone()), endpoint: None },
        types: Rc::default(),
        uses: Rc::new([Uses::of_api(old), Uses::of_api(new)]),
        parts: Rc::new(Parts::of(old, new)),
        settings: Rc::default(),
        told: Told::default(),
        is_replaced: false,
        around: Some(new.place),
        within: Vec::new(),
        changes: Vec::new(),
    };
    let Pairs { both, removed, added } = walk.pair_types(&old.types, &new.types);
    walk.types = Rc::new(both.iter().map(|pair| ids(pair, &old.types, &new.types, TypeId::OfApi)).collect());
    walk.settings = Rc::new(walk.same_settings(&old.settings, &new.settings));
    walk.api(old, new, by);
    // What types say travels to what is of them, and is told here.
    walk.types(both, removed, added, (&old.types, &new.types), TypeId::OfApi);
    walk.servers(&old.servers, &new.servers);
    walk.both_settings(&old.settings, &new.settings);
    walk.endpoints(old, new);
    walk.other_settings(old, new);
    united(walk.changes, &walk.told)
}

fn ids(
    pair: &Pair<'_, '_, NamedType>,
    old: &[NamedType],
    new: &[NamedType],
    id: fn(usize) -> TypeId,
) -> (TypeId, TypeId) {
    let index =
        |list: &[NamedType], of: &NamedType| list.iter().position(|one| std::ptr::eq(one, of)).unwrap_or_default();
    (id(index(old, pair.old)), id(index(new, pair.new)))
}

impl<'o, 'n> Walk<'o, 'n> {
    fn pair_types(&self, old: &'o [NamedType], new: &'n [NamedType]) -> Pairs<'o, 'n, NamedType> {
        let former = |named: &NamedType| named.entry.renamed_from.as_ref().map(|word| word.text.clone());
        let alike = |old: &'o NamedType, new: &'n NamedType| {
            let mut probe = self.probe();
            probe.facts(&old.entry, &new.entry, &Spot::new("", Messages::NONE));
            probe.changes.is_empty().then_some(By::Likeness)
        };
        pair(old, new, |named| named.entry.name.clone(), former, alike)
    }

    fn api(&mut self, old: &'o Api, new: &'n Api, by: By) {
        let Api {
            name,
            place,
            rust_name,
            renamed_from,
            title,
            doc,
            sources,
            servers: _, // compared below, as what follows, behind the types
            auth,
            parts: _, // what they hold stands in the endpoints and in the settings
            settings: _,
            types: _,
            exceptions: _, // what lints are told
            endpoints: _,
        } = old;
        let places = (*place, new.place);
        let itself = Spot::new("", Messages::NONE);
        if *name != new.name {
            let said = |api: &Api| {
                Some(Said { text: api.name.clone(), place: api.place, is_guess: false, concerns: vec![Concern::Group] })
            };
            self.tell_with(Id::ApiRenamed, &itself, said(old), said(new), proposal(by, name));
        }
        let former = (renamed_from.as_ref(), new.renamed_from.as_ref());
        self.former((name, &new.name), former, places, &itself);
        self.module_name(rust_name.as_ref(), new.rust_name.as_ref(), places, &itself);
        self.prose(Id::DocumentationChanged, &itself, places, (title, &new.title), |title| Some(words::brief(title)));
        self.prose(Id::DocumentationChanged, &itself, places, (doc, &new.doc), words::optional);
        self.sources(sources, &new.sources, places);
        self.credentials(auth, &new.auth);
    }

    fn sources(&mut self, old: &[FactSource], new: &[FactSource], places: (Place, Place)) {
        type Told = (Option<String>, Option<String>, Option<String>);
        let told = |source: &FactSource| -> Told {
            let FactSource { name: _, address, seen, doc } = source;
            (address.clone(), seen.as_ref().map(|seen| seen.text.clone()), doc.clone())
        };
        self.reordered(&Spot::new("sources", Messages::NONE), old, new, |source| {
            (source.name.text.clone(), source.name.place)
        });
        let names: Vec<&str> = new.iter().chain(old).map(|source| source.name.text.as_str()).collect();
        let mut seen = HashSet::new();
        for name in names.into_iter().filter(|name| seen.insert(*name)) {
            let find = |list: &[FactSource]| list.iter().find(|source| source.name.text == name).map(told);
            let words = |told: &Option<Told>| {
                told.as_ref().map(|(address, seen, _)| {
                    [address.as_deref(), seen.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ")
                })
            };
            let spot = Spot::new(format!("sources.{name}"), Messages::NONE);
            self.prose(Id::ProvenanceChanged, &spot, places, (&find(old), &find(new)), words);
        }
    }

    fn servers(&mut self, old: &'o [Server], new: &'n [Server]) {
        let Pairs { both, removed, added } = pair(old, new, |server| server.name.text.clone(), |_| None, |_, _| None);
        let spot = |server: &Server| Spot::new(format!("servers.{}", server.name.text), Messages::REQUEST);
        let said = |server: &Server| Some(Said::at(server.url.value.clone(), server.name.place));
        let first = self.changes.len();
        self.reordered(&Spot::new("servers", Messages::REQUEST), old, new, |server| {
            (server.name.text.clone(), server.name.place)
        });
        for Pair { old, new, .. } in both {
            let Server { name, documented, url, variables, doc, doubts, halves } = old;
            let (spot, places) = (spot(new), (name.place, new.name.place));
            let (since, around) = (self.changes.len(), self.around.replace(new.name.place));
            // Names of variables are told of these.
            if nameless(&url.value) == nameless(&new.url.value) {
                self.origins(&spot, (url.origin, new.url.origin), (said(old), said(new)));
            } else {
                self.tell(Id::ServerChanged, &spot, said(old), said(new));
            }
            self.within = vec![Concern::At(name.place), Concern::At(new.name.place)];
            self.entries(variables, &new.variables, &Spot { section: Section::Path, ..spot.clone() });
            self.within.clear();
            self.prose(Id::DocumentationChanged, &spot, places, (doc, &new.doc), words::optional);
            self.prose(Id::DocumentationChanged, &spot, places, (doubts, &new.doubts), words::list);
            self.provenance(&spot, since, places, (*documented, new.documented), (halves, &new.halves));
            self.around = around;
        }
        for server in added {
            self.tell(Id::ServerAdded, &spot(server), None, said(server));
        }
        for server in removed {
            self.tell(Id::ServerRemoved, &spot(server), said(server), None);
        }
        self.reaches(first, |_| true);
    }

    fn credentials(&mut self, old: &'o [Credential], new: &'n [Credential]) {
        let Pairs { both, removed, added } = pair(old, new, |one| one.name.text.clone(), |_| None, |_, _| None);
        let spot = |one: &Credential| Spot::new(format!("auth.{}", one.name.text), Messages::REQUEST);
        let said = |one: &Credential| Some(Said::at(carried(&one.carrier.value), one.name.place));
        self.reordered(&Spot::new("auth", Messages::REQUEST), old, new, |one| (one.name.text.clone(), one.name.place));
        for Pair { old, new, .. } in both {
            let Credential { name, rust_name, documented, carrier, doc, doubts, halves } = old;
            let (spot, places) = (spot(new), (name.place, new.name.place));
            let (since, around) = (self.changes.len(), self.around.replace(new.name.place));
            self.rust_name(rust_name.as_ref(), new.rust_name.as_ref(), places, &spot);
            if carried(&carrier.value) == carried(&new.carrier.value) {
                self.origins(&spot, (carrier.origin, new.carrier.origin), (said(old), said(new)));
            } else {
                self.tell(Id::CredentialChanged, &spot, said(old), said(new));
            }
            self.prose(Id::DocumentationChanged, &spot, places, (doc, &new.doc), words::optional);
            self.prose(Id::DocumentationChanged, &spot, places, (doubts, &new.doubts), words::list);
            self.provenance(&spot, since, places, (*documented, new.documented), (halves, &new.halves));
            self.around = around;
            self.reaches(since, |endpoint| takes(endpoint, &new.name.text));
        }
        for one in added {
            let since = self.changes.len();
            self.tell(Id::CredentialAdded, &spot(one), None, said(one));
            self.reaches(since, |endpoint| takes(endpoint, &one.name.text));
        }
        for one in removed {
            let since = self.changes.len();
            self.tell(Id::CredentialRemoved, &spot(one), said(one), None);
            // An endpoint that has a list of its own tells that by itself.
            self.reaches(since, |endpoint| endpoint.auth.is_none());
        }
    }

    fn types(
        &mut self,
        both: Vec<Pair<'o, 'n, NamedType>>,
        removed: Vec<&'o NamedType>,
        added: Vec<&'n NamedType>,
        lists: (&[NamedType], &[NamedType]),
        id: fn(usize) -> TypeId,
    ) {
        self.reordered(&Spot::new("types", Messages::NONE), lists.0, lists.1, |named| {
            (named.entry.name.clone(), named.entry.place)
        });
        let (api, users) = (self.new.api, OnceCell::new());
        for pair in both {
            let (before, after) = ids(&pair, lists.0, lists.1, id);
            let [old, new] = [self.uses[0].of(before), self.uses[1].of(after)];
            let messages = Messages { request: old.request || new.request, response: old.answer || new.answer };
            let since = self.changes.len();
            let around = self.around.replace(pair.new.entry.place);
            let NamedType { entry } = pair.old;
            let spot = Spot::new(format!("types.{}", pair.new.entry.name), messages);
            if entry.name == pair.new.entry.name {
                self.facts(entry, &pair.new.entry, &spot);
            } else {
                let said =
                    |named: &NamedType| Some(Said::of(named.entry.name.clone(), named.entry.place, &named.entry));
                let help = proposal(pair.by, &entry.name);
                self.tell_with(Id::TypeRenamed, &spot, said(pair.old), said(pair.new), help);
                self.facts(entry, &pair.new.entry, &spot);
            }
            self.around = around;
            if self.new.endpoint.is_none() && self.changes.len() > since {
                let users = users.get_or_init(|| Uses::endpoints(api)).get(&after);
                self.reaches(since, |endpoint| users.is_some_and(|users| users.contains(endpoint.name.as_str())));
            }
        }
        let spot = |named: &NamedType| Spot::new(format!("types.{}", named.entry.name), Messages::NONE);
        for named in added {
            let said = Said::whole(described(self.new, &named.entry), named.entry.place, &named.entry);
            self.tell(Id::TypeAdded, &spot(named), None, Some(said));
        }
        for named in removed {
            let said = Said::whole(described(self.old, &named.entry), named.entry.place, &named.entry);
            self.tell(Id::TypeRemoved, &spot(named), Some(said), None);
        }
    }

    fn endpoints(&mut self, old: &'o Api, new: &'n Api) {
        let former = |endpoint: &Endpoint| endpoint.renamed_from.as_ref().map(|word| word.text.clone());
        let alike = |old: &'o Endpoint, new: &'n Endpoint| {
            let is_alike = called(old) == called(new) && {
                let mut probe = self.probe();
                probe.enter(old, new);
                probe.endpoint_facts(old, new);
                probe.changes.is_empty()
            };
            is_alike.then_some(By::Likeness)
        };
        let Pairs { both, removed, added } =
            pair(&old.endpoints, &new.endpoints, |one| one.name.clone(), former, alike);
        for pair in both {
            let mut inner = self.probe();
            inner.told = std::mem::take(&mut self.told);
            inner.enter(pair.old, pair.new);
            inner.endpoint(pair);
            self.told = inner.told;
            self.changes.append(&mut inner.changes);
        }
        for endpoint in &added {
            self.changes.push(whole_endpoint(Id::EndpointAdded, &self.group, endpoint, None));
        }
        for endpoint in removed {
            let mut gone = whole_endpoint(Id::EndpointRemoved, &self.group, endpoint, self.around);
            let successor = added.iter().find(|one| called(one) == called(endpoint));
            gone.help = successor.map(|one| {
                format!("where `{}` is the same one, write `renamed_from: {}` in its file", one.name, endpoint.name)
            });
            self.changes.push(gone);
        }
    }

    /// Goes into an endpoint on both sides: its own types come first.
    fn enter(&mut self, old: &'o Endpoint, new: &'n Endpoint) {
        self.group.endpoint = Some(new.name.clone());
        self.around = Some(new.place);
        self.old.endpoint = Some(old);
        self.new.endpoint = Some(new);
        let Pairs { both, removed, added } = self.pair_types(&old.types, &new.types);
        if old.types.is_empty() && new.types.is_empty() {
            return;
        }
        let own = both.iter().map(|pair| ids(pair, &old.types, &new.types, TypeId::OfEndpoint));
        self.types = Rc::new(self.types.iter().copied().chain(own).collect());
        self.uses = Rc::new([self.uses[0].with(self.old.api, old), self.uses[1].with(self.new.api, new)]);
        self.types(both, removed, added, (&old.types, &new.types), TypeId::OfEndpoint);
    }

    /// A walk that has told nothing yet.
    pub(super) fn probe(&self) -> Self {
        Self {
            old: self.old,
            new: self.new,
            group: self.group.clone(),
            types: Rc::clone(&self.types),
            uses: Rc::clone(&self.uses),
            parts: Rc::clone(&self.parts),
            settings: Rc::clone(&self.settings),
            told: Told::default(),
            is_replaced: false,
            around: self.around,
            within: self.within.clone(),
            changes: Vec::new(),
        }
    }
}

/// How an endpoint is called.
fn called(endpoint: &Endpoint) -> (&str, &str) {
    (&endpoint.method.value.0, &endpoint.path.value.text)
}

fn whole_endpoint(id: Id, group: &Group, endpoint: &Endpoint, around: Option<Place>) -> Change {
    let text = format!("{} {}", endpoint.method.value.0, endpoint.path.value.text);
    let place = endpoint.path.place;
    let said = Some(Said { text, place, is_guess: false, concerns: vec![Concern::Group] });
    let (old, new) = if id == Id::EndpointAdded { (None, said) } else { (said, None) };
    let group = Group { endpoint: Some(endpoint.name.clone()), ..group.clone() };
    Change { messages: Messages::REQUEST, around, ..Change::of(id, group, String::new(), old, new) }
}

/// Whether an endpoint takes a credential.
fn takes(endpoint: &Endpoint, credential: &str) -> bool {
    endpoint.auth.as_ref().is_none_or(|list| list.value.iter().any(|name| name.text == credential))
}

/// An address without the names of its variables.
fn nameless(url: &str) -> String {
    let mut pieces = url.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    let rest = pieces.map(|piece| piece.split_once('}').map_or(piece, |(_, rest)| rest));
    rest.fold(first, |text, piece| text + "{}" + piece)
}

/// Where a credential goes, in few words.
fn carried(carrier: &Carrier) -> String {
    match carrier {
        Carrier::Basic => "scheme: Basic".to_owned(),
        Carrier::Scheme(scheme) => format!("scheme: {scheme}"),
        Carrier::Header { name, prefix: None } => format!("header: {name}"),
        Carrier::Header { name, prefix: Some(prefix) } => format!("header: {name}, prefix: {prefix}"),
        Carrier::Query(name) => format!("query: {name}"),
        Carrier::Session => "session: true".to_owned(),
        Carrier::AllOf(all) => {
            let inner: Vec<_> =
                all.iter().map(|one| format!("{} ({})", one.name, carried(&one.carrier.value))).collect();
            format!("all_of: {}", inner.join(", "))
        }
    }
}
