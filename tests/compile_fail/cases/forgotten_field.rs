//! Nor can a field, where arguments of one type would stand side by side.

use message_clients::omnidesk::{CreateChatbotMessage, CreateChatbotMessageRequired};

fn main() {
    let _ = CreateChatbotMessage::new(CreateChatbotMessageRequired {
        brand_id: 1.into(),
        message: "Where is my parcel?".into(),
        from: "jan@example.nl".into(),
    });
}
