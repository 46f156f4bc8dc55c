//! Levels that are missing: fields where the keys of their object stand, keys where names stand.

use super::{Slot, key};
use crate::diagnostic::{Diagnostic, Id};
use crate::spec::foreign;
use crate::spec::scope::Scope;
use crate::spec::table::{At, Key, Stage, TABLE};
use crate::yaml::{Entry, Node, NodeKind};

/// What is said of entries that are all names of fields, in a place of which `fields` is a key.
pub(super) fn fields(entries: &[Entry], scope: Scope) -> Option<Diagnostic> {
    let site = scope.site(Key::Fields.row()).filter(|site| site.stage == Stage::Now);
    let is_field = |entry: &Entry| {
        let row = TABLE.iter().find(|row| row.name == entry.key.value);
        let is_key_here = row.is_some_and(|row| scope.site(row).is_some());
        let is_meant = || row.is_none() && key::unknown(entry, scope).1.is_some();
        !is_key_here && matches!(entry.value.kind, NodeKind::Mapping(_)) && !is_meant()
    };
    // One word alone is more likely a key of another notation, such as `schema`.
    if matches!(entries, [one] if foreign::key(&one.key.value, scope).is_some()) {
        return None;
    }
    let first = entries.first().filter(|_| site.is_some() && entries.iter().all(is_field))?;
    let title = match entries.len() {
        1 => format!("`{}` is no key of {}", first.key.value, scope.at.noun()),
        count => format!("`{}` and {} more are no keys of {}", first.key.value, count - 1, scope.at.noun()),
    };
    Some(
        Diagnostic::new(Id::UnknownKey, title)
            .at(first.key.place, "")
            .help("fields stand one level deeper: write `fields:` above them, and indent them below it"),
    )
}

/// What is said of a map from names in which the keys of one of its blocks stand.
pub(super) fn names(entries: &[Entry], at: At, slot: &Slot) -> Option<Diagnostic> {
    let example = match at {
        At::Response => "the status (`200:`, or `success:` where the page gives none)",
        At::Server => "a name (`live:`)",
        At::Credential => "a name (`api_key:`)",
        At::Example => "a name (`page:`)",
        _ => return None,
    };
    let is_key = |name: &str| TABLE.iter().any(|row| row.name == name && row.site(at).is_some());
    let is_block = |node: &Node| match &node.kind {
        NodeKind::Mapping(inner) => inner.iter().all(|entry| is_key(&entry.key.value)),
        _ => false,
    };
    let all = entries.iter().all(|entry| is_key(&entry.key.value) && !is_block(&entry.value));
    let first = entries.first().filter(|_| all)?;
    let title = format!("{} asks for a map from names, and here stand the keys of {}", slot.name, at.noun());
    Some(
        Diagnostic::new(Id::WrongKind, title)
            .at(first.key.place, "a key, and no name")
            .help(format!("write {example} in a line above, and indent what stands here below that")),
    )
}
