//! Texts: any, and those of a named type.

use std::borrow::Cow;
use std::fmt;

use super::{Check, Kind, Node, Reader, Validate, Value, WireText, Writer, format};

/// A text that does not have the form its type asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Malformed {
    /// The form asked for.
    pub expected: &'static str,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not of the form {}", self.expected)
    }
}

impl std::error::Error for Malformed {}

impl<'a> Node<'a> {
    /// The text that stands here; nothing where another kind does, which the reader is told.
    pub(crate) fn text(self, at: &mut Reader<'_>) -> Option<Cow<'a, str>> {
        if let Self::Text(text) = self { Some(text) } else { at.another_kind(Kind::Text, &self) }
    }
}

impl Value for String {
    const TEXT: bool = true;

    fn read(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self> {
        node.text(at).map(Cow::into_owned)
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.text(self);
    }

    fn stand_in() -> Self {
        Self::new()
    }

    fn text(&self) -> WireText<'_> {
        self.as_str().into()
    }
}

impl Validate for String {
    fn validate(&self, _: &mut Check<'_>) {}
}

/// A text that stands for none, or a tag; it is written alone.
impl Value for &str {
    const TEXT: bool = true;

    fn read(node: Node<'_>, at: &mut Reader<'_>) -> Option<Self> {
        at.another_kind(Kind::Text, &node)
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.text(self);
    }

    fn stand_in() -> Self {
        ""
    }

    fn text(&self) -> WireText<'_> {
        (*self).into()
    }
}

/// Makes `struct Name(String)` a value.
macro_rules! text {
    ($name:ident) => {
        impl $name {
            /// The text on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl ::std::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                Self(text)
            }
        }

        $crate::runtime::text_traits!($name, |text| Self(text.into_owned()));
    };
}
pub(crate) use text;

/// What texts and enums of texts have in common: `as_str`, `From<&str>`; `from` makes one of what was read, a `Cow`.
macro_rules! text_traits {
    ($name:ident, |$text:ident| $from:expr) => {
        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $crate::runtime::Subject for $name {
            type View<'v> = &'v str;

            #[inline]
            fn view(&self) -> ::std::option::Option<&str> {
                ::std::option::Option::Some(self.as_str())
            }
        }

        impl $crate::runtime::Validate for $name {
            fn validate(&self, _: &mut $crate::runtime::Check<'_>) {}
        }

        impl $crate::runtime::Value for $name {
            const TEXT: bool = true;

            fn read(
                node: $crate::runtime::Node<'_>,
                at: &mut $crate::runtime::Reader<'_>,
            ) -> ::std::option::Option<Self> {
                node.text(at).map(|$text| $from)
            }

            fn write(&self, to: &mut $crate::runtime::Writer<'_>) {
                to.text(self.as_str());
            }

            fn stand_in() -> Self {
                Self::from("")
            }

            fn text(&self) -> $crate::runtime::WireText<'_> {
                self.as_str().into()
            }
        }
    };
}
pub(crate) use text_traits;

/// Makes a newtype over the text of a format.
macro_rules! formatted {
    ($(#[doc = $doc:literal])+ $name:ident, $format:literal, $is_valid:path, $what:literal) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        $crate::runtime::text!($name);

        impl $name {
            /// Takes a text of the right form only; `from` takes any.
            ///
            /// # Errors
            #[doc = concat!("When the text is no ", $what, ".")]
            pub fn checked(text: impl Into<String>) -> Result<Self, $crate::runtime::Malformed> {
                let value = Self(text.into());
                if value.is_valid() { Ok(value) } else { Err($crate::runtime::Malformed { expected: $format }) }
            }

            #[doc = concat!("Whether it is of this form: ", $what, ".")]
            #[must_use]
            pub fn is_valid(&self) -> bool {
                $is_valid(&self.0)
            }
        }
    };
}
pub(super) use formatted;

formatted! {
    /// An email address.
    Email, "email", format::is_email, "email address by the rule of HTML"
}

formatted! {
    /// A UUID in the text form of RFC 9562, of either case and any version.
    Uuid, "uuid", format::is_uuid, "UUID of RFC 9562"
}

formatted! {
    /// A URI with its scheme, by RFC 3986.
    Uri, "uri", format::is_uri, "URI of RFC 3986"
}
