//! A law of names: writing what each collision proposes, again and again, ends with names that are all distinct.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use camino::Utf8Path;
use proptest::prelude::*;

use super::plan;
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Sources};
use crate::emit::emit;
use crate::{model, spec};

/// A thing of a spec that has a name on the wire.
#[derive(Clone, Debug)]
enum Thing {
    Text,
    Required,
    Nullable,
    Pattern,
    Enum(Vec<String>),
    Object(Vec<String>),
    Items(Vec<String>),
}

/// An endpoint, and what its API shares.
#[derive(Clone, Debug)]
struct Names {
    credentials: Vec<String>,
    variables: Vec<String>,
    types: Vec<(String, Thing)>,
    path: Vec<String>,
    query: Vec<String>,
    fields: Vec<(String, Thing)>,
    answer: Vec<(String, Thing)>,
    tags: Vec<String>,
}

/// Names that are alike in Rust, more often than not.
fn wire() -> impl Strategy<Value = String> {
    let taken = [
        "",
        " ",
        "_",
        "_id",
        "id",
        "Id",
        "ID",
        "+1",
        "-1",
        "n1",
        "1",
        "v1_2",
        "v12",
        "v1.2",
        "type",
        "Type",
        "type_",
        "self",
        "Self",
        "new",
        "a_null",
        "a",
        "A",
        "A ",
        "é",
        "e\u{301}",
        "server_owned",
        "other_fields",
        "Unlisted",
        "W_I_R_E",
        "LISTED",
        "empty",
        "body",
        "path",
        "body_id",
        "id_2",
        "id2",
        "to",
        "to_user",
        "Client",
        "Auth",
        "put",
        "put_required",
        "Required",
        "put_response",
        "response",
        "Response",
        "Put",
        "item",
        "Item",
    ];
    prop_oneof![3 => proptest::sample::select(taken.to_vec()).prop_map(str::to_owned), 1 => "[aA1_ .é]{0,3}"]
}

fn wires(size: std::ops::Range<usize>) -> impl Strategy<Value = Vec<String>> {
    proptest::collection::btree_set(wire(), size).prop_map(|names| names.into_iter().collect()).prop_shuffle()
}

fn things(size: std::ops::Range<usize>) -> impl Strategy<Value = Vec<(String, Thing)>> {
    let thing = prop_oneof![
        Just(Thing::Text),
        Just(Thing::Required),
        Just(Thing::Nullable),
        Just(Thing::Pattern),
        wires(1..4).prop_map(Thing::Enum),
        wires(0..4).prop_map(Thing::Object),
        wires(1..3).prop_map(Thing::Items),
    ];
    (wires(size), proptest::collection::vec(thing, 6))
        .prop_map(|(names, things)| names.into_iter().zip(things).collect())
}

prop_compose! {
    fn names()(
        credentials in wires(1..4),
        variables in wires(1..4),
        types in things(0..4),
        path in proptest::collection::btree_set("[aA1_]{1,2}|id|body|type", 0..3),
        query in wires(0..4),
        fields in things(0..6),
        answer in things(0..4),
        tags in wires(0..4),
    ) -> Names {
        let path = path.into_iter().collect();
        let variables = variables.into_iter().filter(|name| !name.contains(['{', '}', '/'])).collect();
        // a type's name begins with a capital and is letters and digits
        let plain = |(name, thing): (String, Thing)| {
            let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
            (format!("T{letters}"), thing)
        };
        let types = types.into_iter().map(plain).collect::<BTreeMap<_, _>>().into_iter().collect();
        Names { credentials, variables, types, path, query, fields, answer, tags }
    }
}

/// The text of a spec, while it is written, with the thing of each line.
struct Writer<'n> {
    text: String,
    given: &'n BTreeMap<String, String>,
    /// Which thing is named in a line, by its place in the spec.
    lines: BTreeMap<usize, String>,
}

impl Writer<'_> {
    fn line(&mut self, depth: usize, text: &str) {
        _ = writeln!(self.text, "{:1$}{text}", "", depth * 2);
    }

    /// A key that names something, and the `rust_name` that was proposed for it.
    fn name(&mut self, depth: usize, at: &str, wire: &str) -> String {
        let id = format!("{at}/{wire}");
        self.lines.insert(self.text.lines().count() + 1, id.clone());
        self.line(depth, &format!("{}:", serde_json::Value::from(wire)));
        self.rust_name(depth + 1, &id);
        id
    }

    fn rust_name(&mut self, depth: usize, id: &str) {
        if let Some(given) = self.given.get(id) {
            self.line(depth, &format!("rust_name: {}", serde_json::Value::from(given.as_str())));
        }
    }

    fn texts(&mut self, depth: usize, at: &str, names: &[String]) {
        for name in names {
            self.name(depth, at, name);
            self.line(depth + 1, "type: string");
        }
    }

    fn things(&mut self, depth: usize, at: &str, things: &[(String, Thing)]) {
        for (name, thing) in things {
            let id = self.name(depth, at, name);
            self.thing(depth + 1, &id, thing);
        }
    }

    fn thing(&mut self, depth: usize, at: &str, thing: &Thing) {
        match thing {
            Thing::Text => self.line(depth, "type: string"),
            Thing::Required => {
                self.line(depth, "type: string");
                if !at.starts_with("types/") {
                    self.line(depth, "required: true");
                }
            }
            Thing::Nullable => {
                self.line(depth, "type: string");
                self.line(depth, "nullable: true");
            }
            Thing::Pattern => {
                self.line(depth, "type: string");
                self.line(depth, &format!("pattern: {}", serde_json::Value::from(format!("^{}$", at.len()))));
            }
            Thing::Enum(values) => {
                self.line(depth, "type: string");
                self.line(depth, "enum:");
                for value in values {
                    self.lines.insert(self.text.lines().count() + 1, format!("{at}/{value}"));
                    let id = format!("{at}/{value}");
                    let key = serde_json::Value::from(value.as_str());
                    if self.given.contains_key(&id) {
                        self.line(depth + 1, &format!("{key}:"));
                        self.rust_name(depth + 2, &id);
                    } else {
                        self.line(depth + 1, &format!("{key}: {{}}"));
                    }
                }
            }
            Thing::Object(fields) if fields.is_empty() => self.line(depth, "type: object"),
            Thing::Object(fields) => {
                self.line(depth, "fields:");
                for field in fields {
                    self.name(depth + 1, at, field);
                    self.line(depth + 2, "type: string");
                    self.line(depth + 2, "required: true");
                }
            }
            Thing::Items(fields) => {
                self.line(depth, "fields:");
                self.texts(depth + 1, at, fields);
            }
        }
    }
}

/// The two files of the spec, with the things of their lines.
fn written(names: &Names, given: &BTreeMap<String, String>) -> [(String, BTreeMap<usize, String>); 2] {
    let new = || Writer { text: String::new(), given, lines: BTreeMap::new() };
    let mut api = new();
    api.line(0, "page:\n  address: https://docs.example/a\ntitle: A\nservers:\n  main:");
    let variables: String = names.variables.iter().flat_map(|name| ["/{", name, "}"]).collect();
    api.line(2, &format!("url: {}", serde_json::Value::from(format!("https://a.example{variables}"))));
    if !names.variables.is_empty() {
        api.line(2, "variables:");
        api.texts(3, "variables", &names.variables);
    }
    api.line(0, "auth:\n  all:\n    all_of:");
    for (index, name) in names.credentials.iter().enumerate() {
        api.name(3, "credentials", name);
        api.line(4, &if index == 0 { "scheme: Basic".to_owned() } else { format!("header: X-{index}") });
    }
    if !names.types.is_empty() {
        api.line(0, "types:");
        api.things(1, "types", &names.types);
    }

    let mut endpoint = new();
    let path: String = names.path.iter().flat_map(|name| ["/{", name, "}"]).collect();
    endpoint.lines.insert(1, "endpoint".to_owned());
    endpoint.line(0, &format!("method: PUT\npath: /put{path}"));
    endpoint.rust_name(0, "endpoint");
    for (key, list) in [("path_parameters", &names.path), ("query_parameters", &names.query)] {
        if !list.is_empty() {
            endpoint.line(0, &format!("{key}:"));
            endpoint.texts(1, key, list);
        }
    }
    endpoint.line(0, "body:\n  fields:");
    endpoint.things(2, "body", &names.fields);
    endpoint.name(2, "body", "of a type");
    endpoint.line(3, "type: string");
    for (index, (name, _)) in names.types.iter().enumerate() {
        endpoint.name(2, "body", &format!("of type {index}"));
        endpoint.line(3, &format!("type: {name}"));
    }
    if !names.tags.is_empty() {
        endpoint.name(2, "body", "union");
        endpoint.line(3, "tag: tag");
        endpoint.line(3, "one_of:");
        for tag in &names.tags {
            endpoint.name(4, "tags", &format!("t{tag}"));
            endpoint.line(5, "type: object");
        }
    }
    endpoint.line(0, "responses:\n  200:\n    body:");
    for line in 0..2 {
        endpoint.lines.insert(endpoint.text.lines().count() + line, "response".to_owned());
    }
    endpoint.rust_name(3, "response");
    endpoint.line(3, "fields:");
    endpoint.name(4, "answer", "of an answer");
    endpoint.line(5, "type: string");
    endpoint.things(4, "answer", &names.answer);
    [api, endpoint].map(|writer| (writer.text, writer.lines))
}

/// The proposal of a collision: the thing, and the name to write.
fn proposal(found: &Diagnostic, sources: &Sources, lines: &[BTreeMap<usize, String>; 2]) -> (String, String) {
    let place = found.labels[0].place;
    let of_api = sources.path(place.file).ends_with("api.yaml");
    let line = sources.position(place.file, place.span.start).line;
    let thing = lines[usize::from(!of_api)].get(&line).unwrap_or_else(|| panic!("{line}: {found}"));
    let named = found.help.iter().find_map(|help| help.strip_prefix("give this one `rust_name: ")?.strip_suffix('`'));
    (thing.clone(), named.unwrap_or_else(|| panic!("{found} proposes a name")).to_owned())
}

/// That no two things of one file have one name.
fn assert_distinct(text: &str) {
    let file = syn::parse_file(text).unwrap();
    let mut types = BTreeSet::new();
    for item in &file.items {
        let (name, members): (_, Vec<String>) = match item {
            syn::Item::Struct(item) => {
                let names = item.fields.iter().filter_map(|field| field.ident.as_ref());
                (item.ident.to_string(), names.map(ToString::to_string).collect())
            }
            syn::Item::Enum(item) => {
                (item.ident.to_string(), item.variants.iter().map(|variant| variant.ident.to_string()).collect())
            }
            syn::Item::Type(item) => (item.ident.to_string(), Vec::new()),
            syn::Item::Impl(item) if item.trait_.is_none() => {
                let methods = item.items.iter().filter_map(|item| match item {
                    syn::ImplItem::Fn(method) => Some(method.sig.ident.to_string()),
                    _ => None,
                });
                (String::new(), methods.collect())
            }
            syn::Item::Fn(item) => {
                let arguments = item.sig.inputs.iter().filter_map(|input| match input {
                    syn::FnArg::Typed(typed) => Some(quote::ToTokens::to_token_stream(&typed.pat).to_string()),
                    syn::FnArg::Receiver(_) => None,
                });
                (String::new(), arguments.collect())
            }
            _ => continue,
        };
        assert!(name.is_empty() || types.insert(name.clone()), "{name} twice: {text}");
        let distinct: BTreeSet<&String> = members.iter().collect();
        assert_eq!(distinct.len(), members.len(), "{name}: {members:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_collisions_propose_leaves_no_collision(names in names()) {
        let folder = tempfile::tempdir().unwrap();
        let specs = Utf8Path::from_path(folder.path()).unwrap().join("specs");
        fs::create_dir_all(specs.join("a")).unwrap();
        let project = "language: 1\ncrate:\n  name: it\n  version: 0.1.0\n";
        fs::write(specs.join("docwright.yaml"), project).unwrap();

        let mut given = BTreeMap::new();
        let mut rounds = 0;
        let planned = loop {
            let [(api, of_api), (endpoint, of_endpoint)] = written(&names, &given);
            fs::write(specs.join("a/api.yaml"), &api).unwrap();
            fs::write(specs.join("a/put.yaml"), &endpoint).unwrap();
            let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
            let files = spec::load(&specs, &mut sources, &mut found).unwrap().unwrap();
            let model = model::build(&files, &mut found);
            prop_assert!(found.iter().all(|found| found.id == Id::NotYet), "{found:?}\n{api}\n{endpoint}");
            let plan = plan(&model.unwrap(), &mut found);
            prop_assert!(found.iter().all(|found| matches!(found.id, Id::NameCollision | Id::NotYet)), "{found:?}");
            let lines = [of_api, of_endpoint];
            let mut proposed = BTreeMap::new();
            for found in found.iter().filter(|found| found.id == Id::NameCollision) {
                let (thing, name) = proposal(found, &sources, &lines);
                proposed.entry(thing).or_insert(name);
            }
            if proposed.is_empty() {
                break plan;
            }
            rounds += 1;
            prop_assert!(rounds <= 8, "it goes on: {proposed:?} after {given:?}\n{api}\n{endpoint}");
            given.extend(proposed);
        };
        let own = |path: &Utf8Path| path.starts_with("src/a");
        for file in emit(planned).iter().filter(|file| own(&file.path)) {
            assert_distinct(&file.text);
        }
    }
}
