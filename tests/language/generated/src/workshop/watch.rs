// Written by docwright from specs/workshop/watch.yaml: change that, and run it again.

//! [`Watch`] and its types.

use super::{Problem, Workshop};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Undecodable, Validate};

/// Asks to be told of changes: `SUBSCRIBE /shops/{shop}/orders`.
///
/// Takes the credential `counter`, or none; of another kind none is sent.
///
/// Answers:
///
/// - `202`
/// - `4XX`: The call was refused. [`Problem`].
///
/// Where the server refuses, `error.refusal()` is its answer, which `read::<Watch>()` reads as
/// documented.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::workshop::{Auth, BlockingClient, Watch, shop};
///
/// let server = shop("town")?;
/// let client = BlockingClient::builder(server, Auth::counter("key")).build()?;
/// let request = Watch::new("text");
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Watch {
    /// The shop within the town.
    pub shop: String,
    /// Whether answers are indented.
    pub pretty: Option<bool>,
}

impl Watch {
    /// With what is required.
    pub fn new(shop: impl Into<String>) -> Self {
        Self {
            shop: shop.into(),
            pretty: None,
        }
    }

    /// Whether answers are indented.
    pub fn pretty(mut self, value: bool) -> Self {
        self.pretty = Some(value);
        self
    }
}

impl Validate for Watch {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl Endpoint for Watch {
    type Api = Workshop;
    type Output = ();
    type Failure = Problem;

    const INFO: &Info = &Info {
        api: "workshop",
        name: "watch",
        method: Method::named("SUBSCRIBE"),
        path: "/shops/{shop}/orders",
        statuses: &["202", "4XX"],
        media_types: &[],
        auth: &["none", "counter"],
        permissions: &[],
        settings: &["X-Trace"],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("shop", &self.shop);
        to.query(|query| {
            query.put("pretty", &self.pretty);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            shop: from.path.take("shop"),
            pretty: from.query.take("pretty"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<(), Undecodable> {
        answer.none()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<Problem>, Undecodable> {
        answer.json_if(&["4XX"])
    }

    fn respond((): &(), _: &mut Reply) {}

    fn refuse(failure: &Problem, reply: &mut Reply) {
        reply.under(&["4XX"]).json(failure);
    }
}
