//! What a run would read, by content: two looks that are equal lead to the same findings and the same crate.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, FileType};
use std::io::{self, Read as _};
use std::path::Path;

use camino::Utf8Path;

use crate::output::Digest;
use crate::spec;

/// The specs as they stood at a time.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Inputs(BTreeMap<String, Input>);

/// What stands at a path.
#[derive(Debug, PartialEq, Eq)]
enum Input {
    File(Digest),
    Folder,
    /// A link, or what is no spec: that it is there is all that matters.
    Other,
    Unreadable(io::ErrorKind),
}

impl Inputs {
    /// Reads a folder of specs, and the folders of APIs in it.
    pub(crate) fn look(specs: &Utf8Path) -> Self {
        let mut inputs = Self(BTreeMap::new());
        for api in inputs.folder(specs.as_std_path(), "") {
            inputs.folder(&specs.as_std_path().join(&api), &format!("{api}/"));
        }
        inputs
    }

    /// The paths below the folder of specs of what is new, gone or different since an earlier look.
    pub(crate) fn changed_since(&self, before: &Self) -> BTreeSet<String> {
        let paths = self.0.keys().chain(before.0.keys());
        paths.filter(|path| self.0.get(*path) != before.0.get(*path)).cloned().collect()
    }

    /// Takes in what stands in a folder; the names of the folders in it.
    fn folder(&mut self, path: &Path, below: &str) -> Vec<String> {
        let mut folders = Vec::new();
        if let Err(error) = self.entries(path, below, &mut folders) {
            self.0.insert(below.to_owned(), Input::Unreadable(error.kind()));
        }
        folders
    }

    fn entries(&mut self, path: &Path, below: &str, folders: &mut Vec<String>) -> io::Result<()> {
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if spec::is_passed_over(&name) {
                continue;
            }
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(name.clone());
            } else if kind.is_file() && spec::is_note(&name) {
                continue;
            }
            self.0.insert(format!("{below}{name}"), input(&entry.path(), &name, kind));
        }
        Ok(())
    }
}

fn input(path: &Path, name: &str, kind: FileType) -> Input {
    if kind.is_dir() {
        Input::Folder
    } else if kind.is_file() && spec::is_spec(name) {
        read(path).map_or_else(|error| Input::Unreadable(error.kind()), |bytes| Input::File(Digest::of(&bytes)))
    } else {
        Input::Other
    }
}

/// As much of a file as a run reads.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(spec::MAX_FILE + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
