//! Random messages for an endpoint of the model, as both judges take them: as a sample, and as what a client reads.

use docwright::check::{judge_request, judge_response};
use docwright::model::{
    Encode, Endpoint, Entry, Given, Response, ResponseBody, Sample, SampleBody, Scope, Shape as Known, Word,
};
use docwright::runtime::RuleId;
use proptest::prelude::{Just, Strategy};
use proptest::strategy::{BoxedStrategy, Union};
use serde_json::{Map, Value as Json, json};

use crate::shape::{self, is};
use crate::values::{self, Order};
use crate::verdict::{Verdict, verdict};

/// A request as JSON that is kept, and the texts and the body that a sample has.
#[derive(Clone, Debug)]
pub struct Request {
    pub stored: Json,
    path: Texts,
    query: Texts,
    headers: Texts,
    /// The body as it stands, or the texts of its fields.
    body: Option<Json>,
}

/// Texts by the name of what they are for.
type Texts = Vec<(String, Vec<String>)>;

/// Where texts stand.
#[derive(Clone, Copy, PartialEq)]
enum Section {
    Path,
    Query,
    Headers,
    Form,
}

/// A request of an endpoint.
pub fn requests(scope: Scope<'_>, name: &str, endpoint: &Endpoint, order: Order) -> BoxedStrategy<Request> {
    let settings = endpoint.settings.iter().filter_map(|index| scope.api.settings.get(*index));
    let headers: Vec<&Entry> = endpoint.headers.iter().chain(settings).collect();
    let path: Vec<&Entry> = endpoint.path_parameters.iter().collect();
    let query: Vec<&Entry> = endpoint.query_parameters.iter().collect();
    let name = name.to_owned();
    let (path, query, headers) = (
        section(scope, &path, Section::Path, order),
        section(scope, &query, Section::Query, order),
        section(scope, &headers, Section::Headers, order),
    );
    let body = match &endpoint.body {
        None => Just(Body::None).boxed(),
        Some(body) if body.form().is_some() => {
            let Known::Object(object) = scope.resolve(&body.entry.shape.value) else { panic!("a form without fields") };
            let fields: Vec<&Entry> = object.iter().collect();
            assert!(!is(body.entry.open.as_ref()), "an open form needs other fields here");
            section(scope, &fields, Section::Form, order).prop_map(Body::Form).boxed()
        }
        Some(body) => {
            let json = values::of(&shape::of_entry(scope, &body.entry), order).prop_map(Body::Json);
            // A body is required unless the page says that it is not.
            if body.entry.required.as_ref().is_none_or(|fact| fact.value) || order == Order::Right {
                json.boxed()
            } else {
                Union::new([json.boxed(), Just(Body::None).boxed()]).boxed()
            }
        }
    };
    (path, query, headers, body)
        .prop_map(move |(path, query, headers, body)| {
            let mut stored = Map::from_iter([("endpoint".to_owned(), Json::from(name.as_str()))]);
            let mut put = |section: &str, texts: &[Text]| {
                let texts = texts.iter().map(|text| (text.key.clone(), one_or_more(&text.texts)));
                let texts: Map<String, Json> = texts.collect();
                if !texts.is_empty() {
                    stored.insert(section.to_owned(), texts.into());
                }
            };
            put("path_parameters", &path);
            put("query_parameters", &query);
            put("headers", &headers);
            let body = match body {
                Body::None => None,
                Body::Form(fields) => {
                    put("form", &fields);
                    Some(fields.into_iter().map(|text| (text.name, one_or_more(&text.texts))).collect())
                }
                Body::Json(json) => {
                    stored.insert("body".to_owned(), json.clone());
                    Some(json)
                }
            };
            let plain = |texts: Vec<Text>| texts.into_iter().map(|text| (text.name, text.texts)).collect();
            Request { stored: stored.into(), path: plain(path), query: plain(query), headers: plain(headers), body }
        })
        .boxed()
}

#[derive(Clone, Debug)]
enum Body {
    None,
    Form(Vec<Text>),
    Json(Json),
}

/// The texts of one parameter, header or field.
#[derive(Clone, Debug)]
struct Text {
    /// As the spec names it.
    name: String,
    /// As the wire does.
    key: String,
    texts: Vec<String>,
}

fn one_or_more(texts: &[String]) -> Json {
    if let [one] = texts { Json::from(one.as_str()) } else { Json::from(texts.to_vec()) }
}

fn section(scope: Scope<'_>, entries: &[&Entry], section: Section, order: Order) -> BoxedStrategy<Vec<Text>> {
    let all: Vec<_> = entries.iter().map(|entry| parameter(scope, entry, section, order)).collect();
    all.prop_map(|all| all.into_iter().flatten().collect()).boxed()
}

fn parameter(scope: Scope<'_>, entry: &Entry, section: Section, order: Order) -> BoxedStrategy<Option<Text>> {
    let (name, is_list) = (entry.name.clone(), matches!(scope.resolve(&entry.shape.value), Known::List(_)));
    let default = if matches!(section, Section::Form | Section::Query) { Encode::Repeat } else { Encode::Comma };
    let encode = entry.encode.as_ref().map_or(default, |fact| fact.value);
    let key = match section {
        Section::Headers => name.to_ascii_lowercase(),
        _ if is_list && encode == Encode::Brackets => format!("{name}[]"),
        _ => name.clone(),
    };
    let shape = shape::of_entry(scope, entry);
    let value = values::of(&shape, order);
    let none = match &entry.none_value {
        Some(none) => Some(none.value.clone()),
        None => is(entry.nullable.as_ref()).then_some(Json::Null),
    };
    let value = match none {
        Some(none) => Union::new_weighted(vec![(1, Just(none).boxed()), (3, value)]).boxed(),
        None => value,
    };
    let there = value.prop_map(move |value| {
        // Receivers drop blanks at the ends of a header's value and empty items of its list, so none is sent.
        let is_header = section == Section::Headers;
        let text = |value: &Json| match text(value) {
            text if is_header => text.trim_matches([' ', '\t']).to_owned(),
            text => text,
        };
        let texts = match &value {
            Json::Array(items) if is_list && encode == Encode::Comma => {
                // An item may have commas of its own.
                let joined = items.iter().map(text).collect::<Vec<_>>().join(",");
                let pieces =
                    joined.split(',').map(|piece| if is_header { piece.trim_matches([' ', '\t']) } else { piece });
                vec![pieces.filter(|piece| !is_header || !piece.is_empty()).collect::<Vec<_>>().join(",")]
            }
            Json::Array(items) if is_list => items.iter().map(text).collect(),
            other => vec![text(other)],
        };
        // No text at all is absence.
        (!texts.is_empty()).then(|| Text { name: name.clone(), key: key.clone(), texts })
    });
    // What a sample leaves out of path, query and headers, only one of the judges misses.
    let must =
        section == Section::Path || is(entry.required.as_ref()) && (section != Section::Form || order == Order::Right);
    if !must {
        return Union::new_weighted(vec![(2, Just(None).boxed()), (3, there.boxed())]).boxed();
    }
    if section == Section::Form { there.boxed() } else { there.prop_filter("there", Option::is_some).boxed() }
}

fn text(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

impl Request {
    /// What the raw judge says of it.
    pub fn verdict(&self, scope: Scope<'_>, endpoint: &Endpoint) -> Verdict {
        let mut sample = empty(endpoint);
        sample.path_parameters = given(endpoint, &self.path);
        sample.query_parameters = given(endpoint, &self.query);
        sample.headers = given(endpoint, &self.headers);
        // Without a body a client reads an object without fields, where it is not the body as a whole that is missing.
        let body = self.body.clone().or_else(|| {
            let body = endpoint.body.as_ref()?;
            matches!(scope.resolve(&body.entry.shape.value), Known::Object(_)).then(|| json!({}))
        });
        sample.body = body.map(|json| SampleBody { text: json.to_string(), place: endpoint.place, is_literal: false });
        pairs(judge_request(scope, endpoint, &sample))
    }
}

fn pairs(found: Vec<(String, RuleId)>) -> Verdict {
    verdict(found.into_iter().map(|(pointer, rule)| (pointer, rule.to_string())))
}

fn given(endpoint: &Endpoint, texts: &[(String, Vec<String>)]) -> Vec<Given> {
    let place = endpoint.place;
    let given = |(name, texts): &(String, Vec<String>)| Given {
        name: Word { text: name.clone(), place },
        value: one_or_more(texts),
        place,
    };
    texts.iter().map(given).collect()
}

fn empty(endpoint: &Endpoint) -> Sample {
    Sample {
        place: endpoint.place,
        status: None,
        path_parameters: Vec::new(),
        query_parameters: Vec::new(),
        headers: Vec::new(),
        body: None,
        violates: Vec::new(),
        undecodable: None,
    }
}

/// The bodies of a response; nothing where none is documented.
pub fn answers(scope: Scope<'_>, response: &Response, order: Order) -> Option<BoxedStrategy<Json>> {
    let ResponseBody::Content(body) = &response.body.as_ref()?.value else { return None };
    Some(values::of(&shape::of_entry(scope, &body.entry), order))
}

/// What the raw judge says of the body of an answer.
pub fn verdict_on_answer(scope: Scope<'_>, endpoint: &Endpoint, status: u16, body: &Json) -> Verdict {
    let mut sample = empty(endpoint);
    sample.status = Some((status, endpoint.place));
    sample.body = Some(SampleBody { text: body.to_string(), place: endpoint.place, is_literal: false });
    pairs(judge_response(scope, endpoint, &sample))
}

/// A status for which a response is the most exact one.
pub fn status_of(endpoint: &Endpoint, response: &Response) -> Option<u16> {
    let key = |status: u16| endpoint.responses.iter().map(|other| other.key).filter(|key| key.covers(status)).min();
    (200..600).filter(|status| ![204, 205, 304].contains(status)).find(|status| key(*status) == Some(response.key))
}
