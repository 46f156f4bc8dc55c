//! Enums, over the table `WIRE` and, unless they are closed, the variant `Unlisted`.

/// A value that an enum does not list; only the runtime makes one, so that a listed value never hides in it.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unlisted<T>(T);

impl<T> Unlisted<T> {
    pub(crate) const fn new(value: T) -> Self {
        Self(value)
    }

    pub(crate) const fn get(&self) -> &T {
        &self.0
    }
}

/// The first column of a table.
pub(crate) const fn column<const N: usize, W: Copy, T>(table: &[(W, T)]) -> [W; N] {
    let mut first = [table[0].0; N];
    let mut index = 0;
    while index < N {
        first[index] = table[index].0;
        index += 1;
    }
    first
}

/// Makes an enum of texts a value.
macro_rules! text_enum {
    ($name:ident) => {
        impl $name {
            /// The values that the documentation lists, in its order.
            pub const LISTED: &[&str] = &$crate::runtime::column::<{ Self::WIRE.len() }, _, _>(Self::WIRE);

            /// The value on the wire; one that is not listed, as it came.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    Self::Unlisted(value) => value.get(),
                    listed => Self::WIRE.iter().find(|(_, value)| value == listed).map_or("", |(text, _)| text),
                }
            }
        }

        impl ::std::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                let listed = Self::WIRE.iter().find(|(listed, _)| *listed == text);
                listed.map_or_else(
                    || Self::Unlisted($crate::runtime::Unlisted::new(text.into())),
                    |(_, value)| value.clone(),
                )
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        $crate::runtime::text_traits!($name, |text| Self::from(&*text));
    };
}
pub(crate) use text_enum;

/// Makes an enum of integers a value.
macro_rules! integer_enum {
    ($name:ident) => {
        impl $name {
            /// The values that the documentation lists, in its order.
            pub const LISTED: &[i64] = &$crate::runtime::column::<{ Self::WIRE.len() }, _, _>(Self::WIRE);

            /// The value on the wire; one that is not listed, as it came.
            #[must_use]
            pub fn as_i64(&self) -> i64 {
                match self {
                    Self::Unlisted(value) => *value.get(),
                    listed => Self::WIRE.iter().find(|(_, value)| value == listed).map_or(0, |(number, _)| *number),
                }
            }
        }

        impl ::std::convert::From<i64> for $name {
            fn from(number: i64) -> Self {
                let listed = Self::WIRE.iter().find(|(listed, _)| *listed == number);
                listed
                    .map_or_else(|| Self::Unlisted($crate::runtime::Unlisted::new(number)), |(_, value)| value.clone())
            }
        }

        $crate::runtime::integer_traits!($name, i64, |value| value.as_i64());
    };
}
pub(crate) use integer_enum;

/// Makes an enum of texts a value that holds the listed ones alone.
macro_rules! closed_text_enum {
    ($name:ident) => {
        impl $name {
            /// The values that the documentation lists, in its order.
            pub const LISTED: &[&str] = &$crate::runtime::column::<{ Self::WIRE.len() }, _, _>(Self::WIRE);

            /// The value on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                Self::WIRE.iter().find(|(_, value)| *value == self).map_or("", |(text, _)| text)
            }
        }

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
                let text = node.text(at)?;
                let listed = Self::WIRE.iter().find(|(listed, _)| *listed == text);
                listed.map(|(_, value)| *value).or_else(|| {
                    at.broken($crate::runtime::Rule::Enum(Self::LISTED), $crate::runtime::Found::text(&text))
                })
            }

            fn write(&self, to: &mut $crate::runtime::Writer<'_>) {
                to.text(self.as_str());
            }

            fn stand_in() -> Self {
                Self::WIRE[0].1
            }

            fn text(&self) -> $crate::runtime::WireText<'_> {
                self.as_str().into()
            }
        }
    };
}
pub(crate) use closed_text_enum;

/// Makes an enum of integers a value that holds the listed ones alone.
macro_rules! closed_integer_enum {
    ($name:ident) => {
        impl $name {
            /// The values that the documentation lists, in its order.
            pub const LISTED: &[i64] = &$crate::runtime::column::<{ Self::WIRE.len() }, _, _>(Self::WIRE);

            /// The value on the wire.
            #[must_use]
            pub fn as_i64(self) -> i64 {
                Self::WIRE.iter().find(|(_, value)| *value == self).map_or(0, |(number, _)| *number)
            }
        }

        impl $crate::runtime::Subject for $name {
            type View<'v> = i64;

            #[inline]
            fn view(&self) -> ::std::option::Option<i64> {
                ::std::option::Option::Some(self.as_i64())
            }
        }

        impl $crate::runtime::Validate for $name {
            fn validate(&self, _: &mut $crate::runtime::Check<'_>) {}
        }

        impl $crate::runtime::Value for $name {
            fn read(
                node: $crate::runtime::Node<'_>,
                at: &mut $crate::runtime::Reader<'_>,
            ) -> ::std::option::Option<Self> {
                let number = i64::read(node, at)?;
                let listed = Self::WIRE.iter().find(|(listed, _)| *listed == number);
                listed.map(|(_, value)| *value).or_else(|| {
                    let rule = $crate::runtime::Rule::EnumOfIntegers(Self::LISTED);
                    at.broken(rule, $crate::runtime::Found::Integer(number))
                })
            }

            fn write(&self, to: &mut $crate::runtime::Writer<'_>) {
                self.as_i64().write(to);
            }

            fn stand_in() -> Self {
                Self::WIRE[0].1
            }

            fn text(&self) -> $crate::runtime::WireText<'_> {
                self.as_i64().into()
            }
        }
    };
}
pub(crate) use closed_integer_enum;
