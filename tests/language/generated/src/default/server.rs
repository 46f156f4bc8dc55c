// Written by docwright from specs/default/server.yaml: change that, and run it again.

//! [`Server`] and its types.

use super::Obstacles;
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{
    self, Check, Field, JsonObject, Object, ObjectWriter, Record, Tagged, Undecodable,
    Unlisted, closed_text_enum, integer_enum, text_enum, union,
};

/// Values and tags that are no names of Rust, and what the generator names itself: `POST /server`.
/// Answers with [`ServerResponse`], by the status.
///
/// Answers:
///
/// - `201`: [`Output`].
/// - `202`: [`Failure`].
/// - `404`: [`Error`].
/// - `409`: [`Failure`].
///
/// Where the server refuses, `error.refusal()` is its answer, which `read::<Server>()` reads as
/// documented.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::default::{Auth, BlockingClient, DEFAULT, Server};
///
/// let client = BlockingClient::builder(DEFAULT, Auth::none_at_all("key")).build()?;
/// let request = Server::new();
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Server {
    /// `server_owned`
    #[doc(alias = "server_owned")]
    pub owned_by_server: Option<String>,
    /// `value`
    pub value: Option<Words>,
    /// `number`
    pub number: Option<Numbers>,
    /// `closed`
    pub closed: Option<Closed>,
    /// `union`
    pub union: Option<Union>,
    /// `validate`
    pub validate: Option<Validate>,
    /// `output`
    pub output: Option<Output>,
    /// The fields that the server sets: `stamp`, `self`, `new`.
    pub server_owned: ServerServerOwned,
}

impl Server {
    /// Nothing is required.
    pub fn new() -> Self {
        Self {
            owned_by_server: None,
            value: None,
            number: None,
            closed: None,
            union: None,
            validate: None,
            output: None,
            server_owned: ServerServerOwned::default(),
        }
    }

    /// `server_owned`
    #[doc(alias = "server_owned")]
    pub fn owned_by_server(mut self, value: impl Into<String>) -> Self {
        self.owned_by_server = Some(value.into());
        self
    }

    /// `value`
    pub fn value(mut self, value: impl Into<Words>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// `number`
    pub fn number(mut self, value: impl Into<Numbers>) -> Self {
        self.number = Some(value.into());
        self
    }

    /// `closed`
    pub fn closed(mut self, value: Closed) -> Self {
        self.closed = Some(value);
        self
    }

    /// `union`
    pub fn union(mut self, value: Union) -> Self {
        self.union = Some(value);
        self
    }

    /// `validate`
    pub fn validate(mut self, value: Validate) -> Self {
        self.validate = Some(value);
        self
    }

    /// `output`
    pub fn output(mut self, value: Output) -> Self {
        self.output = Some(value);
        self
    }

    /// The fields that the server sets: `stamp`, `self`, `new`.
    pub fn server_owned(mut self, value: ServerServerOwned) -> Self {
        self.server_owned = value;
        self
    }
}

impl runtime::Validate for Server {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("value", &self.value).listed(Words::LISTED);
        check.at("number", &self.number).listed(Numbers::LISTED);
        check.nested("validate", &self.validate);
    }
}

impl Endpoint for Server {
    type Api = Obstacles;
    type Output = ServerResponse;
    type Failure = ServerFailure;

    const INFO: &Info = &Info {
        api: "default",
        name: "server",
        method: Method::POST,
        path: "/server",
        statuses: &["201", "202", "404", "409"],
        media_types: &["application/json"],
        auth: &["nothing", "clone", "self", "Some"],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        let owned = &self.server_owned;
        to.json(|body| {
            body.put("server_owned", &self.owned_by_server)
                .put("stamp", &owned.stamp)
                .put("self", &owned.self_)
                .put("new", &owned.new)
                .put("value", &self.value)
                .put("number", &self.number)
                .put("closed", &self.closed)
                .put("union", &self.union)
                .put("validate", &self.validate)
                .put("output", &self.output);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            owned_by_server: from.body.take("server_owned"),
            server_owned: ServerServerOwned {
                stamp: from.body.take("stamp"),
                self_: from.body.take("self"),
                new: from.body.take("new"),
            },
            value: from.body.take("value"),
            number: from.body.take("number"),
            closed: from.body.take("closed"),
            union: from.body.take("union"),
            validate: from.body.take("validate"),
            output: from.body.take("output"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<ServerResponse, Undecodable> {
        match answer.status_key(&["201", "202"]) {
            Some("201") => answer.json().map(Self::Output::Status201),
            Some("202") => answer.json().map(Self::Output::Status202),
            _ => answer.raw().map(Self::Output::Undocumented),
        }
    }

    fn decode_failure(
        answer: &mut Answer<'_>,
    ) -> Result<Option<ServerFailure>, Undecodable> {
        match answer.status_key(&["404", "409"]) {
            Some("404") => answer.json().map(|body| Some(Self::Failure::Status404(body))),
            Some("409") => answer.json().map(|body| Some(Self::Failure::Status409(body))),
            _ => Ok(None),
        }
    }

    fn respond(output: &ServerResponse, reply: &mut Reply) {
        match output {
            Self::Output::Status201(body) => reply.under(&["201"]).json(body),
            Self::Output::Status202(body) => reply.under(&["202"]).json(body),
            Self::Output::Undocumented(body) => reply.undocumented(body),
        };
    }

    fn refuse(failure: &ServerFailure, reply: &mut Reply) {
        match failure {
            Self::Failure::Status404(body) => reply.under(&["404"]).json(body),
            Self::Failure::Status409(body) => reply.under(&["409"]).json(body),
        };
    }
}

/// The fields of [`Server`] that the server sets; a caller seldom does.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct ServerServerOwned {
    /// `stamp`
    pub stamp: Option<i64>,
    /// `self`
    pub self_: Option<i64>,
    /// `new`
    pub new: Option<i64>,
}

impl ServerServerOwned {
    /// `stamp`
    pub fn stamp(mut self, value: i64) -> Self {
        self.stamp = Some(value);
        self
    }

    /// `self`
    pub fn self_(mut self, value: i64) -> Self {
        self.self_ = Some(value);
        self
    }

    /// `new`
    pub fn new_(mut self, value: i64) -> Self {
        self.new = Some(value);
        self
    }
}

/// What a success of [`Server`] answers, by its status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ServerResponse {
    /// `201`
    Status201(Output),
    /// `202`
    Status202(Failure),
    /// A success that the documentation does not list, with its body.
    Undocumented(Body),
}

impl runtime::Validate for ServerResponse {
    fn validate(&self, check: &mut Check<'_>) {
        match self {
            Self::Status201(body) => runtime::Validate::validate(body, check),
            Self::Status202(body) => runtime::Validate::validate(body, check),
            Self::Undocumented(_) => {}
        }
    }
}

/// What a refusal of [`Server`] answers, by its status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ServerFailure {
    /// `404`
    Status404(Error),
    /// `409`
    Status409(Failure),
}

impl runtime::Validate for ServerFailure {
    fn validate(&self, check: &mut Check<'_>) {
        match self {
            Self::Status404(body) => runtime::Validate::validate(body, check),
            Self::Status409(body) => runtime::Validate::validate(body, check),
        }
    }
}

/// `Words`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Words {
    /// `""`
    Empty,
    /// `1`
    N1,
    /// `-1`
    Minus1,
    /// `+1`
    Plus1,
    /// `<`
    Less,
    /// `true`
    True,
    /// `null`
    Null,
    /// `self`
    Self_,
    /// `Self`
    Self2,
    /// ` `
    Empty2,
    /// `W_I_R_E`
    ValueWIRE,
    /// `L_I_S_T_E_D`
    ValueLISTED,
    /// `Error`
    Error,
    /// `Err`
    Err,
    /// `Item`
    Item,
    /// `Ok`
    Ok,
    /// `None`
    None,
    /// `Some`
    Some,
    /// `Output`
    Output,
    /// `Value`
    Value,
    /// `unknown`
    Unknown,
    /// `größe`
    Größe,
    /// `a"b\c\n`
    ABCUa,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl Words {
    const WIRE: &[(&str, Self)] = &[
        ("", Self::Empty),
        ("1", Self::N1),
        ("-1", Self::Minus1),
        ("+1", Self::Plus1),
        ("<", Self::Less),
        ("true", Self::True),
        ("null", Self::Null),
        ("self", Self::Self_),
        ("Self", Self::Self2),
        (" ", Self::Empty2),
        ("W_I_R_E", Self::ValueWIRE),
        ("L_I_S_T_E_D", Self::ValueLISTED),
        ("Error", Self::Error),
        ("Err", Self::Err),
        ("Item", Self::Item),
        ("Ok", Self::Ok),
        ("None", Self::None),
        ("Some", Self::Some),
        ("Output", Self::Output),
        ("Value", Self::Value),
        ("unknown", Self::Unknown),
        ("größe", Self::Größe),
        ("a\"b\\c\n", Self::ABCUa),
    ];
}

text_enum!(Words);

/// `Numbers`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Numbers {
    /// `0`
    None,
    /// `1`
    Some,
    /// `-1`
    Error,
    /// `2`
    ValueWIRE,
    /// `3`
    N3,
    /// `4`
    N4,
    #[doc(hidden)]
    Unlisted(Unlisted<i64>),
}

impl Numbers {
    const WIRE: &[(i64, Self)] = &[
        (0, Self::None),
        (1, Self::Some),
        (-1, Self::Error),
        (2, Self::ValueWIRE),
        (3, Self::N3),
        (4, Self::N4),
    ];
}

integer_enum!(Numbers);

/// `Closed`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Closed {
    /// `unlisted`
    Unlisted,
    /// `error`
    Error,
    /// `Self`
    Self_,
    /// `-`
    Minus,
}

impl Closed {
    const WIRE: &[(&str, Self)] = &[
        ("unlisted", Self::Unlisted),
        ("error", Self::Error),
        ("Self", Self::Self_),
        ("-", Self::Minus),
    ];
}

closed_text_enum!(Closed);

/// `Union`. Told apart by `type`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Union {
    /// `error`
    Error(Error),
    /// `Self`
    Self_(Self_),
    /// `value`
    Value(JsonObject),
    /// `Ok`
    Ok(JsonObject),
    /// `none`
    None(JsonObject),
    /// `object`
    Object(UnionObject),
    /// `other`
    Other(UnionOther),
    #[doc(hidden)]
    Unlisted(Tagged),
}

impl Record for Union {
    fn read(object: &mut Object<'_>) -> Self {
        match &*object.tag("type") {
            "error" => Self::Error(object.rest()),
            "Self" => Self::Self_(object.rest()),
            "value" => Self::Value(object.rest()),
            "Ok" => Self::Ok(object.rest()),
            "none" => Self::None(object.rest()),
            "object" => Self::Object(object.rest()),
            "other" => Self::Other(object.rest()),
            other => Self::Unlisted(object.unlisted("type", other)),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        match self {
            Self::Error(error) => object.tagged("type", "error", error),
            Self::Self_(self_underscore) => {
                object.tagged("type", "Self", self_underscore)
            }
            Self::Value(value) => object.tagged("type", "value", value),
            Self::Ok(ok) => object.tagged("type", "Ok", ok),
            Self::None(none) => object.tagged("type", "none", none),
            Self::Object(variant) => object.tagged("type", "object", variant),
            Self::Other(variant) => object.tagged("type", "other", variant),
            Self::Unlisted(other) => object.unlisted(other),
        };
    }
}

union!(Union);

/// `UnionObject`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct UnionObject {
    /// `check`
    pub check: Option<i64>,
}

impl UnionObject {
    /// `check`
    pub fn check(mut self, value: i64) -> Self {
        self.check = Some(value);
        self
    }
}

impl Record for UnionObject {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            check: object.take("check"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("check", &self.check);
    }
}

/// `UnionOther`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct UnionOther {
    /// `x`
    pub x: Option<i64>,
}

impl UnionOther {
    /// `x`
    pub fn x(mut self, value: i64) -> Self {
        self.x = Some(value);
        self
    }
}

impl Record for UnionOther {
    fn read(object: &mut Object<'_>) -> Self {
        Self { x: object.take("x") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("x", &self.x);
    }
}

/// `Error`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Error {
    /// `error`
    pub error: Option<String>,
}

impl Error {
    /// `error`
    pub fn error(mut self, value: impl Into<String>) -> Self {
        self.error = Some(value.into());
        self
    }
}

impl Record for Error {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            error: object.take("error"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("error", &self.error);
    }
}

/// `Self`
#[doc(alias = "Self")]
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Self_ {
    /// `self`
    pub self_: Option<String>,
}

impl Self_ {
    /// `self`
    pub fn self_(mut self, value: impl Into<String>) -> Self {
        self.self_ = Some(value.into());
        self
    }
}

impl Record for Self_ {
    fn read(object: &mut Object<'_>) -> Self {
        Self { self_: object.take("self") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("self", &self.self_);
    }
}

/// `Validate`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Validate {
    /// `validate`. At least 1 character.
    pub validate: Option<String>,
    /// `write`
    pub write: Option<i64>,
    /// `read`
    pub read: Option<i64>,
    /// `new`
    pub new: Field<i64>,
}

impl Validate {
    /// Sets [`validate`](field@Self::validate).
    pub fn validate(mut self, value: impl Into<String>) -> Self {
        self.validate = Some(value.into());
        self
    }

    /// `write`
    pub fn write(mut self, value: i64) -> Self {
        self.write = Some(value);
        self
    }

    /// `read`
    pub fn read(mut self, value: i64) -> Self {
        self.read = Some(value);
        self
    }

    /// `new`
    pub fn new_(mut self, value: i64) -> Self {
        self.new = Field::Value(value);
        self
    }

    /// Sends `null`.
    pub fn new_null(mut self) -> Self {
        self.new = Field::Null;
        self
    }
}

impl Record for Validate {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            validate: object.take("validate"),
            write: object.take("write"),
            read: object.take("read"),
            new: object.take("new"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("validate", &self.validate)
            .put("write", &self.write)
            .put("read", &self.read)
            .put("new", &self.new);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("validate", &self.validate).min_length(1);
    }
}

/// `Output`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Output {
    /// `output`
    pub output: Option<String>,
}

impl Output {
    /// `output`
    pub fn output(mut self, value: impl Into<String>) -> Self {
        self.output = Some(value.into());
        self
    }
}

impl Record for Output {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            output: object.take("output"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("output", &self.output);
    }
}

/// `Failure`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Failure {
    /// `failure`
    pub failure: Option<String>,
}

impl Failure {
    /// `failure`
    #[must_use]
    pub fn failure(mut self, value: impl Into<String>) -> Self {
        self.failure = Some(value.into());
        self
    }
}

impl Record for Failure {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            failure: object.take("failure"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("failure", &self.failure);
    }
}
