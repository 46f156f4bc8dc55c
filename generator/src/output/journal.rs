//! The journal: what a run is about to do to each file, so that the next run can complete it.
//!
//! ```text
//! docwright 0.1.0
//! 9f86d081… 60303ae2… src/lib.rs
//! - 4355a46b… src/new.rs
//! 53c234e5… - src/gone.rs
//! ```
//!
//! A line has the digest before, the digest after and the path; `-` stands for no file. Files that stay as they are have a line
//! too, with one digest twice, so that the manifest after the run follows from the journal alone.

use std::fmt;

use camino::Utf8PathBuf;

use super::digest::Digest;
use super::manifest::is_inside;

/// The journal, in the crate.
pub(super) const PATH: &str = ".docwright/journal";
/// The folder of the new text, in the crate; a file stands there at its path in the crate.
pub(super) const NEXT: &str = ".docwright/next";

/// What a run is about to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Journal {
    /// The version of docwright that runs.
    pub(super) version: String,
    /// Each file, sorted by path.
    pub(super) steps: Vec<Step>,
}

/// What happens to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// The file.
    pub(super) path: Utf8PathBuf,
    /// What it held when it was compared.
    pub(super) old: Option<Digest>,
    /// What it is to hold.
    pub(super) new: Option<Digest>,
}

impl Journal {
    /// Reads a journal; one that is not whole is none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        let version = lines.next()?.strip_prefix("docwright ")?.to_owned();
        Some(Self { version, steps: lines.map(step).collect::<Option<_>>()? })
    }
}

/// The journal as it is written.
impl fmt::Display for Journal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "docwright {}", self.version)?;
        for Step { path, old, new } in &self.steps {
            for digest in [old, new] {
                match digest {
                    Some(digest) => write!(f, "{digest} ")?,
                    None => f.write_str("- ")?,
                }
            }
            writeln!(f, "{path}")?;
        }
        Ok(())
    }
}

fn step(line: &str) -> Option<Step> {
    let mut parts = line.splitn(3, ' ');
    let mut digest = || match parts.next()? {
        "-" => Some(None),
        text => Digest::parse(text).map(Some),
    };
    let (old, new) = (digest()?, digest()?);
    let path = parts.next().filter(|path| is_inside(path))?;
    Some(Step { path: path.into(), old, new })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_nothing_less() {
        let digest = Some(Digest::of(b"x"));
        let steps = [("a b.rs", digest, digest), ("src/new.rs", None, digest), ("src/old.rs", digest, None)];
        let steps = steps.map(|(path, old, new)| Step { path: path.into(), old, new }).to_vec();
        let journal = Journal { version: "0.1.0".to_owned(), steps };
        let text = journal.to_string();
        assert_eq!(Journal::parse(&text), Some(journal));
        assert_eq!(Journal::parse(text.trim_end()), None);
        assert_eq!(Journal::parse(&text.replace("src/old.rs", "../old.rs")), None);
    }
}
