//! Texts: any, and those of a named type.

use std::fmt;

use super::{Check, Json, Kind, Reader, Validate, Value, WireText, Writer, format};

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

impl Value for String {
    const TEXT: bool = true;

    fn read(json: Json, at: &mut Reader<'_>) -> Option<Self> {
        match json {
            Json::String(text) => Some(text),
            other => at.another_kind(Kind::Text, &other),
        }
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

    fn read(json: Json, at: &mut Reader<'_>) -> Option<Self> {
        at.another_kind(Kind::Text, &json)
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
            /// The text of the wire.
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

        $crate::runtime::text_traits!($name);
    };
}
pub(crate) use text;

/// What texts and enums of texts have in common: `as_str`, `From<String>`.
macro_rules! text_traits {
    ($name:ident) => {
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

            fn read(json: $crate::runtime::Json, at: &mut $crate::runtime::Reader<'_>) -> ::std::option::Option<Self> {
                ::std::string::String::read(json, at).map(Self::from)
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

/// An email address.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

text!(Email);

impl Email {
    /// Takes a text of the right form only; `from` takes any.
    ///
    /// # Errors
    /// When the text is no email address by the rule of HTML.
    pub fn checked(text: impl Into<String>) -> Result<Self, Malformed> {
        let email = Self(text.into());
        if email.is_valid() { Ok(email) } else { Err(Malformed { expected: "email" }) }
    }

    /// Whether it is an email address by the rule of HTML.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        format::is_email(&self.0)
    }
}
