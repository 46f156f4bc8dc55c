// Written by docwright from specs/workshop: change that, and run it again.

//! Workshop. A bicycle workshop that takes orders, looks bicycles over and sends invoices.
//!
//! Its endpoints:
//!
//! - [`CreateOrder`]: Brings a bicycle in: `POST /shops/{shop}/orders`.
//! - [`DropPhoto`]: Says where the photo of a bicycle lies:
//!   `PUT /shops/{shop}/orders/{order}/photo`.
//! - [`FindParts`]: The spare parts that a filter admits: `GET /shops/{shop}/parts`.
//! - [`ListOrders`]: The orders of a shop: `GET /shops/{shop}/orders`.
//! - [`SendInvoice`]: Sends the invoice of some orders: `POST /shops/{shop}/invoices`.
//! - [`TakeStock`]: Tells what lies on the shelves: `PUT /shops/{shop}/stock`.
//! - [`Watch`]: Asks to be told of changes: `SUBSCRIBE /shops/{shop}/orders`.

pub mod create_order;
pub mod drop_photo;
pub mod find_parts;
pub mod list_orders;
pub mod send_invoice;
pub mod take_stock;
pub mod watch;

#[doc(inline)]
pub use create_order::{
    CreateOrder, CreateOrderRequired, CreateOrderResponse, CreateOrderServerOwned,
    CreateOrderWork, CreateOrderWorkRepair,
};
#[doc(inline)]
#[allow(deprecated)]
pub use drop_photo::DropPhoto;
#[doc(inline)]
pub use find_parts::FindParts;
#[doc(inline)]
pub use list_orders::ListOrders;
#[doc(inline)]
pub use send_invoice::SendInvoice;
#[doc(inline)]
pub use take_stock::TakeStock;
#[doc(inline)]
pub use watch::Watch;

use crate::runtime::client::{
    self, Api, Authorization, Authorize, BlockingTransport, BuildError, Outgoing, Server,
};
use crate::runtime::{
    Check, JsonObject, Object, ObjectWriter, Promised, Record, Secret, Unlisted, Uuid,
    Validate, integer, text_enum,
};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Workshop;

/// The asynchronous client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `reqwest`, `build_over` a transport of your own.
pub type Client = client::Client<Workshop>;

/// The blocking client.
///
/// [`builder`](crate::runtime::client::Client::builder) starts one,
/// [`send`](crate::runtime::client::Client::send) sends a request,
/// [`call`](crate::runtime::client::Client::call) one with settings of its own; see
/// [all methods](crate::runtime::client::Client) and the [guide](crate::guide).
/// `build` needs the feature `ureq`, `build_over` a transport of your own.
pub type BlockingClient = client::Client<Workshop, dyn BlockingTransport>;

impl Api for Workshop {
    type Auth = Auth;
    type Settings = Settings;
}

/// The workshop of a town.
///
/// Corrected (workshop): the page says nothing; here `url: https://{town}.workshop.example/v1`,
/// `variables: town`. The page shows the address of the first town; the workshop named the others.
///
/// Unclear: The page does not say which towns there are.
///
/// - `town`: The town.
///
/// # Errors
/// When an argument is no label of a host or no segment of a path.
pub fn shop(town: &str) -> Result<Server, BuildError> {
    Server::fill("https://{town}.workshop.example/v1", &[town])
}

/// `https://trial.workshop.example/v1`
///
/// Inferred: the page does not name it. A sample goes there.
pub const TRIAL: &str = "https://trial.workshop.example/v1";

/// Who calls.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auth {
    /// The key of a counter.
    Counter(Secret),
    /// A key in the address, for links.
    ///
    /// Unclear: The page does not say how long it holds.
    ///
    /// It goes in the query: servers and proxies may keep it in their logs.
    Link(Secret),
    /// `staff`
    Employee {
        /// The user.
        user: String,
        /// The password.
        password: Secret,
    },
    /// `visitor`
    ///
    /// Inferred: the page does not name it. The pages themselves are read so.
    Visitor(Secret),
    /// `partner`
    Partner {
        /// `token`
        token: Secret,
        /// `account`
        account: Secret,
    },
    /// Nobody says who calls; endpoints that ask for a credential refuse it.
    None,
}

impl Auth {
    /// The key of a counter.
    pub fn counter(key: impl Into<Secret>) -> Self {
        Self::Counter(key.into())
    }

    /// A key in the address, for links.
    pub fn link(key: impl Into<Secret>) -> Self {
        Self::Link(key.into())
    }

    /// `staff`
    pub fn employee(user: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self::Employee {
            user: user.into(),
            password: password.into(),
        }
    }

    /// `visitor`
    pub fn visitor(cookies: impl Into<Secret>) -> Self {
        Self::Visitor(cookies.into())
    }

    /// No credential, for endpoints that take a call without.
    #[must_use]
    pub const fn none() -> Self {
        Self::None
    }
}

impl Authorize for Auth {
    fn authorize(&self, to: &mut Authorization<'_>) {
        match self {
            Self::Counter(key) => to.secret("x-counter", "Key ", key),
            Self::Link(key) => to.query("key", key),
            Self::Employee { user, password } => to.basic(user, password),
            Self::Visitor(cookies) => to.secret("cookie", "", cookies),
            Self::Partner { token, account } => {
                to.secret("authorization", "Bearer ", token)
                    .secret("x-account", "", account)
            }
            Self::None => to,
        };
    }

    fn is_secret(&self) -> bool {
        !matches!(self, Self::None)
    }

    fn name(&self) -> Option<&'static str> {
        let name = match self {
            Self::Counter(_) => "counter",
            Self::Link(_) => "link",
            Self::Employee { .. } => "staff",
            Self::Visitor(_) => "visitor",
            Self::Partner { .. } => "partner",
            Self::None => "none",
        };
        Some(name)
    }
}

/// The headers of a client or of one call. Each goes out with the endpoints that document it.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Settings {
    /// Told in the logs. `X-Trace` on the wire.
    pub x_trace: Option<Uuid>,
}

impl Settings {
    /// Told in the logs.
    pub fn x_trace(mut self, value: impl Into<Uuid>) -> Self {
        self.x_trace = Some(value.into());
        self
    }
}

impl Validate for Settings {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("X-Trace", &self.x_trace).uuid();
    }
}

impl client::Settings for Settings {
    fn encode(&self, to: &mut Outgoing) {
        to.header("x-trace", &self.x_trace);
    }

    fn decode(headers: &mut Object<'_>) -> Self {
        Self {
            x_trace: headers.take("X-Trace"),
        }
    }

    fn or(self, base: Self) -> Self {
        Self {
            x_trace: self.x_trace.or(base.x_trace),
        }
    }
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `code`. 32 bits.
    pub code: Promised<i64>,
    /// `text`. An empty text if left out.
    pub text: Option<String>,
    /// The fields that are not listed.
    pub other_fields: JsonObject,
}

impl Problem {
    /// With what an answer promises.
    #[must_use]
    pub fn new(code: i64) -> Self {
        Self {
            code: Ok(code),
            text: None,
            other_fields: JsonObject::new(),
        }
    }

    /// Sets [`text`](field@Self::text).
    #[must_use]
    pub fn text(mut self, value: impl Into<String>) -> Self {
        self.text = Some(value.into());
        self
    }

    /// The fields that are not listed.
    #[must_use]
    pub fn other_fields(mut self, value: JsonObject) -> Self {
        self.other_fields = value;
        self
    }
}

impl Record for Problem {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            code: object.take("code"),
            text: object.take("text"),
            other_fields: object.other_fields(),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("code", &self.code)
            .put("text", &self.text)
            .put_all(&self.other_fields);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("code", &self.code).int32();
    }
}

/// The number of an order. At least 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderId(pub i64);

integer!(OrderId);

/// How far an order is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum State {
    /// `new`
    New,
    /// Somebody works on it. `wip` on the wire.
    InProgress,
    /// `waiting`
    #[deprecated]
    Waiting,
    /// It can be fetched. `done` on the wire.
    Done,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

#[allow(deprecated)]
impl State {
    const WIRE: &[(&str, Self)] = &[
        ("new", Self::New),
        ("wip", Self::InProgress),
        ("waiting", Self::Waiting),
        ("done", Self::Done),
    ];
}

text_enum!(State);
