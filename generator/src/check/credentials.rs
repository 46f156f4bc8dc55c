//! Credentials: what each may be called, that those of one `all_of` do not go to the same place, and which of them an
//! endpoint takes.

use std::fmt;

use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::{Api, Carrier, Credential, Endpoint, NO_CREDENTIAL};

/// Judges the credentials of an API.
pub(super) fn judge(api: &Api, found: &mut Diagnostics) {
    for credential in &api.auth {
        if credential.name.text == NO_CREDENTIAL {
            found.push(
                Diagnostic::new(Id::NameCollision, "a credential is called `none`, which stands for no credential")
                    .at(credential.name.place, "")
                    .help("name it after what is given, such as `api_key`; a `rust_name` does not help")
                    .help("that a call needs no credential is no entry of `auth`: leave this one out, and list `none` under `auth` of the endpoint"),
            );
        }
        if let Carrier::AllOf(all) = &credential.carrier.value {
            same_place(&credential.name.text, all, found);
        }
    }
}

/// Judges which credentials an endpoint takes, and that none goes where a parameter of its query stands.
pub(super) fn of_endpoint(api: &Api, endpoint: &Endpoint, found: &mut Diagnostics) {
    beside_parameters(api, endpoint, found);
    let Some(taken) = &endpoint.auth else { return };
    if taken.value.is_empty() {
        found.push(
            Diagnostic::new(Id::WrongKind, format!("`auth` of `{}` names no credential", endpoint.name))
                .at(taken.place, "")
                .help(
                    "list `none` where a call needs no credential; where it takes all of api.yaml's, leave `auth` out",
                ),
        );
    }
    for (at, name) in taken.value.iter().enumerate() {
        if let Some(first) = taken.value.iter().take(at).find(|first| first.text == name.text) {
            found.push(
                Diagnostic::new(Id::DuplicateValue, format!("`auth` of `{}` lists `{name}` twice", endpoint.name))
                    .at(name.place, "again")
                    .at(first.place, "first")
                    .help("remove it, or write the credential that was meant"),
            );
        }
    }
}

/// A parameter of the query that a credential of the API goes to would stand there twice.
fn beside_parameters(api: &Api, endpoint: &Endpoint, found: &mut Diagnostics) {
    for parameter in &endpoint.query_parameters {
        let carries = |credential: &&Credential| matches!(&credential.carrier.value, Carrier::Query(name) if *name == parameter.name);
        if let Some(credential) = api.carriers().find(carries) {
            let title = format!("the query parameter `{}` is a credential as well", parameter.name);
            found.push(
                Diagnostic::new(Id::IncludeConflict, title)
                    .at(parameter.place, "")
                    .at(credential.carrier.place, "a credential goes there")
                    .help("remove the parameter: the credential is given once, for the client"),
            );
        }
    }
}

/// Each of several at once needs a place of its own: a request carries the last that was set, and no other.
fn same_place(name: &str, all: &[Credential], found: &mut Diagnostics) {
    for (at, second) in all.iter().enumerate() {
        let Some(target) = Target::of(&second.carrier.value) else { continue };
        let goes_there = |other: &&Credential| Target::of(&other.carrier.value).as_ref() == Some(&target);
        let Some(first) = all.iter().take(at).find(goes_there) else { continue };
        let title = format!("`{}` and `{}` of `{name}` both go to {target}", first.name.text, second.name.text);
        found.push(
            Diagnostic::new(Id::SeveralCarriers, title)
                .at(second.carrier.place, "here again")
                .at(first.carrier.place, "goes there first")
                .help(format!("under `all_of` each goes to {} of its own: correct one of the two", target.noun()))
                .help("for two ways of which a caller picks one, write two credentials beside each other"),
        );
    }
}

/// Where a credential goes.
#[derive(PartialEq, Eq)]
enum Target {
    /// A header, in small letters.
    Header(String),
    /// A parameter of the query.
    Query(String),
}

impl Target {
    fn of(carrier: &Carrier) -> Option<Self> {
        match carrier {
            Carrier::Basic | Carrier::Scheme(_) => Some(Self::Header("authorization".to_owned())),
            Carrier::Header { name, .. } => Some(Self::Header(name.to_ascii_lowercase())),
            Carrier::Query(name) => Some(Self::Query(name.clone())),
            Carrier::Session => Some(Self::Header("cookie".to_owned())),
            Carrier::AllOf(_) => None,
        }
    }

    const fn noun(&self) -> &'static str {
        match self {
            Self::Header(_) => "a header",
            Self::Query(_) => "a parameter of the query",
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header(name) => write!(f, "the header `{name}`"),
            Self::Query(name) => write!(f, "the parameter `{name}` of the query"),
        }
    }
}
