//! The JSON Schema of what commands print with `--format json`.

use serde_json::{Value, json};

/// The name of its file, and the schema (draft 7, as those of specs).
///
/// Members may be added to what is printed: a reader passes over what it does not know.
#[must_use]
pub fn schema() -> (&'static str, String) {
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "What docwright prints with `--format json`",
        "anyOf": [
            { "$ref": "#/definitions/Report" },
            { "type": "array", "items": { "$ref": "#/definitions/Explanation" } },
        ],
        "definitions": {
            "Report": object("What a command found and did", &["diagnostics"], &json!({
                "diagnostics": list("Diagnostic"),
                "apis": { "description": "The APIs that were read.", "type": "array", "items": { "$ref": "#/definitions/Api" } },
                "written": { "description": "What was written; null where nothing was.", "type": ["object", "null"] },
                "would_write": { "description": "What would be written.", "type": "object" },
                "diff": { "description": "What would change, as a unified diff.", "type": "string" },
                "changed": { "description": "Paths of specs that changed since the run before, of `watch`.", "type": "array", "items": { "type": "string" } },
            })),
            "Api": object("An API", &["name", "endpoints"], &json!({
                "name": { "type": "string" },
                "endpoints": { "type": "array", "items": { "type": ["string", "object"] } },
            })),
            "Diagnostic": object("A message about specs or a crate", &["id", "severity", "title", "labels", "help", "edit", "effect"], &json!({
                "id": { "$ref": "#/definitions/Id" },
                "severity": { "enum": ["error", "warning", "note"] },
                "title": { "description": "What is wrong, in one line.", "type": "string" },
                "labels": list("Label"),
                "help": { "description": "The ways out, each of one line.", "type": "array", "items": { "type": "string" } },
                "edit": nullable("Edit"),
                "effect": nullable("Effect"),
            })),
            "Label": placed("A place; the first of a message is what it is about", &json!({
                "old": { "description": "The place is in an earlier state of the file.", "const": true },
            })),
            "Edit": placed("What most likely mends it: `text` is to be written in the place", &json!({})),
            "Position": object("A position in a file", &["line", "column", "byte"], &json!({
                "line": { "type": "integer", "minimum": 1 },
                "column": { "description": "In code points.", "type": "integer", "minimum": 1 },
                "byte": { "type": "integer", "minimum": 0 },
            })),
            "Effect": object(
                "What a change of a spec does",
                &["group", "subject", "old", "new", "wire", "source", "behaviour", "rust", "endpoints", "fingerprint", "accepted"],
                &json!({
                    "group": object("What it belongs to", &["api", "endpoint"], &json!({ "api": text_or_null(), "endpoint": text_or_null() })),
                    "subject": { "description": "The place in the model.", "type": "string" },
                    "old": text_or_null(),
                    "new": text_or_null(),
                    "wire": object("Whether old and new understand each other", &["request", "response"], &json!({
                        "request": { "$ref": "#/definitions/Compatibility" },
                        "response": { "$ref": "#/definitions/Compatibility" },
                    })),
                    "source": { "description": "What it asks of a version.", "enum": ["patch", "minor", "major", null] },
                    "behaviour": { "description": "Whether code that compiles does something else.", "type": "boolean" },
                    "rust": object("Public signatures", &["before", "after"], &json!({
                        "before": { "type": "array", "items": { "type": "string" } },
                        "after": { "type": "array", "items": { "type": "string" } },
                    })),
                    "endpoints": {
                        "description": "The endpoints that have what is changed, where that is shared.",
                        "type": ["array", "null"],
                        "items": { "type": "string" },
                    },
                    "fingerprint": { "description": "As `docwright accept` takes it.", "type": "string", "pattern": "^[0-9a-f]{16}$" },
                    "accepted": { "description": "Why it was accepted, if it was.", "type": ["string", "null"] },
                }),
            ),
            "Compatibility": { "enum": ["compatible", "doubtful", "breaking", null] },
            "Explanation": object("What `explain` tells", &["id", "severity", "text"], &json!({
                "id": { "$ref": "#/definitions/Id" },
                "severity": { "enum": ["error", "warning", "note"] },
                "text": { "description": "Markdown.", "type": "string" },
            })),
            "Id": { "description": "What kind of message it is; `docwright explain` tells more.", "type": "string", "pattern": "^[a-z0-9-]+$" },
        },
    });
    ("report.json", format!("{schema:#}\n"))
}

/// An object that has at least these members.
fn object(description: &str, required: &[&str], properties: &Value) -> Value {
    json!({ "description": description, "type": "object", "required": required, "properties": properties })
}

/// An object that has a place and a text, and what else is said of it.
fn placed(description: &str, more: &Value) -> Value {
    let mut properties = json!({
        "path": { "description": "As it is shown, with `/`.", "type": "string" },
        "start": { "$ref": "#/definitions/Position" },
        "end": { "$ref": "#/definitions/Position" },
        "text": { "type": "string" },
    });
    for (name, value) in more.as_object().into_iter().flatten() {
        properties[name] = value.clone();
    }
    object(description, &["path", "start", "end", "text"], &properties)
}

fn list(of: &str) -> Value {
    json!({ "type": "array", "items": { "$ref": format!("#/definitions/{of}") } })
}

fn nullable(of: &str) -> Value {
    json!({ "anyOf": [{ "$ref": format!("#/definitions/{of}") }, { "type": "null" }] })
}

fn text_or_null() -> Value {
    json!({ "type": ["string", "null"] })
}
