//! Rules on one value alone.

use std::cmp::Ordering;

use super::{Spot, Walk, words};
use crate::diagnostic::Id;
use crate::model::{Constraints, Entry, Fact, Limit, length_unit_word};
use crate::runtime::{LengthUnit, RuleId};

/// Which end of a range a bound is.
#[derive(Clone, Copy)]
enum End {
    Lower,
    Upper,
}

/// What became of a bound.
fn bound(end: End, change: Option<Ordering>, is_set: bool) -> Id {
    match (end, change) {
        (End::Lower, Some(Ordering::Less)) => Id::LowerBoundLowered,
        (End::Lower, Some(Ordering::Greater)) => Id::LowerBoundRaised,
        (End::Upper, Some(Ordering::Less)) => Id::UpperBoundLowered,
        (End::Upper, Some(Ordering::Greater)) => Id::UpperBoundRaised,
        (End::Lower, None) if is_set => Id::LowerBoundSet,
        (End::Lower, None) => Id::LowerBoundRemoved,
        (End::Upper, None) if is_set => Id::UpperBoundSet,
        (End::Upper, None) => Id::UpperBoundRemoved,
        (_, Some(Ordering::Equal)) => Id::FactRestated,
    }
}

/// A rule that is set, changed or removed.
fn rule<T>([added, changed, removed]: [Id; 3]) -> impl FnOnce(Option<&T>, Option<&T>) -> Id {
    move |old, new| match (old, new) {
        (None, _) => added,
        (Some(_), Some(_)) => changed,
        (Some(_), None) => removed,
    }
}

/// How a new bound stands to the old one, however both are spelled.
fn compare(old: &Limit, new: &Limit) -> Ordering {
    match (old.bound().is_above(new.bound()), old.bound().is_below(new.bound())) {
        (false, false) => Ordering::Equal,
        (true, _) => Ordering::Less,
        (false, true) => Ordering::Greater,
    }
}

/// The rules of an entry of which another one says nothing, in the words of specs.
pub(super) fn lone(entry: &Entry, other: &Entry) -> Vec<String> {
    let others = stated(other);
    let is_lone = |rule: &(&str, String)| !others.iter().any(|(key, _)| *key == rule.0);
    stated(entry).into_iter().filter(is_lone).map(|(key, said)| format!("{key}: {said}")).collect()
}

/// The rules of an entry.
fn stated(entry: &Entry) -> Vec<(&'static str, String)> {
    let Constraints {
        constant,
        minimum: _, // a limit, as the four that follow
        exclusive_minimum: _,
        maximum: _,
        exclusive_maximum: _,
        multiple_of: _,
        length_unit,
        min_length,
        max_length,
        pattern,
        unique_items,
        min_items,
        max_items,
        min_properties,
        max_properties,
    } = &entry.constraints;
    let limits = entry.constraints.limits().map(|(rule, fact)| (rule.as_str(), words::limit(&fact.value)));
    let counts = [
        ("min_length", min_length),
        ("max_length", max_length),
        ("min_items", min_items),
        ("max_items", max_items),
        ("min_properties", min_properties),
        ("max_properties", max_properties),
    ];
    let counts = counts.into_iter().filter_map(|(key, fact)| Some((key, fact.as_ref()?.value.to_string())));
    let others = [
        ("const", constant.as_ref().map(|fact| fact.value.to_string())),
        ("length_unit", length_unit.as_ref().map(|fact| length_unit_word(fact.value).to_owned())),
        ("pattern", pattern.as_ref().map(|fact| fact.value.0.clone())),
        ("unique_items", unique_items.as_ref().map(|fact| fact.value.to_string())),
        ("encode", entry.encode.as_ref().map(|fact| fact.value.as_str().to_owned())),
        ("enum", entry.listed.as_ref().map(|fact| words::listed(&fact.value))),
    ];
    let others = others.into_iter().filter_map(|(key, said)| Some((key, said?)));
    limits.chain(counts).chain(others).collect()
}

impl<'o, 'n> Walk<'o, 'n> {
    /// Compares the rules of an entry.
    pub(super) fn constraints(&mut self, old: &'o Entry, new: &'n Entry, spot: &Spot) {
        let Constraints {
            constant,
            minimum,
            exclusive_minimum,
            maximum,
            exclusive_maximum,
            multiple_of,
            length_unit,
            min_length,
            max_length,
            pattern,
            unique_items,
            min_items,
            max_items,
            min_properties,
            max_properties,
        } = &old.constraints;
        let with = &new.constraints;
        let of = (old, new);
        let constants = [Id::ConstantAdded, Id::ConstantChanged, Id::ConstantRemoved];
        self.fact("const", spot, of, (constant.as_ref(), with.constant.as_ref()), words::json, rule(constants));
        self.limit(RuleId::Minimum, spot, of, (minimum, &with.minimum), End::Lower);
        self.limit(RuleId::ExclusiveMinimum, spot, of, (exclusive_minimum, &with.exclusive_minimum), End::Lower);
        self.limit(RuleId::Maximum, spot, of, (maximum, &with.maximum), End::Upper);
        self.limit(RuleId::ExclusiveMaximum, spot, of, (exclusive_maximum, &with.exclusive_maximum), End::Upper);
        self.fact(
            "multiple_of",
            spot,
            of,
            (multiple_of.as_ref(), with.multiple_of.as_ref()),
            words::limit,
            |old, new| {
                let Some(new) = new else { return Id::MultipleOfLoosened };
                let Some(old) = old else { return Id::MultipleOfTightened };
                // Each multiple of the old one is one of the new one, and the other way round.
                let is_looser = new.admits(RuleId::MultipleOf, old.bound());
                match (is_looser, old.admits(RuleId::MultipleOf, new.bound())) {
                    (true, true) => Id::FactRestated,
                    (true, false) => Id::MultipleOfLoosened,
                    (false, _) => Id::MultipleOfTightened,
                }
            },
        );
        let unit = |unit: &LengthUnit| length_unit_word(*unit).to_owned();
        self.fact("length_unit", spot, of, (length_unit.as_ref(), with.length_unit.as_ref()), unit, |_, _| {
            Id::LengthUnitChanged
        });
        self.count("min_length", spot, of, (min_length, &with.min_length), End::Lower);
        self.count("max_length", spot, of, (max_length, &with.max_length), End::Upper);
        let patterns = [Id::PatternAdded, Id::PatternChanged, Id::PatternRemoved];
        let source = |pattern: &crate::model::Pattern| pattern.0.clone();
        self.fact("pattern", spot, of, (pattern.as_ref(), with.pattern.as_ref()), source, rule(patterns));
        let unique =
            |old: Option<&bool>, new: Option<&bool>| match (old.is_some_and(|is| *is), new.is_some_and(|is| *is)) {
                (false, true) => Id::UniqueItemsAdded,
                (true, false) => Id::UniqueItemsRemoved,
                _ => Id::FactRestated,
            };
        self.fact("unique_items", spot, of, (unique_items.as_ref(), with.unique_items.as_ref()), words::flag, unique);
        self.count("min_items", spot, of, (min_items, &with.min_items), End::Lower);
        self.count("max_items", spot, of, (max_items, &with.max_items), End::Upper);
        self.count("min_properties", spot, of, (min_properties, &with.min_properties), End::Lower);
        self.count("max_properties", spot, of, (max_properties, &with.max_properties), End::Upper);
    }

    fn limit(
        &mut self,
        rule: RuleId,
        spot: &Spot,
        of: (&Entry, &Entry),
        (old, new): (&Option<Fact<Limit>>, &Option<Fact<Limit>>),
        end: End,
    ) {
        self.fact(rule.as_str(), spot, of, (old.as_ref(), new.as_ref()), words::limit, |old, new| {
            bound(end, old.zip(new).map(|(old, new)| compare(old, new)), new.is_some())
        });
    }

    fn count(
        &mut self,
        key: &str,
        spot: &Spot,
        of: (&Entry, &Entry),
        (old, new): (&Option<Fact<u64>>, &Option<Fact<u64>>),
        end: End,
    ) {
        self.fact(key, spot, of, (old.as_ref(), new.as_ref()), ToString::to_string, |old, new| {
            bound(end, old.zip(new).map(|(old, new)| new.cmp(old)), new.is_some())
        });
    }
}
