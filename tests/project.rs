//! A project in a folder of its own: specs in, docwright run, files out.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;
use std::{fs, io};

use tempfile::TempDir;

/// The root of the repository.
#[must_use]
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A folder with `specs/` and what docwright makes of them; it goes when it is dropped.
#[derive(Debug)]
pub struct Project {
    folder: TempDir,
    docwright: PathBuf,
}

/// How a run of docwright ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The exit code.
    pub code: i32,
    /// What it said to programs.
    pub stdout: String,
    /// What it said to people.
    pub stderr: String,
}

/// Files below a folder, by their paths with `/`.
pub type Files = BTreeMap<String, Vec<u8>>;

impl Project {
    /// An empty folder, for a binary (`env!("CARGO_BIN_EXE_docwright-tested")`).
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn empty(docwright: impl Into<PathBuf>) -> io::Result<Self> {
        Ok(Self { folder: TempDir::new()?, docwright: docwright.into() })
    }

    /// A folder with a copy of the repository's specs.
    ///
    /// # Errors
    /// When they cannot be copied.
    pub fn of_repository(docwright: impl Into<PathBuf>) -> io::Result<Self> {
        let project = Self::empty(docwright)?;
        copy(&repository().join("specs"), &project.path("specs"))?;
        Ok(project)
    }

    /// A path below the folder.
    #[must_use]
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Copies the files of another folder to a folder of the project, over those that stand there.
    ///
    /// # Errors
    /// When they cannot be copied.
    pub fn overlay(&self, from: &Path, to: &str) -> io::Result<()> {
        copy(from, &self.path(to))
    }

    /// Writes a file, and the folders above it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) -> io::Result<()> {
        let path = self.path(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, text)
    }

    /// Reads a text file.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(&self, path: &str) -> io::Result<String> {
        fs::read_to_string(self.path(path))
    }

    /// Changes a text file: the first text, which must be there, becomes the second.
    ///
    /// # Errors
    /// When the file cannot be read or written, or does not hold the text.
    pub fn replace(&self, path: &str, from: &str, to: &str) -> io::Result<()> {
        let text = self.read(path)?;
        if !text.contains(from) {
            return Err(io::Error::new(io::ErrorKind::NotFound, format!("{path} does not hold {from:?}")));
        }
        self.write(path, text.replace(from, to))
    }

    /// Removes a file.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn remove(&self, path: &str) -> io::Result<()> {
        fs::remove_file(self.path(path))
    }

    /// When a file was last written.
    ///
    /// # Errors
    /// When it is not there.
    pub fn modified(&self, path: &str) -> io::Result<SystemTime> {
        fs::metadata(self.path(path))?.modified()
    }

    /// All files below a folder of the project, in bytes.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn files(&self, folder: &str) -> io::Result<Files> {
        files(&self.path(folder))
    }

    /// docwright, to be started in the project's folder, without the environment's wishes about colours and languages.
    #[must_use]
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.docwright);
        command.current_dir(self.folder.path());
        for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "LC_ALL", "LANG"] {
            command.env_remove(variable);
        }
        command
    }

    /// Runs docwright in the project's folder.
    ///
    /// # Errors
    /// When it cannot be started, is killed, or says what is no UTF-8.
    pub fn run<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> io::Result<Run> {
        run(self.command().args(arguments))
    }
}

/// Runs a command to its end.
///
/// # Errors
/// When it cannot be started, is killed, or says what is no UTF-8.
pub fn run(command: &mut Command) -> io::Result<Run> {
    let Output { status, stdout, stderr } = command.output()?;
    let code = status.code().ok_or_else(|| io::Error::other(format!("killed: {status}")))?;
    let text = |bytes| String::from_utf8(bytes).map_err(io::Error::other);
    Ok(Run { code, stdout: text(stdout)?, stderr: text(stderr)? })
}

/// Copies the files of a folder into another.
///
/// # Errors
/// When they cannot be copied.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for (path, bytes) in files(from)? {
        let path = to.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(())
}

/// All files below a folder, in bytes.
///
/// # Errors
/// When they cannot be read.
pub fn files(folder: &Path) -> io::Result<Files> {
    let mut found = Files::new();
    collect(folder, "", &mut found)?;
    Ok(found)
}

fn collect(folder: &Path, below: &str, found: &mut Files) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}
