// Written by docwright from specs/open/put.yaml: change that, and run it again.

//! [`Put`] and its types.

use super::{Event, Labels, Open};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, JsonObject, Object, ObjectWriter, Record, Undecodable, Validate,
};

/// `PUT /open`. Answers with [`PutResponse`].
///
/// Answers:
///
/// - `200`: [`PutResponse`].
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::open::{Auth, BlockingClient, Put};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Put::new();
/// let answer = client.send(request)?;
/// println!("{:?}", answer.labels);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Put {
    /// `labels`
    pub labels: Option<Labels>,
    /// `event`
    pub event: Option<Event>,
    /// The fields that are not listed.
    pub other_fields: JsonObject,
    /// The fields that the server sets: `id`.
    pub server_owned: PutServerOwned,
}

impl Put {
    /// Nothing is required.
    pub fn new() -> Self {
        Self {
            labels: None,
            event: None,
            other_fields: JsonObject::new(),
            server_owned: PutServerOwned::default(),
        }
    }

    /// `labels`
    pub fn labels(mut self, value: Labels) -> Self {
        self.labels = Some(value);
        self
    }

    /// `event`
    pub fn event(mut self, value: Event) -> Self {
        self.event = Some(value);
        self
    }

    /// The fields that are not listed.
    pub fn other_fields(mut self, value: JsonObject) -> Self {
        self.other_fields = value;
        self
    }

    /// The fields that the server sets: `id`.
    pub fn server_owned(mut self, value: PutServerOwned) -> Self {
        self.server_owned = value;
        self
    }
}

impl Validate for Put {
    fn validate(&self, check: &mut Check<'_>) {
        check.nested("labels", &self.labels);
    }
}

impl Endpoint for Put {
    type Api = Open;
    type Output = PutResponse;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "open",
        name: "put",
        method: Method::PUT,
        path: "/open",
        statuses: &["200"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        let owned = &self.server_owned;
        to.json(|body| {
            body.put("id", &owned.id)
                .put("labels", &self.labels)
                .put("event", &self.event)
                .put_all(&self.other_fields);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            server_owned: PutServerOwned {
                id: from.body.take("id"),
            },
            labels: from.body.take("labels"),
            event: from.body.take("event"),
            other_fields: from.body.other_fields(),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<PutResponse, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &PutResponse, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// The fields of [`Put`] that the server sets; a caller seldom does.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct PutServerOwned {
    /// `id`
    pub id: Option<i64>,
}

impl PutServerOwned {
    /// `id`
    pub fn id(mut self, value: i64) -> Self {
        self.id = Some(value);
        self
    }
}

/// `PutResponse`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PutResponse {
    /// `labels`
    pub labels: Option<Labels>,
    /// The fields that are not listed.
    pub other_fields: JsonObject,
}

impl PutResponse {
    /// `labels`
    #[must_use]
    pub fn labels(mut self, value: Labels) -> Self {
        self.labels = Some(value);
        self
    }

    /// The fields that are not listed.
    #[must_use]
    pub fn other_fields(mut self, value: JsonObject) -> Self {
        self.other_fields = value;
        self
    }
}

impl Record for PutResponse {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            labels: object.take("labels"),
            other_fields: object.other_fields(),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("labels", &self.labels).put_all(&self.other_fields);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.nested("labels", &self.labels);
    }
}
