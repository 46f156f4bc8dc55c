//! `--fix`: specs are mended before they are judged.

use std::fmt::Write as _;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::{Value, json};

use super::arguments::Fix;
use super::project::Project;
use super::report::Report;
use super::schema::not_written;
use super::{patch, summary};
use crate::diagnostic::shown;
use crate::disk::together::{self, Change, Place};
use crate::fix::{self, Examined, Fixed, FixedFile};
use crate::spec::Texts;

/// Mends the specs first, if that is asked for, then judges them; of a dry run, what would be left is told.
pub(super) fn first(
    asked: &Fix,
    project: &Project,
    examine: impl Fn(&Texts) -> Examined,
    judge: impl FnOnce() -> Report,
) -> Report {
    if !asked.fix {
        return judge();
    }
    let fixed = fix::fix(examine);
    let mut report = if asked.dry_run {
        would_write(&fixed)
    } else if let Err(refused) = write(project, &fixed) {
        return Report::of(not_written(refused, |path: Utf8PathBuf| format!("{}/{path}", project.shown())));
    } else {
        judge()
    };
    let verb = if asked.dry_run { "Would mend" } else { "Mended" };
    report.remark = told(verb, &fixed) + &report.remark;
    report.tell(if asked.dry_run { "would_fix" } else { "fixed" }, json(&fixed));
    if asked.dry_run {
        report.found.append(fixed.rest.found);
        report.sources = fixed.rest.sources;
    }
    report
}

/// The diff goes to standard output alone, so that it can be applied.
fn would_write(fixed: &Fixed) -> Report {
    let of_file = |file: &FixedFile| patch::of_texts(Utf8Path::new(&file.shown), &file.old, &file.new);
    let plain: String = fixed.files.iter().map(of_file).collect();
    let mut report = Report { text: patch::coloured(&plain), ..Report::default() };
    report.tell("diff", plain);
    report
}

fn write(project: &Project, fixed: &Fixed) -> Result<(), together::NotWritten> {
    let changes: Vec<Change<'_>> = fixed
        .files
        .iter()
        .map(|FixedFile { path, old, new, .. }| Change {
            root: &project.specs,
            path: Utf8Path::new(path),
            text: new,
            place: Place::Holding(old),
        })
        .collect();
    together::write(&changes).map(drop)
}

fn told(verb: &str, fixed: &Fixed) -> String {
    let count: usize = fixed.files.iter().map(|file| file.replacements).sum();
    let mut text = match count {
        0 => String::new(),
        count => {
            format!("{verb} {} in {}\n", summary::counted(count, "place"), summary::counted(fixed.files.len(), "file"))
        }
    };
    for FixedFile { shown, replacements, .. } in &fixed.files {
        _ = writeln!(text, "    {}: {replacements}", shown::whole(shown));
    }
    for file in &fixed.left {
        _ = writeln!(text, "`{}` is left as it is: mended, it would show more errors than now", shown::whole(file));
    }
    text
}

fn json(fixed: &Fixed) -> Value {
    let files = fixed.files.iter().map(|file| json!({ "path": file.shown, "replacements": file.replacements }));
    json!({ "files": files.collect::<Value>(), "left": fixed.left })
}
