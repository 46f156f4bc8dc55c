// Written by docwright from specs/workshop/create_order.yaml: change that, and run it again.

//! [`CreateOrder`] and its types.

use super::{OrderId, Problem, Workshop};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, Date, DateTime, Email, EpochSeconds, Field, Json, JsonObject, LocalDateTime,
    Map, Object, ObjectWriter, Pattern, Promised, Record, Secret, Tagged, Undecodable,
    Uri, Uuid, Validate, list, map, union,
};

/// Brings a bicycle in: `POST /shops/{shop}/orders`. Answers with [`CreateOrderResponse`].
///
/// Takes one of the credentials `staff`, `visitor`.
///
/// A repeat is not harmless: a call that may have been sent is never retried.
///
/// Sent as `application/json`; the server takes `application/vnd.workshop+json` as well, see
/// `Call::media_type`.
///
/// Answers:
///
/// - `201`: It was taken in. [`CreateOrderResponse`].
/// - `409`: It is here already.
/// - `4XX`: The call was refused. [`Problem`].
///
/// Where the server refuses, `error.refusal()` is its answer, which `read::<CreateOrder>()` reads
/// as documented.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::workshop::{
///     Auth, BlockingClient, CreateOrder, CreateOrderRequired, shop,
/// };
///
/// let server = shop("town")?;
/// let client = BlockingClient::builder(server, Auth::visitor("cookies")).build()?;
/// let request = CreateOrder::new(CreateOrderRequired {
///     shop: "text".into(),
///     customer: "jan@example.com".into(),
/// });
/// let answer = client.send(request)?;
/// println!("{:?}", answer.id);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct CreateOrder {
    /// The shop within the town.
    pub shop: String,
    /// Whether answers are indented.
    pub pretty: Option<bool>,
    /// The version of the page. Always `2026-01-01`. `Api-Version` on the wire.
    pub api_version: String,
    /// Who brings it.
    pub customer: Email,
    /// What is to be done.
    pub work: Option<CreateOrderWork>,
    /// Years since it was bought. More than -1; less than 200.
    pub age: Option<i64>,
    /// `serial`
    pub serial: Option<u64>,
    /// `deposit`. More than 0; a multiple of 0.01.
    pub deposit: Option<f64>,
    /// Of the tyres, in bar. At most 9.5.
    pub pressure: Option<f64>,
    /// `weight`
    pub weight: Option<f32>,
    /// `gears`. `0` stands for none.
    pub gears: Field<i64>,
    /// `note`. At least 1 UTF-16 code unit; at most 20 UTF-16 code units.
    pub note: Option<String>,
    /// `frame`. At most 6 characters; matches [`FRAME`].
    ///
    /// Corrected (workshop): the page says nothing; here `max_length: 6`. The letters on frames are
    /// older than the page.
    pub frame: Option<String>,
    /// `tag`. At most 4 characters.
    ///
    /// Corrected (workshop): the page says `pattern: ^\d{3}$`; here `max_length: 4`, no `pattern`.
    /// Tags have had four digits for years.
    pub tag: Option<String>,
    /// `origin`. Always `counter`.
    pub origin: Option<String>,
    /// `colour`
    ///
    /// Deprecated: since 2025, say it in the note
    pub colour: Option<String>,
    /// What was handed in with it. At least 1 item; at most 5 items; no item twice; each at most 20
    /// characters.
    pub accessories: Option<Vec<String>>,
    /// What it is called, by language. At least 1 key; at most 20 keys; each key matches
    /// `^[a-z]{2}$`.
    pub labels: Option<Map<String>>,
    /// Opens the lock. At least 4 characters; matches [`PIN`].
    ///
    /// A secret: it is never printed.
    pub pin: Option<Secret>,
    /// `manual`
    pub manual: Option<Uri>,
    /// `bought`
    pub bought: Option<Date>,
    /// `wanted`
    pub wanted: Option<LocalDateTime>,
    /// `dropped`
    pub dropped: Option<DateTime>,
    /// `stored`
    pub stored: Option<EpochSeconds>,
    /// `tracker`
    pub tracker: Option<Uuid>,
    /// `insured`. Optional.
    pub insured: Option<bool>,
    /// `extra`
    pub extra: Option<Json>,
    /// `sketch`
    pub sketch: Option<JsonObject>,
    /// The fields that the server sets: `received`.
    pub server_owned: CreateOrderServerOwned,
}

/// What [`CreateOrder`] requires, by name, so that no two values can be swapped.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateOrderRequired {
    /// The shop within the town.
    pub shop: String,
    /// Who brings it.
    pub customer: Email,
}

impl CreateOrder {
    /// With what is required.
    pub fn new(required: CreateOrderRequired) -> Self {
        Self {
            shop: required.shop,
            pretty: None,
            api_version: "2026-01-01".into(),
            customer: required.customer,
            work: None,
            age: None,
            serial: None,
            deposit: None,
            pressure: None,
            weight: None,
            gears: Field::Absent,
            note: None,
            frame: None,
            tag: None,
            origin: None,
            colour: None,
            accessories: None,
            labels: None,
            pin: None,
            manual: None,
            bought: None,
            wanted: None,
            dropped: None,
            stored: None,
            tracker: None,
            insured: None,
            extra: None,
            sketch: None,
            server_owned: CreateOrderServerOwned::default(),
        }
    }

    /// Whether answers are indented.
    pub fn pretty(mut self, value: bool) -> Self {
        self.pretty = Some(value);
        self
    }

    /// What is to be done.
    pub fn work(mut self, value: CreateOrderWork) -> Self {
        self.work = Some(value);
        self
    }

    /// Years since it was bought. See [`age`](field@Self::age).
    pub fn age(mut self, value: i64) -> Self {
        self.age = Some(value);
        self
    }

    /// `serial`
    pub fn serial(mut self, value: u64) -> Self {
        self.serial = Some(value);
        self
    }

    /// Sets [`deposit`](field@Self::deposit).
    pub fn deposit(mut self, value: f64) -> Self {
        self.deposit = Some(value);
        self
    }

    /// Of the tyres, in bar. See [`pressure`](field@Self::pressure).
    pub fn pressure(mut self, value: f64) -> Self {
        self.pressure = Some(value);
        self
    }

    /// `weight`
    pub fn weight(mut self, value: f32) -> Self {
        self.weight = Some(value);
        self
    }

    /// Sets [`gears`](field@Self::gears).
    pub fn gears(mut self, value: i64) -> Self {
        self.gears = Field::Value(value);
        self
    }

    /// Sends `0`, which stands for none.
    pub fn gears_null(mut self) -> Self {
        self.gears = Field::Null;
        self
    }

    /// Sets [`note`](field@Self::note).
    pub fn note(mut self, value: impl Into<String>) -> Self {
        self.note = Some(value.into());
        self
    }

    /// Sets [`frame`](field@Self::frame).
    pub fn frame(mut self, value: impl Into<String>) -> Self {
        self.frame = Some(value.into());
        self
    }

    /// Sets [`tag`](field@Self::tag).
    pub fn tag(mut self, value: impl Into<String>) -> Self {
        self.tag = Some(value.into());
        self
    }

    /// Sends `counter`. See [`origin`](field@Self::origin).
    pub fn origin(mut self) -> Self {
        self.origin = Some("counter".into());
        self
    }

    /// Sets [`colour`](field@Self::colour).
    #[deprecated(note = "since 2025, say it in the note")]
    pub fn colour(mut self, value: impl Into<String>) -> Self {
        self.colour = Some(value.into());
        self
    }

    /// What was handed in with it. See [`accessories`](field@Self::accessories).
    pub fn accessories(
        mut self,
        items: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.accessories = Some(list(items));
        self
    }

    /// What it is called, by language. See [`labels`](field@Self::labels).
    pub fn labels(
        mut self,
        entries: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.labels = Some(map(entries));
        self
    }

    /// Opens the lock. See [`pin`](field@Self::pin).
    pub fn pin(mut self, value: impl Into<Secret>) -> Self {
        self.pin = Some(value.into());
        self
    }

    /// `manual`
    pub fn manual(mut self, value: impl Into<Uri>) -> Self {
        self.manual = Some(value.into());
        self
    }

    /// `bought`
    pub fn bought(mut self, value: impl Into<Date>) -> Self {
        self.bought = Some(value.into());
        self
    }

    /// `wanted`
    pub fn wanted(mut self, value: impl Into<LocalDateTime>) -> Self {
        self.wanted = Some(value.into());
        self
    }

    /// `dropped`
    pub fn dropped(mut self, value: impl Into<DateTime>) -> Self {
        self.dropped = Some(value.into());
        self
    }

    /// `stored`
    pub fn stored(mut self, value: impl Into<EpochSeconds>) -> Self {
        self.stored = Some(value.into());
        self
    }

    /// `tracker`
    pub fn tracker(mut self, value: impl Into<Uuid>) -> Self {
        self.tracker = Some(value.into());
        self
    }

    /// `insured`
    pub fn insured(mut self, value: bool) -> Self {
        self.insured = Some(value);
        self
    }

    /// `extra`
    pub fn extra(mut self, value: impl Into<Json>) -> Self {
        self.extra = Some(value.into());
        self
    }

    /// `sketch`
    pub fn sketch(mut self, value: JsonObject) -> Self {
        self.sketch = Some(value);
        self
    }

    /// The fields that the server sets: `received`.
    pub fn server_owned(mut self, value: CreateOrderServerOwned) -> Self {
        self.server_owned = value;
        self
    }
}

impl Validate for CreateOrder {
    fn validate(&self, check: &mut Check<'_>) {
        check.headers().at("Api-Version", &self.api_version).constant("2026-01-01");
        check.at("customer", &self.customer).email();
        check.nested("work", &self.work);
        check.at("age", &self.age).exclusive_minimum(-1).exclusive_maximum(200);
        check
            .at("deposit", &self.deposit)
            .finite()
            .exclusive_minimum(0)
            .multiple_of(0.01);
        check.at("pressure", &self.pressure).finite().maximum(9.5);
        check.at("weight", &self.weight).finite();
        check.at("note", &self.note).min_utf16(1).max_utf16(20);
        check.at("frame", &self.frame).max_length(6).pattern(&FRAME);
        check.at("tag", &self.tag).max_length(4);
        check.at("origin", &self.origin).constant("counter");
        check
            .at("accessories", &self.accessories)
            .min_items(1)
            .max_items(5)
            .unique_items();
        check.each("accessories", &self.accessories).max_length(20);
        check.at("labels", &self.labels).min_properties(1).max_properties(20);
        check
            .below("labels")
            .entries(
                &self.labels,
                |check, key, _| {
                    check.key(key).pattern(&LABELS_KEY);
                },
            );
        check.at("pin", &self.pin).secret().min_length(4).pattern(&PIN);
        check.at("manual", &self.manual).uri();
        check.at("bought", &self.bought).date();
        check.at("wanted", &self.wanted).local_date_time();
        check.at("dropped", &self.dropped).date_time();
        check.at("tracker", &self.tracker).uuid();
        check.at("received", &self.server_owned.received).date_time();
    }
}

impl Endpoint for CreateOrder {
    type Api = Workshop;
    type Output = CreateOrderResponse;
    type Failure = Problem;

    const INFO: &Info = &Info {
        api: "workshop",
        name: "create_order",
        method: Method::POST,
        path: "/shops/{shop}/orders",
        statuses: &["201", "409", "4XX"],
        media_types: &["application/json", "application/vnd.workshop+json"],
        auth: &["staff", "visitor"],
        permissions: &[],
        settings: &["X-Trace"],
        idempotent: Some(false),
    };

    fn encode(&self, to: &mut Outgoing) {
        let owned = &self.server_owned;
        to.path("shop", &self.shop).header("api-version", &self.api_version);
        to.query(|query| {
            query.put("pretty", &self.pretty);
        });
        to.json(|body| {
            body.put("customer", &self.customer)
                .put("work", &self.work)
                .put("age", &self.age)
                .put("serial", &self.serial)
                .put("deposit", &self.deposit)
                .put("pressure", &self.pressure)
                .put("weight", &self.weight)
                .put_or("gears", &self.gears, &0)
                .put("note", &self.note)
                .put("frame", &self.frame)
                .put("tag", &self.tag)
                .put("origin", &self.origin)
                .put("colour", &self.colour)
                .put("accessories", &self.accessories)
                .put("labels", &self.labels)
                .put("pin", &self.pin)
                .put("manual", &self.manual)
                .put("bought", &self.bought)
                .put("wanted", &self.wanted)
                .put("dropped", &self.dropped)
                .put("stored", &self.stored)
                .put("tracker", &self.tracker)
                .put("insured", &self.insured)
                .put("extra", &self.extra)
                .put("sketch", &self.sketch)
                .put("received", &owned.received);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            shop: from.path.take("shop"),
            pretty: from.query.take("pretty"),
            api_version: from.headers.take("Api-Version"),
            customer: from.body.take("customer"),
            work: from.body.take("work"),
            age: from.body.take("age"),
            serial: from.body.take("serial"),
            deposit: from.body.take("deposit"),
            pressure: from.body.take("pressure"),
            weight: from.body.take("weight"),
            gears: from.body.take_or("gears", &0),
            note: from.body.take("note"),
            frame: from.body.take("frame"),
            tag: from.body.take("tag"),
            origin: from.body.take("origin"),
            colour: from.body.take("colour"),
            accessories: from.body.take("accessories"),
            labels: from.body.take("labels"),
            pin: from.body.take("pin"),
            manual: from.body.take("manual"),
            bought: from.body.take("bought"),
            wanted: from.body.take("wanted"),
            dropped: from.body.take("dropped"),
            stored: from.body.take("stored"),
            tracker: from.body.take("tracker"),
            insured: from.body.take("insured"),
            extra: from.body.take("extra"),
            sketch: from.body.take("sketch"),
            server_owned: CreateOrderServerOwned {
                received: from.body.take("received"),
            },
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<CreateOrderResponse, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<Problem>, Undecodable> {
        match answer.status_key(&["4XX", "409"]) {
            Some("4XX") => answer.json().map(Some),
            _ => Ok(None),
        }
    }

    fn respond(output: &CreateOrderResponse, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse(failure: &Problem, reply: &mut Reply) {
        reply.under(&["4XX"]).json(failure);
    }
}

/// The fields of [`CreateOrder`] that the server sets; a caller seldom does.
///
/// Inferred: Only the workshop can know it.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct CreateOrderServerOwned {
    /// `received`
    pub received: Option<DateTime>,
}

impl CreateOrderServerOwned {
    /// `received`
    pub fn received(mut self, value: impl Into<DateTime>) -> Self {
        self.received = Some(value.into());
        self
    }
}

/// What is to be done. Told apart by `kind`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CreateOrderWork {
    /// `repair`
    Repair(CreateOrderWorkRepair),
    /// `inspection`
    Inspection(JsonObject),
    /// `tuning`
    Tuning(Tuning),
    #[doc(hidden)]
    Unlisted(Tagged),
}

impl Record for CreateOrderWork {
    fn read(object: &mut Object<'_>) -> Self {
        match &*object.tag("kind") {
            "repair" => Self::Repair(object.rest()),
            "inspection" => Self::Inspection(object.rest()),
            "tuning" => Self::Tuning(object.rest()),
            other => Self::Unlisted(object.unlisted("kind", other)),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        match self {
            Self::Repair(repair) => object.tagged("kind", "repair", repair),
            Self::Inspection(inspection) => {
                object.tagged("kind", "inspection", inspection)
            }
            Self::Tuning(tuning) => object.tagged("kind", "tuning", tuning),
            Self::Unlisted(other) => object.unlisted(other),
        };
    }

    fn validate(&self, check: &mut Check<'_>) {
        match self {
            Self::Repair(repair) => Validate::validate(repair, check),
            Self::Inspection(_) | Self::Tuning(_) | Self::Unlisted(_) => {}
        }
    }
}

union!(CreateOrderWork);

/// `CreateOrderWorkRepair`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct CreateOrderWorkRepair {
    /// `parts`. 32 bits, unsigned; at most 50.
    pub parts: Option<i64>,
}

impl CreateOrderWorkRepair {
    /// Sets [`parts`](field@Self::parts).
    pub fn parts(mut self, value: i64) -> Self {
        self.parts = Some(value);
        self
    }
}

impl Record for CreateOrderWorkRepair {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            parts: object.take("parts"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("parts", &self.parts);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("parts", &self.parts).uint32().maximum(50);
    }
}

/// It was taken in.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateOrderResponse {
    /// `id`. At least 1.
    pub id: Promised<OrderId>,
}

impl CreateOrderResponse {
    /// With what an answer promises.
    #[must_use]
    pub const fn new(id: OrderId) -> Self {
        Self { id: Ok(id) }
    }
}

impl Record for CreateOrderResponse {
    fn read(object: &mut Object<'_>) -> Self {
        Self { id: object.take("id") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("id", &self.id);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("id", &self.id).minimum(1);
    }
}

/// `Tuning`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Tuning {
    /// `gears`
    pub gears: Option<bool>,
}

impl Tuning {
    /// `gears`
    pub fn gears(mut self, value: bool) -> Self {
        self.gears = Some(value);
        self
    }
}

impl Record for Tuning {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            gears: object.take("gears"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("gears", &self.gears);
    }
}

/// `^[A-Z]{2}\d{4}$`
pub static FRAME: Pattern = Pattern::new(
    r"^[A-Z]{2}\d{4}$",
    &[(b"09", b"..3456."), (b"AZ", b"12.....")],
    b"......!",
);

/// `^[a-z]{2}$`
pub static LABELS_KEY: Pattern = Pattern::new("^[a-z]{2}$", &[(b"az", b"12.")], b"..!");

/// `^\d+$`
pub static PIN: Pattern = Pattern::new(r"^\d+$", &[(b"09", b"11")], b".!");
