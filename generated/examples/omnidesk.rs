// Written by docwright from specs/omnidesk: change that, and run it again.

//! Calls each endpoint of Omnidesk over loopback, where a stand-in reads what comes and answers for
//! the server.
//!
//! ```console
//! $ cargo run -p message-clients --example omnidesk --features omnidesk,ureq
//! ```

mod stand_in;

use std::error::Error;

use message_clients::omnidesk::{
    Auth, BlockingClient, CreateChatbotMessage, CreateChatbotMessageRequired,
    CreateMessage, CreateMessageRequired, Id,
};
use message_clients::runtime::client::{BuildError, Endpoint, Finding, http};
use stand_in::StandIn;

fn main() -> Result<(), Box<dyn Error>> {
    call_create_chatbot_message()?;
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

/// Opens a ticket with its first message, on behalf of a chatbot: `POST /api/v2/message/chatbot`.
fn call_create_chatbot_message() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = CreateChatbotMessage::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        Ok(CreateChatbotMessage::to_response(&())?)
    })?;
    let client = connect(&server)?;

    let request = CreateChatbotMessage::new(CreateChatbotMessageRequired {
        brand_id: Id(1),
        message: "text".into(),
        subject: "text".into(),
        from: "text".into(),
    });
    client.send(request)?;
    println!("The client got an answer without a body.");
    Ok(())
}

/// Adds a message to a ticket that exists, after clearing the ticket's cache:
/// `POST /api/v2/message`.
fn call_create_message() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = CreateMessage::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        Ok(CreateMessage::to_response(&())?)
    })?;
    let client = connect(&server)?;

    let request = CreateMessage::new(CreateMessageRequired {
        ticket_id: Id(1),
        type_: "1".into(),
        message: "Hello".into(),
    });
    client.send(request)?;
    println!("The client got an answer without a body.");
    Ok(())
}

/// What a caller learns of a refusal.
fn refused() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|_| {
        let status = http::StatusCode::from_u16(500)?;
        Ok(CreateChatbotMessage::to_refusal(status, None)?)
    })?;
    let client = connect(&server)?;

    let request = CreateChatbotMessage::new(CreateChatbotMessageRequired {
        brand_id: Id(1),
        message: "text".into(),
        subject: "text".into(),
        from: "text".into(),
    });
    if let Err(error) = client.send(request) {
        println!("The call failed: {error}");
        let (delivery, again) = (error.delivery(), error.safe_to_resend());
        println!("Delivery: {delivery:?}; safe to send again: {again}");
    }
    Ok(())
}
