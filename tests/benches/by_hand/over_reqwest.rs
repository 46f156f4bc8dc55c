//! Two endpoints over reqwest, as somebody writes them who has read its documentation.

use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use message_clients::ninety_nine_digital::CreateMessage;
use message_clients::superoffice::AddChatSessionMessage;
use serde::de::DeserializeOwned;

use super::answer::{ChatMessage, Message};
use super::request::{Body, ChatBody};
use super::{Failure, MAX_ANSWER, USER_AGENT, sensitive};

/// A client of one server.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    server: String,
}

impl Client {
    /// A client of a server that asks for a secret in this header.
    pub fn new(server: &str, name: HeaderName, secret: &str) -> Self {
        let json = HeaderValue::from_static("application/json");
        let headers = HeaderMap::from_iter([(ACCEPT, json), (name, sensitive(secret))]);
        let http = reqwest::Client::builder()
            .user_agent(USER_AGENT)
            .default_headers(headers)
            .timeout(Duration::from_secs(30))
            .connect_timeout(Duration::from_secs(10))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build();
        Self { http: http.expect("a client"), server: server.to_owned() }
    }

    /// Creates a message.
    pub async fn create_message(&self, message: &CreateMessage) -> Result<Message, Failure> {
        if message.content.chars().count() > 150_000 {
            return Err(Failure::Invalid);
        }
        let (server, account, conversation) = (&self.server, message.account_id.0, message.conversation_id.0);
        let address = format!("{server}/api/v1/accounts/{account}/conversations/{conversation}/messages");
        self.post(address, serde_json::to_vec(&Body::from(message))?).await
    }

    /// Adds a message to a chat.
    pub async fn add_chat_session_message(&self, message: &AddChatSessionMessage) -> Result<ChatMessage, Failure> {
        let (server, session) = (&self.server, message.chat_session_id);
        if i32::try_from(session).is_err() {
            return Err(Failure::Invalid);
        }
        let address = format!("{server}/api/v1/ChatSession/{session}/Messages");
        self.post(address, serde_json::to_vec(&ChatBody::from(message))?).await
    }

    async fn post<T: DeserializeOwned>(&self, address: String, body: Vec<u8>) -> Result<T, Failure> {
        let request = self.http.post(address).header(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        let answer = request.body(body).send().await?;
        let status = answer.status();
        let body = read(answer).await?;
        if !status.is_success() {
            return Err(Failure::Status(status, body));
        }
        Ok(serde_json::from_slice(&body)?)
    }
}

async fn read(mut answer: reqwest::Response) -> Result<Bytes, Failure> {
    let announced = answer.content_length().unwrap_or_default();
    if announced > MAX_ANSWER {
        return Err(Failure::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(announced).unwrap_or_default());
    while let Some(chunk) = answer.chunk().await? {
        if (bytes.len() + chunk.len()) as u64 > MAX_ANSWER {
            return Err(Failure::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.into())
}
