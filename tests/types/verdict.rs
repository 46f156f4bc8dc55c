//! What judges say, and when two JSON values are the same.

use serde_json::{Number, Value as Json};

/// Places with the rules broken there, sorted by place: one judge walks once, the other reads and then validates. The rules
/// of one place stand in the order in which they are said.
pub type Verdict = Vec<(String, String)>;

pub fn verdict(found: impl IntoIterator<Item = (String, String)>) -> Verdict {
    let mut found: Verdict = found.into_iter().collect();
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    found
}

/// Whether two values are equal, numbers by what they are worth.
pub fn is_same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Number(one), Json::Number(other)) => is_worth(one, other),
        (Json::Array(one), Json::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Json::Object(one), Json::Object(other)) => {
            let is_there = |(name, value): (&String, &Json)| other.get(name).is_some_and(|other| is_same(value, other));
            one.len() == other.len() && one.iter().all(is_there)
        }
        (one, other) => one == other,
    }
}

fn is_worth(one: &Number, other: &Number) -> bool {
    let is_whole = |number: &Number| number.is_i64() || number.is_u64();
    one == other || (one.as_f64() == other.as_f64() && !(is_whole(one) && is_whole(other)))
}

/// Whether two requests that are kept as JSON are the same: bodies as JSON, texts as what they say.
pub fn is_same_message(one: &Json, other: &Json) -> bool {
    let sections = ["endpoint", "path_parameters", "query_parameters", "headers", "form", "body"];
    let empty = Json::Object(serde_json::Map::new());
    sections.into_iter().all(|section| match (one.get(section), other.get(section)) {
        (None, None) => true,
        // No body is read as an object without fields.
        (None, Some(written)) if section == "body" => *written == empty,
        (Some(one), Some(other)) if section == "body" => is_same(one, other),
        (Some(Json::Object(one)), Some(Json::Object(other))) => {
            let says = |(name, value): (&String, &Json)| other.get(name).is_some_and(|other| is_said(value, other));
            one.len() == other.len() && one.iter().all(says)
        }
        (one, other) => one == other,
    })
}

/// Whether two texts, or lists of them, say the same: a number by what it is worth, and blanks around the items of a
/// header mean nothing.
fn is_said(one: &Json, other: &Json) -> bool {
    let number = |text: &str| serde_json::from_str::<Json>(text).ok().filter(Json::is_number);
    let items = |text: &str| text.split(',').map(str::trim).map(str::to_owned).collect::<Vec<_>>();
    match (one, other) {
        (Json::String(one), Json::String(other)) => {
            let numbers = number(one).zip(number(other));
            let (one, other) = (items(one), items(other));
            let pairs = || one.iter().zip(&other);
            let alike = |(one, other): (&String, &String)| {
                one == other || number(one).zip(number(other)).is_some_and(|(one, other)| is_same(&one, &other))
            };
            numbers.is_some_and(|(one, other)| is_same(&one, &other))
                || (one.len() == other.len() && pairs().all(alike))
        }
        (Json::Array(one), Json::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_said(one, other))
        }
        (one, other) => one == other,
    }
}
