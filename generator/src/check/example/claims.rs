//! What a sample breaks beside what it claims to break: both must be the same.

use super::pointer::{Astray, Sections};
use super::text::{self, Located};
use crate::check::judge::Broken;
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::model::{Claim, Sample, Word};
use crate::runtime::RuleId;
use crate::spec::nearest;

/// The rules of the language that this version does not check yet.
const LATER: [&str; 11] = [
    "access",
    "tuple",
    "same_as",
    "required_with",
    "required_when",
    "allowed_when",
    "exactly_one_of",
    "at_least_one_of",
    "at_most_one_of",
    "all_or_none_of",
    "one_of",
];

/// A sample with what is known of it.
#[derive(Debug)]
pub(super) struct Judged<'m> {
    /// How messages call it.
    pub name: String,
    pub sample: &'m Sample,
    pub sections: Sections<'m>,
    /// What it breaks.
    pub broken: Vec<Broken>,
    /// Where the values of its body stand.
    pub located: Option<Located>,
}

/// Compares what a sample breaks with what it claims.
pub(super) fn judge(judged: &Judged<'_>, found: &mut Diagnostics) {
    let mut claimed: Vec<(&str, RuleId)> = Vec::new();
    let mut misspelt: Vec<&Claim> = Vec::new();
    for claim in &judged.sample.violates {
        let pointer = claim.pointer.text.as_str();
        if !judged.broken.iter().any(|broken| broken.pointer == pointer)
            && let Err(astray) = judged.sections.follow(pointer)
        {
            found.push(bad_pointer(judged, claim, astray));
            misspelt.push(claim);
            continue;
        }
        for rule in &claim.rules {
            let Ok(id) = rule.text.parse::<RuleId>() else {
                found.push(no_rule(rule));
                misspelt.push(claim);
                continue;
            };
            if claimed.contains(&(pointer, id)) {
                found.push(claimed_twice(judged, claim, rule));
            } else if !judged.broken.iter().any(|broken| broken.pointer == pointer && broken.rule == id) {
                found.push(unneeded(judged, claim, rule));
            }
            claimed.push((pointer, id));
        }
    }
    let is_claimed = |broken: &Broken| claimed.contains(&(broken.pointer.as_str(), broken.rule));
    // A claim with a slip in it may be the one that is missing: one slip, one message.
    let is_meant = |broken: &Broken| {
        misspelt.iter().any(|claim| {
            claim.pointer.text == broken.pointer || claim.rules.iter().any(|rule| rule.text == broken.rule.as_str())
        })
    };
    for broken in judged.broken.iter().filter(|broken| !is_claimed(broken) && !is_meant(broken)) {
        found.push(breaks(judged, broken));
    }
}

fn bad_pointer(judged: &Judged<'_>, claim: &Claim, astray: Astray) -> Diagnostic {
    let pointer = &claim.pointer.text;
    let diagnostic = Diagnostic::new(Id::BadPointer, format!("`{pointer}` names no place of {}", judged.name))
        .at(claim.pointer.place, "");
    let sections = || {
        let names = judged.sections.parts.iter().map(|(name, _)| format!("`/{name}`"));
        names.collect::<Vec<_>>().join(", ")
    };
    match astray {
        Astray::Form if judged.sections.follow(&format!("/{pointer}")).is_ok() => {
            diagnostic.help(format!("did you mean `/{pointer}`?"))
        }
        Astray::Form => diagnostic
            .help(format!("a pointer begins with one of {}", sections()))
            .help("within a name `/` is written `~1` and `~` is written `~0`"),
        Astray::Section if judged.sections.parts.is_empty() => {
            diagnostic.help("it has nothing that could break a rule")
        }
        Astray::Section => diagnostic.help(format!("a pointer begins with one of {}", sections())),
        Astray::Name(Some(meant)) => diagnostic.help(format!("did you mean `{meant}`?")),
        Astray::Name(None) => diagnostic.help("write the names of the spec from the root, and items by number from 0"),
    }
}

fn no_rule(rule: &Word) -> Diagnostic {
    if LATER.contains(&rule.text.as_str()) {
        return Diagnostic::new(Id::NotYet, format!("the rule `{rule}` is not checked by this version"))
            .at(rule.place, "")
            .help("until then leave the claim out");
    }
    let diagnostic = Diagnostic::new(Id::UnknownRule, format!("there is no rule `{rule}`")).at(rule.place, "");
    match nearest(&rule.text, RuleId::ALL.map(RuleId::as_str)) {
        Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
        None => diagnostic.help(format!("the rules are {}", RuleId::ALL.map(RuleId::as_str).join(", "))),
    }
}

fn unneeded(judged: &Judged<'_>, claim: &Claim, rule: &Word) -> Diagnostic {
    let title = format!("`{}` does not break `{rule}` in {}", claim.pointer, judged.name);
    let mut diagnostic = Diagnostic::new(Id::ClaimUnneeded, title).at(rule.place, "claimed");
    if let Some(place) = value(judged, &claim.pointer.text) {
        diagnostic = diagnostic.at(place, "this value holds");
    }
    diagnostic
        .help("remove the claim")
        .help("if you expected it to hold: the spec does not state the rule, or the pointer names another value")
}

fn claimed_twice(judged: &Judged<'_>, claim: &Claim, rule: &Word) -> Diagnostic {
    let title = format!("`{}` is claimed twice to break `{rule}` in {}", claim.pointer, judged.name);
    Diagnostic::new(Id::ClaimUnneeded, title).at(rule.place, "").help("remove one of the claims")
}

fn breaks(judged: &Judged<'_>, broken: &Broken) -> Diagnostic {
    let Broken { pointer, rule, stated } = broken;
    Diagnostic::new(Id::ExampleBreaks, format!("`{pointer}` breaks `{rule}` in {}", judged.name))
        .at(value(judged, pointer).unwrap_or(judged.sample.place), "")
        .at(*stated, format!("`{rule}` by what is said here"))
        .help("compare both with the page, and correct the one that was transcribed wrongly")
        .help(format!("if the page's sample really breaks it, claim it: add `{pointer}: [{rule}]` to `violates`"))
}

/// Where a value of a sample stands.
fn value(judged: &Judged<'_>, pointer: &str) -> Option<Place> {
    let given = |section: &str, given: &[crate::model::Given]| {
        let name = pointer.strip_prefix(section)?;
        given.iter().find(|given| given.name.text.eq_ignore_ascii_case(name)).map(|given| given.place)
    };
    let sample = judged.sample;
    let in_body = || {
        let bytes = judged.located.as_ref()?.nearest(pointer)?;
        Some(text::place(sample.body.as_ref()?, &bytes))
    };
    given("/path_parameters/", &sample.path_parameters)
        .or_else(|| given("/query_parameters/", &sample.query_parameters))
        .or_else(|| given("/headers/", &sample.headers))
        .or_else(in_body)
}
