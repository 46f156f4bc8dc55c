use message_clients::ninety_nine_digital::CreateMessage;

use crate::{json, request, response};

#[test]
fn sample_request() {
    let sample = json("POST", "/api/v1/accounts/1/conversations/1/messages", SAMPLE_REQUEST);
    request::<CreateMessage>(&sample, &[], &[]);
}

#[test]
fn sample_response() {
    let violates = [
        ("/body/created_at_exact", "format"),
    ];
    response::<CreateMessage>(200, SAMPLE_RESPONSE, &violates);
}

const SAMPLE_REQUEST: &str = r#"{
  "content": "string",
  "message_type": "outgoing",
  "private": false,
  "content_type": "text",
  "content_attributes": {}
}"#;

const SAMPLE_RESPONSE: &str = r#"{
  "id": 0,
  "content": "string",
  "inbox_id": 0,
  "conversation_id": 0,
  "message_type": 0,
  "content_type": "text",
  "status": "sent",
  "content_attributes": {},
  "created_at": 0,
  "private": false,
  "source_id": "string",
  "sender": {
    "id": 0,
    "name": "string",
    "available_name": "string",
    "email": "string",
    "avatar_url": "string",
    "logo_user_url": "string",
    "type": "user",
    "availability_status": "offline",
    "thumbnail": "string"
  },
  "created_at_exact": "yyyy-mm-ddThh:mm:ss.sssZ"
}"#;
