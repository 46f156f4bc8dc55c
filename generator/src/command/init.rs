//! `docwright init`: a new project, in a folder of its own or within a cargo workspace.

use std::fmt::Write as _;
use std::{fs, io};

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::{Value, json};

use super::arguments::{Init, Options};
use super::report::Report;
use super::{Outcome, project};
use crate::diagnostic::shown;
use crate::disk::together::{self, Change, NotWritten, Place};
use crate::model;
use crate::scaffold::{self, Membership, NewFile, Project};
use crate::spec;

/// The API of a project that names none.
const API: &str = "example";
/// The folder of the crate.
const CRATE: &str = "generated";
/// The manifest of a workspace.
const WORKSPACE: &str = "Cargo.toml";

/// Runs it.
pub(super) fn run(arguments: &Init, options: &Options) -> Outcome {
    match init(arguments, options) {
        Ok(report) => report.outcome(options),
        Err(refused) => refused,
    }
}

fn init(arguments: &Init, options: &Options) -> Result<Report, Outcome> {
    if options.specs.is_some() {
        return Err(Outcome::refused(
            "`init` takes no `--specs`",
            "name the folder of the project: `docwright init DIR`",
        ));
    }
    let current = project::current().map_err(|diagnostic| Report::of(diagnostic).outcome(options))?;
    let given = arguments.folder.as_deref().unwrap_or(Utf8Path::new("."));
    let folder = plain(&current.join(given));
    if let Some(specs) = spec::find(&folder) {
        return Err(Outcome::refused(
            &format!("`{specs}` is a project already"),
            "`docwright new API/ENDPOINT` adds an endpoint to it",
        ));
    }
    let api = arguments.api.as_deref().unwrap_or(API);
    check_name(api)?;
    let name = match &arguments.name {
        Some(name) => name.clone(),
        None => scaffold::crate_name_for(folder.file_name().unwrap_or_default()),
    };
    if let Err(why) = model::crate_name(&name) {
        let title = format!("`{}` cannot be the name of a crate: {why}", name.escape_debug());
        return Err(Outcome::refused(&title, "`--name` takes letters, digits, `-` and `_`: `acme-clients`"));
    }
    let crate_folder = folder.join(CRATE);
    if is_occupied(&crate_folder).map_err(|error| cannot("read", &crate_folder, &error))? {
        let title = format!("`{CRATE}` is the folder of the crate to come, and something stands in it");
        return Err(Outcome::refused(&title, "move it, or begin in another folder: `docwright init DIR`"));
    }
    let membership = scaffold::join(&crate_folder).map_err(|(path, error)| cannot("read", &path, &error))?;
    let written = write(&folder, Project { crate_name: &name, api }, &membership)?;
    Ok(report(&written, &membership, given, Project { crate_name: &name, api }))
}

/// Whether a name can be that of an API or endpoint.
pub(super) fn check_name(name: &str) -> Result<(), Outcome> {
    let shown = name.escape_debug();
    if !spec::is_name(name) {
        let title = format!("`{shown}` cannot be the name of an API or an endpoint");
        return Err(Outcome::refused(
            &title,
            "a name is made of lower-case words and digits, joined by `_`: `acme_chat`",
        ));
    }
    spec::unusable(name).map_or(Ok(()), |why| {
        let title = format!("`{shown}` cannot be a name on every system: {why}");
        Err(Outcome::refused(&title, "choose another name, with a word more or some letters less"))
    })
}

/// Files that were written, and those that were there.
struct Written {
    files: Vec<String>,
    kept: Vec<String>,
}

fn write(folder: &Utf8Path, of: Project<'_>, membership: &Membership) -> Result<Written, Outcome> {
    let files = scaffold::project(of);
    let (mut new, mut kept) = (files.specs, Vec::new());
    if matches!(membership, Membership::NoWorkspace) {
        new.push(files.workspace);
        for file in files.around {
            if folder.join(&file.path).exists() { kept.push(file.path) } else { new.push(file) }
        }
    }
    // What makes a workspace and then a project of the folder comes last: where a run dies before, the next completes it.
    let rank = |file: &NewFile| match file.path.as_str() {
        WORKSPACE => 1,
        path if path.ends_with(spec::PROJECT_FILE) => 2,
        _ => 0,
    };
    let mut changes: Vec<_> = new.iter().map(|file| (rank(file), Change::new(folder, file))).collect();
    if let Membership::Changed { manifest, text, .. } = membership {
        let root = manifest.parent().unwrap_or(folder);
        changes.push((1, Change { root, path: WORKSPACE.into(), text, place: Place::FreeOrFile }));
    }
    changes.sort_by_key(|(rank, _)| *rank);
    let changes: Vec<_> = changes.into_iter().map(|(_, change)| change).collect();
    together::write(&changes).map_err(not_written)?;
    Ok(Written { files: new.into_iter().map(|file| file.path).collect(), kept })
}

/// That nothing was written, and why.
pub(super) fn not_written(refused: NotWritten) -> Outcome {
    let (title, tip) = match refused {
        NotWritten::Exists(path) => {
            (format!("`{path}` is there already"), "nothing was written; move it, or choose another name")
        }
        NotWritten::Link(path) => {
            (format!("`{path}` is a link"), "nothing was written: docwright writes through no link")
        }
        NotWritten::Changed(path) => (format!("`{path}` was changed meanwhile"), "nothing was written; try again"),
        NotWritten::Io(path, error) => (format!("cannot write `{path}`: {error}"), "nothing was written"),
    };
    Outcome::refused(&title, tip)
}

fn cannot(verb: &str, path: &Utf8Path, error: &io::Error) -> Outcome {
    Outcome::refused(&format!("cannot {verb} `{path}`: {error}"), "see to it that it can be read and written")
}

fn report(written: &Written, membership: &Membership, given: &Utf8Path, of: Project<'_>) -> Report {
    let mut text = format!("Made a project of `{}`, for the crate `{}`\n", shown::whole(given.as_str()), of.crate_name);
    for path in written.files.iter().filter(|path| !path.starts_with("specs/.schema/")) {
        _ = writeln!(text, "    created {path}");
    }
    _ = writeln!(text, "    created specs/.schema/ for editors");
    for path in &written.kept {
        _ = writeln!(text, "    kept {path}, which was there");
    }
    let mut by_hand = Value::Null;
    match membership {
        Membership::NoWorkspace => {}
        Membership::Settled(manifest) => _ = writeln!(text, "    left {manifest} as it is, which knows of `{CRATE}`"),
        Membership::Changed { manifest, member, .. } => {
            _ = writeln!(text, "    changed {manifest}: `{member}` is a member of the workspace");
        }
        Membership::ByHand { manifest, line } => {
            by_hand = json!({ "manifest": manifest.as_str(), "line": line });
            _ = writeln!(text, "\n{manifest} could not be changed safely. Write into it:\n\n{line}");
        }
    }
    text.push_str("\nNext:\n");
    let steps = next(given, of);
    let width = steps.iter().map(|(command, _)| command.len()).max().unwrap_or_default();
    for (command, what) in &steps {
        _ = writeln!(text, "    {command:width$}  {what}");
    }
    let mut report = Report { text, ..Report::default() };
    report.tell("crate", of.crate_name);
    report.tell("created", written.files.clone());
    report.tell("kept", written.kept.clone());
    report.tell("by_hand", by_hand);
    report.tell("next", steps.into_iter().map(|(command, _)| command).collect::<Vec<_>>());
    report
}

/// What to do next, and what that does.
fn next(given: &Utf8Path, of: Project<'_>) -> Vec<(String, &'static str)> {
    let mut steps = vec![
        ("docwright".to_owned(), "write the crate"),
        (format!("cargo test -p {} --all-features", of.crate_name), "run the samples of the specs"),
        (format!("docwright new {}/ENDPOINT", of.api), "begin the next endpoint"),
    ];
    if given != "." {
        steps.insert(0, (format!("cd {given}"), "go there"));
    }
    steps
}

/// Whether something stands in a folder.
fn is_occupied(folder: &Utf8Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_some()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(true),
        Err(error) => Err(error),
    }
}

/// The path without `.` and `..`.
fn plain(path: &Utf8Path) -> Utf8PathBuf {
    let mut plain = Utf8PathBuf::new();
    for component in path.components() {
        match component.as_str() {
            "." => {}
            ".." => _ = plain.pop(),
            _ => plain.push(component),
        }
    }
    plain
}
