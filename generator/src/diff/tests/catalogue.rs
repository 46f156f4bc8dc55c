//! The catalogue of changes that this tool must know, against the rules that it has.

use std::collections::BTreeSet;

use super::super::RULES;
use crate::diagnostic::Id;

/// What covers a change.
enum Covered {
    /// These rules.
    By(&'static [Id]),
    /// None yet: the language has no construct for it.
    Later(&'static str),
}

use Covered::{By, Later};

/// Changes that people make to interfaces, and the rules that tell of them.
#[rustfmt::skip]
const CATALOGUE: &[(&str, Covered)] = &[
    ("an endpoint comes or goes", By(&[Id::EndpointAdded, Id::EndpointRemoved])),
    ("another path", By(&[Id::PathChanged])),
    ("another name of a path's variable", By(&[Id::PathParameterRenamed])),
    ("another method", By(&[Id::MethodChanged])),
    ("another address of a server", By(&[Id::ServerChanged, Id::ServerAdded, Id::ServerRemoved])),
    ("another name of an endpoint", By(&[Id::EndpointRenamed])),
    ("another name of a module", By(&[Id::ApiRenamed, Id::EndpointRenamed])),
    ("deprecated, and no more", By(&[Id::Deprecated, Id::Reactivated])),
    ("a credential is asked for", By(&[Id::AuthNarrowed, Id::CredentialAdded])),
    ("no credential is asked for", By(&[Id::AuthWidened, Id::CredentialRemoved])),
    ("another header or prefix of a credential", By(&[Id::CredentialChanged])),
    ("another place of a credential", By(&[Id::CredentialChanged])),
    ("one scope more", By(&[Id::PermissionAdded, Id::PermissionRemoved])),
    ("how a token is got", Later("`oauth2` is not read yet")),
    ("a header more that must be there, or has one value", By(&[Id::RequiredFieldAdded, Id::ConstantAdded])),
    ("a media type of requests comes or goes", By(&[Id::MediaTypeAdded, Id::MediaTypeRemoved])),
    ("a media type of answers comes or goes", By(&[Id::MediaTypeAdded, Id::MediaTypeRemoved])),
    ("another shape for each media type", Later("`content` is not read yet")),
    ("a body in another encoding", By(&[Id::MediaTypeChanged])),
    ("a body comes or goes", By(&[Id::BodyAdded, Id::RequiredBodyAdded, Id::BodyRemoved])),
    ("a body must be there, or need not", By(&[Id::FieldRequired, Id::FieldOptional])),
    ("a parameter comes or goes", By(&[Id::RequiredFieldAdded, Id::FieldAdded, Id::FieldRemoved])),
    ("a parameter must be there, or need not", By(&[Id::FieldRequired, Id::FieldOptional])),
    ("a parameter stands elsewhere, or is written otherwise", By(&[Id::FieldMoved, Id::EncodingChanged])),
    ("more styles of parameters", Later("of `encode` three words are read; the others, and `allow_reserved`, are not")),
    ("cookies", Later("`cookies` are not read yet")),
    ("another order of arguments", By(&[Id::OrderChanged])),
    ("another default of a parameter or a field", By(&[Id::DefaultChanged])),
    ("a field more that must be there", By(&[Id::RequiredFieldAdded])),
    ("a field more", By(&[Id::FieldAdded])),
    ("a field less that had to be there", By(&[Id::RequiredFieldRemoved])),
    ("a field less", By(&[Id::FieldRemoved])),
    ("a field must be there", By(&[Id::FieldRequired])),
    ("a field need not be there", By(&[Id::FieldOptional])),
    ("null may stand there, or not", By(&[Id::NullAllowed, Id::NullRefused])),
    ("another name on the wire, the same in Rust", By(&[Id::FieldRenamed])),
    ("another name in Rust, the same on the wire", By(&[Id::RustNameChanged])),
    ("another type", By(&[Id::TypeChanged])),
    ("a wider or narrower type", By(&[Id::TypeWidened, Id::TypeNarrowed])),
    ("another format", By(&[Id::FormatChanged])),
    ("an object is opened or closed", By(&[Id::ObjectOpened, Id::ObjectClosed])),
    ("who sets a field", By(&[Id::AccessChanged])),
    ("a view in which a field exists", Later("`access` is not read yet; `server_owned` is")),
    ("a constant comes, goes, or is another", By(&[Id::ConstantAdded, Id::ConstantRemoved, Id::ConstantChanged])),
    ("a variant comes or goes", By(&[Id::VariantAdded, Id::VariantRemoved])),
    ("another field or value tells variants apart", By(&[Id::TagChanged, Id::EnumValueChanged])),
    ("variants that a field beside tells apart", Later("`sibling` is not read yet")),
    ("a value of an enum more", By(&[Id::EnumValueAdded])),
    ("a value of an enum less", By(&[Id::EnumValueRemoved])),
    ("another spelling of a value", By(&[Id::EnumValueChanged])),
    ("an enum is opened or closed", By(&[Id::EnumOpened, Id::EnumClosed, Id::EnumComplete,
        Id::EnumIncomplete])),
    ("a text becomes an enum, or the other way", By(&[Id::EnumAdded, Id::EnumRemoved])),
    ("another upper bound", By(&[Id::UpperBoundLowered, Id::UpperBoundRaised])),
    ("an upper bound is set or removed", By(&[Id::UpperBoundSet, Id::UpperBoundRemoved])),
    ("another lower bound", By(&[Id::LowerBoundRaised, Id::LowerBoundLowered])),
    ("a lower bound is set or removed", By(&[Id::LowerBoundSet, Id::LowerBoundRemoved])),
    ("a pattern comes, goes, or is another", By(&[Id::PatternAdded, Id::PatternChanged, Id::PatternRemoved])),
    ("a multiple, or unique items", By(&[Id::MultipleOfTightened, Id::MultipleOfLoosened, Id::UniqueItemsAdded,
        Id::UniqueItemsRemoved])),
    ("fields that ask for others", Later("`required_with`, `required_when`, `allowed_when` and `same_as` are not read yet")),
    ("exactly one of several fields", Later("`rules` are not read yet")),
    ("a success comes or goes", By(&[Id::SuccessAdded, Id::SuccessRemoved])),
    ("a refusal comes or goes", By(&[Id::ErrorAdded, Id::ErrorRemoved])),
    ("a header of an answer", Later("`headers` of responses are not read yet")),
    ("a stream in place of one value", Later("`stream` is not read yet")),
    ("a repeat is not harmless any more", By(&[Id::RetrySafetyLost, Id::RetrySafetyGained])),
    ("what makes a repeat harmless", Later("`idempotency_key` is not read yet")),
    ("how pages of lists are asked for", Later("`pagination` is not read yet")),
    ("a type that holds itself now", By(&[Id::PublicItemChanged])),
    ("a derive is lost", By(&[Id::PublicItemRemoved, Id::PublicItemChanged])),
    ("an inline type is renamed, split or merged", By(&[Id::TypeRenamed, Id::TypeAdded, Id::TypeRemoved,
        Id::PublicItemChanged])),
    ("a type gets a mark or a field that nobody sees", By(&[Id::PublicItemChanged])),
    ("a cargo feature comes or goes", By(&[Id::ApiAdded, Id::ApiRemoved, Id::ApiRenamed])),
    ("the configuration changed what is written", By(&[Id::CrateRenamed, Id::PublicItemChanged])),
    ("words, samples, sources, the day of looking", By(&[Id::DocumentationChanged, Id::SampleChanged,
        Id::ProvenanceChanged])),
];

#[test]
fn each_change_of_the_catalogue_has_its_rules() {
    let rules: BTreeSet<Id> = RULES.iter().map(|rule| rule.id).collect();
    let mut covering: BTreeSet<Id> = BTreeSet::new();
    for (change, covered) in CATALOGUE {
        match covered {
            By(ids) => {
                assert!(!ids.is_empty() && ids.iter().all(|id| rules.contains(id)), "{change}");
                covering.extend(*ids);
            }
            Later(why) => assert!(why.contains("not read yet") || why.contains("are not"), "{change}: {why}"),
        }
    }
    // What no catalogue asked for, and is told all the same.
    let besides = [
        Id::ApiAdded,
        Id::AnswerBodyAdded,
        Id::AnswerBodyRemoved,
        Id::SecretChanged,
        Id::NoneValueChanged,
        Id::LengthUnitChanged,
        Id::RuleEnforced,
        Id::RuleDoubted,
        Id::PublicItemAdded,
        Id::FactRestated,
    ];
    let uncovered: Vec<&Id> = rules.iter().filter(|id| !covering.contains(id) && !besides.contains(id)).collect();
    assert!(uncovered.is_empty(), "{uncovered:?}");
}
