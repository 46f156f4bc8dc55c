// Written by docwright from specs/requires/add_note.yaml: change that, and run it again.

//! [`AddNote`] and its types.

use super::Requires;
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, DateTime, Field, Undecodable, Validate};

/// Arguments in the order of path and spec, neighbours of different types:
/// `POST /boards/{board}/notes/{position}`. Answers with the body as it comes.
///
/// Answers:
///
/// - `success`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::requires::{AddNote, Auth, BlockingClient};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = AddNote::new("text", 1, "text", true, None, None);
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct AddNote {
    /// `board`
    pub board: String,
    /// `position`
    pub position: i64,
    /// What it says. At most 200 characters.
    pub text: String,
    /// `pinned`
    pub pinned: bool,
    /// `colour`. Optional.
    pub colour: Option<String>,
    /// When it is due; null for never.
    pub due: Option<DateTime>,
    /// `author`
    pub author: Field<String>,
    /// `reply_to`. `0` stands for none.
    pub reply_to: Field<i64>,
    /// `group`. `-1` stands for none.
    pub group: Option<i64>,
}

impl AddNote {
    /// With what is required.
    pub fn new(
        board: impl Into<String>,
        position: i64,
        text: impl Into<String>,
        pinned: bool,
        due: Option<DateTime>,
        group: Option<i64>,
    ) -> Self {
        Self {
            board: board.into(),
            position,
            text: text.into(),
            pinned,
            colour: None,
            due,
            author: Field::Absent,
            reply_to: Field::Absent,
            group,
        }
    }

    /// `colour`
    pub fn colour(mut self, value: impl Into<String>) -> Self {
        self.colour = Some(value.into());
        self
    }

    /// `author`
    pub fn author(mut self, value: impl Into<String>) -> Self {
        self.author = Field::Value(value.into());
        self
    }

    /// Sends `null`.
    pub fn author_null(mut self) -> Self {
        self.author = Field::Null;
        self
    }

    /// Sets [`reply_to`](field@Self::reply_to).
    pub fn reply_to(mut self, value: i64) -> Self {
        self.reply_to = Field::Value(value);
        self
    }

    /// Sends `0`, which stands for none.
    pub fn reply_to_null(mut self) -> Self {
        self.reply_to = Field::Null;
        self
    }
}

impl Validate for AddNote {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("text", &self.text).max_length(200);
        check.at("due", &self.due).date_time();
    }
}

impl Endpoint for AddNote {
    type Api = Requires;
    type Output = Body;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "requires",
        name: "add_note",
        method: Method::POST,
        path: "/boards/{board}/notes/{position}",
        statuses: &["success"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("board", &self.board).path("position", &self.position).accept("*/*");
        to.json(|body| {
            body.put("text", &self.text)
                .put("pinned", &self.pinned)
                .put("colour", &self.colour)
                .put_nullable("due", &self.due)
                .put("author", &self.author)
                .put_or("reply_to", &self.reply_to, &0)
                .put_nullable_or("group", &self.group, &-1);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            board: from.path.take("board"),
            position: from.path.take("position"),
            text: from.body.take("text"),
            pinned: from.body.take("pinned"),
            colour: from.body.take("colour"),
            due: from.body.take_nullable("due"),
            author: from.body.take("author"),
            reply_to: from.body.take_or("reply_to", &0),
            group: from.body.take_nullable_or("group", &-1),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Body, Undecodable> {
        answer.raw()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &Body, reply: &mut Reply) {
        reply.raw(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}
