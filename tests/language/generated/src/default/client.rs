// Written by docwright from specs/default/client.yaml: change that, and run it again.

//! [`ClientCall`] and its types.

use super::{
    Box, Default, Json, Obstacles, Option, Promised, Record, Result, String, Value, Vec,
};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Field, JsonObject, Undecodable, Validate, list};

/// Fields whose names are taken, in every place where there is one: `PUT /client/{self}/{Type}`.
/// Answers with [`Result`].
///
/// Answers:
///
/// - `200`: [`Result`].
/// - `4XX`: [`Promised`].
///
/// Where the server refuses, `error.refusal()` is its answer, which `read::<ClientCall>()` reads as
/// documented.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::runtime::JsonObject;
/// use language_clients::default::{Auth, BlockingClient, ClientCall, DEFAULT};
///
/// let client = BlockingClient::builder(DEFAULT, Auth::none_at_all("key")).build()?;
/// let request = ClientCall::new("a/b", [1], ["text"], None, JsonObject::new(), "h");
/// let answer = client.send(request)?;
/// println!("{:?}", answer.ok);
/// # Ok(())
/// # }
/// ```
#[doc(alias = "Client::new")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct ClientCall {
    /// `self`
    pub self_: ::std::string::String,
    /// `Type`
    pub type_: ::std::vec::Vec<i64>,
    /// `page[size]`
    pub page_size: ::std::option::Option<i64>,
    /// `page.size`
    #[doc(alias = "page.size")]
    pub query_page_size: ::std::option::Option<i64>,
    /// `nameless`
    pub nameless: ::std::option::Option<::std::string::String>,
    /// `query`
    pub query: ::std::vec::Vec<::std::string::String>,
    /// `ids[]`
    pub ids: ::std::vec::Vec<i64>,
    /// `if-match`
    pub if_match: ::std::option::Option<::std::string::String>,
    /// `X-Yield`
    pub x_yield: ::std::vec::Vec<::std::string::String>,
    /// `_id`
    #[doc(alias = "_id")]
    pub underscore_id: ::std::option::Option<i64>,
    /// `id`
    pub id: ::std::option::Option<i64>,
    /// `id_`
    #[doc(alias = "id_")]
    pub id_underscore: ::std::option::Option<i64>,
    /// `+1`
    #[doc(alias = "+1")]
    pub plus_1: ::std::option::Option<i64>,
    /// `-1`
    #[doc(alias = "-1")]
    pub minus_1: ::std::option::Option<i64>,
    /// `v1_2`
    pub v1_2: ::std::option::Option<i64>,
    /// `v12`
    pub v12: ::std::option::Option<i64>,
    /// `forwardedFileIDs`
    pub forwarded_file_ids: ::std::option::Option<::std::vec::Vec<i64>>,
    /// `mediaURLs`
    pub media_urls: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// `[page]`
    pub page: ::std::option::Option<i64>,
    /// `99digital`
    #[doc(alias = "99digital")]
    pub n99digital: ::std::option::Option<i64>,
    /// `empty`
    pub empty: ::std::option::Option<i64>,
    /// ` `
    pub blank: ::std::option::Option<i64>,
    /// `"quoted" \{}/~`
    pub u22_quoted_u22_u5c_u7b_u7d_slash_u7e: ::std::option::Option<i64>,
    /// `as`
    pub as_: ::std::option::Option<i64>,
    /// `async`
    pub async_: ::std::option::Option<i64>,
    /// `await`
    pub await_: ::std::option::Option<i64>,
    /// `box`
    pub box_: ::std::option::Option<i64>,
    /// `crate`
    pub crate_: ::std::option::Option<i64>,
    /// `dyn`
    pub dyn_: ::std::option::Option<i64>,
    /// `fn`
    pub fn_: ::std::option::Option<i64>,
    /// `gen`
    pub gen_: ::std::option::Option<i64>,
    /// `macro_rules`
    pub macro_rules: ::std::option::Option<i64>,
    /// `match`
    pub match_: ::std::option::Option<i64>,
    /// `Self`
    #[doc(alias = "Self")]
    pub own: ::std::option::Option<i64>,
    /// `static`
    pub static_: ::std::option::Option<i64>,
    /// `super`
    pub super_: ::std::option::Option<i64>,
    /// `true`
    pub true_: ::std::option::Option<bool>,
    /// `try`
    pub try_: ::std::option::Option<i64>,
    /// `type`
    #[doc(alias = "type")]
    pub sort: ::std::option::Option<i64>,
    /// `union`
    pub union: ::std::option::Option<i64>,
    /// `yield`
    pub yield_: ::std::option::Option<i64>,
    /// `_`
    #[doc(alias = "_")]
    pub underscore: ::std::option::Option<i64>,
    /// `größe`
    pub größe: ::std::option::Option<i64>,
    /// `straße`
    pub straße: ::std::option::Option<i64>,
    /// `日本`
    pub 日本: ::std::option::Option<i64>,
    /// `имя`
    pub имя: ::std::option::Option<i64>,
    /// `с`
    pub с: ::std::option::Option<i64>,
    /// `c`
    pub c: ::std::option::Option<i64>,
    /// `é`
    pub é: ::std::option::Option<i64>,
    /// `€`
    #[doc(alias = "€")]
    pub u20ac: ::std::option::Option<i64>,
    /// `new`
    pub new: ::std::option::Option<i64>,
    /// `builder`
    pub builder: ::std::option::Option<i64>,
    /// `build`
    pub build: ::std::option::Option<i64>,
    /// `validate`
    pub validate: ::std::option::Option<i64>,
    /// `encode`
    pub encode: ::std::option::Option<i64>,
    /// `decode`
    pub decode: ::std::option::Option<i64>,
    /// `read`
    pub read: ::std::option::Option<i64>,
    /// `body`
    pub body: ::std::option::Option<i64>,
    /// `from`
    pub from: ::std::option::Option<i64>,
    /// `to`
    pub to: ::std::option::Option<i64>,
    /// `check`
    pub check: ::std::option::Option<i64>,
    /// `value`
    pub value: Field<::std::string::String>,
    /// `items`
    pub items: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// `list`
    pub list: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// `field`
    pub field: ::std::option::Option<::std::string::String>,
    /// `owned`
    pub owned: ::std::option::Option<i64>,
    /// `object`
    pub object: Json,
    /// `clone`
    pub clone: ::std::option::Option<i64>,
    /// `fmt`
    pub fmt: ::std::option::Option<i64>,
    /// `eq`
    pub eq: ::std::option::Option<i64>,
    /// `into`
    pub into: ::std::option::Option<i64>,
    /// `other`
    pub other: ::std::option::Option<i64>,
    /// `add`
    pub add: ::std::option::Option<i64>,
    /// `sub`
    pub sub: ::std::option::Option<i64>,
    /// `not`
    pub not: ::std::option::Option<bool>,
    /// `default`
    pub default: ::std::option::Option<i64>,
    /// `drop`
    pub drop: ::std::option::Option<i64>,
    /// `hash`
    pub hash: ::std::option::Option<i64>,
    /// `cmp`
    pub cmp: ::std::option::Option<i64>,
    /// `is_new`
    pub is_new: ::std::option::Option<bool>,
    /// `to_do`
    pub to_do: ::std::option::Option<bool>,
    /// `option`
    pub option: ::std::option::Option<Option>,
    /// `vec`
    pub vec: ::std::option::Option<Vec>,
    /// `boxed`
    pub boxed: ::std::option::Option<Box>,
    /// `result`
    pub result: ::std::option::Option<Result>,
    /// `defaults`
    pub defaults: ::std::option::Option<Default>,
    /// `string`. At least 1 character.
    pub string: ::std::option::Option<String>,
    /// `promised`
    pub promised: ::std::option::Option<Promised>,
    /// `record`
    pub record: ::std::option::Option<Record>,
    /// `values`
    pub values: ::std::option::Option<::std::vec::Vec<Value>>,
    /// `required`
    pub required: ::std::string::String,
    /// The fields that are not listed.
    pub other_fields: JsonObject,
}

impl ClientCall {
    /// With what is required.
    pub fn new(
        self_: impl Into<::std::string::String>,
        type_: impl IntoIterator<Item = i64>,
        x_yield: impl IntoIterator<Item = impl Into<::std::string::String>>,
        field: ::std::option::Option<::std::string::String>,
        object: Json,
        required: impl Into<::std::string::String>,
    ) -> Self {
        Self {
            self_: self_.into(),
            type_: list(type_),
            page_size: None,
            query_page_size: None,
            nameless: None,
            query: ::std::vec::Vec::new(),
            ids: ::std::vec::Vec::new(),
            if_match: None,
            x_yield: list(x_yield),
            underscore_id: None,
            id: None,
            id_underscore: None,
            plus_1: None,
            minus_1: None,
            v1_2: None,
            v12: None,
            forwarded_file_ids: None,
            media_urls: None,
            page: None,
            n99digital: None,
            empty: None,
            blank: None,
            u22_quoted_u22_u5c_u7b_u7d_slash_u7e: None,
            as_: None,
            async_: None,
            await_: None,
            box_: None,
            crate_: None,
            dyn_: None,
            fn_: None,
            gen_: None,
            macro_rules: None,
            match_: None,
            own: None,
            static_: None,
            super_: None,
            true_: None,
            try_: None,
            sort: None,
            union: None,
            yield_: None,
            underscore: None,
            größe: None,
            straße: None,
            日本: None,
            имя: None,
            с: None,
            c: None,
            é: None,
            u20ac: None,
            new: None,
            builder: None,
            build: None,
            validate: None,
            encode: None,
            decode: None,
            read: None,
            body: None,
            from: None,
            to: None,
            check: None,
            value: Field::Absent,
            items: None,
            list: None,
            field,
            owned: None,
            object,
            clone: None,
            fmt: None,
            eq: None,
            into: None,
            other: None,
            add: None,
            sub: None,
            not: None,
            default: None,
            drop: None,
            hash: None,
            cmp: None,
            is_new: None,
            to_do: None,
            option: None,
            vec: None,
            boxed: None,
            result: None,
            defaults: None,
            string: None,
            promised: None,
            record: None,
            values: None,
            required: required.into(),
            other_fields: JsonObject::new(),
        }
    }

    /// `page[size]`
    pub fn page_size(mut self, value: i64) -> Self {
        self.page_size = Some(value);
        self
    }

    /// `page.size`
    #[doc(alias = "page.size")]
    pub fn query_page_size(mut self, value: i64) -> Self {
        self.query_page_size = Some(value);
        self
    }

    /// `nameless`
    pub fn nameless(mut self, value: impl Into<::std::string::String>) -> Self {
        self.nameless = Some(value.into());
        self
    }

    /// `query`
    pub fn query(
        mut self,
        items: impl IntoIterator<Item = impl Into<::std::string::String>>,
    ) -> Self {
        self.query = list(items);
        self
    }

    /// `ids[]`
    pub fn ids(mut self, items: impl IntoIterator<Item = i64>) -> Self {
        self.ids = list(items);
        self
    }

    /// `if-match`
    pub fn if_match(mut self, value: impl Into<::std::string::String>) -> Self {
        self.if_match = Some(value.into());
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

    /// `id_`
    #[doc(alias = "id_")]
    pub fn id_underscore(mut self, value: i64) -> Self {
        self.id_underscore = Some(value);
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

    /// `forwardedFileIDs`
    pub fn forwarded_file_ids(mut self, items: impl IntoIterator<Item = i64>) -> Self {
        self.forwarded_file_ids = Some(list(items));
        self
    }

    /// `mediaURLs`
    pub fn media_urls(
        mut self,
        items: impl IntoIterator<Item = impl Into<::std::string::String>>,
    ) -> Self {
        self.media_urls = Some(list(items));
        self
    }

    /// `[page]`
    pub fn page(mut self, value: i64) -> Self {
        self.page = Some(value);
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

    /// ` `
    pub fn blank(mut self, value: i64) -> Self {
        self.blank = Some(value);
        self
    }

    /// `"quoted" \{}/~`
    pub fn u22_quoted_u22_u5c_u7b_u7d_slash_u7e(mut self, value: i64) -> Self {
        self.u22_quoted_u22_u5c_u7b_u7d_slash_u7e = Some(value);
        self
    }

    /// `as`
    pub fn as_(mut self, value: i64) -> Self {
        self.as_ = Some(value);
        self
    }

    /// `async`
    pub fn async_(mut self, value: i64) -> Self {
        self.async_ = Some(value);
        self
    }

    /// `await`
    pub fn await_(mut self, value: i64) -> Self {
        self.await_ = Some(value);
        self
    }

    /// `box`
    pub fn box_(mut self, value: i64) -> Self {
        self.box_ = Some(value);
        self
    }

    /// `crate`
    pub fn crate_(mut self, value: i64) -> Self {
        self.crate_ = Some(value);
        self
    }

    /// `dyn`
    pub fn dyn_(mut self, value: i64) -> Self {
        self.dyn_ = Some(value);
        self
    }

    /// `fn`
    pub fn fn_(mut self, value: i64) -> Self {
        self.fn_ = Some(value);
        self
    }

    /// `gen`
    pub fn gen_(mut self, value: i64) -> Self {
        self.gen_ = Some(value);
        self
    }

    /// `macro_rules`
    pub fn macro_rules(mut self, value: i64) -> Self {
        self.macro_rules = Some(value);
        self
    }

    /// `match`
    pub fn match_(mut self, value: i64) -> Self {
        self.match_ = Some(value);
        self
    }

    /// `Self`
    #[doc(alias = "Self")]
    pub fn own(mut self, value: i64) -> Self {
        self.own = Some(value);
        self
    }

    /// `static`
    pub fn static_(mut self, value: i64) -> Self {
        self.static_ = Some(value);
        self
    }

    /// `super`
    pub fn super_(mut self, value: i64) -> Self {
        self.super_ = Some(value);
        self
    }

    /// `true`
    pub fn true_(mut self, value: bool) -> Self {
        self.true_ = Some(value);
        self
    }

    /// `try`
    pub fn try_(mut self, value: i64) -> Self {
        self.try_ = Some(value);
        self
    }

    /// `type`
    #[doc(alias = "type")]
    pub fn sort(mut self, value: i64) -> Self {
        self.sort = Some(value);
        self
    }

    /// `union`
    pub fn union(mut self, value: i64) -> Self {
        self.union = Some(value);
        self
    }

    /// `yield`
    pub fn yield_(mut self, value: i64) -> Self {
        self.yield_ = Some(value);
        self
    }

    /// `_`
    #[doc(alias = "_")]
    pub fn underscore(mut self, value: i64) -> Self {
        self.underscore = Some(value);
        self
    }

    /// `größe`
    pub fn größe(mut self, value: i64) -> Self {
        self.größe = Some(value);
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

    /// `имя`
    pub fn имя(mut self, value: i64) -> Self {
        self.имя = Some(value);
        self
    }

    /// `с`
    pub fn с(mut self, value: i64) -> Self {
        self.с = Some(value);
        self
    }

    /// `c`
    pub fn c(mut self, value: i64) -> Self {
        self.c = Some(value);
        self
    }

    /// `é`
    pub fn é(mut self, value: i64) -> Self {
        self.é = Some(value);
        self
    }

    /// `€`
    #[doc(alias = "€")]
    pub fn u20ac(mut self, value: i64) -> Self {
        self.u20ac = Some(value);
        self
    }

    /// `new`
    pub fn new_(mut self, value: i64) -> Self {
        self.new = Some(value);
        self
    }

    /// `builder`
    pub fn builder(mut self, value: i64) -> Self {
        self.builder = Some(value);
        self
    }

    /// `build`
    pub fn build(mut self, value: i64) -> Self {
        self.build = Some(value);
        self
    }

    /// `validate`
    pub fn validate(mut self, value: i64) -> Self {
        self.validate = Some(value);
        self
    }

    /// `encode`
    pub fn encode(mut self, value: i64) -> Self {
        self.encode = Some(value);
        self
    }

    /// `decode`
    pub fn decode(mut self, value: i64) -> Self {
        self.decode = Some(value);
        self
    }

    /// `read`
    pub fn read(mut self, value: i64) -> Self {
        self.read = Some(value);
        self
    }

    /// `body`
    pub fn body(mut self, value: i64) -> Self {
        self.body = Some(value);
        self
    }

    /// `from`
    pub fn from(mut self, value: i64) -> Self {
        self.from = Some(value);
        self
    }

    /// `to`
    pub fn to(mut self, value: i64) -> Self {
        self.to = Some(value);
        self
    }

    /// `check`
    pub fn check(mut self, value: i64) -> Self {
        self.check = Some(value);
        self
    }

    /// `value`
    pub fn value(mut self, value: impl Into<::std::string::String>) -> Self {
        self.value = Field::Value(value.into());
        self
    }

    /// Sends `null`.
    pub fn value_null(mut self) -> Self {
        self.value = Field::Null;
        self
    }

    /// `items`
    pub fn items(
        mut self,
        items: impl IntoIterator<Item = impl Into<::std::string::String>>,
    ) -> Self {
        self.items = Some(list(items));
        self
    }

    /// `list`
    pub fn list(
        mut self,
        items: impl IntoIterator<Item = impl Into<::std::string::String>>,
    ) -> Self {
        self.list = Some(list(items));
        self
    }

    /// `owned`
    pub fn owned(mut self, value: i64) -> Self {
        self.owned = Some(value);
        self
    }

    /// `clone`
    pub fn clone(mut self, value: i64) -> Self {
        self.clone = Some(value);
        self
    }

    /// `fmt`
    pub fn fmt(mut self, value: i64) -> Self {
        self.fmt = Some(value);
        self
    }

    /// `eq`
    pub fn eq(mut self, value: i64) -> Self {
        self.eq = Some(value);
        self
    }

    /// `into`
    pub fn into(mut self, value: i64) -> Self {
        self.into = Some(value);
        self
    }

    /// `other`
    pub fn other(mut self, value: i64) -> Self {
        self.other = Some(value);
        self
    }

    /// `add`
    pub fn add(mut self, value: i64) -> Self {
        self.add = Some(value);
        self
    }

    /// `sub`
    pub fn sub(mut self, value: i64) -> Self {
        self.sub = Some(value);
        self
    }

    /// `not`
    pub fn not(mut self, value: bool) -> Self {
        self.not = Some(value);
        self
    }

    /// `default`
    pub fn default(mut self, value: i64) -> Self {
        self.default = Some(value);
        self
    }

    /// `drop`
    pub fn drop(mut self, value: i64) -> Self {
        self.drop = Some(value);
        self
    }

    /// `hash`
    pub fn hash(mut self, value: i64) -> Self {
        self.hash = Some(value);
        self
    }

    /// `cmp`
    pub fn cmp(mut self, value: i64) -> Self {
        self.cmp = Some(value);
        self
    }

    /// `is_new`
    pub fn is_new(mut self, value: bool) -> Self {
        self.is_new = Some(value);
        self
    }

    /// `to_do`
    pub fn to_do(mut self, value: bool) -> Self {
        self.to_do = Some(value);
        self
    }

    /// `option`
    pub fn option(mut self, value: impl Into<Option>) -> Self {
        self.option = Some(value.into());
        self
    }

    /// `vec`
    pub fn vec(
        mut self,
        items: impl IntoIterator<Item = impl Into<::std::string::String>>,
    ) -> Self {
        self.vec = Some(list(items));
        self
    }

    /// `boxed`
    pub fn boxed(mut self, value: impl Into<Box>) -> Self {
        self.boxed = Some(value.into());
        self
    }

    /// `result`
    pub fn result(mut self, value: Result) -> Self {
        self.result = Some(value);
        self
    }

    /// `defaults`
    pub fn defaults(mut self, value: impl Into<Default>) -> Self {
        self.defaults = Some(value.into());
        self
    }

    /// Sets [`string`](field@Self::string).
    pub fn string(mut self, value: impl Into<String>) -> Self {
        self.string = Some(value.into());
        self
    }

    /// `promised`
    pub fn promised(mut self, value: Promised) -> Self {
        self.promised = Some(value);
        self
    }

    /// `record`
    pub fn record(mut self, value: Record) -> Self {
        self.record = Some(value);
        self
    }

    /// `values`
    pub fn values(mut self, items: impl IntoIterator<Item = impl Into<Value>>) -> Self {
        self.values = Some(list(items));
        self
    }

    /// The fields that are not listed.
    pub fn other_fields(mut self, value: JsonObject) -> Self {
        self.other_fields = value;
        self
    }
}

impl Validate for ClientCall {
    fn validate(&self, check: &mut Check<'_>) {
        check.headers().each("X-Yield", &self.x_yield).no_comma();
        check.at("option", &self.option).listed(Option::LISTED);
        check.at("string", &self.string).min_length(1);
        check.nested("promised", &self.promised);
    }
}

impl Endpoint for ClientCall {
    type Api = Obstacles;
    type Output = Result;
    type Failure = Promised;

    const INFO: &Info = &Info {
        api: "default",
        name: "client",
        method: Method::PUT,
        path: "/client/{self}/{Type}",
        statuses: &["200", "4XX"],
        media_types: &["application/json"],
        auth: &["nothing", "clone", "self", "Some"],
        permissions: &[],
        settings: &["Clone", "Type", "self", "_x", "or-else"],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("self", &self.self_)
            .path_comma("Type", &self.type_)
            .header("if-match", &self.if_match)
            .header_comma("x-yield", &self.x_yield);
        to.query(|query| {
            query
                .put("page[size]", &self.page_size)
                .put("page.size", &self.query_page_size)
                .put("", &self.nameless)
                .put_brackets("query", &self.query)
                .put_repeat("ids[]", &self.ids);
        });
        to.json(|body| {
            body.put("_id", &self.underscore_id)
                .put("id", &self.id)
                .put("id_", &self.id_underscore)
                .put("+1", &self.plus_1)
                .put("-1", &self.minus_1)
                .put("v1_2", &self.v1_2)
                .put("v12", &self.v12)
                .put("forwardedFileIDs", &self.forwarded_file_ids)
                .put("mediaURLs", &self.media_urls)
                .put("[page]", &self.page)
                .put("99digital", &self.n99digital)
                .put("", &self.empty)
                .put(" ", &self.blank)
                .put("\"quoted\" \\{}/~", &self.u22_quoted_u22_u5c_u7b_u7d_slash_u7e)
                .put("as", &self.as_)
                .put("async", &self.async_)
                .put("await", &self.await_)
                .put("box", &self.box_)
                .put("crate", &self.crate_)
                .put("dyn", &self.dyn_)
                .put("fn", &self.fn_)
                .put("gen", &self.gen_)
                .put("macro_rules", &self.macro_rules)
                .put("match", &self.match_)
                .put("Self", &self.own)
                .put("static", &self.static_)
                .put("super", &self.super_)
                .put("true", &self.true_)
                .put("try", &self.try_)
                .put("type", &self.sort)
                .put("union", &self.union)
                .put("yield", &self.yield_)
                .put("_", &self.underscore)
                .put("größe", &self.größe)
                .put("straße", &self.straße)
                .put("日本", &self.日本)
                .put("имя", &self.имя)
                .put("с", &self.с)
                .put("c", &self.c)
                .put("é", &self.é)
                .put("€", &self.u20ac)
                .put("new", &self.new)
                .put("builder", &self.builder)
                .put("build", &self.build)
                .put("validate", &self.validate)
                .put("encode", &self.encode)
                .put("decode", &self.decode)
                .put("read", &self.read)
                .put("body", &self.body)
                .put("from", &self.from)
                .put("to", &self.to)
                .put("check", &self.check)
                .put("value", &self.value)
                .put("items", &self.items)
                .put("list", &self.list)
                .put_nullable("field", &self.field)
                .put("owned", &self.owned)
                .put("object", &self.object)
                .put("clone", &self.clone)
                .put("fmt", &self.fmt)
                .put("eq", &self.eq)
                .put("into", &self.into)
                .put("other", &self.other)
                .put("add", &self.add)
                .put("sub", &self.sub)
                .put("not", &self.not)
                .put("default", &self.default)
                .put("drop", &self.drop)
                .put("hash", &self.hash)
                .put("cmp", &self.cmp)
                .put("is_new", &self.is_new)
                .put("to_do", &self.to_do)
                .put("option", &self.option)
                .put("vec", &self.vec)
                .put("boxed", &self.boxed)
                .put("result", &self.result)
                .put("defaults", &self.defaults)
                .put("string", &self.string)
                .put("promised", &self.promised)
                .put("record", &self.record)
                .put("values", &self.values)
                .put("required", &self.required)
                .put_all(&self.other_fields);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            self_: from.path.take("self"),
            type_: from.path.take_comma("Type"),
            page_size: from.query.take("page[size]"),
            query_page_size: from.query.take("page.size"),
            nameless: from.query.take(""),
            query: from.query.take_brackets("query"),
            ids: from.query.take_repeat("ids[]"),
            if_match: from.headers.take("if-match"),
            x_yield: from.headers.take_comma("X-Yield"),
            underscore_id: from.body.take("_id"),
            id: from.body.take("id"),
            id_underscore: from.body.take("id_"),
            plus_1: from.body.take("+1"),
            minus_1: from.body.take("-1"),
            v1_2: from.body.take("v1_2"),
            v12: from.body.take("v12"),
            forwarded_file_ids: from.body.take("forwardedFileIDs"),
            media_urls: from.body.take("mediaURLs"),
            page: from.body.take("[page]"),
            n99digital: from.body.take("99digital"),
            empty: from.body.take(""),
            blank: from.body.take(" "),
            u22_quoted_u22_u5c_u7b_u7d_slash_u7e: from.body.take("\"quoted\" \\{}/~"),
            as_: from.body.take("as"),
            async_: from.body.take("async"),
            await_: from.body.take("await"),
            box_: from.body.take("box"),
            crate_: from.body.take("crate"),
            dyn_: from.body.take("dyn"),
            fn_: from.body.take("fn"),
            gen_: from.body.take("gen"),
            macro_rules: from.body.take("macro_rules"),
            match_: from.body.take("match"),
            own: from.body.take("Self"),
            static_: from.body.take("static"),
            super_: from.body.take("super"),
            true_: from.body.take("true"),
            try_: from.body.take("try"),
            sort: from.body.take("type"),
            union: from.body.take("union"),
            yield_: from.body.take("yield"),
            underscore: from.body.take("_"),
            größe: from.body.take("größe"),
            straße: from.body.take("straße"),
            日本: from.body.take("日本"),
            имя: from.body.take("имя"),
            с: from.body.take("с"),
            c: from.body.take("c"),
            é: from.body.take("é"),
            u20ac: from.body.take("€"),
            new: from.body.take("new"),
            builder: from.body.take("builder"),
            build: from.body.take("build"),
            validate: from.body.take("validate"),
            encode: from.body.take("encode"),
            decode: from.body.take("decode"),
            read: from.body.take("read"),
            body: from.body.take("body"),
            from: from.body.take("from"),
            to: from.body.take("to"),
            check: from.body.take("check"),
            value: from.body.take("value"),
            items: from.body.take("items"),
            list: from.body.take("list"),
            field: from.body.take_nullable("field"),
            owned: from.body.take("owned"),
            object: from.body.take("object"),
            clone: from.body.take("clone"),
            fmt: from.body.take("fmt"),
            eq: from.body.take("eq"),
            into: from.body.take("into"),
            other: from.body.take("other"),
            add: from.body.take("add"),
            sub: from.body.take("sub"),
            not: from.body.take("not"),
            default: from.body.take("default"),
            drop: from.body.take("drop"),
            hash: from.body.take("hash"),
            cmp: from.body.take("cmp"),
            is_new: from.body.take("is_new"),
            to_do: from.body.take("to_do"),
            option: from.body.take("option"),
            vec: from.body.take("vec"),
            boxed: from.body.take("boxed"),
            result: from.body.take("result"),
            defaults: from.body.take("defaults"),
            string: from.body.take("string"),
            promised: from.body.take("promised"),
            record: from.body.take("record"),
            values: from.body.take("values"),
            required: from.body.take("required"),
            other_fields: from.body.other_fields(),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> ::std::result::Result<Result, Undecodable> {
        answer.json()
    }

    fn decode_failure(
        answer: &mut Answer<'_>,
    ) -> ::std::result::Result<::std::option::Option<Promised>, Undecodable> {
        answer.json_if(&["4XX"])
    }

    fn respond(output: &Result, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse(failure: &Promised, reply: &mut Reply) {
        reply.under(&["4XX"]).json(failure);
    }
}
