//! What a careful reviewer would ask of specs that are right: a rule each, told as a warning unless the project says otherwise.
//!
//! What an entry says is judged as the model has it, so that an answer in `known` or `inferred` is one; what is only seen in
//! the file is judged as it is written. A rule asks nothing that a spec has answered: each can be answered in the spec, or
//! allowed there with a reason.

mod bound_unit;
mod casing;
mod date;
mod enum_case;
mod float_id;
mod literal;
mod reason;
mod secret;
mod silent;
mod similar;
mod stale;
mod time_as_text;
mod words;

use std::collections::HashMap;

pub use date::Today;

use crate::check::walk::{Site, walk};
use crate::check::{exceptions, once};
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Kind, Sources};
use crate::model::{Api, Endpoint, Level, Model};
use crate::parallel::Threads;
use crate::spec::ApiFiles;

/// The rules about an entry, wherever it stands.
const OF_ENTRIES: [fn(Site<'_>, &mut Diagnostics); 6] =
    [bound_unit::judge, casing::judge, enum_case::judge, float_id::judge, secret::judge, time_as_text::judge];

/// The rules about an endpoint as a whole.
const OF_ENDPOINTS: [fn(&Api, &Endpoint, &mut Diagnostics); 3] =
    [casing::of_queries, silent::no_example, silent::no_words];

/// Judges the files of an API as they are written.
pub fn judge_files(files: &ApiFiles, sources: &Sources, found: &mut Diagnostics) {
    for block in std::iter::once(&files.api).chain(files.endpoints.iter().map(|endpoint| &endpoint.block)) {
        literal::judge(block, sources, found);
        reason::judge(block, found);
    }
}

/// Judges what the specs mean.
pub fn judge(model: &Model, today: Today, found: &mut Diagnostics) {
    for of_api in Threads::of_machine().map(&model.apis, |api| judge_api(api, today)) {
        found.append(of_api);
    }
}

fn judge_api(api: &Api, today: Today) -> Diagnostics {
    let mut all = Diagnostics::default();
    walk(api, &mut |site| {
        for rule in OF_ENTRIES {
            rule(site, &mut all);
        }
    });
    similar::judge(api, &mut all);
    stale::sources(api, today, &mut all);
    for endpoint in &api.endpoints {
        stale::page(&endpoint.page, today, &mut all);
        for rule in OF_ENDPOINTS {
            rule(api, endpoint, &mut all);
        }
    }
    let mut found = Diagnostics::default();
    once(&all, &mut found);
    found
}

/// Settles what lints are told, and what each weighs. `whole` says whether the specs are right: only then an exception
/// that nothing needs is one.
pub fn settle(model: &Model, whole: bool, found: &mut Diagnostics) {
    let mut by_api: Vec<Diagnostics> = model.apis.iter().map(|_| Diagnostics::default()).collect();
    let mut apis: HashMap<FileId, usize> = HashMap::new();
    for (index, api) in model.apis.iter().enumerate() {
        apis.insert(api.place.file, index);
        apis.extend(api.endpoints.iter().map(|endpoint| (endpoint.place.file, index)));
    }
    found.retain_mut(|diagnostic| {
        let file = diagnostic.labels.first().map(|label| label.place.file);
        let of_api = file.and_then(|file| by_api.get_mut(*apis.get(&file)?));
        let is_lint = diagnostic.id.kind() == Kind::Lint;
        of_api.filter(|_| is_lint).map(|of_api| of_api.push(Diagnostic::clone(diagnostic))).is_none()
    });
    for (api, mut of_api) in model.apis.iter().zip(by_api) {
        exceptions::settle(&api.exceptions, Kind::Lint, whole, &mut of_api);
        similar::gather(&mut of_api);
        found.append(of_api);
    }
    let levels: HashMap<_, _> = model.lints.iter().map(|lint| (lint.id, lint.level)).collect();
    found.retain_mut(|diagnostic| match levels.get(&diagnostic.id) {
        Some(Level::Off) => false,
        Some(Level::Told(severity)) => {
            diagnostic.severity = *severity;
            true
        }
        None => true,
    });
}
