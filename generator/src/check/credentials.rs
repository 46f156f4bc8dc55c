//! Credentials: what each may be called, and that those of one `all_of` do not go to the same place.

use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::{Api, Carrier, Credential};

/// Judges the credentials of an API.
pub(super) fn judge(api: &Api, found: &mut Diagnostics) {
    for credential in &api.auth {
        if credential.name.text == "none" {
            found.push(
                Diagnostic::new(Id::NameCollision, "a credential is called `none`, which stands for no credential")
                    .at(credential.name.place, "")
                    .help("name it after what is given, such as `api_key`; a `rust_name` does not help")
                    .help("that a call needs no credential is no entry of `auth`: leave this one out"),
            );
        }
        if let Carrier::AllOf(all) = &credential.carrier.value {
            same_place(&credential.name.text, all, found);
        }
    }
}

/// Each of several at once needs a header of its own: a request carries the last that was set, and no other.
fn same_place(name: &str, all: &[Credential], found: &mut Diagnostics) {
    for (at, second) in all.iter().enumerate() {
        let Some(header) = header(&second.carrier.value) else { continue };
        let goes_there = |other: &&Credential| self::header(&other.carrier.value).as_ref() == Some(&header);
        let Some(first) = all.iter().take(at).find(goes_there) else { continue };
        let title =
            format!("`{}` and `{}` of `{name}` both go to the header `{header}`", first.name.text, second.name.text);
        found.push(
            Diagnostic::new(Id::SeveralCarriers, title)
                .at(second.carrier.place, "here again")
                .at(first.carrier.place, "goes there first")
                .help("under `all_of` each goes to a header of its own: correct one of the two")
                .help("for two ways of which a caller picks one, write two credentials beside each other"),
        );
    }
}

/// The header that a carrier sets, in small letters.
fn header(carrier: &Carrier) -> Option<String> {
    match carrier {
        Carrier::Basic | Carrier::Scheme(_) => Some("authorization".to_owned()),
        Carrier::Header(name) => Some(name.to_ascii_lowercase()),
        Carrier::Session => Some("cookie".to_owned()),
        Carrier::AllOf(_) => None,
    }
}
