//! What is no plain file: pipes, sockets, folders and files in each other's place. Nothing waits for ever.

use std::fs;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

use crate::scene::{NOTE, Scene, pipe};

fn socket(path: &Path) {
    // The path of a socket is short; a relative one is not needed below a temporary folder.
    drop(UnixListener::bind(path).unwrap());
}

/// A device that never ends, where the test may make one.
fn device(path: &Path) -> bool {
    Command::new("mknod").arg(path).args(["c", "1", "5"]).output().is_ok_and(|output| output.status.success())
}

/// Puts something at a place, where the machine can.
type Make<'a> = &'a dyn Fn(&Path) -> bool;

/// Calls, and the exit code of each.
type Ends<'a> = &'a [(&'static [&'static str], i32)];

#[test]
fn what_is_no_file_in_the_crate_is_named_and_left_alone() {
    for path in [
        "generated",
        "generated/src",
        "generated/src/lib.rs",
        "generated/Cargo.toml",
        "generated/.docwright",
        "generated/.docwright/manifest",
        "generated/.docwright/journal",
        "generated/.docwright/lock",
        "generated/.docwright/next",
    ] {
        let scene = Scene::new();
        let kinds: [(&str, Make<'_>); 3] = [
            ("pipe", &|path| {
                pipe(path);
                true
            }),
            ("socket", &|path| {
                socket(path);
                true
            }),
            ("device", &device),
        ];
        for (kind, make) in kinds {
            if !make(&scene.clear(path)) {
                eprintln!("skipped: a {kind} cannot be made here");
                continue;
            }
            for arguments in [&["check"][..], &["generate"], &["generate", "--force"], &["generate", "--dry-run"]] {
                let run = scene.refused(arguments, 1, &[&format!("`{path}` is not docwright's"), "help: move it away"]);
                assert!(!run.stderr.contains("--force"), "no way out: {}", run.stderr);
            }
        }
    }
}

#[test]
fn files_and_folders_take_no_place_of_each_other() {
    let scene = Scene::new();
    fs::write(scene.clear("generated/src/runtime"), "a file where a folder goes\n").unwrap();
    fs::create_dir(scene.clear("generated/src/lib.rs")).unwrap();
    fs::write(scene.path("generated/src/lib.rs/notes.txt"), "mine\n").unwrap();
    for arguments in [&["check"][..], &["generate"], &["generate", "--force"]] {
        scene.refused(arguments, 1, &["`generated/src/lib.rs` is not", "`generated/src/runtime` is not"]);
    }

    let scene = Scene::new();
    fs::create_dir(scene.clear("generated/.docwright/manifest")).unwrap();
    scene.refused(["generate", "--force"], 1, &["`generated/.docwright/manifest` is not docwright's"]);
    let scene = Scene::new();
    fs::write(scene.clear("generated/.docwright/next"), "mine\n").unwrap();
    scene.refused(["generate", "--force"], 1, &["`generated/.docwright/next` is not docwright's"]);
    let scene = Scene::new();
    fs::write(scene.clear("generated"), "mine\n").unwrap();
    scene.refused(["generate", "--force"], 1, &["`generated` is not docwright's"]);
}

#[test]
fn what_is_no_file_in_specs_is_told_and_not_read() {
    let calls: [(&str, &str, Ends<'_>); 4] = [
        (
            NOTE,
            "`specs/example/create_note.yaml`",
            &[(&["check"], 1), (&["generate"], 1), (&["list"], 1), (&["new", "example/create_note"], 2)],
        ),
        (
            "specs/example/api.yaml",
            "example/api.yaml`",
            &[(&["check"], 1), (&["show", "example/create_note"], 1), (&["new", "example/send"], 2)],
        ),
        ("specs/docwright.yaml", "`specs/docwright.yaml`", &[(&["check"], 1), (&["generate"], 1)]),
        ("specs/.schema/api.json", "`specs/.schema/api.json`", &[(&["schema"], 2)]),
    ];
    for (path, told, calls) in calls {
        let scene = Scene::new();
        for make in [pipe, socket, |path: &Path| fs::create_dir(path).unwrap()] {
            make(&scene.clear(path));
            for (arguments, code) in calls {
                if arguments[0] == "new" && arguments[1] == "example/create_note" {
                    scene.refused(*arguments, *code, &["is there already"]);
                } else {
                    scene.refused(*arguments, *code, &[told.split('/').next_back().unwrap_or(told)]);
                }
            }
        }
    }
}

#[test]
fn a_manifest_of_cargo_s_that_is_no_file_keeps_nobody_waiting() {
    let scene = Scene::new();
    pipe(&scene.clear("Cargo.toml"));
    fs::create_dir(scene.path("inner")).unwrap();
    fs::rename(scene.path("specs"), scene.outside("specs")).unwrap();
    scene.refused(["init", "inner"], 2, &["Cargo.toml", "no plain file"]);
}

#[test]
fn a_file_of_no_sensible_size_is_not_read() {
    let scene = Scene::new();
    for path in ["generated/src/lib.rs", "generated/.docwright/manifest", "generated/.docwright/journal"] {
        let file = fs::File::create(scene.clear(path)).unwrap();
        // Sparse: it takes no room.
        file.set_len(1 << 40).unwrap();
        drop(file);
        for arguments in [&["check"][..], &["generate", "--force"]] {
            let run = scene.run(arguments);
            assert!(run.code == 1 && run.stderr.contains(&format!("`{path}`")), "{}", run.stderr);
        }
        fs::remove_file(scene.path(path)).unwrap();
        scene.fine(&["generate", "--force"]);
    }
    let file = fs::File::create(scene.path(NOTE)).unwrap();
    file.set_len(1 << 40).unwrap();
    let run = scene.run(["generate"]);
    assert!(run.code == 1 && run.stderr.contains("bigger than 1 MiB"), "{}", run.stderr);
}
