//! What names and sentences are made of.

use crate::check::walk::{Naming, Site};
use crate::model::Entry;
use crate::plan::Words;

/// The words of the name that an entry goes by: its own, or that of the list that it is an item of.
pub(super) fn of_name(site: Site<'_>) -> Vec<String> {
    let name = match site.name {
        Naming::Own(name) | Naming::Item(name) => name,
        _ => "",
    };
    words(name)
}

/// The words of a name, in lower case.
pub(super) fn words(name: &str) -> Vec<String> {
    Words::of(name).as_slice().to_vec()
}

/// The words that people say of an entry, in lower case: what it is, what is unclear, what is not enforced.
pub(super) fn said(entry: &Entry) -> impl Iterator<Item = String> {
    let texts = entry.doc.iter().chain(&entry.doubts).chain(entry.unenforced.iter().map(|rule| &rule.value));
    texts.flat_map(|text| text.split(|char: char| !char.is_alphanumeric() && char != '%')).map(str::to_lowercase)
}
