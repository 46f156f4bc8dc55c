//! Workforce planning: a note whose fields are half the server's.

use std::sync::{Arc, Mutex};

use message_clients::pland::{
    Auth, Pland, SendNote, SendNoteAccessLevel, SendNoteMetadata, SendNoteServerOwned, SendNoteStatus, SendNoteType,
};
use message_clients::runtime::JsonObject;
use message_clients::runtime::client::{Event, Finding};

use crate::adapter::{Adapter, builder, in_both, send};
use crate::server::{Answer, Server};

in_both!(
    the_sample_goes_out_as_the_page_has_it,
    a_note_of_few_words_carries_nothing_else,
    a_token_goes_where_a_key_would
);

const CHAT: &str = "65f0c0ffee65f0c0ffee65f0";
const TIME: &str = "2023-11-07T05:31:56Z";

/// The page's sample.
fn sample() -> SendNote {
    let status = SendNoteStatus::default().status(123).created_at(TIME).created_by("<string>");
    let status = status.last_modified_at(TIME).last_modified_by("<string>");
    let owned = SendNoteServerOwned::default().message_id("<string>").number(123).company_id("<string>").status(status);
    SendNote::new(CHAT)
        .type_("CHAT_MESSAGE")
        .chat_id("<string>")
        .blocks([JsonObject::new()])
        .child_message_ids(["<string>"])
        .read_by_user_ids(["<string>"])
        .metadata(SendNoteMetadata::default().type_("<string>").sub_id("<string>").date(TIME).initial_tab("<string>"))
        .access_level(SendNoteAccessLevel::default().id("<string>").level(123).name("<string>"))
        .server_owned(owned)
}

fn the_sample_goes_out_as_the_page_has_it<T: Adapter>() {
    let server = Server::answering([Answer::json(200, r#"{"_id":"<string>"}"#)]);
    let warnings = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&warnings);
    let builder =
        builder::<T, Pland>(&format!("{}/v2", server.url), Auth::api_key("k")).observer(move |event: &Event<'_>| {
            if let Finding::Sent(violation) = event.finding {
                heard.lock().unwrap().push(format!("{} {}", violation.pointer, violation.rule.id()));
            }
        });
    let full = T::send(builder.build().unwrap().call(sample())).unwrap();
    assert_eq!((full.output.id.as_deref(), full.deviations.len()), (Some("<string>"), 0));

    let request = server.request();
    assert_eq!(request.line, format!("POST /v2/chat/v2/{CHAT}/sendNote HTTP/1.1"));
    assert_eq!(
        request.text(),
        r#"{"_id":"<string>","number":123,"companyId":"<string>","status":{"status":123,"createdAt":"2023-11-07T05:31:56Z","createdBy":"<string>","lastModifiedAt":"2023-11-07T05:31:56Z","lastModifiedBy":"<string>"},"type":"CHAT_MESSAGE","chatId":"<string>","blocks":[{}],"childMessageIds":["<string>"],"readByUserIds":["<string>"],"metadata":{"type":"<string>","subId":"<string>","date":"2023-11-07T05:31:56Z","initialTab":"<string>"},"accessLevel":{"_id":"<string>","level":123,"name":"<string>"}}"#
    );
    let length = format!("content-length: {}", request.length());
    assert_eq!(
        request.headers(),
        ["accept: application/json", &length, "content-type: application/json", "x-api-key: k"]
    );
    assert_eq!(
        *warnings.lock().unwrap(),
        [
            "/body/_id pattern",
            "/body/companyId pattern",
            "/body/chatId pattern",
            "/body/childMessageIds/0 pattern",
            "/body/readByUserIds/0 pattern"
        ]
    );
}

fn a_note_of_few_words_carries_nothing_else<T: Adapter>() {
    let server = Server::answering([Answer::json(201, r#"{"_id":"65f0c0ffee65f0c0ffee65f1"}"#)]);
    let block = JsonObject::new().with("bold", true).with("text", "Grüße");
    let note = SendNote::new(CHAT).type_(SendNoteType::NoteMessage).blocks([block]);
    let full = send::<T, _>(&server.url, Auth::api_key("k"), note).unwrap();
    assert_eq!(full.output.id.as_deref(), Some("65f0c0ffee65f0c0ffee65f1"));
    assert_eq!((full.status.as_u16(), full.deviations.len()), (201, 0), "the page names no status: any success is one");
    assert_eq!(server.request().text(), r#"{"type":"NOTE_MESSAGE","blocks":[{"bold":true,"text":"Grüße"}]}"#);
}

fn a_token_goes_where_a_key_would<T: Adapter>() {
    let server = Server::answering([Answer::json(200, "{}")]);
    send::<T, _>(&server.url, Auth::jwt("a.b.c"), SendNote::new(CHAT)).unwrap();
    let request = server.request();
    assert_eq!(
        (request.text(), request.headers()),
        (
            "{}",
            [
                "accept: application/json",
                "authorization: Bearer a.b.c",
                "content-length: 2",
                "content-type: application/json"
            ]
            .map(str::to_owned)
            .to_vec()
        )
    );
}
