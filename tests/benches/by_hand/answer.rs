//! The answers of two endpoints by serde's derive, field for field as the generated crate has them.

use std::num::TryFromIntError;

use serde::{Deserialize, Serialize};

type Object = serde_json::Map<String, serde_json::Value>;

/// A message as 99digital stored it.
#[derive(Debug, Deserialize, Serialize)]
pub struct Message {
    pub id: Option<i64>,
    pub content: Option<String>,
    pub inbox_id: Option<i64>,
    pub conversation_id: Option<i64>,
    pub message_type: Option<MessageType>,
    pub content_type: Option<ContentType>,
    pub status: Option<Status>,
    pub content_attributes: Option<Object>,
    pub created_at: Option<i64>,
    pub private: Option<bool>,
    pub source_id: Option<String>,
    pub sender: Option<Sender>,
    pub created_at_exact: Option<String>,
}

/// Who speaks to whom.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct MessageType(u8);

impl TryFrom<i64> for MessageType {
    type Error = TryFromIntError;

    fn try_from(number: i64) -> Result<Self, TryFromIntError> {
        number.try_into().map(Self)
    }
}

impl From<MessageType> for i64 {
    fn from(MessageType(number): MessageType) -> Self {
        number.into()
    }
}

/// The kind of content.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ContentType {
    Text,
    InputText,
    InputTextarea,
    InputEmail,
    InputSelect,
    Cards,
    Form,
    Article,
    IncomingEmail,
    InputCsat,
    Integrations,
    Sticker,
    VoiceCall,
    #[serde(other)]
    Unlisted,
}

/// How far a message has come.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Failed,
    Sent,
    Delivered,
    Read,
    #[serde(other)]
    Unlisted,
}

/// Who wrote a message.
#[derive(Debug, Deserialize, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Sender {
    User(User),
    Contact(Object),
    AgentBot(Object),
    CaptainAssistant(Object),
}

/// A colleague.
#[derive(Debug, Deserialize, Serialize)]
pub struct User {
    pub id: Option<i64>,
    pub name: Option<String>,
    pub available_name: Option<String>,
    pub email: Option<String>,
    pub avatar_url: Option<String>,
    pub logo_user_url: Option<String>,
    pub availability_status: Option<String>,
    pub thumbnail: Option<String>,
}

/// A message of a chat as `SuperOffice` stored it.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ChatMessage {
    pub chat_message_id: Option<i64>,
    pub chat_session_id: Option<i64>,
    pub r#type: Option<ChatMessageType>,
    pub message: Option<String>,
    pub author: Option<String>,
    pub read_by_customer: Option<i64>,
    pub special_type: Option<SpecialType>,
    pub special_param: Option<String>,
    pub when_posted: Option<String>,
}

/// Who a message of a chat is for.
#[derive(Debug, Deserialize, Serialize)]
pub enum ChatMessageType {
    Invalid,
    ToCustomer,
    ToUser,
    Special,
    #[serde(other)]
    Unlisted,
}

/// What makes a message of a chat special.
#[derive(Debug, Deserialize, Serialize)]
pub enum SpecialType {
    None,
    Welcome,
    Url,
    Block,
    NewSession,
    TransferedSession,
    Error,
    SessionDeleted,
    FaqSuccessQuestion,
    ClosedByUser,
    ClosedByCustomer,
    ClosedByIdle,
    TransferRejected,
    ReopenedByCustomer,
    ClickedOption,
    BotMessage,
    Options,
    IllegalFileType,
    #[serde(other)]
    Unlisted,
}
