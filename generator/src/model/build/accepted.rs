//! Changes of the specs that were accepted.

use super::read;
use crate::model::{Acceptance, Word};
use crate::spec::block::{Block, Named, Value};
use crate::spec::table::Key;

/// What the project accepts; what is not whole is told by decoding, and accepts nothing.
pub(super) fn accepted(project: &Block) -> Vec<Acceptance> {
    project.map(Key::Accepted).iter().filter_map(acceptance).collect()
}

fn acceptance(entry: &Named) -> Option<Acceptance> {
    let Value::Block(block) = &entry.value.value else { return None };
    Some(Acceptance {
        fingerprint: Word { text: entry.name.value.clone(), place: entry.name.place },
        rule: read::owned(block, Key::Rule)?,
        at: read::owned(block, Key::At)?,
        old: read::owned(block, Key::Old),
        new: read::owned(block, Key::New),
        reason: read::owned(block, Key::Reason)?,
    })
}
