//! `docwright list`: all endpoints, with their pages and with how much of these is corrected or unclear.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::Outcome;
use super::arguments::Options;
use super::project::Project;
use super::report::Report;
use crate::model::{Api, Endpoint, Model};
use crate::pipeline::{self, Target};
use crate::plan::corrections::{self, Section};

/// Runs it.
pub(super) fn run(options: &Options) -> Outcome {
    match Project::find(options) {
        Ok(project) => list(&project),
        Err(diagnostic) => Report::of(diagnostic),
    }
    .outcome(options)
}

/// What can be made sense of is listed, whatever else is wrong.
fn list(project: &Project) -> Report {
    let pipeline::Run { sources, found, model, .. } = pipeline::run(&project.specs, &Target::OfSpecs);
    let mut report = Report { sources, found, ..Report::default() };
    if let Some(model) = &model {
        report.text = table(&lines(model));
        report.tell("apis", model.apis.iter().map(api).collect::<Value>());
    }
    report
}

const HEADINGS: [&str; 7] = ["ENDPOINT", "METHOD", "PATH", "SEEN", "CORRECTIONS", "DOUBTS", "PAGE"];

type Line = [String; HEADINGS.len()];

fn lines(model: &Model) -> Vec<Line> {
    let of_api = |api: &Api| {
        let shared = corrections::shared(api);
        let is_told = !shared.rows.is_empty() || !shared.doubts.is_empty();
        let shared = is_told.then(|| {
            let [corrections, doubts] = counts(&shared);
            let nothing = || "-".to_owned();
            [format!("{} (shared)", api.name), nothing(), nothing(), nothing(), corrections, doubts, nothing()]
        });
        let endpoints = api.endpoints.iter().map(|endpoint| line(api, endpoint));
        shared.into_iter().chain(endpoints).collect::<Vec<_>>()
    };
    model.apis.iter().flat_map(of_api).collect()
}

fn line(api: &Api, endpoint: &Endpoint) -> Line {
    let [corrections, doubts] = counts(&corrections::endpoint(endpoint));
    [
        format!("{}/{}", api.name, endpoint.name),
        endpoint.method.value.0.clone(),
        endpoint.path.value.text.clone(),
        endpoint.page.seen.as_ref().map_or_else(|| "never".to_owned(), |seen| seen.text.clone()),
        corrections,
        doubts,
        endpoint.page.address.text.clone(),
    ]
}

fn counts(section: &Section) -> [String; 2] {
    [section.rows.len(), section.doubts.len()].map(|count| count.to_string())
}

/// Columns as wide as what stands in them.
fn table(lines: &[Line]) -> String {
    let headings = HEADINGS.map(str::to_owned);
    let all = || std::iter::once(&headings).chain(lines);
    let width = |column: usize| all().map(|line| line[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..HEADINGS.len()).map(width).collect();
    let mut text = String::new();
    for line in all() {
        let mut row = String::new();
        for (cell, width) in line.iter().zip(&widths) {
            _ = write!(row, "{cell:width$}  ");
        }
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}

fn api(api: &Api) -> Value {
    let shared = corrections::shared(api);
    json!({
        "name": api.name,
        "title": api.title,
        "shared": { "corrections": shared.rows.len(), "doubts": shared.doubts.len() },
        "endpoints": api.endpoints.iter().map(endpoint).collect::<Value>(),
    })
}

fn endpoint(endpoint: &Endpoint) -> Value {
    let section = corrections::endpoint(endpoint);
    json!({
        "name": endpoint.name,
        "method": endpoint.method.value.0,
        "path": endpoint.path.value.text,
        "page": endpoint.page.address.text,
        "seen": endpoint.page.seen.as_ref().map(|seen| &seen.text),
        "corrections": section.rows.len(),
        "doubts": section.doubts.len(),
    })
}
