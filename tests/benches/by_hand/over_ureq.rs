//! Two endpoints over ureq, as somebody writes them who has read its documentation.

use std::io::Read as _;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use message_clients::ninety_nine_digital::CreateMessage;
use message_clients::superoffice::AddChatSessionMessage;
use serde::de::DeserializeOwned;

use super::answer::{ChatMessage, Message};
use super::request::{Body, ChatBody};
use super::{Failure, MAX_ANSWER, USER_AGENT, sensitive};

/// A client of one server.
#[derive(Clone)]
pub struct Client {
    http: ureq::Agent,
    server: String,
    secret: (HeaderName, HeaderValue),
}

impl Client {
    /// A client of a server that asks for a secret in this header.
    pub fn new(server: &str, name: HeaderName, secret: &str) -> Self {
        let config = ureq::Agent::config_builder()
            .user_agent(USER_AGENT)
            .accept("application/json")
            .accept_encoding(ureq::config::AutoHeaderValue::None)
            .timeout_global(Some(Duration::from_secs(30)))
            .timeout_connect(Some(Duration::from_secs(10)))
            .max_redirects(0)
            .http_status_as_error(false)
            .proxy(None)
            .build();
        Self { http: config.new_agent(), server: server.to_owned(), secret: (name, sensitive(secret)) }
    }

    /// Creates a message.
    pub fn create_message(&self, message: &CreateMessage) -> Result<Message, Failure> {
        if message.content.chars().count() > 150_000 {
            return Err(Failure::Invalid);
        }
        let (server, account, conversation) = (&self.server, message.account_id.0, message.conversation_id.0);
        let address = format!("{server}/api/v1/accounts/{account}/conversations/{conversation}/messages");
        self.post(&address, &serde_json::to_vec(&Body::from(message))?)
    }

    /// Adds a message to a chat.
    pub fn add_chat_session_message(&self, message: &AddChatSessionMessage) -> Result<ChatMessage, Failure> {
        let (server, session) = (&self.server, message.chat_session_id);
        if i32::try_from(session).is_err() {
            return Err(Failure::Invalid);
        }
        let address = format!("{server}/api/v1/ChatSession/{session}/Messages");
        self.post(&address, &serde_json::to_vec(&ChatBody::from(message))?)
    }

    fn post<T: DeserializeOwned>(&self, address: &str, body: &[u8]) -> Result<T, Failure> {
        let (name, secret) = &self.secret;
        let request = self.http.post(address).header(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        let answer = request.header(name, secret).send(body)?;
        let status = answer.status();
        let body = read(answer.into_body())?;
        if !status.is_success() {
            return Err(Failure::Status(status, body));
        }
        Ok(serde_json::from_slice(&body)?)
    }
}

fn read(mut body: ureq::Body) -> Result<Bytes, Failure> {
    let announced = body.content_length().unwrap_or_default();
    if announced > MAX_ANSWER {
        return Err(Failure::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(announced).unwrap_or_default());
    body.as_reader().take(MAX_ANSWER + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_ANSWER {
        return Err(Failure::TooLarge);
    }
    Ok(bytes.into())
}
