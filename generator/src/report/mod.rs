//! Findings of specs in the formats of those who review them: `check`, `lint` and `diff` alike.
//!
//! A format is a file, and takes [`Findings`] to a text. For people at a terminal it is
//! [`render`](crate::diagnostic::render), for programs [`to_json`](crate::diagnostic::to_json), whose schema stands here.
//!
//! Texts of specs are data to each of them: what would be markup, a link, a mention or a command there is escaped, and
//! characters that hide or reorder others are shown as `U+202E`.

mod excerpt;
mod github;
mod group;
mod html;
mod markdown;
mod repository;
mod sarif;
mod schema;
mod tally;

use crate::diagnostic::{Diagnostic, Sources};

pub use group::sort;
pub use repository::Repository;
pub use schema::schema;

/// What was found, and by what.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'f> {
    /// What was done.
    pub task: Task,
    /// What was found; each format brings it into its order.
    pub diagnostics: &'f [Diagnostic],
    /// The files that it is about.
    pub sources: &'f Sources,
    /// What there is to say besides, in plain lines; may be empty.
    pub summary: &'f str,
    /// Where the files stand.
    pub repository: &'f Repository,
}

/// What was done to find something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Task {
    /// Specs, examples and crate were checked.
    Check,
    /// Specs were linted.
    Lint,
    /// Two states of specs were compared.
    Diff,
}

/// How findings are written for reviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// SARIF 2.1.0, as code scanning services take it.
    Sarif,
    /// Workflow commands, which GitHub shows as annotations.
    Github,
    /// The comment of a pull request.
    Markdown,
    /// A page that needs nothing but a browser.
    Html,
}

impl Task {
    /// The name of the command.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Lint => "lint",
            Self::Diff => "diff",
        }
    }
}

impl Format {
    /// The findings in this format, with a line end behind them.
    #[must_use]
    pub fn write(self, findings: &Findings<'_>) -> String {
        match self {
            Self::Sarif => sarif::write(findings),
            Self::Github => github::write(findings),
            Self::Markdown => markdown::write(findings),
            Self::Html => html::write(findings),
        }
    }
}
