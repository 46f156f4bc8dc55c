//! What a request requires cannot be forgotten.

use message_clients::ninety_nine_digital::{AccountId, ConversationId, CreateMessage};

fn main() {
    let _ = CreateMessage::new(AccountId(1), ConversationId(42)).private(true);
}
