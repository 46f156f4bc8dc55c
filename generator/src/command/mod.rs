//! The commands, a file each: arguments in, texts and an exit code out.
//!
//! A command prints nothing itself. It returns an `Outcome`, which [`run`] prints, so that colours, closed pipes and exit
//! codes are settled in one place. Only `watch`, which does not end by itself, prints as it goes on.

mod accept;
mod arguments;
mod check;
mod completions;
mod diff;
mod explain;
mod fix;
mod fmt;
mod generate;
mod init;
mod language;
mod lint;
mod list;
mod man;
mod new;
mod patch;
mod project;
mod report;
mod schema;
mod show;
mod summary;
mod table;
mod terminal;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use arguments::{Cli, Color, Command};

use crate::diagnostic::shown;

/// How a run ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// All is well; warnings may have been said. Exit code 0.
    #[default]
    Fine,
    /// There are errors in the specs, or the crate is not what they say. Exit code 1.
    Findings,
    /// The work could not be done: the disk refused, or the call was not understood. Exit code 2.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Fine => Self::SUCCESS,
            Exit::Findings => Self::from(1),
            Exit::Failed => Self::from(2),
        }
    }
}

/// What a command has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Outcome {
    /// The result, for standard output: text with colours, or JSON.
    out: String,
    /// What is said about the run, for standard error: text with colours.
    err: String,
    exit: Exit,
}

impl Outcome {
    /// A result without remarks.
    fn fine(out: String) -> Self {
        Self { out, err: String::new(), exit: Exit::Fine }
    }

    /// Nothing was done, and why; with the way out.
    fn refused(title: &str, tip: &str) -> Self {
        let err = format!("error: {}\n\n  tip: {}\n", shown::whole(title), shown::whole(tip));
        Self { out: String::new(), err, exit: Exit::Failed }
    }
}

/// Runs docwright with the arguments of a process, the program's name first, and prints what it says.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    match arguments::parse(&arguments) {
        Ok(cli) => {
            let color = cli.options.color;
            terminal::print(&execute(cli), color)
        }
        Err(error) => {
            let text = error.render().ansi().to_string();
            let outcome = if error.use_stderr() {
                Outcome { out: String::new(), err: text, exit: Exit::Failed }
            } else {
                Outcome::fine(text)
            };
            terminal::print(&outcome, Color::asked_for(&arguments))
        }
    }
}

fn execute(cli: Cli) -> Outcome {
    let Cli { options, command } = cli;
    match command.unwrap_or_default() {
        Command::Generate(arguments) => generate::run(&arguments, &options),
        Command::Check(arguments) => check::run(&arguments, &options),
        Command::Diff(arguments) => diff::run(&arguments, &options),
        Command::Accept(arguments) => accept::run(&arguments, &options),
        Command::Lint(arguments) => lint::run(&arguments, &options),
        Command::Explain(arguments) => explain::run(&arguments, &options),
        Command::Fmt(arguments) => fmt::run(&arguments, &options),
        Command::Init(arguments) => init::run(&arguments, &options),
        Command::New(arguments) => new::run(&arguments, &options),
        Command::Language => language::run(),
        Command::List => list::run(&options),
        Command::Completions(arguments) => completions::run(&arguments, &options),
        Command::Man(arguments) => man::run(&arguments, &options),
        Command::Schema => schema::run(&options),
        Command::Show(arguments) => show::run(&arguments, &options),
        Command::Watch(arguments) => watch::run(&arguments, &options),
    }
}
