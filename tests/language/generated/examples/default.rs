// Written by docwright from specs/default: change that, and run it again.

//! Calls each endpoint of Obstacles over loopback, where a stand-in reads what comes and answers
//! for the server.
//!
//! ```console
//! $ cargo run -p language-clients --example default --features default-api,ureq
//! ```

mod stand_in;

use std::error::Error;

use language_clients::default::{
    Auth, BlockingClient, ClientCall, Promised, Server, ServerResponse,
};
use language_clients::runtime::JsonObject;
use language_clients::runtime::client::{BuildError, Endpoint, Finding, http};
use stand_in::StandIn;

fn main() -> Result<(), Box<dyn Error>> {
    call_client()?;
    call_server()?;
    refused()
}

/// A client of the stand-in, which says where messages differ from the documentation.
fn connect(server: &StandIn) -> Result<BlockingClient, BuildError> {
    BlockingClient::builder(server.address(), Auth::none_at_all("key"))
        .observer(|event| match event.finding {
            Finding::Sent(violation) => println!("Warning: {violation}"),
            Finding::Received(deviation) => println!("Deviation: {deviation}"),
            _ => {}
        })
        .build()
}

/// Fields whose names are taken, in every place where there is one: `PUT /client/{self}/{Type}`.
/// Answers with `Result`.
fn call_client() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = ClientCall::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        let answer = http::Response::builder()
            .status(200)
            .header("content-type", "application/json");
        Ok(answer.body(CLIENT_ANSWER.into())?)
    })?;
    let client = connect(&server)?;

    let request = ClientCall::new("a/b", [1], ["text"], None, JsonObject::new(), "h");
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// Values and tags that are no names of Rust, and what the generator names itself: `POST /server`.
/// Answers with `ServerResponse`, by the status.
fn call_server() -> Result<(), Box<dyn Error>> {
    use language_clients::default::server::Output;
    let server = StandIn::start(|request| {
        let received = Server::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        Ok(
            Server::to_response(
                &ServerResponse::Status201(Output::default().output("text")),
            )?,
        )
    })?;
    let client = connect(&server)?;

    let request = Server::new();
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// What a caller learns of a refusal.
fn refused() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|_| {
        let failure = Promised::new("text");
        let status = http::StatusCode::from_u16(400)?;
        Ok(ClientCall::to_refusal(status, Some(&failure))?)
    })?;
    let client = connect(&server)?;

    let request = ClientCall::new("a/b", [1], ["text"], None, JsonObject::new(), "h");
    if let Err(error) = client.send(request) {
        println!("The call failed: {error}");
        let (delivery, again) = (error.delivery(), error.safe_to_resend());
        println!("Delivery: {delivery:?}; safe to send again: {again}");
        if let Some(refusal) = error.refusal() {
            let failure = refusal.read::<ClientCall>()?;
            println!("The server said {failure:?}");
        }
    }
    Ok(())
}

const CLIENT_ANSWER: &str = r#"{"Ok": 1, "Err": "e"}"#;
