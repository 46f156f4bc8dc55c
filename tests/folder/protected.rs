//! What the system forbids: folders and files without the right to read or write them.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use docwright_tests::project::Run;

use crate::scene::{NOTE, SECOND, Scene, bounded};

/// Root may do anything; in a user namespace without a map, the same user has no such privilege.
#[derive(Clone, Copy)]
enum Way {
    Plain,
    Namespace,
}

impl Way {
    /// How to be bound by permissions here; `None` where there is no way.
    fn find() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("forbidden");
        fs::write(&file, "").unwrap();
        forbid(&file, 0o000);
        let found = [Self::Plain, Self::Namespace].into_iter().find(|way| {
            let is_begun = way.command("true").status().is_ok_and(|status| status.success());
            is_begun && way.command("cat").arg(&file).output().is_ok_and(|output| !output.status.success())
        });
        if found.is_none() {
            eprintln!("skipped: these tests run as root, and there are no user namespaces (`unshare --user`)");
        }
        found
    }

    fn command(self, program: &str) -> Command {
        match self {
            Self::Plain => Command::new(program),
            Self::Namespace => {
                let mut command = Command::new("unshare");
                command.args(["--user", program]);
                command
            }
        }
    }

    /// Runs docwright, which must leave everything as it was.
    fn refused(self, scene: &Scene, arguments: &[&str], code: i32, told: &[&str]) -> Run {
        let before = scene.path("");
        let mut command = self.command(crate::DOCWRIGHT);
        let run = bounded(command.current_dir(before).args(arguments));
        assert_eq!(run.code, code, "{arguments:?}: {}{}", run.stdout, run.stderr);
        for told in told {
            assert!(run.stderr.contains(told), "{arguments:?} does not tell {told:?}: {}", run.stderr);
        }
        run
    }
}

fn forbid(path: &std::path::Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_folder_that_may_only_be_read_is_told_and_completed_once_it_may_be_written() {
    let Some(way) = Way::find() else { return };
    for folder in ["generated", "generated/.docwright", "generated/src", "generated/src/example"] {
        let scene = Scene::new();
        scene.second();
        let before = scene.generated();
        forbid(&scene.path(folder), 0o555);
        way.refused(&scene, &["check"], 1, &["crate-stale"]);
        for arguments in [&["generate"][..], &["generate", "--force"]] {
            way.refused(&scene, arguments, 2, &["error[io]", "Permission denied", folder, "help: "]);
        }
        let is_begun = scene.path("generated/.docwright/journal").exists();
        assert!(is_begun || scene.generated() == before, "{folder}");
        forbid(&scene.path(folder), 0o755);
        scene.fine(&["generate"]);
        assert!(scene.generated() == *SECOND, "{folder}");
        scene.fine(&["check"]);
    }
}

#[test]
fn what_may_not_be_read_is_named_and_not_taken_for_something_else() {
    let Some(way) = Way::find() else { return };
    for path in [
        "generated",
        "generated/src",
        "generated/src/lib.rs",
        "generated/.docwright/manifest",
        "generated/.docwright/lock",
        "specs/docwright.yaml",
        "specs/example",
        NOTE,
    ] {
        let scene = Scene::new();
        let before = scene.all();
        let mode = fs::metadata(scene.path(path)).unwrap().permissions().mode();
        forbid(&scene.path(path), 0o000);
        for arguments in [&["check"][..], &["generate"], &["generate", "--force"]] {
            way.refused(&scene, arguments, 2, &["error[io]", "Permission denied", path, "help: "]);
        }
        forbid(&scene.path(path), mode);
        assert!(scene.all() == before, "{path}");
    }
}

#[test]
fn a_file_that_may_only_be_read_is_replaced_like_any_other() {
    let Some(way) = Way::find() else { return };
    let scene = Scene::new();
    for path in ["generated/Cargo.toml", "generated/src/example/create_note.rs", "generated/.docwright/manifest"] {
        forbid(&scene.path(path), 0o444);
    }
    scene.second();
    way.refused(&scene, &["generate"], 0, &[]);
    assert!(scene.generated() == *SECOND);
}

#[test]
fn a_project_that_may_only_be_read_gets_no_files() {
    let Some(way) = Way::find() else { return };
    let scene = Scene::new();
    fs::remove_file(scene.path("specs/.schema/api.json")).unwrap();
    let folders = ["", "specs", "specs/.schema", "specs/example"];
    let before = scene.all();
    for folder in folders {
        forbid(&scene.path(folder), 0o555);
    }
    way.refused(&scene, &["schema"], 2, &["error[io]", "specs/.schema/", "Permission denied", "help: "]);
    way.refused(&scene, &["new", "example/send"], 2, &["example/send.yaml", "Permission denied", "tip: "]);
    way.refused(&scene, &["new", "other/send"], 2, &["other/send.yaml", "Permission denied", "tip: "]);
    forbid(&scene.path(""), 0o755);
    fs::rename(scene.path("specs"), scene.path("aside")).unwrap();
    fs::rename(scene.path("generated"), scene.path("too")).unwrap();
    forbid(&scene.path(""), 0o555);
    way.refused(&scene, &["init"], 2, &["Permission denied", "tip: nothing was written"]);
    forbid(&scene.path(""), 0o755);
    fs::rename(scene.path("aside"), scene.path("specs")).unwrap();
    fs::rename(scene.path("too"), scene.path("generated")).unwrap();
    for folder in folders {
        forbid(&scene.path(folder), 0o755);
    }
    assert!(scene.all() == before);
}

#[test]
fn a_workspace_that_may_only_be_read_is_left_to_people() {
    let scene = Scene::new();
    fs::create_dir(scene.path("inner")).unwrap();
    fs::remove_dir_all(scene.path("specs")).unwrap();
    let manifest = scene.path("Cargo.toml");
    forbid(&manifest, 0o444);
    let text = fs::read(&manifest).unwrap();
    let said = scene.fine(&["init", "inner"]);
    assert!(said.stdout.contains("members = [\"inner/generated\"]"), "{}", said.stdout);
    assert_eq!(fs::read(&manifest).unwrap(), text);

    // A link to a manifest elsewhere stays a link, and what it points to stays as it is.
    let scene = Scene::new();
    fs::remove_dir_all(scene.path("specs")).unwrap();
    fs::rename(scene.path("Cargo.toml"), scene.outside("Cargo.toml")).unwrap();
    std::os::unix::fs::symlink(scene.outside("Cargo.toml"), scene.path("Cargo.toml")).unwrap();
    scene.fine(&["init", "inner"]);
    assert_eq!(fs::read(scene.outside("Cargo.toml")).unwrap(), text);
    assert!(fs::symlink_metadata(scene.path("Cargo.toml")).unwrap().is_symlink());
}
