//! What a value is: types, and what they hold.

use super::super::change::{Concern, Said};
use super::super::pair::{By, Pair, Pairs, pair};
use super::{Spot, Walk, constraints};
use crate::diagnostic::Id;
use crate::model::{Entry, IntegerKind, Map, NumberKind, Object, Scope, Shape, Union, Variant};

impl<'o, 'n> Walk<'o, 'n> {
    /// Compares what two values are.
    pub(super) fn shape(&mut self, old: &'o Entry, new: &'n Entry, spot: &Spot) {
        let shapes = (&old.shape.value, &new.shape.value);
        let text = |scope: Scope<'_>, entry: &Entry| format!("type: {}", scope.type_of(&entry.shape.value));
        let whole = |scope, entry: &Entry| Some(Said::whole(text(scope, entry), entry.shape.place, entry));
        let is_replaced = self.is_replaced(old, new);
        let with_rules = |side: Option<Said>, entry: &Entry, other: &Entry| {
            // What a named type says is that type's.
            let is_named = matches!(entry.shape.value, Shape::Named(_));
            let rules = if is_replaced && !is_named { constraints::lone(entry, other) } else { Vec::new() };
            side.map(|said| Said {
                text: std::iter::once(said.text).chain(rules).collect::<Vec<_>>().join(", "),
                ..said
            })
        };
        let sides = |walk: &Self| (whole(walk.old, old), whole(walk.new, new));
        if let (Shape::Named(before), Shape::Named(after)) = shapes
            && self.types.contains(&(*before, *after))
        {
            let (old_side, new_side) = sides(self);
            return self.origins(spot, (old.shape.origin, new.shape.origin), (old_side, new_side));
        }
        match (self.old.resolve(shapes.0), self.new.resolve(shapes.1)) {
            (Shape::Object(before), Shape::Object(after)) => {
                // An object is a type of its own: what holds it is not written with its fields.
                let within = std::mem::take(&mut self.within);
                self.object(before, after, spot);
                self.within = within;
            }
            (Shape::Map(before), Shape::Map(after)) => self.hold(old, new, |walk| walk.map(before, after, spot)),
            (Shape::Union(before), Shape::Union(after)) => {
                let within = std::mem::take(&mut self.within);
                self.union(before, after, spot);
                self.within = within;
            }
            (Shape::List(before), Shape::List(after)) => {
                self.hold(old, new, |walk| {
                    walk.entry(Pair { old: before, new: after, by: By::Name }, &spot.inner("[]"));
                });
            }
            (before, after) => {
                if let Some(id) = retyped(before, after) {
                    let (old_side, new_side) = sides(self);
                    let (old_side, new_side) = (with_rules(old_side, old, new), with_rules(new_side, new, old));
                    return self.tell(id, spot, old_side, new_side);
                }
            }
        }
        let names = [name(self.old, shapes.0), name(self.new, shapes.1)];
        if names[0] != names[1] {
            let (old_side, new_side) = sides(self);
            self.tell(Id::TypeRenamed, spot, old_side, new_side);
        }
        let (old_side, new_side) = sides(self);
        self.origins(spot, (old.shape.origin, new.shape.origin), (old_side, new_side));
    }

    /// Whether the type of an entry is another one, of which the rules of the old one say nothing.
    pub(super) fn is_replaced(&self, old: &Entry, new: &Entry) -> bool {
        let shapes = (self.old.resolve(&old.shape.value), self.new.resolve(&new.shape.value));
        matches!(retyped(shapes.0, shapes.1), Some(Id::TypeChanged | Id::FormatChanged))
    }

    /// Goes into what is written with an entry: an item, a key, a value.
    fn hold(&mut self, old: &Entry, new: &Entry, walk: impl FnOnce(&mut Self)) {
        let length = self.within.len();
        self.within.extend([Concern::At(old.place), Concern::At(new.place)]);
        walk(self);
        self.within.truncate(length);
    }

    fn object(&mut self, old: &'o Object, new: &'n Object, spot: &Spot) {
        let Object { fields, others } = old;
        self.entries(fields, &new.fields, spot);
        match (others, &new.others) {
            (Some(before), Some(after)) => self.map(before, after, spot),
            (None, Some(after)) => self.added(&after.values, &spot.inner("{}")),
            (Some(before), None) => self.removed(&before.values, &spot.inner("{}")),
            (None, None) => {}
        }
    }

    fn map(&mut self, old: &'o Map, new: &'n Map, spot: &Spot) {
        let Map { keys, values } = old;
        let at = spot.inner("{keys}");
        match (keys, &new.keys) {
            (Some(before), Some(after)) => self.entry(Pair { old: before, new: after, by: By::Name }, &at),
            (None, Some(after)) => {
                self.tell(Id::PatternAdded, &at, None, Some(Said::of("keys that obey rules", after.place, after)));
            }
            (Some(before), None) => {
                self.tell(Id::PatternRemoved, &at, Some(Said::of("keys that obey rules", before.place, before)), None);
            }
            (None, None) => {}
        }
        self.entry(Pair { old: values, new: &new.values, by: By::Name }, &spot.inner("{}"));
    }

    fn union(&mut self, old: &'o Union, new: &'n Union, spot: &Spot) {
        let Union { tag, variants } = old;
        if tag.text != new.tag.text {
            let side = |tag: &crate::model::Word| Some(Said::at(tag.text.clone(), tag.place));
            self.tell(Id::TagChanged, spot, side(tag), side(&new.tag));
        }
        let former = |variant: &Variant| variant.entry.renamed_from.as_ref().map(|word| word.text.clone());
        let Pairs { both, removed, added } =
            pair(variants, &new.variants, |variant| variant.tag.text.clone(), former, |_, _| None);
        self.reordered(spot, variants, &new.variants, |variant| (variant.tag.text.clone(), variant.tag.place));
        let at = |variant: &Variant| spot.inner(&format!("<{}>", variant.tag.text));
        for Pair { old, new, by } in both {
            let Variant { tag, entry } = old;
            let spot = at(new);
            if tag.text != new.tag.text {
                let side = |variant: &Variant| Some(Said::at(variant.tag.text.clone(), variant.tag.place));
                self.tell(Id::EnumValueChanged, &spot, side(old), side(new));
            }
            self.entry(Pair { old: entry, new: &new.entry, by }, &spot);
        }
        for variant in added {
            let mut side = Said::whole(variant.tag.text.clone(), variant.tag.place, &variant.entry);
            side.concerns.push(super::super::change::Concern::At(variant.tag.place));
            self.tell(Id::VariantAdded, &at(variant), None, Some(side));
        }
        for variant in removed {
            let mut side = Said::whole(variant.tag.text.clone(), variant.tag.place, &variant.entry);
            side.concerns.push(super::super::change::Concern::At(variant.tag.place));
            self.tell(Id::VariantRemoved, &at(variant), Some(side), None);
        }
    }

    /// Compares whether other values or fields may come.
    pub(super) fn open(&mut self, old: &'o Entry, new: &'n Entry, spot: &Spot) {
        let is_object = |scope: Scope<'_>, entry: &Entry| {
            matches!(scope.resolve(&entry.shape.value), Shape::Object(_) | Shape::Union(_))
        };
        let objects = is_object(self.old, old) || is_object(self.new, new);
        // Of an enum, silence is a third thing: the page does not say that it lists all.
        let rank = |open: Option<&bool>| match open {
            Some(false) if !objects => 0,
            Some(false) | None => 1,
            Some(true) => 2,
        };
        let of = (old, new);
        let facts = (old.open.as_ref(), new.open.as_ref());
        self.fact("open", spot, of, facts, super::words::flag, |old, new| match (rank(old), rank(new), objects) {
            (before, after, _) if before == after => Id::FactRestated,
            (before, after, true) if before < after => Id::ObjectOpened,
            (_, _, true) => Id::ObjectClosed,
            (0, 1, false) => Id::EnumIncomplete,
            (1, 0, false) => Id::EnumComplete,
            (before, after, false) if before < after => Id::EnumOpened,
            (_, _, false) => Id::EnumClosed,
        });
    }
}

/// The name of a named type.
fn name<'m>(scope: Scope<'m>, shape: &Shape) -> Option<&'m str> {
    match shape {
        Shape::Named(id) => scope.named(*id).map(|named| named.entry.name.as_str()),
        _ => None,
    }
}

/// What it means that one type is another now; nothing where they are the same.
fn retyped(old: &Shape, new: &Shape) -> Option<Id> {
    if kind(old) == kind(new) {
        return None;
    }
    Some(match (old, new) {
        // Where nothing is said of the width, it is 64 bits.
        (Shape::Integer(IntegerKind::Integer), Shape::Integer(IntegerKind::Int64))
        | (Shape::Integer(IntegerKind::Int64), Shape::Integer(IntegerKind::Integer))
        | (Shape::Number(_), Shape::Number(_)) => Id::FactRestated,
        (Shape::FreeForm, Shape::Object(_) | Shape::Map(_) | Shape::Union(_)) => Id::TypeNarrowed,
        (Shape::Object(_) | Shape::Map(_) | Shape::Union(_), Shape::FreeForm) => Id::TypeWidened,
        (old, new) if takes_all(new, old) => Id::TypeWidened,
        (old, new) if takes_all(old, new) => Id::TypeNarrowed,
        (old, new) if old.is_text() && new.is_text() => Id::FormatChanged,
        _ => Id::TypeChanged,
    })
}

/// What a type is, whatever it holds.
fn kind(shape: &Shape) -> (std::mem::Discriminant<Shape>, Option<IntegerKind>, Option<NumberKind>) {
    let (integer, number) = match shape {
        Shape::Integer(kind) => (Some(*kind), None),
        Shape::Number(kind) => (None, Some(*kind)),
        _ => (None, None),
    };
    (std::mem::discriminant(shape), integer, number)
}

/// Whether a type takes each value that another one takes.
fn takes_all(wide: &Shape, narrow: &Shape) -> bool {
    use IntegerKind::{Int32, Int64, Integer, Uint32, Uint64};
    match (wide, narrow) {
        (Shape::Any, _) | (Shape::Number(_), Shape::Float) | (Shape::Integer(Integer | Int64), Shape::EpochSeconds) => {
            true
        }
        (Shape::Number(_) | Shape::Float, narrow) => narrow.is_integer(),
        (Shape::Integer(wide), Shape::Integer(narrow)) => {
            matches!((wide, narrow), (Integer | Int64, Int32 | Uint32) | (Uint64, Uint32))
        }
        _ => false,
    }
}
