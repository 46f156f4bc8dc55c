//! Identifiers of two kinds cannot be swapped.

use message_clients::ninety_nine_digital::{AccountId, ConversationId, CreateMessage};

fn main() {
    let (account, conversation) = (AccountId(1), ConversationId(42));
    let _ = CreateMessage::new(conversation, account, "Hello");
}
