// Written by docwright from specs/superoffice: change that, and run it again.

//! Calls each endpoint of SuperOffice CRM WebAPI over loopback, where a stand-in reads what comes
//! and answers for the server.
//!
//! ```console
//! $ cargo run -p message-clients --example superoffice --features superoffice,ureq
//! ```

mod stand_in;

use std::error::Error;

use message_clients::runtime::client::{BuildError, Endpoint, Finding, http};
use message_clients::superoffice::{AddChatSessionMessage, Auth, BlockingClient, Failure};
use stand_in::StandIn;

fn main() -> Result<(), Box<dyn Error>> {
    call_add_chat_session_message()?;
    refused()
}

/// A client of the stand-in, which says where messages differ from the documentation.
fn connect(server: &StandIn) -> Result<BlockingClient, BuildError> {
    BlockingClient::builder(server.address(), Auth::bearer("token"))
        .observer(|event| match event.finding {
            Finding::Sent(violation) => println!("Warning: {violation}"),
            Finding::Received(deviation) => println!("Deviation: {deviation}"),
            _ => {}
        })
        .build()
}

/// Adds a message to a chat session: `POST /api/v1/ChatSession/{chatSessionId}/Messages`. Answers
/// with `ChatMessage`.
fn call_add_chat_session_message() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = AddChatSessionMessage::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        let answer = http::Response::builder()
            .status(200)
            .header("content-type", "application/json");
        Ok(answer.body(ADD_CHAT_SESSION_MESSAGE_ANSWER.into())?)
    })?;
    let client = connect(&server)?;

    let request = AddChatSessionMessage::new(1).message("officia");
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// What a caller learns of a refusal.
fn refused() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|_| {
        let failure = Failure::default().error("value");
        let status = http::StatusCode::from_u16(400)?;
        Ok(AddChatSessionMessage::to_refusal(status, Some(&failure))?)
    })?;
    let client = connect(&server)?;

    let request = AddChatSessionMessage::new(1).message("officia");
    if let Err(error) = client.send(request) {
        println!("The call failed: {error}");
        let (delivery, again) = (error.delivery(), error.safe_to_resend());
        println!("Delivery: {delivery:?}; safe to send again: {again}");
        if let Some(refusal) = error.refusal() {
            let failure = refusal.read::<AddChatSessionMessage>()?;
            println!("The server said {failure:?}");
        }
    }
    Ok(())
}

const ADD_CHAT_SESSION_MESSAGE_ANSWER: &str = r#"{
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
