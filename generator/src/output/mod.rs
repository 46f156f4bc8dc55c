//! Files to disk: what stands in the output folder is compared with what the specs say, and brought there safely.
//!
//! Three rules hold, whatever happens in between:
//! - **What a person wrote is never lost unasked.** Where one file was edited by hand, or is not docwright's at all, nothing
//!   is written until [`Force::Overwrite`] asks for it. Only files that a manifest lists are ever deleted, and no link is followed.
//! - **An interrupted run does no harm.** New text is staged first and named in a journal; the next run completes it, and
//!   looks at each file again before it replaces it.
//! - **A file whose bytes are right is not touched**, so that builds stay fresh.
//!
//! All of docwright's own is in the folder `.docwright` of the crate: `manifest` (checked in), and during a run `next/`, `journal`
//! and `lock` (ignored by git).

mod compare;
mod digest;
mod journal;
mod location;
mod lock;
mod manifest;
mod report;
#[cfg(test)]
mod tests;
mod write;

use camino::Utf8PathBuf;

pub use compare::{Compared, Comparison, Standing, State, compare};
pub use digest::Digest;
pub use location::{BadLocation, Location};
pub use write::{OutputError, Written, write};

/// A file that docwright generates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedFile {
    /// Where it stands in the crate, with `/`.
    pub path: Utf8PathBuf,
    /// What it holds, with `\n` at the end of each line.
    pub text: String,
}

/// Whether what is not docwright's may be overwritten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// Nothing is written where a file was edited by hand or is foreign.
    Keep,
    /// Edited and foreign files that stand in the way are overwritten. Links and folders in the way still are not.
    Overwrite,
}
