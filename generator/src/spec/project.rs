//! All files of a project, decoded. A broken file does not hide the errors of the others.

#[cfg(test)]
mod tests;

use std::io;

use camino::Utf8Path;

use super::block::Block;
use super::decode::decode;
use super::discover::{API_FILE, Files, Listing, PROJECT_FILE, Texts, YAML, start_of};
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

/// The files of a project as they are found: read, and not decoded yet.
#[derive(Debug)]
pub struct Listed {
    /// `docwright.yaml`, decoded; `None` where it is no block.
    pub project: Option<Block>,
    /// The folders of APIs, by name (bytes).
    pub apis: Vec<ListedApi>,
}

/// The files of an API as they are found.
#[derive(Debug)]
pub struct ListedApi {
    name: String,
    well_named: bool,
    /// `api.yaml`; `None` where it cannot be read.
    api: Option<FileId>,
    endpoints: Vec<ListedEndpoint>,
}

/// The file of an endpoint as it is found.
#[derive(Debug)]
struct ListedEndpoint {
    name: String,
    well_named: bool,
    file: FileId,
}

/// Reads all specs of a folder. What is wrong in them goes to `found`; `None` if there is no project to speak of. APIs and
/// endpoints that cannot be read at all are left out.
///
/// # Errors
/// Where a file or folder that is there cannot be read.
pub fn load(specs: &Utf8Path, sources: &mut Sources, found: &mut Diagnostics) -> io::Result<Option<ProjectFiles>> {
    let Some(listed) = list(specs, sources, found)? else { return Ok(None) };
    let apis = listed.apis.iter().filter_map(|api| api.decode(sources, found)).collect();
    Ok(listed.project.map(|project| ProjectFiles { project, apis }))
}

/// Finds and reads all files of a folder, and decodes none of an API, so that each API can be decoded by itself. `None` if
/// there is no project to speak of.
///
/// # Errors
/// Where a file or folder that is there cannot be read.
pub fn list(specs: &Utf8Path, sources: &mut Sources, found: &mut Diagnostics) -> io::Result<Option<Listed>> {
    list_with(specs, None, &Texts::new(), sources, found)
}

/// Finds and reads all files of a folder as [`list`] does, some with another text than the disk has. The folder is shown by a
/// name of its own where it has another than its path tells.
///
/// # Errors
/// Where a file or folder that is there cannot be read.
pub fn list_with(
    specs: &Utf8Path,
    shown: Option<&str>,
    instead: &Texts,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> io::Result<Option<Listed>> {
    if !specs.is_dir() {
        found.push(no_specs(specs));
        return Ok(None);
    }
    let mut files = Files::new(specs, shown, instead, sources, found)?;
    let Listing { folders, files: yaml, links, .. } = files.list("")?;
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
    let project =
        node.zip(file).and_then(|(node, file)| decode(&node, At::Project, &files.sources.get(file).text, files.found));
    for name in yaml.iter().filter(|name| *name != PROJECT_FILE) {
        files.stray(name, "move it into the folder of its API, beside `api.yaml`");
    }
    if folders.is_empty() {
        files.found.push(no_api(file));
    }
    let apis = folders.into_iter().map(|folder| files.api(folder)).collect::<io::Result<_>>()?;
    Ok(Some(Listed { project, apis }))
}

/// A file of specs, whatever it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecFile {
    /// Its path below the folder of specs, with `/`.
    pub path: String,
    /// What was read.
    pub file: FileId,
    /// What kind of file it is.
    pub at: At,
}

/// Finds and reads all files of a folder of specs, and says nothing of what else stands there, or of what the files hold.
/// What cannot be read goes to `found`, and so does a language that is not this one: then there are no files.
///
/// # Errors
/// Where a file or folder that is there cannot be read.
pub fn files(specs: &Utf8Path, sources: &mut Sources, found: &mut Diagnostics) -> io::Result<Vec<SpecFile>> {
    if !specs.join(PROJECT_FILE).exists() {
        found.push(no_specs(specs));
        return Ok(Vec::new());
    }
    let (mut said, instead) = (Diagnostics::default(), Texts::new());
    let mut reader = Files::new(specs, None, &instead, sources, &mut said)?;
    let mut folders = vec![String::new()];
    folders.extend(reader.list("")?.folders);
    let mut all = Vec::new();
    for folder in folders {
        for name in reader.list(&folder)?.files {
            let is_spec = !folder.is_empty() || name == PROJECT_FILE;
            let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            if let Some(file) = if is_spec { reader.read(&path)? } else { None } {
                let at = kind_of(&path);
                all.push(SpecFile { path, file, at });
            }
        }
    }
    let is_unread = |diagnostic: &Diagnostic| matches!(diagnostic.id, Id::LinkRefused | Id::NotUtf8 | Id::YamlLimit);
    found.extend(said.causes().sorted().into_iter().filter(is_unread));
    // What is wrong with the file itself is said where it is formatted.
    let project = all.first().and_then(|first| yaml::parse(first.file, sources, &mut Diagnostics::default()));
    if let Some(diagnostic) = project.as_ref().and_then(another_language) {
        found.push(diagnostic);
        all.clear();
    }
    Ok(all)
}

/// What kind of file a spec is, by its path.
#[must_use]
pub fn kind_of(path: &str) -> At {
    match path.rsplit(['/', '\\']).next() {
        Some(PROJECT_FILE) => At::Project,
        Some(API_FILE) => At::Api,
        _ => At::Endpoint,
    }
}

impl Files<'_> {
    /// Reads the files of a folder.
    fn api(&mut self, folder: String) -> io::Result<ListedApi> {
        let well_named = self.is_well_named(&folder, &folder);
        let Listing { folders, files, links, misnamed } = self.list(&folder)?;
        for inner in folders {
            self.stray(&format!("{folder}/{inner}"), "the folder of an API has no folders");
        }
        let api = if files.iter().any(|name| name == API_FILE) {
            self.read(&format!("{folder}/{API_FILE}"))?
        } else {
            // Of one that is called otherwise, another message tells.
            if !links.iter().any(|name| name == API_FILE) && !misnamed {
                let help =
                    "each folder beside `docwright.yaml` is an API: write its `title` and `servers` into that file";
                self.complain(Id::NoApi, &folder, |shown| format!("`{shown}` has no `{API_FILE}`"), help);
            }
            None
        };
        let mut endpoints = Vec::with_capacity(files.len());
        for name in files.iter().filter(|name| *name != API_FILE) {
            endpoints.extend(self.endpoint(&folder, name)?);
        }
        Ok(ListedApi { name: folder, well_named, api, endpoints })
    }

    fn endpoint(&mut self, folder: &str, file_name: &str) -> io::Result<Option<ListedEndpoint>> {
        let path = format!("{folder}/{file_name}");
        let name = file_name.strip_suffix(YAML).unwrap_or(file_name);
        let well_named = self.is_well_named(name, &path);
        Ok(self.read(&path)?.map(|file| ListedEndpoint { name: name.to_owned(), well_named, file }))
    }
}

impl ListedApi {
    /// What the files hold; `None` if they are no API, or its `api.yaml` cannot be read.
    pub fn decode(&self, sources: &Sources, found: &mut Diagnostics) -> Option<ApiFiles> {
        let api = self.api.and_then(|file| {
            let node = yaml::parse(file, sources, found)?;
            Some((file, decode(&node, At::Api, &sources.get(file).text, found)?))
        });
        let endpoints = self.endpoints.iter().filter_map(|endpoint| endpoint.decode(sources, found)).collect();
        let (file, api) = api.filter(|_| self.well_named)?;
        Some(ApiFiles { name: self.name.clone(), place: start_of(file), api, endpoints })
    }
}

impl ListedEndpoint {
    fn decode(&self, sources: &Sources, found: &mut Diagnostics) -> Option<EndpointFile> {
        let node = yaml::parse(self.file, sources, found)?;
        if let Some(diagnostic) = page_of_types(&node) {
            found.push(diagnostic);
            return None;
        }
        let text = &sources.get(self.file).text;
        let block = decode(&node, At::Endpoint, text, found).filter(|_| self.well_named)?;
        Some(EndpointFile { name: self.name.clone(), place: start_of(self.file), block })
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
        .help("`docwright init` begins a project; `--specs` names the folder of one that is there")
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
