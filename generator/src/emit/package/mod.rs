//! The files around the sources: manifest, README, corrections, samples, attributes.

mod corrections;
mod manifest;
mod markdown;
mod readme;
mod samples;

use super::GeneratedFile;
use manifest::Manifest;

use crate::plan::{Api, Endpoint, Plan};

/// The files around the sources.
pub(super) fn package(plan: &Plan, example: impl Fn(&Api, &Endpoint) -> String) -> Vec<GeneratedFile> {
    let manifest = Manifest {
        name: &plan.package,
        version: &plan.version,
        license: plan.license.as_deref(),
        description: plan.description.as_deref(),
        apis: plan.apis.iter().map(|api| api.feature.as_str()).collect(),
    };
    let mut files = vec![
        GeneratedFile::new("Cargo.toml", manifest::manifest(&manifest)),
        GeneratedFile::new("README.md", readme::readme(plan, example)),
        GeneratedFile::new("CORRECTIONS.md", corrections::corrections(&plan.corrections)),
        GeneratedFile::new("rustfmt.toml", "# Formatted by its generator.\ndisable_all_formatting = true\n"),
        GeneratedFile::new(".gitattributes", "* text eol=lf linguist-generated\n"),
    ];
    files.extend(samples::samples(plan.library.as_str(), &plan.samples));
    files
}
