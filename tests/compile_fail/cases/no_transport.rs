//! Without a transport there is nothing to build, and the features that bring one are named.

use message_clients::omnidesk::{Auth, BlockingClient, Client};

fn main() {
    let _ = Client::builder("https://x", Auth::api_key("key")).build();
    let _ = BlockingClient::builder("https://x", Auth::api_key("key")).build();
}
