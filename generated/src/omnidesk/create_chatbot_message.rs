// Written by docwright from specs/omnidesk/create_chatbot_message.yaml: change that, and run it again.

//! [`CreateChatbotMessage`] and its types.

use super::{Id, Omnidesk};
use crate::runtime::client::{Answer, Endpoint, Incoming, Info, Method, Outgoing, Reply};
use crate::runtime::{Check, Undecodable, Validate};

/// Opens a ticket with its first message, on behalf of a chatbot: `POST /api/v2/message/chatbot`.
///
/// Asks for the permission `MESSAGE_CREATE`.
///
/// Answers:
///
/// - `200`: The ticket was opened. Corrected (older_page): the page says no body; here a body that
///   is not promised. The page says no content; on an older version of a sister page a body comes.
///
/// Unclear: The sample is JSON under a multipart media type, with the length of the JSON.
///
/// ```no_run
/// # #[cfg(feature = "ureq")]
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use message_clients::omnidesk::{
///     Auth, BlockingClient, CreateChatbotMessage, CreateChatbotMessageRequired, Id,
///     cloud,
/// };
///
/// let server = cloud("account")?;
/// let client = BlockingClient::builder(server, Auth::api_key("key")).build()?;
/// let request = CreateChatbotMessage::new(CreateChatbotMessageRequired {
///     brand_id: Id(1),
///     message: "text".into(),
///     subject: "text".into(),
///     from: "text".into(),
/// });
/// client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[doc(alias = "chatbot")]
#[derive(Clone, Debug, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct CreateChatbotMessage {
    /// The brand that the ticket belongs to. `brandID` on the wire.
    pub brand_id: Id,
    /// The text. At least 1 character.
    pub message: String,
    /// The ticket's subject. At least 1 character.
    pub subject: String,
    /// Who writes. At least 1 character.
    pub from: String,
}

/// What [`CreateChatbotMessage`] requires, by name, so that no two values can be swapped.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateChatbotMessageRequired {
    /// The brand that the ticket belongs to. `brandID` on the wire.
    pub brand_id: Id,
    /// The text. At least 1 character.
    pub message: String,
    /// The ticket's subject. At least 1 character.
    pub subject: String,
    /// Who writes. At least 1 character.
    pub from: String,
}

impl CreateChatbotMessage {
    /// With what is required.
    pub fn new(required: CreateChatbotMessageRequired) -> Self {
        Self {
            brand_id: required.brand_id,
            message: required.message,
            subject: required.subject,
            from: required.from,
        }
    }
}

impl Validate for CreateChatbotMessage {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("message", &self.message).min_length(1);
        check.at("subject", &self.subject).min_length(1);
        check.at("from", &self.from).min_length(1);
    }
}

impl Endpoint for CreateChatbotMessage {
    type Api = Omnidesk;
    type Output = ();
    type Failure = ();

    const INFO: &Info = &Info {
        api: "omnidesk",
        name: "create_chatbot_message",
        method: Method::POST,
        path: "/api/v2/message/chatbot",
        statuses: &["200"],
        media_types: &["multipart/form-data"],
        auth: &["api_key"],
        permissions: &["MESSAGE_CREATE"],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.form(|body| {
            body.put("brandID", &self.brand_id)
                .put("message", &self.message)
                .put("subject", &self.subject)
                .put("from", &self.from);
        });
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self {
            brand_id: from.body.take("brandID"),
            message: from.body.take("message"),
            subject: from.body.take("subject"),
            from: from.body.take("from"),
        }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<(), Undecodable> {
        answer.ignored()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<()>, Undecodable> {
        answer.undocumented()
    }

    fn respond((): &(), _: &mut Reply) {}

    fn refuse((): &(), _: &mut Reply) {}
}
