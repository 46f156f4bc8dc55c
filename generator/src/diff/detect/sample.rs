//! Samples: what one says otherwise than before.

use super::super::change::{Messages, Said};
use super::{Spot, Walk, words};
use crate::diagnostic::Id;
use crate::model::{Example, Given, Sample};

/// The pieces of a sample that are told of; the others are left out.
const MOST_PIECES: usize = 3;
/// The characters that are told in front of the first that differs.
const BEFORE: usize = 24;

impl Walk<'_, '_> {
    pub(super) fn examples(&mut self, old: &[Example], new: &[Example]) {
        self.reordered(&Spot::new("examples", Messages::NONE), old, new, |example| {
            (example.name.text.clone(), example.name.place)
        });
        let named = |list: &[Example], name: &str| list.iter().position(|one| one.name.text == name);
        for after in new {
            let before = named(old, &after.name.text).and_then(|at| old.get(at));
            self.example(before, Some(after));
        }
        for before in old.iter().filter(|one| named(new, &one.name.text).is_none()) {
            self.example(Some(before), None);
        }
    }

    fn example(&mut self, old: Option<&Example>, new: Option<&Example>) {
        let Some(name) = new.or(old).map(|example| &example.name.text) else { return };
        let [before, after] = [old, new].map(|example| example.map(pieces));
        if before != after {
            let spot = Spot::new(format!("examples.{name}"), Messages::NONE);
            let side = |example: Option<&Example>, own: &Option<Vec<Piece>>, other: &Option<Vec<Piece>>| {
                let said = told(own.as_deref().unwrap_or_default(), other.as_deref().unwrap_or_default());
                example.map(|example| Said::at(said.unwrap_or_else(|| name.clone()), example.name.place))
            };
            self.tell(Id::SampleChanged, &spot, side(old, &before, &after), side(new, &after, &before));
        }
    }
}

/// What a sample says of one thing: `request body`.
type Piece = (String, String);

/// All that a sample says, without where it stands.
fn pieces(example: &Example) -> Vec<Piece> {
    let Example { name: _, doc, request, response } = example;
    let mut pieces: Vec<Piece> = doc.iter().map(|doc| ("doc".to_owned(), doc.clone())).collect();
    for (side, sample) in [("request", request), ("response", response)] {
        let Some(Sample { place: _, status, path_parameters, query_parameters, headers, body, violates, undecodable }) =
            sample
        else {
            continue;
        };
        let mut say = |what: &str, text: String| pieces.push((format!("{side} {what}").trim_end().to_owned(), text));
        // An empty one is there as well.
        say("", String::new());
        if let Some((status, _)) = status {
            say("status", status.to_string());
        }
        for Given { name, value, place: _ } in path_parameters.iter().chain(query_parameters).chain(headers) {
            say(&name.text, value.to_string());
        }
        if let Some(body) = body {
            say("body", body.text.clone());
        }
        for claim in violates {
            let rules: Vec<&str> = claim.rules.iter().map(|rule| rule.text.as_str()).collect();
            say(&format!("violates {}", claim.pointer.text), rules.join(", "));
        }
        if let Some(why) = undecodable {
            say("undecodable", why.text.clone());
        }
    }
    pieces
}

/// What one side says otherwise than the other, from where it differs; nothing where that is the order alone.
fn told(own: &[Piece], other: &[Piece]) -> Option<String> {
    let differing = own.iter().filter(|piece| !piece.1.is_empty() && !other.contains(piece));
    let mut told: Vec<String> = differing
        .map(|(name, text)| {
            let other = other.iter().find(|(other, _)| other == name).map_or("", |(_, text)| text.as_str());
            format!("{name}: {}", excerpt(text, other))
        })
        .collect();
    if told.len() > MOST_PIECES {
        told.truncate(MOST_PIECES);
        told.push("…".to_owned());
    }
    (!told.is_empty()).then(|| told.join("; "))
}

/// A text on one line, from a few characters in front of the first that differs.
fn excerpt(text: &str, other: &str) -> String {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (mut own, mut others) = (line(text), line(other));
    if own == others {
        // Blanks and line ends alone differ.
        (own, others) = (text.escape_debug().to_string(), other.escape_debug().to_string());
    }
    let common = own.chars().zip(others.chars()).take_while(|(a, b)| a == b).count();
    let cut = common.saturating_sub(BEFORE);
    match own.char_indices().nth(cut) {
        Some((start, _)) if start > 0 => format!("…{}", words::brief(&own[start..])),
        _ => words::brief(&own),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_in_sight() {
        let long = "a".repeat(200);
        let (own, other) = (format!("{{\"{long}\": 1,\n  \"b\": 2}}"), format!("{{\"{long}\": 1,\n  \"b\": 3}}"));
        assert_eq!(excerpt(&own, &other), "…aaaaaaaaaaaaa\": 1, \"b\": 2}");
        assert_eq!(excerpt("größer", "große"), "größer");
        assert_eq!(excerpt("{ }", "{\n}"), "{ }");
        assert_eq!(excerpt("{\n}", "{ }"), "{\\n}");
        assert_eq!(excerpt(&long, "").chars().count(), 81);
    }
}
