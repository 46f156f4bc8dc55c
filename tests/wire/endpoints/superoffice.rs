//! Customer relations: alternatives of authentication, headers for all calls or one, times to the byte.

use message_clients::runtime::JsonObject;
use message_clients::superoffice::{
    AddChatSessionMessage, Auth, ChatMessageSpecialType, ChatMessageType, Settings, Superoffice, online,
};

use crate::adapter::{Adapter, broken, builder, client, in_both, send};
use crate::server::{Answer, Server};

in_both!(
    the_sample_goes_out_as_the_page_has_it,
    the_page_s_answer_is_read_to_the_byte,
    each_credential_has_its_headers,
    settings_of_a_call_go_over_those_of_the_client,
    members_that_enums_gain_are_kept,
    a_call_may_have_another_documented_media_type_and_a_field_of_its_own,
    a_refusal_has_the_known_body,
);

const ANSWER: &str = r#"{"ChatMessageId":568,"ChatSessionId":571,"Type":"Invalid","Message":"velit","Author":"ipsa","ReadByCustomer":620,"SpecialType":"Block","SpecialParam":"ipsa","WhenPosted":"2009-05-24T17:54:08.0543344+02:00"}"#;

/// The page's sample.
fn sample() -> AddChatSessionMessage {
    AddChatSessionMessage::new(103)
        .chat_message_id(664)
        .message_chat_session_id(103)
        .type_(ChatMessageType::Invalid)
        .message("officia")
        .author("voluptatem")
        .read_by_customer(973)
        .special_type(ChatMessageSpecialType::Block)
        .special_param("quo")
        .when_posted("2007-12-18T17:54:08.0543344+01:00")
}

fn the_sample_goes_out_as_the_page_has_it<T: Adapter>() {
    let server = Server::answering([Answer::json(200, ANSWER)]);
    let client = client::<T, Superoffice>(&format!("{}/Cust12345/", server.url), Auth::basic("tje0", "Tje0"));
    T::send(client.call(sample()).settings(Settings::default().accept_language("en"))).unwrap();

    let request = server.request();
    assert_eq!(request.line, "POST /Cust12345/api/v1/ChatSession/103/Messages HTTP/1.1");
    assert_eq!(
        request.text(),
        r#"{"ChatMessageId":664,"ChatSessionId":103,"Type":"Invalid","Message":"officia","Author":"voluptatem","ReadByCustomer":973,"SpecialType":"Block","SpecialParam":"quo","WhenPosted":"2007-12-18T17:54:08.0543344+01:00"}"#
    );
    assert_eq!(
        request.headers(),
        [
            "accept-language: en",
            "accept: application/json",
            "authorization: Basic dGplMDpUamUw",
            &format!("content-length: {}", request.length()),
            "content-type: application/json",
        ]
    );
}

fn the_page_s_answer_is_read_to_the_byte<T: Adapter>() {
    let server = Server::answering([Answer::json(200, ANSWER)]);
    let full = send::<T, _>(&server.url, Auth::bearer("t"), sample()).unwrap();
    assert_eq!(broken(&full.deviations), [""; 0]);
    let answer = full.output;
    assert_eq!(
        (answer.chat_message_id, answer.chat_session_id, answer.read_by_customer),
        (Some(568), Some(571), Some(620))
    );
    assert_eq!(
        (answer.type_, answer.special_type),
        (Some(ChatMessageType::Invalid), Some(ChatMessageSpecialType::Block))
    );
    assert_eq!(answer.when_posted.unwrap().as_str(), "2009-05-24T17:54:08.0543344+02:00");
}

fn each_credential_has_its_headers<T: Adapter>() {
    let session = Auth::Session { xsrf_token: "x".into(), cookies: "sid=1; lang=nb".into() };
    let app_ticket = Auth::AppTicket { ticket: "7T:a".into(), app_token: "app".into() };
    let cases = [
        (Auth::basic("kari", "pass:word"), vec!["authorization: Basic a2FyaTpwYXNzOndvcmQ="]),
        (Auth::bearer("t"), vec!["authorization: Bearer t"]),
        (Auth::ticket("7T:a"), vec!["authorization: SoTicket 7T:a"]),
        (app_ticket, vec!["authorization: SoTicket 7T:a", "so-apptoken: app"]),
        (session, vec!["cookie: sid=1; lang=nb", "x-xsrf-token: x"]),
    ];
    for (auth, expected) in cases {
        let server = Server::answering([Answer::json(200, "{}")]);
        send::<T, _>(&server.url, auth, AddChatSessionMessage::new(1)).unwrap();
        let usual = ["accept: application/json", "content-length: 2", "content-type: application/json"];
        let headers = server.request().headers();
        assert_eq!(headers.iter().filter(|header| !usual.contains(&header.as_str())).collect::<Vec<_>>(), expected);
    }
}

fn settings_of_a_call_go_over_those_of_the_client<T: Adapter>() {
    let server = Server::answering([Answer::json(200, "{}"), Answer::json(200, "{}")]);
    let settings = Settings::default().accept_language("en").so_language("nb").so_culture("en-GB");
    let client = builder::<T, Superoffice>(&server.url, Auth::bearer("t")).settings(settings).build().unwrap();
    let call =
        client.call(AddChatSessionMessage::new(1)).settings(Settings::default().so_language("de").so_time_zone("CET"));
    T::send(call).unwrap();
    T::send(client.call(AddChatSessionMessage::new(1))).unwrap();

    let names = ["accept-language", "so-language", "so-culture", "so-timezone"];
    let (call, next) = (server.request(), server.request());
    assert_eq!(names.map(|name| call.header(name)), [Some("en"), Some("de"), Some("en-GB"), Some("CET")]);
    assert_eq!(names.map(|name| next.header(name)), [Some("en"), Some("nb"), Some("en-GB"), None]);
}

fn members_that_enums_gain_are_kept<T: Adapter>() {
    let server = Server::answering([Answer::json(200, r#"{"Type":"ToRobot","SpecialType":"None"}"#)]);
    let message = AddChatSessionMessage::new(1).type_("ToRobot");
    let full = send::<T, _>(&server.url, Auth::bearer("t"), message).unwrap();
    assert_eq!(server.request().text(), r#"{"Type":"ToRobot"}"#);
    assert_eq!((full.output.type_.unwrap().as_str(), full.deviations.len()), ("ToRobot", 0), "the enum is open");
    assert_eq!(full.output.special_type, Some(ChatMessageSpecialType::None), "a value, not its absence");
}

fn a_refusal_has_the_known_body<T: Adapter>() {
    let body = r#"{"Error":true,"ErrorType":"NotFound","ErrorMessage":"no such session","ErrorSource":null}"#;
    let server = Server::answering([Answer::json(404, body)]);
    let error = send::<T, _>(&server.url, Auth::bearer("t"), sample()).unwrap_err();
    let refusal = error.refusal().unwrap();
    assert_eq!(refusal.body, body.into());
    let failure = refusal.read::<AddChatSessionMessage>().unwrap().unwrap();
    assert_eq!(failure.error_message.unwrap(), "no such session");
}

#[test]
fn the_cloud_is_reached_by_environment_and_customer() {
    assert_eq!(online("online", "Cust12345").unwrap().as_str(), "https://online.superoffice.com/Cust12345");
    for argument in ["", "..", "evil.example/", "a@b", "a?", "a#b", "é"] {
        assert!(online("online", argument).is_err() && online(argument, "Cust12345").is_err(), "{argument}");
    }
}

fn a_call_may_have_another_documented_media_type_and_a_field_of_its_own<T: Adapter>() {
    let server = Server::answering([Answer::json(200, ANSWER)]);
    let client = client::<T, Superoffice>(&server.url, Auth::bearer("t"));
    let message = AddChatSessionMessage::new(1).message("officia");
    let extra = JsonObject::from([("Kind", 1.into()), ("Tags", ["a", "b"].into())]);
    let call = client.call(message).media_type("text/json").extra_field("UserDefined", extra);
    T::send(call).unwrap();
    let request = server.request();
    assert_eq!(request.header("content-type"), Some("text/json"));
    assert_eq!(request.text(), r#"{"Message":"officia","UserDefined":{"Kind":1,"Tags":["a","b"]}}"#);
}
