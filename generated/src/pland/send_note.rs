// Written by docwright from specs/pland/send_note.yaml: change that, and run it again.

//! [`SendNote`] and its types.

use super::{OBJECT_ID, ObjectId, Pland};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, DateTime, JsonObject, Object, ObjectWriter, Record, Undecodable, Unlisted,
    Validate, list, text_enum,
};

/// Sends a note to a chat: `POST /chat/v2/{id}/sendNote`. Answers with [`SendNoteResponse`].
///
/// Answers:
///
/// - `success`: The note was sent. [`SendNoteResponse`].
/// - `401`: The credential is missing or wrong. Corrected (vendor_docs): the page does not name it.
///   This page names no failure; others do.
/// - `403`: The credential does not allow the call. Corrected (vendor_docs): the page does not name
///   it. This page names no failure; others do.
///
/// Unclear: The whole path has v2 twice, once from the server and once of its own.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use message_clients::pland::{
///     Auth, BlockingClient, PRODUCTION, SendNote, SendNoteType,
/// };
///
/// let client = BlockingClient::builder(PRODUCTION, Auth::api_key("key")).build()?;
/// let request = SendNote::new("aaaaaaaaaaaaaaaaaaaaaaaa")
///     .type_(SendNoteType::ChatMessage);
/// let answer = client.send(request)?;
/// println!("{:?}", answer.id);
/// # Ok(())
/// # }
/// ```
#[doc(alias = "Send a note message")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct SendNote {
    /// The chat that gets the note.
    ///
    /// Inferred: matches [`OBJECT_ID`] (warns).
    pub id: ObjectId,
    /// The kind of message. `type` on the wire.
    ///
    /// Unclear: The sample sends CHAT_MESSAGE to the operation for notes, although NOTE_MESSAGE
    /// exists.
    pub type_: Option<SendNoteType>,
    /// The chat that the message belongs to. `chatId` on the wire.
    ///
    /// Inferred: matches [`OBJECT_ID`] (warns).
    ///
    /// Unclear: The path names the chat already; the page does not say what holds where they
    /// differ.
    pub chat_id: Option<ObjectId>,
    /// The content, block by block; the page does not say what a block holds.
    pub blocks: Option<Vec<JsonObject>>,
    /// The messages that continue this one. `childMessageIds` on the wire.
    ///
    /// Inferred: each matches [`OBJECT_ID`] (warns).
    pub child_message_ids: Option<Vec<ObjectId>>,
    /// The users who have read the message. `readByUserIds` on the wire.
    ///
    /// Inferred: each matches [`OBJECT_ID`] (warns).
    pub read_by_user_ids: Option<Vec<ObjectId>>,
    /// What the message refers to where the chat has no single subject.
    ///
    /// Unclear: The text speaks of referenceId, the sample of subId.
    pub metadata: Option<SendNoteMetadata>,
    /// The message's access level; the page does not say what it governs. `accessLevel` on the
    /// wire.
    pub access_level: Option<SendNoteAccessLevel>,
    /// The fields that the server sets: `_id`, `number`, `companyId`, `status`.
    pub server_owned: SendNoteServerOwned,
}

impl SendNote {
    /// With what is required.
    pub fn new(id: impl Into<ObjectId>) -> Self {
        Self {
            id: id.into(),
            type_: None,
            chat_id: None,
            blocks: None,
            child_message_ids: None,
            read_by_user_ids: None,
            metadata: None,
            access_level: None,
            server_owned: SendNoteServerOwned::default(),
        }
    }

    /// The kind of message. See [`type_`](field@Self::type_).
    pub fn type_(mut self, value: impl Into<SendNoteType>) -> Self {
        self.type_ = Some(value.into());
        self
    }

    /// The chat that the message belongs to. See [`chat_id`](field@Self::chat_id).
    pub fn chat_id(mut self, value: impl Into<ObjectId>) -> Self {
        self.chat_id = Some(value.into());
        self
    }

    /// The content, block by block; the page does not say what a block holds.
    pub fn blocks(mut self, items: impl IntoIterator<Item = JsonObject>) -> Self {
        self.blocks = Some(list(items));
        self
    }

    /// The messages that continue this one. See
    /// [`child_message_ids`](field@Self::child_message_ids).
    pub fn child_message_ids(
        mut self,
        items: impl IntoIterator<Item = impl Into<ObjectId>>,
    ) -> Self {
        self.child_message_ids = Some(list(items));
        self
    }

    /// The users who have read the message. See [`read_by_user_ids`](field@Self::read_by_user_ids).
    pub fn read_by_user_ids(
        mut self,
        items: impl IntoIterator<Item = impl Into<ObjectId>>,
    ) -> Self {
        self.read_by_user_ids = Some(list(items));
        self
    }

    /// What the message refers to where the chat has no single subject. See
    /// [`metadata`](field@Self::metadata).
    pub fn metadata(mut self, value: SendNoteMetadata) -> Self {
        self.metadata = Some(value);
        self
    }

    /// The message's access level; the page does not say what it governs.
    pub fn access_level(mut self, value: SendNoteAccessLevel) -> Self {
        self.access_level = Some(value);
        self
    }

    /// The fields that the server sets: `_id`, `number`, `companyId`, `status`.
    pub fn server_owned(mut self, value: SendNoteServerOwned) -> Self {
        self.server_owned = value;
        self
    }
}

impl Validate for SendNote {
    fn validate(&self, check: &mut Check<'_>) {
        check.path().at("id", &self.id).inferred().pattern(&OBJECT_ID);
        check.at("_id", &self.server_owned.message_id).inferred().pattern(&OBJECT_ID);
        check
            .at("companyId", &self.server_owned.company_id)
            .inferred()
            .pattern(&OBJECT_ID);
        check.nested("status", &self.server_owned.status);
        check.at("type", &self.type_).listed(SendNoteType::LISTED);
        check.at("chatId", &self.chat_id).inferred().pattern(&OBJECT_ID);
        check
            .each("childMessageIds", &self.child_message_ids)
            .inferred()
            .pattern(&OBJECT_ID);
        check
            .each("readByUserIds", &self.read_by_user_ids)
            .inferred()
            .pattern(&OBJECT_ID);
        check.nested("metadata", &self.metadata);
    }
}

impl Endpoint for SendNote {
    type Api = Pland;
    type Output = SendNoteResponse;
    type Failure = ();

    const INFO: &Info = &Info {
        api: "pland",
        name: "send_note",
        method: Method::POST,
        path: "/chat/v2/{id}/sendNote",
        statuses: &["success", "401", "403"],
        media_types: &["application/json"],
        auth: &["api_key", "jwt"],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        let owned = &self.server_owned;
        to.path("id", &self.id);
        to.json(|body| {
            body.put("_id", &owned.message_id)
                .put("number", &owned.number)
                .put("companyId", &owned.company_id)
                .put("status", &owned.status)
                .put("type", &self.type_)
                .put("chatId", &self.chat_id)
                .put("blocks", &self.blocks)
                .put("childMessageIds", &self.child_message_ids)
                .put("readByUserIds", &self.read_by_user_ids)
                .put("metadata", &self.metadata)
                .put("accessLevel", &self.access_level);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            id: from.path.take("id"),
            server_owned: SendNoteServerOwned {
                message_id: from.body.take("_id"),
                number: from.body.take("number"),
                company_id: from.body.take("companyId"),
                status: from.body.take("status"),
            },
            type_: from.body.take("type"),
            chat_id: from.body.take("chatId"),
            blocks: from.body.take("blocks"),
            child_message_ids: from.body.take("childMessageIds"),
            read_by_user_ids: from.body.take("readByUserIds"),
            metadata: from.body.take("metadata"),
            access_level: from.body.take("accessLevel"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<SendNoteResponse, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond(output: &SendNoteResponse, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse((): &(), _: &mut Reply) {}
}

/// The fields of [`SendNote`] that the server sets; a caller seldom does.
///
/// Inferred: The body is the stored message; the server gives this field.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct SendNoteServerOwned {
    /// The message's identifier. `_id` on the wire.
    ///
    /// Inferred: matches [`OBJECT_ID`] (warns).
    #[doc(alias = "_id")]
    pub message_id: Option<ObjectId>,
    /// The message's number, unique as well.
    pub number: Option<i64>,
    /// The company that the message belongs to. `companyId` on the wire.
    ///
    /// Inferred: matches [`OBJECT_ID`] (warns).
    pub company_id: Option<ObjectId>,
    /// The state of the stored message and who changed it when.
    pub status: Option<SendNoteStatus>,
}

impl SendNoteServerOwned {
    /// The message's identifier. See [`message_id`](field@Self::message_id).
    #[doc(alias = "_id")]
    pub fn message_id(mut self, value: impl Into<ObjectId>) -> Self {
        self.message_id = Some(value.into());
        self
    }

    /// The message's number, unique as well.
    pub fn number(mut self, value: i64) -> Self {
        self.number = Some(value);
        self
    }

    /// The company that the message belongs to. See [`company_id`](field@Self::company_id).
    pub fn company_id(mut self, value: impl Into<ObjectId>) -> Self {
        self.company_id = Some(value.into());
        self
    }

    /// The state of the stored message and who changed it when.
    pub fn status(mut self, value: SendNoteStatus) -> Self {
        self.status = Some(value);
        self
    }
}

/// The state of the stored message and who changed it when.
///
/// Inferred: an object with status, createdAt, createdBy, lastModifiedAt, lastModifiedBy. The page
/// says object; its sample shows the fields.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct SendNoteStatus {
    /// `status`
    pub status: Option<i64>,
    /// `createdAt`
    pub created_at: Option<DateTime>,
    /// `createdBy`
    pub created_by: Option<String>,
    /// `lastModifiedAt`
    pub last_modified_at: Option<DateTime>,
    /// `lastModifiedBy`
    pub last_modified_by: Option<String>,
}

impl SendNoteStatus {
    /// `status`
    pub fn status(mut self, value: i64) -> Self {
        self.status = Some(value);
        self
    }

    /// `createdAt`
    pub fn created_at(mut self, value: impl Into<DateTime>) -> Self {
        self.created_at = Some(value.into());
        self
    }

    /// `createdBy`
    pub fn created_by(mut self, value: impl Into<String>) -> Self {
        self.created_by = Some(value.into());
        self
    }

    /// `lastModifiedAt`
    pub fn last_modified_at(mut self, value: impl Into<DateTime>) -> Self {
        self.last_modified_at = Some(value.into());
        self
    }

    /// `lastModifiedBy`
    pub fn last_modified_by(mut self, value: impl Into<String>) -> Self {
        self.last_modified_by = Some(value.into());
        self
    }
}

impl Record for SendNoteStatus {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            status: object.take("status"),
            created_at: object.take("createdAt"),
            created_by: object.take("createdBy"),
            last_modified_at: object.take("lastModifiedAt"),
            last_modified_by: object.take("lastModifiedBy"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("status", &self.status)
            .put("createdAt", &self.created_at)
            .put("createdBy", &self.created_by)
            .put("lastModifiedAt", &self.last_modified_at)
            .put("lastModifiedBy", &self.last_modified_by);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("createdAt", &self.created_at).inferred().date_time();
        check.at("lastModifiedAt", &self.last_modified_at).inferred().date_time();
    }
}

/// The kind of message.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SendNoteType {
    /// `CHAT_MESSAGE`
    ChatMessage,
    /// `ACTIVITY_MESSAGE`
    ActivityMessage,
    /// `EMAIL_MESSAGE`
    EmailMessage,
    /// `NOTE_MESSAGE`
    NoteMessage,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl SendNoteType {
    const WIRE: &[(&str, Self)] = &[
        ("CHAT_MESSAGE", Self::ChatMessage),
        ("ACTIVITY_MESSAGE", Self::ActivityMessage),
        ("EMAIL_MESSAGE", Self::EmailMessage),
        ("NOTE_MESSAGE", Self::NoteMessage),
    ];
}

text_enum!(SendNoteType);

/// What the message refers to where the chat has no single subject.
///
/// Inferred: an object with type, subId, date, initialTab. The page says object; its sample shows
/// the fields.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct SendNoteMetadata {
    /// `type`
    pub type_: Option<String>,
    /// `subId`
    pub sub_id: Option<String>,
    /// `date`
    pub date: Option<DateTime>,
    /// `initialTab`
    pub initial_tab: Option<String>,
}

impl SendNoteMetadata {
    /// `type`
    pub fn type_(mut self, value: impl Into<String>) -> Self {
        self.type_ = Some(value.into());
        self
    }

    /// `subId`
    pub fn sub_id(mut self, value: impl Into<String>) -> Self {
        self.sub_id = Some(value.into());
        self
    }

    /// `date`
    pub fn date(mut self, value: impl Into<DateTime>) -> Self {
        self.date = Some(value.into());
        self
    }

    /// `initialTab`
    pub fn initial_tab(mut self, value: impl Into<String>) -> Self {
        self.initial_tab = Some(value.into());
        self
    }
}

impl Record for SendNoteMetadata {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            type_: object.take("type"),
            sub_id: object.take("subId"),
            date: object.take("date"),
            initial_tab: object.take("initialTab"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("type", &self.type_)
            .put("subId", &self.sub_id)
            .put("date", &self.date)
            .put("initialTab", &self.initial_tab);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("date", &self.date).inferred().date_time();
    }
}

/// The message's access level; the page does not say what it governs.
///
/// Inferred: an object with \_id, level, name. The page says object; its sample shows the fields.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct SendNoteAccessLevel {
    /// `_id`
    pub id: Option<String>,
    /// `level`
    pub level: Option<i64>,
    /// `name`
    pub name: Option<String>,
}

impl SendNoteAccessLevel {
    /// `_id`
    pub fn id(mut self, value: impl Into<String>) -> Self {
        self.id = Some(value.into());
        self
    }

    /// `level`
    pub fn level(mut self, value: i64) -> Self {
        self.level = Some(value);
        self
    }

    /// `name`
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }
}

impl Record for SendNoteAccessLevel {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            id: object.take("_id"),
            level: object.take("level"),
            name: object.take("name"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("_id", &self.id).put("level", &self.level).put("name", &self.name);
    }
}

/// The note was sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SendNoteResponse {
    /// The identifier of the stored message. `_id` on the wire.
    ///
    /// Unclear: A plain string here, an object id in the request.
    pub id: Option<String>,
}

impl SendNoteResponse {
    /// The identifier of the stored message. See [`id`](field@Self::id).
    #[must_use]
    pub fn id(mut self, value: impl Into<String>) -> Self {
        self.id = Some(value.into());
        self
    }
}

impl Record for SendNoteResponse {
    fn read(object: &mut Object<'_>) -> Self {
        Self { id: object.take("_id") }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("_id", &self.id);
    }
}
