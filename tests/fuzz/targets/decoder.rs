//! Specs are refused at places of theirs, or become files of Rust. The input is `api.yaml` and an endpoint, split by a
//! line `=====`.
#![no_main]

use docwright::diagnostic::{Diagnostics, FileId, Place, Sources, Style, render, to_json};
use docwright::spec::block::Block;
use docwright::spec::table::At;
use docwright::spec::{ApiFiles, EndpointFile, ProjectFiles, decode};
use docwright::{check, emit, model, plan, yaml};
use libfuzzer_sys::fuzz_target;

const PROJECT: &str = "language: 1\n\ncrate:\n  name: fuzzed\n  version: 0.1.0\n";

fuzz_target!(|text: &str| {
    let (api, endpoint) = text.split_once("\n=====\n").unwrap_or(("title: T\n", text));
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    made(api, endpoint, &mut sources, &mut found);
    for label in found.iter().flat_map(|diagnostic| &diagnostic.labels) {
        let Place { file, span } = label.place;
        assert!(sources.get(file).text.get(span.start..span.end).is_some(), "{label:?}");
    }
    assert!(found.iter().all(|diagnostic| !diagnostic.labels.is_empty()), "{found:?}");
    let found = found.sorted();
    assert_eq!(render(&found, &sources, Style::Plain).is_empty(), found.is_empty());
    assert!(!to_json(&found, &sources).is_empty());
});

fn made(api: &str, endpoint: &str, sources: &mut Sources, found: &mut Diagnostics) -> Option<()> {
    let (_, project) = block(PROJECT, "specs/docwright.yaml", At::Project, sources, found)?;
    let (at_api, api) = block(api, "specs/fuzzed/api.yaml", At::Api, sources, found)?;
    let endpoint = block(endpoint, "specs/fuzzed/send.yaml", At::Endpoint, sources, found);
    let endpoints =
        endpoint.map(|(place, block)| EndpointFile { name: "send".to_owned(), place, block }).into_iter().collect();
    let apis = vec![ApiFiles { name: "fuzzed".to_owned(), place: at_api, api, endpoints }];
    let model = model::build(&ProjectFiles { project, apis }, found)?;
    check::check(&model, found);
    let plan = plan::plan(&model, found);
    if !found.has_errors() {
        assert!(!emit::emit(plan).is_empty());
    }
    Some(())
}

fn block(text: &str, path: &str, at: At, sources: &mut Sources, found: &mut Diagnostics) -> Option<(Place, Block)> {
    let file: FileId = sources.add(path, text);
    let node = yaml::parse(file, sources, found)?;
    Some((Place { file, ..Place::default() }, decode(&node, at, text, found)?))
}
