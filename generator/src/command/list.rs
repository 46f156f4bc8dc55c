//! `docwright list`: all endpoints, with their pages and with how much of these is corrected or unclear.

use serde_json::{Value, json};

use super::Outcome;
use super::arguments::Options;
use super::project::Project;
use super::report::Report;
use super::table::table;
use crate::check;
use crate::diagnostic::shown;
use crate::model::{Api, Endpoint};
use crate::pipeline::{self, Meaning};
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
    let Meaning { sources, mut found, model } = pipeline::read(&project.specs);
    if let Some(model) = &model {
        check::check(model, &mut found);
    }
    let mut report = Report { sources, found, ..Report::default() };
    if let Some(model) = &model {
        tell(&model.apis, &mut report);
    }
    report
}

/// Lists the endpoints of some APIs.
pub(super) fn tell(apis: &[Api], report: &mut Report) {
    let apis: Vec<Listed<'_>> = apis.iter().map(Listed::of).collect();
    report.text = table(HEADINGS, &apis.iter().flat_map(Listed::lines).collect::<Vec<_>>(), usize::MAX);
    report.tell("apis", apis.iter().map(Listed::json).collect::<Value>());
}

/// How much of a page is corrected or unclear.
struct Counts {
    corrections: usize,
    doubts: usize,
}

impl Counts {
    fn of(section: &Section) -> Self {
        Self { corrections: section.rows.len(), doubts: section.doubts.len() }
    }
}

/// An API with what is counted of it.
struct Listed<'m> {
    api: &'m Api,
    shared: Counts,
    endpoints: Vec<(&'m Endpoint, Counts)>,
}

const HEADINGS: [&str; 7] = ["ENDPOINT", "METHOD", "PATH", "SEEN", "CORRECTIONS", "DOUBTS", "PAGE"];

type Line = [String; HEADINGS.len()];

impl<'m> Listed<'m> {
    fn of(api: &'m Api) -> Self {
        let counted = |endpoint: &'m Endpoint| (endpoint, Counts::of(&corrections::endpoint(endpoint)));
        let endpoints = api.endpoints.iter().map(counted).collect();
        Self { api, shared: Counts::of(&corrections::shared(api)), endpoints }
    }

    fn lines(&self) -> Vec<Line> {
        let name = &self.api.name;
        let Counts { corrections, doubts } = self.shared;
        let shared = (corrections + doubts > 0).then(|| {
            let (corrections, doubts) = (corrections.to_string(), doubts.to_string());
            [format!("{name} (shared)").as_str(), "-", "-", "-", &corrections, &doubts, "-"].map(str::to_owned)
        });
        let endpoints = self.endpoints.iter().map(|(endpoint, Counts { corrections, doubts })| {
            let (corrections, doubts) = (corrections.to_string(), doubts.to_string());
            [
                format!("{name}/{}", endpoint.name).as_str(),
                &endpoint.method.value.0,
                &endpoint.path.value.text,
                endpoint.page.seen.as_ref().map_or("never", |seen| seen.text.as_str()),
                &corrections,
                &doubts,
                &endpoint.page.address.text,
            ]
            .map(|cell| shown::whole(cell).into_owned())
        });
        shared.into_iter().chain(endpoints).collect()
    }

    fn json(&self) -> Value {
        let endpoint = |(endpoint, counts): &(&Endpoint, Counts)| {
            json!({
                "name": endpoint.name,
                "method": endpoint.method.value.0,
                "path": endpoint.path.value.text,
                "page": endpoint.page.address.text,
                "seen": endpoint.page.seen.as_ref().map(|seen| &seen.text),
                "corrections": counts.corrections,
                "doubts": counts.doubts,
            })
        };
        json!({
            "name": self.api.name,
            "title": self.api.title,
            "shared": { "corrections": self.shared.corrections, "doubts": self.shared.doubts },
            "endpoints": self.endpoints.iter().map(endpoint).collect::<Value>(),
        })
    }
}
