//! What is said of a crate on disk.

use camino::{Utf8Path, Utf8PathBuf};

use super::compare::{Compared, Comparison, Own, Standing, State};
use super::{Force, OutputError, manifest};
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place, Sources, Span};

const FORCE: &str =
    "`docwright generate --force` writes the crate: files of the same names are overwritten, others stay";

impl Comparison<'_> {
    /// Says of each file how it differs from what the specs say; `shown` is the folder as it is shown.
    pub fn report(&self, shown: &Utf8Path, sources: &mut Sources, found: &mut Diagnostics) {
        self.report_standing(shown, found);
        let is_new = matches!(self.standing, Standing::Empty | Standing::Foreign);
        for file in &self.files {
            // Of a folder that docwright never wrote, what stands in the way is all that is worth a line.
            if file.state != State::Current && (!is_new || matches!(file.state, State::Link | State::Blocked)) {
                found.push(of_file(file, shown, sources));
            }
        }
        if self.standing == Standing::Ours
            && !self.manifest_is_current
            && self.files.iter().all(|file| file.state == State::Current)
        {
            let manifest = path(shown, manifest::PATH.into());
            found.push(
                Diagnostic::new(
                    Id::CrateStale,
                    format!("`{manifest}` is not the manifest of this version and these specs"),
                )
                .help("`docwright generate` brings it up to date"),
            );
        }
    }

    /// Says what a run with this `force` does not overwrite.
    fn report_refusal(&self, force: Force, shown: &Utf8Path, sources: &mut Sources, found: &mut Diagnostics) {
        if force == Force::Keep {
            self.report_standing(shown, found);
        }
        let is_known = matches!(self.standing, Standing::Empty | Standing::Ours);
        for file in &self.files {
            let is_said = match file.state {
                State::Link | State::Blocked => true,
                State::Edited | State::Foreign => force == Force::Keep && is_known,
                State::Current | State::Missing | State::Stale | State::Orphaned => false,
            };
            if is_said {
                found.push(of_file(file, shown, sources));
            }
        }
    }

    fn report_standing(&self, shown: &Utf8Path, found: &mut Diagnostics) {
        // A link or an obstacle where docwright's own files go is said by itself, and hides what the folder is.
        if self.own == Own::OutOfReach {
            return;
        }
        match &self.standing {
            Standing::Ours => {}
            Standing::Empty => found.push(
                Diagnostic::new(Id::CrateMissing, format!("the crate `{shown}` is not written yet"))
                    .help("`docwright generate` writes it"),
            ),
            Standing::Foreign => {
                let diagnostic = Diagnostic::new(
                    Id::CrateForeign,
                    format!("the folder `{shown}` is not empty, and no manifest in it says that docwright wrote it"),
                )
                .help("name an empty folder as the crate's `output`")
                .help(FORCE);
                found.push(match self.paths(State::Foreign).next() {
                    Some(first) => diagnostic.help(format!("`{}` would be overwritten", path(shown, first))),
                    None => diagnostic,
                });
            }
            Standing::BadManifest { line, why } => found.push(
                Diagnostic::new(
                    Id::BadManifest,
                    format!("`{}` cannot be read: line {line} {why}", path(shown, manifest::PATH.into())),
                )
                .help("restore it from version control; after a merge, resolve the specs alone and go on")
                .help(FORCE),
            ),
        }
    }
}

impl OutputError<'_> {
    /// Says why a run with this `force` did not write; `shown` is the folder as it is shown.
    pub fn report(&self, force: Force, shown: &Utf8Path, sources: &mut Sources, found: &mut Diagnostics) {
        match self {
            Self::Refused(comparison) => comparison.report_refusal(force, shown, sources, found),
            Self::Overtaken(comparison) => comparison.report(shown, sources, found),
            Self::BadPath(_) => found.push(
                Diagnostic::new(Id::BadOutput, self.to_string())
                    .help("this is a defect of docwright; please report it"),
            ),
            Self::Io { .. } => found.push(
                Diagnostic::new(Id::Io, self.to_string()).help("once that is mended, the next run completes this one"),
            ),
        }
    }
}

fn of_file(file: &Compared<'_>, shown: &Utf8Path, sources: &mut Sources) -> Diagnostic {
    let name = path(shown, &file.path);
    match file.state {
        State::Current | State::Stale => {
            Diagnostic::new(Id::CrateStale, format!("`{name}` is not what the specs say now"))
                .help("`docwright generate` brings it up to date; with `--dry-run` it shows the difference")
        }
        State::Missing => {
            Diagnostic::new(Id::CrateMissing, format!("`{name}` is missing")).help("`docwright generate` writes it")
        }
        State::Orphaned => Diagnostic::new(Id::CrateOrphan, format!("`{name}` is no longer generated"))
            .help("`docwright generate` removes it"),
        State::Edited => {
            let verb = if file.text.is_some() { "overwrites" } else { "removes" };
            let diagnostic = Diagnostic::new(Id::CrateEdited, format!("`{name}` was edited by hand"))
                .help("take the edit back, or say in the specs what it should say")
                .help(format!("`docwright generate --force` {verb} it"));
            match first_difference(file, &name, sources) {
                Some(place) => diagnostic.at(place, "here it differs from what the specs say"),
                None => diagnostic,
            }
        }
        State::Foreign => Diagnostic::new(
            Id::CrateForeign,
            format!("`{name}` is not docwright's, and stands where a generated file goes"),
        )
        .help("move it away")
        .help("`docwright generate --force` overwrites it"),
        State::Link => Diagnostic::new(Id::LinkRefused, format!("`{name}` is a link"))
            .help("put a file or folder in its place: docwright writes through no link"),
        State::Blocked => {
            Diagnostic::new(Id::CrateForeign, format!("`{name}` is not docwright's, and stands in the way"))
                .help("move it away: docwright replaces files alone, and no file where a folder goes")
        }
    }
}

/// The first line of an edited file that is not as generated.
fn first_difference(file: &Compared<'_>, name: &Utf8Path, sources: &mut Sources) -> Option<Place> {
    let disk = std::str::from_utf8(file.disk.as_deref()?).ok()?;
    let mut generated = file.text?.split_inclusive('\n');
    let mut start = 0;
    let line = disk.split_inclusive('\n').find(|line| {
        let is_same = generated.next() == Some(line);
        start += if is_same { line.len() } else { 0 };
        !is_same
    });
    let end = start + line.unwrap_or_default().trim_end().len();
    Some(Place { file: sources.add(name, disk), span: Span { start, end } })
}

fn path(shown: &Utf8Path, path: &Utf8Path) -> Utf8PathBuf {
    match (shown.as_str(), path.as_str()) {
        (".", _) => path.to_owned(),
        (_, "") => shown.to_owned(),
        (shown, path) => format!("{shown}/{path}").into(),
    }
}
