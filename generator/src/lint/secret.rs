//! `unmarked-secret`: a text whose name says that it is a secret, and of which nobody says whether it is.

use super::words;
use crate::check::walk::Site;
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::Shape;

/// Names of secrets, by their last words.
const SECRETS: [&[&str]; 14] = [
    &["password"],
    &["passwd"],
    &["passphrase"],
    &["passcode"],
    &["secret"],
    &["token"],
    &["credentials"],
    &["apikey"],
    &["api", "key"],
    &["private", "key"],
    &["secret", "key"],
    &["access", "key"],
    &["signing", "key"],
    &["encryption", "key"],
];

/// What a token is that opens nothing: a place in a list, a word of a text.
const HARMLESS: [&str; 9] =
    ["page", "next", "previous", "cursor", "continuation", "continue", "sync", "pagination", "public"];

pub(super) fn judge(site: Site<'_>, found: &mut Diagnostics) {
    let entry = site.entry;
    let is_open = entry.shape.value == Shape::Text && entry.listed.is_none() && entry.constraints.constant.is_none();
    if !is_open || entry.secret.is_some() {
        return;
    }
    let name = words::of_name(site);
    let ends = |ending: &&[&str]| {
        let start = name.len().checked_sub(ending.len());
        start.and_then(|start| name.get(start..)).is_some_and(|last| last.iter().eq(ending.iter()))
    };
    if SECRETS.iter().any(ends) && !name.iter().any(|word| HARMLESS.contains(&word.as_str())) {
        found.push(
            Diagnostic::new(Id::UnmarkedSecret, format!("{} looks like a secret, and is printed", site.name))
                .at(entry.place, "")
                .help("add `secret: true`: then the crate never prints it")
                .help("add `secret: false` if anybody may see it"),
        );
    }
}
