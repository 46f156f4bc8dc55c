//! What `message-clients` has: its types and its endpoints.

pub use message_clients as clients;

use self::calls::Call;
use self::laws::{Message, Type};
use crate::secret::{SECRET, USER};

#[path = "calls.rs"]
mod calls;
#[path = "laws.rs"]
pub mod laws;

/// The types that can stand in JSON.
pub fn types() -> Vec<Type> {
    types![
        clients::ninety_nine_digital::AccountId,
        clients::ninety_nine_digital::ConversationId,
        clients::ninety_nine_digital::Failure,
        clients::ninety_nine_digital::create_message::CreateMessageMessageType,
        clients::ninety_nine_digital::create_message::CreateMessageContentType,
        clients::ninety_nine_digital::create_message::Message,
        clients::ninety_nine_digital::create_message::MessageMessageType,
        clients::ninety_nine_digital::create_message::MessageContentType,
        clients::ninety_nine_digital::create_message::MessageStatus,
        clients::ninety_nine_digital::create_message::MessageSender,
        clients::ninety_nine_digital::create_message::User,
        clients::omnidesk::Id,
        clients::omnidesk::create_message::CreateMessageSubmitStatus,
        clients::pland::ObjectId,
        clients::pland::send_note::SendNoteStatus,
        clients::pland::send_note::SendNoteType,
        clients::pland::send_note::SendNoteMetadata,
        clients::pland::send_note::SendNoteAccessLevel,
        clients::pland::send_note::SendNoteResponse,
        clients::superoffice::ChatMessageType,
        clients::superoffice::ChatMessageSpecialType,
        clients::superoffice::Failure,
        clients::superoffice::LanguageCode,
        clients::superoffice::add_chat_session_message::ChatMessage,
    ]
}

/// The endpoints.
pub fn messages() -> Vec<Message> {
    vec![
        Message::of::<clients::ninety_nine_digital::create_message::CreateMessage>(),
        Message::of::<clients::omnidesk::create_chatbot_message::CreateChatbotMessage>(),
        Message::of::<clients::omnidesk::create_message::CreateMessage>(),
        Message::of::<clients::pland::send_note::SendNote>(),
        Message::of::<clients::superoffice::add_chat_session_message::AddChatSessionMessage>(),
    ]
}

/// A call with each credential of each API.
pub fn calls() -> Vec<Call> {
    use clients::{ninety_nine_digital, omnidesk, pland, superoffice};
    let note = pland::SendNote::new("65f0c0ffee65f0c0ffee65f0").type_(pland::SendNoteType::ChatMessage);
    let chat = superoffice::AddChatSessionMessage::new(1).message("On our way");
    vec![
        Call::of("pland/api_key", pland::Auth::api_key(SECRET), note.clone()),
        Call::of("pland/jwt", pland::Auth::jwt(SECRET), note),
        Call::of(
            "ninety_nine_digital/api_key",
            ninety_nine_digital::Auth::api_key(SECRET),
            ninety_nine_digital::CreateMessage::new(1.into(), 1.into(), "Hello"),
        ),
        Call::of(
            "omnidesk/api_key",
            omnidesk::Auth::api_key(SECRET),
            omnidesk::CreateMessage::new(omnidesk::CreateMessageRequired {
                ticket_id: 1.into(),
                type_: "calllog".into(),
                message: "We called back".into(),
            }),
        ),
        Call::of("superoffice/basic", superoffice::Auth::basic(USER, SECRET), chat.clone()),
        Call::of("superoffice/bearer", superoffice::Auth::bearer(SECRET), chat.clone()),
        Call::of("superoffice/ticket", superoffice::Auth::ticket(SECRET), chat.clone()),
        Call::of(
            "superoffice/app_ticket",
            superoffice::Auth::AppTicket { ticket: SECRET.into(), app_token: SECRET.into() },
            chat.clone(),
        ),
        Call::of(
            "superoffice/session",
            superoffice::Auth::Session { xsrf_token: SECRET.into(), cookies: SECRET.into() },
            chat,
        ),
    ]
}
