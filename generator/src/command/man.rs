//! `docwright man`: manual pages.

use std::{fs, io};

use camino::Utf8Path;
use clap_mangen::Man as Page;
use serde_json::json;

use super::Outcome;
use super::arguments::{self, Man, Options};
use super::report::Report;
use crate::diagnostic::{Diagnostic, Id};

/// Runs it.
pub(super) fn run(arguments: &Man, options: &Options) -> Outcome {
    match &arguments.folder {
        Some(folder) => write_all(folder),
        None => print(),
    }
    .outcome(options)
}

fn print() -> Report {
    let mut page = Vec::new();
    let mut report = Report::default();
    match Page::new(arguments::program()).render(&mut page) {
        Ok(()) => {
            let page = String::from_utf8_lossy(&page).into_owned();
            report.tell("page", page.as_str());
            report.text = page;
        }
        Err(error) => report.found.push(Diagnostic::new(Id::Io, format!("cannot make the page: {error}"))),
    }
    report
}

fn write_all(folder: &Utf8Path) -> Report {
    let written = fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(arguments::program(), folder));
    match written {
        Ok(()) => {
            let text = format!("Wrote the manual pages to `{folder}`\n");
            let mut report = Report { text, ..Report::default() };
            report.tell("written", json!({ "folder": folder.as_str() }));
            report
        }
        Err(error) => Report::of(cannot_write(folder, &error)),
    }
}

fn cannot_write(folder: &Utf8Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Id::Io, format!("cannot write manual pages to `{folder}`: {error}"))
        .help("name a folder that you may write to")
}
