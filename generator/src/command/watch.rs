//! `docwright watch`: generates or checks on every save, and tells what is new.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::io;
use std::time::{Duration, Instant};

use clap::builder::styling::Style;

use super::arguments::{Format, Options, Watch};
use super::project::Project;
use super::report::Report;
use super::terminal;
use super::{Exit, Outcome, check, generate, summary};
use crate::diagnostic::{self, Severity, shown};
use crate::output::Force;
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
        Err(lost) if options.format == Format::Json => {
            let (exit, settled) = Report::of(lost).settled();
            return Outcome { out: diagnostic::line(&settled.value()), err: String::new(), exit };
        }
        Err(lost) => return Report::of(lost).outcome(options),
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
    pending: Option<Pending>,
}

/// A crate that could not be brought in place, or is not what it should be.
struct Pending {
    contents: Contents,
    generated: Generated,
    /// What is wrong with it.
    found: Known,
    /// When that was found.
    tried: Instant,
}

/// Why there is a run.
enum Cause<'a> {
    Start,
    /// Paths of specs that changed.
    Specs(&'a BTreeSet<String>),
    /// The crate could be settled, or something else is wrong with it: what came of that.
    Crate(Report),
}

impl Session<'_> {
    /// Ends when printing fails.
    fn run(&self) -> io::Result<Infallible> {
        let mut signals = Signals::listen(&self.project.specs, self.arguments.poll);
        let mut inputs = Inputs::look(&self.project.specs);
        let mut before = self.round(Cause::Start, &Before::default(), &signals)?;
        loop {
            signals.wait(before.pending.as_ref().map(|_| CRATE));
            signals.listen_anew(&self.project.specs);
            let now = Inputs::look(&self.project.specs);
            let changed = now.changed_since(&inputs);
            if !changed.is_empty() {
                let shown = |path: &String| format!("{}/{path}", self.project.shown());
                before = self.round(Cause::Specs(&changed.iter().map(shown).collect()), &before, &signals)?;
            } else if let Some(report) = before.pending.as_mut().and_then(|pending| self.try_again(pending)) {
                before = self.round(Cause::Crate(report), &before, &signals)?;
            }
            inputs = now;
        }
    }

    /// One run with its report.
    fn round(&self, cause: Cause<'_>, before: &Before, signals: &Signals) -> io::Result<Before> {
        let pipeline::Run { sources, found, contents, generated } =
            pipeline::run(&self.project.specs, &self.project.target(self.arguments.output.as_deref()));
        let mut report = Report { sources, found, ..Report::default() };
        let of_specs = report.found.iter().count();
        let mut pending = None;
        if let (Some(contents), Some(generated)) = (contents, generated) {
            self.settle(&contents, &generated, &mut report);
            let found = Known::of(report.found.iter().skip(of_specs), &report.sources);
            pending = report.found.has_errors().then(|| Pending { contents, generated, found, tried: Instant::now() });
        } else if !self.arguments.check {
            report.remark += "Nothing was written.\n";
        }
        let nothing = BTreeSet::new();
        let changed = match cause {
            Cause::Start => None,
            Cause::Specs(paths) => Some(paths),
            Cause::Crate(earlier) => {
                // What was written then is what there is to say.
                if !report.found.has_errors() {
                    report.text = earlier.text;
                    report.members = earlier.members;
                }
                Some(&nothing)
            }
        };
        let found = self.tell(report, changed, &before.found, signals)?;
        Ok(Before { found, pending })
    }

    /// Brings the crate in place, or compares it.
    fn settle(&self, contents: &Contents, generated: &Generated, report: &mut Report) {
        report.tell("apis", summary::apis(contents));
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

    /// Settles the crate of an earlier run, if that is due; what came of it, unless that is the same as then.
    fn try_again(&self, pending: &mut Pending) -> Option<Report> {
        if pending.tried.elapsed() < CRATE {
            return None;
        }
        let mut report = Report::default();
        self.settle(&pending.contents, &pending.generated, &mut report);
        pending.tried = Instant::now();
        (Known::of(&report.found, &report.sources) != pending.found).then_some(report)
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
