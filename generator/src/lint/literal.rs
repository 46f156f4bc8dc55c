//! `yaml-literal`: a text without quotes that another reader of YAML takes for something else.
//!
//! docwright reads a value by the kind that its key asks for. Other programs do not know the keys: to many of them `no` is a
//! boolean, `1_000` a number and `2026-01-01` a date.

use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place, Sources};
use crate::spec::block::{Block, Value};
use crate::spec::table::Key;
use crate::yaml;

pub(super) fn judge(block: &Block, sources: &Sources, found: &mut Diagnostics) {
    for item in &block.items {
        // Dates as such, and words of the language.
        let is_date =
            matches!(item.key, Key::Seen | Key::Minimum | Key::Maximum | Key::ExclusiveMinimum | Key::ExclusiveMaximum);
        if !is_date {
            value(&item.value, item.place, sources, found);
        }
    }
}

fn value(of: &Value, place: Place, sources: &Sources, found: &mut Diagnostics) {
    match of {
        Value::Text(text) | Value::Json(serde_json::Value::String(text))
            if yaml::is_resolved(text) && is_bare(text, place, sources) =>
        {
            let title = format!("other readers of YAML take `{text}` for no text");
            found.push(Diagnostic::new(Id::YamlLiteral, title).at(place, "").write(place, format!("'{text}'")));
        }
        Value::Block(block) => judge(block, sources, found),
        Value::Map(entries) => {
            for entry in entries {
                value(&entry.value.value, entry.value.place, sources, found);
            }
        }
        Value::List(items) => {
            for item in items {
                value(&item.value, item.place, sources, found);
            }
        }
        _ => {}
    }
}

/// Whether a text stands in its file without quotes, in the line of its key or dash.
fn is_bare(text: &str, place: Place, sources: &Sources) -> bool {
    let before = sources.get(place.file).text.get(..place.span.start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    sources.text(place) == text && !line.trim().is_empty()
}
