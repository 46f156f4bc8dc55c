//! Files that are written together: all of them or none, each whole or not at all, and no other file in their place.
//!
//! Each is written under a passing name beside its place first, and gets its own name when all are. A run that dies in
//! between leaves some of them; the same call completes it, for a file that holds what it would write counts as written.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use super::folder::{Folder, Found};
use super::{Disk, Real};

/// How passing names begin.
const PASSING: &str = ".docwright-";

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its path, below the folder that files are written to, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl NewFile {
    /// A file.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}

/// What is wanted of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place<'a> {
    /// That nothing stands there.
    Free,
    /// That nothing stands there, or a file, which is replaced.
    FreeOrFile,
    /// That a file stands there which holds this, and is replaced.
    Holding(&'a str),
}

/// A file among those that are written together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change<'a> {
    /// A folder; no link is followed below it.
    pub(crate) root: &'a Utf8Path,
    /// The path below it, with `/`.
    pub(crate) path: &'a Utf8Path,
    pub(crate) text: &'a str,
    pub(crate) place: Place<'a>,
}

/// Why nothing was written; paths are below the folder that files were to be written to.
#[derive(Debug)]
pub enum NotWritten {
    /// Something stands there already.
    Exists(Utf8PathBuf),
    /// A link leads there.
    Link(Utf8PathBuf),
    /// It is no longer what was read.
    Changed(Utf8PathBuf),
    /// The disk refused.
    Io(Utf8PathBuf, io::Error),
}

/// Writes new files below a folder.
///
/// # Errors
/// Where all of them are there already, something else stands at the place of one, a link leads there, or the disk
/// refuses; nothing was written then.
pub fn create(folder: &Utf8Path, files: &[NewFile]) -> Result<(), NotWritten> {
    let changes: Vec<Change<'_>> = files.iter().map(|file| Change::new(folder, file)).collect();
    write(&changes).map(drop)
}

impl<'a> Change<'a> {
    /// A new file below a folder.
    pub(crate) fn new(root: &'a Utf8Path, file: &'a NewFile) -> Self {
        Self { root, path: Utf8Path::new(&file.path), text: &file.text, place: Place::Free }
    }

    /// The folder of the file.
    fn folder(&self) -> Utf8PathBuf {
        self.path.parent().map_or_else(|| self.root.to_owned(), |parent| self.root.join(parent))
    }
}

/// Writes files in this order; of each, whether it was not as wanted yet.
pub(crate) fn write(changes: &[Change<'_>]) -> Result<Vec<bool>, NotWritten> {
    write_on(&mut Real, changes)
}

fn write_on(disk: &mut impl Disk, changes: &[Change<'_>]) -> Result<Vec<bool>, NotWritten> {
    let olds = changes.iter().map(look).collect::<Result<Vec<_>, _>>()?;
    let is_done = |(change, old): (&Change<'_>, &Option<Vec<u8>>)| old.as_deref() == Some(change.text.as_bytes());
    let is_new: Vec<bool> = changes.iter().zip(&olds).map(|pair| !is_done(pair)).collect();

    let mut batch = Batch { disk, folders: Vec::new(), number: 0, staged: Vec::new() };
    // Also beside files that are there already: a run that died may have left its own names there.
    for folder in changes.iter().map(Change::folder).collect::<BTreeSet<_>>() {
        batch.sweep(&folder);
    }
    if let Some(first) = changes.first()
        && changes.iter().zip(&is_new).all(|(change, is_new)| change.place == Place::Free && !is_new)
    {
        return Err(NotWritten::Exists(first.path.to_owned()));
    }
    let new = || changes.iter().zip(&olds).zip(&is_new).filter(|(_, is_new)| **is_new).map(|(pair, _)| pair);
    let mut written =
        new().try_for_each(|(change, old)| batch.stage(change, old.as_deref()).map_err(|error| (change, error)));
    if written.is_ok() {
        written = new()
            .enumerate()
            .try_for_each(|(at, (change, _))| batch.settle(at, change.text).map_err(|error| (change, error)));
    }
    if let Err((change, error)) = written {
        batch.take_back();
        return Err(match error.kind() {
            io::ErrorKind::AlreadyExists => NotWritten::Exists(change.path.to_owned()),
            _ => NotWritten::Io(change.path.to_owned(), error),
        });
    }
    batch.clear();
    Ok(is_new)
}

/// What the file at a place holds, `None` where nothing stands; an error where something else does, or must stay.
fn look(change: &Change<'_>) -> Result<Option<Vec<u8>>, NotWritten> {
    let path = change.path;
    let is_held = |bytes: &[u8]| matches!(change.place, Place::Holding(text) if bytes == text.as_bytes());
    match Folder(change.root).look(path).map_err(|error| NotWritten::Io(path.to_owned(), error))? {
        Found::Link(at) => Err(NotWritten::Link(at)),
        Found::Obstacle(at) => Err(NotWritten::Exists(at)),
        Found::File(bytes) if is_held(&bytes) && bytes != change.text.as_bytes() && is_protected(change) => {
            let error = io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only");
            Err(NotWritten::Io(path.to_owned(), error))
        }
        Found::File(bytes) if is_held(&bytes) => Ok(Some(bytes)),
        Found::File(bytes) if matches!(change.place, Place::Holding(_)) && bytes != change.text.as_bytes() => {
            Err(NotWritten::Changed(path.to_owned()))
        }
        Found::Nothing | Found::Folder if matches!(change.place, Place::Holding(_)) => {
            Err(NotWritten::Changed(path.to_owned()))
        }
        Found::Nothing => Ok(None),
        Found::File(bytes) if change.place == Place::FreeOrFile || bytes == change.text.as_bytes() => Ok(Some(bytes)),
        Found::File(_) | Found::Folder => Err(NotWritten::Exists(path.to_owned())),
    }
}

/// Whether nobody may write a file. Another one could be put in its place all the same, and is not: somebody wants it as it
/// is.
fn is_protected(change: &Change<'_>) -> bool {
    fs::metadata(change.root.join(change.path)).is_ok_and(|metadata| metadata.permissions().readonly())
}

/// Files on their way.
struct Batch<'d, D> {
    disk: &'d mut D,
    /// Folders that were made, in order.
    folders: Vec<Utf8PathBuf>,
    /// How many passing names were tried.
    number: usize,
    staged: Vec<Staged>,
}

/// A file that waits for its own name.
struct Staged {
    path: Utf8PathBuf,
    new: Passing,
    /// What stood there before, to be put back.
    old: Option<Passing>,
    is_settled: bool,
}

/// A file under a passing name.
struct Passing {
    path: Utf8PathBuf,
    /// Locked as long as the run lives: so the next one tells what a dead one left.
    file: File,
}

impl<D: Disk> Batch<'_, D> {
    fn stage(&mut self, change: &Change<'_>, old: Option<&[u8]>) -> io::Result<()> {
        let path = change.root.join(change.path);
        let parent = change.folder();
        let missing: Vec<_> = parent.ancestors().take_while(|way| !way.exists()).map(Utf8Path::to_owned).collect();
        for way in missing.into_iter().rev() {
            self.disk.create_folder(&way)?;
            self.folders.push(way);
        }
        let old = old.map(|bytes| self.passing(&parent, &path, bytes)).transpose()?;
        match self.passing(&parent, &path, change.text.as_bytes()) {
            Ok(new) => self.staged.push(Staged { path, new, old, is_settled: false }),
            Err(error) => {
                if let Some(old) = old {
                    _ = self.disk.remove_file(&old.path);
                }
                return Err(error);
            }
        }
        Ok(())
    }

    /// A file under a passing name, with the permissions of the one that it is for.
    fn passing(&mut self, folder: &Utf8Path, of: &Utf8Path, bytes: &[u8]) -> io::Result<Passing> {
        let mut passing = self.empty(folder)?;
        if let Ok(metadata) = fs::metadata(of) {
            // A system that knows no such permissions has none to keep.
            _ = passing.file.set_permissions(metadata.permissions());
        }
        match self.disk.fill(&mut passing.file, bytes) {
            Ok(()) => Ok(passing),
            Err(error) => {
                _ = self.disk.remove_file(&passing.path);
                Err(error)
            }
        }
    }

    /// A new file under a name of its own, locked.
    fn empty(&mut self, folder: &Utf8Path) -> io::Result<Passing> {
        let process = std::process::id();
        loop {
            let path = folder.join(format!("{PASSING}{process}-{}", self.number));
            self.number += 1;
            match self.disk.create(&path) {
                Ok(file) => {
                    match file.lock() {
                        Err(error) if error.kind() != io::ErrorKind::Unsupported => return Err(error),
                        _ => {}
                    }
                    // Another run may have taken it for a dead one's before it was locked.
                    if path.exists() {
                        return Ok(Passing { path, file });
                    }
                }
                // The name of a process before this one, or on another machine.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Removes the passing files of runs that died; where that fails, they stay and are in nobody's way.
    fn sweep(&mut self, folder: &Utf8Path) {
        let Ok(entries) = folder.read_dir_utf8() else { return };
        for entry in entries.flatten().filter(|entry| is_passing(entry.file_name())) {
            let is_dead = entry.file_type().is_ok_and(|kind| kind.is_file())
                && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
            if is_dead {
                _ = self.disk.remove_file(entry.path());
            }
        }
    }

    /// Gives a file its own name.
    fn settle(&mut self, at: usize, text: &str) -> io::Result<()> {
        let Some(Staged { path, new, old, is_settled }) = self.staged.get_mut(at) else { return Ok(()) };
        if old.is_some() {
            self.disk.rename(&new.path, path)?;
        } else {
            match self.disk.link(&new.path, path) {
                // It has both names now; what is left of the first one is swept by a later run.
                Ok(()) => _ = self.disk.remove_file(&new.path),
                Err(error) if has_no_links(&error) && !path.exists() => self.disk.rename(&new.path, path)?,
                // The same call, made at the same time, was faster: its file is not this one's to take back.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && holds(path, text) => {
                    _ = self.disk.remove_file(&new.path);
                    return Ok(());
                }
                Err(error) => return Err(error),
            }
        }
        *is_settled = true;
        Ok(())
    }

    /// Removes what would have been put back.
    fn clear(self) {
        for old in self.staged.into_iter().filter_map(|staged| staged.old) {
            _ = self.disk.remove_file(&old.path);
        }
    }

    /// Undoes what was done; what cannot be undone stays, since the error that led here is the one to tell.
    fn take_back(self) {
        for Staged { path, new, old, is_settled } in self.staged.into_iter().rev() {
            _ = match (is_settled, old) {
                (true, Some(old)) => self.disk.rename(&old.path, &path),
                (true, None) => self.disk.remove_file(&path),
                (false, old) => {
                    if let Some(old) = old {
                        _ = self.disk.remove_file(&old.path);
                    }
                    self.disk.remove_file(&new.path)
                }
            };
        }
        for folder in self.folders.into_iter().rev() {
            _ = self.disk.remove_empty_folder(&folder);
        }
    }
}

fn holds(file: &Utf8Path, text: &str) -> bool {
    fs::read(file).is_ok_and(|bytes| bytes == text.as_bytes())
}

fn is_passing(name: &str) -> bool {
    let numbers = name.strip_prefix(PASSING).and_then(|rest| rest.split_once('-'));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    numbers.is_some_and(|(process, number)| is_number(process) && is_number(number))
}

/// Whether a file system that gives a file one name alone says so.
fn has_no_links(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied)
}

#[cfg(test)]
mod tests;
