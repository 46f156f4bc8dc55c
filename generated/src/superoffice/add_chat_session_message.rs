// Written by docwright from specs/superoffice/add_chat_session_message.yaml: change that, and run it again.

//! [`AddChatSessionMessage`] and its types.

use super::{ChatMessageSpecialType, ChatMessageType, Failure, Superoffice};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{
    Check, DateTime, Object, ObjectWriter, Record, Undecodable, Validate,
};

/// Adds a message to a chat session: `POST /api/v1/ChatSession/{chatSessionId}/Messages`. Answers
/// with [`ChatMessage`].
///
/// Sent as `application/json`; the server takes `text/json`, `application/json-patch+json`,
/// `application/merge-patch+json` as well, see `Call::media_type`; not offered: `application/xml`,
/// `text/xml`, `application/x-www-form-urlencoded`.
///
/// Answers:
///
/// - `200`: The message was added. [`ChatMessage`]. Comes as `application/json`, `text/json`,
///   `application/json-patch+json`, `application/merge-patch+json`; not read: `application/xml`,
///   `text/xml`.
/// - `4XX`: The call was refused. [`Failure`]. Corrected (vendor_docs): the page does not name it.
///   The page shows success alone.
///
/// Where the server refuses, `error.refusal()` is its answer, which
/// `read::<AddChatSessionMessage>()` reads as documented.
///
/// Unclear: The page's title names the path variable id, its address chatSessionId.
///
/// Unclear: The vendor's own description requires no field, in the request or in the response.
///
/// Unclear: Samples of the vendor hold null where the page says object.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use message_clients::superoffice::{
///     AddChatSessionMessage, Auth, BlockingClient, online,
/// };
///
/// let server = online("env", "cust-id")?;
/// let client = BlockingClient::builder(server, Auth::bearer("token")).build()?;
/// let request = AddChatSessionMessage::new(1).message("officia");
/// let answer = client.send(request)?;
/// println!("{:?}", answer.chat_message_id);
/// # Ok(())
/// # }
/// ```
#[doc(alias = "POST ChatSession/{id}/Messages")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct AddChatSessionMessage {
    /// The chat session to add to. 32 bits. `chatSessionId` on the wire.
    pub chat_session_id: i64,
    /// The message's identifier, counted up by the server. `ChatMessageId` on the wire.
    pub chat_message_id: Option<i64>,
    /// The chat session of the message. `ChatSessionId` on the wire.
    ///
    /// Unclear: The path names the session already; the page does not say what holds where they
    /// differ.
    #[doc(alias = "ChatSessionId")]
    pub message_chat_session_id: Option<i64>,
    /// The kind of message. `Type` on the wire.
    pub type_: Option<ChatMessageType>,
    /// The text. `Message` on the wire.
    pub message: Option<String>,
    /// Who wrote it. `Author` on the wire.
    pub author: Option<String>,
    /// Whether the customer has read it. `ReadByCustomer` on the wire.
    ///
    /// Unclear: Reads like a yes or no; the samples are 973 and 620.
    pub read_by_customer: Option<i64>,
    /// What makes the message special. `SpecialType` on the wire.
    pub special_type: Option<ChatMessageSpecialType>,
    /// What the special type needs besides. `SpecialParam` on the wire.
    pub special_param: Option<String>,
    /// When it was posted. `WhenPosted` on the wire.
    ///
    /// Inferred: `date-time`. The response's table and both samples have a date-time (warns).
    ///
    /// Unclear: Called UTC; the samples carry an offset and seven fractional digits.
    pub when_posted: Option<DateTime>,
}

impl AddChatSessionMessage {
    /// With what is required.
    pub const fn new(chat_session_id: i64) -> Self {
        Self {
            chat_session_id,
            chat_message_id: None,
            message_chat_session_id: None,
            type_: None,
            message: None,
            author: None,
            read_by_customer: None,
            special_type: None,
            special_param: None,
            when_posted: None,
        }
    }

    /// The message's identifier, counted up by the server.
    pub fn chat_message_id(mut self, value: i64) -> Self {
        self.chat_message_id = Some(value);
        self
    }

    /// The chat session of the message. See
    /// [`message_chat_session_id`](field@Self::message_chat_session_id).
    #[doc(alias = "ChatSessionId")]
    pub fn message_chat_session_id(mut self, value: i64) -> Self {
        self.message_chat_session_id = Some(value);
        self
    }

    /// The kind of message.
    pub fn type_(mut self, value: impl Into<ChatMessageType>) -> Self {
        self.type_ = Some(value.into());
        self
    }

    /// The text.
    pub fn message(mut self, value: impl Into<String>) -> Self {
        self.message = Some(value.into());
        self
    }

    /// Who wrote it.
    pub fn author(mut self, value: impl Into<String>) -> Self {
        self.author = Some(value.into());
        self
    }

    /// Whether the customer has read it. See [`read_by_customer`](field@Self::read_by_customer).
    pub fn read_by_customer(mut self, value: i64) -> Self {
        self.read_by_customer = Some(value);
        self
    }

    /// What makes the message special.
    pub fn special_type(mut self, value: impl Into<ChatMessageSpecialType>) -> Self {
        self.special_type = Some(value.into());
        self
    }

    /// What the special type needs besides.
    pub fn special_param(mut self, value: impl Into<String>) -> Self {
        self.special_param = Some(value.into());
        self
    }

    /// When it was posted. See [`when_posted`](field@Self::when_posted).
    pub fn when_posted(mut self, value: impl Into<DateTime>) -> Self {
        self.when_posted = Some(value.into());
        self
    }
}

impl Validate for AddChatSessionMessage {
    fn validate(&self, check: &mut Check<'_>) {
        check.path().at("chatSessionId", &self.chat_session_id).int32();
        check.at("WhenPosted", &self.when_posted).inferred().date_time();
    }
}

impl Endpoint for AddChatSessionMessage {
    type Api = Superoffice;
    type Output = ChatMessage;
    type Failure = Failure;

    const INFO: &Info = &Info {
        api: "superoffice",
        name: "add_chat_session_message",
        method: Method::POST,
        path: "/api/v1/ChatSession/{chatSessionId}/Messages",
        statuses: &["200", "4XX"],
        media_types: &[
            "application/json",
            "text/json",
            "application/json-patch+json",
            "application/merge-patch+json",
        ],
        auth: &["basic", "bearer", "ticket", "app_ticket", "session"],
        permissions: &[],
        settings: &["Accept-Language", "SO-Language", "SO-Culture", "SO-TimeZone"],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("chatSessionId", &self.chat_session_id);
        to.json(|body| {
            body.put("ChatMessageId", &self.chat_message_id)
                .put("ChatSessionId", &self.message_chat_session_id)
                .put("Type", &self.type_)
                .put("Message", &self.message)
                .put("Author", &self.author)
                .put("ReadByCustomer", &self.read_by_customer)
                .put("SpecialType", &self.special_type)
                .put("SpecialParam", &self.special_param)
                .put("WhenPosted", &self.when_posted);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            chat_session_id: from.path.take("chatSessionId"),
            chat_message_id: from.body.take("ChatMessageId"),
            message_chat_session_id: from.body.take("ChatSessionId"),
            type_: from.body.take("Type"),
            message: from.body.take("Message"),
            author: from.body.take("Author"),
            read_by_customer: from.body.take("ReadByCustomer"),
            special_type: from.body.take("SpecialType"),
            special_param: from.body.take("SpecialParam"),
            when_posted: from.body.take("WhenPosted"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<ChatMessage, Undecodable> {
        answer
            .media_types(
                &[
                    "application/json",
                    "text/json",
                    "application/xml",
                    "text/xml",
                    "application/json-patch+json",
                    "application/merge-patch+json",
                ],
            )
            .json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<Failure>, Undecodable> {
        answer.json_if(&["4XX"])
    }

    fn respond(output: &ChatMessage, reply: &mut Reply) {
        reply.json(output);
    }

    fn refuse(failure: &Failure, reply: &mut Reply) {
        reply.under(&["4XX"]).json(failure);
    }
}

/// The message was added.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ChatMessage {
    /// The message's identifier, counted up by the server. 32 bits. `ChatMessageId` on the wire.
    pub chat_message_id: Option<i64>,
    /// The chat session of the message. 32 bits. `ChatSessionId` on the wire.
    pub chat_session_id: Option<i64>,
    /// The kind of message. `Type` on the wire.
    pub type_: Option<ChatMessageType>,
    /// The text. `Message` on the wire.
    pub message: Option<String>,
    /// Who wrote it. `Author` on the wire.
    pub author: Option<String>,
    /// Whether the customer has read it. 32 bits. `ReadByCustomer` on the wire.
    ///
    /// Unclear: Reads like a yes or no; the samples are 973 and 620.
    pub read_by_customer: Option<i64>,
    /// What makes the message special. `SpecialType` on the wire.
    pub special_type: Option<ChatMessageSpecialType>,
    /// What the special type needs besides. `SpecialParam` on the wire.
    pub special_param: Option<String>,
    /// When it was posted. `WhenPosted` on the wire.
    ///
    /// Unclear: Called UTC; the samples carry an offset and seven fractional digits.
    pub when_posted: Option<DateTime>,
}

impl ChatMessage {
    /// The message's identifier, counted up by the server. See
    /// [`chat_message_id`](field@Self::chat_message_id).
    #[must_use]
    pub fn chat_message_id(mut self, value: i64) -> Self {
        self.chat_message_id = Some(value);
        self
    }

    /// The chat session of the message. See [`chat_session_id`](field@Self::chat_session_id).
    #[must_use]
    pub fn chat_session_id(mut self, value: i64) -> Self {
        self.chat_session_id = Some(value);
        self
    }

    /// The kind of message.
    #[must_use]
    pub fn type_(mut self, value: impl Into<ChatMessageType>) -> Self {
        self.type_ = Some(value.into());
        self
    }

    /// The text.
    #[must_use]
    pub fn message(mut self, value: impl Into<String>) -> Self {
        self.message = Some(value.into());
        self
    }

    /// Who wrote it.
    #[must_use]
    pub fn author(mut self, value: impl Into<String>) -> Self {
        self.author = Some(value.into());
        self
    }

    /// Whether the customer has read it. See [`read_by_customer`](field@Self::read_by_customer).
    #[must_use]
    pub fn read_by_customer(mut self, value: i64) -> Self {
        self.read_by_customer = Some(value);
        self
    }

    /// What makes the message special.
    #[must_use]
    pub fn special_type(mut self, value: impl Into<ChatMessageSpecialType>) -> Self {
        self.special_type = Some(value.into());
        self
    }

    /// What the special type needs besides.
    #[must_use]
    pub fn special_param(mut self, value: impl Into<String>) -> Self {
        self.special_param = Some(value.into());
        self
    }

    /// When it was posted. See [`when_posted`](field@Self::when_posted).
    #[must_use]
    pub fn when_posted(mut self, value: impl Into<DateTime>) -> Self {
        self.when_posted = Some(value.into());
        self
    }
}

impl Record for ChatMessage {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            chat_message_id: object.take("ChatMessageId"),
            chat_session_id: object.take("ChatSessionId"),
            type_: object.take("Type"),
            message: object.take("Message"),
            author: object.take("Author"),
            read_by_customer: object.take("ReadByCustomer"),
            special_type: object.take("SpecialType"),
            special_param: object.take("SpecialParam"),
            when_posted: object.take("WhenPosted"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object
            .put("ChatMessageId", &self.chat_message_id)
            .put("ChatSessionId", &self.chat_session_id)
            .put("Type", &self.type_)
            .put("Message", &self.message)
            .put("Author", &self.author)
            .put("ReadByCustomer", &self.read_by_customer)
            .put("SpecialType", &self.special_type)
            .put("SpecialParam", &self.special_param)
            .put("WhenPosted", &self.when_posted);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("ChatMessageId", &self.chat_message_id).int32();
        check.at("ChatSessionId", &self.chat_session_id).int32();
        check.at("ReadByCustomer", &self.read_by_customer).int32();
        check.at("WhenPosted", &self.when_posted).date_time();
    }
}
