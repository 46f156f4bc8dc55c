//! The few things that a run does to a disk, so that tests can stop it between any two of them.

use std::fs;
use std::io;

use camino::Utf8Path;

/// What changes a disk. Reading needs no seam.
pub(super) trait Disk {
    /// Makes a folder and those above it.
    fn create_folder(&mut self, folder: &Utf8Path) -> io::Result<()>;
    /// Writes a new file.
    fn write(&mut self, file: &Utf8Path, bytes: &[u8]) -> io::Result<()>;
    /// Puts a file in the place of another one, at once.
    fn rename(&mut self, from: &Utf8Path, to: &Utf8Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&mut self, file: &Utf8Path) -> io::Result<()>;
    /// Removes a folder if nothing is in it; whether it is gone.
    fn remove_empty_folder(&mut self, folder: &Utf8Path) -> io::Result<bool>;
    /// Removes a folder and all that is in it.
    fn remove_tree(&mut self, folder: &Utf8Path) -> io::Result<()>;
}

/// The disk of this machine.
pub(super) struct Real;

impl Disk for Real {
    fn create_folder(&mut self, folder: &Utf8Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn write(&mut self, file: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
        fs::write(file, bytes)
    }

    fn rename(&mut self, from: &Utf8Path, to: &Utf8Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove_file(&mut self, file: &Utf8Path) -> io::Result<()> {
        fs::remove_file(file)
    }

    fn remove_empty_folder(&mut self, folder: &Utf8Path) -> io::Result<bool> {
        match fs::remove_dir(folder) {
            Ok(()) => Ok(true),
            Err(error) => match error.kind() {
                io::ErrorKind::DirectoryNotEmpty => Ok(false),
                io::ErrorKind::NotFound => Ok(true),
                _ => Err(error),
            },
        }
    }

    fn remove_tree(&mut self, folder: &Utf8Path) -> io::Result<()> {
        match fs::remove_dir_all(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            result => result,
        }
    }
}
