// Written by docwright from specs/workshop/take_stock.yaml: change that, and run it again.

//! [`TakeStock`] and its types.

use super::Workshop;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Map, Pattern, Undecodable, Validate, list, map};

/// Tells what lies on the shelves: `PUT /shops/{shop}/stock`. Answers with a map of `i64`.
///
/// Takes the credential `counter`.
///
/// Answers:
///
/// - `success`: A map of `i64`.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::workshop::{Auth, BlockingClient, TakeStock, shop};
///
/// let server = shop("town")?;
/// let client = BlockingClient::builder(server, Auth::counter("key")).build()?;
/// let request = TakeStock::new("harbour", ["a1"]);
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[doc(alias = "Take stock")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct TakeStock {
    /// `shop`
    pub shop: String,
    /// The shelves that were looked at. At least 1 item; at most 3 items; no item twice; each at
    /// most 4 characters.
    pub shelves: Vec<String>,
    /// How much of each part there is. At least 1 key; at most 2 keys; each value 32 bits; each
    /// value at least 0; each key matches `^[a-z]+$`.
    pub counts: Option<Map<i64>>,
}

impl TakeStock {
    /// With what is required.
    pub fn new(
        shop: impl Into<String>,
        shelves: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            shop: shop.into(),
            shelves: list(shelves),
            counts: None,
        }
    }

    /// How much of each part there is. See [`counts`](field@Self::counts).
    pub fn counts(
        mut self,
        entries: impl IntoIterator<Item = (impl Into<String>, i64)>,
    ) -> Self {
        self.counts = Some(map(entries));
        self
    }
}

impl Validate for TakeStock {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("shelves", &self.shelves).min_items(1).max_items(3).unique_items();
        check.each("shelves", &self.shelves).max_length(4);
        check.at("counts", &self.counts).min_properties(1).max_properties(2);
        check
            .below("counts")
            .entries(
                &self.counts,
                |check, key, value| {
                    check.body(value).int32().minimum(0);
                    check.key(key).pattern(&COUNTS_KEY);
                },
            );
    }
}

impl Endpoint for TakeStock {
    type Api = Workshop;
    type Output = Map<i64>;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "workshop",
        name: "take_stock",
        method: Method::PUT,
        path: "/shops/{shop}/stock",
        statuses: &["success"],
        media_types: &["application/json"],
        auth: &["counter"],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("shop", &self.shop);
        to.json(|body| {
            body.put("shelves", &self.shelves).put("counts", &self.counts);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            shop: from.path.take("shop"),
            shelves: from.body.take("shelves"),
            counts: from.body.take("counts"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Map<i64>, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &Map<i64>, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// `^[a-z]+$`
pub static COUNTS_KEY: Pattern = Pattern::new("^[a-z]+$", &[(b"az", b"11")], b".!");
