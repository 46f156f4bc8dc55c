// Written by docwright from specs/workshop: change that, and run it again.

//! Calls each endpoint of Workshop over loopback, where a stand-in reads what comes and answers for
//! the server.
//!
//! ```console
//! $ cargo run -p language-clients --example workshop --features workshop,ureq
//! ```

#![allow(deprecated)]

mod stand_in;

use std::error::Error;

use language_clients::runtime::client::{BuildError, Endpoint, Finding, http};
use language_clients::workshop::{
    Auth, BlockingClient, CreateOrder, CreateOrderRequired, DropPhoto, FindParts,
    ListOrders, OrderId, Problem, SendInvoice, TakeStock, Watch,
};
use stand_in::StandIn;

fn main() -> Result<(), Box<dyn Error>> {
    call_create_order()?;
    call_drop_photo()?;
    call_find_parts()?;
    call_list_orders()?;
    call_send_invoice()?;
    call_take_stock()?;
    call_watch()?;
    refused()
}

/// A client of the stand-in, which says where messages differ from the documentation.
fn connect(server: &StandIn) -> Result<BlockingClient, BuildError> {
    BlockingClient::builder(server.address(), Auth::visitor("cookies"))
        .observer(|event| match event.finding {
            Finding::Sent(violation) => println!("Warning: {violation}"),
            Finding::Received(deviation) => println!("Deviation: {deviation}"),
            _ => {}
        })
        .build()
}

/// Brings a bicycle in: `POST /shops/{shop}/orders`. Answers with `CreateOrderResponse`.
fn call_create_order() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = CreateOrder::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri().path());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        let answer = http::Response::builder()
            .status(201)
            .header("content-type", "application/json");
        Ok(answer.body(CREATE_ORDER_ANSWER.into())?)
    })?;
    let client = connect(&server)?;

    let request = CreateOrder::new(CreateOrderRequired {
        shop: "text".into(),
        customer: "jan@example.com".into(),
    });
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// Says where the photo of a bicycle lies: `PUT /shops/{shop}/orders/{order}/photo`. Answers with
/// the body as it comes.
fn call_drop_photo() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = DropPhoto::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri().path());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        Ok(DropPhoto::to_response(&"text".into())?)
    })?;
    let client = connect(&server)?.with_auth(Auth::counter("key"));

    let request = DropPhoto::new(OrderId(1), "text");
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// The spare parts that a filter admits: `GET /shops/{shop}/parts`. Answers with a list of
/// `String`.
fn call_find_parts() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = FindParts::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri().path());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        let answer = http::Response::builder()
            .status(200)
            .header("content-type", "application/json");
        Ok(answer.body(FIND_PARTS_ANSWER.into())?)
    })?;
    let client = connect(&server)?.with_auth(Auth::counter("key"));

    let request = FindParts::new("harbour").number("17");
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// The orders of a shop: `GET /shops/{shop}/orders`. Answers with a list of `Order`.
fn call_list_orders() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = ListOrders::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri().path());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        let answer = http::Response::builder()
            .status(200)
            .header("content-type", "application/json");
        Ok(answer.body(LIST_ORDERS_ANSWER.into())?)
    })?;
    let client = connect(&server)?.with_auth(Auth::counter("key"));

    let request = ListOrders::new("harbour").since("2026-01-31");
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// Sends the invoice of some orders: `POST /shops/{shop}/invoices`.
fn call_send_invoice() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = SendInvoice::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri().path());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        Ok(SendInvoice::to_response(&())?)
    })?;
    let client = connect(&server)?.with_auth(Auth::link("key"));

    let request = SendInvoice::new("text", [OrderId(1)]);
    client.send(request)?;
    println!("The client got an answer without a body.");
    Ok(())
}

/// Tells what lies on the shelves: `PUT /shops/{shop}/stock`. Answers with a map of `i64`.
fn call_take_stock() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = TakeStock::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri().path());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        let answer = http::Response::builder()
            .status(200)
            .header("content-type", "application/json");
        Ok(answer.body(TAKE_STOCK_ANSWER.into())?)
    })?;
    let client = connect(&server)?.with_auth(Auth::counter("key"));

    let request = TakeStock::new("harbour", ["a1"]);
    let answer = client.send(request)?;
    println!("The client got {answer:?}");
    Ok(())
}

/// Asks to be told of changes: `SUBSCRIBE /shops/{shop}/orders`.
fn call_watch() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|request| {
        let received = Watch::from_request(request)?;
        println!("The server got {} {}", request.method(), request.uri().path());
        println!("{:?} breaks {} rules", received.endpoint, received.violations.len());
        Ok(Watch::to_response(&())?)
    })?;
    let client = connect(&server)?.with_auth(Auth::counter("key"));

    let request = Watch::new("text");
    client.send(request)?;
    println!("The client got an answer without a body.");
    Ok(())
}

/// What a caller learns of a refusal.
fn refused() -> Result<(), Box<dyn Error>> {
    let server = StandIn::start(|_| {
        let failure = Problem::new(1);
        let status = http::StatusCode::from_u16(400)?;
        Ok(CreateOrder::to_refusal(status, Some(&failure))?)
    })?;
    let client = connect(&server)?;

    let request = CreateOrder::new(CreateOrderRequired {
        shop: "text".into(),
        customer: "jan@example.com".into(),
    });
    if let Err(error) = client.send(request) {
        println!("The call failed: {error}");
        let (delivery, again) = (error.delivery(), error.safe_to_resend());
        println!("Delivery: {delivery:?}; safe to send again: {again}");
        if let Some(refusal) = error.refusal() {
            let failure = refusal.read::<CreateOrder>()?;
            println!("The server said {failure:?}");
        }
    }
    Ok(())
}

const CREATE_ORDER_ANSWER: &str = r#"{"id": 7}"#;

const FIND_PARTS_ANSWER: &str = r#"["bell", "chain"]"#;

const LIST_ORDERS_ANSWER: &str = r#"[
  {"id": 1, "state": "new", "bicycle": null},
  {"id": 2, "state": "lent", "bicycle": "blue"}
]"#;

const TAKE_STOCK_ANSWER: &str = r#"{"bells": 7, "chains": 0, "tubes": 12}"#;
