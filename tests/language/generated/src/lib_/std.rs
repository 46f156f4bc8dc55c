// Written by docwright from specs/lib/std.yaml: change that, and run it again.

//! [`Std`] and its types.

use super::Lib;
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, Object, ObjectWriter, Record, Undecodable, Validate, list};

/// A module named as Rust's library, beside a type whose name hides that of the library:
/// `POST /std`. Answers with the body as it comes.
///
/// Answers:
///
/// - `200`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::lib_::{Auth, BlockingClient, Std};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Std::new();
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Std {
    /// `option`
    pub option: ::std::option::Option<Option>,
    /// `optional`
    pub optional: ::std::option::Option<String>,
}

impl Std {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self {
            option: None,
            optional: None,
        }
    }

    /// `option`
    pub fn option(mut self, value: Option) -> Self {
        self.option = Some(value);
        self
    }

    /// `optional`
    pub fn optional(mut self, value: impl Into<String>) -> Self {
        self.optional = Some(value.into());
        self
    }
}

impl Validate for Std {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Std {
    type Api = Lib;
    type Output = Body;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "lib",
        name: "std",
        method: Method::POST,
        path: "/std",
        statuses: &["200"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.accept("*/*");
        to.json(|body| {
            body.put("option", &self.option).put("optional", &self.optional);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            option: from.body.take("option"),
            optional: from.body.take("optional"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Body, Undecodable> {
        answer.raw()
    }

    fn decode_failure(
        answer: &mut Answer<'_>,
    ) -> Result<::std::option::Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &Body, reply: &mut Reply) {
        reply.raw(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// `Option`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Option {
    /// `vec`
    pub vec: ::std::option::Option<Vec<String>>,
}

impl Option {
    /// `vec`
    pub fn vec(mut self, items: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.vec = Some(list(items));
        self
    }
}

impl Record for Option {
    fn read(object: &mut Object<'_>) -> Self {
        Self { vec: object.take("vec") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("vec", &self.vec);
    }
}
