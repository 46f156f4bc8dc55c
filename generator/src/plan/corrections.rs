//! Where the crate departs from its pages, and why: what `CORRECTIONS.md` lists.

use crate::model::{
    Api, Carrier, Credential, Endpoint, Entry, Fact, Half, Map, NamedType, Origin, Page, Response, ResponseBody,
    Server, Shape, StatusKey,
};

/// What one API corrects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiCorrections {
    /// The API as its vendor writes it.
    pub title: String,
    /// What its endpoints share, then each endpoint; those without corrections and doubts are left out.
    pub sections: Vec<Section>,
    /// The sources that the rows name.
    pub sources: Vec<NamedSource>,
}

/// A source of better facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedSource {
    /// Its name in the rows.
    pub name: String,
    /// Its address.
    pub address: Option<String>,
    /// What it is.
    pub doc: Option<String>,
}

/// The corrections of what an API shares, or of one endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub subject: Subject,
    /// A row for each fact that differs.
    pub rows: Vec<Row>,
    /// What is unclear.
    pub doubts: Vec<Doubt>,
}

/// What a section is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Servers, credentials, settings and types that the endpoints share.
    Shared,
    /// An endpoint: its name, `METHOD /path`, and its page.
    Endpoint {
        /// The spec's file.
        name: String,
        /// `POST /api/v2/message`.
        request: String,
        /// The page.
        page: Page,
    },
}

/// One fact that differs from the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where.
    pub place: Whereabouts,
    /// The key, such as `type`; nothing where the page does not name the thing at all.
    pub key: Option<&'static str>,
    /// What the page says; nothing where it is silent.
    pub page: Option<String>,
    /// What holds instead.
    pub value: String,
    /// Whether it is known or inferred; [`Origin::Page`] never.
    pub origin: Origin,
    /// The source, if one is named.
    pub source: Option<String>,
    /// The reason.
    pub why: String,
}

/// A place of a spec, as its readers name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whereabouts {
    /// The thing.
    pub thing: Thing,
    /// A JSON Pointer (RFC 6901) into it; empty of the thing itself. An item of a list and a value of a map are `*`.
    pub pointer: String,
}

/// What a place stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A request, rooted as violations are: `/body/sendAt`.
    Request,
    /// A response, likewise.
    Response(StatusKey),
    /// A named type.
    Type(String),
    /// A server, or a variable of its address.
    Server(String),
    /// A credential; one that is part of another by both names.
    Credential(Vec<String>),
    /// A variant of a union, by its tag and value.
    Variant(Box<Whereabouts>, String, String),
}

/// Something unclear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Where; nothing where it is about the whole.
    pub place: Option<Whereabouts>,
    /// What.
    pub text: String,
}

/// Collects the corrections of an API.
pub(super) fn of_api(api: &Api) -> ApiCorrections {
    let endpoints = api.endpoints.iter().map(endpoint);
    let sections = std::iter::once(shared(api)).chain(endpoints);
    let sources = api.sources.iter().map(|source| NamedSource {
        name: source.name.text.clone(),
        address: source.address.clone(),
        doc: source.doc.clone(),
    });
    ApiCorrections {
        title: api.title.clone(),
        sections: sections.filter(|section| !section.rows.is_empty() || !section.doubts.is_empty()).collect(),
        sources: sources.collect(),
    }
}

/// The corrections of what the endpoints of an API share.
#[must_use]
pub fn shared(api: &Api) -> Section {
    let mut section = Section { subject: Subject::Shared, rows: Vec::new(), doubts: Vec::new() };
    for server in &api.servers {
        section.server(server);
    }
    for credential in &api.auth {
        section.credential(credential, &[]);
    }
    for setting in &api.settings {
        section.entry(setting, &Thing::Request.at("/headers").below(&setting.name));
    }
    section.types(&api.types);
    section
}

/// The corrections of an endpoint.
#[must_use]
pub fn endpoint(endpoint: &Endpoint) -> Section {
    let subject = Subject::Endpoint {
        name: endpoint.name.clone(),
        request: format!("{} {}", endpoint.method.value.0, endpoint.path.value.text),
        page: endpoint.page.clone(),
    };
    let doubts = endpoint.doubts.iter().map(|text| Doubt { place: None, text: text.clone() }).collect();
    let mut section = Section { subject, rows: Vec::new(), doubts };
    for parameter in &endpoint.path_parameters {
        section.entry(parameter, &Thing::Request.at("/path_parameters").below(&parameter.name));
    }
    for parameter in &endpoint.query_parameters {
        section.entry(parameter, &Thing::Request.at("/query_parameters").below(&parameter.name));
    }
    for header in &endpoint.headers {
        section.entry(header, &Thing::Request.at("/headers").below(&header.name));
    }
    if let Some(body) = &endpoint.body {
        section.entry(&body.entry, &Thing::Request.at("/body"));
    }
    for response in &endpoint.responses {
        section.response(response);
    }
    section.types(&endpoint.types);
    section
}

impl Thing {
    fn at(self, pointer: &str) -> Whereabouts {
        Whereabouts { thing: self, pointer: pointer.to_owned() }
    }
}

impl Whereabouts {
    fn below(&self, name: &str) -> Self {
        let segment = name.replace('~', "~0").replace('/', "~1");
        Self { thing: self.thing.clone(), pointer: format!("{}/{segment}", self.pointer) }
    }
}

impl Section {
    fn server(&mut self, server: &Server) {
        let place = Thing::Server(server.name.text.clone()).at("");
        self.halves(&place, &server.halves, &[]);
        self.doubts(&place, &server.doubts);
        for variable in &server.variables {
            self.entry(variable, &place.below("variables").below(&variable.name));
        }
    }

    fn credential(&mut self, credential: &Credential, parents: &[String]) {
        let names = [parents, std::slice::from_ref(&credential.name.text)].concat();
        if let Carrier::AllOf(inner) = &credential.carrier.value {
            for one in inner {
                self.credential(one, &names);
            }
        }
        let place = Thing::Credential(names).at("");
        self.halves(&place, &credential.halves, &[]);
        self.doubts(&place, &credential.doubts);
    }

    fn types(&mut self, types: &[NamedType]) {
        for named in types {
            self.entry(&named.entry, &Thing::Type(named.entry.name.clone()).at(""));
        }
    }

    fn response(&mut self, response: &Response) {
        let place = Thing::Response(response.key).at("");
        self.halves(&place, &response.halves, &[]);
        self.doubts(&place, &response.doubts);
        if let Some(ResponseBody::Content(body)) = response.body.as_ref().map(|body| &body.value) {
            self.entry(&body.entry, &place.below("body"));
        }
    }

    /// An entry and all that stands in it; named types have rows of their own.
    fn entry(&mut self, entry: &Entry, place: &Whereabouts) {
        self.halves(place, &entry.halves, &entry.unenforced);
        self.doubts(place, &entry.doubts);
        match &entry.shape.value {
            Shape::Object(object) => {
                object.iter().for_each(|field| self.entry(field, &place.below(&field.name)));
                if let Some(others) = &object.others {
                    self.map(others, place);
                }
            }
            Shape::Map(map) => self.map(map, place),
            Shape::List(item) => self.entry(item, &place.below("*")),
            Shape::Union(union) => {
                for variant in &union.variants {
                    let (tag, value) = (union.tag.text.clone(), variant.tag.text.clone());
                    let thing = Thing::Variant(Box::new(place.clone()), tag, value);
                    self.entry(&variant.entry, &thing.at(""));
                }
            }
            _ => {}
        }
    }

    /// What a map holds, and its keys, which are named by the place of the map.
    fn map(&mut self, map: &Map, place: &Whereabouts) {
        self.entry(&map.values, &place.below("*"));
        if let Some(keys) = &map.keys {
            self.entry(keys, place);
        }
    }

    fn halves(&mut self, place: &Whereabouts, halves: &[Half], unenforced: &[Fact<String>]) {
        for half in halves {
            let row = |key, page, value| Row {
                place: place.clone(),
                key,
                page,
                value,
                origin: half.origin,
                source: half.source.as_ref().map(|source| source.text.clone()),
                why: half.why.clone(),
            };
            if half.changes.is_empty() {
                self.rows.push(row(None, None, "it exists".to_owned()));
            }
            for change in &half.changes {
                let page = change.page.as_ref().map(|page| page.full.clone());
                let rules = unenforced.iter().filter(|rule| change.key == "unenforced" && rule.origin == half.origin);
                let mut rules = rules.map(|rule| rule.value.clone()).peekable();
                if rules.peek().is_some() {
                    self.rows.extend(rules.map(|rule| row(Some(change.key), page.clone(), rule)));
                } else {
                    self.rows.push(row(Some(change.key), page, change.value.full.clone()));
                }
            }
        }
    }

    fn doubts(&mut self, place: &Whereabouts, doubts: &[String]) {
        self.doubts.extend(doubts.iter().map(|text| Doubt { place: Some(place.clone()), text: text.clone() }));
    }
}
