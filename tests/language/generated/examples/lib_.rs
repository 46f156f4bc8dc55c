// Written by docwright from specs/lib: change that, and run it again.

//! Calls each endpoint of Lib over loopback, where a stand-in reads what comes and answers for the
//! server.
//!
//! ```console
//! $ cargo run -p language-clients --example lib_ --features lib,ureq
//! ```

mod stand_in;

use std::error::Error;

use language_clients::lib_::{Auth, BlockingClient, Core, Runtime, Std};
use language_clients::runtime::client::{BuildError, Endpoint, Finding, http};
use stand_in::StandIn;

fn main() -> Result<(), Box<dyn Error>> {
    call_core()?;
    call_runtime()?;
    call_std()?;
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

/// Modules named as those that generated code imports from: `POST /core`. Answers with the body as
/// it comes.
fn call_core() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = Core::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        Ok(Core::to_response(&"text".into())?)
    })?;
    let client = connect(&server)?;

    let request = Core::new();
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// Modules named as those that generated code imports from: `POST /runtime`. Answers with the body
/// as it comes.
fn call_runtime() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = Runtime::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        Ok(Runtime::to_response(&"text".into())?)
    })?;
    let client = connect(&server)?;

    let request = Runtime::new();
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// A module named as Rust's library, beside a type whose name hides that of the library:
/// `POST /std`. Answers with the body as it comes.
fn call_std() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = Std::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        Ok(Std::to_response(&"text".into())?)
    })?;
    let client = connect(&server)?;

    let request = Std::new();
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// What a caller learns of a refusal.
fn refused() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|_| {
        let status = http::StatusCode::from_u16(500)?;
        Ok(Core::to_refusal(status, None)?)
    })?;
    let client = connect(&server)?;

    let request = Core::new();
    if let Err(error) = client.send(request) {
        println!("The call failed: {error}");
        let (delivery, again) = (error.delivery(), error.safe_to_resend());
        println!("Delivery: {delivery:?}; safe to send again: {again}");
    }
    Ok(())
}
