use message_clients::omnidesk::CreateMessage;

use crate::{multipart, request, untyped};

#[test]
fn sample_request() {
    let sample = multipart("POST", "/api/v2/message", SAMPLE_REQUEST, &["forwardedFileIDs"]);
    let violates = [
        ("/body/type", "pattern"),
        ("/body/message", "min_length"),
        ("/body/sendAt", "pattern"),
        ("/body/sendAt", "format"),
    ];
    request::<CreateMessage>(&sample, &[], &violates);
}

#[test]
fn sample_response() {
    untyped::<CreateMessage>(200, "", &[]);
}

const SAMPLE_REQUEST: &str = r#"{
  "ticketID": 1,
  "type": "text",
  "toAddress": "",
  "ccInput": "",
  "bccInput": "",
  "respondMessageID": 0,
  "plaintext": "",
  "message": "text",
  "forwardedFileIDs": [
    1
  ],
  "sendAt": "text",
  "userID": 0,
  "submitStatus": "open"
}"#;
