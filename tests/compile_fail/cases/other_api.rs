//! A client sends the endpoints of its own API.

use message_clients::omnidesk::BlockingClient;
use message_clients::pland::SendNote;

fn send(client: &BlockingClient) {
    let _ = client.send(SendNote::new("65f0c0ffee65f0c0ffee65f0"));
}

fn main() {}
