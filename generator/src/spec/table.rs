//! The key table's shape: what a row says of a key, and how it is looked up.
//!
//! Decoding, "did you mean", the JSON Schema, the canonical order and the language page are all driven by [`TABLE`].

pub use super::keys::{Key, TABLE};

/// A row of the table: one key.
#[derive(Debug)]
pub struct Row {
    /// The key.
    pub key: Key,
    /// Its spelling.
    pub name: &'static str,
    /// Whether it states a fact, so that it may stand in a half (`known`, `inferred`) of the same place.
    pub fact: bool,
    /// What it means.
    pub meaning: &'static str,
    /// Where it may stand, and what it holds there.
    pub sites: &'static [Site],
    /// Places that take it from no [wider place](At::wider).
    pub except: &'static [At],
}

/// Places in which a key holds the same.
#[derive(Debug)]
pub struct Site {
    /// The places.
    pub places: &'static [At],
    /// What the key holds there.
    pub kind: Kind,
    /// Whether this version reads it there.
    pub stage: Stage,
    /// What holds where it is not written.
    pub silence: Silence,
    /// What it means there; empty where that is what the key always means.
    pub meaning: &'static str,
}

/// What holds where a key is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// It must be written.
    Error,
    /// Nothing is claimed.
    Nothing,
    /// This.
    Means(&'static str),
}

/// A place of the language where keys stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum At {
    /// `docwright.yaml`.
    Project,
    /// The crate to write.
    Crate,
    /// `api.yaml`.
    Api,
    /// A documentation page.
    Page,
    /// A source of better facts.
    Source,
    /// A server.
    Server,
    /// A credential: one way to prove who calls.
    Credential,
    /// A part: a bundle for `include`.
    Part,
    /// An endpoint: one file.
    Endpoint,
    /// A parameter, header, cookie, field, item, value or server variable.
    Entry,
    /// A named type: an entry that knows nothing of its use.
    Type,
    /// A body: an entry with a media type.
    Body,
    /// A response.
    Response,
    /// A value of an enum.
    EnumValue,
    /// `known` or `inferred`; the fact keys of the place it belongs to may stand there too.
    Half,
    /// An example.
    Example,
    /// The request of an example.
    SampleRequest,
    /// The answer of an example.
    SampleResponse,
    /// How lists are read page by page.
    Pagination,
    /// A limit on calls.
    RateLimit,
    /// How a token is got by OAuth 2.
    Oauth2,
    /// A change of the specs that was accepted.
    Acceptance,
}

/// What a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// The name of something of the same API.
    Name,
    /// A type expression.
    Type,
    /// `true` or `false`.
    Flag,
    /// `true` alone.
    True,
    /// `false` alone.
    False,
    /// A whole number, 0 or greater.
    Integer,
    /// A number.
    Number,
    /// A number, or a date as text.
    Bound,
    /// A JSON value: a scalar, `[]` or `{}`.
    Value,
    /// A JSON Pointer.
    Pointer,
    /// A calendar date, `YYYY-MM-DD`.
    Date,
    /// A count and a unit, such as `10m`.
    Duration,
    /// A key of the language.
    Key,
    /// The id of a rule.
    RuleId,
    /// One of these words.
    Word(&'static Words),
    /// A list.
    List(&'static Kind),
    /// A map from names.
    Map(&'static Kind),
    /// A block of keys.
    Block(At),
    /// A block, or a scalar that stands for a block with that key alone.
    Short(At, Key),
    /// The first of these that a value can be by its YAML shape.
    OneOf(&'static [Kind]),
    /// What the language knows and this version does not read.
    NotYet(&'static Kind),
}

/// Words of which one is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Read by this version.
    pub now: &'static [&'static str],
    /// Known to the language, not read yet.
    pub not_yet: &'static [&'static str],
}

/// When a key can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Read by this version.
    Now,
    /// Of the language's second stage, not read yet.
    Second,
}

impl Kind {
    /// What it asks for, in messages.
    #[must_use]
    pub fn expected(&self) -> String {
        match self {
            Self::Text => "a text".to_owned(),
            Self::Name => "a name".to_owned(),
            Self::Type => "a type".to_owned(),
            Self::Flag => "`true` or `false`".to_owned(),
            Self::True => "`true`".to_owned(),
            Self::False => "`false`".to_owned(),
            Self::Integer => "a whole number, 0 or greater".to_owned(),
            Self::Number => "a number".to_owned(),
            Self::Bound => "a number, or of dates a date".to_owned(),
            Self::Value => "a value".to_owned(),
            Self::Pointer => "a JSON Pointer".to_owned(),
            Self::Date => "a date, `YYYY-MM-DD`".to_owned(),
            Self::Duration => "a count and a unit, such as `10m`".to_owned(),
            Self::Key => "a key of the language".to_owned(),
            Self::RuleId => "the id of a rule".to_owned(),
            Self::Word(words) => words.listed(),
            Self::List(_) => "a list".to_owned(),
            Self::Map(_) => "a map from names".to_owned(),
            Self::Block(at) => format!("the keys of {}", at.noun()),
            Self::Short(at, key) => format!("the keys of {}, or its `{}` alone", at.noun(), key.as_str()),
            Self::OneOf(kinds) => {
                let now = kinds.iter().filter(|kind| !matches!(kind, Self::NotYet(_)));
                now.map(Self::expected).collect::<Vec<_>>().join(", or ")
            }
            Self::NotYet(kind) => kind.expected(),
        }
    }
}

impl Words {
    /// The words of this version, for people.
    pub(super) fn listed(&self) -> String {
        alternatives(&self.now.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>())
    }
}

/// `a, b or c`.
pub(super) fn alternatives(texts: &[impl AsRef<str>]) -> String {
    let texts: Vec<_> = texts.iter().map(AsRef::as_ref).collect();
    match texts.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

impl Key {
    /// Its row.
    #[must_use]
    pub fn row(self) -> &'static Row {
        // Rows stand in the order of the variants: one macro writes both.
        &TABLE[self as usize]
    }

    /// Its spelling.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.row().name
    }

    /// The key that is spelled so.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.name == text).map(|row| row.key)
    }
}

impl Row {
    /// Whether it is one of the halves, `known` and `inferred`.
    #[must_use]
    pub fn is_half(&self) -> bool {
        matches!(self.key, Key::Inferred | Key::Known)
    }

    /// What the key is in a place, if it may stand there.
    #[must_use]
    pub fn site(&self, at: At) -> Option<&'static Site> {
        let own = |at| self.sites.iter().find(|site| site.places.contains(&at));
        if self.except.contains(&at) { None } else { own(at).or_else(|| own(at.wider()?)) }
    }
}

impl Site {
    /// What the key means there.
    #[must_use]
    pub fn meaning(&self, row: &Row) -> &'static str {
        if self.meaning.is_empty() { row.meaning } else { self.meaning }
    }
}

impl At {
    /// Every place.
    pub const ALL: [Self; 22] = [
        Self::Project,
        Self::Crate,
        Self::Api,
        Self::Page,
        Self::Source,
        Self::Server,
        Self::Credential,
        Self::Part,
        Self::Endpoint,
        Self::Entry,
        Self::Type,
        Self::Body,
        Self::Response,
        Self::EnumValue,
        Self::Half,
        Self::Example,
        Self::SampleRequest,
        Self::SampleResponse,
        Self::Pagination,
        Self::RateLimit,
        Self::Oauth2,
        Self::Acceptance,
    ];

    /// The place whose keys may all stand here too, save a row's exceptions.
    #[must_use]
    pub const fn wider(self) -> Option<Self> {
        match self {
            Self::Type | Self::Body => Some(Self::Entry),
            _ => None,
        }
    }

    /// What it is called in messages.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Project => "docwright.yaml",
            Self::Crate => "the crate",
            Self::Api => "api.yaml",
            Self::Page => "a page",
            Self::Source => "a source",
            Self::Server => "a server",
            Self::Credential => "a credential",
            Self::Part => "a part",
            Self::Endpoint => "an endpoint",
            Self::Entry => "an entry",
            Self::Type => "a named type",
            Self::Body => "a body",
            Self::Response => "a response",
            Self::EnumValue => "a value of an enum",
            Self::Half => "`known` or `inferred`",
            Self::Example => "an example",
            Self::SampleRequest => "the request of an example",
            Self::SampleResponse => "the response of an example",
            Self::Pagination => "pagination",
            Self::RateLimit => "a rate limit",
            Self::Oauth2 => "oauth2",
            Self::Acceptance => "an accepted change",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_finds_its_row() {
        for row in TABLE {
            assert_eq!(row.key.row().name, row.name);
            assert_eq!(Key::parse(row.name), Some(row.key));
        }
    }

    #[test]
    fn every_row_says_what_it_means() {
        for row in TABLE {
            assert!(row.meaning.ends_with('.'), "{}: {}", row.name, row.meaning);
            assert!(!row.sites.is_empty(), "{}", row.name);
        }
    }
}
