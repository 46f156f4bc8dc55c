//! The Rust text of a plan.

mod answer;
mod api;
mod auth;
mod docs;
mod endpoint;
mod enumeration;
mod example;
mod format;
mod item;
mod library;
mod literal;
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

use camino::Utf8PathBuf;

use crate::plan::Plan;

/// A file of a generated crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedFile {
    /// Its path, relative to the folder of the crate, with `/`.
    pub path: Utf8PathBuf,
    /// Its text.
    pub text: String,
}

/// The source of the crate: the library, a module for each API, the runtime.
#[must_use]
pub fn emit(plan: &Plan) -> Vec<GeneratedFile> {
    let mut files = vec![library::file(plan)];
    for api in &plan.apis {
        files.push(api::file(api));
        files.extend(api.endpoints.iter().map(|endpoint| endpoint::file(plan, api, endpoint)));
    }
    files.extend(runtime::files());
    files
}
