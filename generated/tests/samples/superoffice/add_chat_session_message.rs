use message_clients::superoffice::AddChatSessionMessage;

use crate::{json, request, response};

#[test]
fn sample_request() {
    let mut sample = json("POST", "/api/v1/ChatSession/1/Messages", SAMPLE_REQUEST);
    sample.headers_mut().append("accept-language", "en".parse().unwrap());
    request::<AddChatSessionMessage>(&sample, &["/headers/Accept-Language"], &[]);
}

#[test]
fn sample_response() {
    response::<AddChatSessionMessage>(200, SAMPLE_RESPONSE, &[]);
}

const SAMPLE_REQUEST: &str = r#"{
  "ChatMessageId": 664,
  "ChatSessionId": 103,
  "Type": "Invalid",
  "Message": "officia",
  "Author": "voluptatem",
  "ReadByCustomer": 973,
  "SpecialType": "Block",
  "SpecialParam": "quo",
  "WhenPosted": "2007-12-18T17:54:08.0543344+01:00"
}"#;

const SAMPLE_RESPONSE: &str = r#"{
  "ChatMessageId": 568,
  "ChatSessionId": 571,
  "Type": "Invalid",
  "Message": "velit",
  "Author": "ipsa",
  "ReadByCustomer": 620,
  "SpecialType": "Block",
  "SpecialParam": "ipsa",
  "WhenPosted": "2009-05-24T17:54:08.0543344+02:00"
}"#;
