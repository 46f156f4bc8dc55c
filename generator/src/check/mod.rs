//! Rules over the model, the examples included: what is wrong with specs that could be read.

mod address;
mod bounds;
mod constraints;
mod counts;
mod credentials;
mod encoding;
mod example;
pub(crate) mod exceptions;
pub(crate) mod interval;
mod judge;
mod kind;
mod media;
mod name;
mod path;
pub mod pattern;
mod patterns;
#[cfg(test)]
mod tests;
mod union;
mod values;
mod variables;
pub(crate) mod walk;

use std::collections::HashSet;

pub(crate) use judge::{Form, response_of, status, texts, written};
pub use judge::{judge_request, judge_response};

pub(crate) use self::patterns::Patterns;
use crate::diagnostic::{Diagnostic, Diagnostics, Kind};
use crate::model::{Api, Model, Scope};
use crate::parallel::Threads;

/// Judges all APIs of a project, each with its endpoints and their examples.
pub fn check(model: &Model, found: &mut Diagnostics) {
    let patterns = Patterns::default();
    let whole = !found.has_errors();
    let judged = |api: &Api| {
        let mut of_api = judge_api(api, patterns.clone());
        exceptions::settle(&api.exceptions, Kind::Mistake, whole, &mut of_api);
        of_api
    };
    for of_api in Threads::of_machine().map(&model.apis, judged) {
        found.append(of_api);
    }
}

fn judge_api(api: &Api, mut patterns: Patterns) -> Diagnostics {
    let mut all = Diagnostics::default();
    walk::walk(api, &mut |site| {
        constraints::judge(site, &mut patterns, &mut all);
        bounds::judge(site, &mut all);
        values::judge(site, &mut patterns, &mut all);
        counts::judge(site, &mut all);
        encoding::judge(site, &mut all);
        union::judge(site, &mut all);
    });
    address::servers(api, &mut all);
    name::of_api(api, &mut all);
    credentials::judge(api, &mut all);
    path::duplicates(api, &mut all);
    for endpoint in &api.endpoints {
        address::page(&endpoint.page, &mut all);
        name::of_endpoint(api, endpoint, &mut all);
        credentials::of_endpoint(api, endpoint, &mut all);
        path::judge(api, endpoint, &mut all);
        media::judge(api, endpoint, &mut all);
    }
    let mut found = Diagnostics::default();
    once(&all, &mut found);
    for endpoint in &api.endpoints {
        example::judge(Scope { api, endpoint: Some(endpoint) }, endpoint, &mut patterns, &mut found);
    }
    found
}

/// Keeps the first message of those that say one thing of one place: a fact of a type is seen at each use, an entry of a
/// part in each endpoint.
pub(crate) fn once(all: &Diagnostics, found: &mut Diagnostics) {
    let mut told = HashSet::new();
    for diagnostic in all {
        let places: Vec<_> = diagnostic.labels.iter().map(|label| label.place).collect();
        if told.insert((diagnostic.id, places)) {
            found.push(Diagnostic::clone(diagnostic));
        }
    }
}
