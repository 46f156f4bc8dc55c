//! Old and new specs whose crates are compared: those of the pages of all rules, and what they do not show.

use super::super::{Specs, fixtures};
use crate::diagnostic::Sources;
use crate::diff::Side;

/// Old and new specs, with a name.
pub struct Pair {
    pub name: String,
    pub old: Side,
    pub new: Side,
}

impl Pair {
    fn of(name: &str, old: &Specs, new: &Specs) -> Self {
        // The places of both sides are of one collection.
        let mut sources = Sources::default();
        let old = old.side("old", &mut sources);
        let new = new.side("new", &mut sources);
        Self { name: name.to_owned(), old, new }
    }

    /// Whether code compiles as before though it breaks: where the crate has another name, no program of it is tried, and
    /// the compiler sees no names of arguments.
    pub fn breaks_silently(&self) -> bool {
        self.old.plan.package != self.new.plan.package || self.name.ends_with("_silently")
    }
}

/// The fixture of each rule.
pub fn of_rules() -> Vec<Pair> {
    let pair = |one: fixtures::Fixture| Pair::of(&one.id.as_str().replace('-', "_"), &one.old, &one.new);
    fixtures::all().into_iter().map(pair).collect()
}
