//! Maps: objects whose keys are free, and whose values are of one type.

use std::collections::BTreeMap;

use super::{Check, Element, Object, ObjectWriter, Record};

/// An object whose keys are free, in the order of its keys: that of the wire means nothing in JSON.
pub type Map<V> = BTreeMap<String, V>;

/// A map of whatever converts into its keys and values; of two values of one key, the later holds.
pub(crate) fn map<V>(entries: impl IntoIterator<Item = (impl Into<String>, impl Into<V>)>) -> Map<V> {
    entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect()
}

impl<V: Element> Record for Map<V> {
    fn read(object: &mut Object<'_>) -> Self {
        object.others()
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put_all(self);
    }

    fn properties(&self) -> usize {
        self.len()
    }
}
