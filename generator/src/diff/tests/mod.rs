//! Comparisons of specs that stand in texts.

mod catalogue;
mod code;
mod compound;
mod fixtures;
mod keys;
mod pages;
mod properties;
mod shared;
mod surface;
mod witness;

use std::collections::BTreeMap;

use super::{Comparison, Side, compare};
use crate::diagnostic::{Diagnostics, Place, Sources, Style, render};
use crate::spec::block::Block;
use crate::spec::table::At;
use crate::spec::{ApiFiles, EndpointFile, ProjectFiles, decode};
use crate::{check, model, plan, yaml};

const PROJECT: &str = "language: 1\n\ncrate:\n  name: fixtures\n  version: 0.1.0\n";
const API: &str = "page:\n  address: https://example.com/docs\ntitle: Shop\n\nservers:\n  main:\n    url: https://api.example.com\n\nauth:\n  key:\n    header: X-Key\n";
const ENDPOINT: &str = "method: GET\npath: /\n\nresponses:\n  success:\n    body: none\n";

/// The specs of one side: texts by their paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Specs(pub BTreeMap<String, String>);

impl Default for Specs {
    fn default() -> Self {
        let files = [("docwright.yaml", PROJECT), ("shop/api.yaml", API), ("shop/call.yaml", ENDPOINT)];
        Self(files.map(|(path, text)| (path.to_owned(), text.to_owned())).into())
    }
}

impl Specs {
    pub fn endpoint(text: &str) -> Self {
        Self::default().with("shop/call.yaml", text)
    }

    pub fn with(mut self, path: &str, text: impl Into<String>) -> Self {
        self.0.insert(path.to_owned(), text.into());
        self
    }

    /// What they mean; what is wrong in them fails.
    pub fn side(&self, shown: &str, sources: &mut Sources) -> Side {
        self.try_side(shown, sources).unwrap_or_else(|wrong| panic!("{wrong}"))
    }

    /// What they mean, or what is wrong in them.
    pub fn try_side(&self, shown: &str, sources: &mut Sources) -> Result<Side, String> {
        let mut found = Diagnostics::default();
        let mut project = None;
        let mut apis: Vec<ApiFiles> = Vec::new();
        // The files of an API stand together, and api.yaml before its endpoints in every fixture.
        for (path, text) in &self.0 {
            let shown = format!("{shown}/{path}");
            match path.split_once('/') {
                None => project = Some(block(text, &shown, At::Project, sources, &mut found)?.1),
                Some((name, "api.yaml")) => {
                    let (place, api) = block(text, &shown, At::Api, sources, &mut found)?;
                    apis.push(ApiFiles { name: name.to_owned(), place, api, endpoints: Vec::new() });
                }
                Some((_, file)) => {
                    let (place, block) = block(text, &shown, At::Endpoint, sources, &mut found)?;
                    let name = file.trim_end_matches(".yaml").to_owned();
                    apis.last_mut().expect("an api.yaml").endpoints.push(EndpointFile { name, place, block });
                }
            }
        }
        let project = project.expect("a docwright.yaml");
        let model = model::build(&ProjectFiles { project, apis }, &mut found);
        let Some(model) = model else { return Err(render(&found.sorted(), sources, Style::Plain)) };
        check::check(&model, &mut found);
        let plan = plan::plan(&model, &mut found);
        // What is shared and not used does no harm here.
        let wrong: Vec<_> = found.sorted().into_iter().filter(|one| !one.id.as_str().starts_with("unused-")).collect();
        if wrong.is_empty() { Ok(Side { model, plan }) } else { Err(render(&wrong, sources, Style::Plain)) }
    }
}

fn block(
    text: &str,
    path: &str,
    at: At,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> Result<(Place, Block), String> {
    let file = sources.add(path, text);
    let block = yaml::parse(file, sources, found).and_then(|node| decode(&node, at, text, found));
    match block {
        Some(block) => Ok((Place { file, ..Place::default() }, block)),
        None => Err(format!("{found:?}")),
    }
}

/// Compares two sides.
pub fn of(old: &Specs, new: &Specs) -> (Comparison, Sources) {
    let mut sources = Sources::default();
    let old = old.side("old", &mut sources);
    let new = new.side("specs", &mut sources);
    (compare(&old, &new), sources)
}

/// A comparison in lines: id, verdicts, what stood and stands, what is public before and after.
pub fn told(comparison: &Comparison) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    for finding in &comparison.findings {
        let effect = finding.effect.as_ref().expect("a change has an effect");
        let wire = |side: Option<crate::diagnostic::Compatibility>| side.map_or("-", |one| one.as_str());
        let source = effect.source.map_or("-", |bump| bump.as_str());
        let behaviour = if effect.behaviour { ", runs otherwise" } else { "" };
        let _ = writeln!(
            out,
            "{}[{}] {}: {} -> {}; request {}, response {}, crate {source}{behaviour}",
            finding.severity,
            finding.id,
            effect.subject,
            effect.old.as_deref().unwrap_or("nothing"),
            effect.new.as_deref().unwrap_or("nothing"),
            wire(effect.request),
            wire(effect.response),
        );
        for line in &effect.before {
            let _ = writeln!(out, "  - {line}");
        }
        for line in &effect.after {
            let _ = writeln!(out, "  + {line}");
        }
    }
    let version = &comparison.version;
    let _ = writeln!(out, "{}; {} -> {}", comparison.outcome.as_str(), version.old, version.least);
    out
}

const NOTE: &str = "\
method: POST
path: /notes/{id}

path_parameters:
  id:
    type: integer

body:
  fields:
    text:
      type: string
      required: true
      max_length: 100
    kind:
      type: string
      enum:
        - plain
        - rich
    author:
      fields:
        name:
          type: string

responses:
  200:
    body:
      fields:
        id:
          type: integer
          required: true
";

#[test]
fn nothing_differs_from_itself() {
    let specs = Specs::endpoint(NOTE);
    let (comparison, _) = of(&specs, &specs);
    assert_eq!(told(&comparison), "no difference; 0.1.0 -> 0.1.0\n");
}

#[test]
fn one_edit_is_one_finding() {
    let edits = [
        ("max_length: 100", "max_length: 90"),
        ("      required: true\n      max", "      max"),
        ("        - rich\n", "        - rich\n        - html\n"),
        ("    author:\n      fields:\n        name:\n          type: string\n", ""),
        ("          type: integer\n          required", "          type: string\n          required"),
        ("method: POST", "method: PUT"),
        ("    kind:\n", "    sort:\n"),
        ("body:\n  fields:\n    text", "doc: Words.\n\nbody:\n  fields:\n    text"),
    ];
    let mut out = String::new();
    for (from, to) in edits {
        assert!(NOTE.contains(from), "{from}");
        let (comparison, _) = of(&Specs::endpoint(NOTE), &Specs::endpoint(&NOTE.replacen(from, to, 1)));
        _ = std::fmt::Write::write_fmt(&mut out, format_args!("{from:?} -> {to:?}\n{}\n", told(&comparison)));
    }
    insta::assert_snapshot!(out);
}

#[test]
fn a_constructor_is_laid_to_what_must_be_there_alone() {
    let fields = "body:\n  fields:\n";
    let new = NOTE
        .replacen(fields, "body:\n  fields:\n    urgent:\n      type: boolean\n      required: true\n    rank:\n      type: integer\n", 1)
        .replacen("max_length: 100", "max_length: 90", 1);
    let (comparison, _) = of(&Specs::endpoint(NOTE), &Specs::endpoint(&new));
    insta::assert_snapshot!(told(&comparison), @"
    error[upper-bound-lowered] shop/call: request body.text: max_length: 100 -> max_length: 90; request breaking, response -, crate -, runs otherwise
    error[required-field-added] shop/call: request body.urgent: nothing -> boolean, required; request breaking, response -, crate major
      - pub fn shop::call::Call::new(id: i64, text: impl Into<String>) -> Self
      + pub shop::call::Call.urgent: bool
      + pub fn shop::call::Call::new(id: i64, urgent: bool, text: impl Into<String>) -> Self
    note[field-added] shop/call: request body.rank: nothing -> integer; request compatible, response -, crate minor
      + pub shop::call::Call.rank: Option<i64>
      + pub fn shop::call::Call::rank(mut self, value: i64) -> Self
    breaking differences; 0.1.0 -> 0.2.0
    ");
}

#[test]
fn a_stated_rename_is_one_also_where_another_field_takes_the_name_over() {
    let kind = "    kind:\n      type: string\n      enum:\n        - plain\n        - rich\n";
    let renamed = kind.replacen("kind:\n", "format:\n      renamed_from: kind\n", 1);
    let other = "    kind:\n      type: boolean\n";
    let new = NOTE.replacen(kind, &format!("{renamed}{other}"), 1);
    let (comparison, _) = of(&Specs::endpoint(NOTE), &Specs::endpoint(&new));
    insta::assert_snapshot!(told(&comparison), @"
    error[field-renamed] shop/call: request body.format: kind -> format; request breaking, response -, crate major, runs otherwise
      - pub shop::call::Call.kind: Option<CallKind>
      - pub fn shop::call::Call::kind(mut self, value: impl Into<CallKind>) -> Self
      - #[non_exhaustive] pub enum shop::call::CallKind
      + pub shop::call::Call.format: Option<CallFormat>
      + pub shop::call::Call.kind: Option<bool>
      + pub fn shop::call::Call::format(mut self, value: impl Into<CallFormat>) -> Self
      + pub fn shop::call::Call::kind(mut self, value: bool) -> Self
      + #[non_exhaustive] pub enum shop::call::CallFormat
    error[field-added] shop/call: request body.kind: nothing -> boolean; request compatible, response -, crate major
      - pub shop::call::Call.kind: Option<CallKind>
      - pub fn shop::call::Call::kind(mut self, value: impl Into<CallKind>) -> Self
      + pub shop::call::Call.kind: Option<bool>
      + pub fn shop::call::Call::kind(mut self, value: bool) -> Self
    breaking differences; 0.1.0 -> 0.2.0
    ");
    // Once it is history, what is removed is removed.
    let (comparison, _) = of(&Specs::endpoint(&new), &Specs::endpoint(&new.replacen(&renamed, "", 1)));
    insta::assert_snapshot!(told(&comparison), @"
    error[field-removed] shop/call: request body.format: string, one of plain, rich -> nothing; request doubtful, response -, crate major
      - pub shop::call::Call.format: Option<CallFormat>
      - pub fn shop::call::Call::format(mut self, value: impl Into<CallFormat>) -> Self
      - #[non_exhaustive] pub enum shop::call::CallFormat
    breaking differences; 0.1.0 -> 0.2.0
    ");
}
