//! Places in files: bytes for the program, line and column for people.

use camino::{Utf8Path, Utf8PathBuf};

/// A range of bytes of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

/// A file of [`Sources`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A range of bytes of one of the files of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// Where in it.
    pub span: Span,
}

/// A position as editors count: both from 1, columns in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in code points, from 1.
    pub column: usize,
}

/// Which state of the project a file is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Side {
    /// The one that is looked at; its files are there.
    #[default]
    New,
    /// An earlier one that it is compared with.
    Old,
}

/// A file that was read.
#[derive(Debug)]
pub struct Source {
    /// The path as it is shown: relative to the folder above the specs, with `/`.
    pub path: Utf8PathBuf,
    /// Which state of the project it is of.
    pub side: Side,
    /// Its text.
    pub text: String,
    /// The first byte of each line.
    line_starts: Vec<usize>,
}

/// The files of one run.
#[derive(Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Keeps a file, so that places can point into it.
    ///
    /// # Panics
    /// With more than 2³² files.
    pub fn add(&mut self, path: impl Into<Utf8PathBuf>, text: impl Into<String>) -> FileId {
        self.add_of(Side::New, path, text)
    }

    /// Keeps a file of a state of the project. What points to an old one is told where old and new are shown, and is no
    /// place that an editor could open.
    ///
    /// # Panics
    /// With more than 2³² files.
    pub fn add_of(&mut self, side: Side, path: impl Into<Utf8PathBuf>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.0.len()).expect("a run reads fewer than 2^32 files"));
        let text = text.into();
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        self.0.push(Source { path: path.into(), side, text, line_starts });
        id
    }

    /// Says of which state of the project all files are that were kept up to now.
    pub fn are_of(&mut self, side: Side) {
        self.0.iter_mut().for_each(|source| source.side = side);
    }

    /// The file.
    #[must_use]
    pub fn get(&self, file: FileId) -> &Source {
        &self.0[file.0 as usize]
    }

    /// All files, in the order in which they were read.
    pub fn all(&self) -> std::slice::Iter<'_, Source> {
        self.0.iter()
    }

    /// The path of the file of a place, as it is shown.
    #[must_use]
    pub fn path(&self, file: FileId) -> &Utf8Path {
        &self.get(file).path
    }

    /// The state of the project that a place is of.
    #[must_use]
    pub fn side(&self, place: Place) -> Side {
        self.get(place.file).side
    }

    /// The text at a place.
    #[must_use]
    pub fn text(&self, place: Place) -> &str {
        self.get(place.file).text.get(place.span.start..place.span.end).unwrap_or_default()
    }

    /// Where a byte of a file stands; the file's end for one that is no beginning of a character.
    #[must_use]
    pub fn position(&self, file: FileId, byte: usize) -> Position {
        let Source { text, line_starts, .. } = self.get(file);
        let byte = if text.is_char_boundary(byte) { byte } else { text.len() };
        let line = line_starts.partition_point(|start| *start <= byte);
        let line_start = line.checked_sub(1).and_then(|line| line_starts.get(line)).copied().unwrap_or_default();
        Position { line, column: text.get(line_start..byte).unwrap_or_default().chars().count() + 1 }
    }

    /// The bytes of the lines that a place touches, without the last one's end.
    pub(crate) fn lines(&self, place: Place) -> Span {
        let Source { text, line_starts, .. } = self.get(place.file);
        let line = |byte: usize| line_starts.partition_point(|start| *start <= byte);
        let start = line(place.span.start).checked_sub(1).and_then(|line| line_starts.get(line)).copied();
        let end = line_starts.get(line(place.span.end)).map_or(text.len(), |next| next - 1);
        Span { start: start.unwrap_or_default(), end: end.max(start.unwrap_or_default()) }
    }
}
