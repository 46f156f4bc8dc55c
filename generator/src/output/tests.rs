//! What people rely on: hand edits survive, interrupted runs are completed, right files are not touched.

use std::collections::BTreeMap;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use tempfile::TempDir;

mod interruption;
mod regeneration;

use super::write::write_on;
use super::*;
use crate::diagnostic::{Diagnostics, Sources};
use crate::disk::{Disk, Real};

/// A crate's folder that goes with the test.
struct Crate {
    folder: Utf8PathBuf,
    _temporary: TempDir,
}

impl Crate {
    fn new() -> Self {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        let folder = Utf8Path::from_path(temporary.path()).expect("a UTF-8 path").join("project/generated");
        Self { folder, _temporary: temporary }
    }

    fn of(files: &[(&str, &str)]) -> Self {
        let it = Self::new();
        it.generate(files).expect("a first run");
        it
    }

    fn generate(&self, files: &[(&str, &str)]) -> Result<Written, Vec<String>> {
        self.run(&mut Real, files, Force::Keep)
    }

    fn force(&self, files: &[(&str, &str)]) -> Result<Written, Vec<String>> {
        self.run(&mut Real, files, Force::Overwrite)
    }

    /// A run; where it does not write, what it says.
    fn run(&self, disk: &mut impl Disk, files: &[(&str, &str)], force: Force) -> Result<Written, Vec<String>> {
        write_on(disk, &self.folder, &generated(files), force, &|| ()).map_err(|error| {
            let mut found = Diagnostics::default();
            error.report(force, "generated".into(), &mut Sources::default(), &mut found);
            found.iter().map(ToString::to_string).collect()
        })
    }

    /// What `check` says.
    fn check(&self, files: &[(&str, &str)]) -> Vec<String> {
        let files = generated(files);
        let comparison = compare(&self.folder, &files, &|| ()).expect("a readable crate");
        let mut found = Diagnostics::default();
        comparison.report("generated".into(), &mut Sources::default(), &mut found);
        assert_eq!(comparison.is_current(), found.iter().next().is_none());
        found.iter().map(ToString::to_string).collect()
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("created");
        fs::write(path, text).expect("written");
    }

    /// All that stands in the folder: files with their text, empty folders with a slash.
    fn all(&self) -> BTreeMap<String, String> {
        fn walk(root: &Utf8Path, folder: &Utf8Path, all: &mut BTreeMap<String, String>) {
            let mut is_empty = true;
            for entry in folder.read_dir_utf8().into_iter().flatten().map(|entry| entry.expect("an entry")) {
                is_empty = false;
                let name = entry.path().strip_prefix(root).expect("below").as_str().replace('\\', "/");
                if entry.file_type().expect("a type").is_dir() {
                    walk(root, entry.path(), all);
                } else {
                    all.insert(name, fs::read_to_string(entry.path()).expect("text"));
                }
            }
            if is_empty && folder != root {
                all.insert(format!("{}/", folder.strip_prefix(root).expect("below")), String::new());
            }
        }
        let mut all = BTreeMap::new();
        walk(&self.folder, &self.folder, &mut all);
        all
    }

    /// What stands in the folder beside docwright's own.
    fn files(&self) -> BTreeMap<String, String> {
        self.all().into_iter().filter(|(path, _)| !path.starts_with(".docwright/")).collect()
    }
}

fn generated(files: &[(&str, &str)]) -> Vec<GeneratedFile> {
    files.iter().map(|(path, text)| GeneratedFile { path: (*path).into(), text: (*text).to_owned() }).collect()
}

fn map(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

const V1: &[(&str, &str)] =
    &[("Cargo.toml", "one\n"), ("src/a/mod.rs", "one\n"), ("src/a/old.rs", "one\n"), ("src/lib.rs", "same\n")];
const V2: &[(&str, &str)] =
    &[("Cargo.toml", "two\n"), ("src/a/mod.rs", "two\n"), ("src/b/new.rs", "two\n"), ("src/lib.rs", "same\n")];
const V3: &[(&str, &str)] = &[("Cargo.toml", "three\n"), ("src/b/new.rs", "three\n"), ("src/lib.rs", "three\n")];
