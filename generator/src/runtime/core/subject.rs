//! What rules look at.

use super::number::widened;
use super::{Field, Map, Promised};

/// A field that rules can be applied to: seen as text or a number, or absent.
#[diagnostic::on_unimplemented(message = "no rules are known for `{Self}`")]
pub trait Subject {
    /// What the rules see.
    type View<'v>: Copy
    where
        Self: 'v;

    /// The value, unless it is absent.
    fn view(&self) -> Option<Self::View<'_>>;
}

impl Subject for String {
    type View<'v> = &'v str;

    #[inline]
    fn view(&self) -> Option<&str> {
        Some(self)
    }
}

impl Subject for bool {
    type View<'v> = Self;

    #[inline]
    fn view(&self) -> Option<Self> {
        Some(*self)
    }
}

impl Subject for i64 {
    type View<'v> = Self;

    #[inline]
    fn view(&self) -> Option<Self> {
        Some(*self)
    }
}

impl Subject for u64 {
    type View<'v> = Self;

    #[inline]
    fn view(&self) -> Option<Self> {
        Some(*self)
    }
}

/// Rules see its digits.
impl Subject for f32 {
    type View<'v> = f64;

    fn view(&self) -> Option<f64> {
        Some(widened(*self))
    }
}

impl Subject for f64 {
    type View<'v> = Self;

    #[inline]
    fn view(&self) -> Option<Self> {
        Some(*self)
    }
}

impl<S: Subject> Subject for Option<S> {
    type View<'v>
        = S::View<'v>
    where
        S: 'v;

    #[inline]
    fn view(&self) -> Option<Self::View<'_>> {
        self.as_ref().and_then(S::view)
    }
}

impl<S: Subject> Subject for Promised<S> {
    type View<'v>
        = S::View<'v>
    where
        S: 'v;

    #[inline]
    fn view(&self) -> Option<Self::View<'_>> {
        self.as_ref().ok().and_then(S::view)
    }
}

impl<S: Subject> Subject for Field<S> {
    type View<'v>
        = S::View<'v>
    where
        S: 'v;

    #[inline]
    fn view(&self) -> Option<Self::View<'_>> {
        self.value().and_then(S::view)
    }
}

/// A field that is a list, or absent.
pub trait Items {
    /// What it is a list of.
    type Item;

    /// The items.
    fn items(&self) -> &[Self::Item];
}

impl<T> Items for Vec<T> {
    type Item = T;

    #[inline]
    fn items(&self) -> &[T] {
        self
    }
}

impl<L: Items> Items for Option<L> {
    type Item = L::Item;

    #[inline]
    fn items(&self) -> &[L::Item] {
        self.as_ref().map_or(&[], L::items)
    }
}

impl<L: Items> Items for Promised<L> {
    type Item = L::Item;

    #[inline]
    fn items(&self) -> &[L::Item] {
        self.as_ref().map_or(&[], L::items)
    }
}

impl<L: Items> Items for Field<L> {
    type Item = L::Item;

    #[inline]
    fn items(&self) -> &[L::Item] {
        self.value().map_or(&[], L::items)
    }
}

/// A field that is a map, or absent.
pub trait Entries {
    /// What its keys hold.
    type Value;

    /// The map, unless it is absent.
    fn entries(&self) -> Option<&Map<Self::Value>>;
}

impl<V> Entries for Map<V> {
    type Value = V;

    #[inline]
    fn entries(&self) -> Option<&Self> {
        Some(self)
    }
}

impl<M: Entries> Entries for Option<M> {
    type Value = M::Value;

    #[inline]
    fn entries(&self) -> Option<&Map<M::Value>> {
        self.as_ref().and_then(M::entries)
    }
}

impl<M: Entries> Entries for Promised<M> {
    type Value = M::Value;

    #[inline]
    fn entries(&self) -> Option<&Map<M::Value>> {
        self.as_ref().ok().and_then(M::entries)
    }
}

impl<M: Entries> Entries for Field<M> {
    type Value = M::Value;

    #[inline]
    fn entries(&self) -> Option<&Map<M::Value>> {
        self.value().and_then(M::entries)
    }
}
