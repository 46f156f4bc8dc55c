//! The stable ids of diagnostics.

use std::fmt;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The run ends with findings.
    Error,
    /// It is said, and the run goes on.
    Warning,
    /// It is said for those who review.
    Note,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        })
    }
}

macro_rules! ids {
    ($($variant:ident $text:literal,)+) => {
        /// What kind of message a diagnostic is; `docwright explain` tells more of each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "each has a page of its own: `docwright explain`")]
        pub enum Id { $($variant,)+ }

        impl Id {
            /// Every id, in the order of the language page.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The id as it is printed.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }
    };
}

ids! {
    YamlSyntax "yaml-syntax",
    YamlRefused "yaml-refused",
    YamlLimit "yaml-limit",
    NotUtf8 "not-utf8",
    DuplicateKey "duplicate-key",
    UnknownKey "unknown-key",
    KeyNotHere "key-not-here",
    WrongKind "wrong-kind",
    MissingKey "missing-key",
    BadWord "bad-word",
    AmbiguousScalar "ambiguous-scalar",
    NotYet "not-yet",
    NoSpecs "no-specs",
    NoApi "no-api",
    UnsupportedLanguage "unsupported-language",
    BadCrate "bad-crate",
    BadFileName "bad-file-name",
    StrayFile "stray-file",
    LinkRefused "link-refused",
    BadOutput "bad-output",
    DuplicateEndpoint "duplicate-endpoint",
    CrateMissing "crate-missing",
    CrateStale "crate-stale",
    CrateEdited "crate-edited",
    CrateOrphan "crate-orphan",
    CrateForeign "crate-foreign",
    BadManifest "bad-manifest",
    Io "io",
    UnknownType "unknown-type",
    UnknownPart "unknown-part",
    UnknownSource "unknown-source",
    UnknownCredential "unknown-credential",
    UnknownFieldName "unknown-field-name",
    UnusedType "unused-type",
    UnusedPart "unused-part",
    UnusedSource "unused-source",
    UnusedCredential "unused-credential",
    DuplicateType "duplicate-type",
    NameCollision "name-collision",
    BadRustName "bad-rust-name",
    MissingWhy "missing-why",
    FactUndocumented "fact-undocumented",
    UndocumentedBare "undocumented-bare",
    HalfEmpty "half-empty",
    HalfRepeats "half-repeats",
    HalfNested "half-nested",
    HalfDrops "half-drops",
    WithdrawsNothing "withdraws-nothing",
    EmptyDoubt "empty-doubt",
    TwoNones "two-nones",
    ReversedBounds "reversed-bounds",
    BadPattern "bad-pattern",
    UnenforceablePattern "unenforceable-pattern",
    ConstraintNotForType "constraint-not-for-type",
    ValueBreaks "value-breaks",
    DuplicateValue "duplicate-value",
    EnumKind "enum-kind",
    NeverSatisfied "never-satisfied",
    BadPath "bad-path",
    BadUrl "bad-url",
    BadMethod "bad-method",
    BadHeaderName "bad-header-name",
    BadMediaType "bad-media-type",
    BadStatus "bad-status",
    BadFingerprint "bad-fingerprint",
    BadDate "bad-date",
    ReservedHeader "reserved-header",
    MissingPathParameter "missing-path-parameter",
    UnusedPathParameter "unused-path-parameter",
    MissingVariable "missing-variable",
    UnusedVariable "unused-variable",
    EncodingNotHere "encoding-not-here",
    EncodingUnsaid "encoding-unsaid",
    BodyNotHere "body-not-here",
    SeveralCarriers "several-carriers",
    SuccessTwice "success-twice",
    IncludeConflict "include-conflict",
    TagContradicts "tag-contradicts",
    ShapeTwice "shape-twice",
    ExampleUndecodable "example-undecodable",
    ExampleBreaks "example-breaks",
    ClaimUnneeded "claim-unneeded",
    ExampleDiffers "example-differs",
    BadPointer "bad-pointer",
    UnknownRule "unknown-rule",
}

impl Id {
    /// The id of a text as it is printed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|id| id.as_str() == text)
    }

    /// How much it weighs where nobody says otherwise.
    ///
    /// What `check` finds ends the run with findings: each is a slip, a contradiction or a file that is not what the specs
    /// say.
    #[must_use]
    pub const fn severity(self) -> Severity {
        Severity::Error
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
