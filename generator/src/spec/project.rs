//! All files of a project, decoded. A broken file does not hide the errors of the others.

#[cfg(test)]
mod tests;

use std::io;

use camino::Utf8Path;

use super::block::Block;
use super::decode::decode;
use super::discover::{API_FILE, Files, Listing, PROJECT_FILE, YAML, is_name, start_of};
use super::table::{At, Key};
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Id, Place, Sources};
use crate::yaml::{self, Entry, Node, NodeKind};

/// The version of the language that is read.
const LANGUAGE: &str = "1";

/// The files of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectFiles {
    /// `docwright.yaml`.
    pub project: Block,
    /// The APIs, by name (bytes).
    pub apis: Vec<ApiFiles>,
}

/// The files of an API.
#[derive(Clone, Debug, PartialEq)]
pub struct ApiFiles {
    /// The folder's name.
    pub name: String,
    /// Where `api.yaml` begins.
    pub place: Place,
    /// `api.yaml`.
    pub api: Block,
    /// The endpoints, by name (bytes).
    pub endpoints: Vec<EndpointFile>,
}

/// The file of an endpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointFile {
    /// Its name without its ending.
    pub name: String,
    /// Where it begins.
    pub place: Place,
    /// What it holds.
    pub block: Block,
}

/// Reads all specs of a folder. What is wrong in them goes to `found`; `None` if there is no project to speak of. APIs and
/// endpoints that cannot be read at all are left out.
///
/// # Errors
/// Where a file or folder that is there cannot be read.
pub fn load(specs: &Utf8Path, sources: &mut Sources, found: &mut Diagnostics) -> io::Result<Option<ProjectFiles>> {
    if !specs.is_dir() {
        found.push(no_specs(specs));
        return Ok(None);
    }
    let mut files = Files::new(specs, sources, found)?;
    let Listing { folders, files: yaml, links } = files.list("")?;
    if !yaml.iter().any(|name| name == PROJECT_FILE) {
        if !links.iter().any(|name| name == PROJECT_FILE) {
            files.found.push(no_specs(specs));
        }
        return Ok(None);
    }
    let file = files.read(PROJECT_FILE)?;
    let node = file.and_then(|file| yaml::parse(file, files.sources, files.found));
    if let Some(diagnostic) = node.as_ref().and_then(another_language) {
        files.found.push(diagnostic);
        return Ok(None);
    }
    let project = node.and_then(|node| decode(&node, At::Project, files.found));
    for name in yaml.iter().filter(|name| *name != PROJECT_FILE) {
        files.stray(name, "the specs of an API stand in a folder of its own");
    }
    if folders.is_empty() {
        files.found.push(no_api(file));
    }
    let mut apis = Vec::with_capacity(folders.len());
    for folder in &folders {
        apis.extend(files.api(folder)?);
    }
    Ok(project.map(|project| ProjectFiles { project, apis }))
}

impl Files<'_> {
    /// A folder of specs; `None` if it is no API, or its `api.yaml` cannot be read.
    fn api(&mut self, folder: &str) -> io::Result<Option<ApiFiles>> {
        let well_named = is_name(folder);
        if !well_named {
            self.bad_name(folder);
        }
        let Listing { folders, files, links } = self.list(folder)?;
        for inner in folders {
            self.stray(&format!("{folder}/{inner}"), "the folder of an API has no folders");
        }
        let api = if files.iter().any(|name| name == API_FILE) {
            self.parse(&format!("{folder}/{API_FILE}"))?
        } else {
            if !links.iter().any(|name| name == API_FILE) {
                let help =
                    "each folder beside `docwright.yaml` is an API: write its `title` and `servers` into that file";
                self.complain(Id::NoApi, folder, |shown| format!("`{shown}` has no `{API_FILE}`"), help);
            }
            None
        };
        let api = api.and_then(|(file, node)| Some((file, decode(&node, At::Api, self.found)?)));
        let mut endpoints = Vec::new();
        for name in files.iter().filter(|name| *name != API_FILE) {
            endpoints.extend(self.endpoint(folder, name)?);
        }
        let whole = |(file, api)| ApiFiles { name: folder.to_owned(), place: start_of(file), api, endpoints };
        Ok(api.filter(|_| well_named).map(whole))
    }

    fn endpoint(&mut self, folder: &str, file_name: &str) -> io::Result<Option<EndpointFile>> {
        let path = format!("{folder}/{file_name}");
        let stem = file_name.strip_suffix(YAML).unwrap_or(file_name);
        let well_named = is_name(stem);
        if !well_named {
            self.bad_name(&path);
        }
        let Some((file, node)) = self.parse(&path)? else { return Ok(None) };
        if let Some(diagnostic) = page_of_types(&node) {
            self.found.push(diagnostic);
            return Ok(None);
        }
        let block = decode(&node, At::Endpoint, self.found).filter(|_| well_named);
        Ok(block.map(|block| EndpointFile { name: stem.to_owned(), place: start_of(file), block }))
    }

    /// Reads a file as YAML; what is wrong with it is told.
    fn parse(&mut self, path: &str) -> io::Result<Option<(FileId, Node)>> {
        let Some(file) = self.read(path)? else { return Ok(None) };
        let node = yaml::parse(file, self.sources, self.found);
        Ok(node.map(|node| (file, node)))
    }
}

fn no_api(project: Option<FileId>) -> Diagnostic {
    let diagnostic = Diagnostic::new(Id::NoApi, format!("no API stands beside `{PROJECT_FILE}`"))
        .help(format!("make a folder for an API, with `{API_FILE}` in it"));
    match project {
        Some(file) => diagnostic.at(start_of(file), ""),
        None => diagnostic,
    }
}

fn no_specs(specs: &Utf8Path) -> Diagnostic {
    Diagnostic::new(Id::NoSpecs, format!("there is no `{}`", specs.join(PROJECT_FILE)))
        .help("make one with `language: 1` and the `crate` to write, or name another folder with `--specs`")
}

/// A project of another version of the language: nothing else of it can be judged.
fn another_language(node: &Node) -> Option<Diagnostic> {
    let language = &entry(node, Key::Language)?.value;
    match &language.kind {
        NodeKind::Scalar(scalar) if scalar.text != LANGUAGE && scalar.text.parse::<u64>().is_ok() => {
            let title =
                format!("version {} of the language of specs is not read by this version of docwright", scalar.text);
            let help = format!("it reads version {LANGUAGE}; a newer docwright may read this one");
            Some(Diagnostic::new(Id::UnsupportedLanguage, title).at(language.place, "").help(help))
        }
        _ => None,
    }
}

/// A file of types alone.
fn page_of_types(node: &Node) -> Option<Diagnostic> {
    let types = entry(node, Key::Types)?;
    if entry(node, Key::Method).is_some() || entry(node, Key::Path).is_some() {
        return None;
    }
    let title = "a file of `types` without an endpoint is not read by this version";
    let help = "until then put types that endpoints share into api.yaml; an endpoint has `method` and `path`";
    Some(Diagnostic::new(Id::NotYet, title).at(types.key.place, "").help(help))
}

fn entry(node: &Node, key: Key) -> Option<&Entry> {
    match &node.kind {
        NodeKind::Mapping(entries) => entries.iter().find(|entry| entry.key.value == key.as_str()),
        NodeKind::Scalar(_) | NodeKind::Sequence(_) => None,
    }
}
