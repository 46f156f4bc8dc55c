//! What a project says of diagnostics: what lints weigh, and what is allowed where, with the reason.

use crate::diagnostic::{Diagnostic, Id, Place, Severity};

/// What a spec allows: a diagnostic that is not told of one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// What is not told.
    pub id: Id,
    /// Why it is right all the same.
    pub reason: String,
    /// Where the id stands.
    pub place: Place,
    /// Where it is not told, from the name of the thing to its end; nothing for all files of the API.
    pub within: Option<Place>,
}

/// What the project says of a lint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LintLevel {
    /// The lint.
    pub id: Id,
    /// What it weighs.
    pub level: Level,
}

/// What a lint weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// It is told, and weighs this.
    Told(Severity),
    /// It is not told.
    Off,
}

impl Exception {
    /// Whether it is about a message.
    #[must_use]
    pub fn covers(&self, diagnostic: &Diagnostic) -> bool {
        let about = diagnostic.labels.first().is_some_and(|label| self.reaches(label.place));
        self.id == diagnostic.id && !diagnostic.firm && about
    }

    /// Whether a place is where it holds.
    #[must_use]
    pub fn reaches(&self, Place { file, span }: Place) -> bool {
        self.within.is_none_or(|within| {
            within.file == file && within.span.start <= span.start && span.start <= within.span.end
        })
    }

    /// How much it covers: the narrower of two exceptions is the one that is needed.
    #[must_use]
    pub fn width(&self) -> usize {
        self.within.map_or(usize::MAX, |within| within.span.end - within.span.start)
    }
}
