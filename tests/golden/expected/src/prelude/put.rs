// Written by docwright from specs/prelude/put.yaml: change that, and run it again.

//! [`Put`] and its types.

use super::{Info, Option, Prelude, Record, Result, String};
use crate::runtime::client::{self, Answer, Endpoint, Incoming, Method, Outgoing};
use crate::runtime::{Check, Undecodable, Validate};

/// `PUT /prelude`.
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
    pub o: std::option::Option<Option>,
    /// `r`
    pub r: std::option::Option<Record>,
    /// `i`
    pub i: std::option::Option<Info>,
    /// `e`
    pub e: std::option::Option<Result>,
    /// `s`
    pub s: std::option::Option<String>,
    /// `t`
    pub t: std::option::Option<std::string::String>,
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
        }
    }

    /// `o`
    pub fn o(mut self, value: impl Into<Option>) -> Self {
        self.o = Some(value.into());
        self
    }

    /// `r`
    pub fn r(mut self, value: Record) -> Self {
        self.r = Some(value);
        self
    }

    /// `i`
    pub fn i(mut self, value: impl Into<Info>) -> Self {
        self.i = Some(value.into());
        self
    }

    /// `e`
    pub fn e(mut self, value: impl Into<Result>) -> Self {
        self.e = Some(value.into());
        self
    }

    /// `s`
    pub fn s(mut self, value: impl Into<String>) -> Self {
        self.s = Some(value.into());
        self
    }

    /// `t`
    pub fn t(mut self, value: impl Into<std::string::String>) -> Self {
        self.t = Some(value.into());
        self
    }
}

impl Validate for Put {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("o", &self.o).listed(Option::LISTED);
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
        auth: &[],
        permissions: &[],
    };

    fn encode(&self, to: &mut Outgoing) {
        to.json(|body| {
            body.put("o", &self.o)
                .put("r", &self.r)
                .put("i", &self.i)
                .put("e", &self.e)
                .put("s", &self.s)
                .put("t", &self.t);
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
        }
    }

    fn decode(answer: &mut Answer<'_>) -> std::result::Result<Record, Undecodable> {
        answer.json()
    }

    fn decode_failure(
        answer: &mut Answer<'_>,
    ) -> std::result::Result<std::option::Option<()>, Undecodable> {
        answer.undocumented()
    }
}
