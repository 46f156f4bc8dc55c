//! Every key that this version reads, and what tells that it has changed: a key that becomes readable fails here until its
//! rules are there.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::fixtures::{self, Fixture};
use super::{Specs, of, told};
#[allow(clippy::enum_glob_use, reason = "the tables below read by the names of ids and places")]
use crate::diagnostic::Id::{self, *};
#[allow(clippy::enum_glob_use, reason = "see above")]
use crate::spec::table::At::{self, *};
use crate::spec::table::{Key, Stage, TABLE};

/// What a change of a key is.
enum Told {
    /// One of these, as a fixture of theirs or an edit below shows.
    By(&'static [Id]),
    /// No change by itself, for a reason.
    Not(&'static str),
}

use Told::{By, Not};

const ENDS: &str = "what it holds is told";
const LINTS: &str = "it is about what lints say of the specs";
const JUDGES: &str = "it judges changes, and is none";

/// The keys of this version at their places.
#[rustfmt::skip]
const KEYS: &[(Key, At, Told)] = &[
    (Key::Lint, Project, Not(LINTS)), (Key::Allow, Api, Not(LINTS)), (Key::Allow, Endpoint, Not(LINTS)),
    (Key::Allow, Entry, Not(LINTS)), (Key::Allow, Response, Not(LINTS)),
    (Key::Accepted, Project, Not(JUDGES)), (Key::Rule, Acceptance, Not(JUDGES)), (Key::At, Acceptance, Not(JUDGES)),
    (Key::Old, Acceptance, Not(JUDGES)), (Key::New, Acceptance, Not(JUDGES)), (Key::Reason, Acceptance, Not(JUDGES)),
    (Key::Page, Api, Not(ENDS)), (Key::Page, Endpoint, By(&[ProvenanceChanged])),
    (Key::Language, Project, Not("there is one")), (Key::Crate, Project, Not(ENDS)),
    (Key::Title, Api, By(&[DocumentationChanged])),
    (Key::Name, Crate, By(&[CrateRenamed])), (Key::Name, EnumValue, By(&[RustNameChanged])),
    (Key::Version, Crate, Not("it is judged by what has changed")),
    (Key::License, Crate, By(&[DocumentationChanged])),
    (Key::Output, Crate, Not("where the crate is written is no matter of who uses it")),
    (Key::Address, Page, By(&[ProvenanceChanged])), (Key::Address, Source, By(&[ProvenanceChanged])),
    (Key::Seen, Page, By(&[ProvenanceChanged])), (Key::Seen, Source, By(&[ProvenanceChanged])),
    (Key::Sha256, Page, By(&[ProvenanceChanged])),
    (Key::Documented, Entry, By(&[ProvenanceChanged])), (Key::Documented, Server, By(&[ProvenanceChanged])),
    (Key::Documented, Credential, By(&[ProvenanceChanged])), (Key::Documented, Response, By(&[ProvenanceChanged])),
    (Key::DocumentedAs, Endpoint, By(&[DocumentationChanged])),
    (Key::Why, Half, By(&[ProvenanceChanged])), (Key::Source, Half, By(&[ProvenanceChanged])),
    (Key::Withdraw, Half, By(&[UpperBoundRemoved])),
    (Key::Method, Endpoint, By(&[MethodChanged])), (Key::Path, Endpoint, By(&[PathChanged])),
    (Key::Url, Server, By(&[ServerChanged])),
    (Key::Header, Credential, By(&[CredentialChanged])), (Key::Prefix, Credential, By(&[CredentialChanged])),
    (Key::Query, Credential, By(&[CredentialChanged])), (Key::Scheme, Credential, By(&[CredentialChanged])),
    (Key::Session, Credential, By(&[CredentialChanged])), (Key::AllOf, Credential, By(&[CredentialChanged])),
    (Key::Status, SampleResponse, By(&[SampleChanged])),
    (Key::MediaType, Body, By(&[MediaTypeChanged])),
    (Key::OtherMediaTypes, Body, By(&[MediaTypeAdded, MediaTypeRemoved])),
    (Key::Type, Entry, By(&[TypeChanged, TypeWidened, TypeNarrowed, FormatChanged])),
    (Key::Required, Entry, By(&[FieldRequired, FieldOptional, FactRestated])),
    (Key::Nullable, Entry, By(&[NullAllowed, NullRefused])),
    (Key::Open, Entry, By(&[ObjectOpened, ObjectClosed, EnumOpened, EnumClosed, EnumComplete, EnumIncomplete])),
    (Key::Deprecated, Entry, By(&[Deprecated, Reactivated])), (Key::Deprecated, Endpoint, By(&[Deprecated])),
    (Key::Deprecated, EnumValue, By(&[Deprecated])),
    (Key::Secret, Entry, By(&[SecretChanged])), (Key::ServerOwned, Entry, By(&[AccessChanged])),
    (Key::Idempotent, Endpoint, By(&[RetrySafetyLost, RetrySafetyGained])),
    (Key::Const, Entry, By(&[ConstantAdded, ConstantRemoved, ConstantChanged])),
    (Key::Default, Entry, By(&[DefaultChanged])), (Key::NoneValue, Entry, By(&[NoneValueChanged])),
    (Key::Minimum, Entry, By(&[LowerBoundSet, LowerBoundRemoved, LowerBoundRaised, LowerBoundLowered])),
    (Key::ExclusiveMinimum, Entry, By(&[LowerBoundLowered])),
    (Key::Maximum, Entry, By(&[UpperBoundLowered])), (Key::ExclusiveMaximum, Entry, By(&[UpperBoundRaised])),
    (Key::MultipleOf, Entry, By(&[MultipleOfTightened, MultipleOfLoosened])),
    (Key::LengthUnit, Entry, By(&[LengthUnitChanged])),
    (Key::MinLength, Entry, By(&[LowerBoundRaised])),
    (Key::MaxLength, Entry, By(&[UpperBoundSet, UpperBoundRemoved, UpperBoundLowered, UpperBoundRaised])),
    (Key::Pattern, Entry, By(&[PatternAdded, PatternRemoved, PatternChanged])),
    (Key::UniqueItems, Entry, By(&[UniqueItemsAdded, UniqueItemsRemoved])),
    (Key::MinItems, Entry, By(&[LowerBoundLowered])), (Key::MaxItems, Entry, By(&[UpperBoundRaised])),
    (Key::MinProperties, Entry, By(&[LowerBoundRaised])), (Key::MaxProperties, Entry, By(&[UpperBoundLowered])),
    (Key::Encode, Entry, By(&[EncodingChanged])), (Key::Tag, Entry, By(&[TagChanged])),
    (Key::Doc, Crate, By(&[DocumentationChanged])), (Key::Doc, Api, By(&[DocumentationChanged])),
    (Key::Doc, Source, By(&[ProvenanceChanged])), (Key::Doc, Server, By(&[DocumentationChanged])),
    (Key::Doc, Credential, By(&[DocumentationChanged])), (Key::Doc, Endpoint, By(&[DocumentationChanged])),
    (Key::Doc, Entry, By(&[DocumentationChanged])), (Key::Doc, Response, By(&[DocumentationChanged])),
    (Key::Doc, EnumValue, By(&[DocumentationChanged])), (Key::Doc, Example, By(&[SampleChanged])),
    (Key::Doubts, Credential, By(&[DocumentationChanged])), (Key::Doubts, Endpoint, By(&[DocumentationChanged])),
    (Key::Doubts, Entry, By(&[DocumentationChanged])), (Key::Doubts, Response, By(&[DocumentationChanged])),
    (Key::Doubts, Server, By(&[DocumentationChanged])),
    (Key::RustName, Api, By(&[RustNameChanged])), (Key::RustName, Endpoint, By(&[RustNameChanged])),
    (Key::RustName, Entry, By(&[RustNameChanged])), (Key::RustName, EnumValue, By(&[RustNameChanged])),
    (Key::RustName, Credential, By(&[RustNameChanged])),
    (Key::RenamedFrom, Api, By(&[ApiRenamed])), (Key::RenamedFrom, Endpoint, By(&[EndpointRenamed])),
    (Key::RenamedFrom, Entry, By(&[FieldRenamed, PathParameterRenamed, TypeRenamed])),
    (Key::RenamedFrom, EnumValue, By(&[EnumValueChanged])),
    (Key::Unenforced, Entry, By(&[DocumentationChanged])),
    (Key::Sources, Api, By(&[ProvenanceChanged])), (Key::Variables, Server, By(&[FieldRenamed, PathParameterRenamed])),
    (Key::Permissions, Endpoint, By(&[PermissionAdded, PermissionRemoved])),
    (Key::Include, Endpoint, By(&[FieldAdded])), (Key::Parts, Api, Not("what is taken in is told of who takes it")),
    (Key::Servers, Api, By(&[ServerAdded, ServerRemoved])),
    (Key::Auth, Api, By(&[CredentialAdded, CredentialRemoved])), (Key::Auth, Endpoint, By(&[AuthNarrowed, AuthWidened])),
    (Key::PathParameters, Part, Not(ENDS)), (Key::QueryParameters, Part, Not(ENDS)), (Key::Headers, Part, Not(ENDS)),
    (Key::Responses, Part, Not(ENDS)),
    (Key::PathParameters, Endpoint, By(&[PathParameterRenamed])), (Key::QueryParameters, Endpoint, By(&[FieldMoved])),
    (Key::Headers, Endpoint, By(&[FieldMoved])), (Key::Body, Endpoint, By(&[BodyAdded, BodyRemoved])),
    (Key::Body, Response, By(&[AnswerBodyAdded, AnswerBodyRemoved])),
    (Key::Responses, Endpoint, By(&[SuccessAdded, SuccessRemoved, ErrorAdded, ErrorRemoved])),
    (Key::PathParameters, SampleRequest, By(&[SampleChanged])), (Key::QueryParameters, SampleRequest, By(&[SampleChanged])),
    (Key::Headers, SampleRequest, By(&[SampleChanged])), (Key::Body, SampleRequest, By(&[SampleChanged])),
    (Key::Body, SampleResponse, By(&[SampleChanged])),
    (Key::Violates, SampleRequest, By(&[SampleChanged])), (Key::Violates, SampleResponse, By(&[SampleChanged])),
    (Key::Undecodable, SampleRequest, By(&[SampleChanged])), (Key::Undecodable, SampleResponse, By(&[SampleChanged])),
    (Key::Enum, Entry, By(&[EnumAdded, EnumRemoved, EnumValueAdded, EnumValueRemoved])),
    (Key::OneOf, Entry, By(&[VariantAdded, VariantRemoved])), (Key::Keys, Entry, By(&[PatternAdded])),
    (Key::Values, Entry, By(&[TypeChanged])), (Key::Items, Entry, By(&[UpperBoundLowered])),
    (Key::Fields, Entry, By(&[FieldAdded, FieldRemoved, RequiredFieldAdded, RequiredFieldRemoved, OrderChanged])),
    (Key::Types, Api, By(&[TypeAdded])), (Key::Types, Endpoint, By(&[TypeAdded, TypeRemoved])),
    (Key::Examples, Endpoint, By(&[SampleChanged])), (Key::Request, Example, By(&[SampleChanged])),
    (Key::Response, Example, By(&[SampleChanged])),
    (Key::Inferred, Entry, By(&[RuleEnforced, RuleDoubted])), (Key::Inferred, Response, By(&[RuleEnforced])),
    (Key::Inferred, Server, By(&[RuleEnforced])), (Key::Inferred, Credential, By(&[RuleEnforced])),
    (Key::Known, Entry, By(&[ProvenanceChanged])), (Key::Known, Response, By(&[RuleEnforced])),
    (Key::Known, Server, By(&[RuleEnforced])), (Key::Known, Credential, By(&[RuleEnforced])),
];

/// Keys of the language that this version does not read, and so does not compare.
#[rustfmt::skip]
const NOT_YET: &[(Key, &[At])] = &[
    (Key::Absent, &[Half]), (Key::WireName, &[Half]), (Key::Cookie, &[Credential]), (Key::PathVariable, &[Credential]),
    (Key::Field, &[Credential]), (Key::User, &[Credential]), (Key::Password, &[Credential]), (Key::Signed, &[Credential]),
    (Key::MediaType, &[SampleRequest, SampleResponse]), (Key::Accept, &[Response]), (Key::Stream, &[Body]),
    (Key::StreamEnd, &[Body]), (Key::Access, &[Entry]), (Key::Replaces, &[Entry]), (Key::IdempotencyKey, &[Entry]),
    (Key::Layout, &[Entry]), (Key::AllowReserved, &[Entry]), (Key::PartMediaType, &[Entry]), (Key::PartFileName, &[Entry]),
    (Key::SameAs, &[Entry]), (Key::RequiredWith, &[Entry]), (Key::RequiredWhen, &[Entry]), (Key::AllowedWhen, &[Entry]),
    (Key::Sibling, &[Entry]), (Key::LongRunning, &[Endpoint]), (Key::Style, &[Pagination]), (Key::Parameter, &[Pagination]),
    (Key::SizeParameter, &[Pagination]), (Key::First, &[Pagination]), (Key::Results, &[Pagination]),
    (Key::Next, &[Pagination]), (Key::NextFromLast, &[Pagination]), (Key::More, &[Pagination]), (Key::Last, &[Pagination]),
    (Key::Total, &[Pagination]), (Key::Calls, &[RateLimit]), (Key::Per, &[RateLimit]), (Key::Scope, &[RateLimit]),
    (Key::Doc, &[RateLimit]), (Key::AuthorizationUrl, &[Oauth2]), (Key::TokenUrl, &[Oauth2]),
    (Key::Include, &[Entry]),
    (Key::Servers, &[Endpoint]), (Key::Oauth2, &[Credential]), (Key::Headers, &[Response, SampleResponse]),
    (Key::Cookies, &[Part, Endpoint, SampleRequest]), (Key::FailureWhen, &[Response]), (Key::Pagination, &[Endpoint]),
    (Key::RateLimits, &[Api, Endpoint]), (Key::Rules, &[Entry, Part, Endpoint]), (Key::Tuple, &[Entry]),
    (Key::Content, &[Body]), (Key::Inferred, &[Endpoint]), (Key::Known, &[Endpoint]),
];

/// An API that says a good deal.
const WHOLE_API: &str = "\
page:
  address: https://example.com/docs
  seen: 2026-11-01
title: Shop

sources:
  support:
    address: https://example.com/support
    seen: 2026-11-02
    doc: The people there.

servers:
  main:
    url: https://api.example.com
    doc: The one.
    doubts:
      - It may move.
  account:
    url: https://{account}.example.com
    variables:
      account:
        type: string
  hidden:
    documented: false
    inferred:
      why: A sample has it.
      url: https://hidden.example.com
  test:
    documented: false
    known:
      why: The support says so.
      url: https://test.example.com

auth:
  key:
    header: X-Key
    prefix: Key
    doc: The one.
    doubts:
      - It may end.
  query:
    query: key
  bearer:
    scheme: Bearer
  cookies:
    session: true
  both:
    all_of:
      token:
        header: X-Token
      session:
        session: true
  hidden:
    documented: false
    inferred:
      why: A sample has it.
      header: X-Hidden
  told:
    documented: false
    known:
      why: The support says so.
      header: X-Told

parts:
  Paged:
    query_parameters:
      page:
        type: integer

types:
  Place:
    fields:
      town:
        type: string
";

const WHOLE: &str = "\
page:
  address: https://example.com/docs/call
  sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
documented_as: Call
method: POST
path: /call/{id}
doc: Calls.
doubts:
  - Whom?

path_parameters:
  id:
    type: integer
    required: true

query_parameters:
  trace:
    type: string

headers:
  X-Mode:
    type: string

body:
  fields:
    count:
      type: integer
      minimum: 1
      maximum: 10
    share:
      type: number
      exclusive_minimum: 0
      exclusive_maximum: 1
    text:
      type: string
      min_length: 1
      max_length: 100
      unenforced:
        - Said by a person.
    tags:
      type: string[]
      min_items: 1
      max_items: 5
      items:
        max_length: 20
    labels:
      min_properties: 1
      max_properties: 5
      values: string
    kind:
      enum:
        plain:
          doc: Without.
        rich:
          rust_name: formatted
    place:
      type: Place
    brand:
      documented: false
      known:
        why: The server asks for it.
        source: support
        type: string

responses:
  200:
    doc: It went.
    doubts:
      - Always?
    body:
      type: string
  404:
    documented: false
    inferred:
      why: A sample has it.
      body: none
  409:
    documented: false
    known:
      why: The support says so.
      body: none

examples:
  page:
    doc: From the page.
    request:
      path_parameters:
        id: 1
      query_parameters:
        trace: a
      headers:
        X-Mode: b
      body: |
        {\"count\": 11}
      violates:
        /body/count:
          - maximum
    response:
      status: 200
      body: |
        \"done\"
  torn:
    request:
      path_parameters:
        id: 2
      body: |
        {\"count\":
      undecodable: It is cut off.
    response:
      status: 200
      body: |
        \"done
      undecodable: It is cut off.
  odd:
    response:
      status: 200
      body: |
        1
      violates:
        /body:
          - type
";

/// One key that is written otherwise, and what that is.
type Edit = (Key, At, &'static str, &'static str, Id);

#[rustfmt::skip]
const EDITS: &[Edit] = &[
    (Key::License, Crate, "version: 0.1.0\n", "version: 0.1.0\n  license: MIT\n", DocumentationChanged),
    (Key::Doc, Crate, "version: 0.1.0\n", "version: 0.1.0\n  doc: Calls.\n", DocumentationChanged),
    (Key::Title, Api, "title: Shop", "title: Store", DocumentationChanged),
    (Key::Doc, Api, "title: Shop\n", "title: Shop\ndoc: Sells.\n", DocumentationChanged),
    (Key::RustName, Api, "title: Shop\n", "title: Shop\nrust_name: store\n", RustNameChanged),
    (Key::Sources, Api, "  support:\n", "  other:\n    seen: 2026-11-02\n  support:\n", ProvenanceChanged),
    (Key::Address, Source, "com/support", "com/help", ProvenanceChanged),
    (Key::Seen, Source, "2026-11-02", "2026-11-03", ProvenanceChanged),
    (Key::Doc, Source, "The people there.", "The people.", ProvenanceChanged),
    (Key::Page, Endpoint, "page:\n  address: https://example.com/docs/call\n  sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\ndocu",
        "page:\n  address: https://example.com/docs/other\n  sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\ndocu", ProvenanceChanged),
    (Key::Address, Page, "docs/call\n", "docs/calls\n", ProvenanceChanged),
    (Key::Sha256, Page, "7852b855", "7852b856", ProvenanceChanged),
    (Key::Seen, Page, "docs/call\n", "docs/call\n  seen: 2026-11-05\n", ProvenanceChanged),
    (Key::DocumentedAs, Endpoint, "documented_as: Call", "documented_as: Calling", DocumentationChanged),
    (Key::Doc, Endpoint, "doc: Calls.", "doc: Calls somebody.", DocumentationChanged),
    (Key::Doubts, Endpoint, "- Whom?", "- Who?", DocumentationChanged),
    (Key::RustName, Endpoint, "method: POST", "rust_name: invoke\nmethod: POST", RustNameChanged),
    (Key::Deprecated, Endpoint, "method: POST", "deprecated: true\nmethod: POST", Deprecated),
    (Key::Include, Endpoint, "method: POST", "include:\n  - Paged\nmethod: POST", FieldAdded),
    (Key::Doc, Server, "    doc: The one.\n    doubts:\n      - It may move", "    doc: The first.\n    doubts:\n      - It may move", DocumentationChanged),
    (Key::Doubts, Server, "It may move", "It moves", DocumentationChanged),
    (Key::Variables, Server, "{account}.example.com\n    variables:\n      account:", "{name}.example.com\n    variables:\n      name:", PathParameterRenamed),
    (Key::Inferred, Server, "    documented: false\n    inferred:\n      why: A sample has it.\n      url: https://hidden", "    documented: false\n    known:\n      why: A sample has it.\n      url: https://hidden", RuleEnforced),
    (Key::Known, Server, "    known:\n      why: The support says so.\n      url: https://test", "    inferred:\n      why: The support says so.\n      url: https://test", RuleDoubted),
    (Key::Documented, Server, "    documented: false\n    known:\n      why: The support says so.\n      url: https://test", "    url: https://test", ProvenanceChanged),
    (Key::Doc, Credential, "prefix: Key\n    doc: The one.", "prefix: Key\n    doc: The first.", DocumentationChanged),
    (Key::Doubts, Credential, "It may end", "It ends", DocumentationChanged),
    (Key::RustName, Credential, "prefix: Key\n", "prefix: Key\n    rust_name: opener\n", RustNameChanged),
    (Key::Prefix, Credential, "prefix: Key", "prefix: Token", CredentialChanged),
    (Key::Query, Credential, "query: key", "query: token", CredentialChanged),
    (Key::Scheme, Credential, "scheme: Bearer", "scheme: Token", CredentialChanged),
    (Key::Session, Credential, "  cookies:\n    session: true", "  cookies:\n    header: Session", CredentialChanged),
    (Key::AllOf, Credential, "header: X-Token", "header: X-Xsrf", CredentialChanged),
    (Key::Inferred, Credential, "    inferred:\n      why: A sample has it.\n      header: X-H", "    known:\n      why: A sample has it.\n      header: X-H", RuleEnforced),
    (Key::Known, Credential, "    known:\n      why: The support says so.\n      header: X-T", "    inferred:\n      why: The support says so.\n      header: X-T", RuleDoubted),
    (Key::Documented, Credential, "    documented: false\n    known:\n      why: The support says so.\n      header: X-T", "    header: X-T", ProvenanceChanged),
    (Key::Minimum, Entry, "minimum: 1\n      maximum", "minimum: 0\n      maximum", LowerBoundLowered),
    (Key::Maximum, Entry, "maximum: 10\n", "maximum: 9\n", UpperBoundLowered),
    (Key::ExclusiveMinimum, Entry, "exclusive_minimum: 0", "exclusive_minimum: -1", LowerBoundLowered),
    (Key::ExclusiveMaximum, Entry, "exclusive_maximum: 1", "exclusive_maximum: 2", UpperBoundRaised),
    (Key::MinLength, Entry, "min_length: 1", "min_length: 2", LowerBoundRaised),
    (Key::MinItems, Entry, "min_items: 1", "min_items: 0", LowerBoundLowered),
    (Key::MaxItems, Entry, "max_items: 5", "max_items: 6", UpperBoundRaised),
    (Key::Items, Entry, "max_length: 20", "max_length: 19", UpperBoundLowered),
    (Key::MinProperties, Entry, "min_properties: 1", "min_properties: 2", LowerBoundRaised),
    (Key::MaxProperties, Entry, "max_properties: 5", "max_properties: 4", UpperBoundLowered),
    (Key::Keys, Entry, "      values: string", "      keys:\n        pattern: '^[a-z]+$'\n      values: string", PatternAdded),
    (Key::Values, Entry, "values: string", "values: integer", TypeChanged),
    (Key::Unenforced, Entry, "Said by a person", "Said by a human", DocumentationChanged),
    (Key::Doubts, Entry, "      unenforced:", "      doubts:\n        - Which?\n      unenforced:", DocumentationChanged),
    (Key::Deprecated, EnumValue, "doc: Without.", "doc: Without.\n          deprecated: true", Deprecated),
    (Key::Doc, EnumValue, "doc: Without.", "doc: With nothing.", DocumentationChanged),
    (Key::Name, EnumValue, "doc: Without.", "doc: Without.\n          name: simple", RustNameChanged),
    (Key::RustName, EnumValue, "rust_name: formatted", "rust_name: styled", RustNameChanged),
    (Key::Documented, Entry, "      documented: false\n      known:\n        why: The server asks for it.\n        source: support\n        type: string", "      type: string", ProvenanceChanged),
    (Key::Known, Entry, "      documented: false\n      known:\n        why: The server asks", "      documented: false\n      inferred:\n        why: The server asks", RuleDoubted),
    (Key::Why, Half, "The server asks for it", "The server wants it", ProvenanceChanged),
    (Key::Source, Half, "        source: support\n", "", ProvenanceChanged),
    (Key::Withdraw, Half, "      unenforced:", "      known:\n        why: The server takes more.\n        withdraw:\n          - max_length\n      unenforced:", UpperBoundRemoved),
    (Key::Doc, Response, "doc: It went.", "doc: It is done.", DocumentationChanged),
    (Key::Doubts, Response, "Always?", "Ever?", DocumentationChanged),
    (Key::Inferred, Response, "    inferred:\n      why: A sample has it.\n      body", "    known:\n      why: A sample has it.\n      body", RuleEnforced),
    (Key::Known, Response, "    known:\n      why: The support says so.\n      body", "    inferred:\n      why: The support says so.\n      body", RuleDoubted),
    (Key::Documented, Response, "    documented: false\n    known:\n      why: The support says so.\n      body", "    body", ProvenanceChanged),
    (Key::Body, Response, "    why: The support says so.\n      body: none", "    why: The support says so.\n      body:\n        type: string", AnswerBodyAdded),
    (Key::Types, Api, "  Place:\n", "  Extra:\n    type: string\n  Place:\n", TypeAdded),
    (Key::Doc, Example, "doc: From the page.", "doc: The page's.", SampleChanged),
    (Key::Request, Example, "  odd:\n    response:", "  odd:\n    request:\n      path_parameters:\n        id: 3\n    response:", SampleChanged),
    (Key::PathParameters, SampleRequest, "        id: 1\n", "        id: 7\n", SampleChanged),
    (Key::QueryParameters, SampleRequest, "        trace: a\n", "        trace: c\n", SampleChanged),
    (Key::Headers, SampleRequest, "X-Mode: b", "X-Mode: d", SampleChanged),
    (Key::Body, SampleRequest, "{\"count\": 11}", "{\"count\": 12}", SampleChanged),
    (Key::Violates, SampleRequest, "{\"count\": 11}\n      violates:\n        /body/count:\n          - maximum\n", "{\"count\": 10}\n", SampleChanged),
    (Key::Undecodable, SampleRequest, "{\"count\":\n      undecodable: It is cut off.", "{\"count\":\n      undecodable: The end is missing.", SampleChanged),
    (Key::Status, SampleResponse, "  torn:\n    request:", "  more:\n    response:\n      status: 404\n  torn:\n    request:", SampleChanged),
    (Key::Body, SampleResponse, "\"done\"", "\"did\"", SampleChanged),
    (Key::Violates, SampleResponse, "        1\n      violates:\n        /body:\n          - type\n", "        \"1\"\n", SampleChanged),
    (Key::Undecodable, SampleResponse, "\"done\n      undecodable: It is cut off.", "\"done\n      undecodable: The end is missing.", SampleChanged),
];

/// Places of the table, as the rows have them.
fn sites(stage: Stage) -> BTreeSet<(Key, At)> {
    let sites = TABLE.iter().flat_map(|row| row.sites.iter().map(move |site| (row.key, site)));
    let of_stage = sites.filter(|(_, site)| site.stage == stage);
    of_stage.flat_map(|(key, site)| site.places.iter().map(move |at| (key, *at))).collect()
}

#[test]
fn each_key_of_this_version_is_told_of() {
    let told: Vec<(Key, At)> = KEYS.iter().map(|(key, at, _)| (*key, *at)).collect();
    let set: BTreeSet<_> = told.iter().copied().collect();
    assert_eq!(told.len(), set.len(), "a key stands twice");
    let now = sites(Stage::Now);
    assert_eq!(set.difference(&now).collect::<Vec<_>>(), Vec::<&(Key, At)>::new(), "not read");
    assert_eq!(now.difference(&set).collect::<Vec<_>>(), Vec::<&(Key, At)>::new(), "read, and without its rules");
}

#[test]
fn what_is_not_read_yet_is_not_compared_yet() {
    let not_yet: BTreeSet<_> = NOT_YET.iter().flat_map(|(key, places)| places.iter().map(|at| (*key, *at))).collect();
    assert_eq!(not_yet, sites(Stage::Second));
}

#[test]
fn each_key_is_shown_by_a_fixture_or_an_edit() {
    let fixtures: BTreeMap<Id, Fixture> = fixtures::all().into_iter().map(|fixture| (fixture.id, fixture)).collect();
    let differs = |fixture: &Fixture, key: Key| {
        let lines = |specs: &Specs| -> BTreeSet<String> {
            specs.0.values().flat_map(|text| text.lines()).map(|line| line.trim().to_owned()).collect()
        };
        let (old, new) = (lines(&fixture.old), lines(&fixture.new));
        let mut different = old.symmetric_difference(&new);
        different.any(|line| line.starts_with(&format!("{}:", key.as_str())))
    };
    // Keys that hold what differs, and stand on both sides.
    let held = [
        Key::Permissions,
        Key::Servers,
        Key::Auth,
        Key::PathParameters,
        Key::Responses,
        Key::Enum,
        Key::OneOf,
        Key::Fields,
        Key::Types,
        Key::Examples,
        Key::Response,
        Key::Url,
    ];
    for (key, at, told) in KEYS {
        match told {
            Not(why) => assert!(!why.is_empty()),
            By(ids) => {
                let edited = EDITS.iter().any(|edit| (edit.0, edit.1) == (*key, *at));
                let shown = ids.iter().any(|id| differs(&fixtures[id], *key) || held.contains(key));
                assert!(edited || shown, "{key:?} of {at:?} is shown nowhere");
            }
        }
    }
}

#[test]
fn each_edit_of_a_key_is_one_finding() {
    let whole = Specs::default().with("shop/api.yaml", WHOLE_API).with("shop/call.yaml", WHOLE);
    let mut wrong = String::new();
    for (key, at, from, to, id) in EDITS {
        let mut edited = whole.clone();
        let file = edited.0.values_mut().rev().find(|text| text.contains(from));
        let file = file.unwrap_or_else(|| panic!("{key:?} of {at:?}: nothing says {from}"));
        *file = file.replacen(from, to, 1);
        if let Err(said) = edited.try_side("specs", &mut crate::diagnostic::Sources::default()) {
            _ = writeln!(wrong, "{key:?} of {at:?}: {said}");
            continue;
        }
        let (comparison, _) = of(&whole, &edited);
        if comparison.findings.iter().map(|finding| finding.id).collect::<Vec<_>>() != [*id] {
            _ = writeln!(wrong, "{key:?} of {at:?} in place of {id}:\n{}", told(&comparison));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
