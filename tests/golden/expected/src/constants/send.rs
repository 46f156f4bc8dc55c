// Written by docwright from specs/constants/send.yaml: change that, and run it again.

//! [`Send`] and its types.

use super::Constants;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, Field, Object, ObjectWriter, Promised, Record, Undecodable, Unlisted,
    Validate, list, text, text_enum,
};

/// A constant of each kind of value: `POST /{kind}/messages`. Answers with [`SendResponse`].
///
/// Answers:
///
/// - `success`: [`SendResponse`].
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::constants::{Auth, BlockingClient, Send, SendAuthor};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Send::new("a", SendAuthor::new(), "guessed");
/// let answer = client.send(request)?;
/// println!("{:?}", answer.state);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Send {
    /// `kind`. Always `chat`.
    pub kind: String,
    /// `Api-Version`. Always `2024-01-01`.
    pub api_version: String,
    /// `version`. Always `2`.
    pub version: f64,
    /// `count`. Always `1`.
    pub count: Option<i64>,
    /// `final`. Always `true`.
    pub final_: bool,
    /// `medium`. Always `chat`.
    pub medium: SendMedium,
    /// `text`
    pub text: String,
    /// `mode`. Always `fast`.
    pub mode: Option<Mode>,
    /// `modes`. Each always `fast`.
    pub modes: Option<Vec<Mode>>,
    /// `draft`. Always `no`.
    pub draft: Field<String>,
    /// `author`
    pub author: SendAuthor,
    /// `guess`
    ///
    /// Inferred: `const: guessed`. All samples have it (warns).
    pub guess: String,
}

impl Send {
    /// With what is required.
    pub fn new(
        text: impl Into<String>,
        author: SendAuthor,
        guess: impl Into<String>,
    ) -> Self {
        Self {
            kind: "chat".into(),
            api_version: "2024-01-01".into(),
            version: 2.0,
            count: None,
            final_: true,
            medium: SendMedium::Chat,
            text: text.into(),
            mode: None,
            modes: None,
            draft: Field::Absent,
            author,
            guess: guess.into(),
        }
    }

    /// Sends `1`. See [`count`](field@Self::count).
    pub fn count(mut self) -> Self {
        self.count = Some(1);
        self
    }

    /// Sends `fast`. See [`mode`](field@Self::mode).
    pub fn mode(mut self) -> Self {
        self.mode = Some("fast".into());
        self
    }

    /// Sets [`modes`](field@Self::modes).
    pub fn modes(mut self, items: impl IntoIterator<Item = impl Into<Mode>>) -> Self {
        self.modes = Some(list(items));
        self
    }

    /// Sends `no`. See [`draft`](field@Self::draft).
    pub fn draft(mut self) -> Self {
        self.draft = Field::Value("no".into());
        self
    }

    /// Sends `null`.
    pub fn draft_null(mut self) -> Self {
        self.draft = Field::Null;
        self
    }
}

impl Validate for Send {
    fn validate(&self, check: &mut Check<'_>) {
        check.path().at("kind", &self.kind).constant("chat");
        check.headers().at("Api-Version", &self.api_version).constant("2024-01-01");
        check.at("version", &self.version).finite().constant(2.0);
        check.at("count", &self.count).constant(1);
        check.at("final", &self.final_).constant(true);
        check.at("medium", &self.medium).constant("chat").listed(SendMedium::LISTED);
        check.at("mode", &self.mode).constant("fast");
        check.each("modes", &self.modes).constant("fast");
        check.at("draft", &self.draft).constant("no");
        check.nested("author", &self.author);
        check.at("guess", &self.guess).inferred().constant("guessed");
    }
}

impl Endpoint for Send {
    type Api = Constants;
    type Output = SendResponse;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "constants",
        name: "send",
        method: Method::POST,
        path: "/{kind}/messages",
        statuses: &["success"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &["X-Beta"],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("kind", &self.kind).header("api-version", &self.api_version);
        to.json(|body| {
            body.put("version", &self.version)
                .put("count", &self.count)
                .put("final", &self.final_)
                .put("medium", &self.medium)
                .put("text", &self.text)
                .put("mode", &self.mode)
                .put("modes", &self.modes)
                .put("draft", &self.draft)
                .put("author", &self.author)
                .put("guess", &self.guess);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            kind: from.path.take("kind"),
            api_version: from.headers.take("Api-Version"),
            version: from.body.take("version"),
            count: from.body.take("count"),
            final_: from.body.take("final"),
            medium: from.body.take("medium"),
            text: from.body.take("text"),
            mode: from.body.take("mode"),
            modes: from.body.take("modes"),
            draft: from.body.take("draft"),
            author: from.body.take("author"),
            guess: from.body.take("guess"),
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

/// `medium`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SendMedium {
    /// `chat`
    Chat,
    /// `mail`
    Mail,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl SendMedium {
    const WIRE: &[(&str, Self)] = &[("chat", Self::Chat), ("mail", Self::Mail)];
}

text_enum!(SendMedium);

/// `author`
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct SendAuthor {
    /// `kind`. Always `user`.
    pub kind: String,
}

impl SendAuthor {
    /// Nothing is required.
    pub fn new() -> Self {
        Self { kind: "user".into() }
    }
}

impl Default for SendAuthor {
    fn default() -> Self {
        Self::new()
    }
}

impl Record for SendAuthor {
    fn read(object: &mut Object<'_>) -> Self {
        Self { kind: object.take("kind") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("kind", &self.kind);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("kind", &self.kind).constant("user");
    }
}

/// `SendResponse`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendResponse {
    /// `state`. Always `sent`.
    pub state: Promised<String>,
}

impl SendResponse {
    /// Nothing is required.
    #[must_use]
    pub fn new() -> Self {
        Self { state: Ok("sent".into()) }
    }
}

impl Default for SendResponse {
    fn default() -> Self {
        Self::new()
    }
}

impl Record for SendResponse {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            state: object.take("state"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("state", &self.state);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("state", &self.state).constant("sent");
    }
}

/// `Mode`. Always `fast`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mode(String);

text!(Mode);
