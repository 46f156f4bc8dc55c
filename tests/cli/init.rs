//! `docwright init`: what it makes of an empty folder, of a workspace, and of what is in its way.

use std::fs;
use std::path::Path;
use std::process::Command;

use docwright_tests::project::{Project, repository, run};

use crate::{DOCWRIGHT, alone};

fn empty() -> Project {
    Project::empty(DOCWRIGHT).unwrap()
}

/// Runs docwright, which must have nothing to complain of.
fn fine(project: &Project, arguments: &[&str]) -> String {
    let run = project.run(arguments).unwrap();
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{arguments:?}");
    run.stdout
}

/// Cargo over the whole project, with the repository's versions of dependencies.
fn cargo(folder: &Path, arguments: &[&str]) -> String {
    fs::copy(repository().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(folder).args(arguments).arg("--offline").env("CARGO_TARGET_DIR", alone::target());
    let ended = run(&mut command).unwrap();
    assert_eq!(ended.code, 0, "cargo {arguments:?}: {}", ended.stderr);
    ended.stdout
}

#[test]
fn an_empty_folder_becomes_a_project_that_works_at_once() {
    let project = empty();
    let said = fine(&project, &["init", "--name", "acme-clients", "--api", "acme_chat"]);
    assert!(
        said.contains("created specs/acme_chat/create_note.yaml") && said.contains("\nNext:\n    docwright "),
        "{said}"
    );
    let files = project.files("").unwrap();
    for path in ["Cargo.toml", ".gitignore", "README.md", ".github/workflows/docwright.yml", "specs/.schema/api.json"] {
        assert!(files.contains_key(path), "{path}");
    }
    fine(&project, &["generate"]);
    fine(&project, &["check"]);
    assert_eq!(fine(&project, &["schema"]), "`specs/.schema` is up to date\n");
    // No feature of a transport: the samples need none, and it builds sooner.
    let tested = cargo(&project.path(""), &["test", "--features", "acme_chat", "--test", "samples"]);
    assert!(tested.contains("test result: ok. ") && !tested.contains("ok. 0 passed"), "{tested}");
}

#[test]
fn a_second_run_says_that_there_is_a_project() {
    let project = empty();
    fine(&project, &["init"]);
    let before = project.files("").unwrap();
    for arguments in [&["init"][..], &["init", "specs/example"]] {
        let again = project.run(arguments).unwrap();
        assert_eq!((again.code, again.stdout.as_str()), (2, ""));
        assert!(
            again.stderr.contains("is a project already") && again.stderr.contains("docwright new"),
            "{}",
            again.stderr
        );
    }
    assert_eq!(project.files("").unwrap(), before);
}

#[test]
fn what_stands_in_the_way_is_kept_and_nothing_is_half_written() {
    let project = empty();
    project.write("README.md", "mine\n").unwrap();
    project.write("specs/example/api.yaml", "mine\n").unwrap();
    let refused = project.run(["init"]).unwrap();
    assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
    assert!(refused.stderr.contains("`specs/example/api.yaml` is there already"), "{}", refused.stderr);
    assert_eq!(project.files("").unwrap().len(), 2);

    let said = fine(&project, &["init", "--api", "other"]);
    assert!(said.contains("kept README.md"), "{said}");
    assert_eq!(project.read("README.md").unwrap(), "mine\n");

    let full = empty();
    full.write("generated/notes.txt", "mine\n").unwrap();
    let refused = full.run(["init"]).unwrap();
    assert_eq!((refused.code, full.files("").unwrap().len()), (2, 1), "{}", refused.stderr);
}

#[test]
fn in_a_workspace_the_crate_becomes_a_member() {
    let project = empty();
    project.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\n    \"app\", # ours\n]\n").unwrap();
    project.write("app/Cargo.toml", "[package]\nname = \"app\"\nedition = \"2024\"\n").unwrap();
    project.write("app/src/main.rs", "fn main() {}\n").unwrap();
    let said = fine(&project, &["init", "apis"]);
    assert!(said.contains("`apis/generated` is a member of the workspace") && said.contains("cd apis"), "{said}");
    let manifest = project.read("Cargo.toml").unwrap();
    assert_eq!(
        manifest,
        "[workspace]\nresolver = \"3\"\nmembers = [\n    \"app\", # ours\n    \"apis/generated\",\n]\n"
    );
    for path in ["apis/Cargo.toml", "apis/README.md", ".gitignore", "README.md"] {
        assert!(!project.path(path).exists(), "{path}");
    }
    fine(&project, &["--specs", "apis/specs"]);
    cargo(&project.path(""), &["metadata", "--no-deps", "--format-version", "1"]);
}

#[test]
fn in_a_package_the_crate_becomes_a_member_beside_it() {
    let project = empty();
    project.write("Cargo.toml", "[package]\nname = \"hello\"\nedition = \"2024\"\n\n[dependencies]\n").unwrap();
    project.write("src/main.rs", "fn main() {}\n").unwrap();
    fine(&project, &["init", "--name", "hello-clients"]);
    fine(&project, &["generate"]);
    assert!(project.read("Cargo.toml").unwrap().ends_with("\n[workspace]\nmembers = [\"generated\"]\n"));
    let packages = cargo(&project.path(""), &["metadata", "--no-deps", "--format-version", "1"]);
    assert!(packages.contains("\"hello-clients\"") && packages.contains("\"hello\""), "{packages}");
}

#[test]
fn names_that_cannot_be_are_refused_with_one_that_can() {
    let project = empty();
    for (arguments, tip) in [
        (["init", "--api", "Acme"], "acme_chat"),
        (["init", "--name", "9lives"], "acme-clients"),
        (["init", "--specs", "specs"], "docwright init DIR"),
    ] {
        let run = project.run(arguments).unwrap();
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert!(run.stderr.contains(tip), "{}", run.stderr);
    }
    assert!(project.files("").unwrap().is_empty());
}
