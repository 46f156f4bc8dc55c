//! A gateway: takes chat messages over HTTP, refuses those that break a documented rule, and passes the others on to
//! `SuperOffice` with credentials of its own. No name of the wire stands here; the crate reads and writes both sides.
//!
//! ```console
//! $ cargo run -p docwright-tests --example gateway
//! ```

#[path = "../../generated/examples/stand_in/mod.rs"]
mod stand_in;

use std::error::Error;

use message_clients::runtime::Undecodable;
use message_clients::runtime::client::http::StatusCode;
use message_clients::runtime::client::{
    self, BuildError, Delivery, Endpoint, Level, Policy, Refusal, Request, Response,
};
use message_clients::superoffice::add_chat_session_message::ChatMessage;
use message_clients::superoffice::{AddChatSessionMessage, Auth, BlockingClient, Failure};
use stand_in::StandIn;

fn main() -> Result<(), Box<dyn Error>> {
    let superoffice = StandIn::start(superoffice)?;
    let gateway = gateway(superoffice.address())?;
    let caller = caller(gateway.address())?;

    let sessions = [("taken", 7), ("refused by the gateway", i64::MAX), ("refused by SuperOffice", CLOSED)];
    for (what, session) in sessions {
        match caller.send(AddChatSessionMessage::new(session).message("Hello")) {
            Ok(answer) => println!("{what}: {answer:?}"),
            Err(error) => println!("{what}: {error}; {:?}", said(&error)?),
        }
    }
    Ok(())
}

/// What a refusal says.
fn said(error: &client::Error) -> Result<Option<Failure>, Undecodable> {
    error.refusal().map_or(Ok(None), Refusal::read::<AddChatSessionMessage>)
}

/// The gateway, before a server of `SuperOffice`.
fn gateway(superoffice: &str) -> Result<StandIn, Box<dyn Error>> {
    let client = BlockingClient::builder(superoffice, Auth::bearer("the gateway's")).build()?;
    Ok(StandIn::start(move |request| Ok(forward(&client, request)?))?)
}

/// Answers one request of a caller.
fn forward(superoffice: &BlockingClient, request: &Request) -> Result<Response, BuildError> {
    let received = match AddChatSessionMessage::from_request(request) {
        Ok(received) => received,
        Err(error) => return refuse(&error),
    };
    // Rules that somebody only inferred may be wrong: they warn.
    let is_broken = received.violations.iter().any(|violation| !violation.inferred);
    let Some(message) = received.endpoint.filter(|_| !is_broken) else { return refuse(&received.violations) };

    match superoffice.call(message).settings(received.settings).send() {
        Ok(answer) => AddChatSessionMessage::to_response(&answer),
        Err(error) => pass_on(&error),
    }
}

/// A refusal of the gateway's own, in the documented form.
fn refuse(why: &impl ToString) -> Result<Response, BuildError> {
    let failure = Failure::default().error_type("InvalidMessage").error_message(why.to_string());
    AddChatSessionMessage::to_refusal(StatusCode::BAD_REQUEST, Some(&failure))
}

/// What a caller hears of a call that failed behind the gateway: what `SuperOffice` said, else whether the message may
/// have been added.
fn pass_on(error: &client::Error) -> Result<Response, BuildError> {
    if let client::Error::Status(refusal) = error
        && let Ok(failure) = refusal.read::<AddChatSessionMessage>()
    {
        return AddChatSessionMessage::to_refusal(refusal.status, failure.as_ref());
    }
    let status = match error.delivery() {
        Delivery::NotSent => StatusCode::SERVICE_UNAVAILABLE,
        Delivery::Unknown | Delivery::Answered => StatusCode::BAD_GATEWAY,
    };
    AddChatSessionMessage::to_refusal(status, None)
}

/// A session that takes no more messages.
const CLOSED: i64 = 404;

/// A stand-in for `SuperOffice`: takes each message, unless the session is closed.
fn superoffice(request: &Request) -> stand_in::Reply {
    let message =
        AddChatSessionMessage::from_request(request)?.endpoint.ok_or("the gateway lets no such message pass")?;
    if message.chat_session_id == CLOSED {
        let failure = Failure::default().error_message("The session is closed.");
        return Ok(AddChatSessionMessage::to_refusal(StatusCode::NOT_FOUND, Some(&failure))?);
    }
    let mut stored = ChatMessage::default().chat_message_id(1).chat_session_id(message.chat_session_id);
    stored.message = message.message;
    Ok(AddChatSessionMessage::to_response(&stored)?)
}

/// A caller that leaves all judgement to the gateway.
fn caller(gateway: &str) -> Result<BlockingClient, BuildError> {
    BlockingClient::builder(gateway, Auth::bearer("the caller's")).policy(Policy::all(Level::Off)).retries(0).build()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// The status of a refusal, with what it says.
    fn refused(error: &client::Error) -> (u16, Option<Failure>) {
        (error.status().unwrap().as_u16(), said(error).unwrap())
    }

    #[test]
    fn what_is_valid_passes_and_what_is_not_stays_outside() {
        let arrived = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&arrived);
        let behind = StandIn::start(move |request| {
            counted.fetch_add(1, Ordering::Relaxed);
            assert_eq!(request.headers()["authorization"], "Bearer the gateway's");
            superoffice(request)
        });
        let gateway = gateway(behind.unwrap().address()).unwrap();
        let caller = caller(gateway.address()).unwrap();

        let stored = caller.send(AddChatSessionMessage::new(7).message("Hello")).unwrap();
        assert_eq!(stored, ChatMessage::default().chat_message_id(1).chat_session_id(7).message("Hello"));

        let error = caller.send(AddChatSessionMessage::new(i64::MAX).message("Hello")).unwrap_err();
        let (status, failure) = refused(&error);
        let why = failure.unwrap().error_message.unwrap().to_string();
        assert!(status == 400 && why.contains("/path_parameters/chatSessionId"), "{status}: {why}");
        assert_eq!(arrived.load(Ordering::Relaxed), 1);

        let error = caller.send(AddChatSessionMessage::new(CLOSED).message("Hello")).unwrap_err();
        let closed = Failure::default().error_message("The session is closed.");
        assert_eq!(refused(&error), (404, Some(closed)));
    }

    #[test]
    fn a_server_that_is_away_is_told_apart() {
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let gateway = gateway(&format!("http://{free}")).unwrap();
        let error = caller(gateway.address()).unwrap().send(AddChatSessionMessage::new(7)).unwrap_err();
        assert_eq!(refused(&error), (503, None));
    }
}
