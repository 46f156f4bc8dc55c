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

pub use crate::output::GeneratedFile;
use crate::parallel::Threads;
use crate::plan::{Api, Endpoint, Plan};

/// The crate: the library, a module for each API, the runtime, and the files around the sources.
#[must_use]
pub fn emit(plan: &Plan) -> Vec<GeneratedFile> {
    emit_by(Threads::of_machine(), plan)
}

fn emit_by(threads: Threads, plan: &Plan) -> Vec<GeneratedFile> {
    let mut files = vec![library::file(plan)];
    files.extend(threads.map(&modules(plan), |(api, endpoint)| match endpoint {
        Some(endpoint) => endpoint::file(plan, api, endpoint),
        None => api::file(api),
    }));
    files.extend(guide::files(plan));
    files.extend(runtime::files());
    files.extend(package::package(threads, plan));
    files
}

/// Each API, and behind it each of its endpoints.
fn modules(plan: &Plan) -> Vec<(&Api, Option<&Endpoint>)> {
    let mut modules = Vec::new();
    for api in &plan.apis {
        modules.push((api, None));
        modules.extend(api.endpoints.iter().map(|endpoint| (api, Some(endpoint))));
    }
    modules
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
