//! `docwright fmt`: specs in the one canonical form, written or shown.

use std::fmt::Write as _;
use std::io;

use camino::{Utf8Path, Utf8PathBuf, absolute_utf8};
use serde_json::json;

use super::arguments::{Fmt, Options};
use super::project::Project;
use super::report::Report;
use super::schema::not_written;
use super::{Exit, Outcome, patch, summary};
use crate::diagnostic::{self, Diagnostic, Diagnostics, FileId, Id, Span, shown};
use crate::disk::together::{self, Change, Place};
use crate::disk::{self, read_text};
use crate::format::{Form, format};
use crate::parallel::Threads;
use crate::spec::{self, MAX_FILE, SpecFile};

/// Files that are told by name; the others are counted.
const MOST_NAMES: usize = 12;

/// Runs it.
pub(super) fn run(arguments: &Fmt, options: &Options) -> Outcome {
    let mut report = Report::default();
    match (&arguments.stdin_path, arguments.files.as_slice()) {
        (Some(path), _) => of_standard_input(path, arguments.check, &mut report),
        (None, []) => match Project::find(options) {
            Ok(project) => of_project(&project, arguments.check, &mut report),
            Err(diagnostic) => report.found.push(diagnostic),
        },
        (None, files) => {
            let files = files.iter().filter_map(|file| given(file, &mut report)).collect();
            of_files(files, arguments.check, &mut report);
        }
    }
    report.outcome(options)
}

/// A file to be formatted.
struct File {
    /// The folder that it is written below.
    root: Utf8PathBuf,
    spec: SpecFile,
}

/// A file that is not as it should be.
struct Changed<'f> {
    file: &'f File,
    text: String,
}

fn of_project(project: &Project, is_check: bool, report: &mut Report) {
    match spec::files(&project.specs, &mut report.sources, &mut report.found) {
        Ok(files) => {
            let file = |spec| File { root: project.specs.clone(), spec };
            of_files(files.into_iter().map(file).collect(), is_check, report);
        }
        Err(error) => report.found.push(
            Diagnostic::new(Id::Io, format!("cannot read the specs in `{}`: {error}", project.specs))
                .help("see to it that you may read them; nothing was written"),
        ),
    }
}

/// A file that a call names.
fn given(path: &Utf8Path, report: &mut Report) -> Option<File> {
    let read = || {
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() {
            let help = "name the files, or a project by `--specs`";
            return Err(refuse(Id::Io, format!("`{path}` is a folder"), help));
        }
        if path.extension() != Some("yaml") {
            let help = "files of specs end with `.yaml`";
            return Err(refuse(Id::Io, format!("`{path}` is no spec by its name"), help));
        }
        let cannot = |error: io::Error| unread(path, "read", &error);
        let folder = absolute_utf8(path).map_err(cannot)?;
        let root = folder.parent().unwrap_or(&folder).canonicalize_utf8().map_err(cannot)?;
        if root.join(name).is_symlink() {
            let help = "name the file itself: docwright writes through no link";
            return Err(refuse(Id::LinkRefused, format!("`{path}` is a link"), help));
        }
        Ok((root.clone(), name.to_owned(), read_text(&root.join(name), MAX_FILE).map_err(cannot)?))
    };
    match read() {
        Ok((root, name, text)) => {
            let file = report.sources.add(path, text);
            let at = spec::kind_of(&name);
            Some(File { root, spec: SpecFile { path: name, file, at } })
        }
        Err(diagnostic) => {
            tell_of_whole(path, diagnostic, report);
            None
        }
    }
}

fn refuse(id: Id, title: String, help: &str) -> Diagnostic {
    Diagnostic::new(id, title).help(help)
}

/// Why there is no text of a spec.
fn unread(path: &Utf8Path, verb: &str, error: &io::Error) -> Diagnostic {
    match error.kind() {
        io::ErrorKind::InvalidData => {
            refuse(Id::NotUtf8, format!("`{path}` is not UTF-8"), "save the file in the encoding UTF-8")
        }
        io::ErrorKind::FileTooLarge => refuse(
            Id::YamlLimit,
            format!("`{path}` is bigger than 1 MiB"),
            "split it: an endpoint stands in a file of its own",
        ),
        _ => refuse(Id::Io, format!("cannot {verb} `{path}`: {error}"), "nothing was written"),
    }
}

/// Tells something of a file as a whole: a message needs a place.
fn tell_of_whole(path: &Utf8Path, diagnostic: Diagnostic, report: &mut Report) {
    let place = diagnostic::Place { file: report.sources.add(path, ""), span: Span::default() };
    report.found.push(diagnostic.at(place, ""));
}

fn of_files(mut files: Vec<File>, is_check: bool, report: &mut Report) {
    // Two names of one file are written once.
    files.sort_by(|a, b| (&a.root, &a.spec.path).cmp(&(&b.root, &b.spec.path)));
    files.dedup_by(|a, b| (&a.root, &a.spec.path) == (&b.root, &b.spec.path));
    let sources = &report.sources;
    let formed = Threads::of_machine().map(&files, |File { spec, .. }| {
        let mut found = Diagnostics::default();
        (format(spec.file, sources, spec.at, &mut found), found)
    });
    let mut changed = Vec::new();
    for (file, (form, found)) in files.iter().zip(formed) {
        report.found.append(found);
        match form {
            Form::Canonical(text) if text != report.sources.get(file.spec.file).text => {
                changed.push(Changed { file, text });
            }
            Form::Canonical(_) | Form::Unread => {}
            Form::Mistaken => mistaken(file.spec.file, report),
        }
    }
    if is_check { show(&changed, files.len(), report) } else { write(&changed, files.len(), report) }
}

/// That docwright cannot write a file without changing what it says.
fn mistaken(file: FileId, report: &mut Report) {
    report.least = Exit::Failed;
    let path = shown::whole(report.sources.path(file).as_str());
    _ = writeln!(
        report.remark,
        "error: `{path}` would not say the same any more, and is left as it is\n\n  \
         tip: this is a mistake of docwright: please report it, with the file"
    );
}

fn names(changed: &[Changed<'_>], report: &Report) -> Vec<String> {
    changed.iter().map(|changed| report.sources.path(changed.file.spec.file).to_string()).collect()
}

fn show(changed: &[Changed<'_>], count: usize, report: &mut Report) {
    let diffs = changed.iter().map(|Changed { file, text }| {
        let source = report.sources.get(file.spec.file);
        patch::of_texts(&source.path, &source.text, text)
    });
    let diff: String = diffs.collect();
    let names = names(changed, report);
    if changed.is_empty() {
        if !report.found.has_errors() {
            report.text = format!("{}\n", current(count));
        }
    } else {
        report.least = report.least.max(Exit::Findings);
        report.text = patch::coloured(&diff);
        let (is, all) = (if changed.len() == 1 { "is" } else { "are" }, summary::counted(count, "file"));
        let remark = format!("{} of {all} {is} not in canonical form; `docwright fmt` writes them\n", changed.len());
        report.remark += &remark;
    }
    report.tell("would_write", names);
    report.tell("diff", diff);
}

fn write(changed: &[Changed<'_>], count: usize, report: &mut Report) {
    let changes = changed.iter().map(|Changed { file, text }| Change {
        root: &file.root,
        path: Utf8Path::new(&file.spec.path),
        text,
        place: Place::Holding(&report.sources.get(file.spec.file).text),
    });
    let changes: Vec<Change<'_>> = changes.collect();
    if let Err(refused) = together::write(&changes) {
        let told = |path: Utf8PathBuf| {
            let is_it = |changed: &&Changed<'_>| path == changed.file.spec.path.as_str();
            let file = changed.iter().find(is_it).map(|changed| changed.file.spec.file);
            file.map_or_else(|| path.to_string(), |file| report.sources.path(file).to_string())
        };
        let diagnostic = not_written(refused, told);
        report.found.push(diagnostic);
        report.tell("written", json!([]));
        return;
    }
    let names = names(changed, report);
    report.text = match names.len() {
        0 if report.found.has_errors() => String::new(),
        0 => format!("{}\n", current(count)),
        written => {
            let mut text = format!("Wrote {} of {}\n", written, summary::counted(count, "file"));
            for name in names.iter().take(MOST_NAMES) {
                _ = writeln!(text, "    {}", shown::whole(name));
            }
            if written > MOST_NAMES {
                _ = writeln!(text, "    and {} more", written - MOST_NAMES);
            }
            text
        }
    };
    report.tell("written", names);
}

fn current(count: usize) -> String {
    match count {
        1 => "1 file is in canonical form".to_owned(),
        _ => format!("{count} files are in canonical form"),
    }
}

/// Of the spec that comes from standard input; what it is to be goes to standard output.
fn of_standard_input(path: &Utf8Path, is_check: bool, report: &mut Report) {
    let text = match disk::text(io::stdin().lock(), MAX_FILE) {
        Ok(text) => text,
        Err(error) => {
            tell_of_whole(path, unread(path, "read standard input for", &error), report);
            return;
        }
    };
    let file = report.sources.add(path, text);
    match format(file, &report.sources, spec::kind_of(path.as_str()), &mut report.found) {
        Form::Unread => {}
        Form::Mistaken => mistaken(file, report),
        Form::Canonical(text) if is_check => {
            let spec = SpecFile { path: path.to_string(), file, at: spec::kind_of(path.as_str()) };
            let file = File { root: Utf8PathBuf::new(), spec };
            let is_changed = text != report.sources.get(file.spec.file).text;
            let changed: Vec<_> = is_changed.then_some(Changed { file: &file, text }).into_iter().collect();
            show(&changed, 1, report);
        }
        Form::Canonical(text) => {
            report.tell("text", text.clone());
            report.text = text;
        }
    }
}
