//! Texts that nobody is to see.

use std::borrow::Cow;
use std::fmt;

use super::{Check, Node, Reader, Subject, Validate, Value, WireText, Writer};

/// A text that no `Debug`, error or trace prints; it has no `Display`. Any text becomes one by `into()`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The secret itself, to be shown to nobody.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl<T: Into<String>> From<T> for Secret {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl Subject for Secret {
    type View<'v> = &'v str;

    #[inline]
    fn view(&self) -> Option<&str> {
        Some(&self.0)
    }
}

impl Validate for Secret {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Value for Secret {
    const TEXT: bool = true;
    const SECRET: bool = true;

    fn read(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self> {
        node.text(at).map(Cow::into_owned).map(Self)
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.text(&self.0);
    }

    fn stand_in() -> Self {
        Self(String::new())
    }

    fn text(&self) -> WireText<'_> {
        self.0.as_str().into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
