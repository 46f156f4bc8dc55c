use message_clients::omnidesk::CreateChatbotMessage;

use crate::{multipart, request, untyped};

#[test]
fn sample_request() {
    let sample = multipart("POST", "/api/v2/message/chatbot", SAMPLE_REQUEST, &[]);
    request::<CreateChatbotMessage>(&sample, &[], &[]);
}

#[test]
fn sample_response() {
    untyped::<CreateChatbotMessage>(200, "", &[]);
}

const SAMPLE_REQUEST: &str = r#"{
  "brandID": 1,
  "message": "text",
  "subject": "text",
  "from": "text"
}"#;
