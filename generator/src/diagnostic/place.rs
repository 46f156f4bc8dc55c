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

/// A file that was read.
#[derive(Debug)]
pub struct Source {
    /// The path as it is shown: relative to the folder above the specs, with `/`.
    pub path: Utf8PathBuf,
    /// Its text.
    pub text: String,
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
        let id = FileId(u32::try_from(self.0.len()).expect("a run reads fewer than 2^32 files"));
        self.0.push(Source { path: path.into(), text: text.into() });
        id
    }

    /// The file.
    #[must_use]
    pub fn get(&self, file: FileId) -> &Source {
        &self.0[file.0 as usize]
    }

    /// The path of the file of a place, as it is shown.
    #[must_use]
    pub fn path(&self, file: FileId) -> &Utf8Path {
        &self.get(file).path
    }

    /// The text at a place.
    #[must_use]
    pub fn text(&self, place: Place) -> &str {
        self.get(place.file).text.get(place.span.start..place.span.end).unwrap_or_default()
    }

    /// Where a byte of a file stands.
    #[must_use]
    pub fn position(&self, file: FileId, byte: usize) -> Position {
        let before = self.get(file).text.get(..byte).unwrap_or(&self.get(file).text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}
