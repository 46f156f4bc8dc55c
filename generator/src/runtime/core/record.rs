//! Types that are objects on the wire.

use super::counts;
use super::{Check, Fields, Kind, Node, Object, ObjectWriter, Reader, Validate, Value, Writer};

/// A type that is an object on the wire.
pub trait Record: Sized {
    /// Takes the fields it knows.
    fn read(object: &mut Object<'_>) -> Self;

    /// Writes its fields.
    fn write(&self, object: &mut ObjectWriter<'_>);

    /// How many keys it has on the wire.
    fn properties(&self) -> usize {
        counts::properties(|object| Record::write(self, object))
    }

    /// Reports every constraint that `self` breaks.
    fn validate(&self, check: &mut Check<'_>) {
        let _ = check;
    }
}

impl<T: Record> Validate for T {
    #[inline]
    fn validate(&self, check: &mut Check<'_>) {
        Record::validate(self, check);
    }
}

impl<T: Record> Value for T {
    fn read(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self> {
        let Node::Object(fields) = node else { return at.another_kind(Kind::Object, &node) };
        let mut object = Object::of(fields, at.again());
        let value = T::read(&mut object);
        object.finish();
        Some(value)
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.object(|object| Record::write(self, object));
    }

    fn stand_in() -> Self {
        Reader::muted(|at| T::read(&mut Object::of(Fields::none(), at)))
    }
}
