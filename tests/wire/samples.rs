//! Requests that many cases send.

use message_clients::omnidesk::{CreateChatbotMessage, CreateChatbotMessageRequired, Id};

/// The chatbot's sample on Omnidesk's page: a multipart body, an answer that nobody promised.
pub fn chatbot() -> CreateChatbotMessage {
    let [message, subject, from] = ["text", "text", "text"].map(Into::into);
    CreateChatbotMessage::new(CreateChatbotMessageRequired { brand_id: Id(1), message, subject, from })
}
