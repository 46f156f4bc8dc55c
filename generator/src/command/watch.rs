//! `docwright watch`: generates or checks on every save, and tells what is new.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::io;
use std::time::Duration;

use clap::builder::styling::Style;

use super::arguments::{Format, Options, Watch};
use super::project::Project;
use super::report::Report;
use super::terminal::{self, waits};
use super::{Exit, Outcome, check, generate, summary};
use crate::diagnostic::{self, Severity, shown};
use crate::output::{self, Force};
use crate::pipeline::{self, Contents, Generated};
use crate::watch::{Hearing, Inputs, Known, News, Signals};

/// How often the crate is looked at while something is wrong with it alone.
const CRATE: Duration = Duration::from_secs(2);
/// Paths of changed files that are said; the others are counted.
const MOST_PATHS: usize = 6;
/// What is beside the matter.
const ASIDE: Style = Style::new().dimmed();

/// Runs it, until it is interrupted or nobody reads any more.
pub(super) fn run(arguments: &Watch, options: &Options) -> Outcome {
    let project = match Project::find(options) {
        Ok(project) => project,
        Err(diagnostic) => return Report::of(diagnostic).outcome(options),
    };
    let Err(error) = (Session { arguments, options, project: &project }).run();
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Outcome::fine(String::new());
    }
    Outcome { out: String::new(), err: format!("error: cannot print: {error}\n"), exit: Exit::Failed }
}

struct Session<'a> {
    arguments: &'a Watch,
    options: &'a Options,
    project: &'a Project,
}

/// What a run leaves for the next one.
#[derive(Default)]
struct Before {
    found: Known,
    /// The crate that could not be brought in place, or is not what it should be, and what is wrong with it.
    pending: Option<(Generated, Known)>,
}

impl Session<'_> {
    /// Ends when printing fails.
    fn run(&self) -> io::Result<Infallible> {
        let mut signals = Signals::listen(&self.project.specs, self.arguments.poll);
        let mut inputs = Inputs::look(&self.project.specs);
        let mut before = self.round(None, &Before::default(), &signals)?;
        loop {
            signals.wait(before.pending.as_ref().map(|_| CRATE));
            signals.listen_anew(&self.project.specs);
            let now = Inputs::look(&self.project.specs);
            let changed = now.changed_since(&inputs);
            if !changed.is_empty() || self.crate_changed(&before) {
                let shown = |path: &String| format!("{}/{path}", self.project.shown());
                before = self.round(Some(&changed.iter().map(shown).collect()), &before, &signals)?;
            }
            inputs = now;
        }
    }

    /// One run with its report. Of the first one, nothing is said to have changed.
    fn round(&self, changed: Option<&BTreeSet<String>>, before: &Before, signals: &Signals) -> io::Result<Before> {
        let pipeline::Run { sources, found, contents, generated } =
            pipeline::run(&self.project.specs, &self.project.target(self.arguments.output.as_deref()));
        let mut report = Report { sources, found, ..Report::default() };
        if let (Some(contents), Some(generated)) = (&contents, &generated) {
            report.tell("apis", summary::apis(contents));
            self.settle(contents, generated, &mut report);
        } else if !self.arguments.check {
            report.remark += "Nothing was written.\n";
        }
        let pending = generated.filter(|_| report.found.has_errors()).map(|generated| {
            let standing = self.standing(&generated);
            (generated, standing)
        });
        let found = self.tell(report, changed, &before.found, signals)?;
        Ok(Before { found, pending })
    }

    /// Brings the crate in place, or compares it.
    fn settle(&self, contents: &Contents, generated: &Generated, report: &mut Report) {
        if self.arguments.check {
            check::compare(contents, generated, self.project, self.options, report);
            if report.found.has_errors() {
                report.text.clear();
            }
        } else {
            report.text = summary::read_in_short(self.project.shown(), contents);
            generate::write(generated, Force::Keep, self.options, report);
        }
    }

    /// Whether the crate stands otherwise than after a run that could not settle it.
    fn crate_changed(&self, before: &Before) -> bool {
        before.pending.as_ref().is_some_and(|(generated, standing)| self.standing(generated) != *standing)
    }

    /// What is wrong with the crate.
    fn standing(&self, generated: &Generated) -> Known {
        let mut report = Report::default();
        let location = &generated.location;
        match output::compare(&location.folder, &generated.files, &waits(location, self.options)) {
            Ok(comparison) => comparison.report(&location.shown, &mut report.sources, &mut report.found),
            Err(error) => error.report(Force::Keep, &location.shown, &mut report.sources, &mut report.found),
        }
        Known::of(&report.found, &report.sources)
    }

    /// Prints a report; what it found.
    fn tell(
        &self,
        mut report: Report,
        changed: Option<&BTreeSet<String>>,
        before: &Known,
        signals: &Signals,
    ) -> io::Result<Known> {
        let color = self.options.color;
        let nothing = BTreeSet::new();
        let paths = changed.unwrap_or(&nothing);
        if self.options.format == Format::Json {
            report.tell("changed", paths.iter().map(String::as_str).collect::<Vec<_>>());
            let (_, settled) = report.settled();
            terminal::out(&diagnostic::line(&settled.value()), color)?;
            return Ok(Known::default());
        }
        let (_, settled) = report.settled();
        let found = Known::of(&settled.found, &settled.sources);
        let news = News::of(settled.found, &settled.sources, before, paths);
        terminal::clear()?;
        if changed.is_some() {
            terminal::out(&said_of_changes(paths), color)?;
        }
        let findings = diagnostic::render(&news.shown, &settled.sources, diagnostic::Style::Coloured);
        terminal::err(&(findings + &self.besides(&news) + &settled.remark), color)?;
        terminal::out(&(settled.text + &self.waiting(signals)), color)?;
        Ok(found)
    }

    /// What is not shown.
    fn besides(&self, News { as_before, gone, .. }: &News) -> String {
        let mut text = String::new();
        if !as_before.is_empty() {
            let counts = as_before.iter().map(|(severity, count)| summary::counted(*count, word(*severity)));
            let counts: Vec<String> = counts.collect();
            _ = writeln!(text, "As before: {}; `{}` shows them", counts.join(", "), self.command());
        }
        if *gone > 0 {
            _ = writeln!(text, "No longer found: {gone}");
        }
        text
    }

    /// The command that shows all that is found.
    fn command(&self) -> String {
        let mut command = String::from("docwright check");
        for (name, folder) in [("--specs", &self.options.specs), ("--output", &self.arguments.output)] {
            if let Some(folder) = folder {
                _ = write!(command, " {name} {}", shown::whole(folder.as_str()));
            }
        }
        command
    }

    /// What is waited for, and how to end it.
    fn waiting(&self, signals: &Signals) -> String {
        let specs = shown::whole(self.project.shown());
        let text = match signals.hearing() {
            Hearing::Told => format!("Waiting for changes in `{specs}`"),
            Hearing::Every(every) => {
                format!("Waiting for changes in `{specs}`, looking every {} s", every.as_secs_f64())
            }
            Hearing::Deaf(every, why) => format!(
                "Waiting for changes in `{specs}`, looking every {} s as with `--poll`, since the system cannot tell of them: {}",
                every.as_secs_f64(),
                shown::whole(why)
            ),
        };
        format!("{ASIDE}{text}; Ctrl-C ends it{ASIDE:#}\n")
    }
}

fn said_of_changes(paths: &BTreeSet<String>) -> String {
    let mut names: Vec<String> =
        paths.iter().take(MOST_PATHS).map(|path| format!("`{}`", shown::whole(path))).collect();
    match paths.len() {
        0 => names.push("the crate".to_owned()),
        count if count > MOST_PATHS => names.push(format!("{} more", count - MOST_PATHS)),
        _ => {}
    }
    format!("{ASIDE}Changed: {}{ASIDE:#}\n", names.join(", "))
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
