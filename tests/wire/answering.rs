//! Types go both ways: a mock or a gateway answers with the types that a client reads.

use std::fmt::Debug;

use message_clients::ninety_nine_digital::create_message::{Message, MessageMessageType, MessageSender, User};
use message_clients::ninety_nine_digital::{self as digital, ConversationId};
use message_clients::omnidesk::{self, CreateChatbotMessage};
use message_clients::pland::{self, SendNote};
use message_clients::runtime::client::http::StatusCode;
use message_clients::runtime::client::{BuildError, Endpoint, Response};
use message_clients::runtime::{JsonObject, Value, from_json, to_json};
use message_clients::superoffice::add_chat_session_message::ChatMessage;
use message_clients::superoffice::{self, AddChatSessionMessage, ChatMessageType};

use crate::adapter::{Adapter, in_both, send};
use crate::samples::chatbot;
use crate::server::{Answer, Server};

in_both!(a_client_reads_what_a_mock_wrote,);

fn shown(response: &Response) -> (u16, Option<&str>, &str) {
    let media_type = response.headers().get("content-type").map(|value| value.to_str().unwrap());
    (response.status().as_u16(), media_type, str::from_utf8(response.body().bytes().unwrap()).unwrap())
}

fn message() -> Message {
    Message::default()
        .id(7)
        .content("Hi \"there\"\n\u{1F600}")
        .conversation_id(ConversationId(2))
        .message_type(MessageMessageType::from(1))
        .content_attributes(JsonObject::new().with("items", vec![1, 2]))
        .created_at(1_700_000_000)
        .source_id_null()
        .sender(MessageSender::User(User::default().id(1).name("Ann")))
}

fn chat_message() -> ChatMessage {
    ChatMessage::default()
        .chat_message_id(568)
        .type_(ChatMessageType::ToUser)
        .message("velit")
        .when_posted("2009-05-24T17:54:08.0543344+02:00")
}

/// What is written is read again, and deviates in nothing.
fn answers<E: Endpoint<Output: PartialEq + Debug>>(output: &E::Output) -> Response {
    let response = E::to_response(output).unwrap();
    let (again, deviations) = E::from_response(&response).unwrap();
    assert_eq!((&again, deviations), (output, vec![]));
    response
}

/// The same of a refusal.
fn refuses<E: Endpoint<Failure: PartialEq + Debug>>(status: u16, failure: Option<E::Failure>) -> Response {
    let response = E::to_refusal(StatusCode::from_u16(status).unwrap(), failure.as_ref()).unwrap();
    assert_eq!(E::from_refusal(&response), Ok((failure, vec![])));
    response
}

fn outbox<T: Value + PartialEq + Debug>(value: &T) {
    let (again, broken) = from_json::<T>(&to_json(value)).unwrap();
    assert_eq!((&again, broken.len()), (value, 0));
}

#[test]
fn each_endpoint_s_answers_are_read_as_they_were_made() {
    answers::<digital::CreateMessage>(&Message::default());
    answers::<digital::CreateMessage>(&message());
    outbox(&message());
    answers::<AddChatSessionMessage>(&ChatMessage::default());
    let response = answers::<AddChatSessionMessage>(&chat_message());
    let body =
        r#"{"ChatMessageId":568,"Type":"ToUser","Message":"velit","WhenPosted":"2009-05-24T17:54:08.0543344+02:00"}"#;
    assert_eq!(shown(&response), (200, Some("application/json"), body));
    outbox(&chat_message());
    let sent = pland::send_note::SendNoteResponse::default().id("65f0c0ffee65f0c0ffee65f0");
    answers::<SendNote>(&sent);
    outbox(&sent);
    for nothing in [answers::<omnidesk::CreateMessage>(&()), answers::<CreateChatbotMessage>(&())] {
        assert_eq!(shown(&nothing), (200, None, ""));
    }
}

#[test]
fn a_refusal_has_its_body_where_one_is_documented() {
    let failure = superoffice::Failure::default().error_message("No such session");
    let response = refuses::<AddChatSessionMessage>(404, Some(failure.clone()));
    assert_eq!(shown(&response), (404, Some("application/json"), r#"{"ErrorMessage":"No such session"}"#));
    outbox(&failure);
    refuses::<digital::CreateMessage>(422, Some(digital::Failure::default()));
    assert_eq!(shown(&refuses::<digital::CreateMessage>(429, None)), (429, None, ""));
    refuses::<SendNote>(401, None);

    let misplaced =
        digital::CreateMessage::to_refusal(StatusCode::TOO_MANY_REQUESTS, Some(&digital::Failure::default()));
    assert_eq!(misplaced.map(drop), Err(BuildError::Status(StatusCode::TOO_MANY_REQUESTS)));
}

fn a_client_reads_what_a_mock_wrote<T: Adapter>() {
    let response = AddChatSessionMessage::to_response(&chat_message()).unwrap();
    let server = Server::answering([Answer::json(200, shown(&response).2)]);
    let full = send::<T, _>(&server.url, superoffice::Auth::bearer("t"), AddChatSessionMessage::new(1)).unwrap();
    assert_eq!((full.output, full.deviations), (chat_message(), vec![]));

    let response = CreateChatbotMessage::to_refusal(StatusCode::FORBIDDEN, None).unwrap();
    let server = Server::answering([Answer::json(response.status().as_u16(), "")]);
    let error = send::<T, _>(&server.url, omnidesk::Auth::api_key("k"), chatbot()).unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
}
