//! The few lines that say what was read and what was written.

use std::fmt::Write as _;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::{Value, json};

use crate::diagnostic::shown;
use crate::output::Written;
use crate::pipeline::Contents;

/// Names of changed files that are said; the others are counted.
const MOST_NAMES: usize = 12;

/// What was read: the APIs with their endpoints.
pub(super) fn read(specs: &str, contents: &Contents) -> String {
    let mut text = read_in_short(specs, contents);
    for api in &contents.apis {
        _ = writeln!(text, "    {}: {}", api.name, api.endpoints.join(", "));
    }
    text
}

/// What was read, in a line.
pub(super) fn read_in_short(specs: &str, contents: &Contents) -> String {
    format!("Read `{}`: {}\n", shown::whole(specs), counts(contents))
}

/// How many APIs and endpoints there are.
pub(super) fn counts(contents: &Contents) -> String {
    let endpoints = contents.apis.iter().map(|api| api.endpoints.len()).sum();
    format!("{}, {}", counted(contents.apis.len(), "API"), counted(endpoints, "endpoint"))
}

/// What was read, for programs.
pub(super) fn apis(contents: &Contents) -> Value {
    contents.apis.iter().map(|api| json!({ "name": api.name, "endpoints": api.endpoints })).collect()
}

/// What was written, or would be.
pub(super) fn written(verb: &str, folder: &Utf8Path, written: &Written) -> String {
    let shown = shown::whole(folder.as_str());
    if written.changes() == 0 {
        return format!("`{shown}` is up to date: {} unchanged\n", counted(written.unchanged, "file"));
    }
    let kinds = [("created", &written.created), ("updated", &written.updated), ("removed", &written.removed)];
    let mut text = format!("{verb} `{shown}`: ");
    for (kind, paths) in kinds.iter().filter(|(_, paths)| !paths.is_empty()) {
        _ = write!(text, "{} {kind}, ", paths.len());
    }
    _ = writeln!(text, "{} unchanged", written.unchanged);
    let names = kinds.iter().flat_map(|(kind, paths)| paths.iter().map(move |path| (kind, path)));
    for (kind, path) in names.take(MOST_NAMES) {
        _ = writeln!(text, "    {kind} {path}");
    }
    if written.changes() > MOST_NAMES {
        _ = writeln!(text, "    and {} more", written.changes() - MOST_NAMES);
    }
    text
}

/// What was written, or would be, for programs.
pub(super) fn written_json(folder: &Utf8Path, written: &Written) -> Value {
    let paths = |paths: &[Utf8PathBuf]| -> Value { paths.iter().map(|path| path.as_str()).collect() };
    json!({
        "folder": folder.as_str(),
        "created": paths(&written.created),
        "updated": paths(&written.updated),
        "removed": paths(&written.removed),
        "unchanged": written.unchanged,
    })
}

pub(super) fn counted(count: usize, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}
