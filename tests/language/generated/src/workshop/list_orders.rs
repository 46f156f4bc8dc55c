// Written by docwright from specs/workshop/list_orders.yaml: change that, and run it again.

//! [`ListOrders`] and its types.

use super::{OrderId, Problem, State, Workshop};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, Date, Field, Object, ObjectWriter, Promised, Record, Undecodable, Validate,
    list,
};

/// The orders of a shop: `GET /shops/{shop}/orders`. Answers with a list of [`Order`].
///
/// Takes one of the credentials `counter`, `partner`.
///
/// Asks for the permission `orders.read`.
///
/// A repeat is harmless: a call that may have been sent is retried.
///
/// Answers:
///
/// - `200`: The orders. A list of [`Order`]. Unclear: A page beyond the last one is not described.
/// - `304`: Corrected (workshop): the page does not name it. The workshop says so.
/// - `default`: Whatever else.
/// - `4XX`: The call was refused. [`Problem`].
///
/// Where the server refuses, `error.refusal()` is its answer, which `read::<ListOrders>()` reads as
/// documented.
///
/// Unclear: The order of the list is not said.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::workshop::{Auth, BlockingClient, ListOrders, shop};
///
/// let server = shop("town")?;
/// let client = BlockingClient::builder(server, Auth::counter("key")).build()?;
/// let request = ListOrders::new("harbour").since("2026-01-31");
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[doc(alias = "List orders")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct ListOrders {
    /// The shop within the town.
    pub shop: String,
    /// How many at most. 32 bits; at least 1; at most 100; taken as `20` if left out. `page[size]`
    /// on the wire.
    pub page_size: Option<i64>,
    /// Only of these states.
    pub state: Vec<State>,
    /// Only these. Each at least 1.
    pub ids: Option<Vec<OrderId>>,
    /// Only of these mechanics.
    pub mechanics: Vec<String>,
    /// Only from this day on. Not before 2020-01-01.
    pub since: Option<Date>,
    /// Whether answers are indented.
    pub pretty: Option<bool>,
    /// The tag of what the caller has already. `If-None-Match` on the wire.
    pub if_none_match: Option<String>,
}

impl ListOrders {
    /// With what is required.
    pub fn new(shop: impl Into<String>) -> Self {
        Self {
            shop: shop.into(),
            page_size: None,
            state: Vec::new(),
            ids: None,
            mechanics: Vec::new(),
            since: None,
            pretty: None,
            if_none_match: None,
        }
    }

    /// How many at most. See [`page_size`](field@Self::page_size).
    pub fn page_size(mut self, value: i64) -> Self {
        self.page_size = Some(value);
        self
    }

    /// Only of these states.
    pub fn state(mut self, items: impl IntoIterator<Item = impl Into<State>>) -> Self {
        self.state = list(items);
        self
    }

    /// Only these. See [`ids`](field@Self::ids).
    pub fn ids(mut self, items: impl IntoIterator<Item = impl Into<OrderId>>) -> Self {
        self.ids = Some(list(items));
        self
    }

    /// Only of these mechanics.
    pub fn mechanics(
        mut self,
        items: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.mechanics = list(items);
        self
    }

    /// Only from this day on. See [`since`](field@Self::since).
    pub fn since(mut self, value: impl Into<Date>) -> Self {
        self.since = Some(value.into());
        self
    }

    /// Whether answers are indented.
    pub fn pretty(mut self, value: bool) -> Self {
        self.pretty = Some(value);
        self
    }

    /// The tag of what the caller has already.
    pub fn if_none_match(mut self, value: impl Into<String>) -> Self {
        self.if_none_match = Some(value.into());
        self
    }
}

impl Validate for ListOrders {
    fn validate(&self, check: &mut Check<'_>) {
        check.query().at("page[size]", &self.page_size).int32().minimum(1).maximum(100);
        check.query().each("ids", &self.ids).minimum(1);
        check.query().at("since", &self.since).minimum("2020-01-01").date();
    }
}

impl Endpoint for ListOrders {
    type Api = Workshop;
    type Output = Vec<Order>;
    type Failure = Problem;

    const INFO: &Info = &Info {
        api: "workshop",
        name: "list_orders",
        method: Method::GET,
        path: "/shops/{shop}/orders",
        statuses: &["200", "304", "default", "4XX"],
        media_types: &[],
        auth: &["counter", "partner"],
        permissions: &["orders.read"],
        settings: &["X-Trace"],
        idempotent: Some(true),
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("shop", &self.shop).header("if-none-match", &self.if_none_match);
        to.query(|query| {
            query
                .put("page[size]", &self.page_size)
                .put_repeat("state", &self.state)
                .put_comma("ids", &self.ids)
                .put_brackets("mechanics", &self.mechanics)
                .put("since", &self.since)
                .put("pretty", &self.pretty);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            shop: from.path.take("shop"),
            page_size: from.query.take("page[size]"),
            state: from.query.take_repeat("state"),
            ids: from.query.take_comma("ids"),
            mechanics: from.query.take_brackets("mechanics"),
            since: from.query.take("since"),
            pretty: from.query.take("pretty"),
            if_none_match: from.headers.take("If-None-Match"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Vec<Order>, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<Problem>, Undecodable> {
        answer.json_if(&["4XX"])
    }

    fn respond(output: &Vec<Order>, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse(failure: &Problem, reply: &mut Reply) {
        reply.under(&["4XX"]).json(failure);
    }
}

/// An order.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Order {
    /// `id`. At least 1.
    pub id: Promised<OrderId>,
    /// `state`
    pub state: Option<State>,
    /// Null where it is not there yet.
    pub bicycle: Field<String>,
}

impl Order {
    /// With what an answer promises.
    #[must_use]
    pub const fn new(id: OrderId) -> Self {
        Self {
            id: Ok(id),
            state: None,
            bicycle: Field::Absent,
        }
    }

    /// `state`
    #[must_use]
    pub fn state(mut self, value: impl Into<State>) -> Self {
        self.state = Some(value.into());
        self
    }

    /// Null where it is not there yet.
    #[must_use]
    pub fn bicycle(mut self, value: impl Into<String>) -> Self {
        self.bicycle = Field::Value(value.into());
        self
    }

    /// Writes `null`.
    #[must_use]
    pub fn bicycle_null(mut self) -> Self {
        self.bicycle = Field::Null;
        self
    }
}

impl Record for Order {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            id: object.take("id"),
            state: object.take("state"),
            bicycle: object.take("bicycle"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("id", &self.id)
            .put("state", &self.state)
            .put("bicycle", &self.bicycle);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("id", &self.id).minimum(1);
    }
}
