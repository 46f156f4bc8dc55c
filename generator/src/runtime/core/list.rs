//! Lists of values.

use super::place::Place;
use super::{Element, Kind, Node, Reader, Value, Writer};

/// A list of whatever converts into its items.
pub(crate) fn list<T>(items: impl IntoIterator<Item = impl Into<T>>) -> Vec<T> {
    items.into_iter().map(Into::into).collect()
}

impl<T: Element> Value for Vec<T> {
    const SECRET: bool = T::SECRET;

    fn read(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self> {
        let Node::List(items) = node else { return at.another_kind(Kind::List, &node) };
        let read = |(index, item)| {
            let value = T::read_element(item, &mut Reader { place: Place::Index(&at.place, index), log: at.log });
            if value.is_none() {
                at.log.findings.dropped(&at.place, index);
            }
            value
        };
        Some(items.into_iter().enumerate().filter_map(read).collect())
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.list(self);
    }

    fn stand_in() -> Self {
        Self::new()
    }

    fn from_wire(texts: Node<'_>) -> Node<'_> {
        Node::List(match texts {
            Node::List(items) => items.into_iter().map(T::from_text).collect(),
            one => vec![T::from_text(one)],
        })
    }

    fn each_text(&self, each: &mut dyn FnMut(&str)) {
        for item in self {
            each(&item.element_text());
        }
    }
}
