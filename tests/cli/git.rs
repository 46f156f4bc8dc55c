//! Specs under git.

use std::process::Command;

use docwright_tests::project::{Project, run};

use crate::DOCWRIGHT;

/// The specs of the repository, with a commit on `main`.
pub fn repository() -> Project {
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    git(&project, &["init", "--quiet", "--initial-branch=main"]);
    commit(&project, "first");
    project
}

/// Commits all that is there.
pub fn commit(project: &Project, message: &str) {
    git(project, &["add", "--all"]);
    git(project, &["commit", "--quiet", "--message", message]);
}

/// What git says; it must not fail.
pub fn git(project: &Project, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.current_dir(project.path("")).args(["-c", "user.name=Someone", "-c", "user.email=someone@example.com"]);
    let run = run(command.args(arguments)).unwrap();
    assert_eq!(run.code, 0, "git {arguments:?}: {}", run.stderr);
    run.stdout
}
