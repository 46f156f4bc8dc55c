//! docwright as its users run it: what it writes, heals, refuses and says.

mod alone;
mod anywhere;
mod commands;
mod dependencies;
mod determinism;
mod documents;
mod examples;
mod fmt;
mod git;
mod golden;
mod healing;
mod init;
mod lint;
mod meeting;
mod mistakes;
mod new;
mod review;
mod schema;
mod show;
mod size;
mod watch;

use docwright_tests::project::Project;

const DOCWRIGHT: &str = env!("CARGO_BIN_EXE_docwright-tested");

/// A copy of the repository's specs, with the crate generated from them.
fn generated() -> Project {
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    let run = project.run(["generate"]).unwrap();
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    project
}
