// Written by docwright from specs/workshop/find_parts.yaml: change that, and run it again.

//! [`FindParts`] and its types.

use super::{Problem, Workshop};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Undecodable, Validate, list, text};

/// The spare parts that a filter admits: `GET /shops/{shop}/parts`. Answers with a list of
/// `String`.
///
/// Answers:
///
/// - `200`: A list of `String`.
/// - `4XX`: The call was refused. [`Problem`].
///
/// Where the server refuses, `error.refusal()` is its answer, which `read::<FindParts>()` reads as
/// documented.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::workshop::{Auth, BlockingClient, FindParts, shop};
///
/// let server = shop("town")?;
/// let client = BlockingClient::builder(server, Auth::counter("key")).build()?;
/// let request = FindParts::new("harbour").number("17");
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct FindParts {
    /// The shop within the town.
    pub shop: String,
    /// Whether answers are indented.
    pub pretty: Option<bool>,
    /// Of the maker.
    ///
    /// Not enforced: matches `^(?!0)\d+$`. The workshop itself refuses what begins with a zero.
    pub number: Option<String>,
    /// Only of these makers.
    ///
    /// Not enforced: each matches `^(?!none).+$`. A name cannot be none, which is a word of the
    /// filter.
    pub makers: Option<Vec<Maker>>,
}

impl FindParts {
    /// With what is required.
    pub fn new(shop: impl Into<String>) -> Self {
        Self {
            shop: shop.into(),
            pretty: None,
            number: None,
            makers: None,
        }
    }

    /// Whether answers are indented.
    pub fn pretty(mut self, value: bool) -> Self {
        self.pretty = Some(value);
        self
    }

    /// Of the maker. See [`number`](field@Self::number).
    pub fn number(mut self, value: impl Into<String>) -> Self {
        self.number = Some(value.into());
        self
    }

    /// Only of these makers. See [`makers`](field@Self::makers).
    pub fn makers(mut self, items: impl IntoIterator<Item = impl Into<Maker>>) -> Self {
        self.makers = Some(list(items));
        self
    }
}

impl Validate for FindParts {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for FindParts {
    type Api = Workshop;
    type Output = Vec<String>;
    type Failure = Problem;

    const INFO: &Info = &Info {
        api: "workshop",
        name: "find_parts",
        method: Method::GET,
        path: "/shops/{shop}/parts",
        statuses: &["200", "4XX"],
        media_types: &["application/json"],
        auth: &["counter", "link", "staff", "visitor", "partner"],
        permissions: &[],
        settings: &["X-Trace"],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("shop", &self.shop);
        to.query(|query| {
            query.put("pretty", &self.pretty);
        });
        to.json(|body| {
            body.put("number", &self.number).put("makers", &self.makers);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            shop: from.path.take("shop"),
            pretty: from.query.take("pretty"),
            number: from.body.take("number"),
            makers: from.body.take("makers"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Vec<String>, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<Problem>, Undecodable> {
        answer.json_if(&["4XX"])
    }

    fn respond(output: &Vec<String>, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse(failure: &Problem, reply: &mut Reply) {
        reply.under(&["4XX"]).json(failure);
    }
}

/// A maker's name.
///
/// Not enforced: matches `^(?!none).+$`. A name cannot be none, which is a word of the filter.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Maker(String);

text!(Maker);
