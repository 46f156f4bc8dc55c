//! `CORRECTIONS.md`: every place where the crate departs from its pages, and why.

use std::fmt::Write as _;

use super::super::markdown::{code, code_in_cell, link, prose};
use crate::model::{Change, Origin};
use crate::parallel::Threads;
use crate::plan::corrections::{ApiCorrections, Doubt, Row, Section, Subject, Thing, Whereabouts};

/// The text of `CORRECTIONS.md`.
pub(super) fn corrections(threads: Threads, apis: &[ApiCorrections]) -> String {
    let mut text = String::from(
        "# Corrections\n\n\
        Where this crate departs from the documentation pages that it transcribes, and why.\n\n\
        - **Known**: a better source states it. It is enforced.\n\
        - **Inferred**: only a sample, a name or another page suggests it. It warns.\n\
        - **Unclear**: nobody knows; the page's word is kept.\n",
    );
    text.extend(threads.map(apis, of_api));
    text
}

fn of_api(api: &ApiCorrections) -> String {
    let mut text = format!("\n## {}\n", prose(&api.title));
    if api.sections.is_empty() {
        text.push_str("\nNothing: the crate says what the pages say.\n");
    }
    for section in &api.sections {
        self::section(section, &mut text);
    }
    sources(api, &mut text);
    text
}

fn section(section: &Section, text: &mut String) {
    match &section.subject {
        Subject::Shared => text.push_str("\n### What the endpoints share\n"),
        Subject::Endpoint { name, request, page } => {
            _ = write!(text, "\n### {}\n\n{}, {}", prose(name), code(request), link(&page.address.text));
            if let Some(seen) = &page.seen {
                _ = write!(text, ", seen {}", prose(&seen.text));
            }
            text.push_str(".\n");
        }
    }
    if !section.rows.is_empty() {
        text.push_str("\n| where | the page says | instead | why |\n|---|---|---|---|\n");
        section.rows.iter().for_each(|row| self::row(row, text));
    }
    if !section.doubts.is_empty() {
        text.push_str("\nUnclear:\n\n");
        section.doubts.iter().for_each(|doubt| self::doubt(doubt, text));
    }
}

fn row(row: &Row, text: &mut String) {
    let page = match (&row.key, &row.page) {
        (_, Some(page)) => code_in_cell(page),
        (_, None) => "nothing".to_owned(),
    };
    let value = match row.key {
        Some(key @ "unenforced") => format!("{key}: {}", prose(&row.value)),
        Some(key) if row.value == Change::WITHDRAWN => format!("{key}: {}", row.value),
        Some(key) => format!("{key}: {}", code_in_cell(&row.value)),
        None => prose(&row.value),
    };
    let origin = match (row.origin, &row.source) {
        (Origin::Inferred, None) => "Inferred".to_owned(),
        (Origin::Inferred, Some(source)) => format!("Inferred ({})", prose(source)),
        (_, None) => "Known".to_owned(),
        (_, Some(source)) => format!("Known ({})", prose(source)),
    };
    _ = writeln!(text, "| {} | {page} | {value} | {origin}: {} |", place(&row.place, code_in_cell), prose(&row.why));
}

fn doubt(doubt: &Doubt, text: &mut String) {
    _ = match &doubt.place {
        None => writeln!(text, "- {}", prose(&doubt.text)),
        Some(place) => writeln!(text, "- {}: {}", self::place(place, code), prose(&doubt.text)),
    };
}

/// A place; its names are written as code in the way of where it stands.
fn place(place: &Whereabouts, code: fn(&str) -> String) -> String {
    let thing = match &place.thing {
        Thing::Request => "request".to_owned(),
        Thing::Response(key) => format!("response {key}"),
        Thing::Type(name) => format!("type {}", code(name)),
        Thing::Server(name) => format!("server {}", code(name)),
        Thing::Credential(names) => format!("credential {}", code(&names.join("."))),
        Thing::Variant(of, tag, value) => format!("{}, {} {}", self::place(of, code), code(tag), code(value)),
    };
    if place.pointer.is_empty() { thing } else { format!("{thing} {}", code(&place.pointer)) }
}

fn sources(api: &ApiCorrections, text: &mut String) {
    let named = |name: &str| {
        let rows = api.sections.iter().flat_map(|section| &section.rows);
        rows.filter_map(|row| row.source.as_deref()).any(|source| source == name)
    };
    let mut sources = api.sources.iter().filter(|source| named(&source.name)).peekable();
    if sources.peek().is_some() {
        text.push_str("\nSources:\n\n");
    }
    for source in sources {
        _ = write!(text, "- {}", prose(&source.name));
        if let Some(doc) = &source.doc {
            _ = write!(text, ": {}", prose(doc));
        }
        if let Some(address) = &source.address {
            _ = write!(text, " {}", link(address));
        }
        text.push('\n');
    }
}
