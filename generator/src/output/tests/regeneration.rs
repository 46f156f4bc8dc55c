//! Runs that come to their end: what they write, keep and refuse.

use std::fs;
use std::time::{Duration, SystemTime};

use super::*;

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
            "error[crate-stale]: `generated/src/a/mod.rs` is not what the specs say now",
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
    compare(&it.folder, &files, &|| ()).expect("readable").report("generated".into(), &mut sources, &mut found);
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
          line 2 is no digest, two blanks and a path"]
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
fn runs_at_the_same_time_wait_for_each_other() {
    let it = &Crate::of(V1);
    std::thread::scope(|scope| {
        for files in [V2, V3, V2, V3] {
            scope.spawn(move || {
                for _ in 0..10 {
                    it.generate(files).expect("no run takes the work of another for an edit");
                    let said = it.check(files);
                    assert!(said.iter().all(|line| !line.contains("crate-edited")), "{said:?}");
                }
            });
        }
    });
    it.generate(V2).expect("no run took the work of another for an edit");
    assert_eq!(it.files(), map(V2));
}
