//! What holds of every comparison: of specs with themselves, with others, and the other way round.

use std::collections::BTreeMap;
use std::fs;

use camino::Utf8Path;

use super::code::{code, differing, is_untouched};
use super::fixtures;
use super::{Specs, of, told};
use crate::diagnostic::{Id, Sources};
use crate::diff::compare;
use crate::diff::{Comparison, Outcome, Side};
use crate::spec::table::TABLE;

/// Edits at random, of each of the specs; `DOCWRIGHT_EDITS` says another count.
const TRIES: usize = 6;

/// Of these, those whose code is generated where it is said to be the same.
const SEEDS_EMITTED: usize = 2;

/// Places of one kind that are edited in each of the specs.
const MOST: usize = 1;

/// Numbers that are the same in each run.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % end.max(1)
    }
}

/// The endpoints of the repository, each with its API alone.
pub fn corpus() -> Vec<(String, Specs)> {
    let mut corpus = Vec::new();
    for root in ["../specs", "../tests/language/specs"] {
        let root = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
        let mut apis: Vec<_> = root.read_dir_utf8().expect("specs").map(|entry| entry.expect("an entry")).collect();
        apis.sort_by(|a, b| a.path().cmp(b.path()));
        for api in apis.into_iter().filter(|entry| entry.path().join("api.yaml").exists()) {
            let text = fs::read_to_string(api.path().join("api.yaml")).expect("an api.yaml");
            let mut files: Vec<_> =
                api.path().read_dir_utf8().expect("an API").map(|entry| entry.expect("an entry")).collect();
            files.sort_by(|a, b| a.path().cmp(b.path()));
            for file in files.into_iter().filter(|file| file.path().extension() == Some("yaml")) {
                if file.file_name() != "api.yaml" {
                    let endpoint = fs::read_to_string(file.path()).expect("an endpoint");
                    let specs = Specs::endpoint(&endpoint).with("shop/api.yaml", text.clone());
                    corpus.push((format!("{}/{}", api.file_name(), file.file_name()), specs));
                }
            }
        }
    }
    corpus
}

/// What a model says, without where: an opinion of its own on whether two say the same.
pub fn said(side: &Side) -> String {
    let mut apis = side.model.apis.clone();
    // What lints are told says nothing of an API.
    for api in &mut apis {
        api.exceptions.clear();
        // What a part is called is told of what comes of it.
        api.parts.clear();
    }
    let text = format!("{apis:?}");
    let mut parts = text.split("Place {");
    let mut said = parts.next().unwrap_or_default().to_owned();
    // A place holds a file and a span, and ends behind the second of their braces.
    parts.for_each(|part| said.push_str(part.split_once("} }").map_or(part, |(_, rest)| rest)));
    said
}

fn ids(comparison: &Comparison) -> Vec<Id> {
    let mut ids: Vec<Id> = comparison.findings.iter().map(|finding| alike(finding.id)).collect();
    ids.sort_unstable();
    ids
}

/// Rules that stand for one another where a change is reversed, since the reversed one tells less.
fn alike(id: Id) -> Id {
    match id {
        Id::RequiredBodyAdded => Id::BodyAdded,
        // Of two steps none of which is a multiple of the other, both are the tighter one.
        Id::MultipleOfLoosened => Id::MultipleOfTightened,
        id => id,
    }
}

/// A line with the deeper ones behind it.
fn block(lines: &[String], at: usize) -> std::ops::Range<usize> {
    let depth = |line: &String| line.len() - line.trim_start().len();
    let deeper = lines[at + 1..].iter().take_while(|line| line.trim().is_empty() || depth(line) > depth(&lines[at]));
    at..at + 1 + deeper.count()
}

/// An edit at random: a thing goes, comes, moves, has another name, or another value that stands elsewhere.
pub fn edited(text: &str, random: &mut Random) -> (String, &'static str) {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = random.below(lines.len());
    let range = block(&lines, at);
    let kind = match random.below(5) {
        0 => {
            lines.drain(range);
            "taken out"
        }
        1 => {
            let next = range.end;
            if next < lines.len() {
                let end = block(&lines, next).end;
                lines[at..end].rotate_left(next - at);
            }
            "put behind the next one"
        }
        2 => {
            if let Some((name, rest)) = lines[at].split_once(':')
                && TABLE.iter().all(|row| row.name != name.trim())
            {
                lines[at] = format!("{name}x:{rest}");
            }
            "renamed"
        }
        3 => {
            let mut copy = lines[range.clone()].to_vec();
            if let Some((name, rest)) = copy[0].split_once(':') {
                copy[0] = format!("{name}2:{rest}");
            }
            lines.splice(range.end..range.end, copy);
            "doubled"
        }
        _ => {
            let key = lines[at].split_once(':').map(|(name, _)| name.trim().to_owned()).unwrap_or_default();
            let others: Vec<String> = lines
                .iter()
                .filter_map(|line| line.split_once(':').filter(|(name, _)| name.trim() == key))
                .map(|(_, value)| value.to_owned())
                .collect();
            if let (Some((name, _)), false) = (lines[at].split_once(':'), others.is_empty()) {
                lines[at] = format!("{name}:{}", others[random.below(others.len())]);
            }
            "given another's value"
        }
    };
    (lines.join("\n") + "\n", kind)
}

#[test]
fn specs_do_not_differ_from_themselves() {
    for (name, specs) in corpus() {
        let (comparison, _) = of(&specs, &specs);
        assert_eq!(comparison.outcome, Outcome::NoDifference, "{name}: {}", told(&comparison));
    }
    for fixture in fixtures::all() {
        let (comparison, _) = of(&fixture.old, &fixture.old);
        assert_eq!(comparison.outcome, Outcome::NoDifference, "{}: {}", fixture.id, told(&comparison));
    }
}

#[test]
fn what_differs_is_told_and_mirrored() {
    let mirrors: BTreeMap<Id, Id> = fixtures::all().into_iter().map(|one| (one.id, one.mirror)).collect();
    let mut wrong = Vec::new();
    let (mut tried, mut compared) = (0_usize, 0_usize);
    let tries = std::env::var("DOCWRIGHT_EDITS").map_or(TRIES, |count| count.parse().expect("a count of edits"));
    for (number, (name, specs)) in corpus().into_iter().enumerate() {
        let mut sources = Sources::default();
        let old = specs.side("old", &mut sources);
        let before = said(&old);
        for seed in 0..tries {
            tried += 1;
            let mut random = Random((number * 1000 + seed) as u64 + 1);
            // The first number of such a row says little.
            random.below(2);
            let path = if random.below(4) == 0 { "shop/api.yaml" } else { "shop/call.yaml" };
            let (text, kind) = edited(&specs.0[path], &mut random);
            let changed = specs.clone().with(path, text);
            let Ok(new) = changed.try_side("new", &mut sources) else { continue };
            compared += 1;
            let differs = said(&new) != before;
            let (forwards, backwards) = (compare(&old, &new), compare(&new, &old));
            let mut mirrored: Vec<Id> = forwards.findings.iter().map(|finding| alike(mirrors[&finding.id])).collect();
            mirrored.sort_unstable();
            let case = format!("{name}, {path}, seed {seed}, {kind}");
            if forwards.findings.is_empty() == differs {
                wrong.push(format!(
                    "{case}: the models {}:\n{}",
                    if differs { "differ" } else { "agree" },
                    told(&forwards)
                ));
            } else if mirrored != ids(&backwards) {
                wrong.push(format!("{case}:\n{}\nthe other way round:\n{}", told(&forwards), told(&backwards)));
            } else if seed < SEEDS_EMITTED && is_untouched(&forwards) {
                let (before, after) = (code(&old), code(&new));
                if before != after {
                    let words = differing(&before, &after);
                    wrong.push(format!("{case}: the code differs by{words}:\n{}", told(&forwards)));
                }
            }
        }
    }
    assert!(compared * 5 > tried, "{compared} of {tried} were specs");
    assert!(wrong.is_empty(), "{} of {compared}:\n{}", wrong.len(), wrong[..wrong.len().min(12)].join("\n\n"));
}

/// Edits of one line, and what each is.
#[rustfmt::skip]
const KINDS: &[(&str, &str, Id)] = &[
    ("required: true", "required: false", Id::FieldOptional),
    ("required: false", "required: true", Id::FieldRequired),
    ("nullable: true", "nullable: false", Id::NullRefused),
    ("method: POST", "method: PUT", Id::MethodChanged),
    ("type: string", "type: boolean", Id::TypeChanged),
    ("type: integer", "type: int32", Id::TypeNarrowed),
    ("type: int32", "type: int64", Id::TypeWidened),
    ("type: date-time", "type: date", Id::FormatChanged),
    ("max_length: ", "max_length: 1", Id::UpperBoundRaised),
    ("max_items: ", "max_items: 1", Id::UpperBoundRaised),
    ("minimum: ", "minimum: 1", Id::LowerBoundRaised),
    ("min_length: ", "min_length: 1", Id::LowerBoundRaised),
    ("encode: comma", "encode: brackets", Id::EncodingChanged),
    ("secret: true", "secret: false", Id::SecretChanged),
    ("doc: ", "doc: Now ", Id::DocumentationChanged),
    ("address: ", "address: https://elsewhere.example/?", Id::ProvenanceChanged),
    ("unique_items: true", "unique_items: false", Id::UniqueItemsRemoved),
    ("server_owned: true", "server_owned: false", Id::AccessChanged),
];

#[test]
fn an_edit_of_a_kind_is_told_as_that() {
    let mut seen: BTreeMap<Id, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (name, specs) in corpus() {
        let mut sources = Sources::default();
        let old = specs.side("old", &mut sources);
        let before = said(&old);
        // Words on samples are told of these.
        let text = &specs.0["shop/call.yaml"];
        for (from, to, id) in KINDS {
            let is_whole = |at: usize| {
                let line = text[at..].lines().next().unwrap_or_default();
                let begins = text[..at].ends_with([' ', '\n'])
                    && text[..at]
                        .lines()
                        .next_back()
                        .is_none_or(|line| line.trim().is_empty() || text[..at].ends_with('\n'));
                begins && (from.ends_with(' ') || line == *from)
            };
            let end = text.find("\nexamples:").unwrap_or(text.len());
            for (at, _) in text[..end].match_indices(from).filter(|(at, _)| is_whole(*at)).take(MOST) {
                let changed =
                    specs.clone().with("shop/call.yaml", format!("{}{to}{}", &text[..at], &text[at + from.len()..]));
                let Ok(new) = changed.try_side("new", &mut sources) else { continue };
                // What a half overrules is told as where the half comes from, or not at all.
                let comparison = compare(&old, &new);
                let overruled = [Vec::new(), vec![Id::ProvenanceChanged]];
                let ids: Vec<Id> = comparison.findings.iter().map(|finding| finding.id).collect();
                if overruled.contains(&ids) && *id != Id::ProvenanceChanged {
                    assert_eq!(ids.is_empty(), said(&new) == before, "{name}: {from} to {to}");
                    continue;
                }
                *seen.entry(*id).or_default() += 1;
                if ids != [*id] {
                    let line = text[..at].lines().count();
                    wrong
                        .push(format!("{name}, line {line}, {from} to {to}, in place of {id}:\n{}", told(&comparison)));
                }
            }
        }
    }
    assert!(seen.len() * 3 > KINDS.len() * 2, "{seen:?}");
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong[..wrong.len().min(12)].join("\n\n"));
}
