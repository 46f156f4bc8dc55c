//! Small specs, and models in few words.

use std::fmt::Write as _;

use crate::diagnostic::{Diagnostics, Sources};
use crate::model::{Api, Endpoint, Entry, EnumScalar, Fact, Half, Listed, Model, Origin, Shape, TypeId};
use crate::spec::table::At;
use crate::spec::{ApiFiles, EndpointFile, ProjectFiles, decode};
use crate::yaml;

/// A project of one API with one endpoint.
#[derive(Clone, Copy)]
pub struct Specs<'t> {
    pub project: &'t str,
    pub api: &'t str,
    pub endpoint: &'t str,
}

/// What a file says where a test says nothing else.
pub const PROJECT: &str = "language: 1\ncrate:\n  name: letters\n  version: 0.1.0\n";
pub const API: &str = "title: Post\n";
pub const ENDPOINT: &str = "page:\n  address: https://example.org/letters\nmethod: POST\npath: /letters\n";

impl Specs<'_> {
    /// Builds the model; what is found is told in few words, each place with the text that stands there.
    pub(super) fn build(self) -> (Model, String) {
        let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
        let mut read = |path: &str, text: &str, at| {
            let file = sources.add(path, text);
            let node = yaml::parse(file, &sources, &mut found).expect("the test's YAML is YAML");
            decode(&node, at, text, &mut found).expect("the test's file is a map")
        };
        let project = read("docwright.yaml", self.project, At::Project);
        let api = read("post/api.yaml", self.api, At::Api);
        let block = read("post/send_letter.yaml", self.endpoint, At::Endpoint);
        let (api_place, place) = (api.place, block.place);
        let endpoints = vec![EndpointFile { name: "send_letter".to_owned(), place, block }];
        let apis = vec![ApiFiles { name: "post".to_owned(), place: api_place, api, endpoints }];
        let model = super::super::build(&ProjectFiles { project, apis }, &mut found).expect("there is an API");
        (model, told(found, &sources))
    }

    /// The model, of specs in which nothing is wrong.
    pub(super) fn model(self) -> Model {
        let (model, found) = self.build();
        assert_eq!(found, "");
        model
    }

    /// What is found.
    pub(super) fn found(self) -> String {
        self.build().1
    }
}

/// Specs whose endpoint has a body of these fields, and nothing else of note.
pub fn with_fields<T>(fields: &str, then: impl FnOnce(Specs<'_>) -> T) -> T {
    with_types_and_fields("", fields, then)
}

/// The same, with these types in `api.yaml`.
pub fn with_types_and_fields<T>(types: &str, fields: &str, then: impl FnOnce(Specs<'_>) -> T) -> T {
    let types = if types.is_empty() { String::new() } else { format!("types:\n{}", indented(types)) };
    let endpoint = format!("body:\n  fields:\n{}\nresponses:\n  200: {{}}\n", indented(fields));
    with_files(&format!("{API}{types}"), &endpoint, then)
}

/// Specs with this `api.yaml`, and an endpoint that has this beside its page, method and path.
pub fn with_files<T>(api: &str, endpoint: &str, then: impl FnOnce(Specs<'_>) -> T) -> T {
    then(Specs { project: PROJECT, api, endpoint: &format!("{ENDPOINT}{endpoint}") })
}

fn indented(text: &str) -> String {
    text.lines().flat_map(|line| ["    ", line, "\n"]).collect()
}

impl Model {
    /// The API.
    pub(super) fn api(&self) -> &Api {
        &self.apis[0]
    }

    /// The endpoint.
    pub(super) fn endpoint(&self) -> &Endpoint {
        &self.api().endpoints[0]
    }

    /// The fields of the endpoint's body.
    pub(super) fn fields(&self) -> &[Entry] {
        fields(&self.endpoint().body.as_ref().expect("there is a body").entry)
    }
}

/// The fields of an object.
pub fn fields(entry: &Entry) -> &[Entry] {
    match &entry.shape.value {
        Shape::Object(fields) => fields,
        other => panic!("{} is no object: {other:?}", entry.name),
    }
}

/// The entry of a name.
pub fn named<'m>(entries: &'m [Entry], name: &str) -> &'m Entry {
    entries.iter().find(|entry| entry.name == name).unwrap_or_else(|| panic!("there is no {name}"))
}

/// Entries with their facts, a line each.
pub fn tell(entries: &[Entry], api: &Api) -> String {
    let line = |entry: &Entry| format!("{}: {}\n", entry.name, facts(entry, api));
    entries.iter().map(line).collect::<Vec<_>>().concat()
}

/// What an entry is, each fact with who says so.
pub fn facts(entry: &Entry, api: &Api) -> String {
    let mut out = fact(Some(&entry.shape), |shape| shape_words(shape, api)).unwrap_or_default();
    let facts = [
        ("required", fact(entry.required.as_ref(), bool::to_string)),
        ("nullable", fact(entry.nullable.as_ref(), bool::to_string)),
        ("open", fact(entry.open.as_ref(), bool::to_string)),
        ("server_owned", fact(entry.server_owned.as_ref(), bool::to_string)),
        ("default", fact(entry.default.as_ref(), serde_json::Value::to_string)),
        ("none_value", fact(entry.none_value.as_ref(), serde_json::Value::to_string)),
        ("min_length", fact(entry.constraints.min_length.as_ref(), u64::to_string)),
        ("max_length", fact(entry.constraints.max_length.as_ref(), u64::to_string)),
        ("pattern", fact(entry.constraints.pattern.as_ref(), |pattern| pattern.0.clone())),
        ("encode", fact(entry.encode.as_ref(), |encode| format!("{encode:?}"))),
        ("enum", fact(entry.listed.as_ref(), listed)),
    ];
    for (key, words) in facts.into_iter().filter_map(|(key, words)| Some((key, words?))) {
        write!(out, ", {key} {words}").expect("a String takes everything");
    }
    for rule in &entry.unenforced {
        write!(out, ", unenforced {}", fact(Some(rule), Clone::clone).unwrap_or_default()).expect("as above");
    }
    out
}

fn fact<T>(fact: Option<&Fact<T>>, words: impl FnOnce(&T) -> String) -> Option<String> {
    let fact = fact?;
    let origin = match fact.origin {
        Origin::Page => "",
        Origin::Inferred => " (inferred)",
        Origin::Known => " (known)",
    };
    Some(format!("{}{origin}", words(&fact.value)))
}

fn shape_words(shape: &Shape, api: &Api) -> String {
    match shape {
        Shape::List(item) => format!("list of [{}]", facts(item, api)),
        Shape::Object(fields) => {
            let fields: Vec<_> = fields.iter().map(|field| format!("{}: {}", field.name, facts(field, api))).collect();
            format!("{{{}}}", fields.join("; "))
        }
        Shape::Union(union) => {
            let variants: Vec<_> = union
                .variants
                .iter()
                .map(|variant| format!("{}: {}", variant.tag, facts(&variant.entry, api)))
                .collect();
            format!("by {} {{{}}}", union.tag, variants.join("; "))
        }
        Shape::Named(TypeId::OfApi(index)) => api.types[*index].entry.name.clone(),
        Shape::Named(TypeId::OfEndpoint(index)) => api.endpoints[0].types[*index].entry.name.clone(),
        other => format!("{other:?}"),
    }
}

fn listed(listed: &Listed) -> String {
    let Listed::Values(values) = listed else { return "unlisted".to_owned() };
    let word = |scalar: &EnumScalar| match scalar {
        EnumScalar::Text(text) => text.clone(),
        EnumScalar::Integer(integer) => format!("#{integer}"),
    };
    let values: Vec<_> = values
        .iter()
        .map(|value| {
            value.name.as_ref().map_or_else(|| word(&value.value), |name| format!("{} {name}", word(&value.value)))
        })
        .collect();
    values.join("|")
}

/// What halves change, a line each.
pub fn changes(halves: &[Half]) -> String {
    let mut out = String::new();
    for half in halves {
        for change in &half.changes {
            let page = change.page.as_ref().map_or("-", |page| &page.brief);
            writeln!(out, "{:?} {}: {page} => {}", half.origin, change.key, change.value.brief).expect("as above");
        }
    }
    out
}

fn told(found: Diagnostics, sources: &Sources) -> String {
    let mut out = String::new();
    for diagnostic in found.sorted() {
        writeln!(out, "{}: {}", diagnostic.id, diagnostic.title).expect("as above");
        for label in &diagnostic.labels {
            let line = sources.position(label.place.file, label.place.span.start).line;
            let text = sources.text(label.place).lines().next().unwrap_or_default();
            let told = format!("  {}:{line} `{text}` {}", sources.path(label.place.file), label.text);
            writeln!(out, "{}", told.trim_end()).expect("as above");
        }
        for help in &diagnostic.help {
            writeln!(out, "  help: {help}").expect("as above");
        }
    }
    out
}
