//! What is no endpoint cannot be sent.

use message_clients::omnidesk::{BlockingClient, Id};

fn send(client: &BlockingClient) {
    let _ = client.send(Id(1));
}

fn main() {}
