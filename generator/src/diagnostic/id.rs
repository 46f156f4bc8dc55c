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

/// Which command finds what an id is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `check`: the specs, or the crate on disk, are wrong.
    Mistake,
    /// `lint`: what a careful reviewer would ask of specs that are right.
    Lint,
    /// `diff` and `accept`: what they were asked cannot be done, or what was accepted and said is not so.
    Review,
    /// `diff`: what is not as it was.
    Change,
}

macro_rules! ids {
    ($([$kind:ident] $($variant:ident $text:literal,)+)+) => {
        /// What kind of message a diagnostic is; `docwright explain` tells more of each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "each has a page of its own: `docwright explain`")]
        pub enum Id { $($($variant,)+)+ }

        impl Id {
            /// Every id, in the order of the language page.
            pub const ALL: &[Self] = &[$($(Self::$variant,)+)+];

            /// The id as it is printed.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $($(Self::$variant => $text,)+)+ }
            }

            /// Who asks.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self { $($(Self::$variant => Kind::$kind,)+)+ }
            }
        }
    };
}

ids! {
    [Mistake]
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
    UnusedAllow "unused-allow",
    NotAllowable "not-allowable",
    [Lint]
    EnumCase "enum-case",
    FieldCasing "field-casing",
    NoExample "no-example",
    NoWords "no-words",
    ThinReason "thin-reason",
    StalePage "stale-page",
    UnmarkedSecret "unmarked-secret",
    FloatId "float-id",
    TimeAsText "time-as-text",
    BoundUnit "bound-unit",
    YamlLiteral "yaml-literal",
    SimilarTypes "similar-types",
    [Review]
    UnusedAcceptance "unused-acceptance",
    VersionTooLow "version-too-low",
    NoRevision "no-revision",
    NoChange "no-change",
    [Change]
    CrateRenamed "crate-renamed",
    ApiAdded "api-added",
    ApiRemoved "api-removed",
    ApiRenamed "api-renamed",
    EndpointAdded "endpoint-added",
    EndpointRemoved "endpoint-removed",
    EndpointRenamed "endpoint-renamed",
    MethodChanged "method-changed",
    PathChanged "path-changed",
    ServerAdded "server-added",
    ServerRemoved "server-removed",
    ServerChanged "server-changed",
    CredentialAdded "credential-added",
    CredentialRemoved "credential-removed",
    CredentialChanged "credential-changed",
    AuthNarrowed "auth-narrowed",
    AuthWidened "auth-widened",
    PermissionAdded "permission-added",
    PermissionRemoved "permission-removed",
    Deprecated "deprecated",
    Reactivated "reactivated",
    RetrySafetyLost "retry-safety-lost",
    RetrySafetyGained "retry-safety-gained",
    BodyAdded "body-added",
    RequiredBodyAdded "required-body-added",
    BodyRemoved "body-removed",
    MediaTypeChanged "media-type-changed",
    MediaTypeAdded "media-type-added",
    MediaTypeRemoved "media-type-removed",
    SuccessAdded "success-added",
    SuccessRemoved "success-removed",
    ErrorAdded "error-added",
    ErrorRemoved "error-removed",
    AnswerBodyAdded "answer-body-added",
    AnswerBodyRemoved "answer-body-removed",
    FieldAdded "field-added",
    RequiredFieldAdded "required-field-added",
    FieldRemoved "field-removed",
    RequiredFieldRemoved "required-field-removed",
    FieldRenamed "field-renamed",
    PathParameterRenamed "path-parameter-renamed",
    FieldMoved "field-moved",
    RustNameChanged "rust-name-changed",
    OrderChanged "order-changed",
    FieldRequired "field-required",
    FieldOptional "field-optional",
    NullAllowed "null-allowed",
    NullRefused "null-refused",
    TypeChanged "type-changed",
    TypeWidened "type-widened",
    TypeNarrowed "type-narrowed",
    FormatChanged "format-changed",
    TypeRenamed "type-renamed",
    TypeAdded "type-added",
    TypeRemoved "type-removed",
    ObjectOpened "object-opened",
    ObjectClosed "object-closed",
    EnumOpened "enum-opened",
    EnumClosed "enum-closed",
    EnumComplete "enum-complete",
    EnumIncomplete "enum-incomplete",
    AccessChanged "access-changed",
    SecretChanged "secret-changed",
    DefaultChanged "default-changed",
    NoneValueChanged "none-value-changed",
    ConstantAdded "constant-added",
    ConstantRemoved "constant-removed",
    ConstantChanged "constant-changed",
    EncodingChanged "encoding-changed",
    EnumValueAdded "enum-value-added",
    EnumValueRemoved "enum-value-removed",
    EnumValueChanged "enum-value-changed",
    EnumAdded "enum-added",
    EnumRemoved "enum-removed",
    VariantAdded "variant-added",
    VariantRemoved "variant-removed",
    TagChanged "tag-changed",
    UpperBoundSet "upper-bound-set",
    UpperBoundLowered "upper-bound-lowered",
    UpperBoundRaised "upper-bound-raised",
    UpperBoundRemoved "upper-bound-removed",
    LowerBoundSet "lower-bound-set",
    LowerBoundRaised "lower-bound-raised",
    LowerBoundLowered "lower-bound-lowered",
    LowerBoundRemoved "lower-bound-removed",
    LengthUnitChanged "length-unit-changed",
    PatternAdded "pattern-added",
    PatternChanged "pattern-changed",
    PatternRemoved "pattern-removed",
    MultipleOfTightened "multiple-of-tightened",
    MultipleOfLoosened "multiple-of-loosened",
    UniqueItemsAdded "unique-items-added",
    UniqueItemsRemoved "unique-items-removed",
    RuleEnforced "rule-enforced",
    RuleDoubted "rule-doubted",
    PublicItemAdded "public-item-added",
    PublicItemChanged "public-item-changed",
    PublicItemRemoved "public-item-removed",
    FactRestated "fact-restated",
    ProvenanceChanged "provenance-changed",
    SampleChanged "sample-changed",
    DocumentationChanged "documentation-changed",
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
    /// say. What `lint` finds is for a person to judge. A change weighs by what
    /// it does.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self.kind() {
            Kind::Mistake | Kind::Review | Kind::Change => Severity::Error,
            Kind::Lint => Severity::Warning,
        }
    }

    /// Whether `allow` in a spec may take it away: every lint, and of what `check` finds what a page may really say.
    #[must_use]
    pub const fn is_allowable(self) -> bool {
        matches!(self.kind(), Kind::Lint)
            || matches!(
                self,
                Self::UnenforceablePattern | Self::DuplicateEndpoint | Self::ValueBreaks | Self::BodyNotHere
            )
    }

    /// The ids of a kind, in order.
    pub fn of(kind: Kind) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |id| id.kind() == kind)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
