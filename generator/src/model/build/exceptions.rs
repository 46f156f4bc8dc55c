//! `allow` and `lint`: what is not told where, and what lints weigh.

use super::read;
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Kind, Place, Severity, Span};
use crate::model::{Exception, Level, LintLevel};
use crate::spec::block::{Block, Value};
use crate::spec::table::Key;
use crate::spec::{ApiFiles, nearest};
use crate::yaml::Spanned;

/// What the files of an API allow.
pub(super) fn of(files: &ApiFiles, found: &mut Diagnostics) -> Vec<Exception> {
    let mut exceptions = Vec::new();
    in_block(&files.api, None, found, &mut exceptions);
    for endpoint in &files.endpoints {
        let end = endpoint.block.place.span.end;
        let whole = Place { span: Span { start: 0, end }, ..endpoint.place };
        in_block(&endpoint.block, Some(whole), found, &mut exceptions);
    }
    exceptions
}

/// What the project says of lints.
pub(super) fn levels(project: &Block, found: &mut Diagnostics) -> Vec<LintLevel> {
    let mut levels = Vec::new();
    for named in project.map(Key::Lint) {
        let level = match &named.value.value {
            Value::Text(word) if word == "error" => Level::Told(Severity::Error),
            Value::Text(word) if word == "off" => Level::Off,
            _ => Level::Told(Severity::Warning),
        };
        let name = &named.name;
        match Id::parse(&name.value) {
            Some(id) if id.kind() == Kind::Lint => levels.push(LintLevel { id, level }),
            Some(id) => {
                found.push(Diagnostic::new(Id::BadWord, format!("`{id}` is no lint")).at(name.place, "").help(
                    "it tells of a mistake, and weighs what it weighs; a lint is found by `docwright lint` alone",
                ));
            }
            None => found.push(unknown(name, "lint", Id::of(Kind::Lint))),
        }
    }
    levels
}

/// Adds what a block allows, and those below it; `within` is the block with its name.
fn in_block(block: &Block, within: Option<Place>, found: &mut Diagnostics, to: &mut Vec<Exception>) {
    for item in &block.items {
        let from = |start: usize| Some(Place { span: Span { start, end: item.place.span.end }, ..item.place });
        match (item.key, &item.value) {
            (Key::Allow, _) => {
                for named in block.map(Key::Allow) {
                    let reason = read::text(&named.value.value).unwrap_or_default();
                    to.extend(exception(&named.name, (reason, named.value.place), within, found));
                }
            }
            (_, Value::Block(inner)) => in_block(inner, from(item.key_place.span.start), found, to),
            (_, value) => in_value(value, found, to),
        }
    }
}

fn in_value(value: &Value, found: &mut Diagnostics, to: &mut Vec<Exception>) {
    match value {
        Value::Map(entries) => {
            for entry in entries {
                let (name, place) = (entry.name.place, entry.value.place);
                let within = Place { span: Span { start: name.span.start, end: place.span.end }, ..name };
                match &entry.value.value {
                    Value::Block(block) => in_block(block, Some(within), found, to),
                    inner => in_value(inner, found, to),
                }
            }
        }
        Value::List(items) => {
            for item in items {
                match &item.value {
                    Value::Block(block) => in_block(block, Some(item.place), found, to),
                    inner => in_value(inner, found, to),
                }
            }
        }
        _ => {}
    }
}

fn exception(
    name: &Spanned<String>,
    (reason, stated): (&str, Place),
    within: Option<Place>,
    found: &mut Diagnostics,
) -> Option<Exception> {
    let allowable = || Id::ALL.iter().copied().filter(|id| id.is_allowable());
    match Id::parse(&name.value) {
        Some(id) if !id.is_allowable() => {
            let listed: Vec<_> = allowable().filter(|id| id.kind() != Kind::Lint).map(|id| format!("`{id}`")).collect();
            found.push(
                Diagnostic::new(Id::NotAllowable, format!("`{id}` cannot be allowed"))
                    .at(name.place, "")
                    .help("mend what it tells of, and remove the exception")
                    .help(format!("lints can be allowed, and {}", listed.join(", "))),
            );
            None
        }
        Some(id) => {
            if reason.trim().is_empty() {
                found.push(
                    Diagnostic::new(Id::MissingWhy, format!("the exception from `{id}` gives no reason"))
                        .at(if stated.span.start < stated.span.end { stated } else { name.place }, "")
                        .help("say behind it why that is right here"),
                );
            }
            Some(Exception { id, reason: reason.to_owned(), place: name.place, within })
        }
        None => {
            found.push(unknown(name, "diagnostic that can be allowed", allowable()));
            None
        }
    }
}

fn unknown(name: &Spanned<String>, what: &str, ids: impl Iterator<Item = Id>) -> Diagnostic {
    let diagnostic = Diagnostic::new(Id::BadWord, format!("`{}` is no {what}", name.value)).at(name.place, "");
    match nearest(&name.value, ids.map(Id::as_str)) {
        Some(meant) => diagnostic.meant(name.place, meant),
        None => diagnostic.help("`docwright explain --all` has the ids; lints stand at its end"),
    }
}
