//! Which files a project has: the folder of specs is found, listed and read, and nothing else.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};

use camino::{Utf8Path, Utf8PathBuf, absolute_utf8};

use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Id, Place, Sources, Span};
use crate::disk::name::not_portable;

/// The file that makes a folder the folder of specs.
pub const PROJECT_FILE: &str = "docwright.yaml";
/// The file that makes a folder within it an API.
pub const API_FILE: &str = "api.yaml";
/// How the name of a spec ends.
pub(super) const YAML: &str = ".yaml";
/// The biggest file that is read, in bytes.
pub const MAX_FILE: u64 = 1 << 20;

/// The longest name of an API or endpoint: what is called after it has an ending besides, and stands below other folders.
const LONGEST_NAME: usize = 100;

/// The folder of specs that a folder belongs to: `specs` with `docwright.yaml` in it, beside or above.
#[must_use]
pub fn find(from: &Utf8Path) -> Option<Utf8PathBuf> {
    let from = absolute_utf8(from).ok()?;
    from.ancestors()
        .map(|folder| folder.join("specs"))
        .find(|specs| fs::symlink_metadata(specs.join(PROJECT_FILE)).is_ok())
}

/// How a folder of specs is shown, in the paths of its files too: by its own name, of which `..` says nothing.
///
/// # Errors
/// Where that is to be asked of the disk, which refuses.
pub fn shown_name(specs: &Utf8Path) -> io::Result<String> {
    match specs.file_name() {
        Some(name) => Ok(name.to_owned()),
        None => Ok(absolute_utf8(specs)?.canonicalize_utf8()?.file_name().unwrap_or("specs").to_owned()),
    }
}

/// What stands in a folder.
pub(super) struct Listing {
    /// Folders by name (bytes).
    pub(super) folders: Vec<String>,
    /// Files that end with `.yaml`, by name (bytes).
    pub(super) files: Vec<String>,
    /// Links, by name (bytes); each is told already.
    pub(super) links: Vec<String>,
    /// Whether a file that was refused is called like [`API_FILE`], but for its ending or its case.
    pub(super) misnamed: bool,
}

/// Texts of files in place of those on the disk, by their paths below the folder of specs.
pub type Texts = BTreeMap<String, String>;

/// The files of one run: read into [`Sources`], and complained about.
pub(super) struct Files<'r> {
    /// The folder of specs.
    root: &'r Utf8Path,
    /// How that folder is shown.
    shown: String,
    /// Texts in place of those on the disk.
    instead: &'r Texts,
    pub(super) sources: &'r mut Sources,
    pub(super) found: &'r mut Diagnostics,
}

impl<'r> Files<'r> {
    pub(super) fn new(
        root: &'r Utf8Path,
        shown: Option<&str>,
        instead: &'r Texts,
        sources: &'r mut Sources,
        found: &'r mut Diagnostics,
    ) -> io::Result<Self> {
        let shown = match shown {
            Some(name) => name.to_owned(),
            None => shown_name(root)?,
        };
        Ok(Self { root, shown, instead, sources, found })
    }

    /// How a path below the folder of specs is shown.
    pub(super) fn shown(&self, path: &str) -> Utf8PathBuf {
        Utf8PathBuf::from(format!("{}/{path}", self.shown))
    }

    /// Lists a folder below that of specs (`""` for itself). What [`is_passed_over`] is, and notes, are passed over; links and
    /// all else that is neither folder nor `*.yaml` are told.
    pub(super) fn list(&mut self, folder: &str) -> io::Result<Listing> {
        let path = self.root.join(folder);
        let mut entries = Vec::new();
        for entry in fs::read_dir(&path).map_err(|error| named(&path, &error))? {
            let entry = entry.map_err(|error| named(&path, &error))?;
            let kind = entry.file_type().map_err(|error| named(&path, &error))?;
            entries.push((entry.file_name(), kind));
        }
        entries.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut listing = Listing { folders: Vec::new(), files: Vec::new(), links: Vec::new(), misnamed: false };
        for (name, kind) in entries {
            let Some(name) = name.to_str() else {
                self.bad_name(&below(folder, &name.to_string_lossy()));
                continue;
            };
            let path = below(folder, name);
            if is_passed_over(name) {
                continue;
            }
            if kind.is_symlink() {
                self.link(&path);
                listing.links.push(name.to_owned());
            } else if kind.is_dir() {
                listing.folders.push(name.to_owned());
            } else if !kind.is_file() {
                self.stray(&path, "it is no plain file, and is not read: move it away");
            } else if is_spec(name) {
                listing.files.push(name.to_owned());
            } else if !is_note(name) {
                let ours = ours(name);
                listing.misnamed |= ours.as_deref() == Some(API_FILE);
                match ours {
                    Some(ours) => self.stray(&path, &format!("files of specs end with `.yaml`: call it `{ours}`")),
                    None => self.stray(
                        &path,
                        "move it elsewhere; only `*.yaml`, `*.md` and names that begin with `.` stand here",
                    ),
                }
            }
        }
        Ok(listing)
    }

    /// Reads a file; what is wrong with it is told, and `None` returned.
    pub(super) fn read(&mut self, path: &str) -> io::Result<Option<FileId>> {
        if let Some(text) = self.instead.get(path) {
            let shown = self.shown(path);
            return Ok(Some(self.sources.add(shown, text.as_str())));
        }
        let on_disk = self.root.join(path);
        let mut bytes = Vec::new();
        let file = fs::File::open(&on_disk).map_err(|error| named(&on_disk, &error))?;
        file.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(|error| named(&on_disk, &error))?;
        let shown = self.shown(path);
        if bytes.len() as u64 > MAX_FILE {
            let place = start_of(self.sources.add(shown.clone(), ""));
            let diagnostic = Diagnostic::new(Id::YamlLimit, format!("`{shown}` is bigger than 1 MiB")).at(place, "");
            self.found.push(diagnostic.help("split it: an endpoint stands in a file of its own"));
            return Ok(None);
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(self.sources.add(shown, text))),
            Err(error) => {
                self.not_utf8(shown, &error);
                Ok(None)
            }
        }
    }

    fn not_utf8(&mut self, shown: Utf8PathBuf, error: &std::string::FromUtf8Error) {
        let valid = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let text = String::from_utf8_lossy(valid).into_owned();
        let span = Span { start: text.len(), end: text.len() };
        let title = format!("`{shown}` is not UTF-8");
        let place = Place { file: self.sources.add(shown, text), span };
        let diagnostic = Diagnostic::new(Id::NotUtf8, title).at(place, "here begins what is not");
        self.found.push(diagnostic.help("save the file in the encoding UTF-8"));
    }

    /// Complains about a thing on disk; the place is the file as a whole.
    pub(super) fn complain(&mut self, id: Id, path: &str, title: impl FnOnce(&Utf8Path) -> String, help: &str) {
        let shown = self.shown(path);
        let title = title(&shown);
        let place = start_of(self.sources.add(shown, ""));
        self.found.push(Diagnostic::new(id, title).at(place, "").help(help));
    }

    pub(super) fn link(&mut self, path: &str) {
        let help = "put a copy in its place: specs are read from their own folder alone";
        self.complain(Id::LinkRefused, path, |shown| format!("`{shown}` is a link"), help);
    }

    pub(super) fn stray(&mut self, path: &str, help: &str) {
        self.complain(Id::StrayFile, path, |shown| format!("`{shown}` is no part of the specs"), help);
    }

    /// Whether a name can be that of an API or endpoint; where it cannot, that is told of the file or folder.
    pub(super) fn is_well_named(&mut self, name: &str, path: &str) -> bool {
        if !is_name(name) {
            self.bad_name(path);
            return false;
        }
        let Some(why) = unusable(name) else { return true };
        let help = "rename it, with a word more or some letters less";
        self.complain(
            Id::BadFileName,
            path,
            |shown| format!("`{shown}` cannot be a name on every system: {why}"),
            help,
        );
        false
    }

    fn bad_name(&mut self, path: &str) {
        let rule = "a name is made of lower-case words and digits, joined by `_`";
        let last = path.rsplit('/').next().unwrap_or(path);
        let (stem, ending) = last.strip_suffix(YAML).map_or((last, ""), |stem| (stem, YAML));
        let ours = Some(snake(stem)).filter(|ours| is_name(ours)).unwrap_or_else(|| "send_note".to_owned());
        let help = format!("{rule}: call it `{ours}{ending}`");
        self.complain(Id::BadFileName, path, |shown| format!("`{shown}` cannot be a name in Rust"), &help);
    }
}

/// The place of a file as a whole.
pub(super) fn start_of(file: FileId) -> Place {
    Place { file, span: Span::default() }
}

/// Whether a folder or file may be called so: `[a-z][a-z0-9]*(_[a-z0-9]+)*`.
#[must_use]
pub fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .split('_')
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// Whether nothing is said of what is called so: it begins with `.`, or is an editor's copy, as `a.yaml~` and `#a.yaml#` are.
#[must_use]
pub fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~') || name.len() > 1 && name.starts_with('#') && name.ends_with('#')
}

/// Whether a file that is called so is a spec.
#[must_use]
pub fn is_spec(name: &str) -> bool {
    name.ends_with(YAML)
}

/// Whether a file that is called so is a note for people, of which nothing is said.
#[must_use]
pub fn is_note(name: &str) -> bool {
    Utf8Path::new(name).extension() == Some("md")
}

/// Why a name that [`is_name`] takes can still be none of an API or endpoint: files are called after it.
#[must_use]
pub fn unusable(name: &str) -> Option<&'static str> {
    if name.len() > LONGEST_NAME { Some("it is longer than 100 letters") } else { not_portable(name) }
}

fn below(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// How a spec with another ending is to be called.
fn ours(name: &str) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    let is_yaml = ["yml", "yaml"].iter().any(|one| ending.eq_ignore_ascii_case(one));
    is_yaml.then(|| format!("{}{YAML}", snake(stem)))
}

/// A name in the words of files: `sendNote` and `Send Note` are `send_note`.
fn snake(name: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for char in name.chars() {
        if char.is_ascii_alphanumeric() {
            let begins = char.is_ascii_uppercase() && before.is_ascii_lowercase() || !before.is_ascii_alphanumeric();
            if begins && !out.is_empty() {
                out.push('_');
            }
            out.push(char.to_ascii_lowercase());
        }
        before = char;
    }
    out
}

/// An error of the system that says which file it is about.
fn named(path: &Utf8Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{path}: {error}"))
}
