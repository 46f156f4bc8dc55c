//! Messages that only follow from another one: with the slip that is told, they go.

use std::collections::{HashMap, HashSet};

use super::{Diagnostic, FileId, Id, Place, Span};

/// The messages without those that follow from others.
pub(super) fn without(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let slips = Slips::of(&found);
    found.into_iter().filter(|diagnostic| !slips.cause(diagnostic)).collect()
}

/// From the end of a key to its value: a colon and a blank.
const KEY_TO_VALUE: usize = 2;

/// The places that messages are about.
struct Slips {
    /// Of messages that judge no sample, by file.
    about: HashMap<FileId, Vec<Span>>,
    /// Pairs of places that messages about names on the wire show.
    pairs: HashSet<[Place; 2]>,
}

impl Slips {
    fn of(found: &[Diagnostic]) -> Self {
        let mut slips = Self { about: HashMap::new(), pairs: HashSet::new() };
        for diagnostic in found {
            match (diagnostic.id, diagnostic.labels.as_slice()) {
                (Id::ExampleBreaks | Id::NameCollision, _) => {}
                (_, labels) => {
                    if let [first, second, ..] = labels {
                        slips.pairs.insert([first.place, second.place]);
                    }
                    for Place { file, span } in labels.iter().map(|label| label.place) {
                        slips.about.entry(file).or_default().push(span);
                    }
                }
            }
        }
        slips
    }

    /// Whether one of them causes a message: what a sample breaks is itself wrong, or two names are equal in Rust because
    /// they are equal.
    fn cause(&self, diagnostic: &Diagnostic) -> bool {
        match (diagnostic.id, diagnostic.labels.as_slice()) {
            (Id::ExampleBreaks, [_, stated, ..]) => {
                let Span { start, end } = stated.place.span;
                let about = self.about.get(&stated.place.file);
                // The slip stands in what is stated, or is the key in front of it.
                about.is_some_and(|about| about.iter().any(|slip| slip.start < end && start <= slip.end + KEY_TO_VALUE))
            }
            (Id::NameCollision, [first, second, ..]) => self.pairs.contains(&[first.place, second.place]),
            _ => false,
        }
    }
}
