//! docwright's own files in the crate, lost, broken or made up by somebody.

use std::fmt::Write as _;
use std::fs;

use docwright::output::Digest;

use crate::scene::{FIRST, SECOND, Scene};

const MANIFEST: &str = "generated/.docwright/manifest";
const JOURNAL: &str = "generated/.docwright/journal";

fn line(path: &str, bytes: &[u8]) -> String {
    format!("{}  {path}\n", Digest::of(bytes))
}

#[test]
fn a_manifest_that_cannot_be_read_stops_a_run_until_it_is_forced() {
    let whole = Scene::new().project.read(MANIFEST).unwrap();
    let precious = line("../precious.txt", b"precious\n");
    let twice = whole.lines().nth(1).unwrap().to_owned() + "\n";
    for (what, manifest) in [
        ("empty", String::new()),
        ("cut within a line", whole[..whole.len() / 2 - 7].to_owned()),
        ("cut in the first line", whole[..6].to_owned()),
        ("garbage", "\u{0}\u{1}\u{fffd}\n".repeat(99)),
        ("a path that leaves", whole.clone() + &precious),
        ("a path from the root", whole.clone() + &line("/etc/hostname", b"")),
        ("a path with blanks", whole.clone() + &line("src/../../precious.txt", b"precious\n")),
        ("its own files", whole.clone() + &line(".docwright/lock", b"")),
        ("a file twice", whole.clone() + &twice),
        ("no version", whole.replacen("docwright 0.1.0", "docwright ", 1)),
        ("big", whole.clone() + &precious.repeat(20_000)),
    ] {
        let scene = Scene::new();
        scene.second();
        scene.project.write(MANIFEST, &manifest).unwrap();
        fs::copy(scene.outside("precious.txt"), scene.path("precious.txt")).unwrap();
        scene.project.write("generated/notes.txt", "mine\n").unwrap();
        for arguments in [&["check"][..], &["generate"]] {
            let told = ["error[bad-manifest]", "manifest` cannot be read: line ", "help: restore it", "--force"];
            scene.refused(arguments, 1, &told);
        }
        scene.fine(&["generate", "--force"]);
        scene.fine(&["check"]);
        let mut files = scene.generated();
        assert!(files.remove("notes.txt").is_some_and(|bytes| bytes == b"mine\n"), "{what}");
        // Of what a broken manifest does not name any more nobody knows whose it is; it stays.
        files.retain(|path, _| SECOND.contains_key(path) || !FIRST.contains_key(path));
        assert!(files == *SECOND, "{what}");
        assert_eq!(scene.project.read("precious.txt").unwrap(), "precious\n", "{what}");
        assert_eq!(fs::read_to_string(scene.outside("precious.txt")).unwrap(), "precious\n", "{what}");
    }
}

#[test]
fn a_lost_manifest_costs_nothing_of_a_person_s() {
    let scene = Scene::new();
    fs::remove_file(scene.path(MANIFEST)).unwrap();
    scene.project.write("generated/src/example/create_note.rs", "mine\n").unwrap();
    for arguments in [&["check"][..], &["generate"]] {
        scene.refused(arguments, 1, &["error[crate-foreign]", "no manifest in it", "--force"]);
    }
    scene.fine(&["generate", "--force"]);
    assert!(scene.generated() == *FIRST);
}

#[test]
fn a_manifest_of_another_version_or_of_fewer_files_is_brought_up_to_date() {
    let whole = Scene::new().project.read(MANIFEST).unwrap();
    let half = whole[..whole.len() / 2].rfind('\n').unwrap() + 1;
    for manifest in [whole.replacen("docwright ", "docwright 99.", 1), whole[..half].to_owned()] {
        let scene = Scene::new();
        scene.project.write(MANIFEST, manifest).unwrap();
        scene.refused(["check"], 1, &["error[crate-stale]", "is not the manifest of this version"]);
        scene.fine(&["generate"]);
        assert!(scene.generated() == *FIRST);
    }
}

#[test]
fn a_manifest_cannot_claim_what_it_has_not_seen() {
    let scene = Scene::new();
    scene.project.write("generated/notes.txt", "mine\n").unwrap();
    let manifest = scene.project.read(MANIFEST).unwrap() + &line("notes.txt", b"other\n") + &line("gone.txt", b"x");
    scene.project.write(MANIFEST, manifest).unwrap();
    scene.refused(["generate"], 1, &["error[crate-edited]", "`generated/notes.txt`"]);
}

#[test]
fn a_journal_that_leads_outside_or_is_broken_does_nothing() {
    let old = Digest::of(b"precious\n");
    let new = Digest::of(b"theirs\n");
    let step = |path: &str| format!("docwright 0.1.0\n{old} {new} {path}\n{old} - {path}\n");
    let mut many = "docwright 0.1.0\n".to_owned();
    for number in 0..5_000 {
        writeln!(many, "{old} {new} gone/{number}").unwrap();
    }
    let journals = [
        ("empty", String::new()),
        ("garbage", "\u{0}\u{1}\n".repeat(99)),
        ("up", step("../precious.txt")),
        ("within and up", step("src/../../precious.txt")),
        ("from the root", step(Scene::new().outside("precious.txt").to_str().unwrap())),
        ("its own lock", step(".docwright/lock")),
        ("cut", step("src/lib.rs").trim_end().to_owned()),
        ("of files that are not there", step("src/none.rs")),
        ("of files that hold something else", step("src/lib.rs")),
        ("big", many),
    ];
    for ((what, journal), is_second) in journals.into_iter().zip([false, true].into_iter().cycle()) {
        let scene = Scene::new();
        if is_second {
            scene.second();
        }
        let version = if is_second { &*SECOND } else { &*FIRST };
        fs::copy(scene.outside("precious.txt"), scene.path("precious.txt")).unwrap();
        for path in ["precious.txt", "src/lib.rs", "src/none.rs", "src/precious.txt"] {
            scene.project.write(&format!("generated/.docwright/next/{path}"), "theirs\n").unwrap();
        }
        scene.project.write(JOURNAL, &journal).unwrap();
        scene.run(["generate"]);
        // A journal that is well formed is believed to be complete; what it does not name is nobody's.
        scene.fine(&["generate", "--force"]);
        let mut files = scene.generated();
        files.retain(|path, _| version.contains_key(path) || !FIRST.contains_key(path));
        assert!(files == *version, "{what}");
        assert_eq!(fs::read(scene.outside("precious.txt")).unwrap(), b"precious\n", "{what}");
        assert_eq!(scene.project.read("precious.txt").unwrap(), "precious\n", "{what}");
    }
}

#[test]
fn a_journal_alone_has_nothing_removed() {
    let scene = Scene::new();
    scene.project.write("generated/notes.txt", "mine\n").unwrap();
    let journal = format!("docwright 0.1.0\n{} - notes.txt\n", Digest::of(b"mine\n"));
    scene.project.write(JOURNAL, journal).unwrap();
    scene.run(["generate"]);
    assert_eq!(scene.project.read("generated/notes.txt").unwrap(), "mine\n");
}

#[test]
fn a_journal_replaces_no_file_through_a_link() {
    let scene = Scene::beside_another();
    let text = fs::read(scene.outside("crate/src/lib.rs")).unwrap();
    std::os::unix::fs::symlink(scene.outside("crate/src"), scene.clear("generated/src")).unwrap();
    scene.project.write("generated/.docwright/next/src/lib.rs", "theirs\n").unwrap();
    let (old, new) = (Digest::of(&text), Digest::of(b"theirs\n"));
    scene.project.write(JOURNAL, format!("docwright 0.1.0\n{old} {new} src/lib.rs\n{old} - src/lib.rs\n")).unwrap();
    let run = scene.run(["generate", "--force"]);
    assert!(run.code == 1 && run.stderr.contains("`generated/src` is a link"), "{}", run.stderr);
    assert_eq!(fs::read(scene.outside("crate/src/lib.rs")).unwrap(), text);
}
