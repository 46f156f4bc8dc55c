// Written by docwright from specs/names/type.yaml: change that, and run it again.

//! [`Type`] and its types.

use super::{Choice, Names, Self_};
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, Undecodable, Unlisted, Validate, list, text_enum};

/// An obstacle course: `POST /type/{fn}`. Answers with the body as it comes.
///
/// Answers:
///
/// - `success`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::names::{Auth, BlockingClient, Type};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::api_key("key"))
///     .build()?;
/// let request = Type::new("text");
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Type {
    /// `fn`
    pub fn_: String,
    /// `X-Request-ID`
    pub x_request_id: Option<String>,
    /// `_id`
    #[doc(alias = "_id")]
    pub underscore_id: Option<i64>,
    /// `id`
    pub id: Option<i64>,
    /// `+1`
    #[doc(alias = "+1")]
    pub plus_1: Option<i64>,
    /// `-1`
    #[doc(alias = "-1")]
    pub minus_1: Option<i64>,
    /// `v1_2`
    pub v1_2: Option<i64>,
    /// `v12`
    pub v12: Option<i64>,
    /// `self`
    pub self_: Option<Self_>,
    /// `gen`
    pub gen_: Option<i64>,
    /// `99digital`
    #[doc(alias = "99digital")]
    pub n99digital: Option<i64>,
    /// `empty`
    pub empty: Option<i64>,
    /// `new`
    pub new: Option<i64>,
    /// `HTTPServer`
    pub http_server: Option<i64>,
    /// `forwardedFileIDs`
    pub forwarded_file_ids: Option<Vec<i64>>,
    /// `a b/c`
    pub a_b_c: Option<i64>,
    /// `straße`
    pub straße: Option<i64>,
    /// `日本`
    pub 日本: Option<i64>,
    /// `validate`
    pub validate: Option<i64>,
    /// `option`
    pub option: Option<Choice>,
    /// `check`
    pub check: Option<i64>,
    /// `body`
    pub body: Option<i64>,
    /// `kind`
    pub kind: Option<TypeKind>,
}

impl Type {
    /// With what is required.
    pub fn new(fn_: impl Into<String>) -> Self {
        Self {
            fn_: fn_.into(),
            x_request_id: None,
            underscore_id: None,
            id: None,
            plus_1: None,
            minus_1: None,
            v1_2: None,
            v12: None,
            self_: None,
            gen_: None,
            n99digital: None,
            empty: None,
            new: None,
            http_server: None,
            forwarded_file_ids: None,
            a_b_c: None,
            straße: None,
            日本: None,
            validate: None,
            option: None,
            check: None,
            body: None,
            kind: None,
        }
    }

    /// `X-Request-ID`
    pub fn x_request_id(mut self, value: impl Into<String>) -> Self {
        self.x_request_id = Some(value.into());
        self
    }

    /// `_id`
    #[doc(alias = "_id")]
    pub fn underscore_id(mut self, value: i64) -> Self {
        self.underscore_id = Some(value);
        self
    }

    /// `id`
    pub fn id(mut self, value: i64) -> Self {
        self.id = Some(value);
        self
    }

    /// `+1`
    #[doc(alias = "+1")]
    pub fn plus_1(mut self, value: i64) -> Self {
        self.plus_1 = Some(value);
        self
    }

    /// `-1`
    #[doc(alias = "-1")]
    pub fn minus_1(mut self, value: i64) -> Self {
        self.minus_1 = Some(value);
        self
    }

    /// `v1_2`
    pub fn v1_2(mut self, value: i64) -> Self {
        self.v1_2 = Some(value);
        self
    }

    /// `v12`
    pub fn v12(mut self, value: i64) -> Self {
        self.v12 = Some(value);
        self
    }

    /// `self`
    pub fn self_(mut self, value: Self_) -> Self {
        self.self_ = Some(value);
        self
    }

    /// `gen`
    pub fn gen_(mut self, value: i64) -> Self {
        self.gen_ = Some(value);
        self
    }

    /// `99digital`
    #[doc(alias = "99digital")]
    pub fn n99digital(mut self, value: i64) -> Self {
        self.n99digital = Some(value);
        self
    }

    /// `empty`
    pub fn empty(mut self, value: i64) -> Self {
        self.empty = Some(value);
        self
    }

    /// `new`
    pub fn new_(mut self, value: i64) -> Self {
        self.new = Some(value);
        self
    }

    /// `HTTPServer`
    pub fn http_server(mut self, value: i64) -> Self {
        self.http_server = Some(value);
        self
    }

    /// `forwardedFileIDs`
    pub fn forwarded_file_ids(mut self, items: impl IntoIterator<Item = i64>) -> Self {
        self.forwarded_file_ids = Some(list(items));
        self
    }

    /// `a b/c`
    pub fn a_b_c(mut self, value: i64) -> Self {
        self.a_b_c = Some(value);
        self
    }

    /// `straße`
    pub fn straße(mut self, value: i64) -> Self {
        self.straße = Some(value);
        self
    }

    /// `日本`
    pub fn 日本(mut self, value: i64) -> Self {
        self.日本 = Some(value);
        self
    }

    /// `validate`
    pub fn validate(mut self, value: i64) -> Self {
        self.validate = Some(value);
        self
    }

    /// `option`
    pub fn option(mut self, value: impl Into<Choice>) -> Self {
        self.option = Some(value.into());
        self
    }

    /// `check`
    pub fn check(mut self, value: i64) -> Self {
        self.check = Some(value);
        self
    }

    /// `body`
    pub fn body(mut self, value: i64) -> Self {
        self.body = Some(value);
        self
    }

    /// `kind`
    pub fn kind(mut self, value: impl Into<TypeKind>) -> Self {
        self.kind = Some(value.into());
        self
    }
}

impl Validate for Type {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("option", &self.option).listed(Choice::LISTED);
        check.at("kind", &self.kind).listed(TypeKind::LISTED);
    }
}

impl Endpoint for Type {
    type Api = Names;
    type Output = Body;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "names",
        name: "type",
        method: Method::POST,
        path: "/type/{fn}",
        statuses: &["success"],
        media_types: &["application/json"],
        auth: &["API-Key"],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("fn", &self.fn_)
            .header("x-request-id", &self.x_request_id)
            .accept("*/*");
        to.json(|body| {
            body.put("_id", &self.underscore_id)
                .put("id", &self.id)
                .put("+1", &self.plus_1)
                .put("-1", &self.minus_1)
                .put("v1_2", &self.v1_2)
                .put("v12", &self.v12)
                .put("self", &self.self_)
                .put("gen", &self.gen_)
                .put("99digital", &self.n99digital)
                .put("", &self.empty)
                .put("new", &self.new)
                .put("HTTPServer", &self.http_server)
                .put("forwardedFileIDs", &self.forwarded_file_ids)
                .put("a b/c", &self.a_b_c)
                .put("straße", &self.straße)
                .put("日本", &self.日本)
                .put("validate", &self.validate)
                .put("option", &self.option)
                .put("check", &self.check)
                .put("body", &self.body)
                .put("kind", &self.kind);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            fn_: from.path.take("fn"),
            x_request_id: from.headers.take("X-Request-ID"),
            underscore_id: from.body.take("_id"),
            id: from.body.take("id"),
            plus_1: from.body.take("+1"),
            minus_1: from.body.take("-1"),
            v1_2: from.body.take("v1_2"),
            v12: from.body.take("v12"),
            self_: from.body.take("self"),
            gen_: from.body.take("gen"),
            n99digital: from.body.take("99digital"),
            empty: from.body.take(""),
            new: from.body.take("new"),
            http_server: from.body.take("HTTPServer"),
            forwarded_file_ids: from.body.take("forwardedFileIDs"),
            a_b_c: from.body.take("a b/c"),
            straße: from.body.take("straße"),
            日本: from.body.take("日本"),
            validate: from.body.take("validate"),
            option: from.body.take("option"),
            check: from.body.take("check"),
            body: from.body.take("body"),
            kind: from.body.take("kind"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Body, Undecodable> {
        answer.raw()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &Body, reply: &mut Reply) {
        reply.raw(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// `kind`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TypeKind {
    /// `+1`
    Plus1,
    /// `-1`
    Minus1,
    /// `""`
    Empty,
    /// `self`
    Self_,
    /// `a"b\c`
    ABC,
    /// `1st`
    N1st,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl TypeKind {
    const WIRE: &[(&str, Self)] = &[
        ("+1", Self::Plus1),
        ("-1", Self::Minus1),
        ("", Self::Empty),
        ("self", Self::Self_),
        ("a\"b\\c", Self::ABC),
        ("1st", Self::N1st),
    ];
}

text_enum!(TypeKind);
