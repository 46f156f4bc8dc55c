//! What happens to a crate that is not what the specs say: healed where that is safe, named where it is not.

use std::collections::BTreeMap;
use std::time::SystemTime;
use std::{fs, thread};

use docwright_tests::project::{Files, Project};

use crate::generated;

const NOTE: &str = "generated/src/pland/send_note.rs";
const CHATBOT: &str = "generated/src/omnidesk/create_chatbot_message.rs";

fn files(project: &Project) -> Files {
    project.files("generated").unwrap()
}

fn times(project: &Project) -> BTreeMap<String, SystemTime> {
    let time = |path: String| {
        let modified = project.modified(&format!("generated/{path}")).unwrap();
        (path, modified)
    };
    files(project).into_keys().map(time).collect()
}

/// Says another thing about a note, so that its file is stale.
fn change_the_note_s_words(project: &Project) {
    project
        .replace("specs/pland/send_note.yaml", "doc: Sends a note to a chat.", "doc: Leaves a note in a chat.")
        .unwrap();
}

#[test]
fn a_second_run_writes_nothing() {
    let project = generated();
    let before = times(&project);
    let run = project.run(["generate"]).unwrap();
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(times(&project), before);
}

#[test]
fn a_missing_file_is_written_again() {
    let project = generated();
    let (before, times_before) = (files(&project), times(&project));
    project.remove(NOTE).unwrap();
    let check = project.run(["check"]).unwrap();
    assert_eq!(check.code, 1);
    assert!(check.stderr.contains("crate-missing") && check.stderr.contains("send_note.rs"), "{}", check.stderr);
    let run = project.run(["generate"]).unwrap();
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(files(&project) == before);
    let touched = times(&project).into_iter().filter(|(path, time)| times_before[path] != *time).map(|(path, _)| path);
    assert!(touched.filter(|path| !path.starts_with(".docwright/")).eq(["src/pland/send_note.rs".to_owned()]));
}

#[test]
fn a_stale_file_is_brought_up_to_date_and_no_other_is_touched() {
    let project = generated();
    let before = times(&project);
    change_the_note_s_words(&project);
    let check = project.run(["check"]).unwrap();
    assert_eq!(check.code, 1);
    assert!(check.stderr.contains("crate-stale") && check.stderr.contains("send_note.rs"), "{}", check.stderr);
    let run = project.run(["generate"]).unwrap();
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("send_note.rs") || run.stdout.contains("send_note.rs"), "says what changed: {run:?}");
    assert!(project.read(NOTE).unwrap().contains("Leaves a note in a chat"));
    for (path, time) in times(&project) {
        let of_the_note = path.contains("pland")
            || path.starts_with(".docwright/")
            || matches!(path.as_str(), "README.md" | "CORRECTIONS.md");
        assert!(of_the_note || before[&path] == time, "{path} was touched");
    }
    assert_eq!(project.run(["check"]).unwrap().code, 0);
}

#[test]
fn an_edited_file_is_named_and_nothing_is_written_until_forced() {
    let project = generated();
    let whole = files(&project);
    project.write(NOTE, project.read(NOTE).unwrap() + "\n// mine\n").unwrap();
    project.remove(CHATBOT).unwrap();
    let before = (files(&project), times(&project));
    for arguments in [&["check"][..], &["generate"], &[]] {
        let run = project.run(arguments).unwrap();
        assert_eq!(run.code, 1, "{arguments:?}");
        assert!(run.stderr.contains("crate-edited") && run.stderr.contains("send_note.rs"), "{}", run.stderr);
        assert!(run.stderr.contains("--force"), "the way out: {}", run.stderr);
        assert!((files(&project), times(&project)) == before, "{arguments:?} wrote something");
    }
    let run = project.run(["generate", "--force"]).unwrap();
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(files(&project) == whole);
}

#[test]
fn an_edit_taken_back_is_no_edit() {
    let project = generated();
    let text = project.read(NOTE).unwrap();
    project.write(NOTE, text.replace("note", "Note")).unwrap();
    assert_eq!(project.run(["generate"]).unwrap().code, 1);
    project.write(NOTE, text).unwrap();
    assert_eq!(project.run(["generate"]).unwrap().code, 0);
}

#[test]
fn a_flipped_byte_is_noticed_though_length_and_time_are_the_same() {
    let project = generated();
    let time = project.modified(NOTE).unwrap();
    let mut bytes = fs::read(project.path(NOTE)).unwrap();
    let last = bytes.iter().rposition(u8::is_ascii_lowercase).unwrap();
    bytes[last] ^= 0x20;
    fs::write(project.path(NOTE), bytes).unwrap();
    fs::File::options().write(true).open(project.path(NOTE)).unwrap().set_modified(time).unwrap();
    assert_eq!(project.run(["generate"]).unwrap().code, 1);
}

#[test]
fn what_nobody_generates_any_more_goes_and_what_is_foreign_stays() {
    let project = generated();
    project.write("generated/notes.md", "mine\n").unwrap();
    project.write("generated/src/pland/mine.rs", "// mine\n").unwrap();
    project.remove("specs/omnidesk/create_chatbot_message.yaml").unwrap();
    let check = project.run(["check"]).unwrap();
    assert_eq!(check.code, 1);
    assert!(
        check.stderr.contains("crate-orphan") && check.stderr.contains("create_chatbot_message.rs"),
        "{}",
        check.stderr
    );
    for arguments in [&["generate"][..], &["generate", "--force"]] {
        let run = project.run(arguments).unwrap();
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(!project.path(CHATBOT).exists());
        assert_eq!(project.read("generated/notes.md").unwrap(), "mine\n");
        assert_eq!(project.read("generated/src/pland/mine.rs").unwrap(), "// mine\n");
    }
}

#[test]
fn an_api_that_goes_takes_its_files_along() {
    let project = generated();
    fs::remove_dir_all(project.path("specs/omnidesk")).unwrap();
    assert_eq!(project.run(["generate"]).unwrap().code, 0);
    assert!(!project.path("generated/src/omnidesk").exists(), "no empty folder stays behind");
    assert!(!project.read("generated/Cargo.toml").unwrap().contains("omnidesk"));
}

#[test]
fn a_dry_run_shows_the_difference_and_writes_nothing() {
    let project = generated();
    change_the_note_s_words(&project);
    let before = (files(&project), times(&project));
    let run = project.run(["generate", "--dry-run"]).unwrap();
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!((files(&project), times(&project)) == before);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert!(
        lines.iter().any(|line| line.starts_with("--- ") && line.ends_with("src/pland/send_note.rs")),
        "{}",
        run.stdout
    );
    assert!(
        lines.iter().any(|line| line.starts_with('-') && line.contains("Sends a note to a chat")),
        "{}",
        run.stdout
    );
    assert!(
        lines.iter().any(|line| line.starts_with('+') && line.contains("Leaves a note in a chat")),
        "{}",
        run.stdout
    );

    let empty = Project::of_repository(crate::DOCWRIGHT).unwrap();
    assert_eq!(empty.run(["generate", "--dry-run"]).unwrap().code, 0);
    assert!(!empty.path("generated").exists());
}

#[test]
fn wrong_specs_leave_the_crate_alone() {
    let project = generated();
    let before = (files(&project), times(&project));
    project.replace("specs/pland/send_note.yaml", "method: POST", "method: post").unwrap();
    project.replace("specs/omnidesk/create_message.yaml", "min_length: 5", "min_lenght: 5").unwrap();
    let run = project.run(["generate"]).unwrap();
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("bad-method") && run.stderr.contains("unknown-key"), "both in one run: {}", run.stderr);
    assert!((files(&project), times(&project)) == before);
}

#[test]
fn two_runs_at_once_keep_out_of_each_other_s_way() {
    let project = generated();
    let whole = files(&project);
    change_the_note_s_words(&project);
    fs::remove_dir_all(project.path("generated/src")).unwrap();
    thread::scope(|scope| {
        let runs = [(); 4].map(|()| scope.spawn(|| project.run(["generate"]).unwrap()));
        for run in runs {
            let run = run.join().unwrap();
            assert_eq!(run.code, 0, "{}", run.stderr);
        }
    });
    assert_eq!(files(&project).keys().collect::<Vec<_>>(), whole.keys().collect::<Vec<_>>());
    assert_eq!(project.run(["check"]).unwrap().code, 0);
}
