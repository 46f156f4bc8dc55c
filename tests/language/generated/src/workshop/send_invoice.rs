// Written by docwright from specs/workshop/send_invoice.yaml: change that, and run it again.

//! [`SendInvoice`] and its types.

use super::{OrderId, Problem, Workshop};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Date, Email, Undecodable, Validate, list};

/// Sends the invoice of some orders: `POST /shops/{shop}/invoices`.
///
/// Takes the credential `link`.
///
/// Answers:
///
/// - `success`
/// - `4XX`: The call was refused. [`Problem`].
///
/// Where the server refuses, `error.refusal()` is its answer, which `read::<SendInvoice>()` reads
/// as documented.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::workshop::{Auth, BlockingClient, OrderId, SendInvoice, shop};
///
/// let server = shop("town")?;
/// let client = BlockingClient::builder(server, Auth::link("key")).build()?;
/// let request = SendInvoice::new("text", [OrderId(1)]);
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct SendInvoice {
    /// The shop within the town.
    pub shop: String,
    /// Whether answers are indented.
    pub pretty: Option<bool>,
    /// `orders`. Each at least 1.
    pub orders: Vec<OrderId>,
    /// `copies`
    pub copies: Vec<Email>,
    /// `due`
    pub due: Option<Date>,
    /// `amount`
    pub amount: Option<f64>,
}

impl SendInvoice {
    /// With what is required.
    pub fn new(
        shop: impl Into<String>,
        orders: impl IntoIterator<Item = impl Into<OrderId>>,
    ) -> Self {
        Self {
            shop: shop.into(),
            pretty: None,
            orders: list(orders),
            copies: Vec::new(),
            due: None,
            amount: None,
        }
    }

    /// Whether answers are indented.
    pub fn pretty(mut self, value: bool) -> Self {
        self.pretty = Some(value);
        self
    }

    /// `copies`
    pub fn copies(mut self, items: impl IntoIterator<Item = impl Into<Email>>) -> Self {
        self.copies = list(items);
        self
    }

    /// `due`
    pub fn due(mut self, value: impl Into<Date>) -> Self {
        self.due = Some(value.into());
        self
    }

    /// `amount`
    pub fn amount(mut self, value: f64) -> Self {
        self.amount = Some(value);
        self
    }
}

impl Validate for SendInvoice {
    fn validate(&self, check: &mut Check<'_>) {
        check.each("orders", &self.orders).required().minimum(1);
        check.each("copies", &self.copies).email();
        check.at("due", &self.due).date();
        check.at("amount", &self.amount).finite();
    }
}

impl Endpoint for SendInvoice {
    type Api = Workshop;
    type Output = ();
    type Failure = Problem;

    const INFO: &Info = &Info {
        api: "workshop",
        name: "send_invoice",
        method: Method::POST,
        path: "/shops/{shop}/invoices",
        statuses: &["success", "4XX"],
        media_types: &["application/x-www-form-urlencoded"],
        auth: &["link"],
        permissions: &[],
        settings: &["X-Trace"],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("shop", &self.shop);
        to.query(|query| {
            query.put("pretty", &self.pretty);
        });
        to.urlencoded(|body| {
            body.put_brackets("orders", &self.orders)
                .put_repeat("copies", &self.copies)
                .put("due", &self.due)
                .put("amount", &self.amount);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            shop: from.path.take("shop"),
            pretty: from.query.take("pretty"),
            orders: from.body.take_brackets("orders"),
            copies: from.body.take_repeat("copies"),
            due: from.body.take("due"),
            amount: from.body.take("amount"),
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
