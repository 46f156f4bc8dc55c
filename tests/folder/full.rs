//! A disk without room: each command on a small file system of its own, with more and more pages free.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use docwright_tests::project::{Files, copy, files};
use tempfile::TempDir;

use crate::DOCWRIGHT;
use crate::scene::{FIRST, SECOND, Scene};

/// How many pages are left free.
const ROOMS: [u32; 14] = [0, 1, 2, 3, 4, 5, 7, 9, 12, 16, 24, 40, 80, 2000];

/// In a mount namespace: for each room a copy of the project, the command with little room, and once more with enough.
const SCRIPT: &str = r#"
root=$1; docwright=$2; rooms=$3; shift 3
mount -t tmpfs -o size=24m tmpfs "$root/small" || exit 77
for room in $rooms; do
  find "$root/small" -mindepth 1 -delete
  cp -R "$root/project" "$root/small/project"
  dd if=/dev/zero of="$root/small/filler" bs=4096 2>/dev/null
  dd if=/dev/null of="$root/small/filler" bs=4096 seek=$(($(stat -c %s "$root/small/filler") / 4096 - room)) 2>/dev/null
  result="$root/results/$room"; mkdir -p "$result"
  cd "$root/small/project"
  "$docwright" "$@" >/dev/null 2>"$root/results/$room/said"; echo $? >"$result/code"
  rm "$root/small/filler"
  cp -R . "$result/full"
  "$docwright" "$@" >/dev/null 2>"$result/said-again"; echo $? >"$result/code-again"
  cp -R . "$result/after"
done
"#;

/// What a command did with so much room, and did again with enough.
struct Tried {
    room: u32,
    code: i32,
    said: String,
    full: Files,
    code_again: i32,
    after: Files,
}

/// Tries a command over a copy of a folder; `None` where no file system can be mounted.
fn tried(project: &Path, arguments: &[&str]) -> Option<Vec<Tried>> {
    let root = TempDir::new().unwrap();
    for folder in ["project", "small", "results"] {
        fs::create_dir(root.path().join(folder)).unwrap();
    }
    copy(project, &root.path().join("project")).unwrap();
    let rooms = ROOMS.map(|room| room.to_string()).join(" ");
    let output = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", SCRIPT, "sh"])
        .arg(root.path())
        .args([DOCWRIGHT, &rooms])
        .args(arguments)
        .output();
    if !output.as_ref().is_ok_and(|output| output.status.success()) {
        eprintln!(
            "skipped: no small file system can be mounted here (`unshare --user --map-root-user --mount`): {output:?}"
        );
        return None;
    }
    let of = |room: u32| {
        let result = root.path().join("results").join(room.to_string());
        let text = |name: &str| fs::read_to_string(result.join(name)).unwrap();
        let tried = Tried {
            room,
            code: text("code").trim().parse().unwrap(),
            said: text("said"),
            full: without_lock(files(&result.join("full")).unwrap()),
            code_again: text("code-again").trim().parse().unwrap(),
            after: without_lock(files(&result.join("after")).unwrap()),
        };
        if tried.code != 0 {
            assert_eq!(tried.code, 2, "room {room}: {}", tried.said);
            assert!(tried.said.contains("No space left on device"), "room {room}: {}", tried.said);
        }
        tried
    };
    let tried: Vec<Tried> = ROOMS.into_iter().map(of).collect();
    let refused = tried.iter().filter(|tried| tried.code == 2).count();
    assert!(0 < refused && refused < ROOMS.len(), "{arguments:?}: {refused} were refused, which tries nothing");
    Some(tried)
}

fn without_lock(mut files: Files) -> Files {
    files.remove("generated/.docwright/lock");
    files
}

fn crate_of(files: &Files) -> Files {
    let below =
        files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("generated/")?.to_owned(), bytes.clone())));
    below.collect()
}

/// Tries a command that makes or changes files, all of them or none.
fn all_or_none(project: &Path, arguments: &[&str]) {
    let before = files(project).unwrap();
    let undisturbed = TempDir::new().unwrap();
    fs::create_dir(undisturbed.path().join("project")).unwrap();
    copy(project, &undisturbed.path().join("project")).unwrap();
    let status =
        Command::new(DOCWRIGHT).args(arguments).current_dir(undisturbed.path().join("project")).output().unwrap();
    let expected = files(&undisturbed.path().join("project")).unwrap();
    for tried in tried(project, arguments).into_iter().flatten() {
        let Tried { room, code, full, after, code_again, said } = tried;
        let wanted = if code == 2 { &before } else { &expected };
        assert!(full == *wanted, "{arguments:?} with {room} pages: {:?}: {said}", full.keys());
        assert!(after == expected, "{arguments:?} with {room} pages: {:?}", after.keys());
        if code == 2 {
            assert_eq!(Some(code_again), status.status.code());
        }
    }
}

#[test]
fn a_crate_that_finds_no_room_is_left_as_it_was_and_completed_with_room() {
    for is_update in [false, true] {
        let scene = Scene::new();
        if is_update {
            scene.second();
        } else {
            fs::remove_dir_all(scene.path("generated")).unwrap();
        }
        let before = without_lock(scene.project.files("").unwrap());
        let (old, new) = if is_update { (crate_of(&before), &*SECOND) } else { (Files::new(), &*FIRST) };
        for tried in tried(&scene.path(""), &["generate"]).into_iter().flatten() {
            let Tried { room, code, full, after, code_again, .. } = tried;
            // A run that had begun to replace files says so in its journal; before that, nothing is changed or left.
            let is_begun = full.contains_key("generated/.docwright/journal");
            assert!(is_begun || code == 0 || crate_of(&full) == old, "with {room} pages: {:?}", full.keys());
            assert_eq!(code_again, 0);
            assert!(crate_of(&after) == *new, "with {room} pages: {:?}", after.keys());
        }
    }
}

#[test]
fn new_files_that_find_no_room_are_none() {
    let empty = TempDir::new().unwrap();
    all_or_none(empty.path(), &["init", "--name", "acme-clients"]);

    let workspace = TempDir::new().unwrap();
    fs::write(workspace.path().join("Cargo.toml"), "[workspace]\nmembers = []\n# ".to_owned() + &"x".repeat(9000))
        .unwrap();
    all_or_none(workspace.path(), &["init", "inner", "--name", "acme-clients"]);

    let scene = Scene::new();
    fs::remove_dir_all(scene.path("generated")).unwrap();
    let root: PathBuf = scene.path("");
    all_or_none(&root, &["new", "other/send_note", "--page", "https://example.com"]);
    for schema in ["api", "project", "endpoint"] {
        scene.project.write(&format!("specs/.schema/{schema}.json"), "{}\n").unwrap();
    }
    all_or_none(&root, &["schema"]);
}
