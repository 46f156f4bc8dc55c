//! `docwright new`: the skeleton of an endpoint, filled from a curl command where there is one.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read};

use camino::Utf8Path;

use super::Outcome;
use super::arguments::{New, Options};
use super::init::{check_name, not_written};
use super::project::Project;
use super::report::Report;
use crate::check;
use crate::diagnostic::{Diagnostics, Sources, shown};
use crate::disk::folder::{Folder, Found};
use crate::disk::together::{NotWritten, create};
use crate::pipeline;
use crate::plan;
use crate::scaffold::{Curl, NewFile, Skeleton, Wish, read_curl, skeleton};
use crate::spec::block::Block;
use crate::spec::table::At;
use crate::spec::{self, API_FILE, MAX_FILE};
use crate::yaml;

/// Runs it.
pub(super) fn run(arguments: &New, options: &Options) -> Outcome {
    match new(arguments, options) {
        Ok(report) => report.outcome(options),
        Err(refused) => refused,
    }
}

fn new(arguments: &New, options: &Options) -> Result<Report, Outcome> {
    let (api, name) = names(&arguments.endpoint)?;
    let project = Project::find(options).map_err(|diagnostic| Report::of(diagnostic).outcome(options))?;
    let existing = existing(&project.specs, api)?;
    let wish = Wish {
        api,
        page: arguments.page.as_deref(),
        method: arguments.method.as_deref(),
        path: arguments.path.as_deref(),
        curl: arguments.curl.as_deref().map(curl).transpose()?,
        existing: existing.as_ref(),
    };
    let made = skeleton(wish).map_err(|_| {
        Outcome::refused("the address of the curl command is none of HTTP", "it begins with `https://` or `http://`")
    })?;
    let mut files = vec![NewFile::new(format!("{api}/{name}.yaml"), made.endpoint.as_str())];
    files.extend(made.api.as_ref().map(|text| NewFile::new(format!("{api}/{API_FILE}"), text.as_str())));
    create(&project.specs, &files).map_err(not_written)?;
    Ok(report(&project, &files, made))
}

/// The names of API and endpoint.
fn names(endpoint: &str) -> Result<(&str, &str), Outcome> {
    let Some((api, name)) = endpoint.split_once('/') else {
        let title = format!("`{}` names no API", endpoint.escape_debug());
        return Err(Outcome::refused(&title, "an endpoint is named with its API: `docwright new acme_chat/send_note`"));
    };
    let name = name.strip_suffix(".yaml").unwrap_or(name);
    check_name(api)?;
    check_name(name)?;
    if format!("{name}.yaml") == API_FILE {
        return Err(Outcome::refused(
            "`api` cannot be the name of an endpoint",
            "api.yaml is what the endpoints share",
        ));
    }
    Ok((api, name))
}

/// `api.yaml`, if it is there; it must be one that can be read.
fn existing(specs: &Utf8Path, api: &str) -> Result<Option<Block>, Outcome> {
    let path = Utf8Path::new(api).join(API_FILE);
    let cannot =
        |why: &dyn std::fmt::Display| Outcome::refused(&format!("cannot read `{path}`: {why}"), "nothing was written");
    let bytes = match Folder(specs).look(&path).map_err(|error| cannot(&error))? {
        Found::Nothing => return Ok(None),
        Found::File(bytes) => bytes,
        Found::Link(at) => return Err(not_written(NotWritten::Link(at))),
        Found::Folder | Found::Obstacle(_) => return Err(cannot(&"it is no plain file")),
    };
    if bytes.len() as u64 > MAX_FILE {
        return Err(cannot(&"it is bigger than 1 MiB"));
    }
    let text = String::from_utf8(bytes).map_err(|_| cannot(&"it is not UTF-8"))?;
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let file = sources.add(specs.join(&path), text);
    let node = yaml::parse(file, &sources, &mut found);
    let block = node.and_then(|node| spec::decode(&node, At::Api, &sources.get(file).text, &mut found));
    match block {
        Some(block) => Ok(Some(block)),
        None => Err(Outcome::refused(&format!("`{api}/{API_FILE}` cannot be read"), "`docwright check` tells why")),
    }
}

/// Reads a curl command from a file, or from standard input.
fn curl(path: &Utf8Path) -> Result<Curl, Outcome> {
    let mut bytes = Vec::new();
    let read = |from: &mut dyn Read, bytes: &mut Vec<u8>| from.take(MAX_FILE + 1).read_to_end(bytes);
    let result = if path == "-" {
        read(&mut io::stdin().lock(), &mut bytes)
    } else {
        fs::File::open(path).and_then(|mut file| read(&mut file, &mut bytes))
    };
    let shown = if path == "-" { "standard input" } else { path.as_str() };
    let cannot = |why: &dyn std::fmt::Display| {
        Outcome::refused(
            &format!("cannot read the curl command from {shown}: {why}"),
            "`--curl` takes a file, or `-` for standard input",
        )
    };
    result.map_err(|error| cannot(&error))?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(cannot(&"it is bigger than 1 MiB"));
    }
    let text = String::from_utf8(bytes).map_err(|_| cannot(&"it is not UTF-8"))?;
    read_curl(&text).map_err(|unread| Outcome::refused(&unread.title, unread.tip))
}

fn report(project: &Project, files: &[NewFile], made: Skeleton) -> Report {
    let shown: Vec<String> = files.iter().map(|file| format!("{}/{}", project.shown(), file.path)).collect();
    let mut report = judged(project, &shown);
    report.text = shown.iter().fold(String::new(), |mut text, path| {
        _ = writeln!(text, "Wrote `{}`", shown::whole(path));
        text
    });
    let mut remark = String::new();
    for (heading, texts) in [("To decide:", &made.decisions), ("To know:", &made.remarks)] {
        if !texts.is_empty() {
            _ = writeln!(remark, "{heading}");
        }
        for text in texts {
            _ = writeln!(remark, "  - {}", shown::whole(text));
        }
    }
    report.remark = remark;
    report.tell("created", shown);
    report.tell("decisions", made.decisions);
    report.tell("remarks", made.remarks);
    report
}

/// What is wrong with the new files.
fn judged(project: &Project, shown: &[String]) -> Report {
    let pipeline::Meaning { sources, mut found, model } = pipeline::read(&project.specs);
    if let Some(model) = &model {
        check::check(model, &mut found);
        plan::plan(model, &mut found);
    }
    let mut report = Report { sources, ..Report::default() };
    for diagnostic in found.sorted() {
        let is_ours = diagnostic.labels.iter().any(|label| {
            let path = report.sources.path(label.place.file);
            shown.iter().any(|shown| path == shown)
        });
        if is_ours {
            report.found.push(diagnostic);
        }
    }
    report
}
