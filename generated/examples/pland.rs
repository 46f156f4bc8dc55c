// Written by docwright from specs/pland: change that, and run it again.

//! Calls each endpoint of PlanD over loopback, where a stand-in reads what comes and answers for
//! the server.
//!
//! ```console
//! $ cargo run -p message-clients --example pland --features pland,ureq
//! ```

mod stand_in;

use std::error::Error;

use message_clients::pland::{Auth, BlockingClient, SendNote, SendNoteType};
use message_clients::runtime::client::{BuildError, Endpoint, Finding, http};
use stand_in::StandIn;

fn main() -> Result<(), Box<dyn Error>> {
    call_send_note()?;
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

/// Sends a note to a chat: `POST /chat/v2/{id}/sendNote`. Answers with `SendNoteResponse`.
fn call_send_note() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = SendNote::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        let answer = http::Response::builder()
            .status(200)
            .header("content-type", "application/json");
        Ok(answer.body(SEND_NOTE_ANSWER.into())?)
    })?;
    let client = connect(&server)?;

    let request = SendNote::new("aaaaaaaaaaaaaaaaaaaaaaaa")
        .type_(SendNoteType::ChatMessage);
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// What a caller learns of a refusal.
fn refused() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|_| {
        let status = http::StatusCode::from_u16(401)?;
        Ok(SendNote::to_refusal(status, None)?)
    })?;
    let client = connect(&server)?;

    let request = SendNote::new("aaaaaaaaaaaaaaaaaaaaaaaa")
        .type_(SendNoteType::ChatMessage);
    if let Err(error) = client.send(request) {
        println!("The call failed: {error}");
        let (delivery, again) = (error.delivery(), error.safe_to_resend());
        println!("Delivery: {delivery:?}; safe to send again: {again}");
    }
    Ok(())
}

const SEND_NOTE_ANSWER: &str = r#"{
  "_id": "<string>"
}"#;
