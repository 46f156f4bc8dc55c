// Written by docwright from specs/ninety_nine_digital: change that, and run it again.

//! Calls each endpoint of 99digital over loopback, where a stand-in reads what comes and answers
//! for the server.
//!
//! ```console
//! $ cargo run -p message-clients --example ninety_nine_digital --features ninety_nine_digital,ureq
//! ```

mod stand_in;

use std::error::Error;

use message_clients::ninety_nine_digital::{
    AccountId, Auth, BlockingClient, ConversationId, CreateMessage, Failure,
};
use message_clients::runtime::client::{BuildError, Endpoint, Finding, http};
use stand_in::StandIn;

fn main() -> Result<(), Box<dyn Error>> {
    call_create_message()?;
    refused()
}

/// A client of the stand-in, which says where messages differ from the documentation.
fn connect(server: &StandIn) -> Result<BlockingClient, BuildError> {
    BlockingClient::builder(server.address(), Auth::api_key("key"))
        .observer(|event| match event.finding {
            Finding::Sent(violation) => println!("Warning: {violation}"),
            Finding::Received(deviation) => println!("Deviation: {deviation}"),
            _ => {}
        })
        .build()
}

/// Writes a message into a conversation:
/// `POST /api/v1/accounts/{account_id}/conversations/{conversation_id}/messages`. Answers with
/// `Message`.
fn call_create_message() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = CreateMessage::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        let answer = http::Response::builder()
            .status(200)
            .header("content-type", "application/json");
        Ok(answer.body(CREATE_MESSAGE_ANSWER.into())?)
    })?;
    let client = connect(&server)?;

    let request = CreateMessage::new(AccountId(1), ConversationId(1), "string");
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// What a caller learns of a refusal.
fn refused() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|_| {
        let failure = Failure::default().error("value");
        let status = http::StatusCode::from_u16(401)?;
        Ok(CreateMessage::to_refusal(status, Some(&failure))?)
    })?;
    let client = connect(&server)?;

    let request = CreateMessage::new(AccountId(1), ConversationId(1), "string");
    if let Err(error) = client.send(request) {
        println!("The call failed: {error}");
        let (delivery, again) = (error.delivery(), error.safe_to_resend());
        println!("Delivery: {delivery:?}; safe to send again: {again}");
        if let Some(refusal) = error.refusal() {
            let failure = refusal.read::<CreateMessage>()?;
            println!("The server said {failure:?}");
        }
    }
    Ok(())
}

const CREATE_MESSAGE_ANSWER: &str = r#"{
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
