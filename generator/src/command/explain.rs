//! `docwright explain`: what a diagnostic means, and the way out.

use serde_json::{Value, json};

use super::Outcome;
use super::arguments::{Explain, Format, Options};
use crate::diagnostic::{self, Id};
use crate::spec::nearest;

/// Runs it.
pub(super) fn run(arguments: &Explain, options: &Options) -> Outcome {
    match ids(arguments) {
        Ok(ids) => Outcome::fine(match options.format {
            Format::Human if arguments.all => diagnostic::explain_all(),
            Format::Human | Format::Only(_) | Format::Review(_) => {
                ids.into_iter().map(page).collect::<Vec<_>>().join("\n")
            }
            Format::Json => diagnostic::document(&ids.into_iter().map(item).collect::<Value>()),
        }),
        Err(refused) => refused,
    }
}

fn ids(arguments: &Explain) -> Result<Vec<Id>, Outcome> {
    if arguments.all {
        return Ok(Id::ALL.to_vec());
    }
    if arguments.ids.is_empty() {
        let tip =
            "name the id of a message, as in `docwright explain unknown-key`; `docwright explain --all` has them all";
        return Err(Outcome::refused("no id is named", tip));
    }
    arguments.ids.iter().map(|text| Id::parse(text).ok_or_else(|| unknown(text))).collect()
}

fn unknown(text: &str) -> Outcome {
    let tip = match nearest(text, Id::ALL.iter().map(|id| id.as_str())) {
        Some(id) => format!("did you mean `{id}`?"),
        None => "`docwright explain --all` has them all".to_owned(),
    };
    Outcome::refused(&format!("no diagnostic has the id `{}`", text.escape_debug()), &tip)
}

fn page(id: Id) -> String {
    format!("# {id}\n\n{}\n", diagnostic::explain(id))
}

fn item(id: Id) -> Value {
    json!({ "id": id.as_str(), "severity": id.severity().to_string(), "text": diagnostic::explain(id) })
}
