//! The files around the sources: manifest, README, corrections, samples, examples, attributes.

mod corrections;
mod examples;
mod manifest;
mod readme;
mod samples;

use camino::Utf8PathBuf;

use super::GeneratedFile;
pub(super) use examples::{command as run_example, example};
use manifest::Manifest;
pub(super) use readme::{Readme, heading, section};

use crate::parallel::Threads;
use crate::plan::Plan;

/// The files around the sources, save those that are made API by API: [`example`], and the sections of [`Readme`].
pub(super) fn package(threads: Threads, plan: &Plan) -> Vec<GeneratedFile> {
    let manifest = Manifest {
        name: &plan.package,
        version: &plan.version,
        license: plan.license.as_deref(),
        description: plan.description.as_deref(),
        apis: plan.apis.iter().map(|api| api.feature.as_str()).collect(),
        examples: examples::with_example(plan).map(|api| (api.module.as_str(), api.feature.as_str())).collect(),
    };
    let mut files = vec![
        file("Cargo.toml", manifest::manifest(&manifest)),
        file("CORRECTIONS.md", corrections::corrections(threads, &plan.corrections)),
        file("rustfmt.toml", "# Formatted by its generator.\ndisable_all_formatting = true\n"),
        file(".gitattributes", "* text eol=lf linguist-generated\n"),
    ];
    files.extend(samples::samples(plan.library.as_str(), &plan.samples));
    files.push(examples::stand_in(plan));
    files
}

fn file(path: impl Into<Utf8PathBuf>, text: impl Into<String>) -> GeneratedFile {
    GeneratedFile { path: path.into(), text: text.into() }
}
