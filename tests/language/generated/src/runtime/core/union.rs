//! Unions told apart by a field inside.

use super::JsonObject;

/// A variant that its union does not list, as it came; only the runtime makes one.
#[doc(hidden)]
#[derive(Clone, Debug, PartialEq)]
pub struct Tagged {
    pub(crate) tag: String,
    pub(crate) object: JsonObject,
}

/// Gives a union words for the variants that it does not list.
macro_rules! union {
    ($name:ident) => {
        impl $name {
            /// The tag, where the documentation does not list it.
            #[must_use]
            pub fn tag(&self) -> ::std::option::Option<&str> {
                if let Self::Unlisted(variant) = self {
                    ::std::option::Option::Some(&variant.tag)
                } else {
                    ::std::option::Option::None
                }
            }

            /// The object as it came, where the documentation does not list its tag.
            #[must_use]
            pub const fn as_json(&self) -> ::std::option::Option<&$crate::runtime::JsonObject> {
                if let Self::Unlisted(variant) = self {
                    ::std::option::Option::Some(&variant.object)
                } else {
                    ::std::option::Option::None
                }
            }
        }
    };
}
pub(crate) use union;
