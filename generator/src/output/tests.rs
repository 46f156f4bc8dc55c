//! What people rely on: hand edits survive, interrupted runs are completed, right files are not touched.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::time::{Duration, SystemTime};

use camino::{Utf8Path, Utf8PathBuf};
use proptest::prelude::*;
use tempfile::TempDir;

use super::disk::{Disk, Real};
use super::write::write_on;
use super::*;
use crate::diagnostic::{Diagnostics, Sources};

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
        write_on(disk, &self.folder, &generated(files), force).map_err(|error| {
            let mut found = Diagnostics::default();
            error.report(force, "generated".into(), &mut Sources::default(), &mut found);
            found.iter().map(ToString::to_string).collect()
        })
    }

    /// What `check` says.
    fn check(&self, files: &[(&str, &str)]) -> Vec<String> {
        let files = generated(files);
        let comparison = compare(&self.folder, &files).expect("a readable crate");
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

#[test]
fn a_run_says_what_it_did_and_leaves_nothing_behind() {
    let it = Crate::of(V1);
    let written = it.generate(V2).expect("a second run");
    let paths = |paths: &[&str]| paths.iter().map(Utf8PathBuf::from).collect::<Vec<_>>();
    assert_eq!(written.created, paths(&["src/b/new.rs"]));
    assert_eq!(written.updated, paths(&["Cargo.toml", "src/a/mod.rs"]));
    assert_eq!(written.removed, paths(&["src/a/old.rs"]));
    assert_eq!(written.unchanged, 2, "src/lib.rs and what git is told to ignore");
    assert_eq!(it.files(), map(V2));
    let own: Vec<_> = it.all().into_keys().filter(|path| path.starts_with(".docwright/")).collect();
    assert_eq!(own, [".docwright/.gitignore", ".docwright/lock", ".docwright/manifest"]);
    assert_eq!(it.check(V2), [""; 0]);
}

#[test]
fn a_file_whose_bytes_are_right_keeps_its_time_stamp() {
    let it = Crate::of(V1);
    let past = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
    let stamp =
        |path: &str| fs::metadata(it.folder.join(path)).and_then(|metadata| metadata.modified()).expect("a time");
    for path in ["src/lib.rs", "src/a/mod.rs", ".docwright/manifest"] {
        let file = fs::File::options().write(true).open(it.folder.join(path)).expect("opened");
        file.set_modified(past).expect("stamped");
    }
    it.generate(V1).expect("nothing to do");
    assert_eq!([stamp("src/lib.rs"), stamp("src/a/mod.rs"), stamp(".docwright/manifest")], [past; 3]);
    it.generate(V2).expect("something to do");
    assert_eq!(stamp("src/lib.rs"), past);
    assert!(stamp("src/a/mod.rs") > past);
}

#[test]
fn a_flipped_byte_is_noticed_and_nothing_is_written() {
    let it = Crate::of(V1);
    it.put("src/lib.rs", "sane\n");
    let before = it.all();
    for files in [V1, V2] {
        assert_eq!(
            it.generate(files),
            Err(vec!["error[crate-edited]: `generated/src/lib.rs` was edited by hand".to_owned()])
        );
        assert_eq!(it.all(), before);
    }
    it.force(V2).expect("asked for");
    assert_eq!(it.files(), map(V2));
}

#[test]
fn an_edited_file_that_is_no_longer_generated_stays_until_asked() {
    let it = Crate::of(V1);
    it.put("src/a/old.rs", "mine\n");
    let before = it.all();
    assert_eq!(
        it.generate(V2),
        Err(vec!["error[crate-edited]: `generated/src/a/old.rs` was edited by hand".to_owned()])
    );
    assert_eq!(it.all(), before);
    assert_eq!(it.force(V2).expect("asked for").removed, ["src/a/old.rs"]);
    assert_eq!(it.files(), map(V2));
}

#[test]
fn an_edit_that_says_what_the_specs_say_is_no_edit() {
    let it = Crate::of(V1);
    it.put("Cargo.toml", "two\n");
    assert_eq!(it.generate(V2).expect("a run").updated, ["src/a/mod.rs"]);
}

#[test]
fn line_ends_of_a_checkout_are_healed_without_being_asked() {
    let it = Crate::of(V1);
    it.put("src/lib.rs", "same\r\n");
    it.put("src/a/old.rs", "one\r\n");
    let manifest = fs::read_to_string(it.folder.join(".docwright/manifest")).expect("a manifest");
    it.put(".docwright/manifest", &manifest.replace('\n', "\r\n"));
    assert_eq!(it.check(V1).len(), 2);
    it.generate(V2).expect("no edit");
    assert_eq!(it.files(), map(V2));
    assert_eq!(it.check(V2), [""; 0]);
}

#[test]
fn check_names_every_difference() {
    let it = Crate::new();
    assert_eq!(it.check(V1), ["error[crate-missing]: the crate `generated` is not written yet"]);
    it.generate(V1).expect("a first run");
    it.put("src/lib.rs", "mine\n");
    it.put("src/b/new.rs", "foreign\n");
    fs::remove_file(it.folder.join("Cargo.toml")).expect("removed");
    assert_eq!(
        it.check(V2),
        [
            "error[crate-missing]: `generated/Cargo.toml` is missing",
            "error[crate-stale]: `generated/src/a/mod.rs` is older than the specs",
            "error[crate-orphan]: `generated/src/a/old.rs` is no longer generated",
            "error[crate-foreign]: `generated/src/b/new.rs` is not docwright's, and stands where a generated file goes",
            "error[crate-edited]: `generated/src/lib.rs` was edited by hand",
        ]
    );
    assert_eq!(it.generate(V2).expect_err("two are not docwright's").len(), 2);
}

#[test]
fn the_manifest_is_part_of_what_check_looks_at() {
    let it = Crate::of(V1);
    let manifest = fs::read_to_string(it.folder.join(".docwright/manifest")).expect("a manifest");
    it.put(".docwright/manifest", &manifest.replace("docwright ", "docwright 99."));
    let said = it.check(V1);
    assert_eq!(
        said,
        ["error[crate-stale]: `generated/.docwright/manifest` is not the manifest of this version and these specs"]
    );
    assert_eq!(it.generate(V1).expect("a run").changes(), 0);
    assert_eq!(it.check(V1), [""; 0]);
}

#[test]
fn an_edit_is_shown_where_it_is() {
    let it = Crate::of(&[("src/lib.rs", "//! One.\n\npub mod a;\n")]);
    it.put("src/lib.rs", "//! One.\n\npub mod b;\n");
    let files = generated(&[("src/lib.rs", "//! One.\n\npub mod a;\n")]);
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    compare(&it.folder, &files).expect("readable").report("generated".into(), &mut sources, &mut found);
    let label = found.iter().flat_map(|diagnostic| &diagnostic.labels).next().expect("a place");
    assert_eq!(sources.path(label.place.file), "generated/src/lib.rs");
    assert_eq!(sources.text(label.place), "pub mod b;");
}

#[test]
fn a_full_folder_without_a_manifest_is_not_taken_over() {
    let it = Crate::new();
    it.put("notes.txt", "mine\n");
    it.put("src/lib.rs", "mine\n");
    let before = it.all();
    let said = [
        "error[crate-foreign]: the folder `generated` is not empty, and no manifest in it says that docwright wrote it",
    ];
    assert_eq!(it.check(V1), said);
    assert_eq!(it.generate(V1), Err(said.map(str::to_owned).to_vec()));
    assert_eq!(it.all(), before);

    it.force(V1).expect("asked for");
    let mut expected = map(V1);
    expected.insert("notes.txt".to_owned(), "mine\n".to_owned());
    assert_eq!(it.files(), expected);
    it.generate(&[]).expect("all generated files go");
    assert_eq!(it.files(), map(&[("notes.txt", "mine\n")]));
}

#[test]
fn a_broken_manifest_has_a_way_out_that_loses_no_foreign_file() {
    let it = Crate::of(V1);
    it.put("notes.txt", "mine\n");
    let manifest = fs::read_to_string(it.folder.join(".docwright/manifest")).expect("a manifest");
    it.put(".docwright/manifest", &manifest.replacen('\n', "\n<<<<<<< HEAD\n", 1));
    let said = it.generate(V2).expect_err("it cannot be read");
    assert_eq!(
        said,
        ["error[bad-manifest]: `generated/.docwright/manifest` cannot be read: \
          of line 2, it is no digest, two blanks and a path"]
    );
    // What the readable lines list and nobody generates any more goes with the rest.
    it.force(V2).expect("asked for");
    let mut expected = map(V2);
    expected.insert("notes.txt".to_owned(), "mine\n".to_owned());
    assert_eq!(it.files(), expected);
}

#[test]
fn a_manifest_cannot_name_files_outside_of_the_crate() {
    let it = Crate::of(V1);
    let outside = it.folder.parent().expect("a project").join("precious.txt");
    fs::write(&outside, "precious\n").expect("written");
    let line = format!("{}  ../precious.txt\n", Digest::of(b"precious\n"));
    let manifest = fs::read_to_string(it.folder.join(".docwright/manifest")).expect("a manifest");
    it.put(".docwright/manifest", &(manifest + &line));
    it.generate(V2).expect_err("the manifest is broken");
    it.force(V2).expect("asked for");
    assert_eq!(fs::read_to_string(outside).expect("still there"), "precious\n");
}

#[test]
fn what_is_no_file_is_in_the_way_even_if_forced() {
    let it = Crate::of(V1);
    it.put("src/b", "a file where a folder goes\n");
    it.put("src/a/x/notes.txt", "a folder where a file goes\n");
    let before = it.all();
    let files = [("src/b/new.rs", "new\n"), ("src/a/x", "new\n")];
    let said = ["src/a/x", "src/b"]
        .map(|path| format!("error[crate-foreign]: `generated/{path}` is not docwright's, and stands in the way"));
    assert_eq!(it.force(&files), Err(said.to_vec()));
    assert_eq!(it.all(), before);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_deleted_through_a_link() {
    use std::os::unix::fs::symlink;

    let elsewhere = Crate::of(V1);
    let untouched = elsewhere.all();
    for (link, target) in [
        ("src/a", "src/a"),
        ("src/lib.rs", "src/lib.rs"),
        (".docwright", ".docwright"),
        (".docwright/lock", "src/lib.rs"),
    ] {
        let it = Crate::of(V1);
        let path = it.folder.join(link);
        if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) }.expect("removed");
        symlink(elsewhere.folder.join(target), &path).expect("linked");
        for force in [Force::Keep, Force::Overwrite] {
            let said = it.run(&mut Real, V3, force).expect_err("a link");
            assert!(said.contains(&format!("error[link-refused]: `generated/{link}` is a link")), "{said:?}");
        }
        assert_eq!(elsewhere.all(), untouched);
    }

    let it = Crate::new();
    fs::create_dir_all(it.folder.parent().expect("a project")).expect("created");
    symlink(&elsewhere.folder, &it.folder).expect("linked");
    assert_eq!(it.force(V3), Err(vec!["error[link-refused]: `generated` is a link".to_owned()]));
    assert_eq!(elsewhere.all(), untouched);
}

#[test]
fn two_runs_at_the_same_time_wait_for_each_other() {
    let it = Crate::of(V1);
    std::thread::scope(|scope| {
        for files in [V2, V3, V2, V3] {
            let it = &it;
            scope.spawn(move || (0..10).for_each(|_| drop(it.generate(files))));
        }
    });
    it.generate(V2).expect("no run took the work of another for an edit");
    assert_eq!(it.files(), map(V2));
}

/// A disk that refuses everything after so many steps; the step it stops at may be half done.
struct Stopping {
    steps: usize,
}

impl Stopping {
    fn step(&mut self) -> io::Result<()> {
        self.steps = self.steps.checked_sub(1).ok_or_else(|| io::Error::other("stopped"))?;
        Ok(())
    }
}

impl Disk for Stopping {
    fn create_folder(&mut self, folder: &Utf8Path) -> io::Result<()> {
        self.step()?;
        Real.create_folder(folder)
    }

    fn write(&mut self, file: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.step() {
            Real.write(file, &bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        Real.write(file, bytes)
    }

    fn rename(&mut self, from: &Utf8Path, to: &Utf8Path) -> io::Result<()> {
        self.step()?;
        Real.rename(from, to)
    }

    fn remove_file(&mut self, file: &Utf8Path) -> io::Result<()> {
        self.step()?;
        Real.remove_file(file)
    }

    fn remove_empty_folder(&mut self, folder: &Utf8Path) -> io::Result<bool> {
        self.step()?;
        Real.remove_empty_folder(folder)
    }

    fn remove_tree(&mut self, folder: &Utf8Path) -> io::Result<()> {
        if let Err(error) = self.step() {
            if let Some(entry) = folder.read_dir_utf8()?.next() {
                let path = entry?.into_path();
                if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }?;
            }
            return Err(error);
        }
        Real.remove_tree(folder)
    }
}

/// Runs `test` with a crate of `V1` at which a run to `V2` stopped, once for each step; how many steps the run has.
fn at_each_stop(prepare: impl Fn(&Crate), force: Force, test: impl Fn(&Crate, usize)) -> usize {
    for steps in 0.. {
        let it = Crate::of(V1);
        prepare(&it);
        if it.run(&mut Stopping { steps }, V2, force).is_ok() {
            return steps;
        }
        test(&it, steps);
    }
    unreachable!("a run has an end")
}

#[test]
fn a_run_that_stopped_anywhere_is_completed_by_the_next() {
    for next in [V2, V1, V3] {
        let steps = at_each_stop(
            |_| (),
            Force::Keep,
            |it, steps| {
                let said = it.check(next);
                assert!(said.iter().all(|line| !line.contains("crate-edited")), "stop {steps}: {said:?}");
                it.generate(next).unwrap_or_else(|said| panic!("stop {steps}: {said:?}"));
                assert_eq!(it.files(), map(next), "stop {steps}");
                assert_eq!(it.check(next), [""; 0], "stop {steps}");
                assert_eq!(it.all().len(), next.len() + 3, "stop {steps}: {:?}", it.all().keys());
            },
        );
        assert!(steps > 12, "{steps} steps are too few to have tried anything");
    }
}

#[test]
fn a_first_run_that_stopped_anywhere_is_completed_by_the_next() {
    for steps in 0.. {
        let it = Crate::new();
        if it.run(&mut Stopping { steps }, V1, Force::Keep).is_ok() {
            assert!(steps > 8);
            return;
        }
        it.generate(V2).unwrap_or_else(|said| panic!("stop {steps}: {said:?}"));
        assert_eq!(it.files(), map(V2), "stop {steps}");
    }
}

#[test]
fn an_edit_made_after_a_run_stopped_survives_the_next() {
    for edited in ["Cargo.toml", "src/a/mod.rs", "src/b/new.rs", "src/a/old.rs", "src/lib.rs"] {
        at_each_stop(
            |_| (),
            Force::Keep,
            |it, steps| {
                it.put(edited, "mine\n");
                for next in [V2, V3] {
                    // What nobody generates any more, and no manifest lists, is foreign: it stays, and is in nobody's way.
                    let said = it.generate(next);
                    assert_eq!(it.files().get(edited).map(String::as_str), Some("mine\n"), "stop {steps}: {said:?}");
                    if next.iter().any(|(path, _)| *path == edited) {
                        said.expect_err("it is in the way");
                    }
                }
                it.force(V2).expect("asked for");
                it.generate(V3).expect("healed");
                assert_eq!(it.files().len(), V3.len() + usize::from(it.files().contains_key("src/a/old.rs")));
            },
        );
    }
}

#[test]
fn what_was_forced_and_stopped_is_completed_without_being_asked_again_once_it_is_in_the_journal() {
    let prepare = |it: &Crate| it.put("src/a/mod.rs", "mine\n");
    at_each_stop(prepare, Force::Overwrite, |it, steps| {
        let is_begun = it.folder.join(".docwright/journal").exists();
        let is_replaced = it.files().get("src/a/mod.rs").map(String::as_str) == Some("two\n");
        match it.generate(V2) {
            Ok(_) => assert!(is_begun || is_replaced, "stop {steps}"),
            Err(_) => assert_eq!(it.files().get("src/a/mod.rs").map(String::as_str), Some("mine\n"), "stop {steps}"),
        }
        it.force(V2).expect("asked for");
        assert_eq!(it.files(), map(V2));
    });
}

/// A few files of a crate: which of the paths, and what they hold.
fn some_files() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    const PATHS: [&str; 6] = ["Cargo.toml", "src/lib.rs", "src/a/mod.rs", "src/a/b/c.rs", "src/d/e.rs", "tests/f.rs"];
    prop::collection::vec(prop::option::of(prop::sample::select(vec!["x\n", "y\n", "z\n"])), PATHS.len())
        .prop_map(|texts| PATHS.into_iter().zip(texts).filter_map(|(path, text)| Some((path, text?))).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever was generated, edited and interrupted before: a run ends with exactly what is generated and what is foreign, or
    /// it touches nothing of a person's; and forcing it always ends with the former.
    #[test]
    fn a_run_ends_right_or_harms_nothing(
        first in some_files(),
        second in some_files(),
        third in some_files(),
        steps in 0_usize..40,
        edit in prop::option::of(0_usize..6),
    ) {
        let it = Crate::of(&first);
        it.put("foreign/notes.txt", "mine\n");
        // An error here is the interruption.
        drop(it.run(&mut Stopping { steps }, &second, Force::Keep));
        let edited = edit.and_then(|index| it.files().keys().nth(index).cloned());
        if let Some(path) = &edited {
            it.put(path, "edited\n");
        }

        let run = it.generate(&third);
        let mut expected = map(&third);
        expected.insert("foreign/notes.txt".to_owned(), "mine\n".to_owned());
        if let Some(path) = &edited {
            prop_assert_eq!(it.files().remove(path), Some("edited\n".to_owned()));
            // An edited file that is foreign to all runs stays, beside what is generated.
            if run.is_ok() {
                expected.insert(path.clone(), "edited\n".to_owned());
            }
        }
        if run.is_ok() {
            prop_assert_eq!(it.files(), expected);
        } else {
            prop_assert!(edited.is_some(), "{:?}", run);
            it.force(&third).expect("asked for");
            let left: BTreeMap<_, _> = it.files().into_iter().filter(|(_, text)| text != "edited\n" && text != "mine\n").collect();
            prop_assert_eq!(left, map(&third));
        }
    }
}
