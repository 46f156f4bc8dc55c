//! `docwright generate`: the crate that the specs describe, written or shown.

use serde_json::Value;

use super::arguments::{Generate, Options};
use super::project::Project;
use super::report::Report;
use super::terminal::waits;
use super::{Outcome, patch, summary};
use crate::diagnostic::shown;
use crate::output::{self, Force, OutputError, Written};
use crate::pipeline::{self, Generated};

/// Runs it.
pub(super) fn run(arguments: &Generate, options: &Options) -> Outcome {
    match Project::find(options) {
        Ok(project) => generate(arguments, &project, options),
        Err(diagnostic) => Report::of(diagnostic),
    }
    .outcome(options)
}

fn generate(arguments: &Generate, project: &Project, options: &Options) -> Report {
    let target = project.target(arguments.output.as_deref());
    let pipeline::Run { sources, found, contents, generated } = pipeline::run(&project.specs, &target);
    let mut report = Report { sources, found, ..Report::default() };
    if let (Some(contents), Some(generated)) = (contents, generated) {
        report.text = summary::read(project.shown(), &contents);
        report.tell("apis", summary::apis(&contents));
        let force = if arguments.force { Force::Overwrite } else { Force::Keep };
        if arguments.dry_run {
            show(&generated, force, options, &mut report);
        } else {
            write(&generated, force, options, &mut report);
        }
    }
    report
}

/// Writes the crate, and says so or why not.
pub(super) fn write(generated: &Generated, force: Force, options: &Options, report: &mut Report) {
    let location = &generated.location;
    match output::write(&location.folder, &generated.files, force, &waits(location, options)) {
        Ok(written) => {
            report.text += &summary::written("Wrote", &location.shown, &written);
            report.tell("written", summary::written_json(&location.shown, &written));
        }
        Err(error) => {
            error.report(force, &location.shown, &mut report.sources, &mut report.found);
            report.text.clear();
            if matches!(error, OutputError::Refused(_)) {
                report.remark = format!("Nothing was written to `{}`.\n", shown::whole(location.shown.as_str()));
            }
            report.tell("written", Value::Null);
        }
    }
}

/// The diff goes to standard output alone, so that it can be applied; what would be done, to standard error.
fn show(generated: &Generated, force: Force, options: &Options, report: &mut Report) {
    let location = &generated.location;
    match output::compare(&location.folder, &generated.files, &waits(location, options)) {
        Ok(comparison) => {
            let would_write = Written::of(&comparison);
            report.remark =
                std::mem::take(&mut report.text) + &summary::written("Would write", &location.shown, &would_write);
            report.text = patch::coloured(&patch::plain(&comparison, &location.shown));
            report.tell("would_write", summary::written_json(&location.shown, &would_write));
            report.tell("diff", patch::plain(&comparison, &location.shown));
            if comparison.is_refused(force) {
                OutputError::Refused(comparison).report(force, &location.shown, &mut report.sources, &mut report.found);
            }
        }
        Err(error) => error.report(force, &location.shown, &mut report.sources, &mut report.found),
    }
}
