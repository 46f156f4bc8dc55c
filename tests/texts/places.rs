//! Every place of the language that takes a text has a slot; and each place takes a text, or refuses it at that place.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};
use std::thread;

use docwright::diagnostic::{Diagnostics, Place, Sources};
use docwright::spec;
use docwright::spec::block::{Block, Value};
use docwright::spec::table::{At, Key, Kind, Stage, TABLE};

use crate::hostile::{is_whole, texts};
use crate::template::{Rendered, Specs, Template, Texts, Where};

/// Whether it is the name of an entry that takes a text, or what stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Name,
    Value,
}

/// The parts of a kind that take texts. Of words there is a closed list, which the decoder itself holds.
fn parts(kind: &Kind) -> BTreeSet<Part> {
    match kind {
        Kind::Text
        | Kind::Name
        | Kind::Type
        | Kind::Bound
        | Kind::Value
        | Kind::Pointer
        | Kind::Date
        | Kind::Duration
        | Kind::Key
        | Kind::RuleId => [Part::Value].into(),
        Kind::List(inner) => parts(inner),
        Kind::Map(inner) => parts(inner).into_iter().chain([Part::Name]).collect(),
        Kind::OneOf(kinds) => kinds.iter().flat_map(parts).collect(),
        Kind::Short(at, key) => key.row().site(*at).map(|site| parts(&site.kind)).unwrap_or_default(),
        Kind::Flag | Kind::True | Kind::False | Kind::Integer | Kind::Number | Kind::Word(_) | Kind::Block(_) => {
            BTreeSet::new()
        }
        Kind::NotYet(_) => BTreeSet::new(),
    }
}

/// The places of the slots of a project.
struct Slots<'r> {
    sources: &'r Sources,
    rendered: &'r [Rendered],
    found: BTreeSet<(At, Key, Part)>,
}

impl Slots<'_> {
    fn is_slot(&self, place: Place) -> bool {
        let path = self.sources.path(place.file).as_str();
        let slots = self.rendered.iter().filter(|file| path.ends_with(&file.path)).flat_map(|file| &file.slots);
        slots.into_iter().any(|(_, bytes)| *bytes == (place.span.start..place.span.end))
    }

    fn block(&mut self, block: &Block, of: At) {
        for item in &block.items {
            let at = if block.at == At::Half && item.key.row().site(At::Half).is_none() { of } else { block.at };
            self.value(at, item.key, item.place, &item.value);
        }
    }

    fn value(&mut self, at: At, key: Key, place: Place, value: &Value) {
        match value {
            Value::Block(block) if self.is_slot(place) => {
                self.found.insert((at, key, Part::Value));
                self.block(block, at);
            }
            Value::Block(block) => self.block(block, at),
            Value::List(items) => items.iter().for_each(|item| self.value(at, key, item.place, &item.value)),
            Value::Map(entries) => {
                for entry in entries {
                    if self.is_slot(entry.name.place) {
                        self.found.insert((at, key, Part::Name));
                    }
                    self.value(at, key, entry.value.place, &entry.value.value);
                }
            }
            _ if self.is_slot(place) => _ = self.found.insert((at, key, Part::Value)),
            _ => {}
        }
    }
}

#[test]
fn every_place_that_takes_a_text_has_a_slot() {
    let (template, specs) = (Template::read(), Specs::new());
    let rendered = template.render(&Texts::new());
    specs.write(&rendered, "hostile");
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let files = spec::load(&specs.path(), &mut sources, &mut found).unwrap().unwrap();
    assert_eq!(found, Diagnostics::default());
    let mut slots = Slots { sources: &sources, rendered: &rendered, found: BTreeSet::new() };
    slots.block(&files.project, At::Project);
    for api in &files.apis {
        slots.block(&api.api, At::Api);
        api.endpoints.iter().for_each(|endpoint| slots.block(&endpoint.block, At::Endpoint));
    }
    let mut missing = Vec::new();
    for row in TABLE {
        for site in row.sites.iter().filter(|site| site.stage == Stage::Now) {
            let has = |part: &Part| {
                slots.found.iter().any(|(at, key, other)| {
                    let is_here = row.site(*at).is_some_and(|other| other.places == site.places);
                    *key == row.key && other == part && is_here
                })
            };
            let parts = parts(&site.kind).into_iter().filter(|part| !has(part));
            missing.extend(parts.map(|part| format!("`{}` of {:?}: {part:?}", row.name, site.places)));
        }
    }
    assert!(missing.is_empty(), "no slot in texts/project for {missing:#?}");
}

/// A text, with the labels of the slots that take it: a project for each set that takes it at the same time.
pub struct Taken {
    pub text: String,
    pub rounds: Vec<Texts>,
}

impl Taken {
    /// Puts a text everywhere, and takes it back where it is refused until nothing is. Two slots that cannot hold the same
    /// text take it in turn.
    fn of(template: &Template, specs: &Specs, text: &str, astray: &mut Vec<String>) -> Self {
        // A long pattern is refused for its size, which takes its time to find out.
        let is_tried = |label: &&String| text.len() < 1_000 || !label.contains("pattern");
        let mut left: BTreeSet<&String> = template.labels.keys().filter(is_tried).collect();
        let mut rounds = Vec::new();
        while !left.is_empty() {
            let mut put: Texts = left.iter().map(|label| ((*label).clone(), text.to_owned())).collect();
            loop {
                let errors = specs.judge(&template.render(&put), &put);
                if errors.is_empty() {
                    break;
                }
                // What follows from what is refused, such as that no answer is left, points elsewhere.
                let at_slots = errors.iter().filter(|(_, labels)| !labels.is_empty());
                let before = put.len();
                for (_, labels) in at_slots {
                    put.remove(labels.last().unwrap());
                    if let (Some(label), 1) = (labels.first(), labels.len()) {
                        left.remove(label);
                    }
                }
                if put.len() == before {
                    astray.extend(errors.iter().map(|(title, _)| format!("{text:.60?}: {title:.300}")));
                    return Self { text: text.to_owned(), rounds };
                }
            }
            left.retain(|label| !put.contains_key(*label));
            if put.is_empty() {
                break;
            }
            rounds.push(put);
        }
        Self { text: text.to_owned(), rounds }
    }

    pub fn has(&self, label: &str) -> bool {
        self.rounds.iter().any(|put| put.contains_key(label))
    }
}

/// What becomes of every text in every slot, and which messages point elsewhere than to one; settled once.
pub static JUDGED: LazyLock<(Vec<Taken>, Vec<String>)> = LazyLock::new(|| {
    let template = Template::read();
    let texts: Vec<String> = texts().into_iter().step_by(if is_whole() { 1 } else { 3 }).collect();
    let judged = Mutex::new((BTreeMap::new(), Vec::new()));
    let next = AtomicUsize::new(0);
    let work = || {
        let specs = Specs::new();
        while let (index, Some(text)) = next_of(&next, &texts) {
            let mut astray = Vec::new();
            let taken = Taken::of(&template, &specs, text, &mut astray);
            let mut judged = judged.lock().unwrap();
            judged.0.insert(index, taken);
            judged.1.extend(astray);
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from).min(4) {
            scope.spawn(work);
        }
    });
    let (taken, astray) = judged.into_inner().unwrap();
    (taken.into_values().collect(), astray)
});

fn next_of<'t>(next: &AtomicUsize, texts: &'t [String]) -> (usize, Option<&'t String>) {
    let index = next.fetch_add(1, Ordering::Relaxed);
    (index, texts.get(index))
}

#[test]
fn a_text_that_is_refused_is_refused_at_its_place() {
    let (taken, astray) = &*JUDGED;
    assert!(astray.is_empty(), "{} told elsewhere:\n{}", astray.len(), astray.join("\n"));
    if !is_whole() {
        return;
    }
    let template = Template::read();
    let held = |label: &str| taken.iter().filter(|taken| taken.has(label)).count();
    let rare: Vec<String> = template
        .labels
        .iter()
        .filter(|(label, places)| {
            let least = if places.contains(&Where::Docs) { taken.len() / 4 } else { usize::from(!places.is_empty()) };
            held(label) < least
        })
        .map(|(label, _)| format!("{label}: {} of {}", held(label), taken.len()))
        .collect();
    assert!(rare.is_empty(), "taken by few: {rare:#?}");
}

/// A project that mixes the texts: each slot holds one that it takes, another one in each project.
pub fn mixed(template: &Template, specs: &Specs, turn: usize) -> Texts {
    let taken = &JUDGED.0;
    let mut put = Texts::new();
    for (at, label) in template.labels.keys().enumerate().filter(|(_, label)| *label != "output") {
        let from = at * 5 + turn * 11;
        let fitting = (0..taken.len()).map(|step| &taken[(from + step) % taken.len()]).find(|taken| taken.has(label));
        put.extend(fitting.map(|taken| (label.clone(), taken.text.clone())));
    }
    loop {
        let errors = specs.judge(&template.render(&put), &put);
        let Some((title, labels)) = errors.first() else { return put };
        put.remove(labels.last().unwrap_or_else(|| panic!("{title}")));
    }
}
