//! The arguments of the program.

use std::ffi::OsString;
use std::time::Duration;

use camino::Utf8PathBuf;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::report;

const EXAMPLES: &str = "\
Examples:
  docwright init                  make a project of this folder, with an endpoint to start from
  docwright                       read specs/, write the crate that they describe
  docwright generate --dry-run    show what that would change
  docwright check                 are the specs right, and is the crate what they say?
  docwright watch                 generate on every save, and tell what is new
  docwright diff main             what the specs change, on the wire and in the crate
  docwright fmt                   bring the specs into the one canonical form
  docwright lint                  what would a careful reviewer ask of them?
  docwright list                  all endpoints, with what is corrected or unclear
  docwright show pland/send_note  one of them: its messages, its call, and where each fact comes from
  docwright explain unknown-key   tell more of a message

Exit codes: 0 fine (warnings too), 1 findings in specs or crate, 2 could not do its work.";

const GENERATE_EXAMPLES: &str = "\
Examples:
  docwright generate
  docwright generate --dry-run | less
  docwright generate --output ../trial";

const CHECK_EXAMPLES: &str = "\
Examples:
  docwright check
  docwright check --fix --dry-run
  docwright check --format json --specs apis/specs
  docwright check --format html > report.html
  docwright check --output ../trial";

const WATCH_EXAMPLES: &str = "\
Examples:
  docwright watch
  docwright watch --check          write nothing
  docwright watch --poll=5         on a network mount: look every five seconds
  docwright watch --format json    for an editor: a line for each run";

const DIFF_EXAMPLES: &str = "\
Examples:
  docwright diff main                     what the specs as they are change since main
  docwright diff v1.2 HEAD                between two revisions
  docwright diff HEAD~3:specs             where the specs stood in that folder
  docwright diff old/specs new/specs      between two folders
  docwright diff v1.2 --changelog >> notes.md";

const ACCEPT_EXAMPLES: &str = "\
Examples:
  docwright accept 3f2a9c41d07be856 --reason 'The page never had this field; nobody could send it.'
  docwright accept 3f2a --against v1.2 --reason 'Agreed with all who call it.'";

const FMT_EXAMPLES: &str = "\
Examples:
  docwright fmt
  docwright fmt specs/acme_chat/send_note.yaml
  docwright fmt --check
  docwright fmt --stdin --stdin-path specs/acme_chat/api.yaml < api.yaml";

const LINT_EXAMPLES: &str = "\
Examples:
  docwright lint
  docwright lint --fix --dry-run   what could be mended without a person
  docwright lint --deny-warnings   in continuous integration: what is asked must be answered
  docwright explain no-example     why a lint asks, and what answers it";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  docwright explain crate-edited
  docwright explain --all > diagnostics.md";

const INIT_EXAMPLES: &str = "\
Examples:
  docwright init
  docwright init acme --name acme-clients --api acme_chat
  docwright init && docwright && cargo test --all-features";

const NEW_EXAMPLES: &str = "\
Examples:
  docwright new acme_chat/send_note --page https://example.com/docs/notes --method POST --path /chats/{chat_id}/notes
  docwright new acme_chat/send_note --curl sample.txt
  xclip -o | docwright new acme_chat/send_note --curl -";

const LIST_EXAMPLES: &str = "\
Examples:
  docwright list
  docwright list --format json | jq -r '.apis[].endpoints[] | select(.doubts > 0) | .path'";

const LANGUAGE_EXAMPLES: &str = "\
Examples:
  docwright language | less
  docwright language > language.md";

const SHOW_EXAMPLES: &str = "\
Examples:
  docwright show omnidesk/create_message
  docwright show omnidesk/create_message --format curl
  docwright show omnidesk/create_message --format yaml | less
  docwright show omnidesk                                      the endpoints of an API";

const SCHEMA_EXAMPLES: &str = "\
Examples:
  docwright schema

An editor with a YAML language server finds a file's schema by the first line of the file:
  # yaml-language-server: $schema=../.schema/endpoint.json";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  docwright completions bash > ~/.local/share/bash-completion/completions/docwright
  docwright completions fish > ~/.config/fish/completions/docwright.fish";

const MAN_EXAMPLES: &str = "\
Examples:
  docwright man | man -l -
  docwright man ~/.local/share/man/man1";

/// Turns what an HTTP API's documentation page says into Rust that can be trusted.
///
/// Short YAML files, one per endpoint, become a checked-in crate with a typed client and validators. Without a command,
/// docwright generates.
#[derive(Debug, Parser)]
#[command(name = "docwright", bin_name = "docwright", version, after_help = EXAMPLES)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) options: Options,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options of every command")]
pub(super) struct Options {
    /// The folder with docwright.yaml [default: `specs`, in the current folder or the nearest one above it]
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) specs: Option<Utf8PathBuf>,
    /// For people, or one JSON document on standard output
    #[arg(long, global = true, value_parser = formats(&FORMATS), default_value = "human", value_name = "FORMAT")]
    pub(super) format: Format,
    /// When to use colours; `auto`: on a terminal, unless `NO_COLOR` is set
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub(super) color: Color,
}

/// What is printed, and for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Human,
    Json,
    /// One of the pieces that `show` has, alone.
    Only(Piece),
    /// A format for those who review what was found.
    Review(report::Format),
}

/// A piece of what `show` has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Yaml,
    Http,
    Curl,
    Rust,
}

/// The formats of every command.
const FORMATS: [(&str, Format); 2] = [("human", Format::Human), ("json", Format::Json)];

/// The formats of commands that find something to review.
const REVIEW_FORMATS: [(&str, Format); 6] = [
    ("human", Format::Human),
    ("json", Format::Json),
    ("sarif", Format::Review(report::Format::Sarif)),
    ("github", Format::Review(report::Format::Github)),
    ("markdown", Format::Review(report::Format::Markdown)),
    ("html", Format::Review(report::Format::Html)),
];

/// The formats of `show`.
const SHOW_FORMATS: [(&str, Format); 6] = [
    ("human", Format::Human),
    ("yaml", Format::Only(Piece::Yaml)),
    ("json", Format::Json),
    ("http", Format::Only(Piece::Http)),
    ("curl", Format::Only(Piece::Curl)),
    ("rust", Format::Only(Piece::Rust)),
];

fn formats(formats: &'static [(&'static str, Format)]) -> impl TypedValueParser<Value = Format> {
    let parser = PossibleValuesParser::new(formats.iter().map(|(name, _)| *name));
    parser.map(|text| formats.iter().find(|(name, _)| *name == text).map_or(Format::Human, |(_, format)| *format))
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make a project: specs with one endpoint to start from, in a folder of its own or within a cargo workspace
    ///
    /// A folder without a `Cargo.toml` in it or above it becomes a workspace, with `.gitignore`, README and a workflow for
    /// continuous integration. Elsewhere the crate becomes a member of the workspace or package that is there. No file that
    /// exists is overwritten, and nothing is written where something stands in the way.
    #[command(after_help = INIT_EXAMPLES)]
    Init(Init),
    /// Begin an endpoint: a skeleton with comments, filled from a curl command where there is one
    ///
    /// What a curl command shows is written as inferred: method, path with its variables, query, headers, and the fields of
    /// the body with the types that its values suggest. Where a credential goes is written, and never what it is. What a
    /// person must decide is said, and then the exit code is 1. An API that is not there yet is begun too.
    #[command(after_help = NEW_EXAMPLES)]
    New(New),
    /// Write the crate that the specs describe (the default)
    ///
    /// Files that are right already keep their time stamps, and those that nobody generates any more go. Where a file was
    /// edited by hand, or is not docwright's, nothing is written.
    #[command(after_help = GENERATE_EXAMPLES)]
    Generate(Generate),
    /// Check the specs and their examples, and that the crate is exactly what they say
    ///
    /// Writes nothing, unless specs are to be mended. A file of the crate that is stale, missing, edited by hand or no longer
    /// generated is a finding.
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Generate on every save of a spec, and tell what is new
    ///
    /// The first run tells all that is found; each later one what is new, and what is found in files that changed. The rest
    /// is counted. The screen is cleared before each; where the output is no terminal, the runs follow each other. Ctrl-C
    /// ends it at any time: a run that it interrupts is completed by the next one.
    #[command(after_help = WATCH_EXAMPLES)]
    Watch(Watch),
    /// Compare the specs with those of another time: what is different on the wire, in the crate, and when code runs
    ///
    /// OLD and NEW are folders of specs, or revisions of git, which are read without touching the work tree; a folder that is
    /// there wins. Without NEW, the specs are compared as they are. Each change is one finding: what it does to requests and
    /// answers, which public items of the crate differ with it, and whether code that compiles does something else. The exit
    /// code is 1 where something breaks that nobody accepted.
    #[command(after_help = DIFF_EXAMPLES)]
    Diff(Diff),
    /// Accept a change that breaks something: its mark and the reason are recorded in docwright.yaml
    ///
    /// It holds for exactly that change: rule, place, old and new value. Once it is of no change any more, it is an error;
    /// what older specs accepted already is history.
    #[command(after_help = ACCEPT_EXAMPLES)]
    Accept(Accept),
    /// Bring specs into the one canonical form: keys in the order of the language, one way to quote and to break lines
    ///
    /// What they say stays the same, and comments stay with what they are about. The order of fields, of examples and of
    /// lists is the page's, and samples are kept to the letter. A file that is no YAML is told and left as it is; the
    /// others are written together or not at all.
    #[command(after_help = FMT_EXAMPLES)]
    Fmt(Fmt),
    /// Ask of the specs what a careful reviewer would ask
    ///
    /// What is asked is a warning, unless `lint` in docwright.yaml says otherwise; `allow` in a spec answers it for one place,
    /// with the reason. Mistakes in the specs are told too, as `check` does. `SOURCE_DATE_EPOCH`, in seconds since 1970,
    /// stands for today.
    #[command(after_help = LINT_EXAMPLES)]
    Lint(Lint),
    /// Tell what a diagnostic means and what to do about it
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(Explain),
    /// List all endpoints: method, path, page, when it was last seen, and how much of it is corrected or unclear
    ///
    /// Corrections are facts that a better source states or a sample suggests; doubts are what nobody knows. The crate's
    /// CORRECTIONS.md has each of them. What the endpoints of an API share stands in a line of its own.
    #[command(after_help = LIST_EXAMPLES)]
    List,
    /// Print the language of specs as a page of Markdown: every key, type and rule, with fragments
    #[command(after_help = LANGUAGE_EXAMPLES)]
    Language,
    /// Show an endpoint: the messages of its example, a command of curl, the call in Rust, each fact with its source
    ///
    /// The request is what the generated client sends, save what its HTTP library adds of its own; a secret stands as
    /// `<name>`, in a command of curl as a variable of the shell. Where the page has no example, values are made up.
    #[command(after_help = SHOW_EXAMPLES)]
    Show(Show),
    /// Write the JSON Schemas of the specs, for editors
    ///
    /// They stand in `.schema/` beside docwright.yaml, and are to be checked in.
    #[command(after_help = SCHEMA_EXAMPLES)]
    Schema,
    /// Print what a shell needs to complete commands and options
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions(Completions),
    /// Print the manual page, or write that of each command to a folder
    #[command(after_help = MAN_EXAMPLES)]
    Man(Man),
}

impl Default for Command {
    fn default() -> Self {
        Self::Generate(Generate::default())
    }
}

#[derive(Debug, Default, Args)]
pub(super) struct Generate {
    /// Write the crate to this folder instead of the one that docwright.yaml names
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<Utf8PathBuf>,
    /// Overwrite files that were edited by hand, or that stand where a generated file goes
    #[arg(long)]
    pub(super) force: bool,
    /// Write nothing, and show as a unified diff what would change
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder of the project; it is made if it is not there [default: the current folder]
    #[arg(value_name = "DIR")]
    pub(super) folder: Option<Utf8PathBuf>,
    /// The name of the crate to write [default: that of the folder, with `-clients` behind it]
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    /// The name of the first API, in words joined by `_` [default: example]
    #[arg(long, value_name = "API")]
    pub(super) api: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct New {
    /// The endpoint with its API, in words joined by `_`: `acme_chat/send_note`
    #[arg(value_name = "API/ENDPOINT")]
    pub(super) endpoint: String,
    /// A file with a curl command, as pages and browsers give it, or `-` for standard input
    #[arg(long, value_name = "FILE")]
    pub(super) curl: Option<Utf8PathBuf>,
    /// The address of the page that is transcribed
    #[arg(long, value_name = "URL")]
    pub(super) page: Option<String>,
    /// The method, such as POST [default: that of the curl command]
    #[arg(long, value_name = "METHOD")]
    pub(super) method: Option<String>,
    /// The path below the server, with its variables in braces [default: that of the curl command]
    #[arg(long, value_name = "PATH")]
    pub(super) path: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// Compare with the crate in this folder instead of the one that docwright.yaml names
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<Utf8PathBuf>,
    #[command(flatten)]
    pub(super) fix: Fix,
    #[command(flatten)]
    pub(super) review: Review,
}

#[derive(Debug, Args)]
pub(super) struct Watch {
    /// Write the crate to this folder instead of the one that docwright.yaml names, or compare with it
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<Utf8PathBuf>,
    /// Write nothing: check the specs, and compare the crate with what they say
    #[arg(long)]
    pub(super) check: bool,
    /// Look every so many seconds, 1 if none are named, where the file system does not tell of changes: on a network
    /// mount, or one of a container
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, require_equals = true, default_missing_value = "1", value_parser = seconds)]
    pub(super) poll: Option<Duration>,
}

/// A time that people wait for.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().filter(|seconds| (0.1..=3600.0).contains(seconds));
    seconds.map(Duration::from_secs_f64).ok_or_else(|| "a number of seconds from 0.1 to 3600".to_owned())
}

/// What commands take that find something to review; in place of the format of every command.
#[derive(Debug, Args)]
pub(super) struct Review {
    /// For people; one JSON document; SARIF for code scanning; annotations of GitHub; the comment of a pull request; a page
    /// for a browser
    #[arg(long, value_parser = formats(&REVIEW_FORMATS), default_value = "human", value_name = "FORMAT")]
    pub(super) format: Format,
}

#[derive(Debug, Args)]
pub(super) struct Diff {
    /// The old specs: a folder, a revision of git, or `REVISION:FOLDER`
    #[arg(value_name = "OLD")]
    pub(super) old: String,
    /// The new specs [default: those of the project, as they are]
    #[arg(value_name = "NEW")]
    pub(super) new: Option<String>,
    /// Print the changes as a section of a changelog, in Markdown
    #[arg(long)]
    pub(super) changelog: bool,
    #[command(flatten)]
    pub(super) review: Review,
}

#[derive(Debug, Args)]
pub(super) struct Accept {
    /// The mark of the change, as `docwright diff` shows it, or its beginning
    #[arg(value_name = "FINGERPRINT")]
    pub(super) fingerprint: String,
    /// Why the change is accepted, for those who come later
    #[arg(long, value_name = "TEXT")]
    pub(super) reason: String,
    /// The old specs, as `docwright diff` takes them
    #[arg(long, value_name = "OLD", default_value = super::diff::DEFAULT_OLD)]
    pub(super) against: String,
}

#[derive(Debug, Args)]
pub(super) struct Fmt {
    /// Specs to write; a file's name says what kind of spec it is [default: all of the project]
    #[arg(value_name = "FILE", conflicts_with = "stdin")]
    pub(super) files: Vec<Utf8PathBuf>,
    /// Write nothing, and show as a unified diff what would change; the exit code is 1 where something would
    #[arg(long)]
    pub(super) check: bool,
    /// Read one spec from standard input, and write it to standard output
    #[arg(long, requires = "stdin_path")]
    pub(super) stdin: bool,
    /// The path that the spec of standard input has, or would have
    #[arg(long, requires = "stdin", value_name = "FILE")]
    pub(super) stdin_path: Option<Utf8PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Lint {
    /// Weigh warnings as errors, so that the exit code is 1 where anything is asked
    #[arg(long)]
    pub(super) deny_warnings: bool,
    #[command(flatten)]
    pub(super) fix: Fix,
    #[command(flatten)]
    pub(super) review: Review,
}

/// Whether specs are mended.
#[derive(Debug, Args)]
pub(super) struct Fix {
    /// Write to the specs what messages most likely mean, where that is sure; what is left is told
    ///
    /// Comments and layout stay. A file that would have more errors than before is left as it is.
    #[arg(long)]
    pub(super) fix: bool,
    /// With `--fix`: write nothing, and show as a unified diff what would change
    #[arg(long, requires = "fix")]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// Ids of diagnostics, as they stand between brackets: error[unknown-key]
    #[arg(value_name = "ID", conflicts_with = "all")]
    pub(super) ids: Vec<String>,
    /// Explain every diagnostic, as one page of Markdown
    #[arg(long)]
    pub(super) all: bool,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    /// The endpoint, as `docwright list` has it; of an API alone, its endpoints are listed
    #[arg(value_name = "API/ENDPOINT")]
    pub(super) endpoint: String,
    /// The page's example to show, instead of the first
    #[arg(long, value_name = "NAME")]
    pub(super) example: Option<String>,
    /// All of it for people, or one piece of it: the facts as YAML or JSON, the request as it goes over the wire, a command
    /// of curl, the call in Rust
    #[arg(long, value_parser = formats(&SHOW_FORMATS), default_value = "human", value_name = "FORMAT")]
    pub(super) format: Format,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub(super) shell: Shell,
}

#[derive(Debug, Args)]
pub(super) struct Man {
    /// The folder to write the pages of all commands to; it is made if it is not there
    #[arg(value_name = "DIR")]
    pub(super) folder: Option<Utf8PathBuf>,
}

/// The program with all that it takes, for texts about it.
pub(super) fn program() -> clap::Command {
    Cli::command()
}

/// Reads the arguments. Options of `generate` may stand without its name.
pub(super) fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    let arguments = &help_behind(arguments);
    match Cli::try_parse_from(arguments) {
        Err(error) if error.kind() == ErrorKind::UnknownArgument && !names_a_command(arguments) => {
            let (program, rest) = arguments.split_at(arguments.len().min(1));
            let generate = OsString::from("generate");
            Cli::try_parse_from(program.iter().chain([&generate]).chain(rest))
        }
        result => result,
    }
}

/// The arguments, `help COMMAND` as `COMMAND --help`: a typo in the command is then answered as everywhere, and `help
/// --help` is one.
fn help_behind(arguments: &[OsString]) -> Vec<OsString> {
    match arguments {
        [program, help, rest @ ..] if help == "help" => {
            let named = rest.iter().filter(|argument| !matches!(argument.to_str(), Some("help" | "--help" | "-h")));
            [program].into_iter().chain(named).cloned().chain([OsString::from("--help")]).collect()
        }
        all => all.to_vec(),
    }
}

fn names_a_command(arguments: &[OsString]) -> bool {
    let cli = Cli::command();
    arguments.iter().skip(1).any(|argument| cli.get_subcommands().any(|command| argument == command.get_name()))
}

impl Color {
    /// The colours that a call asks for that cannot be read otherwise.
    pub(super) fn asked_for(arguments: &[OsString]) -> Self {
        let mut texts = arguments.iter().filter_map(|argument| argument.to_str());
        while let Some(text) = texts.next() {
            let when = if text == "--color" { texts.next() } else { text.strip_prefix("--color=") };
            if let Some(when) = when {
                return Self::from_str(when, false).unwrap_or_default();
            }
        }
        Self::default()
    }
}
