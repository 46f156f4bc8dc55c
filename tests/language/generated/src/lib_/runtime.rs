// Written by docwright from specs/lib/runtime.yaml: change that, and run it again.

//! [`Runtime`] and its types.

use super::{Lib, String, Vec};
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, Undecodable, Validate, list};

/// Modules named as those that generated code imports from: `POST /runtime`. Answers with the body
/// as it comes.
///
/// Answers:
///
/// - `200`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::lib_::{Auth, BlockingClient, Runtime};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Runtime::new();
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Runtime {
    /// `vec`
    pub vec: Option<Vec>,
    /// `string`
    pub string: Option<String>,
    /// `text`
    pub text: Option<::std::string::String>,
}

impl Runtime {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self {
            vec: None,
            string: None,
            text: None,
        }
    }

    /// `vec`
    pub fn vec(
        mut self,
        items: impl IntoIterator<Item = impl Into<::std::string::String>>,
    ) -> Self {
        self.vec = Some(list(items));
        self
    }

    /// `string`
    pub fn string(mut self, value: impl Into<String>) -> Self {
        self.string = Some(value.into());
        self
    }

    /// `text`
    pub fn text(mut self, value: impl Into<::std::string::String>) -> Self {
        self.text = Some(value.into());
        self
    }
}

impl Validate for Runtime {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Runtime {
    type Api = Lib;
    type Output = Body;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "lib",
        name: "runtime",
        method: Method::POST,
        path: "/runtime",
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
            body.put("vec", &self.vec)
                .put("string", &self.string)
                .put("text", &self.text);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            vec: from.body.take("vec"),
            string: from.body.take("string"),
            text: from.body.take("text"),
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
