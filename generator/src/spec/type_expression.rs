//! `ObjectId[]`: what stands under `type`.

use std::fmt;

/// A type: a built-in or a named type, and how many lists it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeExpression {
    /// What the innermost items are.
    pub base: BaseType,
    /// How many `[]` follow.
    pub lists: u8,
}

/// A built-in, or a name of `types`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BaseType {
    /// A built-in of the language that this version reads.
    BuiltIn(BuiltIn),
    /// A named type; it begins with a capital.
    Named(String),
}

impl TypeExpression {
    /// What is in the list, if it is one.
    #[must_use]
    pub fn item(&self) -> Option<Self> {
        Some(Self { base: self.base.clone(), lists: self.lists.checked_sub(1)? })
    }
}

/// Why a text is no type expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeError {
    /// It is not a name with `[]` behind it.
    Malformed,
    /// More lists within lists than are read.
    TooDeep,
    /// A built-in that this version does not read.
    NotYet(LaterBuiltIn),
    /// A name that begins with no capital and is no built-in.
    Unknown(String),
}

/// A built-in of the language that this version does not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaterBuiltIn {
    /// Its spelling.
    pub name: &'static str,
    /// What carries the same values meanwhile, if anything does.
    pub meanwhile: Option<BuiltIn>,
}

/// How many lists may stand within each other: as deep as YAML is read.
pub const MAX_LISTS: u8 = 64;

macro_rules! built_ins {
    ($($(#[doc = $doc:literal])+ $variant:ident $text:literal,)+) => {
        /// The built-in types that this version reads.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum BuiltIn { $($(#[doc = $doc])+ $variant,)+ }

        impl BuiltIn {
            /// All of them, in the order of the language page.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Its spelling in specs.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// What it is on the wire.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),+).trim_ascii(),)+ }
            }
        }
    };
}

built_ins! {
    /// Any JSON value.
    Any "any",
    /// `true` or `false`.
    Boolean "boolean",
    /// A text.
    String "string",
    /// A whole number of 64 bits; `1.0` is read, `1` written.
    Integer "integer",
    /// A whole number of 64 bits.
    Int64 "int64",
    /// A whole number of 32 bits.
    Int32 "int32",
    /// A whole number of 32 bits without a sign.
    Uint32 "uint32",
    /// A whole number of 64 bits without a sign.
    Uint64 "uint64",
    /// A number.
    Number "number",
    /// A number of 64 bits.
    Double "double",
    /// A number of 32 bits, with the digits that these hold.
    Float "float",
    /// An object; free-form unless `fields` lists its fields.
    Object "object",
    /// A point in time by RFC 3339; digits and offset are kept.
    DateTime "date-time",
    /// A date by RFC 3339, `YYYY-MM-DD`.
    Date "date",
    /// A date and a time without a zone, `YYYY-MM-DD hh:mm:ss`.
    LocalDateTime "local-date-time",
    /// Whole seconds since the Unix epoch.
    EpochSeconds "epoch-seconds",
    /// An email address, by the rule of WHATWG.
    Email "email",
    /// A UUID in the text form of RFC 9562.
    Uuid "uuid",
    /// A URI with its scheme, by RFC 3986.
    Uri "uri",
}

/// The built-ins of the language that this version does not read.
pub const LATER_BUILT_INS: &[LaterBuiltIn] = &[
    later("decimal", Some(BuiltIn::String)),
    later("none", Some(BuiltIn::Any)),
    later("time", Some(BuiltIn::String)),
    later("http-date", Some(BuiltIn::String)),
    later("rfc2822", Some(BuiltIn::String)),
    later("duration", Some(BuiltIn::String)),
    later("epoch-millis", Some(BuiltIn::Integer)),
    later("uri-reference", Some(BuiltIn::String)),
    later("ipv4", Some(BuiltIn::String)),
    later("ipv6", Some(BuiltIn::String)),
    later("hostname", Some(BuiltIn::String)),
    later("base64", Some(BuiltIn::String)),
    later("json-text", Some(BuiltIn::String)),
    later("bytes", None),
    later("file", None),
];

const fn later(name: &'static str, meanwhile: Option<BuiltIn>) -> LaterBuiltIn {
    LaterBuiltIn { name, meanwhile }
}

impl TypeExpression {
    /// Reads what stands under `type`. Whether a named type exists is not looked at.
    ///
    /// # Errors
    /// With why it is no type of this version.
    pub fn parse(text: &str) -> Result<Self, TypeError> {
        let mut base = text;
        let mut lists = 0;
        while let Some(item) = base.strip_suffix("[]") {
            if lists == MAX_LISTS {
                return Err(TypeError::TooDeep);
            }
            lists += 1;
            base = item;
        }
        Ok(Self { base: BaseType::parse(base)?, lists })
    }
}

impl BaseType {
    fn parse(name: &str) -> Result<Self, TypeError> {
        let is_name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '-' | '.');
        if name.is_empty() || !name.chars().all(is_name) {
            return Err(TypeError::Malformed);
        }
        if name.starts_with(char::is_uppercase) {
            return Ok(Self::Named(name.to_owned()));
        }
        if let Some(built_in) = BuiltIn::ALL.iter().find(|built_in| built_in.as_str() == name) {
            return Ok(Self::BuiltIn(*built_in));
        }
        match LATER_BUILT_INS.iter().find(|not_yet| not_yet.name == name) {
            Some(not_yet) => Err(TypeError::NotYet(*not_yet)),
            None => Err(TypeError::Unknown(name.to_owned())),
        }
    }
}

impl fmt::Display for TypeExpression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.base {
            BaseType::BuiltIn(built_in) => f.write_str(built_in.as_str())?,
            BaseType::Named(name) => f.write_str(name)?,
        }
        (0..self.lists).try_for_each(|_| f.write_str("[]"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for text in ["string", "ObjectId[]", "number[][]", "date-time", "Größe", "Page_1.Item"] {
            assert_eq!(TypeExpression::parse(text).map(|parsed| parsed.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn refuses_what_is_no_type() {
        for text in ["", "[]", "string []", "List<string>", "string?", "string[2]", "[string]"] {
            assert_eq!(TypeExpression::parse(text), Err(TypeError::Malformed), "{text}");
        }
        assert_eq!(TypeExpression::parse("strng[]"), Err(TypeError::Unknown("strng".to_owned())));
        assert!(matches!(TypeExpression::parse("ipv4[]"), Err(TypeError::NotYet(not_yet)) if not_yet.name == "ipv4"));
        assert_eq!(TypeExpression::parse(&format!("string{}", "[]".repeat(65))), Err(TypeError::TooDeep));
    }
}
