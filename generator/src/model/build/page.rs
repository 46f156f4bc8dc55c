//! Documentation pages, and other sources of facts.

use super::read;
use crate::diagnostic::Place;
use crate::model::{FactSource, Page, Word};
use crate::spec::block::{Block, Named, Value};
use crate::spec::table::Key;

/// The page that a file names. Where it has no address, which decoding has said, one that nobody finds wrong.
pub(super) fn of(file: &Block) -> Option<Page> {
    let item = file.get(Key::Page)?;
    let Value::Block(page) = &item.value else { return None };
    Some(Page {
        address: read::word(page, Key::Address).unwrap_or_else(|| stand_in(item.key_place).address),
        seen: read::word(page, Key::Seen),
        sha256: read::word(page, Key::Sha256),
    })
}

/// A page in place of none.
pub(super) fn stand_in(place: Place) -> Page {
    Page { address: Word { text: "https://page.invalid".to_owned(), place }, seen: None, sha256: None }
}

/// The sources of an API.
pub(super) fn sources(entries: &[Named]) -> Vec<FactSource> {
    let source = |(name, block)| FactSource {
        name: read::name(name),
        address: read::owned(block, Key::Address),
        seen: read::word(block, Key::Seen),
        doc: read::doc(block),
    };
    read::blocks(entries).map(source).collect()
}
