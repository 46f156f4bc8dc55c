// Written by docwright from specs/examples/nested.yaml: change that, and run it again.

//! [`Nested`] and its types.

use super::{Both, Count, Examples, Pair};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, EpochSeconds, Json, Object, ObjectWriter, Record, Undecodable, Validate, list,
};

/// Required objects, as deep as they go: `POST /nested`. Answers with [`Both`].
///
/// Answers:
///
/// - `success`: [`Both`].
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::runtime::EpochSeconds;
/// use golden::examples::{
///     Auth, BlockingClient, Both, Nested, NestedOuter, NestedOuterInner, Number, Pair,
///     PairRequired,
/// };
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Nested::new(
///     EpochSeconds(1),
///     NestedOuter::new(NestedOuterInner::default(), [vec!["text".into()]], ["value"]),
///     Both::new(EpochSeconds(1)),
///     Pair::new(PairRequired {
///         first: "text".into(),
///         second: "text".into(),
///     }),
///     Number(1),
/// );
/// let answer = client.send(request)?;
/// println!("{:?}", answer.note);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Nested {
    /// `at`
    pub at: EpochSeconds,
    /// `outer`
    pub outer: NestedOuter,
    /// `both`
    pub both: Both,
    /// `pair`
    pub pair: Pair,
    /// `count`
    pub count: Count,
}

impl Nested {
    /// With what is required.
    pub const fn new(
        at: EpochSeconds,
        outer: NestedOuter,
        both: Both,
        pair: Pair,
        count: Count,
    ) -> Self {
        Self {
            at,
            outer,
            both,
            pair,
            count,
        }
    }
}

impl Validate for Nested {
    fn validate(&self, check: &mut Check<'_>) {
        check.nested("both", &self.both);
    }
}

impl Endpoint for Nested {
    type Api = Examples;
    type Output = Both;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "examples",
        name: "nested",
        method: Method::POST,
        path: "/nested",
        statuses: &["success"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.json(|body| {
            body.put("at", &self.at)
                .put("outer", &self.outer)
                .put("both", &self.both)
                .put("pair", &self.pair)
                .put("count", &self.count);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            at: from.body.take("at"),
            outer: from.body.take("outer"),
            both: from.body.take("both"),
            pair: from.body.take("pair"),
            count: from.body.take("count"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Both, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &Both, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// `outer`
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct NestedOuter {
    /// `inner`
    pub inner: NestedOuterInner,
    /// `names`
    pub names: Vec<Vec<String>>,
    /// `anything`
    pub anything: Vec<Json>,
}

impl NestedOuter {
    /// With what is required.
    pub fn new(
        inner: NestedOuterInner,
        names: impl IntoIterator<Item = Vec<String>>,
        anything: impl IntoIterator<Item = impl Into<Json>>,
    ) -> Self {
        Self {
            inner,
            names: list(names),
            anything: list(anything),
        }
    }
}

impl Record for NestedOuter {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            inner: object.take("inner"),
            names: object.take("names"),
            anything: object.take("anything"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("inner", &self.inner)
            .put("names", &self.names)
            .put("anything", &self.anything);
    }
}

/// `inner`
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct NestedOuterInner {
    /// `note`
    pub note: Option<String>,
}

impl NestedOuterInner {
    /// `note`
    pub fn note(mut self, value: impl Into<String>) -> Self {
        self.note = Some(value.into());
        self
    }
}

impl Record for NestedOuterInner {
    fn read(object: &mut Object<'_>) -> Self {
        Self { note: object.take("note") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("note", &self.note);
    }
}
