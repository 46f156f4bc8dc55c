//! A server that is none: a program's own tests answer from memory, and look at what would have been sent.

use std::sync::{Arc, Mutex};

use message_clients::omnidesk::{Auth, BlockingClient, CreateChatbotMessage, CreateChatbotMessageRequired, Id};
use message_clients::runtime::client::{BlockingTransport, Error, Limits, Request, Response, TransportError};

/// Answers everything with an empty object, and keeps what it was sent.
#[derive(Default)]
struct Fake(Mutex<Vec<Request>>);

impl BlockingTransport for Fake {
    fn send(&self, request: Request, _: Limits) -> Result<Response, TransportError> {
        self.0.lock().unwrap().push(request);
        Ok(Response::new("{}".into()))
    }
}

/// What is to be tested: a bot that says which call it missed.
fn report_missed_call(client: &BlockingClient, caller: &str) -> Result<(), Error> {
    let message = CreateChatbotMessageRequired {
        brand_id: Id(1),
        message: format!("{caller} called"),
        subject: "A missed call".into(),
        from: "bot".into(),
    };
    client.send(CreateChatbotMessage::new(message)).map(drop)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let fake = Arc::new(Fake::default());
    let transport: Arc<Fake> = Arc::clone(&fake);
    let client = BlockingClient::builder("https://fake.example", Auth::api_key("key")).build_over(transport)?;
    report_missed_call(&client, "Ada")?;
    let sent = fake.0.lock().unwrap();
    let body = sent[0].body().bytes().ok_or("a body in memory")?;
    assert!(str::from_utf8(body)?.contains("Ada called"));
    println!("{} {}", sent[0].method(), sent[0].uri());
    Ok(())
}

#[test]
fn the_bot_says_who_called() -> Result<(), Box<dyn std::error::Error>> {
    main()
}
