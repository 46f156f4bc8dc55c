//! The program by itself: copied away, without the repository, cargo or any variable of the environment.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use docwright_tests::project::{Project, Run, files, repository, run};
use tempfile::TempDir;

use crate::DOCWRIGHT;

/// The program in a folder of its own.
struct Installed {
    _folder: TempDir,
    program: PathBuf,
}

impl Installed {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let program = folder.path().join("docwright").with_extension(env::consts::EXE_EXTENSION);
        fs::copy(DOCWRIGHT, &program).unwrap();
        Self { _folder: folder, program }
    }

    /// Runs it in a folder of a project; whoever complains has not succeeded.
    fn run(&self, project: &Project, folder: &str, arguments: &[&str]) -> Run {
        let mut command = Command::new(&self.program);
        let ended = run(command.args(arguments).current_dir(project.path(folder)).env_clear()).unwrap();
        assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "{arguments:?}");
        ended
    }
}

#[test]
fn it_needs_nothing_but_the_specs() {
    let installed = Installed::new();
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    installed.run(&project, "", &["generate"]);
    let repositorys = files(&repository().join("generated")).unwrap();
    let ours = project.files("generated").unwrap();
    for (path, bytes) in ours.iter().filter(|(path, _)| *path != ".docwright/lock") {
        assert!(repositorys.get(path) == Some(bytes), "{path} is not the repository's");
    }
    for arguments in [
        &["check"][..],
        &["list"],
        &["show", "pland/send_note"],
        &["explain", "--all"],
        &["schema"],
        &["completions", "bash"],
        &["man"],
        &["--version"],
    ] {
        let said = installed.run(&project, "", arguments).stdout;
        assert!(!said.contains(env!("CARGO_MANIFEST_DIR")), "{arguments:?} tells where it was built: {said}");
    }
}

#[test]
fn in_somebody_s_workspace_it_touches_nothing_but_its_crate() {
    let installed = Installed::new();
    let project = Project::empty(DOCWRIGHT).unwrap();
    let own = [
        ("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"app\", \"clients\"]\n"),
        ("app/Cargo.toml", "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n"),
        ("app/src/main.rs", "fn main() {}\n"),
    ];
    for (path, text) in own {
        project.write(path, text).unwrap();
    }
    project.overlay(&repository().join("specs"), "specs").unwrap();
    project.replace("specs/docwright.yaml", "output: ../generated", "output: ../clients").unwrap();

    installed.run(&project, "app/src", &["generate"]);
    installed.run(&project, "clients", &["check"]);
    for (path, text) in own {
        assert_eq!(project.read(path).unwrap(), text, "{path}");
    }
    let beside: Vec<_> = fs::read_dir(project.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside.len(), 4, "{beside:?}");
    // Cargo takes the crate as a member: it has no workspace of its own.
    let mut cargo = Command::new(env!("CARGO"));
    let read =
        run(cargo.args(["metadata", "--no-deps", "--offline", "--format-version=1"]).current_dir(project.path("")));
    let read = read.unwrap();
    assert!(read.code == 0 && read.stdout.contains("\"message-clients\""), "{}", read.stderr);
}
