//! Endpoints: how one is called, and what belongs to it.

use std::rc::Rc;

use super::super::change::{Concern, Messages, Said};
use super::super::pair::{By, Pair};
use super::entry::{deprecation, proposal};
use super::{Section, Spot, Walk, words};
use crate::diagnostic::{Id, Place};
use crate::model::{Deprecation, Endpoint, Entry, Fact, Page, Segment, Word};

/// The names of the credentials that an endpoint takes.
type Auth = Fact<Vec<Word>>;

impl<'o, 'n> Walk<'o, 'n> {
    /// Compares two endpoints that are the same one.
    pub(super) fn endpoint(&mut self, pair: Pair<'o, 'n, Endpoint>) {
        let Pair { old, new, by } = pair;
        if old.name != new.name {
            let said = |endpoint: &Endpoint| {
                let concerns = vec![Concern::Group];
                Some(Said { concerns, ..Said::at(endpoint.name.clone(), endpoint.place) })
            };
            let spot = Spot::new("name", Messages::NONE);
            self.tell_with(Id::EndpointRenamed, &spot, said(old), said(new), proposal(by, &old.name));
        }
        self.endpoint_facts(old, new);
    }

    /// Compares all but the names of two endpoints.
    pub(super) fn endpoint_facts(&mut self, old: &'o Endpoint, new: &'n Endpoint) {
        let Endpoint {
            name: _,
            place,
            rust_name,
            renamed_from,
            page,
            documented_as,
            method,
            path,
            doc,
            doubts,
            permissions,
            deprecated,
            idempotent,
            include: _, // what a part says stands in the endpoint
            auth,
            path_parameters,
            query_parameters,
            headers,
            settings,
            body,
            responses,
            types: _, // compared before, as they are shared
            examples,
        } = old;
        let places = (*place, new.place);
        let itself = Spot::new("", Messages::REQUEST);
        self.module_name(rust_name.as_ref(), new.rust_name.as_ref(), places, &itself);
        let former = (renamed_from.as_ref(), new.renamed_from.as_ref());
        self.former((&old.name, &new.name), former, places, &itself);
        self.page(page, &new.page);
        self.prose(Id::DocumentationChanged, &itself, places, (documented_as, &new.documented_as), words::optional);
        self.prose(Id::DocumentationChanged, &itself, places, (doc, &new.doc), words::optional);
        self.prose(Id::DocumentationChanged, &itself, places, (doubts, &new.doubts), words::list);
        let at = |name: &str| Spot::new(name, Messages::REQUEST);
        self.plain(
            "method",
            &at("method"),
            (method, &new.method),
            |method| method.0.clone(),
            |_, _| Some(Id::MethodChanged),
        );
        self.path(path, &new.path);
        self.permissions(permissions.as_ref(), new.permissions.as_ref(), places);
        self.deprecation(deprecated.as_ref(), new.deprecated.as_ref(), places);
        self.idempotency(idempotent.as_ref(), new.idempotent.as_ref(), places);
        self.auth((auth.as_ref(), new.auth.as_ref()), places);
        let sections = [
            ("path", path_parameters.as_slice(), new.path_parameters.as_slice()),
            ("query", query_parameters, &new.query_parameters),
            ("header", headers, &new.headers),
        ];
        self.parameters(sections, (settings, &new.settings), places);
        self.request_body(body.as_ref(), new.body.as_ref());
        self.responses(responses, &new.responses);
        self.examples(examples, &new.examples);
    }

    /// Compares a fact that is no entry's.
    pub(super) fn plain<T: PartialEq>(
        &mut self,
        key: &str,
        spot: &Spot,
        (old, new): (&Fact<T>, &Fact<T>),
        words: impl Fn(&T) -> String,
        rule: impl FnOnce(&T, &T) -> Option<Id>,
    ) {
        let said = |fact: &Fact<T>| Some(Said::at(format!("{key}: {}", words(&fact.value)), fact.place));
        if old.value == new.value {
            self.origins(spot, (old.origin, new.origin), (said(old), said(new)));
        } else if let Some(id) = rule(&old.value, &new.value) {
            self.tell(id, spot, said(old), said(new));
        }
    }

    /// A path is another where its text is, whatever its variables are called.
    fn path(&mut self, old: &Fact<crate::model::PathTemplate>, new: &Fact<crate::model::PathTemplate>) {
        let shape = |path: &crate::model::PathTemplate| -> Vec<Option<String>> {
            let segment = |segment: &Segment| match segment {
                Segment::Literal(text) | Segment::Other(text) => Some(text.clone()),
                Segment::Variable(_) => None,
            };
            path.segments.iter().map(segment).collect()
        };
        let spot = Spot::new("path", Messages::REQUEST);
        self.plain(
            "path",
            &spot,
            (old, new),
            |path| path.text.clone(),
            |old, new| {
                // Names alone are told of the variables.
                (shape(old) != shape(new)).then_some(Id::PathChanged)
            },
        );
    }

    fn permissions(&mut self, old: Option<&Vec<Word>>, new: Option<&Vec<Word>>, places: (Place, Place)) {
        let empty = Vec::new();
        let (before, after) = (old.unwrap_or(&empty), new.unwrap_or(&empty));
        let spot = |name: &str| Spot::new(format!("permissions {name}"), Messages::REQUEST);
        let missing = |word: &&Word, among: &[Word]| !among.iter().any(|one| one.text == word.text);
        for word in after.iter().filter(|word| missing(word, before)) {
            self.tell(Id::PermissionAdded, &spot(&word.text), None, Some(Said::at(word.text.clone(), word.place)));
        }
        let around = self.around;
        self.around = after.first().map(|word| word.place).or(around);
        for word in before.iter().filter(|word| missing(word, after)) {
            self.tell(Id::PermissionRemoved, &spot(&word.text), Some(Said::at(word.text.clone(), word.place)), None);
        }
        self.around = around;
        let list = Spot::new("permissions", Messages::REQUEST);
        self.reordered(&list, before, after, |word| (word.text.clone(), word.place));
        if before.is_empty() && after.is_empty() && old.is_some() != new.is_some() {
            let side = |list: Option<&Vec<Word>>, place| list.map(|_| Said::at("permissions: []", place));
            self.tell(Id::FactRestated, &spot("[]"), side(old, places.0), side(new, places.1));
        }
    }

    fn deprecation(
        &mut self,
        old: Option<&Fact<Deprecation>>,
        new: Option<&Fact<Deprecation>>,
        places: (Place, Place),
    ) {
        let value = |fact: Option<&Fact<Deprecation>>| fact.map(|fact| fact.value.clone());
        let side = |fact: Option<&Fact<Deprecation>>, of| {
            let text = |fact: &Fact<Deprecation>| format!("deprecated: {}", words::deprecation(&fact.value));
            fact.map(|fact| Said { concerns: vec![Concern::At(of)], ..Said::at(text(fact), fact.place) })
        };
        let sides = (side(old, places.0), side(new, places.1));
        let spot = Spot::new("", Messages::REQUEST);
        if value(old) != value(new) {
            let id = deprecation(value(old).as_ref(), value(new).as_ref());
            self.tell(id, &spot, sides.0, sides.1);
        } else if let (Some(old), Some(new)) = (old, new) {
            self.origins(&spot, (old.origin, new.origin), sides);
        }
    }

    fn idempotency(&mut self, old: Option<&Fact<bool>>, new: Option<&Fact<bool>>, places: (Place, Place)) {
        let harmless = |fact: Option<&Fact<bool>>| fact.is_some_and(|fact| fact.value && !fact.warns());
        let side = |fact: Option<&Fact<bool>>, of| {
            let text = |fact: &Fact<bool>| format!("idempotent: {}", fact.value);
            fact.map(|fact| Said { concerns: vec![Concern::At(of)], ..Said::at(text(fact), fact.place) })
        };
        let sides = (side(old, places.0), side(new, places.1));
        let spot = Spot::new("idempotent", Messages::REQUEST);
        match (harmless(old), harmless(new)) {
            (true, false) => self.tell(Id::RetrySafetyLost, &spot, sides.0, sides.1),
            (false, true) => self.tell(Id::RetrySafetyGained, &spot, sides.0, sides.1),
            _ if old.map(|fact| fact.value) != new.map(|fact| fact.value) => {
                self.tell(Id::FactRestated, &spot, sides.0, sides.1);
            }
            _ => {
                if let (Some(old), Some(new)) = (old, new) {
                    self.origins(&spot, (old.origin, new.origin), sides);
                }
            }
        }
    }

    /// Credentials are alternatives: one more is taken as well, one less is not taken any more.
    fn auth(&mut self, (old, new): (Option<&Auth>, Option<&Auth>), places: (Place, Place)) {
        let all = |api: &crate::model::Api| api.auth.iter().map(|one| one.name.text.clone()).collect::<Vec<_>>();
        let names = |fact: Option<&Auth>, api| match fact {
            Some(fact) => fact.value.iter().map(|word| word.text.clone()).collect(),
            None => all(api),
        };
        let (before, after) = (names(old, self.old.api), names(new, self.new.api));
        // What the API itself has gained or lost is told there.
        let (shared_before, shared_after) = (all(self.old.api), all(self.new.api));
        let spot = |name: &str| Spot::new(format!("auth {name}"), Messages::REQUEST);
        let place = |fact: Option<&Auth>, name: &str, of: Place| {
            let word = |fact: &Auth| fact.value.iter().find(|word| word.text == name).map(|word| word.place);
            fact.map_or(of, |fact| word(fact).unwrap_or(fact.place))
        };
        let before_auth = self.changes.len();
        let is_new = |name: &String| old.is_none() && new.is_none() && !shared_before.contains(name);
        for name in after.iter().filter(|name| !before.contains(name) && !is_new(name)) {
            self.tell(Id::AuthWidened, &spot(name), None, Some(Said::at(name.clone(), place(new, name, places.1))));
        }
        let around = self.around;
        self.around = new.map(|fact| fact.place).or(around);
        let is_gone = |name: &String| old.is_none() && new.is_none() && !shared_after.contains(name);
        for name in before.iter().filter(|name| !after.contains(name) && !is_gone(name)) {
            let said = Some(Said::at(name.clone(), place(old, name, places.0)));
            self.tell(Id::AuthNarrowed, &spot(name), said, None);
        }
        self.around = around;
        // Whether a call without a credential can be asked for is told of the API.
        let apis = [Concern::At(self.old.api.place), Concern::At(self.new.api.place)];
        self.changes.iter_mut().skip(before_auth).for_each(|change| change.concerns.extend(apis));
        let side = |fact: Option<&Auth>, names: &[String]| {
            fact.map(|fact| Said::at(format!("auth: {}", names.join(", ")), fact.place))
        };
        let sides = (side(old, &before), side(new, &after));
        match (old, new) {
            (Some(old), Some(new)) if before == after => self.origins(&spot("list"), (old.origin, new.origin), sides),
            (None, None) => {}
            _ if before.iter().all(|name| after.contains(name)) && after.iter().all(|name| before.contains(name)) => {
                self.tell(Id::FactRestated, &spot("list"), sides.0, sides.1);
            }
            _ => {}
        }
    }

    /// Compares what stands before the body. One that stands elsewhere under its name was moved.
    fn parameters(
        &mut self,
        sections: [(&'static str, &'o [Entry], &'n [Entry]); 3],
        settings: (&[usize], &[usize]),
        places: (Place, Place),
    ) {
        let mut added: Vec<(&str, &'n Entry)> = Vec::new();
        let mut removed: Vec<(&str, &'o Entry)> = Vec::new();
        for (name, old, new) in sections {
            let section = if name == "path" { Section::Path } else { Section::Other };
            let spot = Spot { section, ..Spot::new(name, Messages::REQUEST) };
            let pairs = self.pairs(old, new, &spot);
            self.order_of_all(old, &pairs.both, &spot);
            for pair in pairs.both {
                let at = Spot { section, ..spot.field(&pair.new.name) };
                self.shared((pair.old.place, pair.new.place), &at, |walk, at| walk.entry(pair, at));
            }
            added.extend(pairs.added.into_iter().map(|entry| (name, entry)));
            removed.extend(pairs.removed.into_iter().map(|entry| (name, entry)));
        }
        self.settings(settings, places, &mut added, &mut removed);
        for (section, entry) in added {
            let spot = Spot::new(section, Messages::REQUEST).field(&entry.name);
            let from = removed.iter().position(|(_, former)| former.name == entry.name);
            match from.map(|index| removed.remove(index)) {
                None => self.came(entry.place, &spot, |walk, spot, at| walk.added_at(entry, at, spot)),
                Some((from, former)) => {
                    let side = |section: &str, entry: &Entry| {
                        Some(Said::whole(format!("in the {section}"), entry.place, entry))
                    };
                    self.shared((former.place, entry.place), &spot, |walk, spot| {
                        walk.tell(Id::FieldMoved, spot, side(from, former), side(section, entry));
                        walk.entry(Pair { old: former, new: entry, by: By::Name }, spot);
                    });
                }
            }
        }
        for (section, entry) in removed {
            let spot = Spot::new(section, Messages::REQUEST).field(&entry.name);
            self.went(entry.place, &spot, |walk, spot, at| walk.removed_at(entry, at, spot));
        }
    }

    /// Compares which of the API's settings an endpoint takes: what they are, and that they come or go, is told of the API.
    /// One that the endpoint has as a header of its own on the other side is the same thing.
    fn settings(
        &mut self,
        (old, new): (&[usize], &[usize]),
        places: (Place, Place),
        added: &mut Vec<(&str, &'n Entry)>,
        removed: &mut Vec<(&str, &'o Entry)>,
    ) {
        let (apis, same) = ((self.old.api, self.new.api), Rc::clone(&self.settings));
        let spot = |name: &str| Spot::new("header", Messages::REQUEST).field(name);
        for index in old.iter().filter(|index| !same.iter().any(|(from, to)| from == *index && new.contains(to))) {
            let Some(setting) = apis.0.settings.get(*index) else { continue };
            if let Some(entry) = take_header(added, &setting.name) {
                self.turned((setting, entry));
            } else if same.iter().any(|(from, _)| from == index) {
                let said = Said::at(format!("the setting {}", setting.name), places.0);
                self.tell(Id::FieldRemoved, &spot(&setting.name), Some(said), None);
            }
        }
        for index in new.iter().filter(|index| !same.iter().any(|(from, to)| to == *index && old.contains(from))) {
            let Some(setting) = apis.1.settings.get(*index) else { continue };
            if let Some(entry) = take_header(removed, &setting.name) {
                self.turned((entry, setting));
            } else if same.iter().any(|(_, to)| to == index) {
                let said = Said::at(format!("the setting {}", setting.name), places.1);
                self.tell(Id::FieldAdded, &spot(&setting.name), None, Some(said));
            }
        }
    }

    /// Compares a setting with the header that stands in its place.
    fn turned(&mut self, (old, new): (&'o Entry, &'n Entry)) {
        self.told.turned.extend([old.place, new.place]);
        let spot = Spot::new("header", Messages::REQUEST).field(&new.name);
        self.shared((old.place, new.place), &spot, |walk, spot| {
            walk.entry(Pair { old, new, by: By::Name }, spot);
        });
    }

    /// Compares the page. That of the API is told of the API.
    fn page(&mut self, old: &Page, new: &Page) {
        let Page { address, seen, sha256 } = old;
        let both = [
            ("address", Some(address), Some(&new.address)),
            ("seen", seen.as_ref(), new.seen.as_ref()),
            ("sha256", sha256.as_ref(), new.sha256.as_ref()),
        ];
        let text = |word: Option<&Word>| word.map(|word| word.text.clone());
        let differing: Vec<_> = both.into_iter().filter(|(_, old, new)| text(*old) != text(*new)).collect();
        let Some((name, _, _)) = differing.first() else { return };
        let subject = if differing.len() > 1 { "page".to_owned() } else { format!("page.{name}") };
        let side = |words: Vec<Option<&Word>>| {
            let words: Vec<&Word> = words.into_iter().flatten().collect();
            let text = words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(", ");
            words.first().map(|word| Said::at(text, word.place))
        };
        let sides = (
            side(differing.iter().map(|(_, old, _)| *old).collect()),
            side(differing.iter().map(|(_, _, new)| *new).collect()),
        );
        let tell = |walk: &mut Self| {
            walk.tell(Id::ProvenanceChanged, &Spot::new(subject, Messages::NONE), sides.0, sides.1);
        };
        let is_of_api = new.address.place.file == self.new.api.place.file;
        if is_of_api { self.within_api(tell) } else { tell(self) }
    }
}

/// Takes a header of a name out of a list.
fn take_header<'e>(list: &mut Vec<(&str, &'e Entry)>, name: &str) -> Option<&'e Entry> {
    let is_it = |(section, entry): &(&str, &Entry)| *section == "header" && entry.name.eq_ignore_ascii_case(name);
    let at = list.iter().position(is_it)?;
    Some(list.remove(at).1)
}
