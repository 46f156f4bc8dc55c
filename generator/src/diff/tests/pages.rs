//! Each rule against the old and the new specs of its page: what is told, forwards and backwards.

use std::fmt::Write as _;

use super::fixtures::{Fixture, all};
use super::{Specs, of, told};
use crate::diagnostic::{Compatibility, Id, Kind};
use crate::diff::{Comparison, RULES, Rule};

fn ids(comparison: &Comparison) -> Vec<Id> {
    let mut ids: Vec<Id> = comparison.findings.iter().map(|finding| finding.id).collect();
    ids.sort_unstable();
    ids
}

#[test]
fn each_rule_has_an_id_of_its_own_in_the_order_of_the_pages() {
    let ids: Vec<Id> = Id::ALL.iter().copied().filter(|id| id.kind() == Kind::Change).collect();
    assert_eq!(RULES.iter().map(|rule| rule.id).collect::<Vec<_>>(), ids);
}

#[test]
fn each_page_says_what_its_rule_says() {
    let word = |side: Option<Compatibility>| side.map_or("not there", Compatibility::as_str).to_owned();
    for Fixture { id, wire, .. } in all() {
        let rule = Rule::of(id).expect("a rule");
        let runs = if rule.behaviour { "yes" } else { "no" }.to_owned();
        assert_eq!(wire, [word(rule.request), word(rule.response), runs], "{id}");
    }
}

#[test]
fn mirrors_are_mutual() {
    // A body that is gone may have been one that had to be sent, or not: its fixture shows the first.
    let one_way = [Id::BodyAdded];
    for Fixture { id, mirror, .. } in all() {
        let back = super::fixtures::all().into_iter().find(|fixture| fixture.id == mirror).expect("a page").mirror;
        assert!(back == id || one_way.contains(&id), "{id}, its mirror {mirror}, and back {back}");
    }
}

#[test]
fn each_fixture_is_one_finding_and_its_mirror_the_other_way() {
    let mut out = String::new();
    let mut wrong = String::new();
    for Fixture { id, old, new, mirror, also, .. } in all() {
        let expected = |id: Id, also: Vec<Id>| {
            let mut ids = also;
            ids.push(id);
            ids.sort_unstable();
            ids
        };
        let side = |specs: &Specs| specs.try_side("specs", &mut crate::diagnostic::Sources::default()).err();
        if let Some(said) = side(&old).or_else(|| side(&new)) {
            _ = writeln!(wrong, "{id}: {said}");
            continue;
        }
        let (forwards, _) = of(&old, &new);
        let (backwards, _) = of(&new, &old);
        _ = writeln!(out, "## {id}\n{}", told(&forwards));
        if ids(&forwards) != expected(id, also.clone()) {
            _ = writeln!(wrong, "{id}: {}", told(&forwards));
        }
        let mirrors = |id: &Id| all().into_iter().find(|fixture| fixture.id == *id).expect("a page").mirror;
        if ids(&backwards) != expected(mirror, also.iter().map(mirrors).collect()) {
            _ = writeln!(wrong, "{id}, reversed: {}", told(&backwards));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    insta::assert_snapshot!(out);
}
