// Written by docwright from specs/tracing: change that, and run it again.

//! Calls each endpoint of Tracing over loopback, where a stand-in reads what comes and answers for
//! the server.
//!
//! ```console
//! $ cargo run -p language-clients --example tracing --features tracing-api,ureq
//! ```

mod stand_in;

use std::error::Error;

use language_clients::runtime::client::{BuildError, Endpoint, Finding, http};
use language_clients::tracing::{Auth, BlockingClient, Mod};
use stand_in::StandIn;

fn main() -> Result<(), Box<dyn Error>> {
    call_mod_()?;
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

/// A module with the name of the file of its own API: `GET /mod`. Answers with the body as it
/// comes.
fn call_mod_() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = Mod::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        Ok(Mod::to_response(&"text".into())?)
    })?;
    let client = connect(&server)?;

    let request = Mod::new();
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// What a caller learns of a refusal.
fn refused() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|_| {
        let status = http::StatusCode::from_u16(500)?;
        Ok(Mod::to_refusal(status, None)?)
    })?;
    let client = connect(&server)?;

    let request = Mod::new();
    if let Err(error) = client.send(request) {
        println!("The call failed: {error}");
        let (delivery, again) = (error.delivery(), error.safe_to_resend());
        println!("Delivery: {delivery:?}; safe to send again: {again}");
    }
    Ok(())
}
