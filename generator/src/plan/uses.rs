//! Where named types are used: in requests, in answers, as variants of unions.

use std::collections::{HashMap, HashSet};

use crate::model::{Api, Endpoint, Entry, Response, ResponseBody, Scope, Shape, TypeId};

/// Where a type is used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Use {
    pub request: bool,
    pub answer: bool,
    /// As the type of a field, an item or a body.
    pub plain: bool,
    /// The tags of the unions that it is a variant of.
    pub tags: Vec<String>,
}

impl Use {
    pub const REQUEST: Self = Self { request: true, answer: false, plain: true, tags: Vec::new() };
    pub const ANSWER: Self = Self { request: false, answer: true, plain: true, tags: Vec::new() };

    /// The field that the unions write, so that the struct has none.
    pub fn left_to_union(&self) -> Option<&str> {
        match self.tags.as_slice() {
            [first, rest @ ..] if !self.plain && rest.iter().all(|tag| tag == first) => Some(first),
            _ => None,
        }
    }
}

/// The uses of an API's types and of an endpoint's.
#[derive(Clone, Debug, Default)]
pub(crate) struct Uses {
    pub api: Vec<Use>,
    pub own: Vec<Use>,
}

impl Uses {
    /// The uses of the types of an API, by all its endpoints.
    pub fn of_api(api: &Api) -> Self {
        let mut uses = Self { api: vec![Use::default(); api.types.len()], own: Vec::new() };
        let scope = Scope { api, endpoint: None };
        api.settings.iter().for_each(|header| uses.walk(scope, header, &Use::REQUEST));
        for endpoint in &api.endpoints {
            uses.own = vec![Use::default(); endpoint.types.len()];
            uses.endpoint(Scope { api, endpoint: Some(endpoint) }, endpoint);
        }
        uses
    }

    /// The same, with the uses of an endpoint's own types.
    pub fn with(&self, api: &Api, endpoint: &Endpoint) -> Self {
        let mut uses = Self { api: self.api.clone(), own: vec![Use::default(); endpoint.types.len()] };
        uses.endpoint(Scope { api, endpoint: Some(endpoint) }, endpoint);
        uses
    }

    /// The endpoints that use each type of an API, by name.
    pub fn endpoints(api: &Api) -> HashMap<TypeId, HashSet<&str>> {
        let none = Self { api: vec![Use::default(); api.types.len()], own: Vec::new() };
        let mut endpoints: HashMap<TypeId, HashSet<&str>> = HashMap::new();
        for endpoint in &api.endpoints {
            let mut uses = none.with(api, endpoint);
            let scope = Scope { api, endpoint: Some(endpoint) };
            let settings = endpoint.settings.iter().filter_map(|index| api.settings.get(*index));
            settings.for_each(|header| uses.walk(scope, header, &Use::REQUEST));
            for (index, _) in uses.api.iter().enumerate().filter(|(_, one)| one.request || one.answer) {
                endpoints.entry(TypeId::OfApi(index)).or_default().insert(&endpoint.name);
            }
        }
        endpoints
    }

    pub fn of(&self, id: TypeId) -> Use {
        let (list, index) = match id {
            TypeId::OfApi(index) => (&self.api, index),
            TypeId::OfEndpoint(index) => (&self.own, index),
        };
        list.get(index).cloned().unwrap_or_default()
    }

    fn endpoint(&mut self, scope: Scope<'_>, endpoint: &Endpoint) {
        let parameters = endpoint.path_parameters.iter().chain(&endpoint.query_parameters).chain(&endpoint.headers);
        let body = endpoint.body.iter().map(|body| &body.entry);
        parameters.chain(body).for_each(|entry| self.walk(scope, entry, &Use::REQUEST));
        for response in &endpoint.responses {
            if let Some(body) = content(response) {
                self.walk(scope, body, &Use::ANSWER);
            }
        }
    }

    fn walk(&mut self, scope: Scope<'_>, entry: &Entry, by: &Use) {
        match &entry.shape.value {
            Shape::Named(id) => self.named(scope, *id, by),
            Shape::List(item) => self.walk(scope, item, by),
            Shape::Map(map) => self.walk(scope, &map.values, by),
            Shape::Object(object) => {
                object.iter().for_each(|field| self.walk(scope, field, by));
                if let Some(others) = &object.others {
                    self.walk(scope, &others.values, by);
                }
            }
            Shape::Union(union) => {
                for variant in &union.variants {
                    let by = match variant.entry.shape.value {
                        Shape::Named(_) => Use { plain: false, tags: vec![union.tag.text.clone()], ..by.clone() },
                        _ => by.clone(),
                    };
                    self.walk(scope, &variant.entry, &by);
                }
            }
            _ => {}
        }
    }

    fn named(&mut self, scope: Scope<'_>, id: TypeId, by: &Use) {
        let slot = match id {
            TypeId::OfApi(index) => self.api.get_mut(index),
            TypeId::OfEndpoint(index) => self.own.get_mut(index),
        };
        let (Some(slot), Some(named)) = (slot, scope.named(id)) else { return };
        let before = slot.clone();
        slot.request |= by.request;
        slot.answer |= by.answer;
        slot.plain |= by.plain;
        slot.tags.extend(by.tags.iter().filter(|tag| !before.tags.contains(tag)).cloned());
        if *slot != before {
            let within = Use { plain: true, tags: Vec::new(), ..by.clone() };
            self.walk(scope, &named.entry, &within);
        }
    }
}

/// The body of a response, if there is one.
pub(crate) fn content(response: &Response) -> Option<&Entry> {
    match response.body.as_ref().map(|body| &body.value) {
        Some(ResponseBody::Content(body)) => Some(&body.entry),
        _ => None,
    }
}
