//! The Rust text of a plan.

mod answer;
mod api;
mod auth;
mod docs;
mod endpoint;
mod enumeration;
mod example;
mod format;
mod guide;
mod item;
mod library;
mod literal;
pub(crate) mod markdown;
mod package;
mod pattern;
mod record;
mod runtime;
mod scope;
mod server;
mod setter;
mod settings;
mod union;
mod validate;
mod wire;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;

use self::package::Readme;
use self::scope::Scope;
pub use crate::output::GeneratedFile;
use crate::parallel::Threads;
use crate::plan::{Api, Endpoint, Home, Plan};
pub(crate) use runtime::carried;

/// The crate: the library, a module for each API, the runtime, and the files around the sources.
#[must_use]
pub fn emit(plan: Plan) -> Vec<GeneratedFile> {
    emit_by(Threads::of_machine(), plan)
}

/// What is written of a few APIs is written before the next ones, so that their plan can be let go of.
fn emit_by(threads: Threads, mut plan: Plan) -> Vec<GeneratedFile> {
    let mut files = vec![library::file(&plan)];
    files.extend(guide::files(&plan));
    files.extend(runtime::files());
    files.extend(package::package(threads, &plan));
    plan.corrections = Vec::new();
    plan.samples = Vec::new();
    let mut readme = Readme::of(&plan);
    let mut apis = std::mem::take(&mut plan.apis).into_iter();
    loop {
        let batch = batch(&mut apis);
        if batch.is_empty() {
            break;
        }
        for (file, section) in threads.map(modules(&batch), |(api, endpoint)| module(&plan, api, endpoint)) {
            files.push(file);
            readme.add(&section);
        }
        files.extend(threads.map(&batch, |api| package::example(&plan, api)).into_iter().flatten());
    }
    files.push(readme.finish());
    files
}

/// So many endpoints are emitted together: enough for all threads to have work.
const BATCH: usize = 64;

/// The next APIs that have so many endpoints; none where all were given.
fn batch(apis: &mut impl Iterator<Item = Api>) -> Vec<Api> {
    let mut batch = Vec::new();
    let mut endpoints = 0;
    while endpoints < BATCH {
        let Some(api) = apis.next() else { break };
        endpoints += api.endpoints.len();
        batch.push(api);
    }
    batch
}

/// The module of an API or of an endpoint, and what README says of it.
fn module(plan: &Plan, api: &Api, endpoint: Option<&Endpoint>) -> (GeneratedFile, String) {
    let Some(endpoint) = endpoint else { return (api::file(api), package::heading(api)) };
    let example = example::lines(plan, api, endpoint);
    (endpoint::file(api, endpoint, &example), package::section(endpoint, &example))
}

/// Each API, and behind it each of its endpoints.
fn modules(apis: &[Api]) -> Vec<(&Api, Option<&Endpoint>)> {
    let mut modules = Vec::new();
    for api in apis {
        modules.push((api, None));
        modules.extend(api.endpoints.iter().map(|endpoint| (api, Some(endpoint))));
    }
    modules
}

/// The items of the module of an API, or of one of its endpoints. Nothing is imported: own names stand alone, those of
/// the API behind `super`, all others behind their whole path.
pub(crate) fn items(api: &Api, endpoint: Option<&Endpoint>) -> TokenStream {
    let items = match endpoint {
        None => api::items(api, &Scope::by_path(Home::Api)),
        Some(endpoint) => endpoint::items(api, endpoint, &[], &Scope::by_path(Home::Endpoint)),
    };
    items.into_iter().collect()
}

/// The call of an endpoint by the blocking client, as the documentation of the crate has it.
#[must_use]
pub fn call(plan: &Plan, api: &Api, endpoint: &Endpoint) -> String {
    let (imports, statements) = example::call(plan, api, endpoint);
    let mut text = String::new();
    for line in imports.iter().map(String::as_str).chain([""]).chain(statements.iter().map(String::as_str)) {
        text.push_str(line);
        text.push('\n');
    }
    text
}
