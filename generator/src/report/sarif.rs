//! SARIF 2.1.0: what code scanning services and editors read.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use camino::Utf8Path;
use serde_json::{Map, Value, json};

use super::Findings;
use super::group::{former_place, place_of};
use crate::diagnostic::{self, Diagnostic, Edit, Id, Label, Place, Severity, Side, mark, shown};

/// Where the schema of the format is published.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What paths are relative to: the name that services know for the root of the repository.
const ROOT: &str = "%SRCROOT%";
/// The characters of a text that are told.
const MOST_CHARACTERS: usize = 1000;

/// The findings as a SARIF log of one run.
pub(super) fn write(findings: &Findings<'_>) -> String {
    let ids: BTreeSet<Id> = findings.diagnostics.iter().map(|diagnostic| diagnostic.id).collect();
    let rules: BTreeMap<Id, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut log = Log { findings, rules, told: HashMap::new() };
    let results: Vec<Value> = findings.diagnostics.iter().map(|diagnostic| log.result(diagnostic)).collect();
    let task = findings.task.as_str();
    diagnostic::document(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "docwright",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": ids.into_iter().map(rule).collect::<Value>(),
            } },
            "automationDetails": { "id": format!("docwright/{task}/") },
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": { ROOT: { "description": { "text": "The root of the repository." } } },
            "results": results,
        }],
    }))
}

/// What is known while results are written.
struct Log<'f> {
    findings: &'f Findings<'f>,
    /// Where in the list of rules each id stands.
    rules: BTreeMap<Id, usize>,
    /// How many results had a fingerprint already.
    told: HashMap<String, usize>,
}

impl Log<'_> {
    fn result(&mut self, diagnostic: &Diagnostic) -> Value {
        let about = place_of(diagnostic, self.findings);
        let mut result = Map::new();
        let mut tell = |name: &str, value: Value| _ = result.insert(name.to_owned(), value);
        tell("ruleId", json!(diagnostic.id.as_str()));
        tell("ruleIndex", json!(self.rules.get(&diagnostic.id)));
        tell("level", json!(level(diagnostic.severity)));
        tell("message", message(&text(diagnostic, self.findings)));
        tell(
            "locations",
            about.and_then(|label| self.location(label)).or_else(|| self.elsewhere()).into_iter().collect(),
        );
        let is_about = |label: &Label| about.is_some_and(|about| std::ptr::eq(about, label));
        let related: Value = diagnostic
            .labels
            .iter()
            .filter(|label| !is_about(label))
            .filter_map(|label| self.location(label))
            .collect();
        if related != json!([]) {
            tell("relatedLocations", related);
        }
        if let Some(fix) = diagnostic.edit.as_ref().and_then(|edit| self.fix(diagnostic, edit)) {
            tell("fixes", json!([fix]));
        }
        if let Some(effect) = &diagnostic.effect {
            tell("properties", json!({ "effect": diagnostic::effect_value(diagnostic) }));
            if let Some(reason) = &effect.accepted {
                let suppression = json!({ "kind": "external", "status": "accepted", "justification": shown::line(reason, MOST_CHARACTERS) });
                tell("suppressions", json!([suppression]));
            }
        }
        let fingerprint = self.fingerprint(diagnostic, about);
        tell("partialFingerprints", json!({ "docwright/v1": fingerprint }));
        Value::Object(result)
    }

    /// A mark that stays while lines move: that of the change, else of what is said of which file. Equal ones are counted.
    fn fingerprint(&mut self, diagnostic: &Diagnostic, about: Option<&Label>) -> String {
        let mark = diagnostic.fingerprint().unwrap_or_else(|| {
            let path = about.map_or("", |label| self.findings.sources.path(label.place.file).as_str());
            mark([diagnostic.id.as_str(), path, &diagnostic.title])
        });
        let count = self.told.entry(mark.clone()).or_default();
        *count += 1;
        format!("{mark}:{count}")
    }

    fn location(&self, label: &Label) -> Option<Value> {
        let Place { file, .. } = label.place;
        let source = self.findings.sources.get(file);
        if source.side == Side::Old {
            return None;
        }
        let mut physical = json!({ "artifactLocation": self.artifact(&source.path)? });
        // A file that is wrong by its name alone was not read.
        if !source.text.is_empty() {
            physical["region"] = self.region(label.place);
        }
        let mut location = json!({ "physicalLocation": physical });
        if !label.text.is_empty() {
            location["message"] = message(&label.text);
        }
        Some(location)
    }

    /// Services show only what has a place: a finding about no file is shown at the one that makes the project.
    fn elsewhere(&self) -> Option<Value> {
        let artifact = self.artifact(self.findings.repository.project_file()?)?;
        Some(json!({ "physicalLocation": { "artifactLocation": artifact } }))
    }

    fn artifact(&self, path: &Utf8Path) -> Option<Value> {
        Some(json!({ "uri": self.findings.repository.uri(path)?, "uriBaseId": ROOT }))
    }

    fn region(&self, Place { file, span }: Place) -> Value {
        let start = self.findings.sources.position(file, span.start);
        let end = self.findings.sources.position(file, span.end.max(span.start));
        json!({
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        })
    }

    fn fix(&self, diagnostic: &Diagnostic, edit: &Edit) -> Option<Value> {
        let source = self.findings.sources.get(edit.place.file);
        let artifact = self.artifact(&source.path).filter(|_| source.side == Side::New)?;
        Some(json!({
            "description": message(diagnostic.help.first().map_or("write it so", |help| help)),
            "artifactChanges": [{
                "artifactLocation": artifact,
                "replacements": [{
                    "deletedRegion": self.region(edit.place),
                    "insertedContent": { "text": edit.text },
                }],
            }],
        }))
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn rule(id: Id) -> Value {
    let page = diagnostic::explain(id);
    let first = page.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    let sentence = first.split_once(". ").map_or(first.as_str(), |(sentence, _)| sentence);
    json!({
        "id": id.as_str(),
        "shortDescription": { "text": sentence.trim_end_matches('.').to_owned() + "." },
        "fullDescription": { "text": first },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": level(id.severity()) },
    })
}

/// What is said of a finding, a line each.
fn text(diagnostic: &Diagnostic, findings: &Findings<'_>) -> String {
    let mut lines = vec![diagnostic.title.clone()];
    if let Some(effect) = &diagnostic.effect {
        lines.extend(effect.step());
        lines.extend(former_place(diagnostic, findings).map(|place| format!("it stood at {place}")));
        lines.extend(effect.reach.as_ref().map(ToString::to_string));
        lines.push(effect.verdict());
    }
    lines.extend(diagnostic.help.iter().map(|help| format!("help: {help}")));
    lines.extend(diagnostic.acceptance().map(|command| format!("accept it: {command}")));
    lines.iter().map(|line| shown::line(line, MOST_CHARACTERS)).collect::<Vec<_>>().join("\n")
}

/// A message of plain text: in it, `[text](address)` would be a link and `{0}` the place of an argument (SARIF 2.1.0,
/// 3.11.5 and 3.11.6). Other braces stay single, which the letter would have doubled, since readers show them as they
/// stand.
fn message(text: &str) -> Value {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['{', ']']) {
        let (before, behind) = rest.split_at(at);
        out += before;
        let inside = behind.strip_prefix('{').unwrap_or_default();
        let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
        let skipped = if digits > 0 && inside.get(digits..).is_some_and(|behind| behind.starts_with('}')) {
            out += "{{";
            out += inside.get(..digits).unwrap_or_default();
            out += "}}";
            digits + 2
        } else {
            out += if behind.starts_with("](") { "] " } else { behind.get(..1).unwrap_or_default() };
            1
        };
        rest = behind.get(skipped..).unwrap_or_default();
    }
    out += rest;
    json!({ "text": if out.is_empty() { "-" } else { &out } })
}
