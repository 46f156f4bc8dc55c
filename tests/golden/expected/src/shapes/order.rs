// Written by docwright from specs/shapes/order.yaml: change that, and run it again.

//! [`Order`] and its types.

use super::{Money, Payment, Shapes};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, Email, EpochSeconds, Json, JsonObject, LocalDateTime, Object, ObjectWriter,
    Promised, Record, Undecodable, Unlisted, Validate, integer_enum, list, text_enum,
};

/// Nested objects, unions, lists, enums, anything: `POST /orders`. Answers with [`OrderResponse`].
///
/// Answers:
///
/// - `success`: [`OrderResponse`].
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::shapes::{Auth, BlockingClient, Money, Order};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Order::new(Money::new(1.0, "xxx"));
/// let answer = client.send(request)?;
/// println!("{:?}", answer.price);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Order {
    /// `price`
    pub price: Money,
    /// `payment`
    pub payment: Option<Payment>,
    /// `status`
    pub status: Option<OrderStatus>,
    /// `urgent`
    pub urgent: Option<bool>,
    /// `weight`
    pub weight: Option<f64>,
    /// `lines`
    pub lines: Option<Vec<Vec<i64>>>,
    /// `prices`
    pub prices: Option<Vec<Money>>,
    /// `note`
    pub note: Option<Json>,
    /// `extra`
    pub extra: Option<JsonObject>,
    /// `address`
    pub address: Option<OrderAddress>,
    /// `sent`
    pub sent: Option<LocalDateTime>,
    /// `at`
    pub at: Option<EpochSeconds>,
    /// `from`
    pub from: Option<Email>,
}

impl Order {
    /// With what is required.
    pub const fn new(price: Money) -> Self {
        Self {
            price,
            payment: None,
            status: None,
            urgent: None,
            weight: None,
            lines: None,
            prices: None,
            note: None,
            extra: None,
            address: None,
            sent: None,
            at: None,
            from: None,
        }
    }

    /// `payment`
    pub fn payment(mut self, value: Payment) -> Self {
        self.payment = Some(value);
        self
    }

    /// `status`
    pub fn status(mut self, value: impl Into<OrderStatus>) -> Self {
        self.status = Some(value.into());
        self
    }

    /// `urgent`
    pub fn urgent(mut self, value: bool) -> Self {
        self.urgent = Some(value);
        self
    }

    /// `weight`
    pub fn weight(mut self, value: f64) -> Self {
        self.weight = Some(value);
        self
    }

    /// `lines`
    pub fn lines(mut self, items: impl IntoIterator<Item = Vec<i64>>) -> Self {
        self.lines = Some(list(items));
        self
    }

    /// `prices`
    pub fn prices(mut self, items: impl IntoIterator<Item = Money>) -> Self {
        self.prices = Some(list(items));
        self
    }

    /// `note`
    pub fn note(mut self, value: impl Into<Json>) -> Self {
        self.note = Some(value.into());
        self
    }

    /// `extra`
    pub fn extra(mut self, value: JsonObject) -> Self {
        self.extra = Some(value);
        self
    }

    /// `address`
    pub fn address(mut self, value: OrderAddress) -> Self {
        self.address = Some(value);
        self
    }

    /// `sent`
    pub fn sent(mut self, value: impl Into<LocalDateTime>) -> Self {
        self.sent = Some(value.into());
        self
    }

    /// `at`
    pub fn at(mut self, value: impl Into<EpochSeconds>) -> Self {
        self.at = Some(value.into());
        self
    }

    /// `from`
    pub fn from(mut self, value: impl Into<Email>) -> Self {
        self.from = Some(value.into());
        self
    }
}

impl Validate for Order {
    fn validate(&self, check: &mut Check<'_>) {
        check.nested("price", &self.price);
        check.at("status", &self.status).listed(OrderStatus::LISTED);
        check.at("weight", &self.weight).finite();
        check.nested("prices", &self.prices);
        check.nested("address", &self.address);
        check.at("sent", &self.sent).local_date_time();
        check.at("from", &self.from).email();
    }
}

impl Endpoint for Order {
    type Api = Shapes;
    type Output = OrderResponse;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "shapes",
        name: "order",
        method: Method::POST,
        path: "/orders",
        statuses: &["success"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.json(|body| {
            body.put("price", &self.price)
                .put("payment", &self.payment)
                .put("status", &self.status)
                .put("urgent", &self.urgent)
                .put("weight", &self.weight)
                .put("lines", &self.lines)
                .put("prices", &self.prices)
                .put("note", &self.note)
                .put("extra", &self.extra)
                .put("address", &self.address)
                .put("sent", &self.sent)
                .put("at", &self.at)
                .put("from", &self.from);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            price: from.body.take("price"),
            payment: from.body.take("payment"),
            status: from.body.take("status"),
            urgent: from.body.take("urgent"),
            weight: from.body.take("weight"),
            lines: from.body.take("lines"),
            prices: from.body.take("prices"),
            note: from.body.take("note"),
            extra: from.body.take("extra"),
            address: from.body.take("address"),
            sent: from.body.take("sent"),
            at: from.body.take("at"),
            from: from.body.take("from"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<OrderResponse, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &OrderResponse, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// `status`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OrderStatus {
    /// `0`
    New,
    /// `1`
    Shipped,
    /// Lost on the way. `-1` on the wire.
    Gone,
    #[doc(hidden)]
    Unlisted(Unlisted<i64>),
}

impl OrderStatus {
    const WIRE: &[(i64, Self)] = &[(0, Self::New), (1, Self::Shipped), (-1, Self::Gone)];
}

integer_enum!(OrderStatus);

/// `address`
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct OrderAddress {
    /// `street`
    pub street: String,
    /// `geo`
    pub geo: Option<OrderAddressGeo>,
}

impl OrderAddress {
    /// With what is required.
    pub fn new(street: impl Into<String>) -> Self {
        Self {
            street: street.into(),
            geo: None,
        }
    }

    /// `geo`
    pub fn geo(mut self, value: OrderAddressGeo) -> Self {
        self.geo = Some(value);
        self
    }
}

impl Record for OrderAddress {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            street: object.take("street"),
            geo: object.take("geo"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("street", &self.street).put("geo", &self.geo);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.nested("geo", &self.geo);
    }
}

/// `geo`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct OrderAddressGeo {
    /// `lat`
    pub lat: Option<f64>,
}

impl OrderAddressGeo {
    /// `lat`
    pub fn lat(mut self, value: f64) -> Self {
        self.lat = Some(value);
        self
    }
}

impl Record for OrderAddressGeo {
    fn read(object: &mut Object<'_>) -> Self {
        Self { lat: object.take("lat") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("lat", &self.lat);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("lat", &self.lat).finite();
    }
}

/// `OrderResponse`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OrderResponse {
    /// `price`
    pub price: Promised<Money>,
    /// `parts`
    pub parts: Promised<Vec<Money>>,
    /// `state`
    pub state: Option<OrderResponseState>,
}

impl OrderResponse {
    /// With what an answer promises.
    #[must_use]
    pub fn new(price: Money, parts: impl IntoIterator<Item = Money>) -> Self {
        Self {
            price: Ok(price),
            parts: Ok(list(parts)),
            state: None,
        }
    }

    /// `state`
    #[must_use]
    pub fn state(mut self, value: impl Into<OrderResponseState>) -> Self {
        self.state = Some(value.into());
        self
    }
}

impl Record for OrderResponse {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            price: object.take("price"),
            parts: object.take("parts"),
            state: object.take("state"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("price", &self.price)
            .put("parts", &self.parts)
            .put("state", &self.state);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.nested("price", &self.price);
        check.nested("parts", &self.parts);
    }
}

/// `state`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OrderResponseState {
    /// `open`
    Open,
    /// `closed`
    Closed,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl OrderResponseState {
    const WIRE: &[(&str, Self)] = &[("open", Self::Open), ("closed", Self::Closed)];
}

text_enum!(OrderResponseState);
