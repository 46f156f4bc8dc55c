//! Values on the wire: entries, their facts, and lists of entries.

use std::collections::HashSet;

use super::super::change::{Concern, Said, below};
use super::super::pair::{By, Pair, Pairs, pair};
use super::{Section, Spot, Walk, words};
use crate::diagnostic::{Id, Place};
use crate::model::{Deprecation, Entry, EnumScalar, EnumValue, Fact, Listed, Scope, Word};
use crate::plan::Words;

/// Whether something must be there, and that is more than a guess.
pub(super) fn is_required(entry: &Entry) -> bool {
    let owned = entry.server_owned.as_ref().is_some_and(|fact| fact.value);
    !owned && entry.required.as_ref().is_some_and(|fact| fact.value && !fact.warns())
}

/// An entry in few words.
pub(super) fn described(scope: Scope<'_>, entry: &Entry) -> String {
    let mut said = scope.type_of(&entry.shape.value);
    let holds = |fact: &Option<Fact<bool>>| fact.as_ref().is_some_and(|fact| fact.value);
    if let crate::model::Shape::Object(object) = &entry.shape.value {
        let names: Vec<&str> = object.fields.iter().map(|field| field.name.as_str()).collect();
        said = format!("object of {}", names.join(", "));
    }
    for (word, is_so) in [
        ("required", holds(&entry.required)),
        ("nullable", holds(&entry.nullable)),
        ("server_owned", holds(&entry.server_owned)),
    ] {
        if is_so {
            said = format!("{said}, {word}");
        }
    }
    if let Some(Listed::Values(values)) = entry.listed.as_ref().map(|fact| &fact.value) {
        said = format!("{said}, one of {}", words::values(values));
    }
    if let Some(constant) = &entry.constraints.constant {
        said = format!("{said}, always {}", constant.value);
    }
    said
}

/// The words of a name in Rust.
fn rust_words(wire: &str, rust_name: Option<&Word>) -> Words {
    Words::of(rust_name.map_or(wire, |word| &word.text))
}

/// What nobody stated.
pub(super) fn proposal(by: By, former: &str) -> Option<String> {
    let why = match by {
        By::Likeness => "all but its name agrees",
        By::Rust => "its name in Rust is the same",
        By::Name | By::Statement => return None,
    };
    Some(format!("{why}; write `renamed_from: {former}` beside it to say that it is the same one"))
}

impl<'o, 'n> Walk<'o, 'n> {
    /// Compares two entries that are the same one.
    pub(super) fn entry(&mut self, pair: Pair<'o, 'n, Entry>, spot: &Spot) {
        let Pair { old, new, by } = pair;
        if old.name != new.name {
            let id = if spot.section == Section::Path { Id::PathParameterRenamed } else { Id::FieldRenamed };
            let said = |entry: &Entry| Some(Said::at(entry.name.clone(), entry.place));
            self.tell_with(id, spot, said(old), said(new), proposal(by, &old.name));
        }
        let around = self.around.replace(new.place);
        self.facts(old, new, spot);
        self.around = around;
    }

    /// Compares all but the names of two entries.
    pub(super) fn facts(&mut self, old: &'o Entry, new: &'n Entry, spot: &Spot) {
        let Entry {
            name: _,
            place,
            documented,
            doc,
            doubts,
            rust_name,
            renamed_from,
            shape: _,
            required,
            nullable,
            open: _,
            server_owned,
            deprecated,
            secret,
            default,
            none_value,
            constraints: _,
            encode,
            listed,
            unenforced,
            halves,
        } = old;
        let of = (old, new);
        let since = self.changes.len();
        self.shape(old, new, spot);
        self.rust_name(rust_name.as_ref(), new.rust_name.as_ref(), (*place, new.place), spot);
        let before_required = self.changes.len();
        let silent = spot.section == Section::Body;
        let is = move |fact: Option<&bool>| fact.map_or(silent, |value| *value);
        self.fact("required", spot, of, (required.as_ref(), new.required.as_ref()), words::flag, |old, new| {
            match (is(old), is(new)) {
                (false, true) => Id::FieldRequired,
                (true, false) => Id::FieldOptional,
                _ => Id::FactRestated,
            }
        });
        if silent {
            // The fields of a body that must be there are the request's own; else it is a value by itself.
            let mut all = Vec::new();
            below(old, &mut all);
            below(new, &mut all);
            self.changes.iter_mut().skip(before_required).for_each(|change| change.concerns.extend(&all));
        }
        self.fact("nullable", spot, of, (nullable.as_ref(), new.nullable.as_ref()), words::flag, |old, new| {
            flipped(old, new, [Id::NullAllowed, Id::NullRefused])
        });
        self.open(old, new, spot);
        self.fact(
            "server_owned",
            spot,
            of,
            (server_owned.as_ref(), new.server_owned.as_ref()),
            words::flag,
            |old, new| flipped(old, new, [Id::AccessChanged, Id::AccessChanged]),
        );
        self.deprecated((deprecated.as_ref(), new.deprecated.as_ref()), of, spot);
        self.fact("secret", spot, of, (secret.as_ref(), new.secret.as_ref()), words::flag, |old, new| {
            flipped(old, new, [Id::SecretChanged, Id::SecretChanged])
        });
        self.fact("default", spot, of, (default.as_ref(), new.default.as_ref()), words::json, |_, _| {
            Id::DefaultChanged
        });
        self.fact("none_value", spot, of, (none_value.as_ref(), new.none_value.as_ref()), words::json, |_, _| {
            Id::NoneValueChanged
        });
        self.is_replaced = self.is_replaced(old, new);
        self.constraints(old, new, spot);
        let written = |encode: &crate::model::Encode| encode.as_str().to_owned();
        self.fact("encode", spot, of, (encode.as_ref(), new.encode.as_ref()), written, |_, _| Id::EncodingChanged);
        self.listed((listed.as_ref(), new.listed.as_ref()), of, spot);
        self.is_replaced = false;

        let places = (*place, new.place);
        self.prose(Id::DocumentationChanged, spot, places, (doc, &new.doc), words::optional);
        self.prose(Id::DocumentationChanged, spot, places, (doubts, &new.doubts), words::list);
        let rules = |entry: &[Fact<String>]| entry.iter().map(|rule| rule.value.clone()).collect::<Vec<_>>();
        let texts = (&rules(unenforced), &rules(&new.unenforced));
        self.prose(Id::DocumentationChanged, spot, places, texts, words::list);
        let former = (renamed_from.as_ref(), new.renamed_from.as_ref());
        self.former((&old.name, &new.name), former, places, spot);
        self.provenance(spot, since, places, (*documented, new.documented), (halves, &new.halves));
    }

    /// Compares names that override derived ones.
    pub(super) fn rust_name(
        &mut self,
        old: Option<&crate::model::Word>,
        new: Option<&crate::model::Word>,
        places: (crate::diagnostic::Place, crate::diagnostic::Place),
        spot: &Spot,
    ) {
        if old.map(|word| &word.text) != new.map(|word| &word.text) {
            let said = |word: Option<&crate::model::Word>, of| {
                word.map(|word| Said {
                    concerns: vec![Concern::At(of)],
                    ..Said::at(format!("rust_name: {}", word.text), word.place)
                })
            };
            let sides = (said(old, places.0), said(new, places.1));
            // Where one side is silent, the other's place alone would claim what comes of it.
            let silent = |side: Option<Said>, of| side.or_else(|| Some(Said::at("the derived name", of)));
            self.tell(Id::RustNameChanged, spot, silent(sides.0, places.0), silent(sides.1, places.1));
        }
    }

    /// Compares what is said of deprecation.
    pub(super) fn deprecated(
        &mut self,
        facts: (Option<&'o Fact<Deprecation>>, Option<&'n Fact<Deprecation>>),
        of: (&Entry, &Entry),
        spot: &Spot,
    ) {
        self.fact("deprecated", spot, of, facts, words::deprecation, deprecation);
    }

    /// Compares lists of entries.
    pub(super) fn entries(&mut self, old: &'o [Entry], new: &'n [Entry], spot: &Spot) {
        let Pairs { both, removed, added } = self.pairs(old, new, spot);
        self.order(old, &both, spot);
        for pair in both {
            let at = spot.field(&pair.new.name);
            let section = if spot.section == Section::Path { Section::Path } else { Section::Other };
            self.entry(pair, &Spot { section, ..at });
        }
        for entry in added {
            self.added(entry, &spot.field(&entry.name));
        }
        for entry in removed {
            self.removed(entry, &spot.field(&entry.name));
        }
    }

    /// Pairs entries.
    pub(super) fn pairs(&self, old: &'o [Entry], new: &'n [Entry], spot: &Spot) -> Pairs<'o, 'n, Entry> {
        let former = |entry: &Entry| entry.renamed_from.as_ref().map(|word| word.text.clone());
        pair(
            old,
            new,
            |entry| entry.name.clone(),
            former,
            |old, new| {
                let same = (rust_words(&old.name, old.rust_name.as_ref())
                    == rust_words(&new.name, new.rust_name.as_ref()))
                .then_some(By::Rust);
                same.or_else(|| self.are_alike(old, new, spot).then_some(By::Likeness))
            },
        )
    }

    fn are_alike(&self, old: &'o Entry, new: &'n Entry, spot: &Spot) -> bool {
        let mut probe = self.probe();
        probe.facts(old, new, spot);
        probe.changes.is_empty()
    }

    pub(super) fn added(&mut self, entry: &'n Entry, spot: &Spot) {
        self.added_at(entry, entry.place, spot);
    }

    pub(super) fn removed(&mut self, entry: &'o Entry, spot: &Spot) {
        self.removed_at(entry, entry.place, spot);
    }

    /// Tells of an entry that is new, where it came in.
    pub(super) fn added_at(&mut self, entry: &'n Entry, at: Place, spot: &Spot) {
        let id = if is_required(entry) { Id::RequiredFieldAdded } else { Id::FieldAdded };
        let said = Said::whole(described(self.new, entry), at, entry);
        self.tell(id, spot, None, Some(said));
    }

    /// Tells of an entry that is gone, where it came in before.
    pub(super) fn removed_at(&mut self, entry: &'o Entry, at: Place, spot: &Spot) {
        let id = if is_required(entry) { Id::RequiredFieldRemoved } else { Id::FieldRemoved };
        let said = Said::whole(described(self.old, entry), at, entry);
        self.tell(id, spot, Some(said), None);
    }

    /// Compares the order of what an endpoint has; where a part's own is another, that is told of the part.
    pub(super) fn order_of_all(&mut self, old: &'o [Entry], both: &[Pair<'o, 'n, Entry>], spot: &Spot) {
        let mut by_part: Vec<(&Word, Vec<Pair<'o, 'n, Entry>>)> = Vec::new();
        for pair in both {
            let Some(part) = self.part_of_both(pair.old.place, pair.new.place) else { continue };
            match by_part.iter_mut().find(|(other, _)| other.text == part.text) {
                Some((_, of_part)) => of_part.push(*pair),
                None => by_part.push((part, vec![*pair])),
            }
        }
        by_part.retain(|(_, of_part)| moved(old, of_part).is_some());
        for (part, of_part) in &by_part {
            self.within_part(part, spot, |walk, spot| walk.order(old, of_part, spot));
        }
        if by_part.is_empty() {
            self.order(old, both, spot);
        }
    }

    /// Compares the order of what both sides have.
    pub(super) fn order(&mut self, old: &'o [Entry], both: &[Pair<'o, 'n, Entry>], spot: &Spot) {
        let Some(before) = moved(old, both) else { return };
        let after: Vec<&Entry> = both.iter().map(|pair| pair.new).collect();
        let side = |entries: &[&Entry]| {
            let names = entries.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>().join(", ");
            let concerns = entries.iter().map(|entry| Concern::At(entry.place)).collect();
            entries.first().map(|first| Said { concerns, ..Said::at(names, first.place) })
        };
        self.tell(Id::OrderChanged, spot, side(&before), side(&after));
    }

    /// Compares listed values.
    fn listed(
        &mut self,
        (old, new): (Option<&'o Fact<Listed>>, Option<&'n Fact<Listed>>),
        of: (&'o Entry, &'n Entry),
        spot: &Spot,
    ) {
        let values = |fact: Option<&Fact<Listed>>| match fact.map(|fact| &fact.value) {
            Some(Listed::Values(_)) => true,
            Some(Listed::Unlisted) | None => false,
        };
        if let (Some(Listed::Values(before)), Some(Listed::Values(after))) =
            (old.map(|fact| &fact.value), new.map(|fact| &fact.value))
        {
            self.values(before, after, spot);
            if let (Some(old), Some(new)) = (old, new) {
                let side = |fact: &Fact<Listed>, values: &[EnumValue], entry| {
                    Some(Said::of(format!("enum: {}", words::values(values)), fact.place, entry))
                };
                self.origins(spot, (old.origin, new.origin), (side(old, before, of.0), side(new, after, of.1)));
            }
            return;
        }
        self.fact("enum", spot, of, (old, new), words::listed, |_, _| match (values(old), values(new)) {
            (false, true) => Id::EnumAdded,
            (true, false) => Id::EnumRemoved,
            _ => Id::FactRestated,
        });
    }

    fn values(&mut self, old: &'o [EnumValue], new: &'n [EnumValue], spot: &Spot) {
        let former = |value: &EnumValue| value.renamed_from.as_ref().map(|word| word.text.clone());
        let Pairs { both, removed, added } = pair(
            old,
            new,
            |value| words::scalar(&value.value),
            former,
            |old, new| {
                // A number has a name of its own in Rust, or the number itself.
                let is_text = [old, new].into_iter().all(|value| matches!(value.value, EnumScalar::Text(_)));
                (is_text && variant(old) == variant(new)).then_some(By::Rust)
            },
        );
        self.reordered(spot, old, new, |value| (words::scalar(&value.value), value.place));
        for Pair { old, new, .. } in both {
            let EnumValue { value, place, name, rust_name, renamed_from, doc, deprecated } = old;
            let spot = &spot.inner(&format!("={}", words::scalar(&new.value)));
            let places = (*place, new.place);
            if *value != new.value {
                let said = |value: &EnumValue| Some(Said::at(words::scalar(&value.value), value.place));
                self.tell(Id::EnumValueChanged, spot, said(old), said(new));
            }
            if *name != new.name {
                let said = |value: &EnumValue| {
                    Some(Said::at(value.name.clone().unwrap_or_else(|| words::scalar(&value.value)), value.place))
                };
                self.tell(Id::RustNameChanged, spot, said(old), said(new));
            }
            self.rust_name(rust_name.as_ref(), new.rust_name.as_ref(), places, spot);
            if *deprecated != new.deprecated {
                let said =
                    |of: &Option<Deprecation>, place| of.as_ref().map(|of| Said::at(words::deprecation(of), place));
                let id = deprecation(deprecated.as_ref(), new.deprecated.as_ref());
                self.tell(id, spot, said(deprecated, places.0), said(&new.deprecated, places.1));
            }
            let former = (renamed_from.as_ref(), new.renamed_from.as_ref());
            self.former((&words::scalar(value), &words::scalar(&new.value)), former, places, spot);
            self.prose(Id::DocumentationChanged, spot, places, (doc, &new.doc), words::optional);
        }
        for value in added {
            let spot = spot.inner(&format!("={}", words::scalar(&value.value)));
            self.tell(Id::EnumValueAdded, &spot, None, Some(Said::at(words::scalar(&value.value), value.place)));
        }
        for value in removed {
            let spot = spot.inner(&format!("={}", words::scalar(&value.value)));
            self.tell(Id::EnumValueRemoved, &spot, Some(Said::at(words::scalar(&value.value), value.place)), None);
        }
    }
}

/// What both sides have, in the order of the old one, if that is another.
fn moved<'o>(old: &'o [Entry], both: &[Pair<'o, '_, Entry>]) -> Option<Vec<&'o Entry>> {
    let kept: HashSet<*const Entry> = both.iter().map(|pair| std::ptr::from_ref(pair.old)).collect();
    let before: Vec<&Entry> = old.iter().filter(|entry| kept.contains(&std::ptr::from_ref(*entry))).collect();
    let is_same = both.iter().zip(&before).all(|(pair, entry)| std::ptr::eq(pair.old, *entry));
    (!is_same).then_some(before)
}

/// The words of a value's name in Rust.
fn variant(value: &EnumValue) -> Words {
    let wire = value.name.clone().unwrap_or_else(|| words::scalar(&value.value));
    rust_words(&wire, value.rust_name.as_ref())
}

/// A flag that is false where nothing is said.
fn flipped(old: Option<&bool>, new: Option<&bool>, [set, taken]: [Id; 2]) -> Id {
    match (old.is_some_and(|is| *is), new.is_some_and(|is| *is)) {
        (false, true) => set,
        (true, false) => taken,
        _ => Id::FactRestated,
    }
}

/// What became of a deprecation.
pub(super) fn deprecation(old: Option<&Deprecation>, new: Option<&Deprecation>) -> Id {
    let is = |said: Option<&Deprecation>| matches!(said, Some(Deprecation::Deprecated(_)));
    match (is(old), is(new)) {
        (false, true) => Id::Deprecated,
        (true, false) => Id::Reactivated,
        (true, true) => Id::DocumentationChanged,
        (false, false) => Id::FactRestated,
    }
}
