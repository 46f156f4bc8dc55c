//! `docwright schema`: the JSON Schemas of the language, for editors, and of what docwright prints, for programs.

use camino::Utf8PathBuf;
use serde_json::json;

use super::Outcome;
use super::arguments::Options;
use super::project::Project;
use super::report::Report;
use crate::diagnostic::{Diagnostic, Id, shown};
use crate::disk::together::{self, Change, NotWritten, Place};
use crate::scaffold::NewFile;
use crate::{report, spec};

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
    let schemas = spec::schemas().into_iter().chain([report::schema()]);
    let files: Vec<NewFile> = schemas.map(|(name, text)| NewFile::new(format!("{FOLDER}/{name}"), text)).collect();
    let changes: Vec<_> =
        files.iter().map(|file| Change { place: Place::FreeOrFile, ..Change::new(&project.specs, file) }).collect();
    let is_new = match together::write(&changes) {
        Ok(is_new) => is_new,
        Err(refused) => {
            report.found.push(not_written(refused, |path| format!("{}/{path}", project.shown())));
            return report;
        }
    };
    let named = |wanted: bool| {
        let files = files.iter().zip(&is_new).filter(|(_, is_new)| **is_new == wanted);
        files.map(|(file, _)| format!("{}/{}", project.shown(), file.path)).collect::<Vec<_>>()
    };
    let (changed, unchanged) = (named(true), named(false));
    report.text = match changed.as_slice() {
        [] => format!("`{}/{FOLDER}` is up to date\n", shown::whole(project.shown())),
        changed => format!("Wrote `{}`\n", shown::whole(&changed.join("`, `"))),
    };
    report.tell("written", json!({ "changed": changed, "unchanged": unchanged }));
    report
}

/// That nothing was written, and why.
pub(super) fn not_written(refused: NotWritten, shown: impl Fn(Utf8PathBuf) -> String) -> Diagnostic {
    match refused {
        NotWritten::Link(path) => Diagnostic::new(Id::LinkRefused, format!("`{}` is a link", shown(path)))
            .help("put a file or folder in its place: docwright writes through no link"),
        NotWritten::Exists(path) => {
            Diagnostic::new(Id::Io, format!("cannot write `{}`: something is in the way", shown(path)))
                .help("move it away; nothing was written")
        }
        NotWritten::Changed(path) => {
            Diagnostic::new(Id::Io, format!("`{}` was changed while it was read", shown(path)))
                .help("nothing was written; try again")
        }
        NotWritten::Io(path, error) => {
            Diagnostic::new(Id::Io, format!("cannot write `{}`: {error}", shown(path))).help("nothing was written")
        }
    }
}
