// Written by docwright from specs/numbers/order.yaml: change that, and run it again.

//! [`Order`] and its types.

use super::{Day, Numbers, Percent, Serial};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, Date, DateTime, EpochSeconds, Field, LocalDateTime, Object, ObjectWriter,
    Promised, Record, Undecodable, Unlisted, Uri, Uuid, Validate, closed_integer_enum,
    integer_enum, list,
};

/// A value of each type, with the rules that it can have: `PUT /orders/{number}/{day}`. Answers
/// with [`OrderResponse`].
///
/// Answers:
///
/// - `success`: [`OrderResponse`].
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::numbers::{Auth, BlockingClient, Order, OrderRequired, Serial};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Order::new(OrderRequired {
///     number: Serial(18_446_744_073_709_551_615),
///     day: "2026-01-31".into(),
///     id: "6f1c2a3e-8d4b-4f5a-9b7c-0e1d2c3b4a59".into(),
///     serial: Serial(18_446_744_073_709_551_615),
///     price: 0.3,
///     age: 18,
///     from: "2026-01-31".into(),
/// });
/// let answer = client.send(request)?;
/// println!("{:?}", answer.id);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Order {
    /// `number`. At least 1.
    pub number: Serial,
    /// `day`
    pub day: Date,
    /// `X-Ratio`. More than 0; less than 1.
    pub x_ratio: Option<f64>,
    /// `X-Trace`
    pub x_trace: Option<Uuid>,
    /// `id`
    pub id: Uuid,
    /// `serial`. At least 1.
    pub serial: Serial,
    /// `price`. At least 0; a multiple of 0.01.
    pub price: f64,
    /// `age`. 32 bits; at least 18; at most 150.
    pub age: i64,
    /// `share`. At least 0; at most 100.
    pub share: Option<Percent>,
    /// `count`. 32 bits, unsigned; `0` stands for none.
    pub count: Field<i64>,
    /// `views`. At most 18446744073709551614; taken as `0` if left out.
    pub views: Option<u64>,
    /// `from`. Not before 2026-01-01; before 2027-01-01.
    pub from: Date,
    /// `at`. After 2026-01-01T00:00:00Z.
    pub at: Option<DateTime>,
    /// `sent`. Not after 2026-12-31 23:59:59.
    pub sent: Option<LocalDateTime>,
    /// `tax`
    ///
    /// Inferred: `maximum: 0.5`. The page's sample (warns).
    pub tax: Option<f32>,
    /// `step`. A multiple of 1.5.
    pub step: Option<i64>,
    /// `since`. At least 3000000000.
    pub since: Option<EpochSeconds>,
    /// `link`. At most 2000 characters.
    pub link: Option<Uri>,
    /// `days`
    pub days: Option<Vec<Day>>,
    /// `links`
    pub links: Option<Vec<Uri>>,
    /// `weights`
    pub weights: Option<Vec<f32>>,
    /// `name`. At least 1 UTF-16 code unit; at most 50 UTF-16 code units.
    pub name: Option<String>,
    /// `code`. At most 8 bytes.
    pub code: Option<String>,
    /// `level`. 32 bits, unsigned.
    pub level: Option<OrderLevel>,
    /// `kind`
    pub kind: Option<OrderKind>,
}

/// What [`Order`] requires, by name, so that no two values can be swapped.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderRequired {
    /// `number`. At least 1.
    pub number: Serial,
    /// `day`
    pub day: Date,
    /// `id`
    pub id: Uuid,
    /// `serial`. At least 1.
    pub serial: Serial,
    /// `price`. At least 0; a multiple of 0.01.
    pub price: f64,
    /// `age`. 32 bits; at least 18; at most 150.
    pub age: i64,
    /// `from`. Not before 2026-01-01; before 2027-01-01.
    pub from: Date,
}

impl Order {
    /// With what is required.
    pub fn new(required: OrderRequired) -> Self {
        Self {
            number: required.number,
            day: required.day,
            x_ratio: None,
            x_trace: None,
            id: required.id,
            serial: required.serial,
            price: required.price,
            age: required.age,
            share: None,
            count: Field::Absent,
            views: None,
            from: required.from,
            at: None,
            sent: None,
            tax: None,
            step: None,
            since: None,
            link: None,
            days: None,
            links: None,
            weights: None,
            name: None,
            code: None,
            level: None,
            kind: None,
        }
    }

    /// Sets [`x_ratio`](field@Self::x_ratio).
    pub fn x_ratio(mut self, value: f64) -> Self {
        self.x_ratio = Some(value);
        self
    }

    /// `X-Trace`
    pub fn x_trace(mut self, value: impl Into<Uuid>) -> Self {
        self.x_trace = Some(value.into());
        self
    }

    /// Sets [`share`](field@Self::share).
    pub fn share(mut self, value: impl Into<Percent>) -> Self {
        self.share = Some(value.into());
        self
    }

    /// Sets [`count`](field@Self::count).
    pub fn count(mut self, value: i64) -> Self {
        self.count = Field::Value(value);
        self
    }

    /// Sends `0`, which stands for none.
    pub fn count_null(mut self) -> Self {
        self.count = Field::Null;
        self
    }

    /// Sets [`views`](field@Self::views).
    pub fn views(mut self, value: u64) -> Self {
        self.views = Some(value);
        self
    }

    /// Sets [`at`](field@Self::at).
    pub fn at(mut self, value: impl Into<DateTime>) -> Self {
        self.at = Some(value.into());
        self
    }

    /// Sets [`sent`](field@Self::sent).
    pub fn sent(mut self, value: impl Into<LocalDateTime>) -> Self {
        self.sent = Some(value.into());
        self
    }

    /// Sets [`tax`](field@Self::tax).
    pub fn tax(mut self, value: f32) -> Self {
        self.tax = Some(value);
        self
    }

    /// Sets [`step`](field@Self::step).
    pub fn step(mut self, value: i64) -> Self {
        self.step = Some(value);
        self
    }

    /// Sets [`since`](field@Self::since).
    pub fn since(mut self, value: impl Into<EpochSeconds>) -> Self {
        self.since = Some(value.into());
        self
    }

    /// Sets [`link`](field@Self::link).
    pub fn link(mut self, value: impl Into<Uri>) -> Self {
        self.link = Some(value.into());
        self
    }

    /// `days`
    pub fn days(mut self, items: impl IntoIterator<Item = impl Into<Day>>) -> Self {
        self.days = Some(list(items));
        self
    }

    /// `links`
    pub fn links(mut self, items: impl IntoIterator<Item = impl Into<Uri>>) -> Self {
        self.links = Some(list(items));
        self
    }

    /// `weights`
    pub fn weights(mut self, items: impl IntoIterator<Item = f32>) -> Self {
        self.weights = Some(list(items));
        self
    }

    /// Sets [`name`](field@Self::name).
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }

    /// Sets [`code`](field@Self::code).
    pub fn code(mut self, value: impl Into<String>) -> Self {
        self.code = Some(value.into());
        self
    }

    /// Sets [`level`](field@Self::level).
    pub fn level(mut self, value: impl Into<OrderLevel>) -> Self {
        self.level = Some(value.into());
        self
    }

    /// `kind`
    pub fn kind(mut self, value: OrderKind) -> Self {
        self.kind = Some(value);
        self
    }
}

impl Validate for Order {
    fn validate(&self, check: &mut Check<'_>) {
        check.path().at("number", &self.number).minimum(1);
        check.path().at("day", &self.day).date();
        check
            .headers()
            .at("X-Ratio", &self.x_ratio)
            .finite()
            .exclusive_minimum(0)
            .exclusive_maximum(1);
        check.headers().at("X-Trace", &self.x_trace).uuid();
        check.at("id", &self.id).uuid();
        check.at("serial", &self.serial).minimum(1);
        check.at("price", &self.price).finite().minimum(0).multiple_of(0.01);
        check.at("age", &self.age).int32().minimum(18).maximum(150);
        check.at("share", &self.share).minimum(0).maximum(100);
        check.at("count", &self.count).uint32();
        check.at("views", &self.views).maximum(18_446_744_073_709_551_614_u64);
        check
            .at("from", &self.from)
            .minimum("2026-01-01")
            .exclusive_maximum("2027-01-01")
            .date();
        check.at("at", &self.at).exclusive_minimum("2026-01-01T00:00:00Z").date_time();
        check.at("sent", &self.sent).maximum("2026-12-31 23:59:59").local_date_time();
        check.at("tax", &self.tax).finite().inferred().maximum(0.5);
        check.at("step", &self.step).multiple_of(1.5);
        check.at("since", &self.since).minimum(3_000_000_000_i64);
        check.at("link", &self.link).max_length(2000).uri();
        check.each("days", &self.days).date();
        check.each("links", &self.links).uri();
        check.each("weights", &self.weights).finite();
        check.at("name", &self.name).min_utf16(1).max_utf16(50);
        check.at("code", &self.code).max_bytes(8);
        check.at("level", &self.level).uint32().listed(OrderLevel::LISTED);
    }
}

impl Endpoint for Order {
    type Api = Numbers;
    type Output = OrderResponse;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "numbers",
        name: "order",
        method: Method::PUT,
        path: "/orders/{number}/{day}",
        statuses: &["success"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("number", &self.number)
            .path("day", &self.day)
            .header("x-ratio", &self.x_ratio)
            .header("x-trace", &self.x_trace);
        to.json(|body| {
            body.put("id", &self.id)
                .put("serial", &self.serial)
                .put("price", &self.price)
                .put("age", &self.age)
                .put("share", &self.share)
                .put_or("count", &self.count, &0)
                .put("views", &self.views)
                .put("from", &self.from)
                .put("at", &self.at)
                .put("sent", &self.sent)
                .put("tax", &self.tax)
                .put("step", &self.step)
                .put("since", &self.since)
                .put("link", &self.link)
                .put("days", &self.days)
                .put("links", &self.links)
                .put("weights", &self.weights)
                .put("name", &self.name)
                .put("code", &self.code)
                .put("level", &self.level)
                .put("kind", &self.kind);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            number: from.path.take("number"),
            day: from.path.take("day"),
            x_ratio: from.headers.take("X-Ratio"),
            x_trace: from.headers.take("X-Trace"),
            id: from.body.take("id"),
            serial: from.body.take("serial"),
            price: from.body.take("price"),
            age: from.body.take("age"),
            share: from.body.take("share"),
            count: from.body.take_or("count", &0),
            views: from.body.take("views"),
            from: from.body.take("from"),
            at: from.body.take("at"),
            sent: from.body.take("sent"),
            tax: from.body.take("tax"),
            step: from.body.take("step"),
            since: from.body.take("since"),
            link: from.body.take("link"),
            days: from.body.take("days"),
            links: from.body.take("links"),
            weights: from.body.take("weights"),
            name: from.body.take("name"),
            code: from.body.take("code"),
            level: from.body.take("level"),
            kind: from.body.take("kind"),
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

/// `level`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OrderLevel {
    /// `1`
    N1,
    /// `4000000000`
    N4000000000,
    #[doc(hidden)]
    Unlisted(Unlisted<i64>),
}

impl OrderLevel {
    const WIRE: &[(i64, Self)] = &[(1, Self::N1), (4_000_000_000, Self::N4000000000)];
}

integer_enum!(OrderLevel);

/// `kind`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OrderKind {
    /// `1`
    One,
    /// `2`
    Two,
}

impl OrderKind {
    const WIRE: &[(i64, Self)] = &[(1, Self::One), (2, Self::Two)];
}

closed_integer_enum!(OrderKind);

/// `OrderResponse`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OrderResponse {
    /// `id`
    pub id: Promised<Uuid>,
    /// `serial`
    pub serial: Option<u64>,
    /// `tax`
    pub tax: Option<f32>,
    /// `paid`
    pub paid: Option<Date>,
}

impl OrderResponse {
    /// With what an answer promises.
    #[must_use]
    pub fn new(id: impl Into<Uuid>) -> Self {
        Self {
            id: Ok(id.into()),
            serial: None,
            tax: None,
            paid: None,
        }
    }

    /// `serial`
    #[must_use]
    pub fn serial(mut self, value: u64) -> Self {
        self.serial = Some(value);
        self
    }

    /// `tax`
    #[must_use]
    pub fn tax(mut self, value: f32) -> Self {
        self.tax = Some(value);
        self
    }

    /// `paid`
    #[must_use]
    pub fn paid(mut self, value: impl Into<Date>) -> Self {
        self.paid = Some(value.into());
        self
    }
}

impl Record for OrderResponse {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            id: object.take("id"),
            serial: object.take("serial"),
            tax: object.take("tax"),
            paid: object.take("paid"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("id", &self.id)
            .put("serial", &self.serial)
            .put("tax", &self.tax)
            .put("paid", &self.paid);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("id", &self.id).uuid();
        check.at("tax", &self.tax).finite();
        check.at("paid", &self.paid).date();
    }
}
