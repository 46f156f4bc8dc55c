//! `docwright lint`: what a careful reviewer would ask of the specs.

use super::arguments::{Lint, Options};
use super::project::Project;
use super::report::Report;
use super::{Outcome, fix, summary};
use crate::diagnostic::{Severity, shown};
use crate::fix::Examined;
use crate::lint::Today;
use crate::pipeline::{self, Contents, Meaning};
use crate::report::{Repository, Task};
use crate::spec::Texts;

/// Runs it.
pub(super) fn run(arguments: &Lint, options: &Options) -> Outcome {
    match Project::find(options) {
        Ok(project) => {
            let today = Today::of_environment();
            let examine = |texts: &Texts| {
                let Meaning { sources, found, .. } = pipeline::lint(&project.specs, texts, today);
                Examined { sources, found }
            };
            let mut report = fix::first(&arguments.fix, &project, examine, || lint(&project, today));
            if arguments.deny_warnings {
                report.found.retain_mut(|diagnostic| {
                    if diagnostic.severity == Severity::Warning {
                        diagnostic.severity = Severity::Error;
                    }
                    true
                });
            }
            report.reviewed(Task::Lint, || Repository::of(&project.specs), options)
        }
        Err(diagnostic) => Report::of(diagnostic).reviewed(Task::Lint, Repository::default, options),
    }
}

fn lint(project: &Project, today: Today) -> Report {
    let Meaning { sources, found, model } = pipeline::lint(&project.specs, &Texts::new(), today);
    let mut report = Report { sources, found, ..Report::default() };
    if let Some(model) = &model {
        let contents = Contents::of(model);
        report.tell("apis", summary::apis(&contents));
        if report.found.iter().next().is_none() {
            let specs = shown::whole(project.shown());
            report.text = format!("Nothing to ask of `{specs}`: {}\n", summary::counts(&contents));
        }
    }
    report
}
