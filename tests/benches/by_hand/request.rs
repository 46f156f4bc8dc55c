//! Requests built by hand: JSON bodies by serde's derive, a multipart body by pushing text.

use std::hash::{BuildHasher as _, RandomState};

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue, USER_AGENT};
use http::{Method, Request, Uri};
use message_clients::ninety_nine_digital::{CreateMessage, CreateMessageContentType, CreateMessageMessageType};
use message_clients::omnidesk::CreateChatbotMessage;
use message_clients::runtime::DateTime;
use message_clients::superoffice::{AddChatSessionMessage, ChatMessageSpecialType, ChatMessageType};

const KEY: &str = "0123456789abcdef";

/// The body of a message of 99digital.
#[derive(serde::Serialize)]
pub struct Body<'a> {
    content: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_type: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    private: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_type: Option<&'a str>,
}

impl<'a> From<&'a CreateMessage> for Body<'a> {
    fn from(message: &'a CreateMessage) -> Self {
        Self {
            content: &message.content,
            message_type: message.message_type.as_ref().map(CreateMessageMessageType::as_str),
            private: message.private,
            content_type: message.content_type.as_ref().map(CreateMessageContentType::as_str),
        }
    }
}

/// The body of a message of a `SuperOffice` chat.
#[derive(serde::Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ChatBody<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    chat_message_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chat_session_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    read_by_customer: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    special_type: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    special_param: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when_posted: Option<&'a str>,
}

impl<'a> From<&'a AddChatSessionMessage> for ChatBody<'a> {
    fn from(message: &'a AddChatSessionMessage) -> Self {
        Self {
            chat_message_id: message.chat_message_id,
            chat_session_id: message.message_chat_session_id,
            r#type: message.type_.as_ref().map(ChatMessageType::as_str),
            message: message.message.as_deref(),
            author: message.author.as_deref(),
            read_by_customer: message.read_by_customer,
            special_type: message.special_type.as_ref().map(ChatMessageSpecialType::as_str),
            special_param: message.special_param.as_deref(),
            when_posted: message.when_posted.as_ref().map(DateTime::as_str),
        }
    }
}

fn request(address: String, media_type: HeaderValue, key: &'static str, body: Vec<u8>) -> Request<Bytes> {
    let mut secret = HeaderValue::from_str(KEY).expect("a key");
    secret.set_sensitive(true);
    let mut request = Request::new(body.into());
    *request.method_mut() = Method::POST;
    *request.uri_mut() = Uri::try_from(address).expect("an address");
    let headers = request.headers_mut();
    headers.insert(CONTENT_TYPE, media_type);
    headers.insert(HeaderName::from_static(key), secret);
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    headers.insert(USER_AGENT, HeaderValue::from_static("message-clients/0.1.0"));
    request
}

/// Validates a 99digital message and builds its request.
#[inline(never)]
pub fn json(message: &CreateMessage) -> Request<Bytes> {
    assert!(message.content.len() <= 150_000 || message.content.chars().count() <= 150_000);
    let (account, conversation) = (message.account_id.0, message.conversation_id.0);
    let body = serde_json::to_vec(&Body::from(message)).expect("JSON");
    let address =
        format!("https://online.99digital.co.il/api/v1/accounts/{account}/conversations/{conversation}/messages");
    request(address, HeaderValue::from_static("application/json"), "api_access_token", body)
}

/// Validates a message of an Omnidesk chatbot and builds its request.
#[inline(never)]
pub fn form(message: &CreateChatbotMessage) -> Request<Bytes> {
    assert!(!message.message.is_empty() && !message.subject.is_empty() && !message.from.is_empty());
    let random = RandomState::new();
    let boundary = format!("form-{:016x}{:016x}", random.hash_one(0), random.hash_one(1));
    let brand = message.brand_id.0.to_string();
    let fields =
        [("brandID", &brand), ("message", &message.message), ("subject", &message.subject), ("from", &message.from)];
    let mut body = Vec::with_capacity(512);
    for (name, text) in fields {
        for piece in ["--", &boundary, "\r\nContent-Disposition: form-data; name=\"", name, "\"\r\n\r\n", text, "\r\n"]
        {
            body.extend_from_slice(piece.as_bytes());
        }
    }
    for piece in ["--", &boundary, "--\r\n"] {
        body.extend_from_slice(piece.as_bytes());
    }
    let media_type = HeaderValue::try_from(format!("multipart/form-data; boundary={boundary}")).expect("a boundary");
    request("https://desk.omnidesk.io/api/v2/message/chatbot".to_owned(), media_type, "apikey", body)
}
