//! Diagnostics and results, for people or for programs.

use serde_json::{Map, Value};

use super::arguments::{Format, Options};
use super::{Exit, Outcome};
use crate::diagnostic::{self, Diagnostic, Diagnostics, Id, Sources, Style, lookalike};

/// What a command found and did.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) sources: Sources,
    pub(super) found: Diagnostics,
    /// The result for people, for standard output.
    pub(super) text: String,
    /// A remark for people, for standard error, behind the diagnostics.
    pub(super) remark: String,
    /// How the run ends at least, whatever was found.
    pub(super) least: Exit,
    /// The result for programs, beside the diagnostics.
    pub(super) members: Map<String, Value>,
}

impl Report {
    /// A report of one diagnostic alone.
    pub(super) fn of(diagnostic: Diagnostic) -> Self {
        let mut report = Self::default();
        report.found.push(diagnostic);
        report
    }

    /// Adds a member to the result for programs.
    pub(super) fn tell(&mut self, name: &str, value: impl Into<Value>) {
        self.members.insert(name.to_owned(), value.into());
    }

    /// What is printed. For programs, it is one JSON object, whose `diagnostics` are those of [`diagnostic::to_json`].
    pub(super) fn outcome(self, options: &Options) -> Outcome {
        let Self { sources, found, text, remark, least, mut members } = self;
        let exit = exit(&found).max(least);
        let mut found = found.causes().sorted();
        lookalike::point_out(&mut found, &sources);
        match options.format {
            Format::Human | Format::Only(_) => {
                Outcome { out: text, err: diagnostic::render(&found, &sources, Style::Coloured) + &remark, exit }
            }
            Format::Json => {
                members.insert("diagnostics".to_owned(), diagnostic::to_value(&found, &sources));
                Outcome { out: diagnostic::document(&Value::Object(members)), err: String::new(), exit }
            }
        }
    }
}

fn exit(found: &Diagnostics) -> Exit {
    if found.iter().any(|diagnostic| diagnostic.id == Id::Io) {
        Exit::Failed
    } else if found.has_errors() {
        Exit::Findings
    } else {
        Exit::Fine
    }
}
