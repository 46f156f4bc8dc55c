//! What lists and maps hold: values, and null where the documentation says that it may stand there.

use super::{Node, Reader, Value, WireText, Writer};

/// What a list, a map or a whole answer can hold: a value, or `Option` of one where `null` may stand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a list, a map or an answer",
    note = "a value can, and `Option` of one where the documentation admits `null`"
)]
pub trait Element: Sized {
    /// Whether nobody is to see it.
    const SECRET: bool = false;

    /// Reads a JSON value; nothing where it is of another kind, which the reader is told.
    fn read_element(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self>;

    /// Writes one JSON value.
    fn write_element(&self, to: &mut Writer<'_>);

    /// What a text of a form, a header or a path is in JSON.
    #[must_use]
    fn from_text(text: Node<'_>) -> Node<'_>;

    /// The text in a form, a header or a path.
    fn element_text(&self) -> WireText<'_>;
}

impl<T: Value> Element for T {
    const SECRET: bool = <T as Value>::SECRET;

    fn read_element(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self> {
        T::read(node, at)
    }

    fn write_element(&self, to: &mut Writer<'_>) {
        self.write(to);
    }

    fn from_text(text: Node<'_>) -> Node<'_> {
        T::from_wire(text)
    }

    fn element_text(&self) -> WireText<'_> {
        self.text()
    }
}

impl<T: Value> Element for Option<T> {
    const SECRET: bool = <T as Value>::SECRET;

    fn read_element(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self> {
        if let Node::Null = node { Some(None) } else { T::read(node, at).map(Some) }
    }

    fn write_element(&self, to: &mut Writer<'_>) {
        match self {
            Some(value) => value.write(to),
            None => to.null(),
        }
    }

    fn from_text(text: Node<'_>) -> Node<'_> {
        match text {
            Node::Text(text) if text.is_empty() => Node::Null,
            other => T::from_wire(other),
        }
    }

    fn element_text(&self) -> WireText<'_> {
        self.as_ref().map_or_else(|| "".into(), T::text)
    }
}
