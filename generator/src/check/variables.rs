//! Variables of a template beside their descriptions: each must have the other.

use super::constraints::within;
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::model::Entry;
use crate::spec::nearest;

/// The variables of a template, and their descriptions.
#[derive(Debug)]
pub(super) struct Variables<'m> {
    /// What the template is: `path`.
    pub what: &'static str,
    /// The key of the descriptions.
    pub key: &'static str,
    /// What a variable without description is.
    pub missing: Id,
    /// What a description without variable is.
    pub unused: Id,
    /// Where the template stands.
    pub place: Place,
    /// Its text there.
    pub text: &'m str,
    /// The names in the template.
    pub named: Vec<&'m str>,
    /// The descriptions.
    pub described: &'m [Entry],
}

/// Says which have no counterpart. A variable and a description that are nearly the same are told once.
pub(super) fn judge(variables: &Variables<'_>, found: &mut Diagnostics) {
    let Variables { what, key, missing, unused, place, text, named, described } = variables;
    let mut spare: Vec<&Entry> = described.iter().filter(|entry| !named.contains(&entry.name.as_str())).collect();
    for name in named.iter().filter(|name| !described.iter().any(|entry| entry.name == **name)) {
        let title = format!("the {what} has the variable `{{{name}}}`, which `{key}` does not describe");
        let braced = format!("{{{name}}}");
        let at = text.find(&braced).map_or(*place, |start| within(*place, text, start, start + braced.len()));
        let diagnostic = Diagnostic::new(*missing, title).at(at, "");
        let meant = nearest(name, spare.iter().map(|entry| entry.name.as_str()));
        let Some(at) = meant.and_then(|meant| spare.iter().position(|entry| entry.name == meant)) else {
            found.push(diagnostic.help(format!("add `{name}` to `{key}`; `{{}}` where only its name is known")));
            continue;
        };
        let entry = spare.remove(at);
        found.push(
            diagnostic.at(entry.place, "spelled otherwise").help(format!(
                "did you mean one name, `{name}` or `{}`? write it in both as the page does",
                entry.name
            )),
        );
    }
    for entry in spare {
        let title = format!("`{key}` describes `{}`, which the {what} does not have", entry.name);
        found.push(
            Diagnostic::new(*unused, title)
                .at(entry.place, "")
                .at(*place, format!("the {what}"))
                .help(format!("put `{{{}}}` into the {what}, or move the description to where it is sent", entry.name)),
        );
    }
}
