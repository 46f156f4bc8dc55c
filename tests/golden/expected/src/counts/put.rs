// Written by docwright from specs/counts/put.yaml: change that, and run it again.

//! [`Put`] and its types.

use super::{Counts, Grid, Names, Stock};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, JsonObject, Map, Object, ObjectWriter, Pattern, Record, Undecodable, Validate,
    list, map,
};

/// Lists and maps with rules at any depth: `PUT /things/{ids}`. Answers with a list of `String` or
/// none.
///
/// Answers:
///
/// - `success`: A list of `String` or none.
/// - `4XX`: A map of a list of `String`.
///
/// Where the server refuses, `error.refusal()` is its answer, which `read::<Put>()` reads as
/// documented.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::counts::{Auth, BlockingClient, Put};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Put::new([1], ["a", "b"], [("en", "Hello")]);
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Put {
    /// `ids`. At most 3 items; no item twice.
    pub ids: Vec<i64>,
    /// `tags`. At least 2 items; at most 5 items; no item twice; each at most 4 characters.
    pub tags: Vec<String>,
    /// `grid`. At least 1 item.
    pub grid: Option<Grid>,
    /// `rows`. Each matches [`ROWS`].
    pub rows: Option<Vec<Vec<String>>>,
    /// `parts`
    pub parts: Option<Vec<PutParts>>,
    /// `names`. At least 1 key; at most 2 keys; each value at least 2 characters; each key matches
    /// `^[a-z]{2}$`.
    pub names: Names,
    /// Shifts of each day. Each key one of `monday`, `friday`.
    pub by_day: Option<Map<Vec<PutByDay>>>,
    /// `deep`. Each value at most 5 characters.
    pub deep: Option<Map<Map<Option<String>>>>,
    /// `stock`. At least 1 key.
    pub stock: Option<Stock>,
    /// `anything`. At most 1 key.
    pub anything: Option<JsonObject>,
}

impl Put {
    /// With what is required.
    pub fn new(
        ids: impl IntoIterator<Item = i64>,
        tags: impl IntoIterator<Item = impl Into<String>>,
        names: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        Self {
            ids: list(ids),
            tags: list(tags),
            grid: None,
            rows: None,
            parts: None,
            names: map(names),
            by_day: None,
            deep: None,
            stock: None,
            anything: None,
        }
    }

    /// Sets [`grid`](field@Self::grid).
    pub fn grid(mut self, items: impl IntoIterator<Item = Vec<Option<f64>>>) -> Self {
        self.grid = Some(list(items));
        self
    }

    /// Sets [`rows`](field@Self::rows).
    pub fn rows(mut self, items: impl IntoIterator<Item = Vec<String>>) -> Self {
        self.rows = Some(list(items));
        self
    }

    /// `parts`
    pub fn parts(mut self, items: impl IntoIterator<Item = PutParts>) -> Self {
        self.parts = Some(list(items));
        self
    }

    /// Shifts of each day. See [`by_day`](field@Self::by_day).
    pub fn by_day(
        mut self,
        entries: impl IntoIterator<Item = (impl Into<String>, Vec<PutByDay>)>,
    ) -> Self {
        self.by_day = Some(map(entries));
        self
    }

    /// Sets [`deep`](field@Self::deep).
    pub fn deep(
        mut self,
        entries: impl IntoIterator<Item = (impl Into<String>, Map<Option<String>>)>,
    ) -> Self {
        self.deep = Some(map(entries));
        self
    }

    /// Sets [`stock`](field@Self::stock).
    pub fn stock(mut self, value: Stock) -> Self {
        self.stock = Some(value);
        self
    }

    /// Sets [`anything`](field@Self::anything).
    pub fn anything(mut self, value: JsonObject) -> Self {
        self.anything = Some(value);
        self
    }
}

impl Validate for Put {
    fn validate(&self, check: &mut Check<'_>) {
        check.path().at("ids", &self.ids).max_items(3).unique_items();
        check.at("tags", &self.tags).min_items(2).max_items(5).unique_items();
        check.each("tags", &self.tags).max_length(4);
        check.at("grid", &self.grid).min_items(1);
        check
            .below("grid")
            .items(
                &self.grid,
                |check, value| {
                    check.body(value).max_items(3);
                    check.each_body(value).finite();
                },
            );
        check
            .below("rows")
            .items(
                &self.rows,
                |check, value| {
                    check.body(value).min_items(1);
                    check.each_body(value).pattern(&ROWS);
                },
            );
        check.nested("parts", &self.parts);
        check.at("names", &self.names).min_properties(1).max_properties(2);
        check
            .below("names")
            .entries(
                &self.names,
                |check, key, value| {
                    check.body(value).min_length(2);
                    check.key(key).pattern(&NAMES_KEY);
                },
            );
        check
            .below("by_day")
            .entries(
                &self.by_day,
                |check, key, value| {
                    check.body(value).min_items(1);
                    check.key(key).listed(&["monday", "friday"]);
                },
            );
        check
            .below("deep")
            .entries(
                &self.deep,
                |check, _, value| {
                    check
                        .entries(
                            value,
                            |check, key, value| {
                                check.body(value).max_length(5);
                                check.key(key).max_length(3);
                            },
                        );
                },
            );
        check.at("stock", &self.stock).min_properties(1);
        check.nested("stock", &self.stock);
        check.at("anything", &self.anything).max_properties(1);
        check
            .object(|body| {
                body.put("tags", &self.tags)
                    .put("grid", &self.grid)
                    .put("rows", &self.rows)
                    .put("parts", &self.parts)
                    .put("names", &self.names)
                    .put("by_day", &self.by_day)
                    .put("deep", &self.deep)
                    .put("stock", &self.stock)
                    .put("anything", &self.anything);
            })
            .min_properties(2)
            .max_properties(9);
    }
}

impl Endpoint for Put {
    type Api = Counts;
    type Output = Option<Vec<String>>;
    type Failure = Map<Vec<String>>;

    const INFO: &Info = &Info {
        api: "counts",
        name: "put",
        method: Method::PUT,
        path: "/things/{ids}",
        statuses: &["success", "4XX"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path_comma("ids", &self.ids);
        to.json(|body| {
            body.put("tags", &self.tags)
                .put("grid", &self.grid)
                .put("rows", &self.rows)
                .put("parts", &self.parts)
                .put("names", &self.names)
                .put("by_day", &self.by_day)
                .put("deep", &self.deep)
                .put("stock", &self.stock)
                .put("anything", &self.anything);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            ids: from.path.take_comma("ids"),
            tags: from.body.take("tags"),
            grid: from.body.take("grid"),
            rows: from.body.take("rows"),
            parts: from.body.take("parts"),
            names: from.body.take("names"),
            by_day: from.body.take("by_day"),
            deep: from.body.take("deep"),
            stock: from.body.take("stock"),
            anything: from.body.take("anything"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Option<Vec<String>>, Undecodable> {
        answer.json()
    }

    fn decode_failure(
        answer: &mut Answer<'_>,
    ) -> Result<Option<Map<Vec<String>>>, Undecodable> {
        answer.json_if(&["4XX"])
    }

    fn judge(output: &Option<Vec<String>>, check: &mut Check<'_>) {
        check.body(output).min_items(1);
        check.each_body(output).max_length(9);
    }

    fn respond(output: &Option<Vec<String>>, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse(failure: &Map<Vec<String>>, reply: &mut Reply) {
        reply.under(&["4XX"]).json(failure);
    }
}

/// `PutParts`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct PutParts {
    /// `name`. At most 3 characters.
    pub name: Option<String>,
}

impl PutParts {
    /// Sets [`name`](field@Self::name).
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }
}

impl Record for PutParts {
    fn read(object: &mut Object<'_>) -> Self {
        Self { name: object.take("name") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("name", &self.name);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("name", &self.name).max_length(3);
    }
}

/// `PutByDay`
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct PutByDay {
    /// `who`
    pub who: String,
}

impl PutByDay {
    /// With what is required.
    pub fn new(who: impl Into<String>) -> Self {
        Self { who: who.into() }
    }
}

impl Record for PutByDay {
    fn read(object: &mut Object<'_>) -> Self {
        Self { who: object.take("who") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("who", &self.who);
    }
}

/// `^[a-z]+$`
pub static ROWS: Pattern = Pattern::new("^[a-z]+$", &[(b"az", b"11")], b".!");

/// `^[a-z]{2}$`
pub static NAMES_KEY: Pattern = Pattern::new("^[a-z]{2}$", &[(b"az", b"12.")], b"..!");
