// Written by docwright from specs/forms/send.yaml: change that, and run it again.

//! [`Send`] and its types.

use super::Forms;
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Email, Field, Undecodable, Validate, list};

/// A form body, each form of a list in it: `POST /messages`.
///
/// Answers:
///
/// - `success`
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use golden::forms::{Auth, BlockingClient, Send};
///
/// let client = BlockingClient::builder("https://api.example.com", Auth::none())
///     .build()?;
/// let request = Send::new("A & B+");
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Send {
    /// `name`. At most 20 characters.
    pub name: String,
    /// `page[size]`
    pub page_size: Option<i64>,
    /// `note`
    pub note: Field<String>,
    /// `owner`. `0` stands for none.
    pub owner: Field<i64>,
    /// `repeated`
    pub repeated: Vec<i64>,
    /// `bracketed`
    pub bracketed: Vec<String>,
    /// `joined`
    pub joined: Option<Vec<Email>>,
    /// The fields that the server sets: `urgent`.
    pub server_owned: SendServerOwned,
}

impl Send {
    /// With what is required.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            page_size: None,
            note: Field::Absent,
            owner: Field::Absent,
            repeated: Vec::new(),
            bracketed: Vec::new(),
            joined: None,
            server_owned: SendServerOwned::default(),
        }
    }

    /// `page[size]`
    pub fn page_size(mut self, value: i64) -> Self {
        self.page_size = Some(value);
        self
    }

    /// `note`
    pub fn note(mut self, value: impl Into<String>) -> Self {
        self.note = Field::Value(value.into());
        self
    }

    /// Sends `null`.
    pub fn note_null(mut self) -> Self {
        self.note = Field::Null;
        self
    }

    /// Sets [`owner`](field@Self::owner).
    pub fn owner(mut self, value: i64) -> Self {
        self.owner = Field::Value(value);
        self
    }

    /// Sends `0`, which stands for none.
    pub fn owner_null(mut self) -> Self {
        self.owner = Field::Null;
        self
    }

    /// `repeated`
    pub fn repeated(mut self, items: impl IntoIterator<Item = i64>) -> Self {
        self.repeated = list(items);
        self
    }

    /// `bracketed`
    pub fn bracketed(
        mut self,
        items: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.bracketed = list(items);
        self
    }

    /// `joined`
    pub fn joined(mut self, items: impl IntoIterator<Item = impl Into<Email>>) -> Self {
        self.joined = Some(list(items));
        self
    }

    /// The fields that the server sets: `urgent`.
    pub fn server_owned(mut self, value: SendServerOwned) -> Self {
        self.server_owned = value;
        self
    }
}

impl Validate for Send {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("name", &self.name).max_length(20);
        check.each("joined", &self.joined).email().no_comma();
    }
}

impl Endpoint for Send {
    type Api = Forms;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "forms",
        name: "send",
        method: Method::POST,
        path: "/messages",
        statuses: &["success"],
        media_types: &["application/x-www-form-urlencoded"],
        auth: &[],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        let owned = &self.server_owned;
        to.urlencoded(|body| {
            body.put("name", &self.name)
                .put("page[size]", &self.page_size)
                .put("note", &self.note)
                .put_or("owner", &self.owner, &0)
                .put("urgent", &owned.urgent)
                .put_repeat("repeated", &self.repeated)
                .put_brackets("bracketed", &self.bracketed)
                .put_comma("joined", &self.joined);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            name: from.body.take("name"),
            page_size: from.body.take("page[size]"),
            note: from.body.take("note"),
            owner: from.body.take_or("owner", &0),
            server_owned: SendServerOwned {
                urgent: from.body.take("urgent"),
            },
            repeated: from.body.take_repeat("repeated"),
            bracketed: from.body.take_brackets("bracketed"),
            joined: from.body.take_comma("joined"),
        }
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

/// The fields of [`Send`] that the server sets; a caller seldom does.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct SendServerOwned {
    /// `urgent`
    pub urgent: Option<bool>,
}

impl SendServerOwned {
    /// `urgent`
    pub fn urgent(mut self, value: bool) -> Self {
        self.urgent = Some(value);
        self
    }
}
