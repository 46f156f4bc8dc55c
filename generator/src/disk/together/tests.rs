use std::collections::BTreeMap;

use super::*;
use crate::disk::faulty::{Fault, Faulty};

fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let path = Utf8PathBuf::from_path_buf(temporary.path().to_owned()).expect("UTF-8");
    (temporary, path)
}

/// All that stands in a folder: files with their text, folders with a slash.
fn all(folder: &Utf8Path) -> BTreeMap<Utf8PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in next.read_dir_utf8().expect("a folder").map(|entry| entry.expect("an entry")) {
            let path = entry.path().strip_prefix(folder).expect("below").to_owned();
            if entry.file_type().expect("a type").is_dir() {
                found.insert(path.join(""), String::new());
                folders.push(entry.into_path());
            } else {
                found.insert(path, fs::read_to_string(entry.path()).expect("text"));
            }
        }
    }
    found
}

const CHANGES: [(&str, &str, Place); 4] = [
    ("a/b/c.txt", "a new file in new folders\n", Place::Free),
    ("kept.txt", "a file that is replaced\n", Place::FreeOrFile),
    ("a/d.txt", "a second one\n", Place::Free),
    ("e.txt", "a last one\n", Place::FreeOrFile),
];

fn changes(root: &Utf8Path) -> Vec<Change<'_>> {
    CHANGES.map(|(path, text, place)| Change { root, path: Utf8Path::new(path), text, place }).to_vec()
}

#[test]
fn all_files_are_written_or_none() {
    let (_kept, root) = folder();
    let files = [NewFile::new("a/b/c.txt", "c"), NewFile::new("d.txt", "d")];
    fs::write(root.join("d.txt"), "mine").expect("written");
    assert!(matches!(create(&root, &files), Err(NotWritten::Exists(path)) if path == "d.txt"));
    assert!(!root.join("a").exists());
    fs::remove_file(root.join("d.txt")).expect("removed");
    create(&root, &files).expect("nothing stands there");
    assert_eq!(fs::read_to_string(root.join("a/b/c.txt")).expect("written"), "c");
    assert!(matches!(create(&root, &files), Err(NotWritten::Exists(path)) if path == "a/b/c.txt"));
}

#[test]
fn what_was_made_before_an_error_is_removed() {
    let (_kept, root) = folder();
    // Where the first file goes, the second needs a folder.
    let files = [NewFile::new("a/b", "a file"), NewFile::new("a/b/c", "below it")];
    assert!(matches!(create(&root, &files), Err(NotWritten::Exists(path)) if path == "a/b"));
    assert!(all(&root).is_empty(), "{:?}", all(&root));
}

#[test]
fn a_call_that_was_killed_anywhere_is_completed_by_the_same_call() {
    for steps in 0.. {
        let (_kept, root) = folder();
        fs::write(root.join("kept.txt"), "before\n").expect("written");
        let is_done = write_on(&mut Faulty::after(steps, Fault::Killed), &changes(&root)).is_ok();
        for (path, text, _) in CHANGES {
            // No file is seen half-written under its own name.
            if let Ok(found) = fs::read_to_string(root.join(path)) {
                assert!(found == text || found == "before\n", "stop {steps}: {found}");
            }
        }
        if is_done {
            assert!(steps > 14, "{steps} steps are too few to have tried anything");
            return;
        }
        write(&changes(&root)).unwrap_or_else(|error| panic!("stop {steps}: {error:?}"));
        let files: Vec<_> = all(&root).into_iter().filter(|(path, _)| !path.as_str().ends_with('/')).collect();
        let expected: BTreeMap<_, _> = CHANGES.map(|(path, text, _)| (path.into(), text.to_owned())).into();
        assert_eq!(files, expected.into_iter().collect::<Vec<_>>(), "stop {steps}");
    }
}

#[test]
fn a_disk_that_refuses_anything_leaves_all_as_it_was() {
    for fault in [Fault::Full, Fault::Once] {
        for steps in 0.. {
            let (_kept, root) = folder();
            fs::write(root.join("kept.txt"), "before\n").expect("written");
            let before = all(&root);
            let mut disk = Faulty::after(steps, fault);
            match write_on(&mut disk, &changes(&root)) {
                Err(NotWritten::Io(..)) => assert_eq!(all(&root), before, "{fault:?} after {steps}"),
                Err(other) => panic!("{fault:?} after {steps}: {other:?}"),
                // What is left of a passing name may stay.
                Ok(_) if disk.steps == 0 && steps < 16 => {}
                Ok(_) => break,
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let ((_kept, root), (_too, elsewhere)) = (folder(), folder());
    symlink(&elsewhere, root.join("a")).expect("linked");
    symlink(elsewhere.join("nowhere"), root.join("e.txt")).expect("linked");
    for change in changes(&root).into_iter().filter(|change| change.path != "kept.txt") {
        assert!(matches!(write(&[change]), Err(NotWritten::Link(at)) if at == "a" || at == "e.txt"));
    }
    assert!(all(&elsewhere).is_empty());

    fs::write(root.join("kept.txt"), "before\n").expect("written");
    fs::set_permissions(root.join("kept.txt"), fs::Permissions::from_mode(0o640)).expect("set");
    assert_eq!(write(&[changes(&root)[1]]).expect("a file"), [true]);
    assert_eq!(fs::metadata(root.join("kept.txt")).expect("there").permissions().mode() & 0o777, 0o640);
}

#[test]
fn what_a_living_run_has_staged_is_left_alone() {
    let (_kept, root) = folder();
    let (living, dead, foreign) = (root.join(".docwright-1-0"), root.join(".docwright-1-1"), root.join(".docwright-x"));
    let file = File::create(&living).expect("created");
    file.lock().expect("locked");
    for path in [&dead, &foreign] {
        fs::write(path, "half").expect("written");
    }
    create(&root, &[NewFile::new("a.txt", "a")]).expect("nothing stands there");
    assert_eq!([&living, &dead, &foreign].map(|path| path.exists()), [true, false, true]);
}

#[test]
fn a_file_that_is_no_longer_what_was_read_stays() {
    let (_kept, root) = folder();
    let change = |text| Change { root: &root, path: Utf8Path::new("a.yaml"), text, place: Place::Holding("read") };
    assert!(matches!(write(&[change("new")]), Err(NotWritten::Changed(path)) if path == "a.yaml"));
    fs::write(root.join("a.yaml"), "edited").expect("written");
    assert!(matches!(write(&[change("new")]), Err(NotWritten::Changed(path)) if path == "a.yaml"));
    fs::write(root.join("a.yaml"), "read").expect("written");
    assert_eq!(write(&[change("new")]).expect("what was read"), [true]);
    assert_eq!(write(&[change("new")]).expect("written by a run before"), [false]);
    assert_eq!(fs::read_to_string(root.join("a.yaml")).expect("there"), "new");
}
