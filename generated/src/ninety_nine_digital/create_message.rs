// Written by docwright from specs/ninety_nine_digital/create_message.yaml: change that, and run it again.

//! [`CreateMessage`] and its types.

use super::{AccountId, ConversationId, Failure, NinetyNineDigital};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, DateTime, EpochSeconds, Field, JsonObject, Object, ObjectWriter, Record,
    Tagged, Undecodable, Unlisted, Validate, integer_enum, text_enum, union,
};

/// Writes a message into a conversation:
/// `POST /api/v1/accounts/{account_id}/conversations/{conversation_id}/messages`. Answers with
/// [`Message`].
///
/// Answers:
///
/// - `success`: The message as stored. [`Message`].
/// - `401`: The key is wrong, or its user may not do this. [`Failure`]. Corrected (chatwoot): the
///   page does not name it. The page names no failure.
/// - `404`: No such account or conversation. [`Failure`]. Corrected (chatwoot): the page does not
///   name it. The page names no failure.
/// - `422`: The message was refused. [`Failure`]. Corrected (chatwoot): the page does not name it.
///   The page names no failure.
/// - `429`: Too many calls. Corrected (chatwoot): the page does not name it. The page names no
///   failure.
///
/// Where the server refuses, `error.refusal()` is its answer, which `read::<CreateMessage>()` reads
/// as documented.
///
/// Unclear: The server takes up to 15 attachments; the page has no field for them.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use message_clients::ninety_nine_digital::{
///     AccountId, Auth, BlockingClient, ConversationId, CreateMessage, PRODUCTION,
/// };
///
/// let client = BlockingClient::builder(PRODUCTION, Auth::api_key("key")).build()?;
/// let request = CreateMessage::new(AccountId(1), ConversationId(1), "string");
/// let answer = client.send(request)?;
/// println!("{:?}", answer.id);
/// # Ok(())
/// # }
/// ```
#[doc(alias = "Create a Message")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct CreateMessage {
    /// The account's number.
    pub account_id: AccountId,
    /// The conversation's number within the account.
    ///
    /// Unclear: The page calls it the id of the account, a copy of the row above.
    pub conversation_id: ConversationId,
    /// The text of the message. At most 150000 characters.
    ///
    /// Corrected (chatwoot): the page says nothing; here `max_length: 150000`. The server refuses
    /// longer texts.
    ///
    /// Unclear: Chatwoot's server takes a message without it; the page's word is kept.
    pub content: String,
    /// Who speaks to whom. Optional; taken as `outgoing` if left out.
    ///
    /// Corrected (chatwoot): the page says nothing; here `default: outgoing`. What the server takes
    /// where the field is absent.
    pub message_type: Option<CreateMessageMessageType>,
    /// Whether only colleagues see the message. Optional; taken as `false` if left out.
    ///
    /// Corrected (chatwoot): the page says nothing; here `default: false`. What the server takes
    /// where the field is absent.
    pub private: Option<bool>,
    /// The kind of content. Optional; taken as `text` if left out.
    ///
    /// Corrected (chatwoot): the page says nothing; here `default: text`. The server knows 13
    /// kinds, and takes text where the field is absent.
    pub content_type: Option<CreateMessageContentType>,
    /// What the kind of content needs beyond the text. Optional.
    ///
    /// Corrected (chatwoot): The page gives no rule; the server refuses what breaks these.
    ///
    /// Not enforced (chatwoot): With content_type input_select, cards, form or article, items has
    /// at least one entry.
    ///
    /// Not enforced (chatwoot): An item of input_select has the keys title and value alone.
    ///
    /// Not enforced (chatwoot): An item of cards has title, description, media_url and actions
    /// alone.
    ///
    /// Not enforced (chatwoot): An action of a card has text, type, payload and uri alone.
    ///
    /// Not enforced (chatwoot): An item of form has type, placeholder, label, name, options,
    /// default, required, pattern, title and pattern_error alone.
    ///
    /// Not enforced (chatwoot): An item of article has title, description and link alone.
    pub content_attributes: Option<JsonObject>,
}

impl CreateMessage {
    /// With what is required.
    pub fn new(
        account_id: AccountId,
        conversation_id: ConversationId,
        content: impl Into<String>,
    ) -> Self {
        Self {
            account_id,
            conversation_id,
            content: content.into(),
            message_type: None,
            private: None,
            content_type: None,
            content_attributes: None,
        }
    }

    /// Who speaks to whom. See [`message_type`](field@Self::message_type).
    pub fn message_type(mut self, value: impl Into<CreateMessageMessageType>) -> Self {
        self.message_type = Some(value.into());
        self
    }

    /// Whether only colleagues see the message. See [`private`](field@Self::private).
    pub fn private(mut self, value: bool) -> Self {
        self.private = Some(value);
        self
    }

    /// The kind of content. See [`content_type`](field@Self::content_type).
    pub fn content_type(mut self, value: impl Into<CreateMessageContentType>) -> Self {
        self.content_type = Some(value.into());
        self
    }

    /// What the kind of content needs beyond the text. See
    /// [`content_attributes`](field@Self::content_attributes).
    pub fn content_attributes(mut self, value: JsonObject) -> Self {
        self.content_attributes = Some(value);
        self
    }
}

impl Validate for CreateMessage {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("content", &self.content).max_length(150_000);
        check
            .at("message_type", &self.message_type)
            .listed(CreateMessageMessageType::LISTED);
    }
}

impl Endpoint for CreateMessage {
    type Api = NinetyNineDigital;
    type Output = Message;
    type Failure = Failure;

    const INFO: &Info = &Info {
        api: "ninety_nine_digital",
        name: "create_message",
        method: Method::POST,
        path: "/api/v1/accounts/{account_id}/conversations/{conversation_id}/messages",
        statuses: &["success", "401", "404", "422", "429"],
        media_types: &["application/json"],
        auth: &["api_key"],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("account_id", &self.account_id)
            .path("conversation_id", &self.conversation_id);
        to.json(|body| {
            body.put("content", &self.content)
                .put("message_type", &self.message_type)
                .put("private", &self.private)
                .put("content_type", &self.content_type)
                .put("content_attributes", &self.content_attributes);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            account_id: from.path.take("account_id"),
            conversation_id: from.path.take("conversation_id"),
            content: from.body.take("content"),
            message_type: from.body.take("message_type"),
            private: from.body.take("private"),
            content_type: from.body.take("content_type"),
            content_attributes: from.body.take("content_attributes"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Message, Undecodable> {
        answer.json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<Failure>, Undecodable> {
        answer.json_if(&["401", "404", "422"])
    }

    fn respond(output: &Message, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse(failure: &Failure, reply: &mut Reply) {
        reply.under(&["401", "404", "422"]).json(failure);
    }
}

/// Who speaks to whom.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CreateMessageMessageType {
    /// `incoming`
    Incoming,
    /// `outgoing`
    Outgoing,
    /// `activity`
    Activity,
    /// `template`
    Template,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl CreateMessageMessageType {
    const WIRE: &[(&str, Self)] = &[
        ("incoming", Self::Incoming),
        ("outgoing", Self::Outgoing),
        ("activity", Self::Activity),
        ("template", Self::Template),
    ];
}

text_enum!(CreateMessageMessageType);

/// The kind of content.
///
/// Corrected (chatwoot): the page says nothing; here `open: true`. The server knows 13 kinds, and
/// takes text where the field is absent.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CreateMessageContentType {
    /// `text`
    Text,
    /// `input_select`
    InputSelect,
    /// `cards`
    Cards,
    /// `form`
    Form,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl CreateMessageContentType {
    const WIRE: &[(&str, Self)] = &[
        ("text", Self::Text),
        ("input_select", Self::InputSelect),
        ("cards", Self::Cards),
        ("form", Self::Form),
    ];
}

text_enum!(CreateMessageContentType);

/// The message as stored.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Message {
    /// The message's number.
    pub id: Option<i64>,
    /// The text of the message.
    pub content: Option<String>,
    /// The inbox's number.
    pub inbox_id: Option<i64>,
    /// The conversation's number within the account.
    pub conversation_id: Option<ConversationId>,
    /// Who speaks to whom.
    pub message_type: Option<MessageMessageType>,
    /// The kind of content. `text` if left out.
    pub content_type: Option<MessageContentType>,
    /// How far the message has come.
    pub status: Option<MessageStatus>,
    /// What the kind of content needs beyond the text.
    pub content_attributes: Option<JsonObject>,
    /// When the message was written.
    pub created_at: Option<EpochSeconds>,
    /// Whether only colleagues see the message.
    pub private: Option<bool>,
    /// The message's identifier where it came from.
    ///
    /// Corrected (chatwoot): the page says nothing; here `nullable: true`. The server may send
    /// null.
    ///
    /// Inferred: `string`. The page names no type; its sample shows a text.
    pub source_id: Field<String>,
    /// Who wrote the message, a user, a contact or a bot. Optional.
    ///
    /// Corrected (chatwoot): the page says nothing; here `required: false`. The page says object;
    /// the server tells the kinds apart by type and may leave it out.
    ///
    /// Unclear: Which fields a contact or a bot has is not said.
    pub sender: Option<MessageSender>,
    /// When the message was written, to the millisecond.
    pub created_at_exact: Option<DateTime>,
}

impl Message {
    /// The message's number.
    #[must_use]
    pub fn id(mut self, value: i64) -> Self {
        self.id = Some(value);
        self
    }

    /// The text of the message.
    #[must_use]
    pub fn content(mut self, value: impl Into<String>) -> Self {
        self.content = Some(value.into());
        self
    }

    /// The inbox's number.
    #[must_use]
    pub fn inbox_id(mut self, value: i64) -> Self {
        self.inbox_id = Some(value);
        self
    }

    /// The conversation's number within the account.
    #[must_use]
    pub fn conversation_id(mut self, value: impl Into<ConversationId>) -> Self {
        self.conversation_id = Some(value.into());
        self
    }

    /// Who speaks to whom.
    #[must_use]
    pub fn message_type(mut self, value: impl Into<MessageMessageType>) -> Self {
        self.message_type = Some(value.into());
        self
    }

    /// The kind of content. See [`content_type`](field@Self::content_type).
    #[must_use]
    pub fn content_type(mut self, value: impl Into<MessageContentType>) -> Self {
        self.content_type = Some(value.into());
        self
    }

    /// How far the message has come.
    #[must_use]
    pub fn status(mut self, value: impl Into<MessageStatus>) -> Self {
        self.status = Some(value.into());
        self
    }

    /// What the kind of content needs beyond the text.
    #[must_use]
    pub fn content_attributes(mut self, value: JsonObject) -> Self {
        self.content_attributes = Some(value);
        self
    }

    /// When the message was written.
    #[must_use]
    pub fn created_at(mut self, value: impl Into<EpochSeconds>) -> Self {
        self.created_at = Some(value.into());
        self
    }

    /// Whether only colleagues see the message.
    #[must_use]
    pub fn private(mut self, value: bool) -> Self {
        self.private = Some(value);
        self
    }

    /// The message's identifier where it came from. See [`source_id`](field@Self::source_id).
    #[must_use]
    pub fn source_id(mut self, value: impl Into<String>) -> Self {
        self.source_id = Field::Value(value.into());
        self
    }

    /// Writes `null`.
    #[must_use]
    pub fn source_id_null(mut self) -> Self {
        self.source_id = Field::Null;
        self
    }

    /// Who wrote the message, a user, a contact or a bot. See [`sender`](field@Self::sender).
    #[must_use]
    pub fn sender(mut self, value: MessageSender) -> Self {
        self.sender = Some(value);
        self
    }

    /// When the message was written, to the millisecond.
    #[must_use]
    pub fn created_at_exact(mut self, value: impl Into<DateTime>) -> Self {
        self.created_at_exact = Some(value.into());
        self
    }
}

impl Record for Message {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            id: object.take("id"),
            content: object.take("content"),
            inbox_id: object.take("inbox_id"),
            conversation_id: object.take("conversation_id"),
            message_type: object.take("message_type"),
            content_type: object.take("content_type"),
            status: object.take("status"),
            content_attributes: object.take("content_attributes"),
            created_at: object.take("created_at"),
            private: object.take("private"),
            source_id: object.take("source_id"),
            sender: object.take("sender"),
            created_at_exact: object.take("created_at_exact"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("id", &self.id)
            .put("content", &self.content)
            .put("inbox_id", &self.inbox_id)
            .put("conversation_id", &self.conversation_id)
            .put("message_type", &self.message_type)
            .put("content_type", &self.content_type)
            .put("status", &self.status)
            .put("content_attributes", &self.content_attributes)
            .put("created_at", &self.created_at)
            .put("private", &self.private)
            .put("source_id", &self.source_id)
            .put("sender", &self.sender)
            .put("created_at_exact", &self.created_at_exact);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("message_type", &self.message_type).listed(MessageMessageType::LISTED);
        check.at("status", &self.status).listed(MessageStatus::LISTED);
        check.at("created_at_exact", &self.created_at_exact).date_time();
    }
}

/// Who speaks to whom.
///
/// Corrected (chatwoot): the page says `enum: 1 incoming, 2 outgoing, 3 activity, 4 template`; here
/// `enum: 0 incoming, 1 outgoing, 2 activity, 3 template`. The page counts from 1, though its own
/// sample shows 0; the server counts from 0.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageMessageType {
    /// `0`
    Incoming,
    /// `1`
    Outgoing,
    /// `2`
    Activity,
    /// `3`
    Template,
    #[doc(hidden)]
    Unlisted(Unlisted<i64>),
}

impl MessageMessageType {
    const WIRE: &[(i64, Self)] = &[
        (0, Self::Incoming),
        (1, Self::Outgoing),
        (2, Self::Activity),
        (3, Self::Template),
    ];
}

integer_enum!(MessageMessageType);

/// The kind of content.
///
/// Corrected (chatwoot): the page says `enum: text, input_select, cards, form, article`; here
/// `open: true`, `enum: text, input_text, input_textarea, input_email, input_select, …`. The server
/// knows more kinds than the page, and the list grows; version 3.13 had no voice_call.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageContentType {
    /// `text`
    Text,
    /// `input_text`
    InputText,
    /// `input_textarea`
    InputTextarea,
    /// `input_email`
    InputEmail,
    /// `input_select`
    InputSelect,
    /// `cards`
    Cards,
    /// `form`
    Form,
    /// `article`
    Article,
    /// `incoming_email`
    IncomingEmail,
    /// `input_csat`
    InputCsat,
    /// `integrations`
    Integrations,
    /// `sticker`
    Sticker,
    /// `voice_call`
    VoiceCall,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl MessageContentType {
    const WIRE: &[(&str, Self)] = &[
        ("text", Self::Text),
        ("input_text", Self::InputText),
        ("input_textarea", Self::InputTextarea),
        ("input_email", Self::InputEmail),
        ("input_select", Self::InputSelect),
        ("cards", Self::Cards),
        ("form", Self::Form),
        ("article", Self::Article),
        ("incoming_email", Self::IncomingEmail),
        ("input_csat", Self::InputCsat),
        ("integrations", Self::Integrations),
        ("sticker", Self::Sticker),
        ("voice_call", Self::VoiceCall),
    ];
}

text_enum!(MessageContentType);

/// How far the message has come.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageStatus {
    /// `failed`
    Failed,
    /// `sent`
    Sent,
    /// `delivered`
    Delivered,
    /// `read`
    Read,
    #[doc(hidden)]
    Unlisted(Unlisted<Box<str>>),
}

impl MessageStatus {
    const WIRE: &[(&str, Self)] = &[
        ("failed", Self::Failed),
        ("sent", Self::Sent),
        ("delivered", Self::Delivered),
        ("read", Self::Read),
    ];
}

text_enum!(MessageStatus);

/// Who wrote the message, a user, a contact or a bot. Told apart by `type`.
///
/// Corrected (chatwoot): the page says an object; here
/// `one_of: one of user, contact, agent_bot, captain_assistant, told apart by type`. The page says
/// object; the server tells the kinds apart by type and may leave it out.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MessageSender {
    /// `user`
    User(User),
    /// `contact`
    Contact(JsonObject),
    /// `agent_bot`
    AgentBot(JsonObject),
    /// `captain_assistant`
    CaptainAssistant(JsonObject),
    #[doc(hidden)]
    Unlisted(Tagged),
}

impl Record for MessageSender {
    fn read(object: &mut Object<'_>) -> Self {
        match &*object.tag("type") {
            "user" => Self::User(object.rest()),
            "contact" => Self::Contact(object.rest()),
            "agent_bot" => Self::AgentBot(object.rest()),
            "captain_assistant" => Self::CaptainAssistant(object.rest()),
            other => Self::Unlisted(object.unlisted("type", other)),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        match self {
            Self::User(user) => object.tagged("type", "user", user),
            Self::Contact(contact) => object.tagged("type", "contact", contact),
            Self::AgentBot(agent_bot) => object.tagged("type", "agent_bot", agent_bot),
            Self::CaptainAssistant(captain_assistant) => {
                object.tagged("type", "captain_assistant", captain_assistant)
            }
            Self::Unlisted(other) => object.unlisted(other),
        };
    }
}

union!(MessageSender);

/// A colleague who wrote a message.
///
/// Inferred: an object with id, name, available_name, email, avatar_url, …. The page says object;
/// its sample shows the fields.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// `id`
    pub id: Option<i64>,
    /// `name`
    pub name: Option<String>,
    /// `available_name`
    pub available_name: Option<String>,
    /// `email`
    pub email: Option<String>,
    /// `avatar_url`
    pub avatar_url: Option<String>,
    /// `logo_user_url`
    pub logo_user_url: Option<String>,
    /// `availability_status`
    pub availability_status: Option<String>,
    /// `thumbnail`
    pub thumbnail: Option<String>,
}

impl User {
    /// `id`
    #[must_use]
    pub fn id(mut self, value: i64) -> Self {
        self.id = Some(value);
        self
    }

    /// `name`
    #[must_use]
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }

    /// `available_name`
    #[must_use]
    pub fn available_name(mut self, value: impl Into<String>) -> Self {
        self.available_name = Some(value.into());
        self
    }

    /// `email`
    #[must_use]
    pub fn email(mut self, value: impl Into<String>) -> Self {
        self.email = Some(value.into());
        self
    }

    /// `avatar_url`
    #[must_use]
    pub fn avatar_url(mut self, value: impl Into<String>) -> Self {
        self.avatar_url = Some(value.into());
        self
    }

    /// `logo_user_url`
    #[must_use]
    pub fn logo_user_url(mut self, value: impl Into<String>) -> Self {
        self.logo_user_url = Some(value.into());
        self
    }

    /// `availability_status`
    #[must_use]
    pub fn availability_status(mut self, value: impl Into<String>) -> Self {
        self.availability_status = Some(value.into());
        self
    }

    /// `thumbnail`
    #[must_use]
    pub fn thumbnail(mut self, value: impl Into<String>) -> Self {
        self.thumbnail = Some(value.into());
        self
    }
}

impl Record for User {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            id: object.take("id"),
            name: object.take("name"),
            available_name: object.take("available_name"),
            email: object.take("email"),
            avatar_url: object.take("avatar_url"),
            logo_user_url: object.take("logo_user_url"),
            availability_status: object.take("availability_status"),
            thumbnail: object.take("thumbnail"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("id", &self.id)
            .put("name", &self.name)
            .put("available_name", &self.available_name)
            .put("email", &self.email)
            .put("avatar_url", &self.avatar_url)
            .put("logo_user_url", &self.logo_user_url)
            .put("availability_status", &self.availability_status)
            .put("thumbnail", &self.thumbnail);
    }
}
