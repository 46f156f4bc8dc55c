//! `docwright schema`: the JSON Schemas of the language, for editors.

use std::fs;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::json;

use super::Outcome;
use super::arguments::Options;
use super::project::Project;
use super::report::Report;
use crate::diagnostic::{Diagnostic, Id, shown};
use crate::spec;

/// The folder of the schemas, beside docwright.yaml.
const FOLDER: &str = ".schema";

/// Runs it.
pub(super) fn run(options: &Options) -> Outcome {
    match Project::find(options) {
        Ok(project) => write_all(&project),
        Err(diagnostic) => Report::of(diagnostic),
    }
    .outcome(options)
}

fn write_all(project: &Project) -> Report {
    let mut report = Report::default();
    let (mut changed, mut unchanged) = (Vec::new(), Vec::new());
    for (name, text) in spec::schemas() {
        let path = format!("{}/{FOLDER}/{name}", project.shown());
        match write(&project.specs, name, &text) {
            Ok(true) => changed.push(path),
            Ok(false) => unchanged.push(path),
            Err(diagnostic) => {
                report.found.push(diagnostic);
                return report;
            }
        }
    }
    report.text = match changed.as_slice() {
        [] => format!("`{}/{FOLDER}` is up to date\n", shown::whole(project.shown())),
        changed => format!("Wrote `{}`\n", shown::whole(&changed.join("`, `"))),
    };
    report.tell("written", json!({ "changed": changed, "unchanged": unchanged }));
    report
}

/// Writes a schema unless it is there already; whether it was written.
fn write(specs: &Utf8Path, name: &str, text: &str) -> Result<bool, Diagnostic> {
    let folder = specs.join(FOLDER);
    let path = folder.join(name);
    refuse_link(&folder)?;
    refuse_link(&path)?;
    let cannot = |doing: &'static str, path: &Utf8PathBuf| {
        let path = path.clone();
        move |error: io::Error| Diagnostic::new(Id::Io, format!("cannot {doing} `{path}`: {error}"))
    };
    match fs::read(&path) {
        Ok(bytes) if bytes == text.as_bytes() => return Ok(false),
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(cannot("read", &path)(error)),
        _ => {}
    }
    fs::create_dir_all(&folder).map_err(cannot("create", &folder))?;
    fs::write(&path, text).map_err(cannot("write", &path))?;
    Ok(true)
}

fn refuse_link(path: &Utf8Path) -> Result<(), Diagnostic> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_symlink() => Err(Diagnostic::new(Id::LinkRefused, format!("`{path}` is a link"))
            .help("put a file or folder in its place: docwright writes through no link")),
        _ => Ok(()),
    }
}
