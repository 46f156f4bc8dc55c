//! The rules: what each change means on the wire, and whether code that compiles as before does something else.
//!
//! What a change means to the crate is no matter of its rule: that comes from comparing what would be generated.

use crate::diagnostic::Compatibility::{self, Breaking, Compatible, Doubtful};
use crate::diagnostic::Id;

/// What a kind of change means.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its id.
    pub id: Id,
    /// Whether a server that follows the new page takes what was sent before; nothing where requests do not have it.
    pub request: Option<Compatibility>,
    /// Whether what such a server answers is taken by what was built before; nothing where answers do not have it.
    pub response: Option<Compatibility>,
    /// Whether code that compiles as before does something else when it runs.
    pub behaviour: bool,
    /// What happened, in a few words.
    pub words: &'static str,
}

impl Rule {
    /// The rule of an id, if that is one of a change.
    #[must_use]
    pub fn of(id: Id) -> Option<&'static Self> {
        RULES.iter().find(|rule| rule.id == id)
    }
}

const fn rule(id: Id, [request, response]: [Option<Compatibility>; 2], effect: Runs, words: &'static str) -> Rule {
    Rule { id, request, response, behaviour: matches!(effect, Runs::Otherwise), words }
}

/// What code does that compiles as before.
#[derive(Clone, Copy)]
enum Runs {
    AsBefore,
    Otherwise,
}

const BREAKS: Option<Compatibility> = Some(Breaking);
const MAY_BREAK: Option<Compatibility> = Some(Doubtful);
const HOLDS: Option<Compatibility> = Some(Compatible);
const NOT_THERE: Option<Compatibility> = None;

/// Every rule of a change: request, response, what runs.
#[rustfmt::skip]
pub const RULES: &[Rule] = &[
    rule(Id::CrateRenamed, [NOT_THERE, NOT_THERE], Runs::AsBefore, "the crate has another name"),
    rule(Id::ApiAdded, [HOLDS, NOT_THERE], Runs::AsBefore, "an API is new"),
    rule(Id::ApiRemoved, [BREAKS, NOT_THERE], Runs::AsBefore, "an API is gone"),
    rule(Id::ApiRenamed, [NOT_THERE, NOT_THERE], Runs::AsBefore, "an API has another name in the specs"),
    rule(Id::EndpointAdded, [HOLDS, NOT_THERE], Runs::AsBefore, "an endpoint is new"),
    rule(Id::EndpointRemoved, [BREAKS, NOT_THERE], Runs::AsBefore, "an endpoint is gone"),
    rule(Id::EndpointRenamed, [NOT_THERE, NOT_THERE], Runs::AsBefore, "an endpoint has another name in the specs"),
    rule(Id::MethodChanged, [BREAKS, NOT_THERE], Runs::Otherwise, "it is called by another method"),
    rule(Id::PathChanged, [BREAKS, NOT_THERE], Runs::Otherwise, "it has another path"),
    rule(Id::ServerAdded, [HOLDS, NOT_THERE], Runs::AsBefore, "a server is new"),
    rule(Id::ServerRemoved, [MAY_BREAK, NOT_THERE], Runs::AsBefore, "a server is gone"),
    rule(Id::ServerChanged, [BREAKS, NOT_THERE], Runs::Otherwise, "a server has another address"),
    rule(Id::CredentialAdded, [HOLDS, NOT_THERE], Runs::AsBefore, "a way to prove who calls is new"),
    rule(Id::CredentialRemoved, [BREAKS, NOT_THERE], Runs::AsBefore, "a way to prove who calls is gone"),
    rule(Id::CredentialChanged, [BREAKS, NOT_THERE], Runs::Otherwise, "a credential goes elsewhere"),
    rule(Id::AuthNarrowed, [BREAKS, NOT_THERE], Runs::Otherwise, "a credential is not taken any more"),
    rule(Id::AuthWidened, [HOLDS, NOT_THERE], Runs::Otherwise, "another credential is taken as well"),
    rule(Id::PermissionAdded, [BREAKS, NOT_THERE], Runs::Otherwise, "a permission is asked for"),
    rule(Id::PermissionRemoved, [HOLDS, NOT_THERE], Runs::AsBefore, "a permission is not asked for any more"),
    rule(Id::Deprecated, [HOLDS, HOLDS], Runs::AsBefore, "it is deprecated"),
    rule(Id::Reactivated, [HOLDS, HOLDS], Runs::AsBefore, "it is not deprecated any more"),
    rule(Id::RetrySafetyLost, [MAY_BREAK, NOT_THERE], Runs::Otherwise, "a repeat is not known to be harmless any more"),
    rule(Id::RetrySafetyGained, [HOLDS, NOT_THERE], Runs::Otherwise, "a repeat is harmless"),
    rule(Id::BodyAdded, [HOLDS, NOT_THERE], Runs::AsBefore, "a body may be sent"),
    rule(Id::RequiredBodyAdded, [BREAKS, NOT_THERE], Runs::AsBefore, "a body must be sent"),
    rule(Id::BodyRemoved, [BREAKS, NOT_THERE], Runs::AsBefore, "no body is sent any more"),
    rule(Id::MediaTypeChanged, [BREAKS, BREAKS], Runs::Otherwise, "a body is written otherwise"),
    rule(Id::MediaTypeAdded, [HOLDS, HOLDS], Runs::AsBefore, "a body may be written otherwise as well"),
    rule(Id::MediaTypeRemoved, [BREAKS, BREAKS], Runs::AsBefore, "a body may not be written so any more"),
    rule(Id::SuccessAdded, [NOT_THERE, HOLDS], Runs::Otherwise, "another success may come"),
    rule(Id::SuccessRemoved, [NOT_THERE, BREAKS], Runs::AsBefore, "a success does not come any more"),
    rule(Id::ErrorAdded, [NOT_THERE, HOLDS], Runs::AsBefore, "another refusal is documented"),
    rule(Id::ErrorRemoved, [NOT_THERE, HOLDS], Runs::AsBefore, "a refusal is not documented any more"),
    rule(Id::AnswerBodyAdded, [NOT_THERE, HOLDS], Runs::AsBefore, "an answer has a body"),
    rule(Id::AnswerBodyRemoved, [NOT_THERE, BREAKS], Runs::AsBefore, "an answer has no body any more"),
    rule(Id::FieldAdded, [HOLDS, HOLDS], Runs::AsBefore, "a field is new"),
    rule(Id::RequiredFieldAdded, [BREAKS, HOLDS], Runs::AsBefore, "a field that must be there is new"),
    rule(Id::FieldRemoved, [MAY_BREAK, MAY_BREAK], Runs::AsBefore, "a field is gone"),
    rule(Id::RequiredFieldRemoved, [MAY_BREAK, BREAKS], Runs::AsBefore, "a field that had to be there is gone"),
    rule(Id::FieldRenamed, [BREAKS, BREAKS], Runs::Otherwise, "a field has another name on the wire"),
    rule(Id::PathParameterRenamed, [NOT_THERE, NOT_THERE], Runs::AsBefore, "a variable of the path has another name"),
    rule(Id::FieldMoved, [BREAKS, NOT_THERE], Runs::Otherwise, "a parameter stands elsewhere in the request"),
    rule(Id::RustNameChanged, [NOT_THERE, NOT_THERE], Runs::AsBefore, "it has another name in Rust"),
    rule(Id::OrderChanged, [NOT_THERE, NOT_THERE], Runs::AsBefore, "what it holds stands in another order"),
    rule(Id::FieldRequired, [BREAKS, HOLDS], Runs::AsBefore, "it must be there"),
    rule(Id::FieldOptional, [HOLDS, BREAKS], Runs::AsBefore, "it may be left out"),
    rule(Id::NullAllowed, [HOLDS, BREAKS], Runs::AsBefore, "null may stand there"),
    rule(Id::NullRefused, [BREAKS, HOLDS], Runs::AsBefore, "null may not stand there any more"),
    rule(Id::TypeChanged, [BREAKS, BREAKS], Runs::AsBefore, "it is of another type"),
    rule(Id::TypeWidened, [HOLDS, BREAKS], Runs::Otherwise, "its type takes more"),
    rule(Id::TypeNarrowed, [BREAKS, HOLDS], Runs::Otherwise, "its type takes less"),
    rule(Id::FormatChanged, [BREAKS, BREAKS], Runs::AsBefore, "its text has another form"),
    rule(Id::TypeRenamed, [NOT_THERE, NOT_THERE], Runs::AsBefore, "its type has another name"),
    rule(Id::TypeAdded, [NOT_THERE, NOT_THERE], Runs::AsBefore, "a named type is new"),
    rule(Id::TypeRemoved, [NOT_THERE, NOT_THERE], Runs::AsBefore, "a named type is gone"),
    rule(Id::ObjectOpened, [HOLDS, BREAKS], Runs::AsBefore, "other fields may come"),
    rule(Id::ObjectClosed, [BREAKS, HOLDS], Runs::AsBefore, "other fields may not come any more"),
    rule(Id::EnumOpened, [HOLDS, BREAKS], Runs::Otherwise, "other values may come"),
    rule(Id::EnumClosed, [BREAKS, HOLDS], Runs::Otherwise, "other values may not come any more"),
    rule(Id::EnumComplete, [HOLDS, HOLDS], Runs::AsBefore, "its values are said to be all"),
    rule(Id::EnumIncomplete, [HOLDS, MAY_BREAK], Runs::AsBefore, "its values are not said to be all any more"),
    rule(Id::AccessChanged, [HOLDS, MAY_BREAK], Runs::AsBefore, "who sets it is another"),
    rule(Id::SecretChanged, [NOT_THERE, NOT_THERE], Runs::AsBefore, "whether it is a secret has changed"),
    rule(Id::DefaultChanged, [MAY_BREAK, HOLDS], Runs::Otherwise, "its absence means something else"),
    rule(Id::NoneValueChanged, [BREAKS, BREAKS], Runs::Otherwise, "none is written otherwise"),
    rule(Id::ConstantAdded, [BREAKS, HOLDS], Runs::Otherwise, "it has one value only"),
    rule(Id::ConstantRemoved, [HOLDS, BREAKS], Runs::Otherwise, "it has other values too"),
    rule(Id::ConstantChanged, [BREAKS, BREAKS], Runs::Otherwise, "its only value is another"),
    rule(Id::EncodingChanged, [BREAKS, BREAKS], Runs::Otherwise, "a list is written otherwise"),
    rule(Id::EnumValueAdded, [HOLDS, MAY_BREAK], Runs::AsBefore, "a value is listed"),
    rule(Id::EnumValueRemoved, [BREAKS, HOLDS], Runs::AsBefore, "a value is not listed any more"),
    rule(Id::EnumValueChanged, [BREAKS, BREAKS], Runs::Otherwise, "a value is written otherwise"),
    rule(Id::EnumAdded, [BREAKS, HOLDS], Runs::AsBefore, "its values are listed"),
    rule(Id::EnumRemoved, [HOLDS, BREAKS], Runs::AsBefore, "its values are not listed any more"),
    rule(Id::VariantAdded, [HOLDS, BREAKS], Runs::AsBefore, "a variant is new"),
    rule(Id::VariantRemoved, [BREAKS, HOLDS], Runs::AsBefore, "a variant is gone"),
    rule(Id::TagChanged, [BREAKS, BREAKS], Runs::Otherwise, "another field tells the variants apart"),
    rule(Id::UpperBoundSet, [MAY_BREAK, HOLDS], Runs::Otherwise, "it has an upper bound"),
    rule(Id::UpperBoundLowered, [BREAKS, HOLDS], Runs::Otherwise, "its upper bound is lower"),
    rule(Id::UpperBoundRaised, [HOLDS, BREAKS], Runs::Otherwise, "its upper bound is higher"),
    rule(Id::UpperBoundRemoved, [HOLDS, BREAKS], Runs::Otherwise, "it has no upper bound any more"),
    rule(Id::LowerBoundSet, [MAY_BREAK, HOLDS], Runs::Otherwise, "it has a lower bound"),
    rule(Id::LowerBoundRaised, [BREAKS, HOLDS], Runs::Otherwise, "its lower bound is higher"),
    rule(Id::LowerBoundLowered, [HOLDS, BREAKS], Runs::Otherwise, "its lower bound is lower"),
    rule(Id::LowerBoundRemoved, [HOLDS, BREAKS], Runs::Otherwise, "it has no lower bound any more"),
    rule(Id::LengthUnitChanged, [MAY_BREAK, HOLDS], Runs::Otherwise, "its length is counted otherwise"),
    rule(Id::PatternAdded, [BREAKS, HOLDS], Runs::Otherwise, "it must match a pattern"),
    rule(Id::PatternChanged, [MAY_BREAK, HOLDS], Runs::Otherwise, "it must match another pattern"),
    rule(Id::PatternRemoved, [HOLDS, HOLDS], Runs::Otherwise, "it need not match a pattern any more"),
    rule(Id::MultipleOfTightened, [BREAKS, HOLDS], Runs::Otherwise, "fewer numbers are multiples"),
    rule(Id::MultipleOfLoosened, [HOLDS, HOLDS], Runs::Otherwise, "more numbers are multiples"),
    rule(Id::UniqueItemsAdded, [BREAKS, HOLDS], Runs::Otherwise, "no two items may be equal"),
    rule(Id::UniqueItemsRemoved, [HOLDS, HOLDS], Runs::Otherwise, "two items may be equal"),
    rule(Id::RuleEnforced, [HOLDS, HOLDS], Runs::Otherwise, "a rule that was a warning is an error"),
    rule(Id::RuleDoubted, [HOLDS, HOLDS], Runs::Otherwise, "a rule that was an error is a warning"),
    rule(Id::PublicItemAdded, [NOT_THERE, NOT_THERE], Runs::AsBefore, "the crate offers more"),
    rule(Id::PublicItemChanged, [NOT_THERE, NOT_THERE], Runs::AsBefore, "the crate offers something otherwise"),
    rule(Id::PublicItemRemoved, [NOT_THERE, NOT_THERE], Runs::AsBefore, "the crate offers something no more"),
    rule(Id::FactRestated, [HOLDS, HOLDS], Runs::AsBefore, "it is said otherwise, and means the same"),
    rule(Id::ProvenanceChanged, [HOLDS, HOLDS], Runs::AsBefore, "where it comes from is told otherwise"),
    rule(Id::SampleChanged, [HOLDS, HOLDS], Runs::AsBefore, "a sample is another"),
    rule(Id::DocumentationChanged, [HOLDS, HOLDS], Runs::AsBefore, "the words about it are others"),
];
