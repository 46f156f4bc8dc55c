//! Every key of the language that this version reads is used in a spec that is generated and compiled, is refused where it
//! holds something else, and is documented.

use std::collections::BTreeMap;
use std::fs;

use camino::Utf8PathBuf;
use docwright::diagnostic::{Diagnostics, Place, Sources};
use docwright::spec::block::{Block, Value};
use docwright::spec::table::{At, Key, Kind, Site, Stage, TABLE};
use docwright::spec::{self, decode};
use docwright::yaml;
use docwright_tests::project::repository;

/// A key where a spec writes it.
struct Case {
    /// The place of the language of its whole file.
    file: At,
    key: Place,
    value: Place,
}

/// The first case of each key at each place, and the files that hold them.
struct Cases {
    sources: Sources,
    first: BTreeMap<(At, Key), Case>,
}

impl Cases {
    /// Of the four APIs and of those made up.
    fn all() -> Self {
        let mut cases = Self { sources: Sources::default(), first: BTreeMap::new() };
        for folder in ["specs", "tests/language/specs"] {
            let specs = Utf8PathBuf::from_path_buf(repository().join(folder)).unwrap();
            let mut found = Diagnostics::default();
            let files = spec::load(&specs, &mut cases.sources, &mut found).unwrap().unwrap();
            assert_eq!(found, Diagnostics::default(), "{folder}");
            cases.collect(At::Project, &files.project, None);
            for api in &files.apis {
                cases.collect(At::Api, &api.api, None);
                api.endpoints.iter().for_each(|endpoint| cases.collect(At::Endpoint, &endpoint.block, None));
            }
        }
        cases
    }

    /// Adds the keys of a block; the facts of a half are those of the block that it belongs to.
    fn collect(&mut self, file: At, block: &Block, half_of: Option<At>) {
        for item in &block.items {
            let of_half = block.at == At::Half && item.key.row().site(At::Half).is_some();
            let at = if of_half { At::Half } else { half_of.unwrap_or(block.at) };
            // a scalar that stands for a block is no case of its key
            if self.sources.text(item.key_place) == item.key.as_str() {
                let case = Case { file, key: item.key_place, value: item.place };
                self.first.entry((at, item.key)).or_insert(case);
            }
            self.within(file, &item.value, half_of.or(Some(block.at)));
        }
    }

    fn within(&mut self, file: At, value: &Value, of: Option<At>) {
        match value {
            Value::Block(block) => self.collect(file, block, of.filter(|_| block.at == At::Half)),
            Value::List(items) => items.iter().for_each(|item| self.within(file, &item.value, None)),
            Value::Map(entries) => entries.iter().for_each(|entry| self.within(file, &entry.value.value, None)),
            _ => {}
        }
    }

    /// A case of a key at one of the places of a site.
    fn of(&self, key: Key, site: &'static Site) -> Option<&Case> {
        let mut cases = self.first.iter();
        let is_here = |at: At| key.row().site(at).is_some_and(|other| other.places == site.places);
        cases.find(|((at, other), _)| *other == key && is_here(*at)).map(|(_, case)| case)
    }
}

/// The sites that this version reads, as a message names them.
fn sites() -> impl Iterator<Item = (Key, &'static Site, String)> {
    TABLE.iter().flat_map(|row| {
        let sites = row.sites.iter().filter(|site| site.stage == Stage::Now);
        sites.map(|site| (row.key, site, format!("`{}` of {:?}", row.name, site.places)))
    })
}

#[test]
fn every_key_has_a_case() {
    let cases = Cases::all();
    let missing: Vec<String> =
        sites().filter(|(key, site, _)| cases.of(*key, site).is_none()).map(|(_, _, name)| name).collect();
    assert!(missing.is_empty(), "no spec under specs/ or tests/language/specs/ has {missing:#?}");
}

/// The case's value becomes a list in a list, which no key holds; what is said points there.
#[test]
fn every_key_refuses_what_it_does_not_hold() {
    let cases = Cases::all();
    let mut missing = Vec::new();
    for (key, site, name) in sites() {
        let Some(case) = cases.of(key, site) else { continue };
        let text = cases.sources.get(case.key.file).text.as_str();
        let (before, after) = (&text[..case.key.span.end], &text[case.value.span.end..]);
        let wrong = format!("{before}: [[[]]]{}{after}", if after.starts_with('\n') { "" } else { "\n" });
        let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
        let file = sources.add("wrong.yaml", wrong.as_str());
        if let Some(node) = yaml::parse(file, &sources, &mut found) {
            decode(&node, case.file, &wrong, &mut found);
        }
        let at = case.key.span.start..before.len() + ": [[[]]]".len();
        let is_there = |place: Place| at.contains(&place.span.start);
        let told = found.iter().any(|found| {
            found.labels.iter().any(|label| is_there(label.place))
                && found.title.contains(&format!("`{}`", key.as_str()))
        });
        if !told {
            missing.push(format!("{name}: {found:?}"));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_key_is_documented() {
    let mut missing: Vec<&str> = TABLE.iter().filter(|row| row.meaning.is_empty()).map(|row| row.name).collect();
    if let Ok(page) = fs::read_to_string(repository().join("docs/language.md")) {
        missing.extend(sites().map(|(key, ..)| key.as_str()).filter(|name| !page.contains(&format!("`{name}`"))));
    }
    assert!(missing.is_empty(), "{missing:?}");
}

/// A key of which a spec holds nothing that a value could be: such a row would make the tests above pass by themselves.
#[test]
fn no_key_holds_whatever_it_is_given() {
    let holds_lists_of_lists = |kind: &Kind| matches!(kind, Kind::List(Kind::List(_)));
    assert!(sites().all(|(_, site, _)| !holds_lists_of_lists(&site.kind)));
}
