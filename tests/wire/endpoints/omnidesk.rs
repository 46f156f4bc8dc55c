//! The helpdesk: multipart, lists, empty texts that stand for none.

use message_clients::omnidesk::{
    Auth, CreateMessage, CreateMessageRequired, CreateMessageSubmitStatus, Id, Omnidesk, cloud,
};
use message_clients::runtime::client::{Level, Policy};

use crate::adapter::{Adapter, broken, builder, in_both, send};
use crate::samples::chatbot;
use crate::server::{Answer, Received, Server};

in_both!(
    the_sample_goes_out_field_by_field,
    a_message_of_few_words_carries_nothing_else,
    lists_and_nulls_have_their_forms,
    any_text_survives,
    a_body_that_nobody_promised_is_dropped,
    the_chatbot_s_sample_goes_out_to_the_byte,
);

fn required(type_: &str, message: &str) -> CreateMessageRequired {
    CreateMessageRequired { ticket_id: Id(1), type_: type_.into(), message: message.into() }
}

fn parts(request: &Received) -> Vec<String> {
    request.parts().into_iter().map(|(name, text)| format!("{name}={text}")).collect()
}

fn the_sample_goes_out_field_by_field<T: Adapter>() {
    let server = Server::answering([Answer::empty(200)]);
    let sample = CreateMessage::new(required("text", "text"))
        .to_address_null()
        .cc_input_null()
        .bcc_input_null()
        .respond_message_id_null()
        .plaintext("")
        .forwarded_file_ids([1])
        .send_at("text")
        .user_id_null()
        .submit_status(CreateMessageSubmitStatus::Open);
    let builder = builder::<T, Omnidesk>(&server.url, Auth::api_key("k")).policy(Policy::all(Level::Warn));
    let full = T::send(builder.build().unwrap().call(sample)).unwrap();
    assert_eq!(broken(&full.deviations), [""; 0]);

    let request = server.request();
    assert_eq!(request.line, "POST /api/v2/message HTTP/1.1");
    assert_eq!(
        parts(&request),
        [
            "ticketID=1",
            "type=text",
            "toAddress=",
            "ccInput=",
            "bccInput=",
            "respondMessageID=0",
            "plaintext=",
            "message=text",
            "forwardedFileIDs[]=1",
            "sendAt=text",
            "userID=0",
            "submitStatus=open"
        ]
    );
    assert_eq!(
        request.headers(),
        [
            "accept: application/json",
            "apikey: k",
            &format!("content-length: {}", request.length()),
            "content-type: multipart/form-data; boundary=",
        ]
    );
}

fn a_message_of_few_words_carries_nothing_else<T: Adapter>() {
    let server = Server::answering([Answer::empty(200)]);
    send::<T, _>(&server.url, Auth::api_key("k"), CreateMessage::new(required("12", "We called back."))).unwrap();
    assert_eq!(parts(&server.request()), ["ticketID=1", "type=12", "message=We called back."]);
}

fn lists_and_nulls_have_their_forms<T: Adapter>() {
    let server = Server::answering([Answer::empty(200)]);
    let message = CreateMessage::new(required("calllog", "Hello"))
        .to_address(["a@example.nl", "b@example.nl"])
        .cc_input("c@example.nl")
        .respond_message_id(9)
        .forwarded_file_ids([1, 2])
        .send_at("2024-05-01 10:00:00");
    send::<T, _>(&server.url, Auth::api_key("k"), message).unwrap();
    assert_eq!(
        parts(&server.request()),
        [
            "ticketID=1",
            "type=calllog",
            "toAddress=a@example.nl,b@example.nl",
            "ccInput=c@example.nl",
            "respondMessageID=9",
            "message=Hello",
            "forwardedFileIDs[]=1",
            "forwardedFileIDs[]=2",
            "sendAt=2024-05-01 10:00:00"
        ]
    );
}

fn any_text_survives<T: Adapter>() {
    for text in
        ["Hello\r\n--there", "\r\n\r\n", "--form-boundary--\r\n", "naïve \"quoted\" %22 \u{1F600}", "\u{0}\u{7f} end"]
    {
        let server = Server::answering([Answer::empty(200)]);
        let text = format!("{text}     ");
        send::<T, _>(&server.url, Auth::api_key("k"), CreateMessage::new(required("1", &text))).unwrap();
        assert_eq!(server.request().parts()[2], ("message".to_owned(), text));
    }
}

fn a_body_that_nobody_promised_is_dropped<T: Adapter>() {
    for body in ["", r#"{"type":"success","message":"Created"}"#, "<p>ok</p>"] {
        let server = Server::answering([Answer::new(200, &[("content-type", "text/html")], body)]);
        let full = send::<T, _>(&server.url, Auth::api_key("k"), chatbot()).unwrap();
        assert_eq!((full.body, full.deviations.len()), (body.into(), 0));
    }
}

fn the_chatbot_s_sample_goes_out_to_the_byte<T: Adapter>() {
    let server = Server::answering([Answer::empty(200)]);
    send::<T, _>(&server.url, Auth::api_key("k"), chatbot()).unwrap();
    let request = server.request();
    assert_eq!(request.line, "POST /api/v2/message/chatbot HTTP/1.1");
    let boundary = request.header("content-type").unwrap().strip_prefix("multipart/form-data; boundary=").unwrap();
    let part =
        |(name, text)| format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n");
    let body = [("brandID", "1"), ("message", "text"), ("subject", "text"), ("from", "text")].map(part).concat();
    assert_eq!(request.text(), format!("{body}--{boundary}--\r\n"));
}

#[test]
fn the_cloud_is_reached_by_account() {
    assert_eq!(cloud("desk-1").unwrap().as_str(), "https://desk-1.omnidesk.io");
    for account in ["", "a.b", "evil.example/", "a@b", "a:1", "é", "%2e"] {
        assert!(cloud(account).is_err(), "{account}");
    }
}
