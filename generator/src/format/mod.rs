//! The canonical form of specs: one text for all that say the same, with the comments where they were.
//!
//! What the key table says of a key decides where it stands and how its value is written; [`yaml`] writes. What was
//! written is read again and compared before anybody gets it.

mod layout;
mod meaning;
#[cfg(test)]
mod tests;

use crate::diagnostic::{Diagnostics, FileId, Sources};
use crate::spec;
use crate::spec::table::At;
use crate::yaml::{self, NodeKind};

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Its canonical form.
    Canonical(String),
    /// It is no spec that could be written anew; messages tell why.
    Unread,
    /// What would be written says something else, which is a mistake of docwright.
    Mistaken,
}

/// Brings a file of [`Sources`] into the canonical form; `at` says what kind of file it is.
///
/// What the file says may be wrong, as long as it is YAML that specs accept and a map; what stands under a key that the
/// language does not know stays as it is, in its place.
#[must_use]
pub fn format(file: FileId, sources: &Sources, at: At, found: &mut Diagnostics) -> Form {
    let text = &sources.get(file).text;
    let mut refused = Diagnostics::default();
    let read = yaml::parse_commented(file, sources, &mut refused);
    let is_refused = refused.iter().next().is_some();
    found.append(refused);
    let Some(read) = read.filter(|_| !is_refused) else { return Form::Unread };
    if !matches!(read.root.kind, NodeKind::Mapping(_)) {
        _ = spec::decode(&read.root, at, text, found);
        return Form::Unread;
    }
    let written = yaml::write_as_read(&layout::document(text, &read, at));
    let mut again = Sources::default();
    let second = again.add("", written);
    let mut refused = Diagnostics::default();
    let is_same = yaml::parse(second, &again, &mut refused).is_some()
        && refused.iter().next().is_none()
        && yaml::parse_commented(second, &again, &mut refused).is_some_and(|reread| {
            meaning::is_same(&read.root, &reread.root, at)
                && meaning::comments(text, &read) == meaning::comments(&again.get(second).text, &reread)
        });
    if is_same { Form::Canonical(again.get(second).text.clone()) } else { Form::Mistaken }
}
