//! Two requests built by hand: a JSON body by serde's derive, a multipart body by pushing text.

use std::hash::{BuildHasher as _, RandomState};

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue, USER_AGENT};
use http::{Method, Request, Uri};
use message_clients::ninety_nine_digital::{CreateMessage, CreateMessageContentType, CreateMessageMessageType};
use message_clients::omnidesk::CreateChatbotMessage;

const KEY: &str = "0123456789abcdef";

#[derive(serde::Serialize)]
struct Body<'a> {
    content: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_type: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    private: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_type: Option<&'a str>,
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
    let body = Body {
        content: &message.content,
        message_type: message.message_type.as_ref().map(CreateMessageMessageType::as_str),
        private: message.private,
        content_type: message.content_type.as_ref().map(CreateMessageContentType::as_str),
    };
    let body = serde_json::to_vec(&body).expect("JSON");
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
