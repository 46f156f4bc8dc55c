use message_clients::pland::SendNote;

use crate::{json, request, response};

#[test]
fn sample_request() {
    let sample = json("POST", "/chat/v2/1/sendNote", SAMPLE_REQUEST);
    let violates = [
        ("/body/_id", "pattern"),
        ("/body/companyId", "pattern"),
        ("/body/chatId", "pattern"),
        ("/body/childMessageIds/0", "pattern"),
        ("/body/readByUserIds/0", "pattern"),
    ];
    request::<SendNote>(&sample, &[], &violates);
}

#[test]
fn sample_response() {
    response::<SendNote>(200, SAMPLE_RESPONSE, &[]);
}

const SAMPLE_REQUEST: &str = r#"{
  "_id": "<string>",
  "number": 123,
  "companyId": "<string>",
  "status": {
    "status": 123,
    "createdAt": "2023-11-07T05:31:56Z",
    "createdBy": "<string>",
    "lastModifiedAt": "2023-11-07T05:31:56Z",
    "lastModifiedBy": "<string>"
  },
  "type": "CHAT_MESSAGE",
  "chatId": "<string>",
  "blocks": [
    {}
  ],
  "childMessageIds": [
    "<string>"
  ],
  "readByUserIds": [
    "<string>"
  ],
  "metadata": {
    "type": "<string>",
    "subId": "<string>",
    "date": "2023-11-07T05:31:56Z",
    "initialTab": "<string>"
  },
  "accessLevel": {
    "_id": "<string>",
    "level": 123,
    "name": "<string>"
  }
}"#;

const SAMPLE_RESPONSE: &str = r#"{
  "_id": "<string>"
}"#;
