//! The facts of an endpoint once its halves are settled, each with who states it, why, and where.

use serde_json::{Value as Json, json};

use super::{Shown, Tree};
use crate::diagnostic::{Place, Sources};
use crate::model::{
    Body, Carrier, Constraints, Credential, Deprecation, Entry, EnumScalar, Fact, Half, Limit, Listed, Map, NamedType,
    Origin, Response, ResponseBody, Scope, Server, Shape, TypeId, Word, length_unit_word,
};

/// A thing that facts are stated of: an endpoint, an entry, a response, a server.
#[derive(Clone, Debug, Default)]
pub struct Section {
    doc: Option<String>,
    facts: Vec<Stated>,
    doubts: Vec<String>,
    /// What it holds, by kind.
    parts: Vec<(String, Section)>,
    /// The fields of an object, the entries of a map: to people they stand right below it.
    entries: Option<(Kind, Vec<(String, Section)>)>,
}

/// What the entries of a section are.
#[derive(Clone, Copy, Debug)]
enum Kind {
    /// What it holds under a key of its own, such as `fields`.
    Own(&'static str),
    /// All that it is: it is a map by itself.
    Map,
}

/// A fact.
#[derive(Clone, Debug)]
struct Stated {
    key: &'static str,
    value: Json,
    origin: Origin,
    why: Option<String>,
    source: Option<String>,
    place: Place,
}

/// Facts of one thing that come from one source, for a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The thing, as violations point to it: `body/sendAt`; empty of the endpoint itself.
    pub thing: String,
    /// The facts.
    pub facts: Vec<String>,
    /// Who states them.
    pub origin: Origin,
    /// File and line of the first.
    pub place: String,
    /// The source that is named, and the reason.
    pub why: String,
}

/// The facts of an endpoint.
#[must_use]
pub fn facts(shown: &Shown<'_>) -> Section {
    let (api, endpoint) = (shown.api, shown.endpoint);
    let mut walk = Walk { scope: shown.scope(), types: Vec::new() };
    let mut section = Section { doc: endpoint.doc.clone(), doubts: endpoint.doubts.clone(), ..Section::default() };
    let by = By::default();
    section.state("method", Some(&endpoint.method), by, |method| method.0.as_str().into());
    section.state("path", Some(&endpoint.path), by, |path| path.text.as_str().into());
    let words = |words: &Vec<Word>| words.iter().map(|word| word.text.as_str()).collect();
    section.state("auth", endpoint.auth.as_ref(), by, words);
    section.state("idempotent", endpoint.idempotent.as_ref(), by, |value| (*value).into());
    section.part("servers", api.servers.iter().map(|server| (server.name.text.clone(), walk.server(server))).collect());
    let takes = |credential: &&Credential| shown.planned.auth.contains(&credential.name.text);
    let credentials = api.auth.iter().filter(takes).map(|one| (one.name.text.clone(), credential(one, by)));
    section.part("credentials", credentials.collect());
    let settings = endpoint.settings.iter().filter_map(|index| api.settings.get(*index));
    section.part("path_parameters", walk.entries(endpoint.path_parameters.iter(), by));
    section.part("query_parameters", walk.entries(endpoint.query_parameters.iter(), by));
    section.part("headers", walk.entries(endpoint.headers.iter().chain(settings), by));
    if let Some(body) = &endpoint.body {
        let body = walk.body(body, by);
        section.parts.push(("body".to_owned(), body));
    }
    let responses = endpoint.responses.iter().map(|response| (response.key.to_string(), walk.response(response)));
    let responses = responses.collect();
    section.part("responses", responses);
    let types = walk.named_types();
    section.part("types", types);
    section
}

/// What is resolved: facts by their keys, each with `value`, `by` (`page`, `known` or `inferred`), `why` and `source` where
/// it is not the page's, and `at`, the file and line that state it; then what the thing holds.
#[must_use]
pub fn resolved(section: &Section, sources: &Sources) -> Tree {
    let fact = |fact: &Stated| {
        let text = |text: &Option<String>| text.clone().map(Tree::text);
        let members = [
            ("value", Some(Tree::Value(fact.value.clone()))),
            ("by", Some(Tree::text(fact.origin.as_str()))),
            ("why", text(&fact.why)),
            ("source", text(&fact.source)),
            ("at", Some(Tree::text(at(fact.place, sources)))),
        ];
        let members = members.into_iter().filter_map(|(name, value)| Some((name, value?)));
        (fact.key.to_owned(), Tree::map(members))
    };
    let below = |(name, section): &(String, Section)| (name.clone(), resolved(section, sources));
    let mut members: Vec<(String, Tree)> = section.facts.iter().map(fact).collect();
    members.extend(section.doc.iter().map(|doc| ("doc".to_owned(), Tree::text(doc))));
    if !section.doubts.is_empty() {
        members.push(("doubts".to_owned(), Tree::List(section.doubts.iter().map(Tree::text).collect())));
    }
    members.extend(section.parts.iter().map(below));
    match &section.entries {
        Some((Kind::Own(name), entries)) => {
            members.push(((*name).to_owned(), Tree::Map(entries.iter().map(below).collect())));
        }
        Some((Kind::Map, entries)) => members.extend(entries.iter().map(below)),
        None => {}
    }
    Tree::Map(members)
}

/// The same for a table: a row for each thing and source.
#[must_use]
pub fn rows(section: &Section, sources: &Sources) -> Vec<Row> {
    let mut rows = Vec::new();
    section.rows("", sources, &mut rows);
    rows
}

/// File and line of a place.
fn at(place: Place, sources: &Sources) -> String {
    format!("{}:{}", sources.path(place.file), sources.position(place.file, place.span.start).line)
}

impl Section {
    fn state<T>(&mut self, key: &'static str, fact: Option<&Fact<T>>, by: By<'_>, value: impl FnOnce(&T) -> Json) {
        self.facts.extend(fact.map(|fact| by.stated(key, value(&fact.value), fact)));
    }

    /// Adds things by their names, unless there are none.
    fn part(&mut self, name: &'static str, entries: Vec<(String, Self)>) {
        if !entries.is_empty() {
            let section = Self { entries: Some((Kind::Map, entries)), ..Self::default() };
            self.parts.push((name.to_owned(), section));
        }
    }

    fn tells_more_than_its_type(&self) -> bool {
        let said = self.doc.is_some() || !self.doubts.is_empty() || self.facts.iter().any(|fact| fact.key != "type");
        said || !self.parts.is_empty() || self.entries.is_some()
    }

    fn rows(&self, thing: &str, sources: &Sources, rows: &mut Vec<Row>) {
        for origin in [Origin::Page, Origin::Known, Origin::Inferred] {
            let facts: Vec<&Stated> = self.facts.iter().filter(|fact| fact.origin == origin).collect();
            let Some(first) = facts.first() else { continue };
            let source = first.source.as_ref().map(|source| format!("({source}) "));
            rows.push(Row {
                thing: thing.to_owned(),
                facts: facts.iter().map(|fact| fact.words()).collect(),
                origin,
                place: at(first.place, sources),
                why: source.unwrap_or_default() + first.why.as_deref().unwrap_or_default(),
            });
        }
        let entries = self.entries.iter().flat_map(|(_, entries)| entries);
        for (name, section) in self.parts.iter().chain(entries) {
            let below = if thing.is_empty() { name.clone() } else { format!("{thing}/{name}") };
            section.rows(&below, sources, rows);
        }
    }
}

impl Stated {
    /// The fact in few words: of a long list the first ones.
    fn words(&self) -> String {
        const MOST: usize = 4;
        let word = |value: &Json| match value {
            Json::String(text) if text.is_empty() => "''".to_owned(),
            Json::String(text) => text.clone(),
            other => other.to_string(),
        };
        match (self.key, &self.value) {
            ("type", value) => word(value),
            (key, Json::Bool(true)) => key.to_owned(),
            (key, Json::Array(items)) if !items.is_empty() => {
                let rest = if items.len() > MOST { " …" } else { "" };
                let first: Vec<String> = items.iter().take(MOST).map(word).collect();
                format!("{key} {}{rest}", first.join(" "))
            }
            (key, value) => format!("{key} {}", word(value)),
        }
    }
}

/// The halves that may state a fact, the nearest first.
#[derive(Clone, Copy, Default)]
struct By<'m> {
    halves: &'m [Half],
    above: &'m [Half],
}

impl<'m> By<'m> {
    /// What stands inside: no half stands within a half, so that a fact of one above is of the nearest that has one.
    fn inside(self, halves: &'m [Half]) -> Self {
        Self { halves, above: if self.halves.is_empty() { self.above } else { self.halves } }
    }

    fn stated<T>(self, key: &'static str, value: Json, fact: &Fact<T>) -> Stated {
        let half = self.halves.iter().chain(self.above).find(|half| half.origin == fact.origin);
        Stated {
            key,
            value,
            origin: fact.origin,
            why: half.map(|half| half.why.clone()),
            source: half.and_then(|half| Some(half.source.as_ref()?.text.clone())),
            place: fact.place,
        }
    }
}

/// A walk over an endpoint, with the named types that it met.
struct Walk<'m> {
    scope: Scope<'m>,
    types: Vec<TypeId>,
}

impl<'m> Walk<'m> {
    fn server(&mut self, server: &'m Server) -> Section {
        let by = By::default().inside(&server.halves);
        let mut section = Section { doc: server.doc.clone(), doubts: server.doubts.clone(), ..Section::default() };
        section.state("url", Some(&server.url), by, |url| url.as_str().into());
        section.part("variables", self.entries(server.variables.iter(), by));
        section
    }

    fn response(&mut self, response: &'m Response) -> Section {
        let by = By::default().inside(&response.halves);
        let mut section = Section { doc: response.doc.clone(), doubts: response.doubts.clone(), ..Section::default() };
        match response.body.as_ref().map(|body| (body, &body.value)) {
            Some((_, ResponseBody::Content(body))) => section.parts.push(("body".to_owned(), self.body(body, by))),
            Some((fact, ResponseBody::None)) => section.facts.push(by.stated("body", "none".into(), fact)),
            Some((fact, ResponseBody::Ignored)) => section.facts.push(by.stated("body", "ignored".into(), fact)),
            None => {}
        }
        section
    }

    fn body(&mut self, body: &'m Body, by: By<'m>) -> Section {
        let mut section = self.entry(&body.entry, by);
        let by = by.inside(&body.entry.halves);
        let mut own = Section::default();
        own.state("media_type", body.media_type.as_ref(), by, |media_type| media_type.0.as_str().into());
        if let Some(first) = body.other_media_types.first() {
            let all: Json = body.other_media_types.iter().map(|fact| fact.value.0.as_str()).collect();
            own.facts.push(by.stated("other_media_types", all, first));
        }
        section.facts.splice(0..0, own.facts);
        section
    }

    fn entries(&mut self, entries: impl Iterator<Item = &'m Entry>, by: By<'m>) -> Vec<(String, Section)> {
        entries.map(|entry| (entry.name.clone(), self.entry(entry, by))).collect()
    }

    fn entry(&mut self, entry: &'m Entry, above: By<'m>) -> Section {
        let by = above.inside(&entry.halves);
        let mut section = Section { doc: entry.doc.clone(), doubts: entry.doubts.clone(), ..Section::default() };
        section.state("type", Some(&entry.shape), by, |shape| self.scope.type_of(shape).into());
        section.state("required", entry.required.as_ref(), by, |value| (*value).into());
        section.state("nullable", entry.nullable.as_ref(), by, |value| (*value).into());
        section.state("open", entry.open.as_ref(), by, |value| (*value).into());
        section.state("deprecated", entry.deprecated.as_ref(), by, |said| match said {
            Deprecation::Current => false.into(),
            Deprecation::Deprecated(None) => true.into(),
            Deprecation::Deprecated(Some(note)) => note.as_str().into(),
        });
        section.state("secret", entry.secret.as_ref(), by, |value| (*value).into());
        section.state("server_owned", entry.server_owned.as_ref(), by, |value| (*value).into());
        section.state("default", entry.default.as_ref(), by, Json::clone);
        section.state("none_value", entry.none_value.as_ref(), by, Json::clone);
        constraints(&mut section, &entry.constraints, by);
        section.state("encode", entry.encode.as_ref(), by, |encode| encode.as_str().into());
        if let Some(first) = entry.unenforced.first() {
            let rules: Json = entry.unenforced.iter().map(|rule| rule.value.as_str()).collect();
            section.facts.push(by.stated("unenforced", rules, first));
        }
        section.state("enum", entry.listed.as_ref(), by, listed);
        self.inside(entry, by, &mut section);
        section
    }

    /// What a value holds, and the type that it names.
    fn inside(&mut self, entry: &'m Entry, by: By<'m>, section: &mut Section) {
        match &entry.shape.value {
            Shape::Object(object) => {
                section.entries = Some((Kind::Own("fields"), self.entries(object.fields.iter(), by)));
                self.map(object.others.as_ref(), by, section);
            }
            Shape::Map(map) => self.map(Some(map), by, section),
            Shape::List(item) => {
                let item = self.entry(item, by);
                if item.tells_more_than_its_type() {
                    section.parts.push(("items".to_owned(), item));
                }
            }
            Shape::Union(union) => {
                let variants = union.variants.iter();
                let variants = variants.map(|variant| (variant.tag.text.clone(), self.entry(&variant.entry, by)));
                section.entries = Some((Kind::Own("one_of"), variants.collect()));
            }
            Shape::Named(id) => {
                if !self.types.contains(id) {
                    self.types.push(*id);
                }
                // What the type says stands there.
                let Some(named) = self.scope.named(*id) else { return };
                let of_type = places(&named.entry);
                section.facts.retain(|fact| fact.key == "type" || !of_type.contains(&fact.place));
            }
            _ => {}
        }
    }

    /// What keys obey that are not listed, and what they hold.
    fn map(&mut self, map: Option<&'m Map>, by: By<'m>, section: &mut Section) {
        let Some(Map { keys, values }) = map else { return };
        section.parts.extend(keys.as_ref().map(|keys| ("keys".to_owned(), self.entry(keys, by))));
        section.parts.push(("values".to_owned(), self.entry(values, by)));
    }

    /// The types that were met, and those that they name.
    fn named_types(&mut self) -> Vec<(String, Section)> {
        let mut sections = Vec::new();
        while let Some(id) = self.types.get(sections.len()).copied() {
            let named: Option<&'m NamedType> = self.scope.named(id);
            let section = named.map(|named| (named.entry.name.clone(), self.entry(&named.entry, By::default())));
            sections.push(section.unwrap_or_default());
        }
        sections
    }
}

/// Where the facts of a type are stated that travel to its uses.
fn places(entry: &Entry) -> Vec<Place> {
    let mut section = Section::default();
    let by = By::default();
    section.state("nullable", entry.nullable.as_ref(), by, |_| Json::Null);
    section.state("open", entry.open.as_ref(), by, |_| Json::Null);
    section.state("deprecated", entry.deprecated.as_ref(), by, |_| Json::Null);
    section.state("secret", entry.secret.as_ref(), by, |_| Json::Null);
    section.state("default", entry.default.as_ref(), by, |_| Json::Null);
    section.state("none_value", entry.none_value.as_ref(), by, |_| Json::Null);
    constraints(&mut section, &entry.constraints, by);
    section.state("encode", entry.encode.as_ref(), by, |_| Json::Null);
    section.state("enum", entry.listed.as_ref(), by, |_| Json::Null);
    section.facts.into_iter().map(|fact| fact.place).collect()
}

fn constraints(section: &mut Section, constraints: &Constraints, by: By<'_>) {
    let Constraints {
        constant,
        minimum,
        exclusive_minimum,
        maximum,
        exclusive_maximum,
        multiple_of,
        length_unit,
        min_length,
        max_length,
        pattern,
        unique_items,
        min_items,
        max_items,
        min_properties,
        max_properties,
    } = constraints;
    let limit = |limit: &Limit| match limit {
        Limit::Number(number) => number.clone().into(),
        Limit::Date(date) => date.as_str().into(),
    };
    section.state("const", constant.as_ref(), by, Json::clone);
    section.state("minimum", minimum.as_ref(), by, limit);
    section.state("exclusive_minimum", exclusive_minimum.as_ref(), by, limit);
    section.state("maximum", maximum.as_ref(), by, limit);
    section.state("exclusive_maximum", exclusive_maximum.as_ref(), by, limit);
    section.state("multiple_of", multiple_of.as_ref(), by, limit);
    section.state("length_unit", length_unit.as_ref(), by, |unit| length_unit_word(*unit).into());
    section.state("min_length", min_length.as_ref(), by, |count| (*count).into());
    section.state("max_length", max_length.as_ref(), by, |count| (*count).into());
    section.state("pattern", pattern.as_ref(), by, |pattern| pattern.0.as_str().into());
    section.state("unique_items", unique_items.as_ref(), by, |value| (*value).into());
    section.state("min_items", min_items.as_ref(), by, |count| (*count).into());
    section.state("max_items", max_items.as_ref(), by, |count| (*count).into());
    section.state("min_properties", min_properties.as_ref(), by, |count| (*count).into());
    section.state("max_properties", max_properties.as_ref(), by, |count| (*count).into());
}

fn credential(credential: &Credential, above: By<'_>) -> Section {
    let by = above.inside(&credential.halves);
    let mut section = Section { doc: credential.doc.clone(), doubts: credential.doubts.clone(), ..Section::default() };
    let (key, value) = match &credential.carrier.value {
        Carrier::Basic => ("scheme", "Basic".into()),
        Carrier::Scheme(scheme) => ("scheme", scheme.as_str().into()),
        Carrier::Header { name, .. } => ("header", name.as_str().into()),
        Carrier::Query(name) => ("query", name.as_str().into()),
        Carrier::Session => ("session", true.into()),
        Carrier::AllOf(inner) => {
            let inner = inner.iter().map(|one| (one.name.text.clone(), self::credential(one, by)));
            section.entries = Some((Kind::Own("all_of"), inner.collect()));
            return section;
        }
    };
    section.facts.push(by.stated(key, value, &credential.carrier));
    if let Carrier::Header { prefix: Some(prefix), .. } = &credential.carrier.value {
        let fact = Fact { place: prefix.place, ..credential.carrier.clone() };
        section.facts.push(by.stated("prefix", prefix.text.as_str().into(), &fact));
    }
    section
}

fn listed(listed: &Listed) -> Json {
    let value = |scalar: &EnumScalar| match scalar {
        EnumScalar::Text(text) => json!(text),
        EnumScalar::Integer(number) => json!(number),
    };
    match listed {
        Listed::Unlisted => "unlisted".into(),
        Listed::Values(values) => values.iter().map(|listed| value(&listed.value)).collect(),
    }
}
