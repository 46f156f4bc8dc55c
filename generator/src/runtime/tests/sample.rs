//! An API as generated code describes one, for tests of the client.

use crate::runtime::client::{
    Answer, Api, Authorization, Authorize, Endpoint, Incoming, Info, Method, NoSettings, Outgoing, Reply,
};
use crate::runtime::{Check, JsonObject, Object, ObjectWriter, Record, Secret, Undecodable, Validate};

#[derive(Debug)]
pub struct Shop;

impl Api for Shop {
    type Auth = Key;
    type Settings = NoSettings;
}

#[derive(Clone, Debug)]
pub struct Key(pub Secret);

impl Authorize for Key {
    fn authorize(&self, to: &mut Authorization<'_>) {
        assert!(to.info().name.ends_with("order"));
        to.secret("x-key", "Key ", &self.0);
    }

    fn is_secret(&self) -> bool {
        !self.0.expose().is_empty()
    }
}

/// Places an order: `POST /shops/{shop}/orders/{order}`.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceOrder {
    pub shop: String,
    pub order: i64,
    pub note: Option<String>,
    pub lines: Option<Vec<JsonObject>>,
}

impl PlaceOrder {
    pub fn new(shop: &str) -> Self {
        Self { shop: shop.into(), order: 7, note: None, lines: None }
    }
}

impl Validate for PlaceOrder {
    fn validate(&self, check: &mut Check<'_>) {
        check.path().at("shop", &self.shop).inferred().max_length(5);
        check.at("note", &self.note).min_length(2).email();
    }
}

impl Endpoint for PlaceOrder {
    type Api = Shop;
    type Output = Placed;
    type Failure = Problem;

    const INFO: &Info = &Info {
        api: "shop",
        name: "place_order",
        method: Method::POST,
        path: "/shops/{shop}/orders/{order}",
        statuses: &["200", "4XX"],
        media_types: &["application/json", "text/json"],
        auth: &["key"],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        // Out of the template's order, as the spec may have it.
        to.path("order", &self.order).path("shop", &self.shop);
        to.json(|body| {
            body.put("note", &self.note).put("lines", &self.lines);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            shop: from.path.take("shop"),
            order: from.path.take("order"),
            note: from.body.take("note"),
            lines: from.body.take("lines"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Placed, Undecodable> {
        answer.media_types(&["application/json"]).json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<Problem>, Undecodable> {
        answer.json_if(&["4XX"])
    }

    fn respond(output: &Placed, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse(failure: &Problem, reply: &mut Reply) {
        reply.under(&["4XX"]).json(failure);
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    pub id: Option<i64>,
}

impl Record for Placed {
    fn read(object: &mut Object<'_>) -> Self {
        Self { id: object.take("id") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("id", &self.id);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("id", &self.id).int32();
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problem {
    pub reason: Option<String>,
}

impl Record for Problem {
    fn read(object: &mut Object<'_>) -> Self {
        Self { reason: object.take("reason") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("reason", &self.reason);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("reason", &self.reason).max_length(3);
    }
}

/// Removes an order, and answers with nothing: `DELETE /orders`, with a list as its body.
#[derive(Clone, Debug, PartialEq)]
pub struct RemoveOrder {
    pub body: Option<Vec<i64>>,
}

impl Validate for RemoveOrder {
    fn validate(&self, check: &mut Check<'_>) {
        check.each_body(&self.body).int32();
    }
}

impl Endpoint for RemoveOrder {
    type Api = Shop;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "shop",
        name: "remove_order",
        method: Method::DELETE,
        path: "/orders",
        statuses: &["204"],
        media_types: &["application/json"],
        auth: &["key"],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.json_body(&self.body);
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self { body: from.json_body() }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<(), Undecodable> {
        answer.none()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond((): &(), _: &mut Reply) {}

    fn refuse((): &(), _: &mut Reply) {}
}
