//! What a comparison says of the crate, against the code that is generated of both sides.

use std::fmt::Write as _;

use similar::{ChangeTag, TextDiff};

use super::fixtures::{self, Fixture};
use super::{Specs, told};
use crate::diagnostic::{Bump, Sources};
use crate::diff::{Comparison, Side, compare};
use crate::emit;

/// The words of a side's code in the order of the alphabet, since in another order they do the same: the sources without
/// comments, without what every crate carries, and without what only tells of an endpoint.
pub(super) fn code(side: &Side) -> Vec<String> {
    let is_of_every_crate = |path: &str| path.starts_with("src/runtime") || path.starts_with("src/guide");
    let is_code = |line: &&str| {
        let line = line.trim_start();
        !["//", "#[deprecated", "permissions: "].iter().any(|start| line.starts_with(start))
    };
    let mut words = Vec::new();
    for file in emit::emit(side.plan.clone()) {
        let path = file.path.as_str();
        if path.starts_with("src/") && !is_of_every_crate(path) {
            let lines = file.text.lines().filter(is_code);
            let of_line = lines.flat_map(|line| line.split(|char: char| !char.is_alphanumeric() && char != '_'));
            // Beside a type of the specs that is called so, texts are `std::string::String`.
            let is_same = |word: &&str| ["", "std", "string", "String"].contains(word);
            words.extend(of_line.filter(|word| !is_same(word)).map(str::to_owned));
        }
    }
    words.sort_unstable();
    words
}

/// The words that one side has and the other has not, or less often.
pub(super) fn differing(before: &[String], after: &[String]) -> String {
    let [before, after] = [before, after].map(|words| words.iter().map(String::as_str).collect::<Vec<_>>());
    let diff = TextDiff::from_slices(&before, &after);
    let changes = diff.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal);
    changes.map(|change| format!(" {}{}", change.tag(), change.value())).collect::<Vec<_>>().concat()
}

/// Whether it is said of all changes that code compiles as before, and does the same.
pub(super) fn is_untouched(comparison: &Comparison) -> bool {
    let effects = comparison.findings.iter().filter_map(|finding| finding.effect.as_deref());
    effects.into_iter().all(|effect| !effect.behaviour && effect.source.is_none_or(|bump| bump == Bump::Patch))
}

/// The specs as they are, and where they show an object that is sent and answered, those that only send or only answer it.
fn ways(old: &Specs, new: &Specs) -> Vec<[Specs; 2]> {
    let mut ways = vec![[old.clone(), new.clone()]];
    let answer = ("  200:\n    body:\n      type: Note\n", "  success:\n    body: none\n");
    let request = ("method: POST\npath: /notes\n\nbody:\n  type: Note\n", "method: GET\npath: /notes\n");
    for (from, to) in [answer, request] {
        let one_way = |specs: &Specs| {
            let text = specs.0.get("shop/call.yaml")?;
            Some(specs.clone().with("shop/call.yaml", text.contains(from).then(|| text.replacen(from, to, 1))?))
        };
        ways.extend(one_way(old).zip(one_way(new)).map(<[Specs; 2]>::from));
    }
    ways
}

#[test]
fn the_crate_is_the_same_where_that_is_said() {
    let mut wrong = String::new();
    let mut count = 0;
    for Fixture { id, old, new, .. } in fixtures::all() {
        for [old, new] in ways(&old, &new) {
            let mut sources = Sources::default();
            // What is sent alone may be no spec where it is only answered.
            let (Ok(old), Ok(new)) = (old.try_side("specs", &mut sources), new.try_side("specs", &mut sources)) else {
                continue;
            };
            let comparisons = [compare(&old, &new), compare(&new, &old)];
            if let Some(untouched) = comparisons.iter().find(|comparison| is_untouched(comparison)) {
                count += 1;
                let (before, after) = (code(&old), code(&new));
                if before != after {
                    _ = writeln!(wrong, "{id}: {}{}", told(untouched), differing(&before, &after));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(count > 20, "{count}");
}
