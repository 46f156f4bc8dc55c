//! Rules over the model, the examples included: what is wrong with specs that could be read.

mod address;
mod bounds;
mod constraints;
mod credentials;
mod encoding;
mod example;
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
mod walk;

use std::collections::HashSet;

pub use judge::{Form, header, judge_request, judge_response, response_of, status, written};

pub(crate) use self::patterns::Patterns;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Model, Scope};

/// Judges all APIs of a project, each with its endpoints and their examples.
pub fn check(model: &Model, found: &mut Diagnostics) {
    let mut patterns = Patterns::default();
    let mut all = Diagnostics::default();
    for api in &model.apis {
        walk::walk(api, &mut |site| {
            constraints::judge(site, &mut patterns, &mut all);
            bounds::judge(site, &mut all);
            values::judge(site, &mut patterns, &mut all);
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
            credentials::of_endpoint(endpoint, &mut all);
            path::judge(endpoint, &mut all);
            media::judge(api, endpoint, &mut all);
        }
    }
    once(&all, found);
    for api in &model.apis {
        for endpoint in &api.endpoints {
            example::judge(Scope { api, endpoint: Some(endpoint) }, endpoint, &mut patterns, found);
        }
    }
}

/// Keeps the first message of those that say one thing of one place: a fact of a type is seen at each use, an entry of a
/// part in each endpoint.
fn once(all: &Diagnostics, found: &mut Diagnostics) {
    let mut told = HashSet::new();
    for diagnostic in all {
        let places: Vec<_> = diagnostic.labels.iter().map(|label| label.place).collect();
        if told.insert((diagnostic.id, places)) {
            found.push(Diagnostic::clone(diagnostic));
        }
    }
}
