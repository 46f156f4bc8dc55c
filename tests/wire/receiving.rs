//! Types go both ways: a server, a mock or an outbox reads what a client wrote.

use message_clients::ninety_nine_digital::{self as digital, AccountId, ConversationId};
use message_clients::omnidesk::{self, CreateChatbotMessage, CreateMessage, CreateMessageRequired, Id};
use message_clients::pland;
use message_clients::runtime::client::{Api, Endpoint, Request, http};
use message_clients::runtime::{JsonObject, Undecodable, from_json, to_json};
use message_clients::superoffice::{self, AddChatSessionMessage};

/// What a server reads of a request: the endpoint, its settings, and each place with the rule broken there.
fn read<E: Endpoint>(request: &Request) -> (Option<E>, Vec<String>) {
    let received = E::from_request(request).unwrap();
    let broken = received.violations.iter().map(|violation| format!("{} {}", violation.pointer, violation.rule.id()));
    (received.endpoint, broken.collect())
}

fn post(path: &str, media_type: &str, body: &str) -> Request {
    http::Request::post(path).header("content-type", media_type).body(body.to_owned().into()).unwrap()
}

#[test]
fn what_each_endpoint_writes_it_reads() {
    let client = omnidesk::Client::builder("https://x/base", omnidesk::Auth::api_key("k")).build().unwrap();
    let message = CreateMessage::new(CreateMessageRequired {
        ticket_id: Id(1),
        type_: "calllog".into(),
        message: "Hello\r\n--".into(),
    })
    .to_address(["a@example.nl", "b@example.nl"])
    .cc_input_null()
    .respond_message_id(7)
    .user_id_null()
    .forwarded_file_ids([1, 2])
    .send_at("2024-05-01 10:00:00");
    let request = client.request(&message).unwrap();
    assert_eq!(read(&request), (Some(message), vec![]));

    let client = digital::Client::builder(digital::PRODUCTION, digital::Auth::api_key("k")).build().unwrap();
    let message = digital::CreateMessage::new(AccountId(1), ConversationId(2), "Hi \"there\"\n\u{1F600}")
        .message_type("outgoing")
        .content_attributes(JsonObject::new().with("items", serde_json::json!([1, 2.50, null])));
    assert_eq!(read(&client.request(&message).unwrap()), (Some(message), vec![]));

    let client = superoffice::Client::builder("https://x/Cust1", superoffice::Auth::bearer("t")).build().unwrap();
    let message =
        AddChatSessionMessage::new(103).message_chat_session_id(104).when_posted("2007-12-18T17:54:08.0543344+01:00");
    let settings = superoffice::Settings::default().accept_language("en").so_time_zone("CET");
    let request = client.call(message.clone()).settings(settings.clone()).request().unwrap();
    let received = AddChatSessionMessage::from_request(&request).unwrap();
    assert_eq!((received.endpoint, received.settings, received.violations.len()), (Some(message), settings, 0));

    let client = pland::Client::builder(pland::PRODUCTION, pland::Auth::api_key("k")).build().unwrap();
    let note =
        pland::SendNote::new("65f0c0ffee65f0c0ffee65f0").type_("NOTE_MESSAGE").blocks([JsonObject::new().with("a", 1)]);
    assert_eq!(read(&client.request(&note).unwrap()), (Some(note), vec![]));
}

#[test]
fn a_server_says_all_that_is_wrong_at_once() {
    let body = r#"{"brandID":"x","subject":null,"from":"","more":1}"#;
    let (endpoint, broken) = read::<CreateChatbotMessage>(&post("/api/v2/message/chatbot", "application/json", body));
    assert_eq!(endpoint, None);
    let mut sorted = broken;
    sorted.sort();
    assert_eq!(
        sorted,
        [
            "/body/brandID type",
            "/body/from min_length",
            "/body/message required",
            "/body/more unknown_field",
            "/body/subject nullable"
        ]
    );
}

#[test]
fn a_path_is_read_as_it_was_written() {
    let note = pland::SendNote::new("a/../b?é{id}");
    let client = pland::Client::builder("https://x", pland::Auth::api_key("k")).build().unwrap();
    let (endpoint, broken) = read::<pland::SendNote>(&client.request(&note).unwrap());
    assert_eq!((endpoint, broken), (Some(note), vec!["/path_parameters/id pattern".to_owned()]));
}

#[test]
fn an_answer_can_be_written_to_an_outbox_and_read_again() {
    let text = r#"{"id":7,"message_type":1,"content_type":"sticker","created_at":1700000000,"source_id":null,"sender":{"type":"robot","x":1.5}}"#;
    let (message, broken) = from_json::<digital::create_message::Message>(text).unwrap();
    assert_eq!((to_json(&message).as_str(), broken.len()), (text, 1));
    assert_eq!(from_json(&to_json(&message)).unwrap(), (message, broken));
}

/// What comes of a request that was kept.
fn kept<E: Endpoint>(request: &E) -> (Option<E>, Vec<String>) {
    let json = request.to_json(&<E::Api as Api>::Settings::default()).unwrap();
    let received = E::from_json(&json).unwrap();
    let broken = received.violations.iter().map(|violation| format!("{} {}", violation.pointer, violation.rule.id()));
    (received.endpoint, broken.collect())
}

#[test]
fn a_request_can_be_kept_as_json_and_sent_later() {
    let message = CreateMessage::new(CreateMessageRequired {
        ticket_id: Id(1),
        type_: "calllog".into(),
        message: "Hello\r\n--".into(),
    })
    .to_address(["a@example.nl", "b@example.nl"])
    .cc_input_null()
    .respond_message_id(7);
    assert_eq!(kept(&message), (Some(message), vec![]));

    let message = digital::CreateMessage::new(AccountId(1), ConversationId(2), "Hi \"there\"\n\u{1F600}")
        .content_attributes(JsonObject::new().with("items", serde_json::json!([1, 2.50, null])));
    assert_eq!(kept(&message), (Some(message), vec![]));

    let note = pland::SendNote::new("a/../b?\u{e9}{id}");
    assert_eq!(kept(&note), (Some(note), vec!["/path_parameters/id pattern".to_owned()]));

    let message = AddChatSessionMessage::new(103).message("Hello");
    let settings = superoffice::Settings::default().so_time_zone("CET");
    let json = message.to_json(&settings).unwrap();
    let stored = r#"{"endpoint":"superoffice/add_chat_session_message","headers":{"so-timezone":"CET"},"path_parameters":{"chatSessionId":"103"},"body":{"Message":"Hello"}}"#;
    assert_eq!(json, stored);
    let received = AddChatSessionMessage::from_json(&json).unwrap();
    assert_eq!((received.endpoint, received.settings), (Some(message), settings));
}

#[test]
fn what_was_not_kept_for_an_endpoint_is_none_of_its_requests() {
    let read = |json| CreateChatbotMessage::from_json(json).unwrap_err();
    assert_eq!(read(r#"{"endpoint":"omnidesk/create_message"}"#), Undecodable::AnotherRequest);
    assert_eq!(read(r#"{"body":{}}"#), Undecodable::NoRequest);
    assert_eq!(read(r#"{"endpoint":"omnidesk/create_chatbot_message","headers":{"a":1}}"#), Undecodable::NoRequest);
    assert_eq!(read("{"), Undecodable::NotJson);
}
