//! Credentials of a sample: where they go, and never what they are.

use super::curl::Curl;
use super::infer::is_secret;
use super::outline::Outline;
use super::text::{snake, words};
use crate::spec::block::{Block, Value};
use crate::spec::table::Key;
use crate::yaml::{Content, Member};

/// Where a credential goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Carrier {
    /// `Authorization: <scheme> …`.
    Scheme(String),
    /// A header, with a word before the credential.
    Header(String, Option<String>),
    /// A parameter of the query.
    Query(String),
    /// Cookies.
    Session,
}

/// Takes the credentials out of a command.
pub(super) fn take(curl: &mut Curl, query: &mut Vec<(String, String)>, has_user: bool) -> Vec<Carrier> {
    let mut carriers = Vec::new();
    if curl.user || has_user {
        carriers.push(Carrier::Scheme("Basic".to_owned()));
    }
    curl.headers.retain(|(name, value)| {
        let carrier = of_header(name, value);
        let is_carrier = carrier.is_some();
        carriers.extend(carrier);
        !is_carrier
    });
    // Who calls is no secret, and goes with the header that proves it.
    if carriers.iter().any(|carrier| matches!(carrier, Carrier::Header(..))) {
        curl.headers.retain(|(name, _)| {
            let is_companion = is_companion(name);
            if is_companion {
                carriers.push(Carrier::Header(name.clone(), None));
            }
            !is_companion
        });
    }
    query.retain(|(name, _)| {
        let is_carrier = is_secret(name) || matches!(snake(name).as_str(), "key" | "auth" | "sig" | "sid");
        if is_carrier {
            carriers.push(Carrier::Query(name.clone()));
        }
        !is_carrier
    });
    if curl.cookies {
        carriers.push(Carrier::Session);
    }
    let mut distinct: Vec<Carrier> = Vec::new();
    for carrier in carriers {
        if !distinct.iter().any(|known| known.is(&carrier)) {
            distinct.push(carrier);
        }
    }
    distinct
}

fn of_header(name: &str, value: &str) -> Option<Carrier> {
    let words = words(name);
    let has = |word: &str| words.iter().any(|has| has == word);
    if name.eq_ignore_ascii_case("authorization") {
        return Some(match value.split_once(' ') {
            Some((scheme, _)) if is_word(scheme) => Carrier::Scheme(scheme.to_owned()),
            _ => Carrier::Header("Authorization".to_owned(), None),
        });
    }
    if name.eq_ignore_ascii_case("cookie") {
        return Some(Carrier::Session);
    }
    let is_credential = is_secret(name)
        || ["auth", "authorization", "authentication", "session", "xsrf", "csrf", "key", "ticket"]
            .iter()
            .any(|word| has(word));
    let is_other = has("idempotency") || name.eq_ignore_ascii_case("sec-websocket-key");
    let prefix = value.split_once(' ').map(|(word, _)| word).filter(|word| is_word(word));
    (is_credential && !is_other).then(|| Carrier::Header(name.to_owned(), prefix.map(str::to_owned)))
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.len() <= 24 && text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
}

/// Whether a header says who calls, beside one that proves it.
fn is_companion(name: &str) -> bool {
    matches!(snake(name).as_str(), "x_user_id" | "user_id" | "x_account_id" | "x_client_id" | "client_id" | "x_app_id")
}

impl Carrier {
    /// Whether it is the same way; names of headers have no case.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Header(one, _), Self::Header(other, _)) | (Self::Scheme(one), Self::Scheme(other)) => {
                one.eq_ignore_ascii_case(other)
            }
            _ => self == other,
        }
    }

    /// The name of the entry.
    fn name(&self) -> String {
        let name = match self {
            Self::Scheme(name) | Self::Query(name) => snake(name),
            Self::Header(name, _) => {
                let name = snake(name);
                name.strip_prefix("x_").map(str::to_owned).unwrap_or(name)
            }
            Self::Session => "session".to_owned(),
        };
        // `none` would be no credential.
        if matches!(name.as_str(), "" | "none") { "credential".to_owned() } else { name }
    }

    /// Its keys.
    fn facts(&self) -> Outline {
        match self {
            Self::Scheme(scheme) => Outline::of(Key::Scheme, scheme.as_str()),
            Self::Header(name, prefix) => {
                let mut facts = Outline::of(Key::Header, name.as_str());
                if let Some(prefix) = prefix {
                    facts.text(Key::Prefix, prefix.as_str());
                }
                facts
            }
            Self::Query(name) => Outline::of(Key::Query, name.as_str()),
            Self::Session => {
                let mut facts = Outline::default();
                facts.flag(Key::Session, true);
                facts
            }
        }
    }

    /// For people.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Scheme(scheme) => format!("the scheme `{}` of the header Authorization", scheme.escape_debug()),
            Self::Header(name, _) => format!("the header `{}`", name.escape_debug()),
            Self::Query(name) => format!("the query parameter `{}`", name.escape_debug()),
            Self::Session => "cookies".to_owned(),
        }
    }
}

/// The entry of `auth` for credentials that go together; `None` where there are none.
pub(super) fn entry(carriers: &[Carrier], why: &'static str) -> Option<Member> {
    match carriers {
        [] => None,
        [one] => Some(Member::new(one.name(), one.facts().inferred(why).content())),
        several => {
            let mut members: Vec<Member> = Vec::new();
            for carrier in several {
                let mut name = carrier.name();
                while members.iter().any(|member| member.key == name) {
                    name.push_str("_2");
                }
                members.push(Member::new(name, carrier.facts().content()));
            }
            let mut all = Outline::default();
            all.put(Key::AllOf, Content::Map(members));
            Some(Member::new("credentials", all.inferred(why).content()))
        }
    }
}

/// Whether one of the entries of `auth` is made of just these.
pub(super) fn is_known(carriers: &[Carrier], known: &[Vec<Carrier>]) -> bool {
    known.iter().any(|known| {
        known.len() == carriers.len() && carriers.iter().all(|carrier| known.iter().any(|known| known.is(carrier)))
    })
}

/// The ways that api.yaml has, each with all that goes together.
pub(super) fn known(api: &Block) -> Vec<Vec<Carrier>> {
    let block = |value: &Value| match value {
        Value::Block(block) => Some(block.clone()),
        _ => None,
    };
    let entries = api.map(Key::Auth).iter().filter_map(|named| block(&named.value.value));
    entries.map(|entry| carriers(&entry)).collect()
}

/// What an entry says, on whoever's word.
fn carriers(entry: &Block) -> Vec<Carrier> {
    let mut found = Vec::new();
    for block in [Some(entry), entry.block(Key::Inferred), entry.block(Key::Known)].into_iter().flatten() {
        let text = |key| block.text(key).map(str::to_owned);
        found.extend(text(Key::Scheme).map(Carrier::Scheme));
        found.extend(text(Key::Header).map(|name| Carrier::Header(name, text(Key::Prefix))));
        found.extend(text(Key::Query).map(Carrier::Query));
        found.extend(block.get(Key::Session).map(|_| Carrier::Session));
        for inner in block.map(Key::AllOf) {
            if let Value::Block(inner) = &inner.value.value {
                found.append(&mut carriers(inner));
            }
        }
    }
    found
}
