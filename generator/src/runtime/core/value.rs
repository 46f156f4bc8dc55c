//! A value on the wire.

use std::borrow::Cow;

use super::{Json, Node, Reader, WireText, Writer};

/// A value on the wire: it reads and writes JSON, and text where the wire is text. It holds anything of its JSON kind;
/// only validators judge.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no value of the wire",
    note = "values are texts, booleans, numbers, `Json`, `JsonObject`, lists of values and the types of the API modules",
    note = "a request is written and read by `Endpoint::to_json` and `Endpoint::from_json`"
)]
pub trait Value: Sized {
    /// Whether the value is text in JSON; all others stand in forms, headers and paths as JSON writes them.
    const TEXT: bool = false;

    /// Whether nobody is to see it: a header that holds it is marked, so that no `Debug` prints it.
    const SECRET: bool = false;

    /// Reads a JSON value; nothing where it is of another kind, which the reader is told.
    fn read(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self>;

    /// Writes one JSON value.
    fn write(&self, to: &mut Writer<'_>);

    /// What stands in for a required value that is missing, until all else is read too.
    fn stand_in() -> Self;

    /// What a text of a form, a header or a path is in JSON; several texts of one name come as a list of them.
    #[must_use]
    fn from_wire(texts: Node<'_>) -> Node<'_> {
        match texts {
            Node::Text(text) if !Self::TEXT => scalar(text),
            other => other,
        }
    }

    /// The text in a form, a header or a path.
    fn text(&self) -> WireText<'_> {
        super::to_json(self).into()
    }

    /// Every text in a form that repeats the name; a value that is no list has one.
    fn each_text(&self, each: &mut dyn FnMut(&str)) {
        each(&self.text());
    }
}

/// JSON without blanks around it, else the text as it is.
pub(super) fn scalar(text: Cow<'_, str>) -> Node<'_> {
    let exact = text.trim_ascii().len() == text.len();
    let json: Option<Json> = if exact { serde_json::from_str(&text).ok() } else { None };
    json.map_or(Node::Text(text), Node::from)
}
