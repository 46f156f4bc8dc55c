//! A client sends endpoints and nothing else.

use message_clients::omnidesk::{BlockingClient, CreateChatbotMessageRequired};

fn send(client: &BlockingClient, required: CreateChatbotMessageRequired) {
    let _ = client.send(&required);
}

fn main() {}
