//! Servers and credentials.

use super::entry::{Builder, Frame};
use super::resolve::{Facts, Group, Stated, halves};
use super::{corrections, read, shapes};
use crate::diagnostic::{Diagnostic, Id};
use crate::model::{Carrier, Credential, Fact, Origin, Server, Word};
use crate::spec::block::{Block, Named, Value};
use crate::spec::table::Key;
use crate::yaml::Spanned;

impl<'b> Builder<'b, '_> {
    /// The servers of an API; one without an address is left out.
    pub(super) fn servers(&mut self, entries: &'b [Named]) -> Vec<Server> {
        read::blocks(entries).filter_map(|(name, block)| self.server(name, block)).collect()
    }

    fn server(&mut self, name: &Spanned<String>, block: &'b Block) -> Option<Server> {
        let facts = Facts::of(block, Origin::Page);
        let Some(url) = facts.read(Key::Url, |value| read::text(value).map(str::to_owned)) else {
            if !is_broken(block, Group::Address) {
                self.found.push(
                    Diagnostic::new(Id::MissingKey, format!("nobody says the address of the server `{}`", name.value))
                        .at(name.place, "")
                        .help("add `url`, or remove the server: a caller can always give an address of his own"),
                );
            }
            return None;
        };
        let variables = facts.get(Key::Variables);
        let variables = variables
            .map_or_else(Vec::new, |fact| self.entries(fact.map(), Frame { origin: fact.origin, ..Frame::TEXT }));
        Some(Server {
            name: read::name(name),
            documented: read::is_documented(block),
            url,
            variables,
            doc: read::doc(block),
            doubts: read::doubts(block),
            halves: corrections::of(block),
        })
    }

    /// The ways to prove who calls; one that says nowhere where it goes is left out.
    pub(super) fn credentials(&mut self, entries: &'b [Named], origin: Origin) -> Vec<Credential> {
        read::blocks(entries).filter_map(|(name, block)| self.credential(name, block, origin)).collect()
    }

    fn credential(&mut self, name: &Spanned<String>, block: &'b Block, origin: Origin) -> Option<Credential> {
        let facts = Facts::of(block, origin);
        let Some(carrier) = self.carrier(&facts) else {
            // A key that could not be read may have said it.
            if block.broken.is_empty() && !is_broken(block, Group::Carrier) {
                self.found.push(
                    Diagnostic::new(Id::MissingKey, format!("nobody says where the credential `{}` goes", name.value))
                        .at(name.place, "")
                        .help("add one of `header`, `query`, `scheme`, `session` and `all_of`"),
                );
            }
            return None;
        };
        Some(Credential {
            name: read::name(name),
            rust_name: read::word(block, Key::RustName),
            documented: read::is_documented(block),
            carrier,
            doc: read::doc(block),
            doubts: read::doubts(block),
            halves: corrections::of(block),
        })
    }

    /// Where a credential goes; of several places, which is said elsewhere, the first.
    fn carrier(&mut self, facts: &Facts<'b>) -> Option<Fact<Carrier>> {
        let fact = facts.iter().find(|fact| shapes::is_carrier(fact.item.key))?;
        let carrier = match (fact.item.key, &fact.item.value) {
            (Key::Scheme, Value::Text(scheme)) if scheme.eq_ignore_ascii_case("basic") => Carrier::Basic,
            (Key::Scheme, Value::Text(scheme)) => Carrier::Scheme(scheme.clone()),
            (Key::Header, Value::Text(header)) => {
                let prefix = facts.read(Key::Prefix, read::text);
                let prefix = prefix.map(|fact| Word { text: fact.value.to_owned(), place: fact.place });
                Carrier::Header { name: header.clone(), prefix }
            }
            (Key::Query, Value::Text(parameter)) => Carrier::Query(parameter.clone()),
            (Key::Session, Value::Flag(true)) => Carrier::Session,
            (Key::AllOf, Value::Map(_)) => Carrier::AllOf(self.all_of(fact)),
            _ => return None,
        };
        Some(fact.with(carrier))
    }

    fn all_of(&mut self, fact: Stated<'b>) -> Vec<Credential> {
        let mut inner = self.credentials(fact.map(), fact.origin);
        // One within another is an error that is said elsewhere.
        inner.retain(|credential| !matches!(credential.carrier.value, Carrier::AllOf(_)));
        inner
    }
}

/// Whether keys of a group could not be read in a block or its halves: decoding has told why the thing is missing.
fn is_broken(block: &Block, group: Group) -> bool {
    let broken = |block: &Block| block.broken.iter().any(|key| Group::of(*key) == group || super::walk::is_half(*key));
    broken(block) || halves(block).any(|(_, _, half)| broken(half))
}
