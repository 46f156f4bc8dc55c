//! What the specs say against what stands on the disk. Reads alone.

use std::collections::BTreeMap;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use super::digest::Digest;
use super::journal::{self, Journal};
use super::manifest::{self, Manifest};
use super::write::OutputError;
use super::{Force, GeneratedFile, lock};
use crate::disk::folder::{Folder, Found};

/// The output folder against what is generated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison<'f> {
    /// What the folder is.
    pub standing: Standing,
    /// Each file that is generated or listed by the manifest, by path; and whatever stands in the way.
    pub files: Vec<Compared<'f>>,
    /// Whether the manifest is what this run would write.
    pub manifest_is_current: bool,
    /// How docwright's own files stand.
    pub(super) own: Own,
}

/// How docwright's own files stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Own {
    /// No run is under way, as far as they tell.
    Settled,
    /// A run is under way, or was interrupted: there is something to be completed or cleared.
    Begun,
    /// A link or the like stands in their way.
    OutOfReach,
}

/// What the output folder is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is none, or nothing is in it.
    Empty,
    /// docwright wrote it.
    Ours,
    /// Something is in it, and no manifest says that docwright wrote it.
    Foreign,
    /// Its manifest cannot be read.
    BadManifest {
        /// The first line that is wrong, from 1.
        line: usize,
        /// What is wrong with it, behind its number.
        why: &'static str,
    },
}

/// A file, as generated and as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared<'f> {
    /// Its path in the crate.
    pub path: Utf8PathBuf,
    /// How the two relate.
    pub state: State,
    /// What stands there, unless that is nothing or current.
    pub disk: Option<Vec<u8>>,
    /// What is generated; `None` where it no longer is.
    pub text: Option<&'f str>,
}

/// How a generated file and the disk relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// The disk holds what is generated.
    Current,
    /// Nothing is there.
    Missing,
    /// The disk holds what docwright wrote earlier, be it with other line ends: a checkout may change those.
    Stale,
    /// It is docwright's, and holds neither what is generated nor what docwright wrote: a person's work.
    Edited,
    /// It is docwright's, unedited, and no longer generated.
    Orphaned,
    /// Something that no manifest lists stands where a generated file goes.
    Foreign,
    /// A link stands at this path; docwright writes and reads through none.
    Link,
    /// A folder stands at the path of a file, or something else where a folder is needed.
    Blocked,
}

impl Comparison<'_> {
    /// Whether the folder holds exactly what is generated (foreign files aside).
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.standing == Standing::Ours
            && self.manifest_is_current
            && self.files.iter().all(|file| file.state == State::Current)
    }

    /// Whether a run that may overwrite so much must not write.
    #[must_use]
    pub fn is_refused(&self, force: Force) -> bool {
        let stands_in_the_way = |state: State| match state {
            State::Link | State::Blocked => true,
            State::Edited | State::Foreign => force == Force::Keep,
            State::Current | State::Missing | State::Stale | State::Orphaned => false,
        };
        let is_unknown = matches!(self.standing, Standing::Foreign | Standing::BadManifest { .. });
        (is_unknown && force == Force::Keep) || self.files.iter().any(|file| stands_in_the_way(file.state))
    }

    /// The paths of the files in a state.
    pub fn paths(&self, state: State) -> impl Iterator<Item = &Utf8Path> {
        self.files.iter().filter(move |file| file.state == state).map(|file| file.path.as_path())
    }
}

/// Compares an output folder with what is generated, when no other run is writing it; `waits` is called before one is
/// waited for.
///
/// # Errors
/// Where a file cannot be read, or a generated path would leave the folder.
pub fn compare<'f>(
    folder: &Utf8Path,
    files: &'f [GeneratedFile],
    waits: &dyn Fn(),
) -> Result<Comparison<'f>, OutputError<'f>> {
    let _lock = lock::wait(Folder(folder), waits)?;
    compare_now(folder, files)
}

/// Compares without regard to other runs.
pub(super) fn compare_now<'f>(
    folder: &Utf8Path,
    files: &'f [GeneratedFile],
) -> Result<Comparison<'f>, OutputError<'f>> {
    let generated = generated(files)?;
    let folder = Folder(folder);
    let records = Records::read(folder)?;
    let mut compared = records.in_the_way.clone();

    // Everything below a link or an obstacle of docwright's own is out of reach.
    if compared.is_empty() {
        for (path, text) in &generated {
            compared.push(compare_file(folder, path, Some(text), &records)?);
        }
        for path in records.owned.keys().filter(|path| !generated.contains_key(path.as_path())) {
            compared.push(compare_file(folder, path, None, &records)?);
        }
        // What the manifest lists and neither the specs nor the disk has is forgotten.
        compared.retain(|file| file.text.is_some() || file.state != State::Missing);
        compared.sort_by(|a, b| a.path.cmp(&b.path));
        compared.dedup_by(|a, b| a.path == b.path);
    }

    let new_manifest = new_manifest(&generated).to_string();
    Ok(Comparison {
        manifest_is_current: records.manifest.as_deref() == Some(new_manifest.as_bytes()),
        standing: records.standing,
        files: compared,
        own: records.own,
    })
}

/// Everything that a run writes, by path: the generated files, and what docwright puts into its own folder.
pub(super) fn generated(files: &[GeneratedFile]) -> Result<BTreeMap<&Utf8Path, &str>, OutputError<'_>> {
    let mut generated = BTreeMap::from([(Utf8Path::new(manifest::IGNORE_PATH), manifest::IGNORE_TEXT)]);
    for file in files {
        if !manifest::is_inside(file.path.as_str()) || generated.insert(&file.path, &file.text).is_some() {
            return Err(OutputError::BadPath(&file.path));
        }
    }
    Ok(generated)
}

/// The manifest after a run that writes these files.
pub(super) fn new_manifest(generated: &BTreeMap<&Utf8Path, &str>) -> Manifest {
    let files = generated.iter().map(|(path, text)| ((*path).to_owned(), Digest::of(text.as_bytes()))).collect();
    Manifest { version: env!("CARGO_PKG_VERSION").to_owned(), files }
}

/// What docwright's own files say.
struct Records {
    standing: Standing,
    /// The digests that docwright wrote, or was about to replace, of each file.
    owned: BTreeMap<Utf8PathBuf, Vec<Digest>>,
    /// The bytes of the manifest.
    manifest: Option<Vec<u8>>,
    own: Own,
    /// Links and the like where docwright's own files go.
    in_the_way: Vec<Compared<'static>>,
}

impl Records {
    fn read(folder: Folder<'_>) -> Result<Self, OutputError<'static>> {
        let mut records = Self {
            standing: Standing::Ours,
            owned: BTreeMap::new(),
            manifest: None,
            own: Own::Settled,
            in_the_way: Vec::new(),
        };
        let journal = records.own_file(folder, journal::PATH)?;
        records.manifest = records.own_file(folder, manifest::PATH)?;
        records.own_file(folder, lock::PATH)?;
        records.own_folder(folder, journal::NEXT)?;

        let journal = journal.and_then(|bytes| Journal::parse(&String::from_utf8(bytes).ok()?));
        if journal.is_some() {
            records.own = Own::Begun;
        }
        if !records.in_the_way.is_empty() {
            records.own = Own::OutOfReach;
        }
        let is_begun = journal.is_some();
        for step in journal.into_iter().flat_map(|journal| journal.steps) {
            records.owned.entry(step.path).or_default().extend(step.old.into_iter().chain(step.new));
        }
        records.standing = match records.read_manifest() {
            None if is_begun => Standing::Ours,
            None if !records.in_the_way.is_empty() => Standing::Foreign,
            None => match folder.look(Utf8Path::new("")).map_err(|error| OutputError::reading(folder.0, error))? {
                Found::Folder
                    if !folder
                        .holds_at_most(manifest::OWN_FOLDER)
                        .map_err(|error| OutputError::reading(folder.0, error))? =>
                {
                    Standing::Foreign
                }
                _ => Standing::Empty,
            },
            Some(standing) => standing,
        };
        Ok(records)
    }

    /// Takes in what the manifest lists; `None` where there is none.
    fn read_manifest(&mut self) -> Option<Standing> {
        let text = String::from_utf8_lossy(self.manifest.as_deref()?);
        let (listed, standing) = match Manifest::parse(&text) {
            Ok(manifest) => (manifest.files.into_iter().collect(), Standing::Ours),
            Err(bad) => (bad.readable, Standing::BadManifest { line: bad.line, why: bad.why }),
        };
        for (path, digest) in listed {
            self.owned.entry(path).or_default().push(digest);
        }
        Some(standing)
    }

    fn own_file(&mut self, folder: Folder<'_>, path: &'static str) -> Result<Option<Vec<u8>>, OutputError<'static>> {
        match look(folder, Utf8Path::new(path))? {
            Found::Nothing => return Ok(None),
            Found::File(bytes) => return Ok(Some(bytes)),
            Found::Folder => self.stop(path.into(), State::Blocked),
            Found::Link(at) => self.stop(at, State::Link),
            Found::Obstacle(at) => self.stop(at, State::Blocked),
        }
        Ok(None)
    }

    fn own_folder(&mut self, folder: Folder<'_>, path: &'static str) -> Result<(), OutputError<'static>> {
        match look(folder, Utf8Path::new(path))? {
            Found::Nothing => {}
            Found::Folder => self.own = Own::Begun,
            Found::File(_) => self.stop(path.into(), State::Blocked),
            Found::Link(at) => self.stop(at, State::Link),
            Found::Obstacle(at) => self.stop(at, State::Blocked),
        }
        Ok(())
    }

    fn stop(&mut self, path: Utf8PathBuf, state: State) {
        if self.in_the_way.iter().all(|known| known.path != path) {
            self.in_the_way.push(Compared { path, state, disk: None, text: None });
        }
    }
}

fn look(folder: Folder<'_>, path: &Utf8Path) -> Result<Found, OutputError<'static>> {
    folder.look(path).map_err(|error: io::Error| OutputError::reading(&folder.at(path), error))
}

fn compare_file<'f>(
    folder: Folder<'_>,
    path: &Utf8Path,
    text: Option<&'f str>,
    records: &Records,
) -> Result<Compared<'f>, OutputError<'static>> {
    let owned = records.owned.get(path).map(Vec::as_slice);
    let (path, state, disk) = match look(folder, path)? {
        Found::Nothing => (path.to_owned(), State::Missing, None),
        Found::Link(at) => (at, State::Link, None),
        Found::Obstacle(at) => (at, State::Blocked, None),
        Found::Folder => (path.to_owned(), State::Blocked, None),
        Found::File(bytes) => {
            let state = state_of(&bytes, text, owned);
            (path.to_owned(), state, (state != State::Current).then_some(bytes))
        }
    };
    Ok(Compared { path, state, disk, text })
}

fn state_of(disk: &[u8], text: Option<&str>, owned: Option<&[Digest]>) -> State {
    if text.is_some_and(|text| text.as_bytes() == disk) {
        return State::Current;
    }
    let new = text.map(|text| Digest::of(text.as_bytes()));
    let is_known = |digest| new == Some(digest) || owned.is_some_and(|owned| owned.contains(&digest));
    let is_ours = is_known(Digest::of(disk)) || Digest::of_unix_lines(disk).is_some_and(is_known);
    match (is_ours, text.is_some(), owned.is_some()) {
        (true, true, _) => State::Stale,
        (true, false, _) => State::Orphaned,
        (false, _, true) => State::Edited,
        (false, _, false) => State::Foreign,
    }
}
