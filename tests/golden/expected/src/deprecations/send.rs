// Written by docwright from specs/deprecations/send.yaml: change that, and run it again.

//! [`Send`] and its types.

use super::{Colour, Deprecations};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, Field, Object, ObjectWriter, Promised, Record, Undecodable, Unlisted,
    Validate, text_enum,
};

/// Sends a note: `POST /notes`. Answers with [`SendResponse`].
///
/// Not deprecated.
///
/// Answers:
///
/// - `success`: [`SendResponse`].
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::deprecations::{Auth, BlockingClient, Send};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Send::new("text");
/// let answer = client.send(request)?;
/// println!("{:?}", answer.colour);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Send {
    /// `X-Old`
    ///
    /// Deprecated.
    pub x_old: Option<String>,
    /// `to`
    ///
    /// Deprecated: since 2.0
    pub to: String,
    /// `state`
    pub state: Option<SendState>,
    /// `colour`
    ///
    /// Deprecated: since 2.4, use \`theme\`
    pub colour: Option<Colour>,
    /// `other_colour`
    ///
    /// Not deprecated.
    pub other_colour: Option<Colour>,
    /// `title`
    ///
    /// Corrected: the page says nothing; here `deprecated: use text`. The vendor says so.
    ///
    /// Deprecated: use text
    pub title: Option<String>,
    /// `text`
    ///
    /// Deprecated.
    pub text: Field<String>,
}

impl Send {
    /// With what is required.
    pub fn new(to: impl Into<String>) -> Self {
        Self {
            x_old: None,
            to: to.into(),
            state: None,
            colour: None,
            other_colour: None,
            title: None,
            text: Field::Absent,
        }
    }

    /// Sets [`x_old`](field@Self::x_old).
    #[deprecated]
    pub fn x_old(mut self, value: impl Into<String>) -> Self {
        self.x_old = Some(value.into());
        self
    }

    /// `state`
    pub fn state(mut self, value: impl Into<SendState>) -> Self {
        self.state = Some(value.into());
        self
    }

    /// Sets [`colour`](field@Self::colour).
    #[deprecated(note = "since 2.4, use \\`theme\\`")]
    pub fn colour(mut self, value: impl Into<Colour>) -> Self {
        self.colour = Some(value.into());
        self
    }

    /// Sets [`other_colour`](field@Self::other_colour).
    pub fn other_colour(mut self, value: impl Into<Colour>) -> Self {
        self.other_colour = Some(value.into());
        self
    }

    /// Sets [`title`](field@Self::title).
    #[deprecated(note = "use text")]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }

    /// Sets [`text`](field@Self::text).
    #[deprecated]
    pub fn text(mut self, value: impl Into<String>) -> Self {
        self.text = Field::Value(value.into());
        self
    }

    /// Sends `null`.
    #[deprecated]
    pub fn text_null(mut self) -> Self {
        self.text = Field::Null;
        self
    }
}

impl Validate for Send {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("state", &self.state).listed(SendState::LISTED);
    }
}

impl Endpoint for Send {
    type Api = Deprecations;
    type Output = SendResponse;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "deprecations",
        name: "send",
        method: Method::POST,
        path: "/notes",
        statuses: &["success"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.header("x-old", &self.x_old);
        to.json(|body| {
            body.put("to", &self.to)
                .put("state", &self.state)
                .put("colour", &self.colour)
                .put("other_colour", &self.other_colour)
                .put("title", &self.title)
                .put("text", &self.text);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            x_old: from.headers.take("X-Old"),
            to: from.body.take("to"),
            state: from.body.take("state"),
            colour: from.body.take("colour"),
            other_colour: from.body.take("other_colour"),
            title: from.body.take("title"),
            text: from.body.take("text"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<SendResponse, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &SendResponse, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// `state`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SendState {
    /// `open`
    Open,
    /// `on_hold`
    #[deprecated]
    OnHold,
    /// Somebody works on it. `wip` on the wire.
    #[deprecated(note = "use open")]
    Wip,
    /// `done`
    ///
    /// Not deprecated.
    Done,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

#[allow(deprecated)]
impl SendState {
    const WIRE: &[(&str, Self)] = &[
        ("open", Self::Open),
        ("on_hold", Self::OnHold),
        ("wip", Self::Wip),
        ("done", Self::Done),
    ];
}

text_enum!(SendState);

/// `SendResponse`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendResponse {
    /// `colour`
    ///
    /// Deprecated: since 2.4, use \`theme\`
    pub colour: Promised<Colour>,
    /// `id`
    ///
    /// Deprecated.
    pub id: Option<i64>,
}

impl SendResponse {
    /// With what an answer promises.
    #[must_use]
    pub fn new(colour: impl Into<Colour>) -> Self {
        Self {
            colour: Ok(colour.into()),
            id: None,
        }
    }

    /// Sets [`id`](field@Self::id).
    #[deprecated]
    #[must_use]
    pub fn id(mut self, value: i64) -> Self {
        self.id = Some(value);
        self
    }
}

impl Record for SendResponse {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            colour: object.take("colour"),
            id: object.take("id"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("colour", &self.colour).put("id", &self.id);
    }
}
