//! A project, what lies outside of it, and docwright run over it with an eye on both.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{Read as _, Seek as _};
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};

use docwright_tests::project::{Files, Project, Run, copy};
use tempfile::TempDir;

use crate::DOCWRIGHT;

/// How long a run may take before it counts as one without an end.
const LONGEST: Duration = Duration::from_secs(120);

/// The file that differs between the specs' versions.
pub const NOTE: &str = "specs/example/create_note.yaml";

/// A project with its crate, and a folder outside.
pub struct Scene {
    pub project: Project,
    outside: TempDir,
}

/// What stands at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    File(Vec<u8>, u32),
    Folder,
    Link(PathBuf),
    /// A pipe, a socket, a device.
    Other,
}

/// All that stands below some folders.
pub type Tree = BTreeMap<Vec<u8>, Node>;

/// The files of a new project with its crate.
static BEGUN: LazyLock<Files> = LazyLock::new(|| {
    let project = Project::empty(DOCWRIGHT).unwrap();
    for arguments in [&["init", "--name", "acme-clients"][..], &["generate"]] {
        assert_eq!(project.run(arguments).unwrap().code, 0);
    }
    project.files("").unwrap()
});

/// The crate of the second version of the specs.
pub static SECOND: LazyLock<Files> = LazyLock::new(|| {
    let scene = Scene::new();
    scene.second();
    scene.fine(&["generate"]);
    scene.generated()
});

/// The crate of the first version of the specs.
pub static FIRST: LazyLock<Files> = LazyLock::new(|| Scene::new().generated());

impl Scene {
    /// A project with a crate that is up to date.
    pub fn new() -> Self {
        let scene = Self { project: Project::empty(DOCWRIGHT).unwrap(), outside: TempDir::new().unwrap() };
        for (path, bytes) in BEGUN.iter() {
            scene.project.write(path, bytes).unwrap();
        }
        fs::write(scene.outside("precious.txt"), "precious\n").unwrap();
        scene
    }

    /// A project with a copy of its crate outside.
    pub fn beside_another() -> Self {
        let scene = Self::new();
        copy(&scene.path("generated"), &scene.outside("crate")).unwrap();
        scene
    }

    /// A path of the project.
    pub fn path(&self, path: impl AsRef<OsStr>) -> PathBuf {
        self.project.path("").join(path.as_ref())
    }

    /// A path outside of the project.
    pub fn outside(&self, path: &str) -> PathBuf {
        self.outside.path().join(path)
    }

    /// Removes whatever stands at a path of the project, for something else to stand there.
    pub fn clear(&self, path: &str) -> PathBuf {
        let path = self.path(path);
        match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(&path).unwrap(),
            Ok(_) => fs::remove_file(&path).unwrap(),
            Err(_) => fs::create_dir_all(path.parent().unwrap()).unwrap(),
        }
        path
    }

    /// Names the output folder, as YAML has it.
    pub fn output(&self, yaml: &str) {
        self.project.replace("specs/docwright.yaml", "../generated", yaml).unwrap();
    }

    /// Changes the specs to a second version: files change, come and go.
    pub fn second(&self) {
        let text = self.project.read(NOTE).unwrap();
        self.project.write("specs/other/api.yaml", self.project.read("specs/example/api.yaml").unwrap()).unwrap();
        self.project.write("specs/other/leave_note.yaml", text.replace("Creates", "Leaves")).unwrap();
        fs::remove_dir_all(self.path("specs/example")).unwrap();
    }

    /// Runs docwright, which must come to an end and not panic.
    pub fn run<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Run {
        bounded(self.project.command().args(arguments))
    }

    /// Runs docwright, which must have nothing to complain of.
    pub fn fine(&self, arguments: &[&str]) -> Run {
        let run = self.run(arguments);
        assert_eq!(run.code, 0, "{arguments:?}: {}", run.stderr);
        run
    }

    /// Runs docwright, which must end with a code and words, and leave everything as it was.
    pub fn refused<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>, code: i32, told: &[&str]) -> Run {
        let before = self.all();
        let arguments: Vec<_> = arguments.into_iter().map(|argument| argument.as_ref().to_owned()).collect();
        let run = self.run(&arguments);
        assert_eq!(run.code, code, "{arguments:?}: {}{}", run.stdout, run.stderr);
        for told in told {
            assert!(run.stderr.contains(told), "{arguments:?} does not tell {told:?}: {}", run.stderr);
        }
        assert!(self.all() == before, "{arguments:?} changed {:?}", different(&before, &self.all()));
        run
    }

    /// All that stands in the project and outside.
    pub fn all(&self) -> Tree {
        tree(&[&self.path(""), &self.outside("")])
    }

    /// The files of the crate, save the lock.
    pub fn generated(&self) -> Files {
        let mut files = self.project.files("generated").unwrap();
        files.remove(".docwright/lock");
        files
    }
}

/// All that stands below some folders. Opens nothing but plain files.
pub fn tree(folders: &[&Path]) -> Tree {
    let mut found = Tree::new();
    let mut folders: Vec<PathBuf> = folders.iter().map(|path| (*path).to_owned()).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let metadata = fs::symlink_metadata(&path).unwrap();
            let node = if metadata.is_symlink() {
                Node::Link(fs::read_link(&path).unwrap())
            } else if metadata.is_dir() {
                folders.push(path.clone());
                Node::Folder
            } else if metadata.is_file() {
                Node::File(fs::read(&path).unwrap(), std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()))
            } else {
                Node::Other
            };
            found.insert(path.as_os_str().as_bytes().to_vec(), node);
        }
    }
    found
}

/// The paths at which two trees differ.
pub fn different(one: &Tree, other: &Tree) -> Vec<String> {
    let paths = one.keys().chain(other.keys()).filter(|path| one.get(*path) != other.get(*path));
    paths.map(|path| String::from_utf8_lossy(path).into_owned()).collect()
}

/// Runs a command that must come to an end and not panic.
pub fn bounded(command: &mut Command) -> Run {
    let (mut out, mut err) = (tempfile::tempfile().unwrap(), tempfile::tempfile().unwrap());
    command.stdin(Stdio::null()).stdout(out.try_clone().unwrap()).stderr(err.try_clone().unwrap());
    let mut child = command.spawn().unwrap();
    let code = ended(&mut child, command);
    let text = |file: &mut File| {
        let mut text = String::new();
        file.rewind().unwrap();
        file.read_to_string(&mut text).unwrap();
        text
    };
    let run = Run { code, stdout: text(&mut out), stderr: text(&mut err) };
    assert!(!run.stderr.contains("panicked"), "{command:?}: {}", run.stderr);
    run
}

/// The exit code of a process, or its signal below zero; one that does not end is killed.
pub fn ended(child: &mut Child, what: &impl std::fmt::Debug) -> i32 {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            let signal = std::os::unix::process::ExitStatusExt::signal(&status);
            return status.code().or(signal.map(|signal| -signal)).unwrap();
        }
        if begun.elapsed() > LONGEST {
            child.kill().unwrap();
            panic!("{what:?} did not end");
        }
        thread::sleep(Duration::from_millis(1));
    }
}

/// Makes a pipe; one without a writer keeps whoever opens it waiting for ever.
pub fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}
