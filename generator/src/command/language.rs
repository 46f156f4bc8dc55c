//! `docwright language`: the language of specs, as a page.

use super::Outcome;
use crate::spec;

/// Runs it.
pub(super) fn run() -> Outcome {
    Outcome::fine(spec::language_page())
}
