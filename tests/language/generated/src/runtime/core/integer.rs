//! Integers of a named type.

/// Makes `struct Name(pub i64)` or `struct Name(pub u64)` a value.
macro_rules! integer {
    ($name:ident) => {
        $crate::runtime::integer!($name, i64);
    };
    ($name:ident, $integer:ident) => {
        impl ::std::convert::From<$integer> for $name {
            fn from(value: $integer) -> Self {
                Self(value)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.fmt(f)
            }
        }

        $crate::runtime::integer_traits!($name, $integer, |value| value.0);
    };
}
pub(crate) use integer;

/// What integers and enums of integers have in common: `From<i64>`, or `From<u64>`.
macro_rules! integer_traits {
    ($name:ident, $integer:ident, |$value:ident| $number:expr) => {
        impl $crate::runtime::Subject for $name {
            type View<'v> = $integer;

            #[inline]
            fn view(&self) -> ::std::option::Option<$integer> {
                let $value = self;
                ::std::option::Option::Some($number)
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
                $integer::read(node, at).map(Self::from)
            }

            fn write(&self, to: &mut $crate::runtime::Writer<'_>) {
                let $value = self;
                $number.write(to);
            }

            fn stand_in() -> Self {
                Self::from(0)
            }

            fn text(&self) -> $crate::runtime::WireText<'_> {
                let $value = self;
                $number.into()
            }
        }
    };
}
pub(crate) use integer_traits;
