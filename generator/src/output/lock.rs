//! The lock that keeps two runs apart.
//!
//! It ends when its file is closed, however the run ends. The file stays: whoever removed it would part runs that wait for it
//! from those that come later.

use std::fs::{File, TryLockError};
use std::io;

use camino::Utf8Path;

use super::OutputError;
use crate::disk::folder::{Folder, Found};

/// The lock file, in the crate.
pub(super) const PATH: &str = ".docwright/lock";

/// Takes the lock; waits until no other run reads or writes, and says so before.
pub(super) fn take(folder: &Utf8Path, waits: &dyn Fn()) -> Result<File, OutputError<'static>> {
    let path = folder.join(PATH);
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(|error| OutputError::io("cannot open", &path, error))?;
    settle(&path, told(file.try_lock(), waits, || file.lock()))?;
    Ok(file)
}

/// Waits until no run writes; none can while the result lives. Makes no file: where there is none, no run ever wrote.
pub(super) fn wait(folder: Folder<'_>, waits: &dyn Fn()) -> Result<Option<File>, OutputError<'static>> {
    let path = folder.at(PATH.into());
    match folder.look(PATH.into()).map_err(|error| OutputError::reading(&path, error))? {
        Found::File(_) => {
            let file = File::open(&path).map_err(|error| OutputError::io("cannot open", &path, error))?;
            settle(&path, told(file.try_lock_shared(), waits, || file.lock_shared()))?;
            Ok(Some(file))
        }
        _ => Ok(None),
    }
}

/// Whether a run may be writing.
pub(super) fn is_known(folder: &Utf8Path) -> bool {
    folder.join(PATH).exists()
}

/// Waits where a lock was not to be had at once, and says so before.
fn told(tried: Result<(), TryLockError>, waits: &dyn Fn(), wait: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    match tried {
        Ok(()) => Ok(()),
        Err(TryLockError::Error(error)) => Err(error),
        Err(TryLockError::WouldBlock) => {
            waits();
            wait()
        }
    }
}

fn settle(path: &Utf8Path, result: io::Result<()>) -> Result<(), OutputError<'static>> {
    match result {
        // Some network file systems have no locks; a run alone needs none.
        Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(OutputError::io("cannot lock", path, error)),
        _ => Ok(()),
    }
}
