//! Old and new specs whose crates are compared: those of the pages of all rules, and what they do not show.

use super::super::properties::{Random, corpus, edited};
use super::super::{Specs, fixtures};
use crate::diagnostic::Sources;
use crate::diff::Side;
use crate::plan::Words;

/// Old and new specs, with a name.
pub struct Pair {
    /// What its modules begin with.
    pub name: String,
    /// What became of the old specs.
    pub what: String,
    pub old: Side,
    pub new: Side,
}

impl Pair {
    fn of(name: &str, old: &Specs, new: &Specs) -> Self {
        // The places of both sides are of one collection.
        let mut sources = Sources::default();
        let mut side = |specs: &Specs, shown| {
            specs.try_side(shown, &mut sources).unwrap_or_else(|wrong| panic!("{name}: {wrong}"))
        };
        let (old, new) = (side(old, "old"), side(new, "new"));
        Self { name: Words::of(name).snake().to_string(), what: name.to_owned(), old, new }
    }

    /// Whether code compiles as before though it breaks: where the crate has another name, no program of it is tried, and
    /// the compiler sees no names of arguments.
    pub fn breaks_silently(&self) -> bool {
        self.old.plan.package != self.new.plan.package || self.name.ends_with("_silently")
    }
}

/// The fixture of each rule.
pub fn of_rules() -> Vec<Pair> {
    let pair = |one: fixtures::Fixture| Pair::of(one.id.as_str(), &one.old, &one.new);
    fixtures::all().into_iter().map(pair).collect()
}

/// What no page of a rule shows.
pub fn more() -> Vec<Pair> {
    let sections = include_str!("pairs.md").split("\n## ").skip(1);
    let pair = |section: &str| {
        let title = section.lines().next().unwrap_or_default();
        let side = |side| fixtures::specs(section, side).unwrap_or_else(|| panic!("{title}: no {side} specs"));
        Pair::of(title, &side("old"), &side("new"))
    };
    sections.map(pair).collect()
}

/// Endless edits at random of the specs of the repository that make another crate.
pub fn at_random() -> impl Iterator<Item = Pair> {
    let corpus = corpus();
    (0_usize..).filter_map(move |number| {
        let (what, specs) = &corpus[number % corpus.len()];
        let mut random = Random(number as u64 + 1);
        // The first number of such a row says little.
        random.below(2);
        let path = if random.below(4) == 0 { "shop/api.yaml" } else { "shop/call.yaml" };
        let (text, kind) = edited(&specs.0[path], &mut random);
        let mut sources = Sources::default();
        let new = specs.clone().with(path, text).try_side("new", &mut sources).ok()?;
        let old = specs.side("old", &mut sources);
        let what = format!("{what}, {path}, number {number}, {kind}");
        (old.plan.apis != new.plan.apis).then(|| Pair { name: format!("random_{number}"), what, old, new })
    })
}
