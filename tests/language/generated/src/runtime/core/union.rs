//! Unions told apart by a field inside.

use super::{Bound, Json, JsonObject};

/// Whether a text reads as JSON, so that as a tag it is spelled with quotes: `"1"` is the text, `1` the number.
pub(crate) fn reads_as_json(text: &str) -> bool {
    let begins =
        text.starts_with(['"', '-', '[', '{', 't', 'f', 'n']) || text.starts_with(|char: char| char.is_ascii_digit());
    begins && !text.ends_with(char::is_whitespace) && serde_json::from_str::<Json>(text).is_ok()
}

/// How the value of a tag is spelled: a text as it is, unless it reads as JSON; others as JSON, equal numbers alike.
pub(crate) fn spelling(tag: &Json) -> String {
    match tag {
        Json::String(text) if !reads_as_json(text) => text.clone(),
        Json::Number(number) => Bound::of(number).to_string(),
        other => other.to_string(),
    }
}

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
            /// The tag, where the documentation does not list it; what is no text, or would read as JSON, in JSON's spelling.
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
