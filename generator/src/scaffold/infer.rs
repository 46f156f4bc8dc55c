//! What values of a sample suggest of their types.

use super::json::Json;
use super::outline::{Outline, built_in, reads};
use super::text::{is_opaque, is_secret_value, is_uuid, singular, words};
use crate::runtime::format;
use crate::spec::table::{At, Key};
use crate::yaml::{Content, Member};

/// Objects within objects that are told; deeper ones are said to be objects, and no more.
const DEEPEST: usize = 12;

/// What was seen of a thing: all its values together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// `None` where only null was seen.
    kind: Option<Kind>,
    nullable: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// A built-in type.
    Type(&'static str),
    List(Box<Shape>),
    Object(Vec<(String, Shape)>),
}

const ANY: Kind = Kind::Type("any");

impl Shape {
    fn just(kind: Kind) -> Self {
        Self { kind: Some(kind), nullable: false }
    }

    /// A text, and no more.
    pub(super) fn text() -> Self {
        Self::just(Kind::Type("string"))
    }

    /// Whether nothing holds of all that was seen.
    pub(super) fn is_any(&self) -> bool {
        self.kind == Some(ANY)
    }

    /// What a text outside JSON suggests, with the JSON value that is written as that text.
    pub(super) fn of_text(text: &str) -> (Self, Json) {
        if matches!(text, "true" | "false") {
            return (Self::just(Kind::Type("boolean")), Json::Bool(text == "true"));
        }
        let number = Json::parse(text).filter(|json| matches!(json, Json::Number(number) if number == text));
        match number {
            Some(number) => (Self::of(&number), number),
            None => (Self::just(Kind::Type(of_text(text))), Json::Text(text.to_owned())),
        }
    }

    /// What a JSON value suggests.
    pub(super) fn of(json: &Json) -> Self {
        match json {
            Json::Null => Self { kind: None, nullable: true },
            Json::Bool(_) => Self::just(Kind::Type("boolean")),
            Json::Number(number) => Self::just(Kind::Type(of_number(number))),
            Json::Text(text) => Self::just(Kind::Type(of_text(text))),
            Json::List(items) => Self::list(items.iter().map(Self::of)),
            Json::Object(members) => {
                Self::just(Kind::Object(members.iter().map(|(name, value)| (name.clone(), Self::of(value))).collect()))
            }
        }
    }

    /// A list of what was seen of its items.
    pub(super) fn list(items: impl Iterator<Item = Self>) -> Self {
        let item = items.reduce(Self::join).unwrap_or_else(|| Self::just(ANY));
        Self::just(Kind::List(Box::new(item)))
    }

    /// What holds of both.
    pub(super) fn join(self, other: Self) -> Self {
        let kind = match (self.kind, other.kind) {
            (Some(one), Some(other)) => Some(one.join(other)),
            (one, other) => one.or(other),
        };
        Self { kind, nullable: self.nullable || other.nullable }
    }

    /// The fields of an object.
    pub(super) fn fields(&self) -> Option<&[(String, Self)]> {
        match &self.kind {
            Some(Kind::Object(fields)) if !fields.is_empty() => Some(fields),
            _ => None,
        }
    }
}

impl Kind {
    fn join(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::Type("integer"), Self::Type("number")) | (Self::Type("number"), Self::Type("integer")) => {
                Self::Type("number")
            }
            (Self::Type(one), Self::Type(other)) if is_text(one) && is_text(other) => Self::Type("string"),
            (Self::List(one), Self::List(other)) => Self::List(Box::new(one.join(*other))),
            (Self::Object(mut fields), Self::Object(others)) => {
                for (name, shape) in others {
                    match fields.iter_mut().find(|(known, _)| *known == name) {
                        Some((_, known)) => *known = known.clone().join(shape),
                        None => fields.push((name, shape)),
                    }
                }
                Self::Object(fields)
            }
            _ => ANY,
        }
    }
}

fn is_text(name: &str) -> bool {
    !matches!(name, "any" | "boolean" | "integer" | "uint64" | "number")
}

fn of_number(number: &str) -> &'static str {
    if number.parse::<i64>().is_ok() {
        "integer"
    } else if number.parse::<u64>().is_ok() && built_in("uint64") == "uint64" {
        "uint64"
    } else {
        "number"
    }
}

/// Only what every reader of the format admits: a suggestion that the sample breaks is of no use.
fn of_text(text: &str) -> &'static str {
    let name = if is_uuid(text) {
        "uuid"
    } else if format::is_date_time(text) {
        "date-time"
    } else if format::is_date(text) {
        "date"
    } else if format::is_email(text) && text.rsplit('@').next().is_some_and(|domain| domain.contains('.')) {
        "email"
    } else if is_web_address(text) {
        "uri"
    } else {
        "string"
    };
    built_in(name)
}

fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_ascii_alphanumeric())
            && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/?&=,;:+".contains(&byte))
    })
}

/// Named types of a file, as they are needed.
pub(super) struct Types {
    taken: Vec<String>,
    named: Vec<Member>,
    why: &'static str,
}

impl Types {
    /// Types beside those of names that are taken.
    pub(super) fn beside(taken: Vec<String>, why: &'static str) -> Self {
        Self { taken, named: Vec::new(), why }
    }

    /// The types that were needed.
    pub(super) fn into_members(self) -> Vec<Member> {
        self.named
    }

    /// The facts of an entry.
    pub(super) fn facts(&mut self, name: &str, shape: &Shape) -> Outline {
        self.facts_at(name, shape, 0)
    }

    fn facts_at(&mut self, name: &str, shape: &Shape, depth: usize) -> Outline {
        let mut facts = Outline::default();
        match &shape.kind {
            None => {}
            Some(Kind::Type(name)) => facts.text(Key::Type, *name),
            Some(Kind::List(item)) => {
                let item = self.item(name, item, depth);
                facts.text(Key::Type, format!("{item}[]"));
            }
            Some(Kind::Object(fields)) if fields.is_empty() || depth > DEEPEST => facts.text(Key::Type, "object"),
            Some(Kind::Object(fields)) => facts.map(Key::Fields, self.fields(fields, depth)),
        }
        if shape.nullable {
            facts.flag(Key::Nullable, true);
        }
        if is_secret(name) && shape.kind == Some(Kind::Type("string")) && reads(Key::Secret, At::Entry) {
            facts.flag(Key::Secret, true);
        }
        facts
    }

    fn fields(&mut self, fields: &[(String, Shape)], depth: usize) -> Vec<Member> {
        let member = |(name, shape): &(String, Shape)| {
            Member::new(name.as_str(), self.facts_at(name, shape, depth + 1).content())
        };
        fields.iter().map(member).collect()
    }

    /// The type of a list's items.
    fn item(&mut self, name: &str, item: &Shape, depth: usize) -> String {
        match &item.kind {
            // That an item is null cannot be said of a type alone.
            _ if item.nullable => "any".to_owned(),
            None => "any".to_owned(),
            Some(Kind::Type(name)) => (*name).to_owned(),
            Some(Kind::List(inner)) => format!("{}[]", self.item(name, inner, depth + 1)),
            Some(Kind::Object(fields)) if fields.is_empty() || depth > DEEPEST => "object".to_owned(),
            Some(Kind::Object(fields)) => {
                let fields = self.fields(fields, depth);
                self.named(name, fields)
            }
        }
    }

    fn named(&mut self, name: &str, fields: Vec<Member>) -> String {
        let mut words = words(name);
        if let Some(last) = words.last_mut() {
            *last = singular(last);
        }
        let capitalised = |word: &String| word[..1].to_ascii_uppercase() + &word[1..];
        let base: String = words.iter().map(capitalised).collect();
        let base =
            if base.starts_with(|first: char| first.is_ascii_uppercase()) { base } else { format!("Item{base}") };
        let mut name = base.clone();
        let mut count = 1;
        while self.taken.contains(&name) {
            count += 1;
            name = format!("{base}{count}");
        }
        self.taken.push(name.clone());
        let mut facts = Outline::default();
        facts.put(Key::Fields, Content::Map(fields));
        self.named.push(Member::new(name.as_str(), facts.inferred(self.why).content()));
        name
    }
}

/// Whether a name is that of a secret.
pub(super) fn is_secret(name: &str) -> bool {
    let words = words(name);
    let has = |word: &str| words.iter().any(|has| has == word);
    let has_both = |first: &str, second: &str| words.windows(2).any(|pair| pair == [first, second]);
    // A token may also say where a list goes on, or be one of many that are counted.
    let is_other_token =
        ["page", "next", "previous", "prev", "continuation", "cursor", "sync", "type", "max", "count", "tokens"];
    let ends = |end: &str| words.iter().any(|word| word.ends_with(end));
    let is_token = ends("token") && !is_other_token.iter().any(|word| has(word));
    // Short words that are part of many names say it alone.
    let is_alone = |name: &&str| words.len() == 1 && has(name);
    is_token
        || ["password", "passwd", "passphrase", "passcode", "secret", "apikey", "signature"].iter().any(|end| ends(end))
        || ["pwd", "jwt", "totp", "credential", "credentials", "csrf", "xsrf"].iter().any(|word| has(word))
        || ["pass", "pin", "otp", "cvv", "cvc"].iter().any(is_alone)
        || ["api", "access", "private", "secret", "auth", "license"].iter().any(|first| has_both(first, "key"))
        || ["accesskey", "authkey", "privatekey", "secretkey", "licensekey"].iter().any(|word| has(word))
        || has_both("session", "id")
}

/// Takes out what is a secret by its name or its form; the pointers of what went.
pub(super) fn without_secrets(json: &mut Json, at: &str, gone: &mut Vec<String>) {
    let is_secret_text = |value: &Json| matches!(value, Json::Text(text) if is_secret_value(text));
    match json {
        Json::Object(members) => {
            members.retain(|(name, value)| {
                let is_named = is_secret(name) && !matches!(value, Json::Null | Json::Object(_));
                let goes = is_named || is_secret_text(value);
                if goes {
                    gone.push(format!("{at}/{name}"));
                }
                !goes
            });
            for (name, value) in members {
                without_secrets(value, &format!("{at}/{name}"), gone);
            }
        }
        Json::List(items) => {
            if items.iter().any(is_secret_text) {
                items.retain(|item| !is_secret_text(item));
                gone.push(at.to_owned());
            }
            for (index, item) in items.iter_mut().enumerate() {
                without_secrets(item, &format!("{at}/{index}"), gone);
            }
        }
        _ => {}
    }
}

/// Whether a value of an address or a header may be a secret, there where identifiers seldom stand.
pub(super) fn may_be_secret(json: &Json) -> bool {
    match json {
        Json::Text(text) => is_opaque(text) && !is_uuid(text) || is_secret_value(text),
        Json::List(items) => items.iter().any(may_be_secret),
        _ => false,
    }
}

/// A value of a sample as a scalar.
pub(super) fn scalar(json: &Json) -> Content {
    match json {
        Json::Text(text) => Content::Text(text.clone()),
        Json::Bool(flag) => Content::Plain(flag.to_string()),
        Json::Number(number) => Content::Plain(number.clone()),
        Json::List(items) => Content::List(items.iter().map(scalar).collect()),
        Json::Null | Json::Object(_) => Content::Plain("null".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{Document, write};

    fn inferred(json: &str) -> String {
        let json = Json::parse(json).expect("JSON");
        let mut types = Types::beside(vec!["Item".to_owned()], "Seen.");
        let facts = types.facts("items", &Shape::of(&json));
        let mut members = facts.members();
        members.extend(types.into_members());
        write(&Document { members, ..Document::default() })
    }

    #[test]
    fn values_suggest_types() {
        for (json, expected) in [
            ("1", "type: integer\n"),
            ("1.5", "type: number\n"),
            ("[1, 1.5]", "type: number[]\n"),
            ("[1, \"a\"]", "type: any[]\n"),
            ("[]", "type: any[]\n"),
            ("[[true]]", "type: boolean[][]\n"),
            ("null", "nullable: true\n"),
            ("\"2026-11-21T18:00:00Z\"", "type: date-time\n"),
            ("[\"2026-11-21T18:00:00Z\", \"soon\"]", "type: string[]\n"),
            ("\"a@b.org\"", "type: email\n"),
            ("{}", "type: object\n"),
            ("[1, null]", "type: any[]\n"),
        ] {
            assert_eq!(inferred(json), expected, "{json}");
        }
    }

    #[test]
    fn items_that_are_objects_get_a_type_of_their_own() {
        insta::assert_snapshot!(inferred(r#"[{"a": 1, "no": {"b": true}}, {"a": null, "c": "x"}]"#), @r"
        type: Item2[]

        Item2:
          documented: false
          inferred:
            why: Seen.
            fields:
              a:
                type: integer
                nullable: true
              no:
                fields:
                  b:
                    type: boolean
              c:
                type: string
        ");
    }

    #[test]
    fn secrets_are_known_by_name() {
        for name in [
            "password",
            "apiKey",
            "X-Auth-Token",
            "access_token",
            "accesstoken",
            "client_secret",
            "license_key",
            "secretkey",
            "userpassword",
            "PIN",
            "otp",
            "sessionId",
        ] {
            assert!(is_secret(name), "{name}");
        }
        for name in ["page_token", "nextPageToken", "max_tokens", "key", "author", "token_type", "id", "pin_id"] {
            assert!(!is_secret(name), "{name}");
        }
    }
}
