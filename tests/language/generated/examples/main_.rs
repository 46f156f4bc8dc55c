// Written by docwright from specs/main: change that, and run it again.

//! Calls each endpoint of Main over loopback, where a stand-in reads what comes and answers for the
//! server.
//!
//! ```console
//! $ cargo run -p language-clients --example main_ --features main,ureq
//! ```

mod stand_in;

use std::error::Error;

use language_clients::main_::{Auth, BlockingClient, Send, SendMode};
use language_clients::runtime::client::{BuildError, Endpoint, Finding, http};
use stand_in::StandIn;

fn main() -> Result<(), Box<dyn Error>> {
    call_send()?;
    call_send_mode()?;
    refused()
}

/// A client of the stand-in, which says where messages differ from the documentation.
fn connect(server: &StandIn) -> Result<BlockingClient, BuildError> {
    BlockingClient::builder(server.address(), Auth::none())
        .observer(|event| match event.finding {
            Finding::Sent(violation) => println!("Warning: {violation}"),
            Finding::Received(deviation) => println!("Deviation: {deviation}"),
            _ => {}
        })
        .build()
}

/// A type of the file has the name of another endpoint: `POST /send`. Answers with the body as it
/// comes.
fn call_send() -> Result<(), Box<dyn Error>> {
    use language_clients::main_::send::SendMode;
    let server = StandIn::start(|request| {
        let received = Send::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        Ok(Send::to_response(&"text".into())?)
    })?;
    let client = connect(&server)?;

    let request = Send::new().mode(SendMode::Fast);
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// An endpoint with the name of a type in the file of another: `PUT /send/mode`. Answers with the
/// body as it comes.
fn call_send_mode() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = SendMode::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        Ok(SendMode::to_response(&"text".into())?)
    })?;
    let client = connect(&server)?;

    let request = SendMode::new("text");
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// What a caller learns of a refusal.
fn refused() -> Result<(), Box<dyn Error>> {
    use language_clients::main_::send::SendMode;
    let server = StandIn::start(|_| {
        let status = http::StatusCode::from_u16(500)?;
        Ok(Send::to_refusal(status, None)?)
    })?;
    let client = connect(&server)?;

    let request = Send::new().mode(SendMode::Fast);
    if let Err(error) = client.send(request) {
        println!("The call failed: {error}");
        let (delivery, again) = (error.delivery(), error.safe_to_resend());
        println!("Delivery: {delivery:?}; safe to send again: {again}");
    }
    Ok(())
}
