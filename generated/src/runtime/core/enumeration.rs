//! Enums, over the table `WIRE` and the variant `Unlisted`.

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

            /// The value on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    Self::Unlisted(value) => value.get(),
                    listed => Self::WIRE.iter().find(|(_, value)| value == listed).map_or("", |(text, _)| text),
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                let listed = Self::WIRE.iter().find(|(listed, _)| *listed == text);
                listed.map_or_else(
                    || Self::Unlisted($crate::runtime::Unlisted::new(text.into())),
                    |(_, value)| value.clone(),
                )
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::from(text.as_str())
            }
        }

        $crate::runtime::text_traits!($name);
    };
}
pub(crate) use text_enum;

/// Makes an enum of integers a value.
macro_rules! integer_enum {
    ($name:ident) => {
        impl $name {
            /// The values that the documentation lists, in its order.
            pub const LISTED: &[i64] = &$crate::runtime::column::<{ Self::WIRE.len() }, _, _>(Self::WIRE);

            /// The value on the wire.
            #[must_use]
            pub fn as_i64(&self) -> i64 {
                match self {
                    Self::Unlisted(value) => *value.get(),
                    listed => Self::WIRE.iter().find(|(_, value)| value == listed).map_or(0, |(number, _)| *number),
                }
            }
        }

        impl From<i64> for $name {
            fn from(number: i64) -> Self {
                let listed = Self::WIRE.iter().find(|(listed, _)| *listed == number);
                listed
                    .map_or_else(|| Self::Unlisted($crate::runtime::Unlisted::new(number)), |(_, value)| value.clone())
            }
        }

        $crate::runtime::integer_traits!($name, |value| value.as_i64());
    };
}
pub(crate) use integer_enum;
