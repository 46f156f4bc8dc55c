// Written by docwright from specs/prelude/put.yaml: change that, and run it again.

//! [`Put`] and its types.

use super::{
    Box, Clone, Default, From, Info, Into, IntoIterator, Option, Prelude, Record, Result,
    String, Vec,
};
use crate::runtime::client::{self, Answer, Endpoint, Incoming, Method, Outgoing, Reply};
use crate::runtime::{Check, Undecodable, Validate, list};

/// `PUT /prelude`. Answers with [`Record`].
///
/// Answers:
///
/// - `200`: [`Record`].
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::prelude::{Auth, BlockingClient, Put};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Put::new();
/// let answer = client.send(request)?;
/// println!("{:?}", answer.a);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Put {
    /// `o`
    pub o: ::std::option::Option<Option>,
    /// `r`
    pub r: ::std::option::Option<Record>,
    /// `i`
    pub i: ::std::option::Option<Info>,
    /// `e`
    pub e: ::std::option::Option<Result>,
    /// `s`
    pub s: ::std::option::Option<String>,
    /// `t`
    pub t: ::std::option::Option<::std::string::String>,
    /// `b`
    pub b: ::std::option::Option<Box>,
    /// `v`
    pub v: ::std::option::Option<Vec>,
    /// `n`
    pub n: ::std::option::Option<Into>,
    /// `l`
    pub l: ::std::option::Option<IntoIterator>,
    /// `d`
    pub d: ::std::option::Option<Default>,
    /// `c`
    pub c: ::std::option::Option<Clone>,
    /// `f`
    pub f: ::std::option::Option<::std::vec::Vec<From>>,
}

impl Put {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self {
            o: None,
            r: None,
            i: None,
            e: None,
            s: None,
            t: None,
            b: None,
            v: None,
            n: None,
            l: None,
            d: None,
            c: None,
            f: None,
        }
    }

    /// `o`
    pub fn o(mut self, value: impl ::std::convert::Into<Option>) -> Self {
        self.o = Some(value.into());
        self
    }

    /// `r`
    pub fn r(mut self, value: Record) -> Self {
        self.r = Some(value);
        self
    }

    /// `i`
    pub fn i(mut self, value: impl ::std::convert::Into<Info>) -> Self {
        self.i = Some(value.into());
        self
    }

    /// `e`
    pub fn e(mut self, value: impl ::std::convert::Into<Result>) -> Self {
        self.e = Some(value.into());
        self
    }

    /// `s`
    pub fn s(mut self, value: impl ::std::convert::Into<String>) -> Self {
        self.s = Some(value.into());
        self
    }

    /// `t`
    pub fn t(mut self, value: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.t = Some(value.into());
        self
    }

    /// `b`
    pub fn b(mut self, value: impl ::std::convert::Into<Box>) -> Self {
        self.b = Some(value.into());
        self
    }

    /// `v`
    pub fn v(
        mut self,
        items: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.v = Some(list(items));
        self
    }

    /// `n`
    pub fn n(mut self, value: impl ::std::convert::Into<Into>) -> Self {
        self.n = Some(value.into());
        self
    }

    /// `l`
    pub fn l(mut self, value: impl ::std::convert::Into<IntoIterator>) -> Self {
        self.l = Some(value.into());
        self
    }

    /// `d`
    pub fn d(mut self, value: impl ::std::convert::Into<Default>) -> Self {
        self.d = Some(value.into());
        self
    }

    /// `c`
    pub fn c(mut self, value: impl ::std::convert::Into<Clone>) -> Self {
        self.c = Some(value.into());
        self
    }

    /// `f`
    pub fn f(
        mut self,
        items: impl ::std::iter::IntoIterator<Item = impl ::std::convert::Into<From>>,
    ) -> Self {
        self.f = Some(list(items));
        self
    }
}

impl Validate for Put {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("o", &self.o).listed(Option::LISTED);
        check.at("b", &self.b).listed(Box::LISTED);
    }
}

impl Endpoint for Put {
    type Api = Prelude;
    type Output = Record;
    type Failure = ();

    const INFO: &client::Info = &client::Info {
        api: "prelude",
        name: "put",
        method: Method::PUT,
        path: "/prelude",
        statuses: &["200"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &["X-Language"],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.json(|body| {
            body.put("o", &self.o)
                .put("r", &self.r)
                .put("i", &self.i)
                .put("e", &self.e)
                .put("s", &self.s)
                .put("t", &self.t)
                .put("b", &self.b)
                .put("v", &self.v)
                .put("n", &self.n)
                .put("l", &self.l)
                .put("d", &self.d)
                .put("c", &self.c)
                .put("f", &self.f);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            o: from.body.take("o"),
            r: from.body.take("r"),
            i: from.body.take("i"),
            e: from.body.take("e"),
            s: from.body.take("s"),
            t: from.body.take("t"),
            b: from.body.take("b"),
            v: from.body.take("v"),
            n: from.body.take("n"),
            l: from.body.take("l"),
            d: from.body.take("d"),
            c: from.body.take("c"),
            f: from.body.take("f"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> ::std::result::Result<Record, Undecodable> {
        answer.json()
    }

    fn decode_failure(
        answer: &mut Answer<'_>,
    ) -> ::std::result::Result<::std::option::Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &Record, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}
