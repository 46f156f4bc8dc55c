// Written by docwright from specs/queries/search.yaml: change that, and run it again.

//! [`Search`] and its types.

use super::Queries;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, DateTime, Field, Object, ObjectWriter, Record, Undecodable, Unlisted,
    Validate, list, text_enum,
};

/// A parameter of each kind: `GET /{room}/notes`. Answers with [`SearchResponse`].
///
/// Answers:
///
/// - `200`: [`SearchResponse`].
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::queries::{Auth, BlockingClient, Search, SearchRequired};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::key("key"))
///     .build()?;
/// let request = Search::new(SearchRequired {
///     room: "a b".into(),
///     text: "a&b=c d+ø".into(),
///     per_page: 10,
/// });
/// let answer = client.send(request)?;
/// println!("{:?}", answer.found);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Search {
    /// `room`
    pub room: String,
    /// What is looked for. At least 2 characters.
    pub text: String,
    /// `status`
    pub status: Vec<Status>,
    /// `ids`
    pub ids: Vec<i64>,
    /// `fields`
    pub fields: Option<Vec<String>>,
    /// `since`
    pub since: Option<DateTime>,
    /// `archived`
    pub archived: Option<bool>,
    /// `author`
    pub author: Field<String>,
    /// `parent`. `none` stands for none.
    pub parent: Field<i64>,
    /// `order`
    pub order: Option<SearchOrder>,
    /// `page`. Taken as `1` if left out.
    pub page: Option<i64>,
    /// `per_page`
    pub per_page: i64,
    /// `X-Trace`
    pub x_trace: Vec<String>,
}

/// What [`Search`] requires, by name, so that no two values can be swapped.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchRequired {
    /// `room`
    pub room: String,
    /// What is looked for. At least 2 characters.
    pub text: String,
    /// `per_page`
    pub per_page: i64,
}

impl Search {
    /// With what is required.
    pub fn new(required: SearchRequired) -> Self {
        Self {
            room: required.room,
            text: required.text,
            status: Vec::new(),
            ids: Vec::new(),
            fields: None,
            since: None,
            archived: None,
            author: Field::Absent,
            parent: Field::Absent,
            order: None,
            page: None,
            per_page: required.per_page,
            x_trace: Vec::new(),
        }
    }

    /// `status`
    pub fn status(mut self, items: impl IntoIterator<Item = impl Into<Status>>) -> Self {
        self.status = list(items);
        self
    }

    /// `ids`
    pub fn ids(mut self, items: impl IntoIterator<Item = i64>) -> Self {
        self.ids = list(items);
        self
    }

    /// `fields`
    pub fn fields(mut self, items: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = Some(list(items));
        self
    }

    /// `since`
    pub fn since(mut self, value: impl Into<DateTime>) -> Self {
        self.since = Some(value.into());
        self
    }

    /// `archived`
    pub fn archived(mut self, value: bool) -> Self {
        self.archived = Some(value);
        self
    }

    /// `author`
    pub fn author(mut self, value: impl Into<String>) -> Self {
        self.author = Field::Value(value.into());
        self
    }

    /// Sends an empty text, which stands for null.
    pub fn author_null(mut self) -> Self {
        self.author = Field::Null;
        self
    }

    /// Sets [`parent`](field@Self::parent).
    pub fn parent(mut self, value: i64) -> Self {
        self.parent = Field::Value(value);
        self
    }

    /// Sends `none`, which stands for none.
    pub fn parent_null(mut self) -> Self {
        self.parent = Field::Null;
        self
    }

    /// `order`
    pub fn order(mut self, value: impl Into<SearchOrder>) -> Self {
        self.order = Some(value.into());
        self
    }

    /// Sets [`page`](field@Self::page).
    pub fn page(mut self, value: i64) -> Self {
        self.page = Some(value);
        self
    }

    /// `X-Trace`
    pub fn x_trace(
        mut self,
        items: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.x_trace = list(items);
        self
    }
}

impl Validate for Search {
    fn validate(&self, check: &mut Check<'_>) {
        check.query().at("text", &self.text).min_length(2);
        check.query().each("status", &self.status).listed(Status::LISTED);
        check.query().each("fields", &self.fields).no_comma();
        check.query().at("since", &self.since).date_time();
        check.query().at("order", &self.order).listed(SearchOrder::LISTED);
    }
}

impl Endpoint for Search {
    type Api = Queries;
    type Output = SearchResponse;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "queries",
        name: "search",
        method: Method::GET,
        path: "/{room}/notes",
        statuses: &["200"],
        media_types: &[],
        auth: &["key"],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("room", &self.room).header("x-trace", &self.x_trace);
        to.query(|query| {
            query
                .put("text", &self.text)
                .put_repeat("status", &self.status)
                .put_brackets("ids", &self.ids)
                .put_comma("fields", &self.fields)
                .put("since", &self.since)
                .put("archived", &self.archived)
                .put("author", &self.author)
                .put_or("parent", &self.parent, &"none")
                .put("order", &self.order)
                .put("page", &self.page)
                .put("per_page", &self.per_page);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            room: from.path.take("room"),
            text: from.query.take("text"),
            status: from.query.take_repeat("status"),
            ids: from.query.take_brackets("ids"),
            fields: from.query.take_comma("fields"),
            since: from.query.take("since"),
            archived: from.query.take("archived"),
            author: from.query.take("author"),
            parent: from.query.take_or("parent", &"none"),
            order: from.query.take("order"),
            page: from.query.take("page"),
            per_page: from.query.take("per_page"),
            x_trace: from.headers.take_repeat("X-Trace"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<SearchResponse, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &SearchResponse, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// `order`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SearchOrder {
    /// `newest first`
    NewestFirst,
    /// `oldest first`
    OldestFirst,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl SearchOrder {
    const WIRE: &[(&str, Self)] = &[
        ("newest first", Self::NewestFirst),
        ("oldest first", Self::OldestFirst),
    ];
}

text_enum!(SearchOrder);

/// `SearchResponse`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SearchResponse {
    /// `found`
    pub found: Option<i64>,
}

impl SearchResponse {
    /// `found`
    #[must_use]
    pub fn found(mut self, value: i64) -> Self {
        self.found = Some(value);
        self
    }
}

impl Record for SearchResponse {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            found: object.take("found"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("found", &self.found);
    }
}

/// `Status`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// `open`
    Open,
    /// `done`
    Done,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl Status {
    const WIRE: &[(&str, Self)] = &[("open", Self::Open), ("done", Self::Done)];
}

text_enum!(Status);
