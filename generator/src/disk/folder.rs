//! A folder as it stands: looked at, and never through a link.

use std::ffi::OsStr;
use std::fs::{self, Metadata};
use std::io;

use camino::{Utf8Path, Utf8PathBuf};

/// The biggest file that is taken for text of docwright's, in bytes: nothing that it writes comes near.
const MAX_FILE: u64 = 256 << 20;

/// A folder.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Folder<'p>(pub(crate) &'p Utf8Path);

/// What stands at a path of the folder.
#[derive(Debug)]
pub(crate) enum Found {
    /// Nothing.
    Nothing,
    /// A file with these bytes.
    File(Vec<u8>),
    /// A folder.
    Folder,
    /// A link, at the path or on the way to it.
    Link(Utf8PathBuf),
    /// Something that can be neither read nor passed: a file on the way, a socket, a device, a file of no sensible size.
    Obstacle(Utf8PathBuf),
}

impl Folder<'_> {
    /// The path of something in the folder, as the system takes it.
    pub(crate) fn at(self, path: &Utf8Path) -> Utf8PathBuf {
        self.0.join(path)
    }

    /// What stands at a path; the empty one is the folder itself.
    pub(crate) fn look(self, path: &Utf8Path) -> io::Result<Found> {
        let mut ancestors: Vec<&Utf8Path> = path.ancestors().skip(1).collect();
        ancestors.reverse();
        for ancestor in ancestors {
            match self.metadata(ancestor)? {
                None => return Ok(Found::Nothing),
                Some(metadata) if metadata.is_symlink() => return Ok(Found::Link(ancestor.to_owned())),
                Some(metadata) if !metadata.is_dir() => return Ok(Found::Obstacle(ancestor.to_owned())),
                Some(_) => {}
            }
        }
        Ok(match self.metadata(path)? {
            None => Found::Nothing,
            Some(metadata) if metadata.is_symlink() => Found::Link(path.to_owned()),
            Some(metadata) if metadata.is_dir() => Found::Folder,
            Some(metadata) if metadata.is_file() && metadata.len() <= MAX_FILE => match fs::read(self.at(path)) {
                Ok(bytes) => Found::File(bytes),
                // It went in between: another run is at work.
                Err(error) if error.kind() == io::ErrorKind::NotFound => Found::Nothing,
                Err(error) => return Err(error),
            },
            Some(_) => Found::Obstacle(path.to_owned()),
        })
    }

    /// Whether nothing stands in it, or one thing of this name alone.
    pub(crate) fn holds_at_most(self, name: &str) -> io::Result<bool> {
        for entry in fs::read_dir(self.0)? {
            if entry?.file_name() != OsStr::new(name) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn metadata(self, path: &Utf8Path) -> io::Result<Option<Metadata>> {
        // Joining an empty path would add a slash, and a path that ends with one is looked at through a link.
        let path = if path.as_str().is_empty() { self.0.to_owned() } else { self.at(path) };
        match fs::symlink_metadata(path) {
            Ok(metadata) => Ok(Some(metadata)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}
