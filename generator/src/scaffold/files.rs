//! New files: all of them or none, and never over one that is there.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};

use camino::{Utf8Path, Utf8PathBuf};

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its path, below the folder that files are written to, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Why nothing was written; paths are below the folder that files were to be written to.
#[derive(Debug)]
pub enum NotWritten {
    /// Something stands there already.
    Exists(Utf8PathBuf),
    /// A link leads there.
    Link(Utf8PathBuf),
    /// The disk refused.
    Io(Utf8PathBuf, io::Error),
}

impl NewFile {
    /// A file.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}

/// Writes files below a folder. All are looked at before the first is written, and where one cannot be written, those
/// that were are removed again.
///
/// # Errors
/// Where a file is there already, a link stands on the way, or the disk refuses.
pub fn create(folder: &Utf8Path, files: &[NewFile]) -> Result<(), NotWritten> {
    for file in files {
        look(folder, &file.path)?;
    }
    let mut made = Made::default();
    for file in files {
        if let Err(error) = made.write(folder, file) {
            made.take_back();
            return Err(NotWritten::Io(file.path.as_str().into(), error));
        }
    }
    Ok(())
}

/// Whether a file can be made: folders lead to it, and nothing stands there.
fn look(folder: &Utf8Path, path: &str) -> Result<(), NotWritten> {
    let path = Utf8Path::new(path);
    let ways: Vec<&Utf8Path> = path.ancestors().filter(|way| !way.as_str().is_empty()).collect();
    for way in ways.into_iter().rev() {
        match fs::symlink_metadata(folder.join(way)) {
            Ok(metadata) if metadata.is_symlink() => return Err(NotWritten::Link(way.to_owned())),
            Ok(metadata) if way == path || !metadata.is_dir() => return Err(NotWritten::Exists(way.to_owned())),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => break,
            Err(error) => return Err(NotWritten::Io(way.to_owned(), error)),
        }
    }
    Ok(())
}

/// What was made so far, in order.
#[derive(Default)]
struct Made {
    folders: Vec<Utf8PathBuf>,
    files: Vec<Utf8PathBuf>,
}

impl Made {
    fn write(&mut self, folder: &Utf8Path, file: &NewFile) -> io::Result<()> {
        let path = folder.join(&file.path);
        let missing: Vec<_> = path.ancestors().skip(1).take_while(|way| !way.exists()).collect();
        for way in missing.into_iter().rev() {
            fs::create_dir(way)?;
            self.folders.push(way.to_owned());
        }
        let mut opened = OpenOptions::new().write(true).create_new(true).open(&path)?;
        self.files.push(path);
        opened.write_all(file.text.as_bytes())
    }

    /// Removes what was made; what cannot be removed stays, since the error that led here is the one to tell.
    fn take_back(self) {
        for file in self.files {
            _ = fs::remove_file(file);
        }
        for folder in self.folders.into_iter().rev() {
            _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        let path = Utf8PathBuf::from_path_buf(temporary.path().to_owned()).expect("UTF-8");
        (temporary, path)
    }

    #[test]
    fn all_files_are_written_or_none() {
        let (_kept, root) = folder();
        let files = [NewFile::new("a/b/c.txt", "c"), NewFile::new("d.txt", "d")];
        fs::write(root.join("d.txt"), "mine").expect("written");
        assert!(matches!(create(&root, &files), Err(NotWritten::Exists(path)) if path == "d.txt"));
        assert!(!root.join("a").exists());
        fs::remove_file(root.join("d.txt")).expect("removed");
        create(&root, &files).expect("nothing stands there");
        assert_eq!(fs::read_to_string(root.join("a/b/c.txt")).expect("written"), "c");
    }

    #[test]
    fn what_was_made_before_an_error_is_removed() {
        let (_kept, root) = folder();
        // The first file stands where the second needs a folder.
        let files = [NewFile::new("a/b", "a file"), NewFile::new("a/b/c", "below it")];
        assert!(matches!(create(&root, &files), Err(NotWritten::Io(path, _)) if path == "a/b/c"));
        assert!(!root.join("a").exists());
    }
}
