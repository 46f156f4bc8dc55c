//! `thin-reason`: a half whose reason no reader could follow.

use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::spec::block::{Block, Value};
use crate::spec::table::{At, Key};

/// The fewest words of a reason.
const FEWEST: usize = 3;
/// The fewest words of what is known better, and nobody is named for.
const FEWEST_ALONE: usize = 6;

/// What stands for words that are still to come.
const STAND_INS: [&str; 5] = ["fixme", "tba", "tbd", "todo", "xxx"];

pub(super) fn judge(block: &Block, found: &mut Diagnostics) {
    for item in &block.items {
        match &item.value {
            Value::Block(half) if half.at == At::Half => {
                if let Some(diagnostic) = thin(item.key, half) {
                    found.push(diagnostic);
                }
                judge(half, found);
            }
            value => inside(value, found),
        }
    }
}

fn inside(value: &Value, found: &mut Diagnostics) {
    match value {
        Value::Block(block) => judge(block, found),
        Value::Map(entries) => {
            for entry in entries {
                inside(&entry.value.value, found);
            }
        }
        Value::List(items) => {
            for item in items {
                inside(&item.value, found);
            }
        }
        _ => {}
    }
}

fn thin(key: Key, half: &Block) -> Option<Diagnostic> {
    let item = half.get(Key::Why)?;
    let words: Vec<String> = half
        .text(Key::Why)?
        .split(|char: char| !char.is_alphanumeric() && char != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let at = |title: &str, place: Place| Diagnostic::new(Id::ThinReason, title).at(place, "");
    let is_missing = words.is_empty(); // which is told as `missing-why`
    let is_stand_in = words.first().is_some_and(|first| STAND_INS.contains(&first.as_str()));
    if is_missing {
        None
    } else if is_stand_in || words.len() < FEWEST {
        let title = format!("the reason of `{}` is none that a reader could follow", key.as_str());
        Some(at(&title, item.place).help("say in a sentence what shows it: which sample, which other page, whose word"))
    } else if key == Key::Known && half.get(Key::Source).is_none() && words.len() < FEWEST_ALONE {
        let title = "`known` names no source, and its reason is too short to stand alone";
        Some(
            at(title, item.place)
                .help("name who says so under `source`, or say in `why` how anybody could find out")
                .help("what only a sample or a name suggests is `inferred`"),
        )
    } else {
        None
    }
}
