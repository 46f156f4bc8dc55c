//! Diagnostics and results, for people or for programs.

use serde_json::{Map, Value};

use super::arguments::{Format, Options};
use super::{Exit, Outcome};
use crate::diagnostic::{self, Diagnostic, Diagnostics, Id, Sources, Style, lookalike};
use crate::report::{self, Findings, Repository, Task};

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
        let (exit, printed) = self.settled();
        printed.printed(exit, options)
    }

    /// What is printed of findings that are to be reviewed, with where their files stand.
    pub(super) fn reviewed(self, task: Task, repository: impl FnOnce() -> Repository, options: &Options) -> Outcome {
        let (exit, mut printed) = self.settled();
        // A message stands where its file does; a change, by how much it weighs.
        if task == Task::Diff {
            report::sort(&mut printed.found, &printed.sources);
        }
        match options.format {
            Format::Review(format) => {
                Outcome { out: printed.for_reviewers(format, task, &repository()), err: String::new(), exit }
            }
            _ => printed.printed(exit, options),
        }
    }

    /// What was found in order, without what only follows from other findings.
    pub(super) fn settled(self) -> (Exit, Settled) {
        let Self { sources, found, text, remark, least, members } = self;
        let exit = exit(&found).max(least);
        let mut found = found.causes().sorted();
        lookalike::point_out(&mut found, &sources);
        (exit, Settled { sources, found, text, remark, members })
    }
}

/// A report whose diagnostics are in order.
pub(super) struct Settled {
    pub(super) sources: Sources,
    pub(super) found: Vec<Diagnostic>,
    pub(super) text: String,
    pub(super) remark: String,
    members: Map<String, Value>,
}

impl Settled {
    fn printed(self, exit: Exit, options: &Options) -> Outcome {
        match options.format {
            Format::Human | Format::Only(_) | Format::Review(_) => self.for_people(exit),
            Format::Json => self.for_programs(exit),
        }
    }

    fn for_people(self, exit: Exit) -> Outcome {
        let err = diagnostic::render(&self.found, &self.sources, Style::Coloured) + &self.remark;
        Outcome { out: self.text, err, exit }
    }

    fn for_programs(self, exit: Exit) -> Outcome {
        Outcome { out: diagnostic::document(&self.value()), err: String::new(), exit }
    }

    /// The object for programs.
    pub(super) fn value(mut self) -> Value {
        self.members.insert("diagnostics".to_owned(), diagnostic::to_value(&self.found, &self.sources));
        Value::Object(self.members)
    }

    fn for_reviewers(&self, format: report::Format, task: Task, repository: &Repository) -> String {
        let summary = anstream::adapter::strip_str(&self.text).to_string();
        let Self { sources, found, .. } = self;
        format.write(&Findings { task, diagnostics: found, sources, summary: &summary, repository })
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
