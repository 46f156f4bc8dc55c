//! The manifest: which files are docwright's, and what they held when it wrote them.
//!
//! ```text
//! docwright 0.1.0
//! 9f86d081…  Cargo.toml
//! 60303ae2…  src/lib.rs
//! ```
//!
//! The lines after the first are those of `sha256sum`, sorted by path.

use std::collections::BTreeMap;
use std::fmt;

use camino::{Utf8Path, Utf8PathBuf};

use super::digest::Digest;

/// The folder of docwright's own in the crate.
pub(super) const OWN_FOLDER: &str = ".docwright";
/// The manifest, in the crate.
pub(super) const PATH: &str = ".docwright/manifest";
/// What git is told to leave out of [`OWN_FOLDER`].
pub(super) const IGNORE_PATH: &str = ".docwright/.gitignore";
/// What [`IGNORE_PATH`] holds.
pub(super) const IGNORE_TEXT: &str = "/journal\n/lock\n/next/\n";

/// Which files are docwright's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The version of docwright that wrote them.
    pub(super) version: String,
    /// Each file with the digest of what was written.
    pub(super) files: BTreeMap<Utf8PathBuf, Digest>,
}

/// Why a manifest cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BadManifest {
    /// The first line that is wrong, from 1.
    pub(super) line: usize,
    /// What is wrong with it, behind its number.
    pub(super) why: &'static str,
    /// The files of the lines that can be read; after a merge, one path may have several digests.
    pub(super) readable: Vec<(Utf8PathBuf, Digest)>,
}

impl Manifest {
    /// Reads a manifest.
    pub(super) fn parse(text: &str) -> Result<Self, BadManifest> {
        let mut manifest = Self::default();
        let mut readable = Vec::new();
        let mut bad = None;
        let mut lines = text.lines();
        match lines.next().and_then(|line| line.strip_prefix("docwright ")) {
            Some(version) if !version.is_empty() => version.clone_into(&mut manifest.version),
            _ => bad = Some((1, "does not begin with `docwright` and its version")),
        }
        for (index, line) in lines.enumerate() {
            match entry(line) {
                Ok((path, digest)) => {
                    readable.push((path.clone(), digest));
                    if manifest.files.insert(path, digest).is_some() {
                        bad = bad.or(Some((index + 2, "lists a file for the second time")));
                    }
                }
                Err(why) => bad = bad.or(Some((index + 2, why))),
            }
        }
        match bad {
            None => Ok(manifest),
            Some((line, why)) => Err(BadManifest { line, why, readable }),
        }
    }
}

/// The manifest as it is written.
impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "docwright {}", self.version)?;
        self.files.iter().try_for_each(|(path, digest)| writeln!(f, "{digest}  {path}"))
    }
}

fn entry(line: &str) -> Result<(Utf8PathBuf, Digest), &'static str> {
    let (digest, path) = line.split_once("  ").ok_or("is no digest, two blanks and a path")?;
    let digest = Digest::parse(digest).ok_or("does not begin with a SHA-256")?;
    if !is_inside(path) {
        return Err("names a path that leaves the crate");
    }
    Ok((Utf8PathBuf::from(path), digest))
}

/// Whether a path is one of a generated file: below the output folder on every system, and not among docwright's own.
pub(super) fn is_inside(path: &str) -> bool {
    let is_plain = |segment: &str| {
        !matches!(segment, "" | "." | "..") && !segment.contains(|c: char| matches!(c, '\\' | ':') || c.is_control())
    };
    let own =
        Utf8Path::new(path).components().next().is_some_and(|first| first.as_str().eq_ignore_ascii_case(OWN_FOLDER));
    path.split('/').all(is_plain) && (!own || path == IGNORE_PATH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let files = ["src/lib.rs", "Cargo.toml", "src/a b.rs"].map(|path| (path.into(), Digest::of(path.as_bytes())));
        let manifest = Manifest { version: "0.1.0".to_owned(), files: files.into() };
        assert_eq!(Manifest::parse(&manifest.to_string()), Ok(manifest.clone()));
        assert_eq!(Manifest::parse(&manifest.to_string().replace('\n', "\r\n")), Ok(manifest));
    }

    #[test]
    fn a_merge_conflict_is_a_broken_manifest_whose_lines_can_be_read() {
        let [ours, theirs] = ["ours", "theirs"].map(|text| Digest::of(text.as_bytes()));
        let text = format!("docwright 0.1.0\n<<<<<<< HEAD\n{ours}  a.rs\n=======\n{theirs}  a.rs\n>>>>>>> other\n");
        let bad = Manifest::parse(&text).expect_err("conflict marks are no entries");
        assert_eq!(bad.line, 2);
        assert_eq!(bad.readable, [("a.rs".into(), ours), ("a.rs".into(), theirs)]);
    }

    #[test]
    fn no_path_leaves_the_crate() {
        for path in [
            "/etc/passwd",
            "../a",
            "a/../../b",
            "a//b",
            "a/./b",
            "",
            "C:/a",
            "a\\..\\b",
            ".docwright/manifest",
            ".Docwright/x",
        ] {
            assert!(!is_inside(path), "{path}");
            let line = format!("docwright 0.1.0\n{}  {path}\n", Digest::of(b""));
            assert!(Manifest::parse(&line).is_err(), "{path}");
        }
        assert!(is_inside(".gitattributes") && is_inside("src/runtime/mod.rs") && is_inside(IGNORE_PATH));
    }
}
