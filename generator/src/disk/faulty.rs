//! A disk that fails, for tests: it stops a run at any of its steps, as a kill does, or refuses as a full or broken one.

use std::fs::{self, File};
use std::io::{self, Write as _};

use camino::Utf8Path;

use super::{Disk, Real};

/// What becomes of the steps after the last good one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// None is done any more: the process was killed. The first of them may be half done.
    Killed,
    /// What needs room is refused, and the first of it half done; what frees room is done.
    Full,
    /// One is refused; those after it are done.
    Once,
}

/// A disk that is a good one for so many steps.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Faulty {
    pub(crate) steps: usize,
    pub(crate) fault: Fault,
    has_refused: bool,
}

impl Faulty {
    pub(crate) fn after(steps: usize, fault: Fault) -> Self {
        Self { steps, fault, has_refused: false }
    }

    fn step(&mut self, needs_room: bool) -> io::Result<()> {
        if let Some(left) = self.steps.checked_sub(1) {
            self.steps = left;
            return Ok(());
        }
        let refuses = match self.fault {
            Fault::Killed => true,
            Fault::Full => needs_room,
            Fault::Once => !self.has_refused,
        };
        if !refuses {
            return Ok(());
        }
        self.has_refused = true;
        Err(io::Error::new(if needs_room { io::ErrorKind::StorageFull } else { io::ErrorKind::Other }, "refused"))
    }
}

impl Disk for Faulty {
    fn create_folder(&mut self, folder: &Utf8Path) -> io::Result<()> {
        self.step(true)?;
        Real.create_folder(folder)
    }

    fn create(&mut self, file: &Utf8Path) -> io::Result<File> {
        self.step(true)?;
        Real.create(file)
    }

    fn fill(&mut self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        let is_first = !self.has_refused;
        if let Err(error) = self.step(true) {
            if is_first {
                file.write_all(&bytes[..bytes.len() / 2])?;
            }
            return Err(error);
        }
        Real.fill(file, bytes)
    }

    fn write(&mut self, file: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
        let is_first = !self.has_refused;
        if let Err(error) = self.step(true) {
            if is_first {
                Real.write(file, &bytes[..bytes.len() / 2])?;
            }
            return Err(error);
        }
        Real.write(file, bytes)
    }

    fn link(&mut self, from: &Utf8Path, to: &Utf8Path) -> io::Result<()> {
        self.step(true)?;
        Real.link(from, to)
    }

    fn rename(&mut self, from: &Utf8Path, to: &Utf8Path) -> io::Result<()> {
        self.step(false)?;
        Real.rename(from, to)
    }

    fn remove_file(&mut self, file: &Utf8Path) -> io::Result<()> {
        self.step(false)?;
        Real.remove_file(file)
    }

    fn remove_empty_folder(&mut self, folder: &Utf8Path) -> io::Result<bool> {
        self.step(false)?;
        Real.remove_empty_folder(folder)
    }

    fn remove_tree(&mut self, folder: &Utf8Path) -> io::Result<()> {
        let is_first = !self.has_refused;
        if let Err(error) = self.step(false) {
            if is_first && let Some(entry) = folder.read_dir_utf8()?.next() {
                let path = entry?.into_path();
                if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }?;
            }
            return Err(error);
        }
        Real.remove_tree(folder)
    }
}
