//! `docwright completions`: what a shell needs to complete commands and options.

use super::Outcome;
use super::arguments::{self, Completions, Format, Options};
use crate::diagnostic;

/// Runs it.
pub(super) fn run(arguments: &Completions, options: &Options) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut arguments::program(), "docwright", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    Outcome::fine(match options.format {
        Format::Human | Format::Only(_) | Format::Review(_) => script,
        Format::Json => diagnostic::document(&script),
    })
}
