//! From the blocks of the files to the model.
//!
//! Each file is first walked as it stands, so that what it says wrong is found wherever it is said ([`halves`], [`shapes`],
//! [`names`]). Then facts are resolved ([`resolve`]) and read into the model's types. What cannot be had is left out, or
//! replaced by something that later checks do not stumble over: all errors of all files are found in one run.

mod accepted;
mod api;
mod corrections;
mod credential;
mod endpoint;
mod entry;
mod enumeration;
mod example;
mod exceptions;
mod fit;
mod halves;
mod include;
mod message;
mod names;
mod package;
mod page;
mod read;
mod resolve;
mod same;
mod shapes;
#[cfg(test)]
mod tests;
mod types;
mod walk;
mod words;

pub use api::build_api;
pub use package::crate_name;

use super::{Api, Model};
use crate::diagnostic::Diagnostics;
use crate::spec::ProjectFiles;
use crate::spec::block::Block;

/// Settles what the files of a project mean.
///
/// The model that comes beside errors is for further checks alone: parts of it may be stand-ins. `None` where no API
/// could be read.
pub fn build(project: &ProjectFiles, found: &mut Diagnostics) -> Option<Model> {
    let whole = !found.has_errors();
    let apis = project.apis.iter().map(|files| build_api(files, whole, found)).collect();
    assemble(&project.project, apis, found)
}

/// Puts a model together of `docwright.yaml` and APIs that are built already; `None` where there are none.
pub fn assemble(project: &Block, apis: Vec<Api>, found: &mut Diagnostics) -> Option<Model> {
    let package = package::package(project, found);
    let accepted = accepted::accepted(project);
    let lints = exceptions::levels(project, found);
    (!apis.is_empty()).then_some(Model { package, accepted, apis, lints })
}
