//! A secret has no words.

use message_clients::runtime::Secret;

fn main() {
    let key = Secret::from("key");
    println!("{key}");
}
