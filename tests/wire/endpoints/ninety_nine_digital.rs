//! Conversations: names going out, numbers coming in.

use message_clients::ninety_nine_digital::create_message::{MessageMessageType, MessageSender, MessageStatus};
use message_clients::ninety_nine_digital::{
    AccountId, Auth, ConversationId, CreateMessage, CreateMessageContentType, CreateMessageMessageType,
};
use message_clients::runtime::{Field, JsonObject};

use crate::adapter::{Adapter, broken, in_both, send};
use crate::server::{Answer, Server};

in_both!(
    the_sample_goes_out_as_the_page_has_it,
    the_page_s_answer_is_read,
    an_answer_of_the_server_s_kind_is_read,
    a_content_type_that_the_page_omits_can_be_sent,
    refusals_have_the_documented_body,
);

const ANSWER: &str = r#"{"id":0,"content":"string","inbox_id":0,"conversation_id":0,"message_type":0,"content_type":"text","status":"sent","content_attributes":{},"created_at":0,"private":false,"source_id":"string","sender":{"id":0,"name":"string","available_name":"string","email":"string","avatar_url":"string","logo_user_url":"string","type":"user","availability_status":"offline","thumbnail":"string"},"created_at_exact":"yyyy-mm-ddThh:mm:ss.sssZ"}"#;

fn message() -> CreateMessage {
    CreateMessage::new(AccountId(1), ConversationId(42), "string")
}

fn the_sample_goes_out_as_the_page_has_it<T: Adapter>() {
    let server = Server::answering([Answer::json(200, ANSWER)]);
    let sample = message()
        .message_type(CreateMessageMessageType::Outgoing)
        .private(false)
        .content_type(CreateMessageContentType::Text)
        .content_attributes(JsonObject::new());
    send::<T, _>(&server.url, Auth::api_key("k"), sample).unwrap();

    let request = server.request();
    assert_eq!(request.line, "POST /api/v1/accounts/1/conversations/42/messages HTTP/1.1");
    assert_eq!(
        request.text(),
        r#"{"content":"string","message_type":"outgoing","private":false,"content_type":"text","content_attributes":{}}"#
    );
    let length = format!("content-length: {}", request.length());
    assert_eq!(
        request.headers(),
        ["accept: application/json", "api_access_token: k", &length, "content-type: application/json"]
    );
}

fn the_page_s_answer_is_read<T: Adapter>() {
    let server = Server::answering([Answer::json(200, ANSWER)]);
    let full = send::<T, _>(&server.url, Auth::api_key("k"), message()).unwrap();
    assert_eq!(broken(&full.deviations), ["/body/created_at_exact format"]);
    let answer = full.output;
    assert_eq!(
        answer.message_type,
        Some(MessageMessageType::Incoming),
        "0 is incoming, whatever the page's table says"
    );
    assert_eq!(answer.created_at_exact.unwrap().as_str(), "yyyy-mm-ddThh:mm:ss.sssZ", "kept as it came");
    let Some(MessageSender::User(user)) = answer.sender else { panic!("a user") };
    assert_eq!(user.availability_status.as_deref(), Some("offline"));
}

fn an_answer_of_the_server_s_kind_is_read<T: Adapter>() {
    let answer = r#"{"id":7,"content":"Hi","inbox_id":2,"conversation_id":42,"message_type":1,"content_type":"sticker","status":"delivered","created_at":1700000000,"private":true,"source_id":null,"sender":{"type":"agent_bot","id":3,"name":"Robi"},"created_at_exact":"2023-11-14T22:13:20.000Z"}"#;
    let server = Server::answering([Answer::json(200, answer)]);
    let full = send::<T, _>(&server.url, Auth::api_key("k"), message()).unwrap();
    assert_eq!(broken(&full.deviations), [""; 0]);
    let answer = full.output;
    assert_eq!((answer.conversation_id, answer.private), (Some(ConversationId(42)), Some(true)));
    assert_eq!(
        (answer.message_type, answer.status),
        (Some(MessageMessageType::Outgoing), Some(MessageStatus::Delivered))
    );
    assert_eq!(answer.source_id, Field::Null, "null is not absence");
    assert_eq!(answer.created_at.unwrap().0, 1_700_000_000);
    assert_eq!(answer.content_type.unwrap().as_str(), "sticker");
    let Some(MessageSender::AgentBot(robot)) = answer.sender else { panic!("a bot") };
    assert_eq!(robot.get("name").unwrap(), "Robi");
}

fn a_content_type_that_the_page_omits_can_be_sent<T: Adapter>() {
    let server = Server::answering([Answer::json(200, "{}")]);
    let items = serde_json::json!([{ "link": "https://shop.example/returns", "title": "Returns" }]);
    let article = message().content_type("article").content_attributes(JsonObject::new().with("items", items));
    send::<T, _>(&server.url, Auth::api_key("k"), article).unwrap();
    assert_eq!(
        server.request().text(),
        r#"{"content":"string","content_type":"article","content_attributes":{"items":[{"link":"https://shop.example/returns","title":"Returns"}]}}"#
    );
}

fn refusals_have_the_documented_body<T: Adapter>() {
    for status in [401, 404, 422] {
        let server = Server::answering([Answer::json(status, r#"{"error":"Resource could not be found"}"#)]);
        let error = send::<T, _>(&server.url, Auth::api_key("k"), message()).unwrap_err();
        let refusal = error.refusal().unwrap();
        let failure = refusal.read::<CreateMessage>().unwrap().unwrap();
        assert_eq!((refusal.status.as_u16(), failure.error.unwrap()), (status, "Resource could not be found".into()));
    }
    let server = Server::answering([Answer::json(403, r#"{"error":"no"}"#)]);
    let error = send::<T, _>(&server.url, Auth::api_key("k"), message()).unwrap_err();
    assert_eq!(error.refusal().unwrap().read::<CreateMessage>().unwrap(), None, "403 is not documented");
}
