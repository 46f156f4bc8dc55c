// Written by docwright from specs/http: change that, and run it again.

//! Calls each endpoint of HTTP over loopback, where a stand-in reads what comes and answers for the
//! server.
//!
//! ```console
//! $ cargo run -p language-clients --example http --features http,ureq
//! ```

mod stand_in;

use std::error::Error;

use language_clients::http::{Auth, BlockingClient, HeaderValue};
use language_clients::runtime::client::{BuildError, Endpoint, Finding, http};
use stand_in::StandIn;

fn main() -> Result<(), Box<dyn Error>> {
    call_header_value()?;
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

/// A sample with a header, whose test has the name of a type of headers: `GET /header/{value}`.
fn call_header_value() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = HeaderValue::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        Ok(HeaderValue::to_response(&())?)
    })?;
    let client = connect(&server)?;

    let request = HeaderValue::new("ä");
    client.send(request)?;
    println!("The client got an answer without a body.");
    Ok(())
}

/// What a caller learns of a refusal.
fn refused() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|_| {
        let status = http::StatusCode::from_u16(500)?;
        Ok(HeaderValue::to_refusal(status, None)?)
    })?;
    let client = connect(&server)?;

    let request = HeaderValue::new("ä");
    if let Err(error) = client.send(request) {
        println!("The call failed: {error}");
        let (delivery, again) = (error.delivery(), error.safe_to_resend());
        println!("Delivery: {delivery:?}; safe to send again: {again}");
    }
    Ok(())
}
