//! Writing: staged, named in a journal, then put in place file by file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use super::compare::{Compared, Comparison, Own, State, compare_now, generated, new_manifest};
use super::digest::Digest;
use super::journal::{self, Journal, NEXT, Step};
use super::manifest::{self, Manifest, OWN_FOLDER};
use super::{Force, GeneratedFile, lock};
use crate::disk::folder::{Folder, Found};
use crate::disk::{Disk, Real};

/// What a run did, each list sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were not there.
    pub created: Vec<Utf8PathBuf>,
    /// Files that held something else.
    pub updated: Vec<Utf8PathBuf>,
    /// Files that are no longer generated.
    pub removed: Vec<Utf8PathBuf>,
    /// How many files were right already; they keep their time stamps.
    pub unchanged: usize,
}

/// Why nothing was written, or not everything.
#[derive(Debug)]
pub enum OutputError<'f> {
    /// Something that is not docwright's would have been overwritten.
    Refused(Comparison<'f>),
    /// Files were changed while the run wrote; they were left alone, all others are written.
    Overtaken(Comparison<'f>),
    /// A generated path does not stay in the folder, or is there twice: a defect of docwright.
    BadPath(&'f Utf8Path),
    /// The disk refused.
    Io {
        /// What was being done, such as "cannot read".
        doing: &'static str,
        /// To which file or folder.
        path: Utf8PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// Brings the folder to what is generated, all or nothing.
///
/// Where the run is interrupted, the next one completes it. Runs at the same time wait for each other; `waits` is called
/// before one is waited for.
///
/// # Errors
/// Where something of a person's stands in the way and `force` does not overwrite it (nothing is written then), or the disk
/// refuses.
pub fn write<'f>(
    folder: &Utf8Path,
    files: &'f [GeneratedFile],
    force: Force,
    waits: &dyn Fn(),
) -> Result<Written, OutputError<'f>> {
    write_on(&mut Real, folder, files, force, waits)
}

pub(super) fn write_on<'f>(
    disk: &mut impl Disk,
    folder: &Utf8Path,
    files: &'f [GeneratedFile],
    force: Force,
    waits: &dyn Fn(),
) -> Result<Written, OutputError<'f>> {
    let before = compare_now(folder, files)?;
    let is_settled = before.own == Own::Settled;
    if before.own == Own::OutOfReach || (is_settled && before.is_refused(force) && !lock::is_known(folder)) {
        return Err(OutputError::Refused(before));
    }
    if is_settled && before.is_current() {
        return Ok(Written::of(&before));
    }

    let mut run = Run { disk, folder: Folder(folder) };
    run.create_folder(&folder.join(OWN_FOLDER))?;
    let _lock = lock::take(folder, waits)?;
    run.complete_interrupted()?;
    // Another run, or the completed one, may have changed what was seen.
    let seen = compare_now(folder, files)?;
    if seen.is_refused(force) {
        return Err(OutputError::Refused(seen));
    }
    if !seen.is_current() {
        let journal = run.stage(&seen, &new_manifest(&generated(files)?)).inspect_err(|_| {
            // Nothing is changed yet, and a full disk wants its room back; what cannot be cleared now, the next run clears.
            _ = run.clear();
        })?;
        run.roll_forward(&journal)?;
        let after = compare_now(folder, files)?;
        if !after.is_current() {
            return Err(OutputError::Overtaken(after));
        }
    }
    Ok(Written::of(&seen))
}

/// A run that holds the lock.
struct Run<'d, 'p, D> {
    disk: &'d mut D,
    folder: Folder<'p>,
}

impl<D: Disk> Run<'_, '_, D> {
    /// Completes what an interrupted run had begun, and clears what one had not.
    fn complete_interrupted(&mut self) -> Result<(), OutputError<'static>> {
        let path = self.folder.at(journal::PATH.into());
        let journal = match fs::read(&path) {
            Ok(bytes) => String::from_utf8(bytes).ok().and_then(|text| Journal::parse(&text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(OutputError::reading(&path, error)),
        };
        match journal {
            Some(journal) => self.roll_forward(&journal),
            None => self.clear(),
        }
    }

    /// Writes all new text, then the journal; from there on the run can be completed by another one.
    fn stage(&mut self, seen: &Comparison<'_>, new: &Manifest) -> Result<Journal, OutputError<'static>> {
        self.clear()?;
        let mut steps = Vec::new();
        for Compared { path, state, disk, text } in &seen.files {
            let new = new.files.get(path).copied();
            let old = match state {
                State::Current => new,
                _ => disk.as_deref().map(Digest::of),
            };
            if let Some(text) = text.filter(|_| old != new) {
                self.write(&self.staged(path), text.as_bytes())?;
            }
            steps.push(Step { path: path.clone(), old, new });
        }
        let journal = Journal { version: new.version.clone(), steps };
        self.put(journal::PATH, &journal.to_string())?;
        Ok(journal)
    }

    /// Takes each step of a journal that was not taken yet, then writes the manifest and clears journal and new text.
    ///
    /// A file that holds neither what the journal saw nor what it is to hold was changed meanwhile and is left alone: the next
    /// comparison finds it edited.
    fn roll_forward(&mut self, journal: &Journal) -> Result<(), OutputError<'static>> {
        let listed = self.listed()?;
        let mut files = BTreeMap::new();
        for step in &journal.steps {
            let recorded = match step.new {
                // A journal alone has nothing removed: what no manifest lists is nobody's.
                None if !listed.contains(&step.path) => None,
                new if new == step.old => new,
                _ => self.take(step)?,
            };
            files.extend(recorded.map(|digest| (step.path.clone(), digest)));
        }
        let manifest = Manifest { version: journal.version.clone(), files }.to_string();
        let path = self.folder.at(manifest::PATH.into());
        if fs::read(&path).ok().as_deref() != Some(manifest.as_bytes()) {
            self.put(manifest::PATH, &manifest)?;
        }
        self.clear()
    }

    /// The files that the manifest lists.
    fn listed(&self) -> Result<BTreeSet<Utf8PathBuf>, OutputError<'static>> {
        let Found::File(bytes) = self.look(manifest::PATH.into())? else { return Ok(BTreeSet::new()) };
        Ok(match Manifest::parse(&String::from_utf8_lossy(&bytes)) {
            Ok(manifest) => manifest.files.into_keys().collect(),
            Err(bad) => bad.readable.into_iter().map(|(path, _)| path).collect(),
        })
    }

    /// Takes a step if it can be taken; what the manifest is to say of its file.
    fn take(&mut self, step: &Step) -> Result<Option<Digest>, OutputError<'static>> {
        let found = self.look(&step.path)?.digest();
        let is_untouched = found == Ok(step.old);
        match step.new {
            Some(new) if is_untouched => {
                if self.look(&Utf8Path::new(NEXT).join(&step.path))?.digest() != Ok(Some(new)) {
                    return Ok(step.old);
                }
                let path = self.folder.at(&step.path);
                if let Some(parent) = path.parent() {
                    self.create_folder(parent)?;
                }
                self.rename(&self.staged(&step.path), &path)?;
            }
            Some(_) => {}
            None => {
                if is_untouched {
                    self.remove(&self.folder.at(&step.path))?;
                } else if found != Ok(None) {
                    return Ok(step.old);
                }
                self.prune(&step.path)?;
            }
        }
        Ok(step.new)
    }

    /// Removes the folders that a removed file leaves empty.
    fn prune(&mut self, path: &Utf8Path) -> Result<(), OutputError<'static>> {
        for parent in path.ancestors().skip(1).filter(|parent| !parent.as_str().is_empty()) {
            let folder = self.folder.at(parent);
            let is_gone = self.disk.remove_empty_folder(&folder);
            if !is_gone.map_err(|error| OutputError::io("cannot remove", &folder, error))? {
                break;
            }
        }
        Ok(())
    }

    /// Removes the journal, then the new text: in this order a journal never names text that is not there.
    fn clear(&mut self) -> Result<(), OutputError<'static>> {
        let journal = self.folder.at(journal::PATH.into());
        if journal.exists() {
            self.remove(&journal)?;
        }
        let next = self.folder.at(NEXT.into());
        if next.exists() {
            self.disk.remove_tree(&next).map_err(|error| OutputError::io("cannot remove", &next, error))?;
        }
        Ok(())
    }

    /// Puts one of docwright's own files in place, at once.
    fn put(&mut self, path: &str, text: &str) -> Result<(), OutputError<'static>> {
        let staged = self.staged(path.into());
        self.write(&staged, text.as_bytes())?;
        self.rename(&staged, &self.folder.at(path.into()))
    }

    fn staged(&self, path: &Utf8Path) -> Utf8PathBuf {
        self.folder.at(NEXT.into()).join(path)
    }

    fn look(&self, path: &Utf8Path) -> Result<Found, OutputError<'static>> {
        self.folder.look(path).map_err(|error| OutputError::reading(&self.folder.at(path), error))
    }

    fn create_folder(&mut self, path: &Utf8Path) -> Result<(), OutputError<'static>> {
        if path.is_dir() {
            return Ok(());
        }
        self.disk.create_folder(path).map_err(|error| OutputError::io("cannot create", path, error))
    }

    fn write(&mut self, path: &Utf8Path, bytes: &[u8]) -> Result<(), OutputError<'static>> {
        if let Some(parent) = path.parent() {
            self.create_folder(parent)?;
        }
        self.disk.write(path, bytes).map_err(|error| OutputError::io("cannot write", path, error))
    }

    fn rename(&mut self, from: &Utf8Path, to: &Utf8Path) -> Result<(), OutputError<'static>> {
        self.disk.rename(from, to).map_err(|error| OutputError::io("cannot replace", to, error))
    }

    fn remove(&mut self, path: &Utf8Path) -> Result<(), OutputError<'static>> {
        self.disk.remove_file(path).map_err(|error| OutputError::io("cannot remove", path, error))
    }
}

impl Written {
    /// What a run does that finds this.
    #[must_use]
    pub fn of(seen: &Comparison<'_>) -> Self {
        let mut written = Self::default();
        for file in &seen.files {
            match (file.state, file.text) {
                (State::Current, _) => written.unchanged += 1,
                (State::Missing, _) => written.created.push(file.path.clone()),
                (_, Some(_)) => written.updated.push(file.path.clone()),
                (_, None) => written.removed.push(file.path.clone()),
            }
        }
        written
    }

    /// How many files were created, updated or removed.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.created.len() + self.updated.len() + self.removed.len()
    }
}

impl OutputError<'_> {
    pub(super) fn io(doing: &'static str, path: &Utf8Path, error: io::Error) -> Self {
        Self::Io { doing, path: path.to_owned(), error }
    }

    pub(super) fn reading(path: &Utf8Path, error: io::Error) -> Self {
        Self::io("cannot read", path, error)
    }
}

impl fmt::Display for OutputError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(_) => f.write_str("something that is not docwright's would have been overwritten"),
            Self::Overtaken(_) => f.write_str("files were changed while docwright wrote, and were left alone"),
            Self::BadPath(path) => write!(f, "`{path}` is no path of a generated file, or is generated twice"),
            Self::Io { doing, path, error } => write!(f, "{doing} `{path}`: {error}"),
        }
    }
}

impl std::error::Error for OutputError<'_> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            Self::Refused(_) | Self::Overtaken(_) | Self::BadPath(_) => None,
        }
    }
}
