//! Answers that differ from the documentation: never refused for it, and the observer hears of it.

use std::sync::{Arc, Mutex};

use message_clients::ninety_nine_digital::create_message::MessageSender;
use message_clients::ninety_nine_digital::{self as digital, AccountId, ConversationId, NinetyNineDigital};
use message_clients::omnidesk;
use message_clients::runtime::client::{Delivery, Error, Event, Finding};
use message_clients::superoffice::add_chat_session_message::ChatMessage;
use message_clients::superoffice::{self, AddChatSessionMessage, Superoffice};

use crate::adapter::{Adapter, broken, builder, in_both, send};
use crate::server::{Answer, Server};

in_both!(
    unknown_fields_values_and_kinds_are_deviations,
    numbers_are_read_by_their_value,
    an_unknown_sender_can_be_looked_into,
    the_observer_hears_of_each,
    a_refusal_s_deviations_are_heard_too,
    a_status_that_is_not_documented_is_told,
    another_media_type_is_told_and_the_body_read,
    an_empty_body_is_an_object_without_fields,
    a_body_that_is_no_object_is_an_error_with_all_that_came,
    texts_of_servers_are_escaped_and_counted,
);

fn message() -> digital::CreateMessage {
    digital::CreateMessage::new(AccountId(1), ConversationId(2), "Hi")
}

fn digital<T: Adapter>(answer: Answer) -> message_clients::runtime::client::Full<digital::create_message::Message> {
    let server = Server::answering([answer]);
    send::<T, _>(&server.url, digital::Auth::api_key("k"), message()).unwrap()
}

fn superoffice<T: Adapter>(answer: Answer) -> Result<message_clients::runtime::client::Full<ChatMessage>, Error> {
    let server = Server::answering([answer]);
    send::<T, _>(&server.url, superoffice::Auth::bearer("t"), AddChatSessionMessage::new(1))
}

fn unknown_fields_values_and_kinds_are_deviations<T: Adapter>() {
    let full = digital::<T>(Answer::json(
        200,
        r#"{"id":null,"inbox_id":"2","message_type":9,"status":"lost","private":1,"sender":7,"created_at":"now","echo_id":[]}"#,
    ));
    let answer = full.output;
    assert_eq!((answer.id, answer.inbox_id, answer.private), (None, None, None));
    assert_eq!((answer.message_type.unwrap().as_i64(), answer.status.unwrap().as_str()), (9, "lost"));
    let mut found = broken(&full.deviations);
    found.sort();
    assert_eq!(
        found,
        [
            "/body/created_at type",
            "/body/echo_id unknown_field",
            "/body/id nullable",
            "/body/inbox_id type",
            "/body/message_type enum",
            "/body/private type",
            "/body/sender type",
            "/body/status enum"
        ]
    );
}

fn numbers_are_read_by_their_value<T: Adapter>() {
    let read = |text: &str| {
        let full = superoffice::<T>(Answer::json(200, &format!(r#"{{"ChatMessageId":{text}}}"#))).unwrap();
        (full.output.chat_message_id, broken(&full.deviations))
    };
    for (text, value) in [("1.0", 1), ("-2e2", -200), ("0", 0), ("-0.0", 0), ("2147483647", i64::from(i32::MAX))] {
        assert_eq!(read(text), (Some(value), vec![]), "{text}");
    }
    for text in ["1.5", "true", "\"1\""] {
        assert_eq!(read(text), (None, vec!["/body/ChatMessageId type".to_owned()]), "{text}");
    }
    for text in ["2147483648", "9223372036854775808", "1e300"] {
        assert_eq!(read(text).1, ["/body/ChatMessageId range"], "{text}");
    }
}

fn an_unknown_sender_can_be_looked_into<T: Adapter>() {
    let full = digital::<T>(Answer::json(200, r#"{"sender":{"type":"robot","id":3}}"#));
    let sender = full.output.sender.unwrap();
    assert_eq!((sender.tag(), sender.as_json().unwrap().get("id").unwrap().as_i64()), (Some("robot"), Some(3)));
    assert_eq!(broken(&full.deviations), ["/body/sender/type tag"]);
    let full = digital::<T>(Answer::json(200, r#"{"sender":{"id":3}}"#));
    assert!(!matches!(full.output.sender, Some(MessageSender::User(_))));
    assert_eq!(broken(&full.deviations), ["/body/sender/type tag"]);
}

/// What an observer heard: the endpoint and the words.
type Heard = Arc<Mutex<Vec<(String, String)>>>;

fn listen() -> (Heard, impl Fn(&Event<'_>) + Send + Sync + 'static) {
    let heard = Heard::default();
    let list = Arc::clone(&heard);
    let observer = move |event: &Event<'_>| {
        if let Finding::Received(deviation) = event.finding {
            list.lock().unwrap().push((event.endpoint.to_string(), broken(std::slice::from_ref(deviation)).concat()));
        }
    };
    (heard, observer)
}

fn the_observer_hears_of_each<T: Adapter>() {
    let (heard, observer) = listen();
    let server = Server::answering([Answer::json(200, r#"{"id":"x","more":1}"#)]);
    let builder = builder::<T, NinetyNineDigital>(&server.url, digital::Auth::api_key("k")).observer(observer);
    let full = T::send(builder.build().unwrap().call(message())).unwrap();
    let endpoint = "ninety_nine_digital/create_message".to_owned();
    let words = broken(&full.deviations).into_iter().map(|words| (endpoint.clone(), words));
    assert_eq!(*heard.lock().unwrap(), words.collect::<Vec<_>>());
    assert_eq!(full.deviations.len(), 2);
}

fn a_refusal_s_deviations_are_heard_too<T: Adapter>() {
    let (heard, observer) = listen();
    let server = Server::answering([Answer::json(404, r#"{"Error":true,"Hint":"ask"}"#)]);
    let builder = builder::<T, Superoffice>(&server.url, superoffice::Auth::bearer("t")).observer(observer);
    let error = T::send(builder.build().unwrap().call(AddChatSessionMessage::new(1))).unwrap_err();
    assert!(matches!(error, Error::Status(_)));
    let words = ("superoffice/add_chat_session_message".to_owned(), "/body/Hint unknown_field".to_owned());
    assert_eq!(*heard.lock().unwrap(), [words]);
}

fn a_status_that_is_not_documented_is_told<T: Adapter>() {
    let full = superoffice::<T>(Answer::json(202, r#"{"ChatMessageId":1}"#)).unwrap();
    assert_eq!(full.output.chat_message_id, Some(1));
    assert_eq!(full.deviations.len(), 1);
    assert!(full.deviations[0].to_string().contains("202"), "{}", full.deviations[0]);

    let error = superoffice::<T>(Answer::new(500, &[("content-type", "text/html")], "<h1>Oops</h1>")).unwrap_err();
    let refusal = error.refusal().unwrap();
    assert_eq!((refusal.status.as_u16(), &refusal.body), (500, &"<h1>Oops</h1>".into()));
    assert_eq!(refusal.read::<AddChatSessionMessage>().unwrap(), None);
    assert!(refusal.read::<omnidesk::CreateMessage>().is_err(), "another endpoint's refusal");
}

fn another_media_type_is_told_and_the_body_read<T: Adapter>() {
    let answer = |media_type| Answer::new(200, &[("content-type", media_type)], r#"{"ChatMessageId":1}"#);
    for media_type in ["application/json", "Application/JSON; charset=utf-8"] {
        assert_eq!(broken(&superoffice::<T>(answer(media_type)).unwrap().deviations), [""; 0], "{media_type}");
    }
    let full = superoffice::<T>(answer("text/html; charset=utf-8")).unwrap();
    assert_eq!((full.output.chat_message_id, full.deviations.len()), (Some(1), 1));
    assert!(full.deviations[0].to_string().contains("text/html"), "{}", full.deviations[0]);
    let unlabelled = Answer::new(200, &[], r#"{"ChatMessageId":1}"#);
    assert_eq!(superoffice::<T>(unlabelled).unwrap().deviations.len(), 0);
}

fn an_empty_body_is_an_object_without_fields<T: Adapter>() {
    for status in [200, 204] {
        assert_eq!(superoffice::<T>(Answer::empty(status)).unwrap().output, ChatMessage::default());
    }
}

fn a_body_that_is_no_object_is_an_error_with_all_that_came<T: Adapter>() {
    for body in
        ["<p>sent</p>", "[]", "null", "7", "{", r#"{"ChatMessageId":1"#, r#"{"ChatMessageId":1}}"#, "\u{feff}{}x"]
    {
        let server = Server::answering([Answer::json(200, body), Answer::json(200, "{}")]);
        let error =
            send::<T, _>(&server.url, superoffice::Auth::bearer("t"), AddChatSessionMessage::new(1)).expect_err(body);
        assert!(matches!(error, Error::Undecodable(..)), "{error:?}");
        assert_eq!(error.delivery(), Delivery::Answered, "the message was sent");
        let refusal = error.refusal().unwrap();
        assert_eq!((refusal.status.as_u16(), &refusal.body), (200, &body.into()));
        server.request();
        assert!(server.is_quiet(), "and it is not sent again");
    }
}

fn texts_of_servers_are_escaped_and_counted<T: Adapter>() {
    let fields: Vec<String> = (0..5000).map(|number| format!(r#""\u001b[2J\n{number}":0"#)).collect();
    let full = digital::<T>(Answer::json(200, &format!("{{{}}}", fields.join(","))));
    assert!(full.deviations.len() <= 200, "{}", full.deviations.len());
    for deviation in &full.deviations {
        assert!(!format!("{deviation} {deviation:?}").contains(['\u{1b}', '\n']), "{deviation:?}");
    }
    let long = "x".repeat(1 << 20);
    let full = digital::<T>(Answer::json(200, &format!(r#"{{"status":"{long}","{long}":1}}"#)));
    assert!(full.deviations.iter().all(|deviation| format!("{deviation:#} {deviation:?}").len() < 2000));
    assert_eq!(full.output.status.unwrap().as_str(), long, "the value itself is whole");
}
