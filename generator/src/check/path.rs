//! Paths of endpoints and their variables.

mod mend;

use std::collections::HashMap;

use super::variables::{self, Variables};
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::model::{Api, Endpoint, PathTemplate, Segment};

/// Judges the path of an endpoint.
pub(super) fn judge(api: &Api, endpoint: &Endpoint, found: &mut Diagnostics) {
    let path = &endpoint.path;
    let template = &path.value;
    let wrong = slips(endpoint);
    if wrong.is_empty()
        && let Some(text) = beside_text(template)
    {
        found.push(
            Diagnostic::new(
                Id::NotYet,
                format!("`{text}` has a variable beside text, which this version does not read"),
            )
            .at(path.place, "")
            .help("until then make one variable of the whole segment, and say in its `doc` what it holds"),
        );
        return;
    }
    let mended = mend::path(&template.text, api, &endpoint.path_parameters);
    let mended = PathTemplate::parse(&mended);
    let is_mended = !wrong.is_empty() && mended.text != template.text && is_right(&mended);
    for (index, (what, help)) in wrong.iter().enumerate() {
        let title = format!("`{}` is no path: {what}", template.text);
        let diagnostic = Diagnostic::new(Id::BadPath, title).at(path.place, "").help(*help);
        found.push(if index == 0 && is_mended { diagnostic.write(path.place, &*mended.text) } else { diagnostic });
    }
    let is_whole = wrong.is_empty() || is_mended;
    let template = if is_mended { &mended } else { template };
    if !is_whole {
        return;
    }
    let variables = Variables {
        what: "path",
        key: "path_parameters",
        missing: Id::MissingPathParameter,
        unused: Id::UnusedPathParameter,
        place: path.place,
        text: &path.value.text,
        named: template.variables().collect(),
        described: &endpoint.path_parameters,
    };
    variables::judge(&variables, found);
}

/// What is wrong with a path, each with the way out.
fn slips(endpoint: &Endpoint) -> Vec<(String, &'static str)> {
    let template = &endpoint.path.value;
    let mut wrong = Vec::new();
    if !template.text.starts_with('/') {
        wrong.push((
            "it does not begin with `/`".to_owned(),
            "a path begins below the server; the server's address stands in `servers`, the method under `method`",
        ));
    }
    let mut known: Vec<&str> = Vec::new();
    for name in template.variables() {
        if known.contains(&name) {
            wrong.push((format!("`{{{name}}}` stands in it twice"), "name each variable once"));
        }
        known.push(name);
    }
    let is_described = |name: &str| endpoint.path_parameters.iter().any(|entry| entry.name == name);
    let begins = wrong.is_empty();
    for segment in template.segments.iter().filter(|_| begins) {
        match segment {
            Segment::Literal(text) | Segment::Other(text)
                if mend::variable(text).is_some_and(|name| is_described(name) || no_segment(text).is_some()) =>
            {
                wrong.push((format!("`{text}` is how another notation writes a variable"), VARIABLE));
            }
            Segment::Variable(name) if mend::name(name) != name && is_described(mend::name(name)) => {
                wrong.push((format!("the braces of `{{{name}}}` hold more than a name"), VARIABLE));
            }
            Segment::Literal(text) => wrong.extend(no_segment(text)),
            Segment::Other(text) if is_balanced(text) => {}
            Segment::Other(text) => wrong.push((format!("the braces of `{text}` name no variable"), VARIABLE)),
            Segment::Variable(_) => {}
        }
    }
    wrong
}

const VARIABLE: &str = "a variable is a name in braces, such as `{id}`";

/// A segment that has a variable beside text; no slip is in the path.
fn beside_text(template: &PathTemplate) -> Option<&str> {
    template.segments.iter().find_map(|segment| match segment {
        Segment::Other(text) => Some(text.as_str()),
        Segment::Literal(_) | Segment::Variable(_) => None,
    })
}

/// Whether each segment is one.
fn is_right(template: &PathTemplate) -> bool {
    template.segments.iter().all(|segment| match segment {
        Segment::Literal(text) => no_segment(text).is_none(),
        Segment::Variable(_) => true,
        Segment::Other(_) => false,
    })
}

/// What is wrong with a literal segment (RFC 3986, 3.3).
fn no_segment(text: &str) -> Option<(String, &'static str)> {
    let is_pchar = |char: char| char.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@%".contains(char);
    let is_escaped = |rest: &str| rest.as_bytes().get(..2).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
    if matches!(text, "." | "..") {
        Some((format!("`{text}` is taken out of addresses"), "write the path that is meant"))
    } else if text.contains('?') {
        Some(("it has a query".to_owned(), "parameters of the query stand under `query_parameters`"))
    } else if text.contains('#') {
        Some(("it has a fragment".to_owned(), "a fragment is never sent: leave it out"))
    } else if let Some(char) = text.chars().find(|char| !is_pchar(*char)) {
        Some((
            format!("it has the character `{}`", char.escape_debug()),
            "write the character percent-encoded, such as `%20` for a blank",
        ))
    } else if text.split('%').skip(1).any(|rest| !is_escaped(rest)) {
        Some(("a `%` has no two hexadecimal digits behind it".to_owned(), "write `%25` for the character"))
    } else {
        None
    }
}

/// Whether each brace has its other one, with a name between.
fn is_balanced(text: &str) -> bool {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { return false };
        if before.contains('}') || name.is_empty() || name.contains('{') {
            return false;
        }
        rest = after;
    }
    !rest.contains('}')
}

/// Says which endpoints of an API have one method and path.
pub(super) fn duplicates(api: &Api, found: &mut Diagnostics) {
    let mut known: HashMap<(&str, String), (&str, Place)> = HashMap::new();
    for endpoint in &api.endpoints {
        let segment = |segment: &Segment| match segment {
            Segment::Variable(_) => "{}".to_owned(),
            Segment::Literal(text) | Segment::Other(text) => text.clone(),
        };
        let path: Vec<String> = endpoint.path.value.segments.iter().map(segment).collect();
        let method = endpoint.method.value.0.as_str();
        let key = (method, path.join("/"));
        if let Some((other, place)) = known.get(&key) {
            let title =
                format!("`{}` and `{other}` are the same call: {method} {}", endpoint.name, endpoint.path.value.text);
            found.push(
                Diagnostic::new(Id::DuplicateEndpoint, title)
                    .at(endpoint.path.place, "here again")
                    .at(*place, "first here")
                    .help("correct the method or the path, or put both into one file"),
            );
        } else {
            known.insert(key, (&endpoint.name, endpoint.path.place));
        }
    }
}
