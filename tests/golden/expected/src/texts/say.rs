// Written by docwright from specs/texts/say.yaml: change that, and run it again.

//! [`Say`] and its types.

use super::Texts;
use crate::runtime::client::{
    Answer, Body, Endpoint, Incoming, Info, Method, Outgoing, Reply,
};
use crate::runtime::{Check, Pattern, Undecodable, Unlisted, Validate, text_enum};

/// \*/ pub fn evil() {} // "#\]U+202EU+0007 \[link\](`http://x`) \<script\> \\ \| # heading:
/// `POST /say`. Answers with the body as it comes.
///
/// Answers:
///
/// - `success`
///
/// Unclear: \`\`\`rust
///
/// Unclear: # A heading, \_emphasis\_, `https://bare.example/link` and \`code
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::texts::{Auth, BlockingClient, Say};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Say::new().word("\"");
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Say {
    /// `word`. Matches [`WORD`].
    pub word: Option<String>,
    /// One line.
    ///
    /// \- an item
    ///
    /// indented code
    ///
    /// 1\. a number
    ///
    /// Not enforced: Not \<b\>bold\</b\>.
    pub choice: Option<SayChoice>,
}

impl Say {
    /// Nothing is required.
    pub const fn new() -> Self {
        Self { word: None, choice: None }
    }

    /// Sets [`word`](field@Self::word).
    pub fn word(mut self, value: impl Into<String>) -> Self {
        self.word = Some(value.into());
        self
    }

    /// One line. See [`choice`](field@Self::choice).
    pub fn choice(mut self, value: impl Into<SayChoice>) -> Self {
        self.choice = Some(value.into());
        self
    }
}

impl Validate for Say {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("word", &self.word).pattern(&WORD);
        check.at("choice", &self.choice).listed(SayChoice::LISTED);
    }
}

impl Endpoint for Say {
    type Api = Texts;
    type Output = Body;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "texts",
        name: "say",
        method: Method::POST,
        path: "/say",
        statuses: &["success"],
        media_types: &["application/json"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.accept("*/*");
        to.json(|body| {
            body.put("word", &self.word).put("choice", &self.choice);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            word: from.body.take("word"),
            choice: from.body.take("choice"),
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

/// One line.
///
/// \- an item
///
/// indented code
///
/// 1\. a number
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SayChoice {
    /// `"`
    U22,
    /// `a\nb`
    AB,
    /// `{}`
    U7bU7d,
    /// `\`
    U5c,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl SayChoice {
    const WIRE: &[(&str, Self)] = &[
        ("\"", Self::U22),
        ("a\nb", Self::AB),
        ("{}", Self::U7bU7d),
        (r"\", Self::U5c),
    ];
}

text_enum!(SayChoice);

/// `^["\\#]+$`
pub static WORD: Pattern = Pattern::new("^[\"\\\\#]+$", &[(b"\"#\\\\", b"11")], b".!");
