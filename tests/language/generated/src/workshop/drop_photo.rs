// Written by docwright from specs/workshop/drop_photo.yaml: change that, and run it again.

//! [`DropPhoto`] and its types.

use super::{OrderId, Problem, Workshop};
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, Secret, Undecodable, Uri, Validate, list};

/// Says where the photo of a bicycle lies: `PUT /shops/{shop}/orders/{order}/photo`. Answers with
/// the body as it comes.
///
/// Answers:
///
/// - `success`
/// - `4XX`: The call was refused. [`Problem`].
///
/// Where the server refuses, `error.refusal()` is its answer, which `read::<DropPhoto>()` reads as
/// documented.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use language_clients::workshop::{Auth, BlockingClient, DropPhoto, OrderId, shop};
///
/// let server = shop("town")?;
/// let client = BlockingClient::builder(server, Auth::counter("key")).build()?;
/// let request = DropPhoto::new(OrderId(1), "text");
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[deprecated(note = "since May, send it with the order")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct DropPhoto {
    /// `order`. At least 1.
    pub order: OrderId,
    /// The shop within the town.
    pub shop: String,
    /// Whether answers are indented.
    pub pretty: Option<bool>,
    /// Tells whose the order is. `X-Claim` on the wire.
    ///
    /// A secret: it is never printed.
    pub x_claim: Option<Secret>,
    /// `address`
    pub address: Option<Uri>,
    /// `tags`
    pub tags: Option<Vec<String>>,
}

#[allow(deprecated)]
impl DropPhoto {
    /// With what is required.
    pub fn new(order: OrderId, shop: impl Into<String>) -> Self {
        Self {
            order,
            shop: shop.into(),
            pretty: None,
            x_claim: None,
            address: None,
            tags: None,
        }
    }

    /// Whether answers are indented.
    pub fn pretty(mut self, value: bool) -> Self {
        self.pretty = Some(value);
        self
    }

    /// Tells whose the order is. See [`x_claim`](field@Self::x_claim).
    pub fn x_claim(mut self, value: impl Into<Secret>) -> Self {
        self.x_claim = Some(value.into());
        self
    }

    /// `address`
    pub fn address(mut self, value: impl Into<Uri>) -> Self {
        self.address = Some(value.into());
        self
    }

    /// `tags`
    pub fn tags(mut self, items: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(list(items));
        self
    }
}

#[allow(deprecated)]
impl Validate for DropPhoto {
    fn validate(&self, check: &mut Check<'_>) {
        check.path().at("order", &self.order).minimum(1);
        check.at("address", &self.address).uri();
        check.each("tags", &self.tags).no_comma();
    }
}

#[allow(deprecated)]
impl Endpoint for DropPhoto {
    type Api = Workshop;
    type Output = Body;
    type Failure = Problem;

    const INFO: &Info = &Info {
        api: "workshop",
        name: "drop_photo",
        method: Method::PUT,
        path: "/shops/{shop}/orders/{order}/photo",
        statuses: &["success", "4XX"],
        media_types: &["multipart/form-data"],
        auth: &["counter", "link", "staff", "visitor", "partner"],
        permissions: &[],
        settings: &["X-Trace"],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("order", &self.order)
            .path("shop", &self.shop)
            .header("x-claim", &self.x_claim)
            .accept("*/*");
        to.query(|query| {
            query.put("pretty", &self.pretty);
        });
        to.form(|body| {
            body.put("address", &self.address).put_comma("tags", &self.tags);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            order: from.path.take("order"),
            shop: from.path.take("shop"),
            pretty: from.query.take("pretty"),
            x_claim: from.headers.take("X-Claim"),
            address: from.body.take("address"),
            tags: from.body.take_comma("tags"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Body, Undecodable> {
        answer.raw()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<Problem>, Undecodable> {
        answer.json_if(&["4XX"])
    }

    fn respond(output: &Body, reply: &mut Reply) {
        reply.raw(output);
    }

    fn refuse(failure: &Problem, reply: &mut Reply) {
        reply.under(&["4XX"]).json(failure);
    }
}
