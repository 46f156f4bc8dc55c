//! What a run does to a disk: the few steps that change one, so that tests can stop or refuse each of them, and what is
//! built of them.

#[cfg(test)]
pub(crate) mod faulty;
pub(crate) mod folder;
pub(crate) mod name;
pub(crate) mod together;

use std::fs::{self, File};
use std::io::{self, Read, Write as _};

use camino::Utf8Path;

/// What changes a disk. Reading needs no seam.
pub(crate) trait Disk {
    /// Makes a folder and those above it.
    fn create_folder(&mut self, folder: &Utf8Path) -> io::Result<()>;
    /// Makes an empty file where nothing stands.
    fn create(&mut self, file: &Utf8Path) -> io::Result<File>;
    /// Writes all text of such a file.
    fn fill(&mut self, file: &mut File, bytes: &[u8]) -> io::Result<()>;
    /// Writes a file.
    fn write(&mut self, file: &Utf8Path, bytes: &[u8]) -> io::Result<()>;
    /// Gives a file a second name, where nothing stands.
    fn link(&mut self, from: &Utf8Path, to: &Utf8Path) -> io::Result<()>;
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
pub(crate) struct Real;

impl Disk for Real {
    fn create_folder(&mut self, folder: &Utf8Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn create(&mut self, file: &Utf8Path) -> io::Result<File> {
        File::options().write(true).create_new(true).open(file)
    }

    fn fill(&mut self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn write(&mut self, file: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
        fs::write(file, bytes)
    }

    fn link(&mut self, from: &Utf8Path, to: &Utf8Path) -> io::Result<()> {
        fs::hard_link(from, to)
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

/// The text of a file that a person wrote. A pipe, a device or the like is refused: it might never end.
///
/// # Errors
/// Where it cannot be read, is no plain file, is bigger than `most` bytes, or not UTF-8.
pub(crate) fn read_text(file: &Utf8Path, most: u64) -> io::Result<String> {
    if !fs::metadata(file)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no plain file"));
    }
    text(File::open(file)?, most)
}

/// The text of what is read, of at most so many bytes.
pub(crate) fn text(from: impl Read, most: u64) -> io::Result<String> {
    let mut bytes = Vec::new();
    from.take(most + 1).read_to_end(&mut bytes)?;
    // Before anything else: the last character may be cut.
    if bytes.len() as u64 > most {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("it is bigger than {most} bytes")));
    }
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}
