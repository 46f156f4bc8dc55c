//! `docwright check`: are the specs right, do the examples hold, is the crate exactly what the specs say?

use super::arguments::{Check, Options};
use super::project::Project;
use super::report::Report;
use super::terminal::waits;
use super::{Outcome, fix, summary};
use crate::diagnostic::shown;
use crate::fix::Examined;
use crate::output::{self, Force};
use crate::pipeline::{self, Contents, Generated};
use crate::report::{Repository, Task};

/// Runs it.
pub(super) fn run(arguments: &Check, options: &Options) -> Outcome {
    match Project::find(options) {
        Ok(project) => fix::first(
            &arguments.fix,
            &project,
            |texts| {
                let (sources, found) = pipeline::mistakes(&project.specs, texts);
                Examined { sources, found }
            },
            || check(arguments, &project, options),
        )
        .reviewed(Task::Check, || Repository::of(&project.specs), options),
        Err(diagnostic) => Report::of(diagnostic).reviewed(Task::Check, Repository::default, options),
    }
}

fn check(arguments: &Check, project: &Project, options: &Options) -> Report {
    let pipeline::Run { sources, found, contents, generated } =
        pipeline::run(&project.specs, &project.target(arguments.output.as_deref()));
    let mut report = Report { sources, found, ..Report::default() };
    if let Some(contents) = &contents {
        report.tell("apis", summary::apis(contents));
    }
    if let (Some(contents), Some(generated)) = (&contents, &generated) {
        compare(contents, generated, project, options, &mut report);
    }
    if report.found.has_errors() {
        report.text.clear();
    }
    report
}

/// Compares the crate with what the specs say, and tells where it differs.
pub(super) fn compare(
    contents: &Contents,
    generated: &Generated,
    project: &Project,
    options: &Options,
    report: &mut Report,
) {
    let location = &generated.location;
    let folder = &location.shown;
    match output::compare(&location.folder, &generated.files, &waits(location, options)) {
        Ok(comparison) => {
            comparison.report(folder, &mut report.sources, &mut report.found);
            let files = summary::counted(comparison.files.len(), "file");
            report.text = format!(
                "`{}` is right, and `{}` is what it says: {}, {files}\n",
                shown::whole(project.shown()),
                shown::whole(folder.as_str()),
                summary::counts(contents)
            );
        }
        Err(error) => error.report(Force::Keep, folder, &mut report.sources, &mut report.found),
    }
}
