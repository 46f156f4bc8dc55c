//! The key table: every key of the language, in canonical order.
//!
//! A row reads: what the key means, its spelling, `fact` if it may stand in halves, then per place: stage, place, what it
//! holds there, what silence means. The words are documentation, messages and the descriptions of the JSON Schema.

use super::table::Kind::{
    Block, Bound, Date, Duration, False, Flag, Integer, List, Map, Name, NotYet, Number, OneOf, Pointer, RuleId, Short,
    Text, True, Type, Value, Word,
};
use super::table::Silence::{Error, Means, Nothing};
use super::table::{At, Kind, Row, Site, Stage, Words};

macro_rules! keys {
    ($(
        $(#[doc = $meaning:literal])+
        $key:ident $name:literal $([$fact:ident $(, not in $except:ident)?])? {
            $(
                $(#[doc = $here:literal])*
                $stage:ident $($at:ident)|+ => $kind:expr, $silence:expr;
            )+
        }
    )+) => {
        /// The keys of the language, in canonical order.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Key { $($(#[doc = $meaning])+ $key,)+ }

        /// Every key, in canonical order.
        pub const TABLE: &[Row] = &[$(Row {
            key: Key::$key,
            name: $name,
            fact: keys!(@fact $($fact)?),
            meaning: concat!($($meaning),+).trim_ascii(),
            sites: &[$(Site {
                places: &[$(At::$at),+],
                kind: $kind,
                stage: Stage::$stage,
                silence: $silence,
                meaning: concat!($($here),*).trim_ascii(),
            },)+],
            except: &[$($(At::$except)?)?],
        },)+];
    };
    (@fact) => { false };
    (@fact fact) => { true };
}

const ENTRIES: Kind = Map(&Block(At::Entry));
const TYPES: Kind = Map(&Block(At::Type));
const RESPONSES: Kind = Map(&Block(At::Response));
const VALUES: Kind = Map(&Value);
const GIVEN: Kind = Map(&OneOf(&[Value, List(&Value)]));
const TEXTS: Kind = List(&Text);
const RULES: Kind = List(&Map(&List(&Name)));
const WHEN: Kind = Map(&List(&Value));
const FLAG_OR_TEXT: Kind = OneOf(&[Flag, Text]);
const ENTRY_OR_TYPE: Kind = Short(At::Entry, Key::Type);
const BODY_OR_TYPE: Kind = Short(At::Body, Key::Type);
const ENUM_VALUE_OR_NAME: Kind = Short(At::EnumValue, Key::Name);

const fn words(now: &'static [&'static str]) -> Words {
    Words { now, not_yet: &[] }
}

keys! {
    /// The page transcribed.
    Page "page" {
        /// The page transcribed by all endpoints that name none.
        Now Api => Block(At::Page), Nothing;
        Now Endpoint => Block(At::Page), Means("that of api.yaml; an error if there is none");
    }
    /// The version of this language.
    Language "language" { Now Project => Integer, Error; }
    /// The API's name as its vendor writes it.
    Title "title" { Now Api => Text, Error; }
    /// A name.
    Name "name" {
        /// The crate's name.
        Now Crate => Text, Error;
        /// The page's word for the value.
        Now EnumValue => Text, Means("the value itself");
    }
    /// The crate's version.
    Version "version" { Now Crate => Text, Error; }
    /// The crate's licence, an SPDX expression.
    License "license" { Now Crate => Text, Means("no licence is stated"); }
    /// The folder to write, relative to docwright.yaml.
    Output "output" { Now Crate => Text, Means("`../generated`"); }
    /// The address of the page or source.
    Address "address" {
        Now Page => Text, Error;
        Now Source => Text, Nothing;
    }
    /// When the page was last compared with the spec, `YYYY-MM-DD`.
    Seen "seen" { Now Page | Source => Date, Nothing; }
    /// The SHA-256 of the page's visible text, white space collapsed, in lower-case hexadecimal digits.
    Sha256 "sha256" { Now Page => Text, Nothing; }
    /// `false`: the page does not name this thing; `known` or `inferred` tells of it.
    Documented "documented" { Now Entry | Server | Credential | Response => False, Means("the page names it"); }
    /// The page's own name of the operation.
    DocumentedAs "documented_as" { Now Endpoint => Text, Nothing; }
    /// The reason.
    Why "why" { Now Half => Text, Error; }
    /// Who says so: an entry of `sources`.
    Source "source" { Now Half => Name, Nothing; }
    /// The page names it and it does not exist.
    Absent "absent" { Second Half => True, Means("it exists"); }
    /// Facts of the page that do not hold.
    Withdraw "withdraw" { Now Half => List(&Kind::Key), Means("none"); }
    /// How the name is really spelled.
    WireName "wire_name" { Second Half => Text, Means("as the key is"); }
    /// The method, in upper case.
    Method "method" [fact] { Now Endpoint => Text, Error; }
    /// The path below the server, with `{variables}`.
    Path "path" [fact] { Now Endpoint => Text, Error; }
    /// The address, without `/` at its end, with `{variables}`.
    Url "url" [fact] { Now Server => Text, Means("an error, unless `known` or `inferred` has it"); }
    /// The credential goes in this header.
    Header "header" [fact] { Now Credential => Text, Nothing; }
    /// With `header`: this word and a blank go before the credential.
    Prefix "prefix" [fact] { Now Credential => Text, Means("none"); }
    /// The credential goes in this query parameter.
    Query "query" [fact] { Now Credential => Text, Nothing; }
    /// The credential goes in this cookie.
    Cookie "cookie" [fact] { Second Credential => Text, Nothing; }
    /// The credential goes in this variable of the path.
    PathVariable "path_variable" [fact] { Second Credential => Text, Nothing; }
    /// The credential goes in this field of the body.
    Field "field" [fact] { Second Credential => Text, Nothing; }
    /// The scheme of `Authorization: <scheme> <credential>`; `Basic` takes a user and a password.
    Scheme "scheme" [fact] { Now Credential => Text, Nothing; }
    /// Under `scheme: Basic`: the user, `{}` in it being the argument.
    User "user" [fact] { Second Credential => Text, Means("`{}`"); }
    /// Under `scheme: Basic`: the password, `{}` in it being the argument.
    Password "password" [fact] { Second Credential => Text, Means("`{}`"); }
    /// `true`: the cookies of a sign-in, given by the caller as one text.
    Session "session" [fact] { Now Credential => True, Nothing; }
    /// `true`: computed for each request by a function of the caller.
    Signed "signed" [fact] { Second Credential => True, Nothing; }
    /// The sample's status.
    Status "status" { Now SampleResponse => Integer, Means("that of the only success; 200 for `success`"); }
    /// The media type.
    MediaType "media_type" [fact] {
        /// The media type that is sent, or expected in an answer.
        Now Body => Text, Means("JSON");
        /// The sample's media type, where it is another.
        Second SampleRequest | SampleResponse => Text, Means("that of the body");
    }
    /// Other media types that the page lists for this body.
    OtherMediaTypes "other_media_types" [fact] { Now Body => TEXTS, Means("none"); }
    /// What is asked for, where another media type comes.
    Accept "accept" [fact] { Second Response => Text, Means("the media type of the body"); }
    /// The body is a stream of this kind; the entry is one item.
    Stream "stream" [fact] { Second Body => Word(&words(&["events", "lines"])), Means("one value"); }
    /// The item that ends the stream, such as `[DONE]`.
    StreamEnd "stream_end" [fact] { Second Body => Text, Means("the end of the connection"); }
    /// The type: a built-in or a named type, with `[]` behind for a list.
    Type "type" [fact] { Now Entry => Type, Means("any JSON value, unless another key tells the shape"); }
    /// Whether it must be there.
    Required "required" [fact, not in Type] { Now Entry => Flag, Means("the page does not say: it may be absent"); }
    /// Whether it may be null.
    Nullable "nullable" [fact] { Now Entry => Flag, Means("the page does not say: null is not sent, and read as absent"); }
    /// Whether other values of the enum, or other fields of the object, may come.
    Open "open" [fact] { Now Entry => Flag, Means("the page does not say: others are not sent, and kept or skipped in answers"); }
    /// The view in which it exists: `read` cannot be sent.
    Access "access" [fact, not in Type] { Second Entry => Word(&words(&["read", "write", "both"])), Means("`both`"); }
    /// Whether it is deprecated; a text says since when, and what to use instead.
    Deprecated "deprecated" [fact] { Now Entry | Endpoint | EnumValue => FLAG_OR_TEXT, Nothing; }
    /// Whether it is a secret, never to be printed.
    Secret "secret" [fact] { Now Entry => Flag, Means("it is none"); }
    /// Whether the server sets it: it can be sent, out of the caller's way.
    ServerOwned "server_owned" [fact, not in Type] { Now Entry => Flag, Nothing; }
    /// `true`: this field replaces the included one of its name.
    Replaces "replaces" { Second Entry => True, Nothing; }
    /// `true`: this header or field makes a repeat harmless.
    IdempotencyKey "idempotency_key" [fact] { Second Entry => True, Nothing; }
    /// Whether a repeat is harmless.
    Idempotent "idempotent" [fact] { Now Endpoint => Flag, Means("by method: yes for GET, HEAD, OPTIONS, TRACE, PUT and DELETE, else no"); }
    /// It always has this value.
    Const "const" [fact] { Now Entry => Value, Nothing; }
    /// What absence means; documented, and never sent unasked.
    Default "default" [fact] { Now Entry => Value, Nothing; }
    /// The value on the wire that means none.
    NoneValue "none_value" [fact] { Now Entry => Value, Nothing; }
    /// The least number; of dates, the first, as text.
    Minimum "minimum" [fact] { Now Entry => Bound, Nothing; }
    /// The number is greater than this; of dates, later.
    ExclusiveMinimum "exclusive_minimum" [fact] { Now Entry => Bound, Nothing; }
    /// The greatest number; of dates, the last, as text.
    Maximum "maximum" [fact] { Now Entry => Bound, Nothing; }
    /// The number is less than this; of dates, earlier.
    ExclusiveMaximum "exclusive_maximum" [fact] { Now Entry => Bound, Nothing; }
    /// The number is a whole multiple of this, in exact decimals.
    MultipleOf "multiple_of" [fact] { Now Entry => Number, Nothing; }
    /// What lengths count.
    LengthUnit "length_unit" [fact] { Now Entry => Word(&words(&["code_points", "utf16", "bytes"])), Means("`code_points`; of files, `bytes`"); }
    /// The shortest text.
    MinLength "min_length" [fact] { Now Entry => Integer, Nothing; }
    /// The longest text.
    MaxLength "max_length" [fact] { Now Entry => Integer, Nothing; }
    /// What the text matches: a pattern of ECMA-262 with the flag `u`, found anywhere unless anchored.
    Pattern "pattern" [fact] { Now Entry => Text, Nothing; }
    /// The layout of a `local-date-time` or `date-time`, of YYYY MM DD hh mm ss SSS ZZ.
    Layout "layout" [fact] { Second Entry => Text, Means("`YYYY-MM-DD hh:mm:ss`; of a `date-time`, RFC 3339"); }
    /// Whether no two items are equal as JSON.
    UniqueItems "unique_items" [fact] { Now Entry => Flag, Nothing; }
    /// The fewest items of a list.
    MinItems "min_items" [fact] { Now Entry => Integer, Nothing; }
    /// The most items of a list.
    MaxItems "max_items" [fact] { Now Entry => Integer, Nothing; }
    /// The fewest keys of an object.
    MinProperties "min_properties" [fact] { Now Entry => Integer, Nothing; }
    /// The most keys of an object.
    MaxProperties "max_properties" [fact] { Now Entry => Integer, Nothing; }
    /// The form on the wire outside JSON.
    Encode "encode" [fact] {
        Now Entry => Word(&Words {
            now: &["repeat", "brackets", "comma"],
            not_yet: &[
                "comma_pairs", "space", "pipe", "indexed", "deep", "dotted", "flat", "json", "prefixed", "matrix",
                "matrix_repeat", "label", "label_repeat", "flag", "one_zero", "text",
            ],
        }), Means("by location: `repeat` in query and forms, `comma` in path and headers");
    }
    /// Whether reserved characters go unescaped in a query, and `/` in a path.
    AllowReserved "allow_reserved" [fact] { Second Entry => Flag, Means("they are escaped"); }
    /// The Content-Type of a multipart part.
    PartMediaType "part_media_type" [fact] { Second Entry => Text, Means("none, save files and JSON parts"); }
    /// The file name of a multipart part.
    PartFileName "part_file_name" [fact] { Second Entry => Text, Means("the caller's"); }
    /// It equals this part of the request, if both are there.
    SameAs "same_as" [fact] { Second Entry => Pointer, Nothing; }
    /// Required where any of these siblings is there.
    RequiredWith "required_with" [fact] { Second Entry => List(&Name), Nothing; }
    /// Required where every sibling named has one of its values.
    RequiredWhen "required_when" [fact] { Second Entry => WHEN, Nothing; }
    /// Refused unless every sibling named has one of its values.
    AllowedWhen "allowed_when" [fact] { Second Entry => WHEN, Nothing; }
    /// The field inside that tells the variants of `one_of` apart.
    Tag "tag" [fact] { Now Entry => Name, Nothing; }
    /// The field beside that tells the variants of `one_of` apart.
    Sibling "sibling" [fact] { Second Entry => Name, Nothing; }
    /// How the result is got later; recorded alone.
    LongRunning "long_running" [fact] { Second Endpoint => Text, Nothing; }
    /// How pages are asked for.
    Style "style" { Second Pagination => Word(&words(&["cursor", "page", "offset", "link", "url"])), Error; }
    /// Where cursor, page or offset goes.
    Parameter "parameter" { Second Pagination => Pointer, Means("an error, save for `link` and `url`"); }
    /// Where the page's size goes.
    SizeParameter "size_parameter" { Second Pagination => Pointer, Nothing; }
    /// The first page's number.
    First "first" { Second Pagination => Integer, Means("1; of `offset`, 0"); }
    /// The list in the answer.
    Results "results" { Second Pagination => Pointer, Error; }
    /// The next cursor or address; null, empty or absent ends.
    Next "next" { Second Pagination => Pointer, Means("an error for `cursor` and `url`, save beside `next_from_last`"); }
    /// The next cursor, within the last item.
    NextFromLast "next_from_last" { Second Pagination => Pointer, Nothing; }
    /// A boolean; `false` ends.
    More "more" { Second Pagination => Pointer, Means("an empty list ends"); }
    /// A boolean; `true` ends.
    Last "last" { Second Pagination => Pointer, Means("an empty list ends"); }
    /// The count of all items.
    Total "total" { Second Pagination => Pointer, Nothing; }
    /// So many calls.
    Calls "calls" { Second RateLimit => Integer, Error; }
    /// In such a time: a count and a unit, such as `10m`.
    Per "per" { Second RateLimit => Duration, Error; }
    /// Of whom: a key, an account, an address.
    Scope "scope" { Second RateLimit => Text, Nothing; }
    /// The authorization address of OAuth 2.
    AuthorizationUrl "authorization_url" { Second Oauth2 => Text, Nothing; }
    /// The token address of OAuth 2.
    TokenUrl "token_url" { Second Oauth2 => Text, Nothing; }
    /// The author's own short words; Markdown is kept as text.
    Doc "doc" {
        Now Crate | Api | Source | Server | Credential | Endpoint | Entry | Response | EnumValue | Example => Text, Nothing;
        Second RateLimit => Text, Nothing;
    }
    /// What is unclear or contradictory, a text each.
    Doubts "doubts" { Now Credential | Endpoint | Entry | Response | Server => TEXTS, Nothing; }
    /// Words that override the derived Rust name, in any casing.
    RustName "rust_name" { Now Api | Endpoint | Entry | EnumValue | Credential => Text, Means("derived from the wire name"); }
    /// The former name on the wire, or of the file, for comparisons.
    RenamedFrom "renamed_from" { Now Api | Endpoint | Entry | EnumValue => Text, Nothing; }
    /// Exceptions from the id of a diagnostic to the reason; each must be used.
    Allow "allow" {
        /// Exceptions for all files of the API, from the id of a diagnostic to the reason; each must be used.
        Now Api => Map(&Text), Means("none");
        Now Endpoint | Entry | Response => Map(&Text), Means("none");
    }
    /// Rules that cannot be checked, in words; documented.
    Unenforced "unenforced" [fact] { Now Entry => TEXTS, Nothing; }
    /// The crate to write.
    Crate "crate" { Now Project => Block(At::Crate), Error; }
    /// What lints weigh, by their ids; `docwright explain --all` lists them.
    Lint "lint" { Now Project => Map(&Word(&words(&["error", "warn", "off"]))), Means("each lint's own"); }
    /// Changes of the specs that were reviewed and accepted, by their fingerprints.
    Accepted "accepted" { Now Project => Map(&Block(At::Acceptance)), Means("none"); }
    /// The id of the rule of the change.
    Rule "rule" { Now Acceptance => Text, Error; }
    /// The place in the model.
    At "at" { Now Acceptance => Text, Error; }
    /// What stood there.
    Old "old" { Now Acceptance => Text, Means("it is new"); }
    /// What stands there now.
    New "new" { Now Acceptance => Text, Means("it is gone"); }
    /// Why the change is accepted.
    Reason "reason" { Now Acceptance => Text, Error; }
    /// Where better facts come from.
    Sources "sources" { Now Api => Map(&Block(At::Source)), Means("none"); }
    /// The variables of `url`, each a text within one host label or path segment.
    Variables "variables" [fact] { Now Server => ENTRIES, Means("the url has none"); }
    /// Permissions and OAuth scopes asked for, all of them; alternatives stand in one text.
    Permissions "permissions" [fact] { Now Endpoint => TEXTS, Nothing; }
    /// What is taken in.
    Include "include" [fact] {
        /// The parts that are taken in.
        Now Endpoint => List(&Name), Means("none");
        /// The types whose fields are taken in.
        Second Entry => List(&Name), Means("none");
    }
    /// Named servers.
    Servers "servers" {
        Now Api => Map(&Block(At::Server)), Means("the caller gives the address");
        /// Servers of this endpoint alone, in place of those of api.yaml.
        Second Endpoint => Map(&Block(At::Server)), Means("those of api.yaml");
    }
    /// How calls prove who calls.
    Auth "auth" [fact] {
        /// The ways to prove who calls; a caller picks one.
        Now Api => Map(&Block(At::Credential)), Means("no credential is added");
        /// Which ways of api.yaml's this endpoint takes; `none` is no credential.
        Now Endpoint => List(&Name), Means("all of them");
    }
    /// How a token is got by OAuth 2; recorded.
    Oauth2 "oauth2" [fact] { Second Credential => Block(At::Oauth2), Nothing; }
    /// Several carriers at once, each named.
    AllOf "all_of" [fact] { Now Credential => Map(&Block(At::Credential)), Nothing; }
    /// Bundles for `include`.
    Parts "parts" { Now Api => Map(&Block(At::Part)), Means("none"); }
    /// Each variable of `path`, once.
    PathParameters "path_parameters" {
        Now Part | Endpoint => ENTRIES, Means("the path has none");
        /// Values of path variables.
        Now SampleRequest => VALUES, Means("none");
    }
    /// The parameters of the query.
    QueryParameters "query_parameters" {
        Now Part | Endpoint => ENTRIES, Means("none");
        /// Values of query parameters; of a list that repeats its name, a list.
        Now SampleRequest => GIVEN, Means("none");
    }
    /// The headers that a caller may set.
    Headers "headers" {
        Now Part | Endpoint => ENTRIES, Means("none");
        /// The headers of the answer.
        Second Response => ENTRIES, Means("none");
        /// Values of headers; of a list that repeats its name, a list.
        Now SampleRequest => GIVEN, Means("none");
        /// Values of headers.
        Second SampleResponse => VALUES, Means("none");
    }
    /// The cookies that a caller may set.
    Cookies "cookies" {
        Second Part | Endpoint => ENTRIES, Means("none");
        Second SampleRequest => VALUES, Means("none");
    }
    /// The body.
    Body "body" [fact] {
        /// The body that is sent; `none`: the page says that nothing is sent.
        Now Endpoint => OneOf(&[Block(At::Body), Word(&words(&["none"]))]), Means("none is sent");
        /// The body that comes; `none`: nothing comes; `ignored`: not promised, read and dropped.
        Now Response => OneOf(&[Block(At::Body), Word(&words(&["none", "ignored"]))]), Means("raw bytes");
        /// The sample's text, as the page has it.
        Now SampleRequest | SampleResponse => Text, Nothing;
    }
    /// Values, by pointer, that make a success a refusal.
    FailureWhen "failure_when" [fact] { Second Response => WHEN, Means("never"); }
    /// The answers, by status: `200`, `4XX`, `success` (any 2XX), `default` (all others).
    Responses "responses" {
        Now Endpoint => RESPONSES, Means("those of the included parts; an error if there are none");
        Now Part => RESPONSES, Means("none");
    }
    /// How lists are read page by page.
    Pagination "pagination" [fact] { Second Endpoint => Block(At::Pagination), Nothing; }
    /// Limits on calls.
    RateLimits "rate_limits" [fact] { Second Api | Endpoint => List(&Block(At::RateLimit)), Nothing; }
    /// The listed values, or a map from them to what is known of each; `unlisted`: there is a list, and the page omits it.
    Enum "enum" [fact] { Now Entry => OneOf(&[List(&Value), Map(&ENUM_VALUE_OR_NAME), Word(&words(&["unlisted"]))]), Nothing; }
    /// Rules about several fields.
    Rules "rules" [fact] { Second Entry | Part | Endpoint => RULES, Means("none"); }
    /// The variants of a union, from the tag's value to what it holds then.
    OneOf "one_of" [fact] { Now Entry => OneOf(&[Map(&ENTRY_OR_TYPE), NotYet(&List(&ENTRY_OR_TYPE))]), Nothing; }
    /// A list of fixed places.
    Tuple "tuple" [fact] { Second Entry => List(&ENTRY_OR_TYPE), Nothing; }
    /// What the keys of a map obey.
    Keys "keys" [fact] { Now Entry => ENTRY_OR_TYPE, Means("any text"); }
    /// What other keys of an object hold: a map.
    Values "values" [fact] { Now Entry => ENTRY_OR_TYPE, Means("anything"); }
    /// More about the items of a list.
    Items "items" [fact] { Now Entry => ENTRY_OR_TYPE, Nothing; }
    /// Another shape for each media type; the first is the default.
    Content "content" [fact] { Second Body => Map(&BODY_OR_TYPE), Means("one shape"); }
    /// The fields of an object.
    Fields "fields" [fact] { Now Entry => ENTRIES, Means("an object is free-form"); }
    /// Named types; those of api.yaml are shared by its endpoints.
    Types "types" { Now Api | Endpoint => TYPES, Means("none"); }
    /// Samples of the page; each holds, or says what it breaks.
    Examples "examples" { Now Endpoint => Map(&Block(At::Example)), Means("none"); }
    /// The sample's request.
    Request "request" { Now Example => Block(At::SampleRequest), Nothing; }
    /// The sample's answer.
    Response "response" { Now Example => Block(At::SampleResponse), Nothing; }
    /// The rules that the sample breaks, by JSON Pointer (`/body/sendAt`).
    Violates "violates" { Now SampleRequest | SampleResponse => Map(&List(&RuleId)), Means("none"); }
    /// Why the sample cannot be read.
    Undecodable "undecodable" { Now SampleRequest | SampleResponse => Text, Means("it can"); }
    /// What only a sample, a name or another page suggests; breaking it warns.
    Inferred "inferred" {
        Now Entry | Response | Server | Credential => Block(At::Half), Nothing;
        Second Endpoint => Block(At::Half), Nothing;
    }
    /// What a better source states: it corrects the page or adds to it.
    Known "known" {
        Now Entry | Response | Server | Credential => Block(At::Half), Nothing;
        Second Endpoint => Block(At::Half), Nothing;
    }
}
