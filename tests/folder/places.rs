//! Where the crate may go, and what APIs may be called.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt as _;
use std::os::unix::fs::symlink;

use docwright_tests::project::{files, repository};

use crate::scene::{FIRST, NOTE, Scene};

const WRITERS: [&[&str]; 3] = [&["check"], &["generate"], &["generate", "--force"]];

#[test]
fn nothing_is_read_written_or_removed_through_a_link() {
    // A link in the project, what it points to outside, and whether that is there.
    for (link, target) in [
        ("generated", "crate"),
        ("generated", "nowhere"),
        ("generated/src", "crate/src"),
        ("generated/src/example", "crate/src/example"),
        ("generated/src/lib.rs", "crate/src/lib.rs"),
        ("generated/src/lib.rs", "precious.txt"),
        ("generated/src/lib.rs", "nowhere"),
        ("generated/.docwright", "crate/.docwright"),
        ("generated/.docwright/manifest", "crate/.docwright/manifest"),
        ("generated/.docwright/lock", "precious.txt"),
        ("generated/.docwright/lock", "nowhere"),
        ("generated/.docwright/journal", "precious.txt"),
        ("generated/.docwright/next", "crate"),
        ("generated/.docwright/next", "nowhere"),
    ] {
        let scene = Scene::beside_another();
        symlink(scene.outside(target), scene.clear(link)).unwrap();
        scene.second();
        for arguments in WRITERS {
            scene.refused(arguments, 1, &["error[link-refused]", &format!("{link}`"), "help: "]);
        }
    }
}

#[test]
fn a_link_to_itself_and_one_above_the_crate_are_told() {
    let scene = Scene::beside_another();
    let link = scene.clear("generated/src");
    symlink(&link, &link).unwrap();
    symlink(scene.outside("crate"), scene.path("crates")).unwrap();
    for arguments in WRITERS {
        scene.refused(arguments, 1, &["`generated/src` is a link"]);
    }
    scene.output("../crates/generated");
    for arguments in WRITERS {
        scene.refused(arguments, 1, &["is reached through the link", "specs/docwright.yaml:"]);
    }
    // What the caller names is held to the same.
    scene.refused(["generate", "--output", "crates/generated"], 1, &["is reached through the link"]);
    let outside = scene.outside("link");
    symlink(scene.outside("crate"), &outside).unwrap();
    scene.refused(["generate".into(), "--output".into(), outside.into_os_string()], 1, &["link-refused"]);
}

#[test]
fn a_folder_that_may_not_be_written_is_told_where_it_is_named() {
    let long = format!("../{}", "a".repeat(256));
    for (output, code, told) in [
        ("../../x", 1, "is outside the folder that holds the specs"),
        ("/tmp", 1, "is outside the folder that holds the specs"),
        ("../../../../../../../../../../../../../../x", 1, "is outside the folder"),
        (".", 1, "is inside the specs"),
        ("../specs", 1, "is inside the specs"),
        ("x/../y", 1, "is inside the specs"),
        ("''", 1, "is inside the specs"),
        ("\"../a\\0b\"", 1, "a character that cannot be seen"),
        ("\"../a\\nb\"", 1, "a character that cannot be seen"),
        ("\"../a\\u202eb\"", 1, "a character that cannot be seen"),
        ("../gen.", 1, "ends with a dot"),
        ("../CON/x", 1, "Windows keeps it for a device"),
        ("'../c:x'", 1, "which Windows takes in no name"),
        (&long, 1, "longer than 255 bytes"),
        ("../Cargo.toml/x", 2, "cannot read"),
    ] {
        let scene = Scene::new();
        scene.output(output);
        for arguments in WRITERS {
            scene.refused(arguments, code, &[told, "specs/docwright.yaml:", "help: "]);
        }
    }
}

#[test]
fn a_folder_of_others_is_not_taken_over() {
    let scene = Scene::new();
    for output in ["..", "../.github"] {
        let text = scene.project.read("specs/docwright.yaml").unwrap();
        scene.output(output);
        for arguments in [&["check"][..], &["generate"]] {
            scene.refused(arguments, 1, &["error[crate-foreign]", "is not empty", "help: name an empty folder"]);
        }
        scene.project.write("specs/docwright.yaml", text).unwrap();
    }
    scene.refused(["generate".into(), "--output".into(), scene.outside("").into_os_string()], 1, &["crate-foreign"]);
    scene.refused(["generate", "--output", "Cargo.toml"], 1, &["`Cargo.toml` is not docwright's", "in the way"]);
}

#[test]
fn names_that_not_every_system_takes_are_refused_in_specs() {
    let long = "a".repeat(101);
    for name in ["CON", "aux", "com1", "nul.x", "a.", "a ", "Acme", "example_", "9lives", &long] {
        let scene = Scene::new();
        let (api, endpoint) = (scene.path(format!("specs/{name}")), scene.path(format!("specs/example/{name}.yaml")));
        fs::create_dir(&api).unwrap();
        fs::copy(scene.path("specs/example/api.yaml"), api.join("api.yaml")).unwrap();
        scene.refused(["generate", "--force"], 1, &["error[bad-file-name]", &format!("`specs/{name}`"), "help: "]);
        fs::remove_dir_all(&api).unwrap();
        fs::copy(scene.path(NOTE), &endpoint).unwrap();
        scene.refused(["generate"], 1, &["error[bad-file-name]", &format!("`specs/example/{name}.yaml`")]);
        fs::remove_file(&endpoint).unwrap();
        for place in [format!("{name}/send"), format!("example/{name}")] {
            scene.refused(["new", &place], 2, &["cannot be ", "tip: "]);
        }
        fs::remove_dir_all(scene.path("specs")).unwrap();
        scene.refused(["init", "inner", "--api", name], 2, &["cannot be ", "tip: "]);
    }
}

#[test]
fn names_that_are_no_text_are_told_and_nothing_is_written() {
    let scene = Scene::new();
    let odd = OsString::from_vec(b"specs/example/\xff\xfe.yaml".to_vec());
    fs::write(scene.path(&odd), "method: GET\n").unwrap();
    fs::create_dir(scene.path(OsString::from_vec(b"specs/\xff".to_vec()))).unwrap();
    scene.refused(["generate"], 1, &["error[bad-file-name]", "2 errors"]);
}

#[test]
fn names_of_the_crate_s_own_folders_take_no_place_of_them() {
    let scene = Scene::new();
    let names = ["src", "runtime", "guide", "lib", "main", "bin", "core", "std", "mod", "crate", "docwright", "tests"];
    for name in names {
        scene.project.overlay(&scene.path("specs/example"), &format!("specs/{name}")).unwrap();
    }
    scene.fine(&["generate"]);
    let files = scene.generated();
    for (path, bytes) in FIRST.iter().filter(|(path, _)| path.starts_with("src/runtime/")) {
        assert!(files.get(path) == Some(bytes), "{path}");
    }
    assert_eq!(
        files.keys().filter(|path| path.starts_with("src/") && path.ends_with("/create_note.rs")).count(),
        names.len() + 1
    );
    scene.fine(&["check"]);
}

#[test]
fn names_that_differ_by_case_alone_are_refused() {
    for path in ["specs/Example/api.yaml", "specs/example/Create_Note.yaml"] {
        let scene = Scene::new();
        scene.project.write(path, scene.project.read(NOTE).unwrap()).unwrap();
        scene.refused(["generate"], 1, &["error[bad-file-name]"]);
    }
    let scene = Scene::new();
    let api = scene.project.read("specs/example/api.yaml").unwrap();
    let types = "\ntypes:\n  Note:\n    type: string\n  NOTE:\n    type: string\n";
    scene.project.write("specs/example/api.yaml", api + types).unwrap();
    scene.refused(["generate"], 1, &["error[name-collision]", "specs/example/api.yaml:"]);
}

#[test]
fn no_two_generated_files_differ_by_case_alone() {
    for folder in ["generated", "tests/language/generated"] {
        let files = files(&repository().join(folder)).unwrap();
        let lower: BTreeSet<String> = files.keys().map(|path| path.to_lowercase()).collect();
        assert_eq!(lower.len(), files.len(), "{folder}");
    }
}
