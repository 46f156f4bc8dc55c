//! The specs of the repository.

use std::sync::LazyLock;

use camino::Utf8Path;
use insta::assert_snapshot;

use super::support::{changes, facts, fields, named};
use crate::diagnostic::{Diagnostics, Sources};
use crate::model::{Api, Carrier, Endpoint, Entry, Model, NamedType, Origin, Response, ResponseBody, StatusKey};
use crate::spec::load;

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let specs = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let project = load(&specs, &mut sources, &mut found).expect("specs can be read").expect("there is a project");
    let model = super::super::build(&project, &mut found);
    assert_eq!(found, Diagnostics::default());
    model.expect("there are APIs")
});

/// An API with one endpoint of it.
fn only(api: &str, endpoint: &str) -> (Api, Endpoint) {
    let mut api = MODEL.apis.iter().find(|of| of.name == api).expect("the API is there").clone();
    api.endpoints.retain(|of| of.name == endpoint);
    let endpoint = api.endpoints.first().expect("the endpoint is there").clone();
    (api, endpoint)
}

fn field<'m>(endpoint: &'m Endpoint, name: &str) -> &'m Entry {
    named(fields(&endpoint.body.as_ref().expect("there is a body").entry), name)
}

fn of_type<'m>(types: &'m [NamedType], name: &str) -> &'m Entry {
    types.iter().map(|named| &named.entry).find(|entry| entry.name == name).expect("the type is there")
}

#[test]
fn the_project() {
    assert_eq!((MODEL.package.name.text.as_str(), MODEL.package.output.as_str()), ("message-clients", "../generated"));
    let endpoints: Vec<_> =
        MODEL.apis.iter().flat_map(|api| api.endpoints.iter().map(|of| format!("{}/{}", api.name, of.name))).collect();
    for endpoint in [
        "ninety_nine_digital/create_message",
        "omnidesk/create_chatbot_message",
        "omnidesk/create_message",
        "pland/send_note",
        "superoffice/add_chat_session_message",
    ] {
        assert!(endpoints.iter().any(|found| found == endpoint), "{endpoint}");
    }
}

#[test]
fn omnidesk() {
    let (api, endpoint) = only("omnidesk", "create_message");
    assert_snapshot!(facts(field(&endpoint, "forwardedFileIDs"), &api), @"list of [Id (known)] (known), required false, default [], encode Brackets (known)");
    assert_snapshot!(changes(&field(&endpoint, "forwardedFileIDs").halves), @"
    Known type: number[] => Id[]
    Known encode: - => brackets
    ");
    assert_snapshot!(facts(field(&endpoint, "sendAt"), &api), @r"LocalDateTime (inferred), required false, pattern ^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$");
    assert_snapshot!(facts(field(&endpoint, "toAddress"), &api), @r#"list of [Email (inferred)] (inferred), required false, nullable true, default "", encode Comma (inferred)"#);
    assert_snapshot!(facts(field(&endpoint, "userID"), &api), @"Id, required false, default 0, none_value 0 (inferred)");
    assert_snapshot!(facts(field(&endpoint, "submitStatus"), &api), @"Text, required false, open true (inferred), enum open (inferred)");
    let permissions = endpoint.permissions.iter().flatten().map(|word| word.text.as_str()).collect::<Vec<_>>();
    assert_eq!(permissions, ["MESSAGE_CREATE"]);
    assert!(endpoint.page.address.text.starts_with("https://docs.omnidesk.io/"));
    let [response] = endpoint.responses.as_slice() else { panic!("there is one response") };
    assert_eq!(
        response.body.as_ref().map(|body| (&body.value, body.origin)),
        Some((&ResponseBody::Ignored, Origin::Known))
    );
    assert_snapshot!(changes(&response.halves), @"Known body: no body => a body that is not promised");
    let request = endpoint.examples[0].request.as_ref().expect("the sample has a request");
    let claims: Vec<_> =
        request.violates.iter().map(|claim| (claim.pointer.text.as_str(), claim.rules.len())).collect();
    assert_eq!(claims, [("/body/type", 1), ("/body/message", 1), ("/body/sendAt", 2)]);
    assert_eq!(
        endpoint.examples[0].response.as_ref().and_then(|sample| sample.status).map(|status| status.0),
        Some(200)
    );
}

#[test]
fn ninety_nine_digital() {
    let (api, endpoint) = only("ninety_nine_digital", "create_message");
    let message = fields(of_type(&endpoint.types, "Message"));
    assert_snapshot!(facts(named(message, "message_type"), &api), @"Integer(Integer), enum #0 incoming|#1 outgoing|#2 activity|#3 template (known)");
    assert_snapshot!(changes(&named(message, "message_type").halves), @"Known enum: 1 incoming, 2 outgoing, 3 activity, 4 template => 0 incoming, 1 outgoing, 2 activity, 3 template");
    assert_snapshot!(facts(named(message, "source_id"), &api), @"Text (inferred), nullable true (known)");
    assert_snapshot!(facts(named(message, "sender"), &api), @"by type {user: User (known); contact: FreeForm (known); agent_bot: FreeForm (known); captain_assistant: FreeForm (known)} (known), required false (known)");
    assert_snapshot!(changes(&named(message, "sender").halves), @"
    Known required: - => false
    Known one_of: an object => one of user, contact, agent_bot, captain_assistant, told apart by type
    ");
    assert_snapshot!(facts(field(&endpoint, "content"), &api), @"Text, required true, max_length 150000 (known)");
    assert_eq!(field(&endpoint, "content_attributes").unenforced.len(), 6);
    let response =
        |response: &Response| format!("{} {:?}", response.key, response.part.as_ref().map(|part| part.text.as_str()));
    let responses: Vec<_> = endpoint.responses.iter().map(response).collect();
    assert_eq!(
        responses.join(", "),
        "success None, 401 Some(\"Failures\"), 404 Some(\"Failures\"), 422 Some(\"Failures\"), 429 Some(\"Failures\")"
    );
}

#[test]
fn superoffice() {
    let (api, endpoint) = only("superoffice", "add_chat_session_message");
    let settings: Vec<_> = api.settings.iter().map(|setting| setting.name.as_str()).collect();
    assert_eq!(settings, ["Accept-Language", "SO-Language", "SO-Culture", "SO-TimeZone"]);
    assert_eq!((endpoint.settings.as_slice(), endpoint.headers.len()), ([0, 1, 2, 3].as_slice(), 0));
    assert_snapshot!(facts(&api.settings[0], &api), @"LanguageCode, pattern ^[A-Za-z]{2}(-[A-Za-z]{2})?$ (inferred)");
    assert_snapshot!(facts(field(&endpoint, "Type"), &api), @"ChatMessageType, open true (known), enum Invalid|ToCustomer|ToUser|Special (known)");
    assert_snapshot!(facts(field(&endpoint, "WhenPosted"), &api), @"DateTime (inferred)");
    let all_of: Vec<_> = api
        .auth
        .iter()
        .filter_map(|way| match &way.carrier.value {
            Carrier::AllOf(inner) => Some((way.name.text.as_str(), inner.len())),
            _ => None,
        })
        .collect();
    assert_eq!((api.auth.len(), all_of), (5, vec![("app_ticket", 2), ("session", 2)]));
    assert_eq!(endpoint.body.as_ref().map(|body| body.other_media_types.len()), Some(6));
    let statuses: Vec<_> = endpoint.responses.iter().map(|response| response.key).collect();
    assert_eq!(statuses, [StatusKey::Status(200), StatusKey::Range(4)]);
    let server = &api.servers[0];
    let variables: Vec<_> = server.variables.iter().map(|variable| variable.name.as_str()).collect();
    assert_eq!((server.documented, variables), (false, vec!["env", "CustId"]));
}

#[test]
fn pland() {
    let (api, endpoint) = only("pland", "send_note");
    assert_snapshot!(facts(field(&endpoint, "_id"), &api), @"ObjectId, server_owned true (inferred), pattern ^[0-9a-fA-F]{24}$ (inferred)");
    assert_snapshot!(facts(field(&endpoint, "status"), &api), @"{status: Integer(Integer) (inferred); createdAt: DateTime (inferred); createdBy: Text (inferred); lastModifiedAt: DateTime (inferred); lastModifiedBy: Text (inferred)} (inferred), server_owned true (inferred)");
    assert_snapshot!(facts(field(&endpoint, "childMessageIds"), &api), @"list of [ObjectId, pattern ^[0-9a-fA-F]{24}$ (inferred)]");
    let local = api.servers.iter().find(|server| server.name.text == "local").expect("the server is there");
    assert_snapshot!(changes(&local.halves), @"Known url: http:localhost:3000/v2 => http://localhost:3000/v2");
}
